//! E06: pages without text.

use crate::document::{Block, NoteKind};
use crate::language::Text;
use crate::read::ReadError;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, is_such_a_report,
};

/// *What it checks*: the file has text, not only pictures of it.
///
/// *Why*: reading pictures is left to people here; nothing is guessed from a scan.
///
/// *Basis*: the file's text layer.
///
/// *Passes*: text. *Fails*: a scan.
pub const NO_TEXT: Rule = Rule {
    code: "E06",
    name: "no-text",
    family: Family::Reading,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "文件没有文字（扫描件或图片）", en: "The file has no text (a scan or pictures)"
    },
    why: Text {
        zh: "扫描件里只有图像，没有可以读取的文字；这里不做图像识别，以免认错数字。",
        en: "A scan has pictures only. Pictures are not read here, so that no digit is mistaken.",
    },
    basis: Text { zh: "文件的文字层", en: "The file's text layer" },
    message: Text {
        zh: "文件里没有可读的文字，像是扫描件或图片。",
        en: "The file holds no readable text; it looks like a scan or a picture.",
    },
    hint: Text {
        zh: "换用 Word 原稿、网页或带文字层的 PDF；也可以把表格数字直接填入页面核对。",
        en: "Take the Word original, the web page or a PDF with text, or type the table's figures into the page.",
    },
    passes: Example { text: Text { zh: "有文字。", en: "It has text." }, case: "" },
    fails: Example { text: Text { zh: "扫描的 PDF。", en: "A scanned PDF." }, case: "unread no-text" },
    check: Check::Custom(check),
};

/// Fewer characters than these beside pictures are no text.
const TEXT: usize = 40;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &NO_TEXT;
    let has_none = facts.unread == Some(ReadError::NoText) || is_picture_only(facts);
    if facts.unread.is_some() && !has_none {
        return Outcome::not_applicable(rule);
    }
    Outcome::whole(rule, has_none.then(|| Finding::of(rule, rule.message.into())))
}

/// True where pictures stand with next to no text and nothing of a report was recognised.
pub(super) fn is_picture_only(facts: &Facts<'_>) -> bool {
    let blocks = &facts.document.blocks;
    let has_picture = facts.document.notes.iter().any(|note| note.kind == NoteKind::Picture);
    let has_table = blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let characters: usize = blocks.iter().filter_map(Block::text).map(|text| text.chars().count()).sum();
    has_picture && !has_table && characters < TEXT && !is_such_a_report(facts.report)
}
