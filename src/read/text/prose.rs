//! Lines of prose that were wrapped at a fixed width, joined where that is certain.

use super::line::{Kind, Line};
use crate::read::wording::{ENDS, NUMERALS, ORDINAL};
use crate::read::words::{is_blank, is_wide};
use crate::sorted::{self, Listed};

/// The width at which a text was wrapped, in quarters of a Chinese character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrapping(usize);

/// Lines shorter than 15 Chinese characters say nothing about the width.
const WIDTH_MIN: usize = 60;
/// How far full lines differ among themselves, and how much longer a line can be: punctuation hanging over the
/// margin, figures set closer than they count.
const SLACK: usize = 4;
const OVERHANG: usize = 16;
/// How much shorter the first line of a paragraph can be, whose indent was lost.
const INDENT: usize = 10;
/// Full lines that prove a width.
const PROOF: usize = 5;

impl Wrapping {
    /// The width at which `lines` were wrapped; `None` where they do not show one.
    pub(super) fn of(lines: &[Line<'_>]) -> Option<Wrapping> {
        let is_prose = |line: &&Line<'_>| line.kind() == Kind::Prose;
        let mut widths: Vec<usize> = lines
            .iter()
            .filter(|line| line.text.len() >= WIDTH_MIN / 4)
            .filter(is_prose)
            .map(|line| measure(line.text))
            .filter(|width| *width >= WIDTH_MIN)
            .listed();
        sorted::sort(&mut widths);
        let within = |from: usize, to: usize| {
            widths.partition_point(|width| *width <= to) - widths.partition_point(|width| *width < from)
        };
        let full = |width: &usize| within(width - SLACK, width + SLACK);
        let width = *widths.iter().max_by_key(|width| full(width))?;
        let beyond = widths.len() - widths.partition_point(|one| *one <= width + OVERHANG);
        let is_proved =
            full(&width) >= PROOF && full(&width) * 4 >= widths.len() && beyond * 20 <= widths.len();
        is_proved.then_some(Wrapping(width))
    }

    fn is_full(self, width: usize, is_first: bool) -> bool {
        let indent = if is_first { INDENT } else { 0 };
        width + SLACK + indent >= self.0 && width <= self.0 + OVERHANG
    }
}

/// The paragraphs that lines without a blank between them are: each line one, unless it goes on in the next.
pub(super) fn paragraphs<'l, 'a>(lines: &'l [Line<'a>], wrapping: Option<Wrapping>) -> Vec<&'l [Line<'a>]> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for end in 1..=lines.len() {
        let goes_on = match (wrapping, lines.get(end)) {
            (Some(wrapping), Some(next)) => goes_on(&lines[start..end], next, wrapping),
            _ => false,
        };
        if !goes_on {
            paragraphs.push(&lines[start..end]);
            start = end;
        }
    }
    paragraphs
}

/// True if the last of `lines`, which are one paragraph, certainly goes on in `next`: it is full, breaks off in
/// mid-sentence, and is no title; and `next` starts nothing of its own.
fn goes_on(lines: &[Line<'_>], next: &Line<'_>, wrapping: Wrapping) -> bool {
    let Some(last) = lines.last() else { return false };
    let (text, after) = (last.trimmed(), next.trimmed());
    let is_first = lines.len() == 1;
    let is_sentence = !is_first
        || indent(last.text) == PARAGRAPH_INDENT
        || text.contains(['，', '；', '、', '。', '：', '《', ',']);
    let splits_number = text.ends_with(|one: char| one.is_ascii_digit())
        && after.starts_with(|one: char| one.is_ascii_digit());
    wrapping.is_full(measure(last.text), is_first)
        && is_sentence
        && !text.ends_with(ENDS)
        && !splits_number
        && !next.text.starts_with(is_blank)
        && !starts_item(after)
}

/// True for text that starts with the number of a heading or an item: `一、`, `（一）`, `1.`, `第二十条`.
fn starts_item(text: &str) -> bool {
    let text = text.strip_prefix(['（', '(']).unwrap_or(text);
    let is_number = |character: char| character.is_ascii_digit() || NUMERALS.contains(&character);
    let after = text.trim_start_matches(is_number);
    let has_number = after.len() < text.len();
    has_number && after.starts_with(['、', '.', '．', '）', ')']) || text.starts_with(ORDINAL)
}

/// The indent of a paragraph: two Chinese characters.
const PARAGRAPH_INDENT: usize = 8;

/// The width of the blanks before a line's text, in quarters of a Chinese character.
fn indent(text: &str) -> usize {
    let blanks = text.chars().take_while(|character| is_blank(*character));
    blanks.map(|blank| if blank == '\u{3000}' { 4 } else { 2 }).sum()
}

/// The width of a line in quarters of a Chinese character; a space beside a figure takes one.
fn measure(text: &str) -> usize {
    let words = text.trim_matches(is_blank);
    let width = words
        .chars()
        .map(|character| match character {
            ' ' => 1,
            '\u{2010}'..='\u{2027}' | '\u{3000}' => 4,
            _ if is_wide(character) => 4,
            _ => 2,
        })
        .sum::<usize>();
    indent(text) + width
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs of a text, each line of one after the other, separated by `¶`.
    fn joined(text: &str) -> String {
        let lines: Vec<Line<'_>> = text.lines().map(|text| Line { text, number: 1, at: 0 }).collect();
        let runs = paragraphs(&lines, Wrapping::of(&lines));
        let run = |run: &&[Line<'_>]| run.iter().map(|line| line.trimmed()).collect::<String>();
        runs.iter().map(run).collect::<Vec<_>>().join("¶")
    }

    #[test]
    fn wrapped_lines_are_joined_only_where_it_is_certain() {
        let text = "\
云陂县人民政府政府信息公开工作
年度报告
本年度报告依据条例的要求编制，包括总体情况、主动
公开情况、收到和处理申请情况、复议和诉讼情况、存在
的主要问题和改进情况，以及其他需要报告的事项，共六
部分。所列数据的统计期限为 2024 年 1 月 1 日起至同年
12 月 31 日止。
一、总体情况
全年收到申请十二件，均在法定期限内办结，没有一件被
复议机关纠正的，也没有被提起行政诉讼的，上年没有结
转的申请，
（二）也没有";
        assert_eq!(
            joined(text),
            "云陂县人民政府政府信息公开工作¶年度报告¶本年度报告依据条例的要求编制，包括总体情况、主动公开情况、\
             收到和处理申请情况、复议和诉讼情况、存在的主要问题和改进情况，以及其他需要报告的事项，共六部分。\
             所列数据的统计期限为 2024 年 1 月 1 日起至同年12 月 31 日止。¶一、总体情况¶全年收到申请十二件，\
             均在法定期限内办结，没有一件被复议机关纠正的，也没有被提起行政诉讼的，上年没有结转的申请，¶（二）也没有"
                .replace("             ", "")
        );
    }

    #[test]
    fn lines_of_all_lengths_are_left_alone() {
        let text = "\
本年度报告依据条例的要求编制，包括总体情况、主动公开情况、收到和处理申请情况
全年收到申请十二件，均在法定期限内办结
没有一件被复议机关纠正的，也没有被提起行政诉讼的，上年没有结转的申请，本年也没有";
        assert_eq!(joined(text).matches('¶').count(), 2);
    }
}
