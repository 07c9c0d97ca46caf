//! The bar at the top and the line at the bottom.

use super::Hands;
use crate::app::state::{Action, Engine, Route, State, View};
use crate::app::wording;
use crate::language::{Language, Text};
use yew::{Html, classes, html};

/// The bar: the mark, where one can go, the switches.
pub fn header(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let other = match language {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    let item = |route: Route, view: View, words: Text| {
        let here = state.view == view;
        html! {
            <a href={route.fragment()} class={classes!(here.then_some("here"))}
                aria-current={here.then_some("page")}>{ words.get(language) }</a>
        }
    };
    html! {
        <header class="bar">
            <a class="mark" href="#check" aria-label={wording::TITLE.get(language)}>{ mark() }</a>
            <nav aria-label={wording::NAVIGATION.get(language)}>
                { item(Route::Check, View::Check, wording::CHECK) }
                { item(Route::Many, View::Many, wording::MANY) }
                { item(Route::Rules(None), View::Rules, wording::RULES) }
            </nav>
            if state.engine == (Engine::Ready { sealed: true }) {
                <span class="seal">{ wording::SEALED.get(language) }</span>
            }
            <button type="button" class="quiet elder-switch" aria-pressed={state.elder.to_string()}
                onclick={hands.does(Action::ElderSet(!state.elder))}>{ wording::ELDER.get(language) }</button>
            <button type="button" class="quiet" data-testid="language" lang={other.code()}
                onclick={hands.does(Action::Spoken(other))}>{ wording::OTHER_LANGUAGE.get(language) }</button>
        </header>
    }
}

/// The line at the bottom.
pub fn footer(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    html! {
        <footer class="foot">
            <span>{ "gouji " }{ env!("CARGO_PKG_VERSION") }{ " · MIT / Apache-2.0" }</span>
            <button type="button" class="quiet" onclick={hands.does(Action::HelpShown(true))}>
                { wording::KEYS.get(language) }{ " ?" }
            </button>
        </footer>
    }
}

/// 勾✓稽: the tick is drawn, not a letter, so that it is the same on every machine.
fn mark() -> Html {
    html! {
        <>
            { "勾" }
            <svg viewBox="0 0 16 22" width="16" height="22" aria-hidden="true" focusable="false">
                <path d="M1.5 12.4 C3.4 13.6 4.6 15.6 5.6 18.6 C7.6 12 10.4 6.6 14.6 2 C10 8.6 7.8 13.6 6.4 20.6 L5 20.6 C4.2 17.2 3 14.6 1.5 12.4 Z" />
            </svg>
            { "稽" }
        </>
    }
}
