//! R04: a 小计 that a publisher added adds up.

use crate::language::Text;
use crate::report::form::{Applicant, OutcomeGroup, RequestRow};
use crate::rules::{Check, Editions, Example, Family, Rule, Severity, Total};

/// *What it checks*: a printed 小计 row under （三） to （六） is the sum of its rows, and a printed
/// 法人或其他组织小计 column the sum of its five kinds.
///
/// *Why*: the form has no such row or column; who adds one has to add it up.
///
/// *Basis*: the word 小计.
///
/// *Passes*: a 小计 of 30 over 7 + 10 + 10 + 3. *Fails*: a 小计 of 31 over the same.
pub const SUBTOTALS: Rule = Rule {
    code: "R04",
    name: "added-subtotal",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "自行加印的小计行、小计栏等于其各部分之和",
        en: "A subtotal row or column that the publisher added is the sum of its parts",
    },
    why: Text {
        zh: "格式没有小计；加印了小计，就要与各分项相符，否则读者不知道该信哪个数。",
        en: "The form has no subtotals; one that is added has to agree with its parts, or readers cannot know which figure to trust.",
    },
    basis: Text {
        zh: "“小计”的字义；格式本身没有小计",
        en: "The meaning of “subtotal”; the form itself has none",
    },
    message: Text {
        zh: "小计「{at}」为 {actual}，各分项之和为 {expected}，小计{more} {gap}。",
        en: "The subtotal “{at}” is {actual}, but its parts add up to {expected}: {gap} {more}.",
    },
    hint: Text {
        zh: "核对分项后改正小计；也可以删去小计，格式不要求。",
        en: "Check the parts and mend the subtotal, or leave it out: the form does not ask for it.",
    },
    passes: Example {
        text: Text {
            zh: "不予公开小计 30 = 7 + 10 + 10 + 3。",
            en: "The subtotal of refusals 30 = 7 + 10 + 10 + 3.",
        },
        case: "requests.denied_total.total = 30",
    },
    fails: Example {
        text: Text { zh: "不予公开小计写成 31。", en: "The subtotal of refusals is written as 31." },
        case: "requests.denied_total.total = 31",
    },
    check: Check::Total(&[
        Total::Rows { total: RequestRow::DeniedTotal, groups: &[OutcomeGroup::Denied] },
        Total::Rows { total: RequestRow::UnableTotal, groups: &[OutcomeGroup::Unable] },
        Total::Rows { total: RequestRow::RejectedTotal, groups: &[OutcomeGroup::Rejected] },
        Total::Rows { total: RequestRow::OtherTotal, groups: &[OutcomeGroup::Other] },
        Total::Columns { total: Applicant::LegalPersonSubtotal, parts: &Applicant::LEGAL },
    ]),
};
