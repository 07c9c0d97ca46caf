//! Findings that list cells, one a table.

use crate::language::Sentence;
use crate::report::form::Cell;
use crate::report::{Figure, State};
use crate::rules::ledger::Standing;
use crate::rules::sheet::{Sheet, each_sheet};
use crate::rules::{Facts, Finding, Outcome, Role, Rule, wording};
use crate::sorted::Listed;

/// One outcome a table, failed with the list of the cells that `wanted` finds.
pub(super) fn list_cells(
    rule: &Rule,
    facts: &Facts<'_>,
    wanted: impl Fn(Cell, &Figure) -> bool,
) -> Vec<Outcome> {
    each_sheet(rule, facts, |sheet| {
        let cells: Vec<Cell> = sheet
            .figures(facts)
            .filter(|(cell, figure)| wanted(*cell, figure))
            .map(|(cell, _)| cell)
            .listed();
        (!cells.is_empty()).then(|| listing(rule, facts, sheet, &cells))
    })
}

/// A finding that lists cells: `{table}`, `{count}`, `{cells}` and, printed as they stand, `{printed}`.
pub(super) fn listing(rule: &Rule, facts: &Facts<'_>, sheet: Sheet, cells: &[Cell]) -> Finding {
    const PRINTED: usize = 6;
    let printed =
        cells.iter().filter_map(|cell| Some((cell, facts.report.figures.get(cell)?))).take(PRINTED).map(
            |(cell, figure)| {
                let value = Sentence::same(figure.raw.trim());
                wording::AS_PRINTED.fill(&[("cell", cell.label()), ("value", value)])
            },
        );
    let message = rule.message.fill(&[
        ("table", sheet.label().into()),
        ("count", Sentence::same(cells.len())),
        ("cells", wording::cells(cells)),
        ("printed", Sentence::list(printed)),
    ]);
    Finding::of(rule, message)
        .at(sheet.key())
        .about(facts.report, cells.iter().map(|cell| (*cell, Role::Part)))
}

/// How many identities of the table hold only because figures in `state` count as nought, as a sentence; `None`
/// where there is no such identity.
pub(super) fn holds_as_zero(facts: &Facts<'_>, sheet: Sheet, state: State) -> Option<Sentence> {
    let in_state = |cell: &Cell| {
        Sheet::of(*cell) == sheet
            && facts.report.figures.get(cell).is_some_and(|figure| figure.state == state)
    };
    let count = facts
        .ledger
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.standing == Standing::Holds { blank_as_zero: true })
        .filter(|(index, _)| facts.ledger.expanded(*index).keys().any(in_state))
        .count();
    (count > 0).then(|| wording::HOLDS_AS_ZERO.fill(&[("count", Sentence::same(count))]))
}
