//! Scenes: pure geometry of the pictures, made from a review.

mod scene;

pub use scene::{Anchor, DataTable, Mark, Scene, Shape, Tone};
