//! D: table 4, reconsideration and litigation.

mod blank_total;
mod dispute_total;
mod many_disputes;
mod suits_total;
mod suits_without_review;

pub use blank_total::BLANK_TOTAL;
pub use dispute_total::DISPUTE_TOTAL;
pub use many_disputes::MANY_DISPUTES;
pub use suits_total::SUITS_TOTAL;
pub use suits_without_review::SUITS_WITHOUT_REVIEW;
