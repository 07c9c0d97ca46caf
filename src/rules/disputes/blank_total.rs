//! D03: a total of table 4 is blank though a part of it is printed.

use crate::language::{Sentence, Text};
use crate::report::form::{Cell, DisputeOutcome, Track};
use crate::rules::ledger::BlankTotalFound;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Status, Suspect, wording,
};
use crate::sorted::Listed;

/// *What it checks*: in each track, the total is not blank while one of its four parts is printed.
///
/// *Why*: a blank total is not nought; it has the value that its parts give it.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: every total printed. *Fails*: 2 + 1 + 0 + 1 with nothing under 总计.
pub const BLANK_TOTAL: Rule = Rule {
    code: "D03",
    name: "blank-dispute-total",
    family: Family::Disputes,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "表四：各项结果已填而总计空白",
        en: "Table 4: a total is blank though a part of it is printed",
    },
    why: Text {
        zh: "空白的总计不等于 0，它的值由四项结果决定。",
        en: "A blank total is not 0: its four parts say what it is.",
    },
    basis: Text {
        zh: "表四各栏均应填写数字，没有的填 0",
        en: "Every cell of table 4 takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "「{at}」的总计空白，按已填各项应为 {value}。",
        en: "The total of “{at}” is blank; by its printed parts it should be {value}.",
    },
    hint: Text {
        zh: "把推算出的数字填入总计。", en: "Write the worked-out figure into the total cell."
    },
    passes: Example {
        text: Text {
            zh: "三组的总计都填了数字。", en: "The totals of all three tracks are printed."
        },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "行政复议 2 + 1 + 0 + 1，总计空白，应为 4。",
            en: "Reconsideration 2 + 1 + 0 + 1 with a blank total; it should be 4.",
        },
        case: "disputes.reconsideration.total = blank",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &BLANK_TOTAL;
    let blanks = facts.ledger.blank_totals_with_parts();
    Track::ALL
        .into_iter()
        .map(|track| {
            let cell = Cell::Dispute(track, DisputeOutcome::Total);
            let status = if facts.presence.has_place(cell) {
                let blank = blanks.iter().find(|blank| blank.cell == cell);
                blank.map(|blank| finding(track, blank, facts)).into()
            } else {
                Status::NotApplicable
            };
            Outcome::new(rule, Some(track.key().to_owned()), status)
        })
        .listed()
}

fn finding(track: Track, blank: &BlankTotalFound, facts: &Facts<'_>) -> Finding {
    let value = blank.amount.map_or(wording::NOT_TO_BE_KNOWN.into(), Sentence::same);
    let mut sentences = vec![BLANK_TOTAL.message.fill(&[("at", track.label().into()), ("value", value)])];
    if blank.amount.is_some() && !blank.is_certain {
        sentences.push(wording::BLANKS_AS_ZERO.into());
    }
    let is_nought = blank.amount.is_some_and(|amount| amount.is_zero());
    let mut finding = Finding::of(&BLANK_TOTAL, wording::paragraph(sentences))
        .at(track.key())
        .severity(if is_nought { Severity::Info } else { Severity::Warning })
        .about(facts.report, [(blank.cell, Role::Total)]);
    finding.expected = blank.amount;
    finding.suspects = blank
        .amount
        .filter(|amount| !amount.is_negative())
        .map(|to| Suspect { cell: blank.cell, to })
        .into_iter()
        .listed();
    finding
}
