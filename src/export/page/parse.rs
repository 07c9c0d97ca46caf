//! Reads an envelope, or the catalogue, back from the JSON that this build's engine wrote. A member that is
//! missing is read as empty.
//!
//! The review's cells and its three tables of numbers are left out: the page draws `sheets`, and saves the JSON
//! as it came.

use super::catalogue::RuleDto;
use super::shape::{
    BlockDto, CellMark, Envelope, Grid, Square, SquareKind, Standing, Statute, Suspicion, Tally,
};
use super::text::Json;
use crate::chart::{Anchor, DataTable, Mark, Scene, Shape, Tone, Weight};
use crate::export::json::{
    AlternativeDto, ChangeDto, ChecksDto, ClaimDto, DiagnosisDto, EditionsDto, FindingDto, IdentitiesDto,
    IssuerDto, PeriodDto, PlaceDto, ReportDto, ReviewDto, SectionDto, SourceDto, SuspectDto,
};
use crate::sorted::{Listed, SortedMap};
use serde_json::Value;

/// The envelope of a text; `None` where it is no JSON.
pub fn parse_envelope(text: &str) -> Option<Envelope> {
    let json = Json::parse(text)?;
    Some(Envelope {
        gouji: json.string("gouji"),
        ruleset: json.string("ruleset"),
        review: review(json.get("review")),
        document: json.list("document", block),
        sheets: json.list("sheets", grid),
        marks: json.map("marks", cell_mark),
        scenes: json.list("scenes", scene),
        sketches: json.map("sketches", scene),
    })
}

/// The catalogue of a text; `None` where it is no JSON.
pub fn parse_catalogue(text: &str) -> Option<Vec<RuleDto>> {
    let json = Json::parse(text)?;
    let rule = |json: &Json<'_>| RuleDto {
        code: json.string("code"),
        name: json.string("name"),
        severity: json.string("severity"),
        edition: json.optional("edition"),
        title: json.string("title"),
        why: json.string("why"),
        basis: json.string("basis"),
        hint: json.string("hint"),
    };
    Some(json.elements().iter().map(rule).listed())
}

impl Json<'_> {
    fn string(&self, name: &str) -> String {
        self.optional(name).unwrap_or_default()
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.get(name).words().map(str::to_owned)
    }

    fn count(&self, name: &str) -> usize {
        self.optional_count(name).unwrap_or_default()
    }

    fn optional_count(&self, name: &str) -> Option<usize> {
        self.get(name).digits().parse().ok()
    }

    fn float(&self, name: &str) -> f64 {
        coordinate(self.get(name).digits())
    }

    fn flag(&self, name: &str) -> bool {
        *self.get(name) == Json::Bool(true)
    }

    fn list<T>(&self, name: &str, read: fn(&Json<'_>) -> T) -> Vec<T> {
        self.get(name).elements().iter().map(read).listed()
    }

    fn map<T>(&self, name: &str, read: fn(&Json<'_>) -> T) -> SortedMap<String, T> {
        // One by one: collecting would bring a sort for every kind of value.
        let mut map = SortedMap::new();
        for (key, value) in self.get(name).members() {
            map.insert(key.to_string(), read(value));
        }
        map
    }

    /// The member read, if it is there and not `null`.
    fn some<T>(&self, name: &str, read: fn(&Json<'_>) -> T) -> Option<T> {
        match self.get(name) {
            Json::Null => None,
            value => Some(read(value)),
        }
    }
}

fn words(json: &Json<'_>) -> String {
    json.words().unwrap_or_default().to_owned()
}

/// A count, a decimal string or `null`: all that the shapes hold as values.
fn value(json: &Json<'_>) -> Value {
    match json {
        Json::Number(digits) => digits.parse::<i64>().map_or(Value::Null, Value::from),
        Json::Text(words) => Value::String(words.to_string()),
        _ => Value::Null,
    }
}

/// A coordinate: decimals of at most fifteen digits, for which the one division here is exact rounding. The
/// library's own parser would bring a table of ten kilobytes.
#[expect(clippy::float_arithmetic, reason = "coordinates of pictures are no figures of a report")]
fn coordinate(digits: &str) -> f64 {
    let (sign, magnitude) = match digits.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, digits),
    };
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    let mantissa: u64 = [whole, fraction].concat().parse().unwrap_or_default();
    let scale = fraction.bytes().fold(1.0, |scale: f64, _| scale * 10.0);
    sign * mantissa as f64 / scale
}

fn review(json: &Json<'_>) -> ReviewDto {
    ReviewDto {
        source: source(json.get("source")),
        verdict: json.string("verdict"),
        report: json.some("report", report),
        cells: SortedMap::new(),
        amended: json.map("amended", words),
        claims: json.list("claims", claim),
        checks: checks(json.get("checks")),
        findings: json.list("findings", finding),
        diagnoses: json.list("diagnoses", diagnosis),
        settings: None,
    }
}

fn source(json: &Json<'_>) -> SourceDto {
    SourceDto {
        name: json.string("name"),
        format: json.optional("format"),
        bytes: json.count("bytes"),
        sha256: json.string("sha256"),
        encoding: json.optional("encoding"),
    }
}

fn report(json: &Json<'_>) -> ReportDto {
    let editions = json.get("editions");
    ReportDto {
        title: json.optional("title"),
        issuer: json
            .some("issuer", |json| IssuerDto { name: json.string("name"), kind: json.string("kind") }),
        year: json.get("year").digits().parse().ok(),
        editions: EditionsDto {
            proactive: editions.optional("proactive"),
            requests: editions.optional("requests"),
        },
        published_on: json.optional("published_on"),
        period: json.some("period", |json| PeriodDto { from: json.string("from"), to: json.string("to") }),
        sections: json.list("sections", |json| SectionDto {
            number: json.get("number").digits().parse().unwrap_or_default(),
            title: json.string("title"),
            place: place(json.get("place")),
        }),
        proactive: SortedMap::new(),
        requests: SortedMap::new(),
        disputes: SortedMap::new(),
    }
}

fn place(json: &Json<'_>) -> PlaceDto {
    let small = |name: &str| json.get(name).digits().parse().ok();
    PlaceDto {
        block: json.count("block"),
        row: json.optional_count("row"),
        column: json.optional_count("column"),
        start: json.optional_count("start"),
        end: json.optional_count("end"),
        line: small("line"),
        page: small("page"),
    }
}

fn claim(json: &Json<'_>) -> ClaimDto {
    ClaimDto {
        text: json.string("text"),
        quantity: json.string("quantity"),
        value: value(json.get("value")),
        cells: json.list("cells", words),
        place: place(json.get("place")),
        outcome: json.string("outcome"),
    }
}

fn checks(json: &Json<'_>) -> ChecksDto {
    let identities = json.get("identities");
    ChecksDto {
        passed: json.count("passed"),
        passed_blank_as_zero: json.count("passed_blank_as_zero"),
        failed: json.count("failed"),
        undecided: json.count("undecided"),
        not_applicable: json.count("not_applicable"),
        identities: IdentitiesDto {
            passed: identities.count("passed"),
            failed: identities.count("failed"),
            undecided: identities.count("undecided"),
            not_applicable: identities.count("not_applicable"),
        },
    }
}

fn finding(json: &Json<'_>) -> FindingDto {
    FindingDto {
        id: json.string("id"),
        code: json.string("code"),
        name: json.string("name"),
        severity: json.string("severity"),
        message: json.string("message"),
        hint: json.string("hint"),
        basis: json.string("basis"),
        equation: json.optional("equation"),
        expected: json.some("expected", value),
        actual: json.some("actual", value),
        difference: json.some("difference", value),
        cells: json.list("cells", words),
        roles: json.map("roles", words),
        suspects: json
            .list("suspects", |json| SuspectDto { cell: json.string("cell"), to: value(json.get("to")) }),
        fingerprint: json.string("fingerprint"),
        responsibility: json.string("responsibility"),
        place: json.some("place", place),
        files: json.list("files", words),
    }
}

fn diagnosis(json: &Json<'_>) -> DiagnosisDto {
    DiagnosisDto {
        changes: json.list("changes", change),
        clears: json.list("clears", words),
        why: json.string("why"),
        alternatives: json.list("alternatives", |json| AlternativeDto {
            changes: json.list("changes", change),
            why: json.string("why"),
        }),
    }
}

fn change(json: &Json<'_>) -> ChangeDto {
    ChangeDto { cell: json.string("cell"), from: value(json.get("from")), to: value(json.get("to")) }
}

fn block(json: &Json<'_>) -> BlockDto {
    match json.get("kind").words() {
        Some("table") => BlockDto::Table(grid(json)),
        Some("heading") => BlockDto::Heading {
            level: json.get("level").digits().parse().unwrap_or_default(),
            text: json.string("text"),
        },
        _ => BlockDto::Paragraph { text: json.string("text") },
    }
}

fn grid(json: &Json<'_>) -> Grid {
    let statute = json.get("statute").words();
    Grid {
        statute: Statute::ALL.into_iter().find(|known| Some(known.key()) == statute),
        caption: json.optional("caption"),
        found: json.count("found"),
        rows: json.list("rows", |row| row.elements().iter().map(square).listed()),
    }
}

fn square(json: &Json<'_>) -> Square {
    Square {
        text: json.string("text"),
        kind: match json.get("kind").words() {
            Some("column_head") => SquareKind::ColumnHead,
            Some("row_head") => SquareKind::RowHead,
            Some("group_head") => SquareKind::GroupHead,
            Some("figure") => SquareKind::Figure,
            Some("missing") => SquareKind::Missing,
            _ => SquareKind::Plain,
        },
        row_span: json.optional_count("row_span").unwrap_or(1),
        column_span: json.optional_count("column_span").unwrap_or(1),
        cell: json.optional("cell"),
    }
}

fn cell_mark(json: &Json<'_>) -> CellMark {
    let tally = json.get("tally");
    CellMark {
        label: json.string("label"),
        zero: json.flag("zero"),
        was: json.optional("was"),
        standing: match json.get("standing").words() {
            Some("held") => Standing::Held,
            Some("held_blank_as_zero") => Standing::HeldBlankAsZero,
            Some("undecided") => Standing::Undecided,
            Some("broken") => Standing::Broken,
            _ => Standing::Open,
        },
        suspicion: match json.get("suspicion").words() {
            Some("possible") => Suspicion::Possible,
            Some("named") => Suspicion::Named,
            _ => Suspicion::None,
        },
        to: json.optional("to"),
        tally: Tally {
            held: tally.count("held"),
            broken: tally.count("broken"),
            undecided: tally.count("undecided"),
        },
    }
}

fn scene(json: &Json<'_>) -> Scene {
    let table = json.get("table");
    Scene {
        name: json.string("name"),
        title: json.string("title"),
        sentence: json.string("sentence"),
        width: json.float("width"),
        height: json.float("height"),
        marks: json.list("marks", drawn),
        table: DataTable {
            caption: table.string("caption"),
            columns: table.list("columns", words),
            rows: table.list("rows", |row| row.elements().iter().map(words).listed()),
        },
    }
}

fn drawn(json: &Json<'_>) -> Mark {
    Mark {
        shape: json.get("shape").members().first().map_or(Shape::Area { path: String::new() }, shape),
        tone: tone(json.get("tone").words().unwrap_or_default()),
        weight: match json.get("weight").words() {
            Some("Band") => Weight::Band,
            Some("Wash") => Weight::Wash,
            _ => Weight::Full,
        },
        cells: json.list("cells", words),
        title: json.optional("title"),
    }
}

fn shape((kind, json): &(std::borrow::Cow<'_, str>, Json<'_>)) -> Shape {
    match kind.as_ref() {
        "Rectangle" => Shape::Rectangle {
            x: json.float("x"),
            y: json.float("y"),
            width: json.float("width"),
            height: json.float("height"),
        },
        "Line" => Shape::Line {
            x1: json.float("x1"),
            y1: json.float("y1"),
            x2: json.float("x2"),
            y2: json.float("y2"),
        },
        "Dot" => Shape::Dot { x: json.float("x"), y: json.float("y"), radius: json.float("radius") },
        "Label" => Shape::Label {
            x: json.float("x"),
            y: json.float("y"),
            anchor: match json.get("anchor").words() {
                Some("Middle") => Anchor::Middle,
                Some("End") => Anchor::End,
                _ => Anchor::Start,
            },
            text: json.string("text"),
            figure: json.string("figure"),
        },
        _ => Shape::Area { path: json.string("path") },
    }
}

fn tone(name: &str) -> Tone {
    match name {
        "Received" => Tone::Received,
        "CarriedIn" => Tone::CarriedIn,
        "Applicant" => Tone::Applicant,
        "Granted" => Tone::Granted,
        "PartiallyGranted" => Tone::PartiallyGranted,
        "Denied" => Tone::Denied,
        "Unable" => Tone::Unable,
        "Rejected" => Tone::Rejected,
        "Other" => Tone::Other,
        "CarriedOut" => Tone::CarriedOut,
        "Outcomes" => Tone::Outcomes,
        "Gap" => Tone::Gap,
        "Quiet" => Tone::Quiet,
        "Reversed" => Tone::Reversed,
        "Wrong" => Tone::Wrong,
        _ => Tone::Ink,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::{catalogue, envelope, written};
    use crate::language::Language;
    use crate::read::Source;
    use crate::review::review;

    #[test]
    fn what_the_engine_writes_is_read_back_whole() {
        let samples: [(&str, &[u8]); 4] = [
            ("clean.html", include_bytes!("../../../www/samples/clean.html")),
            ("broken.txt", include_bytes!("../../../www/samples/broken.txt")),
            ("messy.html", include_bytes!("../../../www/samples/messy.html")),
            ("", b"no report at all"),
        ];
        for (name, bytes) in samples {
            for language in [Language::Zh, Language::En] {
                let envelope = envelope(&review(Source { name, bytes }), language);
                let text = written(&envelope);
                assert_eq!(text, serde_json::to_string(&envelope).unwrap());
                assert!(parse_envelope(&text) == Some(shown(envelope)), "{name}");
            }
        }
        let catalogue = catalogue(Language::Zh);
        assert_eq!(parse_catalogue(&written(&catalogue)), Some(catalogue));
    }

    /// The envelope without what the page does not show.
    fn shown(mut envelope: Envelope) -> Envelope {
        envelope.review.cells.clear();
        if let Some(report) = &mut envelope.review.report {
            report.proactive.clear();
            report.requests.clear();
            report.disputes.clear();
        }
        envelope
    }

    #[test]
    fn every_shape_and_tone_is_read_back() {
        use Tone::*;
        let (x, y, radius) = (0.1, -12.7, 1080.0);
        let shapes = [
            Shape::Rectangle { x, y, width: 3.0, height: 0.0 },
            Shape::Area { path: "M0,1 Z".to_owned() },
            Shape::Line { x1: x, y1: y, x2: 0.3, y2: 99999.9 },
            Shape::Dot { x, y, radius },
            Shape::Label { x, y, anchor: Anchor::Middle, text: "甲".to_owned(), figure: "1".to_owned() },
            Shape::Label { x, y, anchor: Anchor::End, text: String::new(), figure: String::new() },
        ];
        let tones = [
            Received,
            CarriedIn,
            Applicant,
            Granted,
            PartiallyGranted,
            Denied,
            Unable,
            Rejected,
            Other,
            CarriedOut,
            Outcomes,
            Gap,
            Ink,
            Quiet,
            Reversed,
            Wrong,
        ];
        let weights = [Weight::Full, Weight::Band, Weight::Wash];
        for (index, tone) in tones.into_iter().enumerate() {
            let mark = Mark {
                shape: shapes[index % shapes.len()].clone(),
                tone,
                weight: weights[index % weights.len()],
                cells: vec!["requests.granted.total".to_owned()],
                title: (index % 2 == 0).then(|| "予以公开 5 件".to_owned()),
            };
            let text = serde_json::to_string(&mark).unwrap();
            assert_eq!(Json::parse(&text).map(|json| drawn(&json)), Some(mark));
        }
    }
}
