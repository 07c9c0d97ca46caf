//! docx and docm, by Word or WPS: paragraphs and tables in order, tracked changes as accepted, hidden text left
//! out, automatic numbers put before their text, text boxes after the paragraph they hang on.
//!
//! The docx crates are made for writing and keep a whole typed tree; reading needs neither. `archive` and `xml`
//! stand over rawzip, miniz_oxide and quick-xml.

mod numbering;
mod styles;
mod walk;

use super::archive::{Archive, PartError};
use super::collector::Collector;
#[cfg(feature = "odt")]
use super::encoding;
use super::xml::{Piece, Pieces};
use super::{Extract, Format, Limits, ReadError, Reader, Source, flow, magic};
use crate::document::NoteKind;
use numbering::Numbering;
use styles::Styles;
use walk::Walk;

#[cfg(feature = "odt")]
pub(super) use numbering::counted;

pub(super) const READER: Reader = Reader {
    format: Format::Docx,
    extensions: &["docx", "docm", "dotx", "dotm"],
    is_text: false,
    recognizes,
    read,
};

/// Word's XML of 2003: the same elements in one file.
#[cfg(feature = "odt")]
pub(super) const XML_2003: Reader = Reader {
    format: Format::Xml,
    extensions: &[],
    is_text: true,
    recognizes: |bytes| magic::is_xml_with(bytes, b"http://schemas.microsoft.com/office/word/2003/wordml"),
    read: read_xml,
};

fn recognizes(bytes: &[u8]) -> bool {
    magic::is_zip_with(bytes, b"word/")
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let archive = Archive::open(source.bytes, limits)?;
    let mut collector = Collector::new(limits);
    if archive.damaged {
        collector.note(NoteKind::Damaged("zip"));
    }
    let text = main_part(&archive, limits)?;
    let styles = archive.text("word/styles.xml").map(|text| Styles::new(&text, limits)).unwrap_or_default();
    let numbering =
        archive.text("word/numbering.xml").map(|text| Numbering::new(&text, limits)).unwrap_or_default();
    let mut walk = Walk::new(&text, styles, numbering, limits);
    let items = walk.document();
    if walk.is_broken() {
        collector.note(NoteKind::Damaged("document"));
    }
    flow::pour(items, &mut collector);
    collector.document().properties = super::office::properties(&archive, limits);
    let document = collector.finish();
    if document.blocks.is_empty() && walk.is_broken() {
        return Err(ReadError::Damaged("document"));
    }
    Ok(Extract { document, encoding: None })
}

#[cfg(feature = "odt")]
fn read_xml(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut collector = Collector::new(limits);
    let decoded = encoding::decode(collector.text_source(source.bytes), None);
    let styles = Styles::new(&decoded.text, limits);
    let mut walk = Walk::new(&decoded.text, styles, Numbering::default(), limits);
    let items = walk.body();
    if walk.is_broken() {
        collector.note(NoteKind::Damaged("document"));
    }
    flow::pour(items, &mut collector);
    collector.document().properties.title = super::office::title(&decoded.text, limits);
    let document = collector.finish();
    if document.blocks.is_empty() && walk.is_broken() {
        return Err(ReadError::Damaged("document"));
    }
    Ok(Extract { document, encoding: Some(decoded.encoding.name()) })
}

/// The part with the document's body: by the package's own relation, else by its usual name.
fn main_part(archive: &Archive<'_>, limits: &Limits) -> Result<String, ReadError> {
    let mut name = "word/document.xml".to_owned();
    if let Ok(text) = archive.text("_rels/.rels") {
        let mut pieces = Pieces::new(&text, limits.xml_depth);
        while let Some(piece) = pieces.next() {
            if let Piece::Start(element) = piece
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                && let Some(target) = element.attribute("Target")
            {
                name = target.trim_start_matches(['/', '.']).to_owned();
            }
        }
    }
    archive.text(&name).or_else(|_| archive.text("word/document.xml")).map_err(|error| match error {
        PartError::Missing | PartError::Damaged => ReadError::Damaged("document"),
        other => other.into(),
    })
}
