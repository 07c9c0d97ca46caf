//! N02: what the prose says was carried in from last year.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 上年结转 is the row of that name.
///
/// *Why*: it links this report to the one before.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 上年结转 12 of 12. *Fails*: 13.
pub const CARRIED_IN: Rule = Rule {
    code: "N02",
    name: "carried-in-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说上年结转数与表三不符",
        en: "What the text says was carried in is not what table 3 says",
    },
    why: Text {
        zh: "上年结转把两年的年报连在一起，写错会使衔接核对失败。",
        en: "The number carried in ties one year’s report to the last; a slip there breaks the chain.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“上年结转12件”，表三上年结转 12。",
            en: "“上年结转12件”, and table 3 carries in 12.",
        },
        case: "text overview + 全年新收政府信息公开申请220件，上年结转12件。",
    },
    fails: Example {
        text: Text {
            zh: "“上年结转13件”，而表三上年结转 12。",
            en: "“上年结转13件”, but table 3 carries in 12.",
        },
        case: "text overview + 全年新收政府信息公开申请220件，上年结转13件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &CARRIED_IN;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && claim.quantity == Quantity::CarriedIn
}
