//! The document as it was read, its tables in their places.

use super::{GridTable, Hands, Which};
use crate::app::state::{Shared, State};
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
        BlockDto::Paragraph { text } => html! { <p key={index} {id} {class} tabindex="-1">{ text }</p> },
        BlockDto::Table(_) => html! {
            <div key={index} {id} {class} tabindex="-1">
                <GridTable envelope={envelope.clone()} which={Which::Block(index)} language={state.language}
                    lit={state.lit()} hands={hands.clone()} />
            </div>
        },
    }
}
