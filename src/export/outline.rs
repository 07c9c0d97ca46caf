//! Which blocks of a document are headings: by the markup's own word, and the report's title and sections too where
//! they stand as plain paragraphs.

use crate::document::Block;
use crate::report::Report;

/// The level of a block that is a heading, 1 (outermost) to 6; `None` for one that is not.
pub(super) fn heading_level(index: usize, block: &Block, report: Option<&Report>) -> Option<u8> {
    match block {
        Block::Heading { level, .. } => Some((*level).clamp(1, 6)),
        Block::Paragraph { text, .. } => {
            let report = report?;
            // Only a block that holds nothing else: a title may run over several, a heading may run on.
            let is = |words: &str, block: usize| block == index && words.trim() == text.trim();
            if report.title.as_ref().is_some_and(|title| is(&title.value, title.place.block)) {
                return Some(1);
            }
            report.sections.iter().any(|found| is(&found.title, found.place.block)).then_some(2)
        }
        Block::Table(_) => None,
    }
}
