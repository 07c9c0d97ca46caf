//! S01: the edition of a table is not plain.

use crate::language::Text;
use crate::report::EditionFound;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, Status};
use crate::sorted::Listed;

/// *What it checks*: tables 2 and 3 each follow one edition of the form, plainly.
///
/// *Why*: rows of two editions in one table belong to no form, and sums over them mean nothing for certain.
///
/// *Basis*: the two notices that publish the form.
///
/// *Passes*: the 2021 form throughout. *Fails*: a 2019 head over 2021 rows.
pub const EDITION_FOUND: Rule = Rule {
    code: "S01",
    name: "edition-not-plain",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "表格所用格式版本不明或混用",
        en: "The edition of the form is mixed or cannot be told",
    },
    why: Text {
        zh: "两版格式的行、栏不同，混用的表不属于任何一版，也不便比较和汇总。",
        en: "The two editions differ in rows and columns; a mixed table belongs to neither and cannot be compared or added up safely.",
    },
    basis: Text {
        zh: "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式",
        en: "The forms of notices [2019] No. 60 and [2021] No. 30",
    },
    message: Text {
        zh: "{table}同时带有 2019 版和 2021 版格式的特征。",
        en: "{table} has marks of both the 2019 and the 2021 form.",
    },
    hint: Text {
        zh: "按报告年度应用的一版格式重新制表：2021 年度起用 2021 版。",
        en: "Draw the table again on the form that the report year calls for: from 2021 on the 2021 form.",
    },
    passes: Example {
        text: Text { zh: "通篇使用 2021 版格式。", en: "The 2021 form throughout." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "2019 版表头下是 2021 版的行。", en: "A 2019 head over 2021 rows." },
        case: "editions.proactive = hybrid",
    },
    check: Check::Custom(check),
};

const NO_MARK: Text = Text {
    zh: "{table}没有可以辨别 2019 版还是 2021 版格式的特征。",
    en: "{table} has no mark that tells the 2019 from the 2021 form.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let editions = facts.report.editions;
    [(Sheet::Proactive, editions.proactive), (Sheet::Requests, editions.requests)]
        .into_iter()
        .map(|(sheet, found)| {
            let status = match found {
                None => Status::NotApplicable,
                Some(EditionFound::Plain(_)) => Status::Passed,
                Some(EditionFound::Hybrid) => {
                    Status::from(Some(finding(facts, sheet, EDITION_FOUND.message)))
                }
                Some(EditionFound::Unknown) => Status::from(Some(finding(facts, sheet, NO_MARK))),
            };
            Outcome::new(&EDITION_FOUND, Some(sheet.key().to_owned()), status)
        })
        .listed()
}

fn finding(facts: &Facts<'_>, sheet: Sheet, message: Text) -> Finding {
    Finding::of(&EDITION_FOUND, message.fill(&[("table", sheet.label().into())]))
        .at(sheet.key())
        .standing(sheet.place(facts))
}
