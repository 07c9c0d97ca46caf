//! S06: a section or a table stands twice.

use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::report::Statutory;
use crate::report::form::Section;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};
use crate::sorted::{self, Listed};

/// *What it checks*: every section and every statutory table stands once.
///
/// *Why*: of two tables nobody knows which one counts; two reports in one document were probably pasted together.
///
/// *Basis*: the form.
///
/// *Passes*: each once. *Fails*: table 3 twice.
pub const DOUBLES: Rule = Rule {
    code: "S06",
    name: "stands-twice",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "部分或表格出现两次，或一个文件里有两份报告",
        en: "A section or a table stands twice, or two reports stand in one document",
    },
    why: Text {
        zh: "出现两次，不知道以哪个为准；这里只核对其中一份。",
        en: "Of two nobody knows which one counts; only one of them is checked here.",
    },
    basis: Text {
        zh: "年度报告格式：六个部分、三张表各一",
        en: "The form: six sections and three tables, each once",
    },
    message: Text { zh: "出现不止一次：{doubles}。", en: "More than once: {doubles}." },
    hint: Text {
        zh: "删去多余的；如果是两份报告，请分成两个文件。",
        en: "Take out what is too much; put two reports into two files.",
    },
    passes: Example { text: Text { zh: "各出现一次。", en: "Each stands once." }, case: "" },
    fails: Example {
        text: Text { zh: "表三出现两次。", en: "Table 3 stands twice." },
        case: "table requests again",
    },
    check: Check::Custom(check),
};

const TWO_REPORTS: Text = Text {
    zh: "文件里像有两份报告：{doubles}都出现不止一次。",
    en: "Two reports seem to stand in this document: {doubles} stand more than once.",
};

/// So many sections twice make two reports.
const REPORT: usize = 3;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &DOUBLES;
    let sections: Vec<(Sentence, Place)> = Section::ALL
        .into_iter()
        .filter_map(|section| {
            let mut found = facts.report.sections.iter().filter(|found| found.section == section);
            Some((section.numbered_label().into(), found.nth(1)?.place))
        })
        .listed();
    let mut tables: Vec<Statutory> = facts.report.tables.iter().map(|found| found.table).listed();
    sorted::sort(&mut tables);
    tables.dedup();
    let tables = tables.into_iter().filter_map(|table| {
        let mut found = facts.report.tables.iter().filter(|found| found.table == table && found.has_cells);
        let label = match table {
            Statutory::Proactive(article) => article.label(),
            Statutory::Requests => Sheet::Requests.label(),
            Statutory::Disputes => Sheet::Disputes.label(),
        };
        Some((Sentence::from(label), found.nth(1)?.place))
    });
    let text = if sections.len() >= REPORT { TWO_REPORTS } else { rule.message };
    let doubles: Vec<(Sentence, Place)> = sections.into_iter().chain(tables).listed();
    let finding = doubles.first().map(|(_, place)| {
        let names = Sentence::list(doubles.iter().map(|(name, _)| name.clone()));
        Finding::of(rule, text.fill(&[("doubles", names)])).standing(Some(*place))
    });
    Outcome::whole(rule, finding)
}
