//! Many reports, a line each.

use super::{Hands, Wish, button, file_button, progress, search};
use crate::app::state::{Action, Column, Entry, State};
use crate::app::wording;
use web_sys::Element;
use yew::{Callback, Event, Html, TargetCast, classes, html};

/// The height of a line in pixels, as the style sheet has it.
const LINE: i32 = 44;

/// Length of the small bar.
const BAR: usize = 96;

/// The view.
pub fn many(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let lines = state.lines();
    let drawn = state.drawn(lines.len());
    let (above, below) = (drawn.start, lines.len() - drawn.end);
    let act = hands.act.clone();
    let scrolled = Callback::from(move |event: Event| {
        if let Some(scroller) = event.target_dyn_into::<Element>() {
            act.emit(Action::Scrolled(usize::try_from(scroller.scroll_top() / LINE).unwrap_or_default()));
        }
    });
    html! {
        <div class="many">
            <h1 id="heading" tabindex="-1" data-testid="many-count">
                { wording::many_done(state.done(), state.entries.len(), language) }
            </h1>
            <p class="fine">{ wording::NOT_TRUTH.get(language) }</p>
            { progress(state, hands) }
            <div class="tools">
                { file_button(wording::CHOOSE_FILES.get(language), hands) }
                if !lines.is_empty() {
                    { button("second", wording::SAVE_MATRIX_CSV.get(language), hands.wants(Wish::SaveMatrix(false))) }
                    { button("second", wording::SAVE_MATRIX_JSON.get(language), hands.wants(Wish::SaveMatrix(true))) }
                    { button("second", wording::CLEAR_ALL.get(language), hands.does(Action::Cleared)) }
                }
            </div>
            if !state.entries.is_empty() {
                { search(wording::SEARCH_MANY, state, hands) }
                <div class="scroller lines" onscroll={scrolled} tabindex="0" role="region"
                    aria-label={wording::SOURCES.get(language)}>
                    <table>
                        <thead><tr>{ for Column::ALL.into_iter().map(|column| head(column, state, hands)) }</tr></thead>
                        <tbody>
                            { spacer(above) }
                            { for lines[drawn].iter().map(|entry| line(entry, state, hands)) }
                            { spacer(below) }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}

/// The room of lines that are not drawn.
fn spacer(lines: usize) -> Html {
    if lines == 0 {
        return Html::default();
    }
    let height = usize::try_from(LINE).unwrap_or_default() * lines;
    html! { <tr aria-hidden="true"><td colspan="5" height={height.to_string()} /></tr> }
}

fn head(column: Column, state: &State, hands: &Hands) -> Html {
    let sort = match (state.many.by == column, state.many.reversed) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    html! {
        <th scope="col" aria-sort={sort}>
            { button("plain", wording::column(column).get(state.language), hands.does(Action::Sorted(column))) }
        </th>
    }
}

fn line(entry: &Entry, state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let name = if entry.name.is_empty() { wording::PASTED.get(language) } else { &entry.name };
    let review = entry.answer.as_ref().map(|(_, envelope)| &envelope.review);
    let identities = review.map(|review| review.checks.identities).unwrap_or_default();
    let year = review.and_then(|review| review.report.as_ref()?.year);
    let (held, broken) = (identities.passed, identities.failed);
    let all = held + broken + identities.undecided;
    let length = |count: usize| (count * BAR / all.max(1)).to_string();
    html! {
        <tr key={entry.id} class={classes!(entry.verdict().to_owned())} data-testid="line">
            <th scope="row">
                <button type="button" class="plain" onclick={hands.does(Action::Chosen(entry.id))}>{ name }</button>
                <span class="fine">{ entry.title() }</span>
            </th>
            <td>{ year.map(|year| year.to_string()) }</td>
            <td class="said">{ wording::summary(entry, language) }</td>
            <td>
                <svg width={BAR.to_string()} height="10" aria-hidden="true">
                    <rect class="bar-all" width={length(all)} height="10" />
                    <rect class="bar-held" width={length(held)} height="10" />
                    <rect class="bar-broken" x={length(held)} width={length(broken)} height="10" />
                </svg>
                { broken }
            </td>
            <td>{ entry.count("warning") }</td>
        </tr>
    }
}
