//! The review's own sentences.

use super::diagnose::{Slip, Statement, StatementSource};
use crate::language::{Sentence, Text};
use crate::rules::{MISPLACED, WRONG_KIND};

/// What would have happened, in a few words.
pub(super) const fn slip(slip: Slip) -> Text {
    match slip {
        Slip::Swapped => Text { zh: "相邻两位数字颠倒", en: "two neighbouring digits swapped" },
        Slip::Dropped => Text { zh: "少写一位数字", en: "a digit left out" },
        Slip::Doubled => Text { zh: "多写一位数字", en: "a digit too many" },
        Slip::OneDigit => Text { zh: "一位数字不同", en: "one digit differs" },
        Slip::Neighbour => Text { zh: "误填了相邻一格的数", en: "the value of a neighbouring cell" },
        Slip::NotFilled => Text { zh: "该填的数没有填", en: "a number that was not filled in" },
        Slip::Twin => Text {
            zh: "同一个错数同时写进了分项和总计",
            en: "the same wrong number stands in a part and in the total",
        },
        Slip::WrongKind => WRONG_KIND.message,
        Slip::Exchanged => MISPLACED.message,
        Slip::Other => Text { zh: "看不出是哪种笔误", en: "no usual slip" },
    }
}

/// Why a diagnosis comes first: the slip, what it mends, what agrees with it, and whether others would do.
pub(super) fn why(
    slipped: Slip,
    cleared: usize,
    agreeing: &[&Statement],
    others: usize,
    tied: bool,
) -> Sentence {
    let words = slip(slipped);
    let mut zh = format!("{}；改后 {cleared} 项勾稽同时成立", words.zh);
    let mut en = format!(
        "{}; changed so, {cleared} {} at once",
        words.en,
        if cleared == 1 { "identity holds" } else { "identities hold" }
    );
    for statement in agreeing {
        let (who_zh, who_en) = match statement.source {
            StatementSource::Narrative => ("正文", "the prose"),
            StatementSource::LastYear => ("上年报告", "last year's report"),
        };
        zh.push_str(&format!("，且与{who_zh}“{}”一致", statement.text));
        en.push_str(&format!(", and it agrees with {who_en} (“{}”)", statement.text));
    }
    let (more_zh, more_en) = match (others, tied) {
        (0, _) => ("。没有其他同样少的改法。".to_owned(), ". No other change as small would do.".to_owned()),
        (_, true) => (
            format!("。另有 {others} 种同样少的改法，算术上分不出先后，请对照底稿。"),
            format!(". {others} other changes as small would do; arithmetic cannot tell: see the records."),
        ),
        (_, false) => (
            format!("。另有 {others} 种同样少的改法，可能性较小。"),
            format!(". {others} other changes as small would do, but they are less likely."),
        ),
    };
    Sentence { zh: zh + &more_zh, en: en + &more_en }
}

/// The same, where the report has so many slips that only those that stand apart could be told.
pub(super) fn among_many(why: &Sentence) -> Sentence {
    Sentence {
        zh: format!("错处较多，先指出彼此无关的。{}", why.zh),
        en: format!("Many figures are off; those that stand apart come first. {}", why.en),
    }
}
