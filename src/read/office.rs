//! What the office formats of one family share.

use super::Limits;
use super::archive::Archive;
use super::xml::{Piece, Pieces};
use crate::document::Properties;

/// What the file says of itself.
pub(super) fn properties(archive: &Archive<'_>, limits: &Limits) -> Properties {
    let title = archive.text("docProps/core.xml").ok().and_then(|text| title(&text, limits));
    Properties { title, ..Properties::default() }
}

/// The title that stands in a part about the file, before any body.
pub(super) fn title(text: &str, limits: &Limits) -> Option<String> {
    let mut pieces = Pieces::new(text, limits.xml_depth);
    let mut in_title = false;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Start(element) if element.name == "body" => return None,
            Piece::Start(element) => in_title = matches!(element.name.as_str(), "title" | "Title"),
            Piece::Text(text) if in_title && !text.trim().is_empty() => return Some(text.trim().to_owned()),
            Piece::Text(_) => {}
            Piece::End(_) => in_title = false,
        }
    }
    None
}
