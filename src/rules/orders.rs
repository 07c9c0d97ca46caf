//! The order rules: one sum is at most another. A blank operand leaves an order undecided.

use super::ledger::Standing;
use super::{Facts, Finding, Lesser, Order, Outcome, Role, Rule, Status, wording};
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::State;
use crate::report::form::{Applicant, Cell, Item, ItemField, RequestRow};
use crate::sorted::Listed;

/// What every order of `rule` comes to: one outcome a column of table 3, or an item of table 2.
pub(crate) fn evaluate(rule: &Rule, orders: &[Order], facts: &Facts<'_>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    if orders.iter().any(|order| matches!(order, Order::Requests { .. })) {
        outcomes.extend(Applicant::PRINTED.into_iter().map(|column| {
            let status = in_column(rule, orders, column, facts);
            Outcome::new(rule, Some(column.key().to_owned()), status)
        }));
    }
    for order in orders {
        if let Order::Items { items, lesser, greater } = order {
            outcomes.extend(items.iter().map(|item| {
                let status = of_item(rule, *item, lesser, greater, facts);
                Outcome::new(rule, Some(item.key().to_owned()), status)
            }));
        }
    }
    outcomes
}

/// One comparison: which cells, and what it comes to.
struct Comparison {
    lesser: Vec<Cell>,
    greater: Vec<Cell>,
    result: Comparable,
}

/// What a comparison comes to.
enum Comparable {
    /// Both sums, the lesser first.
    Known(Decimal, Decimal),
    /// A cell that is no number.
    Doubtful(Cell, Text),
    /// The sums do not fit.
    TooLarge,
}

fn in_column(rule: &Rule, orders: &[Order], column: Applicant, facts: &Facts<'_>) -> Status {
    let mut comparisons = Vec::new();
    for order in orders {
        let Order::Requests { lesser, greater, implied_by } = order else { continue };
        let is_open = facts.ledger.of(implied_by).any(|entry| {
            entry.identity.at == column.key() && matches!(entry.standing, Standing::Undecided(_))
        });
        if !is_open {
            continue;
        }
        let rows: Vec<RequestRow> = match lesser {
            Lesser::Outcomes => RequestRow::outcomes(facts.presence.requests).listed(),
            Lesser::Row(row) => vec![*row],
        };
        let greater: Vec<Cell> = greater.iter().map(|row| Cell::Request(*row, column)).listed();
        comparisons.extend(rows.into_iter().map(|row| {
            compare(vec![Cell::Request(row, column)], greater.clone(), &|cell| certain(cell, facts))
        }));
    }
    status(rule, column.key(), column.label().into(), comparisons, facts)
}

fn of_item(
    rule: &Rule,
    item: Item,
    lesser: &[ItemField],
    greater: &[ItemField],
    facts: &Facts<'_>,
) -> Status {
    let fields = item.fields(facts.presence.proactive);
    let speaks = rule.editions.include(facts.presence.proactive);
    let belongs = lesser.iter().chain(greater).all(|field| fields.contains(field));
    let cells =
        |side: &[ItemField]| -> Vec<Cell> { side.iter().map(|field| Cell::Proactive(item, *field)).listed() };
    let (lesser, greater) = (cells(lesser), cells(greater));
    let stands = lesser.iter().chain(&greater).any(|cell| facts.report.figures.contains_key(cell));
    if !(speaks && belongs && stands) {
        return Status::NotApplicable;
    }
    let comparison = compare(lesser, greater, &|cell| certain(cell, facts));
    status(rule, item.key(), item.label().into(), vec![comparison], facts)
}

/// A cell's certain amount, or why there is none.
fn certain(cell: Cell, facts: &Facts<'_>) -> Result<Decimal, Text> {
    if let Some(amount) = facts.ledger.certain(cell) {
        return Ok(amount);
    }
    match facts.report.figures.get(&cell).map(|figure| figure.state) {
        Some(State::Number(amount)) => Ok(amount),
        Some(State::Blank | State::Dash) => Err(wording::BLANK_IN_ORDER),
        Some(State::Unreadable) => Err(wording::UNREADABLE),
        None => Err(wording::LOST),
    }
}

fn compare(
    lesser: Vec<Cell>,
    greater: Vec<Cell>,
    amount: &dyn Fn(Cell) -> Result<Decimal, Text>,
) -> Comparison {
    let sum = |cells: &[Cell]| -> Result<Option<Decimal>, (Cell, Text)> {
        let mut sum = Some(Decimal::ZERO);
        for cell in cells {
            let next = amount(*cell).map_err(|why| (*cell, why))?;
            sum = sum.and_then(|sum| sum.checked_add(next));
        }
        Ok(sum)
    };
    let result = match (sum(&lesser), sum(&greater)) {
        (Err((cell, why)), _) | (_, Err((cell, why))) => Comparable::Doubtful(cell, why),
        (Ok(Some(smaller)), Ok(Some(larger))) => Comparable::Known(smaller, larger),
        (Ok(_), Ok(_)) => Comparable::TooLarge,
    };
    Comparison { lesser, greater, result }
}

/// Failed where one comparison fails; else undecided where an operand is blank or where nothing could be
/// compared; else passed. What cannot be read is told by the rules about cells and sums.
fn status(rule: &Rule, at: &str, label: Sentence, comparisons: Vec<Comparison>, facts: &Facts<'_>) -> Status {
    if comparisons.is_empty() {
        return Status::NotApplicable;
    }
    let broken = comparisons.iter().find_map(|comparison| match comparison.result {
        Comparable::Known(smaller, larger) if smaller > larger => {
            Some(finding(rule, at, &label, comparison, (smaller, larger), facts))
        }
        _ => None,
    });
    if broken.is_some() {
        return Status::from(broken);
    }
    let is_known = |comparison: &Comparison| matches!(comparison.result, Comparable::Known(..));
    let some_known = comparisons.iter().any(is_known);
    let doubt = comparisons.iter().find_map(|comparison| match comparison.result {
        Comparable::Doubtful(cell, why) if why == wording::BLANK_IN_ORDER || !some_known => {
            Some(why.fill(&[("cell", cell.label())]))
        }
        Comparable::TooLarge if !some_known => Some(wording::TOO_LARGE.into()),
        _ => None,
    });
    doubt.map_or(Status::Passed, Status::Undecided)
}

fn finding(
    rule: &Rule,
    at: &str,
    label: &Sentence,
    comparison: &Comparison,
    (smaller, larger): (Decimal, Decimal),
    facts: &Facts<'_>,
) -> Finding {
    let named = |cells: &[Cell]| {
        Sentence::joined(
            cells.iter().map(|cell| {
                let value = certain(*cell, facts).map_or(wording::BLANK.into(), Sentence::same);
                let name = match cell {
                    Cell::Request(row, _) => row.short_label(),
                    Cell::Proactive(_, field) => field.label(),
                    Cell::Dispute(_, result) => result.label(),
                };
                wording::NAMED.fill(&[("cell", name.into()), ("value", value)])
            }),
            wording::PLUS,
        )
    };
    let printed = |cells: &[Cell]| {
        let terms: Vec<String> = cells
            .iter()
            .map(|cell| certain(*cell, facts).map_or(String::new(), |amount| amount.to_string()))
            .listed();
        if terms.is_empty() { "0".to_owned() } else { terms.join(" + ") }
    };
    let difference = smaller.checked_sub(larger);
    let message = rule.message.fill(&[
        ("at", label.clone()),
        ("lesser", named(&comparison.lesser)),
        ("greater", named(&comparison.greater)),
        ("actual", Sentence::same(smaller)),
        ("expected", Sentence::same(larger)),
        ("gap", difference.map_or(Sentence::default(), Sentence::same)),
    ]);
    let lesser = comparison.lesser.iter().map(|cell| (*cell, Role::Left));
    let greater = comparison.greater.iter().map(|cell| (*cell, Role::Right));
    let mut finding = Finding::of(rule, message).at(at).about(facts.report, lesser.chain(greater));
    finding.equation = Some(format!("{} ≤ {}", printed(&comparison.lesser), printed(&comparison.greater)));
    finding.expected = Some(larger);
    finding.actual = Some(smaller);
    finding.difference = difference;
    finding
}
