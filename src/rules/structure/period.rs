//! S16: the statistical period.

use super::calendar::words;
use crate::language::{Sentence, Text};
use crate::report::form::Section;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose, wording,
};

/// *What it checks*: the report states its statistical period, and it is 1 January to 31 December. A period of
/// another whole year is S17's; a statement that was mangled on the way cannot be judged.
///
/// *Why*: who adds reports up has to know that all count the same days.
///
/// *Basis*: the form's instructions and common practice.
///
/// *Passes*: 1 January to 31 December. *Fails*: 1 January to 30 November.
pub const PERIOD: Rule = Rule {
    code: "S16",
    name: "statistical-period",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "没有写明统计期限，或不是报告年度的 1 月 1 日至 12 月 31 日",
        en: "No statistical period, or not 1 January to 31 December of the report year",
    },
    why: Text {
        zh: "统计期限一致，各机关、各年度的数据才能比较和汇总。",
        en: "Only figures over the same days can be compared and added up.",
    },
    basis: Text {
        zh: "年度报告的统计期限为报告年度的 1 月 1 日至 12 月 31 日",
        en: "The report covers 1 January to 31 December of its year",
    },
    message: Text {
        zh: "统计期限写作{from}至{to}，应为 1 月 1 日至 12 月 31 日。",
        en: "The statistical period is given as {from} to {to}; it should be 1 January to 31 December.",
    },
    hint: Text {
        zh: "在正文开头写明“本报告所列数据的统计期限为 …年1月1日至…年12月31日”，并按此统计。",
        en: "State at the beginning that the figures cover 1 January to 31 December of the year, and count by it.",
    },
    passes: Example {
        text: Text { zh: "写明 1 月 1 日至 12 月 31 日。", en: "1 January to 31 December." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "写作 1 月 1 日至 11 月 30 日。", en: "1 January to 30 November." },
        case: "period = 2024-01-01 to 2024-11-30",
    },
    check: Check::Custom(check),
};

const NOT_STATED: Text = Text {
    zh: "正文没有写明数据的统计期限。",
    en: "The statistical period of the figures is not stated.",
};

const MANGLED: Text = Text {
    zh: "正文提到统计期限，但日期没有读全。",
    en: "A statistical period is mentioned, but its dates could not be read.",
};

/// Words by which a period is stated.
const STATED: [&str; 8] =
    ["统计期限", "统计时限", "统计时间", "统计周期", "统计期间", "数据期限", "数据统计", "所列数据"];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PERIOD;
    if let Some(period) = &facts.report.period {
        let (from, to) = (period.value.from, period.value.to);
        let is_whole_year =
            (from.month, from.day, to.month, to.day) == (1, 1, 12, 31) && from.year == to.year;
        let finding = (!is_whole_year).then(|| {
            let message = rule.message.fill(&[("from", words(from)), ("to", words(to))]);
            Finding::of(rule, message).standing(Some(period.place))
        });
        return Outcome::whole(rule, finding);
    }
    // A bare table says nothing about its period, and a shortened text nothing for certain.
    if prose::words(facts, Section::Overview).is_none_or(|overview| overview.is_empty()) {
        return Outcome::not_applicable(rule);
    }
    let text = prose::all_words(facts);
    let has_both_ends = text.contains("1月1日") && text.contains("12月31日");
    if prose::has_any(&text, &STATED) || has_both_ends {
        return Outcome::undecided(rule, MANGLED.into());
    }
    Outcome::whole(rule, Some(Finding::of(rule, wording::paragraph([Sentence::from(NOT_STATED)]))))
}
