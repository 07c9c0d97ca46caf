//! Lines and tables to blocks in reading order; what goes on over a page break is joined.

use super::cell::RuledCell;
use super::columns::Row;
use super::lattice::Ruled;
use super::line::Line;
use super::ruling::NEAR;
use super::{Laid, columns, split};
use crate::document::{Block, Origin, TableBuilder};

/// The blocks so far, and what may still go on.
#[derive(Default)]
pub(super) struct Stack {
    blocks: Vec<Block>,
    open: Open,
}

#[derive(Default)]
enum Open {
    #[default]
    Nothing,
    Paragraph(Paragraph),
    Table(Ruled, u32),
    /// Rows of pieces that stand under each other without ruling lines.
    Columns(Vec<Row>, u32),
}

struct Paragraph {
    text: String,
    /// Right edge of its last line.
    right: f32,
    size: f32,
    y: f32,
    origin: Origin,
}

/// A page's furniture in reading order.
enum Item {
    Row(Row),
    Table(Ruled),
}

impl Stack {
    /// Adds a page.
    pub(super) fn page(&mut self, page: Laid, number: u32) {
        let left = page.lines.iter().map(Line::left).fold(f32::INFINITY, f32::min);
        let right = page.lines.iter().map(Line::right).fold(0.0, f32::max);
        let height = |row: &Row| row.lines.first().map_or(0.0, |line| line.y);
        let rows = columns::rows(page.lines);
        let mut items: Vec<(f32, Item)> =
            rows.into_iter().map(|row| (height(&row), Item::Row(row))).collect();
        items.extend(page.tables.into_iter().map(|table| (table.top(), Item::Table(table))));
        items.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (place, (_, item)) in items.into_iter().enumerate() {
            match item {
                Item::Table(table) => self.table(table, number, place == 0),
                Item::Row(row) if row.is_of_cells() => self.row(row, number),
                Item::Row(row) => {
                    row.lines.into_iter().for_each(|line| self.line(line, number, place == 0, left, right));
                }
            }
        }
    }

    /// The finished blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }

    fn table(&mut self, table: Ruled, number: u32, first: bool) {
        if first
            && let Open::Table(open, _) = &mut self.open
            && same_width(open, &table)
        {
            split::join(open, table);
            return;
        }
        self.close();
        self.open = Open::Table(table, number);
    }

    fn row(&mut self, row: Row, number: u32) {
        if let Open::Columns(rows, _) = &mut self.open {
            rows.push(row);
            return;
        }
        self.close();
        self.open = Open::Columns(vec![row], number);
    }

    fn line(&mut self, line: Line, number: u32, first: bool, left: f32, right: f32) {
        let text = line.text();
        if let Open::Paragraph(paragraph) = &mut self.open {
            // A full line goes on in the next one, unless that is indented or set apart.
            let full = paragraph.right >= right - line.size * 1.6;
            let flush = line.left() <= left + line.size * 0.6;
            let near = first || (line.y - paragraph.y).abs() < line.size.max(paragraph.size) * 2.6;
            let same = (line.size - paragraph.size).abs() < 0.6;
            if full && flush && near && same {
                let words = paragraph.text.ends_with(|one: char| one.is_ascii_alphabetic())
                    && text.starts_with(|one: char| one.is_ascii_alphabetic());
                if words {
                    paragraph.text.push(' ');
                }
                paragraph.text.push_str(&text);
                paragraph.right = line.right();
                paragraph.y = line.y;
                return;
            }
        }
        self.close();
        self.open = Open::Paragraph(Paragraph {
            text,
            right: line.right(),
            size: line.size,
            y: line.y,
            origin: Origin { line: None, page: Some(number) },
        });
    }

    fn close(&mut self) {
        match std::mem::take(&mut self.open) {
            Open::Nothing => {}
            Open::Paragraph(paragraph) => {
                self.blocks.push(Block::Paragraph { text: paragraph.text, origin: paragraph.origin });
            }
            Open::Table(table, number) => self.blocks.extend(ruled(&table, number)),
            Open::Columns(rows, number) => self.blocks.extend(columns::table(&rows, number)),
        }
    }
}

/// Whether two tables have the same outer edges.
fn same_width(one: &Ruled, other: &Ruled) -> bool {
    let ends = |table: &Ruled| Some((*table.xs.first()?, *table.xs.last()?));
    match (ends(one), ends(other)) {
        (Some((left, right)), Some((other_left, other_right))) => {
            (left - other_left).abs() <= 2.0 * NEAR && (right - other_right).abs() <= 2.0 * NEAR
        }
        _ => false,
    }
}

fn ruled(table: &Ruled, number: u32) -> Option<Block> {
    let origin = Origin { line: None, page: Some(number) };
    let column = |x: f32| {
        (0..table.xs.len())
            .min_by(|a, b| (table.xs[*a] - x).abs().total_cmp(&(table.xs[*b] - x).abs()))
            .unwrap_or(0)
    };
    let mut cells: Vec<&RuledCell> = table.cells.iter().collect();
    cells.sort_by(|a, b| a.row.cmp(&b.row).then(a.x.0.total_cmp(&b.x.0)));
    let mut builder = TableBuilder::new(origin);
    let mut cells = cells.into_iter().peekable();
    for row in 0..table.rows {
        builder.start_row();
        while let Some(cell) = cells.next_if(|cell| cell.row == row) {
            let span = column(cell.x.1).saturating_sub(column(cell.x.0)).max(1);
            builder.cell(cell.words(), cell.rows, span, origin);
        }
    }
    builder.finish().map(Block::Table)
}
