//! C07: a fee in 元 where the column is in 万元.

use crate::language::{Sentence, Text};
use crate::report::form::{Cell, Edition, Item, ItemField};
use crate::report::{Figure, Unit};
use crate::rules::years::is_another_unit;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};

/// *What it checks*: the fee cell, whose column is in 万元, carries no 元, and, where last year's report is known, is
/// not a thousand times last year's.
///
/// *Why*: an amount in 元 under 万元 is ten thousand times too large in every roll-up.
///
/// *Basis*: the column's heading 本年收费金额（单位：万元）.
///
/// *Passes*: 0.04. *Fails*: 400元.
pub const FEE_UNIT: Rule = Rule {
    code: "C07",
    name: "fee-unit",
    family: Family::Cells,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "收费金额以万元为单位，格内却写元",
        en: "Fees are in 10,000 yuan, but the cell says yuan",
    },
    why: Text {
        zh: "栏目单位是万元，按元填写会使汇总数放大一万倍。",
        en: "The column is in 10,000 yuan; an amount in yuan is ten thousand times too large in every roll-up.",
    },
    basis: Text {
        zh: "表二栏目“本年收费金额（单位：万元）”",
        en: "The column heading of table 2: fees, unit 10,000 yuan",
    },
    message: Text {
        zh: "行政事业性收费写作“{printed}”，而该栏单位为万元，应为 {value}。",
        en: "The fees are printed as “{printed}”, but the column is in 10,000 yuan: it should be {value}.",
    },
    hint: Text {
        zh: "换算为万元，格内只写数字。", en: "Convert to 10,000 yuan and write the number alone."
    },
    passes: Example {
        text: Text { zh: "400 元写作 0.04。", en: "400 yuan written as 0.04." },
        case: "proactive.fees.amount_wan_yuan = 0.04",
    },
    fails: Example {
        text: Text { zh: "写作 400 元。", en: "Written as 400 yuan." },
        case: "proactive.fees.amount_wan_yuan = 400 yuan",
    },
    check: Check::Custom(check),
};

/// The message where last year is known.
const THOUSANDFOLD: Text = Text {
    zh: "行政事业性收费为 {now} 万元，上年为 {before} 万元，相差千倍以上；可能是按元填写的。",
    en: "The fees are {now}, last year's {before} (10,000 yuan): a thousand times as much; they may be in yuan.",
};

const FEE: Cell = Cell::Proactive(Item::Fees, ItemField::AmountWanYuan);

/// True for the fee cell where it carries 元.
pub(super) fn is_fee_in_yuan(cell: Cell, figure: &Figure) -> bool {
    cell == FEE && figure.unit == Some(Unit::Yuan)
}

/// A figure a thousand times last year's, where that is known.
fn after_last_year(facts: &Facts<'_>) -> Option<Finding> {
    let before = facts.last_year?.certain(FEE)?;
    let now = facts.report.figures.get(&FEE)?.number()?;
    is_another_unit(before, now).then(|| {
        let message = THOUSANDFOLD.fill(&[("before", Sentence::same(before)), ("now", Sentence::same(now))]);
        Finding::of(&FEE_UNIT, message).severity(Severity::Info).about(facts.report, [(FEE, Role::Part)])
    })
}

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &FEE_UNIT;
    let Some(figure) = facts.report.figures.get(&FEE) else {
        return Outcome::not_applicable(rule);
    };
    if !is_fee_in_yuan(FEE, figure) {
        return Outcome::whole(rule, after_last_year(facts));
    }
    let value = figure.number().and_then(|number| number.over_ten_to(4));
    let message = rule.message.fill(&[
        ("printed", Sentence::same(figure.raw.trim())),
        ("value", value.map_or(Sentence::same("÷10000"), Sentence::same)),
    ]);
    Outcome::whole(rule, Some(Finding::of(rule, message).about(facts.report, [(FEE, Role::Part)])))
}
