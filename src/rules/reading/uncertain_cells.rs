//! E03: cells that were named by their position or by a guess.

use crate::language::{Sentence, Text};
use crate::report::Certainty;
use crate::report::form::Cell;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};
use crate::sorted::Listed;

/// *What it checks*: every cell was named by the words of its row and column.
///
/// *Why*: where the words were lost the form's fixed order is the only key, and a figure may sit one line off.
///
/// *Basis*: the form's fixed order of rows and columns.
///
/// *Passes*: labels throughout. *Fails*: a row of seven numbers without a label.
pub const UNCERTAIN_CELLS: Rule = Rule {
    code: "E03",
    name: "read-by-position",
    family: Family::Reading,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "有单元格按位置或推测识别", en: "Cells were read by position or by a guess"
    },
    why: Text {
        zh: "行名或栏名丢失时，只能按格式的固定次序对位；有关的结论请先核对识别结果。",
        en: "Where row or column names were lost, only the form's fixed order was left; check the reading before believing what rests on it.",
    },
    basis: Text { zh: "格式规定的行、栏次序", en: "The form's fixed order of rows and columns" },
    message: Text {
        zh: "有 {count} 格的行名或栏名不全，按位置或推测识别：{cells}。",
        en: "{count} cell(s) were read by position or by a guess, their names being incomplete: {cells}.",
    },
    hint: Text {
        zh: "对照原文核对这些格；文件补全行名、栏名后再核对更稳妥。",
        en: "Compare these cells with the source; a file with complete row and column names is safer.",
    },
    passes: Example {
        text: Text { zh: "行名、栏名齐全。", en: "Every row and column is named." }, case: ""
    },
    fails: Example {
        text: Text { zh: "一行只有七个数字。", en: "A row of seven numbers alone." },
        case: "requests.denied_state_secret.* = 0 position",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &UNCERTAIN_CELLS;
    if facts.report.figures.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let uncertain = facts.report.figures.iter().filter(|(_, figure)| figure.certainty != Certainty::Label);
    let cells: Vec<Cell> = uncertain.map(|(cell, _)| *cell).listed();
    let finding = (!cells.is_empty()).then(|| {
        let count = Sentence::same(cells.len());
        let message = rule.message.fill(&[("count", count), ("cells", wording::cells(&cells))]);
        Finding::of(rule, message).about(facts.report, cells.iter().map(|cell| (*cell, Role::Part)))
    });
    Outcome::whole(rule, finding)
}
