//! The words of the picture of applicants.

use super::{FEWEST_FOR_PER_CENT, Share, listed, subject};
use crate::chart::graph::{Node, Subject};
use crate::language::Language::{self, En, Zh};
use crate::report::form::OutcomeGroup;
use crate::sorted::Listed;

/// The title of the picture of applicants.
pub fn applicants_title(language: Language) -> &'static str {
    match language {
        Zh => "谁提出了申请，结果如何",
        En => "Who asked, and what became of it?",
    }
}

/// What the picture of applicants says where no kind has any.
pub fn no_applicants(language: Language) -> &'static str {
    match language {
        Zh => "六类申请人都没有申请。",
        En => "None of the six kinds of applicant has any request.",
    }
}

/// The kinds in words, the share of the largest first where the whole is certain.
pub fn applicants(kinds: &[(&str, i64)], whole: Option<i64>, language: Language) -> String {
    let stop = if language == Zh { "。" } else { ". " };
    let most = kinds.iter().max_by_key(|kind| kind.1);
    let shared = whole.filter(|whole| *whole >= FEWEST_FOR_PER_CENT && kinds.len() > 1);
    if let (Some(whole), Some((name, count))) = (shared, most)
        && let Some(share) = Share::of(*count, whole)
    {
        let rest: Vec<(&str, i64)> = kinds.iter().filter(|kind| kind.0 != *name).copied().listed();
        let rest = listed(&rest, language);
        return match language {
            Zh => format!("{name} {count} 件，占 {whole} 件的{}；{rest}{stop}", share.words(language)),
            En => format!("{name} {count}, {} of {whole}; {rest}{stop}", share.words(language)),
        };
    }
    format!("{}{stop}", listed(kinds, language))
}

/// The name of a kind's gap beside its outcomes, without its number; `None` where there is none.
pub fn gap_name(node: &Node, language: Language) -> Option<String> {
    let words = match (node.gap(), node.missing() > 0, language) {
        (0, ..) => return None,
        (_, true, Zh) => "不明",
        (_, true, En) => "Unknown",
        (1.., false, Zh) => "没有去处",
        (1.., false, En) => "No outcome",
        (_, false, Zh) => "没有来处",
        (_, false, En) => "From nowhere",
    };
    Some(words.to_owned())
}

/// Beside a sum that lacks a cell's number.
pub fn incomplete(language: Language) -> &'static str {
    match language {
        Zh => "不全",
        En => "incomplete",
    }
}

/// What dots and bars are.
pub fn panel_note(in_dots: bool, in_bars: bool, language: Language) -> &'static str {
    match (language, in_dots, in_bars) {
        (Zh, true, true) => {
            "不足 20 件的，一点一件；20 件以上的，条长为占该类申请的比例（四舍五入），各图同一尺度。"
        }
        (Zh, true, false) => "一点一件。",
        (Zh, false, _) => "条长为占该类申请的比例（四舍五入），各图同一尺度。",
        (En, true, true) => {
            "Under 20 requests: one dot each. From 20 on: bars are shares of that kind's requests, rounded, on one scale."
        }
        (En, true, false) => "One dot for each request.",
        (En, false, _) => "Bars are shares of that kind's requests, rounded, on one scale.",
    }
}

/// Heads of the applicants' data table.
pub fn applicants_columns(language: Language) -> Vec<String> {
    let mut columns = match language {
        Zh => ["申请人", "新收加上年结转"],
        En => ["Applicant", "In hand"],
    }
    .map(str::to_owned)
    .to_vec();
    columns.extend(OutcomeGroup::ALL.map(|group| group.label().get(language).to_owned()));
    columns.push(subject(Subject::CarriedOut, language).to_owned());
    columns.push(match language {
        Zh => "差".to_owned(),
        En => "Difference".to_owned(),
    });
    columns
}
