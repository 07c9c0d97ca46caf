//! What printing and extraction did to the lines of table 3, undone: labels broken over lines, rows broken into two,
//! values one a line, lines of other things between them.

use super::super::lines::Lines;
use super::super::printed::{self, Measure};
use super::super::rows::Row;
use super::edition_of;
use super::entry::{Entry, What};
use crate::report::form::{Applicant, Closeness, Edition, Label, RequestRow, Word};
use crate::report::{EditionFound, State};
use crate::sorted::Listed;

/// The lines of one table 3 with `columns`, its head left out, mended.
pub(super) fn mended(lines: &Lines<'_>, entries: Vec<Entry>, columns: &[Applicant]) -> Vec<Entry> {
    let entries = with_labels_joined(lines, entries);
    let entries = with_runs_split(lines, entries, columns);
    let entries = without_noise(lines, entries, columns.len());
    let entries = with_rows_joined(lines, entries);
    without_heading_of_others(lines, entries)
}

/// Puts a label together that is broken over several lines of text; its numbers may stand on the last of them.
fn with_labels_joined(lines: &Lines<'_>, mut entries: Vec<Entry>) -> Vec<Entry> {
    let mut index = 0;
    while index < entries.len() {
        if let Some((what, last)) = label_from(lines, &entries, index) {
            let mut labels = std::mem::take(&mut entries[index].row.labels);
            labels.append(&mut entries[last].row.labels);
            entries[last].row.labels = labels;
            entries[last].what = what;
            entries.drain(index..last);
        }
        index += 1;
    }
    entries
}

/// The row that a few lines from `index` on name together and no fewer do, and the last of these lines.
fn label_from(lines: &Lines<'_>, entries: &[Entry], index: usize) -> Option<(What, usize)> {
    const MOST_LINES: usize = 6;
    let is_exact = |entry: &Entry| matches!(entry.what, What::Label(_, Closeness::Exact));
    let words_alone =
        |entry: &Entry| matches!(entry.what, What::Fragment | What::Label(..)) && entry.row.slots.is_empty();
    let with_values = |entry: &Entry| entry.what == (What::Values { words: true }) && !entry.row.grid;
    let first = &entries[index];
    if !words_alone(first) {
        return None;
    }
    let mut text = words_of(lines, first);
    let mut found = None;
    for (offset, entry) in entries[index + 1..].iter().enumerate().take(MOST_LINES - 1) {
        let ends = with_values(entry);
        if !ends && (!words_alone(entry) || is_exact(entry) || is_exact(first)) {
            break;
        }
        text.push_str(&words_of(lines, entry));
        let label = Label::of(&text).filter(|label| label.closeness == Closeness::Exact);
        if let Some(Word::Row(row)) = label.map(|label| label.word) {
            let what = if ends { What::Named } else { What::Label };
            found = Some((what(row, Closeness::Exact), index + 1 + offset));
        }
        if ends {
            break;
        }
    }
    found
}

/// The words that begin in an entry's own line.
fn words_of(lines: &Lines<'_>, entry: &Entry) -> String {
    let pieces = entry.row.labels.iter().map(|piece| lines.piece(*piece));
    pieces.filter(|piece| !piece.from_above).map(|piece| piece.text).collect()
}

/// Values that stand one a line, as many as several rows have. Some extract a table row by row and some column by
/// column: rows they are only where every 总计 is the sum of its kinds, and columns they cannot be as well.
fn with_runs_split(lines: &Lines<'_>, entries: Vec<Entry>, columns: &[Applicant]) -> Vec<Entry> {
    let mut split = Vec::with_capacity(entries.len());
    for entry in entries {
        let run = &entry.row.slots;
        let several = !entry.row.grid
            && entry.what == (What::Values { words: false })
            && run.len() > columns.len()
            && run.len().is_multiple_of(columns.len())
            && reads_row_by_row(lines, run, columns);
        if several {
            split.extend(run.chunks(columns.len()).map(|slots| Entry {
                row: Row { slots: slots.to_vec(), ..entry.row.clone() },
                what: entry.what,
            }));
        } else {
            split.push(entry);
        }
    }
    split
}

fn reads_row_by_row(lines: &Lines<'_>, run: &[usize], columns: &[Applicant]) -> bool {
    let values: Option<Vec<i64>> = run.iter().map(|slot| count(lines.piece(*slot).text)).collect();
    let Some(values) = values else { return false };
    let (width, height) = (columns.len(), values.len() / columns.len());
    let by_row: Vec<i64> = values.clone();
    let by_column: Vec<i64> =
        (0..values.len()).map(|index| values[index % width * height + index / width]).listed();
    let adds_up = |values: &[i64]| values.chunks(width).all(|row| row_adds_up(row, columns));
    adds_up(&by_row) && (by_row == by_column || !adds_up(&by_column))
}

fn row_adds_up(row: &[i64], columns: &[Applicant]) -> bool {
    let sum = |wanted: &dyn Fn(Applicant) -> bool| {
        let values = columns.iter().zip(row).filter(|(column, _)| wanted(**column));
        values.fold(0i64, |sum, (_, value)| sum.saturating_add(*value))
    };
    sum(&|column| Applicant::KINDS.contains(&column)) == sum(&|column| column == Applicant::Total)
}

/// The whole number that a text says; a dash is none.
fn count(text: &str) -> Option<i64> {
    match printed::read(text, Measure::Count).state {
        State::Number(value) => value.to_whole(),
        State::Dash => Some(0),
        State::Blank | State::Unreadable => None,
    }
}

/// Leaves out what is no row of the table: a page's number, a table that is none of the form's, numbers of the prose.
fn without_noise(lines: &Lines<'_>, mut entries: Vec<Entry>, columns: usize) -> Vec<Entry> {
    let fits = |row: &Row| row.slots.len() >= columns || row.grid;
    let is_grid = entries.iter().any(|entry| entry.row.grid && entry.row.slots.len() >= columns);
    let well_named: Vec<RequestRow> =
        entries.iter().filter(|entry| fits(&entry.row)).filter_map(Entry::named).listed();
    entries.retain(|entry| match entry.what {
        What::Fragment | What::Head => false,
        What::Label(..) => true,
        What::Named(row, _) => fits(&entry.row) || !well_named.contains(&row),
        What::Values { words } => {
            let filled = entry.row.filled(lines);
            if entry.row.grid {
                filled > 0 && entry.row.slots.len() >= Applicant::LEGAL.len().min(columns)
            } else {
                filled == columns || !words && !is_grid && filled > 1
            }
        }
    });
    entries
}

/// Puts together what one row of the form has on two lines: its label on the first and its numbers, with the rest of
/// the label, on the second; or a heading and the row under it.
fn with_rows_joined(lines: &Lines<'_>, entries: Vec<Entry>) -> Vec<Entry> {
    let mut joined: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(last) = joined.last_mut() else {
            joined.push(entry);
            continue;
        };
        let is_empty = |entry: &Entry| entry.row.filled(lines) == 0;
        match (last.what, entry.what) {
            (What::Label(above, _), What::Named(row, _) | What::Label(row, _)) if above == row => {
                *last = entry
            }
            (What::Named(above, _), What::Label(row, _)) if above == row => {}
            (What::Named(above, _), What::Named(row, _)) if above == row && is_empty(last) => *last = entry,
            (What::Named(above, _), What::Named(row, _)) if above == row && is_empty(&entry) => {}
            (What::Named(above, closeness), What::Values { words: true })
                if closeness != Closeness::Exact
                    && is_empty(last)
                    && name_together(lines, last, &entry, above) =>
            {
                *last = Entry { what: What::Named(above, Closeness::Exact), ..entry };
            }
            _ => joined.push(entry),
        }
    }
    joined
}

fn name_together(lines: &Lines<'_>, first: &Entry, second: &Entry, row: RequestRow) -> bool {
    let text = words_of(lines, first) + &words_of(lines, second);
    Label::of(&text).is_some_and(|label| label.word == Word::Row(row))
}

/// A line （六）其他处理 without numbers over the three rows of the 2021 form is their heading.
fn without_heading_of_others(lines: &Lines<'_>, mut entries: Vec<Entry>) -> Vec<Entry> {
    let is_of_2021 = |row| edition_of([row].into_iter()) == EditionFound::Plain(Edition::Y2021);
    let first_of_three = entries.iter().position(|entry| entry.row_meant().is_some_and(is_of_2021));
    let heading = entries[..first_of_three.unwrap_or(0)]
        .iter()
        .rposition(|entry| entry.row_meant() == Some(RequestRow::OtherTotal) && entry.row.filled(lines) == 0);
    if let Some(heading) = heading {
        entries.remove(heading);
    }
    entries
}
