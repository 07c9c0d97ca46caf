//! Puts the envelope together.

use super::shape::Envelope;
use super::{document, mark, sheet};
use crate::chart::{self, Scene};
use crate::export::json;
use crate::language::Language;
use crate::report::form::Applicant;
use crate::review::{RULESET, Review};
use crate::sorted::SortedMap;

/// Everything that the page shows of `review`, its words in `language`.
pub fn envelope(review: &Review, language: Language) -> Envelope {
    let dto = json::review_dto(review, language);
    let report = review.report.as_ref();
    Envelope {
        gouji: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset: RULESET.to_owned(),
        document: document::blocks(&review.document, report),
        sheets: report.map(|report| sheet::sheets(report, language)).unwrap_or_default(),
        marks: report.map(|report| mark::marks(review, report, &dto, language)).unwrap_or_default(),
        scenes: chart::scenes(review, language),
        sketches: sketches(review, language),
        review: dto,
    }
}

/// The balance of the column that a finding on a column is about, by the finding's id.
fn sketches(review: &Review, language: Language) -> SortedMap<String, Scene> {
    review
        .findings()
        .filter(|finding| matches!(finding.code, "R01" | "R02"))
        .filter_map(|finding| {
            let at = finding.at.as_deref()?;
            let scene = chart::balance_of_column(review, Applicant::from_key(at)?, language)?;
            Some((format!("{}@{at}", finding.code), scene))
        })
        .collect()
}
