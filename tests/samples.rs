//! The three samples of the page: what each is said to show, it shows.

use gouji::export::page::{Envelope, SquareKind, Standing, Statute, envelope};
use gouji::language::Language;
use gouji::read::Source;
use gouji::review::review;

fn sample(file: &str) -> Envelope {
    let path = format!("{}/www/samples/{file}", env!("CARGO_MANIFEST_DIR"));
    #[expect(clippy::disallowed_methods, reason = "a test reads its own sample")]
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    envelope(&review(Source { name: file, bytes: &bytes }), Language::Zh)
}

/// Codes of the findings of a severity.
fn codes(envelope: &Envelope, severity: &str) -> Vec<String> {
    let findings = envelope.review.findings.iter().filter(|finding| finding.severity == severity);
    findings.map(|finding| finding.id.clone()).collect()
}

/// Names of the cells with a standing.
fn standing(envelope: &Envelope, wanted: Standing) -> Vec<&str> {
    let marks = envelope.marks.iter().filter(|(_, mark)| mark.standing == wanted);
    marks.map(|(cell, _)| cell.as_str()).collect()
}

#[test]
fn the_clean_sample_passes_and_every_total_is_ticked() {
    let clean = sample("clean.html");
    assert_eq!(clean.review.verdict, "passed");
    assert_eq!(codes(&clean, "error"), [""; 0]);
    assert_eq!(codes(&clean, "warning"), [""; 0]);
    let identities = clean.review.checks.identities;
    assert_eq!((identities.passed, identities.failed, identities.undecided), (42, 0, 0));
    // Every 总计 of table 3, N, I, T and O of every column, and the three totals of table 4.
    assert_eq!(standing(&clean, Standing::Held).len(), 25 + 4 * 6 + 3);
    assert!(
        clean
            .sheets
            .iter()
            .flat_map(|sheet| sheet.rows.iter().flatten())
            .all(|square| { square.kind != SquareKind::Missing })
    );
}

#[test]
fn the_broken_sample_breaks_one_column_and_one_row() {
    let broken = sample("broken.txt");
    assert_eq!(broken.review.verdict, "failed");
    assert_eq!(codes(&broken, "error"), ["R02@natural_person", "R03@unable_not_held"]);
    let totals = ["requests.outcome_total.natural_person", "requests.unable_not_held.total"];
    assert_eq!(standing(&broken, Standing::Broken), totals);
    assert_eq!(broken.sketches.keys().collect::<Vec<_>>(), ["R02@natural_person"]);
    let wrong = &broken.marks["requests.unable_not_held.natural_person"];
    assert_eq!((wrong.tally.broken, wrong.standing), (2, Standing::Open), "a part is counted, not marked");
}

#[test]
fn the_messy_sample_is_read_whole_and_its_blank_total_pencilled_in() {
    let messy = sample("messy.html");
    assert_eq!(messy.review.verdict, "attention");
    assert_eq!(codes(&messy, "error"), [""; 0]);
    assert_eq!(messy.review.source.encoding.as_deref(), Some("gb18030"));
    let found: Vec<_> = messy.sheets.iter().map(|sheet| (sheet.statute, sheet.found)).collect();
    assert_eq!(
        found,
        [(Some(Statute::Proactive), 22), (Some(Statute::Requests), 161), (Some(Statute::Disputes), 15)]
    );
    let blank = &messy.marks["requests.granted.total"];
    assert_eq!((blank.to.as_deref(), blank.standing), (Some("5"), Standing::Open));
    assert!(standing(&messy, Standing::HeldBlankAsZero).contains(&"requests.denied_state_secret.total"));
}

#[test]
fn the_empty_forms_are_whole_and_say_nothing() {
    for (file, edition, cells) in
        [("form-2021.html", "2021", [10, 175, 15]), ("form-2019.html", "2019", [22, 161, 15])]
    {
        let form = sample(file);
        let editions = form.review.report.as_ref().map(|report| report.editions.clone());
        let editions = editions.map(|editions| (editions.proactive, editions.requests));
        assert_eq!(editions, Some((Some(edition.to_owned()), Some(edition.to_owned()))), "{file}");
        assert_eq!(form.sheets.iter().map(|sheet| sheet.found).collect::<Vec<_>>(), cells, "{file}");
        assert!(form.review.cells.values().all(|cell| cell.state == "blank"), "{file}");
        assert_eq!(codes(&form, "error"), [""; 0], "{file}");
    }
}
