//! Which rows, columns and tables of the form stand in a report, and which edition's rows apply.

use crate::report::form::{
    Applicant, Article20, Cell, DisputeOutcome, Edition, Item, OutcomeGroup, RequestRow, Track,
};
use crate::report::{EditionFound, Report, Statutory};
use crate::sorted::SortedSet;

/// What of the form stands in a report.
#[derive(Clone, Debug)]
pub(crate) struct Presence {
    /// The edition whose rows apply to table 2, proved or the likeliest.
    pub proactive: Edition,
    /// The edition whose rows apply to table 3, proved or the likeliest.
    pub requests: Edition,
    /// Sub-tables of table 2 of which at least one cell stands.
    pub articles: SortedSet<Article20>,
    /// Items of table 2 of which at least one cell stands.
    pub items: SortedSet<Item>,
    /// Rows of table 3 of which at least one cell stands.
    pub rows: SortedSet<RequestRow>,
    /// Columns of table 3 of which at least one cell stands.
    pub columns: SortedSet<Applicant>,
    /// Tracks of table 4 of which at least one cell stands.
    pub tracks: SortedSet<Track>,
    /// Columns of table 4 of which at least one cell stands.
    pub results: SortedSet<DisputeOutcome>,
}

impl Presence {
    /// Looks over the cells of `report`.
    pub fn of(report: &Report) -> Presence {
        let mut presence = Presence {
            proactive: Edition::Y2021,
            requests: Edition::Y2021,
            articles: SortedSet::new(),
            items: SortedSet::new(),
            rows: SortedSet::new(),
            columns: SortedSet::new(),
            tracks: SortedSet::new(),
            results: SortedSet::new(),
        };
        for cell in report.figures.keys() {
            match *cell {
                Cell::Proactive(item, _) => {
                    presence.articles.insert(item.article());
                    presence.items.insert(item);
                }
                Cell::Request(row, column) => {
                    presence.rows.insert(row);
                    presence.columns.insert(column);
                }
                Cell::Dispute(track, result) => {
                    presence.tracks.insert(track);
                    presence.results.insert(result);
                }
            }
        }
        let proactive = report.editions.proactive.and_then(EditionFound::plain);
        let requests = report.editions.requests.and_then(EditionFound::plain);
        let year = report.year.as_ref().map(|year| Edition::of_year(year.value));
        let likeliest = year.unwrap_or(Edition::Y2021);
        presence.proactive =
            proactive.or_else(|| presence.proactive_by_cells(report)).or(requests).unwrap_or(likeliest);
        presence.requests =
            requests.or_else(|| presence.requests_by_rows()).or(proactive).unwrap_or(likeliest);
        presence
    }

    /// True where the row and the column of `cell` stand, so that the cell has its place even if it was lost.
    pub fn has_place(&self, cell: Cell) -> bool {
        match cell {
            Cell::Proactive(item, _) => self.items.contains(&item),
            Cell::Request(row, column) => self.rows.contains(&row) && self.columns.contains(&column),
            Cell::Dispute(track, result) => self.tracks.contains(&track) && self.results.contains(&result),
        }
    }

    /// True for a cell of a 小计 row or column, which the form does not print.
    pub fn is_additional(&self, cell: Cell) -> bool {
        match cell {
            Cell::Request(row, column) => {
                is_additional(row, self.requests) || column == Applicant::LegalPersonSubtotal
            }
            Cell::Proactive(..) | Cell::Dispute(..) => false,
        }
    }

    /// True where a cell of table 3 stands.
    pub fn has_requests(&self) -> bool {
        !self.rows.is_empty()
    }

    /// True where a cell of table 4 stands.
    pub fn has_disputes(&self) -> bool {
        !self.tracks.is_empty()
    }

    fn requests_by_rows(&self) -> Option<Edition> {
        let new = OutcomeGroup::Other.rows(Edition::Y2021).iter().any(|row| self.rows.contains(row));
        let old = self.rows.contains(&RequestRow::OtherTotal);
        if new { Some(Edition::Y2021) } else { old.then_some(Edition::Y2019) }
    }

    fn proactive_by_cells(&self, report: &Report) -> Option<Edition> {
        let stand = |edition| {
            Cell::of_table_2(edition).iter().filter(|cell| report.figures.contains_key(cell)).count()
        };
        let (old, new) = (stand(Edition::Y2019), stand(Edition::Y2021));
        match old.cmp(&new) {
            std::cmp::Ordering::Greater => Some(Edition::Y2019),
            std::cmp::Ordering::Less => Some(Edition::Y2021),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// True for a 小计 row, which the edition's form does not print.
pub(crate) fn is_additional(row: RequestRow, edition: Edition) -> bool {
    OutcomeGroup::ALL.into_iter().any(|group| group.subtotal(edition) == Some(row))
}

/// True where the report has enough of the form to be such a report at all: a cell, a statutory table, three
/// sections, or a title that says so with a section under it.
pub fn is_such_a_report(report: &Report) -> bool {
    let sections: SortedSet<_> = report.sections.iter().map(|found| found.section).collect();
    !report.figures.is_empty()
        || report.tables.iter().any(|table| table.has_cells)
        || sections.len() >= 3
        || (report.title.is_some() && !sections.is_empty())
}

/// True where `table` stands with cells of its own.
pub(crate) fn stands(report: &Report, presence: &Presence, table: Statutory) -> bool {
    let has_figures = match table {
        Statutory::Proactive(article) => presence.articles.contains(&article),
        Statutory::Requests => presence.has_requests(),
        Statutory::Disputes => presence.has_disputes(),
    };
    has_figures || report.tables.iter().any(|found| found.table == table && found.has_cells)
}
