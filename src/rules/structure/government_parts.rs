//! S21: what governments have to tell besides.

use crate::language::{Sentence, Text};
use crate::report::IssuerKind;
use crate::report::form::Section;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};
use crate::sorted::Listed;

/// *What it checks*: a government's report speaks of 考核, 社会评议 and 责任追究.
///
/// *Why*: Article 50 asks governments for the results of all three.
///
/// *Basis*: Article 50(4) of the Regulation.
///
/// *Passes*: all three. *Fails*: no word of 责任追究.
pub const GOVERNMENT_PARTS: Rule = Rule {
    code: "S21",
    name: "appraisal-and-accountability",
    family: Family::Structure,
    severity: Severity::Info,
    editions: Editions::Both,
    title: Text {
        zh: "政府的报告没有写工作考核、社会评议或责任追究情况",
        en: "A government's report says nothing of appraisal, public review or accountability",
    },
    why: Text {
        zh: "条例要求各级人民政府的报告还应包括工作考核、社会评议和责任追究结果情况。",
        en: "The Regulation asks governments for the results of appraisal, public review and accountability as well.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条第（四）项",
        en: "Article 50 (4) of the Regulation",
    },
    message: Text { zh: "没有写到：{parts}。", en: "Nothing is said of: {parts}." },
    hint: Text {
        zh: "在“监督保障”里补写；没有发生责任追究的，写明没有。",
        en: "Add it under supervision; where nobody was held to account, say so.",
    },
    passes: Example { text: Text { zh: "三项都写到。", en: "All three are told." }, case: "" },
    fails: Example {
        text: Text { zh: "没有写责任追究。", en: "Accountability is not mentioned." },
        case: "text overview = （一）主动公开。（二）依申请公开。（三）信息管理。（四）平台建设。（五）监督保障：开展考核和社会评议。",
    },
    check: Check::Custom(check),
};

/// A part and the words that speak of it.
const PARTS: [(Text, &[&str]); 3] = [
    (Text { zh: "工作考核", en: "appraisal" }, &["考核", "考评"]),
    (
        Text { zh: "社会评议", en: "public review" },
        &["社会评议", "评议", "第三方评估", "满意度", "群众评价", "测评"],
    ),
    (Text { zh: "责任追究", en: "accountability" }, &["责任追究", "追究责任", "追责", "问责"]),
];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &GOVERNMENT_PARTS;
    let is_government =
        facts.report.issuer.as_ref().is_some_and(|issuer| issuer.kind == IssuerKind::Government);
    let overview = prose::words(facts, Section::Overview).filter(|words| is_government && !words.is_empty());
    if overview.is_none() {
        return Outcome::not_applicable(rule);
    }
    let text = prose::all_words(facts);
    let missing = PARTS.iter().filter(|(_, words)| !prose::has_any(&text, words));
    let missing: Vec<Sentence> = missing.map(|(part, _)| (*part).into()).listed();
    let finding = (!missing.is_empty()).then(|| {
        let place = facts.report.sections.iter().find(|found| found.section == Section::Overview);
        let message = rule.message.fill(&[("parts", Sentence::list(missing))]);
        Finding::of(rule, message).standing(place.map(|found| found.place))
    });
    Outcome::whole(rule, finding)
}
