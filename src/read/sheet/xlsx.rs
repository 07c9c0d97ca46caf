//! xlsx and xlsm (and WPS's et when saved so): sheets, shared strings, formats, merges, hidden rows and columns.
//!
//! calamine gives neither hidden rows and columns nor number formats, so the parts are read here, over rawzip
//! and quick-xml.

use super::grid::Grid;
use super::number_format;
use crate::document::{Block, Document, Note, NoteKind, Origin};
use crate::read::archive::{Archive, PartError};
use crate::read::xml::{Piece, Pieces};
use crate::read::{Extract, Format, Limits, ReadError, Reader, Source, office};
use std::collections::BTreeMap;

pub(in crate::read) const READER: Reader = Reader {
    format: Format::Xlsx,
    extensions: &["xlsx", "xlsm", "xltx", "et"],
    is_text: false,
    recognizes,
    read,
};

fn recognizes(bytes: &[u8]) -> bool {
    crate::read::magic::is_zip_with(bytes, b"xl/")
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let archive = Archive::open(source.bytes, limits)?;
    let mut document = Document::default();
    if archive.damaged {
        document.notes.push(Note { kind: NoteKind::Damaged("zip"), place: None });
    }
    let workbook = Workbook::new(&archive, limits)?;
    let mut spent = 0;
    let mut any = false;
    for (name, part) in &workbook.sheets {
        let text = match archive.text(part) {
            Ok(text) => text,
            Err(PartError::Missing | PartError::Damaged) => {
                document.notes.push(Note { kind: NoteKind::Damaged("sheet"), place: None });
                continue;
            }
            Err(error) if any => {
                let _ = error;
                document.notes.push(Note { kind: NoteKind::CutAtLimit("size"), place: None });
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        any = true;
        let (grid, broken) = workbook.grid(&text, limits);
        if broken {
            document.notes.push(Note { kind: NoteKind::Damaged("sheet"), place: None });
        }
        let before = document.blocks.len();
        grid.pour(&mut document, limits, &mut spent);
        if workbook.sheets.len() > 1 && document.blocks.len() > before {
            let heading = Block::Heading { level: 6, text: name.clone(), origin: Origin::default() };
            document.blocks.insert(before, heading);
        }
    }
    if !any {
        return Err(ReadError::Damaged("sheet"));
    }
    document.properties = office::properties(&archive, limits);
    Ok(Extract { encoding: None, document })
}

/// What all sheets share.
struct Workbook {
    /// Names and parts of the shown sheets, in their order.
    sheets: Vec<(String, String)>,
    strings: Vec<String>,
    /// Format codes by the index of the cell style.
    formats: Vec<String>,
    is_1904: bool,
}

impl Workbook {
    fn new(archive: &Archive<'_>, limits: &Limits) -> Result<Workbook, ReadError> {
        let targets = relations(archive, limits);
        let mut workbook =
            Workbook { sheets: Vec::new(), strings: Vec::new(), formats: Vec::new(), is_1904: false };
        if let Ok(text) = archive.text("xl/workbook.xml") {
            let mut pieces = Pieces::new(&text, limits.xml_depth);
            while let Some(piece) = pieces.next() {
                let Piece::Start(element) = piece else { continue };
                match element.name.as_str() {
                    "workbookPr" => workbook.is_1904 = element.is_on("date1904"),
                    "sheet" if !element.attribute("state").is_some_and(|state| state.contains("idden")) => {
                        let part = element.attribute("id").and_then(|id| targets.get(&id).cloned());
                        if let Some(part) = part {
                            workbook.sheets.push((element.attribute("name").unwrap_or_default(), part));
                        }
                    }
                    _ => {}
                }
            }
        }
        if workbook.sheets.is_empty() {
            let parts =
                archive.names().filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
            workbook.sheets = parts.map(|part| (part.to_owned(), part.to_owned())).collect();
        }
        match archive.text("xl/sharedStrings.xml") {
            Ok(text) => workbook.strings = shared_strings(&text, limits),
            Err(PartError::Missing) => {}
            Err(error) => return Err(error.into()),
        }
        if let Ok(text) = archive.text("xl/styles.xml") {
            workbook.formats = formats(&text, limits);
        }
        Ok(workbook)
    }

    /// One sheet's grid, and whether its part broke off.
    fn grid(&self, text: &str, limits: &Limits) -> (Grid, bool) {
        let mut grid = Grid::default();
        let mut pieces = Pieces::new(text, limits.xml_depth);
        let (mut row, mut next_row, mut next_column) = (0u32, 0u32, 0u32);
        let mut cell: Option<OpenCell> = None;
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => match element.name.as_str() {
                    "col" if element.is_on("hidden") => {
                        let first: u32 = element.number("min").unwrap_or(1);
                        let last: u32 = element.number("max").unwrap_or(first).min(16_384);
                        grid.hidden_columns.extend((first.max(1) - 1)..last);
                    }
                    "row" => {
                        row = element.number("r").map_or(next_row, |row: u32| row.saturating_sub(1));
                        next_row = row.saturating_add(1);
                        next_column = 0;
                        if element.is_on("hidden") {
                            grid.hidden_rows.insert(row);
                        }
                    }
                    "c" => {
                        let at = element.attribute("r").and_then(|text| reference(&text));
                        let (row, column) = at.unwrap_or((row, next_column));
                        next_column = column.saturating_add(1);
                        cell = Some(OpenCell {
                            at: (row, column),
                            kind: element.attribute("t").unwrap_or_default(),
                            style: element.number("s").unwrap_or(0),
                            value: String::new(),
                            formula: false,
                            reading: false,
                        });
                    }
                    "v" | "t" => {
                        if let Some(cell) = &mut cell {
                            cell.reading = true;
                        }
                    }
                    "f" => {
                        if let Some(cell) = &mut cell {
                            cell.formula = true;
                        }
                    }
                    "rPh" => pieces.skip(),
                    "mergeCell" => {
                        if let Some(region) = element.attribute("ref").and_then(|text| region(&text)) {
                            grid.merged.push(region);
                        }
                    }
                    _ => {}
                },
                Piece::Text(text) => {
                    if let Some(cell) = cell.as_mut().filter(|cell| cell.reading) {
                        cell.value.push_str(&text);
                    }
                }
                Piece::End(name) => match name.as_str() {
                    "v" | "t" => {
                        if let Some(cell) = &mut cell {
                            cell.reading = false;
                        }
                    }
                    "c" => {
                        if let Some(cell) = cell.take()
                            && grid.cells.len() < limits.cells
                        {
                            let text = self.shown(&cell);
                            if !text.is_empty() {
                                grid.cells.insert(cell.at, text);
                            }
                        }
                    }
                    _ => {}
                },
            }
        }
        (grid, pieces.broken)
    }

    /// A cell's text as shown.
    fn shown(&self, cell: &OpenCell) -> String {
        match cell.kind.as_str() {
            "s" => {
                let index: Option<usize> = cell.value.trim().parse().ok();
                index.and_then(|index| self.strings.get(index)).cloned().unwrap_or_default()
            }
            "str" | "inlineStr" | "d" | "e" => cell.value.clone(),
            "b" => if cell.value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            // A formula that was never worked out has no value: what it would be is not known.
            _ if cell.value.is_empty() && cell.formula => "=".to_owned(),
            _ => match cell.value.trim().parse::<f64>() {
                Ok(value) => {
                    let code = self.formats.get(cell.style).map_or("General", String::as_str);
                    number_format::shown(value, code, self.is_1904)
                }
                Err(_) => cell.value.clone(),
            },
        }
    }
}

/// A `<c>` that is being read.
struct OpenCell {
    at: (u32, u32),
    kind: String,
    style: usize,
    value: String,
    formula: bool,
    reading: bool,
}

/// Relation ids of the workbook to part names.
fn relations(archive: &Archive<'_>, limits: &Limits) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    let Ok(text) = archive.text("xl/_rels/workbook.xml.rels") else { return targets };
    let mut pieces = Pieces::new(&text, limits.xml_depth);
    while let Some(piece) = pieces.next() {
        let Piece::Start(element) = piece else { continue };
        if element.name != "Relationship" {
            continue;
        }
        if let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) {
            let part = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{}", target.trim_start_matches("./")),
            };
            targets.insert(id, part);
        }
    }
    targets
}

fn shared_strings(text: &str, limits: &Limits) -> Vec<String> {
    let mut strings = Vec::new();
    let mut pieces = Pieces::new(text, limits.xml_depth);
    let (mut current, mut reading) = (String::new(), false);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(element) => match element.name.as_str() {
                "si" => current.clear(),
                "t" => reading = true,
                "rPh" => pieces.skip(),
                _ => {}
            },
            Piece::Text(text) if reading => current.push_str(&text),
            Piece::Text(_) => {}
            Piece::End(name) => match name.as_str() {
                "t" => reading = false,
                "si" => strings.push(std::mem::take(&mut current)),
                _ => {}
            },
        }
    }
    strings
}

/// Format codes in the order of the cell styles.
fn formats(text: &str, limits: &Limits) -> Vec<String> {
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let mut out = Vec::new();
    let mut in_cells = false;
    let mut pieces = Pieces::new(text, limits.xml_depth);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(element) => match element.name.as_str() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (element.number("numFmtId"), element.attribute("formatCode"))
                    {
                        codes.insert(id, code);
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = element.number("numFmtId").unwrap_or(0);
                    let code = codes.get(&id).cloned();
                    out.push(code.unwrap_or_else(|| number_format::built_in(id).to_owned()));
                }
                _ => {}
            },
            Piece::End(name) if name == "cellXfs" => in_cells = false,
            _ => {}
        }
    }
    out
}

/// `B12` as row and column, 0-based.
fn reference(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().trim_start_matches('$');
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut column = 0u32;
    for letter in text.bytes().take(letters) {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let row: u32 = text.get(letters..)?.trim_start_matches('$').parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
    (row < 1 << 20 && column < 1 << 14).then_some((row, column))
}

fn region(text: &str) -> Option<[u32; 4]> {
    let (from, to) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (reference(from)?, reference(to)?);
    Some([top, left, bottom, right])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_nonsense_is_not() {
        assert_eq!(reference("A1"), Some((0, 0)));
        assert_eq!(reference("$AB$12"), Some((11, 27)));
        assert_eq!(region("B2:D4"), Some([1, 1, 3, 3]));
        for nonsense in ["", "A", "A0", "1", "ZZZZZ1", "A99999999999"] {
            assert_eq!(reference(nonsense), None, "{nonsense}");
        }
    }
}
