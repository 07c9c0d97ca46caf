//! R09: much is carried over.

use crate::language::{Sentence, Text};
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};

/// *What it checks*: no more is carried out than half of what was newly received.
///
/// *Why*: requests are answered within 20 working days, 20 more at the most: what is open at the year's end came
/// in in its last weeks.
///
/// *Basis*: Article 33 of the Regulation.
///
/// *Passes*: 11 of 220. *Fails*: 121 of 220.
pub const CARRIED_SHARE: Rule = Rule {
    code: "R09",
    name: "much-carried-over",
    family: Family::Requests,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "结转下年度超过本年新收的一半",
        en: "More than half of what was newly received is carried over",
    },
    why: Text {
        zh: "答复期限为 20 个工作日，经批准最多再延 20 个工作日，年底未办结的一般只是最后几周收到的。",
        en: "Requests are answered within 20 working days, 20 more at the most, so that mostly the last weeks' are open at the year's end.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第三十三条", en: "Article 33 of the Regulation"
    },
    message: Text {
        zh: "结转下年度 {carried} 件，超过本年新收 {received} 件的一半。",
        en: "{carried} request(s) are carried over, more than half of the {received} newly received.",
    },
    hint: Text {
        zh: "核对是否把已办结的也算入结转；年末集中收到大量申请的，可不改。",
        en: "Check whether answered requests were counted as carried over; where many came in at the year's end, leave it.",
    },
    passes: Example {
        text: Text { zh: "新收 220，结转 11。", en: "220 received, 11 carried over." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "新收 220，结转 121。", en: "220 received, 121 carried over." },
        case: "requests.carried_out.total = 121",
    },
    check: Check::Custom(check),
};

const RECEIVED: Cell = Cell::Request(RequestRow::NewReceived, Applicant::Total);
const CARRIED: Cell = Cell::Request(RequestRow::CarriedOut, Applicant::Total);

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &CARRIED_SHARE;
    if ![RECEIVED, CARRIED].iter().all(|cell| facts.presence.has_place(*cell)) {
        return Outcome::not_applicable(rule);
    }
    let (received, carried) = match (facts.ledger.certain(RECEIVED), facts.ledger.certain(CARRIED)) {
        (Some(received), Some(carried)) => (received, carried),
        (None, _) => return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", RECEIVED.label())])),
        (_, None) => return Outcome::undecided(rule, wording::UNKNOWN.fill(&[("cell", CARRIED.label())])),
    };
    let is_much = carried.checked_add(carried).is_some_and(|twice| twice > received);
    let finding = is_much.then(|| {
        let message = rule
            .message
            .fill(&[("carried", Sentence::same(carried)), ("received", Sentence::same(received))]);
        Finding::of(rule, message).about(facts.report, [(CARRIED, Role::Left), (RECEIVED, Role::Right)])
    });
    Outcome::whole(rule, finding)
}
