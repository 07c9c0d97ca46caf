//! What stands in a word processor's document, whatever the format: paragraphs, pictures and tables in order;
//! vertical merges to spans, nested tables, tables that only lay out the page.

use super::collector::Collector;
use super::words;
use crate::document::Origin;
use crate::sorted::Listed;

/// Something in the body, in order.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A paragraph with its number before it; breaks as `\n`.
    Paragraph {
        text: String,
        /// 1 to 6 for a heading.
        level: Option<u8>,
    },
    /// A table.
    Table(Vec<Row>),
    /// A picture.
    Picture,
}

/// A row as it stands in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Grid columns left out before the first cell.
    pub(super) before: usize,
    pub(super) cells: Vec<Cell>,
}

/// A cell as it stands in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Grid columns it covers.
    pub(super) span: usize,
    /// Rows it covers, where the format says so in the cell itself and leaves out the covered ones; else 1 or 0.
    pub(super) rows: usize,
    pub(super) merge: Merge,
    /// The older way to merge sideways: this cell belongs to the one on its left.
    pub(super) goes_on_left: bool,
    pub(super) items: Vec<Item>,
}

/// What a cell has to do with the one above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    Alone,
    Starts,
    GoesOn,
}

impl Cell {
    /// Its words, a line a paragraph; nested tables left out.
    fn words(&self) -> String {
        let mut words_of_cell = String::new();
        for item in &self.items {
            if let Item::Paragraph { text, .. } = item {
                for line in text.split('\n').map(words::fold).filter(|line| !line.is_empty()) {
                    if !words_of_cell.is_empty() {
                        words_of_cell.push('\n');
                    }
                    words_of_cell.push_str(&line);
                }
            }
        }
        words_of_cell
    }

    fn has_table(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Table(_)))
    }
}

/// Adds what stands in a body to the document.
pub(super) fn pour(items: Vec<Item>, collector: &mut Collector) {
    let origin = Origin::default();
    for item in items {
        match item {
            Item::Paragraph { text, level } => {
                for line in text.split('\n') {
                    let line = words::fold(line);
                    match level {
                        Some(level) => collector.heading(level, line, origin),
                        None => collector.paragraph(line, origin),
                    }
                }
            }
            Item::Picture => collector.picture(origin),
            Item::Table(rows) if is_layout(&rows) => {
                for cell in rows.into_iter().flat_map(|row| row.cells) {
                    pour(cell.items, collector);
                }
            }
            Item::Table(rows) => pour_table(rows, collector),
        }
    }
}

/// Whether a table only lays out the page: it holds tables, or is a single cell, and has few words of its own.
fn is_layout(rows: &[Row]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let filled = cells().filter(|cell| !cell.words().is_empty()).count();
    cells().count() == 1 || (cells().any(Cell::has_table) && filled <= 4)
}

/// Adds a table to the document, and the tables nested in it after it.
fn pour_table(rows: Vec<Row>, collector: &mut Collector) {
    let origin = Origin::default();
    let mut placed: Vec<Vec<Placed>> = rows.into_iter().map(placed).listed();
    let mut builder = collector.table_builder(origin);
    let mut nested = Vec::new();
    for row in 0..placed.len() {
        builder.start_row();
        for index in 0..placed[row].len() {
            let cell = &placed[row][index];
            if cell.taken {
                continue;
            }
            let (column, span) = (cell.column, cell.span);
            let height = if cell.merge == Merge::Starts { height(&placed, row, column) } else { cell.rows };
            let merged = if cell.merge == Merge::Starts { height - 1 } else { 0 };
            for below in placed.iter_mut().skip(row + 1).take(merged) {
                for cell in below.iter_mut().filter(|cell| cell.column == column) {
                    cell.taken = true;
                }
            }
            let cell = &mut placed[row][index];
            let text = std::mem::take(&mut cell.text);
            nested.append(&mut cell.nested);
            builder.cell(text, height, span, origin);
        }
    }
    collector.built(builder);
    for rows in nested {
        pour_table(rows, collector);
    }
}

/// A cell at its grid column.
struct Placed {
    column: usize,
    span: usize,
    rows: usize,
    merge: Merge,
    text: String,
    nested: Vec<Vec<Row>>,
    /// Covered by a cell above.
    taken: bool,
}

fn placed(row: Row) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::new();
    let mut column = 0;
    if row.before > 0 {
        let span = row.before.min(1000);
        out.push(Placed {
            column,
            span,
            rows: 1,
            merge: Merge::Alone,
            text: String::new(),
            nested: Vec::new(),
            taken: false,
        });
        column += span;
    }
    for cell in row.cells {
        let text = cell.words();
        let nested = cell.items.into_iter().filter_map(|item| match item {
            Item::Table(rows) => Some(rows),
            _ => None,
        });
        let nested: Vec<Vec<Row>> = nested.listed();
        match out.last_mut() {
            Some(left) if cell.goes_on_left => left.span += cell.span,
            _ => out.push(Placed {
                column,
                span: cell.span,
                rows: cell.rows.max(1),
                merge: cell.merge,
                text,
                nested,
                taken: false,
            }),
        }
        column += cell.span;
    }
    out
}

/// Rows that a merge covers from `row` down.
fn height(rows: &[Vec<Placed>], row: usize, column: usize) -> usize {
    let goes_on =
        |row: &Vec<Placed>| row.iter().any(|cell| cell.column == column && cell.merge == Merge::GoesOn);
    1 + rows[row + 1..].iter().take_while(|row| goes_on(row)).count()
}
