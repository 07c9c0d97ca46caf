//! C03: something that is no number.

use super::listing::list_cells;
use crate::language::Text;
use crate::number::digit;
use crate::report::{Certainty, Figure, Manner, State};
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity};

/// *What it checks*: no cell holds something that is no number; two numbers in one cell are C08's.
///
/// *Why*: what is no number can be neither added up nor compared.
///
/// *Basis*: the form's cells are counts and amounts.
///
/// *Passes*: 81. *Fails*: 见附件.
pub const NOT_NUMBERS: Rule = Rule {
    code: "C03",
    name: "not-a-number",
    family: Family::Cells,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text { zh: "数字格里不是数字", en: "A cell holds something that is no number" },
    why: Text {
        zh: "不是数字就无法相加、比较和汇总。",
        en: "What is no number can be neither added up, compared nor aggregated.",
    },
    basis: Text { zh: "表格各栏填写件数或金额", en: "The form's cells take counts and amounts" },
    message: Text {
        zh: "{table}有 {count} 格不是数字：{printed}。",
        en: "{table} has {count} cell(s) that hold no number: {printed}.",
    },
    hint: Text { zh: "改为数字，没有的填 0。", en: "Write a number, 0 where there is none." },
    passes: Example {
        text: Text { zh: "每一格都是数字。", en: "Every cell is a number." }, case: ""
    },
    fails: Example {
        text: Text {
            zh: "上年结转写“见附件”。", en: "“See annex” for the requests carried in."
        },
        case: "requests.carried_in.natural_person = unreadable",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    list_cells(&NOT_NUMBERS, facts, |_, figure| {
        figure.state == State::Unreadable
            && !figure.manners.contains(&Manner::Several)
            && !is_the_readers_doubt(figure)
    })
}

/// Something stands there, but what of it belongs to this cell could not be told: E03 has said it, and the sums that
/// need the cell are undecided.
fn is_the_readers_doubt(figure: &Figure) -> bool {
    match figure.certainty {
        Certainty::Label => false,
        Certainty::Position => figure.raw.chars().any(|character| digit(character).is_some()),
        Certainty::Guess => true,
    }
}
