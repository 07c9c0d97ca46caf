//! S18: whose report it is.

use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: the report has a title, and the page it stands on names the same organ.
///
/// *Why*: without a title, or under another organ's, nobody can tell whose report it is.
///
/// *Basis*: the usual title of such reports.
///
/// *Passes*: one name throughout. *Fails*: no title.
pub const ISSUER_NAME: Rule = Rule {
    code: "S18",
    name: "issuer-name",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "没有标题，或标题与网页所称的机关不一致",
        en: "No title, or the page names another organ than the title",
    },
    why: Text {
        zh: "没有标题或名称不一，读者和程序认不出是哪个机关的报告。",
        en: "Without a title, or under two names, nobody can tell whose report it is.",
    },
    basis: Text {
        zh: "通行标题：《（机关名称）（年度）政府信息公开工作年度报告》",
        en: "The usual title: the organ, the year, “annual report on government information disclosure”",
    },
    message: Text { zh: "没有找到报告的标题。", en: "The report's title was not found." },
    hint: Text {
        zh: "在正文前写上带机关名称和年度的标题，并与网页标题一致。",
        en: "Put a title with the organ's name and the year before the text, the same as the page's.",
    },
    passes: Example {
        text: Text { zh: "标题写明机关和年度。", en: "The title names organ and year." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "正文没有标题。", en: "The text has no title." },
        case: "title = none\nissuer = none",
    },
    check: Check::Custom(check),
};

const OTHER_NAME: Text = Text {
    zh: "网页标题称“{page}”，报告标题称“{title}”，机关名称不一致。",
    en: "The page's title says “{page}”, the report's “{title}”: two organs.",
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &ISSUER_NAME;
    // A table that was pasted alone has no title to lose.
    if facts.report.sections.is_empty() {
        return Outcome::not_applicable(rule);
    }
    let Some(title) = &facts.report.title else {
        return Outcome::whole(rule, Some(Finding::of(rule, rule.message.into())));
    };
    let page = facts.document.properties.title.as_deref().and_then(organ_of_page);
    let issuer =
        facts.report.issuer.as_ref().map(|issuer| folded(&issuer.name)).filter(|name| !name.is_empty());
    let finding = page.zip(issuer).filter(|(page, issuer)| !is_same(page, issuer)).map(|(page, issuer)| {
        let message = OTHER_NAME.fill(&[("page", Sentence::same(page)), ("title", Sentence::same(issuer))]);
        Finding::of(rule, message).standing(Some(title.place))
    });
    Outcome::whole(rule, finding)
}

/// The organ that a page's title names, where it is the title of such a report.
fn organ_of_page(title: &str) -> Option<String> {
    let report = folded(title.split(['_', '|', '-', '—', '–']).next()?);
    let (before, after) = report.split_once("政府信息公开")?;
    let is_report =
        after.starts_with("工作年度报告") || after.starts_with("年度报告") || after.starts_with("年报");
    let name: String = before.chars().filter(|character| !character.is_ascii_digit()).collect();
    let name = name.replace("年度", "").replace('年', "");
    (is_report && name.chars().count() >= 3).then_some(name)
}

/// The same organ: one name holds the other, or their beginnings do (…市 and …市人民政府).
fn is_same(page: &str, issuer: &str) -> bool {
    let stem = |name: &str| {
        name.replace("人民政府", "").replace("政府", "").replace("办公室", "").replace("办公厅", "")
    };
    let (page, issuer) = (stem(page), stem(issuer));
    page.is_empty() || issuer.is_empty() || page.contains(&issuer) || issuer.contains(&page)
}

fn folded(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}
