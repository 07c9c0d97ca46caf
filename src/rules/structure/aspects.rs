//! S12: the five aspects of section 一.

use crate::language::{Sentence, Text};
use crate::report::form::{Edition, Section};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};
use crate::sorted::Listed;

/// *What it checks*: section 一 speaks of each of the five aspects: disclosure unasked, on request, management,
/// platforms, supervision.
///
/// *Why*: the notice of 2021 names the five.
///
/// *Basis*: notice 〔2021〕30号, on section 一.
///
/// *Passes*: five paragraphs. *Fails*: nothing of platforms.
pub const ASPECTS: Rule = Rule {
    code: "S12",
    name: "five-aspects",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "“总体情况”应写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面",
        en: "Section 1 covers disclosure unasked, on request, management, platforms, and supervision",
    },
    why: Text {
        zh: "2021 版格式要求总体情况包括这五个方面；不能遗漏，也不宜泛化。",
        en: "The 2021 form asks for these five aspects, no fewer and no others.",
    },
    basis: Text {
        zh: "国办公开办函〔2021〕30号：总体情况“主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障”",
        en: "Notice [2021] No. 30 on section 1",
    },
    message: Text {
        zh: "“总体情况”没有写到：{aspects}。", en: "Section 1 says nothing of: {aspects}."
    },
    hint: Text {
        zh: "补写缺少的方面；没有内容的写一句说明。",
        en: "Add the missing aspects, if only in a sentence.",
    },
    passes: Example { text: Text { zh: "五个方面都写到。", en: "All five are covered." }, case: "" },
    fails: Example {
        text: Text { zh: "只写了主动公开。", en: "Only disclosure unasked is told." },
        case: "text overview = 全市主动公开政府信息，内容及时准确。",
    },
    check: Check::Custom(check),
};

/// An aspect and the words that speak of it.
const WORDS: [(Text, &[&str]); 5] = [
    (Text { zh: "主动公开", en: "disclosure unasked" }, &["主动公开", "主动发布", "公开信息", "发布信息"]),
    (Text { zh: "依申请公开", en: "disclosure on request" }, &["申请"]),
    (
        Text { zh: "政府信息管理", en: "management of information" },
        &[
            "信息管理",
            "规范性文件",
            "审查",
            "审核",
            "三审三校",
            "清理",
            "公开目录",
            "公开指南",
            "公文",
            "动态调整",
            "保密",
        ],
    ),
    (
        Text { zh: "平台建设", en: "platforms" },
        &["平台", "网站", "公众号", "新媒体", "专栏", "栏目", "公报", "专区", "查阅点", "公开栏"],
    ),
    (
        Text { zh: "监督保障", en: "supervision" },
        &["监督", "保障", "考核", "培训", "评议", "责任追究", "检查", "组织领导", "领导小组", "督促"],
    ),
];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &ASPECTS;
    let is_of_2021 = facts.report.year.as_ref().map_or(facts.presence.requests == Edition::Y2021, |year| {
        Edition::of_year(year.value) == Edition::Y2021
    });
    let Some(words) = prose::words(facts, Section::Overview).filter(|words| is_of_2021 && !words.is_empty())
    else {
        return Outcome::not_applicable(rule);
    };
    let missing = WORDS.iter().filter(|(_, words_of)| !prose::has_any(&words, words_of));
    let missing: Vec<Sentence> = missing.map(|(aspect, _)| (*aspect).into()).listed();
    let finding = (!missing.is_empty()).then(|| {
        let place = facts.report.sections.iter().find(|found| found.section == Section::Overview);
        let message = rule.message.fill(&[("aspects", Sentence::list(missing))]);
        Finding::of(rule, message).standing(place.map(|found| found.place))
    });
    Outcome::whole(rule, finding)
}
