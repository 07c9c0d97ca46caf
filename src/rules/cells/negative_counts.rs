//! C04: negative counts.

use super::listing::list_cells;
use crate::language::Text;
use crate::report::form::{Cell, ItemField};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: no count is below nought; 本年增/减 of the 2019 form may be.
///
/// *Why*: requests, cases and decisions are counted; there are no fewer than none.
///
/// *Basis*: the meaning of the columns.
///
/// *Passes*: a change of -1 in 本年增/减. *Fails*: -3 requests.
pub const NEGATIVE_COUNTS: Rule = Rule {
    code: "C04",
    name: "negative-count",
    family: Family::Cells,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text { zh: "件数为负", en: "A count is negative" },
    why: Text {
        zh: "件数最少是 0；只有 2019 版表二的“本年增/减”可以是负数。",
        en: "A count is at least 0; only the yearly change of items in the 2019 form may be negative.",
    },
    basis: Text { zh: "各栏的含义：件数、项数", en: "The meaning of the columns: counts" },
    message: Text {
        zh: "{table}有 {count} 格件数为负：{printed}。",
        en: "{table} has {count} negative count(s): {printed}.",
    },
    hint: Text {
        zh: "核对后改为不小于 0 的数字。", en: "Check and write a number that is not below 0."
    },
    passes: Example {
        text: Text {
            zh: "“本年增/减”写 -1 或“减4”。", en: "A change of items of -1, or 减4 in words."
        },
        case: "edition 2019\nproactive.licences.items_change = -4 word-sign",
    },
    fails: Example {
        text: Text { zh: "上年结转写成 -3。", en: "-3 requests carried in." },
        case: "requests.carried_in.natural_person = -3",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&NEGATIVE_COUNTS, facts, |cell, figure| {
        let may_be_negative = matches!(cell, Cell::Proactive(_, ItemField::ItemsChange)) || cell.is_amount();
        !may_be_negative && figure.number().is_some_and(|number| number.is_negative())
    })
}
