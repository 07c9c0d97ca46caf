//! The page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{DataTransfer, DragEvent, File, HtmlInputElement, MessageEvent, MessagePort};
use yew::{Callback, Component, Context, Html, TargetCast, html};

/// Shows the page in the place of the static shell.
pub fn start() {
    let root = gloo::utils::document().get_element_by_id("app").expect("index.html has #app");
    yew::Renderer::<Page>::with_root(root).render();
}

struct Page {
    port: MessagePort,
    answer: Option<String>,
    _listening: Closure<dyn FnMut(MessageEvent)>,
}

enum Event {
    Given(File),
    Read(String, Vec<u8>),
    Answered(String),
}

impl Component for Page {
    type Message = Event;
    type Properties = ();

    fn create(context: &Context<Self>) -> Page {
        let engine = Reflect::get(&js_sys::global(), &"goujiEngine".into()).expect("boot.js ran");
        let port: MessagePort =
            Reflect::get(&engine, &"worker".into()).expect("boot.js ran").unchecked_into();
        let link = context.link().clone();
        let listening = Closure::new(move |event: MessageEvent| {
            let json = Reflect::get(&event.data(), &"json".into()).ok().and_then(|json| json.as_string());
            let error = Reflect::get(&event.data(), &"error".into()).ok().and_then(|error| error.as_string());
            link.send_message(Event::Answered(json.or(error).unwrap_or_default()));
        });
        port.set_onmessage(Some(listening.as_ref().unchecked_ref()));
        let link = context.link().clone();
        let drop = Closure::<dyn FnMut(DragEvent)>::new(move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|transfer: DataTransfer| transfer.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                link.send_message(Event::Given(file));
            }
        });
        let body = gloo::utils::body();
        body.add_event_listener_with_callback("drop", drop.as_ref().unchecked_ref()).expect("a listener");
        drop.forget();
        Page { port, answer: None, _listening: listening }
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Given(file) => {
                let link = context.link().clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let name = file.name();
                    let file = gloo::file::File::from(file);
                    if let Ok(bytes) = gloo::file::futures::read_as_bytes(&file).await {
                        link.send_message(Event::Read(name, bytes));
                    }
                });
                false
            }
            Event::Read(name, bytes) => {
                let message = Object::new();
                let buffer = js_sys::Uint8Array::from(bytes.as_slice()).buffer();
                let entries: [(&str, JsValue); 5] = [
                    ("id", 1.into()),
                    ("kind", "check".into()),
                    ("name", name.into()),
                    ("language", "zh".into()),
                    ("bytes", buffer.clone().into()),
                ];
                for (key, value) in entries {
                    Reflect::set(&message, &key.into(), &value).expect("a plain object");
                }
                self.port.post_message_with_transferable(&message, &Array::of1(&buffer)).expect("posted");
                false
            }
            Event::Answered(answer) => {
                self.answer = Some(answer);
                true
            }
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let choose: Callback<yew::Event> = context.link().batch_callback(|event: yew::Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            input.files().and_then(|files| files.get(0)).map(Event::Given)
        });
        html! {
            <main>
                <h1>{ "gouji" }</h1>
                <input type="file" data-testid="file-input" onchange={choose} />
                if let Some(answer) = &self.answer {
                    <p data-testid="verdict">{ answer }</p>
                }
            </main>
        }
    }
}
