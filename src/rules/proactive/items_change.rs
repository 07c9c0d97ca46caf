//! P03: no more items can be given up than there were.

use crate::language::Text;
use crate::report::form::{Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Family, Order, Rule, Severity};

/// *What it checks*: items of last year + change ≥ 0, in every row that has the two columns.
///
/// *Why*: otherwise fewer than no items would be left.
///
/// *Basis*: the meaning of the two columns.
///
/// *Passes*: 24 − 1. *Fails*: 24 − 30.
pub const ITEMS_CHANGE: Rule = Rule {
    code: "P03",
    name: "items-change",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2019),
    title: Text {
        zh: "上一年项目数量 + 本年增/减 ≥ 0", en: "Items last year + change in items ≥ 0"
    },
    why: Text {
        zh: "减掉的项目不会比原有的多。", en: "No more items can be given up than there were."
    },
    basis: Text {
        zh: "表二“上一年项目数量”“本年增/减”的含义",
        en: "The meaning of the columns items last year and change of table 2",
    },
    message: Text {
        zh: "「{at}」：{greater} = {expected}，小于 {actual}。",
        en: "“{at}”: {greater} = {expected}, less than {actual}.",
    },
    hint: Text {
        zh: "核对上一年项目数量，以及本年增/减的正负号。",
        en: "Check the items of last year and the sign of the change.",
    },
    passes: Example {
        text: Text { zh: "上一年 24 项，本年 -1。", en: "24 items, a change of -1." },
        case: "edition 2019",
    },
    fails: Example {
        text: Text { zh: "上一年 24 项，本年 -30。", en: "24 items, a change of -30." },
        case: "edition 2019\nproactive.other_services.items_change = -30",
    },
    check: Check::Order(&[Order::Items {
        items: &[Item::Licences, Item::OtherServices, Item::Penalties, Item::Compulsion, Item::Fees],
        lesser: &[],
        greater: &[ItemField::PriorItems, ItemField::ItemsChange],
    }]),
};
