//! S23: leftovers of a template.

use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};
use crate::sorted::{self, Listed};

/// *What it checks*: no place of a template was left to be filled: XX次, ××篇, 待填, `{}`, 该部分以表格形式报告.
///
/// *Why*: what was not filled in is missing.
///
/// *Basis*: the accuracy that the notice of 2021 asks for.
///
/// *Passes*: a finished text. *Fails*: 全年召开会议XX次.
pub const TEMPLATE_LEFTOVERS: Rule = Rule {
    code: "S23",
    name: "template-leftover",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "有模板留下的待填内容", en: "Leftovers of a template" },
    why: Text {
        zh: "占位符没有换成实际内容，等于漏填。",
        en: "A place of the template that was not filled in is missing content.",
    },
    basis: Text {
        zh: "国办公开办函〔2021〕30号对内容准确、完整的要求",
        en: "Notice [2021] No. 30: contents have to be accurate and complete",
    },
    message: Text {
        zh: "像是模板留下的待填内容：{words}。",
        en: "These look like leftovers of a template: {words}.",
    },
    hint: Text { zh: "换成实际内容，或删去。", en: "Fill in the content, or take the words out." },
    passes: Example { text: Text { zh: "正文完整。", en: "The text is complete." }, case: "" },
    fails: Example {
        text: Text { zh: "“召开会议XX次”。", en: "“XX meetings” was left." },
        case: "text overview + 全年召开会议XX次。",
    },
    check: Check::Custom(check),
};

/// Words that stand in templates only.
const WORDS: [&str; 9] =
    ["待填", "待补充", "请填写", "此处填写", "在此填写", "{}", "｛｝", "该部分以表格形式报告", "（填写"];

/// What stands for a name or a number that is to be filled in.
const PLACEHOLDERS: [&str; 6] = ["XX", "xx", "ＸＸ", "××", "✕✕", "＊＊"];

/// What stands behind a placeholder that is a leftover: a unit, a measure word or a kind of organ. Names that were
/// veiled on purpose (张××) are followed by other words.
const BEHIND: [&str; 30] = [
    "年", "月", "日", "件", "条", "次", "篇", "个", "项", "期", "场", "人", "份", "万", "元", "%", "％",
    "余", "省", "市", "县", "区", "镇", "乡", "局", "委", "办", "厅", "单位", "部门",
];

/// Characters of context on either side.
const CONTEXT: usize = 6;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &TEMPLATE_LEFTOVERS;
    let leftovers: Vec<(String, Place)> = prose::paragraphs(facts)
        .into_iter()
        .flat_map(|paragraph| {
            let place = paragraph.place;
            leftovers(paragraph.text).into_iter().map(move |words| (words, place))
        })
        .listed();
    let finding = leftovers.first().map(|(_, place)| {
        let words = leftovers.iter().map(|(words, _)| QUOTED.fill(&[("words", Sentence::same(words))]));
        let message = rule.message.fill(&[("words", Sentence::list(words))]);
        Finding::of(rule, message).standing(Some(*place))
    });
    Outcome::whole(rule, finding)
}

const QUOTED: Text = Text { zh: "“{words}”", en: "“{words}”" };

fn leftovers(text: &str) -> Vec<String> {
    let by_word = WORDS.iter().filter_map(|word| text.find(word).map(|start| (start, start + word.len())));
    let by_placeholder = PLACEHOLDERS.iter().filter_map(|placeholder| {
        let ends = text.match_indices(placeholder).map(|(start, found)| (start, start + found.len()));
        let mut ends = ends.filter(|(_, end)| {
            let rest = text[*end..].trim_start_matches(['X', 'x', 'Ｘ', '×', '✕', '＊']).trim_start();
            BEHIND.iter().any(|word| rest.starts_with(word))
        });
        ends.next()
    });
    let mut places: Vec<(usize, usize)> = by_word.chain(by_placeholder).listed();
    sorted::sort(&mut places);
    places.into_iter().map(|(start, end)| with_context(text, start, end)).listed()
}

fn with_context(text: &str, start: usize, end: usize) -> String {
    let before: Vec<char> = text[..start].chars().rev().take(CONTEXT).listed();
    let after = text[end..].chars().take(CONTEXT);
    before.into_iter().rev().chain(text[start..end].chars()).chain(after).collect()
}
