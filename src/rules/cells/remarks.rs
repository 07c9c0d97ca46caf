//! C06: a unit or a remark inside a number cell.

use super::listing::list_cells;
use crate::language::Text;
use crate::rules::cells::fee_unit::is_fee_in_yuan;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: number cells hold the number alone; a fee in 元 under a column in 万元 is C07's.
///
/// *Why*: the number is read all the same, but not by every program that adds these reports up.
///
/// *Basis*: the form's cells are counts and amounts.
///
/// *Passes*: 12. *Fails*: 12件, 22（其中修订 16 件）.
pub const REMARKS: Rule = Rule {
    code: "C06",
    name: "remark-in-cell",
    family: Family::Cells,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text { zh: "数字格里带有单位或说明", en: "A unit or a remark inside a number cell" },
    why: Text {
        zh: "数字照样读出，但汇总时容易出错；说明文字宜写在正文里。",
        en: "The number is read all the same, but adding reports up goes wrong more easily; remarks belong in the prose.",
    },
    basis: Text { zh: "表格各栏填写件数或金额", en: "The form's cells take counts and amounts" },
    message: Text {
        zh: "{table}有 {count} 格带有单位或说明，已按其中的数字读取：{printed}。",
        en: "{table} has a unit or a remark in {count} cell(s); their numbers were read: {printed}.",
    },
    hint: Text {
        zh: "件数只写数字，说明移到正文；2019 版的采购总金额没有印单位，写明单位也可以。",
        en: "Write counts as numbers alone and move remarks to the prose; the procurement amount of the 2019 form, which prints no unit, may keep its unit.",
    },
    passes: Example { text: Text { zh: "只写数字。", en: "Numbers alone." }, case: "" },
    fails: Example {
        text: Text {
            zh: "规范性文件写“22（其中修订 16 件）”。",
            en: "Normative documents as 22 with a remark in brackets.",
        },
        case: "proactive.normative_documents.issued = 22 remark 其中修订16件",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&REMARKS, facts, |cell, figure| {
        (figure.unit.is_some() || figure.remark.is_some()) && !is_fee_in_yuan(cell, figure)
    })
}
