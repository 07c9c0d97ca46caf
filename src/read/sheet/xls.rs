//! xls (Excel 97–2003, and WPS's et): the cells and merges that calamine gives, and the hidden rows and columns
//! that it does not.

use super::grid::Grid;
use super::hidden::{self, Hidden};
use super::number_format;
use crate::document::{Block, Document, Origin};
use crate::read::{Extract, Format, Limits, ReadError, Reader, Source};
use calamine::{Data, Reader as _, Xls, XlsError};
use std::io::Cursor;

pub(in crate::read) const READER: Reader = Reader {
    format: Format::Xls,
    extensions: &["xls", "xlt", "et", "ett"],
    is_text: false,
    recognizes,
    read,
};

fn recognizes(bytes: &[u8]) -> bool {
    crate::read::magic::is_compound_with(bytes, &["Workbook", "Book"])
}

/// calamine panics on some damaged files. Natively that is caught here; in the browser it ends the worker, which
/// is started anew.
fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    std::panic::catch_unwind(|| sheets(source, limits)).unwrap_or(Err(ReadError::Damaged("xls")))
}

fn sheets(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(source.bytes)).map_err(|error| match error {
        XlsError::Password => ReadError::Encrypted,
        _ => ReadError::Damaged("xls"),
    })?;
    let mut document = Document::default();
    let mut hidden = hidden::hidden(source.bytes).into_iter();
    let shown: Vec<(String, Hidden)> = workbook
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet, hidden.next().unwrap_or_default()))
        .filter(|(sheet, _)| sheet.visible == calamine::SheetVisible::Visible)
        .map(|(sheet, hidden)| (sheet.name.clone(), hidden))
        .collect();
    let several = shown.len() > 1;
    let mut spent = 0;
    for (name, hidden) in shown {
        let Ok(range) = workbook.worksheet_range(&name) else { continue };
        let mut grid = Grid { hidden_rows: hidden.rows, hidden_columns: hidden.columns, ..Grid::default() };
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            if grid.cells.len() >= limits.cells {
                break;
            }
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
            grid.cells.insert((top + row, left + column), text(value));
        }
        if let Ok(merges) = workbook.merge_cells_by_sheet_name(&name) {
            grid.merged =
                merges.iter().map(|merge| [merge.start.0, merge.start.1, merge.end.0, merge.end.1]).collect();
        }
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

fn text(value: &Data) -> String {
    match value {
        Data::Float(value) => number_format::general(*value),
        Data::DateTime(date) => number_format::shown(date.as_f64(), "yyyy-m-d", false),
        other => other.to_string(),
    }
}
