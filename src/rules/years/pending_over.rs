//! Y04: cases that were pending and are nowhere to be found.

use super::Years;
use crate::language::{Sentence, Text};
use crate::report::form::{Cell, DisputeOutcome, Track};
use crate::rules::{
    Check, Editions, Example, Family, Finding, Outcome, Role, Rule, Severity, Status, wording,
};

/// *What it checks*: in every track, the year's total is at least what the year before left pending.
///
/// *Why*: a case that was pending is decided in the year or pending still.
///
/// *Basis*: the meaning of 尚未审结. The form does not say that such cases are counted again, so it is never more
/// than a note.
///
/// *Passes*: 1 pending, 4 in all. *Fails*: 9 pending, 4 in all.
pub const PENDING_OVER: Rule = Rule {
    code: "Y04",
    name: "pending-over-the-years",
    family: Family::Years,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "上年尚未审结的案件多于本年总计",
        en: "More cases were pending last year than this year has in all",
    },
    why: Text {
        zh: "上年尚未审结的案件，本年或者审结，或者仍未审结，通常都计入本年。",
        en: "A case that was pending is decided in the year or pending still; either way it is usually counted.",
    },
    basis: Text { zh: "表四“尚未审结”的含义", en: "The meaning of “pending” in table 4" },
    message: Text {
        zh: "{at}：{earlier} 年报告尚未审结 {pending} 件，{later} 年报告总计只有 {total} 件。",
        en: "{at}: {pending} pending in the {earlier} report, but only {total} in all in the {later} report.",
    },
    hint: Text {
        zh: "核对是否漏计了上年未审结的案件；只统计当年新收案件的，可不改。",
        en: "Check whether last year's pending cases were left out; where only new cases are counted, leave it.",
    },
    passes: Example {
        text: Text { zh: "上年尚未审结 1 件，本年共 4 件。", en: "1 pending, 4 in all." },
        case: "and last year",
    },
    fails: Example {
        text: Text { zh: "上年尚未审结 9 件，本年共 4 件。", en: "9 pending, 4 in all." },
        case: "and last year\ndisputes.reconsideration.pending = 9",
    },
    check: Check::Years(check),
};

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &PENDING_OVER;
    if !years.are_adjacent() || !years.earlier.disputes || !years.later.disputes {
        return Outcome::not_applicable(rule);
    }
    let outcome = |track: Track| {
        let total = Cell::Dispute(track, DisputeOutcome::Total);
        let pending = Cell::Dispute(track, DisputeOutcome::Pending);
        let known = years.earlier.worth(pending).certainly().zip(years.later.worth(total).certainly());
        let status = match known {
            None => Status::Undecided(wording::UNKNOWN.fill(&[("cell", total.label())])),
            Some((pending, in_all)) if pending <= in_all => Status::Passed,
            Some((pending, in_all)) => {
                let [earlier, later] = years.names();
                let message = rule.message.fill(&[
                    earlier,
                    later,
                    ("at", track.label().into()),
                    ("pending", Sentence::same(pending)),
                    ("total", Sentence::same(in_all)),
                ]);
                let finding = Finding::of(rule, message).at(track.key());
                Status::Failed(Box::new(years.later.about(finding, vec![(total, Role::Total)])))
            }
        };
        Outcome::new(rule, Some(track.key().to_owned()), status)
    };
    Track::ALL.map(outcome).into()
}
