//! E01: nothing of such a report was recognised.

use super::no_text::is_picture_only;
use crate::language::Text;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, is_such_a_report,
};

/// *What it checks*: something of the form was found: a cell, a table, or headings.
///
/// *Why*: a text in which nothing was found has not been checked, and is neither right nor wrong.
///
/// *Basis*: the form.
///
/// *Passes*: a report. *Fails*: a menu.
pub const NOT_A_REPORT: Rule = Rule {
    code: "E01",
    name: "not-a-report",
    family: Family::Reading,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text { zh: "没有识别出年度报告的内容", en: "Nothing of such a report was recognised" },
    why: Text {
        zh: "没有找到报告的各部分和表格，等于没有核对，不能说对或不对。",
        en: "Without sections or tables nothing was checked: the text is neither right nor wrong.",
    },
    basis: Text {
        zh: "政府信息公开工作年度报告格式",
        en: "The form of the annual report on government information disclosure",
    },
    message: Text {
        zh: "没有找到政府信息公开工作年度报告的各部分或表格。",
        en: "Neither the sections nor the tables of an annual report on government information disclosure were found.",
    },
    hint: Text {
        zh: "确认文件是年度报告；如果是网页，请连同表格一起保存或复制。",
        en: "Make sure that the file is an annual report; if it is a web page, save or copy it with its tables.",
    },
    passes: Example {
        text: Text { zh: "是一份年度报告。", en: "It is an annual report." }, case: ""
    },
    fails: Example {
        text: Text { zh: "是一份食堂菜单。", en: "It is a canteen's menu." }, case: "nothing"
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &NOT_A_REPORT;
    if facts.unread.is_some() || is_picture_only(facts) {
        return Outcome::not_applicable(rule);
    }
    let is_missing = !is_such_a_report(facts.report);
    Outcome::whole(rule, is_missing.then(|| Finding::of(rule, rule.message.into())))
}
