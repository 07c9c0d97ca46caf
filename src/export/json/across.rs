//! What several reports say of one another, as DTOs.

use super::build::{finding_known_as, settled};
use super::shape::{AcrossDto, ComparisonDto, OutcomeDto};
use crate::language::Language;
use crate::review::{Comparison, ComparisonKind, fingerprint_across};
use crate::rules::{Extract, Outcome, Status};
use crate::sorted::Listed;

/// The comparisons among `extracts`, their sentences in `language`.
pub fn across(comparisons: &[Comparison], extracts: &[Extract], language: Language) -> AcrossDto {
    let mut dto = AcrossDto::default();
    for comparison in comparisons {
        let Some(about) = extracts.get(comparison.about) else { continue };
        let files = || comparison.files.iter().filter_map(|file| extracts.get(*file));
        let names: Vec<String> = files().map(|extract| extract.name.clone()).listed();
        dto.findings.extend(comparison.findings().map(|finding| {
            let mut found = finding_known_as(finding, fingerprint_across(finding, about), language);
            found.files.clone_from(&names);
            found
        }));
        if let Some(mut settled) = settled(&comparison.settled, language) {
            settled.waived.iter_mut().for_each(|waived| waived.finding.files.clone_from(&names));
            dto.settings.get_or_insert_default().add(settled);
        }
        let years: Vec<u16> = match comparison.kind {
            ComparisonKind::Years => files().filter_map(|extract| extract.year).listed(),
            ComparisonKind::RollUp => about.year.into_iter().listed(),
        };
        dto.comparisons.push(ComparisonDto {
            kind: match comparison.kind {
                ComparisonKind::Years => "years",
                ComparisonKind::RollUp => "roll_up",
            }
            .to_owned(),
            issuer: about.issuer.as_ref().map_or(String::new(), |issuer| issuer.name.clone()),
            years,
            files: names,
            outcomes: comparison.outcomes.iter().filter_map(|outcome| told(outcome, language)).listed(),
        });
    }
    dto
}

/// What became of a check; `None` where there was nothing to check.
fn told(outcome: &Outcome, language: Language) -> Option<OutcomeDto> {
    let (key, why) = match &outcome.status {
        Status::Passed => ("passed", None),
        Status::PassedBlankAsZero => ("passed_blank_as_zero", None),
        Status::Failed(_) => ("failed", None),
        Status::Undecided(why) => ("undecided", Some(why.get(language).to_owned())),
        Status::NotApplicable => return None,
    };
    Some(OutcomeDto { id: outcome.id(), outcome: key.to_owned(), why })
}
