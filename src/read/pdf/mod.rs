//! pdf with a text layer: hayro interprets the pages, a device (`taker`) takes down glyphs and ruling lines, and `layout`
//! makes paragraphs and tables of them.
#![expect(clippy::float_arithmetic, reason = "places on a page are fractions of a point")]

mod taker;

use super::layout::{self, Page};
use super::{Extract, Format, Limits, ReadError, Reader, Source, magic};
use crate::document::{Document, Note, NoteKind};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page,
};
use std::sync::Arc;
use taker::Taker;

pub(super) const READER: Reader =
    Reader { format: Format::Pdf, extensions: &["pdf"], is_text: false, recognizes: magic::is_pdf, read };

/// A font of one empty glyph. Given for fonts that are not embedded, so that their codes still come as glyphs.
const NO_GLYPHS: &[u8] = include_bytes!("notdef.ttf");

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let pdf = Pdf::new(source.bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Encrypted,
        LoadPdfError::Decryption(_) => ReadError::Encrypted,
        LoadPdfError::Invalid => ReadError::Damaged("pdf"),
    })?;
    let mut document = Document::default();
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(NO_GLYPHS), 0))),
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let mut pages = Vec::new();
    let mut left = limits.glyphs;
    let mut unknown = 0;
    let mut pictures = Vec::new();
    for (index, page) in pdf.pages().iter().enumerate() {
        if index >= limits.pages {
            document.notes.push(Note { kind: NoteKind::CutAtLimit("pages"), place: None });
            break;
        }
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, page.xref(), settings.clone());
        let mut taker = Taker::new(bounds, left);
        interpret_page(page, &mut context, &mut taker);
        left = taker.left;
        unknown += taker.unknown;
        if taker.has_picture() {
            pictures.push(pages.len());
        }
        pages.push(Page { width, height, glyphs: taker.glyphs, rulings: taker.rulings });
        if left == 0 {
            document.notes.push(Note { kind: NoteKind::CutAtLimit("size"), place: None });
            break;
        }
    }
    let glyphs: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    if glyphs == 0 {
        return Err(if pages.is_empty() { ReadError::Damaged("pdf") } else { ReadError::NoText });
    }
    if unknown > 0 {
        document.notes.push(Note { kind: NoteKind::Replaced(unknown), place: None });
    }
    document.blocks = layout::blocks(pages);
    document.notes.extend(layout::pictures(&document.blocks, pictures.iter().take(limits.notes)));
    let title = pdf.metadata().title.as_ref().map(|title| text_string(title));
    document.properties.title = title.filter(|title| !title.trim().is_empty());
    Ok(Extract { encoding: None, document })
}

/// A text string of the file: UTF-16 with its mark, else bytes of Latin text.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
