//! A rule's page, made from its declaration: what `gouji rules CODE` prints and what docs/rules holds.

use super::{Example, Rule, wording};
use crate::language::Language;

/// The page of `rule` in `language`, as Markdown that reads well as plain text.
pub fn page(rule: &Rule, language: Language) -> String {
    let mut text = format!("# {} {}\n\n{}\n\n", rule.code, rule.name, rule.title.get(language));
    let facts = [
        (wording::FAMILY, rule.family.label()),
        (wording::SEVERITY, rule.severity.label()),
        (wording::EDITIONS, rule.editions.label()),
    ];
    for (head, words) in facts {
        let line = wording::FACT.fill(&[("head", head.into()), ("words", words.into())]);
        text.push_str(line.get(language));
        text.push('\n');
    }
    for (head, words) in [(wording::WHY, rule.why), (wording::BASIS, rule.basis), (wording::HINT, rule.hint)]
    {
        text.push_str(&format!("\n## {}\n\n{}\n", head.get(language), words.get(language)));
    }
    for (head, example) in [(wording::PASSES, rule.passes), (wording::FAILS, rule.fails)] {
        text.push_str(&format!("\n## {}\n\n{}\n", head.get(language), example.text.get(language)));
        text.push_str(&case(example));
    }
    text
}

fn case(example: Example) -> String {
    if example.case.is_empty() { String::new() } else { format!("\n```\n{}\n```\n", example.case) }
}
