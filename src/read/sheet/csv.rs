//! csv and tsv: quoted fields, in any encoding that text comes in.

use super::grid::Grid;
use crate::document::{Document, Note, NoteKind};
use crate::read::{Extract, Format, Limits, ReadError, Reader, Source, encoding};
use csv_core::{ReadFieldResult, ReaderBuilder};

/// Known by its name only: the content of a csv is text like any other. Systems write it under the names of
/// workbooks too.
pub(in crate::read) const READER: Reader = Reader {
    format: Format::Csv,
    extensions: &["csv", "tsv", "xls", "xlsx", "et"],
    is_text: true,
    recognizes: |_| false,
    read,
};

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let decoded = encoding::decode(source.bytes, None);
    let mut document = Document::default();
    let replaced = decoded.text.chars().filter(|one| *one == char::REPLACEMENT_CHARACTER).count();
    if replaced > 0 {
        document.notes.push(Note { kind: NoteKind::Replaced(replaced), place: None });
    }
    grid(&decoded.text, limits).pour(&mut document, limits, &mut 0);
    Ok(Extract { encoding: Some(decoded.encoding.name()), document })
}

fn grid(text: &str, limits: &Limits) -> Grid {
    let mut grid = Grid::default();
    let text = text.replace("\r\n", "\n");
    let text = text.as_str();
    let mut reader = ReaderBuilder::new().delimiter(delimiter(text)).build();
    let mut input = text.as_bytes();
    let mut buffer = vec![0; 4096];
    let mut field: Vec<u8> = Vec::new();
    // csv-core passes over empty lines; a row's number is that of its line, so that such a line still parts tables.
    let (mut row, mut column) = (0u32, 0u32);
    loop {
        let (result, read, written) = reader.read_field(input, &mut buffer);
        if column == 0 && field.is_empty() {
            let skipped = input[..read]
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .filter(|byte| **byte == b'\n');
            row = row.saturating_add(u32::try_from(skipped.count()).unwrap_or(u32::MAX));
        }
        input = &input[read..];
        field.extend_from_slice(&buffer[..written]);
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                let text = String::from_utf8_lossy(&field).trim().to_owned();
                field.clear();
                if !text.is_empty() && grid.cells.len() < limits.cells {
                    grid.cells.insert((row, column), text);
                }
                column = column.saturating_add(1);
                if record_end {
                    row = row.saturating_add(1);
                    column = 0;
                }
            }
            ReadFieldResult::End => return grid,
        }
    }
}

/// The separator that the text uses: a tab, a comma or a semicolon, whichever its lines hold most of.
fn delimiter(text: &str) -> u8 {
    let count = |one: u8| text.bytes().filter(|byte| *byte == one).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|one| count(*one)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_places_quotes_and_empty_lines() {
        let grid =
            grid("信息内容,\"本年\n制发\"\r\n规章,\"1,234\"\r\n\r\n\"说\"\"明\"\"\",,3", &Limits::DEFAULT);
        let cells: Vec<_> =
            grid.cells.iter().map(|((row, column), text)| (*row, *column, text.as_str())).collect();
        assert_eq!(
            cells,
            [
                (0, 0, "信息内容"),
                (0, 1, "本年\n制发"),
                (1, 0, "规章"),
                (1, 1, "1,234"),
                (3, 0, "说\"明\""),
                (3, 2, "3")
            ]
        );
        assert_eq!(delimiter("a\tb\tc,d"), b'\t');
    }
}
