//! HTML: whole saved pages and fragments from the clipboard (Word, WPS, Excel, a browser), in one pass and
//! without a tree.

mod element;
mod frame;
mod layout;
mod meta;
mod number;
mod page;
mod reference;
mod skip;
mod style;
mod token;
mod walk;

use super::collector::Collector;
use super::encoding::{self, Encoding};
use super::garbled;
use super::words::Folded;
use super::{Extract, Format, Limits, ReadError, Reader, Source, text};
use crate::document::Block;
use crate::sorted::Listed;
use element::Element;
use token::{Token, Tokens};
use walk::{Hidden, walk};

/// The reader of HTML.
pub(super) const READER: Reader = Reader {
    format: Format::Html,
    extensions: &["html", "htm", "xhtml", "shtml", "xht", "jsp", "asp", "aspx", "php"],
    is_text: true,
    recognizes,
    read,
};

/// Bytes at the start of a source that are searched for signs of HTML and for a declared encoding.
const OPENING: usize = 16 << 10;

/// True for bytes that start like HTML, or that have its outer tags. Text with a table in HTML in its midst is
/// text.
fn recognizes(bytes: &[u8]) -> bool {
    let opening = encoding::opening(bytes, OPENING);
    let text = opening.trim_ascii_start();
    let starts = |word: &[u8]| starts_with(text, word);
    if starts(b"<!doctype html") || starts(b"<html") || starts(b"<!--[if") || is_clipboard(text) {
        return true;
    }
    if starts(b"<?mso-application") || starts(b"<?xml") && !has_tag(text, &[b"html"]) {
        return false;
    }
    let is_tag = text.first() == Some(&b'<') && text.get(1).is_some_and(u8::is_ascii_alphabetic);
    let is_comment = starts(b"<!--");
    (is_tag || is_comment) && has_known_tag(text)
        || has_tag(text, &[b"html", b"body", b"head"])
        || tag_names(text).filter(|name| is_running(name)).count() >= RUNNING
}

/// Tags of running text that make HTML of a text that starts without one.
const RUNNING: usize = 3;

fn is_running(name: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[b"p", b"div", b"span", b"font"];
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// True if a table starts in `text`.
pub(super) fn has_table_tag(text: &str) -> bool {
    text.contains('<') && has_tag(text.as_bytes(), &[b"table"])
}

/// True if `text` has tags of HTML or references in it.
pub(super) fn has_markup(text: &str) -> bool {
    text.contains('<') && text.contains('>') && has_known_tag(text.as_bytes())
        || text.contains('&') && text.contains(';')
}

/// What Windows puts before HTML in its clipboard.
fn is_clipboard(text: &[u8]) -> bool {
    starts_with(text, b"version:")
        && text.windows(9).take(200).any(|part| part.eq_ignore_ascii_case(b"starthtml"))
}

fn starts_with(text: &[u8], word: &[u8]) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The names of the tags in `text`.
fn tag_names(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'<').skip(1).map(|rest| {
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        let length = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        &rest[..length]
    })
}

fn has_tag(text: &[u8], wanted: &[&[u8]]) -> bool {
    tag_names(text).any(|name| wanted.iter().any(|wanted| name.eq_ignore_ascii_case(wanted)))
}

/// True if a tag of HTML is there, inline ones such as `span` included.
fn has_known_tag(text: &[u8]) -> bool {
    const INLINE: &[&[u8]] = &[b"span", b"b", b"strong", b"font", b"a", b"i", b"u", b"em", b"o"];
    tag_names(text).any(|name| {
        let known = std::str::from_utf8(name).is_ok_and(|name| Element::of(name) != Element::Inline);
        known || INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline))
    })
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let mut collector = Collector::new(limits);
    let bytes = collector.text_source(source.bytes);
    let decoded = encoding::decode(bytes, declared(bytes));
    let text = decoded.text.as_ref();
    let start = if is_clipboard(text.trim_start().as_bytes()) { text.find('<').unwrap_or(0) } else { 0 };
    let outcome = walk(text, start, 1, Hidden::LeftOut, &mut collector);
    // A page that hides its only tables shows them by a script.
    if outcome.has_hidden_table && !has_table(&mut collector) {
        let mut shown = Collector::new(limits);
        walk(text, start, 1, Hidden::Shown, &mut shown);
        collector = shown;
    }
    if !has_table(&mut collector) {
        collector = with_shown_markup(collector, limits);
    }
    collector = with_drawn_tables(collector, limits);
    garbled::note_signs(&mut collector);
    Ok(Extract { document: collector.finish(), encoding: Some(decoded.encoding.name()) })
}

/// Reads HTML in the midst of other text. `first_line` is the number of its first line.
pub(super) fn gather(text: &str, first_line: u32, collector: &mut Collector) {
    walk(text, 0, first_line, Hidden::LeftOut, collector);
}

/// Appends text that may have single tags and references in it, as Markdown has: a `<br>` ends the line, other
/// tags are left out.
pub(super) fn push_inline(text: &str, words: &mut Folded) {
    for token in Tokens::from(text, 0) {
        match token {
            Token::Text(text) => reference::push_text(text, words),
            Token::Start(tag) | Token::End(tag) if tag.element == Element::Break => words.end_line(),
            Token::Start(_) | Token::End(_) => {}
        }
    }
}

fn has_table(collector: &mut Collector) -> bool {
    collector.document().blocks.iter().any(|block| matches!(block, Block::Table(_)))
}

/// A page that shows the source of a table (`&lt;table&gt;`): what it shows is read.
fn with_shown_markup(mut collector: Collector, limits: &Limits) -> Collector {
    let shown: Vec<&str> = collector.document().blocks.iter().filter_map(Block::text).listed();
    let shown = shown.join("\n");
    // A cell's tag too: a stray `<table` among words is a slip of the page's own markup.
    if !has_table_tag(&shown) || !has_tag(shown.as_bytes(), &[b"td"]) {
        return collector;
    }
    let mut again = Collector::new(limits);
    walk(&shown, 0, 1, Hidden::LeftOut, &mut again);
    again
}

/// Plain text with drawn tables (`规章 | 0 | 0`) that came as HTML: its paragraphs are lines of text.
fn with_drawn_tables(mut collector: Collector, limits: &Limits) -> Collector {
    // Where there are tables of the page's own, a line with a bar may be a menu.
    let (lines, bars) = if has_table(&mut collector) { (5, 3) } else { (2, 1) };
    let is_drawn = |block: &&Block| block.text().is_some_and(|text| text.matches('|').count() >= bars);
    if collector.document().blocks.iter().filter(is_drawn).count() < lines {
        return collector;
    }
    let mut document = collector.finish();
    let mut again = Collector::new(limits);
    text::gather_again(&std::mem::take(&mut document.blocks), &mut again);
    document.blocks = std::mem::take(&mut again.document().blocks);
    for place in document.notes.iter_mut().filter_map(|note| note.place.as_mut()) {
        let is_before = |block: &Block| block.origin().line <= place.origin.line;
        place.block = document.blocks.iter().rposition(is_before).unwrap_or(0);
    }
    *again.document() = document;
    again
}

/// The encoding that the page declares in a `<meta>` or in its XML declaration.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let opening = encoding::opening(bytes, OPENING);
    let mut is_comment = false;
    for part in opening.split(|byte| *byte == b'<').skip(1) {
        is_comment |= part.starts_with(b"!--");
        if is_comment {
            is_comment = !part.windows(3).any(|end| end == b"-->");
            continue;
        }
        let name: &[u8] = match () {
            _ if starts_with(part, b"body") => return None,
            _ if starts_with(part, b"meta") => b"charset",
            _ if starts_with(part, b"?xml") => b"encoding",
            _ => continue,
        };
        let tag = part.split(|byte| *byte == b'>').next().unwrap_or_default();
        if let Some(label) = label_after(tag, name) {
            return Encoding::from_label(label);
        }
    }
    None
}

/// The label in `charset=gb2312`, `charset = "gb2312"`.
fn label_after<'a>(tag: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let at = tag.windows(name.len()).position(|part| part.eq_ignore_ascii_case(name))?;
    let after = tag[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?;
    let is_quote = |byte: &u8| matches!(byte, b'"' | b'\'');
    let after = after.trim_ascii_start();
    let value = if after.first().is_some_and(is_quote) { &after[1..] } else { after };
    let end = value.iter().position(|byte| is_quote(byte) || matches!(byte, b';' | b' ' | b'/' | b'?'));
    Some(&value[..end.unwrap_or(value.len())])
}
