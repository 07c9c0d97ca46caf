//! Table 4: fifteen numbers in one row, three rows or tables of five, or a number a row; by the words beside and
//! above them, and by the fixed order of fifteen.

use super::alignment::Layout;
use super::figures::{self, Figures};
use super::lines::{Kind, Lines, Piece};
use super::printed::Measure;
use super::rows::{Row, rows_of};
use crate::document::Place;
use crate::report::form::{self, Cell, DisputeOutcome, Track, Word};
use crate::report::{Certainty, Figure};
use crate::sorted::Listed;

/// One table 4 of a document.
#[derive(Clone, Debug)]
pub(super) struct DisputesTable {
    /// Where it starts.
    pub(super) place: Place,
    /// Its cells.
    pub(super) figures: Figures,
    /// A printed total of both tracks of litigation.
    pub(super) suits_total: Option<Figure>,
}

/// Every table 4 that stands on these lines.
pub(super) fn read(lines: &Lines<'_>, area: &[usize]) -> Vec<DisputesTable> {
    let rows = rows_of(lines, area, |word| {
        matches!(word, Word::Track(_) | Word::Suits | Word::Outcome(_) | Word::Total)
    });
    let mut tables = vec![Reading::default()];
    for row in rows {
        let begins_again = tables.last().is_some_and(|table| table.begins_again(lines, &row));
        if begins_again {
            tables.push(Reading::default());
        }
        if let Some(table) = tables.last_mut() {
            table.add(lines, row);
        }
    }
    tables.into_iter().filter_map(|table| table.finish(lines)).listed()
}

/// Columns of table 4, as far as a row or a head names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Of(Track, DisputeOutcome),
    /// A total of both tracks of litigation, which the form does not have.
    SuitsTotal,
}

/// A table 4 while its lines come in.
#[derive(Clone, Debug, Default)]
struct Reading {
    place: Option<Place>,
    /// The words of the head since the last row of values, line by line.
    head: Vec<Vec<Word>>,
    /// The lines of text among them, one behind the other.
    head_text: String,
    /// The head before that, for rows that stand under it further down.
    head_before: Vec<Vec<Word>>,
    /// The track that a heading, a caption or a label names for what follows.
    track: Option<Track>,
    rows: Vec<(Vec<Column>, Certainty, Row)>,
    /// Rows of five without a track of their own.
    loose: Vec<Row>,
    /// Rows whose numbers could not be told apart.
    unknown: Vec<Row>,
}

impl Reading {
    /// A second table begins where the head comes again after a full set of fifteen.
    fn begins_again(&self, lines: &Lines<'_>, row: &Row) -> bool {
        let full = self.columns_read() >= Track::ALL.len() * DisputeOutcome::ALL.len();
        full && row.filled(lines) == 0 && !words(lines, row).is_empty()
    }

    fn columns_read(&self) -> usize {
        self.rows.iter().map(|(columns, ..)| columns.len()).sum::<usize>()
            + self.loose.len() * DisputeOutcome::ALL.len()
    }

    fn add(&mut self, lines: &Lines<'_>, row: Row) {
        let words = words(lines, &row);
        let filled = row.filled(lines);
        let is_blank_row = row.grid && filled == 0 && row.slots.len() >= DisputeOutcome::ALL.len();
        let tracks: Vec<Track> = words.iter().filter_map(|word| track(*word)).listed();
        let outcomes: Vec<DisputeOutcome> = words.iter().filter_map(|word| outcome(*word)).listed();
        if !words.is_empty() && self.place.is_none() {
            self.place = Some(row.place(lines));
        }
        // An empty row under the values of its own table.
        if is_blank_row && words.is_empty() && self.has_values_of(row.block) {
            return;
        }
        // Words only, or words with the blank squares of a head.
        let names_one_row = tracks.len() + outcomes.len() <= 2 && row.labels.len() <= 3;
        if filled == 0 && !(is_blank_row && (words.is_empty() || names_one_row && self.has_head())) {
            if words.is_empty() && !row.labels.iter().any(|piece| is_debris(lines.piece(*piece))) {
                return;
            }
            match tracks.as_slice() {
                [only] if outcomes.is_empty() => self.track = Some(*only),
                [_, _, ..] => self.track = None,
                _ => {}
            }
            if !row.grid {
                self.head_text.extend(row.labels.iter().map(|piece| lines.piece(*piece).text));
            }
            self.head.push(words);
            return;
        }
        self.add_values(lines, row, &tracks, &outcomes);
    }

    fn has_values_of(&self, block: usize) -> bool {
        self.rows.iter().map(|(_, _, row)| row).chain(&self.loose).any(|row| row.block == block)
    }

    fn has_head(&self) -> bool {
        self.head.iter().chain(&self.head_before).flatten().any(|word| outcome(*word).is_some())
    }

    fn add_values(&mut self, lines: &Lines<'_>, row: Row, tracks: &[Track], outcomes: &[DisputeOutcome]) {
        // 结果 on one line and 维持 on the next are one word.
        if let Some(words) = form::words_in_one(&std::mem::take(&mut self.head_text)) {
            self.head = vec![words];
        }
        let head = if self.head.is_empty() { self.head_before.clone() } else { self.head.clone() };
        let mut tracks_across: Vec<Track> = head.iter().flatten().filter_map(|word| track(*word)).listed();
        tracks_across.dedup();
        let leaves = leaves(&head);
        let width = width(lines, &row, leaves.len());
        let five = DisputeOutcome::ALL.map(|outcome| move |track| Column::Of(track, outcome));
        let of_track = |track: Track| five.map(|column| column(track)).to_vec();
        let row_track = tracks.last().copied();
        let certainty = |sure: bool| if sure { Certainty::Label } else { Certainty::Position };
        // Fewer values than the head has columns: blanks were lost, and with them every value's column.
        let across = if outcomes.is_empty() { 5 * tracks_across.len() } else { tracks_across.len() };
        if row_track.is_none() && tracks_across.len() > 1 && width < across.max(leaves.len()) {
            self.unknown.push(row);
            return;
        }
        match (row_track, outcomes.last().copied()) {
            // 行政复议 | 结果维持 | 1
            (Some(track), Some(outcome)) if width == 1 => {
                self.track = Some(track);
                self.rows.push((vec![Column::Of(track, outcome)], Certainty::Label, row));
            }
            // 结果维持 | 1 | 0 | 0 under the three tracks, or a number a line under one of them.
            (None, Some(outcome)) if tracks_across.len() == 3 && width == 3 => {
                let columns = tracks_across.iter().map(|track| Column::Of(*track, outcome)).listed();
                self.rows.push((columns, Certainty::Label, row));
            }
            (None, Some(outcome)) if width == 1 => {
                let Some(track) = self.track else {
                    self.unknown.push(row);
                    return;
                };
                self.rows.push((vec![Column::Of(track, outcome)], Certainty::Label, row));
                return;
            }
            (Some(track), None) if width == 5 => {
                let sure = outcomes_in_order(&leaves, 1);
                self.rows.push((of_track(track), certainty(sure), row));
            }
            (None, None) if width == 15 || width == 16 => {
                let mut columns: Vec<Column> = Track::ALL.into_iter().flat_map(of_track).listed();
                if width == 16 {
                    columns.push(Column::SuitsTotal);
                }
                let sure = outcomes_in_order(&leaves, 3) && tracks_across.len() == 3;
                self.rows.push((columns, certainty(sure && width == 15), row));
            }
            (None, None) if width == 10 => {
                let columns =
                    [Track::SuitDirect, Track::SuitAfterReconsideration].into_iter().flat_map(of_track);
                let sure = outcomes_in_order(&leaves, 2) && tracks_across.len() == 2;
                self.rows.push((columns.listed(), certainty(sure), row));
            }
            (None, None) if width == 5 => match self.track.take() {
                Some(track) => {
                    let sure = outcomes_in_order(&leaves, 1);
                    self.rows.push((of_track(track), certainty(sure), row));
                }
                None => self.loose.push(row),
            },
            // 结果维持, and on the next line 1.
            (None, None) if width == 1 => {
                let last = self.head.last().and_then(|words| words.last()).copied();
                if let (Some(track), Some(outcome)) = (self.track, last.and_then(outcome)) {
                    self.head.pop();
                    self.rows.push((vec![Column::Of(track, outcome)], Certainty::Label, row));
                }
                return;
            }
            _ if width > 1 || row_track.is_some() => self.unknown.push(row),
            _ => return,
        }
        if self.place.is_none() {
            self.place = self.rows.last().map(|(.., row)| row.place(lines));
        }
        if !self.head.is_empty() {
            self.head_before = std::mem::take(&mut self.head);
        }
    }

    fn finish(mut self, lines: &Lines<'_>) -> Option<DisputesTable> {
        let place = self.place?;
        // Three rows of five in the form's order.
        let untold: Vec<Track> = Track::ALL.into_iter().filter(|track| !self.has_track(*track)).listed();
        if self.loose.len() == untold.len() {
            for (track, row) in untold.into_iter().zip(std::mem::take(&mut self.loose)) {
                let columns = DisputeOutcome::ALL.map(|outcome| Column::Of(track, outcome)).to_vec();
                self.rows.push((columns, Certainty::Position, row));
            }
        }
        let mut figures = Figures::default();
        let mut suits_total = None;
        for (columns, certainty, row) in &self.rows {
            let layout = Layout::of(lines, [row].into_iter(), columns.len());
            let printed = layout.align(lines, row, columns.len());
            let cells: Vec<(Cell, Certainty)> = columns
                .iter()
                .filter_map(|column| match column {
                    Column::Of(track, outcome) => Some((Cell::Dispute(*track, *outcome), *certainty)),
                    Column::SuitsTotal => None,
                })
                .listed();
            figures.add_row(lines, row, printed.as_deref(), &cells);
            if columns.last() == Some(&Column::SuitsTotal) {
                suits_total = printed
                    .and_then(|printed| printed.last().copied())
                    .map(|last| figures::figure(&last, Measure::Count, *certainty));
            }
        }
        if figures.0.is_empty() {
            let row = self.unknown.first().or(self.loose.first())?;
            let cells: Vec<(Cell, Certainty)> =
                Cell::of_table_4().into_iter().map(|cell| (cell, Certainty::Guess)).listed();
            figures.add_row(lines, row, None, &cells);
        }
        Some(DisputesTable { place, figures, suits_total })
    }

    fn has_track(&self, wanted: Track) -> bool {
        self.rows
            .iter()
            .flat_map(|(columns, ..)| columns)
            .any(|column| matches!(column, Column::Of(track, _) if *track == wanted))
    }
}

/// The number of columns that a row of values fills, as the form has such a number: its slots, or its slots without
/// the padding at the end, or, where the head names fifteen, its slots and the blanks left off at the end.
fn width(lines: &Lines<'_>, row: &Row, leaves: usize) -> usize {
    const WIDTHS: [usize; 6] = [1, 3, 5, 10, 15, 16];
    const MOST_SPARE: usize = 2;
    let slots = row.slots.len();
    if WIDTHS.contains(&slots) {
        return slots;
    }
    let last_filled = row.slots.iter().rposition(|slot| lines.piece(*slot).kind != Kind::Empty);
    let filled = last_filled.map_or(0, |last| last + 1);
    let padded =
        WIDTHS.into_iter().find(|width| (filled..=slots).contains(width) && slots - width <= MOST_SPARE);
    let cut = (row.grid && slots < leaves && leaves - slots <= MOST_SPARE).then_some(leaves);
    padded.or(cut).unwrap_or(filled)
}

/// The words over the single columns: of the last line of the head where it names them all, of all its lines where
/// squares span them.
fn leaves(head: &[Vec<Word>]) -> Vec<DisputeOutcome> {
    let of = |words: &[Word]| words.iter().copied().filter_map(outcome).listed();
    let last = head.last().map(|words| of(words)).unwrap_or_default();
    if last.len() >= Track::ALL.len() * DisputeOutcome::ALL.len() { last } else { of(&head.concat()) }
}

/// The words of a row; those that span from above only where the row has values for them to name.
fn words(lines: &Lines<'_>, row: &Row) -> Vec<Word> {
    let has_values = row.filled(lines) > 0;
    row.labels
        .iter()
        .map(|piece| lines.piece(*piece))
        .filter(|piece| has_values || !piece.from_above)
        .flat_map(|piece| match piece.label() {
            Some(label) => vec![label.word],
            None => form::words_in_one(piece.text).unwrap_or_default(),
        })
        .listed()
}

fn is_debris(piece: &Piece<'_>) -> bool {
    form::is_debris_of_disputes_head(piece.text)
}

fn track(word: Word) -> Option<Track> {
    match word {
        Word::Track(track) => Some(track),
        _ => None,
    }
}

fn outcome(word: Word) -> Option<DisputeOutcome> {
    match word {
        Word::Outcome(outcome) => Some(outcome),
        Word::Total => Some(DisputeOutcome::Total),
        _ => None,
    }
}

/// The five words in the form's order, `times` over.
fn outcomes_in_order(words: &[DisputeOutcome], times: usize) -> bool {
    words.len() == 5 * times && words.chunks(5).all(|five| five == DisputeOutcome::ALL)
}
