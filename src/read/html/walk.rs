//! One pass over the tokens: tables by a stack, everything else into paragraphs and headings.
//!
//! The HTML standard's rules that matter for tables are few. A cell's, row's or group's start closes what is open
//! down to its own level; a `<table>` outside a cell closes the table around it; the end tag of a table closes
//! all that is open in it; text between cells belongs before the table. Where the standard would nest one
//! table's words in another's cell, the inner table comes out by itself.

use super::element::Element;
use super::frame::{Closed, Frame};
use super::layout::{self, Item, at_line};
use super::meta::Head;
use super::number::{column_span, number, row_span};
use super::page::Page;
use super::reference;
use super::skip::{Around, OpenBlocks, Skip, Step};
use super::style;
use super::token::{Attributes, Tag, Token, Tokens};
use crate::document::{NoteKind, Origin};
use crate::read::collector::Collector;

/// What is left to know after a walk.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outcome {
    /// A table was left out because it is hidden.
    pub(super) has_hidden_table: bool,
}

/// Reads `text` from the byte `start` on into `collector`. `first_line` is the number of the text's first line.
pub(super) fn walk(
    text: &str,
    start: usize,
    first_line: u32,
    hidden: Hidden,
    collector: &mut Collector,
) -> Outcome {
    let mut walk = Walk {
        tokens: Tokens::from(text, start),
        lines: Lines { text, counted: 0, line: first_line },
        hidden,
        page: Page::new(collector),
        head: Head::new(),
        frames: Vec::new(),
        blocks: OpenBlocks::default(),
        whole: Whole::default(),
        outcome: Outcome::default(),
    };
    walk.run();
    walk.finish()
}

/// What becomes of elements that a page hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    LeftOut,
    Shown,
}

struct Walk<'a, 'c> {
    tokens: Tokens<'a>,
    lines: Lines<'a>,
    hidden: Hidden,
    page: Page<'c>,
    head: Head,
    /// Open tables, the innermost last.
    frames: Vec<Frame>,
    blocks: OpenBlocks<'a>,
    whole: Whole,
    outcome: Outcome,
}

/// Whether the page is one from its start to its end.
#[derive(Debug, Default)]
struct Whole {
    started: bool,
    ended: bool,
}

/// Line numbers of positions that only grow.
struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, position: usize) -> u32 {
        let between = self.text.as_bytes().get(self.counted..position).unwrap_or_default();
        self.line += between.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.counted = self.counted.max(position);
        self.line
    }
}

/// A picture less wide or high than this is an ornament.
const PICTURE_MIN: u32 = 120;

impl<'a> Walk<'a, '_> {
    fn run(&mut self) {
        let mut skip: Option<Skip<'a>> = None;
        loop {
            let position = self.tokens.position();
            let Some(token) = self.tokens.next() else { break };
            if let Some(open) = &mut skip {
                let (frames, blocks) = (&self.frames, &self.blocks);
                let step = open.step(&token, |tag| {
                    frames.last().is_some_and(|frame| frame.is_closed_by(tag.element))
                        || blocks.has(tag.name, frames.len())
                });
                if step == Step::Inside {
                    if let Token::Start(tag) = &token {
                        self.pass_raw_text(tag);
                    }
                    continue;
                }
                self.outcome.has_hidden_table |= open.has_table;
                skip = None;
                if step == Step::Ends {
                    continue;
                }
            }
            match token {
                Token::Text(text) => self.text(text, position),
                Token::Start(tag) => skip = self.start(tag, position),
                Token::End(tag) => self.end(&tag),
            }
        }
        self.outcome.has_hidden_table |= skip.is_some_and(|open| open.has_table);
    }

    fn finish(mut self) -> Outcome {
        let is_torn = self.whole.started && !self.whole.ended && self.frames.iter().any(Frame::is_in_cell);
        if is_torn || self.tokens.was_cut() {
            self.page.collector.note(NoteKind::Damaged("markup"));
        }
        while !self.frames.is_empty() {
            self.close_table();
        }
        self.page.end();
        let found = self.head.finish();
        let properties = &mut self.page.collector.document().properties;
        properties.title = properties.title.take().or(found.title);
        properties.published = properties.published.take().or(found.published);
        properties.publisher = properties.publisher.take().or(found.publisher);
        self.outcome
    }

    fn start(&mut self, tag: Tag<'a>, position: usize) -> Option<Skip<'a>> {
        match tag.element {
            Element::Raw | Element::Title => {
                let text = self.tokens.raw_text(tag.name);
                if tag.element == Element::Title {
                    self.head.title(text);
                }
                return None;
            }
            Element::Left | Element::Struck => return Some(Skip::new(&tag, self.around())),
            _ => {}
        }
        let is_hidden = self.hidden == Hidden::LeftOut
            && (tag.attributes.hidden || tag.attributes.style.is_some_and(style::hides));
        match tag.element {
            Element::Table => self.start_table(position, is_hidden),
            element if element.is_table_part() => self.start_part(&tag, position, is_hidden),
            Element::Frame => {
                self.whole.started = true;
                self.end_line();
            }
            _ if is_hidden => return self.leave_out(&tag),
            Element::Break => self.line_break(),
            Element::Heading(level) => match self.sink() {
                Some(sink) => self.frames[sink].start_heading(level),
                None => self.page.start_heading(level),
            },
            Element::Preformatted => match self.sink() {
                Some(sink) => self.frames[sink].start_preformatted(),
                None => self.page.start_preformatted(self.lines.at(self.tokens.position())),
            },
            Element::Paragraph | Element::Rule => self.end_line(),
            Element::Block => {
                self.blocks.start(tag.name, self.frames.len());
                self.end_line();
            }
            Element::Image => self.picture(&tag.attributes, position),
            Element::Input => self.input(&tag.attributes, position),
            Element::TextArea => {
                let text = self.tokens.raw_text(tag.name);
                if self.sink().is_some() {
                    self.text(text, position);
                }
            }
            Element::Meta => self.head.meta(&tag.attributes),
            Element::Superscript => self.raise(true),
            Element::PlainText => {
                let text = self.tokens.rest();
                self.text(text, position);
            }
            _ => {}
        }
        None
    }

    fn end(&mut self, tag: &Tag<'a>) {
        match tag.element {
            Element::Table => match self.frames.last_mut() {
                Some(frame) if frame.ignored > 0 => frame.ignored -= 1,
                Some(_) => self.close_table(),
                None => {}
            },
            element if element.is_table_part() => {
                let level = self.frames.len();
                let Some(frame) = self.frames.last_mut().filter(|frame| frame.ignored == 0) else {
                    return self.end_line_within_ignored();
                };
                if frame.end(element) {
                    self.blocks.end_cell(level);
                }
            }
            Element::Break => self.line_break(),
            Element::Heading(_) | Element::Preformatted => match self.sink() {
                Some(sink) => self.frames[sink].end_block(),
                None => self.page.end(),
            },
            Element::Paragraph | Element::Rule => self.end_line(),
            Element::Block => {
                self.blocks.end(tag.name, self.frames.len());
                self.end_line();
            }
            Element::Superscript => self.raise(false),
            Element::Frame => self.whole.ended |= !tag.name.eq_ignore_ascii_case("head"),
            _ => {}
        }
    }

    /// Starts to leave out a hidden element that is no part of a table.
    fn leave_out(&mut self, tag: &Tag<'a>) -> Option<Skip<'a>> {
        if tag.element.is_block() {
            self.end_line();
        }
        if tag.element.is_void(tag.name) {
            return None;
        }
        if tag.element.is_raw() {
            self.tokens.raw_text(tag.name);
            return None;
        }
        Some(Skip::new(tag, self.around()))
    }

    /// Passes the content of an element whose content is no markup, within an element that is left out.
    fn pass_raw_text(&mut self, tag: &Tag<'a>) {
        if tag.element.is_raw() {
            self.tokens.raw_text(tag.name);
        } else if tag.element == Element::PlainText {
            self.tokens.rest();
        }
    }

    fn start_table(&mut self, position: usize, hidden: bool) {
        if let Some(frame) = self.frames.last_mut() {
            if frame.ignored > 0 {
                frame.ignored += 1;
                return;
            }
            if !frame.takes_text() {
                self.close_table();
            }
        }
        if self.frames.len() >= self.page.collector.limits().depth {
            self.page.collector.cut("depth");
            if let Some(frame) = self.frames.last_mut() {
                frame.ignored += 1;
                frame.end_line();
            }
            return;
        }
        match self.sink() {
            Some(sink) => self.frames[sink].end_block(),
            None => self.page.end(),
        }
        let origin = self.origin(position);
        self.frames.push(Frame::new(self.page.collector.table_builder(origin), hidden));
    }

    fn start_part(&mut self, tag: &Tag<'a>, position: usize, hidden: bool) {
        let origin = match tag.element {
            Element::Cell(_) => self.origin(position),
            _ => Origin::default(),
        };
        let level = self.frames.len();
        let Some(frame) = self.frames.last_mut().filter(|frame| frame.ignored == 0) else {
            return self.end_line_within_ignored();
        };
        self.blocks.end_cell(level);
        match tag.element {
            Element::Cell(kind) => {
                let spans = (row_span(tag.attributes.row_span), column_span(tag.attributes.column_span));
                frame.start_cell(kind, spans, origin, hidden);
            }
            Element::Row => frame.start_row(hidden),
            Element::RowGroup(group) => frame.start_group(group, hidden),
            Element::Caption => frame.start_caption(hidden),
            _ => frame.start_column(),
        }
    }

    fn close_table(&mut self) {
        self.blocks.end_cell(self.frames.len());
        let Some(frame) = self.frames.pop() else { return };
        let Closed { content, positions, was_cut, has_hidden_table } = frame.close();
        self.outcome.has_hidden_table |= has_hidden_table;
        if was_cut {
            self.page.collector.cut("cells");
        }
        self.page.collector.spend(positions);
        self.frames.iter_mut().for_each(|frame| frame.spend(positions));
        match content {
            Some(Ok(table)) => self.receive(Item::Table(table)),
            Some(Err((table, pieces))) => {
                let items = layout::resolve(table, pieces, self.page.collector.limits().blocks);
                if items.was_cut {
                    self.page.collector.cut("blocks");
                }
                items.list.into_iter().for_each(|item| self.receive(item));
            }
            None => {}
        }
    }

    /// Puts what a table held where the table stood.
    fn receive(&mut self, item: Item) {
        match self.sink() {
            Some(sink) => self.frames[sink].receive(item),
            None => self.page.receive(item),
        }
    }

    fn around(&self) -> Around {
        match self.frames.last() {
            None => Around::Page,
            Some(frame) if frame.takes_text() => Around::Cell,
            Some(_) => Around::Table,
        }
    }

    /// The open table that takes text, or `None` for the document.
    fn sink(&self) -> Option<usize> {
        self.frames.iter().rposition(Frame::takes_text)
    }

    fn text(&mut self, text: &'a str, position: usize) {
        let sink = self.sink();
        let lines = &mut self.lines;
        let mut line = || lines.at(position + blank_length(text));
        match sink {
            Some(sink) => self.frames[sink].text(text, line),
            None => self.page.text(text, || at_line(line())),
        }
    }

    fn line_break(&mut self) {
        match self.sink() {
            Some(sink) => self.frames[sink].end_line(),
            None => self.page.line_break(),
        }
    }

    fn raise(&mut self, raised: bool) {
        if let Some(sink) = self.sink() {
            self.frames[sink].raise(raised);
        }
    }

    /// Ends the line at the border of a block.
    fn end_line(&mut self) {
        match self.sink() {
            Some(sink) => self.frames[sink].end_line(),
            None => self.page.end_line(),
        }
    }

    fn end_line_within_ignored(&mut self) {
        if self.frames.last().is_some_and(|frame| frame.ignored > 0) {
            self.end_line();
        }
    }

    fn picture(&mut self, attributes: &Attributes<'a>, position: usize) {
        let is_small = |size: Option<&str>| size.and_then(number).is_some_and(|pixels| pixels < PICTURE_MIN);
        if is_small(attributes.width) || is_small(attributes.height) {
            return;
        }
        let origin = self.origin(position);
        match self.sink() {
            Some(sink) => self.frames[sink].picture(origin.line.unwrap_or(0)),
            None => self.page.picture(origin),
        }
    }

    /// The value of a field in a table that is filled in on the page.
    fn input(&mut self, attributes: &Attributes<'a>, position: usize) {
        let Some(sink) = self.sink() else { return };
        let kind = attributes.kind.unwrap_or_default();
        let is_text = ["", "text", "number", "tel"].iter().any(|known| kind.eq_ignore_ascii_case(known));
        if is_text {
            let lines = &mut self.lines;
            let value = reference::attribute(attributes.value.unwrap_or_default());
            self.frames[sink].write(&value, || lines.at(position));
        }
    }

    fn origin(&mut self, position: usize) -> Origin {
        at_line(self.lines.at(position))
    }
}

fn blank_length(text: &str) -> usize {
    text.bytes().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0)
}
