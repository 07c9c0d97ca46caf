//! E: the reading itself.

mod cut;
mod decoding;
mod found_share;
mod no_text;
mod not_a_report;
mod uncertain_cells;
mod unopened;

pub use cut::CUT;
pub use decoding::DECODING;
pub use found_share::FOUND_SHARE;
pub(super) use found_share::is_short;
pub use no_text::NO_TEXT;
pub use not_a_report::NOT_A_REPORT;
pub use uncertain_cells::UNCERTAIN_CELLS;
pub use unopened::UNOPENED;
