//! S19: problems and improvements.

use crate::language::Text;
use crate::report::form::Section;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};

/// *What it checks*: section 五 is neither empty nor 无, and tells of improvements as well as of problems.
///
/// *Why*: Article 50 asks for both.
///
/// *Basis*: Article 50(4) of the Regulation.
///
/// *Passes*: problems and what was done about them. *Fails*: 无.
pub const PROBLEMS: Rule = Rule {
    code: "S19",
    name: "problems-and-improvements",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "第五部分为空、写“无”，或没有改进情况",
        en: "Section 5 is empty, says “none”, or tells of no improvement",
    },
    why: Text {
        zh: "条例要求报告工作中存在的主要问题及改进情况，两者都要写。",
        en: "The Regulation asks for the main problems and for the improvements, both.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第五十条第（四）项",
        en: "Article 50 (4) of the Regulation",
    },
    message: Text {
        zh: "第五部分没有内容（空白或写“无”）。",
        en: "Section 5 has nothing to say: it is empty or says “none”.",
    },
    hint: Text {
        zh: "写明存在的主要问题，以及上年问题的改进情况或下一步的改进措施。",
        en: "Tell the main problems, and what was or will be done about them.",
    },
    passes: Example {
        text: Text { zh: "写了问题，也写了改进。", en: "Problems and improvements are told." },
        case: "",
    },
    fails: Example {
        text: Text { zh: "只写“无”。", en: "It says 无 and no more." },
        case: "text problems = 无。",
    },
    check: Check::Custom(check),
};

const NO_IMPROVEMENT: Text = Text {
    zh: "第五部分只写了问题，没有写改进情况或措施。",
    en: "Section 5 tells of problems, but of no improvement.",
};

/// Words that speak of mending.
const IMPROVEMENT: [&str; 22] = [
    "改进",
    "整改",
    "下一步",
    "下步",
    "今后",
    "接下来",
    "将",
    "措施",
    "加强",
    "进一步",
    "提升",
    "完善",
    "优化",
    "强化",
    "推进",
    "推动",
    "健全",
    "加大",
    "规范",
    "提高",
    "深化",
    "落实",
];

/// Improvements promised as what is wanting (有待提高) are problems still.
const WANTING: [&str; 8] = ["有待", "需要", "需进一步", "还需", "仍需", "尚需", "不够", "有待于"];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PROBLEMS;
    let Some(words) = prose::words(facts, Section::Problems) else {
        return Outcome::not_applicable(rule);
    };
    let message = if says_nothing(&words) {
        Some(rule.message)
    } else if !tells_of_improvement(&words) {
        Some(NO_IMPROVEMENT)
    } else {
        None
    };
    let place = facts.report.sections.iter().find(|found| found.section == Section::Problems);
    let finding =
        message.map(|message| Finding::of(rule, message.into()).standing(place.map(|found| found.place)));
    Outcome::whole(rule, finding)
}

/// True for nothing at all, 无 and 没有问题.
pub(super) fn says_nothing(words: &str) -> bool {
    const NOTHING: [&str; 6] = ["", "无", "没有", "暂无", "无问题", "无内容"];
    let bare: String = words.chars().filter(|character| character.is_alphanumeric()).collect();
    NOTHING.contains(&bare.as_str())
}

/// True where a clause speaks of mending and is not the complaint that something is wanting.
fn tells_of_improvement(words: &str) -> bool {
    words
        .split(['。', '；', ';', '，', ','])
        .any(|clause| prose::has_any(clause, &IMPROVEMENT) && !prose::has_any(clause, &WANTING))
}
