//! Y02: the stock of rules and normative documents.

use super::Years;
use super::pair::Continuation;
use crate::language::Text;
use crate::report::form::{Cell, Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Family, Outcome, Rule, Severity};

/// *What it checks*: what is in force is what was in force a year before, with what was issued and without what was
/// repealed.
///
/// *Why*: the year's issues and repeals are what changes the stock.
///
/// *Basis*: the meaning of the three columns; lapse by term, amendment and transfer are lawful exceptions.
///
/// *Passes*: 37 + 5 - 2 = 40. *Fails*: 30 + 5 - 2 = 40.
pub const STOCK_OVER: Rule = Rule {
    code: "Y02",
    name: "stock-over-the-years",
    family: Family::Years,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "现行有效件数等于上年现行有效加本年制发减本年废止",
        en: "What is in force is last year's stock, plus issued, minus repealed",
    },
    why: Text {
        zh: "规章和规范性文件的存量由本年制发和废止改变；接不上，往往是某一年漏填或把累计数当成了当年数。",
        en: "Issues and repeals are what changes the stock; where it does not join, a year was left out or a running total stands for the year's figure.",
    },
    basis: Text {
        zh: "表二“本年制发件数”“本年废止件数”“现行有效件数”的含义",
        en: "The meaning of the three columns of table 2",
    },
    message: Text {
        zh: "{at}：按 {earlier} 年的现行有效件数和 {later} 年的制发、废止推算（{sum}），应为 {expected} 件，报告为 {actual} 件，{more} {gap} 件。",
        en: "{at}: by what was in force in {earlier} and what {later} issued and repealed ({sum}) it should be {expected}; the report says {actual}: {gap} {more}.",
    },
    hint: Text {
        zh: "核对三个数字；到期失效、修改后重新公布、机构改革划转、统计口径调整不计入制发和废止的，可不改。",
        en: "Check the three figures; lapse by term, amendment and new publication, transfers and another way of counting are none of the three, and explain a difference.",
    },
    passes: Example {
        text: Text { zh: "37 + 5 - 2 = 40。", en: "37 + 5 - 2 = 40." }, case: "and last year"
    },
    fails: Example {
        text: Text { zh: "30 + 5 - 2，却有 40。", en: "30 + 5 - 2, but 40." },
        case: "and last year\nproactive.normative_documents.in_force = 30",
    },
    check: Check::Years(check),
};

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &STOCK_OVER;
    let of_2021 = |item| years.edition_of(Cell::Proactive(item, ItemField::InForce)) == Some(Edition::Y2021);
    if !years.are_adjacent() || !of_2021(Item::Rules) {
        return Outcome::not_applicable(rule);
    }
    let outcome = |item: Item| {
        let cell = |field| Cell::Proactive(item, field);
        let continuation = Continuation {
            cell: cell(ItemField::InForce),
            terms: vec![
                (years.earlier.worth(cell(ItemField::InForce)), false),
                (years.later.worth(cell(ItemField::Issued)), false),
                (years.later.worth(cell(ItemField::Repealed)), true),
            ],
            parts: vec![cell(ItemField::Issued), cell(ItemField::Repealed)],
        };
        continuation.outcome(rule, item.key(), item.label().into(), years)
    };
    [Item::Rules, Item::NormativeDocuments].map(outcome).into()
}
