//! rtf, by Word, WPS, LibreOffice or older programs: paragraphs and tables in order, deleted and hidden text left
//! out, headers, footers and notes kept apart, the shown text of automatic numbers kept, text boxes after the
//! paragraph they hang on.
//!
//! A format of braces and words needs no crate: `token` cuts it, `walk` keeps the state of its groups, `body`
//! makes rows of column edges into tables with spans.

mod body;
mod code_page;
mod token;
mod walk;

use super::collector::Collector;
use super::{Extract, Format, Limits, ReadError, Reader, Source, flow};
use crate::document::NoteKind;
use walk::Walk;

pub(super) const READER: Reader =
    Reader { format: Format::Rtf, extensions: &["rtf"], is_text: true, recognizes, read };

fn recognizes(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut collector = Collector::new(limits);
    let text = collector.text_source(source.bytes);
    let found = Walk::new(limits).over(text);
    if found.replaced > 0 {
        collector.note(NoteKind::Replaced(found.replaced));
    }
    if found.was_cut {
        collector.cut("cells");
    }
    if found.broken {
        collector.note(NoteKind::Damaged("document"));
    }
    flow::pour(found.items, &mut collector);
    collector.document().properties.title = found.title;
    let document = collector.finish();
    if document.blocks.is_empty() && found.broken {
        return Err(ReadError::Damaged("document"));
    }
    Ok(Extract { document, encoding: None })
}
