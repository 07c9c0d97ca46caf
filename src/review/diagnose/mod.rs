//! The diagnosis: which cells, changed, would make every identity hold. Fewest cells first, then the likeliest
//! slip; what arithmetic cannot tell apart is shown as a tie, never decided.

mod groups;
mod least_change;
mod slip;

use crate::language::Sentence;
use crate::number::Decimal;
use crate::report::Figure;
use crate::report::form::Cell;
use crate::review::wording;
use crate::rules::{Identity, Role};
use crate::sorted::{self, Listed, SortedMap, SortedSet};
use least_change::{Bounds, Changes, System};
pub(super) use slip::Slip;

/// Bounds that keep the search within a few milliseconds for two errors and tell where it was cut for more.
const BOUNDS: Bounds = Bounds { changes: 4, branches: 20_000, sets: 400 };

/// Alternatives shown with a diagnosis; how many there are in all is said in words.
const SHOWN: usize = 12;

/// Figures past this size are no counts of requests: no diagnosis is tried on them.
const LARGEST: i64 = 1_000_000_000_000;

/// One independent group of broken identities and the least change that mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The cells to change, in the form's order.
    pub changes: Vec<Change>,
    /// The broken identities that it mends: code and place, in the order of the rules.
    pub clears: Vec<(&'static str, String)>,
    /// Why this one.
    pub why: Sentence,
    /// True where another set of the same size is just as likely.
    pub tied: bool,
    /// Other sets of the same size, the likeliest first.
    pub alternatives: Vec<Alternative>,
    /// How many other sets of the same size there are, shown or not.
    pub others: usize,
}

/// Another set of changes of the same size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The cells to change, in the form's order.
    pub changes: Vec<Change>,
    /// What would have happened.
    pub why: Sentence,
}

/// One changed cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell.
    pub cell: Cell,
    /// What is printed; `None` for a blank or a dash.
    pub from: Option<Decimal>,
    /// What it would be.
    pub to: Decimal,
}

/// Something said elsewhere about the sum of some cells: in the prose, or in last year's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The cells whose sum is stated.
    pub cells: Vec<Cell>,
    /// The stated value.
    pub value: i64,
    /// Who says so.
    pub source: StatementSource,
    /// The words, for the explanation: `无法提供68件`.
    pub text: String,
}

/// Where a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementSource {
    /// In the report's own prose.
    Narrative,
    /// In last year's report.
    LastYear,
}

/// Finds the least change for every independent group of broken identities.
///
/// `identities` are those that stand in the report, `figures` what is printed. Blank parts count as nought and
/// may be filled; a blank total is a function of its parts, not a cell to change. Where the bounds are
/// reached, nothing is claimed.
pub fn diagnose(
    identities: &[Identity],
    figures: &SortedMap<Cell, Figure>,
    statements: &[Statement],
) -> Vec<Diagnosis> {
    components(identities)
        .iter()
        .filter_map(|part| Problem::new(part, figures))
        .flat_map(|problem| problem.diagnoses(statements))
        .listed()
}

/// Identities that share cells, directly or by way of others, in the order of their first.
fn components(identities: &[Identity]) -> Vec<Vec<Identity>> {
    let mut first_with: SortedMap<Cell, usize> = SortedMap::new();
    let mut part: Vec<usize> = (0..identities.len()).listed();
    for (index, identity) in identities.iter().enumerate() {
        for (cell, _) in identity.left.iter().chain(&identity.right) {
            let other = *first_with.entry(*cell).or_insert(index);
            let (from, to) = (part[index].max(part[other]), part[index].min(part[other]));
            part.iter_mut().filter(|name| **name == from).for_each(|name| *name = to);
        }
    }
    let names: SortedSet<usize> = part.iter().copied().collect();
    names
        .into_iter()
        .map(|name| {
            let members = identities.iter().zip(&part).filter(|(_, other)| **other == name);
            members.map(|(identity, _)| identity.clone()).listed()
        })
        .listed()
}

/// The likeliest first; of equals the first in the order of their figures.
fn sort_by_likelihood(ranked: &mut [Ranked]) {
    sorted::sort_by(ranked, |one, other| (one.weight, &one.changes).cmp(&(other.weight, &other.changes)));
}

/// A set of changes with its likelihood.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ranked {
    changes: Changes,
    /// Lower is likelier.
    weight: i32,
    slip: Slip,
}

struct Problem {
    identities: Vec<Identity>,
    cells: Vec<Cell>,
    printed: SortedMap<Cell, Option<i64>>,
    system: System,
}

impl Problem {
    /// The system of the identities whose cells stand in the document; `None` where a figure is no count.
    fn new(identities: &[Identity], figures: &SortedMap<Cell, Figure>) -> Option<Problem> {
        let mut numbers = SortedMap::new();
        for (cell, _) in identities.iter().flat_map(|identity| identity.left.iter().chain(&identity.right)) {
            let next = numbers.len();
            numbers.entry(*cell).or_insert(next);
        }
        let cells: Vec<Cell> = numbers.keys().copied().listed();
        let numbers: SortedMap<Cell, usize> =
            cells.iter().enumerate().map(|(number, cell)| (*cell, number)).collect();
        let mut values = vec![0; cells.len()];
        let mut free = vec![false; cells.len()];
        let mut printed = SortedMap::new();
        let totals: Vec<Cell> = identities
            .iter()
            .flat_map(|identity| identity.left.iter().chain(&identity.right))
            .filter(|(_, role)| *role == Role::Total)
            .map(|(cell, _)| *cell)
            .listed();
        for (number, cell) in cells.iter().enumerate() {
            match figures.get(cell) {
                Some(figure) if figure.number().is_some() => {
                    let value = figure.number()?.to_whole().filter(|value| value.abs() <= LARGEST)?;
                    values[number] = value;
                    printed.insert(*cell, Some(value));
                }
                Some(figure) if figure.is_empty() && !totals.contains(cell) => {
                    printed.insert(*cell, None);
                }
                // A blank total, an unreadable cell, a cell that is not in the document.
                _ => free[number] = true,
            }
        }
        let rows = identities
            .iter()
            .map(|identity| {
                let mut row = vec![0; cells.len()];
                identity.left.iter().for_each(|(cell, _)| row[numbers[cell]] += 1);
                identity.right.iter().for_each(|(cell, _)| row[numbers[cell]] -= 1);
                row
            })
            .listed();
        Some(Problem {
            identities: identities.to_vec(),
            cells,
            printed,
            system: System { rows, values, free },
        })
    }

    /// The least changes of this part. Where there are more slips than the exact search reaches, those that
    /// stand apart are told one by one, and the rest exactly again.
    fn diagnoses(mut self, statements: &[Statement]) -> Vec<Diagnosis> {
        let mut peeled = Vec::new();
        loop {
            let smallest = least_change::smallest(&self.system, BOUNDS);
            if smallest.complete {
                let mut ranked: Vec<Ranked> =
                    smallest.sets.into_iter().map(|changes| self.rank(changes, statements)).listed();
                sort_by_likelihood(&mut ranked);
                let groups = groups::split(&ranked, |figure| self.broken_rows(figure));
                peeled.extend(groups.iter().map(|group| self.diagnosis(group, &ranked, statements)));
                return peeled;
            }
            let Some((figure, to)) = self.standing_apart() else { return peeled };
            let ranked = self.rank(vec![(figure, to)], statements);
            let group = groups::Group { best: ranked.changes.clone(), alternatives: Vec::new() };
            let mut diagnosis = self.diagnosis(&group, &[ranked], statements);
            diagnosis.why = wording::among_many(&diagnosis.why);
            peeled.push(diagnosis);
            self.system.values[figure] = to;
        }
    }

    /// A figure that alone explains every identity it stands in, two or more, all broken by the same amount,
    /// while no other figure explains any of them so.
    fn standing_apart(&self) -> Option<(usize, i64)> {
        let alone: Vec<(usize, i64, Vec<usize>)> = (0..self.cells.len())
            .filter(|figure| !self.system.free[*figure])
            .filter_map(|figure| {
                let rows: Vec<usize> =
                    (0..self.system.rows.len()).filter(|row| self.system.rows[*row][figure] != 0).listed();
                let to = self.closing(*rows.first()?, figure)?;
                let same = rows.len() > 1
                    && to != self.system.values[figure]
                    && rows.iter().all(|row| self.closing(*row, figure) == Some(to));
                same.then_some((figure, to, rows))
            })
            .listed();
        let shared = |one: &[usize], other: &[usize]| one.iter().any(|row| other.contains(row));
        alone
            .iter()
            .find(|(figure, _, rows)| {
                alone.iter().all(|(other, _, others)| other == figure || !shared(rows, others))
            })
            .map(|(figure, to, _)| (*figure, *to))
    }

    /// The value of nought or more that `figure` must have for `row` to hold; `None` if a figure is not known.
    fn closing(&self, row: usize, figure: usize) -> Option<i64> {
        let mut sum = 0;
        for (other, coefficient) in self.system.rows[row].iter().enumerate() {
            if *coefficient != 0 && other != figure {
                sum += coefficient * (!self.system.free[other]).then_some(self.system.values[other])?;
            }
        }
        let by = self.system.rows[row][figure];
        (sum % by == 0).then_some(-sum / by).filter(|value| *value >= 0)
    }

    /// The identities that do not hold and have the figure in them.
    fn broken_rows(&self, figure: usize) -> Vec<usize> {
        (0..self.system.rows.len())
            .filter(|row| self.system.rows[*row][figure] != 0 && !self.holds(*row, &[]))
            .listed()
    }

    /// Whether an identity of known figures holds after `changes`; one with an unknown figure counts as holding.
    fn holds(&self, row: usize, changes: &[(usize, i64)]) -> bool {
        let mut sum = 0;
        for (figure, coefficient) in self.system.rows[row].iter().enumerate() {
            if *coefficient == 0 {
                continue;
            }
            if self.system.free[figure] {
                return true;
            }
            let changed = changes.iter().find(|(other, _)| *other == figure);
            sum += coefficient * changed.map_or(self.system.values[figure], |(_, to)| *to);
        }
        sum == 0
    }

    fn rank(&self, changes: Changes, statements: &[Statement]) -> Ranked {
        let named: Vec<(Cell, Option<i64>, i64)> = changes
            .iter()
            .map(|(figure, to)| (self.cells[*figure], self.printed[&self.cells[*figure]], *to))
            .listed();
        let (slip, mut weight) = slip::judge(&named, &self.printed);
        for statement in statements {
            match self.effect(statement, &changes) {
                Effect::Mended => weight -= 6,
                Effect::Broken => weight += 6,
                Effect::None => {}
            }
        }
        Ranked { changes, weight, slip }
    }

    /// What a set of changes does to something stated elsewhere.
    fn effect(&self, statement: &Statement, changes: &Changes) -> Effect {
        let touched = changes.iter().any(|(figure, _)| statement.cells.contains(&self.cells[*figure]));
        if !touched {
            return Effect::None;
        }
        let sum = |changes: &[(usize, i64)]| -> Option<i64> {
            statement.cells.iter().try_fold(0i64, |sum, cell| {
                let number = self.cells.binary_search(cell).ok()?;
                if self.system.free[number] {
                    return None;
                }
                let changed = changes.iter().find(|(other, _)| *other == number);
                Some(sum + changed.map_or(self.system.values[number], |(_, to)| *to))
            })
        };
        match (sum(&[]), sum(changes)) {
            (Some(before), Some(after)) if before != statement.value && after == statement.value => {
                Effect::Mended
            }
            (Some(before), Some(after)) if before == statement.value && after != statement.value => {
                Effect::Broken
            }
            _ => Effect::None,
        }
    }

    fn diagnosis(&self, group: &groups::Group, ranked: &[Ranked], statements: &[Statement]) -> Diagnosis {
        let best = &group.best;
        let clears: Vec<(&'static str, String)> = (0..self.identities.len())
            .filter(|row| !self.holds(*row, &[]) && self.holds(*row, &ranked[0].changes))
            .filter(|row| best.iter().any(|(figure, _)| self.system.rows[*row][*figure] != 0))
            .map(|row| (self.identities[row].code, self.identities[row].at.clone()))
            .listed();
        let judged = |changes: &Changes| self.rank(changes.clone(), statements);
        let best = judged(best);
        let mut others: Vec<Ranked> = group.alternatives.iter().map(judged).listed();
        sort_by_likelihood(&mut others);
        let tied = others.first().is_some_and(|other| other.weight <= best.weight);
        let agreeing: Vec<&Statement> = statements
            .iter()
            .filter(|statement| self.effect(statement, &best.changes) == Effect::Mended)
            .listed();
        let why = wording::why(best.slip, clears.len(), &agreeing, others.len(), tied);
        let count = others.len();
        let alternatives = others
            .into_iter()
            .take(SHOWN)
            .map(|other| Alternative {
                why: wording::slip(other.slip).into(),
                changes: self.changes(&other.changes),
            })
            .listed();
        Diagnosis { changes: self.changes(&best.changes), clears, why, tied, alternatives, others: count }
    }

    fn changes(&self, changes: &Changes) -> Vec<Change> {
        changes
            .iter()
            .map(|(figure, to)| Change {
                cell: self.cells[*figure],
                from: self.printed[&self.cells[*figure]].map(Decimal::whole),
                to: Decimal::whole(*to),
            })
            .listed()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    None,
    Mended,
    Broken,
}

#[cfg(test)]
mod tests;
