//! What a user decided about rules and findings, and what came of it. Nothing that a decision leaves out is silent:
//! it is kept beside the findings and counted.

use super::across::{Comparison, fingerprint_across};
use super::{Review, fingerprint, verdict};
use crate::rules::{Extract, Finding, Outcome, Severity, Status};
use crate::sorted::SortedMap;

/// Decisions about rules and findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// By the rule's code.
    pub rules: SortedMap<&'static str, Setting>,
    /// Findings that were looked at and are to count no more, by fingerprint, each with the reason.
    pub waivers: SortedMap<String, String>,
}

/// A decision about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// It is switched off.
    Off,
    /// All its findings have this severity.
    Severity(Severity),
}

/// What came of the decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// The findings that were waived, in the order of the rules.
    pub waived: Vec<Waived>,
    /// The rules that are switched off, each with how many findings it would have had.
    pub off: Vec<(&'static str, usize)>,
    /// The rules whose findings have another severity, each with how many it has.
    pub severities: Vec<(&'static str, Severity, usize)>,
}

/// A finding that was looked at and counts no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// The finding.
    pub finding: Finding,
    /// The name by which it is known again.
    pub fingerprint: String,
    /// Why it counts no more.
    pub reason: String,
}

impl Settled {
    /// True where no decision was made.
    pub fn is_empty(&self) -> bool {
        self.waived.is_empty() && self.off.is_empty() && self.severities.is_empty()
    }
}

impl Review {
    /// Takes the decisions into account: what was switched off or waived is no outcome any more, and the verdict is
    /// that of what is left. What could not be read stays undecided whatever was decided.
    pub fn settle(&mut self, settings: &Settings) {
        let report = self.report.as_ref();
        self.settled = settle(&mut self.outcomes, settings, |finding| fingerprint(finding, report));
        self.verdict = verdict(&self.outcomes, self.report.is_some());
        for diagnosis in &mut self.diagnoses {
            diagnosis.clears.retain(|(code, at)| {
                self.outcomes.iter().any(|outcome| outcome.code == *code && outcome.at.as_ref() == Some(at))
            });
        }
        self.diagnoses.retain(|diagnosis| !diagnosis.clears.is_empty());
    }
}

impl Comparison {
    /// Takes the decisions into account, as [`Review::settle`] does.
    pub fn settle(&mut self, settings: &Settings, extracts: &[Extract]) {
        let Some(about) = extracts.get(self.about) else { return };
        self.settled = settle(&mut self.outcomes, settings, |finding| fingerprint_across(finding, about));
    }
}

fn settle(
    outcomes: &mut Vec<Outcome>,
    settings: &Settings,
    fingerprint: impl Fn(&Finding) -> String,
) -> Settled {
    let mut settled = Settled::default();
    for (code, setting) in &settings.rules {
        if !outcomes.iter().any(|outcome| outcome.code == *code) {
            continue;
        }
        let findings = outcomes.iter_mut().filter(|outcome| outcome.code == *code).filter_map(failed);
        match setting {
            Setting::Off => {
                settled.off.push((*code, findings.count()));
                outcomes.retain(|outcome| outcome.code != *code);
            }
            Setting::Severity(severity) => {
                let count = findings.map(|finding| finding.severity = *severity).count();
                settled.severities.push((*code, *severity, count));
            }
        }
    }
    if !settings.waivers.is_empty() {
        outcomes.retain_mut(|outcome| {
            let Some(finding) = failed(outcome) else { return true };
            let fingerprint = fingerprint(finding);
            let Some(reason) = settings.waivers.get(&fingerprint) else { return true };
            settled.waived.push(Waived { finding: finding.clone(), fingerprint, reason: reason.clone() });
            false
        });
    }
    settled
}

fn failed(outcome: &mut Outcome) -> Option<&mut Finding> {
    match &mut outcome.status {
        Status::Failed(finding) => Some(finding),
        _ => None,
    }
}
