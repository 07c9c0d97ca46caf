//! Y03: the number of items at the end of 2019 and the one that 2020 starts from.

use super::Years;
use super::pair::Continuation;
use crate::language::Text;
use crate::report::form::{Cell, Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Family, Outcome, Rule, Severity};

/// *What it checks*: 上一年项目数量 is the year before's 上一年项目数量 with its 本年增/减.
///
/// *Why*: the catalogue that a year ends with is the one that the next starts with.
///
/// *Basis*: the meaning of the two columns; only 2019 and 2020 have them.
///
/// *Passes*: 117 + 3 = 120. *Fails*: 100 + 3 = 120.
pub const ITEMS_OVER: Rule = Rule {
    code: "Y03",
    name: "items-over-the-years",
    family: Family::Years,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2019),
    title: Text {
        zh: "上一年项目数量等于上年报告的项目数量加增减",
        en: "Last year's items are those of last year's report with its change",
    },
    why: Text {
        zh: "一年末的事项目录就是下一年开始时的目录；两份报告应当接得上。",
        en: "The catalogue that a year ends with is the one that the next starts with.",
    },
    basis: Text {
        zh: "表二“上一年项目数量”“本年增/减”的含义",
        en: "The meaning of the two columns of table 2",
    },
    message: Text {
        zh: "{at}：按 {earlier} 年报告（{sum}），{later} 年报告的上一年项目数量应为 {expected}，报告为 {actual}，{more} {gap}。",
        en: "{at}: by the {earlier} report ({sum}) the items that {later} starts from should be {expected}; the report says {actual}: {gap} {more}.",
    },
    hint: Text {
        zh: "对照上年报告核对；目录重新梳理、口径调整的，可不改。",
        en: "Compare with last year's report; where the catalogue was drawn up anew, leave it.",
    },
    passes: Example {
        text: Text { zh: "117 + 3 = 120。", en: "117 + 3 = 120." },
        case: "edition 2019\nand last year",
    },
    fails: Example {
        text: Text { zh: "100 + 3，却有 120。", en: "100 + 3, but 120." },
        case: "edition 2019\nand last year\nproactive.licences.prior_items = 100",
    },
    check: Check::Years(check),
};

const ITEMS: [Item; 5] = [Item::Licences, Item::OtherServices, Item::Penalties, Item::Compulsion, Item::Fees];

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &ITEMS_OVER;
    let cell = |item, field| Cell::Proactive(item, field);
    let edition = years.edition_of(cell(Item::Licences, ItemField::PriorItems));
    if !years.are_adjacent() || edition != Some(Edition::Y2019) {
        return Outcome::not_applicable(rule);
    }
    let outcome = |item: Item| {
        let before = |field| (years.earlier.worth(cell(item, field)), false);
        let continuation = Continuation {
            cell: cell(item, ItemField::PriorItems),
            terms: vec![before(ItemField::PriorItems), before(ItemField::ItemsChange)],
            parts: Vec::new(),
        };
        continuation.outcome(rule, item.key(), item.label().into(), years)
    };
    ITEMS.map(outcome).into()
}
