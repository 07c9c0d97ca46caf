//! D: table 4, reconsideration and litigation.

mod blank_total;
mod dispute_total;
mod suits_total;

pub use blank_total::BLANK_TOTAL;
pub use dispute_total::DISPUTE_TOTAL;
pub use suits_total::SUITS_TOTAL;
