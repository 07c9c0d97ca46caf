//! N14: one quantity stated twice with two values.

use super::contradiction::quoted;
use super::judged::{ClaimStanding, JudgedClaim};
use super::wording;
use crate::language::{Sentence, Text};
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Status};
use crate::sorted::{Listed, SortedMap};

/// *What it checks*: two sentences that count the same thing for the same organs say the same number. Two numbers
/// that both fit the table (本年新收, and that with 上年结转) are no contradiction.
///
/// *Why*: the prose cannot be right in both places.
///
/// *Basis*: arithmetic.
///
/// *Passes*: 办结221件, twice. *Fails*: 办结221件 and 办结212件.
pub const STATED_TWICE: Rule = Rule {
    code: "N14",
    name: "stated-twice",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文两处说的是同一件事，数字却不同",
        en: "The text states one quantity twice with two values",
    },
    why: Text {
        zh: "同一口径的数字前后不一，至少有一处是错的。",
        en: "Where the same thing is counted twice and the numbers differ, one of them at least is wrong.",
    },
    basis: wording::BASIS,
    message: Text {
        zh: "正文对“{quantity}”说了两个数：“{first}”和“{second}”，即 {expected} 与 {actual}。",
        en: "The text gives two numbers for “{quantity}”: “{first}” and “{second}”, {expected} and {actual}.",
    },
    hint: Text {
        zh: "核对两处，改正有误的一处；如果口径不同，请在正文中写明。",
        en: "Check both places and mend the wrong one; where they count different things, say so.",
    },
    passes: Example {
        text: Text { zh: "两处都说办结 221 件。", en: "221 answered, in both places." },
        case: "text overview + 全年办结政府信息公开申请221件。在办结的221件申请中，予以公开79件。",
    },
    fails: Example {
        text: Text {
            zh: "一处说办结 221 件，一处说 212 件。",
            en: "221 answered in one place, 212 in another.",
        },
        case: "text overview + 全年办结政府信息公开申请221件。\ntext overview + 依申请公开方面，全年办结政府信息公开申请212件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &STATED_TWICE;
    let mut first: SortedMap<_, (&Claim, &JudgedClaim)> = SortedMap::new();
    let mut outcomes: SortedMap<_, Outcome> = SortedMap::new();
    for (claim, judged) in facts.report.claims.iter().zip(&facts.claims).filter(|(claim, _)| is_meant(claim))
    {
        let place = (claim.quantity, claim.scope);
        let Some((before, judged_before)) = first.get(&place).copied() else {
            first.insert(place, (claim, judged));
            continue;
        };
        let finding =
            contradict((before, judged_before), (claim, judged)).then(|| finding(before, claim, facts));
        let at = format!("{}.{}", claim.quantity.key(), claim.scope.key());
        let finding = finding.map(|finding| finding.at(&at));
        let outcome = Outcome::new(rule, Some(at), Status::from(finding));
        let entry = outcomes.entry(place).or_insert_with(|| outcome.clone());
        if matches!(entry.status, Status::Passed) {
            *entry = outcome;
        }
    }
    if outcomes.is_empty() { Outcome::not_applicable(rule) } else { outcomes.into_values().listed() }
}

/// Counts of which every word was understood; a part of a row may be told in several parts.
fn is_meant(claim: &Claim) -> bool {
    claim.firm
        && !claim.at_most
        && !matches!(
            claim.quantity,
            Quantity::Unexplained
                | Quantity::Share(_)
                | Quantity::Row(_)
                | Quantity::AnsweredOf
                | Quantity::AllAnswered
        )
}

fn contradict(
    (one, one_judged): (&Claim, &JudgedClaim),
    (other, other_judged): (&Claim, &JudgedClaim),
) -> bool {
    if one.value == other.value {
        return false;
    }
    // 收到81件 and 受理85件 may count with and without what was carried in: only a table can tell.
    let is_plain = one.readings.len() == 1 && other.readings.len() == 1;
    let both_agree = [one_judged, other_judged].iter().all(|judged| judged.standing == ClaimStanding::Agrees);
    let one_differs =
        [one_judged, other_judged].iter().any(|judged| judged.standing == ClaimStanding::Differs);
    !both_agree && (is_plain || one_differs)
}

fn finding(before: &Claim, claim: &Claim, facts: &Facts<'_>) -> Finding {
    let message = STATED_TWICE.message.fill(&[
        ("quantity", wording::quantity(claim.quantity)),
        ("first", quoted(&before.text)),
        ("second", quoted(&claim.text)),
        ("expected", Sentence::same(before.value)),
        ("actual", Sentence::same(claim.value)),
    ]);
    let cells = claim.readings.first().cloned().unwrap_or_default();
    let mut finding = Finding::of(&STATED_TWICE, message)
        .about(facts.report, cells.into_iter().map(|cell| (cell, Role::Part)))
        .standing(Some(claim.place));
    finding.expected = Some(before.value);
    finding.actual = Some(claim.value);
    finding.difference = claim.value.checked_sub(before.value);
    finding
}
