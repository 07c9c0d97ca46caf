//! Going from cell to cell of a table with the arrow keys.

use super::{Action, block};
use crate::export::page::{Grid, SquareKind};

/// A step to the next cell in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column before.
    Left,
    /// To the column after.
    Right,
    /// To the first cell of the row.
    Start,
    /// To the last cell of the row.
    End,
    /// To the cell after, in the next row after the last.
    Next,
    /// To the cell before, in the row before after the first.
    Previous,
}

/// What a key does in a cell of a table, or in the field of the cell that is being typed into (`typing`); `None`
/// where that is left to the browser.
pub fn action_of_key(key: &str, shift: bool, typing: bool, cell: String) -> Option<Action> {
    let step = match key {
        "ArrowUp" => Some(Step::Up),
        "ArrowDown" => Some(Step::Down),
        "ArrowLeft" => Some(Step::Left),
        "ArrowRight" => Some(Step::Right),
        "Home" => Some(Step::Start),
        "End" => Some(Step::End),
        _ => None,
    };
    if typing {
        return match (key, shift) {
            ("Escape", _) => Some(Action::EditEnded(false, None)),
            ("Enter", false) => Some(Action::EditEnded(true, Some(Step::Down))),
            ("Enter", true) => Some(Action::EditEnded(true, Some(Step::Up))),
            ("Tab", false) => Some(Action::EditEnded(true, Some(Step::Next))),
            ("Tab", true) => Some(Action::EditEnded(true, Some(Step::Previous))),
            // Left, right, start and end move within the text.
            ("ArrowUp" | "ArrowDown", _) => Some(Action::EditEnded(true, step)),
            _ => None,
        };
    }
    match key {
        "Enter" | "F2" => Some(Action::EditStarted(cell, None)),
        "Delete" | "Backspace" => Some(Action::Filled(vec![(cell, String::new())])),
        _ if step.is_some() => step.map(|step| Action::Walked(cell, step)),
        // What starts a figure starts typing; letters stay with the page.
        _ => block(key)
            .filter(|_| key.chars().count() == 1)
            .map(|_| Action::EditStarted(cell, Some(key.to_owned()))),
    }
}

/// The cell that a step leads to from `name`; `None` at the table's edge or from a cell that is not in it.
pub fn walk<'a>(grid: &'a Grid, name: &str, step: Step) -> Option<&'a str> {
    let rows = rows(grid);
    let (row, column) = find(&rows, name)?;
    let beside = |row: usize| rows.get(row).and_then(|cells| cells.get(column).or(cells.last()));
    let after = |column: usize| rows[row].get(column);
    match step {
        Step::Up => beside(row.checked_sub(1)?),
        Step::Down => beside(row + 1),
        Step::Left => after(column.checked_sub(1)?),
        Step::Right => after(column + 1),
        Step::Start => rows[row].first(),
        Step::End => rows[row].last(),
        Step::Next => after(column + 1).or_else(|| rows.get(row + 1)?.first()),
        Step::Previous => match column.checked_sub(1) {
            Some(column) => after(column),
            None => rows.get(row.checked_sub(1)?)?.last(),
        },
    }
    .copied()
}

/// The cells under a block of texts that is laid on a table with its first text on `name`. A row with more texts
/// than the table has cells from there on loses its first ones: a label left blank.
pub fn lay<'a>(grid: &'a Grid, name: &str, block: &'a [Vec<String>]) -> Vec<(&'a str, &'a str)> {
    let rows = rows(grid);
    let Some((row, column)) = find(&rows, name) else { return Vec::new() };
    let mut laid = Vec::new();
    for (cells, texts) in rows[row..].iter().zip(block) {
        let cells = cells.get(column..).unwrap_or_default();
        let texts = &texts[texts.len().saturating_sub(cells.len())..];
        laid.extend(cells.iter().copied().zip(texts.iter().map(String::as_str)));
    }
    laid
}

/// The figures of a table, row by row.
fn rows(grid: &Grid) -> Vec<Vec<&str>> {
    grid.rows
        .iter()
        .map(|row| {
            let figures = row.iter().filter(|square| square.kind == SquareKind::Figure);
            figures.filter_map(|square| square.cell.as_deref()).collect::<Vec<_>>()
        })
        .filter(|row| !row.is_empty())
        .collect()
}

fn find(rows: &[Vec<&str>], name: &str) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(row, cells)| Some((row, cells.iter().position(|cell| *cell == name)?)))
}
