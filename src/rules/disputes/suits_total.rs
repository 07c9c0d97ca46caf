//! D02: a printed grand total of litigation is the sum of its two tracks.

use crate::language::{Sentence, Text};
use crate::report::State;
use crate::report::form::{Cell, DisputeOutcome, Track};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Status, wording,
};

/// *What it checks*: a 行政诉讼 total that a publisher added is the total of direct suits plus that of suits
/// after reconsideration.
///
/// *Why*: the form has no such cell; who adds one has to add it up.
///
/// *Basis*: the two groups under 行政诉讼 in table 4.
///
/// *Passes*: 1 + 2 = 3. *Fails*: 1 + 2 with a total of 4.
pub const SUITS_TOTAL: Rule = Rule {
    code: "D02",
    name: "suits-total",
    family: Family::Disputes,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "自行加印的行政诉讼总计 = 未经复议直接起诉 + 复议后起诉",
        en: "A total of litigation that the publisher added = sued directly + sued after reconsideration",
    },
    why: Text {
        zh: "格式没有行政诉讼的合计；加印了，就要与两组的总计相符。",
        en: "The form has no grand total of litigation; one that is added has to agree with its two tracks.",
    },
    basis: Text {
        zh: "表四“行政诉讼”下的两组", en: "The two groups under litigation in table 4"
    },
    message: Text {
        zh: "行政诉讼总计为 {actual}，两组总计之和为 {equation} = {expected}，差 {gap}。",
        en: "The total of litigation is {actual}, but its two tracks come to {equation} = {expected}; the difference is {gap}.",
    },
    hint: Text {
        zh: "核对两组诉讼的总计后改正合计；也可以删去合计，格式不要求。",
        en: "Check the totals of the two tracks and mend the grand total, or leave it out: the form does not ask for it.",
    },
    passes: Example {
        text: Text { zh: "行政诉讼共 3 件：1 + 2。", en: "Litigation 3: 1 + 2." },
        case: "suits_total = 3",
    },
    fails: Example {
        text: Text {
            zh: "行政诉讼总计写成 4，而 1 + 2 = 3。",
            en: "Litigation is written as 4, but 1 + 2 = 3.",
        },
        case: "suits_total = 4",
    },
    check: Check::Custom(check),
};

const TRACKS: [Cell; 2] = [
    Cell::Dispute(Track::SuitDirect, DisputeOutcome::Total),
    Cell::Dispute(Track::SuitAfterReconsideration, DisputeOutcome::Total),
];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SUITS_TOTAL;
    let printed = match &facts.report.suits_total {
        Some(figure) => figure,
        None => return Outcome::not_applicable(rule),
    };
    let actual = match printed.state {
        State::Number(amount) => amount,
        State::Blank | State::Dash => return Outcome::not_applicable(rule),
        State::Unreadable => {
            return Outcome::undecided(rule, wording::UNREADABLE.fill(&[("cell", UNNAMED.into())]));
        }
    };
    if !TRACKS.iter().any(|cell| facts.presence.has_place(*cell)) {
        return Outcome::not_applicable(rule);
    }
    let [Some(direct), Some(after)] = TRACKS.map(|cell| facts.ledger.worth(cell)) else {
        let unknown = TRACKS.into_iter().find(|cell| facts.ledger.worth(*cell).is_none());
        let label = unknown.map_or(UNNAMED.into(), Cell::label);
        return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", label)]));
    };
    let sum = direct.amount.checked_add(after.amount);
    let Some((expected, difference)) = sum.and_then(|sum| Some((sum, actual.checked_sub(sum)?))) else {
        return Outcome::undecided(rule, wording::TOO_LARGE.into());
    };
    if difference.is_zero() {
        let is_certain = TRACKS.iter().all(|cell| facts.ledger.certain(*cell).is_some());
        let status = if is_certain { Status::Passed } else { Status::PassedBlankAsZero };
        return vec![Outcome::new(rule, None, status)];
    }
    let parts = format!("{} + {}", direct.amount, after.amount);
    let message = rule.message.fill(&[
        ("actual", Sentence::same(actual)),
        ("equation", Sentence::same(&parts)),
        ("expected", Sentence::same(expected)),
        ("gap", Sentence::same(difference)),
    ]);
    let mut finding = Finding::of(rule, message)
        .about(facts.report, TRACKS.map(|cell| (cell, Role::Part)))
        .standing(Some(printed.place));
    finding.equation = Some(format!("{parts} = {actual}"));
    finding.expected = Some(expected);
    finding.actual = Some(actual);
    finding.difference = Some(difference);
    Outcome::whole(rule, Some(finding))
}

const UNNAMED: Text = Text { zh: "行政诉讼总计", en: "litigation, total" };
