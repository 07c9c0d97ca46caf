//! Which lines of the document belong to which statutory table: by the tables' own words, and between them by the
//! headings of the sections.

use super::lines::{Kind, Lines, Piece};
use super::sections::Heading;
use crate::report::form::{self, Section, Word};
use crate::sorted::Listed;

/// A statutory table, its sub-tables taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Area {
    /// Table 2.
    Proactive,
    /// Table 3.
    Requests,
    /// Table 4.
    Disputes,
}

/// The lines of the three tables, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Areas {
    pub(super) proactive: Vec<usize>,
    pub(super) requests: Vec<usize>,
    pub(super) disputes: Vec<usize>,
}

impl Areas {
    /// Gives every line to the table it belongs to, if it belongs to one.
    pub(super) fn of(lines: &Lines<'_>, headings: &[Heading]) -> Areas {
        let mut areas = Areas::default();
        let mut current: Option<Area> = None;
        let mut headings = headings.iter().peekable();
        let mut line = 0;
        while line < lines.len() {
            let end = end_of_block(lines, line);
            let told = told_by_block(lines, line..end);
            for line in line..end {
                if let Some(heading) = headings.next_if(|heading| heading.line == line) {
                    current = area_of(heading.section);
                    continue;
                }
                let own = told_by_line(lines, line);
                current = match own {
                    Some((area, true)) => Some(area),
                    Some((area, false)) if told.contains(&area) || current == Some(area) => Some(area),
                    // 行政复议 alone on its line, behind table 3.
                    Some((Area::Disputes, false)) if current == Some(Area::Requests) => Some(Area::Disputes),
                    _ => current,
                };
                match current {
                    Some(Area::Proactive) => areas.proactive.push(line),
                    Some(Area::Requests) => areas.requests.push(line),
                    Some(Area::Disputes) => areas.disputes.push(line),
                    None => {}
                }
            }
            line = end;
        }
        areas
    }
}

fn area_of(section: Section) -> Option<Area> {
    match section {
        Section::Proactive => Some(Area::Proactive),
        Section::Requests => Some(Area::Requests),
        Section::Disputes => Some(Area::Disputes),
        Section::Overview | Section::Problems | Section::OtherMatters => None,
    }
}

fn end_of_block(lines: &Lines<'_>, line: usize) -> usize {
    let block = lines.line(line).block;
    (line..lines.len()).find(|other| lines.line(*other).block != block).unwrap_or(lines.len())
}

/// The tables that a block as a whole shows itself to hold.
fn told_by_block(lines: &Lines<'_>, block: std::ops::Range<usize>) -> Vec<Area> {
    if block.len() < 2 {
        return Vec::new();
    }
    let mut count = [0usize; 3];
    for piece in block.flat_map(|line| lines.pieces(line)).filter(|piece| !piece.from_above) {
        if let Some(area) = piece.label().and_then(|label| area_of_word(label.word)) {
            count[area as usize] += 1;
        }
    }
    [Area::Proactive, Area::Requests, Area::Disputes]
        .into_iter()
        .filter(|area| count[*area as usize] > 1)
        .listed()
}

/// The table that a line's own words tell, and whether they tell it alone.
fn told_by_line(lines: &Lines<'_>, line: usize) -> Option<(Area, bool)> {
    let pieces = lines.pieces(line);
    let mut told: Option<(Area, bool)> = None;
    let mut words_of_area = 0;
    let values = pieces.iter().filter(|piece| piece.kind == Kind::Value).count();
    for piece in pieces.iter().filter(|piece| piece.is_words() && !piece.from_above) {
        for (word, area) in words_of(piece).into_iter().filter_map(|word| Some((word, area_of_word(word)?))) {
            words_of_area += 1;
            let sure = match word {
                Word::ReconciliationNote
                | Word::Article(_)
                | Word::Content
                | Word::Applicants
                | Word::LegalPersons => true,
                Word::Row(_) => values > 4,
                _ => false,
            };
            match &mut told {
                Some((known, known_sure)) if *known == area => *known_sure |= sure,
                // The later word names the row, the earlier one what it stands under.
                _ => told = Some((area, sure)),
            }
        }
        if told.is_none() && form::is_debris_of_disputes_head(piece.text) && piece.text.len() > 20 {
            told = Some((Area::Disputes, false));
        }
    }
    told.map(|(area, sure)| (area, sure || words_of_area > 1 && (values > 0 || words_of_area > 2)))
}

fn words_of(piece: &Piece<'_>) -> Vec<Word> {
    match piece.label() {
        Some(label) => vec![label.word],
        None => form::words_in_one(piece.text).unwrap_or_default(),
    }
}

fn area_of_word(word: Word) -> Option<Area> {
    match word {
        Word::Article(_) | Word::Content | Word::Item(_) | Word::Field(..) | Word::NewField => {
            Some(Area::Proactive)
        }
        Word::Row(_)
        | Word::Group(_)
        | Word::Results
        | Word::ReconciliationNote
        | Word::Applicants
        | Word::LegalPersons
        | Word::Applicant(_) => Some(Area::Requests),
        Word::Track(_) | Word::Suits | Word::Outcome(_) => Some(Area::Disputes),
        Word::Total | Word::Other | Word::Subtotal => None,
    }
}
