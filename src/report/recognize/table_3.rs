//! Table 3: rows named by their words, and where those are lost by the form's fixed order between rows that have
//! theirs. What neither tells is not guessed.

use super::alignment::Layouts;
use super::figures::Figures;
use super::head::RequestsHead;
use super::lines::{Kind, Lines};
use super::order::{self, Item};
use super::printed::{self, Measure};
use super::rows::{Row, rows_of};
use super::transposed;
use crate::document::Place;
use crate::report::form::{Applicant, Cell, Closeness, Edition, Label, OutcomeGroup, RequestRow, Word};
use crate::report::{Certainty, EditionFound, State};

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
    instances(classify(lines, rows)).into_iter().filter_map(|instance| instance.read(lines)).collect()
}

/// One line of the table, understood as far as its own words go.
#[derive(Clone, Debug)]
struct Entry {
    row: Row,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// A row of the form with slots for its values.
    Named(RequestRow, Closeness),
    /// A row's label alone.
    Label(RequestRow, Closeness),
    /// Values alone; `words` where words stand beside them that are none of the form's.
    Values { words: bool },
    /// Part of the head.
    Head,
    /// Words alone that are none of the form's: perhaps a piece of a label.
    Fragment,
}

/// The words that can label a row of table 3.
fn names_a_row(word: Word) -> bool {
    matches!(word, Word::Row(_) | Word::Group(_) | Word::Results | Word::Subtotal | Word::Total | Word::Other)
}

fn classify(lines: &Lines<'_>, rows: Vec<Row>) -> Vec<Entry> {
    let mut context = Context::default();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let what = context.classify(lines, &row);
        entries.extend(what.map(|what| Entry { row, what }));
    }
    entries
}

/// What the lines above tell about words that mean several things.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    group: Option<OutcomeGroup>,
    last: Option<RequestRow>,
    in_head: bool,
}

impl Context {
    fn classify(&mut self, lines: &Lines<'_>, row: &Row) -> Option<What> {
        let filled = row.filled(lines);
        let words: Vec<Label> = row.words(lines).collect();
        let rows_named =
            words.iter().filter(|label| matches!(label.word, Word::Row(_) | Word::Group(_))).count();
        let own = row.labels.iter().filter(|piece| !lines.piece(**piece).from_above).count();
        // The form has three columns of labels: four words with nothing behind them are a head.
        if is_head(lines, row, &words) || filled == 0 && (rows_named > 2 || own > 3) {
            self.in_head = true;
            return Some(What::Head);
        }
        for label in &words {
            match label.word {
                Word::Group(group) => self.group = Some(group),
                Word::Results => self.group = None,
                _ => {}
            }
        }
        let last = row.labels.last().and_then(|piece| lines.piece(*piece).label());
        let label = last
            .filter(|label| names_a_row(label.word))
            .or_else(|| label_in_pieces(lines, row))
            .or_else(|| words.iter().rev().copied().find(|label| matches!(label.word, Word::Row(_))));
        let Some(label) = label else {
            let wordy = !row.labels.is_empty();
            if filled > 0 {
                self.in_head = false;
                return Some(What::Values { words: wordy });
            }
            return wordy.then_some(What::Fragment);
        };
        // 总计 and 其他 stand in the head as well, each on a line of its own.
        let generic = matches!(label.word, Word::Total | Word::Other | Word::Subtotal);
        if generic && filled == 0 && (self.in_head || self.last.is_none()) {
            return Some(What::Head);
        }
        let named = self.resolve(label.word, &words, filled > 0)?;
        self.in_head = false;
        self.last = Some(named);
        self.group = OutcomeGroup::of(named);
        if row.slots.is_empty() {
            Some(What::Label(named, label.closeness))
        } else {
            Some(What::Named(named, label.closeness))
        }
    }

    fn resolve(&self, word: Word, beside: &[Label], filled: bool) -> Option<RequestRow> {
        let group_beside = beside.iter().rev().find_map(|label| match label.word {
            Word::Group(group) => Some(group),
            _ => None,
        });
        match word {
            Word::Row(row) => Some(row),
            // A group's own line has numbers only where they are its subtotal; （六） is one row in the 2019 form.
            Word::Group(OutcomeGroup::Other) => Some(RequestRow::OtherTotal),
            Word::Group(group) => filled.then(|| subtotal(group)).flatten(),
            Word::Subtotal => subtotal(group_beside.or(self.group)?),
            Word::Total => match group_beside {
                Some(group) => subtotal(group),
                None => Some(RequestRow::OutcomeTotal),
            },
            // The third of three rows, or （六） without its number.
            Word::Other => match self.last {
                Some(RequestRow::OtherCorrectionOverdue | RequestRow::OtherFeeOverdue) => {
                    Some(RequestRow::OtherOther)
                }
                _ if group_beside == Some(OutcomeGroup::Other) => Some(RequestRow::OtherOther),
                _ if self.group == Some(OutcomeGroup::Other) => Some(RequestRow::OtherTotal),
                Some(RequestRow::RejectedReconfirmation | RequestRow::RejectedTotal) => {
                    Some(RequestRow::OtherTotal)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// A label with a slip of the pen, or one that is split over two squares of its row.
fn label_in_pieces(lines: &Lines<'_>, row: &Row) -> Option<Label> {
    let own: Vec<usize> =
        row.labels.iter().copied().filter(|piece| !lines.piece(*piece).from_above).collect();
    let last = lines.piece(*own.last()?);
    if row.slots.is_empty() {
        return None;
    }
    let joined = || {
        let text: String = own.iter().map(|piece| lines.piece(*piece).text).collect();
        (own.len() > 1).then(|| Label::of(&text)).flatten()
    };
    joined().or_else(|| Label::near(last.text)).filter(|label| names_a_row(label.word))
}

fn subtotal(group: OutcomeGroup) -> Option<RequestRow> {
    group.subtotal(Edition::Y2021)
}

/// A line of the head: the note, the applicants' words, or their debris.
fn is_head(lines: &Lines<'_>, row: &Row, words: &[Label]) -> bool {
    let of_the_head = |word: Word| {
        matches!(word, Word::ReconciliationNote | Word::Applicants | Word::LegalPersons | Word::Applicant(_))
    };
    if words.iter().any(|label| names_a_row(label.word) && !generic(label.word)) {
        return false;
    }
    words.iter().any(|label| of_the_head(label.word))
        || row.filled(lines) == 0
            && row
                .labels
                .iter()
                .map(|piece| lines.piece(*piece))
                .any(|piece| piece.label().is_none() && RequestsHead::is_part(piece.text))
}

fn generic(word: Word) -> bool {
    matches!(word, Word::Total | Word::Other | Word::Subtotal)
}

/// Cuts the entries where a second table 3 begins.
fn instances(entries: Vec<Entry>) -> Vec<Instance> {
    let mut instances = vec![Instance::default()];
    for entry in entries {
        let begins = matches!(
            entry.what,
            What::Named(RequestRow::NewReceived, _) | What::Label(RequestRow::NewReceived, _)
        );
        if begins && instances.last().is_some_and(|instance| instance.rows_seen().count() > 3) {
            let head = instances.last_mut().map(Instance::take_trailing_head).unwrap_or_default();
            instances.push(Instance { entries: head });
        }
        if let Some(last) = instances.last_mut() {
            last.entries.push(entry);
        }
    }
    instances
}

#[derive(Clone, Debug, Default)]
struct Instance {
    entries: Vec<Entry>,
}

/// Rows of the form with the lines that hold their values, and labels whose values could not be told.
struct Assigned {
    rows: Vec<(RequestRow, Certainty, Row)>,
    standing: Vec<(RequestRow, Row)>,
}

impl Instance {
    fn rows_seen(&self) -> impl Iterator<Item = RequestRow> {
        self.entries.iter().filter_map(|entry| match entry.what {
            What::Named(row, _) | What::Label(row, _) => Some(row),
            _ => None,
        })
    }

    /// The head lines at the end, which belong to the table that begins after them.
    fn take_trailing_head(&mut self) -> Vec<Entry> {
        let kept = self.entries.iter().rposition(|entry| entry.what != What::Head).map_or(0, |last| last + 1);
        self.entries.split_off(kept)
    }

    fn read(mut self, lines: &Lines<'_>) -> Option<RequestsTable> {
        let heads: Vec<&Row> =
            self.entries.iter().filter(|entry| entry.what == What::Head).map(|entry| &entry.row).collect();
        let has_head = !heads.is_empty();
        let head = RequestsHead::of(lines, &heads, self.narrow(lines));
        let place = self.entries.first()?.row.place(lines);
        let columns = head.columns.len();
        self.entries.retain(|entry| entry.what != What::Head);
        self.join_fragments(lines);
        self.split_runs(lines, &head.columns);
        self.drop_noise(lines, columns);
        self.merge_split_rows(lines);
        self.drop_heading_of_others(lines);
        let is_table = self
            .entries
            .iter()
            .any(|entry| !matches!(entry.what, What::Fragment) && entry.row.slots.len() >= columns.min(3));
        if !(is_table && (has_head || self.rows_seen().count() > 2)) {
            return None;
        }
        let Assigned { rows: assigned, standing } = self.assign(lines);
        let mut figures = Figures::default();
        let rows: Vec<&Row> = assigned.iter().map(|(_, _, row)| row).collect();
        let layouts = Layouts::of(lines, &rows, columns);
        for (named, certainty, row) in &assigned {
            let layout = layouts.of_row(lines, row);
            let certainty = (*certainty).max(head.certainty(row.block));
            let cells: Vec<(Cell, Certainty)> =
                head.columns.iter().map(|column| (Cell::Request(*named, *column), certainty)).collect();
            let printed = layout.align(lines, row, columns);
            figures.add_row(lines, row, printed.as_deref(), &cells);
        }
        for (named, row) in standing {
            if !assigned.iter().any(|(other, _, _)| *other == named) {
                let cells: Vec<(Cell, Certainty)> =
                    Applicant::PRINTED.map(|column| (Cell::Request(named, column), Certainty::Guess)).into();
                figures.add_row(lines, &row, None, &cells);
            }
        }
        let edition = edition_of(assigned.iter().map(|(row, _, _)| *row).chain(self.rows_seen()));
        Some(RequestsTable { place, figures, edition })
    }

    /// The number of slots that every named row has, where it is less than the form's seven.
    fn narrow(&self, lines: &Lines<'_>) -> Option<usize> {
        let mut widths = self.entries.iter().filter_map(|entry| match entry.what {
            What::Named(..) => {
                let last = entry.row.slots.iter().rposition(|slot| lines.piece(*slot).kind != Kind::Empty);
                last.map(|last| last + 1)
            }
            _ => None,
        });
        let first = widths.next()?;
        widths.all(|width| width == first).then_some(first)
    }

    /// Puts a label together that is broken over several lines of text; its numbers may stand on the last of them.
    fn join_fragments(&mut self, lines: &Lines<'_>) {
        const MOST_LINES: usize = 6;
        let mut index = 0;
        while index < self.entries.len() {
            if let Some((what, last)) = self.label_from(lines, index, MOST_LINES) {
                let first = self.entries[index].row.clone();
                let row = &mut self.entries[last].row;
                row.labels.splice(0..0, first.labels);
                self.entries[last].what = what;
                self.entries.drain(index..last);
            }
            index += 1;
        }
    }

    /// The row that a few lines from `index` on name together and no fewer do, and the last of these lines.
    fn label_from(&self, lines: &Lines<'_>, index: usize, most: usize) -> Option<(What, usize)> {
        let is_exact = |entry: &Entry| matches!(entry.what, What::Label(_, Closeness::Exact));
        let words_alone = |entry: &Entry| {
            matches!(entry.what, What::Fragment | What::Label(..)) && entry.row.slots.is_empty()
        };
        let with_values = |entry: &Entry| entry.what == (What::Values { words: true }) && !entry.row.grid;
        let text_of = |entry: &Entry| -> String {
            entry.row.labels.iter().map(|piece| lines.piece(*piece).text).collect()
        };
        let first = &self.entries[index];
        if !words_alone(first) {
            return None;
        }
        let mut text = text_of(first);
        let mut found = None;
        for (offset, entry) in self.entries[index + 1..].iter().enumerate().take(most - 1) {
            let ends = with_values(entry);
            if !ends && (!words_alone(entry) || is_exact(entry) || is_exact(first)) {
                break;
            }
            text.push_str(&text_of(entry));
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

    /// Values that stand one a line, as many as several rows have. Some extract a table row by row and some column by
    /// column: rows they are only where every 总计 is the sum of its kinds, and columns they cannot be as well.
    fn split_runs(&mut self, lines: &Lines<'_>, columns: &[Applicant]) {
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in self.entries.drain(..) {
            let run = &entry.row.slots;
            let several = !entry.row.grid
                && matches!(entry.what, What::Values { .. })
                && entry.row.labels.is_empty()
                && run.len() > columns.len()
                && run.len().is_multiple_of(columns.len())
                && row_by_row(lines, run, columns);
            if !several {
                entries.push(entry);
                continue;
            }
            for slots in run.chunks(columns.len()) {
                let row = Row { slots: slots.to_vec(), ..entry.row.clone() };
                entries.push(Entry { row, what: entry.what });
            }
        }
        self.entries = entries;
    }

    /// Leaves out values that are no row of the table: a page's number, a table that is none of the form's,
    /// numbers of the prose.
    fn drop_noise(&mut self, lines: &Lines<'_>, columns: usize) {
        let fits = |row: &Row| row.slots.len() >= columns || row.grid;
        let grid = self.entries.iter().any(|entry| entry.row.grid && entry.row.slots.len() >= columns);
        let suitable: Vec<RequestRow> = self
            .entries
            .iter()
            .filter(|entry| fits(&entry.row))
            .filter_map(|entry| match entry.what {
                What::Named(row, _) => Some(row),
                _ => None,
            })
            .collect();
        self.entries.retain(|entry| match entry.what {
            What::Fragment | What::Head => false,
            What::Label(..) => true,
            What::Named(row, _) => fits(&entry.row) || !suitable.contains(&row),
            What::Values { words } => {
                let filled = entry.row.filled(lines);
                if entry.row.grid {
                    filled > 0 && entry.row.slots.len() >= columns.min(5)
                } else {
                    filled == columns || !words && !grid && filled > 1
                }
            }
        });
    }

    /// Puts together what one row of the form has on two lines: its label on the first and its numbers, with the
    /// rest of the label, on the second; or a heading and the row under it.
    fn merge_split_rows(&mut self, lines: &Lines<'_>) {
        let mut merged: Vec<Entry> = Vec::with_capacity(self.entries.len());
        for entry in self.entries.drain(..) {
            let Some(last) = merged.last_mut() else {
                merged.push(entry);
                continue;
            };
            let empty = |entry: &Entry| entry.row.filled(lines) == 0;
            match (last.what, entry.what) {
                (What::Label(above, _), What::Named(row, _) | What::Label(row, _)) if above == row => {
                    *last = entry;
                }
                (What::Named(above, _), What::Label(row, _)) if above == row => {}
                (What::Named(above, _), What::Named(row, _)) if above == row && empty(last) => *last = entry,
                (What::Named(above, _), What::Named(row, _)) if above == row && empty(&entry) => {}
                (What::Named(above, closeness), What::Values { words: true })
                    if empty(last) && closeness != Closeness::Exact =>
                {
                    let text: String = last
                        .row
                        .labels
                        .iter()
                        .chain(&entry.row.labels)
                        .map(|piece| lines.piece(*piece))
                        .filter(|piece| !piece.from_above)
                        .map(|piece| piece.text)
                        .collect();
                    if Label::of(&text).is_some_and(|label| label.word == Word::Row(above)) {
                        *last = Entry { what: What::Named(above, Closeness::Exact), ..entry };
                    } else {
                        merged.push(entry);
                    }
                }
                _ => merged.push(entry),
            }
        }
        self.entries = merged;
    }

    /// A line （六）其他处理 without numbers over the three rows of the 2021 form is their heading.
    fn drop_heading_of_others(&mut self, lines: &Lines<'_>) {
        let of_2021 = |row: RequestRow| edition_of([row].into_iter()) == EditionFound::Plain(Edition::Y2021);
        let first = self.entries.iter().position(|entry| match entry.what {
            What::Named(row, _) | What::Label(row, _) => of_2021(row),
            _ => false,
        });
        let mut index = 0;
        self.entries.retain(|entry| {
            let heading = matches!(
                entry.what,
                What::Named(RequestRow::OtherTotal, _) | What::Label(RequestRow::OtherTotal, _)
            );
            index += 1;
            !(heading && entry.row.filled(lines) == 0 && first.is_some_and(|first| index <= first))
        });
    }

    /// Gives every row of values its row of the form, as far as that is certain; and the labels that stand without
    /// values that could be given to them.
    fn assign(&self, lines: &Lines<'_>) -> Assigned {
        let items: Vec<(usize, Item)> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| match entry.what {
                What::Named(row, closeness) => {
                    Some((index, Item::Named { row, closeness, empty: entry.row.filled(lines) == 0 }))
                }
                What::Label(row, _) => Some((index, Item::Label(row))),
                What::Values { words } => Some((index, Item::Values { words })),
                What::Head | What::Fragment => None,
            })
            .collect();
        let placed = order::place(&items.iter().map(|(_, item)| *item).collect::<Vec<Item>>());
        let row_at = |index: usize| self.entries[items[index].0].row.clone();
        Assigned {
            rows: placed.rows.into_iter().map(|(row, sure, index)| (row, sure, row_at(index))).collect(),
            standing: placed.standing.into_iter().map(|(row, index)| (row, row_at(index))).collect(),
        }
    }
}

/// True where a run of values makes rows that add up, read row by row, and does not read column by column.
fn row_by_row(lines: &Lines<'_>, run: &[usize], columns: &[Applicant]) -> bool {
    let Some(values) = run.iter().map(|slot| count(lines.piece(*slot).text)).collect::<Option<Vec<i64>>>()
    else {
        return false;
    };
    let rows = values.len() / columns.len();
    let by_row: Vec<Vec<i64>> = values.chunks(columns.len()).map(<[i64]>::to_vec).collect();
    let by_column: Vec<Vec<i64>> =
        (0..rows).map(|row| (0..columns.len()).map(|column| values[column * rows + row]).collect()).collect();
    let adds_up = |matrix: &[Vec<i64>]| {
        matrix.iter().all(|row| {
            let (mut kinds, mut total) = (0i64, 0i64);
            for (column, value) in columns.iter().zip(row) {
                match column {
                    Applicant::Total => total = *value,
                    Applicant::LegalPersonSubtotal => {}
                    _ => kinds = kinds.saturating_add(*value),
                }
            }
            kinds == total
        })
    };
    adds_up(&by_row) && (by_row == by_column || !adds_up(&by_column))
}

/// The whole number that a text says; a dash is none.
fn count(text: &str) -> Option<i64> {
    match printed::read(text, Measure::Count).state {
        State::Number(value) => value.to_whole(),
        State::Dash => Some(0),
        State::Blank | State::Unreadable => None,
    }
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
