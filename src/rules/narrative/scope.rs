//! N17: the prose speaks of the office alone, the tables of the whole jurisdiction.

use super::contradiction::quoted;
use super::judged::ClaimStanding;
use crate::language::{Sentence, Text};
use crate::report::claim::{Claim, Scope};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};

/// *What it checks*: what the prose of a government's report tells of its own office alone is not held against tables
/// for the whole jurisdiction.
///
/// *Why*: both may be right; readers should be told which is which.
///
/// *Basis*: a government's report covers its departments and lower governments.
///
/// *Passes*: 全市共收到220件. *Fails*: 市政府办公室收到17件 beside a table of 220.
pub const SCOPE: Rule = Rule {
    code: "N17",
    name: "office-alone",
    family: Family::Narrative,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "正文只说本级办公室，表格汇总全区域",
        en: "The text speaks of the government's own office, the tables of the whole jurisdiction",
    },
    why: Text {
        zh: "政府的年报汇总所属部门和下级政府；正文若只说办公室本级的数字，与表格不同并不是错，但读者容易误会。",
        en: "A government's report covers its departments and lower governments. A figure of the office alone may lawfully differ from the table, but readers will be misled.",
    },
    basis: Text {
        zh: "《政府信息公开条例》第四十九条：县级以上地方人民政府主管部门公布本级政府的年度报告",
        en: "Regulation on Open Government Information, Article 49: the report of a government is on the whole of it",
    },
    message: Text {
        zh: "正文“{text}”说的是政府办公室本级，表格是全区域的数字（{actual} 与 {expected}），口径不同，不作为差错。",
        en: "The text says “{text}” of the government's own office; the table is of the whole jurisdiction ({actual} and {expected}). They count different things and are not held against each other.",
    },
    hint: Text {
        zh: "在正文中补充全区域的数字，或者写明该数字只是办公室本级。",
        en: "Add the figure of the whole jurisdiction to the text, or say that this one is of the office alone.",
    },
    passes: Example {
        text: Text { zh: "“全市共收到申请220件”。", en: "“全市共收到申请220件”." },
        case: "text overview + 全市共收到政府信息公开申请220件。",
    },
    fails: Example {
        text: Text {
            zh: "“市政府办公室收到申请17件”，而表三为 220。",
            en: "“市政府办公室收到申请17件”, while table 3 has 220.",
        },
        case: "text overview + 市政府办公室收到政府信息公开申请17件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SCOPE;
    if facts.report.claims.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let mut told = facts.report.claims.iter().zip(&facts.claims);
    let differing = told
        .find(|(claim, judged)| claim.scope == Scope::Office && judged.standing == ClaimStanding::Differs);
    let finding = differing.map(|(claim, judged)| {
        finding(claim, judged.sums.first().copied().flatten().unwrap_or_default(), facts)
    });
    Outcome::whole(rule, finding)
}

fn finding(claim: &Claim, expected: crate::number::Decimal, facts: &Facts<'_>) -> Finding {
    let message = SCOPE.message.fill(&[
        ("text", quoted(&claim.text)),
        ("actual", Sentence::same(claim.value)),
        ("expected", Sentence::same(expected)),
    ]);
    let cells = claim.readings.first().cloned().unwrap_or_default();
    let mut finding = Finding::of(&SCOPE, message)
        .about(facts.report, cells.into_iter().map(|cell| (cell, Role::Part)))
        .standing(Some(claim.place));
    finding.expected = Some(expected);
    finding.actual = Some(claim.value);
    finding
}
