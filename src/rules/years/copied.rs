//! Y06: last year's report once more.

use super::Years;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::form::Cell;
use crate::rules::extract::{NEW_TOTAL, form_cells};
use crate::rules::{Check, Editions, Example, Family, Finding, Outcome, Rule, Severity, Status};

/// *What it checks*: the figures are not all last year's, and neither the prose nor section 五 is last year's with
/// another year in it. Equal figures of an organ with hardly a request may be chance: then it is only a note.
///
/// *Why*: a report that was copied tells nothing of its year.
///
/// *Basis*: Article 50; 内容雷同 is what inspections look for.
///
/// *Passes*: other figures, other words. *Fails*: section 五 word for word.
pub const COPIED: Rule = Rule {
    code: "Y06",
    name: "copied-from-last-year",
    family: Family::Years,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text { zh: "与上年报告雷同", en: "The same as last year's report" },
    why: Text {
        zh: "照抄上年的报告不能反映当年的工作；内容雷同是检查通报的常见问题。",
        en: "A report copied from last year's tells nothing of its year; inspections look for it.",
    },
    basis: Text { zh: "《政府信息公开条例》第五十条", en: "Article 50 of the Regulations" },
    message: Text { zh: "{later} 年报告{what}。", en: "{what} ({later} after {earlier})." },
    hint: Text {
        zh: "核对是否误用了上年的稿子；按当年的情况重写。",
        en: "Check whether last year's draft was used by mistake; write what the year was like.",
    },
    passes: Example {
        text: Text { zh: "数字和文字都与上年不同。", en: "Other figures, other words." },
        case: "and last year",
    },
    fails: Example {
        text: Text {
            zh: "第五部分与上年一字不差。", en: "Section 5 is last year's word for word."
        },
        case: "text problems = 存在的主要问题是个别单位公开不够及时、解读形式较为单一、机构之间协调不足；下一步将组织业务培训，定期检查通报，推动公开内容及时更新。\nand last year\ntext problems = 存在的主要问题是个别单位公开不够及时、解读形式较为单一、机构之间协调不足；下一步将组织业务培训，定期检查通报，推动公开内容及时更新。",
    },
    check: Check::Years(check),
};

const CELLS: Text = Text {
    zh: "表三、表四的数字与 {earlier} 年报告全部相同（{count} 格，不全为 0）",
    en: "All {count} figures of tables 3 and 4 are last year's, and not all are 0",
};
const PROSE: Text = Text {
    zh: "第一、第六部分的文字与 {earlier} 年报告有 {share}% 相同，只是换了年份",
    en: "Sections 1 and 6 are {share}% last year's words with another year in them",
};
const PROBLEMS: Text = Text {
    zh: "第五部分（问题和改进情况）与 {earlier} 年报告有 {share}% 相同",
    en: "Section 5 (problems and improvements) is {share}% last year's",
};

/// From this share of common runs on a text counts as copied.
const SHARE: usize = 90;

/// Fewer requests than these may be equal by chance.
const MANY: Decimal = Decimal::whole(10);

fn check(years: Years<'_>) -> Vec<Outcome> {
    let rule = &COPIED;
    if !years.are_adjacent() {
        return Outcome::not_applicable(rule);
    }
    let texts = [
        ("prose", PROSE, years.earlier.prose.shared(&years.later.prose, 200)),
        ("problems", PROBLEMS, years.earlier.problems.shared(&years.later.problems, 40)),
    ];
    let texts = texts.map(|(at, words, shared)| {
        let status = shared.map_or(Status::NotApplicable, |share| {
            let is_copied = share >= SHARE;
            Status::from(is_copied.then(|| finding(at, words, ("share", Sentence::same(share)), years)))
        });
        Outcome::new(rule, Some(at.to_owned()), status)
    });
    [Outcome::new(rule, Some("cells".to_owned()), cells(years))].into_iter().chain(texts).collect()
}

/// Tables 3 and 4, where every figure of both years is known.
fn cells(years: Years<'_>) -> Status {
    let edition = years.edition_of(NEW_TOTAL);
    if edition.is_none() || !years.earlier.disputes || !years.later.disputes {
        return Status::NotApplicable;
    }
    let cells: Vec<Cell> = form_cells(None, edition, true);
    let figures: Option<Vec<(Decimal, Decimal)>> = cells
        .iter()
        .map(|cell| years.earlier.worth(*cell).loosely().zip(years.later.worth(*cell).loosely()))
        .collect();
    let Some(figures) = figures else { return Status::NotApplicable };
    let is_copied =
        figures.iter().all(|(before, now)| before == now) && figures.iter().any(|(_, now)| !now.is_zero());
    Status::from(is_copied.then(|| {
        let finding = finding("cells", CELLS, ("count", Sentence::same(figures.len())), years);
        let is_many = years.later.worth(NEW_TOTAL).loosely().is_some_and(|received| received >= MANY);
        if is_many { finding } else { finding.severity(Severity::Info) }
    }))
}

fn finding(at: &str, words: Text, value: (&str, Sentence), years: Years<'_>) -> Finding {
    let [earlier, later] = years.names();
    let what = words.fill(&[earlier.clone(), value]);
    Finding::of(&COPIED, COPIED.message.fill(&[earlier, later, ("what", what)])).at(at)
}
