//! Styles of a docx, as far as they make headings and numbers.

use super::numbering::Reference;
use super::walk::heading_level;
use crate::read::Limits;
use crate::read::xml::{Piece, Pieces};
use std::collections::BTreeMap;

/// What the paragraph styles say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    level: Option<u8>,
    list: Option<u32>,
    list_level: usize,
}

impl Styles {
    pub(super) fn new(text: &str, limits: &Limits) -> Styles {
        let mut styles = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        let mut pieces = Pieces::new(text, limits.xml_depth);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => {
                    let value = element.attribute("val");
                    match (element.name.as_str(), &mut open) {
                        ("style", _) => {
                            open = element.attribute("styleId").map(|id| (id, Style::default()));
                        }
                        ("basedOn", Some((_, style))) => style.based_on = value,
                        ("outlineLvl", Some((_, style))) => style.level = heading_level(&element),
                        ("name", Some((_, style))) => {
                            let named = value.as_deref().and_then(|name| name.strip_prefix("heading "));
                            let level = named.and_then(|number| number.trim().parse::<u8>().ok());
                            style.level = style.level.or(level.map(|level| level.clamp(1, 6)));
                        }
                        ("numId", Some((_, style))) => style.list = element.number("val"),
                        ("ilvl", Some((_, style))) => style.list_level = element.number("val").unwrap_or(0),
                        _ => {}
                    }
                }
                Piece::End(name) if name == "style" => styles.extend(open.take()),
                _ => {}
            }
        }
        Styles { styles }
    }

    /// The heading level of a style or of what it is based on.
    pub(super) fn level(&self, style: Option<&str>) -> Option<u8> {
        self.lineage(style).find_map(|style| style.level)
    }

    /// The list of a style or of what it is based on.
    pub(super) fn numbered(&self, style: Option<&str>) -> Option<Reference> {
        self.lineage(style).find_map(|style| Some(Reference { list: style.list?, level: style.list_level }))
    }

    /// A style and what it is based on; cut where styles are based on each other in a circle.
    fn lineage(&self, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = style.and_then(|name| self.styles.get(name));
        std::iter::successors(first, |style| style.based_on.as_ref().and_then(|name| self.styles.get(name)))
            .take(16)
    }
}
