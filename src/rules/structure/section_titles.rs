//! S05: a heading in other words than the form's.

use super::missing_sections::without_heading;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, wording};
use crate::sorted::Listed;

/// *What it checks*: the headings of the six sections are the form's own words, numbers and punctuation aside.
///
/// *Why*: who compares reports looks for the same words.
///
/// *Basis*: the form.
///
/// *Passes*: 五、存在的主要问题及改进情况. *Fails*: 五、整改措施.
pub const SECTION_TITLES: Rule = Rule {
    code: "S05",
    name: "section-title",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "部分标题与格式原文不同", en: "A section's heading differs from the form's wording"
    },
    why: Text {
        zh: "标题统一，读者和程序才好对照。",
        en: "With the same headings reports are easy to compare.",
    },
    basis: Text { zh: "年度报告格式的六个标题", en: "The six headings of the form" },
    message: Text {
        zh: "标题与格式原文不同：{titles}。", en: "Headings differ from the form: {titles}."
    },
    hint: Text { zh: "改用格式的原文标题。", en: "Use the form's own headings." },
    passes: Example {
        text: Text { zh: "六个标题都用原文。", en: "All six headings are the form's." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "第五部分的标题写作“整改措施”。", en: "Section 5 is headed “measures”."
        },
        case: "section problems title 整改措施",
    },
    check: Check::Custom(check),
};

const OTHER_WORDS: Text =
    Text { zh: "“{title}”应为“{form}”", en: "“{title}” should be “{form}”" };

const LOST: Text =
    Text { zh: "没有找到标题“{form}”", en: "the heading “{form}” was not found" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SECTION_TITLES;
    let others: Vec<_> = facts.report.sections.iter().filter(|found| !found.exact).listed();
    let mut titles: Vec<Sentence> = others
        .iter()
        .map(|found| {
            let form = found.section.numbered_label();
            OTHER_WORDS.fill(&[("title", Sentence::same(&found.title)), ("form", form.into())])
        })
        .listed();
    // A table that was pasted alone has no headings to lose.
    let lost = without_heading(facts).filter(|_| !facts.report.sections.is_empty());
    titles.extend(lost.map(|section| LOST.fill(&[("form", section.numbered_label().into())])));
    let finding = (!titles.is_empty()).then(|| {
        let titles = Sentence::joined(titles, wording::SEMICOLON);
        let place = others.first().map(|found| found.place);
        Finding::of(rule, rule.message.fill(&[("titles", titles)])).standing(place)
    });
    Outcome::whole(rule, finding)
}
