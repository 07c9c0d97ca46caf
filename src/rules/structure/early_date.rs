//! S15: dated before the year is over.

use super::calendar::words;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: the report is not dated before the end of the year that it reports.
///
/// *Why*: it counts to 31 December.
///
/// *Basis*: the statistical period of the form.
///
/// *Passes*: 12 March of the next year. *Fails*: 20 December of the year itself.
pub const EARLY_DATE: Rule = Rule {
    code: "S15",
    name: "before-the-years-end",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "日期早于报告年度结束", en: "Dated before the year is over" },
    why: Text {
        zh: "报告的数据统计到 12 月 31 日，年度结束前不可能完整。",
        en: "The figures run to 31 December and cannot be complete before.",
    },
    basis: Text {
        zh: "统计期限为报告年度的 1 月 1 日至 12 月 31 日",
        en: "The statistical period: 1 January to 31 December",
    },
    message: Text {
        zh: "公布日期为{date}，而 {year} 年度还没有结束。",
        en: "It is dated {date}, before the year {year} was over.",
    },
    hint: Text {
        zh: "核对日期和报告年度；如果确在年末之前编成，请补上年末的数据。",
        en: "Check the date and the report year; if it was really written before, add the rest of the year.",
    },
    passes: Example {
        text: Text { zh: "次年 3 月 12 日。", en: "12 March of the next year." }, case: ""
    },
    fails: Example {
        text: Text { zh: "当年 12 月 20 日。", en: "20 December of the year itself." },
        case: "published = 2024-12-20",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &EARLY_DATE;
    let (Some(published), Some(year)) = (&facts.report.published_on, &facts.report.year) else {
        return Outcome::not_applicable(rule);
    };
    let finding = (published.value.year <= year.value).then(|| {
        let message =
            rule.message.fill(&[("date", words(published.value)), ("year", Sentence::same(year.value))]);
        Finding::of(rule, message).standing(Some(published.place))
    });
    Outcome::whole(rule, finding)
}
