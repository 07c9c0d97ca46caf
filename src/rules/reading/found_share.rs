//! E02: too few cells of a table were found.

use crate::language::{Sentence, Text};
use crate::report::form::Cell;
use crate::rules::sheet::{Sheet, each_sheet};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: at least 60 of 100 cells of each statutory table that stands were found; a blank, a stroke or
/// a 无 that stands in its place is found.
///
/// *Why*: what was mostly not found has not been checked.
///
/// *Basis*: the number of cells of the form: 161 or 175 in table 3, 15 in table 4.
///
/// *Passes*: all 175. *Fails*: 21 of 175.
pub const FOUND_SHARE: Rule = Rule {
    code: "E02",
    name: "too-few-cells-found",
    family: Family::Reading,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "表格找到的单元格不足六成", en: "Less than 60 % of a table's cells were found"
    },
    why: Text {
        zh: "大部分单元格没有找到，等于没有核对；可能是表格结构在转换中丢失，也可能缺行缺栏。",
        en: "What was mostly not found has not been checked: the table's structure may have been lost on the way, or rows and columns are missing.",
    },
    basis: Text {
        zh: "格式的单元格数：表三 161 或 175 格，表四 15 格",
        en: "The form's cells: 161 or 175 in table 3, 15 in table 4",
    },
    message: Text {
        zh: "{table}应有 {all} 格，只找到 {found} 格，无法核对。",
        en: "{table} should have {all} cells, but only {found} were found; it cannot be checked.",
    },
    hint: Text {
        zh: "换一个保留表格结构的文件（如 Word 原稿或网页）再核对；确实缺行缺栏的，按格式补齐。",
        en: "Check a file that keeps the table's structure, such as the Word original or the web page; add rows and columns that are really missing.",
    },
    passes: Example { text: Text { zh: "全部找到。", en: "All were found." }, case: "" },
    fails: Example {
        text: Text { zh: "表四只找到一组。", en: "Only one track of table 4 was found." },
        case: "- disputes.suit_direct\n- disputes.suit_after_reconsideration",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &FOUND_SHARE;
    each_sheet(rule, facts, |sheet| {
        let (found, all) = share(facts, sheet);
        is_short(facts, sheet).then(|| {
            let message = rule.message.fill(&[
                ("table", sheet.label().into()),
                ("all", Sentence::same(all)),
                ("found", Sentence::same(found)),
            ]);
            Finding::of(rule, message).at(sheet.key()).standing(sheet.place(facts))
        })
    })
}

/// True where so few cells of the table were found that nothing can be said of what is missing.
pub(in crate::rules) fn is_short(facts: &Facts<'_>, sheet: Sheet) -> bool {
    let (found, all) = share(facts, sheet);
    found * 100 < all * 60
}

/// The cells of the form that were found, and all of them; of table 2 only those of the sub-tables that stand.
fn share(facts: &Facts<'_>, sheet: Sheet) -> (usize, usize) {
    let presence = &facts.presence;
    let cells = match sheet {
        Sheet::Proactive => {
            let mut cells = Cell::of_table_2(presence.proactive);
            let stands = |cell: &Cell| matches!(cell, Cell::Proactive(item, _) if presence.articles.contains(&item.article()));
            cells.retain(stands);
            cells
        }
        Sheet::Requests => Cell::of_table_3(presence.requests),
        Sheet::Disputes => Cell::of_table_4(),
    };
    let found = cells.iter().filter(|cell| facts.report.figures.contains_key(cell)).count();
    (found, cells.len())
}
