//! Walks the body of an OpenDocument text: what stands where, in order.

use super::styles::{LEVELS, OUTLINE, Styles};
use crate::read::Limits;
use crate::read::flow::{Cell, Item, Merge, Row};
use crate::read::xml::{Element, Piece, Pieces};
use std::collections::{BTreeMap, BTreeSet};

/// The walk over one part.
pub(super) struct Walk<'a> {
    pieces: Pieces<'a>,
    styles: Styles,
    /// The styles of the lists that are open, the outermost first.
    lists: Vec<String>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The next paragraph is the first of an item, which is numbered.
    numbers: bool,
    /// The changes that took text out, and how many of them are open where the text was left standing.
    deletions: BTreeSet<String>,
    deleting: usize,
    /// Tables and text boxes within each other.
    depth: usize,
    deepest: usize,
    /// Cells that may still come.
    cells: usize,
}

/// A cell that says it stands this often may be a sheet's blank rest; a text's tables are narrow.
const REPEATED: usize = 64;

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, styles: Styles, limits: &Limits) -> Walk<'a> {
        Walk {
            pieces: Pieces::new(text, limits.xml_depth),
            styles,
            lists: Vec::new(),
            counts: BTreeMap::new(),
            numbers: false,
            deletions: BTreeSet::new(),
            deleting: 0,
            depth: 0,
            deepest: limits.depth,
            cells: limits.cells,
        }
    }

    /// Everything in the body.
    pub(super) fn document(&mut self) -> Vec<Item> {
        let mut in_body = false;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) if element.name == "body" => in_body = true,
                Piece::Start(element) if in_body && element.name == "text" => return self.items(),
                _ => {}
            }
        }
        Vec::new()
    }

    /// True once the part broke off.
    pub(super) fn is_broken(&self) -> bool {
        self.pieces.broken
    }

    /// What stands up to the end of the element that was just started (or of the part).
    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut open = 0usize;
        let outer = self.lists.len();
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "p" | "h" => self.paragraph(&element, &mut items),
                    "table" if self.depth < self.deepest => {
                        self.depth += 1;
                        let rows = self.table();
                        self.depth -= 1;
                        items.push(Item::Table(rows));
                    }
                    "tracked-changes" => self.changes(),
                    "table" | "annotation" | "note" | "forms" => self.pieces.skip(),
                    "section" if element.attribute("display").as_deref() == Some("none") => {
                        self.pieces.skip()
                    }
                    name => {
                        match name {
                            "list" => self.list(&element),
                            "list-item" => {
                                self.numbers = true;
                                self.restart(&element);
                            }
                            "list-header" => self.numbers = false,
                            "image" => items.push(Item::Picture),
                            _ => {}
                        }
                        open += 1;
                    }
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(name) => {
                    if name == "list" && self.lists.len() > outer {
                        self.lists.pop();
                        self.numbers = false;
                    }
                    open -= 1;
                }
                Piece::Text(_) => {}
            }
        }
        self.lists.truncate(outer);
        items
    }

    /// What the tracked changes are. What stands in them was taken out of the body, or is left standing there.
    fn changes(&mut self) {
        let mut depth = 1usize;
        let mut region = String::new();
        while depth > 0 {
            match self.pieces.next() {
                Some(Piece::Start(element)) => {
                    depth += 1;
                    match element.name.as_str() {
                        "changed-region" => region = element.attribute("id").unwrap_or_default(),
                        "deletion" => drop(self.deletions.insert(std::mem::take(&mut region))),
                        _ => {}
                    }
                }
                Some(Piece::End(_)) => depth -= 1,
                Some(Piece::Text(_)) => {}
                None => return,
            }
        }
    }

    fn is_deletion(&self, mark: &Element<'_>) -> bool {
        mark.attribute("change-id").is_some_and(|change| self.deletions.contains(&change))
    }

    fn list(&mut self, element: &Element<'_>) {
        let style =
            element.attribute("style-name").or_else(|| self.lists.last().cloned()).unwrap_or_default();
        let goes_on = element.is_on("continue-numbering") || element.attribute("continue-list").is_some();
        if self.lists.is_empty() && !goes_on {
            self.counts.remove(&style);
        }
        self.lists.push(style);
    }

    /// An item may say what number it has.
    fn restart(&mut self, item: &Element<'_>) {
        let start = item.number::<u32>("start-value");
        if let (Some(start), Some(list), Some(level)) =
            (start, self.lists.last(), self.lists.len().checked_sub(1))
        {
            let counts = self.counts.entry(list.clone()).or_default();
            if let Some(count) = counts.get_mut(level) {
                *count = start.checked_sub(1);
            }
        }
    }

    /// Counts on and gives the number's text.
    fn number(&mut self, list: &str, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let start = self.styles.start(list, level);
        let counts = self.counts.entry(list.to_owned()).or_default();
        counts[level] = Some(counts[level].map_or(start, |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        self.styles.number(list, level, counts)
    }

    fn paragraph(&mut self, start: &Element<'_>, items: &mut Vec<Item>) {
        if self.styles.hides(start.attribute("style-name").as_deref()) {
            return self.pieces.skip();
        }
        let level = (start.name == "h").then(|| start.number::<u8>("outline-level").unwrap_or(1).clamp(1, 6));
        let numbers = std::mem::take(&mut self.numbers);
        let (mut text, mut after) = (String::new(), Vec::new());
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "note" | "annotation" | "ruby-text" | "hidden-text" | "hidden-paragraph" => {
                        self.pieces.skip()
                    }
                    "span" if self.styles.hides(element.attribute("style-name").as_deref()) => {
                        self.pieces.skip()
                    }
                    "text-box" => self.text_box(&mut after),
                    name => {
                        match name {
                            "change-start" if self.is_deletion(&element) => self.deleting += 1,
                            "change-end" if self.is_deletion(&element) => {
                                self.deleting = self.deleting.saturating_sub(1);
                            }
                            _ if self.deleting > 0 => {}
                            "s" => text.push(' '),
                            "tab" => text.push('\t'),
                            "line-break" => text.push('\n'),
                            "image" => after.push(Item::Picture),
                            _ => {}
                        }
                        open += 1;
                    }
                },
                // A line end of the file is a blank.
                Piece::Text(_) if self.deleting > 0 => {}
                Piece::Text(words) => text.push_str(&words.replace(['\n', '\r'], " ")),
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
            }
        }
        if !text.trim().is_empty() {
            let list = self.lists.last().cloned();
            let number = match (list, level) {
                (Some(list), _) if numbers => self.number(&list, self.lists.len() - 1),
                (None, Some(level)) => self.number(OUTLINE, usize::from(level) - 1),
                _ => String::new(),
            };
            text.insert_str(0, &number);
        }
        items.push(Item::Paragraph { text, level });
        items.append(&mut after);
    }

    fn text_box(&mut self, after: &mut Vec<Item>) {
        if self.depth >= self.deepest {
            return self.pieces.skip();
        }
        self.depth += 1;
        let lists = std::mem::take(&mut self.lists);
        after.append(&mut self.items());
        self.lists = lists;
        self.depth -= 1;
    }

    fn table(&mut self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "table-row" => {
                        let shown = element.attribute("visibility").is_none_or(|value| value == "visible");
                        let row = self.row();
                        rows.extend(shown.then_some(row));
                    }
                    "table-column" | "table-columns" | "table-column-group" | "shapes" | "desc" | "title" => {
                        self.pieces.skip();
                    }
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
                Piece::Text(_) => {}
            }
        }
        rows
    }

    fn row(&mut self) -> Row {
        let mut row = Row::default();
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) if element.name == "table-cell" => self.cell(&element, &mut row),
                // What a cell above or beside covers.
                Piece::Start(_) => self.pieces.skip(),
                Piece::End(_) => break,
                Piece::Text(_) => {}
            }
        }
        row
    }

    fn cell(&mut self, element: &Element<'_>, row: &mut Row) {
        let span = |name: &str| element.number::<usize>(name).unwrap_or(1).clamp(1, 1000);
        let (columns, rows) = (span("number-columns-spanned"), span("number-rows-spanned"));
        let repeated = span("number-columns-repeated").min(REPEATED);
        let lists = std::mem::take(&mut self.lists);
        let items = self.items();
        self.lists = lists;
        let cell = Cell { span: columns, rows, merge: Merge::Alone, goes_on_left: false, items };
        let count = repeated.min(self.cells);
        self.cells -= count;
        row.cells.extend(std::iter::repeat_n(cell, count));
    }
}
