//! The document as blocks to draw, every square that a cell was read from carrying the cell's name.

use super::shape::{BlockDto, Grid, Square, SquareKind};
use crate::document::{Block, Document, Table};
use crate::report::Report;
use crate::sorted::{Listed, SortedMap};

/// Where a square stands: block, row, column.
type Position = (usize, usize, usize);

/// The blocks of `document`, in its order.
pub(super) fn blocks(document: &Document, report: Option<&Report>) -> Vec<BlockDto> {
    let names = names(report);
    let levels = levels(report);
    document
        .blocks
        .iter()
        .enumerate()
        .map(|(index, block)| match block {
            Block::Heading { level, text, .. } => BlockDto::Heading { level: *level, text: text.clone() },
            Block::Paragraph { text, .. } => match levels.get(&index) {
                Some(level) => BlockDto::Heading { level: *level, text: text.clone() },
                None => BlockDto::Paragraph { text: text.clone() },
            },
            Block::Table(table) => BlockDto::Table(grid(index, table, &names)),
        })
        .listed()
}

/// The blocks that are headings by their words, whatever the markup says: the title and the six sections.
fn levels(report: Option<&Report>) -> SortedMap<usize, u8> {
    let title = report.and_then(|report| report.title.as_ref()).map(|title| (title.place.block, 1));
    let sections = report.into_iter().flat_map(|report| &report.sections);
    sections.map(|found| (found.place.block, 2)).chain(title).collect()
}

/// The name of the cell that was read from each square.
fn names(report: Option<&Report>) -> SortedMap<Position, String> {
    let figures = report.into_iter().flat_map(|report| &report.figures);
    figures
        .filter_map(|(cell, figure)| {
            let (row, column) = figure.place.square?;
            Some(((figure.place.block, row, column), cell.to_string()))
        })
        .collect()
}

fn grid(block: usize, table: &Table, names: &SortedMap<Position, String>) -> Grid {
    let name = |row: usize, column: usize| names.get(&(block, row, column)).cloned();
    let holds_cells = names.keys().any(|(of, ..)| *of == block);
    let mut found = 0;
    let rows = (0..table.rows())
        .map(|row| {
            let first_cell = table.row(row).find(|square| name(square.row, square.column).is_some());
            let first_cell = first_cell.map(|square| square.column);
            table
                .row(row)
                .map(|square| {
                    let cell = name(square.row, square.column);
                    found += usize::from(cell.is_some());
                    let kind = match first_cell {
                        _ if cell.is_some() => SquareKind::Figure,
                        _ if !square.printed || !holds_cells || square.text.trim().is_empty() => {
                            SquareKind::Plain
                        }
                        None => SquareKind::ColumnHead,
                        Some(first) if square.column < first && square.row_span > 1 => SquareKind::GroupHead,
                        Some(first) if square.column < first => SquareKind::RowHead,
                        Some(_) => SquareKind::Plain,
                    };
                    Square {
                        text: square.text.trim().to_owned(),
                        kind,
                        row_span: square.row_span,
                        column_span: square.column_span,
                        cell,
                    }
                })
                .listed()
        })
        .listed();
    Grid { statute: None, caption: table.caption.clone(), found, rows }
}
