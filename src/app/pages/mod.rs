//! The views of the page.

mod check;
mod rules;

pub use check::check;
pub use rules::rules;
