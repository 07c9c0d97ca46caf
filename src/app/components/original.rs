//! The document as it was read, its tables in their places.

use super::{GridTable, Hands, Which};
use crate::app::state::{Action, Piece, Shared, State, Target, pieces};
use crate::app::wording;
use crate::export::json::ClaimDto;
use crate::export::page::{BlockDto, Envelope};
use yew::{Html, classes, html};

/// Every block of the document.
pub fn original(state: &State, envelope: &Shared<Envelope>, hands: &Hands) -> Html {
    html! {
        <div class="original">
            { for envelope.document.iter().enumerate().map(|(index, block)| {
                draw(index, block, state, envelope, hands)
            }) }
        </div>
    }
}

fn draw(index: usize, block: &BlockDto, state: &State, envelope: &Shared<Envelope>, hands: &Hands) -> Html {
    let id = format!("block-{index}");
    let lit = state.lit_block() == Some(index);
    let class = classes!(lit.then_some("lit"));
    match block {
        BlockDto::Heading { level, text } => {
            let size = if *level == 1 { "as-title" } else { "as-heading" };
            html! { <p key={index} {id} class={classes!(class, size)} tabindex="-1">{ text }</p> }
        }
        BlockDto::Paragraph { text } => html! {
            <p key={index} {id} {class} tabindex="-1">
                { for pieces(text, index, &envelope.review.claims).into_iter().map(|piece| match piece {
                    Piece::Plain(words) => html! { { words } },
                    Piece::Claim(claim, words) => marked(claim, words, state, hands),
                }) }
            </p>
        },
        BlockDto::Table(_) => html! {
            <div key={index} {id} {class} tabindex="-1">
                <GridTable envelope={envelope.clone()} which={Which::Block(index)} language={state.language}
                    lit={state.lit()} editing={state.editing.clone()} hands={hands.clone()} />
            </div>
        },
    }
}

/// A number of the prose, marked by what the tables say to it; it leads to the cells it speaks of.
fn marked(claim: &ClaimDto, words: String, state: &State, hands: &Hands) -> Html {
    let target = || Target::Cells(claim.cells.clone());
    let lit = state.lights(&claim.cells).then_some("lit");
    let outcome = wording::claim_outcome(&claim.outcome).get(state.language);
    html! {
        <button type="button" class={classes!("plain", "claim", claim.outcome.clone(), lit)} title={outcome}
            disabled={claim.cells.is_empty()} onclick={hands.does(Action::Selected(target()))}
            onmouseover={hands.does(Action::Pointed(Some(target())))} onmouseout={hands.does(Action::Pointed(None))}>
            { words }<span class="hidden">{ outcome }</span>
        </button>
    }
}
