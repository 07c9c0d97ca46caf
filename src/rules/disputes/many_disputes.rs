//! D05: many disputes over few answers.

use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, DisputeOutcome, RequestRow, Track};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};

/// *What it checks*: the disputes of the year are at most twice the outcomes of this and last year. Of one report
/// only this year's outcomes are known, and it says so.
///
/// *Why*: disputes are about answers.
///
/// *Basis*: the meaning of tables 3 and 4.
///
/// *Passes*: 7 over 221. *Fails*: 500 over 221.
pub const MANY_DISPUTES: Rule = Rule {
    code: "D05",
    name: "many-disputes",
    family: Family::Disputes,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "复议、诉讼件数超过办理结果的两倍",
        en: "More than twice as many disputes as outcomes",
    },
    why: Text {
        zh: "政府信息公开的复议、诉讼针对答复提起；件数远多于答复，可能把其他案件也算入了。",
        en: "Disputes over disclosure are about answers; far more of them than answers may count other cases as well.",
    },
    basis: Text { zh: "表三、表四的含义", en: "The meaning of tables 3 and 4" },
    message: Text {
        zh: "复议、诉讼共 {disputes} 件，超过本年办理结果 {outcomes} 件的两倍（上年的办理结果未知）。",
        en: "{disputes} disputes, more than twice this year's {outcomes} outcomes (last year's are not known).",
    },
    hint: Text {
        zh: "核对表四是否只统计因政府信息公开引起的案件。",
        en: "Check that table 4 counts only cases about disclosure.",
    },
    passes: Example {
        text: Text { zh: "办理 221 件，争议 7 件。", en: "7 disputes over 221 outcomes." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "办理 221 件，争议 500 余件。", en: "More than 500 disputes over 221 outcomes."
        },
        case: "disputes.suit_direct.upheld = 500\ndisputes.suit_direct.total = 500",
    },
    check: Check::Custom(check),
};

/// The message where last year is known.
const OF_TWO_YEARS: Text = Text {
    zh: "复议、诉讼共 {disputes} 件，超过本年和上年办理结果共 {outcomes} 件的两倍。",
    en: "{disputes} disputes, more than twice the {outcomes} outcomes of this year and last.",
};

const OUTCOMES: Cell = Cell::Request(RequestRow::OutcomeTotal, Applicant::Total);

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &MANY_DISPUTES;
    let totals = Track::ALL.map(|track| Cell::Dispute(track, DisputeOutcome::Total));
    if !facts.presence.has_place(OUTCOMES) || !totals.iter().all(|cell| facts.presence.has_place(*cell)) {
        return Outcome::not_applicable(rule);
    }
    let disputes = totals.iter().try_fold(Decimal::ZERO, |sum, cell| {
        facts.ledger.certain(*cell).and_then(|amount| sum.checked_add(amount))
    });
    let (Some(disputes), Some(outcomes)) = (disputes, facts.ledger.certain(OUTCOMES)) else {
        let cells = totals.into_iter().chain([OUTCOMES]);
        let unknown = cells.into_iter().find(|cell| facts.ledger.certain(*cell).is_none());
        let label = unknown.map_or(Sentence::default(), Cell::label);
        return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", label)]));
    };
    let before = facts.last_year.and_then(|last_year| last_year.certain(OUTCOMES));
    let of_both = before.map_or(Some(outcomes), |before| before.checked_add(outcomes));
    let is_many =
        of_both.and_then(|outcomes| outcomes.checked_add(outcomes)).is_some_and(|twice| disputes > twice);
    let finding = is_many.then(|| {
        let words = if before.is_some() { OF_TWO_YEARS } else { rule.message };
        let outcomes = ("outcomes", Sentence::same(of_both.unwrap_or(outcomes)));
        let message = words.fill(&[("disputes", Sentence::same(disputes)), outcomes]);
        let cells = totals.into_iter().map(|cell| (cell, Role::Left)).chain([(OUTCOMES, Role::Right)]);
        Finding::of(rule, message).about(facts.report, cells)
    });
    Outcome::whole(rule, finding)
}
