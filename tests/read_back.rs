//! Invented reports written in every layout are read back: every cell, edition, year, issuer, section and date.
//!
//! `GOUJI_CORPUS=N cargo test --release --test read_back` reads N reports a layout instead of the few of an
//! ordinary run; `GOUJI_CORPUS_FIRST` names the first seed.

mod corpus;

use corpus::layout::Layout;
use corpus::noise::Noise;
use corpus::reading::{self, Mismatch};
use std::collections::BTreeMap;

/// Reports a layout in an ordinary run.
const FEW: u64 = 5;

#[test]
fn every_cell_is_read_back_from_every_layout() {
    let (first, count) = (setting("GOUJI_CORPUS_FIRST").unwrap_or(1), setting("GOUJI_CORPUS").unwrap_or(FEW));
    let mut summary = String::new();
    let mut failed = 0;
    for layout in Layout::ALL {
        let tally = tally(layout, first, count);
        summary.push_str(&tally.line(layout));
        failed += tally.reports - tally.whole;
    }
    assert_eq!(failed, 0, "reports that were not read back as written:\n{summary}");
    println!("{summary}");
}

/// How a layout fared.
#[derive(Default)]
struct Tally {
    reports: usize,
    whole: usize,
    cells: usize,
    wrong_cells: usize,
    /// What went wrong how often, with the first seed and its words.
    wrongs: BTreeMap<String, (usize, u64, String)>,
}

impl Tally {
    fn note(&mut self, seed: u64, wrong: &Mismatch, key: String, noises: &[Noise]) {
        let words = format!("{noises:?} {wrong}");
        let entry = self.wrongs.entry(key).or_insert_with(|| (0, seed, words));
        entry.0 += 1;
    }

    fn line(&self, layout: Layout) -> String {
        let right = self.cells - self.wrong_cells;
        let mut text = format!(
            "{layout:?}: {} of {} reports, {right} of {} cells\n",
            self.whole, self.reports, self.cells
        );
        let mut wrongs: Vec<_> = self.wrongs.values().collect();
        wrongs.sort_by_key(|(times, ..)| std::cmp::Reverse(*times));
        for (times, seed, words) in wrongs.into_iter().take(12) {
            text.push_str(&format!("    {times} times, first in seed {seed}: {words}\n"));
        }
        text
    }
}

fn tally(layout: Layout, first: u64, count: u64) -> Tally {
    let mut tally = Tally::default();
    for seed in first..first + count {
        let (truth, rendered) = corpus::case(seed, layout);
        let reading = reading::read(&truth, &rendered);
        tally.reports += 1;
        tally.cells += reading.cells;
        tally.wrong_cells += reading.wrong_cells.len().min(reading.cells);
        if reading.wrong_cells.is_empty() && reading.wrong_facts.is_empty() {
            tally.whole += 1;
        }
        let noises = &rendered.noises;
        if let Some(wrong) = reading.wrong_cells.first() {
            let table = wrong.what.split('.').next().unwrap_or_default();
            tally.note(
                seed,
                wrong,
                format!("cells of {table}, {} {noises:?}", wrong.read == "nothing"),
                noises,
            );
        }
        for wrong in &reading.wrong_facts {
            tally.note(seed, wrong, format!("{} {noises:?}", wrong.what), noises);
        }
    }
    tally
}

#[expect(clippy::disallowed_methods, reason = "the length of a run is the caller's to say")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
