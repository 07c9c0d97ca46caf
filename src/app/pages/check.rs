//! Checking: the first screen, or what became of the source that is shown.

use crate::app::components::{
    Chart, GridTable, Hands, Which, Wish, button, draft, files, findings, first, message, original, progress,
    verdict_bar,
};
use crate::app::state::{Action, Entry, Shared, State, Tab};
use crate::app::wording;
use crate::export::page::Envelope;
use crate::language::Text;
use yew::{Callback, Html, KeyboardEvent, classes, html};

/// The view.
pub fn check(state: &State, hands: &Hands) -> Html {
    let Some(entry) = state.entry() else {
        return html! {
            <>
                if state.drafting { { draft(state, hands) } }
                { first(state, hands) }
            </>
        };
    };
    html! {
        <>
            if state.dragging {
                <p class="let-go" aria-hidden="true">{ wording::LET_GO.get(state.language) }</p>
            }
            { files(state, hands) }
            { progress(state, hands) }
            { message(state, entry, hands) }
            if state.drafting { { draft(state, hands) } }
            if let Some((_, envelope)) = &entry.answer {
                if envelope.review.report.is_some() {
                    { result(state, entry, envelope, hands) }
                }
            }
        </>
    }
}

fn result(state: &State, entry: &Entry, envelope: &Shared<Envelope>, hands: &Hands) -> Html {
    let lit = state.lit();
    html! {
        <>
            { verdict_bar(state, entry, envelope, hands) }
            <div class="desk">
                { findings(state, envelope, hands) }
                { paper(state, envelope, hands) }
            </div>
            <div class="pictures">
                { for envelope.scenes.iter().enumerate().map(|(index, scene)| html! {
                    <Chart key={scene.name.clone()} {index} envelope={envelope.clone()} language={state.language}
                        lit={lit.clone()} hands={hands.clone()} />
                }) }
            </div>
        </>
    }
}

/// The document: its parts as tabs, the one that is shown.
fn paper(state: &State, envelope: &Shared<Envelope>, hands: &Hands) -> Html {
    let language = state.language;
    let lit = state.lit();
    html! {
        <section class="paper" aria-label={wording::PARTS.get(language)}>
            <div class="tabs" role="tablist" aria-label={wording::PARTS.get(language)} onkeydown={stepped(state, hands)}>
                { for Tab::ALL.into_iter().map(|tab| {
                    let here = state.tab == tab;
                    html! {
                        <button type="button" role="tab" id={format!("tab-{}", tab.key())}
                            aria-selected={here.to_string()} aria-controls={format!("panel-{}", tab.key())}
                            tabindex={if here { "0" } else { "-1" }} class={classes!(here.then_some("here"))}
                            onclick={hands.does(Action::TabShown(tab))}>{ wording::tab(tab).get(language) }</button>
                    }
                }) }
            </div>
            { edits(state, hands) }
            { for envelope.sheets.iter().enumerate().map(|(index, grid)| {
                let tab = grid.statute.map_or(Tab::Original, Tab::Sheet);
                panel(tab, state, html! {
                    <>
                        if grid.found == 0 {
                            <p class="absent">{ wording::NO_TABLE.get(language) }</p>
                        }
                        <GridTable envelope={envelope.clone()} which={Which::Sheet(index)} {language}
                            lit={lit.clone()} editing={state.editing.clone().filter(|_| tab == state.tab)}
                            hands={hands.clone()} />
                    </>
                })
            }) }
            { panel(Tab::Original, state, if state.tab == Tab::Original {
                original(state, envelope, hands)
            } else {
                Html::default()
            }) }
            <p class="legend" aria-hidden="true">
                { for wording::LEGEND.iter().map(|(class, words)| html! {
                    <span class={*class}>{ words.get(language) }</span>
                }) }
            </p>
        </section>
    }
}

/// How figures are changed, or how many were and the way back.
fn edits(state: &State, hands: &Hands) -> Html {
    let language = state.language;
    let Some(entry) = state.entry() else { return Html::default() };
    let amended = entry.answer.as_ref().map_or(0, |(_, envelope)| envelope.review.amended.len());
    let way = |back: bool, words: Text| {
        entry
            .edits
            .can_step(back)
            .then(|| button("quiet", words.get(language), hands.does(Action::Reverted(back))))
    };
    html! {
        <div class="edits">
            <span>{ wording::amended(amended, language) }</span>
            { for way(true, wording::UNDO) }
            { for way(false, wording::REDO) }
            { button("quiet", wording::COPY_TABLES.get(language), hands.wants(Wish::CopyTables)) }
        </div>
    }
}

fn panel(tab: Tab, state: &State, content: Html) -> Html {
    html! {
        <div key={tab.key()} role="tabpanel" id={format!("panel-{}", tab.key())} class="panel"
            aria-labelledby={format!("tab-{}", tab.key())} hidden={state.tab != tab}>{ content }</div>
    }
}

/// The arrow keys go from tab to tab.
fn stepped(state: &State, hands: &Hands) -> Callback<KeyboardEvent> {
    let (present, act) = (state.tab, hands.act.clone());
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => Tab::ALL.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let at = Tab::ALL.iter().position(|tab| *tab == present).unwrap_or_default();
        act.emit(Action::TabStepped(Tab::ALL[(at + step) % Tab::ALL.len()]));
    })
}
