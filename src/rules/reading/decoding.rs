//! E05: the text was not decoded cleanly.

use crate::document::NoteKind;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, wording};
use crate::sorted::Listed;

/// *What it checks*: the text was decoded without replacement, is no text of one encoding read as another, and is
/// neither mirrored nor in traditional characters.
///
/// *Why*: words that came out wrong are not recognised.
///
/// *Basis*: the encodings of the file.
///
/// *Passes*: clean text. *Fails*: 锟斤拷.
pub const DECODING: Rule = Rule {
    code: "E05",
    name: "decoding",
    family: Family::Reading,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "文字解码有损：替换字符、乱码、繁体或镜像文字",
        en: "Replacement characters, mojibake, traditional or mirrored text",
    },
    why: Text {
        zh: "解码出错的文字可能认不出来，有关结论要打折扣。",
        en: "Words that came out wrong may not have been recognised.",
    },
    basis: Text { zh: "文件的文字编码", en: "The file's text encoding" },
    message: Text {
        zh: "文字没有完全读对：{causes}。", en: "The text did not come out clean: {causes}."
    },
    hint: Text {
        zh: "另存为 UTF-8 编码，或换用简体原文后再核对。",
        en: "Save the file as UTF-8, or take the simplified original, and check again.",
    },
    passes: Example { text: Text { zh: "文字完好。", en: "The text is clean." }, case: "" },
    fails: Example {
        text: Text { zh: "有 3 个替换字符。", en: "Three replacement characters." },
        case: "note replaced 3",
    },
    check: Check::Custom(check),
};

const REPLACED: Text = Text {
    zh: "{count} 处无法解码，已用替换字符代替",
    en: "{count} place(s) could not be decoded and were replaced",
};

const GARBLED: Text = Text {
    zh: "文字像是乱码、繁体或镜像",
    en: "it looks like mojibake, traditional or mirrored text",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &DECODING;
    if facts.unread.is_some() {
        return Outcome::not_applicable(rule);
    }
    let (mut replaced, mut is_garbled, mut place) = (0_usize, false, None);
    for note in &facts.document.notes {
        match note.kind {
            NoteKind::Replaced(count) => replaced = replaced.saturating_add(count),
            NoteKind::Garbled(_) => is_garbled = true,
            _ => continue,
        }
        place = place.or(note.place);
    }
    let replaced = (replaced > 0).then(|| REPLACED.fill(&[("count", Sentence::same(replaced))]));
    let causes: Vec<Sentence> = replaced.into_iter().chain(is_garbled.then(|| GARBLED.into())).listed();
    let finding = (!causes.is_empty()).then(|| {
        let causes = Sentence::joined(causes, wording::SEMICOLON);
        Finding::of(rule, rule.message.fill(&[("causes", causes)])).standing(place)
    });
    Outcome::whole(rule, finding)
}
