//! What several reports say of one another: an organ's years, and organs added up.

use super::fingerprint::fingerprint_of;
use super::{Review, Settled};
use crate::document::Document;
use crate::report::{Report, issuer_families};
use crate::rules::{
    Extract, Facts, Finding, Outcome, RollUp, Status, Years, evaluate_roll_up, evaluate_years,
};
use crate::sorted;

/// In what reports were held against one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonKind {
    /// Two reports of one organ.
    Years,
    /// A report and those that it adds up.
    RollUp,
}

/// Some reports that were held against one another.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// In what.
    pub kind: ComparisonKind,
    /// The reports, as numbers of the extracts: the earlier year and the later, or the parent and its children.
    pub files: Vec<usize>,
    /// The one that findings speak of, and whose cells they name: the later year's, or the parent's.
    pub about: usize,
    /// The checks and what became of them, in the order of the rules.
    pub outcomes: Vec<Outcome>,
    /// What was left out or changed because somebody decided so.
    pub settled: Settled,
}

impl Comparison {
    /// The failed checks, in the order of the rules.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.status {
            Status::Failed(finding) => Some(finding.as_ref()),
            _ => None,
        })
    }
}

/// What is to be kept of a review to hold it against others.
pub fn extract(review: &Review) -> Extract {
    let (nothing, no_document) = (Report::default(), Document::default());
    let facts = match &review.report {
        Some(report) => Facts::new(report, &review.document, None),
        None => Facts::new(&nothing, &no_document, None),
    };
    Extract::new(&review.source.name, &facts)
}

/// Holds the reports of each organ against one another: every year against the next one given, and files of one year
/// against each other. Organs come in the order in which they first stand.
///
/// Where a year has several files, the one published last stands for it; of those, the one given last.
pub fn years(extracts: &[Extract]) -> Vec<Comparison> {
    let families = issuer_families(extracts.iter().map(|extract| extract.issuer.as_ref()));
    let count = families.iter().flatten().max().map_or(0, |last| last + 1);
    let mut comparisons = Vec::new();
    for family in 0..count {
        let mut files: Vec<usize> = (0..extracts.len())
            .filter(|file| families[*file] == Some(family) && extracts[*file].year.is_some())
            .collect();
        sorted::sort_by_key(&mut files, |file| (extracts[*file].year, extracts[*file].published_on, *file));
        let of_one_year = files.chunk_by(|one, other| extracts[*one].year == extracts[*other].year);
        let mut last_year = None;
        for year in of_one_year {
            let Some((stands, others)) = year.split_last() else { continue };
            comparisons.extend(others.iter().map(|other| of_years(extracts, *other, *stands)));
            comparisons.extend(last_year.map(|before| of_years(extracts, before, *stands)));
            last_year = Some(*stands);
        }
    }
    comparisons
}

/// Holds the report of number `parent` against the sum of those of the numbers `children`.
pub fn roll_up(extracts: &[Extract], parent: usize, children: &[usize]) -> Comparison {
    let reports: Vec<&Extract> = children.iter().map(|child| &extracts[*child]).collect();
    let outcomes = evaluate_roll_up(&RollUp::new(&reports, extracts.get(parent)));
    Comparison {
        kind: ComparisonKind::RollUp,
        files: [&[parent], children].concat(),
        about: parent,
        outcomes,
        settled: Settled::default(),
    }
}

/// The name by which a finding of `comparison` is known again.
pub fn fingerprint_across(finding: &Finding, about: &Extract) -> String {
    let name = about.issuer.as_ref().map_or("", |issuer| issuer.name.as_str());
    fingerprint_of(finding, name, about.year)
}

fn of_years(extracts: &[Extract], earlier: usize, later: usize) -> Comparison {
    let outcomes = evaluate_years(Years { earlier: &extracts[earlier], later: &extracts[later] });
    Comparison {
        kind: ComparisonKind::Years,
        files: vec![earlier, later],
        about: later,
        outcomes,
        settled: Settled::default(),
    }
}
