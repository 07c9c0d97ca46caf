//! Words of the program's own (`size`, `gb18030`, …) that come back out of a document handed over between two of its
//! programs.

use serde::{Deserialize, Deserializer};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A word that stands in the program itself.
pub type Word = &'static str;

thread_local! {
    static KNOWN: RefCell<BTreeSet<Word>> = const { RefCell::new(BTreeSet::new()) };
}

/// Takes a word that another program of the same build wrote.
///
/// # Errors
/// Those of `source`.
pub fn word<'de, D: Deserializer<'de>>(source: D) -> Result<Word, D::Error> {
    String::deserialize(source).map(|word| kept(&word))
}

/// Takes a word that may be missing.
///
/// # Errors
/// Those of `source`.
pub fn word_or_none<'de, D: Deserializer<'de>>(source: D) -> Result<Option<Word>, D::Error> {
    Option::<String>::deserialize(source).map(|word| word.map(|word| kept(&word)))
}

/// Each word is kept once and for good: the other program has only so many.
fn kept(word: &str) -> Word {
    KNOWN.with_borrow_mut(|known| {
        if let Some(old) = known.get(word) {
            return *old;
        }
        let new: Word = Box::leak(word.to_owned().into_boxed_str());
        known.insert(new);
        new
    })
}
