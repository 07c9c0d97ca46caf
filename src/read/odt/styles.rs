//! Styles of an OpenDocument text, as far as they hide text or number paragraphs.

use crate::read::Limits;
use crate::read::docx::counted;
use crate::read::xml::{Element, Piece, Pieces};
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
pub(super) const LEVELS: usize = 10;

/// What the styles say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    hidden: BTreeSet<String>,
    lists: BTreeMap<String, Vec<Level>>,
}

/// How one level of a list is numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    /// As OpenDocument names it: `1`, `a`, `一, 二, 三, ...`; empty for none.
    format: String,
    before: String,
    after: String,
    start: u32,
    /// How many levels its number shows.
    shown: usize,
}

/// The name under which the numbers of headings are kept that stand in no list.
pub(super) const OUTLINE: &str = "";

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn take(&mut self, text: &str, limits: &Limits) {
        let mut pieces = Pieces::new(text, limits.xml_depth);
        let (mut style, mut list) = (String::new(), None);
        while let Some(piece) = pieces.next() {
            let element = match piece {
                Piece::Start(element) => element,
                Piece::End(name) if name == "list-style" || name == "outline-style" => {
                    list = None;
                    continue;
                }
                _ => continue,
            };
            match element.name.as_str() {
                "style" => style = element.attribute("name").unwrap_or_default(),
                "text-properties" if element.attribute("display").as_deref() == Some("none") => {
                    self.hidden.insert(style.clone());
                }
                "list-style" => list = element.attribute("name"),
                "outline-style" => list = Some(OUTLINE.to_owned()),
                "list-level-style-number" | "outline-level-style" => {
                    let at = element.number::<usize>("level").unwrap_or(1).clamp(1, LEVELS) - 1;
                    if let Some(list) = &list {
                        let levels =
                            self.lists.entry(list.clone()).or_insert_with(|| vec![Level::default(); LEVELS]);
                        levels[at] = level(&element);
                    }
                }
                // Nothing of the body is a style.
                "text" => pieces.skip(),
                _ => {}
            }
        }
    }

    /// Whether text of a style is hidden.
    pub(super) fn hides(&self, style: Option<&str>) -> bool {
        style.is_some_and(|style| self.hidden.contains(style))
    }

    /// The number that a list's first count is.
    pub(super) fn start(&self, list: &str, level: usize) -> u32 {
        self.level(list, level).map_or(1, |level| level.start)
    }

    /// The text of a number, its counts given for each level; empty where the level shows none.
    pub(super) fn number(&self, list: &str, level: usize, counts: &[Option<u32>; LEVELS]) -> String {
        let Some(own) = self.level(list, level).filter(|own| !own.format.is_empty()) else {
            return String::new();
        };
        let mut number = own.before.clone();
        let first = (level + 1).saturating_sub(own.shown.max(1));
        for (at, count) in counts.iter().enumerate().take(level + 1).skip(first) {
            let Some(shown) = self.level(list, at).filter(|shown| !shown.format.is_empty()) else { continue };
            if number.len() > own.before.len() {
                number.push('.');
            }
            number.push_str(&counted(count.unwrap_or(shown.start), named(&shown.format)));
        }
        number + &own.after
    }

    fn level(&self, list: &str, level: usize) -> Option<&Level> {
        self.lists.get(list)?.get(level)
    }
}

fn level(element: &Element<'_>) -> Level {
    Level {
        format: element.attribute("num-format").unwrap_or_default(),
        before: element.attribute("num-prefix").unwrap_or_default(),
        after: element.attribute("num-suffix").unwrap_or_default(),
        start: element.number("start-value").unwrap_or(1),
        shown: element.number("display-levels").unwrap_or(1),
    }
}

/// A number format of OpenDocument by the name that docx has for it; it is told by its first number.
fn named(format: &str) -> &'static str {
    match format.chars().next() {
        Some('一') => "chineseCounting",
        Some('①') => "decimalEnclosedCircle",
        Some('⑴') => "decimalEnclosedParen",
        Some('甲') => "ideographTraditional",
        Some('１') => "decimalFullWidth",
        Some('A') => "upperLetter",
        Some('a') => "lowerLetter",
        Some('I') => "upperRoman",
        Some('i') => "lowerRoman",
        _ => "decimal",
    }
}
