//! The verdict as a sentence, and what stands around it.

use super::{PASTED, text};
use crate::app::state::{Entry, Weight, story};
use crate::export::json::{FindingDto, ReviewDto};
use crate::export::page::{BlockDto, Envelope};
use crate::language::{Language, Text};

/// A piece of a sentence and how it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// How they are said.
    pub tone: Tone,
}

/// How a piece of a sentence is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    Plain,
    /// It holds.
    Good,
    /// It does not hold.
    Wrong,
    /// It could not be told.
    Unsure,
}

/// The verdict of a review: `40 项勾稽成立，2 项不成立，1 处请核对`. Good only where the whole verdict is.
pub fn verdict(review: &ReviewDto, language: Language) -> Vec<Piece> {
    let identities = review.checks.identities;
    if review.report.is_none() {
        let words =
            text("没有认出年报，无从核对", "No annual report was recognised; nothing could be checked");
        return vec![Piece { words: words.get(language).to_owned(), tone: Tone::Unsure }];
    }
    let count = |weight: Weight, identity: bool| {
        review
            .findings
            .iter()
            .filter(|finding| Weight::of(&finding.severity) == weight && is_identity(finding) == identity)
            .count()
    };
    let mut pieces = Vec::new();
    let mut say = |count: usize, words: Phrase, tone: Tone| {
        if count > 0 {
            pieces.push(Piece { words: words.count(count, language), tone });
        }
    };
    let all_hold = identities.failed + identities.undecided + identities.not_applicable == 0;
    let good = if review.verdict == "passed" { Tone::Good } else { Tone::Plain };
    say(identities.passed, if all_hold { ALL_HOLD } else { HOLD }, good);
    say(identities.failed, FAIL, Tone::Wrong);
    say(identities.undecided, UNDECIDED, Tone::Unsure);
    say(count(Weight::Error, false), OTHER_ERRORS, Tone::Wrong);
    say(count(Weight::Warning, false) + count(Weight::Warning, true), LOOK, Tone::Plain);
    if pieces.is_empty() {
        let words = text("没有可核对的勾稽关系", "There was no sum to check");
        pieces.push(Piece { words: words.get(language).to_owned(), tone: Tone::Unsure });
    }
    let comma = match language {
        Language::Zh => "，",
        Language::En => ", ",
    };
    let last = pieces.len() - 1;
    for piece in &mut pieces[..last] {
        piece.words.push_str(comma);
    }
    pieces
}

/// How all checks came out: `全部检查：通过 58（其中空白按 0 计 2），未通过 3（提示 3），无法判定 0，不适用 3`.
pub fn check_counts(review: &ReviewDto, language: Language) -> String {
    let checks = review.checks;
    let (passed, as_zero) = (checks.passed + checks.passed_blank_as_zero, checks.passed_blank_as_zero);
    let (failed, undecided, not_applicable) = (checks.failed, checks.undecided, checks.not_applicable);
    let weights = by_weight(review, language);
    match language {
        Language::Zh => {
            let as_zero =
                if as_zero > 0 { format!("（其中空白按 0 计 {as_zero}）") } else { String::new() };
            let weights = if failed > 0 { format!("（{weights}）") } else { String::new() };
            format!(
                "全部检查：通过 {passed}{as_zero}，未通过 {failed}{weights}，无法判定 {undecided}，\
                 不适用 {not_applicable}"
            )
        }
        Language::En => {
            let as_zero =
                if as_zero > 0 { format!(" ({as_zero} with blanks as nought)") } else { String::new() };
            let weights = if failed > 0 { format!(" ({weights})") } else { String::new() };
            format!(
                "All checks: {passed} passed{as_zero}, {failed} failed{weights}, {undecided} undecided, \
                 {not_applicable} not applicable"
            )
        }
    }
}

/// The findings counted by how grave they are: `错误 2、提示 3`.
fn by_weight(review: &ReviewDto, language: Language) -> String {
    let counted: Vec<String> = [Weight::Error, Weight::Warning, Weight::Info]
        .into_iter()
        .filter_map(|weight| {
            let of_weight = |finding: &&FindingDto| Weight::of(&finding.severity) == weight;
            let count = review.findings.iter().filter(of_weight).count();
            (count > 0).then(|| match language {
                Language::Zh => format!("{} {count}", super::severity(weight).zh),
                Language::En => format!("{}: {count}", super::severity(weight).en.to_ascii_lowercase()),
            })
        })
        .collect();
    counted.join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

/// What was judged: title · edition · file · where it was done.
pub fn source_line(entry: &Entry, envelope: &Envelope, language: Language) -> Vec<String> {
    let report = envelope.review.report.as_ref();
    let mut parts = Vec::new();
    parts.extend(report.and_then(|report| report.title.clone()));
    let edition =
        report.and_then(|report| report.editions.requests.clone().or(report.editions.proactive.clone()));
    parts.extend(edition.map(|edition| edition_words(&edition).get(language).to_owned()));
    parts.push(if entry.name.is_empty() { PASTED.get(language).to_owned() } else { entry.name.clone() });
    let here = text("全程在本机完成，未上传", "done on this machine, nothing uploaded");
    parts.push(here.get(language).to_owned());
    parts
}

/// One sentence about a source for the live region.
pub fn summary(entry: &Entry, language: Language) -> String {
    match (&entry.answer, entry.problem) {
        (Some((_, envelope)), _) => {
            verdict(&envelope.review, language).into_iter().map(|piece| piece.words).collect()
        }
        (None, Some(problem)) => super::problem(problem).0.get(language).to_owned(),
        (None, None) => super::CHECKING.get(language).to_owned(),
    }
}

/// What was understood of a source that is no report, and what was not.
pub fn understanding(envelope: &Envelope, language: Language) -> (String, String) {
    let tables = envelope.document.iter().filter(|block| matches!(block, BlockDto::Table(_))).count();
    let lines = envelope.document.len() - tables;
    let bytes = envelope.review.source.bytes;
    let understood = match (language, lines + tables) {
        (Language::Zh, 0) => format!("收到 {bytes} 个字节，其中没有可读的文字。"),
        (Language::En, 0) => format!("{bytes} bytes came in; no readable text is among them."),
        (Language::Zh, _) => format!("读出 {lines} 段文字、{tables} 张表格。"),
        (Language::En, _) => format!("Paragraphs read: {lines}; tables: {tables}."),
    };
    let missing = text(
        "没有找到年报的三张法定表格（主动公开、申请办理、复议诉讼），也没有找到六个部分的标题。",
        "None of the three statutory tables was found (disclosure, requests, disputes), nor any of the six headings.",
    );
    (understood, missing.get(language).to_owned())
}

/// The findings as plain text, for another document.
pub fn copied_findings(entry: &Entry, envelope: &Envelope, language: Language) -> String {
    let review = &envelope.review;
    let mut lines = vec![summary(entry, language), source_line(entry, envelope, language).join(" · ")];
    lines.push(check_counts(review, language));
    let order = story(review).order();
    for finding in order.iter().filter_map(|index| review.findings.get(*index)) {
        lines.push(String::new());
        let severity = super::severity(Weight::of(&finding.severity)).get(language);
        lines.push(format!("[{}] {severity} · {}", finding.code, finding.message));
        lines.extend(finding.equation.clone());
        lines.extend([&finding.hint, &finding.basis].into_iter().filter(|line| !line.is_empty()).cloned());
    }
    lines.push(String::new());
    lines.push(format!("gouji {} · {} · SHA-256 {}", envelope.gouji, envelope.ruleset, review.source.sha256));
    lines.join("\n")
}

/// Words after a number, one and many.
struct Phrase {
    zh: &'static str,
    one: &'static str,
    many: &'static str,
}

impl Phrase {
    fn count(&self, count: usize, language: Language) -> String {
        match language {
            Language::Zh => format!("{count} {}", self.zh),
            Language::En => format!("{count} {}", if count == 1 { self.one } else { self.many }),
        }
    }
}

const HOLD: Phrase = Phrase { zh: "项勾稽成立", one: "sum holds", many: "sums hold" };
const ALL_HOLD: Phrase =
    Phrase { zh: "项勾稽全部成立", one: "sum, and it holds", many: "sums, all of which hold" };
const FAIL: Phrase = Phrase { zh: "项不成立", one: "does not", many: "do not" };
const UNDECIDED: Phrase =
    Phrase { zh: "项无法判定", one: "could not be decided", many: "could not be decided" };
const OTHER_ERRORS: Phrase = Phrase { zh: "处其他错误", one: "other error", many: "other errors" };
const LOOK: Phrase = Phrase { zh: "处请核对", one: "place to check", many: "places to check" };

fn is_identity(finding: &FindingDto) -> bool {
    matches!(finding.code.as_str(), "R01" | "R02" | "R03" | "D01")
}

fn edition_words(edition: &str) -> Text {
    match edition {
        "2019" => text("2019 版格式", "2019 form"),
        "2021" => text("2021 版格式", "2021 form"),
        "hybrid" => text("新旧格式混用", "both forms mixed"),
        _ => text("格式版本不明", "form unknown"),
    }
}
