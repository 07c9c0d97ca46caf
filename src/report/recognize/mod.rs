//! Finds the statutory form in a document by its wording, and by its fixed order where words are lost.
//!
//! A document becomes [`lines::Lines`]; headings part them; [`areas`] gives each line to the table it belongs to;
//! each table is read by its own module; what the report says of itself (title, issuer, dates) is read apart.

mod alignment;
mod areas;
mod dates;
mod figures;
mod issuer;
mod lines;
mod printed;
mod rows;
mod same_issuer;
mod sections;
mod table_2;
mod table_3;
mod table_4;
mod title;
mod wording;

use super::form::{Article20, Cell, Section};
use super::narrative::claims;
use super::{Certainty, Editions, Figure, Located, Report, State, Statutory, TableFound};
use crate::document::{Document, Place};
use crate::sorted;
use alignment::Printed;
use areas::Areas;
use lines::Lines;
pub use same_issuer::issuer_families;
use sections::Heading;
use table_3::RequestsTable;

/// Recognises the report in `document`. Never fails: what is not found is missing in the result.
pub fn recognize(document: &Document) -> Report {
    let lines = Lines::of(document);
    let headings = sections::find(&lines);
    let mut report =
        Report { sections: sections::found(&headings, document.blocks.len()), ..Report::default() };
    recognize_tables(&lines, &headings, &mut report);
    recognize_frame(document, &lines, &headings, &mut report);
    report.claims = claims(document, &report);
    report
}

/// What a cell with this text says: a figure at `place`, surely named.
pub fn figure_of(cell: Cell, text: &str, place: Place) -> Figure {
    let printed = Printed { text, place, shared: false, by_order: false };
    figures::figure(&printed, figures::measure_of(cell), Certainty::Label)
}

/// The three statutory tables.
fn recognize_tables(lines: &Lines<'_>, headings: &[Heading], report: &mut Report) {
    let areas = Areas::of(lines, headings);
    let requests = without_mere_pieces(table_3::read(lines, &areas.requests));
    let edition_of_requests = requests.first().and_then(|table| table.edition.plain());
    let proactive = table_2::read(lines, &areas.proactive, edition_of_requests);
    let disputes = table_4::read(lines, &areas.disputes);

    for table in &proactive {
        for (article, place, has_cells) in &table.articles {
            let table = Statutory::Proactive(*article);
            report.tables.push(TableFound { table, has_cells: *has_cells, place: *place });
        }
    }
    for table in &requests {
        report.tables.push(TableFound { table: Statutory::Requests, has_cells: true, place: table.place });
    }
    for table in &disputes {
        report.tables.push(TableFound { table: Statutory::Disputes, has_cells: true, place: table.place });
    }
    note_headings_without_cells(headings, report);
    sorted::sort_by_key(&mut report.tables, |table| (table.place, table.table));

    report.editions = Editions {
        proactive: proactive.first().map(|table| table.edition),
        requests: requests.first().map(|table| table.edition),
    };
    if let Some(table) = proactive.into_iter().next() {
        report.figures.extend(table.figures.0);
    }
    if let Some(table) = requests.into_iter().next() {
        report.figures.extend(table.figures.0);
    }
    if let Some(table) = disputes.into_iter().next() {
        report.figures.extend(table.figures.0);
        report.suits_total = table.suits_total;
    }
}

/// Tables that have some of the form's rows only, as a comparison of years has, are none of the form's where another
/// is.
fn without_mere_pieces(mut tables: Vec<RequestsTable>) -> Vec<RequestsTable> {
    let numbers = |table: &RequestsTable| {
        table.figures.0.values().filter(|figure| !matches!(figure.state, State::Unreadable)).count()
    };
    let most = tables.iter().map(numbers).max().unwrap_or(0);
    tables.retain(|table| numbers(table) * 3 > most || most == 0);
    tables
}

/// A section's heading under which no table was found: perhaps a picture of one.
fn note_headings_without_cells(headings: &[Heading], report: &mut Report) {
    const OF_BOTH_EDITIONS: [Article20; 4] =
        [Article20::One, Article20::Five, Article20::Six, Article20::Eight];
    for heading in headings {
        let tables: Vec<Statutory> = match heading.section {
            Section::Proactive => OF_BOTH_EDITIONS.map(Statutory::Proactive).to_vec(),
            Section::Requests => vec![Statutory::Requests],
            Section::Disputes => vec![Statutory::Disputes],
            Section::Overview | Section::Problems | Section::OtherMatters => continue,
        };
        let any_found = report.tables.iter().any(|found| {
            matches!(
                (found.table, heading.section),
                (Statutory::Proactive(_), Section::Proactive)
                    | (Statutory::Requests, Section::Requests)
                    | (Statutory::Disputes, Section::Disputes)
            )
        });
        if !any_found {
            let place = heading.place;
            report.tables.extend(tables.into_iter().map(|table| TableFound {
                table,
                has_cells: false,
                place,
            }));
        }
    }
}

/// What the report says of itself.
fn recognize_frame(document: &Document, lines: &Lines<'_>, headings: &[Heading], report: &mut Report) {
    let title = title::find(document, lines, headings);
    let period = dates::period(lines);
    let published = dates::published(document, lines, title.as_ref().map(|title| title.text.place));
    report.issuer = issuer::issuer(lines, title.as_ref().and_then(|title| title.issuer.as_deref()));
    report.year = title
        .as_ref()
        .and_then(|title| Some(Located { value: title.year?, place: title.text.place }))
        .or_else(|| {
            period.period.as_ref().map(|period| Located { value: period.value.to.year, place: period.place })
        })
        .or_else(|| dates::year_of_text(lines, headings))
        .or_else(|| {
            let published = published.as_ref()?;
            Some(Located { value: published.value.year.checked_sub(1)?, place: published.place })
        });
    report.title = title.map(|title| title.text);
    report.period = period.period;
    report.mangled_period = period.mangled;
    report.published_on = published;
}
