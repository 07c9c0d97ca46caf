//! S17: the report speaks of itself under different years.

use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::number::digit;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose, wording,
};

/// *What it checks*: title, statistical period and the words before section 一 name the same report year.
///
/// *Why*: a year left over from the last report is the mark of a copy.
///
/// *Basis*: a report is for one year.
///
/// *Passes*: 2024 throughout. *Fails*: 2024 in the title, 2023 in the period.
pub const YEARS: Rule = Rule {
    code: "S17",
    name: "years-disagree",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "标题、统计期限、正文所称年度不一致",
        en: "Title, period and text name different years",
    },
    why: Text {
        zh: "年度不一致，多半是沿用上一年的文稿而没有改全。",
        en: "Different years mostly mean that last year's text was copied and not changed throughout.",
    },
    basis: Text { zh: "一份报告对应一个年度", en: "A report is for one year" },
    message: Text { zh: "所称年度不一致：{years}。", en: "The years disagree: {years}." },
    hint: Text { zh: "改为同一个报告年度。", en: "Write the same report year throughout." },
    passes: Example { text: Text { zh: "都是 2024 年。", en: "2024 throughout." }, case: "" },
    fails: Example {
        text: Text {
            zh: "标题为 2024 年，统计期限为 2023 年。",
            en: "2024 in the title, 2023 in the period.",
        },
        case: "period = 2023-01-01 to 2023-12-31",
    },
    check: Check::Custom(check),
};

const TITLE: Text = Text { zh: "标题", en: "title" };
const PERIOD: Text = Text { zh: "统计期限", en: "period" };
const TEXT: Text = Text { zh: "正文", en: "text" };
const NAMED: Text = Text { zh: "{where}为 {year} 年", en: "{year} in the {where}" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &YEARS;
    let mut named: Vec<(Text, u16, Place)> = Vec::new();
    let title = facts.report.title.as_ref();
    named.extend(title.and_then(|title| Some((TITLE, years_in(&title.value).next()?.1, title.place))));
    let period = facts.report.period.as_ref().filter(|period| period.value.from.year == period.value.to.year);
    named.extend(period.map(|period| (PERIOD, period.value.to.year, period.place)));
    named.extend(own_year(facts));
    if named.len() < 2 {
        return Outcome::not_applicable(rule);
    }
    let other = named.iter().find(|(_, year, _)| *year != named[0].1);
    let finding = other.map(|(_, _, place)| {
        let years = named.iter().map(|(place, year, _)| {
            NAMED.fill(&[("where", (*place).into()), ("year", Sentence::same(year))])
        });
        let message = rule.message.fill(&[("years", Sentence::joined(years, wording::COMMA))]);
        Finding::of(rule, message).standing(Some(*place))
    });
    Outcome::whole(rule, finding)
}

/// The year by which the words before section 一 call the report itself: 现公布…2024年度政府信息公开工作年度报告.
/// Other years' reports, which a text may well name, are passed over.
fn own_year(facts: &Facts<'_>) -> Option<(Text, u16, Place)> {
    const OTHERS: [&str; 6] = ["上年", "上一年", "去年", "往年", "对照", "《"];
    const REPORT: [&str; 2] = ["政府信息公开工作年度报告", "政府信息公开年度报告"];
    const BETWEEN: usize = 24;
    let title = facts.report.title.as_ref().map(|title| title.place.block);
    prose::preamble(facts).into_iter().filter(|paragraph| Some(paragraph.place.block) != title).find_map(
        |paragraph| {
            let text: String =
                paragraph.text.chars().filter(|character| !character.is_whitespace()).collect();
            years_in(&text).find_map(|(end, year)| {
                let rest: String = text[end..].chars().take(BETWEEN).collect();
                let sentence = text[..end].rsplit(['。', '；', '！']).next().unwrap_or("");
                let before = REPORT.iter().find_map(|report| Some(rest.split_once(report)?.0.to_owned()));
                let calls_itself = !prose::has_any(sentence, &OTHERS)
                    && before.is_some_and(|before| {
                        before.starts_with('年') && !before.contains(['，', '。', '、', '；', '《'])
                    });
                calls_itself.then_some((TEXT, year, paragraph.place))
            })
        },
    )
}

/// The years of this century in a text, each with the byte after it.
fn years_in(text: &str) -> impl Iterator<Item = (usize, u16)> {
    let mut runs: Vec<(usize, u16)> = Vec::new();
    let (mut value, mut length) = (0_u32, 0);
    let ended = text.char_indices().chain([(text.len(), ' ')]);
    for (index, character) in ended {
        match digit(character) {
            Some(next) => {
                value = value.saturating_mul(10).saturating_add(u32::from(next));
                length += 1;
            }
            None => {
                if length == 4 && (2000..2100).contains(&value) {
                    runs.extend(u16::try_from(value).ok().map(|year| (index, year)));
                }
                (value, length) = (0, 0);
            }
        }
    }
    runs.into_iter()
}
