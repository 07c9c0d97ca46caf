//! The text outside tables: paragraphs, headings, preformatted text.

use super::layout::Item;
use super::reference;
use crate::document::Origin;
use crate::read::collector::Collector;
use crate::read::text;
use crate::read::words::Folded;

/// The page around its tables.
pub(super) struct Page<'c> {
    pub(super) collector: &'c mut Collector,
    /// The words of the open paragraph or heading, and where they started.
    words: Folded,
    started: Origin,
    heading: Option<u8>,
    /// Pictures within the open paragraph.
    pictures: Vec<Origin>,
    /// The text of a `<pre>`, and the line it started in.
    preformatted: Option<(String, u32)>,
}

/// Bytes that a heading may have. A longer one is an unclosed tag.
const HEADING_MAX: usize = 600;

impl Page<'_> {
    /// A page with nothing open.
    pub(super) fn new(collector: &mut Collector) -> Page<'_> {
        Page {
            collector,
            words: Folded::default(),
            started: Origin::default(),
            heading: None,
            pictures: Vec::new(),
            preformatted: None,
        }
    }

    /// Takes text of the source. `origin` tells where it stands.
    pub(super) fn text(&mut self, text: &str, origin: impl FnOnce() -> Origin) {
        if let Some((preformatted, _)) = &mut self.preformatted {
            preformatted.push_str(&reference::kept(text));
            return;
        }
        let was_empty = self.words.is_empty();
        reference::push_text(text, &mut self.words);
        if was_empty && !self.words.is_empty() {
            self.started = origin();
        }
    }

    /// Takes what a table held where the table stood.
    pub(super) fn receive(&mut self, item: Item) {
        self.flush();
        match item {
            Item::Paragraph(text, origin) => self.collector.paragraph(text, origin),
            Item::Heading(level, text, origin) => self.collector.heading(level, text, origin),
            Item::Table(table) => self.collector.table(table),
            Item::Picture(origin) => self.collector.picture(origin),
        }
    }

    /// Takes a `<br>`.
    pub(super) fn line_break(&mut self) {
        match &mut self.preformatted {
            Some((preformatted, _)) => preformatted.push('\n'),
            None => self.end_line(),
        }
    }

    /// Ends the line at the border of a block. Within a heading it goes on.
    pub(super) fn end_line(&mut self) {
        if self.heading.is_some() && self.words.len() <= HEADING_MAX {
            self.words.end_segment();
        } else {
            self.flush();
            self.heading = None;
        }
    }

    pub(super) fn start_heading(&mut self, level: u8) {
        self.end();
        self.heading = Some(level);
    }

    pub(super) fn start_preformatted(&mut self, line: u32) {
        self.end();
        self.preformatted = Some((String::new(), line));
    }

    /// Takes a picture: it stands after the paragraph that is open, or after the last block.
    pub(super) fn picture(&mut self, origin: Origin) {
        if self.words.is_empty() { self.collector.picture(origin) } else { self.pictures.push(origin) }
    }

    /// Ends whatever is open.
    pub(super) fn end(&mut self) {
        self.flush();
        self.heading = None;
        if let Some((text, line)) = self.preformatted.take() {
            text::gather(&text, line, self.collector);
        }
    }

    fn flush(&mut self) {
        if self.words.is_empty() {
            self.words.clear();
        } else {
            let text = self.words.take();
            match self.heading {
                Some(level) if text.len() <= HEADING_MAX => self.collector.heading(level, text, self.started),
                _ => self.collector.paragraph(text, self.started),
            }
        }
        for origin in self.pictures.drain(..) {
            self.collector.picture(origin);
        }
    }
}
