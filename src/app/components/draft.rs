//! The text area: what was typed or pasted, kept until everything is cleared.

use super::{Hands, button};
use crate::app::state::{Action, State};
use crate::app::wording;
use web_sys::HtmlTextAreaElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

/// The text area and what can be done with it.
pub fn draft(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let act = hands.act.clone();
    let edited = Callback::from(move |event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        act.emit(Action::DraftEdited(area.value()));
    });
    let empty = state.draft.trim().is_empty();
    html! {
        <section class="draft">
            <label for="draft">{ wording::DRAFT_LABEL.get(language) }</label>
            <textarea id="draft" data-testid="draft" rows="14" spellcheck="false" value={state.draft.clone()}
                oninput={edited} aria-describedby="draft-hint" />
            <p id="draft-hint" class="fine">{ wording::DRAFT_HINT.get(language) }</p>
            <div class="actions">
                <button type="button" class="button" disabled={empty} onclick={hands.does(Action::DraftChecked)}>
                    { wording::DRAFT_CHECK.get(language) }
                </button>
                { button("second", wording::DRAFT_CLOSE.get(language), hands.does(Action::DraftShown(false))) }
                { button("second", wording::CLEAR_ALL.get(language), hands.does(Action::Cleared)) }
            </div>
        </section>
    }
}
