//! N04: what the prose says is left for the next year.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 结转下年度 and 正在办理 are row 四.
///
/// *Why*: next year’s report starts from it.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 结转下年度 11 of 11. *Fails*: 1.
pub const CARRIED_OUT: Rule = Rule {
    code: "N04",
    name: "carried-out-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说结转下年度数与表三不符",
        en: "What the text says is carried to the next year is not what table 3 says",
    },
    why: Text {
        zh: "结转下年度的件数是明年年报的起点。",
        en: "The number carried out is where next year’s report begins.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“结转下年度继续办理11件”，表三结转下年度 11。",
            en: "“结转下年度继续办理11件”, and table 3 carries out 11.",
        },
        case: "text overview + 结转下年度继续办理的政府信息公开申请11件。",
    },
    fails: Example {
        text: Text {
            zh: "“结转下年度继续办理1件”，而表三结转下年度 11。",
            en: "“结转下年度继续办理1件”, but table 3 carries out 11.",
        },
        case: "text overview + 结转下年度继续办理的政府信息公开申请1件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &CARRIED_OUT;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && claim.quantity == Quantity::CarriedOut
}
