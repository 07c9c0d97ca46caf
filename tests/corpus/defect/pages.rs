//! Defects of the page: sections, tables, rows and columns that are missing, doubled or out of order.

use super::super::chance::Chance;
use super::super::page::{self, About, Page, Piece};
use super::{Defect, Work};
use gouji::report::form::{Applicant, Article20, Cell, Section};

impl Defect {
    pub(super) fn spoil_page(self, page: &mut Page, work: &mut Work, chance: &mut Chance) -> Option<()> {
        match self {
            Defect::NoSection => {
                let gone = chance.pick(&[Section::Overview, Section::Problems, Section::OtherMatters]);
                remove_section(page, gone);
                work.what = format!("section {} left out", gone.number());
                work.must(&["S03"]);
                work.may(&["S04", "S19", "S20", "S12", "S21", "S22", "N10"]);
            }
            Defect::NoArticle => {
                let articles: Vec<Article20> = Article20::ALL
                    .into_iter()
                    .filter(|article| !article.items(work.truth.edition).is_empty())
                    .collect();
                let gone = chance.pick(&articles);
                work.what = format!("{} left out", gone.label().en);
                for piece in &mut page.pieces {
                    if let Piece::Table(grid) = piece
                        && grid.about == About::Proactive
                    {
                        remove_article(&mut grid.rows, gone, gone.items(work.truth.edition).len());
                    }
                }
                work.must(&["S07"]);
                work.may(&["S01", "S02", "N13"]);
            }
            Defect::NoRequests | Defect::NoDisputes => {
                let gone = if self == Defect::NoRequests { Section::Requests } else { Section::Disputes };
                remove_section(page, gone);
                work.must(&[self.codes()[0]]);
                work.may(&["S03", "S04", "E02"]);
                work.may_narrative();
            }
            Defect::NoGrid => {
                let gone = chance.pick(&[Section::Requests, Section::Disputes]);
                let heading = page.pieces.iter().position(|piece| is_section(piece, gone))?;
                let end = section_end(page, heading);
                let mut index = 0;
                page.pieces.retain(|piece| {
                    let inside = index > heading && index < end;
                    index += 1;
                    !(inside && matches!(piece, Piece::Table(_) | Piece::Heading(_)))
                });
                work.what = format!("no table under heading {}", gone.number());
                work.must(&["S11", if gone == Section::Requests { "S08" } else { "S09" }]);
                work.may(&["E02", "S08", "S09", "S11"]);
                work.may_narrative();
            }
            Defect::NoRow => {
                let grid = requests(page)?;
                let rows: Vec<usize> = (grid.heads..grid.rows.len())
                    .filter(|row| grid.rows[*row].iter().filter(|square| square.cell.is_none()).count() == 1)
                    .collect();
                let row = chance.pick(&rows);
                for (start, above) in grid.rows[..row].iter_mut().enumerate() {
                    for square in above.iter_mut().filter(|square| start + square.rows > row) {
                        square.rows -= 1;
                    }
                }
                let label = grid.rows.remove(row)[0].line();
                work.what = format!("row {label} left out");
                work.must(&["S10"]);
                work.may(&["R01", "R02", "R03", "R05", "S01", "S02", "E02"]);
                work.may_narrative();
            }
            Defect::NoColumn => {
                let gone = chance.pick(&Applicant::LEGAL);
                let grid = requests(page)?;
                let words = gone.label().zh;
                for row in &mut grid.rows {
                    row.retain(|square| match &square.cell {
                        Some((Cell::Request(_, column), _)) => *column != gone,
                        _ => square.line() != words || square.columns > 1,
                    });
                    for square in row.iter_mut().filter(|square| {
                        square.line().contains("法人或其他组织") || square.line().contains("申请人情况")
                    }) {
                        square.columns -= 1;
                    }
                }
                grid.columns -= 1;
                work.what = format!("column {words} left out");
                work.must(&["S10"]);
                work.may(&["R01", "R02", "R03", "R05", "S01", "S02", "E02"]);
                work.may_narrative();
            }
            Defect::Twice => {
                let at = page.pieces.iter().position(is_requests)?;
                let copy = page.pieces[at].clone();
                page.pieces.insert(at, copy);
                work.must(&["S06"]);
            }
            Defect::Disorder => {
                let fifth = page.pieces.iter().position(|piece| is_section(piece, Section::Problems))?;
                let sixth = page.pieces.iter().position(|piece| is_section(piece, Section::OtherMatters))?;
                let end = section_end(page, sixth);
                page.pieces[fifth..end].rotate_left(sixth - fifth);
                work.must(&["S04"]);
            }
            Defect::OldForm => {
                work.must(&["S02"]);
                work.may(&["S13", "S24", "S22", "S12"]);
            }
            _ => {}
        }
        Some(())
    }
}

fn is_section(piece: &Piece, wanted: Section) -> bool {
    matches!(piece, Piece::Section(section, _) if *section == wanted)
}

fn is_requests(piece: &Piece) -> bool {
    matches!(piece, Piece::Table(grid) if grid.about == About::Requests)
}

fn requests(page: &mut Page) -> Option<&mut page::Grid> {
    page.pieces.iter_mut().find_map(|piece| match piece {
        Piece::Table(grid) if grid.about == About::Requests => Some(grid),
        _ => None,
    })
}

fn section_end(page: &Page, heading: usize) -> usize {
    let after = heading + 1;
    page.pieces[after..]
        .iter()
        .position(|piece| matches!(piece, Piece::Section(..) | Piece::Signature(_)))
        .map_or(page.pieces.len(), |offset| after + offset)
}

fn remove_section(page: &mut Page, section: Section) {
    if let Some(start) = page.pieces.iter().position(|piece| is_section(piece, section)) {
        let end = section_end(page, start);
        page.pieces.drain(start..end);
    }
}

fn remove_article(rows: &mut Vec<Vec<page::Square>>, article: Article20, items: usize) {
    if let Some(start) = rows.iter().position(|row| row[0].text == article.label().zh) {
        rows.drain(start..start + 2 + items);
    }
}
