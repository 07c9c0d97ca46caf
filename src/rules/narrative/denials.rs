//! N10: the prose denies what the tables count.

use super::{contradiction, wording};
use crate::language::Text;
use crate::report::claim::Claim;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: where the prose says 未收到, 未发生 or 无, the cell is nought.
///
/// *Why*: one of the two cannot be true.
///
/// *Basis*: what the prose tells again has to be what the tables say.
///
/// *Passes*: 未发生行政诉讼 over noughts. *Fails*: the same over 3.
pub const DENIALS: Rule = Rule {
    code: "N10",
    name: "denied-yet-counted",
    family: Family::Narrative,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "正文说没有，表格却有数字",
        en: "The text says there was none, and the table counts some",
    },
    why: Text {
        zh: "“未收到”“未发生”与表格中大于 0 的数字不能同时成立。常见的原因是沿用了上一年的文字。",
        en: "“None” and a figure above 0 cannot both be true. Usually last year's words were left standing.",
    },
    basis: wording::BASIS,
    message: wording::DIFFERS,
    hint: Text {
        zh: "核对后改正正文或表格；如果正文只说其中一部分，请写明是哪一部分。",
        en: "Check and mend the text or the table; where the text speaks of a part only, say of which.",
    },
    passes: Example {
        text: Text {
            zh: "“未发生行政诉讼”，表四为 0。", en: "“未发生行政诉讼”, and table 4 has 0."
        },
        case: "text overview + 全年未发生因政府信息公开引起的行政诉讼。\ndisputes.suit_direct.* = 0\ndisputes.suit_after_reconsideration.* = 0",
    },
    fails: Example {
        text: Text {
            zh: "“未发生行政诉讼”，而表四有 1 + 2 件。",
            en: "“未发生行政诉讼”, but table 4 has 1 + 2.",
        },
        case: "text overview + 全年未发生因政府信息公开引起的行政诉讼。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &DENIALS;
    let is_meant = |claim: &Claim| claim.negated;
    contradiction::evaluate(rule, facts, is_meant, |claim, judged| {
        contradiction::finding(rule, claim, judged, facts)
    })
}
