//! C02: strokes where a number belongs.

use super::listing::{holds_as_zero, listing};
use crate::language::Text;
use crate::report::State;
use crate::report::form::Cell;
use crate::rules::sheet::each_sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Outcome, Rule, Severity, wording};
use crate::sorted::Listed;

/// *What it checks*: no cell holds `/`, `-`, `—` or 无 where a number belongs, one finding a table.
///
/// *Why*: a stroke says that there is nothing to count, or that nobody counted; in sums it is a blank.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: noughts written out. *Fails*: `/` under 科研机构.
pub const DASHES: Rule = Rule {
    code: "C02",
    name: "dashes",
    family: Family::Cells,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text { zh: "数字格里写了 /、—、无", en: "A stroke or 无 where a number belongs" },
    why: Text {
        zh: "“/”“—”“无”可能是没有发生，也可能是没有统计；勾稽时按空白处理。",
        en: "A stroke may mean nothing happened, or nothing was counted; in sums it is a blank.",
    },
    basis: Text {
        zh: "表格各栏均应填写数字，没有的填 0",
        en: "Every cell of the form takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "{table}有 {count} 格写的是“/”“—”或“无”：{printed}。",
        en: "{table} has a stroke or 无 in {count} cell(s): {printed}.",
    },
    hint: Text {
        zh: "没有发生的填 0；没有制定权限的规章一格可以保留“/”。",
        en: "Write 0 where nothing happened; an organ that cannot make rules may leave the stroke there.",
    },
    passes: Example {
        text: Text { zh: "没有发生的都写 0。", en: "What did not happen is written as 0." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "属于国家秘密一行的科研机构写“/”。",
            en: "“State secret” has a stroke under research institutions.",
        },
        case: "requests.denied_state_secret.research_institution = dash",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    each_sheet(&DASHES, facts, |sheet| {
        let dashes: Vec<Cell> = sheet
            .figures(facts)
            .filter(|(_, figure)| figure.state == State::Dash)
            .map(|(cell, _)| cell)
            .listed();
        (!dashes.is_empty()).then(|| {
            let mut finding = listing(&DASHES, facts, sheet, &dashes);
            let also = holds_as_zero(facts, sheet, State::Dash);
            finding.message = wording::paragraph([finding.message].into_iter().chain(also));
            finding
        })
    })
}
