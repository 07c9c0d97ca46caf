//! Lines of text and what each one looks like by itself.

use super::row::Separator;
use crate::document::Origin;
use crate::read::html;
use crate::read::words::{is_blank, is_invisible};

/// A line of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its text without the line break.
    pub(super) text: &'a str,
    /// 1-based number in the source.
    pub(super) number: u32,
    /// Where it starts in the text, in bytes.
    pub(super) at: usize,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Blank,
    /// A page number and the like: it belongs to the paper, not to the text.
    Furniture,
    /// A Markdown fence; what is in it is text like any other.
    Fence,
    /// A line drawn with dashes, equals signs or box characters.
    Rule,
    /// A Markdown heading and its words.
    Heading(u8, &'a str),
    /// A line in which a table in HTML starts.
    Markup,
    /// Cells.
    Row(Separator),
    Prose,
}

impl<'a> Line<'a> {
    /// Where it stands.
    pub(super) fn origin(&self) -> Origin {
        Origin { line: Some(self.number), page: None }
    }

    /// The text without blanks at its ends.
    pub(super) fn trimmed(&self) -> &'a str {
        self.text.trim_matches(|character| is_blank(character) || is_invisible(character))
    }

    /// What the line looks like.
    pub(super) fn kind(&self) -> Kind<'a> {
        let text = self.trimmed();
        if text.is_empty() {
            return Kind::Blank;
        }
        if is_page_number(text) {
            return Kind::Furniture;
        }
        if text.starts_with("```") || text.starts_with("~~~") {
            return Kind::Fence;
        }
        if is_rule(text) {
            return Kind::Rule;
        }
        if let Some((level, words)) = heading(text) {
            return Kind::Heading(level, words);
        }
        if html::has_table_tag(text) {
            return Kind::Markup;
        }
        Separator::of(self.text).map_or(Kind::Prose, Kind::Row)
    }
}

/// The lines of `text`, at most `most` of them; true if more were left out.
pub(super) fn lines(text: &str, first: u32, most: usize) -> (Vec<Line<'_>>, bool) {
    let line_break = if text.contains('\n') { '\n' } else { '\r' };
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut at = 0;
    for (number, whole) in (first..).zip(text.split(line_break)) {
        let inner = |character: char| {
            matches!(character, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        };
        let mut part_at = at;
        for part in whole.trim_end_matches('\r').split_inclusive(inner) {
            let text = part.trim_end_matches(inner);
            // One blank line is as good as many.
            let is_repeated = text.is_empty() && lines.last().is_some_and(|line| line.text.is_empty());
            if lines.len() >= most {
                return (lines, true);
            }
            if !is_repeated {
                lines.push(Line { text, number, at: part_at });
            }
            part_at += part.len();
        }
        if whole.is_empty() && lines.last().is_some_and(|line| !line.text.is_empty()) && lines.len() < most {
            lines.push(Line { text: "", number, at });
        }
        at += whole.len() + 1;
    }
    (lines, false)
}

/// Takes the marks of a quotation (`> `) off lines that all have them: mail, or a block of Markdown.
pub(super) fn unquote(lines: &mut [Line<'_>]) {
    const MARK: char = '>';
    let is_quoted = |line: &Line<'_>| line.text.is_empty() || line.text.starts_with(MARK);
    if !lines.iter().all(is_quoted) {
        return;
    }
    for line in lines {
        let rest = line.text.trim_start_matches(MARK);
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        line.at += line.text.len() - rest.len();
        line.text = rest;
    }
}

/// Where the table in HTML that starts in `text` after `from` ends: after its end tag, tables within counted; the
/// text's end if there is none.
pub(super) fn end_of_markup(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = from;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
        at += found + 1;
        let starts = |word: &[u8]| {
            bytes.get(at..at + word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if starts(b"table") {
            depth += 1;
        } else if starts(b"/table") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                let length = bytes[at..].iter().position(|byte| *byte == b'>');
                return length.map_or(bytes.len(), |length| at + length + 1);
            }
        }
    }
    bytes.len()
}

/// `- 3 -`, `— 3 —`, `第 3 页`, `第3页/共5页`, `Page 3 of 5`.
fn is_page_number(text: &str) -> bool {
    if text.len() > 48 {
        return false;
    }
    let is_dash = |character: char| matches!(character, '-' | '—' | '－' | '–' | '─');
    let inner = text.trim_matches(is_dash);
    let dashed = text.starts_with(is_dash) && text.ends_with(is_dash) && inner.len() < text.len();
    let number = inner.trim();
    if dashed && !number.is_empty() && number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    is_numbered_page(text)
}

/// `第 3 页`, `第3页 共5页`, `Page 3`, `Page 3 of 5`, and nothing else.
fn is_numbered_page(text: &str) -> bool {
    let words: String = text
        .chars()
        .filter(|character| !is_blank(*character) && !matches!(character, '/' | '，' | ',' | '(' | ')'))
        .map(|character| if character.is_ascii_digit() { '0' } else { character.to_ascii_lowercase() })
        .collect();
    let mut shape = String::new();
    for character in words.chars() {
        if !(character == '0' && shape.ends_with('0')) {
            shape.push(character);
        }
    }
    crate::read::wording::PAGE_NUMBERS.contains(&shape.as_str())
}

/// A line of dashes, equals signs, plus signs, bars and box characters that is drawn, not written. Cells with a
/// lone dash are written.
fn is_rule(text: &str) -> bool {
    const DRAWN: &[&str] = &["---", "===", "___", "──", "━━", "══", "|--", "-|-", ":-", "-:", "┄", "┈"];
    let is_drawing = |character: char| {
        matches!(character, '-' | '=' | '_' | '+' | '|' | ':' | ' ' | '\u{2500}'..='\u{257f}')
    };
    text.chars().all(is_drawing) && DRAWN.iter().any(|drawn| text.contains(drawn))
}

/// A Markdown heading: `## words`, also without the space before Chinese, also with closing signs.
fn heading(text: &str) -> Option<(u8, &str)> {
    let level = text.bytes().take_while(|byte| *byte == b'#').count();
    if level == 0 || level > 6 {
        return None;
    }
    let words = &text[level..];
    let is_set_off = words.starts_with([' ', '\t', '\u{3000}']) || level > 1 && !words.is_ascii();
    let words = words.trim().trim_end_matches('#').trim_end();
    (is_set_off && !words.is_empty()).then_some((level as u8, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Kind<'_> {
        Line { text, number: 1, at: 0 }.kind()
    }

    #[test]
    fn lines_are_told_by_their_looks() {
        for text in ["", "  ", "\u{3000}\u{200b}"] {
            assert_eq!(kind(text), Kind::Blank, "{text:?}");
        }
        for text in ["- 3 -", "— 12 —", "－3－", "第 3 页", "第3页 共15页", "第 3 页，共 5 页", "Page 3 of 5"]
        {
            assert_eq!(kind(text), Kind::Furniture, "{text:?}");
        }
        for text in ["-", "- -", "3", ":", "—", "-3", "- 2019 年 -", "第三页"] {
            assert_eq!(kind(text), Kind::Prose, "{text:?}");
        }
        for text in ["---", "|---|:--:|", "|-|-|", "| :- | -: |", "+-----+----+", "├──┼──┤", "====="]
        {
            assert_eq!(kind(text), Kind::Rule, "{text:?}");
        }
        assert_eq!(kind("## 一、总体情况 ##"), Kind::Heading(2, "一、总体情况"));
        assert_eq!(kind("###三"), Kind::Heading(3, "三"));
        assert_eq!(kind("#1"), Kind::Prose);
        assert_eq!(kind("见 <TABLE border=1>"), Kind::Markup);
        for text in ["a | b", "| - | - | - | - |", "| | ||", "│1│2│"] {
            assert_eq!(kind(text), Kind::Row(Separator::Bar), "{text:?}");
        }
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        let numbered = |text| {
            let (lines, _) = lines(text, 1, 100);
            lines.iter().map(|line| (line.text.to_owned(), line.number)).collect::<Vec<_>>()
        };
        let expected = |list: &[(&str, u32)]| -> Vec<(String, u32)> {
            list.iter().map(|(text, number)| ((*text).to_owned(), *number)).collect()
        };
        assert_eq!(numbered("a\r\nb\n\n\n\nc"), expected(&[("a", 1), ("b", 2), ("", 3), ("c", 6)]));
        assert_eq!(numbered("a\rb"), expected(&[("a", 1), ("b", 2)]));
        assert_eq!(
            numbered("a\u{b}b\u{2028}c\n\u{c}d"),
            expected(&[("a", 1), ("b", 1), ("c", 1), ("", 2), ("d", 2)])
        );
        assert!(lines("a\nb\nc", 1, 2).1);
    }

    #[test]
    fn markup_ends_with_its_table() {
        let text = "<table><tr><td><table></table></td></tr></table >\nb";
        assert_eq!(&text[end_of_markup(text, 0)..], "\nb");
        assert_eq!(end_of_markup("<table>", 0), 7);
    }
}
