//! Many dots as one mark: a path of circles.

use super::scene::{Shape, tenth};
use std::fmt::Write;

/// A dot: its centre and radius.
pub type Dot = (f64, f64, f64);

/// One area made of circles.
pub fn dots(centres: &[Dot]) -> Shape {
    let mut path = String::new();
    for (x, y, radius) in centres {
        // Centre and radius are rounded before they are added: else the circle would be a lens.
        let (x, y, radius) = (tenth(*x), tenth(*y), tenth(*radius));
        let (left, right) = (tenth(x - radius), tenth(x + radius));
        // Writing to a string cannot fail.
        let _ = write!(
            path,
            "M{left},{y} A{radius},{radius} 0 1 1 {right},{y} A{radius},{radius} 0 1 1 {left},{y} Z"
        );
    }
    Shape::Area { path }
}
