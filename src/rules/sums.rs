//! The sum rules: one outcome an identity, with its numbers.

use super::ledger::{Doubt, Entry, Gap, Ledger, Source, Standing};
use super::suspects::Web;
use super::{Facts, Finding, Outcome, Role, Rule, Status, wording};
use crate::language::Sentence;
use crate::number::Decimal;
use crate::report::Report;
use crate::report::form::Cell;
use crate::sorted::Listed;

/// Sums of more terms than these leave noughts out of the printed equation.
const LONG: usize = 7;

/// What every identity of `rule` comes to.
pub(crate) fn evaluate(rule: &Rule, facts: &Facts<'_>) -> Vec<Outcome> {
    let entries: Vec<&Entry> = facts.ledger.of(rule.code).listed();
    if entries.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let is_broken = |entry: &&&Entry| matches!(entry.standing, Standing::Broken(_));
    let web = entries.iter().find(is_broken).map(|_| Web::of(&facts.ledger));
    entries
        .into_iter()
        .map(|entry| {
            let status = match entry.standing {
                Standing::NotApplicable => Status::NotApplicable,
                Standing::Undecided(doubt) => Status::Undecided(reason(doubt)),
                Standing::Holds { blank_as_zero: false } => Status::Passed,
                Standing::Holds { blank_as_zero: true } => Status::PassedBlankAsZero,
                Standing::Broken(gap) => {
                    let mut finding = finding(rule, entry, gap, &facts.ledger, facts.report);
                    finding.suspects = web.as_ref().map(|web| web.suspects(entry, gap)).unwrap_or_default();
                    Status::Failed(Box::new(finding))
                }
            };
            Outcome::new(rule, Some(entry.identity.at.clone()), status)
        })
        .listed()
}

/// The sentence for a doubt.
pub(crate) fn reason(doubt: Doubt) -> Sentence {
    match doubt {
        Doubt::Unreadable(cell) => wording::UNREADABLE.fill(&[("cell", cell.label())]),
        Doubt::Lost(cell) => wording::LOST.fill(&[("cell", cell.label())]),
        Doubt::AllBlank => wording::ALL_BLANK.into(),
        Doubt::BlankTotal => wording::BLANK_TOTAL.into(),
        Doubt::TooLarge => wording::TOO_LARGE.into(),
    }
}

fn finding(rule: &Rule, entry: &Entry, gap: Gap, ledger: &Ledger, report: &Report) -> Finding {
    let more = if gap.difference.is_negative() { wording::TOO_FEW } else { wording::TOO_MANY };
    let mut sentences = vec![rule.message.fill(&[
        ("at", entry.spot.label()),
        ("left", named_sum(entry, &entry.identity.left, ledger)),
        ("right", named_sum(entry, &entry.identity.right, ledger)),
        ("expected", Sentence::same(gap.expected)),
        ("actual", Sentence::same(gap.actual)),
        ("gap", Sentence::same(magnitude(gap.difference))),
        ("more", more.into()),
    ])];
    let derived = derived_terms(entry, ledger);
    if !derived.is_empty() {
        sentences.push(wording::DERIVED.fill(&[("cells", Sentence::list(derived))]));
    }
    match gap.closing {
        Some((cell, value)) => sentences.push(
            wording::CLOSING.fill(&[("cell", entry.spot.label_of(cell)), ("value", Sentence::same(value))]),
        ),
        None if gap.blank_as_zero => sentences.push(wording::EVEN_WITH_BLANKS_AS_ZERO.into()),
        None => {}
    }
    let mut finding = Finding::of(rule, wording::paragraph(sentences))
        .at(&entry.identity.at)
        .about(report, entry.identity.terms());
    let total = entry.identity.terms().find(|(_, role)| *role == Role::Total);
    if let Some(figure) = total.and_then(|(cell, _)| report.figures.get(&cell)) {
        finding.place = Some(figure.place);
    }
    finding.equation = Some(equation(entry, ledger));
    finding.expected = Some(gap.expected);
    finding.actual = Some(gap.actual);
    finding.difference = Some(gap.difference);
    finding
}

/// The identity as the report claims it: `81 + 0 = 79 + 3`.
fn equation(entry: &Entry, ledger: &Ledger) -> String {
    let side = |terms: &[(Cell, Role)]| {
        let blanks = terms.iter().filter(|(cell, _)| is_blank(*cell, ledger)).count();
        let is_shown = |cell: Cell| {
            terms.len() <= LONG
                || match ledger.worth(cell) {
                    Some(worth) if worth.source == Source::Blank => blanks == 1,
                    Some(worth) => !worth.amount.is_zero(),
                    None => true,
                }
        };
        let shown: Vec<String> =
            terms.iter().filter(|(cell, _)| is_shown(*cell)).map(|(cell, _)| term(*cell, ledger)).listed();
        if shown.is_empty() { "0".to_owned() } else { shown.join(" + ") }
    };
    format!("{} = {}", side(&entry.identity.left), side(&entry.identity.right))
}

fn term(cell: Cell, ledger: &Ledger) -> String {
    match ledger.worth(cell) {
        Some(worth) if worth.source != Source::Blank => worth.amount.to_string(),
        _ => wording::BLANK_IN_EQUATION.to_owned(),
    }
}

fn is_blank(cell: Cell, ledger: &Ledger) -> bool {
    ledger.worth(cell).is_some_and(|worth| worth.source == Source::Blank)
}

/// A side in words: `本年新收 81 + 上年结转 0`.
fn named_sum(entry: &Entry, terms: &[(Cell, Role)], ledger: &Ledger) -> Sentence {
    let named = terms.iter().map(|(cell, _)| {
        let value = match ledger.worth(*cell) {
            Some(worth) if worth.source != Source::Blank => Sentence::same(worth.amount),
            _ => wording::BLANK.into(),
        };
        wording::NAMED.fill(&[("cell", entry.spot.label_of(*cell)), ("value", value)])
    });
    Sentence::joined(named, wording::PLUS)
}

fn derived_terms(entry: &Entry, ledger: &Ledger) -> Vec<Sentence> {
    let derived = entry.identity.terms().filter_map(|(cell, _)| {
        let worth = ledger.worth(cell).filter(|worth| matches!(worth.source, Source::Derived(_)))?;
        let value = Sentence::same(worth.amount);
        Some(wording::NAMED.fill(&[("cell", entry.spot.label_of(cell)), ("value", value)]))
    });
    derived.listed()
}

fn magnitude(value: Decimal) -> Decimal {
    if value.is_negative() { Decimal::ZERO.checked_sub(value).unwrap_or(value) } else { value }
}
