//! Gathers the blocks of one document and holds the limits while it does.

use super::Limits;
use crate::document::{Block, Document, Note, NoteKind, Origin, Place, Table, TableBuilder};

/// The document that a reader is building.
#[derive(Debug)]
pub(super) struct Collector {
    document: Document,
    limits: Limits,
    /// Bytes of words kept so far.
    text: usize,
    /// Grid positions of finished tables so far.
    cells: usize,
    pictures: usize,
}

impl Collector {
    /// An empty document under `limits`.
    pub(super) fn new(limits: &Limits) -> Collector {
        Collector { document: Document::default(), limits: *limits, text: 0, cells: 0, pictures: 0 }
    }

    /// The limits it holds.
    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The document so far.
    pub(super) fn document(&mut self) -> &mut Document {
        &mut self.document
    }

    /// The bytes of a text source that are read at all; the rest is left out with a note.
    pub(super) fn text_source<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes.get(..self.limits.text_source) {
            Some(head) if bytes.len() > head.len() => {
                self.cut("size");
                head
            }
            _ => bytes,
        }
    }

    /// Adds a paragraph of folded text; an empty one is none.
    pub(super) fn paragraph(&mut self, text: String, origin: Origin) {
        if !text.is_empty() && self.has_room(text.len()) {
            self.document.blocks.push(Block::Paragraph { text, origin });
        }
    }

    /// Adds a heading of folded text; an empty one is none.
    pub(super) fn heading(&mut self, level: u8, text: String, origin: Origin) {
        if !text.is_empty() && self.has_room(text.len()) {
            self.document.blocks.push(Block::Heading { level, text, origin });
        }
    }

    /// A builder for a table at `origin` that has the room that is left.
    pub(super) fn table_builder(&self, origin: Origin) -> TableBuilder {
        TableBuilder::limited(origin, self.limits.cells.saturating_sub(self.cells))
    }

    /// Adds the table that `builder` has built, if it has a cell.
    pub(super) fn built(&mut self, builder: TableBuilder) {
        if builder.was_cut() {
            self.cut("cells");
        }
        if let Some(table) = builder.finish() {
            self.spend(table.rows() * table.columns());
            self.table(table);
        }
    }

    /// Takes the grid positions of a finished table off the limit.
    pub(super) fn spend(&mut self, positions: usize) {
        self.cells = self.cells.saturating_add(positions);
    }

    /// Adds a table whose positions were spent.
    pub(super) fn table(&mut self, table: Table) {
        let text = table.squares().iter().map(|square| square.text.len()).sum();
        if self.has_room(text) {
            self.document.blocks.push(Block::Table(table));
        }
    }

    /// Notes a picture that stands after the last block.
    pub(super) fn picture(&mut self, origin: Origin) {
        self.pictures += 1;
        if self.pictures <= self.limits.notes {
            let block = self.document.blocks.len().saturating_sub(1);
            let place = Place { block, square: None, characters: None, origin };
            self.document.notes.push(Note { kind: NoteKind::Picture, place: Some(place) });
        }
    }

    /// Notes that input past a limit was left out; once for each limit.
    pub(super) fn cut(&mut self, limit: &'static str) {
        self.note(NoteKind::CutAtLimit(limit));
    }

    /// Notes what happened to the source as a whole; once each.
    pub(super) fn note(&mut self, kind: NoteKind) {
        if !self.document.notes.iter().any(|note| note.place.is_none() && note.kind == kind) {
            self.document.notes.push(Note { kind, place: None });
        }
    }

    /// The finished document.
    pub(super) fn finish(self) -> Document {
        self.document
    }

    fn has_room(&mut self, text: usize) -> bool {
        if self.document.blocks.len() >= self.limits.blocks {
            self.cut("blocks");
            return false;
        }
        if self.text + text > self.limits.text {
            self.cut("size");
            return false;
        }
        self.text += text;
        true
    }
}
