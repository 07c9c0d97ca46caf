//! Properties that hold for every report: consistent ones, consistent ones with one slip, and any figures at all.

use crate::model::{Model, number_figure};
use gouji::number::Decimal;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, RequestRow, Track};
use gouji::report::{Certainty, EditionFound, Figure, Report, State};
use gouji::rules::{Facts, Finding, Outcome, Severity, Status, evaluate, identities};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;

#[test]
fn the_form_has_42_identities_in_2021_and_40_in_2019() {
    for (edition, wanted) in [(Edition::Y2021, [7, 7, 25, 3]), (Edition::Y2019, [7, 7, 23, 3])] {
        let (report, _) = Model::of(edition).build();
        let all = identities(&report);
        let count = |code| all.iter().filter(|identity| identity.code == code).count();
        assert_eq!(["R01", "R02", "R03", "D01"].map(count), wanted);
        assert_eq!(all.len(), wanted.iter().sum::<usize>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_consistent_report_has_no_error_and_no_warning(model in consistent()) {
        let outcomes = model.outcomes();
        prop_assert!(grave(&outcomes).is_empty(), "{:?}", grave(&outcomes));
        let sums = outcomes.iter().filter(|outcome| is_identity(outcome.code));
        prop_assert!(sums.clone().count() >= 40);
        prop_assert!(sums.clone().all(|outcome| outcome.status == Status::Passed));
    }

    #[test]
    fn one_slip_in_table_3_is_found_and_named_first(model in consistent(), at: Index, slip in 1..5000_i64) {
        let cell = at.get(&cells(&model, |cell| matches!(cell, Cell::Request(..)))).to_owned();
        let (spoiled, right, change) = spoil(&model, cell, slip);
        let findings = findings(&spoiled, &["R01", "R02", "R03"]);
        prop_assert!(findings.len() == 2 || findings.len() == 3, "{} identities", findings.len());
        for finding in &findings {
            let difference = finding.difference.unwrap_or_default();
            prop_assert!([change, -change].contains(&difference.to_whole().unwrap_or_default()));
            let first = finding.suspects.first();
            prop_assert_eq!(first.map(|suspect| (suspect.cell, suspect.to)), Some((cell, right)));
            prop_assert_eq!(finding.suspects.len(), 1);
        }
    }

    #[test]
    fn one_slip_in_table_4_fails_its_track_and_is_among_the_ties(model in consistent(), at: Index, slip in 1..90_i64) {
        let cell = at.get(&cells(&model, |cell| matches!(cell, Cell::Dispute(..)))).to_owned();
        let (spoiled, right, change) = spoil(&model, cell, slip);
        let findings = findings(&spoiled, &["D01"]);
        let [finding] = findings.as_slice() else { panic!("{} tracks fail", findings.len()) };
        let difference = finding.difference.and_then(Decimal::to_whole).unwrap_or_default();
        prop_assert!([change, -change].contains(&difference));
        prop_assert!(finding.suspects.iter().any(|suspect| (suspect.cell, suspect.to) == (cell, right)));
    }

    #[test]
    fn a_blank_for_a_nought_is_never_an_error(model in consistent(), which in any::<u64>()) {
        let mut blanked = model;
        let noughts = cells(&blanked, |cell| !matches!(cell, Cell::Proactive(..)));
        for (index, cell) in noughts.into_iter().enumerate() {
            if let Some(figure) = blanked.figures.get_mut(&cell)
                && figure.number().is_some_and(Decimal::is_zero)
                && which.rotate_left(index as u32 % 64) & 1 == 1
            {
                *figure = Figure { raw: String::new(), state: State::Blank, ..figure.clone() };
            }
        }
        let outcomes = blanked.outcomes();
        let errors: Vec<_> = grave(&outcomes).into_iter().filter(|id| !id.starts_with("C01")).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
    }

    #[test]
    fn a_blank_total_is_worked_out_and_nothing_else_is_wrong(model in consistent(), at: Index) {
        let cell = at.get(&cells(&model, is_total)).to_owned();
        let (mut blanked, right) = (model.clone(), model.figures[&cell].number().unwrap_or_default());
        blanked.figures.insert(cell, Figure { raw: String::new(), state: State::Blank, ..number_figure(0) });
        let outcomes = blanked.outcomes();
        let code = if matches!(cell, Cell::Request(..)) { "R08" } else { "D03" };
        let told: Vec<&Finding> = outcomes.iter().filter_map(failed).filter(|finding| finding.code == code).collect();
        prop_assert_eq!(told.len(), 1);
        prop_assert_eq!(told[0].expected, Some(right));
        let wanted = if right.is_zero() { Severity::Info } else { Severity::Warning };
        prop_assert_eq!(told[0].severity, wanted);
        prop_assert!(grave(&outcomes).iter().all(|id| id.starts_with(code)));
    }

    #[test]
    fn the_order_of_tables_does_not_matter(model in consistent(), at: Index, slip in 1..50_i64) {
        let cell = at.get(&cells(&model, |cell| matches!(cell, Cell::Request(..)))).to_owned();
        let (spoiled, ..) = spoil(&model, cell, slip);
        let mut turned = spoiled.clone();
        turned.tables.reverse();
        let plain = |model: &Model| -> Vec<Outcome> {
            let mut outcomes = model.outcomes();
            for outcome in &mut outcomes {
                if let Status::Failed(finding) = &mut outcome.status {
                    finding.place = None;
                }
            }
            outcomes
        };
        prop_assert_eq!(plain(&spoiled), plain(&turned));
    }

    #[test]
    fn no_figures_whatever_make_a_rule_panic(report in anything()) {
        let document = gouji::document::Document::default();
        let outcomes = evaluate(&Facts::new(&report, &document, None));
        prop_assert!(outcomes.iter().filter_map(failed).all(|finding| !finding.message.zh.is_empty()));
    }
}

fn is_identity(code: &str) -> bool {
    matches!(code, "R01" | "R02" | "R03" | "D01")
}

fn failed(outcome: &Outcome) -> Option<&Finding> {
    match &outcome.status {
        Status::Failed(finding) => Some(finding),
        _ => None,
    }
}

fn grave(outcomes: &[Outcome]) -> Vec<String> {
    let grave = outcomes.iter().filter_map(failed).filter(|finding| finding.severity > Severity::Info);
    grave.map(|finding| format!("{} {}", finding.id(), finding.message.zh)).collect()
}

fn findings(model: &Model, codes: &[&str]) -> Vec<Finding> {
    let outcomes = model.outcomes();
    outcomes.iter().filter_map(failed).filter(|finding| codes.contains(&finding.code)).cloned().collect()
}

fn cells(model: &Model, wanted: impl Fn(Cell) -> bool) -> Vec<Cell> {
    model.figures.keys().copied().filter(|cell| wanted(*cell)).collect()
}

fn is_total(cell: Cell) -> bool {
    matches!(
        cell,
        Cell::Request(_, Applicant::Total)
            | Cell::Request(RequestRow::OutcomeTotal, _)
            | Cell::Dispute(_, DisputeOutcome::Total)
    )
}

/// The report with `slip` taken from or added to the cell, its right value, and the change that was made.
fn spoil(model: &Model, cell: Cell, slip: i64) -> (Model, Decimal, i64) {
    let right = model.figures[&cell].number().and_then(Decimal::to_whole).unwrap_or_default();
    let change = if slip % 2 == 0 && slip <= right { -slip } else { slip };
    let mut spoiled = model.clone();
    spoiled.figures.insert(cell, number_figure(right + change));
    (spoiled, right.into(), change)
}

/// Consistent reports of both editions, built from their parts: outcomes and requests carried out by kind of
/// applicant, what came in as what went out, split in two.
fn consistent() -> impl Strategy<Value = Model> {
    let amount = prop_oneof![4 => Just(0), 3 => 0..6_i64, 2 => 0..400_i64, 1 => 0..100_000_i64];
    let amounts = |count| proptest::collection::vec(amount.clone(), count);
    (select(Edition::ALL.to_vec()), amounts(22 * 6), amounts(6), amounts(12)).prop_map(
        |(edition, parts, carried_in, results)| {
            let mut model = Model::of(edition);
            let mut parts = parts.into_iter();
            for row in RequestRow::outcomes(edition).chain([RequestRow::CarriedOut]) {
                for column in Applicant::KINDS {
                    set(&mut model, Cell::Request(row, column), parts.next().unwrap_or_default());
                }
            }
            for (column, wanted) in Applicant::KINDS.into_iter().zip(carried_in) {
                let outcomes =
                    RequestRow::outcomes(edition).map(|row| get(&model, Cell::Request(row, column)));
                let answered: i64 = outcomes.sum();
                let in_hand = answered + get(&model, Cell::Request(RequestRow::CarriedOut, column));
                let carried_in = wanted.min(in_hand);
                set(&mut model, Cell::Request(RequestRow::OutcomeTotal, column), answered);
                set(&mut model, Cell::Request(RequestRow::CarriedIn, column), carried_in);
                set(&mut model, Cell::Request(RequestRow::NewReceived, column), in_hand - carried_in);
            }
            for row in RequestRow::printed(edition) {
                let sum =
                    Applicant::KINDS.into_iter().map(|column| get(&model, Cell::Request(row, column))).sum();
                set(&mut model, Cell::Request(row, Applicant::Total), sum);
            }
            let mut results = results.into_iter();
            for track in Track::ALL {
                let mut sum = 0;
                for part in DisputeOutcome::PARTS {
                    let result = results.next().unwrap_or_default();
                    set(&mut model, Cell::Dispute(track, part), result);
                    sum += result;
                }
                set(&mut model, Cell::Dispute(track, DisputeOutcome::Total), sum);
            }
            model
        },
    )
}

fn set(model: &mut Model, cell: Cell, value: i64) {
    model.figures.insert(cell, number_figure(value));
}

fn get(model: &Model, cell: Cell) -> i64 {
    model.figures.get(&cell).and_then(Figure::number).and_then(Decimal::to_whole).unwrap_or_default()
}

/// Any figures in any cells, the form's and the added ones, with any edition and year.
fn anything() -> impl Strategy<Value = Report> {
    let mut all: Vec<Cell> = Vec::new();
    for edition in Edition::ALL {
        all.extend(Cell::of_table_2(edition));
    }
    for row in RequestRow::ALL {
        all.extend(Applicant::ALL.map(|column| Cell::Request(row, column)));
    }
    all.extend(Cell::of_table_4());
    let editions = prop_oneof![
        Just(None),
        Just(Some(EditionFound::Plain(Edition::Y2019))),
        Just(Some(EditionFound::Plain(Edition::Y2021))),
        Just(Some(EditionFound::Hybrid)),
        Just(Some(EditionFound::Unknown)),
    ];
    let figures: BTreeMap<Cell, _> = all.into_iter().map(|cell| (cell, ())).collect();
    let cells: Vec<Cell> = figures.into_keys().collect();
    let count = cells.len();
    (proptest::collection::vec(proptest::option::weighted(0.9, any_figure()), count), editions).prop_map(
        move |(figures, edition)| {
            let mut report = Report::default();
            report.editions.requests = edition;
            report.editions.proactive = edition;
            for (cell, figure) in cells.iter().zip(figures) {
                report.figures.extend(figure.map(|figure| (*cell, figure)));
            }
            report
        },
    )
}

fn any_figure() -> impl Strategy<Value = Figure> {
    let number = prop_oneof![
        3 => (0..50_i64).prop_map(Decimal::whole),
        1 => (any::<i64>(), 0..=9_u8).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).unwrap_or_default()),
        1 => Just(Decimal::whole(i64::MAX)),
        1 => Just(Decimal::whole(i64::MIN)),
    ];
    let state = prop_oneof![
        5 => number.prop_map(State::Number),
        2 => Just(State::Blank),
        1 => Just(State::Dash),
        1 => Just(State::Unreadable),
    ];
    (state, select(vec![Certainty::Label, Certainty::Position, Certainty::Guess]))
        .prop_map(|(state, certainty)| Figure { state, certainty, ..number_figure(0) })
}
