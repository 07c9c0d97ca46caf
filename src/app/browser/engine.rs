//! The engine behind its port. What goes over is said in www/boot.js.

use crate::app::state::{Action, Problem, Shared, SourceId};
use crate::export::page::{parse_catalogue, parse_envelope};
use crate::language::Language;
use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, MessagePort};
use yew::Callback;

/// The engine.
pub struct Engine {
    port: MessagePort,
    _listening: Closure<dyn FnMut(MessageEvent)>,
}

/// What the engine sent, and the words it came in.
pub enum Answer {
    /// What it means to the page, and the source and its answer as JSON, where it is one.
    Came(Action, Option<(SourceId, String)>),
    /// What it is to look at again it no longer has: it needs the bytes.
    Gone(SourceId, Language),
}

impl Engine {
    /// Connects to the engine that boot.js started; `None` where it did not. Says when it is ready.
    pub fn connect(answered: Callback<Answer>, dispatch: Callback<Action>) -> Option<Engine> {
        let engine = get(&js_sys::global(), "goujiEngine")?;
        let port: MessagePort = get(&engine, "worker")?.dyn_into().ok()?;
        let ready: Promise = get(&engine, "ready")?.dyn_into().ok()?;
        let listening = Closure::new(move |event: MessageEvent| {
            if let Some(answer) = read(&event.data()) {
                answered.emit(answer);
            }
        });
        port.set_onmessage(Some(listening.as_ref().unchecked_ref()));
        spawn_local(async move {
            dispatch.emit(match JsFuture::from(ready).await {
                Ok(_) => Action::EngineReady(sealed()),
                Err(_) => Action::EngineFailed,
            });
        });
        Some(Engine { port, _listening: listening })
    }

    /// Asks about a source with `edits` made by hand. The buffer is given away.
    pub fn ask(&self, id: SourceId, name: &str, language: Language, bytes: &ArrayBuffer, edits: &str) {
        let message = message("check", &Ticket { source: Some(id), language });
        set(&message, "name", &name.into());
        set(&message, "language", &language.code().into());
        set(&message, "bytes", bytes);
        set(&message, "edits", &edits.into());
        let _ = self.port.post_message_with_transferable(&message, &Array::of1(bytes));
    }

    /// Asks about a source that was checked before, by the SHA-256 of its bytes, with `edits` made by hand.
    pub fn ask_again(&self, id: SourceId, sha256: &str, language: Language, edits: &str) {
        let message = message("recheck", &Ticket { source: Some(id), language });
        set(&message, "sha256", &sha256.into());
        set(&message, "language", &language.code().into());
        set(&message, "edits", &edits.into());
        let _ = self.port.post_message(&message);
    }

    /// Asks for the rule catalogue.
    pub fn ask_catalogue(&self, language: Language) {
        let message = message("rules", &Ticket { source: None, language });
        set(&message, "language", &language.code().into());
        let _ = self.port.post_message(&message);
    }

    /// Gives up whatever the engine checks.
    pub fn stop(&self) {
        let message = Object::new();
        set(&message, "kind", &"stop".into());
        let _ = self.port.post_message(&message);
    }
}

/// What a message is about: carried as its id, and back. `None` is the catalogue.
struct Ticket {
    source: Option<SourceId>,
    language: Language,
}

impl Ticket {
    fn write(&self) -> String {
        let source = self.source.map_or_else(|| "rules".to_owned(), |id| id.to_string());
        format!("{source} {}", self.language.code())
    }

    fn read(id: &str) -> Option<Ticket> {
        let (source, language) = id.split_once(' ')?;
        Some(Ticket { source: source.parse().ok(), language: Language::from_code(language)? })
    }
}

fn read(data: &JsValue) -> Option<Answer> {
    let ticket = Ticket::read(&get(data, "id")?.as_string()?)?;
    let json = get(data, "json").and_then(|json| json.as_string());
    let error = get(data, "error").and_then(|error| error.as_string());
    let Some(id) = ticket.source else {
        let rules = parse_catalogue(&json?)?;
        return Some(Answer::Came(Action::CatalogueCame(ticket.language, Shared::new(rules)), None));
    };
    if error.as_deref() == Some("gone") {
        return Some(Answer::Gone(id, ticket.language));
    }
    let envelope = json.as_deref().and_then(parse_envelope);
    let result = envelope.map(Shared::new).ok_or(match error.as_deref() {
        Some("time") => Problem::Time,
        _ => Problem::Engine,
    });
    Some(Answer::Came(Action::Answered(id, ticket.language, result), json.map(|json| (id, json))))
}

/// Whether boot.js closed the page to the network and saw that it was.
fn sealed() -> bool {
    super::document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-sealed"))
        .is_some_and(|value| value == "true")
}

fn message(kind: &str, ticket: &Ticket) -> Object {
    let message = Object::new();
    set(&message, "id", &ticket.write().into());
    set(&message, "kind", &kind.into());
    message
}

fn get(value: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(value, &key.into()).ok().filter(|value| !value.is_undefined())
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // A plain object of our own takes every key.
    let _ = Reflect::set(object, &key.into(), value);
}
