//! odt and flat OpenDocument text, by LibreOffice or WPS: paragraphs and tables in order, automatic numbers put
//! before their text, deleted and hidden text left out, text boxes after the paragraph they hang on.

mod styles;
mod walk;

use super::archive::Archive;
use super::collector::Collector;
use super::{Extract, Format, Limits, ReadError, Reader, Source, encoding, flow, magic};
use crate::document::NoteKind;
use styles::Styles;
use walk::Walk;

/// The kind that the file says it is of.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

pub(super) const READER: Reader = Reader {
    format: Format::Odt,
    extensions: &["odt", "ott"],
    is_text: false,
    recognizes: |bytes| magic::is_zip_of(bytes, KIND),
    read,
};

/// The same in one XML file.
pub(super) const FLAT: Reader = Reader {
    format: Format::Odt,
    extensions: &["fodt"],
    is_text: true,
    recognizes: |bytes| magic::is_xml_with(bytes, KIND),
    read: read_flat,
};

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let archive = Archive::open(source.bytes, limits)?;
    if archive.text("META-INF/manifest.xml").is_ok_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let text = archive.text("content.xml")?;
    let mut styles = Styles::default();
    if let Ok(common) = archive.text("styles.xml") {
        styles.take(&common, limits);
    }
    let mut collector = Collector::new(limits);
    if archive.damaged {
        collector.note(NoteKind::Damaged("zip"));
    }
    let title = archive.text("meta.xml").ok().and_then(|meta| super::office::title(&meta, limits));
    collector.document().properties.title = title;
    body(&text, styles, collector, limits)
}

fn read_flat(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut collector = Collector::new(limits);
    let decoded = encoding::decode(collector.text_source(source.bytes), None);
    collector.document().properties.title = super::office::title(&decoded.text, limits);
    let extract = body(&decoded.text, Styles::default(), collector, limits)?;
    Ok(Extract { encoding: Some(decoded.encoding.name()), ..extract })
}

fn body(
    text: &str,
    mut styles: Styles,
    mut collector: Collector,
    limits: &Limits,
) -> Result<Extract, ReadError> {
    styles.take(text, limits);
    let mut walk = Walk::new(text, styles, limits);
    let items = walk.document();
    if walk.is_broken() {
        collector.note(NoteKind::Damaged("document"));
    }
    flow::pour(items, &mut collector);
    let document = collector.finish();
    if document.blocks.is_empty() && walk.is_broken() {
        return Err(ReadError::Damaged("document"));
    }
    Ok(Extract { document, encoding: None })
}
