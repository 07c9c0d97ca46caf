//! What the engine read out of a rendered report, held against its truth.

use super::layout::Rendered;
use super::page::Piece;
use super::traditional::traditional;
use super::truth::Truth;
use gouji::document::Document;
use gouji::read::{self, Source};
use gouji::report::form::Section;
use gouji::report::{self, EditionFound, Report, State};
use std::fmt;

/// One thing that was not read as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// What it is: a cell's name, `year`, `title`, ….
    pub what: String,
    /// What stands there.
    pub printed: String,
    /// What was read.
    pub read: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: printed {}, read {}", self.what, self.printed, self.read)
    }
}

/// A reading and where it is wrong.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the reader made of the bytes.
    pub document: Document,
    /// What was recognised.
    pub report: Report,
    /// Cells that stand on the page.
    pub cells: usize,
    /// Cells that were not read as they stand, or that stand nowhere.
    pub wrong_cells: Vec<Mismatch>,
    /// Other facts that were not read as they stand.
    pub wrong_facts: Vec<Mismatch>,
}

/// Reads a rendered report and compares.
pub fn read(truth: &Truth, rendered: &Rendered) -> Reading {
    let document = match read::read(Source { name: &rendered.name, bytes: &rendered.bytes }) {
        Ok(read) => read.document,
        Err(_) => Document::default(),
    };
    let report = report::recognize(&document);
    let wrong_cells = wrong_cells(&report, rendered);
    let wrong_facts = wrong_facts(&report, truth, rendered);
    Reading { document, report, cells: rendered.cells.len(), wrong_cells, wrong_facts }
}

fn wrong_cells(report: &Report, rendered: &Rendered) -> Vec<Mismatch> {
    let mut wrong = Vec::new();
    for (cell, printed) in &rendered.cells {
        let read = match report.figures.get(cell) {
            None if rendered.layout.loses_blanks() => continue,
            Some(figure) if rendered.layout.loses_blanks() && figure.state == State::Unreadable => continue,
            None => "nothing".to_owned(),
            Some(figure) if figure.state != printed.state => said(figure.state),
            Some(figure) if figure.unit != printed.unit => format!("unit {:?}", figure.unit),
            Some(figure) if figure.remark.is_some() != printed.remark => {
                format!("remark {:?}", figure.remark)
            }
            Some(_) => continue,
        };
        wrong.push(Mismatch {
            what: cell.to_string(),
            printed: format!("{:?} ({})", printed.text, said(printed.state)),
            read,
        });
    }
    for (cell, figure) in &report.figures {
        if !rendered.cells.contains_key(cell) {
            wrong.push(Mismatch {
                what: cell.to_string(),
                printed: "nowhere".to_owned(),
                read: format!("{:?} ({})", figure.raw, said(figure.state)),
            });
        }
    }
    wrong
}

fn said(state: State) -> String {
    match state {
        State::Number(value) => value.to_string(),
        State::Blank => "blank".to_owned(),
        State::Dash => "dash".to_owned(),
        State::Unreadable => "unreadable".to_owned(),
    }
}

fn wrong_facts(report: &Report, truth: &Truth, rendered: &Rendered) -> Vec<Mismatch> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, printed: String, read: String| {
        if printed != read {
            wrong.push(Mismatch { what: what.to_owned(), printed, read });
        }
    };
    // Names may be given in the page's characters or in simplified ones.
    let solid = |text: &str| traditional(&text.split_whitespace().collect::<String>());
    let edition = EditionFound::Plain(truth.edition);
    compare("edition of table 2", format!("{:?}", Some(edition)), format!("{:?}", report.editions.proactive));
    compare("edition of table 3", format!("{:?}", Some(edition)), format!("{:?}", report.editions.requests));
    compare(
        "year",
        truth.year.to_string(),
        report.year.as_ref().map_or("none".into(), |year| year.value.to_string()),
    );
    compare(
        "title",
        solid(&rendered.page.title),
        report.title.as_ref().map_or("none".into(), |title| solid(&title.value)),
    );
    compare(
        "issuer",
        format!("{} {:?}", solid(&truth.organ.name), truth.organ.kind),
        report
            .issuer
            .as_ref()
            .map_or("none".into(), |issuer| format!("{} {:?}", solid(&issuer.name), issuer.kind)),
    );
    compare(
        "published on",
        format!("{:?}", truth.published_on),
        format!("{:?}", report.published_on.as_ref().map(|date| date.value)),
    );
    compare(
        "period",
        format!("{:?}", truth.period),
        format!("{:?}", report.period.as_ref().map(|period| period.value)),
    );
    let printed: Vec<Section> = rendered
        .page
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Section(section, _) => Some(*section),
            _ => None,
        })
        .collect();
    let mut read: Vec<Section> = report.sections.iter().map(|found| found.section).collect();
    if printed.len() < Section::ALL.len() {
        // Headings that stand as rows of a table may be found or not.
        read.retain(|section| printed.contains(section));
    }
    compare("sections", format!("{printed:?}"), format!("{read:?}"));
    wrong
}
