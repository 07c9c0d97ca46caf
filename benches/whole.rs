//! How long a whole check takes, from bytes to JSON, and each of its stages: `cargo bench --bench whole [-- FILE…]`.
//!
//! Without a file, the sample of 8 KB of HTML. Printed are the median and the best over at least a second; on a busy
//! machine only the best says something.
#![expect(
    clippy::disallowed_methods,
    clippy::float_arithmetic,
    reason = "a benchmark reads files and the clock"
)]
#![expect(clippy::unwrap_used, reason = "a benchmark may panic")]

use gouji::export::json;
use gouji::language::Language;
use gouji::number::Decimal;
use gouji::read::{Source, read};
use gouji::report::form::{Applicant, Cell, RequestRow};
use gouji::report::{Figure, Report, State, recognize};
use gouji::review::{diagnose, review};
use gouji::rules::{Facts, evaluate, identities};
use gouji::sorted::SortedMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples/clean.html");
    let named: Vec<_> =
        std::env::args().skip(1).filter(|word| !word.starts_with("--")).map(Into::into).collect();
    for path in if named.is_empty() { vec![sample] } else { named } {
        measure_all(&path);
    }
}

fn measure_all(path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let source = Source { name: &name, bytes: &bytes };
    let document = read(source).unwrap().document;
    let report = recognize(&document);
    let reviewed = review(source);
    println!(
        "{name}: {} bytes, {} blocks, {} figures",
        bytes.len(),
        document.blocks.len(),
        report.figures.len()
    );
    measure("read", || read(black_box(source)));
    measure("recognise", || recognize(black_box(&document)));
    measure("rules", || evaluate(&Facts::new(black_box(&report), &document, None)));
    measure("review: read, recognise, rules, diagnoses, SHA-256", || review(black_box(source)));
    let (sums, wrong) = (identities(&report), with_two_errors(&report));
    measure("the least change for two errors in table 3", || diagnose(black_box(&sums), &wrong, &[]));
    let written = |review: &gouji::review::Review| json::line(&json::review_dto(review, Language::Zh));
    measure("JSON", || written(black_box(&reviewed)));
    measure("whole check", || written(&review(black_box(source))));
}

/// The figures with two cells of table 3 mistyped: different rows, different columns.
fn with_two_errors(report: &Report) -> SortedMap<Cell, Figure> {
    let mut figures = report.figures.clone();
    for (row, column) in [
        (RequestRow::UnableNotHeld, Applicant::NaturalPerson),
        (RequestRow::NewReceived, Applicant::CommercialEnterprise),
    ] {
        if let Some(figure) = figures.get_mut(&Cell::Request(row, column)) {
            figure.state = State::Number(Decimal::whole(97));
        }
    }
    figures
}

fn measure<T>(stage: &str, work: impl Fn() -> T) {
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 100 || start.elapsed() < Duration::from_secs(1) {
        let before = Instant::now();
        let result = work();
        times.push(before.elapsed());
        drop(black_box(result));
    }
    times.sort_unstable();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let (median, best) = (milliseconds(times[times.len() / 2]), milliseconds(times[0]));
    println!("  {median:8.3} ms  (best {best:.3})  {stage}");
}
