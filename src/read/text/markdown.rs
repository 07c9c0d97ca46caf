//! Marks of Markdown within a line, and HTML's in it.

use super::line::{Kind, Line};
use crate::read::html;
use crate::read::words::Folded;
use std::borrow::Cow;

/// True for a text that has Markdown's headings, tables or fences.
pub(super) fn is_markdown(lines: &[Line<'_>]) -> bool {
    lines.iter().any(|line| match line.kind() {
        Kind::Heading(..) | Kind::Fence => true,
        Kind::Rule => line.text.contains("|-") || line.text.contains("| -") || line.text.contains("|:"),
        _ => false,
    })
}

/// The words of a line or cell without marks, folded. In a cell line breaks stay.
pub(super) fn words(text: &str, is_markdown: bool, is_cell: bool) -> String {
    let plain = if is_markdown { without_marks(text) } else { Cow::Borrowed(text) };
    let mut words = Folded::default();
    for (index, line) in plain.split('\n').enumerate() {
        match index {
            0 => {}
            _ if is_cell => words.end_line(),
            _ => words.end_segment(),
        }
        if html::has_markup(line) {
            html::push_inline(line, &mut words);
        } else {
            words.push(line);
        }
    }
    words.take()
}

/// Pictures in a line: `![words](address)` or `<img …>`.
pub(super) fn pictures(text: &str) -> usize {
    let has_link = has_link(text);
    let linked = |(at, _): &(usize, &str)| has_link && link(&text[at + 1..]).is_some();
    text.match_indices("![").filter(linked).count() + text.matches("<img ").count()
}

/// Takes off `**`, `__`, escapes before punctuation, links and pictures (a link's words stay).
fn without_marks(text: &str) -> Cow<'_, str> {
    let has_link = has_link(text);
    if !text.contains(['*', '_', '\\', '[']) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let link = |text| if has_link { link(text) } else { None };
    while let Some(at) = rest.find(['*', '_', '\\', '[', '!']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let escaped = rest.strip_prefix('\\').and_then(|after| after.chars().next());
        if rest.starts_with("**") || rest.starts_with("__") {
            rest = &rest[2..];
        } else if let Some(character) = escaped.filter(char::is_ascii_punctuation) {
            plain.push(character);
            rest = &rest[1 + character.len_utf8()..];
        } else if let Some((_, length)) = rest.strip_prefix('!').and_then(link) {
            rest = &rest[1 + length..];
        } else if let Some((words, length)) = link(rest) {
            plain.push_str(words);
            rest = &rest[length..];
        } else {
            plain.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Bytes that the words and the address of a link may have each.
const LINK_MAX: usize = 200;

fn has_link(text: &str) -> bool {
    text.contains("](")
}

/// The words and the length of the link `[words](address)` that `text` starts with.
fn link(text: &str) -> Option<(&str, usize)> {
    let find = |text: &str, wanted: u8| text.bytes().take(LINK_MAX).position(|byte| byte == wanted);
    let inner = text.strip_prefix('[')?;
    let close = find(inner, b']')?;
    let address = inner[close + 1..].strip_prefix('(')?;
    let end = find(address, b')')?;
    Some((&inner[..close], 1 + close + 1 + 1 + end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        for (text, expected) in [
            ("**一、总体情况**", "一、总体情况"),
            ("1\\. 属于国家秘密", "1. 属于国家秘密"),
            ("见[附件](a.pdf)！[注]", "见附件！[注]"),
            ("![图](a.png)规章", "规章"),
            ("a*b_c\\", "a*b_c\\"),
            ("a &lt; b<br>c &nbsp;", "a < b\nc"),
            ("甲<o:p></o:p>乙 <3件", "甲乙 <3件"),
        ] {
            assert_eq!(words(text, true, true), expected, "{text}");
        }
        assert_eq!(words("**a**\nb", false, false), "**a** b");
        assert_eq!(pictures("![图](a.png) <img src=b> ![x]"), 2);
    }
}
