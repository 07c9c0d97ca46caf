//! R08: a total of table 3 is blank though a part of it is printed.

use crate::language::{Sentence, Text};
use crate::report::form::Cell;
use crate::rules::ledger::BlankTotalFound;
use crate::rules::sheet::Sheet;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Suspect, wording,
};
use crate::sorted::Listed;

/// *What it checks*: no 总计 of table 3, and no figure of row （七）, is blank while a part of it is printed.
///
/// *Why*: a blank total is not nought; it has the value that its parts give it, and readers want to see it.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: every total printed. *Fails*: 58 + 11 + 1 + 1 + 6 + 2 with nothing under 总计.
pub const BLANK_TOTAL: Rule = Rule {
    code: "R08",
    name: "blank-request-total",
    family: Family::Requests,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "表三：各部分已填而总计空白",
        en: "Table 3: a total is blank though a part of it is printed",
    },
    why: Text {
        zh: "空白的总计不等于 0，它的值由各部分决定；其他勾稽按推算出的值核对。",
        en: "A blank total is not 0: its parts say what it is, and the other identities are checked with that value.",
    },
    basis: Text {
        zh: "表三各栏均应填写数字，没有的填 0",
        en: "Every cell of table 3 takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "表三有 {count} 处总计空白，而其组成部分已填，应为：{values}。",
        en: "Table 3 leaves {count} total(s) blank though parts of them are printed. They should be: {values}.",
    },
    hint: Text {
        zh: "把推算出的数字填入总计。", en: "Write the worked-out figures into the total cells."
    },
    passes: Example {
        text: Text { zh: "每一处总计都填了数字。", en: "Every total is printed." }, case: ""
    },
    fails: Example {
        text: Text {
            zh: "予以公开一行的总计空白，按各类申请人应为 79。",
            en: "The total of “disclosed” is blank; by the kinds of applicant it is 79.",
        },
        case: "requests.granted.total = blank",
    },
    check: Check::Custom(check),
};

const UNKNOWN: Text = Text { zh: "{cell} 无法推算", en: "{cell} cannot be worked out" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &BLANK_TOTAL;
    if !facts.presence.has_requests() {
        return Outcome::not_applicable(rule);
    }
    let blanks: Vec<BlankTotalFound> = facts
        .ledger
        .blank_totals_with_parts()
        .into_iter()
        .filter(|blank| matches!(blank.cell, Cell::Request(..)))
        .listed();
    let finding = (!blanks.is_empty()).then(|| finding(&blanks, facts));
    vec![Outcome::new(rule, Some(Sheet::Requests.key().to_owned()), finding.into())]
}

fn finding(blanks: &[BlankTotalFound], facts: &Facts<'_>) -> Finding {
    let values = blanks.iter().map(|blank| match blank.amount {
        Some(amount) => {
            wording::NAMED.fill(&[("cell", blank.cell.label()), ("value", Sentence::same(amount))])
        }
        None => UNKNOWN.fill(&[("cell", blank.cell.label())]),
    });
    let mut sentences = vec![
        BLANK_TOTAL
            .message
            .fill(&[("count", Sentence::same(blanks.len())), ("values", Sentence::list(values))]),
    ];
    if blanks.iter().any(|blank| blank.amount.is_some() && !blank.is_certain) {
        sentences.push(wording::BLANKS_AS_ZERO.into());
    }
    let all_nought = blanks.iter().all(|blank| blank.amount.is_some_and(|amount| amount.is_zero()));
    let severity = if all_nought { Severity::Info } else { Severity::Warning };
    let mut finding = Finding::of(&BLANK_TOTAL, wording::paragraph(sentences))
        .at(Sheet::Requests.key())
        .severity(severity)
        .about(facts.report, blanks.iter().map(|blank| (blank.cell, Role::Total)));
    finding.suspects = blanks
        .iter()
        .filter_map(|blank| Some(Suspect { cell: blank.cell, to: blank.amount? }))
        .filter(|suspect| !suspect.to.is_negative())
        .listed();
    if let [only] = blanks {
        finding.expected = only.amount;
    }
    finding
}
