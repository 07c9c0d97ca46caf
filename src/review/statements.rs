//! What the prose and last year's report say of the sums of cells, for the diagnosis: a cell that they contradict is
//! cheaper to change.

use super::diagnose::{Statement, StatementSource};
use crate::report::Report;
use crate::report::claim::{Claim, Quantity, Scope};
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::rules::Extract;
use crate::sorted::Listed;

/// The statements of `report`'s prose: claims of which every word was understood and that mean one sum of cells.
pub fn statements(report: &Report) -> Vec<Statement> {
    report.claims.iter().filter_map(|claim| statement(claim, report)).listed()
}

/// What last year's report says: in every column, what it carried out is what this year carries in.
pub(super) fn of_last_year(last_year: &Extract) -> Vec<Statement> {
    let row = RequestRow::CarriedOut;
    Applicant::PRINTED
        .into_iter()
        .filter_map(|column| {
            let value = last_year.certain(Cell::Request(row, column))?.to_whole()?;
            Some(Statement {
                cells: vec![Cell::Request(RequestRow::CarriedIn, column)],
                value,
                source: StatementSource::LastYear,
                text: format!("{} {value}", Cell::Request(row, column).label().zh),
            })
        })
        .collect()
}

fn statement(claim: &Claim, report: &Report) -> Option<Statement> {
    let is_count =
        !matches!(claim.quantity, Quantity::Share(_) | Quantity::Unexplained | Quantity::AnsweredOf);
    if !claim.firm || claim.at_most || claim.scope != Scope::Whole || !is_count {
        return None;
    }
    let cells = match claim.readings.as_slice() {
        [cells] => cells.clone(),
        // 收到 may or may not count what was carried in; where nothing was, that is the same.
        [new, _] if is_nothing_carried_in(report) && matches!(claim.quantity, Quantity::Received) => {
            new.clone()
        }
        _ => return None,
    };
    Some(Statement {
        cells,
        value: claim.value.to_whole()?,
        source: StatementSource::Narrative,
        text: claim.text.clone(),
    })
}

fn is_nothing_carried_in(report: &Report) -> bool {
    let figure = report.figures.get(&Cell::Request(RequestRow::CarriedIn, Applicant::Total));
    figure.is_some_and(|figure| figure.number().is_some_and(|number| number.is_zero()))
}
