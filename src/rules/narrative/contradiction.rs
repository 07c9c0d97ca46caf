//! What the rules about single claims have in common: one outcome a claim, and what is said where it differs.

use super::judged::{ClaimStanding, JudgedClaim, value};
use super::wording;
use crate::language::Sentence;
use crate::number::Decimal;
use crate::report::claim::{Claim, Quantity, Scope};
use crate::report::form::{Applicant, Cell};
use crate::rules::ledger::Source;
use crate::rules::sheet::Sheet;
use crate::rules::{Facts, Finding, Outcome, Role, Rule, Severity, Status};
use crate::sorted::Listed;

/// Sums of more terms than these leave noughts out of the printed equation.
const LONG: usize = 7;

/// The longest quotation of the prose, in characters.
const QUOTED: usize = 60;

/// One outcome for every claim that `wanted` picks and the tables can settle.
pub(super) fn evaluate(
    rule: &Rule,
    facts: &Facts<'_>,
    wanted: impl Fn(&Claim) -> bool,
    finding: impl Fn(&Claim, &JudgedClaim) -> Finding,
) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (claim, judged) in facts.report.claims.iter().zip(&facts.claims).filter(|(claim, _)| wanted(claim)) {
        let status = match judged.standing {
            ClaimStanding::Agrees => Status::Passed,
            ClaimStanding::Differs => Status::from(Some(finding(claim, judged))),
            ClaimStanding::Unexplained => continue,
        };
        outcomes.push(Outcome::new(rule, None, status));
        let key = claim.quantity.key();
        let again = outcomes.iter().filter(|outcome| is_at(outcome, &key)).count();
        let at = if again == 0 { key } else { format!("{key}~{}", again + 1) };
        if let Some(outcome) = outcomes.last_mut() {
            if let Status::Failed(finding) = &mut outcome.status {
                finding.at = Some(at.clone());
            }
            outcome.at = Some(at);
        }
    }
    if outcomes.is_empty() { Outcome::not_applicable(rule) } else { outcomes }
}

/// True where the outcome stands at `key`, or at its second or third place.
fn is_at(outcome: &Outcome, key: &str) -> bool {
    let at = outcome.at.as_deref().unwrap_or_default();
    at.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('~'))
}

/// The finding that a claim differs from the tables: the words, both figures, the cells. `{text}`, `{said}`,
/// `{table}` and `{figures}` of the rule's message are filled.
pub(super) fn finding(rule: &Rule, claim: &Claim, judged: &JudgedClaim, facts: &Facts<'_>) -> Finding {
    let cells: Vec<Cell> = claim.readings.iter().max_by_key(|cells| cells.len()).cloned().unwrap_or_default();
    let expected = judged.sums.first().copied().flatten();
    let figures = claim
        .readings
        .iter()
        .zip(&judged.sums)
        .filter_map(|(cells, sum)| Some(named_sum(claim.quantity, cells, (*sum)?, facts)));
    let mut sentences = vec![rule.message.fill(&[
        ("text", quoted(&claim.text)),
        ("said", said(claim)),
        ("table", sheet_of(&cells)),
        ("figures", Sentence::list(figures)),
    ])];
    let derived: Vec<Sentence> = cells.iter().filter_map(|cell| derived(*cell, facts)).listed();
    if !derived.is_empty() {
        sentences.push(crate::rules::wording::DERIVED.fill(&[("cells", Sentence::list(derived))]));
    }
    let mut severity = rule.severity;
    if claim.scope == Scope::Office {
        severity = Severity::Info;
        sentences.push(wording::OFFICE_ALONE.into());
    }
    let role = if cells.len() == 1 { Role::Total } else { Role::Part };
    let mut finding = Finding::of(rule, crate::rules::wording::paragraph(sentences))
        .severity(severity)
        .about(facts.report, cells.into_iter().map(|cell| (cell, role)))
        .standing(Some(claim.place));
    finding.equation = claim.readings.first().map(|cells| {
        let sign = if claim.at_most { "≥" } else { "=" };
        format!("{} {sign} {}", terms(cells, facts), claim.value)
    });
    finding.expected = expected;
    finding.actual = Some(claim.value);
    finding.difference = expected.and_then(|expected| claim.value.checked_sub(expected));
    finding
}

/// The prose's own words, cut where they are long.
pub(super) fn quoted(text: &str) -> Sentence {
    let mut quotation: String = text.chars().take(QUOTED).collect();
    if quotation.len() < text.len() {
        quotation.push('…');
    }
    Sentence::same(quotation)
}

/// The number, where the quotation does not show it in plain digits.
fn said(claim: &Claim) -> Sentence {
    let number = claim.value.to_string();
    let is_shown = claim.text.chars().take(QUOTED).collect::<String>().contains(&number);
    if is_shown { Sentence::default() } else { wording::SAID.fill(&[("value", Sentence::same(number))]) }
}

fn sheet_of(cells: &[Cell]) -> Sentence {
    cells.first().map_or_else(Sentence::default, |cell| Sentence::from(Sheet::of(*cell).label()))
}

/// `本年新收 220`, `本年新收 220 + 上年结转 12 = 232`, `不予公开 30`.
fn named_sum(quantity: Quantity, cells: &[Cell], sum: Decimal, facts: &Facts<'_>) -> Sentence {
    const WRITTEN_OUT: usize = 3;
    let named = |name: Sentence, value: Decimal| {
        crate::rules::wording::NAMED.fill(&[("cell", name), ("value", Sentence::same(value))])
    };
    let amounts: Option<Vec<Decimal>> =
        cells.iter().map(|cell| value(*cell, facts.report, &facts.ledger)).collect();
    match (cells, amounts) {
        ([cell], _) => named(name(*cell), sum),
        (cells, Some(amounts)) if cells.len() <= WRITTEN_OUT => {
            let terms = cells.iter().zip(amounts).map(|(cell, amount)| named(name(*cell), amount));
            wording::SUM.fill(&[
                ("terms", Sentence::joined(terms, crate::rules::wording::PLUS)),
                ("sum", Sentence::same(sum)),
            ])
        }
        _ => named(wording::quantity(quantity), sum),
    }
}

/// A cell's words; of 总计 the row's alone.
pub(super) fn name(cell: Cell) -> Sentence {
    match cell {
        Cell::Request(row, Applicant::Total) => row.short_label().into(),
        cell => cell.label(),
    }
}

fn derived(cell: Cell, facts: &Facts<'_>) -> Option<Sentence> {
    let worth = facts.ledger.worth(cell).filter(|worth| matches!(worth.source, Source::Derived(_)))?;
    let value = Sentence::same(worth.amount);
    Some(crate::rules::wording::NAMED.fill(&[("cell", name(cell)), ("value", value)]))
}

/// The figures of some cells as a sum: `220 + 12`.
pub(super) fn terms(cells: &[Cell], facts: &Facts<'_>) -> String {
    let amounts: Vec<Decimal> =
        cells.iter().filter_map(|cell| value(*cell, facts.report, &facts.ledger)).listed();
    let is_long = amounts.len() > LONG;
    let terms: Vec<String> = amounts
        .iter()
        .filter(|amount| !is_long || !amount.is_zero())
        .map(|amount| amount.to_string())
        .listed();
    if terms.is_empty() { "0".to_owned() } else { terms.join(" + ") }
}
