//! What actions do, told without a browser.

use super::*;
use crate::export::json::{
    ChecksDto, DiagnosisDto, EditionsDto, FindingDto, IdentitiesDto, ReportDto, ReviewDto, SourceDto,
};
use crate::export::page::{CellMark, Grid, Square, SquareKind, Statute};
use crate::sorted::SortedMap;

const PERSON: &str = "requests.new_received.natural_person";
const TOTAL: &str = "requests.new_received.total";
const UPHELD: &str = "disputes.suit_direct.upheld";

fn finding(id: &str, severity: &str, cells: &[&str]) -> FindingDto {
    FindingDto {
        id: id.to_owned(),
        code: id[..3].to_owned(),
        name: String::new(),
        severity: severity.to_owned(),
        message: String::new(),
        hint: String::new(),
        basis: String::new(),
        equation: None,
        expected: None,
        actual: None,
        difference: None,
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        roles: SortedMap::new(),
        suspects: Vec::new(),
        fingerprint: String::new(),
        responsibility: "author".to_owned(),
        place: None,
        files: Vec::new(),
    }
}

fn report() -> ReportDto {
    ReportDto {
        title: Some("青岭市人民政府2024年政府信息公开工作年度报告".to_owned()),
        issuer: None,
        year: Some(2024),
        editions: EditionsDto { proactive: None, requests: Some("2021".to_owned()) },
        published_on: None,
        period: None,
        sections: Vec::new(),
        proactive: SortedMap::new(),
        requests: SortedMap::new(),
        disputes: SortedMap::new(),
    }
}

/// An answer with these findings; without a report where there are none to be had.
fn answer(report: Option<ReportDto>, findings: Vec<FindingDto>) -> Shared<Envelope> {
    let marks = [PERSON, TOTAL, UPHELD].map(|cell| (cell.to_owned(), CellMark::default()));
    let sheets = if report.is_some() { vec![Grid::default()] } else { Vec::new() };
    Shared::new(Envelope {
        gouji: "0.1.0".to_owned(),
        ruleset: "1".to_owned(),
        review: ReviewDto {
            settings: None,
            source: SourceDto {
                name: String::new(),
                format: None,
                bytes: 3,
                sha256: String::new(),
                encoding: None,
            },
            verdict: "failed".to_owned(),
            report,
            cells: SortedMap::new(),
            amended: SortedMap::new(),
            claims: Vec::new(),
            checks: ChecksDto {
                identities: IdentitiesDto { passed: 40, failed: 2, ..IdentitiesDto::default() },
                ..ChecksDto::default()
            },
            findings,
            diagnoses: Vec::new(),
        },
        document: Vec::new(),
        sheets,
        marks: SortedMap::from(marks),
        scenes: Vec::new(),
        sketches: SortedMap::new(),
    })
}

fn given(id: SourceId) -> Incoming {
    Incoming { id, name: format!("{id}.html"), pasted: None }
}

/// The state after several actions, with the effects of the last.
fn after(state: State, actions: Vec<Action>) -> (State, Vec<Effect>) {
    actions.into_iter().fold((state, Vec::new()), |(state, _), action| state.reduce(action))
}

/// A ready page that shows one report with three findings.
fn shown() -> State {
    let findings = vec![
        finding("R02@total", "error", &[TOTAL]),
        finding("R03@new_received", "error", &[PERSON, TOTAL]),
        finding("D01@suit_direct", "warning", &[UPHELD]),
    ];
    let answered = Action::Answered(0, Language::Zh, Ok(answer(Some(report()), findings)));
    let actions = vec![Action::EngineReady(true), Action::Opened(vec![given(0)]), answered];
    after(State::new(Language::Zh), actions).0
}

#[test]
fn a_source_that_comes_before_the_engine_waits_for_it() {
    let (state, effects) = State::new(Language::Zh).reduce(Action::Opened(vec![given(7)]));
    assert_eq!(effects, []);
    let (state, effects) = state.reduce(Action::EngineReady(true));
    assert_eq!(effects, [Effect::Ask(7, Language::Zh)]);
    assert_eq!(state.working().map(|entry| entry.id), Some(7));
}

#[test]
fn sources_are_asked_about_one_at_a_time() {
    let ready = State::new(Language::Zh).reduce(Action::EngineReady(true)).0;
    let (state, effects) = ready.reduce(Action::Opened(vec![given(0), given(1), given(2)]));
    assert_eq!(effects.len(), 1);
    let state = state.reduce(Action::Chosen(2)).0;
    let (_, effects) =
        state.reduce(Action::Answered(0, Language::Zh, Ok(answer(Some(report()), Vec::new()))));
    assert_eq!(effects, [Effect::Ask(2, Language::Zh)], "the one that is shown comes first");
}

#[test]
fn the_first_answer_takes_the_focus_to_the_verdict_and_is_said() {
    let ready =
        after(State::new(Language::Zh), vec![Action::EngineReady(true), Action::Opened(vec![given(0)])]).0;
    let findings = vec![finding("D01@suit_direct", "error", &[UPHELD])];
    let answered = Action::Answered(0, Language::Zh, Ok(answer(Some(report()), findings)));
    let (state, effects) = ready.reduce(answered);
    assert_eq!(effects, [Effect::Show(Place::Verdict)]);
    assert_eq!(state.announcement, "40 项勾稽成立，2 项不成立");
    assert_eq!(state.tab, Tab::Sheet(Statute::Disputes), "the tab is that of the gravest finding");
}

#[test]
fn another_language_asks_again_and_leaves_the_focus_alone() {
    let (state, effects) = shown().reduce(Action::Spoken(Language::En));
    let keep = Effect::Keep("language", "en");
    assert_eq!(effects, [Effect::Dress, keep, Effect::Ask(0, Language::En)]);
    assert!(state.envelope().is_some(), "the old answer stays until the new one comes");
    let answered = Action::Answered(0, Language::En, Ok(answer(Some(report()), Vec::new())));
    let (state, effects) = state.reduce(answered);
    assert_eq!((effects.as_slice(), state.announcement.as_str()), ([].as_slice(), ""));
}

#[test]
fn an_answer_in_a_language_no_longer_spoken_is_asked_for_anew() {
    let ready =
        after(State::new(Language::Zh), vec![Action::EngineReady(true), Action::Opened(vec![given(0)])]).0;
    let state = ready.reduce(Action::Spoken(Language::En)).0;
    let (_, effects) =
        state.reduce(Action::Answered(0, Language::Zh, Ok(answer(Some(report()), Vec::new()))));
    assert!(effects.contains(&Effect::Ask(0, Language::En)));
}

#[test]
fn cancelling_stops_the_engine_and_all_that_wait() {
    let actions =
        vec![Action::EngineReady(true), Action::Opened(vec![given(0), given(1)]), Action::Cancelled];
    let (state, effects) = after(State::new(Language::Zh), actions);
    assert_eq!(effects, [Effect::Stop]);
    assert!(state.entries.iter().all(|entry| entry.problem == Some(Problem::Cancelled)));
    let late = Action::Answered(0, Language::Zh, Ok(answer(Some(report()), Vec::new())));
    assert!(state.reduce(late).0.envelope().is_none(), "an answer that comes all the same is not taken");
}

#[test]
fn pasted_words_that_are_no_report_stay_and_are_never_overwritten() {
    let pasted = |id: SourceId, words: &str| {
        Action::Opened(vec![Incoming { id, name: String::new(), pasted: Some(words.to_owned()) }])
    };
    let unrecognised = |id: SourceId| Action::Answered(id, Language::Zh, Ok(answer(None, Vec::new())));
    let ready = State::new(Language::Zh).reduce(Action::EngineReady(true)).0;
    let state = after(ready, vec![pasted(0, "今天天气很好"), unrecognised(0)]).0;
    assert!(state.drafting);
    assert_eq!(state.draft, "今天天气很好");
    let edited =
        after(state, vec![Action::DraftEdited("写到一半".to_owned()), pasted(1, "又一段"), unrecognised(1)]);
    assert_eq!(edited.0.draft, "写到一半");
    let (_, effects) = edited.0.reduce(Action::DraftChecked);
    assert_eq!(effects, [Effect::OpenText("写到一半".to_owned())]);
}

#[test]
fn a_cell_leads_to_its_findings_one_after_the_other() {
    let (state, effects) = shown().reduce(Action::Selected(Target::Cell(TOTAL.to_owned())));
    assert!(effects.contains(&Effect::Reveal(Place::Finding(0))));
    let (state, effects) = state.reduce(Action::Selected(Target::Cell(TOTAL.to_owned())));
    assert!(effects.contains(&Effect::Reveal(Place::Finding(1))));
    assert_eq!(state.lit(), [PERSON, TOTAL]);
    let (state, effects) = state.reduce(Action::Selected(Target::Cell(PERSON.to_owned())));
    assert!(effects.contains(&Effect::Reveal(Place::Finding(1))), "the only one that speaks of it");
    assert_eq!(state.selected_finding(), Some(1));
}

#[test]
fn a_cell_without_findings_says_what_it_takes_part_in() {
    let findings = vec![finding("R02@total", "error", &[TOTAL])];
    let actions = vec![
        Action::EngineReady(true),
        Action::Opened(vec![given(0)]),
        Action::Answered(0, Language::Zh, Ok(answer(Some(report()), findings))),
        Action::Selected(Target::Cell(UPHELD.to_owned())),
    ];
    let (state, effects) = after(State::new(Language::Zh), actions);
    assert_eq!(effects, []);
    assert!(state.announcement.contains("不参与勾稽"));
    assert_eq!(state.lit(), [UPHELD]);
}

#[test]
fn a_finding_leads_to_its_cell_in_its_table() {
    let (state, effects) = shown().reduce(Action::Selected(Target::Finding(2)));
    assert_eq!(state.tab, Tab::Sheet(Statute::Disputes));
    assert_eq!(
        effects,
        [
            Effect::WriteRoute(Route::Finding("D01@suit_direct".to_owned())),
            Effect::Show(Place::Cell(UPHELD.to_owned()))
        ]
    );
}

#[test]
fn pointing_lights_for_the_moment_and_escape_puts_all_out() {
    let state = shown().reduce(Action::Selected(Target::Finding(2))).0;
    let state = state.reduce(Action::Pointed(Some(Target::Finding(0)))).0;
    assert_eq!(state.lit(), [TOTAL]);
    let state = state.reduce(Action::Pointed(None)).0;
    assert_eq!(state.lit(), [UPHELD]);
    assert_eq!(state.reduce(Action::Escaped).0.lit(), [""; 0]);
}

#[test]
fn the_next_finding_is_the_next_that_is_told() {
    let (state, effects) = shown().reduce(Action::Stepped(1));
    assert_eq!(state.selected_finding(), Some(0));
    assert!(effects.contains(&Effect::Show(Place::Finding(0))));
    let state = state.reduce(Action::Stepped(-1)).0;
    assert_eq!(state.selected_finding(), Some(2), "before the first comes the last");
    assert_eq!(state.reduce(Action::Stepped(1)).0.selected_finding(), Some(0));
}

#[test]
fn clearing_forgets_everything_but_the_settings() {
    let state = after(shown(), vec![Action::ElderSet(true), Action::DraftEdited("字".to_owned())]).0;
    let (state, effects) = state.reduce(Action::Cleared);
    assert!(state.entries.is_empty() && state.draft.is_empty() && state.selected.is_none());
    assert!(state.elder && matches!(state.engine, Engine::Ready { sealed: true }));
    assert!(effects.contains(&Effect::Forget));
}

#[test]
fn an_address_for_a_finding_waits_for_its_result() {
    let actions = vec![
        Action::Navigated(Route::Finding("R03@new_received".to_owned())),
        Action::EngineReady(true),
        Action::Opened(vec![given(0)]),
        Action::Answered(
            0,
            Language::Zh,
            Ok(answer(Some(report()), vec![finding("R03@new_received", "error", &[PERSON])])),
        ),
    ];
    let (state, effects) = after(State::new(Language::Zh), actions);
    assert_eq!(state.selected_finding(), Some(0));
    assert!(effects.contains(&Effect::Show(Place::Finding(0))));
}

#[test]
fn addresses_are_read_back() {
    let tabs = Tab::ALL.map(Route::Tab);
    let others = [
        Route::Check,
        Route::Rules(None),
        Route::Rules(Some("R01".to_owned())),
        Route::Finding("R01@natural_person".to_owned()),
    ];
    for route in tabs.into_iter().chain(others) {
        assert_eq!(Route::parse(&route.fragment()), Some(route));
    }
    assert_eq!(Route::parse("#main"), None);
}

#[test]
fn every_finding_is_told_once_diagnoses_first() {
    let mut review = answer(
        Some(report()),
        vec![
            finding("S08", "error", &[]),
            finding("R02@total", "error", &[TOTAL]),
            finding("R08@requests", "warning", &[]),
            finding("R03@granted", "error", &[]),
        ],
    )
    .review
    .clone();
    review.diagnoses = vec![DiagnosisDto {
        changes: Vec::new(),
        clears: vec!["R02@total".to_owned(), "R03@granted".to_owned()],
        why: String::new(),
        alternatives: Vec::new(),
    }];
    let story = story(&review);
    assert_eq!(story.order(), [1, 3, 0, 2]);
    let told: Vec<_> = story.groups.iter().map(|group| (group.weight, group.diagnosis)).collect();
    assert_eq!(told, [(Weight::Error, Some(0)), (Weight::Error, None), (Weight::Warning, None)]);
}

#[test]
fn arrow_keys_go_along_rows_and_columns_and_stop_at_the_edge() {
    let square = |cell: &str| Square {
        text: String::new(),
        kind: SquareKind::Figure,
        row_span: 1,
        column_span: 1,
        cell: Some(cell.to_owned()),
    };
    let head = Square { kind: SquareKind::ColumnHead, cell: None, ..square("") };
    let rows = vec![
        vec![head],
        vec![square("a"), square("b"), square("c")],
        vec![square("d")],
        vec![square("e"), square("f"), square("g")],
    ];
    let grid = Grid { rows, ..Grid::default() };
    let cases = [
        ("a", Step::Right, Some("b")),
        ("a", Step::Left, None),
        ("a", Step::Up, None),
        ("c", Step::Down, Some("d")),
        ("d", Step::Down, Some("e")),
        ("f", Step::Start, Some("e")),
        ("e", Step::End, Some("g")),
        ("g", Step::Down, None),
        ("x", Step::Down, None),
    ];
    for (from, step, to) in cases {
        assert_eq!(walk(&grid, from, step), to, "{from} {step:?}");
    }
}

/// A table of two rows of figures under heads, as the form has it.
fn table() -> Grid {
    let square = |text: &str, kind, cell: Option<&str>| Square {
        text: text.to_owned(),
        kind,
        row_span: 1,
        column_span: 1,
        cell: cell.map(str::to_owned),
    };
    let row = |label: &str, cells: [&str; 2]| {
        let mut row = vec![square(label, SquareKind::RowHead, None)];
        row.extend(cells.map(|cell| square("1", SquareKind::Figure, Some(cell))));
        row
    };
    Grid { rows: vec![row("a", ["a.1", "a.2"]), row("b", ["b.1", "b.2"])], found: 4, ..Grid::default() }
}

/// A page that shows a report with [`table`].
fn editable() -> State {
    let with_table = Envelope { sheets: vec![table()], ..(*answer(Some(report()), Vec::new())).clone() };
    let answered = Action::Answered(0, Language::Zh, Ok(Shared::new(with_table)));
    let actions = vec![Action::EngineReady(true), Action::Opened(vec![given(0)]), answered];
    after(State::new(Language::Zh), actions).0
}

fn started(cell: &str, text: Option<&str>) -> Action {
    Action::EditStarted(cell.to_owned(), text.map(str::to_owned))
}

fn lines(state: &State) -> String {
    state.entry().map(|entry| state.edits_of(entry)).unwrap_or_default()
}

#[test]
fn what_is_typed_is_judged_at_once_and_counts_when_the_focus_goes_on() {
    let (state, effects) = editable().reduce(started("a.1", Some("4")));
    assert_eq!(effects, [Effect::Ask(0, Language::Zh), Effect::Focus(Place::Field)]);
    let (state, effects) = state.reduce(Action::Edited("41".to_owned()));
    assert_eq!(effects, [], "one question at a time");
    let again = state.entry().and_then(|entry| entry.answer.clone()).map(|(_, envelope)| envelope);
    let (state, effects) = state.reduce(Action::Answered(0, Language::Zh, Ok(again.expect("an answer"))));
    assert_eq!(effects, [Effect::Ask(0, Language::Zh)], "what was typed meanwhile is asked about");
    assert_eq!(lines(&state), "a.1\t41\n");
    let (state, effects) = state.reduce(Action::EditEnded(true, Some(Step::Next)));
    assert_eq!(effects, [Effect::Focus(Place::Cell("a.2".to_owned()))]);
    let state = state.reduce(Action::Reverted(true)).0;
    assert_eq!(lines(&state), "");
    assert_eq!(lines(&state.reduce(Action::Reverted(false)).0), "a.1\t41\n");
}

#[test]
fn what_is_given_up_leaves_no_trace() {
    let state = editable().reduce(started("b.2", None)).0;
    assert_eq!(state.editing.as_ref().map(|editing| editing.text.as_str()), Some("1"));
    let state = state.reduce(Action::Edited("7".to_owned())).0;
    let (state, effects) = state.reduce(Action::EditEnded(false, None));
    assert!(effects.contains(&Effect::Focus(Place::Cell("b.2".to_owned()))));
    assert_eq!((lines(&state).as_str(), state.editing.clone()), ("", None));
    assert_eq!(state.reduce(Action::Reverted(true)).1, [], "nothing to take back");
}

#[test]
fn a_pasted_block_is_one_step_and_ends_with_the_table() {
    let rows = |rows: &[&[&str]]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect()
    };
    let cases: [(&str, Vec<Vec<String>>, &str); 3] = [
        ("a.1", rows(&[&["5", "6"], &["7", "8"], &["9"]]), "a.1\t5\na.2\t6\nb.1\t7\nb.2\t8\n"),
        ("a.2", rows(&[&["", "6"]]), "a.2\t6\n"),
        ("b.1", rows(&[&["3"]]), "b.1\t3\n"),
    ];
    for (cell, block, expected) in cases {
        let state = editable().reduce(Action::Pasted(cell.to_owned(), block)).0;
        assert_eq!(lines(&state), expected);
        assert_eq!(lines(&state.reduce(Action::Reverted(true)).0), "");
    }
}

#[test]
fn a_selected_finding_stays_selected_when_its_number_changes() {
    let state = shown().reduce(Action::Selected(Target::Finding(1))).0;
    let state = state.reduce(Action::Filled(vec![(TOTAL.to_owned(), "5".to_owned())])).0;
    let fewer = answer(Some(report()), vec![finding("R03@new_received", "error", &[PERSON, TOTAL])]);
    let (state, effects) = state.reduce(Action::Answered(0, Language::Zh, Ok(fewer)));
    assert_eq!((state.selected.clone(), effects), (Some(Target::Finding(0)), vec![]));
    let state = state.reduce(Action::Reverted(true)).0;
    let none = Action::Answered(0, Language::Zh, Ok(answer(Some(report()), Vec::new())));
    assert_eq!(state.reduce(none).0.selected, None);
}

#[test]
fn keys_do_in_a_cell_what_they_do_in_a_spreadsheet() {
    let cases = [
        ("ArrowUp", false, Some(Action::Walked("a.1".to_owned(), Step::Up))),
        ("5", false, Some(started("a.1", Some("5")))),
        ("F2", false, Some(started("a.1", None))),
        ("Delete", false, Some(Action::Filled(vec![("a.1".to_owned(), String::new())]))),
        (" ", false, None),
        ("n", false, None),
        ("Tab", false, None),
        ("Tab", true, Some(Action::EditEnded(true, Some(Step::Next)))),
        ("Escape", true, Some(Action::EditEnded(false, None))),
        ("ArrowLeft", true, None),
        ("5", true, None),
    ];
    for (key, typing, expected) in cases {
        assert_eq!(action_of_key(key, false, typing, "a.1".to_owned()), expected, "{key}");
    }
}
