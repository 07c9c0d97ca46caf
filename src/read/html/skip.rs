//! Leaving out an element with all that is in it, where tags may be missing or crossed.

use super::element::Element;
use super::token::{Tag, Token};

/// An element that is being left out.
#[derive(Debug)]
pub(super) struct Skip<'a> {
    element: Element,
    name: &'a str,
    /// Open elements inside, the innermost last.
    inside: Vec<(Element, &'a str)>,
    /// The table around it, whose tags end an element that lacks its own end.
    around: Around,
    /// True if a table was left out.
    pub(super) has_table: bool,
}

/// Where an element that is left out stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Outside tables.
    Page,
    /// In a cell or a caption.
    Cell,
    /// In a table between cells.
    Table,
    /// Nowhere: a template is a document of its own.
    Template,
}

/// Open elements that are kept track of. Nothing legible nests deeper, and every tag looks at all of them.
const INSIDE_MAX: usize = 100;

/// What a token means to the element that is being left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is inside.
    Inside,
    /// It ends the element and is used up.
    Ends,
    /// The element ended before it.
    After,
}

impl<'a> Skip<'a> {
    /// Starts to leave out the element of `tag`.
    pub(super) fn new(tag: &Tag<'a>, around: Around) -> Skip<'a> {
        let around = if tag.name.eq_ignore_ascii_case("template") { Around::Template } else { around };
        Skip { element: tag.element, name: tag.name, inside: Vec::new(), around, has_table: false }
    }

    /// What `token` means. `closes_around` tells whether an end tag closes something around the element.
    pub(super) fn step(&mut self, token: &Token<'a>, closes_around: impl Fn(&Tag<'a>) -> bool) -> Step {
        match token {
            Token::Text(_) => Step::Inside,
            Token::Start(tag) => self.start(tag),
            Token::End(tag) => self.end(tag, closes_around),
        }
    }

    fn start(&mut self, tag: &Tag<'a>) -> Step {
        if self.is_ended_by_start(tag) {
            return Step::After;
        }
        self.has_table |= tag.element == Element::Table;
        // The walk takes raw text with its end tag.
        let is_closed = tag.element.is_void(tag.name)
            || tag.element.is_raw()
            || tag.self_closing && self.element == Element::Left;
        // Parts of a table are nothing outside one.
        let is_nothing = tag.element.is_table_part() && !self.is_inside(Element::Table);
        if !is_closed && !is_nothing && self.inside.len() < INSIDE_MAX {
            self.inside.push((tag.element, tag.name));
        }
        Step::Inside
    }

    fn is_ended_by_start(&self, tag: &Tag<'a>) -> bool {
        if self.is_inside(Element::Table) {
            return false;
        }
        match tag.element {
            element if element.is_block() && self.is_within_lines() => true,
            Element::Table => self.around == Around::Table,
            element => matches!(self.around, Around::Cell | Around::Table) && element.is_table_part(),
        }
    }

    fn end(&mut self, tag: &Tag<'a>, closes_around: impl Fn(&Tag<'a>) -> bool) -> Step {
        let same = |name: &str| name.eq_ignore_ascii_case(tag.name);
        let barrier = self.inside.iter().rposition(|(element, _)| *element == Element::Table);
        let found = self.inside.iter().rposition(|(_, name)| same(name));
        match found {
            Some(found) if barrier.is_none_or(|barrier| found >= barrier) => {
                self.inside.truncate(found);
                Step::Inside
            }
            _ if barrier.is_some() => Step::Inside,
            _ if same(self.name) => Step::Ends,
            _ if tag.element == Element::Paragraph && self.element == Element::Struck => Step::After,
            _ if self.around != Around::Template && closes_around(tag) => Step::After,
            _ => Step::Inside,
        }
    }

    /// True for what the start of a block ends, as it ends the paragraph around.
    fn is_within_lines(&self) -> bool {
        matches!(self.element, Element::Paragraph | Element::Struck)
            && self.inside.iter().all(|(element, _)| *element == Element::Inline)
    }

    fn is_inside(&self, element: Element) -> bool {
        self.inside.iter().any(|(inside, _)| *inside == element)
    }
}

/// The blocks that are open, the innermost last, each with the number of tables around it: an end tag closes no
/// block outside its cell. Paragraphs, which close by themselves, are not kept.
#[derive(Debug, Default)]
pub(super) struct OpenBlocks<'a> {
    open: Vec<(usize, &'a str)>,
}

impl<'a> OpenBlocks<'a> {
    pub(super) fn start(&mut self, name: &'a str, level: usize) {
        // The end tag of a form closes nothing that is open in it.
        if self.open.len() < INSIDE_MAX && !name.eq_ignore_ascii_case("form") {
            self.open.push((level, name));
        }
    }

    pub(super) fn end(&mut self, name: &str, level: usize) {
        if let Some(found) = self.found(name, level) {
            self.open.truncate(found);
        }
    }

    /// Closes what is open within cells of the table at `level` and within tables in it.
    pub(super) fn end_cell(&mut self, level: usize) {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            self.open.pop();
        }
    }

    pub(super) fn has(&self, name: &str, level: usize) -> bool {
        self.found(name, level).is_some()
    }

    fn found(&self, name: &str, level: usize) -> Option<usize> {
        let same = |(open, known): &(usize, &str)| *open == level && known.eq_ignore_ascii_case(name);
        self.open.iter().rposition(same)
    }
}
