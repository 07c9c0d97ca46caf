//! How alike two texts are, kept small: of the hashes of all runs of eight characters the smallest, which are a
//! fair sample of both texts.

use crate::sorted::{self, Listed};

/// Hashes that are kept: with as many, the share is right within two in a hundred.
const KEPT: usize = 1024;

/// The characters of a run.
const RUN: usize = 8;

/// The sample of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sketch(Vec<u32>);

impl Sketch {
    /// The sample of `text`, in which every year is the same year: what was copied from one year to the next
    /// differs in nothing else. White space is to be left out before.
    pub fn of(text: &str) -> Sketch {
        let characters = without_years(text);
        let mut hashes: Vec<u32> = characters.windows(RUN).map(hash).listed();
        sorted::sort(&mut hashes);
        hashes.dedup();
        hashes.truncate(KEPT);
        Sketch(hashes)
    }

    /// How many of a hundred runs the two texts share (their Jaccard index); `None` where one of them has fewer than
    /// `least` different runs.
    pub fn shared(&self, other: &Sketch, least: usize) -> Option<usize> {
        if self.0.len() < least || other.0.len() < least {
            return None;
        }
        let mut union: Vec<u32> = self.0.iter().chain(&other.0).copied().listed();
        sorted::sort(&mut union);
        union.dedup();
        union.truncate(KEPT);
        let both = union
            .iter()
            .filter(|hash| self.0.binary_search(hash).is_ok() && other.0.binary_search(hash).is_ok());
        (100 * both.count()).checked_div(union.len())
    }
}

/// The characters with one sign in the place of every year: 2023, 二〇二三.
fn without_years(text: &str) -> Vec<char> {
    let characters: Vec<char> = text.chars().listed();
    let mut kept = Vec::with_capacity(characters.len());
    let mut rest = characters.as_slice();
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(|character| is_digit(**character)).count();
        if run == 4 && matches!(first, '2' | '二') {
            kept.push('Y');
        } else {
            kept.extend(&rest[..run.max(1)]);
        }
        rest = &rest[run.max(1)..];
    }
    kept
}

fn is_digit(character: char) -> bool {
    matches!(
        character,
        '0'..='9' | '〇' | '○' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九'
    )
}

/// FNV-1a over the characters, its bits mixed at the end: the smallest hashes are a fair sample only where the last
/// character of a run reaches the highest bits too.
fn hash(run: &[char]) -> u32 {
    let mut hash = run
        .iter()
        .fold(0x811c_9dc5_u32, |hash, character| (hash ^ *character as u32).wrapping_mul(0x0100_0193));
    for multiplier in [0x85eb_ca6b_u32, 0xc2b2_ae35] {
        hash = (hash ^ (hash >> 15)).wrapping_mul(multiplier);
    }
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_in_the_year_alone_are_one_and_others_are_not() {
        let sketch = |text: &str| Sketch::of(text);
        let one = "2023年青岭市各级行政机关主动公开政府信息，及时回应关切。";
        let same = "二〇二四年青岭市各级行政机关主动公开政府信息，及时回应关切。";
        let other = "2024年，本市完善平台，调整目录，培训人员，检查栏目，更新指南。";
        assert_eq!(sketch(one).shared(&sketch(same), 8), Some(100));
        assert_eq!(sketch(one).shared(&sketch(other), 8), Some(0));
        assert_eq!(sketch(one).shared(&sketch("无"), 8), None);
        let long: String = (5000..9000).map(|number| format!("{number}，")).collect();
        let half: String = (5000..7000).map(|number| format!("{number}，")).collect();
        let shared = sketch(&long).shared(&sketch(&half), 8).unwrap();
        assert!((45..=55).contains(&shared), "{shared}");
    }
}
