//! R02: the outcomes add up to row （七）.

use crate::language::Text;
use crate::report::form::{OutcomeGroup, RequestRow};
use crate::rules::{Check, Editions, Example, Family, Rule, Severity, Total};

/// *What it checks*: in each of the seven columns, row （七）总计 is the sum of the outcome rows （一） to （六）.
///
/// *Why*: every answered request has exactly one outcome; a partly granted one counts in （二） alone.
///
/// *Basis*: the word 总计 of row （七） and the note at （二）.
///
/// *Passes*: 79 + 20 + … + 3 = 221. *Fails*: the same outcomes with 212 in row （七）.
pub const OUTCOME_TOTAL: Rule = Rule {
    code: "R02",
    name: "outcome-total",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "每一列：（一）至（六）各项之和 = （七）总计",
        en: "In each column: the outcomes (1) to (6) add up to the total (7)",
    },
    why: Text {
        zh: "每件办结的申请只计一种结果，（七）总计就是各种结果之和；不等说明有一项多计、少计或总计写错。",
        en: "Every answered request counts under exactly one outcome, so the total is their sum; otherwise an outcome is counted twice, left out, or the total is wrong.",
    },
    basis: Text {
        zh: "表三第（七）项“总计”，以及第（二）项注“区分处理的，只计这一情形，不计其他情形”",
        en: "Row (7) “total” of table 3, and the note at row (2): a request answered in part counts there only",
    },
    message: Text {
        zh: "「{at}」一列：（一）至（六）各项之和为 {expected}，（七）总计为 {actual}，总计{more} {gap}。",
        en: "Column “{at}”: the outcomes add up to {expected}, but the total (7) is {actual}, {gap} {more}.",
    },
    hint: Text {
        zh: "逐项核对这一列的办理结果；部分公开的只计入（二），不再计入（三）（四）。",
        en: "Go through the outcomes of this column; a request granted in part counts in (2) only, not again in (3) or (4).",
    },
    passes: Example {
        text: Text {
            zh: "各项结果之和为 221，（七）总计为 221。",
            en: "The outcomes add up to 221 and the total is 221.",
        },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "自然人一列的（七）总计把 166 写成 161。",
            en: "The total of natural persons is written as 161 instead of 166.",
        },
        case: "requests.outcome_total.natural_person = 161",
    },
    check: Check::Total(&[Total::Rows { total: RequestRow::OutcomeTotal, groups: &OutcomeGroup::ALL }]),
};
