//! Rows without ruling lines. A column is where the figures of several rows stand above each other; what stands over
//! several columns spans them.

use super::line::{Line, Piece};
use crate::document::{Block, Origin, TableBuilder};

/// Lines nearer than this, in font sizes, cannot stand above each other: they are set in the middle of one row.
const SAME_ROW: f32 = 0.9;

/// Lines of one cell are nearer than this, in font sizes, where the rows are farther apart.
const SAME_CELL: f32 = 1.35;
const ROWS_APART: f32 = 1.5;

/// A row of one or several lines.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) lines: Vec<Line>,
}

impl Row {
    /// Whether its pieces look like cells: at least one of them is a figure or a dash.
    pub(super) fn is_of_cells(&self) -> bool {
        let pieces = || self.lines.iter().flat_map(|line| &line.pieces);
        let in_one_line = self.lines.iter().any(|line| line.pieces.len() > 1);
        in_one_line && (self.lines.len() > 1 || pieces().count() > 2 || pieces().any(Piece::is_figure))
    }
}

/// Lines to rows, top to bottom: the second line of a label, or of a figure that did not fit, belongs to the row that
/// it stands half a line above or below of.
pub(super) fn rows(lines: Vec<Line>) -> Vec<Row> {
    let holds_figures = |line: &Line| line.pieces.len() > 2 && line.pieces.iter().any(Piece::is_figure);
    let heights: Vec<f32> =
        lines.iter().filter(|line| holds_figures(line)).map(|line| line.y / line.size).collect();
    let apart = heights.windows(2).map(|pair| pair[1] - pair[0]).filter(|apart| *apart > SAME_ROW);
    let reach = if apart.fold(f32::INFINITY, f32::min) >= ROWS_APART { SAME_CELL } else { SAME_ROW };
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if joins(row, &line, reach) => row.lines.push(line),
            _ => rows.push(Row { lines: vec![line] }),
        }
    }
    rows
}

/// Whether a line belongs to the row above it: only to one of cells, or to make one of cells with it.
fn joins(row: &Row, line: &Line, reach: f32) -> bool {
    let Some(last) = row.lines.last() else { return false };
    let near = |reach: f32| line.y - last.y < reach * last.size.min(line.size);
    let mut lines = row.lines.iter().chain([line]);
    let is_of_cells =
        lines.clone().any(|line| line.pieces.len() > 2 && line.pieces.iter().any(Piece::is_figure));
    // What is no figure stands left of all figures.
    let figures = || lines.clone().flat_map(|line| &line.pieces).filter(|piece| piece.is_figure());
    let first = figures().map(|piece| piece.left).fold(f32::INFINITY, f32::min);
    let labels = lines.all(|line| line.pieces.iter().all(|piece| piece.is_figure() || piece.right < first));
    // The label of a group may stand between two rows; their figures are never so near.
    let has_figures = |line: &Line| line.pieces.iter().any(Piece::is_figure);
    let first_figures = row.lines.iter().find(|line| has_figures(line));
    let other_row = first_figures
        .is_some_and(|first| has_figures(line) && line.y - first.y > SAME_CELL * first.size.min(line.size));
    is_of_cells && !other_row && (near(SAME_ROW) || (near(reach) && labels))
}

/// The table that rows make, or paragraphs where there is only one line.
pub(super) fn table(rows: &[Row], number: u32) -> Vec<Block> {
    let origin = Origin { line: None, page: Some(number) };
    if let [Row { lines }] = rows
        && let [line] = &lines[..]
    {
        return vec![Block::Paragraph { text: line.text(), origin }];
    }
    let columns = columns(rows);
    let widest: Vec<f32> = columns.iter().map(|column| column.1 - column.0).collect();
    let mut builder = TableBuilder::new(origin);
    for row in rows {
        builder.start_row();
        let pieces = row.lines.iter().enumerate().flat_map(|(line, own)| {
            own.pieces.iter().map(|piece| (reach(piece, &columns), line, piece)).collect::<Vec<_>>()
        });
        let mut pieces: Vec<((usize, usize), usize, &Piece)> = pieces.collect();
        pieces.sort_by_key(|((first, _), line, _)| (*first, *line));
        let mut pieces = pieces.into_iter().peekable();
        let mut column = 0;
        while column < columns.len() {
            let mut end = column + 1;
            let mut cell: Vec<(usize, &Piece)> = Vec::new();
            while let Some(((_, last), line, piece)) = pieces.next_if(|((first, _), ..)| *first < end) {
                end = end.max(last + 1);
                cell.push((line, piece));
            }
            builder.cell(words(cell, widest[column]), 1, end - column, origin);
            column = end;
        }
    }
    builder.finish().map(Block::Table).into_iter().collect()
}

/// The words of a cell, line by line. A figure goes on in the next line where the column is no wider than it.
fn words(mut pieces: Vec<(usize, &Piece)>, widest: f32) -> String {
    pieces.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.left.total_cmp(&b.1.left)));
    let mut out = String::new();
    for (index, (line, piece)) in pieces.iter().enumerate() {
        if let Some((before_line, before)) = index.checked_sub(1).and_then(|before| pieces.get(before)) {
            let width = before.right - before.left + piece.right - piece.left;
            let is_rest = before.is_figure() && piece.is_figure() && width > widest + 0.5;
            match line == before_line {
                true => out.push(' '),
                false if is_rest => {}
                false => out.push('\n'),
            }
        }
        out.push_str(&piece.text);
    }
    out
}

/// Left and right of each column: of the rows that hold figures, where there are any, since heads and labels reach
/// over more than one.
fn columns(rows: &[Row]) -> Vec<(f32, f32)> {
    let lines = || rows.iter().flat_map(|row| &row.lines);
    let figures = |line: &Line| line.pieces.iter().filter(|piece| piece.is_figure()).count();
    let most = lines().map(figures).max().unwrap_or(0);
    let telling = lines().filter(|line| most < 2 || figures(line) > 0);
    let mut pieces: Vec<(f32, f32)> =
        telling.flat_map(|line| line.pieces.iter().map(|piece| (piece.left, piece.right))).collect();
    pieces.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for (left, right) in pieces {
        match columns.last_mut() {
            Some(column) if left < column.1 => column.1 = column.1.max(right),
            _ => columns.push((left, right)),
        }
    }
    columns
}

/// The first and the last column that a piece stands over, or the one that is nearest.
fn reach(piece: &Piece, columns: &[(f32, f32)]) -> (usize, usize) {
    let over = |column: &(f32, f32)| piece.left < column.1 && column.0 < piece.right;
    let first = columns.iter().position(over);
    let last = columns.iter().rposition(over);
    first.zip(last).unwrap_or_else(|| {
        let away = |column: &(f32, f32)| (column.0 - piece.right).max(piece.left - column.1);
        let nearest = (0..columns.len()).min_by(|a, b| away(&columns[*a]).total_cmp(&away(&columns[*b])));
        (nearest.unwrap_or(0), nearest.unwrap_or(0))
    })
}
