//! N16: the year's work told under another year.

use super::contradiction::quoted;
use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::report::form::{Section, plain};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: no sentence of section 一 tells counts of work under a year that is not the report's. Carry-over,
/// comparisons, plans, documents and dated events of other years are no such sentence.
///
/// *Why*: the sentence was taken over from last year's report.
///
/// *Basis*: the report is about one year.
///
/// *Passes*: 2024年，全市共收到申请…. *Fails*: 2023年，全市共收到申请… in the report for 2024.
pub const OTHER_YEAR: Rule = Rule {
    code: "N16",
    name: "told-under-another-year",
    family: Family::Narrative,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "正文以别的年份叙述本年工作", en: "The text tells the year's work under another year"
    },
    why: Text {
        zh: "往往是沿用上一年年报的句子而没有改年份；也可能整句数字都是上一年的。",
        en: "Usually a sentence of last year's report was taken over with its year, and perhaps with its figures.",
    },
    basis: Text {
        zh: "《政府信息公开条例》第四十九条、第五十条：年度报告公布上一年度的工作情况",
        en: "Regulation on Open Government Information, Articles 49 and 50: the report is on one year's work",
    },
    message: Text {
        zh: "本报告是 {year} 年度的，正文却有“{text}”。",
        en: "The report is for {year}, but the text says “{text}”.",
    },
    hint: Text {
        zh: "改正年份，并核对这一句的数字是否为本年数字；如果确实在说别的年份，不用改。",
        en: "Mend the year and check whether the sentence's figures are this year's; where another year is meant, leave it.",
    },
    passes: Example {
        text: Text {
            zh: "2024 年度报告写“2024年，全市共发布信息500条”。",
            en: "“2024年，…” in the report for 2024.",
        },
        case: "text overview + 2024年，全市共发布信息500条。",
    },
    fails: Example {
        text: Text {
            zh: "2024 年度报告写“2023年，全市共发布信息500条”。",
            en: "“2023年，…” in the report for 2024.",
        },
        case: "text overview + 2023年，全市共发布信息500条。",
    },
    check: Check::Custom(check),
};

/// What a year may be told for that is not the report's.
const OTHERWISE: &[&str] = &[
    "结转",
    "较",
    "相比",
    "同比",
    "比上年",
    "比去年",
    "比20",
    "对照",
    "以来",
    "计划",
    "拟",
    "下一步",
    "年度报告",
    "工作要点",
    "问题",
    "整改",
    "引发",
    "引起",
    "印发",
    "出台",
    "施行",
    "实施",
    "修订",
    "第",
    "月",
    "底",
    "起",
    "至",
    "到20",
    "届",
    "版",
    "规划",
    "方案",
    "要点",
    "将",
    "反馈",
    "测评",
    "评估",
    "基础上",
    "历年",
    "增长",
    "增加",
    "减少",
    "下降",
    "—",
    "-",
    "～",
    "~",
];

const WORK: &[&str] = &[
    "收到", "受理", "发布", "公开", "答复", "办理", "办结", "召开", "举办", "处理", "回复", "上传", "开展",
    "推送",
];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OTHER_YEAR;
    let overview = facts.report.sections.iter().find(|section| section.section == Section::Overview);
    let (Some(year), Some(overview)) = (facts.report.year.as_ref().map(|year| year.value), overview) else {
        return Outcome::not_applicable(rule);
    };
    for index in overview.blocks.0..overview.blocks.1 {
        let Some(block) = facts.document.blocks.get(index) else { break };
        let printed = block.text().unwrap_or_default();
        let text: Vec<char> = printed.chars().map(plain).listed();
        let mut start = 0;
        for sentence in text.split_inclusive(|one| matches!(one, '。' | ';')) {
            if is_told_under_another_year(sentence, year) {
                let words: String = printed.chars().skip(start).take(sentence.len()).collect();
                let message = rule.message.fill(&[
                    ("year", Sentence::same(year)),
                    ("text", quoted(words.trim_end_matches('。').trim())),
                ]);
                let place = Place {
                    block: index,
                    square: None,
                    characters: Some((start, start + sentence.len())),
                    origin: block.origin(),
                };
                return Outcome::whole(rule, Some(Finding::of(rule, message).standing(Some(place))));
            }
            start += sentence.len();
        }
    }
    Outcome::whole(rule, None)
}

/// `2023年，全市共发布信息500条` in a report for 2024.
fn is_told_under_another_year(sentence: &[char], year: u16) -> bool {
    let words: String = sentence.iter().collect();
    let opening =
        words.trim_start().trim_start_matches(|one: char| "()一二三四五六七八九十、.".contains(one));
    let Some((digits, rest)) = opening.split_at_checked(4) else { return false };
    let Ok(found) = digits.parse::<u16>() else { return false };
    let Some(rest) = rest.strip_prefix('年') else { return false };
    let rest = rest.strip_prefix('度').unwrap_or(rest);
    let begins = [",", "全", "我", "本", "共"].iter().any(|start| rest.starts_with(start));
    let is_near = found != year && found.abs_diff(year) <= 3;
    let counts = rest.chars().zip(rest.chars().skip(1)).any(|(one, next)| {
        one.is_ascii_digit() && matches!(next, '件' | '条' | '篇' | '次' | '个' | '份' | '期' | '场' | '余')
    });
    let names_no_other = !rest.contains(&year.to_string());
    is_near
        && begins
        && counts
        && names_no_other
        && WORK.iter().any(|word| rest.contains(word))
        && !OTHERWISE.iter().any(|word| rest.contains(word))
}
