//! Findings and cells as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets on Windows read the
//! Chinese, and nothing in a report's text that a spreadsheet would take for a formula.

use super::json::{AcrossDto, FindingDto, ReviewDto, SettledDto};
use crate::document::{Block, Document};
use crate::report::form::Cell;
use crate::report::{Figure, Report};
use std::collections::BTreeMap;

/// What stands before the first line.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of [`findings`]. Their names are stable and the same in every language.
pub const FINDING_COLUMNS: [&str; 18] = [
    "file",
    "verdict",
    "id",
    "code",
    "name",
    "severity",
    "message",
    "hint",
    "basis",
    "equation",
    "expected",
    "actual",
    "difference",
    "cells",
    "responsibility",
    "line",
    "fingerprint",
    "settings",
];

/// The columns of [`cells`].
pub const CELL_COLUMNS: [&str; 14] = [
    "cell",
    "value",
    "raw",
    "state",
    "unit",
    "remark",
    "read",
    "block",
    "row",
    "column",
    "row_span",
    "column_span",
    "line",
    "page",
];

/// The line that names the columns of [`findings`].
pub fn finding_header() -> String {
    line(FINDING_COLUMNS.iter().map(|name| (*name).to_owned()))
}

/// One line a finding of `review`, in the order of the review; nothing for a review without findings. Behind them
/// those that settings left out.
pub fn findings(review: &ReviewDto) -> String {
    let (file, verdict) = (&review.source.name, &review.verdict);
    let found = review.findings.iter().map(|finding| finding_line(file, verdict, finding, ""));
    let mut text: String = found.collect();
    text.push_str(&left_out(file, verdict, review.settings.as_ref()));
    text
}

/// The same of the findings across several files.
pub fn findings_across(across: &AcrossDto) -> String {
    let found =
        across.findings.iter().map(|finding| finding_line(&finding.files.join("; "), "", finding, ""));
    let mut text: String = found.collect();
    text.push_str(&left_out("", "", across.settings.as_ref()));
    text
}

/// A line a waived finding, with the reason, and one a rule that is switched off, with how many findings it would
/// have had.
fn left_out(file: &str, verdict: &str, settled: Option<&SettledDto>) -> String {
    let Some(settled) = settled else { return String::new() };
    let waived = settled
        .waived
        .iter()
        .map(|waived| finding_line(file, verdict, &waived.finding, &format!("waived: {}", waived.reason)));
    let off = settled.off.iter().map(|(code, count)| {
        let mut fields = vec![String::new(); FINDING_COLUMNS.len()];
        (fields[0], fields[1], fields[3]) = (file.to_owned(), verdict.to_owned(), code.clone());
        fields[FINDING_COLUMNS.len() - 1] = format!("off: {count}");
        line(fields)
    });
    waived.chain(off).collect()
}

/// Every printed square of every table of `document`, one a line in reading order, with the statutory cell that
/// was read from it; figures that stand outside tables come after the block they stand in.
pub fn cells(document: &Document, report: Option<&Report>) -> String {
    let mut at: BTreeMap<Position, Vec<(Cell, &Figure)>> = BTreeMap::new();
    for (cell, figure) in report.into_iter().flat_map(|report| &report.figures) {
        at.entry((figure.place.block, figure.place.square)).or_default().push((*cell, figure));
    }
    let mut text = line(CELL_COLUMNS.iter().map(|name| (*name).to_owned()));
    for (index, block) in document.blocks.iter().enumerate() {
        if let Block::Table(table) = block {
            for square in table.squares().iter().filter(|square| square.printed) {
                let found = at.remove(&(index, Some((square.row, square.column)))).unwrap_or_default();
                let place = [
                    index.to_string(),
                    square.row.to_string(),
                    square.column.to_string(),
                    square.row_span.to_string(),
                    square.column_span.to_string(),
                    optional(square.origin.line),
                    optional(square.origin.page),
                ];
                if found.is_empty() {
                    let words = ["", "", square.text.as_str(), "", "", "", ""].map(str::to_owned);
                    text.push_str(&line(words.into_iter().chain(place.clone())));
                }
                for (cell, figure) in found {
                    text.push_str(&line(figure_fields(cell, figure).into_iter().chain(place.clone())));
                }
            }
        }
        // What stands in a paragraph, or in a square that the table does not have.
        let rest: Vec<Position> = at.range((index, None)..(index + 1, None)).map(|(key, _)| *key).collect();
        for key in rest {
            for (cell, figure) in at.remove(&key).unwrap_or_default() {
                let origin = figure.place.origin;
                let place = [
                    index.to_string(),
                    optional(figure.place.square.map(|(row, _)| row)),
                    optional(figure.place.square.map(|(_, column)| column)),
                    String::new(),
                    String::new(),
                    optional(origin.line),
                    optional(origin.page),
                ];
                text.push_str(&line(figure_fields(cell, figure).into_iter().chain(place)));
            }
        }
    }
    text
}

/// A block and, in a table, the square's row and column.
type Position = (usize, Option<(usize, usize)>);

fn finding_line(file: &str, verdict: &str, finding: &FindingDto, settings: &str) -> String {
    let number = |value: &Option<serde_json::Value>| match value {
        Some(serde_json::Value::String(amount)) => amount.clone(),
        Some(serde_json::Value::Number(count)) => count.to_string(),
        _ => String::new(),
    };
    line([
        file.to_owned(),
        verdict.to_owned(),
        finding.id.clone(),
        finding.code.clone(),
        finding.name.clone(),
        finding.severity.clone(),
        finding.message.clone(),
        finding.hint.clone(),
        finding.basis.clone(),
        finding.equation.clone().unwrap_or_default(),
        number(&finding.expected),
        number(&finding.actual),
        number(&finding.difference),
        finding.cells.join(" "),
        finding.responsibility.clone(),
        optional(finding.place.and_then(|place| place.line)),
        finding.fingerprint.clone(),
        settings.to_owned(),
    ])
}

fn figure_fields(cell: Cell, figure: &Figure) -> [String; 7] {
    let dto = super::json::cell_dto(figure);
    [
        cell.to_string(),
        figure.number().map(|number| number.to_string()).unwrap_or_default(),
        dto.raw,
        dto.state,
        figure.unit.and_then(crate::report::Unit::money).unwrap_or_default().to_owned(),
        dto.remark.unwrap_or_default(),
        dto.read,
    ]
}

fn optional<T: ToString>(number: Option<T>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn line(fields: impl IntoIterator<Item = String>) -> String {
    let fields: Vec<String> = fields.into_iter().map(|field| quoted(&neutral(&field))).collect();
    format!("{}\r\n", fields.join(","))
}

fn quoted(field: &str) -> String {
    if field.contains([',', ';', '"', '\r', '\n']) || field.starts_with(' ') || field.ends_with(' ') {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// The field with an apostrophe before it where a spreadsheet would take it for a formula. Negative numbers
/// stay numbers.
fn neutral(field: &str) -> String {
    let risky = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
    if field.starts_with(risky) && !is_negative_number(field) {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}

fn is_negative_number(field: &str) -> bool {
    let Some(magnitude) = field.strip_prefix('-') else { return false };
    let (whole, places) = magnitude.split_once('.').unwrap_or((magnitude, "0"));
    [whole, places]
        .iter()
        .all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, Place, TableBuilder};
    use crate::number::Decimal;
    use crate::report::form::{Applicant, RequestRow};
    use crate::report::{Certainty, State};

    #[test]
    fn formulas_are_made_words_and_negative_numbers_stay() {
        for (field, written) in [
            ("-4", "-4"),
            ("-0.05", "-0.05"),
            ("81", "81"),
            ("a=b", "a=b"),
            ("=1+1", "'=1+1"),
            ("+8", "'+8"),
            ("-", "'-"),
            ("-1.", "'-1."),
            ("-2+3", "'-2+3"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("＝1+1", "'＝1+1"),
            ("－4", "'－4"),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("总\n计", "\"总\n计\""),
        ] {
            assert_eq!(line([field.to_owned()]), format!("{written}\r\n"));
        }
    }

    #[test]
    fn every_printed_square_is_a_line_and_knows_its_cell() {
        let mut table = TableBuilder::new(Origin::default());
        table.start_row();
        let line = |line| Origin { line: Some(line), page: None };
        table.cell("本年新收".to_owned(), 1, 2, line(3));
        table.cell("81".to_owned(), 1, 1, line(3));
        let document =
            Document { blocks: vec![Block::Table(table.finish().unwrap())], ..Document::default() };
        let figure = Figure {
            raw: "81".to_owned(),
            state: State::Number(Decimal::whole(81)),
            unit: None,
            remark: None,
            manners: Vec::new(),
            certainty: Certainty::Label,
            place: Place { block: 0, square: Some((0, 2)), characters: None, origin: line(3) },
        };
        let cell = Cell::Request(RequestRow::NewReceived, Applicant::NaturalPerson);
        let astray = Figure { place: Place { square: None, ..figure.place }, ..figure.clone() };
        let other = Cell::Request(RequestRow::NewReceived, Applicant::Total);
        let report = Report {
            figures: crate::sorted::SortedMap::from([(cell, figure), (other, astray)]),
            ..Report::default()
        };
        let text = cells(&document, Some(&report));
        let lines: Vec<&str> = text.split("\r\n").skip(1).collect();
        assert_eq!(
            lines,
            [
                ",,本年新收,,,,,0,0,0,1,2,3,",
                "requests.new_received.natural_person,81,81,number,,,label,0,0,2,1,1,3,",
                "requests.new_received.total,81,81,number,,,label,0,,,,,3,",
                ""
            ]
        );
    }
}
