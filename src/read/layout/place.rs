//! Which cell each glyph belongs to: the one it stands in, unless what was drawn with it stands in another.

use super::Glyph;
use super::cell::RuledCell;
use super::lattice::Ruled;
use super::line::is_figure;

/// A table on the page and a cell in it, both by their index.
type Place = Option<(usize, usize)>;

/// Ends this far from a cell's edge, in points, are set against that edge.
const AGAINST: f32 = 12.0;

/// Gives the glyphs of a page, in the order in which they were drawn, to the cells of its tables. Returns those
/// that stand in none.
pub(super) fn place(glyphs: Vec<Glyph>, tables: &mut [Ruled]) -> Vec<Glyph> {
    let mut places: Vec<Place> = glyphs.iter().map(|glyph| place_of(glyph.centre(), tables)).collect();
    let runs = runs(&glyphs);
    for (from, to) in &runs {
        let first = places[*from];
        if places[*from..*to].iter().any(|place| *place != first)
            && let Some(place) = of_run(&glyphs[*from..*to], &places[*from..*to], tables)
        {
            places[*from..*to].fill(place);
        }
    }
    take_back(&glyphs, &runs, &mut places, tables);
    let mut free = Vec::new();
    for (glyph, place) in glyphs.into_iter().zip(places) {
        match cell(tables, place) {
            Some(cell) => cell.glyphs.push(glyph),
            None => free.push(glyph),
        }
    }
    free
}

fn place_of((x, y): (f32, f32), tables: &[Ruled]) -> Place {
    tables.iter().enumerate().find_map(|(index, table)| Some((index, table.cell_at(x, y)?)))
}

fn cell(tables: &mut [Ruled], place: Place) -> Option<&mut RuledCell> {
    let (table, cell) = place?;
    tables.get_mut(table)?.cells.get_mut(cell)
}

/// Glyphs that follow each other without a gap, as half-open ranges; a blank parts them, and what is a figure is
/// parted from what is none: words that run out of their cell may touch a figure in the next by chance.
fn runs(glyphs: &[Glyph]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (index, glyph) in glyphs.iter().enumerate() {
        let follows = index.checked_sub(1).and_then(|before| glyphs.get(before)).is_some_and(|before| {
            !before.text.trim().is_empty()
                && !glyph.text.trim().is_empty()
                && (glyph.y - before.y).abs() < glyph.size * 0.1
                && (glyph.size - before.size).abs() < 0.1
                && glyph.text.starts_with(is_figure) == before.text.starts_with(is_figure)
                && (glyph.x - before.x - before.width).abs() < glyph.size * 0.08
        });
        match runs.last_mut() {
            Some(run) if follows => run.1 = index + 1,
            _ => runs.push((index, index + 1)),
        }
    }
    runs
}

/// The cell of a run that reaches over an edge: what is set in the middle of a cell, or against one of its edges,
/// is that cell's. `None` where nothing tells, and each glyph stays where it stands.
fn of_run(run: &[Glyph], places: &[Place], tables: &[Ruled]) -> Option<Place> {
    let (first, last) = (run.first()?, run.last()?);
    let (left, right) = (first.x, last.x + last.width);
    let middle = ((left + right) / 2.0, first.centre().1);
    let edges = |place: Place| {
        let (table, cell) = place?;
        Some(tables.get(table)?.cells.get(cell)?.x)
    };
    let in_middle = place_of(middle, tables);
    let is_centred = edges(in_middle).is_some_and(|(from, to)| ((from + to) / 2.0 - middle.0).abs() < 3.0);
    if is_centred {
        return Some(in_middle);
    }
    let (from, to) = (*places.first()?, *places.last()?);
    let starts = edges(from).is_some_and(|(edge, _)| (0.0..AGAINST).contains(&(left - edge)));
    let ends = edges(to).is_some_and(|(_, edge)| (0.0..AGAINST).contains(&(edge - right)));
    match (starts, ends) {
        (true, false) => Some(from),
        (false, true) => Some(to),
        _ => None,
    }
}

/// Gives back to a cell the words that run out of it at the right: they start on the edge of the next cell, on one
/// line with what was drawn before them in the cell on the left.
fn take_back(glyphs: &[Glyph], runs: &[(usize, usize)], places: &mut [Place], tables: &[Ruled]) {
    for pair in runs.windows(2) {
        let [before, run] = pair else { continue };
        let (left, own) = (places[before.1 - 1], places[run.0]);
        let (Some((table, left_cell)), Some((own_table, own_cell))) = (left, own) else { continue };
        if left == own || table != own_table {
            continue;
        }
        let cells = &tables[table].cells;
        let starts_on_edge = glyphs[run.0].x - cells[own_cell].x.0 < 1.0;
        let on_one_line = (glyphs[run.0].y - glyphs[before.0].y).abs() < glyphs[run.0].size * 0.45;
        let is_words = glyphs[run.0..run.1].iter().any(|glyph| !glyph.text.chars().all(is_figure));
        let is_next = (cells[left_cell].x.1 - cells[own_cell].x.0).abs() < 1.0;
        if starts_on_edge && on_one_line && is_words && is_next {
            places[run.0..run.1].fill(left);
        }
    }
}
