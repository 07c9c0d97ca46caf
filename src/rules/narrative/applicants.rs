//! N07: what the prose says of who applied.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: 自然人 and 法人或其他组织 are those columns, of what was newly received or of all in hand.
///
/// *Why*: who asks is what readers want to know.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 自然人 164 of 164. *Fails*: 165.
pub const APPLICANTS_TOLD: Rule = Rule {
    code: "N07",
    name: "applicants-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说申请人类别与表三不符",
        en: "Who applied, as the text tells it, is not what table 3 has",
    },
    why: Text {
        zh: "自然人与法人或其他组织的件数应等于表三各栏，可以只计新收，也可以含上年结转。",
        en: "The requests of natural persons and of organisations have to be those of their columns, newly received only or with what was carried in.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: wording::MEND,
    passes: Example {
        text: Text {
            zh: "“自然人申请164件”，表三本年新收自然人 164。",
            en: "“自然人申请164件”, and table 3 has 164 from natural persons.",
        },
        case: "text overview + 全年收到政府信息公开申请220件，其中自然人申请164件。",
    },
    fails: Example {
        text: Text {
            zh: "“自然人申请165件”，而表三本年新收自然人 164，加上年结转 9 为 173。",
            en: "“自然人申请165件”, but table 3 has 164, and 173 with the 9 carried in.",
        },
        case: "text overview + 全年收到政府信息公开申请220件，其中自然人申请165件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &APPLICANTS_TOLD;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}

fn is_meant(claim: &Claim) -> bool {
    !claim.negated && matches!(claim.quantity, Quantity::Kind(_) | Quantity::LegalPersons)
}
