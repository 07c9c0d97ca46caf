//! How a reviewer marks the cells: a tick on what was reconciled, a stroke under what does not hold, a ring
//! around what may be wrong, graphite where it could not be told.

use super::shape::{CellMark, Standing, Suspicion};
use super::write::written;
use crate::export::json::{ChangeDto, ReviewDto};
use crate::language::Language;
use crate::report::Report;
use crate::report::form::Cell;
use crate::review::Review;
use crate::rules::{self, Identity, Role, Status};
use crate::sorted::{Listed, SortedMap};
use serde_json::Value;

/// The marks of every cell that `report` has, by the cell's name.
pub(super) fn marks(
    review: &Review,
    report: &Report,
    dto: &ReviewDto,
    language: Language,
) -> SortedMap<String, CellMark> {
    let mut marks: SortedMap<Cell, CellMark> = report
        .figures
        .iter()
        .map(|(cell, figure)| {
            let mark = CellMark {
                label: cell.label().get(language).to_owned(),
                zero: figure.number().is_some_and(crate::number::Decimal::is_zero),
                was: review.amended.get(cell).cloned(),
                ..CellMark::default()
            };
            (*cell, mark)
        })
        .collect();
    for (identity, status) in evaluated(review, report) {
        for (cell, role) in identity.left.iter().chain(&identity.right) {
            if let Some(mark) = marks.get_mut(cell) {
                count(mark, *role, status);
            }
        }
    }
    let mut named: SortedMap<String, CellMark> =
        marks.into_iter().map(|(cell, mark)| (cell.to_string(), mark)).collect();
    suspect(&mut named, dto);
    pencil(&mut named, dto);
    named
}

/// Every identity that stands in the report, with what became of it.
fn evaluated<'a>(review: &'a Review, report: &Report) -> Vec<(Identity, &'a Status)> {
    let status = |identity: &Identity| {
        review
            .outcomes
            .iter()
            .find(|outcome| outcome.code == identity.code && outcome.at.as_ref() == Some(&identity.at))
            .map(|outcome| &outcome.status)
    };
    rules::identities(report)
        .into_iter()
        .filter_map(|identity| status(&identity).map(|status| (identity, status)))
        .listed()
}

/// Books one identity at one of its cells. A cell that is only a part is counted, not marked.
fn count(mark: &mut CellMark, role: Role, status: &Status) {
    let standing = match status {
        Status::Passed => Standing::Held,
        Status::PassedBlankAsZero => Standing::HeldBlankAsZero,
        Status::Undecided(_) => Standing::Undecided,
        Status::Failed(_) => Standing::Broken,
        Status::NotApplicable => return,
    };
    match standing {
        Standing::Broken => mark.tally.broken += 1,
        Standing::Undecided => mark.tally.undecided += 1,
        Standing::Held | Standing::HeldBlankAsZero | Standing::Open => mark.tally.held += 1,
    }
    if role != Role::Part && standing.weight() > mark.standing.weight() {
        mark.standing = standing;
    }
}

/// Rings the cells of the least change; where several changes would do, all of them lightly.
fn suspect(marks: &mut SortedMap<String, CellMark>, dto: &ReviewDto) {
    let mut ring = |change: &ChangeDto, suspicion: Suspicion| {
        if let Some(mark) = marks.get_mut(&change.cell)
            && mark.suspicion == Suspicion::None
        {
            mark.suspicion = suspicion;
            mark.to = Some(words(&change.to));
        }
    };
    for diagnosis in &dto.diagnoses {
        let size = diagnosis.changes.len();
        let others: Vec<_> =
            diagnosis.alternatives.iter().filter(|other| other.changes.len() == size).listed();
        let suspicion = if others.is_empty() { Suspicion::Named } else { Suspicion::Possible };
        diagnosis.changes.iter().for_each(|change| ring(change, suspicion));
        others.iter().flat_map(|other| &other.changes).for_each(|change| ring(change, Suspicion::Possible));
    }
}

/// Notes beside a blank total the figure that its parts make it.
fn pencil(marks: &mut SortedMap<String, CellMark>, dto: &ReviewDto) {
    let blank_totals = dto.findings.iter().filter(|finding| matches!(finding.code.as_str(), "R08" | "D03"));
    for suspect in blank_totals.flat_map(|finding| &finding.suspects) {
        if let Some(mark) = marks.get_mut(&suspect.cell)
            && mark.to.is_none()
        {
            mark.to = Some(words(&suspect.to));
        }
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => written(other),
    }
}

impl Standing {
    /// The gravest of several sums decides the mark.
    const fn weight(self) -> u8 {
        match self {
            Standing::Open => 0,
            Standing::Held => 1,
            Standing::HeldBlankAsZero => 2,
            Standing::Undecided => 3,
            Standing::Broken => 4,
        }
    }
}
