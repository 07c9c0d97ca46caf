//! A document drawn as text: one block a line, a table's rows indented under it.

use gouji::document::{Block, Document, NoteKind, Square, Table};
use gouji::read::{Source, read};

/// Reads `bytes` and draws the document; an error is drawn by its name.
pub fn drawn(name: &str, bytes: &[u8]) -> String {
    match read(Source { name, bytes }) {
        Ok(read) => draw(&read.document),
        Err(error) => format!("{error:?}"),
    }
}

/// `P words`, `H2 words`, `T caption` with its rows below, `N note`.
pub fn draw(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { level, text, .. } => lines.push(format!("H{level} {text}")),
            Block::Paragraph { text, .. } => lines.push(format!("P {text}")),
            Block::Table(table) => {
                lines.push(format!("T {}", table.caption.as_deref().unwrap_or_default()).trim().to_owned());
                lines.extend(rows(table).map(|row| format!("  {row}").trim_end().to_owned()));
            }
        }
    }
    for note in &document.notes {
        let place = note.place.map(|place| format!(" after {}", place.block)).unwrap_or_default();
        lines.push(match &note.kind {
            NoteKind::Picture => format!("N picture{place}"),
            kind => format!("N {kind:?}{place}"),
        });
    }
    lines.join("\n")
}

/// Rows of squares by where they start: `words`, `words[rows×columns]`, `~` where nothing was printed.
pub fn rows(table: &Table) -> impl Iterator<Item = String> {
    (0..table.rows()).map(|row| table.row(row).map(square).collect::<Vec<_>>().join("|"))
}

fn square(square: &Square) -> String {
    let text = square.text.replace('\n', "⏎");
    match (square.printed, square.row_span, square.column_span) {
        (false, ..) => "~".to_owned(),
        (true, 1, 1) => text,
        (true, rows, columns) => format!("{text}[{rows}×{columns}]"),
    }
}
