//! R: table 3, requests received and handled.

mod applicant_total;
mod balance;
mod blank_total;
mod outcome_bounds;
mod outcome_total;
mod subtotals;

pub use applicant_total::APPLICANT_TOTAL;
pub use balance::REQUEST_BALANCE;
pub use blank_total::BLANK_TOTAL;
pub use outcome_bounds::OUTCOME_BOUNDS;
pub use outcome_total::OUTCOME_TOTAL;
pub use subtotals::SUBTOTALS;
