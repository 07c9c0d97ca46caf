//! The three statutory tables as grids in the form's own order, filled with what a report prints.

use super::shape::{Grid, Square, SquareKind, Statute};
use crate::language::{Language, Text};
use crate::report::Report;
use crate::report::form::{
    Applicant, Article20, Cell, DisputeOutcome, Edition, Heading, ItemField, OutcomeGroup, RequestRow,
    Section, Track,
};
use crate::sorted::Listed;

/// Tables 2, 3 and 4 of `report`, their heads in `language`.
pub(crate) fn sheets(report: &Report, language: Language) -> Vec<Grid> {
    let sheet = Sheet { report, language };
    vec![sheet.proactive(), sheet.requests(), sheet.disputes()]
}

struct Sheet<'a> {
    report: &'a Report,
    language: Language,
}

impl Sheet<'_> {
    fn proactive(&self) -> Grid {
        let mut rows = Vec::new();
        for article in Article20::ALL {
            let edition = self.edition_of(article);
            let items = article.items(edition);
            let Some(first) = items.first() else { continue };
            rows.push(vec![self.head(article.label(), SquareKind::ColumnHead).over(1, 4)]);
            let mut heads = vec![self.head(Heading::Information.label(), SquareKind::ColumnHead)];
            let fields = first.fields(edition);
            heads.extend(
                spread(fields).map(|(field, columns)| {
                    self.head(field.label(), SquareKind::ColumnHead).over(1, columns)
                }),
            );
            rows.push(heads);
            for item in items {
                let mut row = vec![self.head(item.label(), SquareKind::RowHead)];
                row.extend(
                    spread(item.fields(edition))
                        .map(|(field, columns)| self.figure(Cell::Proactive(*item, field)).over(1, columns)),
                );
                rows.push(row);
            }
        }
        self.grid(Statute::Proactive, Section::Proactive, rows)
    }

    fn requests(&self) -> Grid {
        let columns = self.columns();
        let printed = self.rows();
        let outcomes =
            printed.iter().filter(|row| group_of(**row).is_some() || **row == RequestRow::OutcomeTotal);
        let outcomes = outcomes.count();
        let mut rows = self.request_heads(&columns);
        let mut group = None;
        for (index, row) in printed.iter().enumerate() {
            let mut squares = Vec::new();
            if Some(index) == printed.iter().position(|row| *row == RequestRow::Granted) {
                squares.push(self.head(Heading::Outcomes.label(), SquareKind::GroupHead).over(outcomes, 1));
            }
            match group_of(*row).filter(|_| !stands_alone(*row, &printed)) {
                Some(of) => {
                    if group != Some(of) {
                        let members = printed.iter().filter(|other| group_of(**other) == Some(of)).count();
                        let head = self.head(of.numbered_label(), SquareKind::GroupHead);
                        squares.push(head.over(members, 1));
                    }
                    group = Some(of);
                    squares.push(self.head(row.label(), SquareKind::RowHead).without_group());
                }
                None => {
                    let inside = group_of(*row).is_some() || *row == RequestRow::OutcomeTotal;
                    let columns = if inside { 2 } else { 3 };
                    squares.push(self.head(row.label(), SquareKind::RowHead).over(1, columns));
                }
            }
            squares.extend(columns.iter().map(|column| self.figure(Cell::Request(*row, *column))));
            rows.push(squares);
        }
        self.grid(Statute::Requests, Section::Requests, rows)
    }

    fn disputes(&self) -> Grid {
        let tracks = [Track::SuitDirect, Track::SuitAfterReconsideration];
        let head = |words: Text| self.head(words, SquareKind::ColumnHead);
        let outcomes = || DisputeOutcome::ALL.into_iter().map(|outcome| head(outcome.label()).in_two_lines());
        let mut second: Vec<Square> = outcomes().map(|square| square.over(2, 1)).listed();
        second.extend(tracks.map(|track| head(track.label()).over(1, 5)));
        let third = tracks.iter().flat_map(|_| outcomes()).listed();
        let figures = Track::ALL
            .into_iter()
            .flat_map(|track| DisputeOutcome::ALL.map(|outcome| self.figure(Cell::Dispute(track, outcome))))
            .listed();
        let first =
            vec![head(Track::Reconsideration.label()).over(1, 5), head(Heading::Suits.label()).over(1, 10)];
        self.grid(Statute::Disputes, Section::Disputes, vec![first, second, third, figures])
    }

    fn request_heads(&self, columns: &[Applicant]) -> Vec<Vec<Square>> {
        let head = |words: Text| self.head(words, SquareKind::ColumnHead);
        let legal = columns.iter().filter(|column| is_legal(**column)).count();
        let first = vec![
            head(Heading::RequestNote.label()).over(3, 3),
            head(Heading::Applicants.label()).over(1, columns.len()),
        ];
        let mut second = Vec::new();
        for column in columns {
            if *column == Applicant::CommercialEnterprise {
                second.push(head(Heading::LegalPersons.label()).over(1, legal));
            } else if !is_legal(*column) {
                second.push(head(column.label()).over(2, 1));
            }
        }
        let third = columns.iter().filter(|column| is_legal(**column)).map(|column| head(column.label()));
        vec![first, second, third.listed()]
    }

    /// The rows to draw: the form's, and the subtotals that this report prints besides.
    fn rows(&self) -> Vec<RequestRow> {
        let has = |row: &RequestRow| {
            Applicant::ALL
                .iter()
                .any(|column| self.report.figures.contains_key(&Cell::Request(*row, *column)))
        };
        let form = RequestRow::printed(self.edition(self.report.editions.requests));
        RequestRow::ALL.into_iter().filter(|row| form.contains(row) || has(row)).listed()
    }

    /// The columns to draw: the form's, and the subtotal of legal persons where this report prints it.
    fn columns(&self) -> Vec<Applicant> {
        let has = |column: &Applicant| {
            RequestRow::ALL.iter().any(|row| self.report.figures.contains_key(&Cell::Request(*row, *column)))
        };
        Applicant::ALL
            .into_iter()
            .filter(|column| *column != Applicant::LegalPersonSubtotal || has(column))
            .listed()
    }

    /// The edition of a table, or else the one that the rest of the report speaks for.
    fn edition(&self, found: Option<crate::report::EditionFound>) -> Edition {
        let editions = self.report.editions;
        let plain = |found: Option<crate::report::EditionFound>| found.and_then(|found| found.plain());
        plain(found)
            .or(plain(editions.requests))
            .or(plain(editions.proactive))
            .or(self.report.year.as_ref().map(|year| Edition::of_year(year.value)))
            .unwrap_or(Edition::Y2021)
    }

    /// The edition of one sub-table of table 2: of a hybrid table, the one that has more of its cells.
    fn edition_of(&self, article: Article20) -> Edition {
        let likely = self.edition(self.report.editions.proactive);
        let found = |edition: Edition| {
            let items = article.items(edition).iter();
            items
                .flat_map(|item| item.fields(edition).iter().map(move |field| Cell::Proactive(*item, *field)))
                .filter(|cell| self.report.figures.contains_key(cell))
                .count()
        };
        let other = if likely == Edition::Y2019 { Edition::Y2021 } else { Edition::Y2019 };
        if found(other) > found(likely) { other } else { likely }
    }

    fn figure(&self, cell: Cell) -> Square {
        let figure = self.report.figures.get(&cell);
        Square {
            text: figure.map(|figure| figure.raw.trim().to_owned()).unwrap_or_default(),
            kind: if figure.is_some() { SquareKind::Figure } else { SquareKind::Missing },
            row_span: 1,
            column_span: 1,
            cell: Some(cell.to_string()),
        }
    }

    fn head(&self, words: Text, kind: SquareKind) -> Square {
        let text = words.get(self.language).to_owned();
        Square { text, kind, row_span: 1, column_span: 1, cell: None }
    }

    fn grid(&self, statute: Statute, section: Section, rows: Vec<Vec<Square>>) -> Grid {
        let squares = rows.iter().flatten();
        let found = squares.filter(|square| square.kind == SquareKind::Figure).count();
        let caption = section.numbered_label().get(self.language).to_owned();
        Grid { statute: Some(statute), caption: Some(caption), found, rows }
    }
}

impl Square {
    fn over(mut self, rows: usize, columns: usize) -> Square {
        self.row_span = rows;
        self.column_span = columns;
        self
    }

    /// Four characters over a narrow column, two and two, as the form prints them.
    fn in_two_lines(mut self) -> Square {
        let starts: Vec<usize> = self.text.char_indices().map(|(start, _)| start).listed();
        if let [_, _, third, _] = starts[..] {
            self.text.insert(third, '\n');
        }
        self
    }

    /// The English words of a row name its group before a colon; beside the group's own head they need not.
    fn without_group(mut self) -> Square {
        if let Some((_, rest)) = self.text.split_once(": ") {
            let mut letters = rest.chars();
            self.text =
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
        }
        self
    }
}

/// One, two or three fields over the three columns beside 信息内容.
fn spread(fields: &[ItemField]) -> impl Iterator<Item = (ItemField, usize)> {
    let last = fields.len().saturating_sub(1);
    let rest = 3 - last.min(2);
    fields.iter().enumerate().map(move |(index, field)| (*field, if index == last { rest } else { 1 }))
}

/// The group that a row belongs to, its subtotal included.
fn group_of(row: RequestRow) -> Option<OutcomeGroup> {
    OutcomeGroup::ALL.into_iter().find(|group| {
        Edition::ALL
            .iter()
            .any(|edition| group.rows(*edition).contains(&row) || group.subtotal(*edition) == Some(row))
    })
}

/// True where a row is all there is of its group: 予以公开, 部分公开, and 其他处理 in the 2019 form.
fn stands_alone(row: RequestRow, printed: &[RequestRow]) -> bool {
    let group = group_of(row);
    printed.iter().filter(|other| group_of(**other) == group).count() == 1
}

fn is_legal(column: Applicant) -> bool {
    Applicant::LEGAL.contains(&column) || column == Applicant::LegalPersonSubtotal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(row: &[Square]) -> usize {
        row.iter().map(|square| square.column_span).sum()
    }

    #[test]
    fn tables_of_a_report_without_figures_are_the_empty_form() {
        let sheets = sheets(&Report::default(), Language::Zh);
        let cells = |grid: &Grid| grid.rows.iter().flatten().filter(|square| square.cell.is_some()).count();
        assert_eq!(sheets.iter().map(cells).collect::<Vec<_>>(), [10, 175, 15]);
        assert!(sheets.iter().all(|grid| grid.found == 0));
        assert!(sheets[0].rows.iter().all(|row| width(row) == 4));
        let outcomes = &sheets[1].rows[5][0];
        assert_eq!((outcomes.text.as_str(), outcomes.row_span), ("三、本年度办理结果", 22));
        assert_eq!(width(&sheets[2].rows[3]), 15);
        assert_eq!(sheets[2].rows[1][0].text, "结果\n维持");
    }

    #[test]
    fn an_english_row_does_not_repeat_its_group() {
        let sheets = sheets(&Report::default(), Language::En);
        let texts: Vec<&str> = sheets[1].rows.iter().flatten().map(|square| square.text.as_str()).collect();
        assert!(texts.contains(&"State secret") && texts.contains(&"Refused"));
    }
}
