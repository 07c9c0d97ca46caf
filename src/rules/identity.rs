//! An identity: two sums that must be equal, as data.

use super::Role;
use crate::report::form::Cell;

/// One instance of an arithmetic rule: Σ left = Σ right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The rule's code.
    pub code: &'static str,
    /// The row, column or track, as in `R01@natural_person`.
    pub at: String,
    /// The left side with roles: for a total, its parts.
    pub left: Vec<(Cell, Role)>,
    /// The right side with roles: for a total, the total alone.
    pub right: Vec<(Cell, Role)>,
}
