//! What the office formats of one family share.

use super::Limits;
use super::archive::Archive;
use super::xml::{Piece, Pieces};
use crate::document::Properties;

/// The title that the file gives itself.
pub(super) fn properties(archive: &Archive<'_>, limits: &Limits) -> Properties {
    let mut properties = Properties::default();
    let Ok(text) = archive.text("docProps/core.xml") else { return properties };
    let mut pieces = Pieces::new(&text, limits.xml_depth);
    let mut in_title = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(element) => in_title = element.name == "title",
            Piece::Text(text) if in_title && !text.trim().is_empty() => {
                properties.title = Some(text.trim().to_owned());
            }
            Piece::Text(_) => {}
            Piece::End(_) => in_title = false,
        }
    }
    properties
}
