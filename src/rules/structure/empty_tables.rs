//! S11: a heading stands, but no grid of cells under it.

use super::tables::{Stand, stand_of, stands_of_articles};
use super::{missing_disputes, missing_requests};
use crate::language::Text;
use crate::report::Statutory;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, Status};
use crate::sorted::Listed;

/// *What it checks*: under the heading of a statutory table stands a grid of cells.
///
/// *Why*: a table published as a picture cannot be read by programs, nor by people who hear their screen.
///
/// *Basis*: the form is a table of figures.
///
/// *Passes*: a table. *Fails*: a picture of one.
pub const EMPTY_TABLES: Rule = Rule {
    code: "S11",
    name: "no-cells",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "有表格标题而没有单元格（可能是图片）",
        en: "A table's heading stands without cells under it (a picture?)",
    },
    why: Text {
        zh: "表格以图片公开，数字无法读取和核对，也不便于视障人士使用。",
        en: "A table published as a picture cannot be read or checked, nor used by people who cannot see it.",
    },
    basis: Text { zh: "年度报告格式为数据表格", en: "The form is a table of figures" },
    message: Text {
        zh: "找到{table}的标题，下面却没有可读的单元格，可能是图片；这一部分无法核对。",
        en: "The heading of {table} stands without readable cells under it, perhaps because it is a picture; it cannot be checked.",
    },
    hint: Text {
        zh: "用文字表格代替图片，或换一个带文字的文件（如 Word 原稿）再核对。",
        en: "Publish the table as text, or check a file that has it as text, such as the Word original.",
    },
    passes: Example { text: Text { zh: "表格可读。", en: "The tables can be read." }, case: "" },
    fails: Example {
        text: Text { zh: "表三是一张图片。", en: "Table 3 is a picture." },
        case: "table requests empty\npicture requests",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    Sheet::ALL
        .into_iter()
        .map(|sheet| {
            let stands = stands_of(facts, sheet);
            let status = if stands.contains(&Stand::HeadingOnly) {
                Status::from(Some(finding(facts, sheet)))
            } else if stands.contains(&Stand::Cells) {
                Status::Passed
            } else {
                Status::NotApplicable
            };
            Outcome::new(&EMPTY_TABLES, Some(sheet.key().to_owned()), status)
        })
        .listed()
}

fn stands_of(facts: &Facts<'_>, sheet: Sheet) -> Vec<Stand> {
    match sheet {
        Sheet::Proactive => stands_of_articles(facts).into_iter().map(|(_, stand)| stand).listed(),
        Sheet::Requests => {
            vec![stand_of(facts, Statutory::Requests, missing_requests::says_nothing_happened)]
        }
        Sheet::Disputes => {
            vec![stand_of(facts, Statutory::Disputes, missing_disputes::says_nothing_happened)]
        }
    }
}

fn finding(facts: &Facts<'_>, sheet: Sheet) -> Finding {
    Finding::of(&EMPTY_TABLES, EMPTY_TABLES.message.fill(&[("table", sheet.label().into())]))
        .at(sheet.key())
        .standing(sheet.place(facts))
}
