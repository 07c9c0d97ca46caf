//! Proptest strategies over what decides a report: the seed, the wish, the layout.

use super::figures::Size;
use super::layout::Layout;
use super::printed::{Noughts, Totals, Writing};
use super::truth::Wish;
use gouji::report::form::Edition;
use proptest::prelude::*;
use proptest::sample::select;

/// Any seed.
pub fn seed() -> impl Strategy<Value = u64> {
    any::<u64>()
}

/// Any layout; shrinks towards bars.
pub fn layout() -> impl Strategy<Value = Layout> {
    select(Layout::ALL.to_vec())
}

/// Layouts that carry labels and spans without loss.
pub fn sturdy_layout() -> impl Strategy<Value = Layout> {
    select(vec![
        Layout::Bars,
        Layout::BarsPadded,
        Layout::TabsFull,
        Layout::Markdown,
        Layout::Html,
        Layout::HtmlWord,
    ])
}

/// Reports in which every cell is a plain number.
pub fn plain() -> impl Strategy<Value = Wish> {
    (select(Edition::ALL.to_vec()), select(Size::ALL.to_vec())).prop_map(|(edition, size)| Wish {
        edition: Some(edition),
        size: Some(size),
        ..Wish::PLAIN
    })
}

/// Reports of every size in every hand.
pub fn any_wish() -> impl Strategy<Value = Wish> {
    (
        select(Edition::ALL.to_vec()),
        select(Size::ALL.to_vec()),
        select(Noughts::ALL.to_vec()),
        select(vec![Totals::Printed, Totals::OutcomeRowsBlank]),
        select(Writing::ALL.to_vec()),
    )
        .prop_map(|(edition, size, noughts, totals, writing)| Wish {
            edition: Some(edition),
            year: None,
            size: Some(size),
            noughts: Some(noughts),
            totals: Some(totals),
            writing: Some(writing),
        })
}
