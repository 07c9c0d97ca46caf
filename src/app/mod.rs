//! The page: a pure [`state`], the words it speaks ([`wording`]), thin components that draw them, and the one
//! place that touches the browser ([`browser`]).
//!
//! An action changes the state; the new state and the effects come out of one function without a browser in it,
//! so what the page does is tested without one.

#[cfg(feature = "app")]
mod browser;
#[cfg(feature = "app")]
mod components;
#[cfg(feature = "app")]
mod page;
#[cfg(feature = "app")]
mod pages;
#[cfg_attr(not(feature = "app"), expect(dead_code, unused_imports, reason = "built for its tests alone"))]
mod state;
#[cfg_attr(not(feature = "app"), expect(dead_code, unused_imports, reason = "built for its tests alone"))]
mod wording;

/// Shows the page in the place of the static shell in index.html.
#[cfg(feature = "app")]
pub fn start() {
    page::start();
}
