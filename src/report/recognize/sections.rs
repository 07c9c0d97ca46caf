//! The headings of the six sections, by their words first and their numbers second.

use super::lines::Lines;
use crate::document::Place;
use crate::report::SectionFound;
use crate::report::form::{HeadingWording, Numbering, Section, fold, is_name_of_a_table, split_numbering};
use crate::sorted::Listed;

/// A section's heading and the line it stands on.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Index of the line.
    pub(super) line: usize,
    /// Which section.
    pub(super) section: Section,
    number: Option<u8>,
    title: String,
    rank: Rank,
    /// Where it stands.
    pub(super) place: Place,
}

/// How well a heading is known, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The form's words, with a number or as a heading of the markup, or alone on their line.
    Exact,
    /// A known variant, likewise.
    Variant,
    /// Exact or variant words under a number of a lower order: （一）.
    Lower,
    /// Words that could head other parts too.
    Loose,
}

/// Headings longer than this many bytes are prose.
const LONGEST_HEADING: usize = 130;

/// Every section heading of the document, in order. A table of contents is left out, and so are loose wordings of
/// a section that has a proper heading elsewhere.
pub(super) fn find(lines: &Lines<'_>) -> Vec<Heading> {
    let candidates: Vec<Heading> = (0..lines.len()).filter_map(|line| candidate(lines, line)).listed();
    let candidates = without_contents(lines, candidates);
    let best = |section: Section| {
        candidates.iter().filter(|heading| heading.section == section).map(|heading| heading.rank).min()
    };
    let kept = candidates.iter().filter(|heading| {
        let best = best(heading.section);
        heading.rank <= Rank::Variant || best == Some(heading.rank)
    });
    let mut kept: Vec<Heading> = kept.cloned().listed();
    // A loose wording is believed once, where no better one stands.
    let mut seen: Vec<Section> = Vec::new();
    kept.retain(|heading| {
        let first = !seen.contains(&heading.section);
        seen.push(heading.section);
        first || heading.rank <= Rank::Variant
    });
    kept
}

/// The headings as parts of a report, each with the blocks up to the next.
pub(super) fn found(headings: &[Heading], blocks: usize) -> Vec<SectionFound> {
    headings
        .iter()
        .enumerate()
        .map(|(index, heading)| {
            let start = heading.place.block + 1;
            let end = headings.get(index + 1).map_or(blocks, |next| next.place.block);
            SectionFound {
                section: heading.section,
                number: heading.number,
                title: heading.title.clone(),
                exact: heading.rank == Rank::Exact
                    || Section::of_heading(&fold(split_numbering(&heading.title).1))
                        .is_some_and(|(_, how)| how == HeadingWording::Exact),
                place: heading.place,
                blocks: (start, end.max(start)),
            }
        })
        .listed()
}

fn candidate(lines: &Lines<'_>, line: usize) -> Option<Heading> {
    let mut written = lines.pieces(line).iter().filter(|piece| piece.is_words() && !piece.from_above);
    let piece = written.next()?;
    if written.next().is_some() || piece.text.len() > LONGEST_HEADING {
        return None;
    }
    let text = piece.text.trim();
    let (numbering, words) = split_numbering(text);
    let folded = fold(words);
    let (section, how, title) = match Section::of_heading(&folded) {
        Some((section, how)) => (section, how, text),
        None => {
            let (section, rest) = Section::begins_text(&folded)?;
            // 六、其他需要报告的事项：无
            if rest.chars().count() > 12 || numbering.is_none() {
                return None;
            }
            (section, HeadingWording::Exact, text)
        }
    };
    let marked = lines.line(line).heading || matches!(numbering, Some(Numbering::Top(_)));
    let rank = match (how, numbering) {
        (HeadingWording::Loose, _) if !marked => return None,
        (HeadingWording::Loose, Some(Numbering::Bracketed(_))) => return None,
        (HeadingWording::Loose, _) => Rank::Loose,
        (_, Some(Numbering::Bracketed(_) | Numbering::Digit(_))) => Rank::Lower,
        // The name of a table, inside it or over it.
        (_, None) if piece.place.square.is_some() || is_name_of_a_table(&folded) => Rank::Lower,
        (HeadingWording::Variant, None) if !lines.line(line).heading && is_sentence(text) => return None,
        (HeadingWording::Exact, _) => Rank::Exact,
        (HeadingWording::Variant, _) => Rank::Variant,
    };
    Some(Heading {
        line,
        section,
        number: numbering.filter(|_| rank != Rank::Lower).map(Numbering::number),
        title: title.to_owned(),
        rank,
        place: piece.place,
    })
}

fn is_sentence(text: &str) -> bool {
    text.contains(['，', ',', '；']) || text.ends_with(['。', '：', ':', '、'])
}

/// Leaves out a table of contents: three headings or more with next to nothing between them, each of which stands
/// again further down.
fn without_contents(lines: &Lines<'_>, headings: Vec<Heading>) -> Vec<Heading> {
    let mut run = 0;
    for pair in headings.windows(2) {
        let between: usize = (pair[0].line + 1..pair[1].line)
            .map(|line| lines.pieces(line).iter().map(|piece| piece.text.len()).sum::<usize>())
            .sum();
        if between > 30 || lines.line(pair[1].line).grid != lines.line(pair[0].line).grid {
            break;
        }
        run += 1;
    }
    let contents = run + 1;
    let again = |heading: &Heading| headings[contents..].iter().any(|other| other.section == heading.section);
    if run >= 2 && headings[..contents].iter().all(again) { headings[contents..].to_vec() } else { headings }
}
