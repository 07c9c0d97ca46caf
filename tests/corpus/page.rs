//! A report as a page before any format: titles, paragraphs, headings and tables with their spans.

use super::chance::Chance;
use super::printed::Printed;
use super::tables;
use super::truth::Truth;
use super::wording::Wording;
use gouji::report::form::{Article20, Cell, Section, Track};
use std::collections::BTreeMap;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The title on one line.
    pub title: String,
    /// The publisher that the site names, which is not the subject.
    pub publisher: String,
    /// The date that the site gives, as `2024-01-20`.
    pub date: Option<String>,
    /// Everything on it, top to bottom.
    pub pieces: Vec<Piece>,
}

/// One piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The title, on one line or two.
    Title(Vec<String>),
    /// A paragraph.
    Paragraph(String),
    /// The heading of a section.
    Section(Section, String),
    /// A smaller heading: 第二十条第（一）项, 行政复议.
    Heading(String),
    /// A table.
    Table(Grid),
    /// The signature: name and date.
    Signature(Vec<String>),
    /// A row of a draft that a page does not show; other formats do not have it.
    Hidden(String),
}

/// A table with spans. Every row lists the squares that start in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// What it is.
    pub about: About,
    /// Grid columns.
    pub columns: usize,
    /// How many rows at the top are heads.
    pub heads: usize,
    /// The rows.
    pub rows: Vec<Vec<Square>>,
}

/// Which statutory table a grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Table 2, whole.
    Proactive,
    /// One sub-table of table 2.
    Article(Article20),
    /// Table 3.
    Requests,
    /// Table 4, whole.
    Disputes,
    /// One track of table 4.
    Track(Track),
    /// All three in one.
    Everything,
    /// No part of the form.
    Foreign,
}

/// A square of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    /// Its text; `\n` is a line break.
    pub text: String,
    /// Rows covered.
    pub rows: usize,
    /// Columns covered.
    pub columns: usize,
    /// The statutory cell it holds, with what is printed.
    pub cell: Option<(Cell, Printed)>,
}

impl Square {
    /// A label or head.
    pub fn words(text: impl Into<String>, rows: usize, columns: usize) -> Square {
        Square { text: text.into(), rows, columns, cell: None }
    }

    /// A figure.
    pub fn figure(cell: Cell, printed: &Printed, columns: usize) -> Square {
        Square { text: printed.text.clone(), rows: 1, columns, cell: Some((cell, printed.clone())) }
    }

    /// The text on one line, its breaks dropped.
    pub fn line(&self) -> String {
        self.text.replace('\n', "")
    }
}

impl Grid {
    /// The grid as full rows of positions: each is the square that owns it and whether it starts there.
    /// Positions that no square owns are `None`.
    pub fn positions(&self) -> Vec<Vec<Option<(&Square, bool)>>> {
        let mut positions: Vec<Vec<Option<(&Square, bool)>>> =
            vec![vec![None; self.columns]; self.rows.len()];
        for (row, squares) in self.rows.iter().enumerate() {
            let mut column = 0;
            for square in squares {
                while column < self.columns && positions[row][column].is_some() {
                    column += 1;
                }
                for down in 0..square.rows.min(self.rows.len() - row) {
                    for across in 0..square.columns.min(self.columns - column) {
                        positions[row + down][column + across] = Some((square, down + across == 0));
                    }
                }
                column = (column + square.columns).min(self.columns);
            }
        }
        positions
    }
}

/// How the tables of a page are cut and laid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// How table 2 is cut.
    pub proactive: Proactive,
    /// Five grid columns in the 2019 form's table 2, where heads and figures do not align.
    pub five_columns: bool,
    /// Table 4 as three tables of five.
    pub three_tracks: bool,
    /// All statutory tables in one grid.
    pub one_grid: bool,
    /// 小计 rows in the groups of table 3.
    pub subtotals: bool,
    /// A 小计 column under 法人或其他组织.
    pub legal_subtotal: bool,
    /// 自然人 and 总计 stand in the lowest head row, under empty squares.
    pub low_heads: bool,
    /// 商业 over 企业: heads cut over two rows.
    pub cut_columns: bool,
    /// The title over two lines.
    pub two_line_title: bool,
}

/// How table 2 is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proactive {
    /// One table, the items' titles as rows.
    #[default]
    Stacked,
    /// A table an item, its title as the first row.
    Separate,
    /// A table an item, its title as a heading above.
    Headed,
}

impl Shape {
    /// Draws a shape that every layout can carry.
    pub fn draw(chance: &mut Chance) -> Shape {
        Shape {
            proactive: chance.pick(&[
                Proactive::Stacked,
                Proactive::Stacked,
                Proactive::Separate,
                Proactive::Headed,
            ]),
            five_columns: false,
            three_tracks: false,
            one_grid: false,
            subtotals: chance.odds(1, 8),
            legal_subtotal: chance.odds(1, 10),
            low_heads: chance.odds(1, 10),
            cut_columns: false,
            two_line_title: chance.odds(1, 4),
        }
    }
}

/// Lays a report out on a page.
pub fn compose(truth: &Truth, wording: &Wording, shape: &Shape) -> Page {
    let mut pieces = Vec::new();
    let title = wording.prose(&truth.title);
    pieces.push(Piece::Title(title_lines(&title, shape.two_line_title)));
    if let Some(date) = &truth.dateline {
        pieces.push(Piece::Paragraph(wording.prose(date)));
    }
    pieces.extend(truth.prose.preamble.iter().map(|text| Piece::Paragraph(wording.prose(text))));
    for section in Section::ALL {
        if shape.one_grid && matches!(section, Section::Requests | Section::Disputes) {
            continue;
        }
        pieces.push(Piece::Section(section, wording.section(section)));
        let paragraphs = &truth.prose.sections[usize::from(section.number() - 1)];
        pieces.extend(paragraphs.iter().map(|text| Piece::Paragraph(wording.prose(text))));
        match section {
            Section::Proactive if shape.one_grid => {
                pieces.push(Piece::Table(tables::everything(truth, wording, shape)));
            }
            Section::Proactive => pieces.extend(tables::proactive(truth, wording, shape)),
            Section::Requests => pieces.push(Piece::Table(tables::requests(truth, wording, shape))),
            Section::Disputes => pieces.extend(tables::disputes(truth, wording, shape)),
            Section::Overview | Section::Problems | Section::OtherMatters => {}
        }
    }
    if let Some(lines) = &truth.signature {
        pieces.push(Piece::Signature(lines.iter().map(|line| wording.prose(line)).collect()));
    }
    Page {
        title,
        publisher: wording.prose(&truth.publisher),
        date: truth.published_on.map(|date| format!("{}-{:02}-{:02}", date.year, date.month, date.day)),
        pieces,
    }
}

/// The cells that stand on a page, with what is printed in each.
pub fn cells(page: &Page) -> BTreeMap<Cell, Printed> {
    page.pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Table(grid) => Some(grid),
            _ => None,
        })
        .flat_map(|grid| grid.rows.iter().flatten())
        .filter_map(|square| square.cell.clone())
        .collect()
}

fn title_lines(title: &str, two: bool) -> Vec<String> {
    match title.find("政府信息公开").filter(|_| two) {
        Some(at) if at > 0 => vec![title[..at].to_owned(), title[at..].to_owned()],
        _ => vec![title.to_owned()],
    }
}
