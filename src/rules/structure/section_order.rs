//! S04: the sections are numbered or ordered otherwise than the form has them.

use super::missing_sections::missing;
use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::report::SectionFound;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose, wording,
};
use crate::sorted::Listed;

/// *What it checks*: the sections come in the form's order under the numbers 一 to 六, each number once, and none
/// of the five aspects of section 一 is made a section.
///
/// *Why*: readers and programs find the sections by their numbers.
///
/// *Basis*: the form.
///
/// *Passes*: 一 to 六 in order. *Fails*: two sections 三.
pub const SECTION_ORDER: Rule = Rule {
    code: "S04",
    name: "section-order",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "各部分次序颠倒、编号重复或重新起编、下级标题升格",
        en: "Sections out of order, numbered twice or anew, or an aspect promoted to a section",
    },
    why: Text {
        zh: "读者和程序按编号找各部分；编号乱了，内容就对不上。",
        en: "Readers and programs find the sections by their numbers.",
    },
    basis: Text {
        zh: "年度报告格式的六个部分及其次序", en: "The six sections of the form and their order"
    },
    message: Text {
        zh: "各部分的编号或次序与格式不符：{problems}。",
        en: "Numbers or order of the sections differ from the form: {problems}.",
    },
    hint: Text {
        zh: "按一至六的次序和编号排列；主动公开、依申请公开等五个方面写在第一部分之下，用（一）至（五）。",
        en: "Keep the order and the numbers 1 to 6; the five aspects belong under section 1 as (1) to (5).",
    },
    passes: Example { text: Text { zh: "一至六依次排列。", en: "1 to 6 in order." }, case: "" },
    fails: Example {
        text: Text {
            zh: "第四部分的编号也写成“三”。", en: "Section 4 is numbered 3 as well."
        },
        case: "section disputes number 3",
    },
    check: Check::Custom(check),
};

const OUT_OF_ORDER: Text =
    Text { zh: "“{first}”排在“{second}”之前", en: "“{first}” stands before “{second}”" };

const NUMBERED_TWICE: Text = Text {
    zh: "“{first}”与“{second}”编号相同",
    en: "“{first}” and “{second}” have the same number",
};

const NUMBERED_ANEW: Text =
    Text { zh: "编号到“{second}”重新起编", en: "the numbering starts anew at “{second}”" };

const OTHER_NUMBER: Text =
    Text { zh: "“{title}”在格式中是“{form}”", en: "“{title}” is “{form}” in the form" };

const PROMOTED: Text =
    Text { zh: "“{title}”应写在第一部分之下", en: "“{title}” belongs under section 1" };

/// Aspects of section 一 that are no section of their own.
const ASPECTS: [&str; 4] = ["依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];

/// A heading is no longer than this many characters.
const HEADING: usize = 20;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SECTION_ORDER;
    let mut first: Vec<&SectionFound> = Vec::new();
    for found in &facts.report.sections {
        if !first.iter().any(|earlier| earlier.section == found.section) {
            first.push(found);
        }
    }
    if first.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let mut problems = out_of_order(&first);
    if problems.is_empty() {
        problems = by_number(&first, missing(facts).next().is_some());
    }
    problems.extend(promoted(facts));
    let finding = (!problems.is_empty()).then(|| {
        let problems = Sentence::joined(problems, wording::SEMICOLON);
        let place = first.first().map(|found| found.place);
        Finding::of(rule, rule.message.fill(&[("problems", problems)])).standing(place)
    });
    Outcome::whole(rule, finding)
}

fn out_of_order(sections: &[&SectionFound]) -> Vec<Sentence> {
    let pairs = sections.windows(2).filter(|pair| pair[0].section > pair[1].section);
    pairs.map(|pair| OUT_OF_ORDER.fill(&[("first", printed(pair[0])), ("second", printed(pair[1]))])).listed()
}

/// Numbers used twice, starting anew, or other than the form's. Where sections are missing and the rest are
/// numbered through, S03 has said it.
fn by_number(sections: &[&SectionFound], some_missing: bool) -> Vec<Sentence> {
    let numbered: Vec<(&SectionFound, u8)> =
        sections.iter().filter_map(|found| Some((*found, found.number?))).listed();
    let falling = numbered.windows(2).filter(|pair| pair[0].1 >= pair[1].1).map(|pair| {
        let text = if pair[0].1 == pair[1].1 { NUMBERED_TWICE } else { NUMBERED_ANEW };
        text.fill(&[("first", printed(pair[0].0)), ("second", printed(pair[1].0))])
    });
    let problems: Vec<Sentence> = falling.listed();
    if !problems.is_empty() || some_missing {
        return problems;
    }
    let others = numbered.iter().filter(|(found, number)| *number != found.section.number());
    others
        .map(|(found, _)| {
            let form = found.section.numbered_label();
            OTHER_NUMBER.fill(&[("title", printed(found)), ("form", form.into())])
        })
        .listed()
}

/// Headings of the highest order that are aspects of section 一.
fn promoted(facts: &Facts<'_>) -> Vec<Sentence> {
    let is_section = |place: Place| {
        facts
            .report
            .sections
            .iter()
            .any(|found| found.place.block == place.block && found.place.square == place.square)
    };
    let paragraphs = prose::paragraphs(facts);
    let headings =
        paragraphs.iter().filter(|paragraph| !is_section(paragraph.place)).filter_map(|paragraph| {
            let text = paragraph.text.trim();
            let (number, words) = text.split_once('、')?;
            let is_number =
                !number.is_empty() && number.chars().all(|digit| "一二三四五六七八九十".contains(digit));
            let is_aspect = ASPECTS.iter().any(|aspect| words.starts_with(aspect));
            (is_number && is_aspect && text.chars().count() <= HEADING).then_some(text)
        });
    headings.map(|title| PROMOTED.fill(&[("title", Sentence::same(title))])).listed()
}

fn printed(found: &SectionFound) -> Sentence {
    Sentence::same(&found.title)
}
