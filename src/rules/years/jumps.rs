//! Y05: figures that jump.

use super::Years;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, DisputeOutcome};
use crate::rules::extract::FEES;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Family, Finding, Outcome, Role, Rule, Severity, Status};

/// *What it checks*: no total is more than five times last year's, or less than a fifth, where last year's was 30 or
/// more. One finding a table.
///
/// *Why*: such a jump is often a unit, a digit or a column gone wrong; where it is true, readers will ask.
///
/// *Basis*: none; it is only a note.
///
/// *Passes*: 220 after 180. *Fails*: 220 after 30.
pub const JUMPS: Rule = Rule {
    code: "Y05",
    name: "jump-over-the-years",
    family: Family::Years,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "比上年增加到五倍以上或减少到五分之一以下",
        en: "More than five times last year's figure, or less than a fifth",
    },
    why: Text {
        zh: "大起大落往往是单位、位数或栏目填错；确有其事的，读者也会问起。",
        en: "Such a jump is often a unit, a digit or a column gone wrong; where it is true, readers will ask.",
    },
    basis: Text {
        zh: "两年报告的对照，仅供核对", en: "The comparison of two years, for a look only"
    },
    message: Text {
        zh: "{later} 年与 {earlier} 年相差悬殊的有：{cells}。",
        en: "Far from {earlier}, in {later}: {cells}.",
    },
    hint: Text {
        zh: "核对是否填错；属实的，可在报告中说明原因。",
        en: "Check for slips; where it is true, the report may say why.",
    },
    passes: Example {
        text: Text { zh: "上年 180 件，本年 220 件。", en: "220 after 180." },
        case: "and last year\nrequests.new_received.total = 180",
    },
    fails: Example {
        text: Text { zh: "上年 30 件，本年 220 件。", en: "220 after 30." },
        case: "and last year\nrequests.new_received.total = 30",
    },
    check: Check::Years(check),
};

const CHANGE: Text = Text { zh: "{cell} {before} → {now}", en: "{cell} {before} → {now}" };

/// The least figure of last year that a jump is told from.
const BASE: Decimal = Decimal::whole(30);

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &JUMPS;
    if !years.are_adjacent() {
        return Outcome::not_applicable(rule);
    }
    let outcome = |sheet: Sheet| {
        let jumps: Vec<(Cell, Sentence)> = years
            .later
            .cells()
            .filter(|cell| Sheet::of(*cell) == sheet && stands_for_all(*cell))
            .filter_map(|cell| Some((cell, jump(cell, years)?)))
            .collect();
        let (cells, words): (Vec<Cell>, Vec<Sentence>) = jumps.into_iter().unzip();
        let finding = (!cells.is_empty()).then(|| {
            let [earlier, later] = years.names();
            let message = rule.message.fill(&[earlier, later, ("cells", Sentence::list(words))]);
            let roles = cells.into_iter().map(|cell| (cell, Role::Part)).collect();
            years.later.about(Finding::of(rule, message).at(sheet.key()), roles)
        });
        Outcome::new(rule, Some(sheet.key().to_owned()), Status::from(finding))
    };
    Sheet::ALL.map(outcome).into()
}

/// The totals of tables 3 and 4, and table 2: what a kind or an outcome does by itself is told by its total.
fn stands_for_all(cell: Cell) -> bool {
    match cell {
        Cell::Proactive(..) => true,
        Cell::Request(_, column) => column == Applicant::Total,
        Cell::Dispute(_, outcome) => outcome == DisputeOutcome::Total,
    }
}

fn jump(cell: Cell, years: Years<'_>) -> Option<Sentence> {
    let before = years.earlier.worth(cell).certainly()?;
    let now = years.later.worth(cell).certainly()?;
    let times_five = |number: Decimal| (0..4).try_fold(number, |sum, _| sum.checked_add(number));
    let is_jump = before >= BASE && (now > times_five(before)? || times_five(now)? < before);
    (is_jump && !(cell == FEES && is_another_unit(before, now))).then(|| {
        CHANGE.fill(&[
            ("cell", cell.label()),
            ("before", Sentence::same(before)),
            ("now", Sentence::same(now)),
        ])
    })
}

/// A thousand times as much: that is C07's.
pub(in crate::rules) fn is_another_unit(before: Decimal, now: Decimal) -> bool {
    !before.is_zero() && before.times_ten_to(3).is_some_and(|thousandfold| now >= thousandfold)
}
