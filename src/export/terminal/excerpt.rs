//! The printed rows or words that a finding is about, with marks under the cells.

use crate::document::{Block, Place, Square, Table};
use crate::export::width::{cut, pad_left, pad_right, visible, width};
use crate::export::wording;
use crate::language::Language;
use crate::report::form::Cell;
use crate::report::{Figure, Report};
use crate::review::Review;
use crate::rules::{Finding, Role};
use std::collections::{BTreeMap, BTreeSet};

/// One printed row or sentence and the marks under it.
pub(super) struct Line {
    /// Its line in a text source.
    pub number: Option<u32>,
    /// The words, columns aligned.
    pub words: String,
    /// The marks, aligned under the words; empty for none.
    pub marks: String,
}

/// Columns of a terminal that a row's label, a square and the words around a number may take at most.
const LABEL: usize = 34;
const SQUARE: usize = 20;
const CONTEXT: usize = 32;

/// With more rows than this, rows of noughts are left out.
const ROWS_WITH_NOUGHTS: usize = 8;
/// No excerpt has more rows than this; one that lists cells of no equation, no more than [`LISTED_ROWS`].
const ROWS: usize = 24;
const LISTED_ROWS: usize = 4;

/// The rows that hold the finding's cells; without cells, the words at its place; nothing where it is about the
/// document as a whole.
pub(super) fn excerpt(review: &Review, finding: &Finding, language: Language) -> Vec<Line> {
    let marked = marked(review, finding);
    if marked.is_empty() {
        return finding.place.map(|place| at_place(review, place)).unwrap_or_default();
    }
    let blocks: BTreeSet<usize> = marked.iter().map(|mark| mark.figure.place.block).collect();
    let equation = finding.equation.is_some();
    let mut room = if equation { ROWS } else { LISTED_ROWS };
    let (mut lines, mut noughts, mut left_out) = (Vec::new(), 0, 0);
    for block in blocks {
        let here: Vec<&Marked<'_>> = marked.iter().filter(|mark| mark.figure.place.block == block).collect();
        match review.document.blocks.get(block) {
            Some(Block::Table(table)) => {
                let rows = Rows { table, block, report: review.report.as_ref(), language };
                let shown = rows.shown(&here, equation, room);
                room -= shown.lines.len();
                noughts += shown.noughts;
                left_out += shown.left_out;
                lines.extend(shown.lines);
            }
            Some(other) => {
                let text = other.text().unwrap_or_default();
                let shown = here.len().min(room);
                room -= shown;
                left_out += here.len() - shown;
                lines.extend(here.iter().take(shown).map(|mark| sentence(text, mark.figure.place)));
            }
            None => {}
        }
    }
    let mut say = |words: String| lines.push(Line { number: None, words, marks: String::new() });
    if noughts > 0 {
        say(wording::rows_of_noughts(noughts, language));
    }
    if left_out > 0 {
        say(wording::rows_left_out(left_out, language));
    }
    lines
}

/// A cell of the finding that stands in the document.
struct Marked<'a> {
    cell: Cell,
    figure: &'a Figure,
    role: Role,
    sign: char,
}

/// The finding's cells that have a place. The total, or in an equation without one every cell, is marked `^`,
/// parts are marked `-`.
fn marked<'a>(review: &'a Review, finding: &Finding) -> Vec<Marked<'a>> {
    let Some(report) = &review.report else { return Vec::new() };
    let has_total = finding.cells.iter().any(|(_, role)| *role == Role::Total);
    finding
        .cells
        .iter()
        .filter_map(|(cell, role)| {
            let figure = report.figures.get(cell)?;
            let sign = if has_total && *role != Role::Total { '-' } else { '^' };
            Some(Marked { cell: *cell, figure, role: *role, sign })
        })
        .collect()
}

fn at_place(review: &Review, place: Place) -> Vec<Line> {
    match (review.document.blocks.get(place.block), place.square) {
        (Some(Block::Table(table)), Some((row, column))) => {
            table.owner(row, column).map(|square| sentence(&square.text, place)).into_iter().collect()
        }
        (Some(Block::Table(_)) | None, _) => Vec::new(),
        (Some(block), _) => vec![sentence(block.text().unwrap_or_default(), place)],
    }
}

/// A stretch of words around the place's characters, which are marked; the words' beginning where it has none.
fn sentence(text: &str, place: Place) -> Line {
    let text = visible(text);
    let characters: Vec<char> = text.chars().collect();
    let Some((start, end)) = place.characters else {
        return Line { number: place.origin.line, words: cut(&text, 2 * CONTEXT), marks: String::new() };
    };
    let end = end.min(characters.len());
    let start = start.min(end);
    let before: String = characters[..start].iter().rev().collect();
    let before: String = cut(&before, CONTEXT).chars().rev().collect();
    let middle: String = characters[start..end].iter().collect();
    let middle = cut(&middle, 2 * CONTEXT);
    let after: String = characters[end..].iter().collect();
    Line {
        number: place.origin.line,
        marks: format!("{}{}", " ".repeat(width(&before)), "^".repeat(width(&middle).max(1))),
        words: format!("{before}{middle}{}", cut(&after, CONTEXT)),
    }
}

/// Rows of one table.
struct Rows<'a> {
    table: &'a Table,
    block: usize,
    report: Option<&'a Report>,
    language: Language,
}

/// A row to show: its label, and its squares from the first figure on by grid column.
struct Row {
    number: Option<u32>,
    label: String,
    squares: BTreeMap<usize, String>,
    signs: BTreeMap<usize, char>,
}

/// What is shown of a table, and how many rows are not.
struct Shown {
    lines: Vec<Line>,
    noughts: usize,
    left_out: usize,
}

impl Rows<'_> {
    /// At most `room` of the rows with marks; of many in an equation, those of noughts are left out first.
    fn shown(&self, marked: &[&Marked<'_>], equation: bool, room: usize) -> Shown {
        let mut by_row: BTreeMap<usize, Vec<&Marked<'_>>> = BTreeMap::new();
        for mark in marked {
            if let Some((row, _)) = mark.figure.place.square {
                by_row.entry(row).or_default().push(mark);
            }
        }
        let all = by_row.len();
        if all > ROWS_WITH_NOUGHTS && equation {
            by_row.retain(|_, marks| marks.iter().any(|mark| !is_nought_part(mark)));
        }
        let rows: Vec<Row> = by_row.iter().take(room).map(|(index, marks)| self.row(*index, marks)).collect();
        Shown { lines: align(&rows), noughts: all - by_row.len(), left_out: by_row.len() - rows.len() }
    }

    fn row(&self, row: usize, marks: &[&Marked<'_>]) -> Row {
        let first = self.first_figure(row, marks);
        let signs: BTreeMap<usize, char> =
            marks.iter().filter_map(|mark| Some((mark.figure.place.square?.1, mark.sign))).collect();
        let printed = |square: &&Square| square.printed && square.column >= first;
        let squares = self.table.row(row).filter(printed).map(|square| {
            let text = cut(visible(&square.text).trim(), SQUARE);
            // A blank that is marked has to be seen.
            let blank = text.is_empty() && signs.contains_key(&square.column);
            (square.column, if blank { "␣".to_owned() } else { text })
        });
        let number = marks.iter().find_map(|mark| mark.figure.place.origin.line);
        Row { number, label: self.label(row, first, marks), squares: squares.collect(), signs }
    }

    /// The grid column of the first figure that was read in the row.
    fn first_figure(&self, row: usize, marks: &[&Marked<'_>]) -> usize {
        let figures = self.report.into_iter().flat_map(|report| report.figures.values());
        let places = figures.map(|figure| figure.place).filter(|place| place.block == self.block);
        let columns = places.filter_map(|place| place.square).filter(|(at, _)| *at == row);
        let columns = columns.chain(marks.iter().filter_map(|mark| mark.figure.place.square));
        columns.map(|(_, column)| column).min().unwrap_or_default()
    }

    /// The printed words nearest before the first figure; the form's own in brackets where none are printed.
    fn label(&self, row: usize, first: usize, marks: &[&Marked<'_>]) -> String {
        let before = (0..first).rev().filter_map(|column| self.table.owner(row, column));
        let printed = before.map(|square| visible(&square.text).trim().to_owned());
        let label = printed.into_iter().find(|text| !text.is_empty());
        let lost = || marks.first().map(|mark| wording::lost_label(mark.cell, self.language));
        cut(&label.or_else(lost).unwrap_or_default(), LABEL)
    }
}

fn is_nought_part(mark: &Marked<'_>) -> bool {
    mark.role == Role::Part && mark.figure.number().is_some_and(|number| number.is_zero())
}

/// Rows with their columns in line: labels to the left, squares to the right.
fn align(rows: &[Row]) -> Vec<Line> {
    let label_width = rows.iter().map(|row| width(&row.label)).max().unwrap_or_default();
    let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
    for (column, text) in rows.iter().flat_map(|row| &row.squares) {
        let widest = columns.entry(*column).or_default();
        *widest = (*widest).max(width(text)).max(1);
    }
    rows.iter()
        .map(|row| {
            let mut words = pad_right(&row.label, label_width);
            let mut marks = " ".repeat(label_width);
            for (column, widest) in &columns {
                let text = row.squares.get(column).map(String::as_str).unwrap_or_default();
                let sign = row.signs.get(column).map(char::to_string).unwrap_or_default();
                words.push_str(&format!("  {}", pad_left(text, *widest)));
                marks.push_str(&format!("  {}", pad_left(&sign.repeat(width(text).max(1)), *widest)));
            }
            let marks = marks.trim_end().to_owned();
            Line { number: row.number, words: words.trim_end().to_owned(), marks }
        })
        .collect()
}
