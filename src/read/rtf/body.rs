//! A body that is being read: its paragraphs, and its rows of column edges that become tables with spans.

use crate::read::flow::{Cell, Item, Merge, Row};

/// The paragraphs and tables of the main text or of a text box.
#[derive(Debug, Default)]
pub(super) struct Body {
    items: Vec<Item>,
    tables: Vec<OpenTable>,
    /// The words of the open paragraph.
    pub(super) text: String,
    /// What hangs on it.
    pub(super) after: Vec<Item>,
}

/// A row's definition: where its cells end and what they are merged with.
#[derive(Clone, Debug, Default)]
pub(super) struct Definition {
    /// The left edge of the first cell, in twentieths of a point.
    pub(super) left: i32,
    cells: Vec<Defined>,
    next: Defined,
}

/// A cell's definition.
#[derive(Clone, Copy, Debug, Default)]
struct Defined {
    right: i32,
    merge: Merge,
    goes_on_left: bool,
}

/// Cells that one row may have: more than Word's 63, far fewer than would cost anything.
const CELLS_OF_A_ROW: usize = 1000;

impl Definition {
    /// A control word of a row's definition.
    pub(super) fn word(&mut self, name: &str, number: Option<i32>) {
        match name {
            "trowd" => *self = Definition::default(),
            "trleft" => self.left = number.unwrap_or(0),
            "clvmgf" => self.next.merge = Merge::Starts,
            "clvmrg" => self.next.merge = Merge::GoesOn,
            "clmrg" => self.next.goes_on_left = true,
            "cellx" if self.cells.len() < CELLS_OF_A_ROW => {
                let next = std::mem::take(&mut self.next);
                self.cells.push(Defined { right: number.unwrap_or(0), ..next });
            }
            _ => {}
        }
    }
}

/// A table whose end has not come.
#[derive(Debug, Default)]
struct OpenTable {
    rows: Vec<EdgedRow>,
    /// Finished cells of the open row.
    cells: Vec<Vec<Item>>,
    /// What stands in the open cell.
    cell: Vec<Item>,
}

/// A row by the edges of its cells.
#[derive(Debug)]
struct EdgedRow {
    left: i32,
    cells: Vec<(Defined, Vec<Item>)>,
}

impl Body {
    /// Ends the paragraph, which stands in `depth` tables.
    pub(super) fn paragraph(&mut self, depth: usize, level: Option<u8>) {
        // Between the cells of a row there is nothing: a paragraph there was not marked as standing in it.
        let in_row = self.tables.first().is_some_and(|table| !table.cells.is_empty());
        let depth = if depth == 0 && in_row { 1 } else { depth };
        self.settle(depth);
        let text = std::mem::take(&mut self.text);
        let after = std::mem::take(&mut self.after);
        let sink = self.sink();
        if !text.is_empty() {
            sink.push(Item::Paragraph { text, level });
        }
        sink.extend(after);
    }

    /// Ends a cell of the table that is `depth` deep.
    pub(super) fn cell(&mut self, depth: usize) {
        self.paragraph(depth, None);
        if let Some(table) = self.tables.last_mut() {
            let cell = std::mem::take(&mut table.cell);
            table.cells.push(cell);
        }
    }

    /// Ends a row of the table that is `depth` deep.
    pub(super) fn row(&mut self, depth: usize, definition: &Definition) {
        if !self.text.is_empty() {
            self.cell(depth);
        }
        self.settle(depth);
        if let Some(table) = self.tables.last_mut() {
            table.end_row(definition);
        }
    }

    /// Everything, once the end has come.
    pub(super) fn finish(mut self) -> Vec<Item> {
        if !self.text.is_empty() || !self.after.is_empty() {
            self.paragraph(self.tables.len(), None);
        }
        self.settle(0);
        self.items
    }

    /// Closes tables deeper than `depth`, and opens those that are missing.
    fn settle(&mut self, depth: usize) {
        while self.tables.len() > depth {
            if let Some(table) = self.tables.pop().and_then(OpenTable::finish) {
                self.sink().push(table);
            }
        }
        while self.tables.len() < depth {
            self.tables.push(OpenTable::default());
        }
    }

    fn sink(&mut self) -> &mut Vec<Item> {
        match self.tables.last_mut() {
            Some(table) => &mut table.cell,
            None => &mut self.items,
        }
    }
}

impl OpenTable {
    fn end_row(&mut self, definition: &Definition) {
        let mut right = definition.cells.last().map_or(definition.left, |cell| cell.right);
        let mut cells = std::mem::take(&mut self.cells);
        let left_over = std::mem::take(&mut self.cell);
        match cells.last_mut() {
            Some(last) => last.extend(left_over),
            None if left_over.is_empty() => {}
            None => cells.push(left_over),
        }
        let mut defined = definition.cells.iter();
        // Cells without a definition go on at the right, each as wide as an inch.
        let mut next = || {
            defined.next().copied().unwrap_or_else(|| {
                right = right.saturating_add(1440);
                Defined { right, ..Defined::default() }
            })
        };
        let cells = cells.into_iter().map(|items| (next(), items)).collect();
        self.rows.push(EdgedRow { left: definition.left, cells });
    }

    fn finish(mut self) -> Option<Item> {
        if !self.cells.is_empty() || !self.cell.is_empty() {
            // A row that broke off is as wide as the one before.
            let before = self.rows.last().map(|row| Definition {
                left: row.left,
                cells: row.cells.iter().map(|(defined, _)| *defined).collect(),
                next: Defined::default(),
            });
            self.end_row(&before.unwrap_or_default());
        }
        let rows = spanned(self.rows);
        (!rows.is_empty()).then_some(Item::Table(rows))
    }
}

/// Edges nearer than this (in twentieths of a point) are one: programs round each row for itself.
const NEAR: i32 = 30;

/// Rows on one grid: every edge of any row is a grid line.
fn spanned(rows: Vec<EdgedRow>) -> Vec<Row> {
    let mut lines = lines(&rows, NEAR);
    let is_lost = |row: &EdgedRow| {
        let mut left = index(&lines, row.left);
        row.cells.iter().any(|(defined, items)| {
            let right = index(&lines, defined.right);
            let lost = right <= left && !items.is_empty();
            left = right;
            lost
        })
    };
    if rows.iter().any(is_lost) {
        lines = self::lines(&rows, 0);
    }
    rows.into_iter().map(|row| on_lines(row, &lines)).filter(|row| !row.cells.is_empty()).collect()
}

fn on_lines(row: EdgedRow, lines: &[i32]) -> Row {
    let mut left = index(lines, row.left);
    let mut placed = Row { before: left, cells: Vec::new() };
    for (defined, items) in row.cells {
        let right = index(lines, defined.right);
        if right <= left && items.is_empty() {
            continue;
        }
        let span = right.saturating_sub(left).max(1);
        left = right.max(left);
        let (merge, goes_on_left) = (defined.merge, defined.goes_on_left);
        placed.cells.push(Cell { span, rows: 1, merge, goes_on_left, items });
    }
    placed
}

/// The grid lines, each the first of edges that lie near to it.
fn lines(rows: &[EdgedRow], near: i32) -> Vec<i32> {
    let mut edges: Vec<i32> = rows
        .iter()
        .flat_map(|row| std::iter::once(row.left).chain(row.cells.iter().map(|(defined, _)| defined.right)))
        .collect();
    edges.sort_unstable();
    let mut lines: Vec<i32> = Vec::new();
    for edge in edges {
        if lines.last().is_none_or(|line| edge.saturating_sub(*line) > near) {
            lines.push(edge);
        }
    }
    lines
}

/// The grid line that an edge lies on: the last one that does not lie after it.
fn index(lines: &[i32], edge: i32) -> usize {
    lines.partition_point(|line| *line <= edge).saturating_sub(1)
}
