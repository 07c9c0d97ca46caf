//! The verdict: a sentence, what it counts, what was judged, and what can be done with it.

use super::{Hands, Wish, file_button};
use crate::app::state::{Action, Entry, State};
use crate::app::wording::{self, Tone};
use crate::export::page::Envelope;
use yew::{Html, classes, html};

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
                    <button type="button" class="second" onclick={hands.does(Action::DraftShown(true))}>
                        { wording::DRAFT_EDIT.get(language) }
                    </button>
                }
                <details class="menu">
                    <summary class="second">{ wording::EXPORT.get(language) }</summary>
                    <div>
                        <button type="button" onclick={hands.wants(Wish::Copy)}>{ wording::COPY.get(language) }</button>
                        <button type="button" onclick={hands.wants(Wish::Save)}>{ wording::SAVE_JSON.get(language) }</button>
                        <button type="button" onclick={hands.wants(Wish::Print)}>{ wording::PRINT.get(language) }</button>
                    </div>
                </details>
                <button type="button" class="second" onclick={hands.does(Action::Cleared)}>
                    { wording::CLEAR_ALL.get(language) }
                </button>
            </div>
        </section>
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
