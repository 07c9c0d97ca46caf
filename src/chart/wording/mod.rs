//! The words of the pictures. The form's own words come from `report::form`.

mod applicants;
mod balance;
mod flow;
mod share;
mod terms;
mod waffle;

pub use applicants::*;
pub use balance::*;
pub use flow::*;
pub use share::{FEWEST_FOR_PER_CENT, Share};
pub use terms::*;
pub use waffle::*;
