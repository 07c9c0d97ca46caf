//! P05: projects without money, or money without projects.

use crate::language::{Sentence, Text};
use crate::report::State;
use crate::report::form::{Cell, Edition, Item, ItemField};
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, wording,
};

/// *What it checks*: 采购项目数量 and 采购总金额 are both nought or both not.
///
/// *Why*: procurement costs money, and money is spent on projects.
///
/// *Basis*: the meaning of the two columns.
///
/// *Passes*: 12 projects, 345. *Fails*: no project, 345.
pub const PROCUREMENT: Rule = Rule {
    code: "P05",
    name: "procurement",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2019),
    title: Text {
        zh: "采购项目数量与采购总金额应同为 0 或同不为 0",
        en: "Procurement projects and their amount are both 0 or both not",
    },
    why: Text {
        zh: "有采购就有金额，有金额就有项目；一个为 0、一个不为 0，多半漏填了一格。",
        en: "Projects cost money and money is spent on projects; where one is 0 and the other is not, a figure is probably missing.",
    },
    basis: Text {
        zh: "表二“采购项目数量”“采购总金额”的含义",
        en: "The meaning of the columns projects and amount of table 2",
    },
    message: Text {
        zh: "政府集中采购项目 {count} 个，总金额却为 {amount}。",
        en: "{count} centralised procurement project(s), but an amount of {amount}.",
    },
    hint: Text {
        zh: "核对采购项目数量和总金额。", en: "Check the number of projects and the amount."
    },
    passes: Example {
        text: Text { zh: "12 个项目，345 万元。", en: "12 projects, 345." },
        case: "edition 2019",
    },
    fails: Example {
        text: Text { zh: "0 个项目，345 万元。", en: "No project, 345." },
        case: "edition 2019\nproactive.procurement.project_count = 0",
    },
    check: Check::Custom(check),
};

const CELLS: [Cell; 2] = [
    Cell::Proactive(Item::Procurement, ItemField::ProjectCount),
    Cell::Proactive(Item::Procurement, ItemField::Amount),
];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PROCUREMENT;
    let mut numbers = [None; 2];
    for (cell, number) in CELLS.iter().zip(&mut numbers) {
        let Some(figure) = facts.report.figures.get(cell) else {
            return Outcome::not_applicable(rule);
        };
        let doubt = match figure.state {
            State::Number(value) => {
                *number = Some(value);
                continue;
            }
            State::Blank | State::Dash => wording::BLANK_IN_ORDER,
            State::Unreadable => wording::UNREADABLE,
        };
        return Outcome::undecided(rule, doubt.fill(&[("cell", cell.label())]));
    }
    let [Some(count), Some(amount)] = numbers else {
        return Outcome::not_applicable(rule);
    };
    let finding = (count.is_zero() != amount.is_zero()).then(|| {
        let message =
            rule.message.fill(&[("count", Sentence::same(count)), ("amount", Sentence::same(amount))]);
        Finding::of(rule, message).about(facts.report, CELLS.map(|cell| (cell, Role::Part)))
    });
    Outcome::whole(rule, finding)
}
