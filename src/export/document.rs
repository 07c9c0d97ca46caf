//! A read document with its tables and the cells found in them, as JSON: what `gouji convert --to json` writes.
//!
//! The shape is `gouji-document/1`; its parts that a review has too are the same as there.

use super::json::{self, CellDto, PlaceDto, ReportDto, SourceDto};
use crate::document::{Block, Document, Table};
use crate::report::Report;
use crate::review::Review;
use crate::sorted::SortedMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// The schema's name and number.
pub const SCHEMA: &str = "gouji-document/1";

/// The document of `review` as indented JSON.
pub fn text(review: &Review) -> String {
    json::pretty(&DocumentFile {
        schema: SCHEMA,
        gouji: env!("CARGO_PKG_VERSION"),
        source: json::source_dto(review),
        blocks: blocks(&review.document, review.report.as_ref()),
        report: review.report.as_ref().map(json::report_dto),
        cells: review.report.as_ref().map(json::cells).unwrap_or_default(),
    })
}

#[derive(Serialize)]
struct DocumentFile<'a> {
    schema: &'static str,
    gouji: &'static str,
    source: SourceDto,
    blocks: Vec<BlockDto<'a>>,
    report: Option<ReportDto>,
    cells: SortedMap<String, CellDto>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum BlockDto<'a> {
    Heading { level: u8, text: &'a str, place: PlaceDto },
    Paragraph { text: &'a str, place: PlaceDto },
    Table(TableDto<'a>),
}

#[derive(Serialize)]
struct TableDto<'a> {
    place: PlaceDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    rows: usize,
    columns: usize,
    /// Every printed square in reading order; none overlap.
    squares: Vec<SquareDto<'a>>,
}

#[derive(Serialize)]
struct SquareDto<'a> {
    row: usize,
    column: usize,
    row_span: usize,
    column_span: usize,
    text: &'a str,
    /// The statutory cells that were read from it: one, or several where numbers ran together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<String>,
}

fn blocks<'a>(document: &'a Document, report: Option<&Report>) -> Vec<BlockDto<'a>> {
    let mut names: BTreeMap<(usize, usize, usize), Vec<String>> = BTreeMap::new();
    for (cell, figure) in report.into_iter().flat_map(|report| &report.figures) {
        if let Some((row, column)) = figure.place.square {
            names.entry((figure.place.block, row, column)).or_default().push(cell.to_string());
        }
    }
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for (index, block) in document.blocks.iter().enumerate() {
        let origin = block.origin();
        let place = PlaceDto { block: index, line: origin.line, page: origin.page, ..PlaceDto::default() };
        blocks.push(match block {
            Block::Heading { level, text, .. } => BlockDto::Heading { level: *level, text, place },
            Block::Paragraph { text, .. } => BlockDto::Paragraph { text, place },
            Block::Table(table) => BlockDto::Table(table_dto(table, place, |row, column| {
                names.get(&(index, row, column)).cloned().unwrap_or_default()
            })),
        });
    }
    blocks
}

fn table_dto(table: &Table, place: PlaceDto, cells: impl Fn(usize, usize) -> Vec<String>) -> TableDto<'_> {
    let printed = table.squares().iter().filter(|square| square.printed);
    TableDto {
        place,
        caption: table.caption.as_deref(),
        rows: table.rows(),
        columns: table.columns(),
        squares: printed
            .map(|square| SquareDto {
                row: square.row,
                column: square.column,
                row_span: square.row_span,
                column_span: square.column_span,
                text: &square.text,
                cells: cells(square.row, square.column),
            })
            .collect(),
    }
}
