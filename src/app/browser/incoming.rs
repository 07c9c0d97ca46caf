//! What comes in: dropped, pasted, chosen, or a sample.

use super::window;
use crate::app::state::{Action, block};
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, ArrayBuffer, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, Element, Event, FileList, KeyboardEvent};
use yew::Callback;

/// Something that was given: its bytes, its name, and its words where it was pasted.
#[derive(Clone)]
pub struct Given {
    /// The file's name; empty for what was pasted.
    pub name: String,
    /// Its bytes.
    pub blob: Blob,
    /// The plain words of what was pasted.
    pub pasted: Option<String>,
}

impl Given {
    /// Words that were typed or pasted.
    pub fn text(text: &str) -> Option<Given> {
        Some(Given { name: String::new(), blob: blob(text)?, pasted: Some(text.to_owned()) })
    }

    /// The files of a list.
    pub fn files(files: &FileList) -> Vec<Given> {
        (0..files.length())
            .filter_map(|index| files.get(index))
            .map(|file| Given { name: file.name(), blob: file.into(), pasted: None })
            .collect()
    }

    /// What a drop or a paste carries: tables as rich text first, then files, then words.
    fn transfer(transfer: &DataTransfer) -> Vec<Given> {
        let plain = transfer.get_data("text/plain").unwrap_or_default();
        let rich = transfer.get_data("text/html").unwrap_or_default();
        // Excel and Word put a picture of the copied cells beside the cells.
        let has_table = holds_table(&rich);
        let files = transfer.files().map(|files| Given::files(&files)).unwrap_or_default();
        if !files.is_empty() && !has_table {
            return files;
        }
        let source = if has_table || plain.trim().is_empty() { &rich } else { &plain };
        if source.trim().is_empty() {
            return Vec::new();
        }
        let words = if plain.is_empty() { &rich } else { &plain };
        let given = blob(source).map(|blob| Given { name: String::new(), blob, pasted: Some(words.clone()) });
        given.into_iter().collect()
    }
}

/// A sample that boot.js has loaded; `None` where there is none of that name.
pub async fn sample(name: &str, file: &str) -> Option<Given> {
    let samples = Reflect::get(&js_sys::global(), &"goujiSamples".into()).ok()?;
    let promise: Promise = Reflect::get(&samples, &name.into()).ok()?.dyn_into().ok()?;
    let bytes: ArrayBuffer = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let blob = Blob::new_with_buffer_source_sequence(&Array::of1(&bytes)).ok()?;
    Some(Given { name: file.to_owned(), blob, pasted: None })
}

/// The listeners on the whole window: dropping and pasting anywhere, keys, the address.
pub struct Listeners {
    _all: Vec<EventListener>,
}

impl Listeners {
    /// Listens until dropped.
    pub fn new(
        given: Callback<Vec<Given>>,
        key: Callback<KeyboardEvent>,
        dispatch: Callback<Action>,
    ) -> Listeners {
        let Some(window) = window() else { return Listeners { _all: Vec::new() } };
        let mut all = Vec::new();
        let mut listen = |name: &'static str, run: Box<dyn Fn(&Event)>| {
            let options = EventListenerOptions::enable_prevent_default();
            all.push(EventListener::new_with_options(&window, name, options, move |event| run(event)));
        };
        for name in ["dragenter", "dragover"] {
            let dispatch = dispatch.clone();
            listen(
                name,
                Box::new(move |event| {
                    event.prevent_default();
                    dispatch.emit(Action::Dragged(true));
                }),
            );
        }
        let left = dispatch.clone();
        listen(
            "dragleave",
            Box::new(move |event| {
                // Leaving an element for another inside the page is no leaving.
                let outside =
                    event.dyn_ref::<DragEvent>().is_none_or(|event| event.related_target().is_none());
                if outside {
                    left.emit(Action::Dragged(false));
                }
            }),
        );
        let (dropped, over) = (given.clone(), dispatch.clone());
        listen(
            "drop",
            Box::new(move |event| {
                event.prevent_default();
                over.emit(Action::Dragged(false));
                let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                dropped.emit(transfer.map(|transfer| Given::transfer(&transfer)).unwrap_or_default());
            }),
        );
        let pasted = dispatch.clone();
        listen(
            "paste",
            Box::new(move |event| {
                let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
                let Some(transfer) = transfer else { return };
                let block = block(&transfer.get_data("text/plain").unwrap_or_default());
                if let (Some(cell), Some(block)) = (target(event).and_then(cell_at), block) {
                    event.prevent_default();
                    pasted.emit(Action::Pasted(cell, block));
                    return;
                }
                // In the text area, words go where the cursor is; only tables and files are taken from there.
                let rich = transfer.get_data("text/html").unwrap_or_default();
                let has_files = transfer.files().is_some_and(|files| files.length() > 0);
                if !is_typing(event) || holds_table(&rich) || has_files {
                    given.emit(Given::transfer(&transfer));
                }
            }),
        );
        listen(
            "keydown",
            Box::new(move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && !is_typing(event)
                {
                    key.emit(event.clone());
                }
            }),
        );
        listen(
            "hashchange",
            Box::new(move |_| {
                if let Some(route) = super::read_route() {
                    dispatch.emit(Action::Navigated(route));
                }
            }),
        );
        Listeners { _all: all }
    }
}

/// The name of the statutory cell that an element is in.
pub fn cell_at(element: Element) -> Option<String> {
    element.closest("td").ok()??.query_selector("[data-cell]").ok()??.get_attribute("data-cell")
}

fn holds_table(markup: &str) -> bool {
    markup.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"<table"))
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn is_typing(event: &Event) -> bool {
    target(event).is_some_and(|element| element.matches("textarea, select, input.text").unwrap_or(false))
}

fn blob(text: &str) -> Option<Blob> {
    Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok()
}
