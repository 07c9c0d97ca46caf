//! The words of exported files that no other room says.

use crate::language::Language;
use crate::review::{RULESET, Review};

/// The foot of a picture: whose report it draws, from which file, by which version.
pub fn picture_source(review: &Review, language: Language) -> String {
    let title =
        review.report.as_ref().and_then(|report| report.title.as_ref()).map(|title| title.value.as_str());
    let name = review.source.name.as_str();
    let digest = review.source.sha256.get(..12).unwrap_or(&review.source.sha256);
    let version = env!("CARGO_PKG_VERSION");
    match language {
        Language::Zh => {
            let title = title.map(|title| format!("《{title}》，")).unwrap_or_default();
            let name = if name.is_empty() { "粘贴的文字" } else { name };
            format!("来源：{title}{name}（SHA-256 {digest}…）。勾稽 gouji {version}，规则集 {RULESET}。")
        }
        Language::En => {
            let title = title.map(|title| format!("{title}, ")).unwrap_or_default();
            let name = if name.is_empty() { "pasted text" } else { name };
            format!("Source: {title}{name} (SHA-256 {digest}…). gouji {version}, rule set {RULESET}.")
        }
    }
}
