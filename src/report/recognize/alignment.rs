//! Slots to columns: which printed value stands in which column of the form. Only what is certain is told.

use super::lines::{Kind, Lines, Piece};
use super::rows::Row;
use crate::document::Place;
use crate::sorted::{self, Listed};

/// What one column of a row holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printed<'a> {
    /// The text; empty where the row ends before this column.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) place: Place,
    /// True where one square covers several columns or rows: a number in it belongs to none of them for certain.
    pub(super) shared: bool,
    /// True where only the order tells the column, the row not having a square for each.
    pub(super) by_order: bool,
}

/// How the rows of one block lay their slots out, learnt from all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    start: Start,
    /// True where the block is known to keep blank squares between filled ones.
    keeps_blanks: bool,
}

/// Where the columns start in a row that has more slots than the table has columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// At the first slot: padding stands behind.
    FirstSlot,
    /// So that they end at the last slot: padding stands before.
    LastSlots,
    /// At this grid column.
    Column(usize),
    /// Not known.
    Unknown,
}

/// The layouts of a table that may be cut into several: its pieces of one width are laid out alike.
pub(super) struct Layouts(Vec<(usize, Layout)>);

impl Layouts {
    /// Learns from all rows of a table with `columns` columns of values.
    pub(super) fn of(lines: &Lines<'_>, rows: &[&Row], columns: usize) -> Layouts {
        let mut widths: Vec<usize> = rows.iter().map(|row| lines.width(row.line)).listed();
        sorted::sort(&mut widths);
        widths.dedup();
        let layout = |width: usize| {
            let alike = rows.iter().copied().filter(|row| lines.width(row.line) == width);
            (width, Layout::of(lines, alike, columns))
        };
        Layouts(widths.into_iter().map(layout).listed())
    }

    /// The layout of a row that was learnt from.
    pub(super) fn of_row(&self, lines: &Lines<'_>, row: &Row) -> Layout {
        let width = lines.width(row.line);
        let unknown = Layout { start: Start::Unknown, keeps_blanks: false };
        self.0.iter().find(|(known, _)| *known == width).map_or(unknown, |(_, layout)| *layout)
    }
}

impl Layout {
    /// Learns from rows that are laid out alike, with `columns` columns of values.
    pub(super) fn of<'r>(
        lines: &Lines<'_>,
        rows: impl Iterator<Item = &'r Row> + Clone,
        columns: usize,
    ) -> Layout {
        let keeps_blanks = rows.clone().any(|row| has_blank_between(lines, row));
        let exact = rows.clone().filter(|row| row.grid && row.slots.len() == columns);
        let mut exact_starts =
            exact.filter_map(|row| row.slots.first()).map(|slot| lines.piece(*slot).column);
        let exact_start = exact_starts.next().filter(|first| exact_starts.all(|start| start == *first));
        let longer = rows.filter(|row| row.slots.len() > columns);
        let grid_columns = longer
            .clone()
            .flat_map(|row| row.slots.iter().map(|slot| lines.piece(*slot).column))
            .max()
            .unwrap_or(0);
        let candidates = [Start::FirstSlot, Start::LastSlots]
            .into_iter()
            .chain((0..=grid_columns).map(Start::Column))
            .filter(|start| longer.clone().all(|row| window(lines, row, columns, *start).is_some()));
        // Rows without padding show the grid column where values start, if the longer rows can start there too.
        if let Some(start) = exact_start.map(Start::Column)
            && candidates.clone().any(|candidate| candidate == start)
        {
            return Layout { start, keeps_blanks };
        }
        let mut chosen: Option<Start> = None;
        for candidate in candidates {
            let agrees = |known: Start| {
                longer.clone().all(|row| {
                    row.filled(lines) == 0
                        || window(lines, row, columns, known) == window(lines, row, columns, candidate)
                })
            };
            match chosen {
                None => chosen = Some(candidate),
                Some(known) if agrees(known) => {}
                Some(_) => {
                    chosen = Some(Start::Unknown);
                    break;
                }
            }
        }
        Layout { start: chosen.unwrap_or(Start::Unknown), keeps_blanks }
    }

    /// What each of the `columns` columns of a row holds; `None` where that cannot be told for certain.
    pub(super) fn align<'a>(self, lines: &Lines<'a>, row: &Row, columns: usize) -> Option<Vec<Printed<'a>>> {
        let filled = row.filled(lines);
        let whole = |slot: &usize| {
            let piece = lines.piece(*slot);
            Printed {
                text: piece.text,
                place: piece.place,
                shared: piece.columns > 1 && row.slots.len() < columns || piece.rows > 1,
                by_order: false,
            }
        };
        if row.slots.len() == columns {
            return Some(row.slots.iter().map(whole).listed());
        }
        if row.slots.len() > columns {
            if filled == columns {
                let filled = row.slots.iter().filter(|slot| lines.piece(**slot).kind != Kind::Empty);
                return Some(filled.map(whole).listed());
            }
            let start = match window(lines, row, columns, self.start) {
                Some(start) => start,
                None if filled == 0 => 0,
                None => only_window(lines, row, columns)?,
            };
            return Some(row.slots[start..start + columns].iter().map(whole).listed());
        }
        if let Some(spread) = spread(lines, row, columns) {
            return Some(spread);
        }
        if let Some(split) = split(lines, row, columns) {
            return Some(split);
        }
        self.ends_early(lines, row, columns)
    }

    /// A row that ends before the last column. Where its block keeps blanks between filled squares, those at the
    /// end alone were left off. One square short and none blank, it may have lost any.
    fn ends_early<'a>(self, lines: &Lines<'a>, row: &Row, columns: usize) -> Option<Vec<Printed<'a>>> {
        let filled = row.filled(lines);
        let lost_one = row.slots.len() + 1 == columns && filled == row.slots.len();
        if !row.grid || filled > 0 && (!self.keeps_blanks || lost_one) {
            return None;
        }
        let last = lines.piece(*row.slots.last()?);
        let present = row.slots.iter().map(|slot| {
            let piece = lines.piece(*slot);
            Printed { text: piece.text, place: piece.place, shared: piece.rows > 1, by_order: true }
        });
        let missing = Printed { text: "", place: last.place, shared: false, by_order: true };
        Some(present.chain(std::iter::repeat_n(missing, columns - row.slots.len())).listed())
    }
}

/// The first slot of the columns under `start`, if everything filled stands within them.
fn window(lines: &Lines<'_>, row: &Row, columns: usize, start: Start) -> Option<usize> {
    let spare = row.slots.len().checked_sub(columns)?;
    let first = match start {
        Start::FirstSlot => 0,
        Start::LastSlots => spare,
        Start::Column(column) => row.slots.iter().position(|slot| lines.piece(*slot).column == column)?,
        Start::Unknown => return None,
    };
    (first <= spare && holds_all(lines, row, columns, first)).then_some(first)
}

/// The first slot of the only window that holds everything filled.
fn only_window(lines: &Lines<'_>, row: &Row, columns: usize) -> Option<usize> {
    let spare = row.slots.len().checked_sub(columns)?;
    let mut fitting = (0..=spare).filter(|first| holds_all(lines, row, columns, *first));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn holds_all(lines: &Lines<'_>, row: &Row, columns: usize, first: usize) -> bool {
    let is_empty = |slot: &usize| lines.piece(*slot).kind == Kind::Empty;
    row.slots[..first].iter().all(is_empty) && row.slots[first + columns..].iter().all(is_empty)
}

/// A row of a table with a blank slot before a filled one; before the label or where it should be, blanks are another
/// matter.
fn has_blank_between(lines: &Lines<'_>, row: &Row) -> bool {
    let mut kinds = row.slots.iter().map(|slot| lines.piece(*slot).kind);
    let starts_filled = kinds.clone().next().is_some_and(|kind| kind != Kind::Empty);
    row.grid
        && (starts_filled || !row.labels.is_empty())
        && kinds.any(|kind| kind == Kind::Empty)
        && kinds.any(|kind| kind != Kind::Empty)
}

/// Squares that cover several columns each, together all of them: what is blank or a dash holds for each column.
fn spread<'a>(lines: &Lines<'a>, row: &Row, columns: usize) -> Option<Vec<Printed<'a>>> {
    let covered: usize = row.slots.iter().map(|slot| lines.piece(*slot).columns).sum();
    if covered != columns || !row.grid {
        return None;
    }
    let each = |piece: &Piece<'a>| Printed {
        text: piece.text,
        place: piece.place,
        shared: piece.columns > 1 || piece.rows > 1,
        by_order: false,
    };
    let pieces = row.slots.iter().map(|slot| lines.piece(*slot));
    Some(pieces.flat_map(|piece| std::iter::repeat_n(each(piece), piece.columns)).listed())
}

/// Squares that hold several numbers each, together as many as there are columns: a lost ruling line put them
/// into one, in order.
fn split<'a>(lines: &Lines<'a>, row: &Row, columns: usize) -> Option<Vec<Printed<'a>>> {
    let mut printed = Vec::with_capacity(columns);
    for slot in &row.slots {
        let piece = lines.piece(*slot);
        if piece.kind != Kind::Value {
            return None;
        }
        let mut character = piece.place.characters.map_or(0, |(start, _)| start);
        let mut rest = piece.text;
        while !rest.is_empty() {
            let blank = rest.len() - rest.trim_start().len();
            character += rest[..blank].chars().count();
            rest = &rest[blank..];
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if end > 0 {
                let length = rest[..end].chars().count();
                let place = Place { characters: Some((character, character + length)), ..piece.place };
                printed.push(Printed { text: &rest[..end], place, shared: false, by_order: true });
                character += length;
            }
            rest = &rest[end..];
        }
    }
    (printed.len() == columns).then_some(printed)
}
