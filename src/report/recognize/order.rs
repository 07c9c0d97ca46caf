//! The form's fixed order as the last key: rows of values that lost their labels, between rows that kept theirs.

use crate::report::Certainty;
use crate::report::form::{Closeness, Edition, RequestRow};

/// What stands on one line of table 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A row with its label and the slots of its values, all blank if `empty`.
    Named { row: RequestRow, closeness: Closeness, empty: bool },
    /// A label alone.
    Label(RequestRow),
    /// Values alone; `words` where words stand beside them that are none of the form's.
    Values { words: bool },
    /// Neither.
    Nothing,
}

/// Where the items belong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Placed {
    /// Rows of the form with the index of the item that holds their values.
    pub(super) rows: Vec<(RequestRow, Certainty, usize)>,
    /// Labels, by index, whose values could not be told.
    pub(super) standing: Vec<(RequestRow, usize)>,
}

/// Places every item. `blocks` are the items' blocks of the document.
pub(super) fn place(items: &[Item], blocks: &[usize]) -> Placed {
    let mut placed = Placed::default();
    let named: Vec<RequestRow> = items.iter().filter_map(|item| item.named()).collect();
    let edition = edition_of(items);
    let anchors: Vec<usize> = (0..items.len()).filter(|index| items[*index].named().is_some()).collect();
    let mut from = 0usize;
    for anchor in anchors.iter().copied().map(Some).chain([None]) {
        let until = anchor.unwrap_or(items.len());
        let before = from.checked_sub(1).and_then(|index| items.get(index)).and_then(|item| item.named());
        let after = anchor.and_then(|index| items[index].named());
        let gap = Gap { items, range: from..until, before, after, named: &named, edition };
        // Values after the last row of the form that is known belong to the table only within its block.
        let bounded = anchor.is_some()
            || anchors.is_empty()
            || (from..until).all(|index| from > 0 && blocks[index] == blocks[from - 1]);
        gap.place(bounded, &mut placed);
        if let Some(index) = anchor
            && let Item::Named { row, closeness, .. } = items[index]
        {
            placed.rows.push((row, certainty(closeness, before, row, items, index), index));
        }
        from = until + 1;
    }
    placed
}

/// A label that is only nearly the form's is sure where it stands in the form's order.
fn certainty(
    closeness: Closeness,
    before: Option<RequestRow>,
    row: RequestRow,
    items: &[Item],
    index: usize,
) -> Certainty {
    let after = items[index + 1..].iter().find_map(|item| item.named());
    let in_order = before.is_none_or(|before| before < row) && after.is_none_or(|after| row < after);
    if closeness == Closeness::Near && !in_order { Certainty::Guess } else { Certainty::Label }
}

fn edition_of(items: &[Item]) -> Option<Edition> {
    let mut edition = None;
    for item in items {
        match item {
            Item::Named { row, .. } | Item::Label(row) => match row {
                RequestRow::OtherCorrectionOverdue | RequestRow::OtherFeeOverdue | RequestRow::OtherOther => {
                    return Some(Edition::Y2021);
                }
                RequestRow::OtherTotal => edition = Some(Edition::Y2019),
                _ => {}
            },
            _ => {}
        }
    }
    edition
}

impl Item {
    fn named(self) -> Option<RequestRow> {
        match self {
            Item::Named { row, .. } => Some(row),
            _ => None,
        }
    }
}

/// What stands between two rows that have both label and values.
struct Gap<'i> {
    items: &'i [Item],
    range: std::ops::Range<usize>,
    before: Option<RequestRow>,
    after: Option<RequestRow>,
    named: &'i [RequestRow],
    edition: Option<Edition>,
}

impl Gap<'_> {
    fn place(&self, bounded: bool, placed: &mut Placed) {
        let values: Vec<usize> =
            self.range.clone().filter(|index| matches!(self.items[*index], Item::Values { .. })).collect();
        if let Some(pairs) = self.pairs(values.len()) {
            placed.rows.extend(pairs.into_iter().map(|(row, index)| (row, Certainty::Label, index)));
        } else if let Some(rows) = self.rows_for(values.len()).filter(|_| bounded) {
            for (row, index) in rows.into_iter().zip(values) {
                let words = matches!(self.items[index], Item::Values { words: true });
                let certainty = if words { Certainty::Guess } else { Certainty::Position };
                placed.rows.push((row, certainty, index));
            }
        } else if let (Some(row), [index]) = (self.blank_row_before(), values.as_slice()) {
            placed.rows.push((row, Certainty::Position, *index));
        }
        let given = |row: RequestRow| placed.rows.iter().any(|(other, ..)| *other == row);
        let labels = self.range.clone().filter_map(|index| match self.items[index] {
            Item::Label(row) if !self.named.contains(&row) && !given(row) => Some((row, index)),
            _ => None,
        });
        placed.standing = placed.standing.iter().copied().chain(labels).collect();
    }

    /// Label, values, label, values: each row of values with the label beside it. `None` where any label is out of
    /// the form's order or any values have no label of their own.
    fn pairs(&self, values: usize) -> Option<Vec<(RequestRow, usize)>> {
        let items: Vec<(usize, Item)> = self
            .range
            .clone()
            .map(|index| (index, self.items[index]))
            .filter(|(_, item)| *item != Item::Nothing)
            .collect();
        let labels: Vec<RequestRow> = items
            .iter()
            .filter_map(|(_, item)| match item {
                Item::Label(row) => Some(*row),
                _ => None,
            })
            .collect();
        let expected = |row: RequestRow| {
            self.before.is_none_or(|before| before < row)
                && self.after.is_none_or(|after| row < after)
                && !self.named.contains(&row)
        };
        if values == 0
            || !labels.iter().all(|row| expected(*row))
            || !labels.is_sorted_by(|one, two| one < two)
        {
            return None;
        }
        let paired = |reversed: bool| {
            let mut pairs = Vec::with_capacity(values);
            for window in items.windows(2) {
                let (label, value) = if reversed { (window[1], window[0]) } else { (window[0], window[1]) };
                if let (Item::Label(row), (index, Item::Values { words: false })) = (label.1, value) {
                    pairs.push((row, index));
                }
            }
            (pairs.len() == values).then_some(pairs)
        };
        paired(false).or_else(|| paired(true).filter(|_| labels.len() == values))
    }

    /// The row before the gap, if its own slots are blank and no row of the form is missing behind it: its values
    /// stand on a line of their own.
    fn blank_row_before(&self) -> Option<RequestRow> {
        let Item::Named { row, empty: true, .. } = self.items[self.range.start.checked_sub(1)?] else {
            return None;
        };
        let after = self.after?;
        let missing = |edition| {
            RequestRow::printed(edition)
                .into_iter()
                .any(|other| row < other && other < after && !self.named.contains(&other))
        };
        let edition = self.edition.map_or_else(|| Edition::ALL.to_vec(), |edition| vec![edition]);
        (row < after && edition.into_iter().any(|edition| !missing(edition))).then_some(row)
    }

    /// The rows of the form that are missing in this gap, if there are exactly `values` of them.
    fn rows_for(&self, values: usize) -> Option<Vec<RequestRow>> {
        if values == 0 || self.before.zip(self.after).is_some_and(|(before, after)| before >= after) {
            return None;
        }
        let editions =
            Edition::ALL.into_iter().filter(|edition| self.edition.is_none_or(|known| known == *edition));
        editions
            .map(|edition| {
                RequestRow::printed(edition)
                    .into_iter()
                    .filter(|row| self.before.is_none_or(|before| before < *row))
                    .filter(|row| self.after.is_none_or(|after| *row < after))
                    .filter(|row| !self.named.contains(row))
                    .collect::<Vec<_>>()
            })
            .find(|rows| rows.len() == values)
    }
}
