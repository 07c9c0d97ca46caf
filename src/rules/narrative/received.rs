//! N01: what the prose says came in.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 新收 is 本年新收; 收到 and 受理 are that, or that with 上年结转 (either fits).
///
/// *Why*: the first number of the prose is the one that readers quote.
///
/// *Basis*: what the prose tells again has to be what the table says.
///
/// *Passes*: 收到 220 of 220, or 232 with 12 carried in. *Fails*: 219.
pub const RECEIVED: Rule = Rule {
    code: "N01",
    name: "received-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说收到、受理的申请数与表三不符",
        en: "The number of requests received, as the text tells it, is not that of table 3",
    },
    why: Text {
        zh: "收到多少件申请是年报里最常被引用的数字。“新收”应等于表三本年新收；“收到”“受理”可以含上年结转，两种口径都可以，但总要合上一种。",
        en: "How many requests came in is the figure most often quoted. “新收” has to be what table 3 has as newly received; “收到” and “受理” may count what was carried in as well: either will do, but one of them has to fit.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“共收到申请220件”，表三本年新收 220。",
            en: "“共收到申请220件”, and table 3 has 220 newly received.",
        },
        case: "text overview + 全年共收到政府信息公开申请220件。",
    },
    fails: Example {
        text: Text {
            zh: "“共收到申请219件”，而本年新收 220，加上年结转 12 为 232。",
            en: "“共收到申请219件”, but 220 were newly received, 232 with the 12 carried in.",
        },
        case: "text overview + 全年共收到政府信息公开申请219件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &RECEIVED;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated
        && matches!(
            claim.quantity,
            Quantity::NewReceived | Quantity::Received | Quantity::ReceivedAndHandled | Quantity::InHand
        )
}
