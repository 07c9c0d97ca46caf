//! P06: rules of an organ that cannot make rules.

use crate::language::{Sentence, Text};
use crate::report::form::{Cell, Item};
use crate::report::{Figure, Issuer, IssuerKind, Level};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: 规章 are nought for a county, a township, and a department of a county or a city; an organ
/// whose level is not proved by its name is left alone.
///
/// *Why*: 规章 are made by State Council departments and by the governments of provinces and of cities with
/// districts; elsewhere something else was counted.
///
/// *Basis*: the Legislation Law on 规章.
///
/// *Passes*: a township with noughts. *Fails*: a township with 6 in force.
pub const RULE_MAKING_POWER: Rule = Rule {
    code: "P06",
    name: "rule-making-power",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "没有规章制定权的机关，规章应为 0",
        en: "An organ that cannot make government rules has none",
    },
    why: Text {
        zh: "规章由国务院部门、省级政府和设区的市、自治州政府制定；县、乡镇和市县部门填了数字，多半把别的文件算成了规章。",
        en: "Government rules are made by State Council departments, provinces, and cities with districts; a county, a township or a local department that counts some has probably counted other documents.",
    },
    basis: Text {
        zh: "《中华人民共和国立法法》关于规章制定权的规定",
        en: "The Legislation Law on the power to make government rules",
    },
    message: Text {
        zh: "“{issuer}”没有规章制定权，规章却填了 {printed}。",
        en: "“{issuer}” cannot make government rules, but counts some: {printed}.",
    },
    hint: Text {
        zh: "核对是否把规范性文件或上级规章算入；没有的填 0。",
        en: "Check whether normative documents or another organ's rules were counted; write 0 where there are none.",
    },
    passes: Example {
        text: Text { zh: "镇政府的规章各格填 0。", en: "A township with noughts." },
        case: "issuer = 云陂县白水镇人民政府 township township\nproactive.rules.* = 0",
    },
    fails: Example {
        text: Text { zh: "镇政府规章现行有效 6 件。", en: "A township with 6 rules in force." },
        case: "issuer = 云陂县白水镇人民政府 township township\nproactive.rules.in_force = 6",
    },
    check: Check::Custom(check),
};

const PRINTED: Text = Text { zh: "{field} {value}", en: "{field} {value}" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &RULE_MAKING_POWER;
    let issuer = facts.report.issuer.as_ref().filter(|issuer| lacks_the_power(issuer));
    let Some(issuer) = issuer.filter(|_| facts.presence.items.contains(&Item::Rules)) else {
        return Outcome::not_applicable(rule);
    };
    let counted: Vec<(Cell, Sentence)> = facts
        .report
        .figures
        .iter()
        .filter_map(|(cell, figure)| match cell {
            Cell::Proactive(Item::Rules, field) => {
                let number = Figure::number(figure).filter(|number| !number.is_zero())?;
                let value = Sentence::same(number);
                Some((*cell, PRINTED.fill(&[("field", field.label().into()), ("value", value)])))
            }
            _ => None,
        })
        .listed();
    let finding = (!counted.is_empty()).then(|| {
        let printed = Sentence::list(counted.iter().map(|(_, printed)| printed.clone()));
        let message = rule.message.fill(&[("issuer", Sentence::same(&issuer.name)), ("printed", printed)]);
        let cells = counted.iter().map(|(cell, _)| (*cell, Role::Part));
        Finding::of(rule, message).about(facts.report, cells)
    });
    Outcome::whole(rule, finding)
}

/// Proved by name: a county or township whatever its kind, or a department of a city.
fn lacks_the_power(issuer: &Issuer) -> bool {
    match issuer.level {
        Some(Level::County | Level::Township) => true,
        Some(Level::Prefecture) => issuer.kind == IssuerKind::Department,
        Some(Level::Province | Level::National) | None => false,
    }
}
