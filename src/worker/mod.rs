//! The engine behind the page: messages in, reviews out.

use wasm_bindgen::prelude::wasm_bindgen;

/// Checks.
#[wasm_bindgen]
pub fn check(name: &str, language: &str, bytes: Vec<u8>) -> String {
    let _ = language;
    let review = crate::review::review(crate::read::Source { name, bytes: &bytes });
    format!(
        "{{\"name\":{name:?},\"sha256\":\"{}\",\"verdict\":\"{:?}\"}}",
        review.source.sha256, review.verdict
    )
}
