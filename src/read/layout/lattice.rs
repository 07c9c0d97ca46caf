//! Ruling lines to tables: lines that cross make a lattice; squares without a line between them are one cell.

use super::cell::{Content, RuledCell};
use super::{Glyph, Ruling};
use std::collections::BTreeMap;

/// Lines that end this far from another still meet.
const REACH: f32 = 3.0;

/// Edges nearer than this are one edge that was drawn as several lines: no row or column is so thin.
const THINNEST: f32 = 4.0;

/// What a cell keeps free at its two sides, at most.
const PADDING: f32 = 12.0;

/// Lines and squares of one page's tables, at most: far above any report, and soon gone through.
const MOST_LINES: usize = 3000;
const MOST_SQUARES: usize = 20_000;

/// A ruled table on one page, or over several once joined.
#[derive(Clone, Debug)]
pub(super) struct Ruled {
    /// Upright edges, left to right.
    pub(super) xs: Vec<f32>,
    /// Level edges, top to bottom, of the page the table starts on.
    ys: Vec<f32>,
    /// Rows over all pages.
    pub(super) rows: usize,
    pub(super) cells: Vec<RuledCell>,
    /// The cell at each square between edges of the page the table starts on.
    owners: Vec<usize>,
}

impl Ruled {
    /// Which cell holds a point of the page the table starts on.
    pub(super) fn cell_at(&self, x: f32, y: f32) -> Option<usize> {
        let between = |edges: &[f32], at: f32| edges.partition_point(|edge| *edge <= at).checked_sub(1);
        let (column, row) = (between(&self.xs, x)?, between(&self.ys, y)?);
        let inside = column + 1 < self.xs.len() && row + 1 < self.ys.len();
        inside.then(|| self.owners.get(row * (self.xs.len() - 1) + column).copied()).flatten()
    }

    /// Learns from the widest lines how wide a line in each cell can be.
    pub(super) fn measure(&mut self) {
        // What the widest line between two edges leaves free. Some lines run out of their cell, or the edge itself may cut a line short, so that a whole
        // table has what a quarter of its columns have.
        let mut free: BTreeMap<(usize, usize), f32> = BTreeMap::new();
        let index = |x: f32| self.xs.partition_point(|edge| *edge < x);
        for cell in &self.cells {
            for line in cell.lines().into_iter().filter(|line| line.right() <= cell.x.1) {
                let left = (cell.x.1 - cell.x.0 - (line.right() - line.left())).clamp(0.0, PADDING);
                let least = free.entry((index(cell.x.0), index(cell.x.1))).or_insert(left);
                *least = least.min(left);
            }
        }
        let mut all: Vec<f32> = free.values().copied().collect();
        all.sort_by(f32::total_cmp);
        let usual = all.get(all.len() / 4).copied().unwrap_or(0.0);
        for cell in &mut self.cells {
            let own = free.get(&(index(cell.x.0), index(cell.x.1))).copied().unwrap_or(usual);
            cell.room = cell.x.1 - cell.x.0 - own.min(usual);
        }
    }

    /// Takes out rows in which nothing starts but empty cells while most of the table passes by: the cell above
    /// was drawn shorter than its rows are.
    pub(super) fn leave_out_gaps(&mut self) {
        let mut starts = vec![(true, 0.0_f32); self.rows];
        for cell in &self.cells {
            let (empty, width) = &mut starts[cell.row];
            *empty &= cell.content() == Content::Empty;
            *width += cell.x.1 - cell.x.0;
        }
        let half = self.xs.last().zip(self.xs.first()).map_or(0.0, |(last, first)| (last - first) / 2.0);
        let is_gap = |row: usize| row > 0 && starts[row].0 && starts[row].1 < half;
        let gaps: Vec<RuledCell> = self.cells.extract_if(.., |cell| is_gap(cell.row)).collect();
        let edges = |row: usize, x: (f32, f32)| (row, x.0.to_bits(), x.1.to_bits());
        let ends: BTreeMap<_, usize> = self
            .cells
            .iter()
            .enumerate()
            .map(|(index, cell)| (edges(cell.row + cell.rows, cell.x), index))
            .collect();
        for gap in gaps {
            let above = ends.get(&edges(gap.row, gap.x)).and_then(|index| self.cells.get_mut(*index));
            match above {
                Some(above) => {
                    above.rows += gap.rows;
                    above.closed_below = gap.closed_below;
                }
                None if gap.rows > 1 => self.cells.push(gap),
                None => {}
            }
        }
        self.rows = drop_empty_rows(&mut self.cells, self.rows);
    }

    /// One cell only, or nothing but empty ones.
    pub(super) fn is_frame(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| cell.content() != Content::Empty);
        self.cells.len() < 2 || filled.count() < 2
    }

    pub(super) fn into_glyphs(self) -> impl Iterator<Item = Glyph> {
        self.cells.into_iter().flat_map(|cell| cell.glyphs)
    }

    pub(super) fn top(&self) -> f32 {
        self.ys.first().copied().unwrap_or(0.0)
    }
}

/// The tables that the lines of a page draw, top to bottom.
pub(super) fn tables(rulings: &[Ruling]) -> Vec<Ruled> {
    if rulings.len() > MOST_LINES {
        return Vec::new();
    }
    let (uprights, levels): (Vec<Ruling>, Vec<Ruling>) = rulings.iter().partition(|ruling| ruling.upright);
    // Lines that cross, over others too, are of one table: each takes the name of the first it is joined to.
    let mut names: Vec<usize> = (0..rulings.len()).collect();
    for (one, upright) in uprights.iter().enumerate() {
        for (other, level) in levels.iter().enumerate() {
            if crosses(upright, level) {
                let (from, to) = (root(&mut names, one), root(&mut names, uprights.len() + other));
                names[from.max(to)] = from.min(to);
            }
        }
    }
    let mut parts: BTreeMap<usize, (Vec<Ruling>, Vec<Ruling>)> = BTreeMap::new();
    for (index, ruling) in uprights.iter().chain(&levels).enumerate() {
        let (of_uprights, of_levels) = parts.entry(root(&mut names, index)).or_default();
        if ruling.upright { of_uprights.push(*ruling) } else { of_levels.push(*ruling) }
    }
    adopt(&mut parts);
    let mut tables: Vec<Ruled> =
        parts.values().filter_map(|(uprights, levels)| lattice(uprights, levels)).collect();
    tables.sort_by(|a, b| a.top().total_cmp(&b.top()));
    tables
}

/// Gives an upright that meets no level line to the table that it stands beside from top to bottom: the edge of a
/// cell that neither starts nor ends on this page.
fn adopt(parts: &mut BTreeMap<usize, (Vec<Ruling>, Vec<Ruling>)>) {
    let is_alone = |part: &(Vec<Ruling>, Vec<Ruling>)| part.1.is_empty();
    let alone: Vec<Ruling> =
        parts.values().filter(|part| is_alone(part)).flat_map(|part| part.0.clone()).collect();
    parts.retain(|_, part| !is_alone(part));
    for upright in alone {
        let beside = parts.values_mut().find(|(uprights, _)| {
            let ends = |other: &Ruling| {
                (other.from - upright.from).abs() <= REACH && (other.to - upright.to).abs() <= REACH
            };
            uprights.iter().any(ends)
        });
        if let Some((uprights, _)) = beside {
            uprights.push(upright);
        }
    }
}

fn root(names: &mut [usize], mut at: usize) -> usize {
    while names[at] != at {
        names[at] = names[names[at]];
        at = names[at];
    }
    at
}

fn crosses(upright: &Ruling, level: &Ruling) -> bool {
    (level.from - REACH..=level.to + REACH).contains(&upright.at)
        && (upright.from - REACH..=upright.to + REACH).contains(&level.at)
}

fn lattice(uprights: &[Ruling], levels: &[Ruling]) -> Option<Ruled> {
    let xs = edges(uprights, levels)?;
    let ys = edges(levels, uprights)?;
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    if columns * rows > MOST_SQUARES {
        return None;
    }
    // Whether a line stands left of, or above, each square.
    let walls: Vec<Vec<bool>> = xs.iter().map(|x| covered(uprights, *x, &ys)).collect();
    let roofs: Vec<Vec<bool>> = ys.iter().map(|y| covered(levels, *y, &xs)).collect();
    let wall = |row: usize, column: usize| walls[column][row];
    let roof = |row: usize, column: usize| roofs[row][column];
    let mut owner: Vec<Option<usize>> = vec![None; rows * columns];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if owner[row * columns + column].is_some() {
                continue;
            }
            let mut right = column + 1;
            while right < columns && owner_is_free(&owner, columns, row, right) && !wall(row, right) {
                right += 1;
            }
            let mut bottom = row + 1;
            while bottom < rows
                && (column..right).all(|at| owner_is_free(&owner, columns, bottom, at) && !roof(bottom, at))
                && (column + 1..right).all(|at| !wall(bottom, at))
            {
                bottom += 1;
            }
            for at_row in row..bottom {
                for at_column in column..right {
                    owner[at_row * columns + at_column] = Some(cells.len());
                }
            }
            cells.push(RuledCell {
                row,
                rows: bottom - row,
                x: (xs[column], xs[right]),
                closed_above: (column..right).all(|at| roof(row, at)),
                closed_below: (column..right).all(|at| roof(bottom, at)),
                room: xs[right] - xs[column],
                glyphs: Vec::new(),
            });
        }
    }
    let rows = drop_empty_rows(&mut cells, rows);
    let owners = owner.into_iter().map(Option::unwrap_or_default).collect();
    Some(Ruled { xs, ys, rows, cells, owners })
}

/// Takes out rows in which no cell starts: a line beside the table cut them. Returns how many remain.
fn drop_empty_rows(cells: &mut [RuledCell], rows: usize) -> usize {
    let mut starts = vec![false; rows];
    cells.iter().for_each(|cell| starts[cell.row] = true);
    // How many rows remain before each.
    let mut kept = vec![0; rows + 1];
    for row in 0..rows {
        kept[row + 1] = kept[row] + usize::from(starts[row]);
    }
    for cell in cells {
        (cell.row, cell.rows) = (kept[cell.row], kept[cell.row + cell.rows] - kept[cell.row]);
    }
    kept[rows]
}

fn owner_is_free(owner: &[Option<usize>], columns: usize, row: usize, column: usize) -> bool {
    owner[row * columns + column].is_none()
}

/// The places of lines, near ones as one, with an edge where the crossing lines reach beyond the outermost.
fn edges(lines: &[Ruling], crossing: &[Ruling]) -> Option<Vec<f32>> {
    let mut at: Vec<f32> = lines.iter().map(|ruling| ruling.at).collect();
    at.sort_by(f32::total_cmp);
    at.dedup_by(|next, kept| *next - *kept <= THINNEST);
    let beyond = |ends: Vec<f32>, outermost: f32| {
        let far: Vec<f32> = ends.into_iter().filter(|end| (end - outermost).abs() > 3.0 * REACH).collect();
        // Two lines that end together mean an edge that was not drawn.
        far.iter().copied().find(|end| far.iter().filter(|other| (*other - end).abs() <= REACH).count() > 1)
    };
    let (first, last) = (*at.first()?, *at.last()?);
    let before = crossing.iter().map(|ruling| ruling.from).filter(|from| *from < first).collect();
    let after = crossing.iter().map(|ruling| ruling.to).filter(|to| *to > last).collect();
    if let Some(edge) = beyond(before, first) {
        at.insert(0, edge);
    }
    if let Some(edge) = beyond(after, last) {
        at.push(edge);
    }
    (at.len() > 1).then_some(at)
}

/// Whether lines near `at` cover most of the way between each edge and the next.
fn covered(lines: &[Ruling], at: f32, edges: &[f32]) -> Vec<bool> {
    let mut near: Vec<&Ruling> =
        lines.iter().filter(|line| (0.0..=THINNEST).contains(&(line.at - at))).collect();
    near.sort_by(|a, b| a.from.total_cmp(&b.from));
    let (mut next, mut reached) = (0, f32::NEG_INFINITY);
    let mut covered = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let mut cover = (reached.min(to) - from).max(0.0);
        while let Some(line) = near.get(next).filter(|line| line.from < to) {
            cover += (line.to.min(to) - line.from.max(from).max(reached)).max(0.0);
            reached = reached.max(line.to);
            next += 1;
        }
        covered.push(cover >= (to - from) * 0.6);
    }
    covered
}
