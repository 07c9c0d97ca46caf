//! Reviews as text for a terminal, findings shown the way good compilers show code: the printed row, the cells
//! marked under it, what it should be, and what to do.

mod across;
mod excerpt;
mod finding;
mod style;
#[cfg(test)]
mod tests;

pub use across::across;
pub use style::Style;

use super::json::{ReviewDto, SettledDto};
use super::width::visible;
use super::wording;
use crate::language::Language;
use crate::review::{Diagnosis, Review};
use crate::rules::{Finding, Severity, Status};
use style::Ink;

/// The whole text about one review: verdict, title and form, then each diagnosis with the equations that it mends,
/// then the other findings, the gravest first, then what could not be told. `dto` is the same review in the same
/// language.
pub fn review(review: &Review, dto: &ReviewDto, language: Language, style: Style) -> String {
    let mut text = header(review, dto, language, style);
    let mut findings = review.findings_by_gravity();
    for diagnosis in &review.diagnoses {
        text.push_str(&self::diagnosis(diagnosis, language, style));
        let mends = |finding: &&Finding| {
            let at = finding.at.as_deref().unwrap_or_default();
            diagnosis.clears.iter().any(|(code, place)| *code == finding.code && place == at)
        };
        let (mended, others) = findings.into_iter().partition::<Vec<_>, _>(mends);
        text.extend(mended.iter().map(|mended| shown(review, mended, language, style)));
        findings = others;
    }
    text.extend(findings.iter().map(|finding| shown(review, finding, language, style)));
    text.push_str(&undecided(review, language, style));
    text.push_str(&format!("\n{}\n", style.paint(Ink::Quiet, &wording::checks(dto, language))));
    text.push_str(&settings(dto.settings.as_ref(), language, style));
    text
}

/// What settings left out or changed, a line each.
pub fn settings(settled: Option<&SettledDto>, language: Language, style: Style) -> String {
    let lines = settled.map(|settled| wording::settled(settled, language)).unwrap_or_default();
    lines.iter().map(|line| format!("{}\n", style.paint(Ink::Quiet, &visible(line)))).collect()
}

/// One line about several reviews.
pub fn total<'a>(verdicts: impl Iterator<Item = &'a str>, language: Language) -> String {
    let mut counts = [0; 4];
    for verdict in verdicts {
        let index = ["passed", "attention", "failed"].iter().position(|key| *key == verdict).unwrap_or(3);
        counts[index] += 1;
    }
    format!("{}\n", wording::total(counts.iter().sum(), counts, language))
}

fn header(review: &Review, dto: &ReviewDto, language: Language, style: Style) -> String {
    let ink = match dto.verdict.as_str() {
        "passed" => Ink::Good,
        "failed" => Ink::Severity(Severity::Error),
        "attention" => Ink::Severity(Severity::Warning),
        _ => Ink::Strong,
    };
    let mut text = format!(
        "{}\n  {}\n",
        style.paint(Ink::Strong, &visible(&dto.source.name)),
        style.paint(ink, &wording::verdict_sentence(dto, language))
    );
    if let Some(report) = &review.report {
        let title = report.title.as_ref().map(|title| visible(&title.value));
        let mut parts = vec![title.unwrap_or_else(|| wording::NO_TITLE.get(language).to_owned())];
        parts.extend(report.year.as_ref().map(|year| wording::year(year.value, language)));
        parts.extend(wording::editions(report.editions.proactive, report.editions.requests, language));
        text.push_str(&format!("  {}\n", parts.join(" · ")));
    }
    text
}

fn shown(review: &Review, finding: &Finding, language: Language, style: Style) -> String {
    format!("\n{}", finding::finding(review, finding, language, style))
}

/// How many other changes are listed with a diagnosis.
const ALTERNATIVES: usize = 3;

/// What to change, before the equations that it would mend.
fn diagnosis(diagnosis: &Diagnosis, language: Language, style: Style) -> String {
    let head = style.paint(Ink::Strong, wording::DIAGNOSIS.get(language));
    let change = visible(&wording::changes(&diagnosis.changes, language));
    let mends: Vec<String> = diagnosis
        .clears
        .iter()
        .map(|(code, at)| format!("{code} {}", wording::check_place(at, language)))
        .collect();
    let mut notes = vec![
        (None, diagnosis.why.get(language).to_owned()),
        (Some(wording::MENDS.get(language)), mends.join(wording::COMMA.get(language))),
    ];
    notes.extend(
        diagnosis
            .alternatives
            .iter()
            .take(ALTERNATIVES)
            .map(|other| (Some(wording::OR.get(language)), wording::changes(&other.changes, language))),
    );
    let mut text = format!("\n{head} {}\n", style.paint(Ink::Strong, &change));
    for (label, words) in notes {
        let label = label_before(label, language, style);
        text.push_str(&format!("   {} {label}{}\n", style.paint(Ink::Quiet, "="), visible(&words)));
    }
    text
}

/// A label and what divides it from its words; nothing for none.
fn label_before(label: Option<&str>, language: Language, style: Style) -> String {
    label
        .map(|label| format!("{}{}", style.paint(Ink::Strong, label), wording::COLON.get(language)))
        .unwrap_or_default()
}

/// How many reasons are listed why identities could not be told.
const REASONS: usize = 6;

/// The identities that could not be told, each reason once with the places it holds for.
fn undecided(review: &Review, language: Language, style: Style) -> String {
    let mut reasons: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for outcome in &review.outcomes {
        let Status::Undecided(reason) = &outcome.status else { continue };
        if !matches!(outcome.code, "R01" | "R02" | "R03" | "D01") {
            continue;
        }
        let place = outcome.at.as_deref().map_or(String::new(), |at| wording::check_place(at, language));
        let reason = reason.get(language);
        match reasons.iter_mut().find(|(code, known, _)| *code == outcome.code && *known == reason) {
            Some((_, _, places)) => places.push(place),
            None => reasons.push((outcome.code, reason, vec![place])),
        }
    }
    let (comma, colon) = (wording::COMMA.get(language), wording::COLON.get(language));
    let mut text = String::new();
    for (code, reason, places) in reasons.iter().take(REASONS) {
        let head = style.paint(Ink::Strong, &format!("{}[{code}]", wording::UNDECIDED.get(language)));
        text.push_str(&format!("{head} {}{colon}{}\n", visible(&places.join(comma)), visible(reason)));
    }
    let left_out: usize = reasons.iter().skip(REASONS).map(|(_, _, places)| places.len()).sum();
    if left_out > 0 {
        text.push_str(&format!("{}\n", wording::undecided_left_out(left_out, language)));
    }
    if text.is_empty() { text } else { format!("\n{text}") }
}
