//! An identity: two sums that must be equal, as data.

use super::presence::{Presence, is_additional};
use super::{Check, RULES, Role, Rule, Total};
use crate::language::Sentence;
use crate::report::Report;
use crate::report::form::{Applicant, Cell, DisputeOutcome, OutcomeGroup, RequestRow, Track};
use crate::sorted::Listed;

/// One instance of an arithmetic rule: Σ left = Σ right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The rule's code.
    pub code: &'static str,
    /// The row, column or track, as in `R01@natural_person`.
    pub at: String,
    /// The left side with roles: for a total, its parts.
    pub left: Vec<(Cell, Role)>,
    /// The right side with roles: for a total, the total alone.
    pub right: Vec<(Cell, Role)>,
}

impl Identity {
    /// Every cell with its role, in the equation's order.
    pub fn terms(&self) -> impl Iterator<Item = (Cell, Role)> {
        self.left.iter().chain(&self.right).copied()
    }
}

/// The identities that stand in `report`, in the order of the rules: those of the form, and those of the 小计
/// that a publisher added. Messages, documentation, the least-change search and the live editor use this list.
pub fn identities(report: &Report) -> Vec<Identity> {
    let presence = Presence::of(report);
    RULES
        .iter()
        .flat_map(|rule| instances(rule, &presence))
        .filter(|instance| instance.stands(report, &presence))
        .map(|instance| instance.identity)
        .listed()
}

/// An identity of the form and the place it speaks of, whether or not the place stands.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub identity: Identity,
    pub spot: Spot,
}

impl Instance {
    /// True where the row and the column of every cell stand; of a 小计 that a publisher added, where its figures
    /// are printed: what is blank or left out there says nothing.
    pub fn stands(&self, report: &Report, presence: &Presence) -> bool {
        let is_printed = |cell: &Cell| report.figures.get(cell).is_some_and(|figure| !figure.is_empty());
        self.identity
            .terms()
            .all(|(cell, _)| presence.has_place(cell) && (!presence.is_additional(cell) || is_printed(&cell)))
    }
}

/// The place of an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A column of table 3.
    Column(Applicant),
    /// A row of table 3.
    Row(RequestRow),
    /// A track of table 4.
    Track(Track),
    /// A cell of a row or a column that the form does not print.
    Cell(RequestRow, Applicant),
}

impl Spot {
    /// The name after the `@`.
    pub fn key(self) -> String {
        match self {
            Spot::Column(column) => column.key().to_owned(),
            Spot::Row(row) => row.key().to_owned(),
            Spot::Track(track) => track.key().to_owned(),
            Spot::Cell(row, column) => format!("{}.{}", row.key(), column.key()),
        }
    }

    /// The words for people.
    pub fn label(self) -> Sentence {
        match self {
            Spot::Column(column) => column.label().into(),
            Spot::Row(row) => row.short_label().into(),
            Spot::Track(track) => track.label().into(),
            Spot::Cell(row, column) => Cell::Request(row, column).label(),
        }
    }

    /// The words for one of the cells of the identity that stands here: what the place does not say already.
    pub fn label_of(self, cell: Cell) -> Sentence {
        match (self, cell) {
            (Spot::Column(_), Cell::Request(row, _)) => row.short_label().into(),
            (Spot::Row(_), Cell::Request(_, column)) => column.label().into(),
            (Spot::Track(_), Cell::Dispute(_, result)) => result.label().into(),
            _ => cell.label(),
        }
    }
}

/// The instances of `rule`: all of the form's own, and those of the additional 小计 that stand. None for a rule
/// that is no sum.
pub(crate) fn instances(rule: &Rule, presence: &Presence) -> Vec<Instance> {
    match rule.check {
        Check::Balance { left, right } => balances(rule.code, left, right),
        Check::Total(totals) => {
            totals.iter().flat_map(|total| instances_of_total(rule.code, *total, presence)).listed()
        }
        Check::Order(_) | Check::Custom(_) | Check::Explains | Check::Years(_) | Check::RollUp(_) => {
            Vec::new()
        }
    }
}

fn balances(code: &'static str, left: &[RequestRow], right: &[RequestRow]) -> Vec<Instance> {
    let side = |rows: &[RequestRow], column, role| {
        rows.iter().map(|row| (Cell::Request(*row, column), role)).listed()
    };
    Applicant::PRINTED
        .into_iter()
        .map(|column| {
            instance(
                code,
                Spot::Column(column),
                side(left, column, Role::Left),
                side(right, column, Role::Right),
            )
        })
        .listed()
}

fn instances_of_total(code: &'static str, total: Total, presence: &Presence) -> Vec<Instance> {
    match total {
        Total::Rows { total, groups } => row_totals(code, total, groups, presence),
        Total::Columns { total, parts } => column_totals(code, total, parts, presence),
        Total::Disputes { total, parts } => dispute_totals(code, total, parts),
    }
}

fn row_totals(
    code: &'static str,
    total: RequestRow,
    groups: &[OutcomeGroup],
    presence: &Presence,
) -> Vec<Instance> {
    let edition = presence.requests;
    let parts: Vec<RequestRow> = groups.iter().flat_map(|group| group.rows(edition)).copied().listed();
    let additional = is_additional(total, edition);
    if parts.contains(&total) || (additional && !presence.rows.contains(&total)) {
        return Vec::new();
    }
    Applicant::PRINTED
        .into_iter()
        .map(|column| {
            let spot = if additional { Spot::Cell(total, column) } else { Spot::Column(column) };
            let parts = parts.iter().map(|row| (Cell::Request(*row, column), Role::Part)).listed();
            instance(code, spot, parts, vec![(Cell::Request(total, column), Role::Total)])
        })
        .listed()
}

fn column_totals(
    code: &'static str,
    total: Applicant,
    parts: &[Applicant],
    presence: &Presence,
) -> Vec<Instance> {
    let edition = presence.requests;
    let additional = !Applicant::PRINTED.contains(&total);
    if additional && !presence.columns.contains(&total) {
        return Vec::new();
    }
    let rows = RequestRow::ALL.into_iter().filter(|row| {
        RequestRow::printed(edition).contains(row)
            || (is_additional(*row, edition) && presence.rows.contains(row))
    });
    rows.map(|row| {
        let spot = if additional { Spot::Cell(row, total) } else { Spot::Row(row) };
        let parts = parts.iter().map(|column| (Cell::Request(row, *column), Role::Part)).listed();
        instance(code, spot, parts, vec![(Cell::Request(row, total), Role::Total)])
    })
    .listed()
}

fn dispute_totals(code: &'static str, total: DisputeOutcome, parts: &[DisputeOutcome]) -> Vec<Instance> {
    Track::ALL
        .into_iter()
        .map(|track| {
            let parts = parts.iter().map(|part| (Cell::Dispute(track, *part), Role::Part)).listed();
            instance(code, Spot::Track(track), parts, vec![(Cell::Dispute(track, total), Role::Total)])
        })
        .listed()
}

fn instance(code: &'static str, spot: Spot, left: Vec<(Cell, Role)>, right: Vec<(Cell, Role)>) -> Instance {
    Instance { identity: Identity { code, at: spot.key(), left, right }, spot }
}
