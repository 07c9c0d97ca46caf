//! What a review says of a spoiled report, held against what was done to it.

use super::Spoiled;
use gouji::read::Source;
use gouji::review::{Change, Diagnosis, Review, review};
use gouji::rules::{Finding, Severity};
use std::collections::BTreeSet;

/// Where a review differs from what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Sets of findings of which none was found.
    pub missed: Vec<String>,
    /// Findings, errors and warnings, about what is right.
    pub accused: Vec<String>,
}

/// Where the cells that were changed stand in the diagnosis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// They are what is to be changed, to their true values.
    First,
    /// They are among what could be changed in its place.
    Tied,
    /// They are neither, or not to their true values.
    Not,
}

impl Spoiled {
    /// The engine's review of the file.
    pub fn review(&self) -> Review {
        review(Source { name: &self.rendered.name, bytes: &self.rendered.bytes })
    }

    /// What `review` misses, and whom it accuses.
    pub fn judge(&self, review: &Review) -> Judgement {
        let found: BTreeSet<String> =
            review.findings().flat_map(|finding| [finding.code.to_owned(), id(finding)]).collect();
        let missed = self.must.iter().filter(|any| any.is_disjoint(&found));
        let is_known = |finding: &Finding| {
            self.may.contains(finding.code)
                || self.must.iter().any(|any| any.contains(finding.code) || any.contains(&id(finding)))
        };
        let accused = review
            .findings()
            .filter(|finding| finding.severity > Severity::Info && !is_known(finding))
            .map(|finding| format!("{} {}", id(finding), finding.message.zh));
        Judgement { missed: missed.map(|any| format!("{any:?}")).collect(), accused: accused.collect() }
    }

    /// Where the diagnoses of `review` name the cells that were changed.
    pub fn named(&self, review: &Review) -> Named {
        let [diagnosis] = review.diagnoses.as_slice() else { return Named::Not };
        if self.is_mended_by(&diagnosis.changes) {
            Named::First
        } else if self.is_among(diagnosis) {
            Named::Tied
        } else {
            Named::Not
        }
    }

    fn is_among(&self, diagnosis: &Diagnosis) -> bool {
        diagnosis.alternatives.iter().any(|alternative| self.is_mended_by(&alternative.changes))
    }

    fn is_mended_by(&self, changes: &[Change]) -> bool {
        let changes: BTreeSet<_> = changes.iter().map(|change| (change.cell, change.to)).collect();
        changes == self.changed.iter().map(|(cell, _, truth)| (*cell, *truth)).collect()
    }
}

fn id(finding: &Finding) -> String {
    match &finding.at {
        Some(at) => format!("{}@{at}", finding.code),
        None => finding.code.to_owned(),
    }
}
