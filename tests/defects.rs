//! Reports with one known defect each: the expected findings are there, and nothing else is called wrong.
//!
//! `GOUJI_CORPUS=N` spoils N reports in each way instead of the few of an ordinary run.

mod corpus;

use corpus::chance::Chance;
use corpus::defect::Defect;
use corpus::defect::judgement::Judgement;
use corpus::layout::Layout;
use gouji::read::Source;
use gouji::report::form::{Cell, RequestRow};
use gouji::review;
use gouji::rules::RULES;
use std::collections::BTreeSet;

/// Reports a defect in an ordinary run.
const FEW: u64 = 5;

/// Layouts that carry every part of a report without loss.
const LAYOUTS: [Layout; 6] =
    [Layout::Bars, Layout::BarsPadded, Layout::TabsFull, Layout::Markdown, Layout::Html, Layout::HtmlWord];

#[test]
fn known_defects_are_found_and_nothing_else_is_called_wrong() {
    let count = setting("GOUJI_CORPUS").unwrap_or(FEW);
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let mut summary = String::new();
    let mut wrong = 0;
    for defect in Defect::ALL {
        if !defect.codes().iter().any(|code| known.contains(code)) {
            summary.push_str(&format!("{defect:?}: left out, no rule {:?} yet\n", defect.codes()));
            continue;
        }
        let (mut spoiled_reports, mut misses) = (0, Vec::new());
        for seed in 1.. {
            if spoiled_reports == count || seed > 40 * count {
                break;
            }
            let layout = Chance::for_purpose(seed, "defects").pick(&LAYOUTS);
            let Some(spoiled) = defect.spoil(seed, layout) else { continue };
            spoiled_reports += 1;
            let Judgement { missed, accused } = spoiled.judge(&spoiled.review());
            let missed = missed.into_iter().map(|any| format!("not found: {any}"));
            let accused = accused.into_iter().map(|finding| format!("accused: {finding}"));
            misses.extend(
                missed
                    .chain(accused)
                    .map(|miss| format!("    seed {seed}, {layout:?}, {}: {miss}\n", spoiled.what)),
            );
        }
        assert!(spoiled_reports > 0, "{defect:?} never applies");
        wrong += misses.len();
        summary.push_str(&format!("{defect:?}: {spoiled_reports} reports, {} misses\n", misses.len()));
        summary.extend(misses.into_iter().take(6));
    }
    assert_eq!(wrong, 0, "{summary}");
    println!("{summary}");
}

/// 自然人 and 总计 wrong alike leave no sum that tells the row; the prose does.
#[test]
fn a_twin_slip_is_named_where_the_prose_contradicts_it() {
    const GRANTED: &str = "<td>12</td><td>1</td><td>0</td><td>1</td><td>0</td><td>0</td><td>14</td>";
    const WRONG: &str = "<td>15</td><td>1</td><td>0</td><td>1</td><td>0</td><td>0</td><td>17</td>";
    const SAYING_NOTHING: &str = "全县工作有序开展。";
    let page = include_str!("fixtures/recognition/plain.html").replacen(GRANTED, WRONG, 1);
    let cases = [
        (SAYING_NOTHING, None),
        ("全年答复政府信息公开申请48件，其中予以公开14件，部分公开6件。", Some(RequestRow::Granted)),
        ("全年收到政府信息公开申请47件，予以公开17件，部分公开6件，其他处理3件。", None),
    ];
    for (prose, named) in cases {
        let page = page.replacen(SAYING_NOTHING, prose, 1);
        let review = review::review(Source { name: "a.html", bytes: page.as_bytes() });
        let [diagnosis] = review.diagnoses.as_slice() else {
            panic!("{prose}: {} diagnoses", review.diagnoses.len());
        };
        let rows = diagnosis.changes.iter().map(|change| match change.cell {
            Cell::Request(row, _) => row,
            other => panic!("{other} is in no broken sum"),
        });
        let granted = rows.clone().all(|row| row == RequestRow::Granted);
        match named {
            Some(_) => assert!(granted && !diagnosis.tied, "{prose}: {:?}", diagnosis.changes),
            None => assert!(!granted || diagnosis.tied, "{prose}: {:?}", diagnosis.changes),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the length of a run is the caller's to say")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
