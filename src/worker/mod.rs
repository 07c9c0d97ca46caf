//! The engine behind the page: bytes in, envelopes out. It runs in a worker and answers one call at a time.

use crate::export::page::{catalogue, envelope, written};
use crate::language::Language;
use crate::read::Source;
use crate::review::review;
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks one source and gives its envelope as JSON, in the language of the code (`zh` or `en`; any other is
/// taken for `zh`). `name` is the file's name, empty for pasted text.
#[wasm_bindgen]
pub fn check(name: &str, language: &str, bytes: Vec<u8>) -> String {
    let review = review(Source { name, bytes: &bytes });
    written(&envelope(&review, spoken(language)))
}

/// The rule catalogue as JSON, in the language of the code.
#[wasm_bindgen]
pub fn rules(language: &str) -> String {
    written(&catalogue(spoken(language)))
}

fn spoken(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}
