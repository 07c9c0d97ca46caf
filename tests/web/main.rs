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
fn the_reader_that_a_file_needs_is_told_by_its_content_and_then_by_its_name() {
    for (name, bytes, expected) in [
        ("年报.txt", b"%PDF-1.7".as_slice(), Some("fixed")),
        ("年报.pdf", "<p>一</p><p>二</p>".as_bytes(), None),
        ("年报", b"PK\x03\x04..xl/workbook.xml", Some("sheets")),
        ("年报", b"PK\x03\x04..OFD.xml", Some("fixed")),
        ("年报", b"PK\x03\x04..word/document.xml", None),
        ("年报.CSV", "规章,1".as_bytes(), Some("sheets")),
        ("年报.pdf", "规章,1".as_bytes(), None),
        ("年报.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None),
    ] {
        assert_eq!(gouji::worker::module_for(name, bytes).as_deref(), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn a_file_that_no_reader_could_read_says_why() {
    for (there, words) in [(false, "没有载入"), (true, "损坏")] {
        let json = gouji::worker::check_unread("年报.pdf", "zh", b"%PDF-1.7", there);
        let envelope: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(envelope["review"]["verdict"], "undecided");
        assert!(envelope["review"]["findings"][0]["message"].as_str().unwrap().contains(words), "{json}");
    }
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
