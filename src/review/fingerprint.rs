//! The name by which a finding is known again: in the next run, in last week's waivers, in another tool.

use crate::report::Report;
use crate::rules::Finding;
use sha2::{Digest, Sha256};

/// Sixteen hex digits made of the rule, its place, its cells, the organ and the year. Values are no part of it:
/// a figure that is changed and still wrong is the same finding.
///
/// `report` is the one that the finding speaks of (of several years, the later); `None` where nothing was
/// recognised.
pub fn fingerprint(finding: &Finding, report: Option<&Report>) -> String {
    let issuer = report.and_then(|report| report.issuer.as_ref());
    let year = report.and_then(|report| report.year.as_ref());
    let mut digest = Sha256::new();
    // Every part ends in a nought byte: no two lists of parts run together to the same text.
    let mut part = |text: &str| {
        digest.update(text.as_bytes());
        digest.update([0]);
    };
    part("gouji-finding/1");
    part(finding.code);
    part(finding.at.as_deref().unwrap_or_default());
    part(issuer.map_or("", |issuer| issuer.name.as_str()));
    part(&year.map(|year| year.value.to_string()).unwrap_or_default());
    for (cell, _) in &finding.cells {
        part(&cell.to_string());
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
