//! The engine behind the page: bytes in, envelopes out. It runs in a worker and answers one call at a time.

use crate::export::page::{catalogue, envelope, written};
use crate::language::Language;
use crate::read::{self, ReadError, Source};
use crate::report::form::Cell;
use crate::review::{Review, amend, judge, review, unread};
use crate::sorted::SortedMap;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The review of the last source, as it was read: what [`recheck`] starts from.
    static LAST: RefCell<Option<Review>> = const { RefCell::new(None) };
}

/// Checks one source and gives its envelope as JSON, in the language of the code (`zh` or `en`; any other is
/// taken for `zh`). `name` is the file's name, empty for pasted text.
#[wasm_bindgen]
pub fn check(name: &str, language: &str, bytes: &[u8]) -> String {
    first(review(Source { name, bytes }), language)
}

/// The name of the module that a source has to be read with (`word97`, `sheets`, `fixed`); `None` where [`check`] reads it.
#[wasm_bindgen]
pub fn module_for(name: &str, bytes: &[u8]) -> Option<String> {
    read::module_for(Source { name, bytes }).map(|module| module.key().to_owned())
}

/// [`check`] for a source that a module has read: `packed` is what its `read` gave.
#[wasm_bindgen]
pub fn check_read(name: &str, language: &str, bytes: &[u8], packed: &[u8]) -> String {
    first(judge(Source { name, bytes }, read::unpack(packed)), language)
}

/// [`check`] for a source that no module could read: because the module is not there, or because it gave up.
#[wasm_bindgen]
pub fn check_unread(name: &str, language: &str, bytes: &[u8], module_is_there: bool) -> String {
    let error = if module_is_there { ReadError::Damaged("module") } else { ReadError::Unopened("module") };
    first(unread(Source { name, bytes }, error), language)
}

/// The envelope of the source that was checked last with some cells changed by hand: a cell a line, its name and
/// its text with a tab between (`requests.new_received.total\t81`). The empty string where that source has another
/// SHA-256 than this one, an empty `sha256` standing for any.
#[wasm_bindgen]
pub fn recheck(sha256: &str, language: &str, edits: &str) -> String {
    LAST.with_borrow(|last| {
        let held = last.as_ref().filter(|review| sha256.is_empty() || review.source.sha256 == sha256);
        held.map(|review| amended(review, language, edits)).unwrap_or_default()
    })
}

/// The rule catalogue as JSON, in the language of the code.
#[wasm_bindgen]
pub fn rules(language: &str) -> String {
    written(&catalogue(spoken(language)))
}

/// The envelope of a review, which is kept for [`recheck`].
fn first(review: Review, language: &str) -> String {
    let answer = written(&envelope(&review, spoken(language)));
    LAST.with(|last| last.replace(Some(review)));
    answer
}

/// The envelope of a review with `edits`.
fn amended(review: &Review, language: &str, edits: &str) -> String {
    let lines = edits.lines().filter_map(|line| line.split_once('\t'));
    let texts: SortedMap<Cell, String> =
        lines.filter_map(|(cell, text)| Some((Cell::from_name(cell)?, text.to_owned()))).collect();
    written(&envelope(&amend(review, &texts), spoken(language)))
}

fn spoken(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}
