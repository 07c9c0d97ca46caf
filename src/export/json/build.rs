//! Makes the DTOs of a review. Nothing is judged or derived here: it only says again what the review holds.

use super::shape::{
    AcrossDto, AlternativeDto, CellDto, ChangeDto, ChecksDto, ClaimDto, DiagnosisDto, EditionsDto,
    FindingDto, IdentitiesDto, IssuerDto, PeriodDto, PlaceDto, ReportDto, ReviewDto, ReviewFile, SCHEMA,
    SectionDto, SettledDto, SourceDto, SuspectDto, WaivedDto,
};
use crate::document::Place;
use crate::language::Language;
use crate::number::Decimal;
use crate::report::claim::Quantity;
use crate::report::form::{Cell, ItemField};
use crate::report::{Certainty, Date, EditionFound, Figure, IssuerKind, Report, State, Unit};
use crate::review::{self, Change, Diagnosis, RULESET, Review, Settled, Verdict, fingerprint};
use crate::rules::{self, Extract, Finding, Outcome, Responsibility, Role, Severity, Status};
use crate::sorted::{Listed, SortedMap};
use serde_json::{Number, Value};

/// The name of the 行政诉讼 grand total that some publishers add: no cell of the form.
const SUITS: &str = "suits";

/// Everything about several sources: what `gouji check --format json` prints.
pub fn file(reviews: &[Review], language: Language) -> ReviewFile {
    let extracts: Vec<Extract> = reviews.iter().map(review::extract).listed();
    let across = super::across(&review::years(&extracts), &extracts, language);
    file_of(reviews.iter().map(|review| review_dto(review, language)).listed(), across)
}

/// The same of reviews that are DTOs already, and what they say of one another.
pub fn file_of(reviews: Vec<ReviewDto>, across: AcrossDto) -> ReviewFile {
    ReviewFile {
        schema: SCHEMA.to_owned(),
        gouji: env!("CARGO_PKG_VERSION").to_owned(),
        ruleset: RULESET.to_owned(),
        findings: across.findings,
        reviews,
        comparisons: across.comparisons,
        settings: across.settings,
    }
}

/// `file` as indented text with a line break at its end.
pub fn text(file: &ReviewFile) -> String {
    pretty(file)
}

/// One review, or what several say of one another, as a line of JSON Lines.
pub fn line(review: &impl serde::Serialize) -> String {
    // Only maps with keys that are no text can fail, and these have none.
    format!("{}\n", serde_json::to_string(review).unwrap_or_default())
}

/// One review, its sentences in `language`.
pub fn review_dto(review: &Review, language: Language) -> ReviewDto {
    let report = review.report.as_ref();
    ReviewDto {
        source: source_dto(review),
        verdict: verdict_key(review.verdict).to_owned(),
        report: report.map(report_dto),
        cells: report.map(cells).unwrap_or_default(),
        amended: review.amended.iter().map(|(cell, raw)| (cell.to_string(), raw.clone())).collect(),
        claims: report.map(claims).unwrap_or_default(),
        checks: checks(&review.outcomes),
        findings: review
            .findings_by_gravity()
            .into_iter()
            .map(|finding| finding_dto(finding, report, language))
            .listed(),
        diagnoses: review.diagnoses.iter().map(|diagnosis| diagnosis_dto(diagnosis, language)).listed(),
        settings: settled(&review.settled, language),
    }
}

/// What settings left out or changed; `None` where that is nothing.
pub(super) fn settled(settled: &Settled, language: Language) -> Option<SettledDto> {
    let waived = settled.waived.iter().map(|waived| WaivedDto {
        finding: finding_known_as(&waived.finding, waived.fingerprint.clone(), language),
        reason: waived.reason.clone(),
    });
    let severities = settled.severities.iter();
    let dto = SettledDto {
        waived: waived.listed(),
        off: settled.off.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect(),
        severities: severities
            .map(|(code, severity, _)| ((*code).to_owned(), severity_key(*severity).to_owned()))
            .collect(),
    };
    (!settled.is_empty()).then_some(dto)
}

fn diagnosis_dto(diagnosis: &Diagnosis, language: Language) -> DiagnosisDto {
    let changes = |changes: &[Change]| -> Vec<ChangeDto> {
        let change = |change: &Change| ChangeDto {
            cell: change.cell.to_string(),
            from: change.from.map_or(Value::Null, |from| figure_value(from, false)),
            to: figure_value(change.to, false),
        };
        changes.iter().map(change).listed()
    };
    DiagnosisDto {
        changes: changes(&diagnosis.changes),
        clears: diagnosis.clears.iter().map(|(code, at)| format!("{code}@{at}")).listed(),
        why: diagnosis.why.get(language).to_owned(),
        alternatives: diagnosis
            .alternatives
            .iter()
            .map(|other| AlternativeDto {
                changes: changes(&other.changes),
                why: other.why.get(language).to_owned(),
            })
            .listed(),
    }
}

/// One finding on `report` (`None` where nothing was recognised), its sentences in `language`.
pub fn finding_dto(finding: &Finding, report: Option<&Report>, language: Language) -> FindingDto {
    finding_known_as(finding, fingerprint(finding, report), language)
}

/// One finding that is known again by `fingerprint`.
pub(super) fn finding_known_as(finding: &Finding, fingerprint: String, language: Language) -> FindingDto {
    let rule = rules::rule(finding.code);
    let money = finding.cells.iter().any(|(cell, _)| cell.is_amount());
    let value = |number: Option<Decimal>| number.map(|number| figure_value(number, money));
    FindingDto {
        id: finding.id(),
        code: finding.code.to_owned(),
        name: rule.map_or(finding.code, |rule| rule.name).to_owned(),
        severity: severity_key(finding.severity).to_owned(),
        message: finding.message.get(language).to_owned(),
        hint: finding.hint.get(language).to_owned(),
        basis: rule.map_or("", |rule| rule.basis.get(language)).to_owned(),
        equation: finding.equation.clone(),
        expected: value(finding.expected),
        actual: value(finding.actual),
        difference: value(finding.difference),
        cells: finding.cells.iter().map(|(cell, _)| cell.to_string()).listed(),
        roles: finding
            .cells
            .iter()
            .map(|(cell, role)| (cell.to_string(), role_key(*role).to_owned()))
            .collect(),
        suspects: finding
            .suspects
            .iter()
            .map(|suspect| SuspectDto {
                cell: suspect.cell.to_string(),
                to: figure_value(suspect.to, suspect.cell.is_amount()),
            })
            .listed(),
        fingerprint,
        responsibility: match finding.responsibility {
            Responsibility::Author => "author",
            Responsibility::Reading => "reading",
        }
        .to_owned(),
        place: finding.place.map(place_dto),
        files: Vec::new(),
    }
}

/// Any of the shapes as indented text with a line break at its end.
pub(crate) fn pretty(value: &impl serde::Serialize) -> String {
    // Only maps with keys that are no text can fail, and these have none.
    format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default())
}

/// What was judged.
pub(crate) fn source_dto(review: &Review) -> SourceDto {
    SourceDto {
        name: review.source.name.clone(),
        format: review.source.format.map(|format| format.key().to_owned()),
        bytes: review.source.bytes,
        sha256: review.source.sha256.clone(),
        encoding: review.source.encoding.map(str::to_owned),
    }
}

/// What was recognised.
pub(crate) fn report_dto(report: &Report) -> ReportDto {
    let mut proactive = SortedMap::new();
    let mut requests = SortedMap::new();
    let mut disputes = SortedMap::new();
    for (cell, figure) in &report.figures {
        let (table, row, column) = match *cell {
            Cell::Proactive(item, field) => (&mut proactive, item.key(), field.key()),
            Cell::Request(row, column) => (&mut requests, row.key(), column.key()),
            Cell::Dispute(track, column) => (&mut disputes, track.key(), column.key()),
        };
        let row: &mut SortedMap<String, Value> = table.entry(row.to_owned()).or_default();
        let value = figure.number().map_or(Value::Null, |number| figure_value(number, cell.is_amount()));
        row.insert(column.to_owned(), value);
        if let Cell::Proactive(_, field) = cell
            && field.is_amount()
        {
            row.insert("unit".to_owned(), money_unit(*field, figure).map_or(Value::Null, Value::from));
        }
    }
    if let Some(figure) = &report.suits_total {
        let total = figure.number().map_or(Value::Null, |number| figure_value(number, false));
        disputes.insert(SUITS.to_owned(), SortedMap::from([("total".to_owned(), total)]));
    }
    ReportDto {
        title: report.title.as_ref().map(|title| title.value.clone()),
        issuer: report.issuer.as_ref().map(|issuer| IssuerDto {
            name: issuer.name.clone(),
            kind: issuer_kind_key(issuer.kind).to_owned(),
        }),
        year: report.year.as_ref().map(|year| year.value),
        editions: EditionsDto {
            proactive: report.editions.proactive.map(|found| edition_key(found).to_owned()),
            requests: report.editions.requests.map(|found| edition_key(found).to_owned()),
        },
        published_on: report.published_on.as_ref().map(|date| iso(date.value)),
        period: report
            .period
            .as_ref()
            .map(|period| PeriodDto { from: iso(period.value.from), to: iso(period.value.to) }),
        sections: report
            .sections
            .iter()
            .map(|found| SectionDto {
                number: found.section.number(),
                title: found.title.clone(),
                place: place_dto(found.place),
            })
            .listed(),
        proactive,
        requests,
        disputes,
    }
}

/// Every cell of the document by its name.
pub(crate) fn cells(report: &Report) -> SortedMap<String, CellDto> {
    let suits = report.suits_total.iter().map(|figure| (format!("disputes.{SUITS}.total"), figure));
    let figures = report.figures.iter().map(|(cell, figure)| (cell.to_string(), figure));
    figures.chain(suits).map(|(name, figure)| (name, cell_dto(figure))).collect()
}

/// One cell as printed.
pub(crate) fn cell_dto(figure: &Figure) -> CellDto {
    CellDto {
        raw: figure.raw.clone(),
        state: match figure.state {
            State::Number(_) => "number",
            State::Blank => "blank",
            State::Dash => "dash",
            State::Unreadable => "unreadable",
        }
        .to_owned(),
        remark: figure.remark.clone(),
        read: match figure.certainty {
            Certainty::Label => "label",
            Certainty::Position => "position",
            Certainty::Guess => "guess",
        }
        .to_owned(),
        place: place_dto(figure.place),
    }
}

/// The numbers of the prose, each with what the tables say to it.
fn claims(report: &Report) -> Vec<ClaimDto> {
    let told = report.claims.iter().zip(rules::claim_outcomes(report));
    told.map(|(claim, outcome)| ClaimDto {
        text: claim.text.clone(),
        quantity: outcome.quantity.key(),
        value: figure_value(claim.value, matches!(claim.quantity, Quantity::Share(_))),
        cells: outcome.cells.iter().map(Cell::to_string).listed(),
        place: place_dto(claim.place),
        outcome: outcome.standing.key().to_owned(),
    })
    .listed()
}

/// Counts what became of the checks, all of them and the identities R01–R03 and D01 by themselves.
fn checks(outcomes: &[Outcome]) -> ChecksDto {
    let mut checks = ChecksDto::default();
    let mut identities = IdentitiesDto::default();
    for outcome in outcomes {
        let (all, identity) = match outcome.status {
            Status::Passed => (&mut checks.passed, &mut identities.passed),
            Status::PassedBlankAsZero => (&mut checks.passed_blank_as_zero, &mut identities.passed),
            Status::Failed(_) => (&mut checks.failed, &mut identities.failed),
            Status::Undecided(_) => (&mut checks.undecided, &mut identities.undecided),
            Status::NotApplicable => (&mut checks.not_applicable, &mut identities.not_applicable),
        };
        *all += 1;
        if matches!(outcome.code, "R01" | "R02" | "R03" | "D01") {
            *identity += 1;
        }
    }
    ChecksDto { identities, ..checks }
}

/// A count as a JSON number, an amount of money as a decimal string with the places that were printed.
fn figure_value(number: Decimal, money: bool) -> Value {
    if money {
        return Value::String(number.to_string());
    }
    match number.to_whole() {
        Some(whole) => Value::from(whole),
        // A count with a fraction is wrong in itself (C05); it is shown as it stands.
        None => fraction(number).and_then(Number::from_f64).map_or(Value::Null, Value::Number),
    }
}

/// The float next to `number`: what JSON's numbers are to those who read them.
#[expect(clippy::float_arithmetic, reason = "what is written is no longer added up")]
fn fraction(number: Decimal) -> Option<f64> {
    let digits = number.times_ten_to(number.scale()).and_then(Decimal::to_whole)?;
    Some(digits as f64 / 10f64.powi(number.scale().into()))
}

/// The unit printed in the cell, else the one that the column's head prescribes.
fn money_unit(field: ItemField, figure: &Figure) -> Option<&'static str> {
    let column = (field == ItemField::AmountWanYuan).then_some(Unit::WanYuan);
    figure.unit.and_then(Unit::money).or(column.and_then(Unit::money))
}

fn place_dto(place: Place) -> PlaceDto {
    PlaceDto {
        block: place.block,
        row: place.square.map(|(row, _)| row),
        column: place.square.map(|(_, column)| column),
        start: place.characters.map(|(start, _)| start),
        end: place.characters.map(|(_, end)| end),
        line: place.origin.line,
        page: place.origin.page,
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "passed",
        Verdict::Attention => "attention",
        Verdict::Undecided => "undecided",
        Verdict::Failed => "failed",
    }
}

fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn role_key(role: Role) -> &'static str {
    match role {
        Role::Left => "left",
        Role::Right => "right",
        Role::Total => "total",
        Role::Part => "part",
    }
}

fn edition_key(found: EditionFound) -> &'static str {
    match found {
        EditionFound::Plain(edition) => edition.key(),
        EditionFound::Hybrid => "hybrid",
        EditionFound::Unknown => "unknown",
    }
}

fn issuer_kind_key(kind: IssuerKind) -> &'static str {
    match kind {
        IssuerKind::Government => "government",
        IssuerKind::GovernmentOffice => "government_office",
        IssuerKind::Department => "department",
        IssuerKind::Township => "township",
        IssuerKind::Other => "other",
        IssuerKind::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::language::Sentence;
    use crate::read::Format;
    use crate::report::form::{Applicant, Edition, Item, RequestRow};
    use crate::report::{Editions, Issuer, Located, Manner};
    use crate::review::{Judged, Settled};
    use serde_json::json;

    #[test]
    fn figures_blanks_and_amounts_are_told_apart_and_nothing_is_derived() {
        let dto = serde_json::to_value(review_dto(&sample(), Language::Zh)).unwrap();
        let report = &dto["report"];
        assert_eq!(
            report["proactive"],
            json!({"procurement": {"amount": "6187.40", "unit": "万元"}, "fees": {"amount_wan_yuan": null, "unit": "万元"}})
        );
        assert_eq!(
            report["requests"],
            json!({"new_received": {"natural_person": 81, "total": null}, "carried_out": {"natural_person": 1.5}})
        );
        assert_eq!(report["disputes"], json!({"suits": {"total": 3}}));
        assert_eq!(report["editions"], json!({"proactive": null, "requests": "2019"}));
        assert_eq!(dto["cells"]["requests.new_received.total"]["state"], "blank");
        assert_eq!(dto["cells"]["disputes.suits.total"]["raw"], "3");
        assert_eq!(
            dto["checks"],
            json!({"passed": 1, "passed_blank_as_zero": 1, "failed": 2, "undecided": 0, "not_applicable": 1,
                "identities": {"passed": 1, "failed": 1, "undecided": 0, "not_applicable": 1}})
        );
    }

    #[test]
    fn findings_come_gravest_first_and_speak_the_language_asked_for() {
        let dto = review_dto(&sample(), Language::En);
        let ids: Vec<&str> = dto.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!(ids, ["R01@natural_person", "C01@requests"]);
        assert_eq!(dto.findings[0].message, "R01 is broken");
        assert_eq!(dto.findings[0].difference, Some(json!(-1)));
        assert_eq!(dto.findings[0].roles["requests.new_received.natural_person"], "left");
    }

    #[test]
    fn a_fingerprint_outlives_a_changed_figure_but_not_another_year_or_organ() {
        let before = sample();
        let mut changed = sample();
        let Status::Failed(finding) = &mut changed.outcomes[4].status else { panic!("a finding") };
        finding.actual = Some(Decimal::whole(80));
        let fingerprint = |review: &Review| review_dto(review, Language::Zh).findings[0].fingerprint.clone();
        assert_eq!(fingerprint(&before), fingerprint(&changed));
        let report = changed.report.as_mut().unwrap();
        report.year = Some(located(2021));
        assert_ne!(fingerprint(&before), fingerprint(&changed));
        let mut elsewhere = sample();
        elsewhere.report.as_mut().unwrap().issuer.as_mut().unwrap().name = "云陂县".to_owned();
        assert_ne!(fingerprint(&before), fingerprint(&elsewhere));
    }

    #[test]
    fn the_file_is_read_back_as_it_was_written() {
        let written = file(&[sample(), sample()], Language::Zh);
        let text = serde_json::to_string(&written).unwrap();
        assert_eq!(serde_json::from_str::<ReviewFile>(&text).unwrap(), written);
    }

    fn sample() -> Review {
        let natural = Cell::Request(RequestRow::NewReceived, Applicant::NaturalPerson);
        let figures = SortedMap::from([
            (natural, figure("81", number(81, 0), None)),
            (Cell::Request(RequestRow::NewReceived, Applicant::Total), figure("", State::Blank, None)),
            (
                Cell::Request(RequestRow::CarriedOut, Applicant::NaturalPerson),
                figure("1.5", number(15, 1), None),
            ),
            (
                Cell::Proactive(Item::Procurement, ItemField::Amount),
                figure("6187.40万元", number(618_740, 2), Some(Unit::WanYuan)),
            ),
            (Cell::Proactive(Item::Fees, ItemField::AmountWanYuan), figure("/", State::Dash, None)),
        ]);
        let report = Report {
            issuer: Some(Issuer { name: "青岭市".to_owned(), kind: IssuerKind::Government, level: None }),
            year: Some(located(2020)),
            editions: Editions { proactive: None, requests: Some(EditionFound::Plain(Edition::Y2019)) },
            figures,
            suits_total: Some(figure("3", number(3, 0), None)),
            ..Report::default()
        };
        let outcome = |code, at: &str, status| Outcome { code, at: Some(at.to_owned()), status };
        Review {
            settled: Settled::default(),
            source: Judged {
                name: "a.txt".to_owned(),
                format: Some(Format::Text),
                bytes: 3,
                sha256: "00".repeat(32),
                encoding: Some("utf-8"),
            },
            verdict: Verdict::Failed,
            document: Document::default(),
            report: Some(report),
            diagnoses: Vec::new(),
            amended: Default::default(),
            outcomes: vec![
                outcome("C01", "requests", failed("C01", "requests", Severity::Info, Vec::new())),
                outcome("S03", "overview", Status::Passed),
                outcome("R03", "new_received", Status::PassedBlankAsZero),
                outcome("R03", "granted", Status::NotApplicable),
                outcome(
                    "R01",
                    "natural_person",
                    failed("R01", "natural_person", Severity::Error, vec![(natural, Role::Left)]),
                ),
            ],
        }
    }

    fn failed(code: &'static str, at: &str, severity: Severity, cells: Vec<(Cell, Role)>) -> Status {
        Status::Failed(Box::new(Finding {
            code,
            at: Some(at.to_owned()),
            severity,
            message: Sentence { zh: format!("{code}不成立"), en: format!("{code} is broken") },
            hint: Sentence::default(),
            equation: None,
            expected: Some(Decimal::whole(82)),
            actual: Some(Decimal::whole(81)),
            difference: Some(Decimal::whole(-1)),
            cells,
            suspects: Vec::new(),
            responsibility: Responsibility::Author,
            place: None,
        }))
    }

    fn figure(raw: &str, state: State, unit: Option<Unit>) -> Figure {
        Figure {
            raw: raw.to_owned(),
            state,
            unit,
            remark: None,
            manners: Vec::<Manner>::new(),
            certainty: Certainty::Label,
            place: Place::default(),
        }
    }

    fn number(mantissa: i64, scale: u8) -> State {
        State::Number(Decimal::new(mantissa, scale).unwrap())
    }

    fn located<T>(value: T) -> Located<T> {
        Located { value, place: Place::default() }
    }
}
