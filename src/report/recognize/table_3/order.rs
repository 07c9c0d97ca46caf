//! The form's fixed order as the last key: rows of values that lost their labels, between rows that kept theirs.

use crate::report::Certainty;
use crate::report::form::{Closeness, Edition, OutcomeGroup, RequestRow};
use crate::sorted::{self, Listed};
use std::ops::Range;

/// What stands on one line of table 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A row with its label and the slots of its values, all blank if `empty`.
    Named { row: RequestRow, closeness: Closeness, empty: bool },
    /// A label alone.
    Label(RequestRow),
    /// Values alone; `words` where words stand beside them that are none of the form's.
    Values { words: bool },
}

/// Where the items belong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Rows of the form with the index of the item that holds their values.
    pub(super) rows: Vec<(RequestRow, Certainty, usize)>,
    /// Labels, by index, whose values could not be told.
    pub(super) standing: Vec<(RequestRow, usize)>,
}

/// Places every item.
///
/// Rows with label and values stand fast. What is between two of them is placed by order if its number is just what
/// the form has there; otherwise values right behind a label are that label's, as long as the labels are in the
/// form's order and labels and values do not run out of step.
pub(super) fn place(items: &[Item]) -> Placed {
    let behind = subtotals_behind(items);
    let placed = place_with(items, behind);
    let values = items.iter().filter(|item| !matches!(item, Item::Label(_))).count();
    if behind || placed.rows.len() == values {
        return placed;
    }
    // Values are left over: subtotals that all lost their labels, if then nothing is left over.
    let mut guessed = place_with(items, true);
    let subtotals = guessed.rows.iter().filter(|(row, ..)| is_subtotal(*row)).count();
    if guessed.rows.len() == values && subtotals == SUBTOTALS.len() {
        for (row, certainty, _) in &mut guessed.rows {
            if is_subtotal(*row) {
                *certainty = Certainty::Guess;
            }
        }
        return guessed;
    }
    placed
}

fn place_with(items: &[Item], subtotals_behind: bool) -> Placed {
    let edition = edition_of(items);
    let ranked = |row: &RequestRow| subtotals_behind || !is_subtotal(*row);
    let fast: Vec<RequestRow> = items.iter().filter_map(|item| item.named()).listed();
    let mut placed = Placed::default();
    let mut from = 0;
    let mut before: Option<RequestRow> = None;
    for until in (0..items.len()).filter(|index| items[*index].named().is_some()).chain([items.len()]) {
        let ahead = items.get(until..).unwrap_or_default();
        let after = ahead.iter().filter_map(|item| item.named()).find(ranked);
        let gap = Gap { items, range: from..until, before, after, fast: &fast, edition, subtotals_behind };
        placed.rows.extend(gap.place());
        if let Some(Item::Named { row, closeness, .. }) = items.get(until).copied() {
            placed.rows.push((row, certainty(closeness, before, row, &items[until + 1..]), until));
            before = if ranked(&row) { Some(row) } else { before };
        }
        from = until + 1;
    }
    let given: Vec<RequestRow> = placed.rows.iter().map(|(row, ..)| *row).listed();
    placed.standing = (0..items.len())
        .filter_map(|index| match items[index] {
            Item::Label(row) if !given.contains(&row) => Some((row, index)),
            _ => None,
        })
        .listed();
    placed
}

/// True where the report prints a subtotal behind its parts, as the form's order of rows has it.
fn subtotals_behind(items: &[Item]) -> bool {
    items.iter().enumerate().any(|(index, item)| match item.row() {
        Some(row) if is_subtotal(row) => {
            let before = items[..index].iter().filter_map(|item| item.row()).next_back();
            before.is_some_and(|before| OutcomeGroup::of(before) == OutcomeGroup::of(row))
        }
        _ => false,
    })
}

/// The rows that are subtotals in both editions. They may be printed before or behind their parts.
const SUBTOTALS: [RequestRow; 3] =
    [RequestRow::DeniedTotal, RequestRow::UnableTotal, RequestRow::RejectedTotal];

fn is_subtotal(row: RequestRow) -> bool {
    SUBTOTALS.contains(&row)
}

/// A label that is only nearly the form's is sure where it stands in the form's order.
fn certainty(
    closeness: Closeness,
    before: Option<RequestRow>,
    row: RequestRow,
    behind: &[Item],
) -> Certainty {
    let after = behind.iter().filter_map(|item| item.named()).find(|row| !is_subtotal(*row));
    let in_order = before.is_none_or(|before| before < row) && after.is_none_or(|after| row < after);
    if closeness == Closeness::Near && !in_order { Certainty::Guess } else { Certainty::Label }
}

/// The edition by the rows under （六）; a label （六）其他处理 alone may be the heading of three.
fn edition_of(items: &[Item]) -> Option<Edition> {
    let of_2021 = |row| {
        matches!(
            row,
            RequestRow::OtherCorrectionOverdue | RequestRow::OtherFeeOverdue | RequestRow::OtherOther
        )
    };
    if items.iter().filter_map(|item| item.row()).any(of_2021) {
        return Some(Edition::Y2021);
    }
    let one_row = items.iter().any(|item| item.named() == Some(RequestRow::OtherTotal));
    one_row.then_some(Edition::Y2019)
}

impl Item {
    /// The row that it names, with its values or without.
    fn row(self) -> Option<RequestRow> {
        match self {
            Item::Named { row, .. } | Item::Label(row) => Some(row),
            Item::Values { .. } => None,
        }
    }

    fn named(self) -> Option<RequestRow> {
        match self {
            Item::Named { row, .. } => Some(row),
            _ => None,
        }
    }
}

/// A row of the form, how surely it is told, and the item that holds its values.
type Told = (RequestRow, Certainty, usize);

/// What stands between two rows that stand fast.
struct Gap<'g> {
    items: &'g [Item],
    range: Range<usize>,
    before: Option<RequestRow>,
    after: Option<RequestRow>,
    fast: &'g [RequestRow],
    edition: Option<Edition>,
    subtotals_behind: bool,
}

impl Gap<'_> {
    fn place(&self) -> Vec<Told> {
        let all: Vec<usize> =
            self.range.clone().filter(|index| matches!(self.items[*index], Item::Values { .. })).collect();
        if all.len() > 1
            && let Some(told) = self.labels_behind(&all)
        {
            return told;
        }
        let (subtotals, labels): (Vec<Pair>, Vec<Pair>) =
            self.pairs().into_iter().partition(|pair| self.is_subtotal(pair.row));
        let given: Vec<Told> =
            subtotals.iter().map(|pair| (pair.row, Certainty::Label, pair.values)).listed();
        let values: Vec<usize> = self
            .range
            .clone()
            .filter(|index| matches!(self.items[*index], Item::Values { .. }))
            .filter(|index| !subtotals.iter().any(|pair| pair.values == *index))
            .listed();
        let told = self
            .labels_behind(&values)
            .or_else(|| self.by_number(&values, &labels, &subtotals))
            .or_else(|| self.blank_row_before(&values))
            .unwrap_or_else(|| self.by_labels(&values, labels));
        given.into_iter().chain(told).listed()
    }

    fn is_subtotal(&self, row: RequestRow) -> bool {
        is_subtotal(row) || row == RequestRow::OtherTotal && self.edition == Some(Edition::Y2021)
    }

    /// Labels with a single row of values right behind them.
    fn pairs(&self) -> Vec<Pair> {
        let is_values =
            |index: usize| self.range.contains(&index) && matches!(self.items[index], Item::Values { .. });
        let mut pairs = Vec::new();
        for index in self.range.clone() {
            if let Item::Label(row) = self.items[index]
                && is_values(index + 1)
                && !is_values(index + 2)
                && self.items[index + 1] == (Item::Values { words: false })
            {
                pairs.push(Pair { row, label: index, values: index + 1 });
            }
        }
        pairs
    }

    /// Just as many values as the form has rows here: each by its place, by its label where that agrees.
    fn by_number(&self, values: &[usize], pairs: &[Pair], subtotals: &[Pair]) -> Option<Vec<Told>> {
        let rows = self.rows_for(values.len(), subtotals)?;
        let told = rows.into_iter().zip(values).map(|(row, index)| {
            let labelled = pairs.iter().any(|pair| pair.row == row && pair.values == *index);
            let certainty = match self.items[*index] {
                _ if labelled => Certainty::Label,
                Item::Values { words: true } => Certainty::Guess,
                _ => Certainty::Position,
            };
            (row, certainty, *index)
        });
        Some(told.listed())
    }

    /// The rows of the form that are missing in this gap, if there are exactly `values` of them. Behind the last row
    /// that stands fast only a few are believed.
    fn rows_for(&self, values: usize, given: &[Pair]) -> Option<Vec<RequestRow>> {
        const MOST_AT_THE_END: usize = 6;
        let open = self.after.is_none() && !self.fast.is_empty();
        if values == 0 || open && values > MOST_AT_THE_END {
            return None;
        }
        let with = |subtotals: bool| {
            let rows = |edition| {
                let is_given = |row: &RequestRow| given.iter().any(|pair| pair.row == *row);
                let mut rows = self.missing(edition, self.before, self.after);
                rows.extend(self.missing_subtotals(edition).filter(|row| subtotals && !is_given(row)));
                sorted::sort(&mut rows);
                rows
            };
            self.editions().into_iter().map(rows).find(|rows| rows.len() == values)
        };
        with(false).or_else(|| with(true))
    }

    /// The subtotals that are missing in this gap, of a report that prints one behind its parts elsewhere.
    fn missing_subtotals(&self, edition: Edition) -> impl Iterator<Item = RequestRow> {
        OutcomeGroup::ALL
            .into_iter()
            .filter(|_| self.subtotals_behind)
            .filter_map(move |group| group.subtotal(edition))
            .filter(|row| !self.fast.contains(row))
            .filter(|row| self.before.is_none_or(|before| before < *row))
            .filter(|row| self.after.is_none_or(|after| *row < after))
    }

    fn editions(&self) -> Vec<Edition> {
        self.edition.map_or_else(|| Edition::ALL.to_vec(), |edition| vec![edition])
    }

    /// The rows that an edition has between two rows, as far as they do not stand fast elsewhere.
    fn missing(
        &self,
        edition: Edition,
        before: Option<RequestRow>,
        after: Option<RequestRow>,
    ) -> Vec<RequestRow> {
        let between = |row: &RequestRow| {
            before.is_none_or(|before| before < *row) && after.is_none_or(|after| *row < after)
        };
        let rows = RequestRow::printed(edition).into_iter();
        rows.filter(|row| between(row) && !self.fast.contains(row)).listed()
    }

    /// The row right before the gap, if its own slots are blank and no row of the form is missing behind it: its
    /// values stand on a line of their own.
    fn blank_row_before(&self, values: &[usize]) -> Option<Vec<Told>> {
        let [index] = values else { return None };
        let Item::Named { row, empty: true, .. } = self.items[self.range.start.checked_sub(1)?] else {
            return None;
        };
        let follows = self.after.is_some_and(|after| row < after);
        let none_missing = self
            .editions()
            .into_iter()
            .any(|edition| self.missing(edition, self.before, self.after).is_empty());
        (follows && none_missing).then(|| vec![(row, Certainty::Position, *index)])
    }

    /// Values, label, values, label: each label behind its values.
    fn labels_behind(&self, values: &[usize]) -> Option<Vec<Told>> {
        let labels = self.range.clone().filter(|index| matches!(self.items[*index], Item::Label(_)));
        if values.is_empty() || labels.count() != values.len() || values.first() != Some(&self.range.start) {
            return None;
        }
        let told: Option<Vec<Told>> = values
            .iter()
            .map(|index| match self.items.get(index + 1) {
                Some(Item::Label(row)) if self.range.contains(&(index + 1)) => {
                    Some((*row, Certainty::Label, *index))
                }
                _ => None,
            })
            .collect();
        told.filter(|told| self.in_order(told.iter().map(|(row, ..)| *row)))
    }

    fn in_order(&self, rows: impl Iterator<Item = RequestRow> + Clone) -> bool {
        let holds = |row: RequestRow| {
            !self.fast.contains(&row)
                && self.before.is_none_or(|before| before < row)
                && self.after.is_none_or(|after| row < after)
        };
        rows.clone().all(holds) && rows.is_sorted_by(|one, two| one < two)
    }

    /// Values by the labels before them. Between two labelled rows values that stand alone are placed by order where
    /// their number is right. Where there are more of them than the form has rows, labels and values are out of step
    /// since the last label that stands alone.
    fn by_labels(&self, values: &[usize], pairs: Vec<Pair>) -> Vec<Told> {
        if !self.in_order(pairs.iter().map(|pair| pair.row)) {
            return Vec::new();
        }
        let alone = |index: &usize| !pairs.iter().any(|pair| pair.values == *index);
        let lone_label = |pair: &Pair, from: usize| {
            (from..pair.label)
                .any(|index| matches!(self.items[index], Item::Label(row) if !self.is_subtotal(row)))
        };
        let mut told: Vec<Told> = Vec::new();
        let mut in_step_to = 0;
        let (mut before, mut from) = (self.before, self.range.start);
        for pair in pairs.iter().map(Some).chain([None]) {
            let until = pair.map_or(self.range.end, |pair| pair.label);
            let after = pair.map_or(self.after, |pair| Some(pair.row));
            let lone: Vec<usize> =
                values.iter().copied().filter(|index| (from..until).contains(index) && alone(index)).listed();
            let missing: Vec<Vec<RequestRow>> =
                self.editions().into_iter().map(|edition| self.missing(edition, before, after)).listed();
            if !lone.is_empty() {
                if missing.iter().all(|rows| rows.len() < lone.len()) {
                    told.truncate(in_step_to);
                    return told;
                }
                let closed = after.is_some();
                if let Some(rows) = missing.iter().find(|rows| closed && rows.len() == lone.len()) {
                    told.extend(
                        rows.iter().zip(&lone).map(|(row, index)| (*row, Certainty::Position, *index)),
                    );
                }
            }
            if let Some(pair) = pair {
                if lone_label(pair, from) {
                    in_step_to = told.len();
                }
                told.push((pair.row, Certainty::Label, pair.values));
                (before, from) = (Some(pair.row), pair.values + 1);
            }
        }
        told
    }
}

/// A label and the values right behind it.
#[derive(Clone, Copy, Debug)]
struct Pair {
    row: RequestRow,
    label: usize,
    values: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use RequestRow::*;

    const V: Item = Item::Values { words: false };

    fn named(row: RequestRow) -> Item {
        Item::Named { row, closeness: Closeness::Exact, empty: false }
    }

    /// What each row got: the index of its values, `'` where by position.
    fn show(items: &[Item]) -> String {
        let placed = place(items);
        let rows = placed.rows.iter().map(|(row, certainty, index)| {
            format!("{}={index}{}", row.key(), if *certainty == Certainty::Label { "" } else { "'" })
        });
        let standing = placed.standing.iter().map(|(row, _)| format!("{}?", row.key()));
        rows.chain(standing).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn values_without_labels_are_placed_only_where_their_number_is_right() {
        let label = Item::Label;
        let cases: [(&str, &[Item], &str); 11] = [
            (
                "labels behind their values, a subtotal's among them",
                &[
                    named(RejectedReconfirmation),
                    V,
                    label(RejectedTotal),
                    V,
                    label(OtherTotal),
                    named(OutcomeTotal),
                ],
                "rejected_reconfirmation=0 rejected_total=1 other_total=3 outcome_total=5",
            ),
            (
                "one row lost its label",
                &[named(Granted), V, named(DeniedStateSecret)],
                "granted=0 partially_granted=1' denied_state_secret=2",
            ),
            (
                "one row too many",
                &[named(Granted), V, V, named(DeniedStateSecret)],
                "granted=0 denied_state_secret=3",
            ),
            (
                "labels with their values on the next line",
                &[named(Granted), label(PartiallyGranted), V, named(DeniedStateSecret)],
                "granted=0 partially_granted=2 denied_state_secret=3",
            ),
            (
                "a label of another place before the values",
                &[
                    named(DeniedThirdParty),
                    label(DeniedInternalAffairs),
                    label(UnableNotHeld),
                    V,
                    named(DeniedProcessInformation),
                ],
                "denied_third_party=0 denied_internal_affairs=3' denied_process_information=4 unable_not_held?",
            ),
            (
                "labels first, then their values",
                &[
                    named(DeniedAdministrativeQuery),
                    label(UnableNotHeld),
                    label(UnableNeedsCreation),
                    label(UnableUnclear),
                    V,
                    V,
                    V,
                    named(RejectedPetition),
                ],
                "denied_administrative_query=0 unable_not_held=4' unable_needs_creation=5' unable_unclear=6' rejected_petition=7",
            ),
            (
                "labels one ahead of their values",
                &[
                    label(DeniedStateSecret),
                    label(DeniedProhibitedByLaw),
                    V,
                    label(DeniedSecurityStability),
                    V,
                    V,
                    named(DeniedThirdParty),
                    named(CarriedOut),
                ],
                "denied_third_party=6 carried_out=7 \
                 denied_state_secret? denied_prohibited_by_law? denied_security_stability?",
            ),
            (
                "a label unknown and another's values lost",
                &[
                    label(NewReceived),
                    label(CarriedIn),
                    V,
                    V,
                    label(PartiallyGranted),
                    V,
                    named(DeniedStateSecret),
                ],
                "partially_granted=5 denied_state_secret=6 new_received? carried_in?",
            ),
            (
                "values first, then their label",
                &[
                    named(DeniedAdministrativeQuery),
                    V,
                    label(UnableNotHeld),
                    V,
                    label(UnableNeedsCreation),
                    V,
                    label(UnableUnclear),
                    named(RejectedPetition),
                ],
                "denied_administrative_query=0 unable_not_held=1 unable_needs_creation=3 unable_unclear=5 rejected_petition=7",
            ),
            (
                "a blank row whose values stand on the next line",
                &[
                    Item::Named { row: UnableNotHeld, closeness: Closeness::Exact, empty: true },
                    V,
                    named(UnableNeedsCreation),
                ],
                "unable_not_held=0 unable_not_held=1' unable_needs_creation=2",
            ),
            (
                "the last row lost its label",
                &[named(OtherTotal), named(OutcomeTotal), V],
                "other_total=0 outcome_total=1 carried_out=2'",
            ),
        ];
        for (name, items, expected) in cases {
            assert_eq!(show(items), expected, "{name}");
        }
        let rows = |edition| RequestRow::printed(edition).len();
        for edition in Edition::ALL {
            assert_eq!(place(&vec![V; rows(edition)]).rows.len(), rows(edition), "no label at all");
        }
        assert_eq!(place(&[V; 24]).rows.len(), 0, "no label at all, and a number of neither edition");
    }
}
