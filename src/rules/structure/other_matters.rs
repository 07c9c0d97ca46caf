//! S20: other matters.

use super::problems;
use crate::language::Text;
use crate::report::form::Section;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};

/// *What it checks*: section 六 says something, if only 无.
///
/// *Why*: an empty section may be a lost one.
///
/// *Basis*: custom.
///
/// *Passes*: 无. *Fails*: a heading and nothing under it.
pub const OTHER_MATTERS: Rule = Rule {
    code: "S20",
    name: "other-matters-empty",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "第六部分为空（没有的应写“无”）",
        en: "Section 6 is empty; with nothing to report it should say so",
    },
    why: Text {
        zh: "只有标题没有内容，看不出是没有其他事项还是漏了。",
        en: "A heading alone does not say whether there is nothing to report or something was lost.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条第（五）项及通行做法",
        en: "Article 50 (5) of the Regulation, and custom",
    },
    message: Text {
        zh: "第六部分只有标题，没有内容。", en: "Section 6 has a heading and nothing under it."
    },
    hint: Text {
        zh: "没有其他事项的写“无”；2021 年度起还要写信息处理费情况。",
        en: "Write 无 where there is nothing; from 2021 on say how much was charged for processing.",
    },
    passes: Example {
        text: Text { zh: "写“无”。", en: "It says 无." },
        case: "edition 2019\ntext other_matters = 无。",
    },
    fails: Example {
        text: Text { zh: "标题下面是空的。", en: "Nothing stands under the heading." },
        case: "text other_matters =",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OTHER_MATTERS;
    let Some(words) = prose::words(facts, Section::OtherMatters) else {
        return Outcome::not_applicable(rule);
    };
    let is_empty = problems::says_nothing(&words) && !words.contains(['无', '没']);
    let place = facts.report.sections.iter().find(|found| found.section == Section::OtherMatters);
    let finding =
        is_empty.then(|| Finding::of(rule, rule.message.into()).standing(place.map(|found| found.place)));
    Outcome::whole(rule, finding)
}
