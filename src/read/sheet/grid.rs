//! A sheet as shown: what stands in its cells, what is merged, what is hidden; and its way into a document.

use crate::document::{Block, Document, Note, NoteKind, Origin, TableBuilder};
use crate::read::{Limits, words};
use std::collections::{BTreeMap, BTreeSet};

/// One sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// Row and column (0-based) to text as shown; blank cells may be missing.
    pub(super) cells: BTreeMap<(u32, u32), String>,
    /// Merged regions: first row, first column, last row, last column, all inside.
    pub(super) merged: Vec<[u32; 4]>,
    /// Rows that are not shown.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// Columns that are not shown.
    pub(super) hidden_columns: BTreeSet<u32>,
}

/// A cell that starts in a row.
#[derive(Clone, Debug)]
struct Piece {
    column: usize,
    rows: usize,
    columns: usize,
    text: String,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing in it and nothing above reaches into it.
    Empty,
    /// Words that stand alone.
    Words,
    /// A row of a table.
    Cells,
}

/// Past this many characters a lone cell is prose, not a row's label.
const LABEL: usize = 40;

impl Grid {
    /// Adds the sheet's paragraphs and tables to `document`. Rows that hold one piece of words over the whole
    /// width, or prose, become paragraphs; other rows are tables, cut at empty rows.
    pub(super) fn pour(mut self, document: &mut Document, limits: &Limits, spent: &mut usize) {
        for text in self.cells.values_mut() {
            let lines = text.lines().map(words::fold).filter(|line| !line.is_empty());
            *text = lines.collect::<Vec<_>>().join("\n");
        }
        self.cells.retain(|_, text| !text.is_empty());
        self.merged.retain(|region| region[0] <= region[2] && region[1] <= region[3]);
        let reached = |index: usize, first: usize| {
            let cells = self.cells.keys().map(|at| if first == 0 { at.0 } else { at.1 });
            let merged = self
                .merged
                .iter()
                .filter(|region| self.cells.contains_key(&(region[0], region[1])))
                .map(|region| region[index]);
            cells.chain(merged).max()
        };
        let (Some(last_row), Some(last_column)) = (reached(2, 0), reached(3, 1)) else { return };
        let shown = |last: u32, hidden: &BTreeSet<u32>| -> Vec<u32> {
            (0..=last.min(1 << 20)).filter(|index| !hidden.contains(index)).collect()
        };
        let columns = shown(last_column, &self.hidden_columns);
        // Only rows that hold something, or stand between such rows, cost anything.
        let used: BTreeSet<u32> = self
            .cells
            .keys()
            .map(|at| at.0)
            .chain(
                self.merged
                    .iter()
                    .flat_map(|region| region[0]..=region[2].min(region[0].saturating_add(2000))),
            )
            .filter(|row| *row <= last_row && !self.hidden_rows.contains(row))
            .collect();
        if used.len().saturating_mul(columns.len()) > limits.cells.saturating_sub(*spent) {
            document.notes.push(Note { kind: NoteKind::CutAtLimit("cells"), place: None });
            return;
        }
        *spent += used.len() * columns.len();
        let owners = self.owners(&used, &columns);
        let rows: Vec<(u32, Vec<Piece>, bool)> = used
            .iter()
            .map(|row| {
                let (pieces, reached) = self.pieces(*row, &columns, &owners, &used);
                (*row, pieces, reached)
            })
            .collect();
        let filled =
            rows.iter().flat_map(|(_, pieces, _)| pieces).filter(|piece| !piece.text.trim().is_empty());
        let first_column = filled.map(|piece| piece.column).min().unwrap_or(0);
        let width = columns.len() - first_column;
        let mut rows_of_table: Vec<(Origin, Vec<Piece>)> = Vec::new();
        let mut before: Option<u32> = None;
        let finish = |rows: &mut Vec<(Origin, Vec<Piece>)>, document: &mut Document| {
            document.blocks.extend(table(std::mem::take(rows)));
        };
        for (row, pieces, reached) in rows {
            let origin = Origin { line: row.checked_add(1), page: None };
            let apart = before.is_some_and(|before| {
                row > before + 1 && (before + 1..row).any(|gap| !self.hidden_rows.contains(&gap))
            });
            before = Some(row);
            if apart {
                finish(&mut rows_of_table, document);
            }
            match kind(&pieces, reached, width, !rows_of_table.is_empty()) {
                Kind::Empty => finish(&mut rows_of_table, document),
                Kind::Words => {
                    finish(&mut rows_of_table, document);
                    for text in pieces.iter().map(|piece| piece.text.trim()).filter(|text| !text.is_empty()) {
                        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                            document.blocks.push(Block::Paragraph { text: line.to_owned(), origin });
                        }
                    }
                }
                Kind::Cells => {
                    let shown = pieces.into_iter().filter(|piece| piece.column >= first_column);
                    rows_of_table.push((origin, shown.collect()));
                }
            }
        }
        finish(&mut rows_of_table, document);
    }

    /// For every shown position inside a merged region, the region's number.
    fn owners(&self, rows: &BTreeSet<u32>, columns: &[u32]) -> BTreeMap<(u32, u32), usize> {
        let mut owners = BTreeMap::new();
        for (number, region) in self.merged.iter().enumerate() {
            for row in rows.range(region[0]..=region[2]) {
                for column in columns.iter().filter(|column| (region[1]..=region[3]).contains(column)) {
                    owners.entry((*row, *column)).or_insert(number);
                }
            }
        }
        owners
    }

    /// The pieces that start in a row, and whether a piece of a row above reaches into it.
    fn pieces(
        &self,
        row: u32,
        columns: &[u32],
        owners: &BTreeMap<(u32, u32), usize>,
        rows: &BTreeSet<u32>,
    ) -> (Vec<Piece>, bool) {
        let mut pieces = Vec::new();
        let mut reached = false;
        let mut at = 0;
        while at < columns.len() {
            let column = columns[at];
            let Some(owner) = owners.get(&(row, column)) else {
                let text = self.cells.get(&(row, column)).cloned().unwrap_or_default();
                pieces.push(Piece { column: at, rows: 1, columns: 1, text });
                at += 1;
                continue;
            };
            let region = self.merged[*owner];
            let covered = columns[at..]
                .iter()
                .take_while(|column| **column <= region[3] && owners.get(&(row, **column)) == Some(owner))
                .count()
                .max(1);
            // A region whose first rows are hidden starts where it is first shown.
            let starts = rows.range(region[0]..).next() == Some(&row);
            if starts {
                let text = self.cells.get(&(region[0], region[1])).cloned().unwrap_or_default();
                let height = rows.range(region[0]..=region[2]).count();
                pieces.push(Piece { column: at, rows: height, columns: covered, text });
            } else {
                reached |= self.cells.contains_key(&(region[0], region[1]));
            }
            at += covered;
        }
        (pieces, reached)
    }
}

/// A table of rows, without the blank columns at its right that only wider rows elsewhere in the sheet use.
fn table(rows: Vec<(Origin, Vec<Piece>)>) -> Option<Block> {
    let filled = rows.iter().flat_map(|(_, pieces)| pieces).filter(|piece| !piece.text.trim().is_empty());
    let width = filled.map(|piece| piece.column + piece.columns).max()?;
    let mut builder = TableBuilder::new(rows.first()?.0);
    for (origin, pieces) in rows {
        builder.start_row();
        for piece in pieces.into_iter().filter(|piece| piece.column < width) {
            let columns = piece.columns.min(width - piece.column);
            builder.cell(piece.text, piece.rows, columns, origin);
        }
    }
    builder.finish().map(Block::Table)
}

fn kind(pieces: &[Piece], reached: bool, width: usize, in_table: bool) -> Kind {
    if reached {
        return Kind::Cells;
    }
    let mut filled = pieces.iter().filter(|piece| !piece.text.trim().is_empty());
    match (filled.next(), filled.next()) {
        (None, _) => Kind::Empty,
        (Some(_), Some(_)) => Kind::Cells,
        (Some(only), None) => {
            let text = only.text.trim();
            let wide = only.columns * 5 >= width * 4;
            let prose = text.chars().count() > LABEL || text.ends_with(['。', '；']);
            if only.rows > 1 || (in_table && !wide && !prose) { Kind::Cells } else { Kind::Words }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a grid becomes: a paragraph as its words, a table as its rows in brackets.
    fn poured(
        rows: &[&[&str]],
        merged: &[[u32; 4]],
        hidden_rows: &[u32],
        hidden_columns: &[u32],
    ) -> Vec<String> {
        let mut grid = Grid {
            merged: merged.to_vec(),
            hidden_rows: hidden_rows.iter().copied().collect(),
            hidden_columns: hidden_columns.iter().copied().collect(),
            ..Grid::default()
        };
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                grid.cells.insert((row as u32, column as u32), (*text).to_owned());
            }
        }
        let mut document = Document::default();
        grid.pour(&mut document, &Limits::DEFAULT, &mut 0);
        document
            .blocks
            .iter()
            .map(|block| match block {
                Block::Table(table) => (0..table.rows())
                    .map(|row| {
                        let texts = table.row(row).map(|square| square.text.clone());
                        format!("[{}]", texts.collect::<Vec<_>>().join("|"))
                    })
                    .collect::<String>(),
                other => other.text().unwrap_or_default().to_owned(),
            })
            .collect()
    }

    #[test]
    fn wide_words_are_paragraphs_and_rows_are_tables() {
        let rows: &[&[&str]] = &[
            &["青岭市2024年报告", "", ""],
            &["规章", "1", "2"],
            &["许可", "", ""],
            &["处罚", "", "3"],
            &[],
            &["六、其他需要报告的事项", "", ""],
            &["无。", "", ""],
        ];
        assert_eq!(
            poured(rows, &[[0, 0, 0, 2], [5, 0, 5, 2]], &[], &[]),
            ["青岭市2024年报告", "[规章|1|2][许可||][处罚||3]", "六、其他需要报告的事项", "无。"]
        );
    }

    #[test]
    fn hidden_rows_and_columns_are_left_out_and_merges_shrink() {
        let rows: &[&[&str]] = &[&["三", "a", "x", "1"], &["", "b", "y", "2"], &["", "c", "z", "3"]];
        assert_eq!(poured(rows, &[[0, 0, 2, 0]], &[0], &[2]), ["[三|b|2][c|3]"]);
        assert_eq!(poured(rows, &[[0, 0, 2, 0]], &[1], &[]), ["[三|a|x|1][c|z|3]"]);
    }
}
