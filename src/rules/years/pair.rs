//! Two reports of one organ, and how their figures are held against each other.

use crate::language::Sentence;
use crate::number::Decimal;
use crate::report::form::{Cell, Edition};
use crate::rules::extract::Worth;
use crate::rules::{Extract, Finding, Outcome, Role, Rule, Status, Suspect, wording};

/// Two reports of one organ.
#[derive(Clone, Copy, Debug)]
pub struct Years<'a> {
    /// The earlier one; of two of one year, the one published earlier.
    pub earlier: &'a Extract,
    /// The later one.
    pub later: &'a Extract,
}

impl Years<'_> {
    /// By how many years they are apart; `None` where a year is not known.
    pub(crate) fn apart(self) -> Option<u16> {
        self.later.year?.checked_sub(self.earlier.year?)
    }

    /// True where one is of the year after the other.
    pub(crate) fn are_adjacent(self) -> bool {
        self.apart() == Some(1)
    }

    /// The edition that both reports' tables of `cell` have; `None` where they differ or one is missing.
    pub(crate) fn edition_of(self, cell: Cell) -> Option<Edition> {
        let edition = self.earlier.edition_of(cell)?;
        (self.later.edition_of(cell) == Some(edition)).then_some(edition)
    }

    /// The two years, for a message.
    pub(crate) fn names(self) -> [(&'static str, Sentence); 2] {
        let year = |extract: &Extract| extract.year.map_or(Sentence::default(), Sentence::same);
        [("earlier", year(self.earlier)), ("later", year(self.later))]
    }
}

/// What follows from last year's report, beside what the later one prints.
pub(crate) struct Continuation {
    /// What is printed in the later report.
    pub cell: Cell,
    /// What it must be, as terms with their signs: the figure, and whether it is taken away.
    pub terms: Vec<(Worth, bool)>,
    /// Cells of the later report among the terms.
    pub parts: Vec<Cell>,
}

/// What became of a continuation.
pub(crate) enum Agreement {
    /// It holds, perhaps only with blanks as nought.
    Holds { blank_as_zero: bool },
    /// It does not: what it must be, and what it is.
    Differs { expected: Decimal, actual: Decimal },
    /// It cannot be told.
    Unknown,
}

impl Continuation {
    /// Holds the later report's figure against what follows.
    pub fn agreement(&self, later: &Extract) -> Agreement {
        let actual = later.worth(self.cell);
        let expected = self.terms.iter().try_fold(Decimal::ZERO, |sum, (worth, is_taken_away)| {
            let amount = worth.loosely()?;
            if *is_taken_away { sum.checked_sub(amount) } else { sum.checked_add(amount) }
        });
        let (Some(expected), Some(loosely)) = (expected, actual.loosely()) else {
            return Agreement::Unknown;
        };
        let mut worths = self.terms.iter().map(|(worth, _)| *worth).chain([actual]);
        if worths.clone().all(|worth| worth.certainly().is_none()) {
            return Agreement::Unknown;
        }
        if expected == loosely {
            return Agreement::Holds { blank_as_zero: worths.any(|worth| worth.certainly().is_none()) };
        }
        Agreement::Differs { expected, actual: loosely }
    }

    /// The outcome at the place `at`, which people call `label`; a failure says the rule's message with its numbers.
    pub fn outcome(&self, rule: &Rule, at: &str, label: Sentence, years: Years<'_>) -> Outcome {
        let status = match self.agreement(years.later) {
            Agreement::Holds { blank_as_zero: false } => Status::Passed,
            Agreement::Holds { blank_as_zero: true } => Status::PassedBlankAsZero,
            Agreement::Unknown => Status::Undecided(wording::UNKNOWN.fill(&[("cell", self.cell.label())])),
            Agreement::Differs { expected, actual } => {
                Status::Failed(Box::new(self.finding(rule, at, label, years, (expected, actual))))
            }
        };
        Outcome::new(rule, Some(at.to_owned()), status)
    }

    fn finding(
        &self,
        rule: &Rule,
        at: &str,
        label: Sentence,
        years: Years<'_>,
        (expected, actual): (Decimal, Decimal),
    ) -> Finding {
        let mut equation = String::new();
        for (index, (worth, is_taken_away)) in self.terms.iter().enumerate() {
            let sign = if *is_taken_away { " - " } else { " + " };
            equation.push_str(if index == 0 { "" } else { sign });
            equation.push_str(&printed(*worth));
        }
        let actually = years.later.worth(self.cell);
        let (more, gap) = if actual > expected {
            (wording::TOO_MANY, actual.checked_sub(expected))
        } else {
            (wording::TOO_FEW, expected.checked_sub(actual))
        };
        let [earlier, later] = years.names();
        let message = rule.message.fill(&[
            earlier,
            later,
            ("at", label),
            ("sum", Sentence::same(&equation)),
            ("expected", Sentence::same(expected)),
            ("actual", Sentence::same(actual)),
            ("more", more.into()),
            ("gap", Sentence::same(gap.unwrap_or_default())),
        ]);
        let is_blank = |worth: &Worth| worth.certainly().is_none();
        let has_blank = is_blank(&actually) || self.terms.iter().any(|(worth, _)| is_blank(worth));
        let blanks = has_blank.then(|| wording::EVEN_WITH_BLANKS_AS_ZERO.into());
        let message = wording::paragraph([message].into_iter().chain(blanks));
        let roles = self.parts.iter().map(|cell| (*cell, Role::Part)).chain([(self.cell, Role::Total)]);
        let mut finding = years.later.about(Finding::of(rule, message).at(at), roles.collect());
        finding.equation = Some(format!("{equation} = {}", printed(actually)));
        finding.expected = Some(expected);
        finding.actual = Some(actual);
        finding.difference = actual.checked_sub(expected);
        if !expected.is_negative() {
            finding.suspects = vec![Suspect { cell: self.cell, to: expected }];
        }
        finding
    }
}

fn printed(worth: Worth) -> String {
    worth.certainly().map_or(wording::BLANK_IN_EQUATION.to_owned(), |amount| amount.to_string())
}
