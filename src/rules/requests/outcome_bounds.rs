//! R05: no outcome exceeds the total, and no total exceeds what came in.

use crate::language::Text;
use crate::report::form::RequestRow::{CarriedIn, CarriedOut, NewReceived, OutcomeTotal};
use crate::rules::{Check, Editions, Example, Family, Lesser, Order, Rule, Severity};

/// *What it checks*: each outcome ≤ 总计 ≤ newly received + carried in, and carried out ≤ the same; only where
/// R01 or R02, which imply it, could not be told.
///
/// *Why*: where one figure cannot be read, the others can still contradict each other.
///
/// *Basis*: the note in the corner of table 3 and the word 总计.
///
/// *Passes*: an unreadable outcome beside 79 of 221. *Fails*: the same beside 300 of 221.
pub const OUTCOME_BOUNDS: Rule = Rule {
    code: "R05",
    name: "outcome-bounds",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "R01、R02 无从核对时：每项结果 ≤ （七）总计 ≤ 新收 + 结转；结转下年度 ≤ 新收 + 结转",
        en: "Where R01 or R02 cannot be told: each outcome ≤ the total ≤ what came in; carried out ≤ what came in",
    },
    why: Text {
        zh: "有一个数读不出来时，等式无从核对，但部分大于整体仍然是错的。",
        en: "Where one figure cannot be read the sums cannot be checked, but a part larger than the whole is still wrong.",
    },
    basis: Text {
        zh: "由表三的勾稽关系和“总计”推出",
        en: "It follows from the note of table 3 and the word “total”",
    },
    message: Text {
        zh: "「{at}」一列：{lesser}，大于{greater}（{expected}），多 {gap}。",
        en: "Column “{at}”: {lesser} is more than {greater} ({expected}), by {gap}.",
    },
    hint: Text {
        zh: "部分不能大于整体，核对这几个数；并把读不出来的格补成数字。",
        en: "A part cannot be more than the whole: check these figures, and write a number where none could be read.",
    },
    passes: Example {
        text: Text {
            zh: "部分公开读不出来，其余各项都不超过总计。",
            en: "“Partly disclosed” cannot be read; no other outcome is more than the total.",
        },
        case: "requests.partially_granted.total = unreadable",
    },
    fails: Example {
        text: Text {
            zh: "部分公开读不出来，而予以公开 300 件，多于总计 221 件。",
            en: "“Partly disclosed” cannot be read, and “disclosed” is 300 of 221.",
        },
        case: "requests.partially_granted.total = unreadable\nrequests.granted.total = 300",
    },
    check: Check::Order(&[
        Order::Requests { lesser: Lesser::Outcomes, greater: &[OutcomeTotal], implied_by: "R02" },
        Order::Requests {
            lesser: Lesser::Row(OutcomeTotal),
            greater: &[NewReceived, CarriedIn],
            implied_by: "R01",
        },
        Order::Requests {
            lesser: Lesser::Row(CarriedOut),
            greater: &[NewReceived, CarriedIn],
            implied_by: "R01",
        },
    ]),
};
