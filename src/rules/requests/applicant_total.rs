//! R03: the kinds of applicant add up to 总计.

use crate::language::Text;
use crate::report::form::Applicant;
use crate::rules::{Check, Editions, Example, Family, Rule, Severity, Total};

/// *What it checks*: in every row of table 3, 总计 is 自然人 plus the five kinds of legal person.
///
/// *Why*: each applicant belongs to exactly one of the six kinds.
///
/// *Basis*: the word 总计 of the last column.
///
/// *Passes*: 58 + 11 + 1 + 1 + 6 + 2 = 79. *Fails*: the same with 78 as the total.
pub const APPLICANT_TOTAL: Rule = Rule {
    code: "R03",
    name: "applicant-total",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "每一行：自然人 + 法人或其他组织五类 = 总计",
        en: "In each row: natural persons + the five kinds of legal person = total",
    },
    why: Text {
        zh: "每个申请人只属于六类中的一类，总计就是六类之和。",
        en: "Every applicant belongs to exactly one of the six kinds, so the total is their sum.",
    },
    basis: Text {
        zh: "表三“申请人情况”的栏目划分和“总计”栏",
        en: "The applicant columns of table 3 and its total column",
    },
    message: Text {
        zh: "「{at}」一行：各类申请人之和为 {expected}，总计为 {actual}，总计{more} {gap}。",
        en: "Row “{at}”: the kinds of applicant add up to {expected}, but the total is {actual}, {gap} {more}.",
    },
    hint: Text {
        zh: "核对这一行六类申请人的件数和总计，改正错的那一个。",
        en: "Check the six kinds and the total of this row, and mend the wrong one.",
    },
    passes: Example {
        text: Text {
            zh: "予以公开一行 58 + 11 + 1 + 1 + 6 + 2 = 79。",
            en: "Disclosed: 58 + 11 + 1 + 1 + 6 + 2 = 79.",
        },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "予以公开一行的总计写成 78。",
            en: "The total of the row “disclosed” is written as 78.",
        },
        case: "requests.granted.total = 78",
    },
    check: Check::Total(&[Total::Columns { total: Applicant::Total, parts: &Applicant::KINDS }]),
};
