//! What the rules look at.

use super::extract::Extract;
use super::ledger::Ledger;
use super::narrative::{self, JudgedClaim};
use super::presence::Presence;
use crate::document::Document;
use crate::read::ReadError;
use crate::report::Report;

/// What the rules look at: what was read and recognised, and what follows from it by arithmetic.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// What was recognised; empty where the source could not be read.
    pub report: &'a Report,
    /// What it was recognised in; empty where the source could not be read.
    pub document: &'a Document,
    /// Why the source could not be read, if so.
    pub unread: Option<ReadError>,
    pub(crate) presence: Presence,
    pub(crate) ledger: Ledger,
    /// What the tables say to each claim of the prose, in the order of the report's claims.
    pub(crate) claims: Vec<JudgedClaim>,
    /// The same organ's report for the year before, where it was given.
    pub(crate) last_year: Option<&'a Extract>,
}

impl<'a> Facts<'a> {
    /// Looks the report over: which part of the form stands, what each sum comes to.
    pub fn new(report: &'a Report, document: &'a Document, unread: Option<ReadError>) -> Facts<'a> {
        let presence = Presence::of(report);
        let ledger = Ledger::new(report, &presence);
        let claims = narrative::judge(report, &ledger);
        Facts { report, document, unread, presence, ledger, claims, last_year: None }
    }

    /// The same where the organ's report for the year before is known.
    pub fn after(self, last_year: &'a Extract) -> Facts<'a> {
        Facts { last_year: Some(last_year), ..self }
    }
}
