//! A rule's page, made from its declaration: what `gouji rules CODE` prints and what docs/rules holds.

use super::{Editions, Example, Family, Rule, Severity, wording};
use crate::language::{Language, Text};
use crate::report::form::Edition;

/// The page of `rule` in `language`, as Markdown that reads well as plain text.
pub fn page(rule: &Rule, language: Language) -> String {
    let mut text = format!("# {} {}\n\n{}\n\n", rule.code, rule.name, rule.title.get(language));
    let facts = [
        (wording::FAMILY, rule.family.label()),
        (wording::SEVERITY, rule.severity.label()),
        (wording::EDITIONS, rule.editions.label()),
    ];
    for (head, words) in facts {
        let line = wording::FACT.fill(&[("head", head.into()), ("words", words.into())]);
        text.push_str(line.get(language));
        text.push('\n');
    }
    for (head, words) in [(wording::WHY, rule.why), (wording::BASIS, rule.basis), (wording::HINT, rule.hint)]
    {
        text.push_str(&format!("\n## {}\n\n{}\n", head.get(language), words.get(language)));
    }
    for (head, example) in [(wording::PASSES, rule.passes), (wording::FAILS, rule.fails)] {
        text.push_str(&format!("\n## {}\n\n{}\n", head.get(language), example.text.get(language)));
        text.push_str(&case(example));
    }
    text
}

fn case(example: Example) -> String {
    if example.case.is_empty() { String::new() } else { format!("\n```\n{}\n```\n", example.case) }
}

impl Family {
    /// The letter and the words for people.
    pub const fn label(self) -> Text {
        match self {
            Family::Structure => Text { zh: "S 结构", en: "S Structure" },
            Family::Cells => Text { zh: "C 单元格", en: "C Cells" },
            Family::Requests => Text { zh: "R 依申请公开（表三）", en: "R Requests (table 3)" },
            Family::Disputes => Text { zh: "D 复议诉讼（表四）", en: "D Disputes (table 4)" },
            Family::Proactive => {
                Text { zh: "P 主动公开（表二）", en: "P Proactive disclosure (table 2)" }
            }
            Family::Narrative => Text { zh: "N 文字表述", en: "N Narrative" },
            Family::Years => Text { zh: "Y 年度衔接", en: "Y Year against year" },
            Family::Aggregation => Text { zh: "A 汇总", en: "A Aggregation" },
            Family::Reading => Text { zh: "E 读取", en: "E Reading" },
        }
    }
}

impl Severity {
    /// The word for people.
    pub const fn label(self) -> Text {
        match self {
            Severity::Error => Text { zh: "错误", en: "error" },
            Severity::Warning => Text { zh: "警告", en: "warning" },
            Severity::Info => Text { zh: "提示", en: "note" },
        }
    }
}

impl Editions {
    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Editions::Both => Text { zh: "2019 版和 2021 版", en: "2019 and 2021" },
            Editions::Only(Edition::Y2019) => Text { zh: "2019 版", en: "2019" },
            Editions::Only(Edition::Y2021) => Text { zh: "2021 版", en: "2021" },
        }
    }
}
