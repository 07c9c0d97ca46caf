//! `gouji rules`: the catalogue, or one rule's page.

use super::output::{Output, Stop};
use super::{CLEAN, wording};
use crate::export::width::{pad_right, width};
use crate::language::Language;
use crate::rules::{self, RULES, Rule};

/// Writes the page of the rule `code`, or the catalogue.
pub(super) fn run(code: Option<&str>, language: Language, output: &mut Output) -> Result<u8, Stop> {
    match code.and_then(rules::rule) {
        Some(rule) => output.write(&page(rule, language))?,
        None => output.write(&catalogue(language))?,
    }
    Ok(CLEAN)
}

/// A line a rule under the name of its family.
fn catalogue(language: Language) -> String {
    let names = RULES.iter().map(|rule| width(rule.name)).max().unwrap_or_default();
    let severities = RULES
        .iter()
        .map(|rule| width(wording::severity(rule.severity).get(language)))
        .max()
        .unwrap_or_default();
    let mut text = String::new();
    let mut family = None;
    for rule in RULES {
        if family != Some(rule.family) {
            let gap = if family.is_some() { "\n" } else { "" };
            text.push_str(&format!("{gap}{}\n", wording::family(rule.family).get(language)));
            family = Some(rule.family);
        }
        text.push_str(&format!(
            "  {}  {}  {}  {}\n",
            rule.code,
            pad_right(rule.name, names),
            pad_right(wording::severity(rule.severity).get(language), severities),
            rule.title.get(language)
        ));
    }
    text
}

fn page(rule: &Rule, language: Language) -> String {
    let mut text = format!("{} {}\n{}\n", rule.code, rule.name, rule.title.get(language));
    let severity = wording::severity(rule.severity).get(language);
    let facts = [
        (wording::FAMILY, wording::family(rule.family).get(language)),
        (wording::SEVERITY, severity),
        (wording::EDITIONS, wording::editions(rule.editions).get(language)),
    ];
    text.push('\n');
    for (label, words) in facts {
        text.push_str(&format!("{}: {words}\n", label.get(language)));
    }
    for (label, words) in [(wording::WHY, rule.why), (wording::BASIS, rule.basis), (wording::HINT, rule.hint)]
    {
        text.push_str(&format!("\n{}\n  {}\n", label.get(language), words.get(language)));
    }
    text
}
