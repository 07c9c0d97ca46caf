//! N05: what the prose says became of the requests.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 予以公开, 部分公开, 不予公开, 无法提供, 不予处理 and 其他处理, or several together, are the sums of their rows.
///
/// *Why*: outcomes are told in words more often than anything else.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 不予公开 30 of 7 + 10 + 10 + 3. *Fails*: 31.
pub const OUTCOME_GROUPS: Rule = Rule {
    code: "N05",
    name: "outcomes-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说各类办理结果与表三不符",
        en: "The outcomes, as the text tells them, are not those of table 3",
    },
    why: Text {
        zh: "各类办理结果在正文中最常复述，应等于表三该类各行之和。",
        en: "Outcomes are told again more often than anything else; each has to be the sum of its rows in table 3.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“不予公开30件”，表三 7 + 10 + 10 + 3 = 30。",
            en: "“不予公开30件”, and table 3 has 7 + 10 + 10 + 3 = 30.",
        },
        case: "text overview + 办结的政府信息公开申请中，予以公开79件，不予公开30件。",
    },
    fails: Example {
        text: Text {
            zh: "“不予公开31件”，而表三 7 + 10 + 10 + 3 = 30。",
            en: "“不予公开31件”, but table 3 has 7 + 10 + 10 + 3 = 30.",
        },
        case: "text overview + 办结的政府信息公开申请中，予以公开79件，不予公开31件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OUTCOME_GROUPS;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && matches!(claim.quantity, Quantity::Groups(_) | Quantity::Agreed)
}
