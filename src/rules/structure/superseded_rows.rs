//! S13: rows of the 2019 form in a later report.

use crate::language::{Sentence, Text};
use crate::report::EditionFound;
use crate::report::form::{Cell, Edition, Item};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: a report for 2021 or later has no row 政府集中采购 or 其他对外管理服务事项. Where the whole
/// table is the 2019 form, S02 speaks instead.
///
/// *Why*: the 2021 form dropped these rows.
///
/// *Basis*: notice 〔2021〕30号.
///
/// *Passes*: the rows of the 2021 form. *Fails*: 政府集中采购 under them.
pub const SUPERSEDED_ROWS: Rule = Rule {
    code: "S13",
    name: "superseded-rows",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "2021 年度起的报告里有 2019 版才有的行（政府集中采购、其他对外管理服务事项）",
        en: "A report for 2021 or later has rows of the 2019 form: procurement, other outward services",
    },
    why: Text {
        zh: "2021 版格式已经取消这些行，保留会使表格与格式不符。",
        en: "The 2021 form dropped these rows; with them the table is no longer the form.",
    },
    basis: Text {
        zh: "国办公开办函〔2021〕30号所附格式", en: "The form of notice [2021] No. 30"
    },
    message: Text {
        zh: "{year} 年度的表二还有 2019 版格式的行：{rows}。",
        en: "Table 2 for {year} still has rows of the 2019 form: {rows}.",
    },
    hint: Text { zh: "删去这些行。", en: "Take these rows out." },
    passes: Example {
        text: Text { zh: "只有 2021 版的行。", en: "The rows of the 2021 form alone." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "还有“政府集中采购”一行。", en: "Procurement still stands." },
        case: "proactive.procurement.project_count = 3\nproactive.procurement.amount = 12",
    },
    check: Check::Custom(check),
};

const ROWS: [Item; 2] = [Item::OtherServices, Item::Procurement];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SUPERSEDED_ROWS;
    let is_old_table = facts.report.editions.proactive == Some(EditionFound::Plain(Edition::Y2019));
    let year = facts.report.year.as_ref().map(|year| year.value);
    let Some(year) = year.filter(|year| Edition::of_year(*year) == Edition::Y2021 && !is_old_table) else {
        return Outcome::not_applicable(rule);
    };
    if facts.presence.items.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let rows: Vec<Item> = ROWS.into_iter().filter(|item| facts.presence.items.contains(item)).listed();
    let finding = (!rows.is_empty()).then(|| {
        let named = Sentence::list(rows.iter().map(|item| item.label().into()));
        let message = rule.message.fill(&[("year", Sentence::same(year)), ("rows", named)]);
        let cells = facts.report.figures.keys().copied();
        let cells = cells.filter(|cell| matches!(cell, Cell::Proactive(item, _) if rows.contains(item)));
        Finding::of(rule, message).about(facts.report, cells.map(|cell| (cell, Role::Part)))
    });
    Outcome::whole(rule, finding)
}
