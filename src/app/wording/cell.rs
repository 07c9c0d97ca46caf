//! Words about one cell.

use super::text;
use crate::export::page::{CellMark, Standing, Suspicion};
use crate::language::{Language, Text};

/// What the marks on a cell mean, for those who do not see them; empty for a plain cell.
pub fn mark_words(mark: &CellMark, language: Language) -> String {
    let mut words = Vec::new();
    let standing: Option<Text> = match mark.standing {
        Standing::Open => None,
        Standing::Held => Some(text("已勾对", "reconciled")),
        Standing::HeldBlankAsZero => Some(text("空白按 0 计则勾对", "reconciled with blanks as nought")),
        Standing::Undecided => Some(text("无法判定", "undecided")),
        Standing::Broken => Some(text("勾稽不成立", "does not hold")),
    };
    words.extend(standing.map(|standing| standing.get(language).to_owned()));
    let suspicion: Option<Text> = match mark.suspicion {
        Suspicion::None => None,
        Suspicion::Possible => Some(text("可能有误", "possibly wrong")),
        Suspicion::Named => Some(text("疑误", "suspect")),
    };
    if let (None, Some(to)) = (suspicion, &mark.to) {
        words.push(match language {
            Language::Zh => format!("空白，应为 {to}"),
            Language::En => format!("blank, must be {to}"),
        });
    }
    if let Some(suspicion) = suspicion {
        let suspicion = suspicion.get(language);
        words.push(match (&mark.to, language) {
            (Some(to), Language::Zh) => format!("{suspicion}，改为 {to} 则成立"),
            (Some(to), Language::En) => format!("{suspicion}, holds if changed to {to}"),
            (None, _) => suspicion.to_owned(),
        });
    }
    if let Some(was) = &mark.was {
        let was = if was.is_empty() { super::BLANK.get(language) } else { was };
        words.push(match language {
            Language::Zh => format!("已改动，原为 {was}"),
            Language::En => format!("changed, was {was}"),
        });
    }
    words.join(match language {
        Language::Zh => "；",
        Language::En => "; ",
    })
}

/// A cell's row and column, and what its marks mean.
pub fn cell_title(mark: &CellMark, language: Language) -> String {
    let words = mark_words(mark, language);
    if words.is_empty() {
        mark.label.clone()
    } else {
        format!("{}{}{words}", mark.label, super::colon(language))
    }
}

/// A cell and the sums it takes part in: `予以公开 · 自然人：参与 2 项勾稽，全部成立`.
pub fn about_cell(mark: &CellMark, language: Language) -> String {
    let tally = mark.tally;
    let all = tally.held + tally.broken + tally.undecided;
    let label = &mark.label;
    match language {
        Language::Zh if all == 0 => format!("{label}：不参与勾稽"),
        Language::En if all == 0 => format!("{label}: takes part in no sum"),
        Language::Zh if tally.held == all => format!("{label}：参与 {all} 项勾稽，全部成立"),
        Language::En if tally.held == all => {
            format!("{label}: takes part in {}, all of which hold", sums(all))
        }
        Language::Zh => {
            let undecided = if tally.undecided > 0 {
                format!("，{} 项无法判定", tally.undecided)
            } else {
                String::new()
            };
            format!("{label}：参与 {all} 项勾稽，{} 项不成立{undecided}", tally.broken)
        }
        Language::En => {
            let undecided =
                if tally.undecided > 0 { format!(", {} undecided", tally.undecided) } else { String::new() };
            format!("{label}: takes part in {}, {} not holding{undecided}", sums(all), tally.broken)
        }
    }
}

fn sums(count: usize) -> String {
    if count == 1 { "1 sum".to_owned() } else { format!("{count} sums") }
}
