//! The shapes of a rule, its checks, their outcomes and findings.

use super::Facts;
use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Cell, Edition};

/// A rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// The stable code, never re-used: `R01`.
    pub code: &'static str,
    /// The stable name: `request-balance`.
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// How grave a failure is unless the finding says otherwise.
    pub severity: Severity,
    /// The editions it speaks of.
    pub editions: Editions,
    /// What it checks, in one line.
    pub title: Text,
    /// Why it matters, in a sentence or two.
    pub why: Text,
    /// The article or the form's note it rests on.
    pub basis: Text,
    /// What to do about a failure.
    pub hint: Text,
    /// The check itself.
    pub check: Check,
}

/// What a family of rules is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// S: structure and document.
    Structure,
    /// C: cells.
    Cells,
    /// R: requests (table 3).
    Requests,
    /// D: disputes (table 4).
    Disputes,
    /// P: proactive disclosure (table 2).
    Proactive,
    /// N: narrative.
    Narrative,
    /// Y: year against year.
    Years,
    /// A: aggregation.
    Aggregation,
    /// E: the reading.
    Reading,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Please check: lawful exceptions are conceivable.
    Warning,
    /// Cannot be true, or a required part is missing.
    Error,
}

/// The editions a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editions {
    /// Both.
    Both,
    /// One only.
    Only(Edition),
}

/// How a rule checks. Sums are data, so that the least-change search, the messages, the documentation, the
/// live editor and the property tests use one table.
#[derive(Clone, Copy)]
pub enum Check {
    /// Sums that must be equal. The function lists the instances that stand in a report: each is one check.
    Sums(fn(&Facts<'_>) -> Vec<super::Identity>),
    /// Anything else.
    Custom(fn(&Facts<'_>) -> Vec<Outcome>),
}

impl std::fmt::Debug for Check {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Check::Sums(_) => "Sums",
            Check::Custom(_) => "Custom",
        })
    }
}

/// What became of one check: a rule at one row, column, track, sub-table or claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The rule's code.
    pub code: &'static str,
    /// The row, column, track or sub-table, as in `R01@natural_person`; `None` for a rule without such a place.
    pub at: Option<String>,
    /// Whether it holds.
    pub status: Status,
}

/// Whether a check holds. Never two-valued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It holds.
    Passed,
    /// It holds if blanks and dashes count as nought.
    PassedBlankAsZero,
    /// It does not hold.
    Failed(Box<Finding>),
    /// It cannot be told, and why.
    Undecided(Sentence),
    /// Nothing to check here.
    NotApplicable,
}

/// A failed check, with everything a person needs to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub code: &'static str,
    /// The place, as in [`Outcome::at`].
    pub at: Option<String>,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, with its numbers.
    pub message: Sentence,
    /// What to do.
    pub hint: Sentence,
    /// The equation with its numbers: `81 + 0 = 79 + 3`; `None` where there is none.
    pub equation: Option<String>,
    /// What the figure should be by the other side.
    pub expected: Option<Decimal>,
    /// What is printed.
    pub actual: Option<Decimal>,
    /// `actual - expected`.
    pub difference: Option<Decimal>,
    /// The cells it is about, with their roles, in the equation's order.
    pub cells: Vec<(Cell, Role)>,
    /// Cells that could be wrong, the likeliest first, with the value that would mend it.
    pub suspects: Vec<Suspect>,
    /// Whose fault it may be.
    pub responsibility: Responsibility,
    /// Where to look first.
    pub place: Option<Place>,
}

/// A cell that could be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// The cell.
    pub cell: Cell,
    /// The value that would make the check hold.
    pub to: Decimal,
}

/// The part a cell plays in an equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// On the left of a balance.
    Left,
    /// On the right of a balance.
    Right,
    /// The total.
    Total,
    /// A part of the total.
    Part,
}

/// Whose fault a finding may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Responsibility {
    /// The report says so.
    Author,
    /// A cell of the equation was read by position or guess: check the reading first.
    Reading,
}
