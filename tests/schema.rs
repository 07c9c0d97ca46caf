//! `docs/review.schema.json` and what gouji writes, held together from both sides: everything written is valid,
//! and what is not of the contract is refused.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads its data and stops at the first fault"
)]

use gouji::document::{Document, Origin, Place};
use gouji::export::json::{
    self, AcrossDto, AlternativeDto, ChangeDto, ClaimDto, DiagnosisDto, FindingDto, PlaceDto, ReviewDto,
    ReviewFile,
};
use gouji::language::{Language, Sentence};
use gouji::number::Decimal;
use gouji::read::{Format, ReadError, Source};
use gouji::report::claim::Quantity;
use gouji::report::form::{
    Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow, Section, Track,
};
use gouji::report::{
    Certainty, Date, EditionFound, Editions, Figure, Issuer, IssuerKind, Located, Period, Report,
    SectionFound, State, Unit,
};
use gouji::review::{self, Judged, Review, Settled, Verdict};
use gouji::rules::{Finding, Outcome, Responsibility, Role, Severity, Status, Suspect};
use gouji::sorted::SortedMap;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn the_schema_itself_is_valid() {
    jsonschema::draft202012::meta::validate(&schema()).unwrap();
}

#[test]
fn reviews_of_all_fixtures_are_valid_and_so_is_each_alone() {
    let fixtures = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"));
    assert!(!fixtures.is_empty());
    check_reviews_of(&fixtures);
}

#[test]
fn reviews_of_published_reports_are_valid() {
    let Some(folder) = std::env::var_os("GOUJI_REPORTS") else {
        eprintln!("GOUJI_REPORTS is not set: no published report was reviewed");
        return;
    };
    let folder = PathBuf::from(folder);
    let reports = [files(&folder.join("seed")), files(&folder.join("reports"))].concat();
    assert!(!reports.is_empty());
    check_reviews_of(&reports);
}

#[test]
fn a_review_that_uses_every_part_is_valid() {
    let file = whole_file();
    check_valid(&validator(), &serde_json::to_value(&file).unwrap(), "a review with every part");
}

#[test]
fn every_cell_of_the_form_may_stand_in_a_review_and_no_other() {
    let figures: SortedMap<Cell, Figure> = Edition::ALL
        .into_iter()
        .flat_map(|edition| {
            [Cell::of_table_2(edition), Cell::of_table_3(edition), Cell::of_table_4()].concat()
        })
        .chain(RequestRow::ALL.map(|row| Cell::Request(row, Applicant::LegalPersonSubtotal)))
        .chain(
            [RequestRow::DeniedTotal, RequestRow::UnableTotal, RequestRow::RejectedTotal]
                .into_iter()
                .flat_map(|row| Applicant::ALL.map(|column| Cell::Request(row, column))),
        )
        .map(|cell| (cell, figure("1", number(1, 0))))
        .collect();
    let count = figures.len();
    let report = Report { figures, ..Report::default() };
    let dto = json::review_dto(&review_of(Some(report), Vec::new()), Language::Zh);
    assert_eq!(dto.cells.len(), count);
    let mut value = serde_json::to_value(json::file_of(vec![dto], AcrossDto::default())).unwrap();
    let validator = validator();
    check_valid(&validator, &value, "every cell of the form");
    for name in
        ["requests.granted.sum", "requests.granted", "disputes.suits.pending", "proactive.fees.decisions"]
    {
        let cell = value["reviews"][0]["cells"]["requests.granted.total"].clone();
        let cells = value["reviews"][0]["cells"].as_object_mut().unwrap();
        cells.insert(name.to_owned(), cell);
        assert!(!validator.is_valid(&value), "{name} is no cell of the form");
        value["reviews"][0]["cells"].as_object_mut().unwrap().remove(name);
    }
    // Rows, columns, items, fields and tracks that the schema lists are the form's own.
    let schema = schema();
    let listed = |pointer: &str| -> Vec<String> {
        schema.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect()
    };
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let own = |names: &[&str]| sorted(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(
        sorted(listed("/$defs/report/properties/requests/properties")),
        own(&RequestRow::ALL.map(RequestRow::key))
    );
    assert_eq!(sorted(listed("/$defs/applicants/properties")), own(&Applicant::ALL.map(Applicant::key)));
    assert_eq!(
        sorted(listed("/$defs/dispute_outcomes/properties")),
        own(&DisputeOutcome::ALL.map(DisputeOutcome::key))
    );
    assert_eq!(
        sorted(listed("/$defs/report/properties/proactive/properties")),
        own(&Item::ALL.map(Item::key))
    );
    let tracks = [Track::ALL.map(Track::key).as_slice(), &["suits"]].concat();
    assert_eq!(sorted(listed("/$defs/report/properties/disputes/properties")), own(&tracks));
}

#[test]
fn every_quantity_that_the_prose_is_read_for_has_a_name_in_the_schema() {
    let mut quantities = vec![
        Quantity::NewReceived,
        Quantity::Received,
        Quantity::ReceivedAndHandled,
        Quantity::CarriedIn,
        Quantity::InHand,
        Quantity::OutcomeTotal,
        Quantity::AnsweredOf,
        Quantity::AllAnswered,
        Quantity::Handled,
        Quantity::CarriedOut,
        Quantity::Agreed,
        Quantity::LegalPersons,
        Quantity::Reconsiderations,
        Quantity::Suits,
        Quantity::Disputes,
        Quantity::Unexplained,
    ];
    quantities.extend((1..1 << OutcomeGroup::ALL.len()).map(Quantity::Groups));
    quantities.extend((1..1 << OutcomeGroup::ALL.len()).map(Quantity::Share));
    quantities.extend(RequestRow::ALL.map(Quantity::Row));
    quantities.extend(Applicant::ALL.map(Quantity::Kind));
    quantities.extend(Track::ALL.map(Quantity::Track));
    quantities.extend(DisputeOutcome::ALL.map(Quantity::SuitOutcome));
    quantities.extend(Item::ALL.map(|item| Quantity::Proactive(item, ItemField::Decisions)));
    for track in Track::ALL {
        quantities.extend(DisputeOutcome::ALL.map(|outcome| Quantity::DisputeOutcome(track, outcome)));
    }
    let validator = validator_of("claim");
    for quantity in quantities {
        let claim = json!({
            "text": "x", "quantity": quantity.key(), "value": 1, "cells": [], "place": {"block": 0},
            "outcome": "unexplained",
        });
        check_valid(&validator, &claim, &quantity.key());
    }
}

#[test]
fn what_is_not_of_the_contract_is_refused() {
    let validator = validator();
    let good = serde_json::to_value(whole_file()).unwrap();
    check_valid(&validator, &good, "before it is spoilt");
    let cases: &[(&str, &str, Value)] = &[
        ("another schema", "/schema", json!("gouji-review/2")),
        ("a verdict that does not exist", "/reviews/0/verdict", json!("ok")),
        ("a size as text", "/reviews/0/source/bytes", json!("12")),
        ("a short digest", "/reviews/0/source/sha256", json!("abc")),
        ("a kind that does not exist", "/reviews/0/report/issuer/kind", json!("ministry")),
        ("an edition as a number", "/reviews/0/report/editions/requests", json!(2019)),
        ("a date by another custom", "/reviews/0/report/published_on", json!("19/02/2021")),
        ("a section past the sixth", "/reviews/0/report/sections/0/number", json!(7)),
        ("a count as text", "/reviews/0/report/requests/new_received/natural_person", json!("81")),
        ("an amount as a number", "/reviews/0/report/proactive/procurement/amount", json!(6187.4)),
        ("a unit of its own", "/reviews/0/report/proactive/procurement/unit", json!("美元")),
        ("a state that does not exist", "/reviews/0/cells/requests.new_received.total/state", json!("zero")),
        (
            "a manner of reading that does not exist",
            "/reviews/0/cells/requests.new_received.total/read",
            json!("sure"),
        ),
        ("a place without a block", "/reviews/0/cells/requests.new_received.total/place", json!({"line": 3})),
        (
            "a line nought",
            "/reviews/0/cells/requests.new_received.total/place",
            json!({"block": 0, "line": 0}),
        ),
        (
            "a row without a column",
            "/reviews/0/cells/requests.new_received.total/place",
            json!({"block": 0, "row": 0}),
        ),
        ("a number of checks below nought", "/reviews/0/checks/passed", json!(-1)),
        ("a code in small letters", "/reviews/0/findings/0/code", json!("r01")),
        ("a severity that does not exist", "/reviews/0/findings/0/severity", json!("note")),
        ("an empty message", "/reviews/0/findings/0/message", json!("")),
        (
            "a role that does not exist",
            "/reviews/0/findings/0/roles/requests.new_received.natural_person",
            json!("up"),
        ),
        ("a cell that does not exist", "/reviews/0/findings/0/cells/0", json!("requests.x.y")),
        ("a short fingerprint", "/reviews/0/findings/0/fingerprint", json!("00")),
        ("nobody responsible", "/reviews/0/findings/0/responsibility", json!("nobody")),
        ("a quantity that does not exist", "/reviews/0/claims/0/quantity", json!("share:share:total")),
        ("an outcome that does not exist", "/reviews/0/claims/0/outcome", json!("maybe")),
        ("a change to nothing", "/reviews/0/diagnoses/0/changes/0/to", json!(null)),
        ("a report that was not recognised but passed", "/reviews/0/report", json!(null)),
        ("a finding across files without files", "/findings/0/files", json!([])),
    ];
    for (name, pointer, value) in cases {
        let mut spoilt = good.clone();
        *spoilt.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value.clone();
        assert!(!validator.is_valid(&spoilt), "{name}");
    }
    // Objects are closed: a key more is refused, and each key that is always there is missed.
    for pointer in objects(&good, "") {
        let mut spoilt = good.clone();
        let object = spoilt.pointer_mut(&pointer).and_then(Value::as_object_mut).unwrap();
        object.insert("surplus".to_owned(), json!(1));
        assert!(!validator.is_valid(&spoilt), "a key more at {pointer}");
    }
    for pointer in ["", "/reviews/0", "/reviews/0/source", "/reviews/0/report", "/reviews/0/checks"] {
        let keys: Vec<String> = good.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut spoilt = good.clone();
            spoilt.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap().remove(&key);
            assert!(!validator.is_valid(&spoilt), "{pointer} without {key}");
        }
    }
}

fn check_reviews_of(paths: &[PathBuf]) {
    let (whole, one) = (validator(), validator_of("review"));
    for language in [Language::Zh, Language::En] {
        let mut reviews = Vec::new();
        for path in paths {
            let name = path.to_string_lossy();
            let bytes = fs::read(path).unwrap();
            let review = review::review(Source { name: &name, bytes: &bytes });
            let line = json::line(&json::review_dto(&review, language));
            check_valid(&one, &serde_json::from_str(&line).unwrap(), &name);
            reviews.push(review);
        }
        let missing = review::unread(Source { name: "x.txt", bytes: &[] }, ReadError::Unopened("missing"));
        reviews.push(missing);
        let text = json::text(&json::file(&reviews, language));
        check_valid(&whole, &serde_json::from_str(&text).unwrap(), "all in one file");
    }
}

fn check_valid(validator: &Validator, value: &Value, name: &str) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// A validator of one of the schema's definitions.
fn validator_of(definition: &str) -> Validator {
    let mut schema = schema();
    let object = schema.as_object_mut().unwrap();
    object.retain(|key, _| matches!(key.as_str(), "$schema" | "$defs"));
    object.insert("$ref".to_owned(), json!(format!("#/$defs/{definition}")));
    jsonschema::draft202012::new(&schema).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../docs/review.schema.json")).unwrap()
}

/// Pointers to every object of `value` whose keys are fixed.
fn objects(value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    match value {
        Value::Object(object) => {
            // Maps by cell name refuse a key that is none, too.
            found.push(at.to_owned());
            for (key, inner) in object {
                found.extend(objects(inner, &format!("{at}/{key}")));
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                found.extend(objects(inner, &format!("{at}/{index}")));
            }
        }
        _ => {}
    }
    found
}

/// Every file under `folder`, by path.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// A file whose review has every part that the contract names.
fn whole_file() -> ReviewFile {
    let natural = Cell::Request(RequestRow::NewReceived, Applicant::NaturalPerson);
    let figures = SortedMap::from([
        (natural, figure("81", number(81, 0))),
        (Cell::Request(RequestRow::NewReceived, Applicant::Total), figure("", State::Blank)),
        (
            Cell::Proactive(Item::Procurement, ItemField::Amount),
            Figure { unit: Some(Unit::WanYuan), ..figure("6187.4万元", number(61_874, 1)) },
        ),
        (
            Cell::Dispute(Track::SuitDirect, DisputeOutcome::Total),
            Figure { remark: Some("（含上年）".to_owned()), ..figure("3（含上年）", number(3, 0)) },
        ),
    ]);
    let day = |month, day| Date { year: 2020, month, day };
    let report = Report {
        title: Some(located("青岭市2020年政府信息公开工作年度报告".to_owned())),
        issuer: Some(issuer()),
        year: Some(located(2020)),
        editions: Editions {
            proactive: Some(EditionFound::Hybrid),
            requests: Some(EditionFound::Plain(Edition::Y2019)),
        },
        published_on: Some(located(Date { year: 2021, month: 2, day: 19 })),
        period: Some(located(Period { from: day(1, 1), to: day(12, 31) })),
        sections: vec![SectionFound {
            section: Section::Overview,
            number: Some(1),
            title: "一、总体情况".to_owned(),
            exact: true,
            place: place(),
            blocks: (1, 2),
        }],
        figures,
        suits_total: Some(figure("3", number(3, 0))),
        ..Report::default()
    };
    let finding = Finding {
        code: "R01",
        at: Some("natural_person".to_owned()),
        severity: Severity::Error,
        message: Sentence { zh: "不平".to_owned(), en: "does not balance".to_owned() },
        hint: Sentence::default(),
        equation: Some("81 + 0 = 79 + 3".to_owned()),
        expected: Some(Decimal::whole(82)),
        actual: Some(Decimal::whole(81)),
        difference: Some(Decimal::whole(-1)),
        cells: vec![(natural, Role::Left)],
        suspects: vec![Suspect { cell: natural, to: Decimal::whole(82) }],
        responsibility: Responsibility::Reading,
        place: Some(place()),
    };
    let status = Status::Failed(Box::new(finding));
    let outcome = Outcome { code: "R01", at: Some("natural_person".to_owned()), status };
    let mut dto: ReviewDto = json::review_dto(&review_of(Some(report), vec![outcome]), Language::Zh);
    dto.findings[0].name = "request-balance".to_owned();
    let change = ChangeDto { cell: natural.to_string(), from: json!(81), to: json!(82) };
    dto.diagnoses = vec![DiagnosisDto {
        changes: vec![change.clone()],
        clears: vec!["R01@natural_person".to_owned()],
        why: "一处改动".to_owned(),
        alternatives: vec![AlternativeDto { changes: vec![change], why: "另一处".to_owned() }],
    }];
    dto.claims = ["new_received", "granted_or_partial", "rules", "share:granted", "unexplained"]
        .map(|quantity| ClaimDto {
            text: "新收 81 件".to_owned(),
            quantity: quantity.to_owned(),
            value: json!(81),
            cells: vec![natural.to_string()],
            place: PlaceDto { block: 1, start: Some(3), end: Some(5), ..PlaceDto::default() },
            outcome: "agrees".to_owned(),
        })
        .to_vec();
    let across = FindingDto {
        id: "Y01@total".to_owned(),
        code: "Y01".to_owned(),
        name: "carry-over".to_owned(),
        files: vec!["a.html".to_owned(), "b.html".to_owned()],
        ..dto.findings[0].clone()
    };
    ReviewFile { findings: vec![across], ..json::file_of(vec![dto], AcrossDto::default()) }
}

fn review_of(report: Option<Report>, outcomes: Vec<Outcome>) -> Review {
    Review {
        settled: Settled::default(),
        source: Judged {
            name: "a.html".to_owned(),
            format: Some(Format::Html),
            bytes: 12,
            sha256: "0".repeat(64),
            encoding: Some("gb18030"),
        },
        verdict: Verdict::Failed,
        document: Document::default(),
        report,
        diagnoses: Vec::new(),
        amended: Default::default(),
        outcomes,
    }
}

fn issuer() -> Issuer {
    Issuer { name: "青岭市".to_owned(), kind: IssuerKind::Government, level: None }
}

fn figure(raw: &str, state: State) -> Figure {
    Figure {
        raw: raw.to_owned(),
        state,
        unit: None,
        remark: None,
        manners: Vec::new(),
        certainty: Certainty::Label,
        place: place(),
    }
}

fn number(mantissa: i64, scale: u8) -> State {
    State::Number(Decimal::new(mantissa, scale).unwrap())
}

fn located<T>(value: T) -> Located<T> {
    Located { value, place: place() }
}

fn place() -> Place {
    Place {
        block: 0,
        square: Some((1, 2)),
        characters: Some((0, 2)),
        origin: Origin { line: Some(3), page: Some(1) },
    }
}
