//! Walks the body's XML: what stands where, in order.

use super::numbering::{Numbering, Reference};
use super::styles::Styles;
use crate::read::Limits;
use crate::read::flow::{Cell, Item, Merge, Row};
use crate::read::xml::{Element, Piece, Pieces};

/// The walk over one part.
pub(super) struct Walk<'a> {
    pieces: Pieces<'a>,
    styles: Styles,
    numbering: Numbering,
    /// Tables and text boxes within each other.
    depth: usize,
    deepest: usize,
    /// Cells that may still come.
    cells: usize,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    numbered: Option<Reference>,
    level: Option<u8>,
    /// The mark at its end was deleted: the next paragraph goes on in it.
    runs_on: bool,
    /// What hangs on it.
    after: Vec<Item>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, styles: Styles, numbering: Numbering, limits: &Limits) -> Walk<'a> {
        Walk {
            pieces: Pieces::new(text, limits.xml_depth),
            styles,
            numbering,
            depth: 0,
            deepest: limits.depth,
            cells: limits.cells,
        }
    }

    /// Everything in the part.
    pub(super) fn document(&mut self) -> Vec<Item> {
        self.items()
    }

    /// Everything in the body of a file that holds its styles too.
    #[cfg(feature = "odt")]
    pub(super) fn body(&mut self) -> Vec<Item> {
        while let Some(piece) = self.pieces.next() {
            if matches!(&piece, Piece::Start(element) if element.name == "body") {
                return self.items();
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
        let mut carried: Option<String> = None;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "annotation" if is_deletion(&element) => self.pieces.skip(),
                    "p" => {
                        let mut paragraph = self.paragraph();
                        if let Some(text) = carried.take() {
                            paragraph.text = text + &paragraph.text;
                        }
                        if paragraph.runs_on {
                            carried = Some(paragraph.text);
                            items.append(&mut paragraph.after);
                        } else {
                            items.push(Item::Paragraph { text: paragraph.text, level: paragraph.level });
                            items.append(&mut paragraph.after);
                        }
                    }
                    "tbl" if self.depth < self.deepest => {
                        self.depth += 1;
                        let rows = self.table();
                        self.depth -= 1;
                        items.push(Item::Table(rows));
                    }
                    "tbl" | "del" | "moveFrom" | "Fallback" | "sectPr" | "sdtPr" => self.pieces.skip(),
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
                Piece::Text(_) => {}
            }
        }
        items.extend(carried.map(|text| Item::Paragraph { text, level: None }));
        items
    }

    fn paragraph(&mut self) -> Paragraph {
        let mut paragraph = Paragraph::default();
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "pPr" => self.paragraph_properties(&mut paragraph),
                    "r" => self.run(&mut paragraph),
                    "annotation" if is_deletion(&element) => self.pieces.skip(),
                    "del" | "moveFrom" | "Fallback" | "sdtPr" => self.pieces.skip(),
                    "txbxContent" => self.text_box(&mut paragraph),
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
                Piece::Text(_) => {}
            }
        }
        let style = paragraph.style.as_deref();
        paragraph.level = paragraph.level.or_else(|| self.styles.level(style));
        let reference = paragraph.numbered.or_else(|| self.styles.numbered(style));
        // An empty numbered paragraph counts in Word too, but shows only its number; it is passed over.
        if let Some(reference) = reference.filter(|_| !paragraph.text.trim().is_empty()) {
            let number = self.numbering.next(reference);
            paragraph.text.insert_str(0, &number);
        }
        paragraph
    }

    fn paragraph_properties(&mut self, paragraph: &mut Paragraph) {
        let mut open = 0usize;
        let mut in_mark = false;
        let (mut list, mut list_level) = (None, 0);
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => {
                    match element.name.as_str() {
                        "pStyle" => paragraph.style = element.attribute("val"),
                        "ilvl" => list_level = element.number("val").unwrap_or(0),
                        "numId" => list = element.number("val"),
                        "outlineLvl" => paragraph.level = heading_level(&element),
                        "rPr" => in_mark = true,
                        // The shown number, in Word's XML of 2003.
                        "t" => paragraph.text.extend(element.attribute("val")),
                        "del" | "moveFrom" if in_mark => paragraph.runs_on = true,
                        "pPrChange" | "rPrChange" | "numberingChange" => {
                            self.pieces.skip();
                            continue;
                        }
                        _ => {}
                    }
                    open += 1;
                }
                Piece::End(_) if open == 0 => break,
                Piece::End(name) => {
                    in_mark &= name != "rPr";
                    open -= 1;
                }
                Piece::Text(_) => {}
            }
        }
        paragraph.numbered = list.map(|list| Reference { list, level: list_level });
    }

    fn run(&mut self, paragraph: &mut Paragraph) {
        let mut open = 0usize;
        let (mut hidden, mut reading) = (false, false);
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "vanish" | "webHidden" => {
                        hidden |= element.attribute("val").is_none() || element.is_on("val");
                        open += 1;
                    }
                    "t" => {
                        reading = true;
                        open += 1;
                    }
                    "tab" | "ptab" if !hidden => {
                        paragraph.text.push('\t');
                        open += 1;
                    }
                    "br" | "cr" if !hidden => {
                        let turns = matches!(element.attribute("type").as_deref(), Some("page" | "column"));
                        paragraph.text.push(if turns { ' ' } else { '\n' });
                        open += 1;
                    }
                    "noBreakHyphen" if !hidden => {
                        paragraph.text.push('-');
                        open += 1;
                    }
                    "sym" if !hidden => {
                        let code =
                            element.attribute("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                        // Symbol fonts sit in the private area: nothing is known of their shapes.
                        let known =
                            code.filter(|code| !(0xf000..=0xf0ff).contains(code)).and_then(char::from_u32);
                        paragraph.text.extend(known);
                        open += 1;
                    }
                    "blip" | "imagedata" => {
                        paragraph.after.push(Item::Picture);
                        open += 1;
                    }
                    "txbxContent" => self.text_box(paragraph),
                    "rt" | "Fallback" | "del" | "moveFrom" | "rPrChange" => self.pieces.skip(),
                    _ => open += 1,
                },
                Piece::Text(text) if reading && !hidden => paragraph.text.push_str(&text),
                Piece::Text(_) => {}
                Piece::End(_) if open == 0 => break,
                Piece::End(name) => {
                    reading &= name != "t";
                    open -= 1;
                }
            }
        }
    }

    fn text_box(&mut self, paragraph: &mut Paragraph) {
        if self.depth >= self.deepest {
            self.pieces.skip();
            return;
        }
        self.depth += 1;
        let mut items = self.items();
        self.depth -= 1;
        paragraph.after.append(&mut items);
    }

    fn table(&mut self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "tr" => rows.extend(self.row()),
                    "tblPr" | "tblGrid" | "sdtPr" | "del" | "moveFrom" | "Fallback" => self.pieces.skip(),
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
                Piece::Text(_) => {}
            }
        }
        rows
    }

    /// A row; `None` if it was deleted or is hidden.
    fn row(&mut self) -> Option<Row> {
        let mut row = Row::default();
        let (mut deleted, mut in_properties) = (false, false);
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "tc" => {
                        let cell = self.cell();
                        if self.cells > 0 {
                            self.cells -= 1;
                            row.cells.push(cell);
                        }
                    }
                    "trPr" => {
                        in_properties = true;
                        open += 1;
                    }
                    "gridBefore" => {
                        row.before = element.number("val").unwrap_or(0);
                        open += 1;
                    }
                    "del" if in_properties => {
                        deleted = true;
                        open += 1;
                    }
                    "hidden" if in_properties => {
                        deleted |= element.attribute("val").is_none() || element.is_on("val");
                        open += 1;
                    }
                    "tblPrEx" | "sdtPr" | "del" | "moveFrom" | "Fallback" => self.pieces.skip(),
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(name) => {
                    in_properties &= name != "trPr";
                    open -= 1;
                }
                Piece::Text(_) => {}
            }
        }
        (!deleted).then_some(row)
    }

    fn cell(&mut self) -> Cell {
        let mut cell = Cell { span: 1, ..Cell::default() };
        // The properties come first; what follows is a body of its own. Both end with the cell's end.
        let mut open = 0usize;
        while let Some(piece) = self.pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "gridSpan" => {
                        cell.span = element.number("val").unwrap_or(1).clamp(1, 1000);
                        open += 1;
                    }
                    "vMerge" | "vmerge" => {
                        let starts = element.attribute("val").as_deref() == Some("restart");
                        cell.merge = if starts { Merge::Starts } else { Merge::GoesOn };
                        open += 1;
                    }
                    "hMerge" => {
                        cell.goes_on_left = element.attribute("val").as_deref() != Some("restart");
                        open += 1;
                    }
                    "tcPrChange" => self.pieces.skip(),
                    "p" => {
                        let paragraph = self.paragraph();
                        cell.items.push(Item::Paragraph { text: paragraph.text, level: paragraph.level });
                        cell.items.extend(paragraph.after);
                    }
                    "tbl" if self.depth < self.deepest => {
                        self.depth += 1;
                        let rows = self.table();
                        self.depth -= 1;
                        cell.items.push(Item::Table(rows));
                    }
                    "tbl" | "del" | "moveFrom" | "Fallback" | "sdtPr" => self.pieces.skip(),
                    _ => open += 1,
                },
                Piece::End(_) if open == 0 => break,
                Piece::End(_) => open -= 1,
                Piece::Text(_) => {}
            }
        }
        cell
    }
}

/// Text that a tracked change took out, in Word's XML of 2003.
fn is_deletion(element: &Element<'_>) -> bool {
    element.attribute("type").as_deref() == Some("Word.Deletion")
}

/// The level that an outline level (0 to 8; 9 is body text) makes a heading of.
pub(super) fn heading_level(element: &Element<'_>) -> Option<u8> {
    element.number::<u8>("val").filter(|level| *level < 9).map(|level| (level + 1).min(6))
}
