//! Shares in whole per cent, by integers, with their rounding said.

use crate::language::Language::{self, En, Zh};

/// Below this many requests shares are said in counts, not in per cent.
pub const FEWEST_FOR_PER_CENT: i64 = 20;

/// A share in whole per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Exactly so many.
    Exactly(i64),
    /// Rounded to so many, 1 to 99.
    About(i64),
    /// More than none and rounded to none.
    UnderOne,
    /// Less than all and rounded to all.
    OverNinetyNine,
}

impl Share {
    /// The share of `part` in `whole`; `None` where the whole is nought or the part is not within it.
    pub fn of(part: i64, whole: i64) -> Option<Share> {
        if whole <= 0 || !(0..=whole).contains(&part) {
            return None;
        }
        let rounded = (200 * part + whole) / (2 * whole);
        Some(match rounded {
            _ if 100 * part == rounded * whole => Share::Exactly(rounded),
            0 => Share::UnderOne,
            100 => Share::OverNinetyNine,
            _ => Share::About(rounded),
        })
    }

    /// In a sentence, after 的 or before “of”: `45%`, `约 45%`, `不到 1%`.
    pub fn words(self, language: Language) -> String {
        match (self, language) {
            (Share::Exactly(share), Zh) => format!(" {share}%"),
            (Share::Exactly(share), En) => format!("{share}%"),
            (Share::About(share), Zh) => format!("约 {share}%"),
            (Share::About(share), En) => format!("about {share}%"),
            (Share::UnderOne, Zh) => "不到 1%".to_owned(),
            (Share::UnderOne, En) => "under 1%".to_owned(),
            (Share::OverNinetyNine, Zh) => "超过 99%".to_owned(),
            (Share::OverNinetyNine, En) => "over 99%".to_owned(),
        }
    }

    /// Beside a figure, where a note says that shares are rounded: `45%`, `<1%`.
    pub fn brief(self) -> String {
        match self {
            Share::Exactly(share) | Share::About(share) => format!("{share}%"),
            Share::UnderOne => "<1%".to_owned(),
            Share::OverNinetyNine => ">99%".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_said() {
        let cases = [
            (99, 221, Some("约 45%")),
            (1, 4, Some(" 25%")),
            (1, 3_000, Some("不到 1%")),
            (2_999, 3_000, Some("超过 99%")),
            (1, 200, Some("约 1%")),
            (0, 7, Some(" 0%")),
            (7, 7, Some(" 100%")),
            (8, 7, None),
            (0, 0, None),
            (999_999_999, 999_999_999 * 29, Some("约 3%")),
        ];
        for (part, whole, words) in cases {
            assert_eq!(
                Share::of(part, whole).map(|share| share.words(Zh)).as_deref(),
                words,
                "{part}/{whole}"
            );
        }
    }
}
