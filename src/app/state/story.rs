//! The findings in the order they are told: each diagnosis with the broken identities that it mends, then what
//! else is wrong, what wants a look, and what is only worth knowing.

use crate::export::json::ReviewDto;

/// The findings of a review, told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Groups, gravest first. None is empty.
    pub groups: Vec<Group>,
}

/// Findings that are told together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// How grave.
    pub weight: Weight,
    /// Which diagnosis mends them, by its index.
    pub diagnosis: Option<usize>,
    /// The findings, by their index in the review.
    pub findings: Vec<usize>,
}

/// How grave a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Cannot be true.
    Error,
    /// Please check.
    Warning,
    /// Worth knowing.
    Info,
}

impl Weight {
    /// The weight of a severity's name.
    pub fn of(severity: &str) -> Weight {
        match severity {
            "error" => Weight::Error,
            "warning" => Weight::Warning,
            _ => Weight::Info,
        }
    }

    /// The severity's name.
    pub const fn key(self) -> &'static str {
        match self {
            Weight::Error => "error",
            Weight::Warning => "warning",
            Weight::Info => "info",
        }
    }
}

impl Story {
    /// The findings in the order they are told.
    pub fn order(&self) -> Vec<usize> {
        self.groups.iter().flat_map(|group| group.findings.iter().copied()).collect()
    }

    /// The finding `step` places after `from` in the story, around its ends.
    pub fn step(&self, from: Option<usize>, step: isize) -> Option<usize> {
        let order = self.order();
        let count = isize::try_from(order.len()).ok().filter(|count| *count > 0)?;
        let present = from.and_then(|finding| order.iter().position(|other| *other == finding));
        let next = match present.and_then(|present| isize::try_from(present).ok()) {
            Some(present) => present + step,
            None if step > 0 => 0,
            None => count - 1,
        };
        usize::try_from(next.rem_euclid(count)).ok().and_then(|next| order.get(next).copied())
    }
}

/// Tells the findings of a review. Every finding is told once.
pub fn story(review: &ReviewDto) -> Story {
    let mut told = vec![false; review.findings.len()];
    let mut groups = Vec::new();
    for (index, diagnosis) in review.diagnoses.iter().enumerate() {
        let findings: Vec<usize> = review
            .findings
            .iter()
            .enumerate()
            .filter(|(finding, dto)| !told[*finding] && diagnosis.clears.contains(&dto.id))
            .map(|(finding, _)| finding)
            .collect();
        for finding in &findings {
            told[*finding] = true;
        }
        if !findings.is_empty() {
            groups.push(Group { weight: Weight::Error, diagnosis: Some(index), findings });
        }
    }
    for weight in [Weight::Error, Weight::Warning, Weight::Info] {
        let findings: Vec<usize> = review
            .findings
            .iter()
            .enumerate()
            .filter(|(finding, dto)| !told[*finding] && Weight::of(&dto.severity) == weight)
            .map(|(finding, _)| finding)
            .collect();
        if !findings.is_empty() {
            groups.push(Group { weight, diagnosis: None, findings });
        }
    }
    Story { groups }
}
