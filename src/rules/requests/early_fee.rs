//! R11: unpaid fees before there were fees.

use crate::language::{Sentence, Text};
use crate::report::form::{Applicant, Cell, Edition, RequestRow};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};

/// *What it checks*: no request ended for an unpaid fee before 2021.
///
/// *Why*: the measures on fees apply from 2021 on.
///
/// *Basis*: 国办函〔2020〕109号.
///
/// *Passes*: none in 2020. *Fails*: 2 in 2020.
pub const EARLY_FEE: Rule = Rule {
    code: "R11",
    name: "fee-before-2021",
    family: Family::Requests,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "2021 年以前的报告里有逾期未缴费不再处理的申请",
        en: "Requests ended for an unpaid fee before 2021",
    },
    why: Text {
        zh: "信息处理费管理办法 2021 年起施行，此前没有按规定收费而不再处理的情形。",
        en: "The measures on fees apply from 2021 on; before, no request could end for an unpaid one.",
    },
    basis: Text {
        zh: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
        en: "The measures on fees for processing information (Guobanhan [2020] No. 109)",
    },
    message: Text {
        zh: "{year} 年度有 {count} 件因逾期未缴费不再处理，而收费办法 2021 年才施行。",
        en: "{count} request(s) of {year} ended for an unpaid fee, but the measures on fees apply from 2021 on.",
    },
    hint: Text { zh: "核对是否应列入别的行。", en: "Check whether they belong to another row." },
    passes: Example {
        text: Text { zh: "2024 年度有 2 件。", en: "2 in 2024." },
        case: "requests.other_fee_overdue.total = 2",
    },
    fails: Example {
        text: Text { zh: "2020 年度有 2 件。", en: "2 in 2020." },
        case: "year = 2020\nrequests.other_fee_overdue.total = 2",
    },
    check: Check::Custom(check),
};

const OVERDUE: Cell = Cell::Request(RequestRow::OtherFeeOverdue, Applicant::Total);

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &EARLY_FEE;
    let year = facts.report.year.as_ref().map(|year| year.value);
    let (Some(year), Some(count)) = (year, facts.ledger.certain(OVERDUE)) else {
        return Outcome::not_applicable(rule);
    };
    let is_early = Edition::of_year(year) == Edition::Y2019 && !count.is_zero() && !count.is_negative();
    let finding = is_early.then(|| {
        let message = rule.message.fill(&[("year", Sentence::same(year)), ("count", Sentence::same(count))]);
        Finding::of(rule, message).about(facts.report, [(OVERDUE, Role::Part)])
    });
    Outcome::whole(rule, finding)
}
