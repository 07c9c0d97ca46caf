//! A source without a verdict: what was understood, what was not, what to do.

use super::{Hands, button};
use crate::app::state::{Action, Entry, State};
use crate::app::wording;
use crate::export::page::Envelope;
use yew::{Html, html};

/// Why there is nothing to show; empty where there is.
pub fn message(state: &State, entry: &Entry, hands: &Hands) -> Html {
    let language = state.language;
    let (heading, sentence) = match (&entry.answer, entry.problem) {
        (None, Some(problem)) => wording::problem(problem),
        (Some((_, envelope)), _) if envelope.review.report.is_none() => return unrecognised(state, envelope),
        _ => return Html::default(),
    };
    html! {
        <section class="message" data-testid="message">
            <h1 id="verdict" tabindex="-1">{ heading.get(language) }</h1>
            <p>{ sentence.get(language) }</p>
            <div class="actions">
                { button("button", wording::RETRY.get(language), hands.does(Action::Retried(entry.id))) }
            </div>
        </section>
    }
}

fn unrecognised(state: &State, envelope: &Envelope) -> Html {
    let language = state.language;
    let verdict: String =
        wording::verdict(&envelope.review, language).into_iter().map(|piece| piece.words).collect();
    let (understood, missing) = wording::understanding(envelope, language);
    html! {
        <section class="message" data-testid="message">
            <h1 id="verdict" tabindex="-1" data-testid="verdict">{ verdict }</h1>
            <p>{ understood }</p>
            <p>{ missing }</p>
            { for envelope.review.findings.iter().map(|finding| html! {
                <p class="fine"><span class="code">{ &finding.code }</span>{ &finding.message }{ " " }{ &finding.hint }</p>
            }) }
        </section>
    }
}
