//! R: table 3, requests received and handled.

mod applicant_total;
mod balance;
mod blank_total;
mod carried_share;
mod early_fee;
mod misplaced;
mod other_share;
mod outcome_bounds;
mod outcome_total;
mod same_columns;
mod subtotals;
mod wrong_kind;

pub use applicant_total::APPLICANT_TOTAL;
pub use balance::REQUEST_BALANCE;
pub use blank_total::BLANK_TOTAL;
pub use carried_share::CARRIED_SHARE;
pub use early_fee::EARLY_FEE;
pub use misplaced::MISPLACED;
pub use other_share::OTHER_SHARE;
pub use outcome_bounds::OUTCOME_BOUNDS;
pub use outcome_total::OUTCOME_TOTAL;
pub use same_columns::SAME_COLUMNS;
pub use subtotals::SUBTOTALS;
pub use wrong_kind::WRONG_KIND;
