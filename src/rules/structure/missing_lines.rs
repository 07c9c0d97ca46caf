//! S10: a row or a column of table 3 or table 4 is missing.

use crate::language::{Sentence, Text};
use crate::report::Certainty;
use crate::report::form::{Applicant, DisputeOutcome, RequestRow, Track};
use crate::rules::reading::is_short;
use crate::rules::sheet::Sheet;
use crate::rules::{
    Check, Editions, Example, Facts, Family, Finding, Outcome, Responsibility, Rule, Severity, Status,
};
use crate::sorted::Listed;

/// *What it checks*: every row and column of the edition's form stands in tables 3 and 4. Where too few cells were
/// found to say so, E02 speaks instead.
///
/// *Why*: a row that is left out cannot be told from one that was lost.
///
/// *Basis*: the form.
///
/// *Passes*: 25 rows and 7 columns. *Fails*: no row 上年结转.
pub const MISSING_LINES: Rule = Rule {
    code: "S10",
    name: "missing-row-or-column",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "表三、表四缺少格式的行或栏",
        en: "A row or column of the form is missing in table 3 or 4",
    },
    why: Text {
        zh: "表格要整体保留，没有发生的行填 0，不能删去。",
        en: "The table stays whole: a row without anything to count is filled with 0, not taken out.",
    },
    basis: Text { zh: "年度报告格式所附表格", en: "The tables of the form" },
    message: Text {
        zh: "{table}缺少 {count} 行（栏）：{lines}。",
        en: "{table} lacks {count} row(s) or column(s): {lines}.",
    },
    hint: Text {
        zh: "按格式补齐，没有发生的填 0。",
        en: "Add them as the form has them, with 0 where nothing happened.",
    },
    passes: Example { text: Text { zh: "行、栏齐全。", en: "Every row and column stands." }, case: "" },
    fails: Example {
        text: Text {
            zh: "没有“上年结转”一行。", en: "The row of requests carried in is missing."
        },
        case: "- requests.carried_in",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    [Sheet::Requests, Sheet::Disputes]
        .into_iter()
        .map(|sheet| {
            let status = if !sheet.stands(facts) || is_short(facts, sheet) {
                Status::NotApplicable
            } else {
                Status::from(finding(facts, sheet))
            };
            Outcome::new(&MISSING_LINES, Some(sheet.key().to_owned()), status)
        })
        .listed()
}

fn finding(facts: &Facts<'_>, sheet: Sheet) -> Option<Finding> {
    let missing = match sheet {
        Sheet::Requests => missing_in_table_3(facts),
        Sheet::Disputes => missing_in_table_4(facts),
        Sheet::Proactive => Vec::new(),
    };
    if missing.is_empty() {
        return None;
    }
    let message = MISSING_LINES.message.fill(&[
        ("table", sheet.label().into()),
        ("count", Sentence::same(missing.len())),
        ("lines", Sentence::list(missing.into_iter().map(Sentence::from))),
    ]);
    let mut finding = Finding::of(&MISSING_LINES, message).at(sheet.key()).standing(sheet.place(facts));
    // Where other lines of the table were read by position, this one may have been lost on the way.
    if sheet.figures(facts).any(|(_, figure)| figure.certainty != Certainty::Label) {
        finding.responsibility = Responsibility::Reading;
    }
    Some(finding)
}

fn missing_in_table_3(facts: &Facts<'_>) -> Vec<Text> {
    let presence = &facts.presence;
    let rows = RequestRow::printed(presence.requests).into_iter().filter(|row| !presence.rows.contains(row));
    let columns = Applicant::PRINTED.into_iter().filter(|column| !presence.columns.contains(column));
    rows.map(RequestRow::label).chain(columns.map(Applicant::label)).listed()
}

fn missing_in_table_4(facts: &Facts<'_>) -> Vec<Text> {
    let presence = &facts.presence;
    let tracks = Track::ALL.into_iter().filter(|track| !presence.tracks.contains(track));
    let results = DisputeOutcome::ALL.into_iter().filter(|result| !presence.results.contains(result));
    tracks.map(Track::label).chain(results.map(DisputeOutcome::label)).listed()
}
