//! The prose of a report, section by section, for the rules that read words.

use super::Facts;
use crate::document::{Block, Place, Table};
use crate::report::form::Section;
use crate::sorted::{self, Listed, SortedSet};

/// A paragraph of the document and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph<'a> {
    pub text: &'a str,
    pub place: Place,
}

/// Every heading and paragraph of the document, those included that stand in the squares of a table which is no
/// statutory one: whole pages are laid out in tables, and whole reports in spreadsheets.
pub(crate) fn paragraphs<'a>(facts: &Facts<'a>) -> Vec<Paragraph<'a>> {
    let headings: SortedSet<usize> = facts.report.sections.iter().map(|found| found.place.block).collect();
    let statutory: SortedSet<usize> = facts.report.tables.iter().map(|found| found.place.block).collect();
    let mut paragraphs = Vec::new();
    for (index, block) in facts.document.blocks.iter().enumerate() {
        let place = Place { block: index, square: None, characters: None, origin: block.origin() };
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                paragraphs.push(Paragraph { text, place });
            }
            Block::Table(table) if headings.contains(&index) || !statutory.contains(&index) => {
                paragraphs.extend(squares(table, place));
            }
            Block::Table(_) => {}
        }
    }
    paragraphs
}

/// What stands before the first section.
pub(crate) fn preamble<'a>(facts: &Facts<'a>) -> Vec<Paragraph<'a>> {
    let first = facts.report.sections.iter().map(|found| position(found.place)).min();
    let mut paragraphs = paragraphs(facts);
    paragraphs.retain(|paragraph| first.is_none_or(|first| position(paragraph.place) < first));
    paragraphs
}

/// The paragraphs of a section, and what stands behind its heading on the heading's own line (六、…：无);
/// `None` where the section does not stand.
pub(crate) fn section<'a>(facts: &Facts<'a>, wanted: Section) -> Option<Vec<Paragraph<'a>>> {
    let sections = &facts.report.sections;
    let mut starts: Vec<(usize, usize)> = sections.iter().map(|found| position(found.place)).listed();
    sorted::sort(&mut starts);
    let all = paragraphs(facts);
    let mut own = Vec::new();
    let mut stands = false;
    for found in sections.iter().filter(|found| found.section == wanted) {
        stands = true;
        if let Some((_, rest)) = found.title.split_once(['：', ':']) {
            own.push(Paragraph { text: rest, place: found.place });
        }
        let start = position(found.place);
        // The last section ends where recognition says that the report does.
        let last = (found.blocks.1.max(found.place.block + 1), 0);
        let end = starts.iter().copied().find(|other| *other > start).unwrap_or(last);
        own.extend(all.iter().filter(|paragraph| {
            let here = position(paragraph.place);
            here > start && here < end
        }));
    }
    own.retain(|paragraph| !paragraph.text.trim().is_empty());
    stands.then_some(own)
}

/// The words of a section in one piece without white space, or `None` where it does not stand or parts of it were
/// left out by whoever copied it (`[…]`): what is not there cannot be judged.
pub(crate) fn words(facts: &Facts<'_>, wanted: Section) -> Option<String> {
    const LEFT_OUT: [&str; 6] = ["[…]", "[...]", "［…］", "（略）", "(略)", "〔略〕"];
    let text = joined(&section(facts, wanted)?);
    (!has_any(&text, &LEFT_OUT)).then_some(text)
}

/// The words of the whole document in one piece without white space.
pub(crate) fn all_words(facts: &Facts<'_>) -> String {
    joined(&paragraphs(facts))
}

/// True where one of the words stands in the text.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn joined(paragraphs: &[Paragraph<'_>]) -> String {
    let characters = paragraphs.iter().flat_map(|paragraph| paragraph.text.chars());
    characters.filter(|character| !character.is_whitespace()).collect()
}

fn squares(table: &Table, place: Place) -> impl Iterator<Item = Paragraph<'_>> {
    table.squares().iter().filter(|square| square.printed && !square.text.trim().is_empty()).map(
        move |square| Paragraph {
            text: &square.text,
            place: Place { square: Some((square.row, square.column)), origin: square.origin, ..place },
        },
    )
}

/// The order of places in the document: by block, and by row within a table.
fn position(place: Place) -> (usize, usize) {
    (place.block, place.square.map_or(0, |(row, _)| row))
}
