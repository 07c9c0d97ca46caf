//! The engine behind the page: bytes in, envelopes out. It runs in a worker and answers one call at a time.

use crate::export::page::{catalogue, envelope};
use crate::language::Language;
use crate::read::Source;
use crate::report::form::Cell;
use crate::review::{Review, amend, review};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The review of the last source, as it was read: what [`recheck`] starts from.
    static LAST: RefCell<Option<Review>> = const { RefCell::new(None) };
}

/// Checks one source and gives its envelope as JSON, in the language of the code (`zh` or `en`; any other is
/// taken for `zh`). `name` is the file's name, empty for pasted text. `edits` is what was changed by hand, a cell
/// a line, its name and its text with a tab between: `requests.new_received.total\t81`.
#[wasm_bindgen]
pub fn check(name: &str, language: &str, bytes: Vec<u8>, edits: &str) -> String {
    let review = review(Source { name, bytes: &bytes });
    let answer = judged(&review, language, edits);
    LAST.with(|last| last.replace(Some(review)));
    answer
}

/// The same of the source that was checked last, if that is the one with this SHA-256; else the empty string.
#[wasm_bindgen]
pub fn recheck(sha256: &str, language: &str, edits: &str) -> String {
    LAST.with_borrow(|last| {
        let held = last.as_ref().filter(|review| review.source.sha256 == sha256);
        held.map(|review| judged(review, language, edits)).unwrap_or_default()
    })
}

/// The rule catalogue as JSON, in the language of the code.
#[wasm_bindgen]
pub fn rules(language: &str) -> String {
    written(&catalogue(spoken(language)))
}

/// The envelope of a review with `edits` applied.
fn judged(review: &Review, language: &str, edits: &str) -> String {
    let language = spoken(language);
    let lines = edits.lines().filter_map(|line| line.split_once('\t'));
    let texts: BTreeMap<Cell, String> =
        lines.filter_map(|(cell, text)| Some((Cell::from_name(cell)?, text.to_owned()))).collect();
    if texts.is_empty() {
        return written(&envelope(review, language));
    }
    written(&envelope(&amend(review, &texts), language))
}

fn spoken(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

/// The value as JSON. The shapes hold no map with keys that JSON cannot have, so there is nothing to fail.
fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
