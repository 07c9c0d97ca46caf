//! Rectangular tables. Spans are resolved: every grid position knows the square that owns it.

use super::Origin;

/// A table as a grid of `rows × columns` positions. Squares do not overlap and cover the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// The squares that *start* in `row`, left to right: what a row printed, however the grid columns fall.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Square> {
        let start = self.squares.partition_point(|square| square.row < row);
        self.squares[start..].iter().take_while(move |square| square.row == row)
    }
}

/// Builds a [`Table`] row by row by the HTML table rules: a cell takes the next free position, spans reserve
/// positions, missing positions are filled with unprinted squares.
#[derive(Clone, Debug, Default)]
pub struct TableBuilder {
    origin: Origin,
    caption: Option<String>,
    squares: Vec<Square>,
    /// For each grid column, how many further rows are taken from above.
    taken: Vec<usize>,
    row: usize,
    column: usize,
    open: bool,
    columns: usize,
}

impl TableBuilder {
    /// An empty table that starts at `origin`.
    pub fn new(origin: Origin) -> TableBuilder {
        TableBuilder { origin, ..TableBuilder::default() }
    }

    /// Sets the caption's words.
    pub fn caption(&mut self, text: String) {
        self.caption = Some(text);
    }

    /// Starts the next row.
    pub fn start_row(&mut self) {
        if self.open {
            self.end_row();
        }
        self.open = true;
        self.column = 0;
    }

    /// Adds a printed cell to the row that is open (opening one if none is). Spans of 0 count as 1; callers
    /// clamp what the source says.
    pub fn cell(&mut self, text: String, row_span: usize, column_span: usize, origin: Origin) {
        if !self.open {
            self.start_row();
        }
        let (row_span, column_span) = (row_span.max(1), column_span.max(1));
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let free = (0..column_span)
            .take_while(|offset| self.taken.get(self.column + offset).is_none_or(|rows| *rows == 0))
            .count()
            .max(1);
        if self.taken.len() < self.column + free {
            self.taken.resize(self.column + free, 0);
        }
        for taken in &mut self.taken[self.column..self.column + free] {
            *taken = row_span;
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
        self.column += free;
        self.columns = self.columns.max(self.column);
    }

    /// Number of cells added so far.
    pub fn cells(&self) -> usize {
        self.squares.len()
    }

    fn end_row(&mut self) {
        for taken in &mut self.taken {
            *taken = taken.saturating_sub(1);
        }
        self.row += 1;
        self.open = false;
    }

    /// The finished table; `None` if it has no cell. Spans past the last row are cut.
    pub fn finish(mut self) -> Option<Table> {
        if self.open {
            self.end_row();
        }
        if self.squares.is_empty() {
            return None;
        }
        let (rows, columns) = (self.row, self.columns.max(self.taken.len()));
        const FREE: u32 = u32::MAX;
        let mut owners = vec![FREE; rows * columns];
        for (index, square) in self.squares.iter_mut().enumerate() {
            square.row_span = square.row_span.min(rows - square.row);
            for row in square.row..square.row + square.row_span {
                for column in square.column..square.column + square.column_span {
                    owners[row * columns + column] = index as u32;
                }
            }
        }
        for row in 0..rows {
            for column in 0..columns {
                if owners[row * columns + column] == FREE {
                    self.squares.push(Square {
                        row,
                        column,
                        row_span: 1,
                        column_span: 1,
                        text: String::new(),
                        origin: self.origin,
                        printed: false,
                    });
                }
            }
        }
        self.squares.sort_by_key(|square| (square.row, square.column));
        for (index, square) in self.squares.iter().enumerate() {
            for row in square.row..square.row + square.row_span {
                for column in square.column..square.column + square.column_span {
                    owners[row * columns + column] = index as u32;
                }
            }
        }
        Some(Table {
            origin: self.origin,
            caption: self.caption,
            rows,
            columns,
            squares: self.squares,
            owners,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_reserve_positions_and_gaps_are_filled() {
        let mut builder = TableBuilder::new(Origin::default());
        builder.start_row();
        builder.cell("a".into(), 2, 1, Origin::default());
        builder.cell("b".into(), 1, 2, Origin::default());
        builder.start_row();
        builder.cell("c".into(), 9, 1, Origin::default());
        let table = builder.finish().unwrap();
        assert_eq!((table.rows(), table.columns()), (2, 3));
        assert_eq!(table.owner(1, 0).unwrap().text, "a");
        assert_eq!(table.owner(0, 2).unwrap().text, "b");
        assert_eq!(table.owner(1, 1).unwrap().row_span, 1);
        assert!(!table.owner(1, 2).unwrap().printed);
        assert_eq!(table.row(1).map(|square| square.text.as_str()).collect::<Vec<_>>(), ["c", ""]);
    }
}
