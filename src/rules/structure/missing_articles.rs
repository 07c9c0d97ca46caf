//! S07: table 2 or one of its sub-tables is missing.

use super::tables::{Stand, stands_of_articles};
use crate::language::Text;
use crate::rules::sheet::Sheet;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, Status};
use crate::sorted::Listed;

/// *What it checks*: the sub-tables of 第二十条第（一）（五）（六）（八）项 stand, in the 2019 form （九） too.
///
/// *Why*: the form has to stand in full, with noughts where nothing happened.
///
/// *Basis*: Articles 20 and 50(1) of the Regulation and the form.
///
/// *Passes*: all of them. *Fails*: no sub-table of penalties.
pub const MISSING_ARTICLES: Rule = Rule {
    code: "S07",
    name: "missing-sub-table",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "表二缺少第二十条第（一）（五）（六）（八）项（2019 版还有第（九）项）中的一组",
        en: "Table 2, or one of its sub-tables for Article 20 (1), (5), (6), (8) and in the 2019 form (9), is missing",
    },
    why: Text {
        zh: "表格要整体保留，没有发生的填 0，不能删去。",
        en: "The table stays whole: what did not happen is written as 0, not taken out.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第二十条、第五十条第（一）项及年度报告格式",
        en: "Articles 20 and 50 (1) of the Regulation and the form of the report",
    },
    message: Text {
        zh: "表二缺少「{article}」一组。", en: "Table 2 lacks its sub-table “{article}”."
    },
    hint: Text {
        zh: "按格式补上，没有发生的填 0。",
        en: "Add it as the form has it, with 0 where nothing happened.",
    },
    passes: Example { text: Text { zh: "各组齐全。", en: "All of them stand." }, case: "" },
    fails: Example {
        text: Text {
            zh: "没有第（六）项一组。", en: "The sub-table of Article 20 (6) is missing."
        },
        case: "- table article_20_6",
    },
    check: Check::Custom(check),
};

const ALL_MISSING: Text = Text {
    zh: "没有表二（主动公开政府信息情况）。",
    en: "Table 2 (information disclosed unasked) was not found.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &MISSING_ARTICLES;
    let articles = stands_of_articles(facts);
    if articles.iter().all(|(_, stand)| *stand == Stand::Nothing) {
        let finding = Finding::of(rule, ALL_MISSING.into()).at(Sheet::Proactive.key());
        return vec![Outcome::new(rule, Some(Sheet::Proactive.key().to_owned()), Some(finding).into())];
    }
    articles
        .into_iter()
        .map(|(article, stand)| {
            let status = match stand {
                Stand::Cells => Status::Passed,
                Stand::HeadingOnly => Status::NotApplicable,
                Stand::Nothing => {
                    let message = rule.message.fill(&[("article", article.label().into())]);
                    let finding = Finding::of(rule, message).at(article.key());
                    Status::from(Some(finding.standing(Sheet::Proactive.place(facts))))
                }
            };
            Outcome::new(rule, Some(article.key().to_owned()), status)
        })
        .listed()
}
