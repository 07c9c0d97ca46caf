//! Rectangular tables. Spans are resolved: every grid position knows the square that owns it.

use super::Origin;
use crate::sorted::Listed;
use serde::{Deserialize, Serialize};

/// A table as a grid of `rows × columns` positions. Squares do not overlap and cover the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Where the table starts in the source.
    pub origin: Origin,
    /// Words of a caption element, if the format has one.
    pub caption: Option<String>,
    rows: usize,
    columns: usize,
    squares: Vec<Square>,
    owners: Vec<u32>,
}

/// One printed square of a table with its spans resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Square {
    /// First grid row, 0-based.
    pub row: usize,
    /// First grid column, 0-based.
    pub column: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Columns covered, at least 1.
    pub column_span: usize,
    /// The words. White space inside lines is folded to one space; line breaks of the source stay as `\n`.
    pub text: String,
    /// Where it stands in the source.
    pub origin: Origin,
    /// False where the source had no cell here and the grid was only filled up to stay rectangular.
    pub printed: bool,
}

impl Table {
    /// Number of grid rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of grid columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// All squares in reading order (by row, then column).
    pub fn squares(&self) -> &[Square] {
        &self.squares
    }

    /// The square that owns the grid position, or `None` outside the grid.
    pub fn owner(&self, row: usize, column: usize) -> Option<&Square> {
        if row >= self.rows || column >= self.columns {
            return None;
        }
        self.owners.get(row * self.columns + column).and_then(|index| self.squares.get(*index as usize))
    }

    /// Puts other words into the square that owns the grid position; nothing outside the grid.
    pub fn rewrite(&mut self, row: usize, column: usize, text: String) {
        let index =
            if row < self.rows && column < self.columns { row * self.columns + column } else { return };
        let owner = self.owners.get(index).and_then(|owner| self.squares.get_mut(*owner as usize));
        if let Some(square) = owner {
            square.text = text;
        }
    }

    /// The squares that *start* in `row`, left to right: what a row printed, however the grid columns fall.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Square> {
        let start = self.squares.partition_point(|square| square.row < row);
        self.squares[start..].iter().take_while(move |square| square.row == row)
    }

    /// The squares that the source printed, in reading order: all but the filled-up ones.
    pub fn printed(&self) -> impl Iterator<Item = &Square> {
        self.squares.iter().filter(|square| square.printed)
    }

    /// A table of the squares that start in the half-open range of rows, on the same grid columns; `None` if
    /// none was printed there. What reaches in from above stays outside, what reaches out below is cut.
    pub fn rows_between(&self, from: usize, to: usize) -> Option<Table> {
        let to = to.min(self.rows);
        let first = self.squares.partition_point(|square| square.row < from);
        let last = self.squares.partition_point(|square| square.row < to);
        let inside = self.squares.get(first..last)?;
        let origin = inside.iter().find(|square| square.printed)?.origin;
        let squares: Vec<Square> = inside
            .iter()
            .map(|square| Square {
                row: square.row - from,
                row_span: square.row_span.min(to - square.row),
                ..square.clone()
            })
            .listed();
        Some(Table::covering(origin, None, to - from, self.columns, squares))
    }

    /// A table on a grid of the given size; free positions are filled with unprinted squares. The squares lie
    /// inside the grid, do not overlap and stand in reading order.
    fn covering(
        origin: Origin,
        caption: Option<String>,
        rows: usize,
        columns: usize,
        squares: Vec<Square>,
    ) -> Table {
        let mut owners = vec![FREE; rows * columns];
        let mut covered = 0;
        for (index, square) in squares.iter().enumerate() {
            for row in square.row..square.row + square.row_span {
                let start = row * columns + square.column;
                owners[start..start + square.column_span].fill(index as u32);
            }
            covered += square.row_span * square.column_span;
        }
        let squares =
            if covered < owners.len() { filled(origin, columns, squares, &mut owners) } else { squares };
        Table { origin, caption, rows, columns, squares, owners }
    }
}

/// An owner of no square: a grid position still to be filled.
const FREE: u32 = u32::MAX;

/// Puts an unprinted square on every free position, keeps the reading order and renumbers the owners.
fn filled(origin: Origin, columns: usize, squares: Vec<Square>, owners: &mut [u32]) -> Vec<Square> {
    let mut renumbered: Vec<u32> = Vec::with_capacity(squares.len());
    let mut all = Vec::with_capacity(squares.len() + owners.len() / 8);
    let mut printed = squares.into_iter();
    for (position, owner) in owners.iter_mut().enumerate() {
        if *owner == FREE {
            *owner = all.len() as u32;
            all.push(Square {
                row: position / columns,
                column: position % columns,
                row_span: 1,
                column_span: 1,
                text: String::new(),
                origin,
                printed: false,
            });
        } else if *owner as usize == renumbered.len() {
            renumbered.push(all.len() as u32);
            all.extend(printed.next());
            *owner = renumbered[*owner as usize];
        } else {
            *owner = renumbered[*owner as usize];
        }
    }
    all
}

/// The widest and the highest span that the HTML standard allows.
const COLUMN_SPAN_MAX: usize = 1000;
const ROW_SPAN_MAX: usize = 65_534;

/// Grid positions that a table may have unless its builder is told otherwise.
const POSITIONS_MAX: usize = 1 << 20;

/// Builds a [`Table`] row by row by the HTML table rules: a cell takes the next free position, spans reserve
/// positions, missing positions are filled with unprinted squares. One rule is stricter: a cell whose columns
/// run into one that reaches down from above ends there, so that squares never overlap.
#[derive(Clone, Debug)]
pub struct TableBuilder {
    origin: Origin,
    caption: Option<String>,
    squares: Vec<Square>,
    /// For each grid column, how many rows are taken, the open one included.
    taken: Vec<u32>,
    /// Squares of the open row group that cover more than one row.
    spanning: Vec<u32>,
    row: usize,
    column: usize,
    open: bool,
    positions: usize,
    cut: bool,
}

impl TableBuilder {
    /// An empty table that starts at `origin`.
    pub fn new(origin: Origin) -> TableBuilder {
        TableBuilder::limited(origin, POSITIONS_MAX)
    }

    /// An empty table that takes at most `positions` grid positions (rows × columns). Cells past that are left
    /// out and [`TableBuilder::was_cut`] says so.
    pub fn limited(origin: Origin, positions: usize) -> TableBuilder {
        TableBuilder {
            origin,
            caption: None,
            squares: Vec::new(),
            taken: Vec::new(),
            spanning: Vec::new(),
            row: 0,
            column: 0,
            open: false,
            positions: positions.min(FREE as usize),
            cut: false,
        }
    }

    /// Sets the caption's words.
    pub fn caption(&mut self, text: String) {
        self.caption = Some(text);
    }

    /// Starts the next row.
    pub fn start_row(&mut self) {
        self.end_row();
        if (self.row + 1) * self.taken.len().max(1) > self.positions {
            self.cut = true;
            return;
        }
        self.open = true;
        self.column = 0;
    }

    /// Adds a printed cell to the row that is open (opening one if none is). Spans of 0 count as 1, spans past
    /// what the HTML standard allows are clamped.
    pub fn cell(&mut self, text: String, row_span: usize, column_span: usize, origin: Origin) {
        if !self.open && !self.cut {
            self.start_row();
        }
        if self.cut {
            return;
        }
        let row_span = row_span.clamp(1, ROW_SPAN_MAX);
        let column_span = column_span.clamp(1, COLUMN_SPAN_MAX);
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let free = match self.taken.get(self.column..) {
            Some(right) => right.iter().take(column_span).position(|rows| *rows > 0).unwrap_or(column_span),
            None => column_span,
        };
        let end = self.column + free;
        if end > self.taken.len() {
            if (self.row + 1) * end > self.positions {
                self.cut = true;
                return;
            }
            self.taken.resize(end, 0);
        }
        self.taken[self.column..end].fill(row_span as u32);
        if row_span > 1 {
            self.spanning.push(self.squares.len() as u32);
        }
        self.squares.push(Square {
            row: self.row,
            column: self.column,
            row_span,
            column_span: free,
            text,
            origin,
            printed: true,
        });
        self.column = end;
    }

    /// Ends a row group: no span reaches past it.
    pub fn end_group(&mut self) {
        self.end_row();
        for index in self.spanning.drain(..) {
            let square = &mut self.squares[index as usize];
            square.row_span = square.row_span.min(self.row - square.row);
        }
        self.taken.fill(0);
    }

    /// Takes grid positions off the limit: another table of the same document has used them.
    pub fn spend(&mut self, positions: usize) {
        self.positions = self.positions.saturating_sub(positions);
    }

    /// Number of cells added so far.
    pub fn cells(&self) -> usize {
        self.squares.len()
    }

    /// True where cells or rows were left out because the grid would have grown past its limit.
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// The finished table; `None` if it has no cell. Spans past the last row are cut, rows in which nothing was
    /// printed are left out.
    pub fn finish(mut self) -> Option<Table> {
        self.end_group();
        if self.squares.is_empty() {
            return None;
        }
        let rows = without_empty_rows(self.row, &mut self.squares);
        Some(Table::covering(self.origin, self.caption, rows, self.taken.len(), self.squares))
    }

    fn end_row(&mut self) {
        if self.open {
            for taken in &mut self.taken {
                *taken = taken.saturating_sub(1);
            }
            self.row += 1;
            self.open = false;
        }
    }
}

/// Moves the squares up over rows that no square covers; gives the number of rows that stay.
fn without_empty_rows(rows: usize, squares: &mut [Square]) -> usize {
    let mut covered = 0;
    let mut empty = 0;
    for square in squares {
        empty += square.row.saturating_sub(covered);
        covered = covered.max(square.row + square.row_span);
        square.row -= empty;
    }
    rows - empty - rows.saturating_sub(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Builds a table of rows of (text, row span, column span); a group ends at every empty row.
    fn build(rows: &[&[(&str, usize, usize)]]) -> Table {
        let mut builder = TableBuilder::new(Origin::default());
        for row in rows {
            if row.is_empty() {
                builder.end_group();
                continue;
            }
            builder.start_row();
            for (text, row_span, column_span) in *row {
                builder.cell((*text).into(), *row_span, *column_span, Origin::default());
            }
        }
        builder.finish().unwrap()
    }

    /// The grid by the owners' texts; `.` stands for a filled position.
    fn drawn(table: &Table) -> String {
        let text = |row, column| match table.owner(row, column).unwrap() {
            square if square.printed => square.text.as_str(),
            _ => ".",
        };
        let line = |row| (0..table.columns()).map(|column| text(row, column)).collect::<String>();
        (0..table.rows()).map(line).collect::<Vec<_>>().join(" ")
    }

    fn check(rows: &[&[(&str, usize, usize)]], expected: &str) {
        let table = build(rows);
        assert_eq!(drawn(&table), expected);
        let order: Vec<_> = table.squares().iter().map(|square| (square.row, square.column)).collect();
        assert!(order.is_sorted(), "{order:?}");
        let covered: usize = table.squares().iter().map(|square| square.row_span * square.column_span).sum();
        assert_eq!(covered, table.rows() * table.columns());
    }

    #[test]
    fn spans_reserve_positions_and_gaps_are_filled() {
        check(&[&[("a", 2, 1), ("b", 1, 2)], &[("c", 9, 1)]], "abb ac.");
        check(&[&[("a", 1, 1), ("b", 2, 1)], &[("c", 1, 3)]], "ab cb");
        check(&[&[("a", 1, 1), ("b", 2, 1), ("c", 1, 1)], &[("d", 1, 3), ("e", 1, 1)]], "abc dbe");
        check(&[&[("a", 1, 1)], &[("b", 1, 1), ("c", 1, 1)]], "a. bc");
    }

    #[test]
    fn spans_end_with_their_row_group() {
        check(&[&[("a", 65_534, 1), ("b", 1, 1)], &[("c", 1, 1)], &[], &[("d", 1, 1)]], "ab ac d.");
        check(&[&[("a", 3, 1), ("b", 1, 1)], &[], &[("c", 1, 1), ("d", 1, 1)]], "ab cd");
    }

    #[test]
    fn rows_without_a_printed_square_are_left_out() {
        let mut builder = TableBuilder::new(Origin::default());
        for text in ["", "a", "", "b", ""] {
            builder.start_row();
            if !text.is_empty() {
                builder.cell(text.into(), 1, 1, Origin::default());
            }
        }
        assert_eq!(drawn(&builder.finish().unwrap()), "a b");
        let mut spanned = TableBuilder::new(Origin::default());
        spanned.start_row();
        spanned.cell("a".into(), 2, 1, Origin::default());
        spanned.start_row();
        assert_eq!(drawn(&spanned.finish().unwrap()), "a a");
    }

    #[test]
    fn a_range_of_rows_is_a_table_of_its_own() {
        let table = build(&[&[("a", 3, 1), ("b", 1, 1)], &[("c", 2, 1)], &[("d", 1, 1)]]);
        assert_eq!(drawn(&table), "ab. ac. acd");
        assert_eq!(drawn(&table.rows_between(1, 2).unwrap()), ".c.");
        assert_eq!(drawn(&table.rows_between(0, 1).unwrap()), "ab.");
        assert_eq!(drawn(&table.rows_between(1, 3).unwrap()), ".c. .cd");
        assert_eq!(table.rows_between(3, 4), None);
        let squares: Vec<_> = table.row(2).map(|square| (square.text.as_str(), square.printed)).collect();
        assert_eq!(squares, [("d", true)]);
    }

    #[test]
    fn the_grid_never_grows_past_its_limit() {
        let mut builder = TableBuilder::limited(Origin::default(), 10_000);
        for _ in 0..100_000 {
            builder.start_row();
            builder.cell("a".into(), 99_999, 5, Origin::default());
            builder.cell("b".into(), 1, 99_999, Origin::default());
        }
        assert!(builder.was_cut());
        let table = builder.finish().unwrap();
        assert!(table.rows() * table.columns() <= 10_000, "{} × {}", table.rows(), table.columns());
        let mut rows_only = TableBuilder::limited(Origin::default(), 10);
        rows_only.cell("a".into(), 1, 1, Origin::default());
        (0..1000).for_each(|_| rows_only.start_row());
        assert!(rows_only.was_cut());
        assert_eq!(drawn(&rows_only.finish().unwrap()), "a");
    }
}
