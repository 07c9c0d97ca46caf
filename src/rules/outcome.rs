//! What becomes of a check, and what a failed one tells.

use super::{Rule, Severity};
use crate::document::Place;
use crate::language::Sentence;
use crate::number::Decimal;
use crate::report::Report;
use crate::report::form::Cell;
use crate::sorted::Listed;

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

impl Outcome {
    /// The identifier within one review: `R01@natural_person`, or `E01`.
    pub fn id(&self) -> String {
        id(self.code, self.at.as_deref())
    }

    /// What became of `rule` at a place.
    pub(crate) fn new(rule: &Rule, at: Option<String>, status: Status) -> Outcome {
        Outcome { code: rule.code, at, status }
    }

    /// What became of `rule` in a report as a whole: passed, or failed with `finding`.
    pub(crate) fn whole(rule: &Rule, finding: Option<Finding>) -> Vec<Outcome> {
        vec![Outcome::new(rule, None, Status::from(finding))]
    }

    /// `rule` has nothing to check in this report.
    pub(crate) fn not_applicable(rule: &Rule) -> Vec<Outcome> {
        vec![Outcome::new(rule, None, Status::NotApplicable)]
    }

    /// `rule` cannot be told in this report, and why.
    pub(crate) fn undecided(rule: &Rule, why: Sentence) -> Vec<Outcome> {
        vec![Outcome::new(rule, None, Status::Undecided(why))]
    }
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

impl From<Option<Finding>> for Status {
    fn from(finding: Option<Finding>) -> Status {
        match finding {
            Some(finding) => Status::Failed(Box::new(finding)),
            None => Status::Passed,
        }
    }
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
    /// The equation as the report claims it, in the form's order: `81 + 0 = 79 + 3`, or a total's parts and the
    /// printed total: `58 + 11 + 1 + 1 + 6 + 2 = 78`. `□` is a blank; sums of more than seven leave noughts out.
    pub equation: Option<String>,
    /// What the figure should be by the other side: of a balance the sum of the right side, of a total the sum
    /// of its parts.
    pub expected: Option<Decimal>,
    /// What is printed: of a balance the sum of the left side, of a total the total.
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

impl Finding {
    /// A failure of `rule` with the rule's own severity and hint.
    pub(crate) fn of(rule: &Rule, message: Sentence) -> Finding {
        Finding {
            code: rule.code,
            at: None,
            severity: rule.severity,
            message,
            hint: rule.hint.into(),
            equation: None,
            expected: None,
            actual: None,
            difference: None,
            cells: Vec::new(),
            suspects: Vec::new(),
            responsibility: Responsibility::Author,
            place: None,
        }
    }

    /// The same at a row, column, track or sub-table.
    pub(crate) fn at(mut self, at: &str) -> Finding {
        self.at = Some(at.to_owned());
        self
    }

    /// The same with another severity.
    pub(crate) fn severity(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }

    /// The same with another hint.
    pub(crate) fn hint(mut self, hint: impl Into<Sentence>) -> Finding {
        self.hint = hint.into();
        self
    }

    /// The same about `cells`; it stands where the first of them is printed.
    pub(crate) fn about(mut self, report: &Report, cells: impl IntoIterator<Item = (Cell, Role)>) -> Finding {
        self.cells = cells.into_iter().listed();
        self.place =
            self.cells.first().and_then(|(cell, _)| report.figures.get(cell)).map(|figure| figure.place);
        self
    }

    /// The same at a place in the document.
    pub(crate) fn standing(mut self, place: Option<Place>) -> Finding {
        self.place = place;
        self
    }

    /// The identifier within one review: `R01@natural_person`, or `E01`.
    pub fn id(&self) -> String {
        id(self.code, self.at.as_deref())
    }
}

fn id(code: &str, at: Option<&str>) -> String {
    at.map_or(code.to_owned(), |at| format!("{code}@{at}"))
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
    /// On the left of a balance, or on the lesser side of an order.
    Left,
    /// On the right of a balance, or on the greater side of an order.
    Right,
    /// The total.
    Total,
    /// A part of the total, or one of the cells that a finding lists.
    Part,
}

impl Role {
    /// The name in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Left => "left",
            Role::Right => "right",
            Role::Total => "total",
            Role::Part => "part",
        }
    }

    /// `1` or `-1`: with these signs the cells of an identity add up to `actual - expected`.
    pub(crate) const fn sign(self) -> i64 {
        match self {
            Role::Left | Role::Total => 1,
            Role::Right | Role::Part => -1,
        }
    }
}

/// Whose fault a finding may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Responsibility {
    /// The report says so.
    Author,
    /// A cell of the equation was read by position or guess: check the reading first.
    Reading,
}
