//! Table 3: rows named by their words, and where those are lost by the form's fixed order between rows that have
//! theirs. What neither tells is not guessed.

mod entry;
mod head;
mod mending;
mod order;
mod transposed;

use super::alignment::Layouts;
use super::figures::Figures;
use super::lines::{Kind, Lines};
use super::rows::{Row, rows_of};
use crate::document::Place;
use crate::report::form::{Applicant, Cell, Edition, RequestRow};
use crate::report::{Certainty, EditionFound};
use crate::sorted::Listed;
use entry::{Entry, What, classify, names_a_row};
use head::RequestsHead;
use order::Item;

/// One table 3 of a document.
#[derive(Clone, Debug)]
pub(super) struct RequestsTable {
    /// Where it starts.
    pub(super) place: Place,
    /// Its cells.
    pub(super) figures: Figures,
    /// Its edition.
    pub(super) edition: EditionFound,
}

/// Every table 3 that stands on these lines.
pub(super) fn read(lines: &Lines<'_>, area: &[usize]) -> Vec<RequestsTable> {
    let rows = rows_of(lines, area, names_a_row);
    if let Some((place, figures)) = transposed::requests(lines, &rows) {
        let rows = figures.0.keys().filter_map(|cell| match cell {
            Cell::Request(row, _) => Some(*row),
            _ => None,
        });
        let edition = edition_of(rows);
        return vec![RequestsTable { place, figures, edition }];
    }
    instances(classify(lines, rows)).into_iter().filter_map(|instance| instance.read(lines)).listed()
}

/// Cuts the entries where a second table 3 begins.
fn instances(entries: Vec<Entry>) -> Vec<Instance> {
    const ENOUGH_FOR_ONE: usize = 3;
    let mut instances = vec![Instance::default()];
    for entry in entries {
        if let Some(last) = instances.last_mut()
            && entry.row_meant() == Some(RequestRow::NewReceived)
            && last.rows_meant().count() > ENOUGH_FOR_ONE
        {
            let entries = last.take_trailing_head();
            instances.push(Instance { entries });
        }
        if let Some(last) = instances.last_mut() {
            last.entries.push(entry);
        }
    }
    instances
}

/// The lines of one table 3.
#[derive(Clone, Debug, Default)]
struct Instance {
    entries: Vec<Entry>,
}

impl Instance {
    fn rows_meant(&self) -> impl Iterator<Item = RequestRow> {
        self.entries.iter().filter_map(Entry::row_meant)
    }

    /// The head lines at the end, which belong to the table that begins after them.
    fn take_trailing_head(&mut self) -> Vec<Entry> {
        let kept = self.entries.iter().rposition(|entry| entry.what != What::Head).map_or(0, |last| last + 1);
        self.entries.split_off(kept)
    }

    fn read(self, lines: &Lines<'_>) -> Option<RequestsTable> {
        let narrow = self.narrow(lines);
        let first = self.entries.iter().find(|entry| entry.what != What::Fragment)?;
        let place = first.row.place(lines);
        let (heads, entries): (Vec<Entry>, Vec<Entry>) =
            self.entries.into_iter().partition(|entry| entry.what == What::Head);
        let head = RequestsHead::of(lines, &heads.iter().map(|entry| &entry.row).listed(), narrow);
        let entries = mending::mended(lines, entries, &head.columns);
        if !is_table(&entries, !heads.is_empty()) {
            return None;
        }
        let (assigned, standing) = assign(lines, &entries);
        let figures = figures(lines, &head, &assigned, &standing);
        let rows = assigned.iter().map(|told| told.named).chain(entries.iter().filter_map(Entry::row_meant));
        Some(RequestsTable { place, figures, edition: edition_of(rows) })
    }

    /// The number of slots that every named row fills, where it is the same.
    fn narrow(&self, lines: &Lines<'_>) -> Option<usize> {
        let mut widths = self.entries.iter().filter(|entry| entry.named().is_some()).filter_map(|entry| {
            let last = entry.row.slots.iter().rposition(|slot| lines.piece(*slot).kind != Kind::Empty);
            last.map(|last| last + 1)
        });
        let first = widths.next()?;
        widths.all(|width| width == first).then_some(first)
    }
}

/// Lines are a table 3 where some have a row's slots, and a head or several rows of the form show which table.
fn is_table(entries: &[Entry], has_head: bool) -> bool {
    const SLOTS: usize = 3;
    const ROWS: usize = 3;
    entries.iter().any(|entry| entry.row.slots.len() >= SLOTS)
        && (has_head || entries.iter().filter_map(Entry::row_meant).count() >= ROWS)
}

/// A row of the form with the line that holds its values.
struct Told<'e> {
    named: RequestRow,
    certainty: Certainty,
    row: &'e Row,
}

/// Gives every row of values its row of the form, as far as that is certain; and the labels that stand without
/// values that could be given to them.
fn assign<'e>(lines: &Lines<'_>, entries: &'e [Entry]) -> (Vec<Told<'e>>, Vec<Told<'e>>) {
    let items: Vec<(&Row, Item)> = entries
        .iter()
        .filter_map(|entry| match entry.what {
            What::Named(row, closeness) => {
                Some((&entry.row, Item::Named { row, closeness, empty: entry.row.filled(lines) == 0 }))
            }
            What::Label(row, _) => Some((&entry.row, Item::Label(row))),
            What::Values { words } => Some((&entry.row, Item::Values { words })),
            What::Head | What::Fragment => None,
        })
        .listed();
    let placed = order::place(&items.iter().map(|(_, item)| *item).listed());
    let told = |named, certainty, index: usize| Told { named, certainty, row: items[index].0 };
    let assigned = placed.rows.into_iter().map(|(named, certainty, index)| told(named, certainty, index));
    let standing = placed.standing.into_iter().map(|(named, index)| told(named, Certainty::Guess, index));
    (assigned.listed(), standing.listed())
}

fn figures(lines: &Lines<'_>, head: &RequestsHead, assigned: &[Told<'_>], standing: &[Told<'_>]) -> Figures {
    let mut figures = Figures::default();
    let rows: Vec<&Row> = assigned.iter().map(|told| told.row).listed();
    let layouts = Layouts::of(lines, &rows, head.columns.len());
    for told in assigned {
        let certainty = told.certainty.max(head.certainty(told.row.block));
        let cells: Vec<(Cell, Certainty)> =
            head.columns.iter().map(|column| (Cell::Request(told.named, *column), certainty)).listed();
        let printed = layouts.of_row(lines, told.row).align(lines, told.row, head.columns.len());
        figures.add_row(lines, told.row, printed.as_deref(), &cells);
    }
    for told in standing {
        let cells = Applicant::PRINTED.map(|column| (Cell::Request(told.named, column), told.certainty));
        figures.add_row(lines, told.row, None, &cells);
    }
    figures
}

/// The edition by the rows under （六）: three of them, or one.
fn edition_of(rows: impl Iterator<Item = RequestRow>) -> EditionFound {
    let mut found = EditionFound::Unknown;
    for row in rows {
        match row {
            RequestRow::OtherCorrectionOverdue | RequestRow::OtherFeeOverdue | RequestRow::OtherOther => {
                return EditionFound::Plain(Edition::Y2021);
            }
            RequestRow::OtherTotal => found = EditionFound::Plain(Edition::Y2019),
            _ => {}
        }
    }
    found
}
