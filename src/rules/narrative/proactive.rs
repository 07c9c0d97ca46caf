//! N13: what the prose says of documents and decisions.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 制发, 废止, 现行有效, and decisions of licences, penalties and compulsion are cells of table 2.
///
/// *Why*: they are counted once and told twice.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 制发行政规范性文件 5 of 5. *Fails*: 6.
pub const PROACTIVE_TOLD: Rule = Rule {
    code: "N13",
    name: "proactive-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说规范性文件、行政许可、行政处罚等与表二不符",
        en: "Documents and decisions, as the text tells them, are not what table 2 has",
    },
    why: Text {
        zh: "规章、规范性文件的制发、废止、现行有效件数和行政许可、行政处罚、行政强制的决定数，应等于表二。",
        en: "Documents issued, repealed and in force, and decisions made, have to be those of table 2.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“制发行政规范性文件5件”，表二 5。",
            en: "“制发行政规范性文件5件”, and table 2 has 5.",
        },
        case: "text overview + 全年制发行政规范性文件5件，废止2件。",
    },
    fails: Example {
        text: Text {
            zh: "“制发行政规范性文件6件”，而表二为 5。",
            en: "“制发行政规范性文件6件”, but table 2 has 5.",
        },
        case: "text overview + 全年制发行政规范性文件6件，废止2件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PROACTIVE_TOLD;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && matches!(claim.quantity, Quantity::Proactive(..))
}
