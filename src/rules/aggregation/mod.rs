//! A: a report against those of the organs under it.

mod children;
mod parent_sum;
mod roll_up;
mod wording;

pub(super) use children::CHILDREN;
pub(super) use parent_sum::PARENT_SUM;
pub use roll_up::RollUp;
