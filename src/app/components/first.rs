//! The first screen. The same stands in index.html, where it does not wait for this program.

use super::{Hands, Wish, button, file_button};
use crate::app::state::{Action, State};
use crate::app::wording::{self, Sample};
use yew::{Callback, Html, MouseEvent, classes, html};

/// The name, one sentence, the drop zone, three samples, three promises.
pub fn first(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let (before, mark, after) = wording::headline(language);
    let drop = if state.dragging { wording::LET_GO } else { wording::DROP_HERE };
    html! {
        <div class="first">
            <h1 id="heading" tabindex="-1">{ before }<b>{ mark }</b>{ after }</h1>
            <p class="lead">{ wording::LEAD.get(language) }</p>
            <div class={classes!("drop", state.dragging.then_some("over"))}>
                <p class="drop-title">{ drop.get(language) }</p>
                <p class="drop-formats">{ wording::FORMATS.get(language) }</p>
                <div class="actions">
                    { file_button(wording::CHOOSE_FILES.get(language), hands) }
                    { button("second", wording::TYPE_TEXT.get(language), hands.does(Action::DraftShown(true))) }
                </div>
            </div>
            <ul class="samples" aria-label={wording::SAMPLES.get(language)}>
                { for wording::SAMPLE_LIST.iter().map(|sample| card(sample, state, hands)) }
            </ul>
            <div class="promises">
                { for wording::PROMISES.iter().map(|(heading, sentence)| html! {
                    <div><h2>{ heading.get(language) }</h2><p>{ sentence.get(language) }</p></div>
                }) }
            </div>
        </div>
    }
}

fn card(sample: &'static Sample, state: &State, hands: &Hands) -> Html {
    let wish = hands.wish.clone();
    let open = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        wish.emit(Wish::Sample(sample.name));
    });
    html! {
        <li>
            <a href={format!("?sample={}", sample.name)} data-testid={format!("sample-{}", sample.name)}
                onclick={open}>
                <b>{ sample.heading.get(state.language) }</b>
                <span>{ sample.about.get(state.language) }</span>
            </a>
        </li>
    }
}
