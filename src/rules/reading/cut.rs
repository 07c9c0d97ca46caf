//! E04: a part of the input was left out.

use crate::document::NoteKind;
use crate::language::{Sentence, Text};
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: the whole input was read.
///
/// *Why*: what was cut off has not been checked.
///
/// *Basis*: the limits on size, cells, depth, pages and time; damage of the file.
///
/// *Passes*: everything was read. *Fails*: pages past the limit.
pub const CUT: Rule = Rule {
    code: "E04",
    name: "input-cut",
    family: Family::Reading,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "文件过大或损坏，只读了一部分", en: "The input was cut at a limit or by damage"
    },
    why: Text {
        zh: "没有读到的部分没有核对，缺少的内容可能就在那里。",
        en: "What was cut off has not been checked; what seems missing may be there.",
    },
    basis: Text {
        zh: "读取的大小、格数、层数、页数、时间限制",
        en: "The limits on size, cells, depth, pages and time",
    },
    message: Text {
        zh: "只读取了文件的一部分：{causes}。",
        en: "Only a part of the input was read: {causes}.",
    },
    hint: Text {
        zh: "只保留年度报告本身后再核对；文件损坏的，换一份完好的。",
        en: "Keep the report alone and check again; of a damaged file take a good copy.",
    },
    passes: Example { text: Text { zh: "全部读取。", en: "Everything was read." }, case: "" },
    fails: Example {
        text: Text { zh: "页数超过限制。", en: "More pages than the limit." },
        case: "note cut pages",
    },
    check: Check::Custom(check),
};

const SIZE: Text = Text { zh: "超过大小限制", en: "past the limit on size" };
const CELLS: Text = Text { zh: "超过单元格数限制", en: "past the limit on cells" };
const DEPTH: Text = Text { zh: "超过嵌套层数限制", en: "past the limit on depth" };
const PAGES: Text = Text { zh: "超过页数限制", en: "past the limit on pages" };
const TIME: Text = Text { zh: "超过时间限制", en: "past the limit on time" };
const OTHER: Text = Text { zh: "超过读取限制", en: "past a limit" };
const DAMAGED: Text =
    Text { zh: "文件有一部分损坏或不完整", en: "a part is damaged or incomplete" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &CUT;
    if facts.unread.is_some() {
        return Outcome::not_applicable(rule);
    }
    let mut causes: Vec<Text> = Vec::new();
    let mut place = None;
    for note in &facts.document.notes {
        let cause = match note.kind {
            NoteKind::CutAtLimit("size") => SIZE,
            NoteKind::CutAtLimit("cells") => CELLS,
            NoteKind::CutAtLimit("depth") => DEPTH,
            NoteKind::CutAtLimit("pages") => PAGES,
            NoteKind::CutAtLimit("time") => TIME,
            NoteKind::CutAtLimit(_) => OTHER,
            NoteKind::Damaged(_) => DAMAGED,
            _ => continue,
        };
        place = place.or(note.place);
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    }
    let finding = (!causes.is_empty()).then(|| {
        let causes = Sentence::list(causes.into_iter().map(Sentence::from));
        Finding::of(rule, rule.message.fill(&[("causes", causes)])).standing(place)
    });
    Outcome::whole(rule, finding)
}
