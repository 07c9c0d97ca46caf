//! What must hold whatever the report: the properties of the whole engine, over generated reports.

mod corpus;

use corpus::chance::Chance;
use corpus::damage::damage;
use corpus::defect::slip;
use corpus::figures::count;
use corpus::identities;
use corpus::layout::Layout;
use corpus::page::{self, Piece, Shape};
use corpus::printed::Printed;
use corpus::strategy;
use corpus::truth::{Truth, Wish};
use corpus::wording::Wording;
use gouji::number::Decimal;
use gouji::read::Source;
use gouji::report::form::{Applicant, Cell, RequestRow, Section};
use gouji::review::{self, Change, Review};
use gouji::rules::{Finding, Responsibility, Severity};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeSet;

/// The same cases in every run; `GOUJI_CORPUS` asks for more of them.
fn cases() -> ProptestConfig {
    ProptestConfig {
        cases: setting("GOUJI_CORPUS").unwrap_or(60),
        rng_seed: RngSeed::Fixed(20_260_101),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn consistent_reports_have_no_error_and_no_warning(
        seed in strategy::seed(),
        wish in strategy::any_wish(),
        layout in strategy::layout(),
    ) {
        let wish = match layout.wish() {
            unlimited if unlimited == Wish::default() => wish,
            limited => Wish { edition: wish.edition, size: wish.size, ..limited },
        };
        let truth = Truth::draw(seed, wish);
        let rendered = layout.render(&truth);
        let review = review(&rendered.name, &rendered.bytes);
        prop_assert!(review.report.is_some(), "seed {seed}, {layout:?}: nothing recognised");
        if layout.loses_blanks() {
            // What cannot be known may be undecided, but nobody is accused of it.
            let accused: Vec<String> = review
                .findings()
                .filter(|finding| matches!(finding.code.as_bytes()[0], b'R' | b'D' | b'P' | b'C'))
                .filter(|finding| finding.severity > Severity::Info && finding.responsibility == Responsibility::Author)
                .map(|finding| format!("{} {}", id(finding), finding.message.zh))
                .collect();
            prop_assert!(accused.is_empty(), "seed {seed}, {layout:?}, {wish:?}:\n{}", accused.join("\n"));
            return Ok(());
        }
        // Blanked totals are told, and so are traditional characters.
        let lawful = |finding: &Finding| {
            matches!(finding.code, "R08" | "D03") || (finding.code == "E05" && layout == Layout::HtmlTraditional)
        };
        let found: Vec<String> = review
            .findings()
            .filter(|finding| finding.severity > Severity::Info && !lawful(finding))
            .map(|finding| format!("{} {}", id(finding), finding.message.zh))
            .collect();
        prop_assert!(found.is_empty(), "seed {seed}, {layout:?}, {wish:?}:\n{}", found.join("\n"));
    }

    #[test]
    fn one_changed_cell_of_table_3_breaks_its_identities_and_no_other(
        seed in strategy::seed(),
        wish in strategy::plain(),
        layout in strategy::sturdy_layout(),
    ) {
        let mut truth = Truth::draw(seed, wish);
        let mut chance = Chance::for_purpose(seed, "change");
        let cell = chance.pick(&Cell::of_table_3(truth.edition));
        let value = count(&truth.values, cell);
        let wrong = slip(&mut chance, value).unwrap_or(value + 1);
        truth.printed.insert(cell, Printed::plain(wrong.into()));
        let review = review_in(&truth, layout);
        let expected = identities::failing(truth.edition, &truth.printed);
        prop_assert_eq!(broken(&review), expected, "seed {}, {:?}, {}", seed, layout, cell);
        let difference = Decimal::whole(wrong - value);
        let opposite = Decimal::whole(value - wrong);
        for finding in review.findings().filter(|finding| is_identity(finding)) {
            let said = finding.difference;
            prop_assert!(said == Some(difference) || said == Some(opposite), "{}: {said:?}", id(finding));
            prop_assert!(
                finding.cells.iter().any(|(named, _)| *named == cell),
                "{} does not name {cell}", id(finding)
            );
        }
        // One wrong cell of table 3 is always located, and its true value known.
        let suspects: Vec<_> = review.diagnoses.iter().map(|diagnosis| first_change(&diagnosis.changes)).collect();
        prop_assert_eq!(suspects, vec![Some((cell, Decimal::whole(value)))], "seed {}, {:?}", seed, layout);
    }

    #[test]
    fn one_changed_cell_of_table_4_breaks_its_track_alone(
        seed in strategy::seed(),
        wish in strategy::plain(),
        layout in strategy::sturdy_layout(),
    ) {
        let mut truth = Truth::draw(seed, wish);
        let mut chance = Chance::for_purpose(seed, "change");
        let cell = chance.pick(&Cell::of_table_4());
        let value = count(&truth.values, cell);
        let wrong = slip(&mut chance, value).unwrap_or(value + 1);
        truth.printed.insert(cell, Printed::plain(wrong.into()));
        let review = review_in(&truth, layout);
        let expected = identities::failing(truth.edition, &truth.printed);
        prop_assert_eq!(expected.len(), 1);
        prop_assert_eq!(broken(&review), expected, "seed {}, {:?}, {}", seed, layout, cell);
        // Which cell of the track is wrong nothing tells: the true one is among the likely ones.
        let [diagnosis] = review.diagnoses.as_slice() else {
            return Err(TestCaseError::fail(format!("{} diagnoses", review.diagnoses.len())));
        };
        let alternatives = diagnosis.alternatives.iter().map(|alternative| first_change(&alternative.changes));
        let named: Vec<_> = std::iter::once(first_change(&diagnosis.changes)).chain(alternatives).collect();
        prop_assert!(
            named.contains(&Some((cell, Decimal::whole(value)))),
            "seed {seed}, {layout:?}: {cell} is not among {named:?}"
        );
    }

    #[test]
    fn findings_about_figures_do_not_depend_on_the_order_of_tables(
        seed in strategy::seed(),
        wish in strategy::plain(),
        layout in strategy::sturdy_layout(),
        turn in 1usize..3,
    ) {
        let mut truth = Truth::draw(seed, wish);
        let received = Cell::Request(RequestRow::NewReceived, Applicant::Total);
        let value = count(&truth.values, received);
        truth.printed.insert(received, Printed::plain((value + 7).into()));
        let page = page::compose(&truth, &Wording::exact(), &Shape::default());
        let mut turned = page.clone();
        let at = |section| page.pieces.iter().position(|piece| matches!(piece, Piece::Section(found, _) if *found == section));
        let (start, end) = (at(Section::Proactive), at(Section::Problems));
        let (Some(start), Some(end)) = (start, end) else { unreachable!("every page has its six sections") };
        // Sections 二, 三 and 四 are two or three pieces each: turn by whole sections.
        let middle = [Section::Requests, Section::Disputes][turn - 1];
        let Some(middle) = at(middle) else { unreachable!("every page has its six sections") };
        turned.pieces[start..end].rotate_left(middle - start);
        let figures = |page| {
            let rendered = layout.render_page(&truth, page, &mut Chance::new(seed));
            let review = review(&rendered.name, &rendered.bytes);
            review
                .findings()
                .filter(|finding| matches!(finding.code.as_bytes()[0], b'R' | b'D' | b'P' | b'C'))
                .map(|finding| (id(finding), finding.expected, finding.actual))
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(figures(page), figures(turned), "seed {}, {:?}", seed, layout);
    }

    #[test]
    fn the_same_bytes_give_the_same_review(seed in strategy::seed(), layout in strategy::layout()) {
        let (_, rendered) = corpus::case(seed, layout);
        prop_assert_eq!(review(&rendered.name, &rendered.bytes), review(&rendered.name, &rendered.bytes));
    }

    #[test]
    fn no_damage_makes_a_reader_panic(seed in strategy::seed(), layout in strategy::layout()) {
        let (_, rendered) = corpus::case(seed, layout);
        let bytes = damage(&rendered.bytes, seed);
        let _ = review(&rendered.name, &bytes);
        let _ = review("", &bytes);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = review("", &bytes);
        let _ = review("a.html", &bytes);
    }
}

fn review(name: &str, bytes: &[u8]) -> Review {
    review::review(Source { name, bytes })
}

/// The review of a report in the form's own wording.
fn review_in(truth: &Truth, layout: Layout) -> Review {
    let page = page::compose(truth, &Wording::exact(), &Shape::default());
    let rendered = layout.render_page(truth, page, &mut Chance::new(truth.seed));
    review(&rendered.name, &rendered.bytes)
}

fn broken(review: &Review) -> BTreeSet<String> {
    review.findings().filter(|finding| is_identity(finding)).map(id).collect()
}

/// The cell and its new value, where the change is of one cell alone.
fn first_change(changes: &[Change]) -> Option<(Cell, Decimal)> {
    match changes {
        [change] => Some((change.cell, change.to)),
        _ => None,
    }
}

fn is_identity(finding: &Finding) -> bool {
    matches!(finding.code, "R01" | "R02" | "R03" | "D01")
}

fn id(finding: &Finding) -> String {
    match &finding.at {
        Some(at) => format!("{}@{at}", finding.code),
        None => finding.code.to_owned(),
    }
}

#[expect(clippy::disallowed_methods, reason = "the length of a run is the caller's to say")]
fn setting(name: &str) -> Option<u32> {
    std::env::var(name).ok()?.parse().ok()
}
