//! A02: reports that are missing in a roll-up.

use super::RollUp;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: every report that was to be added up was, in every table; those that could not be are named.
/// The sums themselves are written by `gouji convert --roll-up`.
///
/// *Why*: a sum without one of its parts looks like a sum.
///
/// *Basis*: none; it says what was added up.
///
/// *Passes*: two reports of one year. *Fails*: one of another year.
pub const CHILDREN: Rule = Rule {
    code: "A02",
    name: "roll-up-complete",
    family: Family::Aggregation,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "所列单位的报告全部汇入", en: "Every report of the stated set was added up"
    },
    why: Text {
        zh: "少了一份的合计看上去仍是合计；没有汇入的必须说出来。",
        en: "A sum without one of its parts looks like a sum; what is not in it has to be named.",
    },
    basis: Text { zh: "说明汇总了哪些报告", en: "It says what was added up" },
    message: Text {
        zh: "{count} 份报告没有汇入或没有全部汇入：{reports}。",
        en: "{count} report(s) could not be added up, or not in every table: {reports}.",
    },
    hint: Text {
        zh: "补上或换成可以读的、同一年的报告，再汇总一次。",
        en: "Replace them with reports of the year that can be read, and add up again.",
    },
    passes: Example {
        text: Text { zh: "两份同一年的报告。", en: "Two reports of one year." },
        case: "and child",
    },
    fails: Example {
        text: Text { zh: "其中一份是上一年的。", en: "One is of the year before." },
        case: "and child\nyear = 2023",
    },
    check: Check::RollUp(check),
};

const REPORT: Text = Text { zh: "{name}（{reason}）", en: "{name} ({reason})" };

fn check(roll_up: &RollUp<'_>) -> Vec<Outcome> {
    let finding = (!roll_up.left_out.is_empty()).then(|| {
        let reports = roll_up.left_out.iter().map(|(report, reason)| {
            REPORT.fill(&[("name", Sentence::same(&report.name)), ("reason", reason.clone())])
        });
        let count = ("count", Sentence::same(roll_up.left_out.len()));
        Finding::of(&CHILDREN, CHILDREN.message.fill(&[count, ("reports", Sentence::list(reports))]))
    });
    Outcome::whole(&CHILDREN, finding)
}
