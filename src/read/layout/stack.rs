//! Lines and tables to blocks in reading order; what goes on over a page break is joined.

use super::Laid;
use super::lattice::{Ruled, RuledCell};
use super::line::Line;
use super::ruling::NEAR;
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
    Columns(Vec<Line>, u32),
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
    Line(Line),
    Table(Ruled),
}

impl Stack {
    /// Adds a page.
    pub(super) fn page(&mut self, page: Laid, number: u32) {
        let left = page.lines.iter().map(Line::left).fold(f32::INFINITY, f32::min);
        let right = page.lines.iter().map(Line::right).fold(0.0, f32::max);
        let mut items: Vec<(f32, Item)> =
            page.lines.into_iter().map(|line| (line.y, Item::Line(line))).collect();
        items.extend(page.tables.into_iter().map(|table| (table.top(), Item::Table(table))));
        items.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (place, (_, item)) in items.into_iter().enumerate() {
            match item {
                Item::Table(table) => self.table(table, number, place == 0),
                Item::Line(line) => self.line(line, number, place == 0, left, right),
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
            join(open, table);
            return;
        }
        self.close();
        self.open = Open::Table(table, number);
    }

    fn line(&mut self, line: Line, number: u32, first: bool, left: f32, right: f32) {
        if line.pieces.len() > 1 && is_row(&line) {
            if let Open::Columns(lines, _) = &mut self.open {
                lines.push(line);
                return;
            }
            self.close();
            self.open = Open::Columns(vec![line], number);
            return;
        }
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
            Open::Columns(lines, number) => self.blocks.extend(columns(lines, number)),
        }
    }
}

/// Whether the pieces of a line look like cells: at least one of them is a figure or a dash.
fn is_row(line: &Line) -> bool {
    line.pieces.len() > 2
        || line.pieces.iter().any(|piece| {
            let text = piece.text.trim();
            !text.is_empty() && text.chars().all(|one| one.is_ascii_digit() || ".,-—/%+ ".contains(one))
        })
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

/// Adds the rows of `next`, which stands at the top of the following page.
fn join(table: &mut Ruled, mut next: Ruled) {
    let last = table.rows;
    for x in next.xs {
        if !table.xs.iter().any(|known| (known - x).abs() <= 2.0 * NEAR) {
            table.xs.push(x);
        }
    }
    table.xs.sort_by(f32::total_cmp);
    let split = is_split_row(table, &next.cells, last);
    let shift = if split { last.saturating_sub(1) } else { last };
    let mut kept = Vec::new();
    for mut cell in next.cells.drain(..) {
        let above =
            table.cells.iter_mut().find(|above| above.row + above.rows == last && same_edges(above, &cell));
        let goes_on =
            cell.row == 0 && (split || !cell.closed_above || (cell.rows > 1 && cell.words().is_empty()));
        match above {
            Some(above) if goes_on => {
                above.rows += if split { cell.rows - 1 } else { cell.rows };
                above.take(cell);
            }
            _ => {
                cell.row += shift;
                kept.push(cell);
            }
        }
    }
    table.cells.extend(kept);
    table.rows = shift + next.rows;
    table.ys = next.ys;
}

fn same_edges(one: &RuledCell, other: &RuledCell) -> bool {
    (one.x.0 - other.x.0).abs() <= 2.0 * NEAR && (one.x.1 - other.x.1).abs() <= 2.0 * NEAR
}

/// Whether the first row of the following page is the rest of the row before: its words go on, or a figure that
/// did not fit does, and nothing in it can be a row of its own.
fn is_split_row(table: &Ruled, next: &[RuledCell], last: usize) -> bool {
    let above: Vec<&RuledCell> = table.cells.iter().filter(|cell| cell.row + cell.rows == last).collect();
    let below: Vec<&RuledCell> = next.iter().filter(|cell| cell.row == 0).collect();
    let (spanning, pairs): (Vec<_>, Vec<_>) = below
        .iter()
        .filter_map(|other| above.iter().find(|one| same_edges(one, other)).map(|one| (*one, *other)))
        .partition(|(above, _)| above.rows > 1);
    let Some(((label_above, label_below), figures)) = pairs.split_first() else { return false };
    if pairs.len() < 4 || pairs.len() + spanning.len() != below.len() {
        return false;
    }
    let filled = |cell: &RuledCell| !cell.words().is_empty();
    let above_filled = figures.iter().any(|(above, _)| filled(above));
    let mut rest = figures.iter().filter(|(_, below)| filled(below)).peekable();
    let figures_go_on = rest.peek().is_some() && rest.all(|(above, below)| above.breaks_into(below));
    match (filled(label_above), filled(label_below)) {
        (true, true) => above_filled && !figures.iter().any(|(_, below)| filled(below)),
        (_, false) => figures_go_on || (filled(label_above) && !above_filled),
        (false, true) => false,
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

/// Rows without ruling lines: a column is where pieces of several rows stand above each other.
fn columns(lines: Vec<Line>, number: u32) -> Vec<Block> {
    let origin = Origin { line: None, page: Some(number) };
    if lines.len() < 2 {
        let paragraph = |line: &Line| Block::Paragraph { text: line.text(), origin };
        return lines.iter().map(paragraph).collect();
    }
    let mut spans: Vec<(f32, f32)> = Vec::new();
    let mut pieces: Vec<(f32, f32)> =
        lines.iter().flat_map(|line| line.pieces.iter().map(|piece| (piece.left, piece.right))).collect();
    pieces.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (left, right) in pieces {
        match spans.last_mut() {
            Some(span) if left < span.1 => span.1 = span.1.max(right),
            _ => spans.push((left, right)),
        }
    }
    let mut builder = TableBuilder::new(origin);
    for line in &lines {
        builder.start_row();
        let mut pieces = line.pieces.iter().peekable();
        for span in &spans {
            let mut words = Vec::new();
            while let Some(piece) = pieces.next_if(|piece| piece.left < span.1) {
                words.push(piece.text.as_str());
            }
            builder.cell(words.join(" "), 1, 1, origin);
        }
    }
    builder.finish().map(Block::Table).into_iter().collect()
}
