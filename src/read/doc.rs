//! doc (Word 97–2003, and WPS's wps): what office_oxide makes of it, put into the shapes that every word
//! processor's document has here.
//!
//! Deleted and hidden text is left out, headers, footers and notes are no part of the body. The numbers that Word
//! counts by itself are lost: office_oxide does not give their text.

use super::collector::Collector;
use super::flow::{self, Cell, Item, Merge, Row};
use super::{Extract, Format, Limits, ReadError, Reader, Source, magic};
use crate::document::NoteKind;
use office_oxide::doc::DocError;
use office_oxide::ir::{DocumentIR, Element, InlineContent, List, Table};
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat, OfficeError};
use std::io::Cursor;

pub(super) const READER: Reader = Reader {
    format: Format::Doc,
    extensions: &["doc", "dot", "wps", "wpt"],
    is_text: false,
    recognizes,
    read,
};

/// Bytes of memory that a source may make office_oxide take.
const MEMORY: u64 = 256 << 20;

fn recognizes(bytes: &[u8]) -> bool {
    magic::is_compound_with(bytes, &["WordDocument"])
}

/// A fault of the crate's on a damaged file is caught natively; in the browser it ends the worker, which is
/// started anew.
fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let converted = std::panic::catch_unwind(|| converted(source.bytes, limits));
    let (converted, title) = converted.unwrap_or(Err(ReadError::Damaged("document")))?;
    let mut collector = Collector::new(limits);
    if converted.metadata.text_truncated {
        collector.note(NoteKind::Damaged("document"));
    }
    let mut cells = limits.cells;
    for section in &converted.sections {
        flow::pour(items(&section.elements, limits.depth, &mut cells), &mut collector);
    }
    collector.document().properties.title = title;
    let document = collector.finish();
    if document.blocks.is_empty() && !document.notes.is_empty() {
        return Err(ReadError::Damaged("document"));
    }
    Ok(Extract { document, encoding: None })
}

/// The body, and the title that the file gives itself (`metadata` guesses one from the first heading).
fn converted(bytes: &[u8], limits: &Limits) -> Result<(DocumentIR, Option<String>), ReadError> {
    let mut options = ParseOptions::strict();
    options.on_incomplete = office_oxide::options::OnIncomplete::Report;
    options.include_deleted_text = false;
    options.include_hidden_text = false;
    options.limits.text_chars = limits.text;
    options.limits.memory_bytes = MEMORY;
    let document = Document::from_reader_with(Cursor::new(bytes.to_vec()), DocumentFormat::Doc, &options)
        .map_err(|error| match error {
            OfficeError::Doc(DocError::Encrypted) => ReadError::Encrypted,
            OfficeError::Doc(DocError::UnsupportedVersion(_)) => ReadError::Unsupported("doc"),
            _ => ReadError::Damaged("document"),
        })?;
    let properties = document.as_doc().and_then(|doc| doc.summary_properties());
    let title = properties.and_then(|properties| properties.title.as_deref()).map(str::trim);
    let title = title.filter(|title| !title.is_empty()).map(str::to_owned);
    Ok((document.to_ir(), title))
}

/// The body's elements, tables at most `depth` within each other, with at most `cells` cells.
fn items(elements: &[Element], depth: usize, cells: &mut usize) -> Vec<Item> {
    let mut found = Vec::new();
    for element in elements {
        match element {
            Element::Heading(heading) => {
                let level = Some(heading.clamped_level());
                found.push(Item::Paragraph { text: words(&heading.content), level });
            }
            Element::Paragraph(paragraph) => {
                found.push(Item::Paragraph { text: words(&paragraph.content), level: None });
            }
            Element::CodeBlock(block) => {
                found.push(Item::Paragraph { text: block.content.clone(), level: None });
            }
            Element::Table(table) if depth > 0 => found.push(Item::Table(rows(table, depth - 1, cells))),
            Element::TextBox(text_box) if depth > 0 => {
                found.append(&mut items(&text_box.content, depth - 1, cells));
            }
            Element::List(list) => list_items(list, depth, cells, &mut found),
            Element::Image(_) => found.push(Item::Picture),
            _ => {}
        }
    }
    found
}

fn list_items(list: &List, depth: usize, cells: &mut usize, found: &mut Vec<Item>) {
    for item in &list.items {
        found.append(&mut items(&item.content, depth, cells));
        if let Some(nested) = item.nested.as_ref().filter(|_| depth > 0) {
            list_items(nested, depth - 1, cells, found);
        }
    }
}

fn rows(table: &Table, depth: usize, cells: &mut usize) -> Vec<Row> {
    let mut found = Vec::new();
    for row in &table.rows {
        let mut kept = Row::default();
        for cell in row.cells.iter().take(*cells) {
            kept.cells.push(Cell {
                span: span(cell.col_span, 1000),
                rows: span(cell.row_span, 65_534),
                merge: Merge::Alone,
                goes_on_left: false,
                items: items(&cell.content, depth, cells),
            });
        }
        *cells = cells.saturating_sub(row.cells.len());
        found.push(kept);
    }
    found
}

fn span(stated: u32, most: usize) -> usize {
    usize::try_from(stated).unwrap_or(most).clamp(1, most)
}

fn words(content: &[InlineContent]) -> String {
    let mut words = String::new();
    for piece in content {
        match piece {
            InlineContent::Text(span) => words.push_str(&span.text),
            InlineContent::LineBreak => words.push('\n'),
            _ => {}
        }
    }
    words
}
