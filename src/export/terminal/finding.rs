//! One finding as a compiler would show it.

use super::excerpt::{self, Line};
use super::style::{Ink, Style};
use crate::export::width::{pad_left, visible};
use crate::export::wording;
use crate::language::Language;
use crate::review::Review;
use crate::rules::{self, Finding};

/// The finding's head, where it stands, the printed rows with the cells marked, the figures, and what to do.
pub(super) fn finding(review: &Review, finding: &Finding, language: Language, style: Style) -> String {
    let ink = Ink::Severity(finding.severity);
    let head = format!("{}[{}]", finding.severity.label().get(language), finding.code);
    let message = visible(finding.message.get(language));
    let mut text = format!("{} {}\n", style.paint(ink, &head), style.paint(Ink::Strong, &message));
    let lines = excerpt::excerpt(review, finding, language);
    let numbers = lines.iter().filter_map(|line| line.number).max().unwrap_or_default();
    let margin = numbers.to_string().len().max(2);
    text.push_str(&format!(
        "{}{} {}\n",
        " ".repeat(margin),
        style.paint(Ink::Quiet, "-->"),
        location(review, finding, language)
    ));
    if !lines.is_empty() {
        text.push_str(&format!("{}\n", style.paint(Ink::Quiet, &format!("{} |", " ".repeat(margin)))));
    }
    for Line { number, words, marks } in &lines {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let bar = style.paint(Ink::Quiet, &format!("{} |", pad_left(&number, margin)));
        text.push_str(format!("{bar} {words}").trim_end());
        text.push('\n');
        if !marks.is_empty() {
            let bar = style.paint(Ink::Quiet, &format!("{} |", " ".repeat(margin)));
            text.push_str(&format!("{bar} {}\n", style.paint(ink, marks)));
        }
    }
    text.push_str(&noted(finding, margin, language, style));
    text
}

/// The figures and what to do, a line each behind `margin` blanks.
pub(super) fn noted(finding: &Finding, margin: usize, language: Language, style: Style) -> String {
    let mut text = String::new();
    for (label, words) in notes(finding, language) {
        let label = super::label_before(label, language, style);
        let mark = style.paint(Ink::Quiet, &format!("{} =", " ".repeat(margin)));
        text.push_str(&format!("{mark} {label}{}\n", visible(&words)));
    }
    text
}

/// `a.html:57 · 表三 · 自然人`.
fn location(review: &Review, finding: &Finding, language: Language) -> String {
    let first_cell = finding.cells.first().and_then(|(cell, _)| review.report.as_ref()?.figures.get(cell));
    let place = finding.place.or(first_cell.map(|figure| figure.place));
    let origin = place.map(|place| place.origin).unwrap_or_default();
    let mut first = visible(&review.source.name);
    if let Some(line) = origin.line {
        first.push_str(&format!(":{line}"));
    }
    let cells: Vec<_> = finding.cells.iter().map(|(cell, _)| *cell).collect();
    let mut parts = vec![first];
    parts.extend(origin.page.map(|page| wording::page(page, language)));
    let place = wording::whereabouts(&cells, language);
    parts.extend(
        place.or_else(|| finding.at.as_deref().map(|at| visible(&wording::check_place(at, language)))),
    );
    parts.join(" · ")
}

/// What stands under the excerpt, each with the word before it.
fn notes(finding: &Finding, language: Language) -> Vec<(Option<&'static str>, String)> {
    let mut notes = Vec::new();
    if let Some(equation) = &finding.equation {
        let broken = finding.difference.is_some_and(|difference| !difference.is_zero());
        let equation = if broken { equation.replacen(" = ", " ≠ ", 1) } else { equation.clone() };
        notes.push((Some(wording::EQUATION.get(language)), equation));
    }
    if let (Some(expected), Some(actual)) = (finding.expected, finding.actual) {
        let difference = finding.difference.map(|difference| difference.to_string());
        let (expected, actual) = (expected.to_string(), actual.to_string());
        notes.push((None, wording::difference(&expected, &actual, difference.as_deref(), language)));
    }
    if !finding.suspects.is_empty() {
        let suspects: Vec<String> = finding
            .suspects
            .iter()
            .take(4)
            .map(|suspect| format!("{} → {}", suspect.cell.label().get(language), suspect.to))
            .collect();
        let more = if finding.suspects.len() > suspects.len() { " …" } else { "" };
        notes.push((Some(wording::SUSPECTS.get(language)), format!("{}{more}", suspects.join("; "))));
    }
    let hint = finding.hint.get(language);
    if !hint.is_empty() {
        notes.push((Some(wording::HELP.get(language)), hint.to_owned()));
    }
    let basis = rules::rule(finding.code).map_or("", |rule| rule.basis.get(language));
    if !basis.is_empty() {
        notes.push((Some(wording::BASIS.get(language)), basis.to_owned()));
    }
    notes
}
