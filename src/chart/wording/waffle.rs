//! The words of the waffle.

use super::{listed, requests};
use crate::language::Language::{self, En, Zh};

/// The waffle's title: what a dot is.
pub fn waffle_title(total: i64, unit: i64, language: Language) -> String {
    match (language, unit) {
        (Zh, 1) => format!("{total} 件申请，一点一件"),
        (Zh, _) => format!("{total} 件申请，一点 {unit} 件"),
        (En, 1) => format!("{}, one dot each", requests(total, language)),
        (En, _) => format!("{}, one dot for {unit}", requests(total, language)),
    }
}

/// The waffle's title where there is no dot.
pub fn waffle_title_of_none(language: Language) -> &'static str {
    match language {
        Zh => "申请有多少件",
        En => "How many requests?",
    }
}

/// What is a whole dot and what a small one.
pub fn dot_note(unit: i64, language: Language) -> String {
    match language {
        Zh => format!("一点为 {unit} 件；小点为不足 {unit} 件的余数，面积成比例。"),
        En => format!("A dot is {unit} requests; a smaller dot is what is left under {unit}, by its area."),
    }
}

/// What has come in and has no outcome.
pub fn no_outcome(language: Language) -> &'static str {
    match language {
        Zh => "没有去处",
        En => "No outcome",
    }
}

/// The piles of the waffle in words.
pub fn waffle(piles: &[(&str, i64)], language: Language) -> String {
    let stop = if language == Zh { "。" } else { ". " };
    format!("{}{stop}", listed(piles, language))
}

/// More outcomes than requests.
pub fn more_than_received(excess: i64, received: i64, language: Language) -> String {
    match language {
        Zh => format!("去处比收到的 {received} 件多 {excess} 件。"),
        En => format!("That is {excess} more than the {received} received. "),
    }
}

/// Heads of the waffle's data table.
pub fn waffle_columns(language: Language) -> Vec<String> {
    match language {
        Zh => ["办理结果", "件数"],
        En => ["Outcome", "Requests"],
    }
    .map(str::to_owned)
    .into()
}
