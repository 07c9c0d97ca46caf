//! Y01: what one year carries out the next carries in.

use super::Years;
use super::pair::Continuation;
use crate::language::{Sentence, Text};
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::rules::{Check, Editions, Example, Family, Outcome, Role, Rule, Severity, Status, wording};

/// *What it checks*: in every column, 上年结转 of a year is 结转下年度继续办理 of the year before.
///
/// *Why*: a request that was open on 31 December is open on 1 January.
///
/// *Basis*: the meaning of the two rows. Only the kinds of applicants may be told apart anew.
///
/// *Passes*: 12 carried out, 12 carried in. *Fails*: 12 and 21.
pub const CARRIED_OVER: Rule = Rule {
    code: "Y01",
    name: "carried-over",
    family: Family::Years,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "上年结转等于上年报告的结转下年度继续办理",
        en: "What is carried in is what last year's report carried out",
    },
    why: Text {
        zh: "上年 12 月 31 日没有办完的申请，就是本年 1 月 1 日接着办理的申请；两份报告应当接得上。",
        en: "A request that was open on 31 December is open on 1 January; the two reports have to join.",
    },
    basis: Text {
        zh: "表三第二项“上年结转政府信息公开申请数量”、第四项“结转下年度继续办理”的含义",
        en: "The meaning of rows 2 (carried in) and 4 (carried out) of table 3",
    },
    message: Text {
        zh: "{at}：{later} 年报告的上年结转为 {actual} 件，{earlier} 年报告的结转下年度为 {expected} 件，{more} {gap} 件。",
        en: "{at}: the {later} report carries in {actual}, the {earlier} report carried out {expected}: {gap} {more}.",
    },
    hint: Text {
        zh: "对照上年报告核对上年结转；机构合并或分立、汇总范围变化、上年数据已更正的，请在报告中说明，可不改。",
        en: "Compare with last year's report; where organs were merged or split, other organs are counted in, or last year's figures were corrected, say so in the report and leave it.",
    },
    passes: Example {
        text: Text {
            zh: "上年结转出 12 件，本年结转入 12 件。", en: "12 carried out, 12 carried in."
        },
        case: "and last year",
    },
    fails: Example {
        text: Text {
            zh: "上年结转出 21 件，本年结转入 12 件。", en: "21 carried out, 12 carried in."
        },
        case: "and last year\nrequests.carried_out.natural_person = 18\nrequests.carried_out.total = 21",
    },
    check: Check::Years(check),
};

/// The kinds that differ, under a total that differs.
const KINDS: Text = Text { zh: "其中：{kinds}。", en: "By kind: {kinds}." };
const KIND: Text = Text { zh: "{kind} {expected} → {actual}", en: "{kind} {expected} → {actual}" };

/// What is said of a kind where the total agrees.
const ANEW: Text = Text {
    zh: "总计相接，只是申请人类别的划分不同。",
    en: "The total joins; the kinds of applicants are told apart anew.",
};

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &CARRIED_OVER;
    if !years.are_adjacent() || years.earlier.requests.is_none() || years.later.requests.is_none() {
        return Outcome::not_applicable(rule);
    }
    let mut outcomes = Vec::new();
    let mut kinds = Vec::new();
    let total = outcome(Applicant::Total, years);
    let differs = matches!(total.status, Status::Failed(_));
    for column in Applicant::KINDS {
        let mut outcome = outcome(column, years);
        if let Status::Failed(finding) = &mut outcome.status {
            if differs {
                let number = |value: Option<_>| value.map_or(Sentence::default(), Sentence::same);
                kinds.push((
                    finding.cells.clone(),
                    KIND.fill(&[
                        ("kind", column.label().into()),
                        ("expected", number(finding.expected)),
                        ("actual", number(finding.actual)),
                    ]),
                ));
                outcome.status = Status::NotApplicable;
            } else {
                finding.severity = Severity::Info;
                finding.message = wording::paragraph([std::mem::take(&mut finding.message), ANEW.into()]);
            }
        }
        outcomes.push(outcome);
    }
    outcomes.push(folded(total, kinds));
    outcomes
}

/// The total's failure with the kinds that differ under it.
fn folded(mut total: Outcome, kinds: Vec<(Vec<(Cell, Role)>, Sentence)>) -> Outcome {
    if let Status::Failed(finding) = &mut total.status
        && !kinds.is_empty()
    {
        let (cells, words): (Vec<_>, Vec<_>) = kinds.into_iter().unzip();
        finding.cells.extend(cells.into_iter().flatten().map(|(cell, _)| (cell, Role::Part)));
        let kinds = KINDS.fill(&[("kinds", Sentence::list(words))]);
        finding.message = wording::paragraph([std::mem::take(&mut finding.message), kinds]);
    }
    total
}

fn outcome(column: Applicant, years: Years<'_>) -> Outcome {
    continuation(column, years).outcome(&CARRIED_OVER, column.key(), column.label().into(), years)
}

fn continuation(column: Applicant, years: Years<'_>) -> Continuation {
    let before = years.earlier.worth(Cell::Request(RequestRow::CarriedOut, column));
    Continuation {
        cell: Cell::Request(RequestRow::CarriedIn, column),
        terms: vec![(before, false)],
        parts: Vec::new(),
    }
}
