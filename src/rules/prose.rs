//! The prose of a report, section by section, for the rules that read words.

use super::Facts;
use crate::document::{Block, Place};
use crate::report::SectionFound;
use crate::report::form::Section;

/// A paragraph of the document and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph<'a> {
    pub text: &'a str,
    pub place: Place,
}

/// Every heading and paragraph of the document.
pub(crate) fn paragraphs<'a>(facts: &Facts<'a>) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
    within(facts, 0, facts.document.blocks.len())
}

/// What stands before the first section.
pub(crate) fn preamble<'a>(facts: &Facts<'a>) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
    let first = facts.report.sections.iter().map(|found| found.place.block).min();
    within(facts, 0, first.unwrap_or(facts.document.blocks.len()))
}

/// The paragraphs of a section, and what stands behind its heading on the heading's own line (六、…：无);
/// `None` where the section does not stand.
pub(crate) fn section<'a>(facts: &Facts<'a>, section: Section) -> Option<Vec<Paragraph<'a>>> {
    let found: Vec<&'a SectionFound> =
        facts.report.sections.iter().filter(|found| found.section == section).collect();
    if found.is_empty() {
        return None;
    }
    let mut paragraphs = Vec::new();
    for found in found {
        if let Some((_, rest)) = found.title.split_once(['：', ':']) {
            paragraphs.push(Paragraph { text: rest, place: found.place });
        }
        let (start, end) = found.blocks;
        paragraphs.extend(within(facts, start, end));
    }
    paragraphs.retain(|paragraph| !paragraph.text.trim().is_empty());
    Some(paragraphs)
}

/// The words of a section in one piece without white space, or `None` where it does not stand or parts of it were
/// left out by whoever copied it (`[…]`), or where it stands in a table (a sheet holds the whole report in one):
/// what is not there cannot be judged.
pub(crate) fn words(facts: &Facts<'_>, wanted: Section) -> Option<String> {
    let paragraphs = section(facts, wanted)?;
    let found = facts.report.sections.iter().find(|found| found.section == wanted)?;
    let blocks =
        facts.document.blocks.get(found.blocks.0..found.blocks.1.max(found.blocks.0)).unwrap_or_default();
    if found.place.square.is_some() || blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return None;
    }
    let text: String = paragraphs.iter().flat_map(|paragraph| paragraph.text.chars()).collect();
    let text: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let is_abridged =
        ["[…]", "[...]", "［…］", "（略）", "(略)", "〔略〕"].iter().any(|mark| text.contains(mark));
    (!is_abridged).then_some(text)
}

/// True where one of the words stands in the text.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn within<'a>(facts: &Facts<'a>, start: usize, end: usize) -> impl Iterator<Item = Paragraph<'a>> + use<'a> {
    let end = end.min(facts.document.blocks.len());
    let blocks = facts.document.blocks.get(start.min(end)..end).unwrap_or_default();
    blocks.iter().enumerate().filter_map(move |(index, block)| {
        let text = Block::text(block)?;
        let place = Place { block: start + index, square: None, characters: None, origin: block.origin() };
        Some(Paragraph { text, place })
    })
}
