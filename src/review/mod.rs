//! The whole judgement on one report: what holds, what does not, what could not be told.

mod diagnose;
mod wording;

pub use diagnose::{Alternative, Change, Diagnosis, Statement, StatementSource, diagnose};

use crate::document::Document;
use crate::read::{self, Format, ReadError, Source};
use crate::report::{self, Report};
use crate::rules::{self, Facts, Finding, Outcome, Severity, Status};
use sha2::{Digest, Sha256};

/// The version of the rule catalogue, shown with every verdict.
pub const RULESET: &str = "1";

/// The judgement on one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// What was judged.
    pub source: Judged,
    /// The verdict.
    pub verdict: Verdict,
    /// What was read; empty where nothing could be had.
    pub document: Document,
    /// What was recognised; `None` where nothing could be.
    pub report: Option<Report>,
    /// Every check and what became of it, in the order of the rules.
    pub outcomes: Vec<Outcome>,
}

impl Review {
    /// The failed checks, in the order of the rules.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.status {
            Status::Failed(finding) => Some(finding.as_ref()),
            _ => None,
        })
    }
}

/// The facts about a source that every export names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The file's name; empty for pasted text.
    pub name: String,
    /// The format; `None` where it could not be read.
    pub format: Option<Format>,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256 of the bytes, 64 lower-case hex digits.
    pub sha256: String,
    /// The text encoding, where the format has one.
    pub encoding: Option<&'static str>,
}

/// The verdict on a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Everything that could be checked holds.
    Passed,
    /// Nothing is wrong for certain; something wants a look.
    Attention,
    /// It could not be told.
    Undecided,
    /// Something cannot be true.
    Failed,
}

/// Reads, recognises and checks one source.
pub fn review(source: Source<'_>) -> Review {
    let (format, encoding, document, unread) = match read::read(source) {
        Ok(read) => (Some(read.format), read.encoding, read.document, None),
        Err(error) => (None, None, Document::default(), Some(error)),
    };
    let report = report::recognize(&document);
    let outcomes = rules::evaluate(&Facts { report: &report, document: &document, unread });
    let judged = Judged {
        name: source.name.to_owned(),
        format,
        bytes: source.bytes.len(),
        sha256: hexadecimal(&Sha256::digest(source.bytes)),
        encoding,
    };
    let report = (unread.is_none() && !report.is_empty()).then_some(report);
    Review { source: judged, verdict: verdict(&outcomes, unread), document, report, outcomes }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Failed = any error outside family E and S11; else undecided = an error of family E, S11, or an identity of
/// R01–R03 or D01 that could not be told; else attention = any warning; else passed.
fn verdict(outcomes: &[Outcome], unread: Option<ReadError>) -> Verdict {
    let failed = |wanted: &dyn Fn(&Finding) -> bool| {
        outcomes.iter().any(|outcome| matches!(&outcome.status, Status::Failed(finding) if wanted(finding)))
    };
    let about_reading = |finding: &Finding| finding.code.starts_with('E') || finding.code == "S11";
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    if failed(&|finding| is_error(finding) && !about_reading(finding)) {
        return Verdict::Failed;
    }
    let identity_undecided = outcomes.iter().any(|outcome| {
        matches!(outcome.status, Status::Undecided(_))
            && matches!(outcome.code, "R01" | "R02" | "R03" | "D01")
    });
    if unread.is_some()
        || identity_undecided
        || failed(&|finding| is_error(finding) && about_reading(finding))
    {
        return Verdict::Undecided;
    }
    if failed(&|finding| finding.severity == Severity::Warning) {
        return Verdict::Attention;
    }
    Verdict::Passed
}
