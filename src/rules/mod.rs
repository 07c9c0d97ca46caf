//! What gouji checks. A rule is data: one file, one const, all in [`RULES`].

mod extract;
mod facts;
mod identity;
mod ledger;
mod orders;
mod outcome;
mod page;
mod presence;
mod prose;
mod rule;
mod sheet;
mod sketch;
mod sums;
mod suspects;
mod wording;

mod aggregation;
mod cells;
mod disputes;
mod narrative;
mod proactive;
mod reading;
mod requests;
mod structure;
mod years;

pub use aggregation::RollUp;
pub use extract::Extract;
pub use facts::Facts;
pub use identity::{Identity, identities};
pub use narrative::{ClaimOutcome, ClaimStanding, claim_outcomes};
pub use outcome::{Finding, Outcome, Responsibility, Role, Status, Suspect};
pub use page::page;
pub use presence::is_such_a_report;
pub use requests::{MISPLACED, WRONG_KIND};
pub use rule::{Check, Editions, Example, Family, Lesser, Order, Rule, Severity, Total};
pub use years::Years;

use crate::report::{Certainty, Report};
use crate::sorted::Listed;

/// Every rule, family by family as the catalogue has them, in the order of their codes.
pub const RULES: &[&Rule] = &[
    &structure::EDITION_FOUND,
    &structure::EDITION_YEAR,
    &structure::MISSING_SECTIONS,
    &structure::SECTION_ORDER,
    &structure::SECTION_TITLES,
    &structure::DOUBLES,
    &structure::MISSING_ARTICLES,
    &structure::MISSING_REQUESTS,
    &structure::MISSING_DISPUTES,
    &structure::MISSING_LINES,
    &structure::EMPTY_TABLES,
    &structure::ASPECTS,
    &structure::SUPERSEDED_ROWS,
    &structure::DEADLINE,
    &structure::EARLY_DATE,
    &structure::PERIOD,
    &structure::YEARS,
    &structure::ISSUER_NAME,
    &structure::PROBLEMS,
    &structure::OTHER_MATTERS,
    &structure::GOVERNMENT_PARTS,
    &structure::PROCESSING_FEE,
    &structure::TEMPLATE_LEFTOVERS,
    &structure::CITED_NOTICE,
    &structure::PERSONAL_DATA,
    &cells::BLANK_PARTS,
    &cells::DASHES,
    &cells::NOT_NUMBERS,
    &cells::NEGATIVE_COUNTS,
    &cells::FRACTIONS,
    &cells::REMARKS,
    &cells::FEE_UNIT,
    &cells::UNCERTAIN_NUMBERS,
    &cells::UNUSUAL_WRITING,
    &cells::MIXED_BLANKS,
    &requests::REQUEST_BALANCE,
    &requests::OUTCOME_TOTAL,
    &requests::APPLICANT_TOTAL,
    &requests::SUBTOTALS,
    &requests::OUTCOME_BOUNDS,
    &WRONG_KIND,
    &MISPLACED,
    &requests::BLANK_TOTAL,
    &requests::CARRIED_SHARE,
    &requests::OTHER_SHARE,
    &requests::EARLY_FEE,
    &requests::SAME_COLUMNS,
    &disputes::DISPUTE_TOTAL,
    &disputes::SUITS_TOTAL,
    &disputes::BLANK_TOTAL,
    &disputes::SUITS_WITHOUT_REVIEW,
    &disputes::MANY_DISPUTES,
    &proactive::STOCK,
    &proactive::DISCLOSED_TOTAL,
    &proactive::ITEMS_CHANGE,
    &proactive::RUNNING_TOTAL,
    &proactive::PROCUREMENT,
    &proactive::RULE_MAKING_POWER,
    &proactive::BLANK_ARTICLES,
    &narrative::RECEIVED,
    &narrative::CARRIED_IN,
    &narrative::OUTCOMES_TOLD,
    &narrative::CARRIED_OUT,
    &narrative::OUTCOME_GROUPS,
    &narrative::OUTCOME_ROWS,
    &narrative::APPLICANTS_TOLD,
    &narrative::OWN_SUMS,
    &narrative::DISPUTES_TOLD,
    &narrative::DENIALS,
    &narrative::ALL_ANSWERED,
    &narrative::SHARES,
    &narrative::PROACTIVE_TOLD,
    &narrative::STATED_TWICE,
    &narrative::MISSING_NUMBERS,
    &narrative::OTHER_YEAR,
    &narrative::SCOPE,
    &narrative::UNTIED,
    &years::CARRIED_OVER,
    &years::STOCK_OVER,
    &years::ITEMS_OVER,
    &years::PENDING_OVER,
    &years::JUMPS,
    &years::COPIED,
    &years::GAPS,
    &years::DIFFERING_FILES,
    &years::NOT_COMPARABLE,
    &aggregation::PARENT_SUM,
    &aggregation::CHILDREN,
    &reading::NOT_A_REPORT,
    &reading::FOUND_SHARE,
    &reading::UNCERTAIN_CELLS,
    &reading::CUT,
    &reading::DECODING,
    &reading::NO_TEXT,
    &reading::UNOPENED,
];

/// The rule of a code such as `R01`, or `None`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied()
}

/// Evaluates every rule of [`RULES`] on `facts`, in their order. Where nothing was read or nothing of the form
/// was found, only the rules about the reading speak.
pub fn evaluate(facts: &Facts<'_>) -> Vec<Outcome> {
    let is_report = facts.unread.is_none() && is_such_a_report(facts.report);
    let mut outcomes = Vec::new();
    for rule in RULES.iter().filter(|rule| !rule.is_across()) {
        let mut found = if is_report || rule.family == Family::Reading {
            outcomes_of(rule, facts)
        } else {
            Outcome::not_applicable(rule)
        };
        for outcome in &mut found {
            if let Status::Failed(finding) = &mut outcome.status {
                assign_responsibility(rule, finding, facts.report);
            }
        }
        outcomes.append(&mut found);
    }
    outcomes
}

/// What family Y says of two reports of one organ.
pub fn evaluate_years(years: Years<'_>) -> Vec<Outcome> {
    across(|check| match check {
        Check::Years(check) => Some(check(years)),
        _ => None,
    })
}

/// What family A says of reports that were added up.
pub fn evaluate_roll_up(roll_up: &RollUp<'_>) -> Vec<Outcome> {
    across(|check| match check {
        Check::RollUp(check) => Some(check(roll_up)),
        _ => None,
    })
}

/// The outcomes of the rules across reports. What was read by position or guess says so.
fn across(outcomes: impl Fn(Check) -> Option<Vec<Outcome>>) -> Vec<Outcome> {
    let mut all: Vec<Outcome> = RULES.iter().filter_map(|rule| outcomes(rule.check)).flatten().listed();
    for outcome in &mut all {
        if let Status::Failed(finding) = &mut outcome.status
            && finding.responsibility == Responsibility::Reading
        {
            check_the_reading_first(finding);
        }
    }
    all
}

fn outcomes_of(rule: &Rule, facts: &Facts<'_>) -> Vec<Outcome> {
    match rule.check {
        Check::Balance { .. } | Check::Total(_) => sums::evaluate(rule, facts),
        Check::Order(orders) => orders::evaluate(rule, orders, facts),
        Check::Custom(check) => check(facts),
        Check::Explains => Outcome::not_applicable(rule),
        Check::Years(_) | Check::RollUp(_) => Vec::new(),
    }
}

/// The reader's fault is told apart from the author's: a cell of the finding that was read by position or guess
/// makes it doubtful. The rules about the reading are the reader's affair from the start.
fn assign_responsibility(rule: &Rule, finding: &mut Finding, report: &Report) {
    if rule.family == Family::Reading {
        finding.responsibility = Responsibility::Reading;
        return;
    }
    let is_doubtful = finding.responsibility == Responsibility::Reading
        || finding
            .cells
            .iter()
            .filter_map(|(cell, _)| report.figures.get(cell))
            .any(|figure| figure.certainty != Certainty::Label);
    if is_doubtful {
        finding.responsibility = Responsibility::Reading;
        check_the_reading_first(finding);
    }
}

fn check_the_reading_first(finding: &mut Finding) {
    finding.message =
        wording::CHECK_THE_READING_FIRST.fill(&[("message", std::mem::take(&mut finding.message))]);
}
