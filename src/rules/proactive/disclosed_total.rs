//! P02: what was newly disclosed is part of what is disclosed.

use crate::language::Text;
use crate::report::form::{Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Family, Order, Rule, Severity};

/// *What it checks*: newly disclosed ≤ total disclosed, for rules and for normative documents.
///
/// *Why*: what was disclosed this year is among all that is disclosed.
///
/// *Basis*: the meaning of the two columns.
///
/// *Passes*: 6 of 40. *Fails*: 6 of 4.
pub const DISCLOSED_TOTAL: Rule = Rule {
    code: "P02",
    name: "disclosed-total",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2019),
    title: Text {
        zh: "规章、规范性文件：本年新公开数量 ≤ 对外公开总数量",
        en: "Rules and normative documents: newly disclosed ≤ total disclosed",
    },
    why: Text {
        zh: "本年新公开的也在对外公开的总数之内；总数更小，多半是总数填了别的口径。",
        en: "What was newly disclosed is among all that is disclosed; a smaller total mostly counts something else.",
    },
    basis: Text {
        zh: "表二“本年新公开数量”“对外公开总数量”的含义",
        en: "The meaning of the columns newly disclosed and total disclosed of table 2",
    },
    message: Text {
        zh: "「{at}」：{lesser}，大于{greater}，多 {gap}（{actual} 对 {expected}）。",
        en: "“{at}”: {lesser} is more than {greater}, by {gap} ({actual} against {expected}).",
    },
    hint: Text {
        zh: "核对对外公开总数量，应填到年底为止公开的全部件数。",
        en: "Check the total: it counts all that is disclosed at the year's end.",
    },
    passes: Example {
        text: Text { zh: "新公开 6 件，总数 40 件。", en: "6 newly disclosed, 40 in all." },
        case: "edition 2019",
    },
    fails: Example {
        text: Text { zh: "新公开 6 件，总数 4 件。", en: "6 newly disclosed, 4 in all." },
        case: "edition 2019\nproactive.normative_documents.total_disclosed = 4",
    },
    check: Check::Order(&[Order::Items {
        items: &[Item::Rules, Item::NormativeDocuments],
        lesser: &[ItemField::NewlyDisclosed],
        greater: &[ItemField::TotalDisclosed],
    }]),
};
