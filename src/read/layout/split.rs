//! Tables that a page break cuts, put together again.
//!
//! A break falls between two rows, or through one: then its cells close on the one page and open anew on the next,
//! and nothing tells the rest of a row from a row of its own but what stands in it. What counts:
//!
//! - A line is broken only where the next letter had no room. A label, or a figure, whose last line had room left
//!   is whole, and what stands below it is another.
//! - A label that begins with a number (`2.`, `（三）`) begins a row.
//! - A row has a label; figures below the break without one belong to the row above it.
//! - A row without one figure is likelier a rest, unless other rows of the table are without figures too.
//!
//! Where these contradict each other the two rows are put together and each cell keeps what it has on either page
//! as lines of its own: two lines of digits are no figure, and whoever asks for one is told that it is unreadable.

use super::cell::{Content, RuledCell};
use super::lattice::Ruled;
use super::ruling::NEAR;
use crate::read::wording::{AFTER_ITEM, NUMERALS};

/// What the first row on a page is to the last row on the page before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A row of its own.
    Row,
    /// The rest of that row.
    Rest,
}

/// Adds the rows of `next`, which stands at the top of the following page.
pub(super) fn join(table: &mut Ruled, mut next: Ruled) {
    leave_out_open_end(table);
    leave_out_open_start(&mut next);
    let last = table.rows;
    for x in &next.xs {
        if !table.xs.iter().any(|known| (known - x).abs() <= 2.0 * NEAR) {
            table.xs.push(*x);
        }
    }
    table.xs.sort_by(f32::total_cmp);
    leave_out_repeated_head(table, &mut next);
    let joint = joint(table, &next);
    let shift = if joint == Joint::Rest { last.saturating_sub(1) } else { last };
    let label = label_edge(&next);
    let mut kept = Vec::new();
    for mut cell in next.cells.drain(..) {
        let above = (cell.row == 0)
            .then(|| table.cells.iter_mut().find(|above| ends_above(above, &cell, last)))
            .flatten()
            .filter(|above| joint == Joint::Rest || spans_on(above, &cell, label));
        match above {
            Some(above) => {
                above.rows += if joint == Joint::Rest { cell.rows - 1 } else { cell.rows };
                above.take(cell);
            }
            None => {
                cell.row += shift;
                kept.push(cell);
            }
        }
    }
    table.cells.extend(kept);
    table.rows = shift + next.rows;
}

/// Takes out a last row without words that no line closes: the padding of the row that comes on the next page.
fn leave_out_open_end(table: &mut Ruled) {
    let Some(last) = table.rows.checked_sub(1).filter(|last| *last > 0) else { return };
    let mut own = table.cells.iter().filter(|cell| cell.row == last);
    if own.clone().next().is_some() && own.all(|cell| cell.content() == Content::Empty && !cell.closed_below)
    {
        table.cells.retain(|cell| cell.row < last);
        for cell in table.cells.iter_mut().filter(|cell| cell.row + cell.rows > last) {
            cell.rows -= 1;
            cell.closed_below = false;
        }
        table.rows = last;
    }
}

/// Takes out a first row without words that no line closes: the padding of the row on the page before.
fn leave_out_open_start(next: &mut Ruled) {
    let mut own = next.cells.iter().filter(|cell| cell.row == 0 && cell.rows == 1);
    if next.rows > 1
        && own.clone().next().is_some()
        && own.all(|cell| cell.content() == Content::Empty && !cell.closed_above)
    {
        next.cells.retain(|cell| cell.row + cell.rows > 1);
        for cell in &mut next.cells {
            if cell.row == 0 {
                cell.rows -= 1;
                cell.closed_above = false;
            } else {
                cell.row -= 1;
            }
        }
        next.rows -= 1;
    }
}

/// Takes the rows out of `next` that say at its top what the table says at its own: its head, printed again.
fn leave_out_repeated_head(table: &Ruled, next: &mut Ruled) {
    let row = |table: &Ruled, row: usize| -> Vec<(String, usize, (i64, i64))> {
        let mut cells: Vec<&RuledCell> = table.cells.iter().filter(|cell| cell.row == row).collect();
        cells.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
        let edge = |x: f32| (x / (2.0 * NEAR)).round() as i64;
        cells.iter().map(|cell| (cell.words(), cell.rows, (edge(cell.x.0), edge(cell.x.1)))).collect()
    };
    let alike = |one: &[(String, usize, (i64, i64))], other: &[(String, usize, (i64, i64))]| {
        one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| {
                one.0 == other.0
                    && one.1 == other.1
                    && (one.2.0 - other.2.0).abs() <= 1
                    && (one.2.1 - other.2.1).abs() <= 1
            })
    };
    let mut head = 0;
    while head + 1 < next.rows.min(table.rows) && alike(&row(table, head), &row(next, head)) {
        head += 1;
    }
    let inside: Vec<&RuledCell> = next.cells.iter().filter(|cell| cell.row < head).collect();
    let has_figure = inside.iter().any(|cell| cell.content() == Content::Figure);
    let says_something = inside.iter().any(|cell| cell.content() == Content::Words);
    if has_figure || !says_something || inside.iter().any(|cell| cell.row + cell.rows > head) {
        return;
    }
    next.cells.retain(|cell| cell.row >= head);
    next.cells.iter_mut().for_each(|cell| cell.row -= head);
    next.rows -= head;
}

fn ends_above(above: &RuledCell, cell: &RuledCell, last: usize) -> bool {
    above.row + above.rows == last
        && (above.x.0 - cell.x.0).abs() <= 2.0 * NEAR
        && (above.x.1 - cell.x.1).abs() <= 2.0 * NEAR
}

/// The left edge of the first cell in the first row that has words and is no group's.
fn label_edge(table: &Ruled) -> f32 {
    let labels =
        table.cells.iter().filter(|cell| cell.row == 0 && cell.rows == 1 && cell.content() == Content::Words);
    labels.map(|cell| cell.x.0).fold(f32::INFINITY, f32::min)
}

/// Whether a cell over several rows goes on in the one below it, although the break falls between two rows.
fn spans_on(above: &RuledCell, cell: &RuledCell, label: f32) -> bool {
    if !above.closed_below && !cell.closed_above {
        return true;
    }
    let spans = above.rows > 1 || cell.rows > 1;
    let left_of_label = cell.x.0 < label;
    match (above.content(), cell.content()) {
        (_, Content::Empty) => cell.rows > 1 || (spans && left_of_label),
        // A group without a name has it below.
        (Content::Empty, _) => spans && left_of_label,
        (Content::Words, Content::Words) => {
            spans && left_of_label && above.may_go_on_in(cell) && !is_numbered(&cell.words())
        }
        _ => false,
    }
}

fn joint(table: &Ruled, next: &Ruled) -> Joint {
    let below: Vec<&RuledCell> = next.cells.iter().filter(|cell| cell.row == 0).collect();
    let pairs: Vec<(&RuledCell, &RuledCell)> = below
        .iter()
        .filter_map(|cell| Some((table.cells.iter().find(|one| ends_above(one, cell, table.rows))?, *cell)))
        .collect();
    if pairs.len() < below.len() {
        return Joint::Row;
    }
    // The cells of groups reach over other rows too and say nothing of these two.
    let pairs = pairs.into_iter().filter(|(above, below)| above.rows == 1 && below.rows == 1);
    let (figures, labels): (Vec<_>, Vec<_>) =
        pairs.partition(|(above, below)| [above, below].iter().all(|cell| cell.content() != Content::Words));
    let filled = |cell: &RuledCell| cell.content() != Content::Empty;
    let cut = labels.iter().chain(&figures).all(|(above, below)| !above.closed_below && !below.closed_above);
    let has_label = labels.iter().any(|(_, below)| filled(below));
    let label_goes_on = labels.iter().all(|(above, below)| match (above.content(), below.content()) {
        (_, Content::Empty) => true,
        (Content::Words | Content::Figure, Content::Words) => {
            let words = below.words();
            !is_numbered(&words) && (above.may_go_on_in(below) || is_number(&above.words()))
        }
        _ => false,
    });
    let both = || figures.iter().filter(|(above, below)| filled(above) && filled(below));
    let figures_break = both().filter(|(above, below)| above.may_go_on_in(below)).count();
    let figures_stand = both().count() - figures_break;
    if !label_goes_on {
        return Joint::Row;
    }
    if labels.is_empty() && !cut {
        // Nothing but figures: the rest of each must have one above it that had no room for it.
        let begun = figures.iter().all(|(above, below)| filled(above) || !filled(below));
        return if begun && figures_break > 0 && figures_stand == 0 { Joint::Rest } else { Joint::Row };
    }
    let none_above = figures.iter().all(|(above, _)| !filled(above));
    let none_below = figures.iter().all(|(_, below)| !filled(below));
    let rest = if cut {
        true
    } else if !has_label {
        // Without a label: what is left of a row, be it only its padding.
        none_below || both().next().is_some()
    } else if none_below || none_above {
        none_below && none_above || !has_bare_row(table) && !has_bare_row(next)
    } else {
        figures_break > 0 && figures_stand == 0
    };
    if rest { Joint::Rest } else { Joint::Row }
}

/// Whether a row other than one at the break has a label and not one figure.
fn has_bare_row(table: &Ruled) -> bool {
    let figures: Vec<usize> =
        table.cells.iter().filter(|cell| cell.content() == Content::Figure).map(|cell| cell.row).collect();
    let (Some(first), Some(end)) = (figures.iter().min(), table.rows.checked_sub(1)) else { return false };
    (first + 1..end).any(|row| {
        let mut cells = table.cells.iter().filter(|cell| cell.row == row);
        let empty = cells.clone().filter(|cell| cell.content() == Content::Empty).count();
        empty > 1 && !figures.contains(&row) && cells.any(|cell| cell.content() == Content::Words)
    })
}

/// Whether words begin with the number of an item: `2.`, `（三）`, `四、`.
fn is_numbered(words: &str) -> bool {
    after_number(words).is_some()
}

/// Whether words are the number of an item and no more.
fn is_number(words: &str) -> bool {
    after_number(words).is_some_and(|rest| rest.trim().is_empty())
}

fn after_number(words: &str) -> Option<&str> {
    let inner = words.trim_start_matches(['(', '（']);
    let rest = inner.trim_start_matches(|one: char| one.is_ascii_digit() || NUMERALS.contains(&one));
    if rest.len() < inner.len() { rest.strip_prefix(AFTER_ITEM) } else { None }
}
