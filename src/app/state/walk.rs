//! Going from cell to cell of a table with the arrow keys.

use crate::export::page::Grid;

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
}

impl Step {
    /// The step of a key's name.
    pub fn of_key(key: &str) -> Option<Step> {
        match key {
            "ArrowUp" => Some(Step::Up),
            "ArrowDown" => Some(Step::Down),
            "ArrowLeft" => Some(Step::Left),
            "ArrowRight" => Some(Step::Right),
            "Home" => Some(Step::Start),
            "End" => Some(Step::End),
            _ => None,
        }
    }
}

/// The cell that a step leads to from `name`; `None` at the table's edge or from a cell that is not in it.
pub fn walk<'a>(grid: &'a Grid, name: &str, step: Step) -> Option<&'a str> {
    let rows: Vec<Vec<&str>> = grid
        .rows
        .iter()
        .map(|row| row.iter().filter_map(|square| square.cell.as_deref()).collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
        .collect();
    let (row, column) = rows
        .iter()
        .enumerate()
        .find_map(|(row, cells)| Some((row, cells.iter().position(|cell| *cell == name)?)))?;
    let beside = |row: usize| rows.get(row).and_then(|cells| cells.get(column).or(cells.last()));
    match step {
        Step::Up => beside(row.checked_sub(1)?),
        Step::Down => beside(row + 1),
        Step::Left => rows[row].get(column.checked_sub(1)?),
        Step::Right => rows[row].get(column + 1),
        Step::Start => rows[row].first(),
        Step::End => rows[row].last(),
    }
    .copied()
}
