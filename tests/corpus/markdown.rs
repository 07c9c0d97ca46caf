//! Pages as Markdown: whole tables, tables cut by a page break, and a table a row.

use super::chance::Chance;
use super::page::{About, Grid, Page, Piece, Square};

/// How Markdown carries the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// A table each, empty squares in place of spans.
    Whole,
    /// Tables cut after every few rows, each piece with its first row as head.
    Split,
    /// Table 3 as a table a group or row, under a heading, with a false head.
    RowByRow,
    /// Scraped out of a PDF: rows of table 3 with their labels, rows of bare figures, labels as loose lines.
    Scraped,
}

/// Writes a page as Markdown.
pub fn write(page: &Page, cut: Cut, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = Vec::new();
    let repeat = chance.odds(1, 4);
    for piece in &page.pieces {
        match piece {
            Piece::Title(parts) => lines.push(format!("# {}", parts.join(" "))),
            Piece::Paragraph(text) => lines.push(text.clone()),
            Piece::Section(_, text) => lines.push(format!("## {text}")),
            Piece::Heading(text) => lines.push(format!("### {text}")),
            Piece::Signature(parts) => lines.push(parts.join("\n")),
            Piece::Hidden(_) => {}
            Piece::Table(grid) => match (cut, grid.about) {
                (Cut::Whole, _) => lines.extend(whole(grid, repeat)),
                (Cut::Split, About::Requests) => lines.extend(split(grid, chance.pick(&[4, 7, 11]))),
                (Cut::RowByRow, About::Requests) => lines.extend(row_by_row(grid)),
                (Cut::Scraped, About::Requests) => lines.extend(scraped(grid, chance)),
                (Cut::Split | Cut::RowByRow | Cut::Scraped, _) => lines.extend(whole(grid, repeat)),
            },
        }
        lines.push(String::new());
    }
    lines.join("\n")
}

fn cells(grid: &Grid, repeat: bool) -> Vec<Vec<String>> {
    grid.positions()
        .iter()
        .map(|row| {
            row.iter()
                .map(|position| match position {
                    Some((square, starts)) if *starts || (repeat && square.cell.is_none()) => escaped(square),
                    _ => String::new(),
                })
                .collect()
        })
        .collect()
}

fn escaped(square: &Square) -> String {
    square.line().replace('|', "\\|")
}

fn bar(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn rule(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

fn whole(grid: &Grid, repeat: bool) -> Vec<String> {
    let rows = cells(grid, repeat);
    let mut lines: Vec<String> = rows.iter().map(|row| bar(row)).collect();
    lines.insert(1.min(lines.len()), rule(grid.columns));
    lines
}

/// Pieces of `height` rows; the first row of each piece stands as its head, as converters do at page breaks.
fn split(grid: &Grid, height: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for piece in cells(grid, false).chunks(height) {
        lines.push(bar(&piece[0]));
        lines.push(rule(grid.columns));
        lines.extend(piece[1..].iter().map(|row| bar(row)));
        lines.push(String::new());
    }
    lines
}

fn row_by_row(grid: &Grid) -> Vec<String> {
    let mut lines = vec![grid.rows[0][0].line(), String::new()];
    let figures = grid.columns - 3;
    let head = {
        let mut head = vec!["类别".to_owned()];
        head.extend((1..figures).map(|index| format!("数据{index}")));
        head.push("总计".to_owned());
        head
    };
    let mut open = false;
    for row in &grid.rows[grid.heads..] {
        let labels: Vec<&Square> = row.iter().filter(|square| square.cell.is_none()).collect();
        let numbers: Vec<String> = row.iter().filter(|square| square.cell.is_some()).map(escaped).collect();
        let Some((own, spanning)) = labels.split_last() else { continue };
        let grouped = own.columns == 1;
        for square in spanning {
            lines.push(String::new());
            lines.push(format!("### {}", square.line()));
            open = false;
        }
        if !grouped {
            lines.push(String::new());
            lines.push(format!("### {}", own.line()));
            open = false;
        }
        if !open {
            lines.push(bar(&head));
            lines.push(rule(head.len()));
            open = grouped;
        }
        let mut cells = vec![bare(&own.line(), grouped)];
        cells.extend(numbers);
        lines.push(bar(&cells));
    }
    lines
}

/// A row of its own repeats its label without the ordinal of its heading.
fn bare(label: &str, grouped: bool) -> String {
    if grouped {
        return label.to_owned();
    }
    let tail = label
        .split_once(['、', '）', ')'])
        .map_or(label, |(_, rest)| if rest.is_empty() { label } else { rest });
    tail.to_owned()
}

/// Every row is there, in order; but many labels stand before or after their figures, broken over lines, and some
/// are lost. A page number falls between.
fn scraped(grid: &Grid, chance: &mut Chance) -> Vec<String> {
    let mut lines: Vec<String> =
        grid.rows[..grid.heads].iter().map(|row| row.iter().map(Square::line).collect()).collect();
    let mut open = false;
    for (index, row) in grid.rows[grid.heads..].iter().enumerate() {
        let label: String =
            row.iter().rfind(|square| square.cell.is_none()).map(Square::line).unwrap_or_default();
        for spanning in row.iter().filter(|square| square.cell.is_none() && square.rows > 1) {
            lines.extend(close(&mut open));
            lines.extend(halves(&spanning.line()));
        }
        let numbers: Vec<String> = row.iter().filter(|square| square.cell.is_some()).map(escaped).collect();
        if chance.odds(3, 5) {
            let mut cells = vec![label];
            cells.extend(numbers);
            lines.push(bar(&cells));
            if !open {
                lines.push(rule(cells.len()));
            }
            open = true;
            continue;
        }
        lines.extend(close(&mut open));
        let bare = [bar(&numbers), rule(numbers.len()), String::new()];
        match chance.below(3) {
            0 => {
                lines.extend(halves(&label));
                lines.extend(bare);
            }
            1 => {
                lines.extend(bare);
                lines.extend(halves(&label));
            }
            _ => lines.extend(bare),
        }
        if index == grid.rows.len() / 2 {
            lines.push("3".to_owned());
        }
    }
    lines
}

/// Ends the table that is open, if one is.
fn close(open: &mut bool) -> Option<String> {
    std::mem::take(open).then(String::new)
}

/// A label over two lines.
fn halves(label: &str) -> Vec<String> {
    let letters: Vec<char> = label.chars().collect();
    if letters.len() < 7 {
        return vec![label.to_owned()];
    }
    let (front, back) = letters.split_at(letters.len() / 2);
    vec![front.iter().collect(), back.iter().collect()]
}
