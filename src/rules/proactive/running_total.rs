//! P04: the column of decisions read as a running total.

use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::Figure;
use crate::report::form::{Cell, Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: 处理决定数量 is not 上一年项目数量 + 本年增/减 in two rows or more with a change.
///
/// *Why*: items of a catalogue and decisions made are different things; where they add up, the column was
/// probably read as a running total. The form has no such identity, so it is never an error.
///
/// *Basis*: the meaning of the three columns.
///
/// *Passes*: 120, 3, 2210. *Fails*: 141 + 1519 = 1660 and 2 + 2 = 4.
pub const RUNNING_TOTAL: Rule = Rule {
    code: "P04",
    name: "decisions-as-running-total",
    family: Family::Proactive,
    severity: Severity::Info,
    editions: Editions::Only(Edition::Y2019),
    title: Text {
        zh: "处理决定数量恰为上一年项目数量与本年增减之和",
        en: "Decisions are exactly the items of last year plus the change",
    },
    why: Text {
        zh: "项目数量数的是事项种类，处理决定数量数的是当年作出的决定，两者没有加减关系；多行恰好相加，可能把这一栏当成了累计数。",
        en: "Items count kinds of matters, decisions count what was decided in the year; they do not add up to each other. Where several rows do, the column was probably read as a running total.",
    },
    basis: Text {
        zh: "表二“上一年项目数量”“本年增/减”“处理决定数量”的含义；格式没有这样的勾稽",
        en: "The meaning of the three columns of table 2; the form has no such identity",
    },
    message: Text {
        zh: "有 {count} 行的处理决定数量等于上一年项目数量加本年增减：{rows}。可能把处理决定数量当成了累计数。",
        en: "In {count} rows the decisions equal the items of last year plus the change: {rows}. The column may have been read as a running total.",
    },
    hint: Text {
        zh: "核对处理决定数量是否为当年作出的决定件数；如果确是巧合，可不改。",
        en: "Check that the column counts the decisions of the year; if it is a coincidence, leave it.",
    },
    passes: Example {
        text: Text { zh: "许可 120、3、2210。", en: "Licences 120, 3, 2210." },
        case: "edition 2019",
    },
    fails: Example {
        text: Text {
            zh: "处罚 141 + 1519 = 1660，强制 2 + 2 = 4。",
            en: "Penalties 141 + 1519 = 1660, compulsion 2 + 2 = 4.",
        },
        case: "edition 2019\nproactive.penalties.prior_items = 141\nproactive.penalties.items_change = 1519\nproactive.penalties.decisions = 1660\nproactive.compulsion.prior_items = 2\nproactive.compulsion.items_change = 2\nproactive.compulsion.decisions = 4",
    },
    check: Check::Custom(check),
};

const ROW: Text =
    Text { zh: "{item} {prior} + {change} = {decisions}", en: "{item} {prior} + {change} = {decisions}" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &RUNNING_TOTAL;
    if facts.presence.proactive != Edition::Y2019 || facts.presence.items.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let rows: Vec<(Item, [Decimal; 3])> =
        Item::ALL.into_iter().filter_map(|item| Some((item, running_total(item, facts)?))).listed();
    Outcome::whole(rule, (rows.len() >= 2).then(|| finding(&rows, facts)))
}

/// The three figures of a row where the third is the sum of the others and the change is not nought.
fn running_total(item: Item, facts: &Facts<'_>) -> Option<[Decimal; 3]> {
    let number = |field| facts.report.figures.get(&Cell::Proactive(item, field)).and_then(Figure::number);
    let prior = number(ItemField::PriorItems)?;
    let change = number(ItemField::ItemsChange)?;
    let decisions = number(ItemField::Decisions)?;
    (!change.is_zero() && prior.checked_add(change)? == decisions).then_some([prior, change, decisions])
}

fn finding(rows: &[(Item, [Decimal; 3])], facts: &Facts<'_>) -> Finding {
    let named = rows.iter().map(|(item, [prior, change, decisions])| {
        ROW.fill(&[
            ("item", item.label().into()),
            ("prior", Sentence::same(prior)),
            ("change", Sentence::same(change)),
            ("decisions", Sentence::same(decisions)),
        ])
    });
    let message =
        RUNNING_TOTAL.message.fill(&[("count", Sentence::same(rows.len())), ("rows", Sentence::list(named))]);
    let cells = rows.iter().flat_map(|(item, _)| {
        [
            (Cell::Proactive(*item, ItemField::PriorItems), Role::Part),
            (Cell::Proactive(*item, ItemField::ItemsChange), Role::Part),
            (Cell::Proactive(*item, ItemField::Decisions), Role::Total),
        ]
    });
    Finding::of(&RUNNING_TOTAL, message).about(facts.report, cells)
}
