//! The pieces of the page. Each draws what it is given; none judges, adds up or lays out.
//!
//! Pieces that only draw are functions; a piece is a component where it has to see for itself that nothing
//! changed (the tables, the pictures).

mod chart;
mod draft;
mod drawing;
mod files;
mod findings;
mod first;
mod frame;
mod grid;
mod help;
mod message;
mod original;
mod verdict;

pub use chart::Chart;
pub use draft::draft;
pub use drawing::{drawing, length, sketch, view_box};
pub use files::{file_button, files, progress};
pub use findings::findings;
pub use first::first;
pub use frame::{footer, header};
pub use grid::{GridTable, Which};
pub use help::help;
pub use message::message;
pub use original::original;
pub use verdict::verdict_bar;

use crate::app::browser::Given;
use crate::app::state::Action;
use yew::{Callback, Html, MouseEvent, html};

/// How a piece makes itself heard.
#[derive(Clone, PartialEq)]
pub struct Hands {
    /// Something happened.
    pub act: Callback<Action>,
    /// Something is wanted that only the root can do.
    pub wish: Callback<Wish>,
}

impl Hands {
    /// A callback that says an action, whatever the event.
    pub fn does<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// A callback that says a wish, whatever the event.
    pub fn wants<E>(&self, wish: Wish) -> Callback<E> {
        let told = self.wish.clone();
        Callback::from(move |_| told.emit(wish.clone()))
    }
}

/// Something that only the root can do.
#[derive(Clone)]
pub enum Wish {
    /// Check what was given.
    Given(Vec<Given>),
    /// Check a sample.
    Sample(&'static str),
    /// Copy the findings.
    Copy,
    /// Copy the tables as they are now.
    CopyTables,
    /// Save the review as JSON.
    SaveReview,
    /// Save the findings as CSV.
    SaveFindings,
    /// Print the check sheet.
    Print,
}

/// A button.
pub fn button(class: &'static str, words: &'static str, pressed: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} onclick={pressed}>{ words }</button> }
}
