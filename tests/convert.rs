//! What `gouji convert` writes is read back as the same report, whatever the report looked like before.

mod corpus;

use corpus::layout::Layout;
use corpus::reading;
use gouji::export::{html, markdown};
use gouji::read::{self, Source};
use gouji::report::form::Cell;
use gouji::report::{self, Report, State};
use std::collections::BTreeMap;

/// Reports a layout.
const SEEDS: u64 = 2;

#[test]
fn a_report_survives_html_and_markdown() {
    let (mut wrongs, mut left_out) = (Vec::new(), 0);
    for layout in Layout::ALL {
        for seed in 1..=SEEDS {
            let (truth, rendered) = corpus::case(seed, layout);
            // What was misread already is no matter of what is written of it.
            if reading::read(&truth, &rendered).wrong_cells.is_empty() {
                check(&format!("{layout:?}, seed {seed}"), &rendered.name, &rendered.bytes, &mut wrongs);
            } else {
                left_out += 1;
            }
        }
    }
    println!("{left_out} reports were left out, misread to begin with");
    assert!(left_out * 5 < Layout::ALL.len() as u64 * SEEDS, "{left_out} reports were left out");
    assert!(wrongs.is_empty(), "{} differ:\n{}", wrongs.len(), wrongs.join("\n"));
}

/// Reads, writes in each format, reads again, and notes what is not the same.
fn check(case: &str, name: &str, bytes: &[u8], wrongs: &mut Vec<String>) {
    let document = read::read(Source { name, bytes }).expect("a corpus file").document;
    let before = report::recognize(&document);
    let written = [
        ("a.html", html::page(&document, Some(&before))),
        ("a.md", markdown::document(&document, Some(&before))),
    ];
    for (name, text) in written {
        let again = read::read(Source { name, bytes: text.as_bytes() }).expect("our own text");
        let after = report::recognize(&again.document);
        if figures(&before) != figures(&after) {
            let (one, other) = (figures(&before), figures(&after));
            let wrong = one.iter().find(|(cell, value)| other.get(*cell) != Some(*value));
            let surplus = other.iter().find(|(cell, _)| !one.contains_key(*cell));
            wrongs.push(format!("{case}, {name}: {wrong:?} {surplus:?}"));
        }
        let facts = |report: &Report| {
            (
                report.title.as_ref().map(|title| title.value.clone()),
                report.year.as_ref().map(|year| year.value),
                report.editions,
                // Markdown has no spans: a date over a whole sheet's width stands in one square of many there.
                report.published_on.as_ref().map(|date| date.value).filter(|_| name == "a.html"),
                report.sections.iter().map(|found| (found.section, found.number)).collect::<Vec<_>>(),
            )
        };
        if facts(&before) != facts(&after) {
            wrongs.push(format!("{case}, {name}: {:?}\n    {:?}", facts(&before), facts(&after)));
        }
    }
}

fn figures(report: &Report) -> BTreeMap<Cell, State> {
    report.figures.iter().map(|(cell, figure)| (*cell, figure.state)).collect()
}
