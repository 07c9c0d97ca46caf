//! C: what stands in the cells.

mod blanks;
mod dashes;
mod fee_unit;
mod fractions;
mod listing;
mod mixed_blanks;
mod negative_counts;
mod not_numbers;
mod remarks;
mod uncertain_numbers;
mod writing;

pub use blanks::BLANK_PARTS;
pub use dashes::DASHES;
pub use fee_unit::FEE_UNIT;
pub use fractions::FRACTIONS;
pub use mixed_blanks::MIXED_BLANKS;
pub use negative_counts::NEGATIVE_COUNTS;
pub use not_numbers::NOT_NUMBERS;
pub use remarks::REMARKS;
pub use uncertain_numbers::UNCERTAIN_NUMBERS;
pub use writing::UNUSUAL_WRITING;
