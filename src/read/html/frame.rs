//! A table that is open, with its cell that is open.

use super::element::{CellKind, RowGroup};
use super::layout::{Item, Piece, What};
use crate::document::{Origin, Table, TableBuilder};
use crate::read::words::Folded;

/// Bytes of a cell's text (120 Chinese characters) past which it is a piece of the page rather than a cell of a
/// form: the longest label of one has 35.
pub(super) const BIG: usize = 360;

/// A table that is open.
#[derive(Debug)]
pub(super) struct Frame {
    builder: TableBuilder,
    group: Option<RowGroup>,
    row: bool,
    cell: Option<OpenCell>,
    caption: bool,
    /// Tables within that are past the limit of depth: their tags are ignored, their text is the cell's.
    pub(super) ignored: usize,
    /// The words of the open cell or caption.
    words: Folded,
    /// Where lines of the open cell start after the first: offset in its text and line of the source.
    lines: Vec<(usize, u32)>,
    line_ended: bool,
    heading: Option<(u8, usize)>,
    pieces: Vec<Piece>,
    /// True if a cell could be a piece of the page.
    big: bool,
}

#[derive(Debug)]
struct OpenCell {
    kind: CellKind,
    row_span: usize,
    column_span: usize,
    origin: Origin,
}

impl Frame {
    /// A table that has just started.
    pub(super) fn new(builder: TableBuilder) -> Frame {
        Frame {
            builder,
            group: None,
            row: false,
            cell: None,
            caption: false,
            ignored: 0,
            words: Folded::default(),
            lines: Vec::new(),
            line_ended: false,
            heading: None,
            pieces: Vec::new(),
            big: false,
        }
    }

    /// True where text belongs to a cell or the caption; else it belongs before the table.
    pub(super) fn takes_text(&self) -> bool {
        self.cell.is_some() || self.caption
    }

    /// True within a cell.
    pub(super) fn is_in_cell(&self) -> bool {
        self.cell.is_some()
    }

    pub(super) fn start_caption(&mut self) {
        self.end_group(None);
        self.caption = true;
    }

    pub(super) fn start_column(&mut self) {
        self.end_group(None);
    }

    pub(super) fn start_group(&mut self, group: RowGroup) {
        self.end_group(None);
        self.group = Some(group);
    }

    pub(super) fn start_row(&mut self) {
        self.close_row();
        self.group.get_or_insert(RowGroup::Body);
        self.builder.start_row();
        self.row = true;
    }

    pub(super) fn start_cell(&mut self, kind: CellKind, row_span: usize, column_span: usize, origin: Origin) {
        self.close_cell();
        if !self.row {
            self.start_row();
        }
        self.cell = Some(OpenCell { kind, row_span, column_span, origin });
    }

    /// Ends what is open down to the cell; an end tag closes a cell of its own kind only.
    pub(super) fn end_cell(&mut self, kind: CellKind) {
        if self.cell.as_ref().is_some_and(|cell| cell.kind == kind) {
            self.close_cell();
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.row {
            self.close_row();
        }
    }

    /// Ends the row group if it is `group`, or whichever is open.
    pub(super) fn end_group(&mut self, group: Option<RowGroup>) {
        if group.is_none() || self.group == group {
            self.close_row();
            self.builder.end_group();
            self.group = None;
        }
    }

    pub(super) fn end_caption(&mut self) {
        if self.caption {
            self.close_caption();
        }
    }

    /// Closes an open cell without a new one, as before a cell that is left out.
    pub(super) fn close_cell(&mut self) {
        self.close_caption();
        let Some(cell) = self.cell.take() else { return };
        self.end_heading();
        let text = self.words.take();
        let index = self.builder.cells();
        if text.len() > BIG || self.pieces.last().is_some_and(|piece| piece.cell == index) {
            self.big = true;
            let lines = self.lines.iter();
            self.pieces.extend(lines.map(|(at, line)| Piece {
                cell: index,
                at: *at,
                what: What::Line(*line),
            }));
        }
        self.lines.clear();
        self.line_ended = false;
        self.builder.cell(text, cell.row_span, cell.column_span, cell.origin);
    }

    fn close_row(&mut self) {
        self.close_cell();
        self.row = false;
    }

    fn close_caption(&mut self) {
        if self.caption {
            self.caption = false;
            self.end_heading();
            self.lines.clear();
            self.line_ended = false;
            let text = self.words.take();
            if !text.is_empty() {
                self.builder.caption(text);
            }
        }
    }

    /// Closes the table: what it held, in reading order, and whether something was left out at a limit.
    pub(super) fn close(mut self) -> Closed {
        self.end_group(None);
        let was_cut = self.builder.was_cut();
        let Some(table) = self.builder.finish() else { return Closed { was_cut, ..Closed::default() } };
        let positions = table.rows() * table.columns();
        let is_plain = !self.big && self.pieces.is_empty() && table.columns() > 1;
        let plain = if is_plain { Ok(table) } else { Err((table, self.pieces)) };
        Closed { content: Some(plain), positions, was_cut }
    }

    /// Takes grid positions off the table's limit.
    pub(super) fn spend(&mut self, positions: usize) {
        self.builder.spend(positions);
    }

    /// The words of the open cell, to append to. `line` tells where the source stands.
    pub(super) fn write(&mut self, line: impl FnOnce() -> u32, append: impl FnOnce(&mut Folded)) {
        let before = self.words.len();
        append(&mut self.words);
        if self.words.len() > before && self.line_ended {
            self.line_ended = false;
            if before > 0 {
                self.lines.push((before + 1, line()));
            }
        }
    }

    pub(super) fn end_line(&mut self) {
        self.words.end_line();
        self.line_ended = true;
    }

    pub(super) fn start_heading(&mut self, level: u8) {
        self.end_heading();
        self.end_line();
        self.heading = Some((level, self.words.len()));
    }

    pub(super) fn end_heading(&mut self) {
        if let Some((level, start)) = self.heading.take() {
            let end = self.words.len();
            if end > start {
                self.put(start, What::Heading(level, end));
            }
            self.end_line();
        }
    }

    pub(super) fn picture(&mut self, line: u32) {
        self.put(self.words.len(), What::Picture(line));
    }

    /// Takes what a table within the open cell held.
    pub(super) fn receive(&mut self, item: Item) {
        match item {
            Item::Paragraph(text, origin) => {
                self.end_line();
                self.write(|| origin.line.unwrap_or(0), |words| push_lines(&text, words));
                self.end_line();
            }
            Item::Heading(level, text, origin) => {
                self.start_heading(level);
                self.write(|| origin.line.unwrap_or(0), |words| words.push(&text));
                self.end_heading();
            }
            Item::Table(table) => {
                self.end_line();
                self.put(self.words.len(), What::Table(Box::new(table)));
            }
            Item::Picture(origin) => self.picture(origin.line.unwrap_or(0)),
        }
    }

    fn put(&mut self, at: usize, what: What) {
        // What stands in a caption belongs to no cell: it comes after them all.
        let cell = if self.caption { usize::MAX } else { self.builder.cells() };
        self.pieces.push(Piece { cell, at, what });
    }
}

/// What a closed table held.
#[derive(Debug, Default)]
pub(super) struct Closed {
    /// A plain table, or one that may have been used for layout, with its pieces.
    pub(super) content: Option<Result<Table, (Table, Vec<Piece>)>>,
    /// Its grid positions.
    pub(super) positions: usize,
    /// True if cells were left out.
    pub(super) was_cut: bool,
}

fn push_lines(text: &str, words: &mut Folded) {
    for line in text.split('\n') {
        words.push(line);
        words.end_line();
    }
}
