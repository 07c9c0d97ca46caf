//! R12: two kinds of applicant with the same figures throughout.

use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: no two kinds of applicant have the same figures in every row, where at least four of them are
/// not nought and they add up to ten.
///
/// *Why*: such a column was probably copied.
///
/// *Basis*: chance.
///
/// *Passes*: figures of their own. *Fails*: 科研机构 as 商业企业 throughout.
pub const SAME_COLUMNS: Rule = Rule {
    code: "R12",
    name: "same-columns",
    family: Family::Requests,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "两类申请人的数字逐行相同",
        en: "Two kinds of applicant have the same figures in every row",
    },
    why: Text {
        zh: "多行非零的数字逐行相同，很可能是误把一栏复制到另一栏。",
        en: "Where many figures that are not nought agree row by row, one column was probably copied into the other.",
    },
    basis: Text {
        zh: "表三各类申请人分别统计", en: "Table 3 counts each kind of applicant by itself"
    },
    message: Text {
        zh: "{pairs} 的数字逐行相同（{rows} 行不为 0，合计 {sum}）。",
        en: "{pairs} have the same figures in every row ({rows} of them not 0, {sum} in all).",
    },
    hint: Text {
        zh: "核对这两栏是否有一栏是误复制的。",
        en: "Check whether one of the columns was copied by mistake.",
    },
    passes: Example { text: Text { zh: "各栏数字不同。", en: "The columns differ." }, case: "" },
    fails: Example {
        text: Text {
            zh: "科研机构一栏与商业企业一栏相同。",
            en: "Research institutions as commercial enterprises throughout.",
        },
        case: "copy commercial_enterprise to research_institution",
    },
    check: Check::Custom(check),
};

const PAIR: Text = Text { zh: "「{one}」与「{other}」", en: "“{one}” and “{other}”" };
const FEWEST_ROWS: usize = 4;
const SMALLEST_SUM: i64 = 10;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SAME_COLUMNS;
    if !facts.presence.has_requests() {
        return Outcome::not_applicable(rule);
    }
    let kinds = Applicant::KINDS;
    let pairs = kinds
        .iter()
        .enumerate()
        .flat_map(|(index, one)| kinds[index + 1..].iter().map(move |other| (*one, *other)));
    let same: Vec<(Applicant, Applicant, usize, Decimal)> = pairs
        .filter_map(|(one, other)| {
            let (rows, sum) = agreement(facts, one, other)?;
            Some((one, other, rows, sum))
        })
        .listed();
    let finding = same.first().map(|(first, second, rows, sum)| {
        let pairs = same.iter().map(|(one, other, ..)| {
            PAIR.fill(&[("one", one.label().into()), ("other", other.label().into())])
        });
        let message = rule.message.fill(&[
            ("pairs", Sentence::list(pairs)),
            ("rows", Sentence::same(rows)),
            ("sum", Sentence::same(sum)),
        ]);
        let cells = RequestRow::printed(facts.presence.requests)
            .into_iter()
            .flat_map(|row| [*first, *second].map(|column| (Cell::Request(row, column), Role::Part)));
        Finding::of(rule, message).about(facts.report, cells)
    });
    Outcome::whole(rule, finding)
}

/// How many rows are not nought and what they add up to, where two columns agree in every row of the form and that
/// can be no chance.
fn agreement(facts: &Facts<'_>, one: Applicant, other: Applicant) -> Option<(usize, Decimal)> {
    let (mut rows, mut sum) = (0, Decimal::ZERO);
    for row in RequestRow::printed(facts.presence.requests) {
        let amount = facts.ledger.certain(Cell::Request(row, one))?;
        if facts.ledger.certain(Cell::Request(row, other))? != amount {
            return None;
        }
        rows += usize::from(!amount.is_zero());
        sum = sum.checked_add(amount)?;
    }
    (rows >= FEWEST_ROWS && sum >= Decimal::whole(SMALLEST_SUM)).then_some((rows, sum))
}
