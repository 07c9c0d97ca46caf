//! A01: the parent is the sum of its children.

use super::RollUp;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, DisputeOutcome};
use crate::rules::extract::Worth;
use crate::rules::{
    Check, Editions, Example, Extract, Family, Finding, Outcome, Role, Rule, Severity, Status, Suspect,
    wording,
};

/// *What it checks*: every cell of the report of the organ above is the sum of that cell in the reports of the organs
/// stated to make it up. Where the total of a row or a track differs, its parts that differ are told with it.
///
/// *Why*: a roll-up that is not the sum of what went into it has lost or doubled a report.
///
/// *Basis*: Article 49; only where the set is stated to be complete.
///
/// *Passes*: 220 and 0 make 220. *Fails*: 220 and 3 make 220.
pub const PARENT_SUM: Rule = Rule {
    code: "A01",
    name: "parent-sum",
    family: Family::Aggregation,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "汇总报告的每一格等于各单位之和",
        en: "Every cell of the parent is the sum of its children",
    },
    why: Text {
        zh: "汇总数与各单位之和不等，说明漏汇、重汇了单位，或有单位事后改了数。",
        en: "A roll-up that is not the sum of what went into it has lost or doubled a report, or one was changed afterwards.",
    },
    basis: Text {
        zh: "《政府信息公开条例》第四十九条；仅在所列单位完整时适用",
        en: "Article 49 of the Regulations; only where the stated set is complete",
    },
    message: Text {
        zh: "{at}：{count} 个单位之和为 {expected}，汇总报告为 {actual}，{more} {gap}。",
        en: "{at}: {count} reports add up to {expected}, the parent says {actual}: {gap} {more}.",
    },
    hint: Text {
        zh: "核对是否漏汇或重汇了单位；汇总范围大于所列单位的，请补齐再核对。",
        en: "Check whether a report was left out or counted twice; where the parent covers more organs, state them all.",
    },
    passes: Example {
        text: Text { zh: "220 与 0，汇总 220。", en: "220 and 0, 220 in all." },
        case: "and child",
    },
    fails: Example {
        text: Text { zh: "220 与 3，汇总 220。", en: "220 and 3, but 220 in all." },
        case: "and child\nrequests.new_received.natural_person = 3\nrequests.new_received.total = 3",
    },
    check: Check::RollUp(check),
};

const PARTS: Text = Text { zh: "其中：{parts}。", en: "By part: {parts}." };
const PART: Text = Text { zh: "{at} {expected} → {actual}", en: "{at} {expected} → {actual}" };
const INCOMPLETE: Text = Text {
    zh: "有单位没有汇入（见 A02），汇总数无从核对。",
    en: "A report is not among the summed ones (see A02); the parent cannot be checked.",
};
const UNKNOWN: Text =
    Text { zh: "{name} 的「{cell}」无从得知。", en: "“{cell}” of {name} cannot be known." };

/// Sums of more reports than these leave noughts out of the printed equation; of more still, all.
const LONG: usize = 7;

fn check(roll_up: &RollUp<'_>) -> Vec<Outcome> {
    let rule = &PARENT_SUM;
    let Some(parent) = roll_up.parent else { return Outcome::not_applicable(rule) };
    if !roll_up.left_out.is_empty() || !parent.is_report {
        return Outcome::undecided(rule, INCOMPLETE.into());
    }
    let mut outcomes: Vec<(Cell, Outcome)> = roll_up
        .cells()
        .filter(|cell| parent.edition_of(*cell).is_some())
        .map(|cell| (cell, outcome(cell, roll_up, parent)))
        .collect();
    for index in 0..outcomes.len() {
        let (total, before) = (outcomes[index].0, outcomes[..index].len());
        if matches!(outcomes[index].1.status, Status::Failed(_)) && is_total(total) {
            fold(&mut outcomes, before, total);
        }
    }
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn outcome(cell: Cell, roll_up: &RollUp<'_>, parent: &Extract) -> Outcome {
    let (sum, printed) = (roll_up.sum(cell).unwrap_or(Worth::Unknown), parent.worth(cell));
    let status = match (sum.loosely(), printed.loosely()) {
        (None, _) => {
            let name = roll_up.unknown(cell).map_or("", |child| child.name.as_str());
            let values = [("name", Sentence::same(name)), ("cell", cell.label())];
            Status::Undecided(UNKNOWN.fill(&values))
        }
        (_, None) => Status::Undecided(wording::UNKNOWN.fill(&[("cell", cell.label())])),
        (Some(expected), Some(actual)) if expected != actual => {
            Status::Failed(Box::new(finding(cell, roll_up, parent, expected, actual)))
        }
        _ if sum.certainly().is_some() && printed.certainly().is_some() => Status::Passed,
        _ => Status::PassedBlankAsZero,
    };
    Outcome::new(&PARENT_SUM, Some(cell.to_string()), status)
}

fn finding(
    cell: Cell,
    roll_up: &RollUp<'_>,
    parent: &Extract,
    expected: Decimal,
    actual: Decimal,
) -> Finding {
    let (more, gap) = if actual > expected {
        (wording::TOO_MANY, actual.checked_sub(expected))
    } else {
        (wording::TOO_FEW, expected.checked_sub(actual))
    };
    let message = PARENT_SUM.message.fill(&[
        ("at", cell.label()),
        ("count", Sentence::same(roll_up.children.len())),
        ("expected", Sentence::same(expected)),
        ("actual", Sentence::same(actual)),
        ("more", more.into()),
        ("gap", Sentence::same(gap.unwrap_or_default())),
    ]);
    let finding = Finding::of(&PARENT_SUM, message).at(&cell.to_string());
    let mut finding = parent.about(finding, vec![(cell, Role::Total)]);
    let mut terms: Vec<Decimal> =
        roll_up.children.iter().filter_map(|child| child.worth(cell).loosely()).collect();
    if terms.len() > LONG {
        terms.retain(|term| !term.is_zero());
    }
    if terms.is_empty() || terms.len() > LONG * 2 {
        terms = vec![expected];
    }
    let terms: Vec<String> = terms.iter().map(Decimal::to_string).collect();
    finding.equation = Some(format!("{} = {actual}", terms.join(" + ")));
    finding.expected = Some(expected);
    finding.actual = Some(actual);
    finding.difference = actual.checked_sub(expected);
    finding.suspects = vec![Suspect { cell, to: expected }];
    finding
}

fn is_total(cell: Cell) -> bool {
    matches!(cell, Cell::Request(_, Applicant::Total) | Cell::Dispute(_, DisputeOutcome::Total))
}

/// Tells the parts that differ with their total. A row's kinds and a track's outcomes stand before it.
fn fold(outcomes: &mut [(Cell, Outcome)], before: usize, total: Cell) {
    let is_part = |cell: Cell| match (cell, total) {
        (Cell::Request(row, _), Cell::Request(of, _)) => row == of,
        (Cell::Dispute(track, _), Cell::Dispute(of, _)) => track == of,
        _ => false,
    };
    let (mut parts, mut cells) = (Vec::new(), Vec::new());
    for (cell, outcome) in outcomes[..before].iter_mut().filter(|(cell, _)| is_part(*cell)) {
        let Status::Failed(finding) = &outcome.status else { continue };
        let number = |value: Option<Decimal>| value.map_or(Sentence::default(), Sentence::same);
        parts.push(PART.fill(&[
            ("at", part_label(*cell)),
            ("expected", number(finding.expected)),
            ("actual", number(finding.actual)),
        ]));
        cells.push((*cell, Role::Part));
        outcome.status = Status::NotApplicable;
    }
    if let (Status::Failed(finding), false) = (&mut outcomes[before].1.status, parts.is_empty()) {
        finding.cells.extend(cells);
        let parts = PARTS.fill(&[("parts", Sentence::list(parts))]);
        finding.message = wording::paragraph([std::mem::take(&mut finding.message), parts]);
    }
}

fn part_label(cell: Cell) -> Sentence {
    match cell {
        Cell::Request(_, column) => column.label().into(),
        Cell::Dispute(_, outcome) => outcome.label().into(),
        Cell::Proactive(..) => cell.label(),
    }
}
