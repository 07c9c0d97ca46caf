//! C01: blank parts.

use super::listing::{holds_as_zero, listing};
use crate::language::{Sentence, Text};
use crate::report::State;
use crate::report::form::Cell;
use crate::rules::sheet::{Sheet, blank_articles, each_sheet};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, wording};
use crate::sorted::SortedSet;

/// *What it checks*: no cell is blank, one finding a table; blank totals with printed parts are R08's and D03's,
/// a sub-table of table 2 that is blank throughout is P07's.
///
/// *Why*: a blank may mean nought, not known or forgotten; readers and sums need a figure.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: noughts written out. *Fails*: a kind of applicant left blank.
pub const BLANK_PARTS: Rule = Rule {
    code: "C01",
    name: "blank-parts",
    family: Family::Cells,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text { zh: "空白的单元格", en: "Blank cells" },
    why: Text {
        zh: "空白可能是 0，也可能是漏填或不掌握；空白不等于 0，读者和勾稽都需要数字。",
        en: "A blank may mean 0, not known, or forgotten. It is not 0: readers and sums need a figure.",
    },
    basis: Text {
        zh: "表格各栏均应填写数字，没有的填 0",
        en: "Every cell of the form takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "{table}有 {count} 格空白：{cells}。",
        en: "{table} leaves {count} cell(s) blank: {cells}.",
    },
    hint: Text {
        zh: "没有发生的填 0；漏填的补上数字。",
        en: "Write 0 where nothing happened, and the figure where it was forgotten.",
    },
    passes: Example {
        text: Text { zh: "没有发生的都写 0。", en: "What did not happen is written as 0." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "属于国家秘密一行的自然人空白。",
            en: "“State secret” leaves natural persons blank.",
        },
        case: "requests.denied_state_secret.natural_person = blank",
    },
    check: Check::Custom(check),
};

const NOTHING_FILLED_IN: Text = Text {
    zh: "{table}全表 {count} 格都没有填写。",
    en: "Not one of the {count} cells of {table} is filled in.",
};

const WRITE_ZERO: Text = Text {
    zh: "即使没有发生，也要保留表格并填 0。",
    en: "Even where nothing happened the table stays and takes noughts: write 0.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let with_parts: SortedSet<Cell> =
        facts.ledger.blank_totals_with_parts().iter().map(|blank| blank.cell).collect();
    each_sheet(&BLANK_PARTS, facts, |sheet| {
        let blank_articles = blank_articles(facts);
        let mut of_the_form = 0;
        let mut blanks = Vec::new();
        for (cell, figure) in sheet.figures(facts).filter(|(cell, _)| !facts.presence.is_additional(*cell)) {
            of_the_form += 1;
            let is_told_elsewhere = with_parts.contains(&cell)
                || matches!(cell, Cell::Proactive(item, _) if blank_articles.contains(&item.article()));
            if figure.state == State::Blank && !is_told_elsewhere {
                blanks.push(cell);
            }
        }
        let is_all_blank = sheet != Sheet::Proactive && blanks.len() == of_the_form;
        (!blanks.is_empty()).then(|| finding(facts, sheet, &blanks, is_all_blank))
    })
}

fn finding(facts: &Facts<'_>, sheet: Sheet, blanks: &[Cell], is_all_blank: bool) -> Finding {
    let mut finding = listing(&BLANK_PARTS, facts, sheet, blanks);
    if is_all_blank {
        finding.message = NOTHING_FILLED_IN
            .fill(&[("table", sheet.label().into()), ("count", Sentence::same(blanks.len()))]);
        return finding.severity(Severity::Warning).hint(WRITE_ZERO);
    }
    let also = holds_as_zero(facts, sheet, State::Blank);
    finding.message = wording::paragraph([finding.message].into_iter().chain(also));
    finding
}
