//! D01: the results of a track add up to its total.

use crate::language::Text;
use crate::report::form::DisputeOutcome;
use crate::rules::{Check, Editions, Example, Family, Rule, Severity, Total};

/// *What it checks*: in each of the three tracks, total = upheld + corrected + other result + pending.
///
/// *Why*: every case has exactly one result or is pending. A total left at 0 beside its parts is the error most
/// often published.
///
/// *Basis*: the word 总计 of table 4.
///
/// *Passes*: 2 + 1 + 0 + 1 = 4. *Fails*: 10 + 1 + 0 + 0 with a total of 0.
pub const DISPUTE_TOTAL: Rule = Rule {
    code: "D01",
    name: "dispute-total",
    family: Family::Disputes,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "行政复议、直接起诉、复议后起诉：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计",
        en: "In each track: upheld + corrected + other result + pending = total",
    },
    why: Text {
        zh: "每个案件只有一种结果，或者尚未审结；总计就是四项之和。总计漏改成 0 是公开的年报里最常见的错。",
        en: "Every case has exactly one result or is pending, so the total is the sum of the four. A total left at 0 is the commonest error in published reports.",
    },
    basis: Text { zh: "表四各组的“总计”栏", en: "The total columns of table 4" },
    message: Text {
        zh: "「{at}」：{left} = {expected}，总计为 {actual}，总计{more} {gap}。",
        en: "“{at}”: {left} = {expected}, but the total is {actual}, {gap} {more}.",
    },
    hint: Text {
        zh: "对照案件清单核对四项结果和总计，改正错的那一个。",
        en: "Check the four results and the total against the list of cases, and mend the wrong one.",
    },
    passes: Example {
        text: Text { zh: "行政复议 2 + 1 + 0 + 1 = 4。", en: "Reconsideration: 2 + 1 + 0 + 1 = 4." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "复议后起诉 1 + 0 + 1 + 0，总计写成 0。",
            en: "Suits after reconsideration 1 + 0 + 1 + 0 with a total of 0.",
        },
        case: "disputes.suit_after_reconsideration.total = 0",
    },
    check: Check::Total(&[Total::Disputes { total: DisputeOutcome::Total, parts: &DisputeOutcome::PARTS }]),
};
