//! Tables used for layout, taken apart: rows whose cells hold pieces of the page become those pieces in reading
//! order, rows that are a table of their own stay one.

use super::frame::BIG;
use crate::document::{Origin, Square, Table};
use crate::read::words::{fold, is_figure};
use crate::sorted::{self, Listed};

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

/// Pieces of the page, so many at most.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) list: Vec<Item>,
    most: usize,
    /// True if pieces were left out.
    pub(super) was_cut: bool,
}

impl Items {
    fn push(&mut self, item: Item) {
        self.was_cut |= self.list.len() >= self.most;
        if !self.was_cut {
            self.list.push(item);
        }
    }

    /// Adds the lines of a text as paragraphs.
    fn push_lines(&mut self, text: &str, origin: Origin) {
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            if self.was_cut {
                return;
            }
            self.push(Item::Paragraph(line.to_owned(), origin));
        }
    }

    /// Adds what of a cell that stays a cell comes after its table: tables and pictures, but not its own words.
    fn push_kept(&mut self, piece: Piece) {
        match piece.what {
            What::Table(table) => self.push(Item::Table(*table)),
            What::Picture(line) => self.push(Item::Picture(at_line(line))),
            What::Heading(..) | What::Line(_) => {}
        }
    }
}

/// Figures in a row that make it a row of a data table, whatever else its cells hold.
const FIGURES: usize = 3;

/// Takes a table apart as far as it was used for layout, into `most` pieces at most.
pub(super) fn resolve(table: Table, mut pieces: Vec<Piece>, most: usize) -> Items {
    sorted::sort_by_key(&mut pieces, |piece| (piece.cell, piece.at));
    let printed: Vec<&Square> = table.printed().listed();
    let is_frame = printed.windows(2).all(|pair| pair[0].row != pair[1].row);
    let mut items = Items { list: Vec::new(), most, was_cut: false };
    if !is_frame && !is_taken_apart(&printed, &pieces) {
        items.push(Item::Table(table));
        pieces.into_iter().for_each(|piece| items.push_kept(piece));
        return items;
    }
    if let Some(caption) = &table.caption {
        items.push_lines(caption, table.origin);
    }
    let mut pieces = pieces.into_iter().peekable();
    let mut chunk = Chunk { from: 0, pieces: Vec::new() };
    let mut first = 0;
    for row in printed.chunk_by(|one, next| one.row == next.row) {
        let end = first + row.len();
        let own: Vec<Piece> = std::iter::from_fn(|| pieces.next_if(|piece| piece.cell < end)).listed();
        if is_frame || is_content(row, &own) || row.len() == 1 && has_heading(&own) {
            chunk.emit(&table, row[0].row, &mut items);
            chunk.from = row[0].row + 1;
            emit_cells(row, first, own, &mut items);
        } else {
            chunk.pieces.extend(own);
        }
        first = end;
    }
    chunk.pieces.extend(pieces);
    chunk.emit(&table, table.rows(), &mut items);
    items
}

/// Rows that follow one another and are no pieces of the page.
struct Chunk {
    from: usize,
    pieces: Vec<Piece>,
}

impl Chunk {
    /// Emits the rows up to `to`: a table, or lines where no row has two cells; then what stood in their cells.
    fn emit(&mut self, table: &Table, to: usize, items: &mut Items) {
        if let Some(rows) = table.rows_between(self.from, to) {
            let is_grid =
                (0..rows.rows()).any(|row| rows.row(row).filter(|square| square.printed).count() > 1);
            if is_grid {
                items.push(Item::Table(rows));
            } else {
                rows.printed().for_each(|square| items.push_lines(&square.text, square.origin));
            }
        }
        self.pieces.drain(..).for_each(|piece| items.push_kept(piece));
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

/// True for a row whose cells hold pieces of the page: tables or long text, and not figures. A heading alone
/// proves nothing: some editors set every cell in one.
fn is_content(row: &[&Square], pieces: &[Piece]) -> bool {
    let holds = pieces.iter().any(|piece| matches!(piece.what, What::Table(_)))
        || row.iter().any(|square| square.text.len() > BIG);
    holds && row.iter().filter(|square| is_figure(&square.text)).count() < FIGURES
}

fn has_heading(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece.what, What::Heading(..)))
}

/// Emits the content of a row's cells; `first` is the number of its first cell.
fn emit_cells(row: &[&Square], first: usize, pieces: Vec<Piece>, items: &mut Items) {
    let mut pieces = pieces.into_iter().peekable();
    for (index, square) in row.iter().enumerate() {
        let mut cell = Cell { square, at: 0, origin: square.origin };
        while let Some(piece) = pieces.next_if(|piece| piece.cell <= first + index) {
            cell.emit_to(piece.at, items);
            match piece.what {
                What::Line(line) => cell.origin = at_line(line),
                What::Heading(level, end) => {
                    let words = square.text.get(cell.at..end).unwrap_or_default();
                    items.push(Item::Heading(level, fold(words), cell.origin));
                    cell.at = end;
                }
                What::Table(table) => items.push(Item::Table(*table)),
                What::Picture(line) => items.push(Item::Picture(at_line(line))),
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
    fn emit_to(&mut self, to: usize, items: &mut Items) {
        if let Some(text) = self.square.text.get(self.at..to) {
            items.push_lines(text, self.origin);
            self.at = to;
        }
    }
}

/// The origin of a line of the source.
pub(super) fn at_line(line: u32) -> Origin {
    Origin { line: Some(line), page: None }
}
