//! Scenes: pure geometry of the pictures, made from a review.
//!
//! Counts stay whole numbers from the report to every word and figure of a picture; only where a mark stands on
//! the canvas is worked out in floats.
#![expect(
    clippy::float_arithmetic,
    reason = "geometry in pixels; no rule and no printed number depends on it"
)]

mod applicants;
mod balance;
mod count;
mod dots;
mod flow;
mod graph;
pub mod measure;
mod packing;
pub mod palette;
#[cfg(test)]
mod proofs;
mod scene;
#[cfg(test)]
pub(crate) mod specimen;
mod view;
mod waffle;
mod wording;

pub use scene::{Anchor, DataTable, FIGURE_GAP, FONT_SIZE, Mark, Scene, Shape, Tone, Weight};
pub use view::{View, balance_of_column, scene, scenes};
