//! N09: what the prose says of reconsideration and litigation.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 行政复议 is the total of its track, 行政诉讼 that of both tracks of suits; outcomes are their columns.
///
/// *Why*: cases are few, and each is looked at.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 行政复议 4 of 4. *Fails*: 5.
pub const DISPUTES_TOLD: Rule = Rule {
    code: "N09",
    name: "disputes-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说行政复议、行政诉讼与表四不符",
        en: "Reconsideration and litigation, as the text tells them, are not what table 4 has",
    },
    why: Text {
        zh: "行政复议件数应等于表四行政复议总计，行政诉讼件数应等于两组诉讼总计之和，维持、纠正、尚未审结应等于对应各栏。",
        en: "Reconsiderations are the total of their track, litigation that of both its tracks, and each outcome is its column.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“行政复议4件、行政诉讼3件”，表四 4 与 1 + 2。",
            en: "“行政复议4件、行政诉讼3件”, and table 4 has 4 and 1 + 2.",
        },
        case: "text overview + 因政府信息公开引起的行政复议4件、行政诉讼3件。",
    },
    fails: Example {
        text: Text {
            zh: "“行政复议5件”，而表四为 4。", en: "“行政复议5件”, but table 4 has 4."
        },
        case: "text overview + 因政府信息公开引起的行政复议5件、行政诉讼3件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &DISPUTES_TOLD;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated
        && matches!(
            claim.quantity,
            Quantity::Reconsiderations
                | Quantity::Suits
                | Quantity::Disputes
                | Quantity::Track(_)
                | Quantity::DisputeOutcome(..)
                | Quantity::SuitOutcome(_)
        )
}
