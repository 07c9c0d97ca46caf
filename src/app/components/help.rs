//! The list of keys.

use super::{Hands, button};
use crate::app::state::{Action, State};
use crate::app::wording;
use yew::{Html, html};

/// The sheet that `?` opens: the browser's own dialogue, which keeps the focus inside and closes on Escape.
pub fn help(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    html! {
        <dialog id="help" aria-labelledby="help-heading" onclose={hands.does(Action::HelpShown(false))}>
            <h2 id="help-heading">{ wording::KEYS.get(language) }</h2>
            <dl>
                { for wording::KEY_LIST.iter().map(|(key, words)| html! {
                    <div><dt><kbd>{ *key }</kbd></dt><dd>{ words.get(language) }</dd></div>
                }) }
            </dl>
            <label class="switch">
                <input type="checkbox" checked={state.keys} onchange={hands.does(Action::KeysSet(!state.keys))} />
                { wording::KEYS_ON.get(language) }
            </label>
            <div class="actions">
                { button("button", wording::CLOSE.get(language), hands.does(Action::HelpShown(false))) }
            </div>
        </dialog>
    }
}
