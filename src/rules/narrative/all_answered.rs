//! N11: everything was answered, says the prose, and the table carries some over.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: where the prose says that all requests were answered, none is carried to the next year. Silent
/// where the prose speaks of requests still under way, too.
///
/// *Why*: one of the two is out of date.
///
/// *Basis*: what the prose tells again has to be what the table says.
///
/// *Passes*: 均已办结 over a nought. *Fails*: the same over 11.
pub const ALL_ANSWERED: Rule = Rule {
    code: "N11",
    name: "all-answered-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文说全部办结，表三却有结转下年度",
        en: "The text says that all was answered, and table 3 carries some to the next year",
    },
    why: Text {
        zh: "统计截至 12 月 31 日。到那时尚未办结的应结转下年度，正文就不能说全部办结；报告发布前已办结的，请写明时间。",
        en: "The count ends on 31 December. What was not answered by then is carried over and the text cannot say that all was; what was answered before publication should be told with its date.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“均已按期办结”，表三结转下年度 0。",
            en: "“均已按期办结”, and nothing is carried over.",
        },
        case: "requests.carried_out.* = 0\nrequests.new_received.total = 209\nrequests.new_received.natural_person = 157\nrequests.new_received.commercial_enterprise = 28\nrequests.new_received.legal_services_org = 13\ntext overview + 全年收到政府信息公开申请209件，均已按期办结。",
    },
    fails: Example {
        text: Text {
            zh: "“均已按期办结”，而表三结转下年度 11。",
            en: "“均已按期办结”, but table 3 carries 11 to the next year.",
        },
        case: "text overview + 全年收到政府信息公开申请220件，均已按期办结。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &ALL_ANSWERED;
    let is_meant = |claim: &Claim| claim.quantity == Quantity::AllAnswered;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}
