//! The rule catalogue in one language, for the page that lists it.

use crate::language::Language;
use crate::report::form::Edition;
use crate::rules::{Editions, RULES, Severity};
use crate::sorted::Listed;
use serde::{Deserialize, Serialize};

/// A rule's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleDto {
    /// The code: `R01`. Its first letter is its family.
    pub code: String,
    /// The name: `request-balance`.
    pub name: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// `2019` or `2021` where it speaks of that edition alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// What it checks.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What it rests on.
    pub basis: String,
    /// What to do about a failure.
    pub hint: String,
}

/// Every rule in the order of its code, in `language`.
pub fn catalogue(language: Language) -> Vec<RuleDto> {
    RULES
        .iter()
        .map(|rule| RuleDto {
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            }
            .to_owned(),
            edition: match rule.editions {
                Editions::Both => None,
                Editions::Only(edition) => Some(Edition::key(edition).to_owned()),
            },
            title: rule.title.get(language).to_owned(),
            why: rule.why.get(language).to_owned(),
            basis: rule.basis.get(language).to_owned(),
            hint: rule.hint.get(language).to_owned(),
        })
        .listed()
}
