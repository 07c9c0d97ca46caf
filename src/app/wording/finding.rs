//! Words about findings and diagnoses.

use super::text;
use crate::export::json::{ChangeDto, DiagnosisDto, FindingDto};
use crate::language::{Language, Text};
use serde_json::Value;

/// The equation of a finding that does not hold, with the sign that says so.
pub fn equation(finding: &FindingDto) -> Option<String> {
    let equation = finding.equation.as_ref()?;
    let holds =
        finding.difference.as_ref().is_none_or(|difference| number(difference).trim_matches('0').is_empty());
    match equation.split_once('=') {
        Some((left, right)) if !holds => Some(format!("{left}≠{right}")),
        _ => Some(equation.clone()),
    }
}

/// How far a finding is off: `少 27`, `多 3`.
pub fn difference(finding: &FindingDto, language: Language) -> Option<String> {
    let difference = number(finding.difference.as_ref()?);
    let (sign, magnitude) = match difference.strip_prefix('-') {
        Some(magnitude) => (text("少", "short by"), magnitude),
        None => (text("多", "over by"), difference.as_str()),
    };
    let is_nothing = magnitude.chars().all(|letter| matches!(letter, '0' | '.'));
    (!is_nothing).then(|| format!("{} {magnitude}", sign.get(language)))
}

/// What a diagnosis would mend, before its changes.
pub fn diagnosis_heading(diagnosis: &DiagnosisDto, language: Language) -> String {
    let changes = diagnosis.changes.len();
    let mended = diagnosis.clears.len();
    let is_tie = diagnosis.alternatives.iter().any(|other| other.changes.len() == changes);
    match (language, is_tie) {
        (Language::Zh, false) => format!("改动 {changes} 处，{mended} 项勾稽即全部成立："),
        (Language::Zh, true) => format!("改动 {changes} 处可使 {mended} 项勾稽成立，但不止一种改法，例如："),
        (Language::En, false) => {
            format!("{} would make {} hold: ", count(changes, "change"), count(mended, "sum"))
        }
        (Language::En, true) => {
            format!(
                "{} would make {} hold, in more than one way, such as: ",
                count(changes, "change"),
                count(mended, "sum")
            )
        }
    }
}

/// A figure as it is written into a cell.
pub fn figure(value: &Value) -> String {
    number(value)
}

/// A change in five pieces: words, the printed figure, words, the other figure, words.
pub fn change(change: &ChangeDto, label: &str, language: Language) -> [String; 5] {
    let from =
        if change.from.is_null() { super::BLANK.get(language).to_owned() } else { number(&change.from) };
    let to = number(&change.to);
    match language {
        Language::Zh => [format!("「{label}」由 "), from, " 改为 ".to_owned(), to, String::new()],
        Language::En => [format!("“{label}” from "), from, " to ".to_owned(), to, String::new()],
    }
}

/// What became of a figure of the text.
pub const fn claim_outcome(outcome: &str) -> Text {
    match outcome.as_bytes() {
        b"agrees" => text("与表相符", "agrees with the table"),
        b"differs" => text("与表不符", "differs from the table"),
        _ => text("未能对应表格", "tied to no cell"),
    }
}

fn number(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn count(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
