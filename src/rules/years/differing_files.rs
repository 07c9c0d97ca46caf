//! Y08: two files for one organ and year that differ.

use super::Years;
use crate::language::{Sentence, Text};
use crate::report::form::Cell;
use crate::rules::{Check, Editions, Example, Family, Finding, Outcome, Role, Rule, Severity, wording};

/// *What it checks*: two files of one organ and year have the same figures, as far as both are known for certain.
///
/// *Why*: one of them is an older draft, or another scope.
///
/// *Basis*: an organ has one report a year.
///
/// *Passes*: the same figures in a page and in a document. *Fails*: 220 in one and 202 in the other.
pub const DIFFERING_FILES: Rule = Rule {
    code: "Y08",
    name: "differing-files",
    family: Family::Years,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "同一机关同一年的两份文件数字不同",
        en: "Two files for one organ and year that differ",
    },
    why: Text {
        zh: "网页和附件、初稿和定稿不一致，读者不知道以哪份为准；也可能一份只是本级机关自己的报告。",
        en: "A page and its attachment, or a draft and the final text, that differ leave readers without an answer; or one is the organ's own report alone.",
    },
    basis: Text {
        zh: "《政府信息公开条例》第四十九条：一年一份年度报告",
        en: "Article 49 of the Regulations",
    },
    message: Text {
        zh: "{later} 年的两份文件有 {count} 格数字不同：{cells}。",
        en: "The two files for {later} differ in {count} cells: {cells}.",
    },
    hint: Text {
        zh: "以定稿为准，更正或撤下另一份；统计范围不同的，在标题中写明。",
        en: "Correct or take down the one that is not final; where their scope differs, say so in the title.",
    },
    passes: Example {
        text: Text { zh: "网页与附件数字相同。", en: "The page and its attachment agree." },
        case: "and another file",
    },
    fails: Example {
        text: Text { zh: "一份 220 件，另一份 202 件。", en: "220 in one, 202 in the other." },
        case: "and another file\nrequests.new_received.total = 202",
    },
    check: Check::Years(check),
};

const CHANGE: Text = Text { zh: "{cell} {before} / {now}", en: "{cell} {before} / {now}" };

/// How many differences are written out.
const WRITTEN_OUT: usize = 6;

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &DIFFERING_FILES;
    if years.apart() != Some(0) {
        return Outcome::not_applicable(rule);
    }
    let differing: Vec<(Cell, Sentence)> = years
        .later
        .cells()
        .filter_map(|cell| {
            let before = years.earlier.worth(cell).certainly()?;
            let now = years.later.worth(cell).certainly()?;
            (before != now).then(|| {
                let values = [
                    ("cell", cell.label()),
                    ("before", Sentence::same(before)),
                    ("now", Sentence::same(now)),
                ];
                (cell, CHANGE.fill(&values))
            })
        })
        .collect();
    let finding = (!differing.is_empty()).then(|| {
        let mut words: Vec<Sentence> =
            differing.iter().map(|(_, words)| words.clone()).take(WRITTEN_OUT).collect();
        words.extend((differing.len() > WRITTEN_OUT).then(|| wording::MORE.into()));
        let [_, later] = years.names();
        let count = ("count", Sentence::same(differing.len()));
        let message = rule.message.fill(&[later, count, ("cells", Sentence::list(words))]);
        let roles = differing.iter().map(|(cell, _)| (*cell, Role::Part)).collect();
        years.later.about(Finding::of(rule, message), roles)
    });
    Outcome::whole(rule, finding)
}
