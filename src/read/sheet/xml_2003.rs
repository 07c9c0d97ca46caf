//! Excel's XML of 2003 (SpreadsheetML), which offices' systems write and name .xls.

use super::grid::Grid;
use crate::document::{Block, Document, Note, NoteKind, Origin};
use crate::read::xml::{Element, Piece, Pieces};
use crate::read::{Extract, Format, Limits, ReadError, Reader, Source, encoding, magic};

pub(in crate::read) const READER: Reader = Reader {
    format: Format::Xml,
    extensions: &[],
    is_text: true,
    recognizes: |bytes| magic::is_xml_with(bytes, b"urn:schemas-microsoft-com:office:spreadsheet"),
    read,
};

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let bytes = source.bytes.get(..limits.text_source).unwrap_or(source.bytes);
    let decoded = encoding::decode(bytes, None);
    let (sheets, broken) = sheets(&decoded.text, limits);
    let mut document = Document::default();
    if broken || bytes.len() < source.bytes.len() {
        document.notes.push(Note { kind: NoteKind::Damaged("sheet"), place: None });
    }
    let several = sheets.len() > 1;
    let mut spent = 0;
    for (name, grid) in sheets {
        let before = document.blocks.len();
        grid.pour(&mut document, limits, &mut spent);
        if several && document.blocks.len() > before {
            let heading = Block::Heading { level: 6, text: name, origin: Origin::default() };
            document.blocks.insert(before, heading);
        }
    }
    if document.blocks.is_empty() && broken {
        return Err(ReadError::Damaged("sheet"));
    }
    Ok(Extract { document, encoding: Some(decoded.encoding.name()) })
}

/// Names and grids of the sheets that are shown, and whether the file broke off.
fn sheets(text: &str, limits: &Limits) -> (Vec<(String, Grid)>, bool) {
    let mut sheets = Vec::new();
    let mut open: Option<Sheet> = None;
    let mut cells = limits.cells;
    let mut in_visibility = false;
    let mut pieces = Pieces::new(text, limits.xml_depth);
    while let Some(piece) = pieces.next() {
        match (piece, &mut open) {
            (Piece::Start(element), _) if element.name == "Worksheet" => {
                let name = element.attribute("Name").unwrap_or_default();
                open = Some(Sheet { name, ..Sheet::default() });
            }
            (Piece::Start(element), Some(sheet)) => match element.name.as_str() {
                "Comment" => pieces.skip(),
                "Visible" => in_visibility = true,
                _ => sheet.start(&element),
            },
            (Piece::Text(text), Some(sheet)) => {
                if in_visibility {
                    sheet.hidden |= text.trim() != "SheetVisible";
                } else if sheet.in_data {
                    sheet.text.push_str(&text);
                }
            }
            (Piece::End(name), Some(sheet)) => match name.as_str() {
                "Data" => sheet.in_data = false,
                "Visible" => in_visibility = false,
                "Cell" => sheet.end_cell(&mut cells),
                "Row" => sheet.row = sheet.row.saturating_add(1),
                "Worksheet" => sheets.extend(open.take().and_then(Sheet::shown)),
                _ => {}
            },
            _ => {}
        }
    }
    sheets.extend(open.take().and_then(Sheet::shown));
    (sheets, pieces.broken)
}

#[derive(Default)]
struct Sheet {
    name: String,
    hidden: bool,
    grid: Grid,
    row: u32,
    column: u32,
    /// The column whose facts come next.
    next_column: u32,
    /// How far the open cell reaches beyond itself.
    across: u32,
    down: u32,
    text: String,
    in_data: bool,
}

/// Columns and rows that Excel of 2003 could hold, and more.
const COLUMNS: u32 = 1 << 14;
const ROWS: u32 = 1 << 20;

impl Sheet {
    fn shown(self) -> Option<(String, Grid)> {
        (!self.hidden).then_some((self.name, self.grid))
    }

    fn start(&mut self, element: &Element<'_>) {
        let index = element.number::<u32>("Index").and_then(|index| index.checked_sub(1));
        match element.name.as_str() {
            "Column" => {
                let first = index.unwrap_or(self.next_column).min(COLUMNS);
                let last = first.saturating_add(element.number("Span").unwrap_or(0)).min(COLUMNS);
                if element.is_on("Hidden") {
                    self.grid.hidden_columns.extend(first..=last);
                }
                self.next_column = last + 1;
            }
            "Row" => {
                self.row = index.unwrap_or(self.row).min(ROWS);
                self.column = 0;
                if element.is_on("Hidden") {
                    self.grid.hidden_rows.insert(self.row);
                }
            }
            "Cell" => {
                self.column = index.unwrap_or(self.column).min(COLUMNS);
                self.across = element.number::<u32>("MergeAcross").unwrap_or(0).min(COLUMNS);
                self.down = element.number::<u32>("MergeDown").unwrap_or(0).min(ROWS);
                self.text.clear();
            }
            "Data" => self.in_data = true,
            _ => {}
        }
    }

    fn end_cell(&mut self, cells: &mut usize) {
        let (row, column) = (self.row, self.column);
        let text = std::mem::take(&mut self.text);
        if *cells > 0 {
            *cells -= 1;
            if self.across > 0 || self.down > 0 {
                self.grid.merged.push([row, column, row + self.down, column + self.across]);
            }
            if !text.trim().is_empty() {
                self.grid.cells.insert((row, column), text.trim().to_owned());
            }
        }
        self.column = column.saturating_add(self.across + 1);
        (self.across, self.down) = (0, 0);
    }
}
