//! ods (OpenDocument spreadsheets): the shown text of each cell stands in the file, spans and hidden rows too.

use super::grid::Grid;
use crate::document::{Block, Document, Note, NoteKind, Origin};
use crate::read::archive::Archive;
use crate::read::xml::{Element, Piece, Pieces};
use crate::read::{Extract, Format, Limits, ReadError, Reader, Source};

pub(in crate::read) const READER: Reader =
    Reader { format: Format::Ods, extensions: &["ods", "ots"], is_text: false, recognizes, read };

/// Empty repetition past this is the sheet's blank rest, not content.
const REPEATED: u32 = 4096;

fn recognizes(bytes: &[u8]) -> bool {
    crate::read::magic::is_zip_of(bytes, b"application/vnd.oasis.opendocument.spreadsheet")
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let archive = Archive::open(source.bytes, limits)?;
    let text = archive.text("content.xml")?;
    if archive.text("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let mut document = Document::default();
    let (sheets, broken) = sheets(&text, limits);
    if archive.damaged || broken {
        document.notes.push(Note { kind: NoteKind::Damaged("sheet"), place: None });
    }
    let several = sheets.len() > 1;
    let mut spent = 0;
    for (name, grid) in sheets {
        let before = document.blocks.len();
        grid.pour(&mut document, limits, &mut spent);
        if several && document.blocks.len() > before {
            document
                .blocks
                .insert(before, Block::Heading { level: 6, text: name, origin: Origin::default() });
        }
    }
    Ok(Extract { encoding: None, document })
}

/// Names and grids of the sheets, and whether the part broke off.
fn sheets(text: &str, limits: &Limits) -> (Vec<(String, Grid)>, bool) {
    let mut sheets = Vec::new();
    let mut pieces = Pieces::new(text, limits.xml_depth);
    let mut hidden_styles: Vec<String> = Vec::new();
    let mut style = String::new();
    let mut open: Option<Sheet> = None;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(element) => match element.name.as_str() {
                "style" => style = element.attribute("name").unwrap_or_default(),
                "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                    hidden_styles.push(style.clone());
                }
                // A table inside a shape or a chart's own data is none of the sheet's.
                "table" if open.is_some() => pieces.skip(),
                "table" => {
                    let shown =
                        element.attribute("style-name").is_none_or(|name| !hidden_styles.contains(&name));
                    open = Some(Sheet {
                        name: element.attribute("name").unwrap_or_default(),
                        shown,
                        grid: Grid::default(),
                        row: 0,
                        rows: 1,
                        column: 0,
                        columns: 0,
                        cell: None,
                    });
                }
                "annotation" | "tracked-changes" | "forms" | "shapes" | "frame" | "line" | "custom-shape" => {
                    pieces.skip();
                }
                _ => {
                    if let Some(sheet) = &mut open {
                        sheet.start(&element, limits);
                    }
                }
            },
            Piece::Text(text) => {
                if let Some(cell) =
                    open.as_mut().and_then(|sheet| sheet.cell.as_mut()).filter(|cell| cell.paragraph)
                {
                    cell.text.push_str(&text);
                }
            }
            Piece::End(name) => match name.as_str() {
                "table" => {
                    if let Some(sheet) = open.take().filter(|sheet| sheet.shown) {
                        sheets.push((sheet.name, sheet.grid));
                    }
                }
                _ => {
                    if let Some(sheet) = &mut open {
                        sheet.end(&name, limits);
                    }
                }
            },
        }
    }
    (sheets, pieces.broken)
}

struct Sheet {
    name: String,
    shown: bool,
    grid: Grid,
    row: u32,
    /// How often the open row repeats.
    rows: u32,
    column: u32,
    /// Columns declared so far.
    columns: u32,
    cell: Option<OpenCell>,
}

struct OpenCell {
    text: String,
    repeated: u32,
    row_span: u32,
    column_span: u32,
    covered: bool,
    paragraph: bool,
}

impl Sheet {
    fn start(&mut self, element: &Element<'_>, limits: &Limits) {
        let _ = limits;
        let hidden = element.attribute("visibility").is_some_and(|value| value != "visible");
        match element.name.as_str() {
            "table-column" => {
                let repeated: u32 = element.number("number-columns-repeated").unwrap_or(1);
                if hidden {
                    self.grid
                        .hidden_columns
                        .extend(self.columns..self.columns.saturating_add(repeated.min(REPEATED)));
                }
                self.columns = self.columns.saturating_add(repeated);
            }
            "table-row" => {
                self.rows = element.number("number-rows-repeated").unwrap_or(1);
                self.column = 0;
                if hidden {
                    self.grid.hidden_rows.extend(self.row..self.row.saturating_add(self.rows.min(REPEATED)));
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(OpenCell {
                    text: String::new(),
                    repeated: element.number("number-columns-repeated").unwrap_or(1).max(1),
                    row_span: element.number("number-rows-spanned").unwrap_or(1).max(1),
                    column_span: element.number("number-columns-spanned").unwrap_or(1).max(1),
                    covered: element.name == "covered-table-cell",
                    paragraph: false,
                });
            }
            "p" => {
                if let Some(cell) = &mut self.cell {
                    if !cell.text.is_empty() {
                        cell.text.push('\n');
                    }
                    cell.paragraph = true;
                }
            }
            "s" => {
                if let Some(cell) = &mut self.cell {
                    let spaces: usize = element.number("c").unwrap_or(1);
                    cell.text.push_str(&" ".repeat(spaces.min(256)));
                }
            }
            "tab" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\t');
                }
            }
            "line-break" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, limits: &Limits) {
        match name {
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return };
                if !cell.covered {
                    self.keep(&cell, limits);
                }
                self.column = self.column.saturating_add(cell.repeated);
            }
            "table-row" => self.row = self.row.saturating_add(self.rows),
            _ => {}
        }
    }

    fn keep(&mut self, cell: &OpenCell, limits: &Limits) {
        let (row, column) = (self.row, self.column);
        if cell.row_span > 1 || cell.column_span > 1 {
            let bottom = row.saturating_add(cell.row_span - 1).min(row.saturating_add(1 << 20));
            let right = column.saturating_add(cell.column_span - 1).min(1 << 14);
            self.grid.merged.push([row, column, bottom, right]);
        }
        let text = cell.text.trim();
        if text.is_empty() {
            return;
        }
        for row in row..row.saturating_add(self.rows.min(REPEATED)) {
            for column in column..column.saturating_add(cell.repeated.min(REPEATED)) {
                if self.grid.cells.len() >= limits.cells {
                    return;
                }
                self.grid.cells.insert((row, column), text.to_owned());
            }
        }
    }
}
