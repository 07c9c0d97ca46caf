//! N: the prose against the tables.

mod contradiction;
mod judged;
mod wording;

mod carried_in;
mod carried_out;
mod denials;
mod missing_numbers;
mod outcome_groups;
mod outcome_total;
mod received;

pub use carried_in::CARRIED_IN;
pub use carried_out::CARRIED_OUT;
pub use denials::DENIALS;
pub use judged::{ClaimOutcome, ClaimStanding, claim_outcomes};
pub(crate) use judged::{JudgedClaim, judge};
pub use missing_numbers::MISSING_NUMBERS;
pub use outcome_groups::OUTCOME_GROUPS;
pub use outcome_total::OUTCOMES_TOLD;
pub use received::RECEIVED;
