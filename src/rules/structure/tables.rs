//! Whether a statutory table stands, stands empty, or is missing.

use crate::document::NoteKind;
use crate::report::form::{Article20, Section};
use crate::report::{SectionFound, Statutory};
use crate::rules::presence::stands;
use crate::rules::{Facts, prose};
use crate::sorted::Listed;

/// What stands of a statutory table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Cells.
    Cells,
    /// A heading without a grid of cells under it: a picture, perhaps.
    HeadingOnly,
    /// Nothing.
    Nothing,
}

/// What stands of `table`. `says_nothing_happened` tells of prose that it stands in place of the table: then the
/// table is missing, not unreadable.
pub(super) fn stand_of(
    facts: &Facts<'_>,
    table: Statutory,
    says_nothing_happened: impl Fn(&str) -> bool,
) -> Stand {
    if stands(facts.report, &facts.presence, table) {
        return Stand::Cells;
    }
    let section = section_of(table);
    let headings: Vec<&SectionFound> =
        facts.report.sections.iter().filter(|found| found.section == section).listed();
    if headings.iter().any(|found| has_picture(facts, found)) {
        return Stand::HeadingOnly;
    }
    let is_told = prose::section(facts, section)
        .is_some_and(|paragraphs| paragraphs.iter().any(|paragraph| says_nothing_happened(paragraph.text)));
    let is_marked = facts.report.tables.iter().any(|found| found.table == table);
    if is_marked && !is_told { Stand::HeadingOnly } else { Stand::Nothing }
}

/// What stands of each sub-table of table 2 that the edition has.
pub(super) fn stands_of_articles(facts: &Facts<'_>) -> Vec<(Article20, Stand)> {
    Article20::ALL
        .into_iter()
        .filter(|article| !article.items(facts.presence.proactive).is_empty())
        .map(|article| (article, stand_of(facts, Statutory::Proactive(article), |_| false)))
        .listed()
}

/// The section that holds the table.
pub(super) fn section_of(table: Statutory) -> Section {
    match table {
        Statutory::Proactive(_) => Section::Proactive,
        Statutory::Requests => Section::Requests,
        Statutory::Disputes => Section::Disputes,
    }
}

fn has_picture(facts: &Facts<'_>, found: &SectionFound) -> bool {
    let (start, end) = found.blocks;
    facts.document.notes.iter().any(|note| {
        note.kind == NoteKind::Picture
            && note.place.is_some_and(|place| (start..end.max(start + 1)).contains(&place.block))
    })
}
