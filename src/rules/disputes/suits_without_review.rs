//! D04: suits after reconsideration without a reconsideration.

use crate::language::{Sentence, Text};
use crate::report::form::{Cell, DisputeOutcome, Track};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};

/// *What it checks*: where suits after reconsideration are counted, there was a reconsideration in the year, or, where
/// last year's report is known, in that.
///
/// *Why*: such a suit follows on one; it may have been last year's.
///
/// *Basis*: the meaning of the two tracks.
///
/// *Passes*: 4 and 2. *Fails*: 0 and 2.
pub const SUITS_WITHOUT_REVIEW: Rule = Rule {
    code: "D04",
    name: "suit-without-reconsideration",
    family: Family::Disputes,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "有复议后起诉的案件，而本年没有行政复议",
        en: "Suits after reconsideration, but no reconsideration this year",
    },
    why: Text {
        zh: "复议后起诉以行政复议为前提；复议可能在上一年，也可能填错了组。",
        en: "Such a suit follows on a reconsideration; it may have been last year's, or the case was put into the wrong group.",
    },
    basis: Text {
        zh: "表四“行政复议”“复议后起诉”的含义", en: "The meaning of the two groups of table 4"
    },
    message: Text {
        zh: "复议后起诉 {suits} 件，而本年行政复议为 {reviews} 件。",
        en: "{suits} suit(s) after reconsideration, but {reviews} reconsideration(s) this year.",
    },
    hint: Text {
        zh: "核对是否应列入未经复议直接起诉；复议在上一年的，可不改。",
        en: "Check whether they were sued directly; where the reconsideration was last year's, leave it.",
    },
    passes: Example {
        text: Text { zh: "复议 4 件，复议后起诉 2 件。", en: "4 and 2." }, case: ""
    },
    fails: Example {
        text: Text { zh: "复议 0 件，复议后起诉 2 件。", en: "0 and 2." },
        case: "disputes.reconsideration.* = 0",
    },
    check: Check::Custom(check),
};

/// The message where last year is known.
const IN_TWO_YEARS: Text = Text {
    zh: "复议后起诉 {suits} 件，而本年和上年行政复议都为 {reviews} 件。",
    en: "{suits} suit(s) after reconsideration, but {reviews} reconsideration(s) this year and last.",
};

const REVIEWS: Cell = Cell::Dispute(Track::Reconsideration, DisputeOutcome::Total);
const SUITS: Cell = Cell::Dispute(Track::SuitAfterReconsideration, DisputeOutcome::Total);

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SUITS_WITHOUT_REVIEW;
    if ![REVIEWS, SUITS].iter().all(|cell| facts.presence.has_place(*cell)) {
        return Outcome::not_applicable(rule);
    }
    let (Some(reviews), Some(suits)) = (facts.ledger.certain(REVIEWS), facts.ledger.certain(SUITS)) else {
        let unknown = [REVIEWS, SUITS].into_iter().find(|cell| facts.ledger.certain(*cell).is_none());
        let label = unknown.map_or(Sentence::default(), Cell::label);
        return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", label)]));
    };
    // A total of 0 beside its parts is D01's: there was a reconsideration.
    let has_parts = DisputeOutcome::PARTS.into_iter().any(|part| {
        let amount = facts.ledger.certain(Cell::Dispute(Track::Reconsideration, part));
        amount.is_some_and(|amount| !amount.is_zero())
    });
    let before = facts.last_year.and_then(|last_year| last_year.certain(REVIEWS));
    let is_odd = before.is_none_or(|before| before.is_zero())
        && reviews.is_zero()
        && !has_parts
        && !suits.is_zero()
        && !suits.is_negative();
    let finding = is_odd.then(|| {
        let words = if before.is_some() { IN_TWO_YEARS } else { rule.message };
        let message = words.fill(&[("suits", Sentence::same(suits)), ("reviews", Sentence::same(reviews))]);
        Finding::of(rule, message).about(facts.report, [(SUITS, Role::Left), (REVIEWS, Role::Right)])
    });
    Outcome::whole(rule, finding)
}
