//! The engine's own door, in a browser: what `check` answers to bytes. `scripts/test` runs it in Chromium.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn bytes_come_back_as_an_envelope_of_one_review() {
    let json = gouji::worker::check("青岭市.txt", "zh", "青岭市".as_bytes());
    let envelope: serde_json::Value = serde_json::from_str(&json).unwrap();
    let source = &envelope["review"]["source"];
    assert_eq!(source["name"], "青岭市.txt");
    assert_eq!(source["sha256"], "aa8aacbc72f60d13423f99e15b7aa308db0b819fcbea7ad429b4850212a34cc3");
}

#[wasm_bindgen_test]
fn what_was_checked_last_is_checked_again_with_other_figures() {
    let bytes = include_bytes!("../../www/samples/clean.html");
    let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    let first = value(&gouji::worker::check("a.html", "zh", bytes));
    let sha256 = first["review"]["source"]["sha256"].as_str().unwrap().to_owned();
    let edits = "requests.new_received.total\t1\nno cell\t2";
    let again = value(&gouji::worker::recheck(&sha256, "en", edits));
    assert_eq!(again["review"]["verdict"], "failed");
    assert_eq!(again["review"]["amended"]["requests.new_received.total"], "57");
    assert_eq!(value(&gouji::worker::recheck(&sha256, "zh", "")), first);
    assert_eq!(gouji::worker::recheck("another", "zh", ""), "");
}
