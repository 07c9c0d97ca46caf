//! C09: numbers written in an unusual way.

use super::listing::list_cells;
use crate::language::Text;
use crate::report::Manner;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: numbers are written in plain half-width digits.
///
/// *Why*: full-width digits, inner spaces, separators and Chinese numerals are read here, but not everywhere.
///
/// *Basis*: custom; nothing forbids them.
///
/// *Passes*: 1234. *Fails*: 1,234 or １２３４.
pub const UNUSUAL_WRITING: Rule = Rule {
    code: "C09",
    name: "unusual-writing",
    family: Family::Cells,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "全角数字、数字中有空格、千位分隔符、汉字数字",
        en: "Full-width digits, inner spaces, thousands separators, Chinese numerals",
    },
    why: Text {
        zh: "这里已照数字读取，但别的程序未必能读，汇总时会丢数。",
        en: "They were read as numbers here, but other programs may lose them.",
    },
    basis: Text { zh: "通行写法，并非禁止", en: "Custom; nothing forbids them" },
    message: Text {
        zh: "{table}有 {count} 格数字写法不常见，已照数字读取：{printed}。",
        en: "{table} writes {count} number(s) in an unusual way; they were read: {printed}.",
    },
    hint: Text {
        zh: "改用半角数字，不加空格和分隔符。",
        en: "Use plain digits without spaces or separators.",
    },
    passes: Example { text: Text { zh: "写作 12034。", en: "Written as 12034." }, case: "" },
    fails: Example {
        text: Text { zh: "写作 12,034。", en: "Written as 12,034." },
        case: "proactive.licences.decisions = 12034 separated",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&UNUSUAL_WRITING, facts, |_, figure| {
        figure.manners.iter().any(|manner| {
            matches!(manner, Manner::FullWidth | Manner::Spaced | Manner::Separated | Manner::Chinese)
        })
    })
}
