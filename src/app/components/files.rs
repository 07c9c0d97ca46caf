//! Opening files, choosing among several, and what the engine is at.

use super::{Hands, Wish, button};
use crate::app::browser::Given;
use crate::app::state::{Action, Engine, Entry, State, Work};
use crate::app::wording;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, TargetCast, classes, html};

/// What the browser's dialogue offers first. The same stands in index.html.
const ACCEPTED: &str = ".docx,.docm,.wps,.xlsx,.xlsm,.et,.xls,.ods,.csv,.tsv,.pdf,.ofd,.html,.htm,.txt,.md";

/// The one way to open files by hand: the browser's own control under our words.
pub fn file_button(words: &'static str, hands: &Hands) -> Html {
    let wish = hands.wish.clone();
    let chosen = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let given = input.files().map(|files| Given::files(&files)).unwrap_or_default();
        // The same file may be chosen again.
        input.set_value("");
        wish.emit(Wish::Given(given));
    });
    html! {
        <span class="file">
            <input type="file" id="file-input" data-testid="file-input" multiple=true accept={ACCEPTED}
                onchange={chosen} />
            <label for="file-input" class="button">{ words }</label>
        </span>
    }
}

/// Every source that is open, where there are several.
pub fn files(state: &State, hands: &Hands) -> Html {
    if state.entries.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="files" aria-label={wording::SOURCES.get(state.language)}>
            <ul>{ for state.entries.iter().map(|entry| file(entry, state, hands)) }</ul>
        </nav>
    }
}

fn file(entry: &Entry, state: &State, hands: &Hands) -> Html {
    let here = state.chosen == Some(entry.id);
    let verdict = match (&entry.answer, entry.problem) {
        (Some((_, envelope)), _) => envelope.review.verdict.clone(),
        (None, Some(_)) => "undecided".to_owned(),
        (None, None) => "open".to_owned(),
    };
    let name = if entry.name.is_empty() { wording::PASTED.get(state.language) } else { &entry.name };
    html! {
        <li key={entry.id}>
            <button type="button" class={classes!("source", here.then_some("here"), verdict)}
                aria-current={here.then_some("true")} onclick={hands.does(Action::Chosen(entry.id))}>
                <b>{ name }</b>
                <span>{ wording::summary(entry, state.language) }</span>
            </button>
        </li>
    }
}

/// What the engine is at, once it takes more than a moment, and how to stop it.
pub fn progress(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let waits = state.entries.iter().any(|entry| entry.work == Work::Waiting);
    let words = match (state.working(), &state.engine) {
        (Some(entry), _) => {
            let number = state.entries.iter().position(|other| other.id == entry.id).unwrap_or_default() + 1;
            wording::working(&entry.name, number, state.entries.len(), language)
        }
        (None, Engine::Starting) if waits => wording::ENGINE_STARTING.get(language).to_owned(),
        (None, Engine::Failed) if waits => {
            let (heading, sentence) = wording::NO_ENGINE;
            return html! {
                <section class="message" data-testid="message">
                    <h1>{ heading.get(language) }</h1>
                    <p>{ sentence.get(language) }</p>
                </section>
            };
        }
        _ => return Html::default(),
    };
    html! {
        <div class="progress">
            <progress aria-label={words.clone()} />
            <span>{ words }</span>
            { button("second", wording::CANCEL.get(language), hands.does(Action::Cancelled)) }
        </div>
    }
}
