//! R01: what came in is what went out or stays.

use crate::language::Text;
use crate::report::form::RequestRow::{CarriedIn, CarriedOut, NewReceived, OutcomeTotal};
use crate::rules::{Check, Editions, Example, Family, Rule, Severity};

/// *What it checks*: in each of the seven columns, newly received + carried in = outcomes in total + carried out.
///
/// *Why*: every request of the year was either answered in it or is still open at its end.
///
/// *Basis*: the note in the corner of table 3.
///
/// *Passes*: 220 + 12 = 221 + 11. *Fails*: 220 + 12 = 232, but 221 + 12 = 233.
pub const REQUEST_BALANCE: Rule = Rule {
    code: "R01",
    name: "request-balance",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "每一列：本年新收 + 上年结转 = 结果总计 + 结转下年度",
        en: "In each column: newly received + carried in = outcomes, total + carried to next year",
    },
    why: Text {
        zh: "一年里要办的每一件申请，要么当年办结，要么结转下年度；两边不等，就有数字填错或漏填。",
        en: "Every request of the year was either answered in it or is carried over; where the two sides differ, some figure is wrong or missing.",
    },
    basis: Text {
        zh: "表三左上角注明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”",
        en: "The note printed in the corner of table 3: item one plus item two equals item three plus item four",
    },
    message: Text {
        zh: "「{at}」一列收支不平：{left} = {actual}，而{right} = {expected}，左边{more} {gap}。",
        en: "Column “{at}” does not balance: {left} = {actual}, but {right} = {expected}; the left side is {gap} {more}.",
    },
    hint: Text {
        zh: "对照登记台账核对这一列的四个数，改正错的那一个；本列的（七）总计和各行总计可能要一并改。",
        en: "Check the four figures of this column against the register and mend the wrong one; the column's and the rows' totals may have to follow.",
    },
    passes: Example {
        text: Text {
            zh: "220 + 12 = 221 + 11，两边都是 232。",
            en: "220 + 12 = 221 + 11: both sides are 232.",
        },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "结转下年度的总计写成 12：220 + 12 = 232，221 + 12 = 233。",
            en: "The total carried out is written as 12: 220 + 12 = 232, but 221 + 12 = 233.",
        },
        case: "requests.carried_out.total = 12",
    },
    check: Check::Balance { left: &[NewReceived, CarriedIn], right: &[OutcomeTotal, CarriedOut] },
};
