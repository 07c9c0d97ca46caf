//! What must hold of every picture, over generated reports: consistent ones and ones with slips and blanks.

use super::count::Requests;
use super::graph::{Graph, Subject};
use super::measure::TextBox;
use super::scene::{Mark, Scene, Shape, Tone};
use super::specimen::{Specimen, outcome_rows};
use super::{balance_of_column, scenes};
use crate::language::Language;
use crate::number::Decimal;
use crate::report::State;
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::sorted::Listed;
use proptest::prelude::*;

fn count() -> impl Strategy<Value = i64> {
    prop_oneof![6 => Just(0), 3 => 1..10i64, 2 => 10..400i64, 1 => 400..1_000_000i64]
}

fn counts() -> impl Strategy<Value = [i64; 6]> {
    proptest::array::uniform6(count())
}

fn consistent() -> impl Strategy<Value = Specimen> {
    let rows = outcome_rows();
    (proptest::collection::vec(counts(), rows.len()), counts(), 0..=4i64).prop_map(
        move |(outcomes, carried_out, part)| {
            let mut carried_in = carried_out;
            for (index, carried) in carried_in.iter_mut().enumerate() {
                let dealt_with: i64 = outcomes.iter().map(|counts| counts[index]).sum();
                *carried = (*carried + dealt_with) * part / 4;
            }
            let rows: Vec<_> = rows.iter().copied().zip(outcomes).listed();
            Specimen::consistent(&rows, carried_in, carried_out)
        },
    )
}

fn slip() -> impl Strategy<Value = (RequestRow, Applicant, State)> {
    let rows = RequestRow::printed(crate::report::form::Edition::Y2021);
    let state = prop_oneof![
        3 => count().prop_map(|count| State::Number(Decimal::whole(count))),
        2 => Just(State::Blank),
        1 => Just(State::Dash),
        1 => Just(State::Unreadable),
        1 => Just(State::Number(Decimal::whole(-3))),
        1 => Just(State::Number(Decimal::whole(i64::MAX))),
        1 => Just(State::Number(Decimal::new(25, 1).unwrap())),
    ];
    (proptest::sample::select(rows), proptest::sample::select(&Applicant::PRINTED[..]), state)
}

fn any_report() -> impl Strategy<Value = Specimen> {
    (consistent(), proptest::collection::vec(slip(), 0..12)).prop_map(|(specimen, slips)| {
        slips.into_iter().fold(specimen, |specimen, (row, column, state)| specimen.state(row, column, state))
    })
}

/// Every point of a mark, labels by their estimated boxes.
fn corners(mark: &Mark) -> Vec<(f64, f64)> {
    match &mark.shape {
        Shape::Rectangle { x, y, width, height } => vec![(*x, *y), (x + width, y + height)],
        Shape::Line { x1, y1, x2, y2 } => vec![(*x1, *y1), (*x2, *y2)],
        Shape::Dot { x, y, radius } => vec![(x - radius, y - radius), (x + radius, y + radius)],
        Shape::Area { path } => path
            .split_inclusive(|character: char| character.is_ascii_alphabetic())
            .scan(' ', |command, piece| {
                let numbers = piece.split([',', ' ']).filter_map(|number| {
                    number.trim_end_matches(|last: char| last.is_ascii_alphabetic()).parse::<f64>().ok()
                });
                let numbers: Vec<f64> = numbers.listed();
                let points = match (*command, numbers.as_slice()) {
                    (' ' | 'Z', []) => Vec::new(),
                    ('A', [radius, _, _, _, _, x, y]) => vec![(*x, y - radius), (*x, y + radius)],
                    ('M' | 'L' | 'C', pairs) if pairs.len() % 2 == 0 => {
                        pairs.chunks(2).map(|pair| (pair[0], pair[1])).listed()
                    }
                    other => panic!("{other:?} in {path}"),
                };
                *command = piece.chars().next_back().unwrap_or(' ');
                Some(points)
            })
            .flatten()
            .listed(),
        Shape::Label { .. } => {
            TextBox::of(mark).map(|words| vec![(words.left, words.top), (words.right, words.bottom)]).unwrap()
        }
    }
}

fn check(scene: &Scene) {
    for mark in &scene.marks {
        for (x, y) in corners(mark) {
            let inside = (-0.2..=scene.width + 0.2).contains(&x) && (-0.2..=scene.height + 0.2).contains(&y);
            assert!(inside, "{}: outside {}×{}: {mark:?}", scene.name, scene.width, scene.height);
        }
        assert!(mark.cells.iter().all(|name| Cell::from_name(name).is_some()), "{mark:?}");
        let is_told_of = |other: &Mark| other.title.is_some() && other.cells == mark.cells;
        let is_silent = !mark.cells.is_empty() && !scene.marks.iter().any(is_told_of);
        assert!(!is_silent, "nothing is told of {mark:?}");
    }
    let labels: Vec<(TextBox, &Mark)> =
        scene.marks.iter().filter_map(|mark| TextBox::of(mark).map(|words| (words, mark))).listed();
    for (index, (words, mark)) in labels.iter().enumerate() {
        for (others, other) in &labels[index + 1..] {
            assert!(!words.overlaps(others), "{}: {mark:?} overlaps {other:?}", scene.name);
        }
        for other in scene.marks.iter().filter(|other| other.tone == Tone::Gap) {
            if let Shape::Rectangle { x, y, width, height } = other.shape {
                let hatched = TextBox { left: x, top: y, right: x + width, bottom: y + height };
                assert!(!words.overlaps(&hatched), "{}: {mark:?} over {other:?}", scene.name);
            }
        }
    }
    assert!(!scene.title.is_empty() && !scene.sentence.is_empty());
    for row in &scene.table.rows {
        assert_eq!(row.len(), scene.table.columns.len(), "{}: {row:?}", scene.name);
    }
    let printed: String = scene.table.rows.concat().join("\n");
    for mark in &scene.marks {
        if let Shape::Label { figure, .. } = &mark.shape {
            assert!(
                printed.contains(figure.as_str()),
                "{}: {figure} is drawn but not in the table",
                scene.name
            );
        }
    }
}

/// Every word of a picture.
fn words(scene: &Scene) -> Vec<&str> {
    let mut words = vec![scene.title.as_str(), &scene.sentence, &scene.table.caption];
    words.extend(scene.table.columns.iter().chain(scene.table.rows.iter().flatten()).map(String::as_str));
    for mark in &scene.marks {
        words.extend(mark.title.as_deref());
        if let Shape::Label { text, .. } = &mark.shape {
            words.push(text);
        }
    }
    words
}

fn check_language(scene: &Scene, language: Language) {
    let is_foreign = |character: char| match language {
        Language::Zh => character.is_ascii_alphabetic(),
        Language::En => !character.is_ascii() && character != '→',
    };
    for words in words(scene) {
        assert!(!words.contains(is_foreign), "{} in {}: {words}", scene.name, language.code());
    }
}

fn check_all(specimen: Specimen) {
    let review = specimen.review();
    for language in [Language::Zh, Language::En] {
        let mut pictures = scenes(&review, language);
        pictures.extend(
            Applicant::PRINTED.into_iter().filter_map(|column| balance_of_column(&review, column, language)),
        );
        for picture in &pictures {
            check(picture);
            check_language(picture, language);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn every_picture_of_any_report_is_sound(specimen in any_report()) {
        check_all(specimen);
    }

    #[test]
    fn what_comes_in_goes_out_in_a_consistent_report(specimen in consistent()) {
        let review = specimen.review();
        let report = review.report.as_ref().unwrap();
        let graph = Graph::of(&Requests::of(report).unwrap());
        for (index, node) in graph.nodes.iter().enumerate() {
            prop_assert_eq!(node.gap(), 0, "{:?}", node);
            let brought: i64 = graph.bands.iter().filter(|band| band.to == index).map(|band| band.amount.count).sum();
            let taken: i64 = graph.bands.iter().filter(|band| band.from == index).map(|band| band.amount.count).sum();
            if node.subject.stage() > 0 {
                prop_assert_eq!(brought, node.count(), "{:?}", node);
            }
            let passes_on = match node.subject {
                Subject::Source(_) | Subject::Kind(_) => true,
                Subject::Group(group) => graph.nodes.iter().any(|other| {
                    matches!(other.subject, Subject::Ground(of, _) if of == group)
                }),
                _ => false,
            };
            if passes_on {
                prop_assert_eq!(taken, node.count(), "{:?}", node);
            }
        }
        for scene in scenes(&review, Language::Zh) {
            prop_assert!(!scene.marks.iter().any(|mark| matches!(mark.tone, Tone::Gap | Tone::Wrong)), "{}", scene.name);
        }
    }

    #[test]
    fn a_changed_outcome_opens_a_gap_of_its_size_on_both_sides(
        specimen in consistent(),
        row in proptest::sample::select(outcome_rows()),
        kind in proptest::sample::select(&Applicant::KINDS[..]),
        count in count(),
    ) {
        let before = specimen.clone().review();
        let report = before.report.as_ref().unwrap();
        let change = count - Requests::of(report).unwrap().cell(row, kind).count;
        let after = specimen.number(row, kind, count).review();
        let graph = Graph::of(&Requests::of(after.report.as_ref().unwrap()).unwrap());
        for node in &graph.nodes {
            let expected = match node.subject {
                Subject::Kind(of) if of == kind => -change,
                Subject::Group(group) if group.rows(crate::report::form::Edition::Y2021).contains(&row) => change,
                _ => 0,
            };
            prop_assert_eq!(node.gap(), expected, "{:?}", node);
        }
    }
}

#[test]
fn every_specimen_is_sound() {
    use super::specimen::{broken, giant, mixed, one_kind, single};
    let blank = mixed().without_noughts_and_totals();
    for specimen in
        [mixed(), broken(), giant(), one_kind(), single(), blank, Specimen::zero(), Specimen::without_table()]
    {
        check_all(specimen);
    }
}
