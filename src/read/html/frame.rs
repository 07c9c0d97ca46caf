//! A table that is open, with its cell that is open.

use super::element::{CellKind, Element, RowGroup};
use super::layout::{Item, Piece, What};
use super::reference;
use crate::document::{Origin, Table, TableBuilder};
use crate::read::words::Folded;

/// Bytes of a cell's text (120 Chinese characters) past which it is a piece of the page rather than a cell of a
/// form: the longest label of one has 35.
pub(super) const BIG: usize = 360;

/// Lines of a cell whose place in the source is kept.
const LINES_MAX: usize = 10_000;

/// A table that is open.
#[derive(Debug)]
pub(super) struct Frame {
    builder: TableBuilder,
    group: Option<RowGroup>,
    row: bool,
    cell: Option<OpenCell>,
    caption: bool,
    /// Which of these are hidden.
    hidden: HiddenParts,
    /// Tables within that are past the limit of depth: their tags are ignored, their text is the cell's.
    pub(super) ignored: usize,
    /// The words of the open cell or caption.
    words: Folded,
    /// Where lines of the open cell start after the first: offset in its text and line of the source.
    lines: Vec<(usize, u32)>,
    line_ended: bool,
    heading: Option<(u8, usize)>,
    preformatted: bool,
    /// True within superscript that follows other text of the cell.
    raised: bool,
    pieces: Vec<Piece>,
    /// True if a cell could be a piece of the page.
    big: bool,
    /// True if a table was dropped because it is hidden.
    has_hidden_table: bool,
}

/// The parts that are open and hidden: they take their content like any other and drop it at their end.
#[derive(Debug, Default)]
struct HiddenParts {
    table: bool,
    caption: bool,
    group: bool,
    row: bool,
    cell: bool,
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
    pub(super) fn new(builder: TableBuilder, hidden: bool) -> Frame {
        Frame {
            builder,
            group: None,
            row: false,
            cell: None,
            caption: false,
            hidden: HiddenParts { table: hidden, ..HiddenParts::default() },
            ignored: 0,
            words: Folded::default(),
            lines: Vec::new(),
            line_ended: false,
            heading: None,
            preformatted: false,
            raised: false,
            pieces: Vec::new(),
            big: false,
            has_hidden_table: hidden,
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

    /// True if an end tag closes something that is open here.
    pub(super) fn is_closed_by(&self, element: Element) -> bool {
        match element {
            Element::Table => true,
            Element::Caption => self.caption,
            Element::RowGroup(group) => self.group == Some(group),
            Element::Row => self.row,
            Element::Cell(kind) => self.cell.as_ref().is_some_and(|cell| cell.kind == kind),
            _ => false,
        }
    }

    pub(super) fn start_caption(&mut self, hidden: bool) {
        self.end_group();
        self.caption = true;
        self.hidden.caption = hidden;
    }

    pub(super) fn start_column(&mut self) {
        self.end_group();
    }

    pub(super) fn start_group(&mut self, group: RowGroup, hidden: bool) {
        self.end_group();
        self.group = Some(group);
        self.hidden.group = hidden;
    }

    pub(super) fn start_row(&mut self, hidden: bool) {
        self.close_row();
        if self.group.is_none() {
            self.start_group(RowGroup::Body, false);
        }
        self.row = true;
        self.hidden.row = hidden;
        if !hidden && !self.hidden.group {
            self.builder.start_row();
        }
    }

    pub(super) fn start_cell(&mut self, kind: CellKind, spans: (usize, usize), origin: Origin, hidden: bool) {
        self.close_cell();
        if !self.row {
            self.start_row(false);
        }
        let (row_span, column_span) = spans;
        self.raised = false;
        self.cell = Some(OpenCell { kind, row_span, column_span, origin });
        self.hidden.cell = hidden;
    }

    /// Takes an end tag; true if it closes something. One of a cell or a row group closes its own kind only.
    pub(super) fn end(&mut self, element: Element) -> bool {
        let closes = self.is_closed_by(element);
        match element {
            _ if !closes => {}
            Element::Cell(_) => self.close_cell(),
            Element::Row => self.close_row(),
            Element::RowGroup(_) => self.end_group(),
            Element::Caption => self.close_caption(),
            _ => {}
        }
        closes
    }

    /// Ends the row group and what is open in it.
    fn end_group(&mut self) {
        self.close_row();
        self.builder.end_group();
        self.group = None;
        self.hidden.group = false;
    }

    fn close_cell(&mut self) {
        self.close_caption();
        let Some(cell) = self.cell.take() else { return };
        self.end_block();
        let index = self.builder.cells();
        if self.hidden.cell || self.hidden.row || self.hidden.group {
            return self.drop_cell(index);
        }
        let text = self.words.take();
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

    /// Drops what a hidden cell took.
    fn drop_cell(&mut self, index: usize) {
        self.words.clear();
        self.lines.clear();
        self.line_ended = false;
        while let Some(piece) = self.pieces.pop_if(|piece| piece.cell == index) {
            self.has_hidden_table |= matches!(piece.what, What::Table(_));
        }
    }

    fn close_row(&mut self) {
        self.close_cell();
        self.row = false;
    }

    fn close_caption(&mut self) {
        if self.caption {
            self.caption = false;
            self.end_block();
            self.lines.clear();
            self.line_ended = false;
            let text = self.words.take();
            if !text.is_empty() && !self.hidden.caption {
                self.builder.caption(text);
            }
        }
    }

    /// Closes the table: what it held, in reading order, and whether something was left out at a limit.
    pub(super) fn close(mut self) -> Closed {
        self.end_group();
        let (was_cut, has_hidden_table) = (self.builder.was_cut(), self.has_hidden_table);
        let nothing = Closed { was_cut, has_hidden_table, ..Closed::default() };
        let Some(table) = self.builder.finish().filter(|_| !self.hidden.table) else { return nothing };
        let positions = table.rows() * table.columns();
        let is_plain = !self.big && self.pieces.is_empty() && table.columns() > 1;
        let plain = if is_plain { Ok(table) } else { Err((table, self.pieces)) };
        Closed { content: Some(plain), positions, ..nothing }
    }

    /// Takes grid positions off the table's limit.
    pub(super) fn spend(&mut self, positions: usize) {
        self.builder.spend(positions);
    }

    /// Superscript starts or ends. What it raises behind a number is a note's mark and no digit of it.
    pub(super) fn raise(&mut self, raised: bool) {
        self.raised = raised && !self.words.is_empty();
    }

    /// Takes text of the source, references and all. `line` tells where it stands.
    pub(super) fn text(&mut self, text: &str, mut line: impl FnMut() -> u32) {
        if self.raised && !text.contains('&') {
            let raised: String = text.chars().map(superscript).collect();
            return self.append(line, |words| reference::push_text(&raised, words));
        }
        if !self.preformatted {
            return self.append(line, |words| reference::push_text(text, words));
        }
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.append(&mut line, |words| reference::push_text(part, words));
        }
    }

    /// Takes words as they are.
    pub(super) fn write(&mut self, text: &str, line: impl FnMut() -> u32) {
        self.append(line, |words| words.push(text));
    }

    fn append(&mut self, mut line: impl FnMut() -> u32, append: impl FnOnce(&mut Folded)) {
        let before = self.words.len();
        append(&mut self.words);
        if self.words.len() > before && self.line_ended {
            self.line_ended = false;
            if before > 0 && self.lines.len() < LINES_MAX {
                self.lines.push((before + 1, line()));
            }
        }
    }

    pub(super) fn end_line(&mut self) {
        self.words.end_line();
        self.line_ended = true;
    }

    pub(super) fn start_preformatted(&mut self) {
        self.end_block();
        self.preformatted = true;
    }

    pub(super) fn start_heading(&mut self, level: u8) {
        self.end_block();
        self.heading = Some((level, self.words.len()));
    }

    /// Ends the line, and the heading or the preformatted text that is open.
    pub(super) fn end_block(&mut self) {
        self.end_line();
        self.preformatted = false;
        if let Some((level, start)) = self.heading.take() {
            let end = self.words.len();
            if end > start {
                self.put(start, What::Heading(level, end));
            }
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
                for line in text.split('\n') {
                    self.write(line, || origin.line.unwrap_or(0));
                    self.end_line();
                }
            }
            Item::Heading(level, text, origin) => {
                self.start_heading(level);
                self.write(&text, || origin.line.unwrap_or(0));
                self.end_block();
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

/// The raised form of a digit; other characters stay.
fn superscript(character: char) -> char {
    match character {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => char::from_u32(0x2070 + (character as u32 - '0' as u32)).unwrap_or(character),
        other => other,
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
    /// True if a table was dropped because it is hidden.
    pub(super) has_hidden_table: bool,
}
