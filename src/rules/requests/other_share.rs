//! R10: much ends under "other".

use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, Edition, RequestRow};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};

/// *What it checks*: （六）3.其他 is neither the largest outcome nor more than a fifth of all.
///
/// *Why*: the form has a row for nearly every ground; a large rest hides them.
///
/// *Basis*: the rows of the form.
///
/// *Passes*: 3 of 221. *Fails*: 80 of 221.
pub const OTHER_SHARE: Rule = Rule {
    code: "R10",
    name: "much-under-other",
    family: Family::Requests,
    severity: Severity::Info,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "（六）3.其他 是最多的一项，或超过总计的 20%",
        en: "“Other: other” is the largest outcome or more than 20 % of all",
    },
    why: Text {
        zh: "格式对各种结果几乎都有专门的行；“其他”过多，看不出真正的办理结果。",
        en: "The form has a row for nearly every outcome; a large “other” hides what really became of the requests.",
    },
    basis: Text { zh: "表三办理结果的分项", en: "The outcome rows of table 3" },
    message: Text {
        zh: "“其他”有 {other} 件，占总计 {total} 件的比例过大或为各项之首。",
        en: "“Other” counts {other} of {total}: more than a fifth, or the largest outcome of all.",
    },
    hint: Text {
        zh: "看其中是否有应列入其他行的，如重复申请、信访、本机关不掌握；确属撤回、非政府信息等的，可不改。",
        en: "See whether some belong to other rows (repeated, petitions, not held); withdrawn ones and the like may stay.",
    },
    passes: Example { text: Text { zh: "221 件中有 3 件。", en: "3 of 221." }, case: "" },
    fails: Example {
        text: Text { zh: "221 件中有 80 件。", en: "80 of 221." },
        case: "requests.other_other.total = 80",
    },
    check: Check::Custom(check),
};

const OTHER: Cell = Cell::Request(RequestRow::OtherOther, Applicant::Total);
const TOTAL: Cell = Cell::Request(RequestRow::OutcomeTotal, Applicant::Total);

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OTHER_SHARE;
    if ![OTHER, TOTAL].iter().all(|cell| facts.presence.has_place(*cell)) {
        return Outcome::not_applicable(rule);
    }
    let (Some(other), Some(total)) = (facts.ledger.certain(OTHER), facts.ledger.certain(TOTAL)) else {
        return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", OTHER.label())]));
    };
    let is_over_a_fifth =
        (0..4).try_fold(other, |sum, _| sum.checked_add(other)).is_some_and(|five| five > total);
    let rows = RequestRow::outcomes(facts.presence.requests).filter(|row| *row != RequestRow::OtherOther);
    let largest: Option<Decimal> =
        rows.filter_map(|row| facts.ledger.certain(Cell::Request(row, Applicant::Total))).max();
    let is_largest = largest.is_none_or(|largest| other > largest);
    let is_much = !other.is_zero() && !other.is_negative() && (is_over_a_fifth || is_largest);
    let finding = is_much.then(|| {
        let message =
            rule.message.fill(&[("other", Sentence::same(other)), ("total", Sentence::same(total))]);
        Finding::of(rule, message).about(facts.report, [(OTHER, Role::Part), (TOTAL, Role::Total)])
    });
    Outcome::whole(rule, finding)
}
