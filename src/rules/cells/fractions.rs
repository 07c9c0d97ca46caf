//! C05: counts with a fraction.

use super::listing::list_cells;
use crate::language::Text;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: no count has a fraction; amounts of money may.
///
/// *Why*: there are no half requests.
///
/// *Basis*: the meaning of the columns.
///
/// *Passes*: an amount of 123.45. *Fails*: 8.1 requests.
pub const FRACTIONS: Rule = Rule {
    code: "C05",
    name: "fractional-count",
    family: Family::Cells,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text { zh: "件数带小数", en: "A count has a fraction" },
    why: Text {
        zh: "件数是整数；带小数多半是点号误入、单位不对或两数相连。",
        en: "Counts are whole; a fraction is mostly a stray dot, a wrong unit, or two numbers run together.",
    },
    basis: Text { zh: "各栏的含义：件数、项数", en: "The meaning of the columns: counts" },
    message: Text {
        zh: "{table}有 {count} 格件数带小数：{printed}。",
        en: "{table} has {count} count(s) with a fraction: {printed}.",
    },
    hint: Text { zh: "核对后改为整数。", en: "Check and write a whole number." },
    passes: Example {
        text: Text {
            zh: "收费金额 123.45 万元可以带小数。", en: "Fees of 123.45 may have a fraction."
        },
        case: "proactive.fees.amount_wan_yuan = 123.45",
    },
    fails: Example {
        text: Text { zh: "行政处罚 81.1 件。", en: "81.1 penalties." },
        case: "proactive.penalties.decisions = 81.1",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&FRACTIONS, facts, |cell, figure| {
        !cell.is_amount() && figure.number().is_some_and(|number| number.to_whole().is_none())
    })
}
