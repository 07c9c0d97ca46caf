//! One pass over the tokens: tables by a stack, everything else into paragraphs and headings.
//!
//! The HTML standard's rules that matter for tables are few. A cell's, row's or group's start closes what is open
//! down to its own level; a `<table>` outside a cell closes the table around it; the end tag of a table closes
//! all that is open in it; text between cells belongs before the table. Where the standard would nest one
//! table's words in another's cell, the inner table comes out by itself.

use super::element::Element;
use super::frame::{Closed, Frame};
use super::layout::{self, Item};
use super::meta::Head;
use super::reference;
use super::skip::{Skip, Step};
use super::style;
use super::token::{Attributes, Tag, Token, Tokens};
use crate::document::{NoteKind, Origin};
use crate::read::collector::Collector;
use crate::read::text;
use crate::read::words::Folded;

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
        collector,
        head: Head::new(),
        frames: Vec::new(),
        words: Folded::default(),
        started: Origin::default(),
        heading: None,
        pictures: Vec::new(),
        preformatted: None,
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
    collector: &'c mut Collector,
    head: Head,
    /// Open tables, the innermost last.
    frames: Vec<Frame>,
    /// The words of the open paragraph or heading outside tables, and where they started.
    words: Folded,
    started: Origin,
    heading: Option<u8>,
    /// Pictures within the open paragraph.
    pictures: Vec<Origin>,
    /// The text of a `<pre>` outside tables, and the line it started in.
    preformatted: Option<(String, u32)>,
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

/// Characters that a heading may have. A longer one is an unclosed tag.
const HEADING_MAX: usize = 600;

/// A picture less wide or high than this is an ornament.
const PICTURE_MIN: u32 = 120;

impl<'a> Walk<'a, '_> {
    fn run(&mut self) {
        let mut skip: Option<Skip<'a>> = None;
        loop {
            let position = self.tokens.position();
            let Some(token) = self.tokens.next() else { break };
            if let Some(open) = &mut skip {
                let step = open.step(&token);
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
            self.collector.note(NoteKind::Damaged("markup"));
        }
        while !self.frames.is_empty() {
            self.close_table();
        }
        self.end_preformatted();
        self.end_heading();
        self.flush();
        let found = self.head.finish();
        let properties = &mut self.collector.document().properties;
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
            Element::Left => return Some(Skip::new(&tag, !self.frames.is_empty())),
            _ => {}
        }
        let is_hidden =
            tag.attributes.hidden || !tag.attributes.style.is_empty() && style::hides(tag.attributes.style);
        if is_hidden && self.hidden == Hidden::LeftOut && tag.element != Element::Frame {
            return self.leave_out(&tag);
        }
        match tag.element {
            Element::Table => self.start_table(position),
            element if element.is_table_part() => self.start_part(&tag, position),
            Element::Break => self.line_break(),
            Element::Heading(level) => {
                self.end_heading();
                self.start_heading(level);
            }
            Element::Preformatted => {
                self.end_line();
                if self.sink().is_none() {
                    self.end_preformatted();
                    self.flush();
                    self.preformatted = Some((String::new(), self.lines.at(self.tokens.position())));
                }
            }
            Element::Paragraph | Element::Block => self.end_line(),
            Element::Image => self.picture(&tag.attributes, position),
            Element::Input => self.input(&tag.attributes, position),
            Element::TextArea => {
                let text = self.tokens.raw_text(tag.name);
                if self.sink().is_some() {
                    self.text(text, position);
                }
            }
            Element::Meta => self.head.meta(&tag.attributes),
            Element::PlainText => {
                let text = self.tokens.rest();
                self.text(text, position);
            }
            Element::Frame => {
                self.whole.started = true;
                self.end_line();
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
                let Some(frame) = self.frames.last_mut().filter(|frame| frame.ignored == 0) else {
                    return self.end_line_within_ignored();
                };
                match element {
                    Element::Cell(kind) => frame.end_cell(kind),
                    Element::Row => frame.end_row(),
                    Element::RowGroup(group) => frame.end_group(Some(group)),
                    Element::Caption => frame.end_caption(),
                    _ => {}
                }
            }
            Element::Break => self.line_break(),
            Element::Heading(_) => self.end_heading(),
            Element::Preformatted => {
                self.end_preformatted();
                self.end_line();
            }
            Element::Paragraph | Element::Block => self.end_line(),
            Element::Frame => self.whole.ended |= !tag.name.eq_ignore_ascii_case("head"),
            _ => {}
        }
    }

    /// Starts to leave out a hidden element. What its tag closes is closed all the same.
    fn leave_out(&mut self, tag: &Tag<'a>) -> Option<Skip<'a>> {
        if let Some(frame) = self.frames.last_mut().filter(|frame| frame.ignored == 0) {
            match tag.element {
                Element::Cell(_) => frame.close_cell(),
                Element::Row => frame.end_row(),
                Element::RowGroup(_) | Element::Caption | Element::Column => frame.end_group(None),
                Element::Table if !frame.takes_text() => self.close_table(),
                _ => {}
            }
        }
        if tag.element == Element::TextArea {
            self.tokens.raw_text(tag.name);
            return None;
        }
        if tag.element.is_void(tag.name) {
            return None;
        }
        if tag.element.is_block() {
            self.end_line();
        }
        Some(Skip::new(tag, !self.frames.is_empty()))
    }

    /// Passes the content of an element whose content is no markup, within an element that is left out.
    fn pass_raw_text(&mut self, tag: &Tag<'a>) {
        match tag.element {
            Element::Raw | Element::Title | Element::TextArea => {
                self.tokens.raw_text(tag.name);
            }
            Element::PlainText => {
                self.tokens.rest();
            }
            _ => {}
        }
    }

    fn start_table(&mut self, position: usize) {
        if let Some(frame) = self.frames.last_mut() {
            if frame.ignored > 0 {
                frame.ignored += 1;
                return;
            }
            if !frame.takes_text() {
                self.close_table();
            }
        }
        if self.frames.len() >= self.collector.limits().depth {
            self.collector.cut("depth");
            if let Some(frame) = self.frames.last_mut() {
                frame.ignored += 1;
                frame.end_line();
            }
            return;
        }
        self.end_preformatted();
        self.end_heading();
        self.end_line();
        let origin = self.origin(position);
        self.frames.push(Frame::new(self.collector.table_builder(origin)));
    }

    fn start_part(&mut self, tag: &Tag<'a>, position: usize) {
        let origin = match tag.element {
            Element::Cell(_) => self.origin(position),
            _ => Origin::default(),
        };
        let Some(frame) = self.frames.last_mut().filter(|frame| frame.ignored == 0) else {
            return self.end_line_within_ignored();
        };
        match tag.element {
            Element::Cell(kind) => {
                let row_span = row_span(tag.attributes.row_span);
                let column_span = span(tag.attributes.column_span).unwrap_or(1);
                frame.start_cell(kind, row_span, column_span, origin);
            }
            Element::Row => frame.start_row(),
            Element::RowGroup(group) => frame.start_group(group),
            Element::Caption => frame.start_caption(),
            _ => frame.start_column(),
        }
    }

    fn close_table(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let Closed { content, positions, was_cut } = frame.close();
        if was_cut {
            self.collector.cut("cells");
        }
        self.collector.spend(positions);
        self.frames.iter_mut().for_each(|frame| frame.spend(positions));
        match content {
            Some(Ok(table)) => self.receive(Item::Table(table)),
            Some(Err((table, pieces))) => {
                layout::resolve(table, pieces).into_iter().for_each(|item| self.receive(item));
            }
            None => {}
        }
    }

    /// Puts what a table held where the table stood.
    fn receive(&mut self, item: Item) {
        if let Some(sink) = self.sink() {
            return self.frames[sink].receive(item);
        }
        self.flush();
        match item {
            Item::Paragraph(text, origin) => self.collector.paragraph(text, origin),
            Item::Heading(level, text, origin) => self.collector.heading(level, text, origin),
            Item::Table(table) => self.collector.table(table),
            Item::Picture(origin) => self.collector.picture(origin),
        }
    }

    /// The open table that takes text, or `None` for the document.
    fn sink(&self) -> Option<usize> {
        self.frames.iter().rposition(Frame::takes_text)
    }

    fn text(&mut self, text: &'a str, position: usize) {
        if let Some(sink) = self.sink() {
            let lines = &mut self.lines;
            let line = || lines.at(position + blank_length(text));
            self.frames[sink].write(line, |words| reference::push_text(text, words));
        } else if let Some((preformatted, _)) = &mut self.preformatted {
            preformatted.push_str(&reference::kept(text));
        } else {
            let was_empty = self.words.is_empty();
            reference::push_text(text, &mut self.words);
            if was_empty && !self.words.is_empty() {
                self.started = self.origin(position + blank_length(text));
            }
        }
    }

    fn line_break(&mut self) {
        match self.sink() {
            Some(sink) => self.frames[sink].end_line(),
            None => match &mut self.preformatted {
                Some((preformatted, _)) => preformatted.push('\n'),
                None => self.end_line(),
            },
        }
    }

    /// Ends the line at the border of a block.
    fn end_line(&mut self) {
        if let Some(sink) = self.sink() {
            self.frames[sink].end_line();
        } else if self.heading.is_none() {
            self.flush();
        } else if self.words.len() > HEADING_MAX {
            self.heading = None;
            self.flush();
        } else {
            self.words.end_segment();
        }
    }

    fn end_line_within_ignored(&mut self) {
        if self.frames.last().is_some_and(|frame| frame.ignored > 0) {
            self.end_line();
        }
    }

    fn start_heading(&mut self, level: u8) {
        match self.sink() {
            Some(sink) => self.frames[sink].start_heading(level),
            None => {
                self.flush();
                self.heading = Some(level);
            }
        }
    }

    fn end_heading(&mut self) {
        match self.sink() {
            Some(sink) => self.frames[sink].end_heading(),
            None => {
                self.flush();
                self.heading = None;
            }
        }
    }

    /// Ends the open paragraph or heading outside tables.
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

    fn end_preformatted(&mut self) {
        if let Some((text, line)) = self.preformatted.take() {
            self.flush();
            text::gather(&text, line, self.collector);
        }
    }

    fn picture(&mut self, attributes: &Attributes<'a>, position: usize) {
        let is_small = |size: &str| number(size).is_some_and(|pixels| pixels < PICTURE_MIN);
        if is_small(attributes.width) || is_small(attributes.height) {
            return;
        }
        let origin = self.origin(position);
        match self.sink() {
            Some(sink) => self.frames[sink].picture(origin.line.unwrap_or(0)),
            None if self.words.is_empty() => self.collector.picture(origin),
            None => self.pictures.push(origin),
        }
    }

    /// The value of a field in a table that is filled in on the page.
    fn input(&mut self, attributes: &Attributes<'a>, position: usize) {
        let Some(sink) = self.sink() else { return };
        let is_text =
            ["", "text", "number", "tel"].iter().any(|kind| attributes.kind.eq_ignore_ascii_case(kind));
        if is_text {
            let lines = &mut self.lines;
            let value = reference::attribute(attributes.value);
            self.frames[sink].write(|| lines.at(position), |words| words.push(&value));
        }
    }

    fn origin(&mut self, position: usize) -> Origin {
        Origin { line: Some(self.lines.at(position)), page: None }
    }
}

fn blank_length(text: &str) -> usize {
    text.bytes().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0)
}

/// The rows that a cell asks for: nought is all of the row group.
fn row_span(value: &str) -> usize {
    match span(value) {
        None => 1,
        Some(0) => usize::MAX,
        Some(rows) => rows,
    }
}

/// The number that an attribute starts with.
fn span(value: &str) -> Option<usize> {
    number(value).map(|number| number as usize)
}

/// A whole number by HTML's rules: white space before it, anything after it; too large a one is the largest.
fn number(value: &str) -> Option<u32> {
    let value = value.trim_start_matches([' ', '\t', '\n', '\x0c', '\r']);
    let value = value.strip_prefix('+').unwrap_or(value);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    Some(value[..digits].parse().unwrap_or(u32::MAX))
}
