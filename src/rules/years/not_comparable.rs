//! Y09: what the two forms do not let be compared.

use super::Years;
use crate::language::{Sentence, Text};
use crate::report::form::{Cell, Item, ItemField};
use crate::rules::extract::NEW_TOTAL;
use crate::rules::{Check, Editions, Example, Family, Finding, Outcome, Rule, Severity, Status};

/// *What it checks*: both years' tables are of one edition. Where they are not, it names what was not compared.
///
/// *Why*: a column of one form is not the same as the column of the other that looks like it; their difference says
/// nothing.
///
/// *Basis*: the two forms.
///
/// *Passes*: 2023 and 2024. *Fails*: 2020 on the form of 2019 and 2021 on the form of 2021.
pub const NOT_COMPARABLE: Rule = Rule {
    code: "Y09",
    name: "not-comparable",
    family: Family::Years,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "两年格式不同，部分数字不可比", en: "Two forms: some figures cannot be compared"
    },
    why: Text {
        zh: "2021 版格式改了表二的栏目和表三的其他处理；看似相同的栏目含义不同，相减没有意义。",
        en: "The form of 2021 has other columns in table 2 and other rows in table 3; what looks alike means something else.",
    },
    basis: Text {
        zh: "国办公开办函〔2019〕60号、〔2021〕30号两版格式", en: "The forms of 2019 and 2021"
    },
    message: Text {
        zh: "{earlier} 年与 {later} 年的格式不同，没有比较的有：{what}。",
        en: "The forms of {earlier} and {later} differ; not compared: {what}.",
    },
    hint: Text { zh: "不需要改动。", en: "Nothing to do." },
    passes: Example {
        text: Text { zh: "两年都是 2021 版。", en: "Both on the form of 2021." },
        case: "and last year",
    },
    fails: Example {
        text: Text {
            zh: "2020 年用 2019 版，2021 年用 2021 版。",
            en: "2020 on the form of 2019, 2021 on that of 2021.",
        },
        case: "year = 2021\nand last year\nedition 2019",
    },
    check: Check::Years(check),
};

/// Pairs of columns that look alike, and what only one form has.
const PROACTIVE: Text = Text {
    zh: "对外公开总数量与现行有效件数、上一年项目数量和本年增减（只有 2019 版有）、收费项目数与收费金额、政府集中采购（只有 2019 版有）",
    en: "the total disclosed and what is in force, items and their change (2019 only), fee items and fee amounts, procurement (2019 only)",
};
const REQUESTS: Text = Text {
    zh: "其他处理的三个分项（只有 2021 版有，比较时相加）",
    en: "the three rows of other outcomes (2021 only; their sum is compared)",
};

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &NOT_COMPARABLE;
    if !years.are_adjacent() {
        return Outcome::not_applicable(rule);
    }
    let stock = Cell::Proactive(Item::Rules, ItemField::InForce);
    let outcome = |(at, cell, what): (&str, Cell, Text)| {
        let both = years.earlier.edition_of(cell).zip(years.later.edition_of(cell));
        let status = match both {
            None => Status::NotApplicable,
            Some((one, other)) => Status::from((one != other).then(|| {
                let [earlier, later] = years.names();
                let what: Sentence = what.into();
                Finding::of(rule, rule.message.fill(&[earlier, later, ("what", what)])).at(at)
            })),
        };
        Outcome::new(rule, Some(at.to_owned()), status)
    };
    [("proactive", stock, PROACTIVE), ("requests", NEW_TOTAL, REQUESTS)].map(outcome).into()
}
