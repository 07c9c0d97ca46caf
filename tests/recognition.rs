//! Documents read and recognised, compared with what a person wrote down from the page: every cell, and no other.
//!
//! A case is a file of `tests/expected`. Its first line names the document: `file seed/…` or `file reports/…` lies in
//! the folder that `GOUJI_REPORTS` names (public reports are never kept here), `fixture NAME` in
//! `tests/fixtures/recognition`. A row of values has one word a cell: the number, `_` for a blank, `/` for a dash,
//! `?` for a cell that cannot be known; `'` behind it for a cell read by position, `"` for a guess; `read position`
//! changes what a word without a mark means for the lines below. `accused` lists the findings above a hint, `hinted` the hints about
//! prose and disclosure, `claims` what the prose states, `?` behind it where not every word was understood.

use gouji::read::{Source, read};
use gouji::report::claim::Quantity;
use gouji::report::form::{Cell, Section};
use gouji::report::{
    Certainty, Date, EditionFound, Figure, IssuerKind, Level, Report, State, Statutory, Unit, recognize,
};
use gouji::review::review;
use gouji::rules::{Finding, Severity};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn documents_are_recognised_as_a_person_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected");
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("tests/expected is part of the project")
        .map(|entry| entry.expect("a readable folder").path())
        .collect();
    cases.sort();
    let mut left_out = 0;
    let mut wrong = Vec::new();
    for case in &cases {
        match check(case) {
            Some(differences) if differences.is_empty() => {}
            Some(differences) => {
                wrong.push(format!("{}\n    {}", case.display(), differences.join("\n    ")))
            }
            None => left_out += 1,
        }
    }
    if left_out > 0 {
        println!("{left_out} published reports left out: GOUJI_REPORTS is not set");
    }
    assert!(cases.len() > left_out, "no case was checked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "a test reads its case's document")]
fn bytes_of(document: &Path) -> Vec<u8> {
    std::fs::read(document).unwrap_or_else(|error| panic!("{}: {error}", document.display()))
}

/// The differences between a case and what is recognised; `None` where its document is not at hand.
fn check(case: &Path) -> Option<Vec<String>> {
    let expected = std::fs::read_to_string(case).expect("a case is text");
    let (first, lines) = expected.split_once('\n').expect("a case has lines");
    let document = document(first)?;
    let bytes = bytes_of(&document);
    let name = document.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let source = Source { name, bytes: &bytes };
    let report = recognize(&read(source).expect("a readable document").document);
    let mut differences = Vec::new();
    let mut rows: BTreeMap<String, String> = rows(&report);
    let mut default = "";
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let found = match key {
            "read" => {
                default = match value {
                    "label" => "",
                    "position" => "'",
                    "guess" => "\"",
                    other => panic!("{other} is no way of reading"),
                };
                continue;
            }
            "accused" => found(source, |finding| finding.severity > Severity::Info),
            "hinted" => found(source, |finding| {
                finding.severity == Severity::Info && matches!(finding.code.as_bytes()[0], b'N' | b'P')
            }),
            _ if key.contains('.') => rows.remove(key).unwrap_or_else(|| "nothing".to_owned()),
            _ => fact(&report, key),
        };
        let value = if key.contains('.') { with_marks(value, default) } else { value.to_owned() };
        if found != value {
            differences.push(format!("{key}: printed {value}, read {found}"));
        }
    }
    differences
        .extend(rows.into_iter().map(|(row, values)| format!("{row}: printed nowhere, read {values}")));
    Some(differences)
}

/// The findings that are wanted, in the order of the rules.
fn found(source: Source<'_>, wanted: impl Fn(&Finding) -> bool) -> String {
    let review = review(source);
    let named: Vec<String> = review.findings().filter(|finding| wanted(finding)).map(Finding::id).collect();
    if named.is_empty() { "-".to_owned() } else { named.join(" ") }
}

fn document(line: &str) -> Option<PathBuf> {
    let (kind, path) = line.split_once(' ').expect("the first line names the document");
    match kind {
        "file" => reports().map(|folder| folder.join(path)),
        "fixture" => {
            Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/recognition").join(path))
        }
        other => panic!("{other} is no kind of document"),
    }
}

#[expect(clippy::disallowed_methods, reason = "the folder of published reports is the caller's to name")]
fn reports() -> Option<PathBuf> {
    std::env::var("GOUJI_REPORTS").ok().map(PathBuf::from)
}

fn with_marks(values: &str, default: &str) -> String {
    let marked = values.split(' ').map(|value| {
        let has_mark = value.ends_with(['\'', '"']);
        format!("{value}{}", if has_mark { "" } else { default })
    });
    marked.collect::<Vec<_>>().join(" ")
}

/// The cells, a line for each row.
fn rows(report: &Report) -> BTreeMap<String, String> {
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for (cell, figure) in &report.figures {
        let name = cell.to_string();
        let (row, column) = name.rsplit_once('.').expect("a cell's name has three parts");
        let column = match cell {
            Cell::Proactive(..) => format!("{column}="),
            // The columns of the form stand in order; others are named.
            Cell::Request(_, gouji::report::form::Applicant::LegalPersonSubtotal) => format!("{column}="),
            _ => String::new(),
        };
        let values = rows.entry(row.to_owned()).or_default();
        if !values.is_empty() {
            values.push(' ');
        }
        values.push_str(&column);
        values.push_str(&said(figure));
    }
    rows
}

fn said(figure: &Figure) -> String {
    let value = match figure.state {
        State::Number(value) => value.to_string(),
        State::Blank => "_".to_owned(),
        State::Dash => "/".to_owned(),
        State::Unreadable => "?".to_owned(),
    };
    let unit = match figure.unit {
        None => "",
        Some(Unit::Yuan) => "元",
        Some(Unit::WanYuan) => "万元",
        Some(Unit::YiYuan) => "亿元",
        Some(Unit::Pieces) => "件",
    };
    let remark = figure.remark.as_ref().map(|remark| remark.replace(' ', "")).unwrap_or_default();
    let mark = match figure.certainty {
        Certainty::Label => "",
        Certainty::Position => "'",
        Certainty::Guess => "\"",
    };
    format!("{value}{unit}{remark}{mark}")
}

/// One fact of the report's frame, as a case writes it.
fn fact(report: &Report, key: &str) -> String {
    let none = || "-".to_owned();
    match key {
        "title" => report.title.as_ref().map_or_else(none, |title| title.value.clone()),
        "issuer" => report.issuer.as_ref().map_or_else(none, |issuer| {
            let name = if issuer.name.is_empty() { "-" } else { &issuer.name };
            let kind = match issuer.kind {
                IssuerKind::Government => "government",
                IssuerKind::GovernmentOffice => "government_office",
                IssuerKind::Department => "department",
                IssuerKind::Township => "township",
                IssuerKind::Other => "other",
                IssuerKind::Unknown => "unknown",
            };
            let level = issuer.level.map_or("", |level| match level {
                Level::National => " national",
                Level::Province => " province",
                Level::Prefecture => " prefecture",
                Level::County => " county",
                Level::Township => " township",
            });
            format!("{name} {kind}{level}")
        }),
        "year" => report.year.as_ref().map_or_else(none, |year| year.value.to_string()),
        "published" => report.published_on.as_ref().map_or_else(none, |date| iso(date.value)),
        "period" => match (&report.period, report.mangled_period) {
            (Some(period), _) => format!("{} {}", iso(period.value.from), iso(period.value.to)),
            (None, Some(_)) => "mangled".to_owned(),
            (None, None) => none(),
        },
        "editions" => {
            let editions = [report.editions.proactive, report.editions.requests];
            editions.map(|edition| edition.map_or("-", edition_key)).join(" ")
        }
        "sections" => {
            let sections = report.sections.iter().map(|found| {
                let number = found.number.map_or("-".to_owned(), |number| number.to_string());
                format!("{number}={}{}", Section::key(found.section), if found.exact { "" } else { "~" })
            });
            sections.collect::<Vec<_>>().join(" ")
        }
        "tables" => {
            let tables = report.tables.iter().map(|found| {
                let name = match found.table {
                    Statutory::Proactive(article) => format!("{article:?}").to_lowercase(),
                    Statutory::Requests => "requests".to_owned(),
                    Statutory::Disputes => "disputes".to_owned(),
                };
                format!("{name}{}", if found.has_cells { "" } else { "!" })
            });
            tables.collect::<Vec<_>>().join(" ")
        }
        "claims" => {
            let tied = report.claims.iter().filter(|claim| claim.quantity != Quantity::Unexplained);
            let tied = tied.map(|claim| {
                format!("{}={}{}", claim.quantity.key(), claim.value, if claim.firm { "" } else { "?" })
            });
            tied.collect::<Vec<_>>().join(" ")
        }
        "suits_total" => report.suits_total.as_ref().map_or_else(none, said),
        other => panic!("{other} is no fact of a report"),
    }
}

fn edition_key(edition: EditionFound) -> &'static str {
    match edition {
        EditionFound::Plain(edition) => edition.key(),
        EditionFound::Hybrid => "hybrid",
        EditionFound::Unknown => "unknown",
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}
