//! The shape of a rule: what it says of itself, and how it checks, both as data.

use super::{Facts, Outcome, RollUp, Years};
use crate::language::Text;
use crate::report::form::{Applicant, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow};

/// A rule of the catalogue.
#[derive(Clone, Copy, Debug)]
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
    /// What a failure says: words with `{names}` that the failure's numbers fill.
    pub message: Text,
    /// What to do about a failure.
    pub hint: Text,
    /// A report that passes.
    pub passes: Example,
    /// A report that fails.
    pub fails: Example,
    /// The check itself.
    pub check: Check,
}

impl Rule {
    /// True where it looks at several reports: families Y and A.
    pub const fn is_across(&self) -> bool {
        matches!(self.check, Check::Years(_) | Check::RollUp(_))
    }
}

/// An example of a rule: shown on its page and run as a test.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The example in words.
    pub text: Text,
    /// The same as changes to the consistent model report, in the notation of the literate cases
    /// (`tests/rules/README.md`), one a line.
    pub case: &'static str,
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

impl Severity {
    /// The name in JSON and in settings.
    pub const fn key(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The editions a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editions {
    /// Both.
    Both,
    /// One only.
    Only(Edition),
}

impl Editions {
    /// True where the rule speaks of `edition`.
    pub fn include(self, edition: Edition) -> bool {
        match self {
            Editions::Both => true,
            Editions::Only(only) => only == edition,
        }
    }
}

/// How a rule checks. Sums and orders are data, so that the messages, the documentation, the least-change
/// search, the live editor and the property tests use one table.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// In every printed column of table 3: the rows on the left add up to the rows on the right.
    Balance {
        /// What came in.
        left: &'static [RequestRow],
        /// What became of it.
        right: &'static [RequestRow],
    },
    /// A printed total is the sum of its parts.
    Total(&'static [Total]),
    /// A sum is at most another.
    Order(&'static [Order]),
    /// Anything else.
    Custom(fn(&Facts<'_>) -> Vec<Outcome>),
    /// Nothing by itself: it explains a diagnosis, in the words of its message.
    Explains,
    /// Two reports of one organ.
    Years(fn(Years<'_>) -> Vec<Outcome>),
    /// Reports that were added up.
    RollUp(fn(&RollUp<'_>) -> Vec<Outcome>),
}

/// A total and its parts.
#[derive(Clone, Copy, Debug)]
pub enum Total {
    /// In every printed column of table 3: a row that adds up the outcome rows of some groups.
    Rows {
        /// The row that is the total; a 小计 row counts only where a publisher printed it.
        total: RequestRow,
        /// The groups whose rows it adds up.
        groups: &'static [OutcomeGroup],
    },
    /// In every printed row of table 3: a column that adds up other columns.
    Columns {
        /// The column that is the total; the 小计 column counts only where a publisher printed it.
        total: Applicant,
        /// The columns that it adds up.
        parts: &'static [Applicant],
    },
    /// In every track of table 4.
    Disputes {
        /// The column that is the total.
        total: DisputeOutcome,
        /// The columns that it adds up.
        parts: &'static [DisputeOutcome],
    },
}

/// Two sums of which one is at most the other. A blank operand leaves it undecided.
#[derive(Clone, Copy, Debug)]
pub enum Order {
    /// In every printed column of table 3: each of the lesser rows, by itself, is at most the sum of the greater.
    Requests {
        /// The rows that are at most the sum.
        lesser: Lesser,
        /// The rows of the sum.
        greater: &'static [RequestRow],
        /// The code of the sum rule that implies this order: it is looked at only where that could not be told.
        implied_by: &'static str,
    },
    /// For every item of table 2: the lesser fields add up to at most the greater; no field at all is nought.
    Items {
        /// The items.
        items: &'static [Item],
        /// The fields of the sum that is at most the other.
        lesser: &'static [ItemField],
        /// The fields of the other sum.
        greater: &'static [ItemField],
    },
}

/// The rows on the lesser side of an order, each by itself.
#[derive(Clone, Copy, Debug)]
pub enum Lesser {
    /// Every outcome row of the edition.
    Outcomes,
    /// One row.
    Row(RequestRow),
}
