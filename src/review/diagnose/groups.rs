//! Splits the best set of changes into parts that have nothing to do with each other, so that two unrelated
//! slips are told as two stories.

use super::least_change::Changes;
use super::{Ranked, Slip};
use crate::sorted::{Listed, SortedSet};

/// One independent part of the best set, and what could stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The part of the best set.
    pub(super) best: Changes,
    /// Other changes that mend the same identities.
    pub(super) alternatives: Vec<Changes>,
}

/// Splits `ranked[0]`. `touches` gives the broken identities that a figure stands in.
///
/// Two figures belong together if they share a broken identity, or if some other smallest set replaces both
/// at once while neither can be replaced alone.
pub(super) fn split(ranked: &[Ranked], touches: impl Fn(usize) -> Vec<usize>) -> Vec<Group> {
    let Some(best) = ranked.first().map(|ranked| &ranked.changes) else { return Vec::new() };
    let mut part: Vec<usize> = (0..best.len()).listed();
    let rows: Vec<SortedSet<usize>> =
        best.iter().map(|(figure, _)| touches(*figure).into_iter().collect()).collect();
    for one in 0..best.len() {
        for other in 0..one {
            if rows[one].iter().any(|row| rows[other].contains(row)) {
                join(&mut part, one, other);
            }
        }
    }
    // Figures in each other's place, or one application under the wrong kind, are one slip.
    if matches!(ranked[0].slip, Slip::Exchanged | Slip::WrongKind) {
        (1..best.len()).for_each(|index| join(&mut part, 0, index));
    }
    // A set that differs in several parts at once ties them together, unless single replacements explain it.
    for set in &ranked[1..] {
        let differing = differing_parts(best, &part, &set.changes);
        if differing.len() > 1 && !explained(best, &part, &set.changes, ranked, &differing) {
            let members: Vec<usize> =
                (0..best.len()).filter(|index| differing.contains(&part[*index])).listed();
            members.iter().for_each(|member| join(&mut part, members[0], *member));
        }
    }
    let parts: SortedSet<usize> = part.iter().copied().collect();
    parts
        .into_iter()
        .map(|name| Group {
            best: (0..best.len()).filter(|index| part[*index] == name).map(|index| best[index]).listed(),
            alternatives: ranked[1..]
                .iter()
                .filter(|set| differing_parts(best, &part, &set.changes) == SortedSet::from([name]))
                .map(|set| {
                    set.changes
                        .iter()
                        .filter(|change| !elsewhere(best, &part, name, change))
                        .copied()
                        .listed()
                })
                .listed(),
        })
        .listed()
}

fn join(part: &mut [usize], one: usize, other: usize) {
    let (from, to) = (part[one].max(part[other]), part[one].min(part[other]));
    part.iter_mut().filter(|name| **name == from).for_each(|name| *name = to);
}

/// The parts of the best set that `set` does not keep as they are.
fn differing_parts(best: &Changes, part: &[usize], set: &Changes) -> SortedSet<usize> {
    (0..best.len()).filter(|index| !set.contains(&best[*index])).map(|index| part[index]).collect()
}

/// Whether each differing part can be replaced alone by changes that `set` makes.
fn explained(
    best: &Changes,
    part: &[usize],
    set: &Changes,
    ranked: &[Ranked],
    differing: &SortedSet<usize>,
) -> bool {
    differing.iter().all(|name| {
        ranked[1..].iter().any(|other| {
            differing_parts(best, part, &other.changes) == SortedSet::from([*name])
                && other.changes.iter().all(|change| set.contains(change) || best.contains(change))
        })
    })
}

/// Whether a change belongs to another part of the best set than `name`.
fn elsewhere(best: &Changes, part: &[usize], name: usize, change: &(usize, i64)) -> bool {
    best.iter().position(|one| one == change).is_some_and(|index| part[index] != name)
}
