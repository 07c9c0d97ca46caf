//! The engine's own door, in a browser: what `check` answers to bytes. `scripts/test` runs it in Chromium.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn bytes_come_back_as_an_envelope_of_one_review() {
    let json = gouji::worker::check("青岭市.txt", "zh", "青岭市".as_bytes().to_vec());
    let envelope: serde_json::Value = serde_json::from_str(&json).unwrap();
    let source = &envelope["review"]["source"];
    assert_eq!(source["name"], "青岭市.txt");
    assert_eq!(source["sha256"], "aa8aacbc72f60d13423f99e15b7aa308db0b819fcbea7ad429b4850212a34cc3");
}
