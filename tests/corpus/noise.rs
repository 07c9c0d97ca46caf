//! What stands on a page beside the form and means nothing to it: contents, units, remarks, foreign tables, heads
//! printed again, invisible letters, other years' reports.

use super::chance::Chance;
use super::page::{About, Grid, Page, Piece, Square};
use super::truth::Truth;
use gouji::report::form::Section;

/// One kind of noise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noise {
    /// A table of contents before the preamble.
    Contents,
    /// 单位：件 above table 3.
    UnitLine,
    /// The table's name as its first row.
    TitleRow,
    /// A remark with a number as the table's last row.
    RemarkRow,
    /// The heads of table 3 once more before its last row, as a page break leaves them.
    HeadsAgain,
    /// A table about the web site, which is no part of the form.
    WebsiteTable,
    /// A table of the ways by which requests came, which add up to those received.
    ChannelTable,
    /// Links to the reports of other years at the end.
    OtherYears,
    /// Empty rows at the end of every table.
    EmptyRows,
    /// An empty column at the right of every table.
    EmptyColumn,
    /// Zero-width letters in labels and figures.
    Invisible,
    /// `**…**` around labels and figures, in Markdown.
    Bold,
    /// `一.`, `一 ` or `一．` for `一、` in the headings.
    HeadingStyle,
    /// （件） behind the labels of table 3.
    UnitsInLabels,
    /// 合计 for 总计.
    Sum,
    /// The title once more at the end.
    TitleAgain,
    /// A draft of the table that a page hides.
    Hidden,
}

impl Noise {
    /// Every kind.
    pub const ALL: [Noise; 17] = [
        Noise::Contents,
        Noise::UnitLine,
        Noise::TitleRow,
        Noise::RemarkRow,
        Noise::HeadsAgain,
        Noise::WebsiteTable,
        Noise::ChannelTable,
        Noise::OtherYears,
        Noise::EmptyRows,
        Noise::EmptyColumn,
        Noise::Invisible,
        Noise::Bold,
        Noise::HeadingStyle,
        Noise::UnitsInLabels,
        Noise::Sum,
        Noise::TitleAgain,
        Noise::Hidden,
    ];

    /// Adds this noise to a page.
    pub fn add(self, page: &mut Page, truth: &Truth, chance: &mut Chance) {
        match self {
            Noise::Contents => contents(page, chance),
            Noise::UnitLine => {
                if let Some(at) = requests(page) {
                    page.pieces.insert(at, Piece::Paragraph("单位：件".to_owned()));
                }
            }
            Noise::TitleRow => {
                on_requests(page, |grid| {
                    let words = "收到和处理政府信息公开申请情况统计表";
                    grid.rows.insert(0, vec![Square::words(words, 1, grid.columns)]);
                    grid.heads += 1;
                });
            }
            Noise::RemarkRow => {
                let words = format!("注：本表统计范围为{}家单位。", chance.between(3, 60));
                on_requests(page, |grid| {
                    grid.rows.push(vec![Square::words(words, 1, grid.columns)]);
                });
            }
            Noise::HeadsAgain => {
                on_requests(page, |grid| {
                    let heads = grid.rows[..grid.heads].to_vec();
                    let last = grid.rows.len() - 1;
                    grid.rows.splice(last..last, heads);
                });
            }
            Noise::WebsiteTable => foreign(page, &website(chance), Section::Proactive),
            Noise::ChannelTable => foreign(page, &channels(truth, chance), Section::Proactive),
            Noise::OtherYears => {
                for (word, year) in [("上一篇", truth.year - 1), ("下一篇", truth.year + 1)] {
                    let title = truth.title.replace(&truth.year.to_string(), &year.to_string());
                    page.pieces.push(Piece::Paragraph(format!("{word}：{title}")));
                }
            }
            Noise::EmptyRows => {
                on_tables(page, |grid| {
                    let row = (0..grid.columns).map(|_| Square::words("", 1, 1)).collect();
                    grid.rows.push(row);
                });
            }
            Noise::EmptyColumn => {
                on_tables(page, |grid| {
                    grid.columns += 1;
                    for row in &mut grid.rows {
                        row.push(Square::words("", 1, 1));
                    }
                });
            }
            Noise::Invisible => {
                let mark = chance.pick(&['\u{200b}', '\u{feff}', '\u{200d}', '\u{ad}']);
                on_squares(page, |square| {
                    // Within the marks of bold type it would undo them.
                    if square.text.chars().count() > 1 && !square.text.starts_with('*') && chance.odds(1, 3) {
                        let at = square.text.char_indices().nth(1).map_or(0, |(at, _)| at);
                        square.text.insert(at, mark);
                    }
                });
            }
            Noise::Bold => on_squares(page, |square| {
                if !square.text.is_empty() && !square.text.contains('\n') {
                    square.text = format!("**{}**", square.text);
                }
            }),
            Noise::HeadingStyle => {
                let mark = chance.pick(&[".", "．", "、 ", " ", "，"]);
                for piece in &mut page.pieces {
                    if let Piece::Section(_, text) = piece {
                        *text = text.replacen('、', mark, 1);
                    }
                }
            }
            Noise::UnitsInLabels => {
                on_requests(page, |grid| {
                    for row in &mut grid.rows[grid.heads..] {
                        if let Some(label) = row.iter_mut().rfind(|square| square.cell.is_none()) {
                            label.text.push_str("（件）");
                        }
                    }
                });
            }
            Noise::Sum => on_squares(page, |square| {
                if square.cell.is_none() {
                    square.text = square.text.replace("总计", "合计").replace("总 计", "合 计");
                }
            }),
            Noise::TitleAgain => page.pieces.push(Piece::Paragraph(page.title.clone())),
            Noise::Hidden => {
                if let Some(at) = requests(page) {
                    let draft = "一、本年新收政府信息公开申请数量";
                    page.pieces.insert(at, Piece::Hidden(draft.to_owned()));
                }
            }
        }
    }
}

fn contents(page: &mut Page, chance: &mut Chance) {
    let dots = chance.odds(1, 2);
    let mut lines = vec![Piece::Paragraph("目  录".to_owned())];
    let headings = page.pieces.iter().filter_map(|piece| match piece {
        Piece::Section(_, text) => Some(text.clone()),
        _ => None,
    });
    for (index, heading) in headings.enumerate() {
        let line = if dots { format!("{heading}……………………{}", index + 1) } else { heading };
        lines.push(Piece::Paragraph(line));
    }
    page.pieces.splice(1..1, lines);
}

fn website(chance: &mut Chance) -> Grid {
    let rows = [
        ("独立用户访问总量（单位：个）", chance.between(1_000, 900_000)),
        ("网站总访问量（单位：次）", chance.between(1_000, 9_000_000)),
        ("信息发布（单位：条）总数", chance.between(100, 9_000)),
        ("留言办理 收到留言数量（单位：条）", chance.between(0, 900)),
    ];
    let rows = rows
        .into_iter()
        .map(|(label, number)| vec![Square::words(label, 1, 1), Square::words(number.to_string(), 1, 1)])
        .collect();
    Grid { about: About::Foreign, columns: 2, heads: 0, rows }
}

/// The ways that add up to the requests received.
fn channels(truth: &Truth, chance: &mut Chance) -> Grid {
    use gouji::report::form::{Applicant, Cell, RequestRow};
    let received =
        super::figures::count(&truth.values, Cell::Request(RequestRow::NewReceived, Applicant::Total));
    let parts = chance.scatter(received, &[6, 3, 1]);
    let words = |text: &str| Square::words(text, 1, 1);
    let head = ["申请渠道", "网络申请", "信函申请", "当面申请", "合计"].map(words).to_vec();
    let mut row = vec![words("数量（件）")];
    row.extend(parts.iter().map(|part| words(&part.to_string())));
    row.push(words(&received.to_string()));
    Grid { about: About::Foreign, columns: 5, heads: 1, rows: vec![head, row] }
}

/// Puts a table that is no part of the form before a section.
fn foreign(page: &mut Page, grid: &Grid, before: Section) {
    let at = page
        .pieces
        .iter()
        .position(|piece| matches!(piece, Piece::Section(section, _) if *section == before));
    if let Some(at) = at {
        page.pieces.insert(at, Piece::Table(grid.clone()));
    }
}

fn requests(page: &Page) -> Option<usize> {
    page.pieces.iter().position(|piece| matches!(piece, Piece::Table(grid) if grid.about == About::Requests))
}

fn on_requests(page: &mut Page, change: impl FnOnce(&mut Grid)) {
    if let Some(at) = requests(page)
        && let Piece::Table(grid) = &mut page.pieces[at]
    {
        change(grid);
    }
}

fn on_tables(page: &mut Page, mut change: impl FnMut(&mut Grid)) {
    for piece in &mut page.pieces {
        if let Piece::Table(grid) = piece {
            change(grid);
        }
    }
}

fn on_squares(page: &mut Page, mut change: impl FnMut(&mut Square)) {
    on_tables(page, |grid| grid.rows.iter_mut().flatten().for_each(&mut change));
}
