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
    /// True within a table, whose tags then end an element that lacks its own end.
    in_table: bool,
    /// True if a table was left out.
    pub(super) has_table: bool,
}

/// Elements inside that are kept track of. Nothing legible nests deeper.
const INSIDE_MAX: usize = 1000;

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
    pub(super) fn new(tag: &Tag<'a>, in_table: bool) -> Skip<'a> {
        let has_table = tag.element == Element::Table;
        // A template is a document of its own.
        let in_table = in_table && !tag.name.eq_ignore_ascii_case("template");
        Skip { element: tag.element, name: tag.name, inside: Vec::new(), in_table, has_table }
    }

    /// What `token` means.
    pub(super) fn step(&mut self, token: &Token<'a>) -> Step {
        match token {
            Token::Text(_) => Step::Inside,
            Token::Start(tag) => self.start(tag),
            Token::End(tag) => self.end(tag),
        }
    }

    fn start(&mut self, tag: &Tag<'a>) -> Step {
        if self.is_ended_by_start(tag) {
            return Step::After;
        }
        self.has_table |= tag.element == Element::Table;
        let closed = tag.element.is_void(tag.name) || tag.self_closing && self.element == Element::Left;
        if !closed && self.inside.len() < INSIDE_MAX {
            self.inside.push((tag.element, tag.name));
        }
        Step::Inside
    }

    fn is_ended_by_start(&self, tag: &Tag<'a>) -> bool {
        if self.is_inside(Element::Table) {
            return false;
        }
        match (self.element, tag.element) {
            (Element::Paragraph, element) if element.is_block() && self.inside.is_empty() => true,
            (Element::Table, _) => false,
            (Element::RowGroup(_), Element::Row | Element::Cell(_)) | (Element::Row, Element::Cell(_)) => {
                false
            }
            (_, element) => self.in_table && element.is_table_part(),
        }
    }

    fn end(&mut self, tag: &Tag<'a>) -> Step {
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
            _ if self.in_table && (tag.element.is_table_part() || tag.element == Element::Table) => {
                Step::After
            }
            _ if self.element == Element::Inline && tag.element == Element::Block => Step::After,
            _ => Step::Inside,
        }
    }

    fn is_inside(&self, element: Element) -> bool {
        self.inside.iter().any(|(inside, _)| *inside == element)
    }
}
