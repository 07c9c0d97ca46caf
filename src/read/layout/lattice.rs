//! Ruling lines to tables: lines that cross make a lattice; squares without a line between them are one cell.

use super::line;
use super::ruling::NEAR;
use super::{Glyph, Ruling};

/// Lines that end this far from another still meet it.
const REACH: f32 = 3.0;

/// A ruled table on one page, or over several once joined.
#[derive(Clone, Debug)]
pub(super) struct Ruled {
    /// Upright edges, left to right.
    pub(super) xs: Vec<f32>,
    /// Level edges, top to bottom, of the page the table starts on.
    pub(super) ys: Vec<f32>,
    /// Rows over all pages.
    pub(super) rows: usize,
    pub(super) cells: Vec<RuledCell>,
}

/// A cell with its spans.
#[derive(Clone, Debug)]
pub(super) struct RuledCell {
    pub(super) row: usize,
    pub(super) rows: usize,
    /// Left and right edge.
    pub(super) x: (f32, f32),
    /// Top and bottom edge on its page.
    pub(super) y: (f32, f32),
    /// False where no line closes it at the top: it goes on from the page before.
    pub(super) closed_above: bool,
    pub(super) glyphs: Vec<Glyph>,
}

impl RuledCell {
    /// Its words, line by line. A figure that the cell is too narrow for goes on in the next line as one.
    pub(super) fn words(&self) -> String {
        let lines = line::lines(self.glyphs.clone());
        let texts: Vec<String> = lines.iter().map(line::Line::text).collect();
        texts.join(if self.holds_a_broken_figure(&lines) { "" } else { "\n" })
    }

    /// Whether the lines are one figure that had to be broken: all digits, and too wide for one line.
    fn holds_a_broken_figure(&self, lines: &[line::Line]) -> bool {
        let width: f32 = lines.iter().map(|line| line.right() - line.left()).sum();
        let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
        lines.len() > 1
            && lines.iter().all(|line| is_figure(&line.text()))
            && width > self.x.1 - self.x.0 - size * 0.9
    }

    /// Whether the rest of what stands in `next`, the cell below it over a page break, may be its own.
    pub(super) fn breaks_into(&self, next: &RuledCell) -> bool {
        let mut joined = self.clone();
        joined.take(next.clone());
        let lines = line::lines(joined.glyphs.clone());
        joined.holds_a_broken_figure(&lines)
    }

    /// Takes over what stands in the cell below it over a page break.
    pub(super) fn take(&mut self, next: RuledCell) {
        // Far enough down to stand below everything of its own.
        let lowest = self.glyphs.iter().map(|glyph| glyph.y).fold(0.0, f32::max);
        self.glyphs
            .extend(next.glyphs.into_iter().map(|glyph| Glyph { y: glyph.y + lowest + 1000.0, ..glyph }));
    }
}

/// Digits with what may stand between them.
fn is_figure(text: &str) -> bool {
    text.chars().all(|one| one.is_ascii_digit() || ('０'..='９').contains(&one) || ",，.．%+-−".contains(one))
}

impl Ruled {
    /// The cell that holds a point of the page the table starts on.
    pub(super) fn cell_at(&mut self, x: f32, y: f32) -> Option<&mut RuledCell> {
        let inside =
            |cell: &&mut RuledCell| (cell.x.0..cell.x.1).contains(&x) && (cell.y.0..cell.y.1).contains(&y);
        self.cells.iter_mut().find(inside)
    }

    /// One cell only, or nothing but empty ones.
    pub(super) fn is_frame(&self) -> bool {
        self.cells.len() < 2 || self.cells.iter().filter(|cell| !cell.glyphs.is_empty()).count() < 2
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
    let mut part: Vec<usize> = (0..rulings.len()).collect();
    for one in 0..rulings.len() {
        for other in 0..one {
            if crosses(&rulings[one], &rulings[other]) {
                let (from, to) = (part[one].max(part[other]), part[one].min(part[other]));
                if from != to {
                    part.iter_mut().filter(|name| **name == from).for_each(|name| *name = to);
                }
            }
        }
    }
    let mut names = part.clone();
    names.sort_unstable();
    names.dedup();
    let mut tables: Vec<Ruled> = names
        .into_iter()
        .filter_map(|name| {
            let members: Vec<Ruling> = rulings
                .iter()
                .zip(&part)
                .filter(|(_, other)| **other == name)
                .map(|(ruling, _)| *ruling)
                .collect();
            lattice(&members)
        })
        .collect();
    tables.sort_by(|a, b| a.top().total_cmp(&b.top()));
    tables
}

fn crosses(one: &Ruling, other: &Ruling) -> bool {
    let (upright, level) = match (one.upright, other.upright) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return false,
    };
    (level.from - REACH..=level.to + REACH).contains(&upright.at)
        && (upright.from - REACH..=upright.to + REACH).contains(&level.at)
}

fn lattice(members: &[Ruling]) -> Option<Ruled> {
    let uprights: Vec<&Ruling> = members.iter().filter(|ruling| ruling.upright).collect();
    let levels: Vec<&Ruling> = members.iter().filter(|ruling| !ruling.upright).collect();
    let xs = edges(&uprights, &levels)?;
    let ys = edges(&levels, &uprights)?;
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    if columns * rows > 20_000 {
        return None;
    }
    // Whether a line stands left of, or above, each square.
    let wall = |row: usize, column: usize| covered(&uprights, xs[column], ys[row], ys[row + 1]);
    let roof = |row: usize, column: usize| covered(&levels, ys[row], xs[column], xs[column + 1]);
    let mut owner: Vec<Option<usize>> = vec![None; rows * columns];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if owner[row * columns + column].is_some() {
                continue;
            }
            let open_right =
                |row: usize, next: usize| owner_is_free(&owner, columns, row, next) && !wall(row, next);
            let mut right = column + 1;
            while right < columns && open_right(row, right) {
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
                y: (ys[row], ys[bottom]),
                closed_above: row > 0 || (column..right).all(|at| roof(0, at)),
                glyphs: Vec::new(),
            });
        }
    }
    let rows = drop_empty_rows(&mut cells, rows);
    Some(Ruled { xs, ys, rows, cells })
}

/// Takes out rows in which no cell starts: a line beside the table cut them. Returns how many remain.
fn drop_empty_rows(cells: &mut [RuledCell], rows: usize) -> usize {
    let starts: Vec<bool> = (0..rows).map(|row| cells.iter().any(|cell| cell.row == row)).collect();
    let kept = |from: usize, to: usize| starts[from..to].iter().filter(|starts| **starts).count();
    for cell in cells {
        (cell.row, cell.rows) = (kept(0, cell.row), kept(cell.row, cell.row + cell.rows));
    }
    kept(0, rows)
}

fn owner_is_free(owner: &[Option<usize>], columns: usize, row: usize, column: usize) -> bool {
    owner[row * columns + column].is_none()
}

/// The places of lines, near ones as one, with an edge where the crossing lines reach beyond the outermost.
fn edges(lines: &[&Ruling], crossing: &[&Ruling]) -> Option<Vec<f32>> {
    let mut at: Vec<f32> = lines.iter().map(|ruling| ruling.at).collect();
    at.sort_by(f32::total_cmp);
    at.dedup_by(|next, kept| *next - *kept <= NEAR);
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

/// Whether a line near `at` covers most of the way between two edges.
fn covered(lines: &[&Ruling], at: f32, from: f32, to: f32) -> bool {
    let needed = (to - from) * 0.6;
    let cover: f32 = lines
        .iter()
        .filter(|ruling| (ruling.at - at).abs() <= NEAR)
        .map(|ruling| (ruling.to.min(to) - ruling.from.max(from)).max(0.0))
        .sum();
    cover >= needed
}
