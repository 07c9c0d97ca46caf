//! N06: what the prose says of single rows of table 3.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: a ground told by its row's name is that row; one told by a part of it (信息不存在) is at most that row.
///
/// *Why*: a ground that is told is the one that mattered.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 重复申请 7 of 7. *Fails*: 8.
pub const OUTCOME_ROWS: Rule = Rule {
    code: "N06",
    name: "grounds-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说某一理由的件数与表三该行不符",
        en: "A single ground, as the text tells it, is not that of its row in table 3",
    },
    why: Text {
        zh: "正文点到的理由应与表三该行一致；只说到该行一部分的（如信息不存在），不应多于该行。",
        en: "A ground that the text names has to be what its row says; one that is only a part of a row cannot be more than it.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“重复申请7件”，表三该行 7。", en: "“重复申请7件”, and its row has 7."
        },
        case: "text overview + 政府信息公开申请中，属于重复申请的7件。",
    },
    fails: Example {
        text: Text {
            zh: "“重复申请8件”，而表三该行 7。", en: "“重复申请8件”, but its row has 7."
        },
        case: "text overview + 政府信息公开申请中，属于重复申请的8件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OUTCOME_ROWS;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && matches!(claim.quantity, Quantity::Row(_))
}
