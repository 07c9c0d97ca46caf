//! S09: table 4 is missing.

use super::tables::{Stand, stand_of};
use crate::language::Text;
use crate::report::Statutory;
use crate::report::form::Section;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: table 4 stands, with noughts even where nobody sued.
///
/// *Why*: prose in its place cannot be checked, compared or added up.
///
/// *Basis*: Article 50 (3) of the Regulation and the form.
///
/// *Passes*: a table of noughts. *Fails*: a sentence that no case was brought.
pub const MISSING_DISPUTES: Rule = Rule {
    code: "S09",
    name: "missing-table-4",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "缺少表四（政府信息公开行政复议、行政诉讼情况）", en: "Table 4 is missing"
    },
    why: Text {
        zh: "即使没有发生复议、诉讼，也要保留表格并填 0；用文字代替，无法核对和汇总。",
        en: "Even where no case was brought the table stays and takes noughts; prose in its place cannot be checked or added up.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条第（三）项及年度报告格式",
        en: "Article 50 (3) of the Regulation and the form of the report",
    },
    message: Text {
        zh: "没有找到表四（政府信息公开行政复议、行政诉讼情况）。",
        en: "Table 4 was not found.",
    },
    hint: Text {
        zh: "按格式补上表格，没有发生的填 0。",
        en: "Add the table as the form has it, with 0 where nothing happened.",
    },
    passes: Example { text: Text { zh: "表格齐全。", en: "The table stands." }, case: "" },
    fails: Example {
        text: Text { zh: "没有这张表。", en: "The table is not there." },
        case: "- table disputes",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &MISSING_DISPUTES;
    match stand_of(facts, Statutory::Disputes, says_nothing_happened) {
        Stand::Cells => Outcome::whole(rule, None),
        Stand::HeadingOnly => Outcome::not_applicable(rule),
        Stand::Nothing => {
            let heading = facts.report.sections.iter().find(|found| found.section == Section::Disputes);
            let finding = Finding::of(rule, rule.message.into());
            Outcome::whole(rule, Some(finding.standing(heading.map(|found| found.place))))
        }
    }
}

/// Prose that stands in place of the table: 未发生行政复议、行政诉讼.
pub(super) fn says_nothing_happened(text: &str) -> bool {
    const NONE: [&str; 6] = ["未发生", "没有发生", "未收到", "没有收到", "未产生", "无行政复议"];
    (text.contains("复议") || text.contains("诉讼")) && NONE.iter().any(|none| text.contains(none))
}
