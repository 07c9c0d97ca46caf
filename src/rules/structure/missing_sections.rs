//! S03: a section is missing.

use super::tables::section_of;
use crate::language::{Sentence, Text};
use crate::report::Statutory;
use crate::report::form::Section;
use crate::rules::presence::stands;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: all six sections stand. A section whose table stands is there even if its heading was lost.
///
/// *Why*: the report has to say all that Article 50 asks for.
///
/// *Basis*: Article 50 of the Regulation and the form.
///
/// *Passes*: 一 to 六. *Fails*: no section 五.
pub const MISSING_SECTIONS: Rule = Rule {
    code: "S03",
    name: "missing-section",
    family: Family::Structure,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text { zh: "缺少六个部分之一", en: "One of the six sections is missing" },
    why: Text {
        zh: "年度报告的内容是法定的，六个部分缺一不可；没有内容的部分也要保留标题并写“无”。",
        en: "What the report contains is laid down: none of the six sections may be left out; one with nothing to say keeps its heading and says so.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条及年度报告格式",
        en: "Article 50 of the Regulation and the form of the report",
    },
    message: Text {
        zh: "缺少 {count} 个部分：{sections}。", en: "{count} section(s) missing: {sections}."
    },
    hint: Text {
        zh: "补上缺少的部分，标题用格式的原文；确无内容的写“无”。",
        en: "Add the missing sections under the form's headings; write 无 where there is nothing to report.",
    },
    passes: Example { text: Text { zh: "一至六齐全。", en: "All six stand." }, case: "" },
    fails: Example {
        text: Text { zh: "没有第五部分。", en: "Section 5 is missing." },
        case: "- section problems",
    },
    check: Check::Custom(check),
};

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let missing: Vec<Section> = missing(facts).listed();
    let finding = (!missing.is_empty()).then(|| {
        let sections = Sentence::list(missing.iter().map(|section| section.numbered_label().into()));
        let message = MISSING_SECTIONS
            .message
            .fill(&[("count", Sentence::same(missing.len())), ("sections", sections)]);
        Finding::of(&MISSING_SECTIONS, message)
    });
    Outcome::whole(&MISSING_SECTIONS, finding)
}

/// The sections of which neither the heading nor the table stands.
pub(super) fn missing(facts: &Facts<'_>) -> impl Iterator<Item = Section> {
    Section::ALL.into_iter().filter(|section| !has_heading(facts, *section) && !has_table(facts, *section))
}

/// The sections that stand by their table alone, the heading being lost.
pub(super) fn without_heading(facts: &Facts<'_>) -> impl Iterator<Item = Section> {
    Section::ALL.into_iter().filter(|section| !has_heading(facts, *section) && has_table(facts, *section))
}

fn has_heading(facts: &Facts<'_>, section: Section) -> bool {
    facts.report.sections.iter().any(|found| found.section == section)
}

fn has_table(facts: &Facts<'_>, section: Section) -> bool {
    facts.report.tables.iter().any(|found| section_of(found.table) == section)
        || (section == Section::Proactive && !facts.presence.items.is_empty())
        || [Statutory::Requests, Statutory::Disputes]
            .into_iter()
            .any(|table| section_of(table) == section && stands(facts.report, &facts.presence, table))
}
