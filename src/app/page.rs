//! The root of the page: holds the state, carries out its effects, and hands both down.

use crate::app::browser::{self, Answer, Engine, Given, Listeners};
use crate::app::components::{Hands, Wish, footer, header, help};
use crate::app::pages::{check, rules};
use crate::app::state::{Action, Effect, Incoming, Problem, SourceId, State, View};
use crate::app::wording::{self, SAMPLE_LIST};
use crate::export::page::{LARGEST_SOURCE, html, tabbed};
use crate::language::Language;
use crate::sorted::SortedMap;
use js_sys::{Array, ArrayBuffer};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, KeyboardEvent};
use yew::{Callback, Component, Context, Html};

/// A larger file is not even read: the engine would refuse it.
const MOST_BYTES: f64 = LARGEST_SOURCE as f64;

/// Shows the page in the place of the static shell.
pub fn start() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Page>::with_root(root).render();
    }
}

/// The root component.
struct Page {
    state: State,
    engine: Option<Engine>,
    sources: SortedMap<SourceId, Blob>,
    /// The engine's answers as they came, for saving them.
    answers: SortedMap<SourceId, String>,
    next: SourceId,
    /// Effects that need the new view to be drawn first.
    after_drawing: Vec<Effect>,
    _listeners: Listeners,
}

/// What the root is told.
pub enum Message {
    /// Something happened.
    Act(Action),
    /// The engine answered.
    Answered(Answer),
    /// Something is wanted.
    Wished(Wish),
    /// A source was read: to the engine with it.
    Read(SourceId, Language, ArrayBuffer),
    /// A key was pressed outside the text area.
    Key(KeyboardEvent),
}

impl Component for Page {
    type Message = Message;
    type Properties = ();

    fn create(context: &Context<Self>) -> Page {
        let link = context.link();
        let dispatch = link.callback(Message::Act);
        let language = browser::parameter("lang").or_else(|| browser::kept("language"));
        let language = language.and_then(|code| Language::from_code(&code)).unwrap_or_default();
        let mut state = State::new(language);
        state.elder = browser::kept("elder").is_some_and(|value| value == "on");
        state.keys = browser::kept("keys").is_none_or(|value| value == "on");
        browser::dress(&state);
        if let Some(route) = browser::read_route() {
            link.send_message(Message::Act(Action::Navigated(route)));
        }
        if let Some(name) = browser::parameter("sample") {
            let sample = SAMPLE_LIST.iter().find(|sample| sample.name == name);
            link.send_message_batch(
                sample.map(|sample| Message::Wished(Wish::Sample(sample.name))).into_iter().collect(),
            );
        }
        let given = link.callback(|given| Message::Wished(Wish::Given(given)));
        let engine = Engine::connect(link.callback(Message::Answered), dispatch.clone());
        if engine.is_none() {
            link.send_message(Message::Act(Action::EngineFailed));
        }
        Page {
            state,
            engine,
            sources: SortedMap::new(),
            answers: SortedMap::new(),
            next: 0,
            after_drawing: Vec::new(),
            _listeners: Listeners::new(given, link.callback(Message::Key), dispatch),
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(context, action),
            Message::Answered(Answer::Came(action, json)) => {
                self.answers.extend(json);
                self.act(context, action)
            }
            Message::Answered(Answer::Gone(id, language)) => {
                self.read(context, id, language);
                false
            }
            Message::Wished(wish) => self.grant(context, wish),
            Message::Read(id, language, bytes) => {
                // The file on the disk may change or go; what was judged stays.
                if let Ok(blob) = Blob::new_with_buffer_source_sequence(&Array::of1(&bytes)) {
                    self.sources.insert(id, blob);
                }
                let entry = self.state.entries.iter().find(|entry| entry.id == id);
                if let (Some(engine), Some(entry)) = (&self.engine, entry) {
                    engine.ask(id, &entry.name, language, &bytes, &self.state.edits_of(entry));
                }
                false
            }
            Message::Key(event) => self.press(context, &event),
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let state = &self.state;
        let hands = Hands {
            act: context.link().callback(Message::Act),
            wish: context.link().callback(Message::Wished),
        };
        yew::html! {
            <>
                <a class="skip" href="#main">{ wording::SKIP.get(state.language) }</a>
                { header(state, &hands) }
                <main id="main" tabindex="-1">
                    { match state.view {
                        View::Check => check(state, &hands),
                        View::Rules => rules(state),
                    } }
                </main>
                { footer(state, &hands) }
                { help(state, &hands) }
                <p class="hidden" role="status">{ state.announcement.clone() }</p>
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        for effect in self.after_drawing.drain(..) {
            match effect {
                Effect::Show(place) => browser::show(&place),
                Effect::Reveal(place) => browser::reveal(&place),
                Effect::Focus(place) => browser::focus(&place),
                Effect::ShowHelp(open) => browser::show_help(open),
                _ => {}
            }
        }
    }
}

impl Page {
    fn act(&mut self, context: &Context<Self>, action: Action) -> bool {
        let Some(effects) = self.state.act(action) else { return false };
        for effect in effects {
            self.carry_out(context, effect);
        }
        true
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Ask(id, language) => self.ask(context, id, language),
            Effect::AskCatalogue(language) => {
                if let Some(engine) = &self.engine {
                    engine.ask_catalogue(language);
                }
            }
            Effect::Stop => {
                if let Some(engine) = &self.engine {
                    engine.stop();
                }
            }
            Effect::OpenText(text) => {
                let given = Given::text(&text).into_iter().collect();
                context.link().send_message(Message::Wished(Wish::Given(given)));
            }
            Effect::Forget => {
                self.sources.clear();
                self.answers.clear();
            }
            Effect::Keep(name, value) => browser::keep(name, value),
            Effect::Dress => browser::dress(&self.state),
            Effect::WriteRoute(route) => browser::write_route(&route),
            Effect::ShowHelp(_) | Effect::Show(_) | Effect::Reveal(_) | Effect::Focus(_) => {
                self.after_drawing.push(effect);
            }
        }
    }

    /// Does what only the root can do.
    fn grant(&mut self, context: &Context<Self>, wish: Wish) -> bool {
        match wish {
            Wish::Given(given) => return self.take(context, given),
            Wish::Sample(name) => {
                let sample = SAMPLE_LIST.iter().find(|sample| sample.name == name);
                if let Some(sample) = sample {
                    let given = context.link().callback(|given| Message::Wished(Wish::Given(given)));
                    spawn_local(async move {
                        given.emit(browser::sample(sample.name, sample.file).await.into_iter().collect());
                    });
                }
            }
            Wish::CopyTables => {
                let grids = self.state.envelope().map(|envelope| envelope.sheets.as_slice());
                let copied = grids.is_some_and(|grids| browser::copy_rich(&html(grids), &tabbed(grids)));
                return self.act(context, Action::Copied(copied));
            }
            Wish::Copy => {
                let words =
                    self.state.entry().zip(self.state.envelope()).map(|(entry, envelope)| {
                        wording::copied_findings(entry, envelope, self.state.language)
                    });
                let copied = words.is_some_and(|words| browser::copy(&words));
                return self.act(context, Action::Copied(copied));
            }
            Wish::SaveReview => {
                let answer = self.state.entry().and_then(|entry| Some((entry, self.answers.get(&entry.id)?)));
                if let Some((entry, json)) = answer {
                    browser::save_review(json, &entry.name);
                }
            }
            Wish::SaveFindings => {
                if let Some((entry, envelope)) = self.state.entry().zip(self.state.envelope()) {
                    browser::save_findings(&envelope.review, &entry.name);
                }
            }
            Wish::Print => browser::print(),
        }
        false
    }

    /// Keeps what was given, and says that it came.
    fn take(&mut self, context: &Context<Self>, given: Vec<Given>) -> bool {
        let mut incoming = Vec::new();
        for Given { name, blob, pasted } in given {
            let id = self.next;
            self.next += 1;
            self.sources.insert(id, blob);
            incoming.push(Incoming { id, name, pasted });
        }
        self.act(context, Action::Opened(incoming))
    }

    /// Asks the engine about a source: what it checked before it need not be given again.
    fn ask(&self, context: &Context<Self>, id: SourceId, language: Language) {
        let entry = self.state.entries.iter().find(|entry| entry.id == id);
        match (&self.engine, entry.and_then(|entry| Some((entry, entry.answer.as_ref()?)))) {
            (Some(engine), Some((entry, (_, envelope)))) => {
                engine.ask_again(id, &envelope.review.source.sha256, language, &self.state.edits_of(entry));
            }
            _ => self.read(context, id, language),
        }
    }

    /// Reads a source and gives it to the engine.
    fn read(&self, context: &Context<Self>, id: SourceId, language: Language) {
        let Some(blob) = self.sources.get(&id) else { return };
        if blob.size() > MOST_BYTES {
            let too_large = Action::Answered(id, language, Err(Problem::TooLarge));
            context.link().send_message(Message::Act(too_large));
            return;
        }
        let bytes = blob.array_buffer();
        let told: Callback<Message> = context.link().callback(|message| message);
        spawn_local(async move {
            let read =
                JsFuture::from(bytes).await.ok().and_then(|bytes| bytes.dyn_into::<ArrayBuffer>().ok());
            told.emit(match read {
                Some(bytes) => Message::Read(id, language, bytes),
                None => Message::Act(Action::Answered(id, language, Err(Problem::Unreadable))),
            });
        });
    }

    fn press(&mut self, context: &Context<Self>, event: &KeyboardEvent) -> bool {
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() {
            let back = match event.key().as_str() {
                "z" | "Z" => !event.shift_key(),
                "y" => false,
                _ => return false,
            };
            event.prevent_default();
            return self.act(context, Action::Reverted(back));
        }
        if event.alt_key() {
            return false;
        }
        let action = match event.key().as_str() {
            "Escape" => Action::Escaped,
            "n" | "j" if self.state.keys => Action::Stepped(1),
            "p" | "k" if self.state.keys => Action::Stepped(-1),
            "?" if self.state.keys => Action::HelpShown(!self.state.help),
            _ => return false,
        };
        self.act(context, action)
    }
}
