//! Tables printed with rows and columns changed over: applicants or tracks down, the form's rows across.

use super::alignment::Printed;
use super::figures::{self, Figures};
use super::lines::{Kind, Lines};
use super::printed::Measure;
use super::rows::Row;
use crate::document::Place;
use crate::report::Certainty;
use crate::report::form::{Applicant, Cell, Edition, OutcomeGroup, RequestRow, Word};

/// Reads a table 3 whose rows are the applicants; `None` where it is not one.
pub(super) fn requests(lines: &Lines<'_>, rows: &[Row]) -> Option<(Place, Figures)> {
    let block = rows.iter().find(|row| row.grid && applicant_of(lines, row).is_some())?.block;
    let place = rows.iter().find(|row| row.block == block)?.place(lines);
    let mut over: Vec<Vec<Word>> = Vec::new();
    let mut figures = Figures::default();
    for row in rows.iter().filter(|row| row.block == block) {
        match applicant_of(lines, row) {
            Some(applicant) => {
                for slot in &row.slots {
                    let piece = lines.piece(*slot);
                    let Some(named) = over.get(piece.column).and_then(|words| row_of(words)) else {
                        continue;
                    };
                    let printed = Printed {
                        text: piece.text,
                        place: piece.place,
                        shared: piece.columns > 1 || piece.rows > 1,
                        by_order: false,
                    };
                    let figure = figures::figure(&printed, Measure::Count, Certainty::Label);
                    figures.add(Cell::Request(named, applicant), figure);
                }
            }
            None => {
                for piece in row.labels.iter().map(|piece| lines.piece(*piece)) {
                    let Some(label) = piece.label().filter(|_| !piece.from_above) else { continue };
                    let end = piece.column + piece.columns;
                    if over.len() < end {
                        over.resize(end, Vec::new());
                    }
                    over[piece.column..end].iter_mut().for_each(|words| words.push(label.word));
                }
            }
        }
    }
    // Most of the table, or it was something else.
    let enough = RequestRow::printed(Edition::Y2019).len() * Applicant::PRINTED.len() / 2;
    (figures.0.len() >= enough).then_some((place, figures))
}

fn applicant_of(lines: &Lines<'_>, row: &Row) -> Option<Applicant> {
    let filled = row.slots.iter().filter(|slot| lines.piece(**slot).kind != Kind::Empty).count();
    let last = row.words(lines).next_back()?;
    match last.word {
        _ if filled < 10 || row.words(lines).any(|label| matches!(label.word, Word::Row(_))) => None,
        Word::Applicant(applicant) => Some(applicant),
        Word::Other => Some(Applicant::OtherOrg),
        Word::Total => Some(Applicant::Total),
        Word::Subtotal => Some(Applicant::LegalPersonSubtotal),
        _ => None,
    }
}

/// The row of the form that the words over a column name, the lowest last.
fn row_of(words: &[Word]) -> Option<RequestRow> {
    let (last, above) = words.split_last()?;
    let group = above.iter().rev().find_map(|word| match word {
        Word::Group(group) => Some(*group),
        _ => None,
    });
    match (last, group) {
        (Word::Row(row), _) => Some(*row),
        (Word::Group(OutcomeGroup::Other), _) => Some(RequestRow::OtherTotal),
        (Word::Other, Some(OutcomeGroup::Other)) => Some(RequestRow::OtherOther),
        (Word::Subtotal, Some(group)) => group.subtotal(Edition::Y2021),
        (Word::Total, None) => Some(RequestRow::OutcomeTotal),
        _ => None,
    }
}
