//! The three statutory tables as places of findings: table 2, table 3 and table 4.

use super::{Facts, Finding, Outcome, Rule, Status, wording};
use crate::document::Place;
use crate::language::Text;
use crate::report::form::{Article20, Cell};
use crate::report::{Figure, State, Statutory};
use crate::sorted::{Listed, SortedSet};

/// One of the three statutory tables, table 2 taken as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sheet {
    /// Table 2.
    Proactive,
    /// Table 3.
    Requests,
    /// Table 4.
    Disputes,
}

impl Sheet {
    /// All three, in the form's order.
    pub const ALL: [Sheet; 3] = [Sheet::Proactive, Sheet::Requests, Sheet::Disputes];

    /// The table that a cell belongs to.
    pub const fn of(cell: Cell) -> Sheet {
        match cell {
            Cell::Proactive(..) => Sheet::Proactive,
            Cell::Request(..) => Sheet::Requests,
            Cell::Dispute(..) => Sheet::Disputes,
        }
    }

    /// The name after the `@`, and the first part of its cells' names.
    pub const fn key(self) -> &'static str {
        match self {
            Sheet::Proactive => "proactive",
            Sheet::Requests => "requests",
            Sheet::Disputes => "disputes",
        }
    }

    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Sheet::Proactive => wording::TABLE_2,
            Sheet::Requests => wording::TABLE_3,
            Sheet::Disputes => wording::TABLE_4,
        }
    }

    /// True where a cell of the table stands.
    pub fn stands(self, facts: &Facts<'_>) -> bool {
        match self {
            Sheet::Proactive => !facts.presence.items.is_empty(),
            Sheet::Requests => facts.presence.has_requests(),
            Sheet::Disputes => facts.presence.has_disputes(),
        }
    }

    /// Where the table starts, or its section's heading stands.
    pub fn place(self, facts: &Facts<'_>) -> Option<Place> {
        let is_here = |table: Statutory| match table {
            Statutory::Proactive(_) => self == Sheet::Proactive,
            Statutory::Requests => self == Sheet::Requests,
            Statutory::Disputes => self == Sheet::Disputes,
        };
        let table = facts.report.tables.iter().find(|found| is_here(found.table)).map(|found| found.place);
        table.or_else(|| self.figures(facts).next().map(|(_, figure)| figure.place))
    }

    /// The cells of the table that stand, in the form's order.
    pub fn figures<'a>(self, facts: &Facts<'a>) -> impl Iterator<Item = (Cell, &'a Figure)> + use<'a> {
        let figures = &facts.report.figures;
        figures.iter().map(|(cell, figure)| (*cell, figure)).filter(move |(cell, _)| Sheet::of(*cell) == self)
    }
}

/// One outcome a table: failed where `check` finds something, not applicable where the table does not stand.
pub(crate) fn each_sheet(
    rule: &Rule,
    facts: &Facts<'_>,
    check: impl Fn(Sheet) -> Option<Finding>,
) -> Vec<Outcome> {
    Sheet::ALL
        .into_iter()
        .map(|sheet| {
            let status = if sheet.stands(facts) { Status::from(check(sheet)) } else { Status::NotApplicable };
            Outcome::new(rule, Some(sheet.key().to_owned()), status)
        })
        .listed()
}

/// The sub-tables of table 2 in which every cell that stands is blank.
pub(crate) fn blank_articles(facts: &Facts<'_>) -> SortedSet<Article20> {
    let mut articles = facts.presence.articles.clone();
    for (cell, figure) in Sheet::Proactive.figures(facts) {
        if let (Cell::Proactive(item, _), false) = (cell, figure.state == State::Blank) {
            articles.remove(&item.article());
        }
    }
    articles
}
