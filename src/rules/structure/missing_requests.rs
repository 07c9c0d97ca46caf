//! S08: table 3 is missing.

use super::tables::{Stand, stand_of};
use crate::language::Text;
use crate::report::Statutory;
use crate::report::form::Section;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: table 3 stands, with noughts even where nobody applied.
///
/// *Why*: prose in its place cannot be checked, compared or added up.
///
/// *Basis*: Article 50 (2) of the Regulation and the form.
///
/// *Passes*: a table of noughts. *Fails*: a sentence that no request came in.
pub const MISSING_REQUESTS: Rule = Rule {
    code: "S08",
    name: "missing-table-3",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "缺少表三（收到和处理政府信息公开申请情况）", en: "Table 3 is missing"
    },
    why: Text {
        zh: "即使没有收到申请，也要保留表格并填 0；用文字代替，无法核对和汇总。",
        en: "Even where no request came in the table stays and takes noughts; prose in its place cannot be checked or added up.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条第（二）项及年度报告格式",
        en: "Article 50 (2) of the Regulation and the form of the report",
    },
    message: Text {
        zh: "没有找到表三（收到和处理政府信息公开申请情况）。", en: "Table 3 was not found."
    },
    hint: Text {
        zh: "按格式补上表格，没有发生的填 0。",
        en: "Add the table as the form has it, with 0 where nothing happened.",
    },
    passes: Example { text: Text { zh: "表格齐全。", en: "The table stands." }, case: "" },
    fails: Example {
        text: Text { zh: "没有这张表。", en: "The table is not there." },
        case: "- table requests",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &MISSING_REQUESTS;
    match stand_of(facts, Statutory::Requests, says_nothing_happened) {
        Stand::Cells => Outcome::whole(rule, None),
        Stand::HeadingOnly => Outcome::not_applicable(rule),
        Stand::Nothing => {
            let heading = facts.report.sections.iter().find(|found| found.section == Section::Requests);
            let finding = Finding::of(rule, rule.message.into());
            Outcome::whole(rule, Some(finding.standing(heading.map(|found| found.place))))
        }
    }
}

/// Prose that stands in place of the table: 未收到政府信息公开申请.
pub(super) fn says_nothing_happened(text: &str) -> bool {
    const NONE: [&str; 7] =
        ["未收到", "没有收到", "未接到", "没有接到", "未受理", "没有受理", "无政府信息公开申请"];
    text.contains("申请") && NONE.iter().any(|none| text.contains(none))
}
