//! N: the prose against the tables.

mod contradiction;
mod judged;
mod wording;

mod all_answered;
mod applicants;
mod carried_in;
mod carried_out;
mod denials;
mod disputes;
mod missing_numbers;
mod other_year;
mod outcome_groups;
mod outcome_rows;
mod outcome_total;
mod own_sums;
mod proactive;
mod received;
mod scope;
mod shares;
mod stated_twice;
mod untied;

pub use all_answered::ALL_ANSWERED;
pub use applicants::APPLICANTS_TOLD;
pub use carried_in::CARRIED_IN;
pub use carried_out::CARRIED_OUT;
pub use denials::DENIALS;
pub use disputes::DISPUTES_TOLD;
pub use judged::{ClaimOutcome, ClaimStanding, claim_outcomes};
pub(crate) use judged::{JudgedClaim, judge};
pub use missing_numbers::MISSING_NUMBERS;
pub use other_year::OTHER_YEAR;
pub use outcome_groups::OUTCOME_GROUPS;
pub use outcome_rows::OUTCOME_ROWS;
pub use outcome_total::OUTCOMES_TOLD;
pub use own_sums::OWN_SUMS;
pub use proactive::PROACTIVE_TOLD;
pub use received::RECEIVED;
pub use scope::SCOPE;
pub use shares::SHARES;
pub use stated_twice::STATED_TWICE;
pub use untied::UNTIED;
