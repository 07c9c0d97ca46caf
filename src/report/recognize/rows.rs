//! Lines of a statutory table as rows: labels on one side, slots for values on the other. Values printed one a
//! line are gathered into one row.

use super::lines::{Kind, Lines};
use crate::document::Place;
use crate::report::form::{Label, Word};
use crate::sorted::Listed;

/// A row of a table, or a label or values that stand on lines of their own.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Index of the line, the first one where values stand one a line.
    pub(super) line: usize,
    /// Index of the block.
    pub(super) block: usize,
    /// True for a row of a table, false for text and for values that stand one a line.
    pub(super) grid: bool,
    /// The pieces of words beside the slots, left to right.
    pub(super) labels: Vec<usize>,
    /// The pieces where values belong, left to right, blank ones included, unprinted ones at the end left out.
    pub(super) slots: Vec<usize>,
}

impl Row {
    /// Where the row starts.
    pub(super) fn place(&self, lines: &Lines<'_>) -> Place {
        let first = self.labels.first().or(self.slots.first());
        first.map_or(Place { block: self.block, ..Place::default() }, |piece| lines.piece(*piece).place)
    }

    /// How many slots hold something.
    pub(super) fn filled(&self, lines: &Lines<'_>) -> usize {
        self.slots.iter().filter(|slot| lines.piece(**slot).kind != Kind::Empty).count()
    }

    /// The labels that are the form's words, left to right.
    pub(super) fn words<'l>(&'l self, lines: &'l Lines<'_>) -> impl DoubleEndedIterator<Item = Label> + 'l {
        self.labels.iter().filter_map(|piece| lines.piece(*piece).label())
    }
}

/// The rows of `line_indices`, which are in order. `names_a_row` tells the words that can label a row of the table
/// in question.
pub(super) fn rows_of(
    lines: &Lines<'_>,
    line_indices: &[usize],
    names_a_row: impl Fn(Word) -> bool,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(line_indices.len());
    let mut gathering: Option<usize> = None;
    for line in line_indices.iter().copied() {
        let Some(row) = row_of(lines, line, &names_a_row) else { continue };
        let lone_value = row.labels.is_empty() && row.slots.len() == 1 && lone(lines, line);
        match rows.last_mut() {
            Some(last) if lone_value && gathering == Some(line) => last.slots.extend(row.slots),
            _ => rows.push(Row { grid: row.grid && !lone_value, ..row }),
        }
        gathering = lone_value.then_some(line + 1);
    }
    rows
}

/// True where nothing but one value stands on the line.
fn lone(lines: &Lines<'_>, line: usize) -> bool {
    let mut written = lines.pieces(line).iter().filter(|piece| piece.printed && !piece.from_above);
    written.next().is_some() && written.next().is_none()
}

/// Words that stand over several rows.
fn is_context(label: Option<Label>) -> bool {
    matches!(label.map(|label| label.word), Some(Word::Group(_) | Word::Results | Word::Suits))
}

fn row_of(lines: &Lines<'_>, line: usize, names_a_row: impl Fn(Word) -> bool) -> Option<Row> {
    let pieces = lines.pieces(line);
    let first = lines.first_piece(line);
    let (block, grid) = (lines.line(line).block, lines.line(line).grid);
    let names = |index: &usize| pieces[*index].label().is_some_and(|label| names_a_row(label.word));
    let last_printed = pieces.iter().rposition(|piece| piece.printed)?;
    let first_value = pieces.iter().position(|piece| piece.kind == Kind::Value && !piece.from_above);

    let end = first_value.unwrap_or(last_printed + 1);
    let words_before = |wanted: &dyn Fn(&usize) -> bool| {
        (0..end).rev().find(|index| pieces[*index].is_words() && wanted(index))
    };
    let named = words_before(&names);
    let last_words = words_before(&|_| true);
    // What names a group of rows leaves the row's own name to the words behind it, known or not.
    let split = match named {
        Some(named) if first_value.is_some() && !is_context(pieces[named].label()) => Some(named),
        // （六）其他处理 over both columns of labels is a row of its own: a word behind it stands for a number.
        Some(named)
            if first_value.is_some()
                && (pieces[named].columns > 1 || pieces[named + 1].kind == Kind::Empty)
                && last_words.is_some_and(|last| pieces[last].label().is_none()) =>
        {
            Some(named)
        }
        _ => last_words,
    };
    let named_behind =
        (end..=last_printed).rev().find(|index| named.is_none() && pieces[*index].is_words() && names(index));
    let (labels, slots) = match (named_behind, split) {
        // A serial number stands before the label, or the label behind its numbers.
        (Some(name), _) => {
            let follow = pieces[name + 1..=last_printed].iter().any(|piece| piece.kind == Kind::Value);
            if follow { (0..name + 1, name + 1..last_printed + 1) } else { (name..name + 1, 0..name) }
        }
        (None, Some(split)) => (0..split + 1, split + 1..last_printed + 1),
        (None, None) if grid || first_value.is_some() => (0..0, 0..last_printed + 1),
        (None, None) => return None,
    };
    let labels: Vec<usize> =
        labels.filter(|index| pieces[*index].is_words()).map(|index| first + index).listed();
    let slots: Vec<usize> = slots.map(|index| first + index).listed();
    // Nothing of its own, only what spans from above.
    if !labels.is_empty() && labels.iter().all(|piece| lines.piece(*piece).from_above) && slots.is_empty() {
        return None;
    }
    Some(Row { line, block, grid, labels, slots })
}
