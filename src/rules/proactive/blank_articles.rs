//! P07: a sub-table of table 2 left blank.

use crate::language::{Sentence, Text};
use crate::report::form::{Article20, Cell};
use crate::rules::sheet::{Sheet, blank_articles};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity, Status};
use crate::sorted::Listed;

/// *What it checks*: no sub-table of table 2 is blank throughout.
///
/// *Why*: a blank sub-table does not say whether nothing happened or nothing was filled in.
///
/// *Basis*: the form asks for a figure in every cell.
///
/// *Passes*: 811 and 0. *Fails*: nothing under penalties and compulsion.
pub const BLANK_ARTICLES: Rule = Rule {
    code: "P07",
    name: "blank-sub-table",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "表二的一组全部空白", en: "A sub-table of table 2 is blank throughout" },
    why: Text {
        zh: "整组空白，看不出是没有发生还是没有填写。",
        en: "A blank sub-table does not say whether nothing happened or nothing was filled in.",
    },
    basis: Text {
        zh: "表二各栏均应填写数字，没有的填 0",
        en: "Every cell of table 2 takes a figure, 0 where there is none",
    },
    message: Text {
        zh: "「{article}」的 {count} 格全部空白。",
        en: "All {count} cell(s) of “{article}” are blank.",
    },
    hint: Text {
        zh: "没有发生的填 0；漏填的补上数字。",
        en: "Write 0 where nothing happened, and the figures where they were forgotten.",
    },
    passes: Example {
        text: Text { zh: "没有发生的写 0。", en: "What did not happen is written as 0." },
        case: "",
    },
    fails: Example {
        text: Text {
            zh: "行政处罚、行政强制都空白。", en: "Penalties and compulsion are both blank."
        },
        case: "proactive.penalties.decisions = blank\nproactive.compulsion.decisions = blank",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &BLANK_ARTICLES;
    let blank = blank_articles(facts);
    Article20::ALL
        .into_iter()
        .filter(|article| !article.items(facts.presence.proactive).is_empty())
        .map(|article| {
            let status = if !facts.presence.articles.contains(&article) {
                Status::NotApplicable
            } else if blank.contains(&article) {
                Status::from(Some(finding(article, facts)))
            } else {
                Status::Passed
            };
            Outcome::new(rule, Some(article.key().to_owned()), status)
        })
        .listed()
}

fn finding(article: Article20, facts: &Facts<'_>) -> Finding {
    let cells: Vec<Cell> = Sheet::Proactive
        .figures(facts)
        .map(|(cell, _)| cell)
        .filter(|cell| matches!(cell, Cell::Proactive(item, _) if item.article() == article))
        .listed();
    let message = BLANK_ARTICLES
        .message
        .fill(&[("article", article.label().into()), ("count", Sentence::same(cells.len()))]);
    Finding::of(&BLANK_ARTICLES, message)
        .at(article.key())
        .about(facts.report, cells.into_iter().map(|cell| (cell, Role::Part)))
}
