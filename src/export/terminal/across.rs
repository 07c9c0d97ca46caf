//! What several reports say of one another.

use super::finding::noted;
use super::style::{Ink, Style};
use crate::export::width::visible;
use crate::export::wording;
use crate::language::Language;
use crate::review::{Comparison, ComparisonKind};
use crate::rules::{Extract, Finding, RULES, Severity, Status};

/// Every comparison: the reports, what does not hold, and, a line a rule, what holds.
pub fn across(comparisons: &[Comparison], extracts: &[Extract], language: Language, style: Style) -> String {
    let told = comparisons.iter().map(|comparison| told(comparison, extracts, language, style));
    told.collect::<Vec<_>>().join("\n")
}

fn told(comparison: &Comparison, extracts: &[Extract], language: Language, style: Style) -> String {
    let about = &extracts[comparison.about];
    let issuer = about.issuer.as_ref().map_or("", |issuer| issuer.name.as_str());
    let files = || comparison.files.iter().map(|file| &extracts[*file]);
    let years = match comparison.kind {
        ComparisonKind::Years => {
            files().filter_map(|extract| extract.year).map(|year| year.to_string()).collect::<Vec<_>>()
        }
        ComparisonKind::RollUp => Vec::new(),
    };
    let head = wording::compared(comparison.kind, issuer, &years.join(" → "), comparison.files.len() - 1);
    let mut findings: Vec<&Finding> = comparison.findings().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let ink = match findings.first().map(|finding| finding.severity) {
        None | Some(Severity::Info) => Ink::Good,
        Some(severity) => Ink::Severity(severity),
    };
    let mut text = format!("{}\n", style.paint(ink, &visible(head.get(language))));
    if comparison.kind == ComparisonKind::Years {
        text.extend(files().map(|extract| format!("  {}\n", visible(&extract.name))));
    } else {
        text.push_str(&format!("  {}\n", visible(&about.name)));
    }
    for finding in findings {
        text.push_str(&shown(finding, about, language, style));
    }
    for rule in RULES.iter().filter(|rule| rule.is_across()) {
        let counted = |wanted: fn(&Status) -> bool| {
            let own = comparison.outcomes.iter().filter(|outcome| outcome.code == rule.code);
            own.filter(|outcome| wanted(&outcome.status)).count()
        };
        let held = counted(|status| matches!(status, Status::Passed | Status::PassedBlankAsZero));
        let undecided = counted(|status| matches!(status, Status::Undecided(_)));
        if held + undecided > 0 {
            let line = wording::held(held, undecided, language);
            let title = rule.title.get(language);
            text.push_str(&format!("  {} {title}{}{line}\n", rule.code, wording::COLON.get(language)));
        }
    }
    text
}

fn shown(finding: &Finding, about: &Extract, language: Language, style: Style) -> String {
    let head = format!("{}[{}]", finding.severity.label().get(language), finding.code);
    let message = visible(finding.message.get(language));
    let cells: Vec<_> = finding.cells.iter().map(|(cell, _)| *cell).collect();
    let mut place = visible(&about.name);
    if let Some(line) = finding.place.and_then(|place| place.origin.line) {
        place.push_str(&format!(":{line}"));
    }
    let whereabouts = wording::whereabouts(&cells, language);
    let parts: Vec<String> = [place].into_iter().chain(whereabouts).collect();
    format!(
        "\n{} {}\n  {} {}\n{}",
        style.paint(Ink::Severity(finding.severity), &head),
        style.paint(Ink::Strong, &message),
        style.paint(Ink::Quiet, "-->"),
        parts.join(" · "),
        noted(finding, 2, language, style)
    )
}
