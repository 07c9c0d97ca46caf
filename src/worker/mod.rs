//! The engine behind the page: bytes in, envelopes out. It runs in a worker and answers one call at a time.

use crate::export::page::{catalogue, envelope};
use crate::language::Language;
use crate::read::{self, ReadError, Source};
use crate::review::{Review, judge, review, unread};
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks one source and gives its envelope as JSON, in the language of the code (`zh` or `en`; any other is
/// taken for `zh`). `name` is the file's name, empty for pasted text.
#[wasm_bindgen]
pub fn check(name: &str, language: &str, bytes: &[u8]) -> String {
    written_review(&review(Source { name, bytes }), language)
}

/// The name of the module that a source has to be read with (`sheets`, `fixed`); `None` where [`check`] reads it.
#[wasm_bindgen]
pub fn module_for(name: &str, bytes: &[u8]) -> Option<String> {
    read::module_for(Source { name, bytes }).map(|module| module.key().to_owned())
}

/// [`check`] for a source that a module has read: `packed` is what its `read` gave.
#[wasm_bindgen]
pub fn check_read(name: &str, language: &str, bytes: &[u8], packed: &[u8]) -> String {
    written_review(&judge(Source { name, bytes }, read::unpack(packed)), language)
}

/// [`check`] for a source that no module could read: because the module is not there, or because it gave up.
#[wasm_bindgen]
pub fn check_unread(name: &str, language: &str, bytes: &[u8], module_is_there: bool) -> String {
    let error = if module_is_there { ReadError::Damaged("module") } else { ReadError::Unopened("module") };
    written_review(&unread(Source { name, bytes }, error), language)
}

/// The rule catalogue as JSON, in the language of the code.
#[wasm_bindgen]
pub fn rules(language: &str) -> String {
    written(&catalogue(spoken(language)))
}

fn written_review(review: &Review, language: &str) -> String {
    written(&envelope(review, spoken(language)))
}

fn spoken(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

/// The value as JSON. The shapes hold no map with keys that JSON cannot have, so there is nothing to fail.
fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
