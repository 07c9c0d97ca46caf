//! What the page says, sentence by sentence.

use super::*;
use crate::export::json::{DiagnosisDto, FindingDto, ReviewDto};
use crate::export::page::{CellMark, Standing, Suspicion, Tally};
use serde_json::json;

#[test]
fn the_static_first_screen_says_the_same() {
    let shell = include_str!("../../../index.html");
    let mut said = vec![LEAD, DROP_HERE, FORMATS, CHOOSE_FILES, TYPE_TEXT, CHECK, RULES, SKIP, TITLE];
    said.extend(SAMPLE_LIST.iter().flat_map(|sample| [sample.heading, sample.about]));
    said.extend(PROMISES.iter().flat_map(|(heading, sentence)| [*heading, *sentence]));
    for words in said {
        assert!(shell.contains(words.zh), "index.html lacks {:?}", words.zh);
    }
    let (before, mark, after) = headline(Language::Zh);
    assert!(shell.contains(&format!("{before}<b>{mark}</b>{after}")));
    for sample in SAMPLE_LIST {
        assert!(shell.contains(&format!("?sample={}", sample.name)));
    }
}

fn finding(code: &str, severity: &str) -> FindingDto {
    let value = json!({
        "id": code, "code": code, "name": "", "severity": severity, "message": "", "hint": "", "basis": "",
        "cells": [], "roles": {}, "suspects": [], "fingerprint": "", "responsibility": "author", "place": null
    });
    serde_json::from_value(value).expect("a finding")
}

fn review(verdict: &str, identities: [usize; 4], findings: Vec<FindingDto>) -> ReviewDto {
    let [passed, failed, undecided, not_applicable] = identities;
    let value = json!({
        "source": {"name": "", "format": null, "bytes": 0, "sha256": "", "encoding": null},
        "verdict": verdict,
        "report": {"title": null, "issuer": null, "year": null, "editions": {"proactive": null, "requests": null},
            "published_on": null, "period": null, "sections": [], "proactive": {}, "requests": {}, "disputes": {}},
        "cells": {}, "claims": [],
        "checks": {"passed": 58, "passed_blank_as_zero": 2, "failed": findings.len(), "undecided": undecided,
            "not_applicable": 3, "identities": {"passed": passed, "failed": failed, "undecided": undecided,
            "not_applicable": not_applicable}},
        "findings": [], "diagnoses": []
    });
    let review: ReviewDto = serde_json::from_value(value).expect("a review");
    ReviewDto { findings, ..review }
}

#[test]
fn the_verdict_is_a_sentence_and_good_only_where_all_is() {
    let identity = || finding("R01", "error");
    let cases = [
        (review("passed", [42, 0, 0, 0], vec![finding("C01", "info")]), "42 项勾稽全部成立", Tone::Good),
        (review("passed", [39, 0, 0, 1], vec![]), "39 项勾稽成立", Tone::Good),
        (
            review("failed", [40, 2, 0, 0], vec![identity(), identity(), finding("R08", "warning")]),
            "40 项勾稽成立，2 项不成立，1 处请核对",
            Tone::Plain,
        ),
        (
            review("failed", [42, 0, 0, 0], vec![finding("S03", "error")]),
            "42 项勾稽全部成立，1 处其他错误",
            Tone::Plain,
        ),
        (review("undecided", [10, 0, 32, 0], vec![]), "10 项勾稽成立，32 项无法判定", Tone::Plain),
        (review("undecided", [0, 0, 0, 42], vec![]), "没有可核对的勾稽关系", Tone::Unsure),
    ];
    for (review, sentence, first) in cases {
        let pieces = verdict(&review, Language::Zh);
        let words: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
        assert_eq!((words.as_str(), pieces[0].tone), (sentence, first));
    }
    let english = verdict(&review("failed", [40, 1, 0, 0], vec![identity()]), Language::En);
    assert_eq!(english.into_iter().map(|piece| piece.words).collect::<String>(), "40 sums hold, 1 does not");
}

#[test]
fn a_source_that_is_no_report_never_sounds_checked() {
    let nothing =
        ReviewDto { report: None, ..review("undecided", [0, 0, 0, 0], vec![finding("E01", "error")]) };
    for language in [Language::Zh, Language::En] {
        let pieces = verdict(&nothing, language);
        assert_eq!(pieces.len(), 1);
        assert_eq!(pieces[0].tone, Tone::Unsure);
    }
}

#[test]
fn all_checks_are_counted_by_how_they_came_out() {
    let counted = review("passed", [42, 0, 0, 0], vec![finding("C01", "info"), finding("R08", "warning")]);
    assert_eq!(
        check_counts(&counted, Language::Zh),
        "全部检查：通过 60（其中空白按 0 计 2），未通过 2（请核对 1、提示 1），无法判定 0，不适用 3"
    );
    assert_eq!(
        check_counts(&counted, Language::En),
        "All checks: 60 passed (2 with blanks as nought), 2 failed (please check: 1, note: 1), 0 undecided, \
         3 not applicable"
    );
}

#[test]
fn an_equation_that_does_not_hold_says_so_and_by_how_much() {
    let mut broken = finding("R02", "error");
    broken.equation = Some("58 + 14 = 99".to_owned());
    assert_eq!(
        equation(&broken).as_deref(),
        Some("58 + 14 = 99"),
        "nothing is said of an unknown difference"
    );
    let cases = [
        (json!(27), "58 + 14 ≠ 99", Some("多 27"), Some("over by 27")),
        (json!(-27), "58 + 14 ≠ 99", Some("少 27"), Some("short by 27")),
        (json!("-0.5"), "58 + 14 ≠ 99", Some("少 0.5"), Some("short by 0.5")),
        (json!(0), "58 + 14 = 99", None, None),
    ];
    for (value, sum, zh, en) in cases {
        broken.difference = Some(value);
        assert_eq!(equation(&broken).as_deref(), Some(sum));
        assert_eq!(difference(&broken, Language::Zh).as_deref(), zh);
        assert_eq!(difference(&broken, Language::En).as_deref(), en);
    }
}

#[test]
fn a_diagnosis_instructs_and_a_tie_is_said_to_be_one() {
    let value = json!({
        "changes": [{"cell": "a", "from": 14, "to": 41}], "clears": ["R02@a", "R03@b"], "why": "", "alternatives": []
    });
    let mut diagnosis: DiagnosisDto = serde_json::from_value(value).expect("a diagnosis");
    assert_eq!(diagnosis_heading(&diagnosis, Language::Zh), "改动 1 处，2 项勾稽即全部成立：");
    let words = change(&diagnosis.changes[0], "本机关不掌握 · 自然人", Language::Zh).concat();
    assert_eq!(words, "「本机关不掌握 · 自然人」由 14 改为 41");
    diagnosis.changes[0].from = json!(null);
    assert_eq!(change(&diagnosis.changes[0], "x", Language::En).concat(), "“x” from blank to 41");
    let other = json!({"changes": [{"cell": "b", "from": 55, "to": 28}], "why": ""});
    diagnosis.alternatives = vec![serde_json::from_value(other).expect("an alternative")];
    assert!(diagnosis_heading(&diagnosis, Language::Zh).contains("不止一种改法"));
}

#[test]
fn the_marks_on_a_cell_are_said_in_words() {
    let mark = |standing, suspicion, to: Option<&str>| CellMark {
        label: "予以公开 · 总计".to_owned(),
        standing,
        suspicion,
        to: to.map(str::to_owned),
        ..CellMark::default()
    };
    let cases = [
        (mark(Standing::Open, Suspicion::None, None), ""),
        (mark(Standing::Held, Suspicion::None, None), "已勾对"),
        (mark(Standing::Broken, Suspicion::Named, Some("41")), "勾稽不成立；疑误，改为 41 则成立"),
        (mark(Standing::Open, Suspicion::None, Some("5")), "空白，应为 5"),
        (mark(Standing::Undecided, Suspicion::Possible, None), "无法判定；可能有误"),
    ];
    for (mark, words) in cases {
        assert_eq!(mark_words(&mark, Language::Zh), words);
    }
    let tally = Tally { held: 2, broken: 1, undecided: 1 };
    let about = about_cell(&CellMark { label: "甲".to_owned(), tally, ..CellMark::default() }, Language::Zh);
    assert_eq!(about, "甲：参与 4 项勾稽，1 项不成立，1 项无法判定");
}
