//! What gouji checks. A rule is data: one file, one const, all in [`RULES`].

mod identity;
mod rule;

pub use identity::Identity;
pub use rule::{
    Check, Editions, Family, Finding, Outcome, Responsibility, Role, Rule, Severity, Status, Suspect,
};

use crate::read::ReadError;
use crate::report::Report;

/// Every rule, in the order of its code.
pub const RULES: &[&Rule] = &[];

/// The rule of a code such as `R01`, or `None`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied()
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What was recognised; empty where the source could not be read.
    pub report: &'a Report,
    /// What it was recognised in; empty where the source could not be read.
    pub document: &'a crate::document::Document,
    /// Why the source could not be read, if so.
    pub unread: Option<ReadError>,
}

/// Evaluates every rule of [`RULES`] on `facts`, in their order.
pub fn evaluate(facts: &Facts<'_>) -> Vec<Outcome> {
    let _ = facts;
    Vec::new()
}
