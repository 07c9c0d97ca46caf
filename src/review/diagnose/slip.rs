//! How likely a change is, by what hands do at a keyboard and eyes in a column.

use crate::report::form::{Applicant, Cell, DisputeOutcome, RequestRow};
use crate::sorted::{Listed, SortedMap};

/// What would have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slip {
    /// Two neighbouring digits swapped: 14 for 41.
    Swapped,
    /// A digit left out, or typed twice too few.
    Dropped,
    /// A digit too many.
    Doubled,
    /// One digit differs.
    OneDigit,
    /// The value of the cell beside, above or below.
    Neighbour,
    /// A blank, a dash or a nought that should be a number.
    NotFilled,
    /// The same wrong number in a kind of applicant and in the total.
    Twin,
    /// One application booked under the wrong kind of applicant (R06).
    WrongKind,
    /// The numbers of two cells exchanged (R07).
    Exchanged,
    /// Nothing of these.
    Other,
}

/// The slip that explains a set of changes (cell, printed, true), and its weight: lower is likelier.
pub(super) fn judge(
    changes: &[(Cell, Option<i64>, i64)],
    printed: &SortedMap<Cell, Option<i64>>,
) -> (Slip, i32) {
    if let [one, other] = changes
        && let Some(judged) = pair(one, other, printed)
    {
        return judged;
    }
    let slips: Vec<(Slip, i32)> =
        changes.iter().map(|(cell, from, to)| single(*cell, *from, *to, printed)).listed();
    let weight = slips.iter().map(|(_, weight)| weight).sum();
    match slips.as_slice() {
        [(slip, _)] => (*slip, weight),
        [(first, _), rest @ ..] if rest.iter().all(|(slip, _)| slip == first) => (*first, weight),
        _ => (Slip::Other, weight),
    }
}

fn pair(
    one: &(Cell, Option<i64>, i64),
    other: &(Cell, Option<i64>, i64),
    printed: &SortedMap<Cell, Option<i64>>,
) -> Option<(Slip, i32)> {
    let (a, b) = (one.1.unwrap_or(0), other.1.unwrap_or(0));
    if (one.2, other.2) == (b, a) {
        return Some((Slip::Exchanged, 5));
    }
    let (Cell::Request(row, column), Cell::Request(other_row, other_column)) = (one.0, other.0) else {
        return None;
    };
    if row != other_row {
        return None;
    }
    let with_total = column == Applicant::Total || other_column == Applicant::Total;
    if with_total && one.2 - a == other.2 - b {
        // The total was added up from, or copied with, the same wrong number: one slip, told twice.
        let slips = [single(one.0, one.1, one.2, printed), single(other.0, other.1, other.2, printed)];
        let least = slips.iter().map(|(_, weight)| *weight).min().unwrap_or(8);
        return Some((Slip::Twin, least + 1));
    }
    (!with_total && one.2 - a == b - other.2).then_some((Slip::WrongKind, 6))
}

fn single(cell: Cell, from: Option<i64>, to: i64, printed: &SortedMap<Cell, Option<i64>>) -> (Slip, i32) {
    let Some(value) = from.filter(|value| *value != 0) else { return (Slip::NotFilled, 4) };
    let (wrong, right) = (digits(value), digits(to));
    if is_swap(&wrong, &right) {
        return (Slip::Swapped, 1);
    }
    if to != 0 && right.len() == wrong.len() + 1 && is_without_one(&right, &wrong) {
        return (Slip::Dropped, 2);
    }
    if wrong.len() == right.len() + 1 && is_without_one(&wrong, &right) {
        return (Slip::Doubled, 2);
    }
    if neighbours(cell).into_iter().any(|neighbour| printed.get(&neighbour) == Some(&Some(value))) {
        return (Slip::Neighbour, 3);
    }
    if wrong.len() == right.len() && wrong.iter().zip(&right).filter(|(a, b)| a != b).count() == 1 {
        return (Slip::OneDigit, 4);
    }
    (Slip::Other, 8)
}

fn digits(value: i64) -> Vec<u8> {
    value.unsigned_abs().to_string().into_bytes()
}

fn is_swap(wrong: &[u8], right: &[u8]) -> bool {
    let differing: Vec<usize> =
        (0..wrong.len().min(right.len())).filter(|at| wrong[*at] != right[*at]).listed();
    match (wrong.len() == right.len(), differing.as_slice()) {
        (true, [a, b]) => *b == a + 1 && wrong[*a] == right[*b] && wrong[*b] == right[*a],
        _ => false,
    }
}

/// Whether `short` is `long` with one digit left out.
fn is_without_one(long: &[u8], short: &[u8]) -> bool {
    (0..long.len()).any(|gap| long[..gap] == short[..gap] && long[gap + 1..] == short[gap..])
}

/// The cells printed beside, above and below.
fn neighbours(cell: Cell) -> Vec<Cell> {
    fn beside<T: Copy + PartialEq>(all: &[T], one: T) -> Vec<T> {
        let at = all.iter().position(|other| *other == one);
        at.map_or(Vec::new(), |at| {
            [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .filter_map(|at| all.get(at).copied())
                .listed()
        })
    }
    match cell {
        Cell::Request(row, column) => {
            let columns =
                beside(&Applicant::PRINTED, column).into_iter().map(|column| Cell::Request(row, column));
            let rows = beside(&RequestRow::ALL, row).into_iter().map(|row| Cell::Request(row, column));
            columns.chain(rows).listed()
        }
        Cell::Dispute(track, column) => beside(&DisputeOutcome::ALL, column)
            .into_iter()
            .map(|column| Cell::Dispute(track, column))
            .listed(),
        Cell::Proactive(..) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keyboard_are_told_apart() {
        let cell = Cell::Request(RequestRow::UnableNotHeld, Applicant::NaturalPerson);
        let beside = Cell::Request(RequestRow::UnableNotHeld, Applicant::CommercialEnterprise);
        let printed = SortedMap::from([(beside, Some(7))]);
        let cases = [
            (Some(14), 41, Slip::Swapped),
            (Some(12), 123, Slip::Dropped),
            (Some(122), 12, Slip::Doubled),
            (Some(35), 38, Slip::OneDigit),
            (Some(7), 19, Slip::Neighbour),
            (Some(0), 12, Slip::NotFilled),
            (None, 12, Slip::NotFilled),
            (Some(123), 456, Slip::Other),
        ];
        for (from, to, slip) in cases {
            assert_eq!(judge(&[(cell, from, to)], &printed).0, slip, "{from:?} for {to}");
        }
        assert_eq!(judge(&[(cell, Some(5), 6), (beside, Some(7), 6)], &printed).0, Slip::WrongKind);
        assert_eq!(judge(&[(cell, Some(5), 7), (beside, Some(7), 5)], &printed).0, Slip::Exchanged);
        let total = Cell::Request(RequestRow::UnableNotHeld, Applicant::Total);
        assert_eq!(judge(&[(cell, Some(14), 41), (total, Some(20), 47)], &printed), (Slip::Twin, 2));
    }
}
