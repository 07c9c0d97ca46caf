//! N18: numbers about requests and cases that are tied to no cell.

use super::contradiction::quoted;
use super::judged::ClaimStanding;
use crate::language::{Sentence, Text};
use crate::report::claim::{Claim, Quantity};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: nothing; it lists the numbers about requests and cases that no cell bears out and that are held
/// against nobody: channels, subjects, words that were not understood.
///
/// *Why*: a reviewer should know which numbers nobody has checked.
///
/// *Basis*: none.
///
/// *Passes*: every number is tied to a cell. *Fails*: 其中网络申请150件.
pub const UNTIED: Rule = Rule {
    code: "N18",
    name: "numbers-tied-to-no-cell",
    family: Family::Narrative,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "正文中没有对应单元格的数字", en: "Numbers of the text that are tied to no cell"
    },
    why: Text {
        zh: "渠道、事项等分项在表格中没有对应的单元格，也有的句子无法确定口径；这些数字没有核对，不是差错。",
        en: "Channels and subjects have no cell in the tables, and some sentences cannot be pinned down. These numbers were not checked; they are not faults.",
    },
    basis: Text { zh: "无；仅供人工核对", en: "None; for a reader to look at" },
    message: Text {
        zh: "正文有 {count} 个关于申请、复议、诉讼的数字没有对应的单元格，未作核对：{list}。",
        en: "{count} numbers of the text about requests or cases are tied to no cell and were not checked: {list}.",
    },
    hint: Text { zh: "人工核对即可。", en: "Look them over by hand." },
    passes: Example {
        text: Text { zh: "每个数字都有对应的单元格。", en: "Every number is tied to a cell." },
        case: "text overview + 全年共收到政府信息公开申请220件。",
    },
    fails: Example {
        text: Text { zh: "“其中网络申请150件”。", en: "“其中网络申请150件”." },
        case: "text overview + 全年共收到政府信息公开申请220件，其中网络申请150件。",
    },
    check: Check::Custom(check),
};

const QUOTED: Text = Text { zh: "“{text}”", en: "“{text}”" };

const AND_MORE: Text = Text { zh: "{list}等", en: "{list} and others" };

/// So many are written out.
const WRITTEN_OUT: usize = 8;

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &UNTIED;
    if facts.report.claims.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let told = facts.report.claims.iter().zip(&facts.claims);
    let untied: Vec<&Claim> = told
        .filter(|(claim, judged)| {
            claim.quantity == Quantity::Unexplained
                || (!claim.firm
                    && judged.standing == ClaimStanding::Unexplained
                    && claim.quantity != Quantity::AllAnswered)
        })
        .map(|(claim, _)| claim)
        .listed();
    Outcome::whole(rule, untied.first().map(|first| finding(first, &untied)))
}

fn finding(first: &Claim, untied: &[&Claim]) -> Finding {
    let quotations =
        untied.iter().take(WRITTEN_OUT).map(|claim| QUOTED.fill(&[("text", quoted(&claim.text))]));
    let mut list = Sentence::list(quotations);
    if untied.len() > WRITTEN_OUT {
        list = AND_MORE.fill(&[("list", list)]);
    }
    let message = UNTIED.message.fill(&[("count", Sentence::same(untied.len())), ("list", list)]);
    Finding::of(&UNTIED, message).standing(Some(first.place))
}
