//! The project's own adversary: invented reports whose truth is known, in every layout that published
//! reports come in. A seed decides everything; nothing here is random.
//!
//! A [`truth::Truth`] is drawn (who, when, consistent figures, prose that agrees with them and traps that mean
//! nothing), laid out on a [`page::Page`] by a publisher's hand, and rendered by a [`layout::Layout`] into the
//! bytes of a file. [`defect`] spoils a report in one known way. Used by the integration tests, the benches and
//! the examples.

#![allow(dead_code, reason = "each test, bench and example uses its own part")]

pub mod chance;
mod chrome;
pub mod damage;
pub mod defect;
pub mod encoding;
pub mod figures;
mod html;
pub mod identities;
pub mod json;
pub mod layout;
mod markdown;
pub mod noise;
mod office_html;
pub mod organ;
pub mod page;
mod phrases;
pub mod printed;
pub mod prose;
pub mod reading;
pub mod series;
pub mod strategy;
mod tables;
mod text;
mod traditional;
pub mod truth;
pub mod wording;

use layout::{Layout, Rendered};
use truth::Truth;

/// The report of a seed in a layout.
pub fn case(seed: u64, layout: Layout) -> (Truth, Rendered) {
    let truth = Truth::draw(seed, layout.wish());
    let rendered = layout.render(&truth);
    (truth, rendered)
}
