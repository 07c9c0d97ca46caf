//! `gouji rules`: the catalogue, or one rule's page.

use super::CLEAN;
use super::output::{Output, Stop};
use crate::export::width::{pad_right, width};
use crate::language::Language;
use crate::rules::{self, RULES};

/// Writes the page of the rule `code`, or the catalogue.
pub(super) fn run(code: Option<&str>, language: Language, output: &mut Output) -> Result<u8, Stop> {
    match code.and_then(rules::rule) {
        Some(rule) => output.write(&rules::page(rule, language))?,
        None => output.write(&catalogue(language))?,
    }
    Ok(CLEAN)
}

/// A line a rule under the name of its family.
fn catalogue(language: Language) -> String {
    let names = RULES.iter().map(|rule| width(rule.name)).max().unwrap_or_default();
    let severities =
        RULES.iter().map(|rule| width(rule.severity.label().get(language))).max().unwrap_or_default();
    let mut text = String::new();
    let mut family = None;
    for rule in RULES {
        if family != Some(rule.family) {
            let gap = if family.is_some() { "\n" } else { "" };
            text.push_str(&format!("{gap}{}\n", rule.family.label().get(language)));
            family = Some(rule.family);
        }
        text.push_str(&format!(
            "  {}  {}  {}  {}\n",
            rule.code,
            pad_right(rule.name, names),
            pad_right(rule.severity.label().get(language), severities),
            rule.title.get(language)
        ));
    }
    text
}
