//! The name by which a finding is known again: in the next run, in last week's waivers, in another tool.

use crate::report::Report;
use crate::rules::Finding;
use sha2::{Digest, Sha256};

/// Sixteen hex digits made of the rule, its place, the organ and the year. Within one report no two findings have
/// rule and place in common. Neither values nor cells are any part of it: a figure that is changed and still wrong,
/// or a list of blanks that got shorter, is the same finding.
///
/// `report` is the one that the finding speaks of; `None` where nothing was recognised.
pub fn fingerprint(finding: &Finding, report: Option<&Report>) -> String {
    let issuer = report.and_then(|report| report.issuer.as_ref());
    let year = report.and_then(|report| report.year.as_ref());
    fingerprint_of(finding, issuer.map_or("", |issuer| &issuer.name), year.map(|year| year.value))
}

/// The same of a report of this organ and year; of several years, the later.
pub(super) fn fingerprint_of(finding: &Finding, issuer: &str, year: Option<u16>) -> String {
    let mut digest = Sha256::new();
    // Every part ends in a nought byte: no two lists of parts run together to the same text.
    let mut part = |text: &str| {
        digest.update(text.as_bytes());
        digest.update([0]);
    };
    part("gouji-finding/1");
    part(finding.code);
    part(finding.at.as_deref().unwrap_or_default());
    part(issuer);
    part(&year.map(|year| year.to_string()).unwrap_or_default());
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
