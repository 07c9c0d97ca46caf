//! The whole judgement on one report: what holds, what does not, what could not be told.

mod across;
mod amend;
mod diagnose;
mod fingerprint;
mod settings;
mod statements;
mod wording;

pub use across::{Comparison, ComparisonKind, extract, fingerprint_across, roll_up, years};
pub use amend::amend;
pub use diagnose::{Alternative, Change, Diagnosis, Statement, StatementSource, diagnose};
pub use fingerprint::fingerprint;
pub use settings::{Setting, Settings, Settled, Waived};
pub use statements::statements;

use crate::document::Document;
use crate::read::{self, Format, Read, ReadError, Source};
use crate::report::form::Cell;
use crate::report::{self, Report};
use crate::rules::{self, Extract, Facts, Finding, Outcome, Severity, Status};
use crate::sorted::{self, Listed, SortedMap, SortedSet};
use sha2::{Digest, Sha256};

/// The version of the rule catalogue, shown with every verdict.
pub const RULESET: &str = "1";

/// Bytes of the largest source that is read; a larger one is refused.
pub const LARGEST_SOURCE: usize = read::Limits::DEFAULT.bytes;

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
    /// The least change that mends each independent group of broken identities.
    pub diagnoses: Vec<Diagnosis>,
    /// Cells that were changed by hand since the source was read, with what stood in them; empty for a review
    /// of the source itself.
    pub amended: SortedMap<Cell, String>,
    /// What was left out or changed because somebody decided so.
    pub settled: Settled,
}

impl Review {
    /// Judges the report once more, knowing the organ's report for the year before: some notes need it, and a cell
    /// that it contradicts is suspected first. Nothing is done where it is not of the year before. Decisions are to be
    /// taken into account ([`Review::settle`]) afterwards.
    pub fn follow(&mut self, last_year: &Extract) {
        let Some(report) = &self.report else { return };
        let year = report.year.as_ref().map(|year| year.value);
        if year.is_none() || year != last_year.year.map(|year| year.saturating_add(1)) {
            return;
        }
        self.outcomes = rules::evaluate(&Facts::new(report, &self.document, None).after(last_year));
        self.verdict = verdict(&self.outcomes, true);
        let said = [statements(report), statements::of_last_year(last_year)].concat();
        self.diagnoses = diagnoses(report, &self.outcomes, &said);
    }

    /// The failed checks, in the order of the rules.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.status {
            Status::Failed(finding) => Some(finding.as_ref()),
            _ => None,
        })
    }

    /// The failed checks, the gravest first; within one severity in the order of the rules.
    pub fn findings_by_gravity(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings().listed();
        sorted::sort_by_key(&mut findings, |finding| std::cmp::Reverse(finding.severity));
        findings
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
    judge(source, read::read(source))
}

/// The review of a source that could not be read for `error`: a finding of family E and nothing else.
pub fn unread(source: Source<'_>, error: ReadError) -> Review {
    judge(source, Err(error))
}

/// The review of a source that was read elsewhere.
pub fn judge(source: Source<'_>, read: Result<Read, ReadError>) -> Review {
    let (format, encoding, document, unread) = match read {
        Ok(read) => (Some(read.format), read.encoding, read.document, None),
        Err(error) => (None, None, Document::default(), Some(error)),
    };
    let report = report::recognize(&document);
    let judged = Judged {
        name: source.name.to_owned(),
        format,
        bytes: source.bytes.len(),
        sha256: hexadecimal(&Sha256::digest(source.bytes)),
        encoding,
    };
    conclude(judged, document, report, unread)
}

/// Holds what was recognised against the rules.
fn conclude(source: Judged, document: Document, report: Report, unread: Option<ReadError>) -> Review {
    let outcomes = rules::evaluate(&Facts::new(&report, &document, unread));
    let report = (unread.is_none() && rules::is_such_a_report(&report)).then_some(report);
    let verdict = verdict(&outcomes, report.is_some());
    let diagnoses =
        report.as_ref().map(|report| diagnoses(report, &outcomes, &statements(report))).unwrap_or_default();
    let (amended, settled) = (SortedMap::new(), Settled::default());
    Review { source, verdict, document, report, outcomes, diagnoses, amended, settled }
}

/// The least changes, as far as they clear identities that the rules found broken.
fn diagnoses(report: &Report, outcomes: &[Outcome], said: &[Statement]) -> Vec<Diagnosis> {
    let broken: SortedSet<(&str, &str)> = outcomes
        .iter()
        .filter(|outcome| matches!(outcome.status, Status::Failed(_)))
        .filter_map(|outcome| Some((outcome.code, outcome.at.as_deref()?)))
        .collect();
    let identities = rules::identities(report);
    if !identities.iter().any(|identity| broken.contains(&(identity.code, identity.at.as_str()))) {
        return Vec::new();
    }
    let mut diagnoses = diagnose(&identities, &report.figures, said);
    for diagnosis in &mut diagnoses {
        diagnosis.clears.retain(|(code, at)| broken.contains(&(*code, at.as_str())));
    }
    diagnoses.retain(|diagnosis| !diagnosis.clears.is_empty());
    diagnoses
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Undecided where nothing was recognised. Else failed = any error outside family E and S11; else undecided = an
/// error of family E, S11, or an identity of R01–R03 or D01 that could not be told; else attention = any warning;
/// else passed.
fn verdict(outcomes: &[Outcome], recognised: bool) -> Verdict {
    if !recognised {
        return Verdict::Undecided;
    }
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
    if identity_undecided || failed(&|finding| is_error(finding) && about_reading(finding)) {
        return Verdict::Undecided;
    }
    if failed(&|finding| finding.severity == Severity::Warning) {
        return Verdict::Attention;
    }
    Verdict::Passed
}
