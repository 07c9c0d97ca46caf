//! N03: what the prose says was answered.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 办结 and 答复 are row （七）; 共处理 and 共办理 are that, or all in hand.
///
/// *Why*: the outcomes are what the year’s work came to.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 办结 221 of 221. *Fails*: 231.
pub const OUTCOMES_TOLD: Rule = Rule {
    code: "N03",
    name: "answered-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说办结、答复的申请数与表三不符",
        en: "The number of requests answered, as the text tells it, is not that of table 3",
    },
    why: Text {
        zh: "办结、答复数应等于表三结果总计，其中包含上年结转后在本年办结的；“共处理”“共办理”也可以指新收与结转之和。",
        en: "Answered requests are the total of outcomes in table 3, those carried in among them; “共处理” and “共办理” may also mean all that was in hand.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“已办结221件”，表三结果总计 221。",
            en: "“已办结221件”, and the outcomes of table 3 come to 221.",
        },
        case: "text overview + 全年办结政府信息公开申请221件。",
    },
    fails: Example {
        text: Text {
            zh: "“已办结231件”，而表三结果总计 221。",
            en: "“已办结231件”, but the outcomes of table 3 come to 221.",
        },
        case: "text overview + 全年办结政府信息公开申请231件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OUTCOMES_TOLD;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated
        && matches!(claim.quantity, Quantity::OutcomeTotal | Quantity::AnsweredOf | Quantity::Handled)
}
