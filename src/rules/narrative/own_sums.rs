//! N08: the prose's own sums.

mod sums;

use super::wording as shared;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Status};
use crate::sorted::Listed;
use sums::OwnSum;

/// *What it checks*: where the prose adds up (共计, 合计), splits (其中) or tells what came in and what became of it,
/// its numbers fit each other. A list of outcomes is added up only where it names every group that the table has.
///
/// *Why*: numbers that do not fit each other cannot all be right, whatever the table says.
///
/// *Basis*: arithmetic.
///
/// *Passes*: 办结 221: 79 + 20 + 30 + 68 + 16 + 8. *Fails*: the same with 6 for the last.
pub const OWN_SUMS: Rule = Rule {
    code: "N08",
    name: "own-sums",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "正文自己的数字加起来不相等", en: "The text's own numbers do not add up" },
    why: Text {
        zh: "同一段文字里的合计与分项、收到与办结结转，本身就应相等；不相等就至少有一个数字是错的。",
        en: "A sum and its parts, what came in and what became of it, have to fit each other within one passage; where they do not, one number at least is wrong.",
    },
    basis: shared::BASIS,
    message: Text {
        zh: "正文“{text}”{what}：{parts}，而正文另说 {whole}。",
        en: "The text says “{text}”; {what}: {parts}, but the text has {whole}.",
    },
    hint: Text {
        zh: "核对这段文字里的每一个数字；漏列的一类也请补上。",
        en: "Check each number of the passage, and add the group that was left out, if one was.",
    },
    passes: Example {
        text: Text {
            zh: "“办结221件”与六类结果之和相等。",
            en: "“办结221件” is the sum of the six outcomes.",
        },
        case: "text overview + 全年办结政府信息公开申请221件，其中予以公开79件，部分公开20件，不予公开30件，无法提供68件，不予处理16件，其他处理8件。",
    },
    fails: Example {
        text: Text {
            zh: "“办结221件”，而六类结果之和为 219。",
            en: "“办结221件”, but the six outcomes come to 219.",
        },
        case: "text overview + 全年办结政府信息公开申请221件，其中予以公开79件，部分公开20件，不予公开30件，无法提供68件，不予处理16件，其他处理6件。",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &OWN_SUMS;
    let mut outcomes: Vec<Outcome> = Vec::new();
    for sum in sums::own_sums(facts) {
        let again = outcomes.iter().filter(|outcome| is_at(outcome, sum.at)).count();
        let at = if again == 0 { sum.at.to_owned() } else { format!("{}~{}", sum.at, again + 1) };
        let finding = (!sum.holds).then(|| finding(&sum, facts).at(&at));
        outcomes.push(Outcome::new(rule, Some(at), Status::from(finding)));
    }
    if outcomes.is_empty() { Outcome::not_applicable(rule) } else { outcomes }
}

fn is_at(outcome: &Outcome, key: &str) -> bool {
    let at = outcome.at.as_deref().unwrap_or_default();
    at.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('~'))
}

fn finding(sum: &OwnSum<'_>, facts: &Facts<'_>) -> Finding {
    let terms: Vec<String> = sum.parts.iter().map(Decimal::to_string).listed();
    let parts = format!("{} = {}", terms.join(" + "), sum.sum);
    let message = OWN_SUMS.message.fill(&[
        ("text", super::contradiction::quoted(&sum.head.text)),
        ("what", sum.what.into()),
        ("parts", Sentence::same(parts)),
        ("whole", Sentence::same(sum.head.value)),
    ]);
    let cells = sum.head.readings.first().into_iter().flatten().map(|cell| (*cell, Role::Total));
    let parts = sum.claims.iter().flat_map(|claim| claim.readings.first()).flatten();
    let cells: Vec<_> = cells.chain(parts.map(|cell| (*cell, Role::Part))).listed();
    let mut finding =
        Finding::of(&OWN_SUMS, message).about(facts.report, cells).standing(Some(sum.head.place));
    let sign = if sum.at_most { "≤" } else { "=" };
    finding.equation = Some(format!("{} {sign} {}", terms.join(" + "), sum.head.value));
    finding.expected = Some(sum.sum);
    finding.actual = Some(sum.head.value);
    finding.difference = sum.head.value.checked_sub(sum.sum);
    finding
}
