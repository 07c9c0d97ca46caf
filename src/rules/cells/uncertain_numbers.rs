//! C08: two numbers in one cell, leading noughts.

use super::listing::list_cells;
use crate::language::Text;
use crate::report::Manner;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: a cell holds one number, without leading noughts.
///
/// *Why*: of two numbers nobody knows which one counts; a leading nought is mostly a slip or a lost digit.
///
/// *Basis*: the form's cells take one figure each.
///
/// *Passes*: 7. *Fails*: 007, 3 4.
pub const UNCERTAIN_NUMBERS: Rule = Rule {
    code: "C08",
    name: "uncertain-number",
    family: Family::Cells,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "一格两数或数字前有多余的 0", en: "Two numbers in one cell, or leading noughts"
    },
    why: Text {
        zh: "一格两数，不知道以哪个为准；数字前多出的 0 多半是误敲或丢了一位。",
        en: "Of two numbers nobody knows which one counts; a leading nought is mostly a slip or a lost digit.",
    },
    basis: Text { zh: "表格每格填写一个数字", en: "Every cell of the form takes one figure" },
    message: Text {
        zh: "{table}有 {count} 格的数字不确定：{printed}。",
        en: "{table} has {count} cell(s) with an uncertain number: {printed}.",
    },
    hint: Text { zh: "核对后每格只写一个数字。", en: "Check and write one number in each cell." },
    passes: Example { text: Text { zh: "写作 7。", en: "Written as 7." }, case: "" },
    fails: Example {
        text: Text { zh: "写作 007。", en: "Written as 007." },
        case: "proactive.compulsion.decisions = 007 leading-zeros",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&UNCERTAIN_NUMBERS, facts, |_, figure| {
        figure.manners.iter().any(|manner| matches!(manner, Manner::Several | Manner::LeadingZeros))
    })
}
