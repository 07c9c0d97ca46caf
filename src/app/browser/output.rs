//! What leaves the page by the user's own hand: the clipboard, a saved file, paper.

use super::{document, window};
use crate::export::csv;
use crate::export::json::ReviewDto;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Url,
};

/// Copies words to the clipboard; whether the browser did. The old way, for it needs no https.
pub fn copy(words: &str) -> bool {
    try_copy(words).unwrap_or(false)
}

fn try_copy(words: &str) -> Option<bool> {
    let document = document()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(words);
    area.set_class_name("hidden");
    let body = document.body()?;
    body.append_child(&area).ok()?;
    area.select();
    let copied = document.dyn_ref::<HtmlDocument>()?.exec_command("copy").unwrap_or(false);
    area.remove();
    Some(copied)
}

/// Copies a text both as HTML and as plain words; whether the browser did.
pub fn copy_rich(rich: &str, plain: &str) -> bool {
    let Some(document) = document() else { return false };
    let texts = [("text/html", rich.to_owned()), ("text/plain", plain.to_owned())];
    let taken = EventListener::new_with_options(
        &document,
        "copy",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(transfer) = transfer {
                event.prevent_default();
                for (kind, text) in &texts {
                    let _ = transfer.set_data(kind, text);
                }
            }
        },
    );
    // Something has to be selected for the browser to ask what is to be copied.
    let copied = copy(plain);
    drop(taken);
    copied
}

/// Saves the review of an envelope, given as JSON, as a `gouji-review/1` file.
pub fn save_review(envelope: &str, name: &str) {
    // What a browser forbids here (saving in a frame without permission) it says itself.
    let _ = try_save(envelope, name);
}

fn try_save(envelope: &str, name: &str) -> Result<(), JsValue> {
    let envelope = JSON::parse(envelope)?;
    let file = Object::new();
    let set = |key: &str, value: JsValue| Reflect::set(&file, &key.into(), &value);
    set("schema", crate::export::json::SCHEMA.into())?;
    for key in ["gouji", "ruleset"] {
        set(key, Reflect::get(&envelope, &key.into())?)?;
    }
    set("findings", Array::new().into())?;
    set("reviews", Array::of1(&Reflect::get(&envelope, &"review".into())?).into())?;
    let text = JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &2.into())?;
    save(&text, "application/json", &format!("{}.gouji.json", stem(name)))
}

/// Saves the findings of a review as a table of comma separated values.
pub fn save_findings(review: &ReviewDto, name: &str) {
    let text = [csv::BYTE_ORDER_MARK, &csv::finding_header(), &csv::findings(review)].concat();
    let _ = save(&text.into(), "text/csv", &format!("{}.gouji.csv", stem(name)));
}

fn stem(name: &str) -> &str {
    if name.is_empty() { "pasted" } else { name }
}

fn save(text: &JsString, kind: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(text), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document().ok_or(JsValue::NULL)?.create_element("a")?.dyn_into::<HtmlAnchorElement>()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the blob when click() returns.
    Url::revoke_object_url(&address)
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
