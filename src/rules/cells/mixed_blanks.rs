//! C10: nought, blank and stroke in one table.

use crate::language::{Sentence, Text};
use crate::report::State;
use crate::rules::sheet::{Sheet, each_sheet};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: one table does not mix 0, blank and stroke, each at least three times.
///
/// *Why*: where all three stand, readers take them for three different things.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: noughts throughout. *Fails*: three of each.
pub const MIXED_BLANKS: Rule = Rule {
    code: "C10",
    name: "mixed-blanks",
    family: Family::Cells,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text { zh: "同一张表混用 0、空白和 /", en: "One table mixes 0, blanks and strokes" },
    why: Text {
        zh: "三种写法并用，读者会以为是三种意思。",
        en: "Where all three stand, readers take them for three different things.",
    },
    basis: Text {
        zh: "表格各栏均应填写数字，没有的填 0",
        en: "Every cell of the form takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "{table}混用三种写法：0 有 {zeros} 格，空白 {blanks} 格，“/”“—”“无” {dashes} 格。",
        en: "{table} mixes three ways of writing nothing: 0 in {zeros} cells, blank in {blanks}, a stroke in {dashes}.",
    },
    hint: Text { zh: "统一填 0。", en: "Write 0 throughout." },
    passes: Example { text: Text { zh: "全部写 0。", en: "0 throughout." }, case: "" },
    fails: Example {
        text: Text {
            zh: "0、空白、“/”各在三格以上。",
            en: "0, blank and stroke in at least three cells each.",
        },
        case: "requests.denied_state_secret.* = blank\nrequests.denied_prohibited_by_law.* = dash",
    },
    check: Check::Custom(check),
};

const AT_LEAST: usize = 3;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    each_sheet(&MIXED_BLANKS, facts, |sheet| {
        let (mut zeros, mut blanks, mut dashes) = (0, 0, 0);
        for (_, figure) in sheet.figures(facts) {
            match figure.state {
                State::Number(number) if number.is_zero() => zeros += 1,
                State::Blank => blanks += 1,
                State::Dash => dashes += 1,
                State::Number(_) | State::Unreadable => {}
            }
        }
        let is_mixed = zeros >= AT_LEAST && blanks >= AT_LEAST && dashes >= AT_LEAST;
        is_mixed.then(|| finding(facts, sheet, [zeros, blanks, dashes]))
    })
}

fn finding(facts: &Facts<'_>, sheet: Sheet, [zeros, blanks, dashes]: [usize; 3]) -> Finding {
    let message = MIXED_BLANKS.message.fill(&[
        ("table", sheet.label().into()),
        ("zeros", Sentence::same(zeros)),
        ("blanks", Sentence::same(blanks)),
        ("dashes", Sentence::same(dashes)),
    ]);
    let place = sheet.figures(facts).find(|(_, figure)| figure.is_empty()).map(|(_, figure)| figure.place);
    Finding::of(&MIXED_BLANKS, message).at(sheet.key()).standing(place)
}
