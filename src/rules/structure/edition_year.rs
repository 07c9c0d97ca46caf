//! S02: the form of another year.

use crate::language::{Sentence, Text};
use crate::report::EditionFound;
use crate::report::form::Edition;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, wording};
use crate::sorted::Listed;

/// *What it checks*: reports for 2019 and 2020 stand on the 2019 form, later ones on the 2021 form; and both tables
/// on the same.
///
/// *Why*: a superseded form leaves out what the newer one asks for.
///
/// *Basis*: the two notices that publish the form.
///
/// *Passes*: 2024 on the 2021 form. *Fails*: a 2021 table 2 beside a table 3 with one row （六）.
pub const EDITION_YEAR: Rule = Rule {
    code: "S02",
    name: "edition-of-another-year",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "格式版本与报告年度不符", en: "The edition of the form does not fit the report year"
    },
    why: Text {
        zh: "2021 年度起应用 2021 版格式；沿用旧格式会缺少新要求的内容，也不便汇总。",
        en: "From 2021 on the 2021 form applies; a superseded form leaves out what is now asked for, and cannot be added up.",
    },
    basis: Text {
        zh: "国办公开办函〔2019〕60号（2019、2020 年度）、国办公开办函〔2021〕30号（2021 年度起）",
        en: "Notice [2019] No. 60 (2019 and 2020) and notice [2021] No. 30 (from 2021 on)",
    },
    message: Text {
        zh: "{year} 年度应用{wanted}，而{tables}。",
        en: "The report for {year} calls for the {wanted}, but {tables}.",
    },
    hint: Text {
        zh: "换用报告年度对应的格式重新制表。",
        en: "Draw the tables again on the form that the report year calls for.",
    },
    passes: Example {
        text: Text { zh: "2024 年度用 2021 版格式。", en: "2024 on the 2021 form." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "2023 年度还用 2019 版格式。", en: "2023 still on the 2019 form." },
        case: "edition 2019\nyear = 2023",
    },
    check: Check::Custom(check),
};

const FOLLOWS: Text = Text { zh: "{table}用的是{edition}", en: "{table} follows the {edition}" };

const DIFFERENT: Text = Text {
    zh: "两张表格式不一致：{tables}。",
    en: "The two tables follow different forms: {tables}.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &EDITION_YEAR;
    let editions = facts.report.editions;
    let plain: Vec<(Sheet, Edition)> =
        [(Sheet::Proactive, editions.proactive), (Sheet::Requests, editions.requests)]
            .into_iter()
            .filter_map(|(sheet, found)| Some((sheet, found.and_then(EditionFound::plain)?)))
            .listed();
    let Some((first, edition)) = plain.first().copied() else {
        return Outcome::not_applicable(rule);
    };
    let message = match facts.report.year.as_ref().map(|year| year.value) {
        Some(year) => {
            let wanted = Edition::of_year(year);
            let wrong: Vec<_> = plain.iter().copied().filter(|(_, edition)| *edition != wanted).listed();
            (!wrong.is_empty()).then(|| {
                rule.message.fill(&[
                    ("year", Sentence::same(year)),
                    ("wanted", wanted.label().into()),
                    ("tables", named(&wrong)),
                ])
            })
        }
        None => {
            let differ = plain.iter().any(|(_, other)| *other != edition);
            differ.then(|| DIFFERENT.fill(&[("tables", named(&plain))]))
        }
    };
    let finding = message.map(|message| Finding::of(rule, message).standing(first.place(facts)));
    Outcome::whole(rule, finding)
}

fn named(tables: &[(Sheet, Edition)]) -> Sentence {
    let named = tables.iter().map(|(sheet, edition)| {
        FOLLOWS.fill(&[("table", sheet.label().into()), ("edition", edition.label().into())])
    });
    Sentence::joined(named, wording::COMMA)
}
