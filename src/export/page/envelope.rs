//! Puts the envelope together.

use super::shape::Envelope;
use super::{document, mark, sheet};
use crate::export::json;
use crate::language::Language;
use crate::review::{RULESET, Review};

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
        scenes: Vec::new(),
        review: dto,
    }
}
