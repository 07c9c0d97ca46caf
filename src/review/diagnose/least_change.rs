//! The smallest sets of changes that make a system of sums hold: error localisation after Fellegi and Holt,
//! by branching on the figures of a sum that does not hold. Exact, bounded, and free of any wording.

use crate::sorted::Listed;

/// Sums over numbered figures: each row says Σ coefficient × figure = 0.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    /// Dense rows, one coefficient a figure.
    pub(super) rows: Vec<Vec<i64>>,
    /// What is printed for each figure. Of a free figure, anything.
    pub(super) values: Vec<i64>,
    /// Figures whose value is not known: they take whatever value makes a sum hold, at no cost.
    pub(super) free: Vec<bool>,
}

/// One set of changes: figure and new value, in the order of the figures.
pub(super) type Changes = Vec<(usize, i64)>;

/// All smallest sets of changes, or as many as the bounds allow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Smallest {
    /// The sets, each of the same size; empty where the system holds already or the bounds were reached.
    pub(super) sets: Vec<Changes>,
    /// False where a bound cut the search: larger sets, or more of them, may exist.
    pub(super) complete: bool,
}

/// Bounds of a search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Changed figures at most.
    pub(super) changes: usize,
    /// Branches tried at most.
    pub(super) branches: usize,
    /// Sets kept at most.
    pub(super) sets: usize,
}

/// Finds every smallest set of figures that, changed to values of nought or more, make all sums hold.
///
/// Completeness: in any solution, a sum that does not hold contains a changed figure. So branching on the
/// figures of one such sum, eliminating the chosen figure from all other sums, and repeating, meets every
/// solution whose figures are independent of each other, which smallest ones are. A figure tried once is
/// closed for its later siblings, so each set is met once.
pub(super) fn smallest(system: &System, bounds: Bounds) -> Smallest {
    let mut reduced = Reduced::new(system);
    for figure in 0..system.values.len() {
        if system.free[figure] {
            reduced.eliminate_free(figure);
        }
    }
    let mut branches = bounds.branches;
    for size in 0..=bounds.changes {
        let mut search = Search {
            system,
            closed: system.free.clone(),
            chosen: Vec::new(),
            found: Vec::new(),
            branches,
            most: bounds.sets,
            full: false,
        };
        search.descend(&reduced, size);
        branches = search.branches;
        if !search.found.is_empty() || search.full || branches == 0 {
            let complete = !search.full && branches > 0;
            return Smallest { sets: if size == 0 { Vec::new() } else { search.found }, complete };
        }
    }
    Smallest { sets: Vec::new(), complete: false }
}

/// The system with some figures solved for: rows that remain, with what each lacks.
#[derive(Clone, Debug)]
struct Reduced {
    rows: Vec<Row>,
    /// The rows that solved for a chosen figure, in the order chosen.
    pivots: Vec<(usize, Row)>,
}

/// Σ coefficient × change = lack.
#[derive(Clone, Debug)]
struct Row {
    coefficients: Vec<i64>,
    lack: i64,
}

impl Reduced {
    fn new(system: &System) -> Reduced {
        let rows = system
            .rows
            .iter()
            .map(|coefficients| {
                let sum: i64 = coefficients
                    .iter()
                    .zip(&system.values)
                    .zip(&system.free)
                    .filter(|(_, free)| !**free)
                    .map(|((coefficient, value), _)| coefficient * value)
                    .sum();
                Row { coefficients: coefficients.clone(), lack: -sum }
            })
            .listed();
        Reduced { rows, pivots: Vec::new() }
    }

    /// Uses up one row to express a free figure, if any row still has it.
    fn eliminate_free(&mut self, figure: usize) {
        let row = (0..self.rows.len())
            .filter(|row| self.rows[*row].coefficients[figure] != 0)
            .min_by_key(|row| self.rows[*row].coefficients.iter().filter(|one| **one != 0).count());
        if let Some(row) = row {
            self.pivot(row, figure);
            self.pivots.pop();
        }
    }

    /// Solves `row` for `figure` and removes the figure from every other row.
    fn pivot(&mut self, row: usize, figure: usize) {
        let pivot = self.rows.swap_remove(row);
        let by = pivot.coefficients[figure];
        for other in &mut self.rows {
            let factor = other.coefficients[figure];
            if factor == 0 {
                continue;
            }
            for (one, base) in other.coefficients.iter_mut().zip(&pivot.coefficients) {
                *one = *one * by - base * factor;
            }
            other.lack = other.lack * by - pivot.lack * factor;
            let shared =
                other.coefficients.iter().fold(other.lack.unsigned_abs(), |a, b| gcd(a, b.unsigned_abs()));
            if shared > 1 {
                let shared = shared as i64;
                other.coefficients.iter_mut().for_each(|one| *one /= shared);
                other.lack /= shared;
            }
        }
        self.pivots.push((figure, pivot));
    }

    /// The values of the chosen figures when nothing else changes; `None` where one would be no whole number
    /// of nought or more, or would not change.
    fn solve(&self, values: &[i64]) -> Option<Changes> {
        let mut changes: Changes = Vec::with_capacity(self.pivots.len());
        for (figure, row) in self.pivots.iter().rev() {
            let known: i64 =
                changes.iter().map(|(other, to)| row.coefficients[*other] * (to - values[*other])).sum();
            let (lack, by) = (row.lack - known, row.coefficients[*figure]);
            if lack % by != 0 || lack == 0 {
                return None;
            }
            let to = values[*figure] + lack / by;
            if to < 0 {
                return None;
            }
            changes.push((*figure, to));
        }
        crate::sorted::sort(&mut changes);
        Some(changes)
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

struct Search<'a> {
    system: &'a System,
    closed: Vec<bool>,
    chosen: Vec<usize>,
    found: Vec<Changes>,
    branches: usize,
    most: usize,
    full: bool,
}

impl Search<'_> {
    fn descend(&mut self, reduced: &Reduced, left: usize) {
        if self.branches == 0 || self.full {
            return;
        }
        self.branches -= 1;
        let broken = reduced.rows.iter().filter(|row| row.lack != 0).count();
        if broken == 0 {
            // Fewer changes than asked for would have been found at a smaller size.
            if left == 0
                && let Some(changes) = reduced.solve(&self.system.values)
            {
                self.full = self.found.len() >= self.most;
                if !self.full {
                    self.found.push(changes);
                }
            }
            return;
        }
        if left == 0 {
            return;
        }
        let Some((row, figures)) = self.narrowest(reduced) else { return };
        let mut tried = Vec::with_capacity(figures.len());
        for figure in figures {
            if left > 1 || closes_all(reduced, row, figure) {
                let mut next = reduced.clone();
                next.pivot(row, figure);
                self.closed[figure] = true;
                self.chosen.push(figure);
                self.descend(&next, left - 1);
                self.chosen.pop();
            }
            self.closed[figure] = true;
            tried.push(figure);
        }
        for figure in tried {
            self.closed[figure] = false;
        }
    }

    /// The broken row with the fewest figures still open, and those figures.
    fn narrowest(&self, reduced: &Reduced) -> Option<(usize, Vec<usize>)> {
        let open = |row: &Row| -> Vec<usize> {
            (0..row.coefficients.len())
                .filter(|figure| row.coefficients[*figure] != 0 && !self.closed[*figure])
                .listed()
        };
        reduced
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.lack != 0)
            .map(|(index, row)| (index, open(row)))
            .min_by_key(|(_, figures)| figures.len())
    }
}

/// Whether changing `figure` so that `row` holds makes every other row hold too: the last level's quick test.
fn closes_all(reduced: &Reduced, row: usize, figure: usize) -> bool {
    let pivot = &reduced.rows[row];
    let by = pivot.coefficients[figure];
    reduced
        .rows
        .iter()
        .enumerate()
        .all(|(index, other)| index == row || other.lack * by == other.coefficients[figure] * pivot.lack)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WIDE: Bounds = Bounds { changes: 4, branches: 1_000_000, sets: 10_000 };

    /// Every set of up to `most` figures, every value up to `limit`: slow and plainly right.
    fn exhaustive(system: &System, most: usize, limit: i64) -> Vec<Changes> {
        fn holds(system: &System, values: &[i64]) -> bool {
            system.rows.iter().all(|row| row.iter().zip(values).map(|(a, b)| a * b).sum::<i64>() == 0)
        }
        fn fill(
            system: &System,
            set: &[usize],
            at: usize,
            values: &mut Vec<i64>,
            limit: i64,
            out: &mut Vec<Changes>,
        ) {
            if at == set.len() {
                if holds(system, values) {
                    out.push(set.iter().map(|figure| (*figure, values[*figure])).collect());
                }
                return;
            }
            let printed = values[set[at]];
            for value in 0..=limit {
                if value != printed {
                    values[set[at]] = value;
                    fill(system, set, at + 1, values, limit, out);
                }
            }
            values[set[at]] = printed;
        }
        fn sets(from: usize, of: usize, size: usize, set: &mut Vec<usize>, out: &mut Vec<Vec<usize>>) {
            if set.len() == size {
                out.push(set.clone());
                return;
            }
            for figure in from..of {
                set.push(figure);
                sets(figure + 1, of, size, set, out);
                set.pop();
            }
        }
        if holds(system, &system.values) {
            return Vec::new();
        }
        for size in 1..=most {
            let (mut chosen, mut out) = (Vec::new(), Vec::new());
            sets(0, system.values.len(), size, &mut Vec::new(), &mut chosen);
            for set in chosen {
                fill(system, &set, 0, &mut system.values.clone(), limit, &mut out);
            }
            if !out.is_empty() {
                return out;
            }
        }
        Vec::new()
    }

    /// A little table of `rows × columns` with a total at the end of each row and column.
    fn table(rows: usize, columns: usize, inner: &[i64]) -> System {
        let width = columns + 1;
        let index = |row: usize, column: usize| row * width + column;
        let mut values = vec![0; (rows + 1) * width];
        for row in 0..rows {
            for column in 0..columns {
                let value = inner[row * columns + column];
                values[index(row, column)] = value;
                values[index(row, columns)] += value;
                values[index(rows, column)] += value;
                values[index(rows, columns)] += value;
            }
        }
        let mut sums = Vec::new();
        for row in 0..=rows {
            let mut sum = vec![0; values.len()];
            (0..columns).for_each(|column| sum[index(row, column)] = 1);
            sum[index(row, columns)] = -1;
            sums.push(sum);
        }
        for column in 0..=columns {
            let mut sum = vec![0; values.len()];
            (0..rows).for_each(|row| sum[index(row, column)] = 1);
            sum[index(rows, column)] = -1;
            sums.push(sum);
        }
        System { rows: sums, free: vec![false; values.len()], values }
    }

    proptest! {
        #[test]
        fn the_smallest_sets_are_those_of_an_exhaustive_search(
            inner in proptest::collection::vec(0i64..4, 4),
            slips in proptest::collection::vec((0usize..9, 0i64..5), 1..3),
        ) {
            let mut system = table(2, 2, &inner);
            for (figure, value) in slips {
                system.values[figure] = value;
            }
            // Values above the limit would be missed by the exhaustive search, never by ours.
            let limit = system.values.iter().sum::<i64>();
            let mut ours = smallest(&system, WIDE);
            ours.sets.retain(|set| set.iter().all(|(_, to)| *to <= limit));
            ours.sets.sort();
            let mut theirs = exhaustive(&system, 3, limit);
            theirs.sort();
            prop_assert!(ours.complete);
            prop_assert_eq!(ours.sets, theirs);
        }

        #[test]
        fn one_slip_inside_a_table_is_named_with_its_true_value(
            inner in proptest::collection::vec(0i64..500, 12),
            figure in 0usize..20,
            slip in 1i64..90,
        ) {
            let mut system = table(3, 4, &inner);
            let truth = system.values[figure];
            system.values[figure] += slip;
            let found = smallest(&system, WIDE);
            prop_assert_eq!(found.sets, vec![vec![(figure, truth)]]);
        }
    }

    #[test]
    fn an_unknown_total_is_whatever_its_parts_make_it() {
        let mut system = table(2, 2, &[1, 2, 3, 4]);
        system.free[2] = true;
        system.values[2] = 999;
        assert!(smallest(&system, WIDE).sets.is_empty());
        system.values[0] = 5;
        assert_eq!(smallest(&system, WIDE).sets, [vec![(0, 1)]]);
    }

    #[test]
    fn bounds_are_told() {
        let mut system = table(2, 2, &[1, 2, 3, 4]);
        system.values[0] = 9;
        system.values[4] = 8;
        let found = smallest(&system, Bounds { changes: 1, ..WIDE });
        assert_eq!((found.sets.len(), found.complete), (0, false));
        assert!(!smallest(&system, Bounds { branches: 3, ..WIDE }).complete);
    }
}
