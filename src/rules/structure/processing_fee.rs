//! S22: fees for processing information.

use crate::language::{Sentence, Text};
use crate::report::Figure;
use crate::report::form::{Applicant, Cell, Edition, RequestRow, Section};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, prose};

/// *What it checks*: from 2021 on, section 六 tells of fees for processing information; the more so where table 3
/// counts requests that ended for an unpaid fee.
///
/// *Why*: the fees have to be accounted for in the annual report.
///
/// *Basis*: 国办函〔2020〕109号.
///
/// *Passes*: no fee was charged, and it says so. *Fails*: 2 requests ended unpaid, and no word of fees.
pub const PROCESSING_FEE: Rule = Rule {
    code: "S22",
    name: "processing-fee",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "第六部分没有写信息处理费收取情况",
        en: "Section 6 says nothing of fees for processing information",
    },
    why: Text {
        zh: "信息处理费收取情况要纳入年度报告，接受社会监督；没有收取的也应写明。",
        en: "What was charged for processing information belongs in the annual report; where nothing was, it should say so.",
    },
    basis: Text {
        zh: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
        en: "The measures on fees for processing information (Guobanhan [2020] No. 109)",
    },
    message: Text {
        zh: "第六部分没有写信息处理费收取情况（没有收取的也应写明）。",
        en: "Section 6 does not say whether fees for processing information were charged.",
    },
    hint: Text {
        zh: "写明发出收费通知的件数和总金额、实际收取的总金额；没有的写“未收取”。",
        en: "Tell how many fee notices were sent, over how much, and how much was received; or that none was.",
    },
    passes: Example {
        text: Text { zh: "写明没有收取信息处理费。", en: "It says that no fee was charged." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "第六部分只写“无”。", en: "Section 6 says 无 and no more." },
        case: "text other_matters = 无。",
    },
    check: Check::Custom(check),
};

const UNPAID: Text = Text {
    zh: "表三有 {count} 件因逾期未缴费不再处理，第六部分却没有写信息处理费收取情况。",
    en: "{count} request(s) of table 3 ended for an unpaid fee, but section 6 says nothing of fees.",
};

const OVERDUE: Cell = Cell::Request(RequestRow::OtherFeeOverdue, Applicant::Total);

/// Words that speak of the fee.
const FEE: [&str; 6] = ["处理费", "收费", "收取", "费用", "缴费", "缴纳"];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PROCESSING_FEE;
    let year = facts.report.year.as_ref().map(|year| year.value);
    let is_of_2021 = year.is_some_and(|year| Edition::of_year(year) == Edition::Y2021);
    let Some(words) = prose::words(facts, Section::OtherMatters).filter(|_| is_of_2021) else {
        return Outcome::not_applicable(rule);
    };
    let elsewhere = || prose::all_words(facts).contains("信息处理费");
    if prose::has_any(&words, &FEE) || elsewhere() {
        return Outcome::whole(rule, None);
    }
    let overdue = facts.report.figures.get(&OVERDUE).and_then(Figure::number);
    let finding = match overdue.filter(|overdue| !overdue.is_zero() && !overdue.is_negative()) {
        Some(overdue) => Finding::of(rule, UNPAID.fill(&[("count", Sentence::same(overdue))]))
            .severity(Severity::Warning)
            .about(facts.report, [(OVERDUE, Role::Part)]),
        None => Finding::of(rule, rule.message.into()),
    };
    let place = facts.report.sections.iter().find(|found| found.section == Section::OtherMatters);
    Outcome::whole(rule, Some(finding.standing(place.map(|found| found.place))))
}
