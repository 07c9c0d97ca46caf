//! The verdict: a sentence, what it counts, what was judged, and what can be done with it.

use super::{Hands, Wish, button, file_button};
use crate::app::state::{Action, Entry, State};
use crate::app::wording::{self, Tone};
use crate::export::page::Envelope;
use crate::language::Text;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{FocusEvent, Html, KeyboardEvent, MouseEvent, TargetCast, classes, html};

/// The bar under the header.
pub fn verdict_bar(state: &State, entry: &Entry, envelope: &Envelope, hands: &Hands) -> Html {
    let language = state.language;
    let review = &envelope.review;
    html! {
        <section class={classes!("verdict", review.verdict.clone())}>
            <div class="verdict-words">
                <h1 id="verdict" tabindex="-1" data-testid="verdict" data-verdict={review.verdict.clone()}>
                    { for wording::verdict(review, language).into_iter().map(|piece| html! {
                        <span class={tone(piece.tone)}>{ piece.words }</span>
                    }) }
                </h1>
                <p class="source-line">{ wording::source_line(entry, envelope, language).join(" · ") }</p>
                <p class="counts" data-testid="counts">{ wording::check_counts(review, language) }</p>
                <p class="paper-line">
                    { format!("gouji {} · ruleset {} · SHA-256 {}", envelope.gouji, envelope.ruleset, review.source.sha256) }
                </p>
            </div>
            <div class="tools">
                { file_button(wording::ANOTHER.get(language), hands) }
                if !state.draft.trim().is_empty() {
                    { button("second", wording::DRAFT_EDIT.get(language), hands.does(Action::DraftShown(true))) }
                }
                { menu(state, hands) }
                { button("second", wording::CLEAR_ALL.get(language), hands.does(Action::Cleared)) }
            </div>
        </section>
    }
}

/// What can be taken away.
fn menu(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let item = |wish: Wish, words: Text| {
        html! { <button type="button" onclick={hands.wants(wish)}>{ words.get(language) }</button> }
    };
    html! {
        <details class="menu" onfocusout={left} onkeydown={escaped}>
            <summary class="second">{ wording::EXPORT.get(language) }</summary>
            <div onclick={|event: MouseEvent| close(event.target_dyn_into())}>
                { item(Wish::Copy, wording::COPY) }
                { item(Wish::CopyTables, wording::COPY_TABLES) }
                { item(Wish::SaveReview, wording::SAVE_JSON) }
                { item(Wish::SaveFindings, wording::SAVE_CSV) }
                { item(Wish::Print, wording::PRINT) }
            </div>
        </details>
    }
}

/// The menu closes when the focus leaves it.
fn left(event: FocusEvent) {
    let menu = |target: Option<Element>| target.and_then(|element| element.closest("details").ok().flatten());
    let next: Option<Element> = event.related_target().and_then(|target| target.dyn_into().ok());
    let present: Option<Element> = event.target_dyn_into();
    if menu(next) != menu(present.clone()) {
        close(present);
    }
}

fn escaped(event: KeyboardEvent) {
    if event.key() == "Escape" {
        close(event.target_dyn_into());
    }
}

fn close(inside: Option<Element>) {
    let menu = inside.and_then(|element| element.closest("details").ok().flatten());
    if let Some(menu) = menu {
        let _ = menu.remove_attribute("open");
    }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Wrong => "wrong",
        Tone::Unsure => "unsure",
    }
}
