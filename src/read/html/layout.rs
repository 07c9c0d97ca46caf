//! Tables used for layout, taken apart: rows whose cells hold pieces of the page become those pieces in reading
//! order, rows that are a table of their own stay one.

use super::frame::BIG;
use crate::document::{Origin, Square, Table};
use crate::read::words::{fold, is_figure};

/// Something within a cell besides its words.
#[derive(Debug)]
pub(super) struct Piece {
    /// Which cell, counted as they were printed.
    pub(super) cell: usize,
    /// Where in the cell's text, in bytes.
    pub(super) at: usize,
    /// What it is.
    pub(super) what: What,
}

/// What stands within a cell.
#[derive(Debug)]
pub(super) enum What {
    /// A table.
    Table(Box<Table>),
    /// A heading of a level that reaches to an offset.
    Heading(u8, usize),
    /// A picture at a line of the source.
    Picture(u32),
    /// The line of the source where the text goes on after a line break.
    Line(u32),
}

/// A piece of the page in reading order.
#[derive(Debug)]
pub(super) enum Item {
    Paragraph(String, Origin),
    Heading(u8, String, Origin),
    Table(Table),
    Picture(Origin),
}

/// Figures in a row that make it a row of a data table, whatever else its cells hold.
const FIGURES: usize = 3;

/// Takes a table apart as far as it was used for layout.
pub(super) fn resolve(table: Table, mut pieces: Vec<Piece>) -> Vec<Item> {
    pieces.sort_by_key(|piece| (piece.cell, piece.at));
    let printed: Vec<&Square> = table.printed().collect();
    let is_frame = printed.windows(2).all(|pair| pair[0].row != pair[1].row);
    let is_layout = is_frame || is_taken_apart(&printed, &pieces);
    let mut items = Vec::new();
    let mut later = pieces.into_iter().peekable();
    let mut chunk = Chunk { from: 0, pieces: Vec::new() };
    let mut start = 0;
    while let Some(first) = printed.get(start) {
        let end = start + printed[start..].partition_point(|square| square.row == first.row);
        let mut own = Vec::new();
        while let Some(piece) = later.next_if(|piece| piece.cell < end) {
            own.push(piece);
        }
        let row = &printed[start..end];
        if is_frame || is_layout && (is_content(row, &own) || row.len() == 1 && has_heading(&own)) {
            if items.is_empty() {
                items.extend(table.caption.iter().map(|words| paragraph(words, table.origin)));
            }
            chunk.emit(&table, first.row, &mut items);
            chunk.from = first.row + 1;
            emit_cells(row, start, own, &mut items);
        } else {
            chunk.pieces.extend(own);
        }
        start = end;
    }
    chunk.pieces.extend(later);
    if chunk.from == 0 {
        let after = std::mem::take(&mut chunk.pieces);
        items.push(Item::Table(table));
        items.extend(after.into_iter().filter_map(kept));
    } else {
        chunk.emit(&table, table.rows(), &mut items);
    }
    items
}

/// Rows that follow one another and are no pieces of the page.
struct Chunk {
    from: usize,
    pieces: Vec<Piece>,
}

impl Chunk {
    /// Emits the rows up to `to`: a table, or lines where no row has two cells; then what stood in their cells.
    fn emit(&mut self, table: &Table, to: usize, items: &mut Vec<Item>) {
        if let Some(rows) = table.rows_between(self.from, to) {
            let is_grid =
                (0..rows.rows()).any(|row| rows.row(row).filter(|square| square.printed).count() > 1);
            if is_grid {
                items.push(Item::Table(rows));
            } else {
                items.extend(rows.printed().flat_map(|square| {
                    square.text.split('\n').map(|line| paragraph(line, square.origin)).collect::<Vec<_>>()
                }));
            }
        }
        items.extend(self.pieces.drain(..).filter_map(kept));
    }
}

/// True for a table that has a row whose cells hold pieces of the page.
fn is_taken_apart(printed: &[&Square], pieces: &[Piece]) -> bool {
    let mut start = 0;
    printed.chunk_by(|one, next| one.row == next.row).any(|row| {
        let end = start + row.len();
        let first = pieces.partition_point(|piece| piece.cell < start);
        let last = pieces.partition_point(|piece| piece.cell < end);
        start = end;
        is_content(row, &pieces[first..last])
    })
}

fn has_heading(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece.what, What::Heading(..)))
}

/// True for a row whose cells hold pieces of the page: tables or long text, and not figures. A heading alone
/// proves nothing: some editors set every cell in one.
fn is_content(row: &[&Square], pieces: &[Piece]) -> bool {
    let holds = pieces.iter().any(|piece| matches!(piece.what, What::Table(_)))
        || row.iter().any(|square| square.text.len() > BIG);
    holds && row.iter().filter(|square| is_figure(&square.text)).count() < FIGURES
}

/// What of a cell that stays a cell comes after the table: tables and pictures, but not its own words.
fn kept(piece: Piece) -> Option<Item> {
    match piece.what {
        What::Table(table) => Some(Item::Table(*table)),
        What::Picture(line) => Some(Item::Picture(at_line(line))),
        What::Heading(..) | What::Line(_) => None,
    }
}

/// Emits the content of a row's cells; `first` is the number of its first cell.
fn emit_cells(row: &[&Square], first: usize, pieces: Vec<Piece>, items: &mut Vec<Item>) {
    let mut pieces = pieces.into_iter().peekable();
    for (index, square) in row.iter().enumerate() {
        let mut cell = Cell { square, at: 0, origin: square.origin };
        while let Some(piece) = pieces.next_if(|piece| piece.cell <= first + index) {
            match piece.what {
                What::Line(line) => {
                    cell.emit_to(piece.at, items);
                    cell.origin = at_line(line);
                }
                What::Heading(level, end) => {
                    cell.emit_to(piece.at, items);
                    let words = square.text.get(cell.at..end).unwrap_or_default();
                    items.push(Item::Heading(level, fold(words), cell.origin));
                    cell.at = end;
                }
                What::Table(table) => {
                    cell.emit_to(piece.at, items);
                    items.push(Item::Table(*table));
                }
                What::Picture(line) => {
                    cell.emit_to(piece.at, items);
                    items.push(Item::Picture(at_line(line)));
                }
            }
        }
        cell.emit_to(square.text.len(), items);
    }
}

/// How far a cell's text was emitted.
struct Cell<'a> {
    square: &'a Square,
    at: usize,
    origin: Origin,
}

impl Cell<'_> {
    /// Emits the lines up to an offset.
    fn emit_to(&mut self, to: usize, items: &mut Vec<Item>) {
        if let Some(text) = self.square.text.get(self.at..to) {
            let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
            items.extend(lines.map(|line| paragraph(line, self.origin)));
            self.at = to;
        }
    }
}

fn paragraph(words: &str, origin: Origin) -> Item {
    Item::Paragraph(words.to_owned(), origin)
}

fn at_line(line: u32) -> Origin {
    Origin { line: Some(line), page: None }
}
