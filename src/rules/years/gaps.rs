//! Y07: a year missing in the series, or another name.

use super::Years;
use crate::language::{Sentence, Text};
use crate::report::form::fold;
use crate::rules::{Check, Editions, Example, Extract, Family, Finding, Outcome, Rule, Severity, Status};

/// *What it checks*: among the reports given, no year is missing between two of one organ, and both name the organ in
/// the same way.
///
/// *Why*: over a gap nothing can be held against last year; two names may be two organs.
///
/// *Basis*: none; it says what was compared.
///
/// *Passes*: 2023 and 2024. *Fails*: 2022 and 2024.
pub const GAPS: Rule = Rule {
    code: "Y07",
    name: "series-with-a-gap",
    family: Family::Years,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "同一机关的报告缺一年，或名称有变",
        en: "A year is missing in the series, or the organ's name changed",
    },
    why: Text {
        zh: "中间缺一年，前后两年就无从衔接；名称不同，可能不是同一机关，也可能统计范围有变。",
        en: "Over a gap nothing can be held against last year; two names may be two organs, or another scope.",
    },
    basis: Text { zh: "说明核对了哪些报告", en: "It says what was compared" },
    message: Text {
        zh: "{name}：{earlier} 年与 {later} 年之间缺少 {missing} 年的报告，年度之间没有核对。",
        en: "{name}: between {earlier} and {later} the report of {missing} is missing; the years were not held against each other.",
    },
    hint: Text {
        zh: "补上缺少的报告一并核对；名称有变的，确认是同一机关、同一统计范围。",
        en: "Add the missing report; where the name changed, make sure that it is the same organ and scope.",
    },
    passes: Example {
        text: Text { zh: "2023 年、2024 年。", en: "2023 and 2024." }, case: "and last year"
    },
    fails: Example {
        text: Text { zh: "2022 年、2024 年。", en: "2022 and 2024." },
        case: "and last year\nyear = 2022",
    },
    check: Check::Years(check),
};

const RENAMED: Text = Text {
    zh: "{earlier} 年报告署名“{before}”，{later} 年报告署名“{name}”；按同一机关核对。",
    en: "The {earlier} report is of “{before}”, the {later} report of “{name}”; they were taken for one organ.",
};

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &GAPS;
    let (Some(apart), Some(before)) = (years.apart().filter(|apart| *apart > 0), years.earlier.year) else {
        return Outcome::not_applicable(rule);
    };
    let [earlier, later] = years.names();
    let name =
        |extract: &Extract| extract.issuer.as_ref().map_or(String::new(), |issuer| issuer.name.clone());
    let named = ("name", Sentence::same(name(years.later)));
    let gap = (apart > 1).then(|| {
        let missing = Sentence::list((before + 1..before + apart).map(Sentence::same));
        let values = [earlier.clone(), later.clone(), named.clone(), ("missing", missing)];
        Finding::of(rule, rule.message.fill(&values)).at("gap")
    });
    let renamed = (fold(&name(years.earlier)) != fold(&name(years.later))).then(|| {
        let before = ("before", Sentence::same(name(years.earlier)));
        Finding::of(rule, RENAMED.fill(&[earlier, later, named, before])).at("name")
    });
    [("gap", gap), ("name", renamed)]
        .into_iter()
        .map(|(at, finding)| Outcome::new(rule, Some(at.to_owned()), Status::from(finding)))
        .collect()
}
