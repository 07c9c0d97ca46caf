//! The form's identities, written down a second time: which of them fail on printed figures.

use super::figures::Values;
use super::printed::Printed;
use gouji::number::Decimal;
use gouji::report::State;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, RequestRow, Track};
use std::collections::{BTreeMap, BTreeSet};

/// Rule and place of every identity that fails where all figures are numbers: `R01@natural_person`.
/// Blanks and dashes count as nought.
pub fn failing(edition: Edition, printed: &BTreeMap<Cell, Printed>) -> BTreeSet<String> {
    let values: Values = printed
        .iter()
        .map(|(cell, printed)| {
            let value = match printed.state {
                State::Number(value) => value,
                _ => Decimal::ZERO,
            };
            (*cell, value)
        })
        .collect();
    let value = |cell: Cell| values.get(&cell).and_then(|value| value.to_whole()).unwrap_or(0);
    let request = |row, column| value(Cell::Request(row, column));
    let mut failing = BTreeSet::new();
    for column in Applicant::PRINTED {
        let came = request(RequestRow::NewReceived, column) + request(RequestRow::CarriedIn, column);
        let went = request(RequestRow::OutcomeTotal, column) + request(RequestRow::CarriedOut, column);
        if came != went {
            failing.insert(format!("R01@{}", column.key()));
        }
        let parts: i64 = RequestRow::outcomes(edition).map(|row| request(row, column)).sum();
        if parts != request(RequestRow::OutcomeTotal, column) {
            failing.insert(format!("R02@{}", column.key()));
        }
    }
    for row in RequestRow::printed(edition) {
        let parts: i64 = Applicant::KINDS.into_iter().map(|kind| request(row, kind)).sum();
        if parts != request(row, Applicant::Total) {
            failing.insert(format!("R03@{}", row.key()));
        }
    }
    for track in Track::ALL {
        let parts: i64 =
            DisputeOutcome::PARTS.into_iter().map(|part| value(Cell::Dispute(track, part))).sum();
        if parts != value(Cell::Dispute(track, DisputeOutcome::Total)) {
            failing.insert(format!("D01@{}", track.key()));
        }
    }
    failing
}
