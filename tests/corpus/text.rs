//! Pages as plain text: cells between bars, tabs or spaces, one a line, or copied out of a PDF viewer.

use super::chance::Chance;
use super::page::{Grid, Page, Piece, Square};

/// How a text carries its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// ` | ` between cells; a square stands only where it starts; trailing empties up to the grid's width.
    BarsPadded,
    /// ` | ` between cells, only the squares that start in the row.
    Bars,
    /// ` | ` between all positions; a spanning square's words are repeated.
    BarsRepeated,
    /// Tabs between all positions, empty where a square goes on: the plain side of a spreadsheet's clipboard.
    TabsFull,
    /// Tabs between the squares that start in the row.
    Tabs,
    /// Columns aligned by spaces.
    Aligned,
    /// One cell a line.
    CellPerLine,
    /// Label and figures on one line, one space between.
    OneLine,
    /// Out of a PDF viewer: narrow labels broken over lines, page furniture between.
    Viewer,
}

/// Writes a page as text.
pub fn write(page: &Page, carry: Carry, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = Vec::new();
    let airy = chance.odds(1, 2);
    let viewer = Viewer::draw(chance);
    for piece in &page.pieces {
        match piece {
            Piece::Title(parts) => lines.extend(parts.iter().cloned()),
            Piece::Paragraph(text) if carry == Carry::Viewer => lines.extend(wrapped(text, 28)),
            Piece::Paragraph(text) => lines.push(text.clone()),
            Piece::Section(_, text) | Piece::Heading(text) => lines.push(text.clone()),
            Piece::Signature(parts) => lines.extend(parts.iter().cloned()),
            Piece::Hidden(_) => {}
            Piece::Table(grid) => {
                lines.extend(table(grid, carry, viewer));
                if airy {
                    lines.push(String::new());
                }
            }
        }
    }
    if carry == Carry::Viewer {
        lines = furnished(lines, viewer.page_lines);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn table(grid: &Grid, carry: Carry, viewer: Viewer) -> Vec<String> {
    match carry {
        Carry::BarsPadded => grid.rows.iter().map(|row| padded(row, grid.columns)).collect(),
        Carry::Bars => grid.rows.iter().map(|row| joined(row, " | ")).collect(),
        Carry::Tabs => grid.rows.iter().map(|row| joined(row, "\t")).collect(),
        Carry::BarsRepeated => {
            positions(grid, |square, _| square.line()).iter().map(|row| row.join(" | ")).collect()
        }
        Carry::TabsFull => {
            let words = |square: &Square, starts| if starts { square.line() } else { String::new() };
            positions(grid, words).iter().map(|row| row.join("\t")).collect()
        }
        Carry::Aligned => aligned(grid),
        Carry::CellPerLine => {
            let squares = grid.rows.iter().flatten().filter(|square| !square.text.is_empty());
            squares.flat_map(|square| cell_lines(&square.text)).collect()
        }
        Carry::OneLine => grid.rows.iter().map(|row| one_line(row)).collect(),
        Carry::Viewer => viewer_lines(grid, viewer),
    }
}

fn joined(row: &[Square], separator: &str) -> String {
    row.iter().map(Square::line).collect::<Vec<_>>().join(separator)
}

/// The squares of a row, then empties: `规章 | 0 | 0 | ||`.
fn padded(row: &[Square], columns: usize) -> String {
    let missing = columns.saturating_sub(row.len());
    let mut line = joined(row, " | ");
    if missing > 0 {
        line.push_str(" |");
        line.push_str(&"|".repeat(missing - 1));
    }
    line
}

fn positions(grid: &Grid, words: impl Fn(&Square, bool) -> String) -> Vec<Vec<String>> {
    grid.positions()
        .iter()
        .map(|row| {
            row.iter()
                .map(|position| position.map_or(String::new(), |(square, starts)| words(square, starts)))
                .collect()
        })
        .collect()
}

fn cell_lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}

fn one_line(row: &[Square]) -> String {
    row.iter().map(Square::line).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Columns as wide as their widest single-column square, a full-width letter counting two.
fn aligned(grid: &Grid) -> Vec<String> {
    let positions = grid.positions();
    let mut widths = vec![2; grid.columns];
    for row in &positions {
        for (column, position) in row.iter().enumerate() {
            if let Some((square, true)) = position {
                let share = width(&square.line()).div_ceil(square.columns);
                for width in &mut widths[column..(column + square.columns).min(grid.columns)] {
                    *width = share.max(*width);
                }
            }
        }
    }
    positions
        .iter()
        .map(|row| {
            let mut line = String::new();
            let mut edge = 0usize;
            for (column, position) in row.iter().enumerate() {
                if let Some((square, true)) = position {
                    line.push_str(&" ".repeat(edge.saturating_sub(width(&line))));
                    line.push_str(&square.line());
                }
                edge += widths[column] + 2;
            }
            line.trim_end().to_owned()
        })
        .collect()
}

fn width(text: &str) -> usize {
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

/// How a viewer cuts lines.
#[derive(Clone, Copy, Debug)]
struct Viewer {
    /// Letters of a label on one line.
    narrow: usize,
    /// Where the figures of a row stand: behind the last line of its label, or the first, or on their own.
    figures: FigureLine,
    /// Lines a page.
    page_lines: usize,
    /// Heads run together: 尚未审结总计.
    glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FigureLine {
    Last,
    First,
    Own,
    Middle,
}

impl Viewer {
    fn draw(chance: &mut Chance) -> Viewer {
        Viewer {
            narrow: chance.pick(&[10, 14, 18]),
            figures: chance.pick(&[FigureLine::Last, FigureLine::First, FigureLine::Own, FigureLine::Middle]),
            page_lines: chance.pick(&[24, 33, 42]),
            glued: chance.odds(1, 4),
        }
    }
}

fn viewer_lines(grid: &Grid, viewer: Viewer) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &grid.rows {
        let labels: Vec<&Square> = row.iter().filter(|square| square.cell.is_none()).collect();
        let figures =
            one_line(&row.iter().filter(|square| square.cell.is_some()).cloned().collect::<Vec<_>>());
        if figures.is_empty() {
            let separator = if viewer.glued { "" } else { " " };
            lines.push(labels.iter().map(|square| square.line()).collect::<Vec<_>>().join(separator));
            continue;
        }
        let (spanning, own): (Vec<&Square>, Vec<&Square>) =
            labels.into_iter().partition(|square| square.rows > 1);
        for square in spanning {
            let narrow = if square.line().starts_with('三') { 1 } else { 4 };
            lines.extend(wrapped(&square.line(), narrow));
        }
        let mut label =
            own.iter().flat_map(|square| wrapped(&square.line(), viewer.narrow)).collect::<Vec<_>>();
        let middle = label.len() / 2;
        match viewer.figures {
            _ if label.is_empty() => label.push(figures),
            _ if label.len() == 1 && viewer.figures != FigureLine::Own => {
                label[0] = format!("{} {figures}", label[0]);
            }
            FigureLine::Last => {
                let last = label.len() - 1;
                label[last] = format!("{} {figures}", label[last]);
            }
            FigureLine::First => label[0] = format!("{} {figures}", label[0]),
            FigureLine::Own => label.push(figures),
            FigureLine::Middle => label.insert(middle, figures),
        }
        lines.extend(label);
    }
    lines
}

fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let all: Vec<char> = text.chars().collect();
    let mut lines: Vec<String> = Vec::new();
    let mut start = 0;
    while start < all.len() {
        let mut end = (start + letters).min(all.len());
        // A viewer never cuts a run of digits.
        while end < all.len() && all[end].is_ascii_alphanumeric() && all[end - 1].is_ascii_alphanumeric() {
            end += 1;
        }
        lines.push(all[start..end].iter().collect());
        start = end;
    }
    lines
}

/// Page numbers after every page, between lines of whatever stands there.
fn furnished(lines: Vec<String>, page_lines: usize) -> Vec<String> {
    let mut furnished = Vec::new();
    for (page, chunk) in lines.chunks(page_lines).enumerate() {
        furnished.extend(chunk.iter().cloned());
        furnished.push(format!("- {} -", page + 1));
    }
    furnished
}
