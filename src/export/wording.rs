//! Every sentence that the exports say themselves, in both languages.

use super::json::{ReviewDto, SettledDto};
use crate::language::{Language, Sentence, Text};
use crate::report::EditionFound;
use crate::report::form::{Applicant, Cell, DisputeOutcome, Item, RequestRow, Section, Track};
use crate::review::{Change, ComparisonKind, RULESET, Review};
use crate::rules::Severity;
use crate::sorted::Listed;

/// What stands before a hint.
pub(super) const HELP: Text = Text { zh: "建议", en: "help" };
/// What stands before the article that a rule rests on.
pub(super) const BASIS: Text = Text { zh: "依据", en: "basis" };
/// What stands before an equation.
pub(super) const EQUATION: Text = Text { zh: "算式", en: "equation" };
/// What stands before the cells that, changed one at a time, would mend the equation.
pub(super) const SUSPECTS: Text = Text { zh: "可能的更正", en: "would mend it" };
/// What stands before a check that could not be told.
pub(super) const UNDECIDED: Text = Text { zh: "未判定", en: "undecided" };
/// What stands for a title that was not found.
pub(super) const NO_TITLE: Text = Text { zh: "（未找到标题）", en: "(no title found)" };
/// What stands between a label and its words.
pub(super) const COLON: Text = Text { zh: "：", en: ": " };
/// What stands between the items of a list.
pub(super) const COMMA: Text = Text { zh: "、", en: ", " };
/// The language's own tag (BCP 47).
pub(super) const LANGUAGE_TAG: Text = Text { zh: "zh-CN", en: "en" };
/// The table of findings in Markdown.
pub(super) const MARKDOWN_COLUMNS: [Text; 5] = [
    Text { zh: "级别", en: "Severity" },
    Text { zh: "规则", en: "Rule" },
    Text { zh: "位置", en: "Where" },
    Text { zh: "问题", en: "Finding" },
    Text { zh: "建议", en: "What to do" },
];

/// The word of a severity's name in JSON.
pub(super) fn severity_of_key(key: &str) -> Text {
    match key {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        _ => Severity::Info,
    }
    .label()
}

/// A verdict in one sentence: the word, then how many identities hold and what does not.
///
/// Only R01–R03 and D01 are identities; errors of other rules are counted by themselves.
pub fn verdict_sentence(review: &ReviewDto, language: Language) -> String {
    let word = verdict_word(&review.verdict).get(language);
    if review.report.is_none() {
        return match language {
            Language::Zh => format!("{word}：没有读出可以核对的年度报告"),
            Language::En => format!("{word}: no annual report could be read here"),
        };
    }
    let identities = review.checks.identities;
    let of_severity = |wanted: &str, identity: bool| {
        let counted = review.findings.iter().filter(|finding| {
            finding.severity == wanted
                && identity == matches!(finding.code.as_str(), "R01" | "R02" | "R03" | "D01")
        });
        counted.count()
    };
    let other_errors = of_severity("error", false);
    let warnings = of_severity("warning", false) + of_severity("warning", true);
    let (error, other) =
        (plural(other_errors, "error", "errors"), plural(other_errors, "other error", "other errors"));
    let parts = match language {
        Language::Zh => [
            (identities.passed, "项勾稽成立"),
            (identities.failed, "项不成立"),
            (identities.undecided, "项无法判定"),
            (other_errors, if identities.failed > 0 { "处其他错误" } else { "处错误" }),
            (warnings, "处请核对"),
        ],
        Language::En => [
            (identities.passed, plural(identities.passed, "identity holds", "identities hold")),
            (identities.failed, plural(identities.failed, "does not", "do not")),
            (identities.undecided, "cannot be decided"),
            (other_errors, if identities.failed > 0 { other } else { error }),
            (warnings, "to check"),
        ],
    };
    let said: Vec<String> = parts
        .iter()
        .enumerate()
        .filter(|(index, (count, _))| *index == 0 || *count > 0)
        .map(|(_, (count, words))| format!("{count} {words}"))
        .listed();
    match language {
        Language::Zh => format!("{word}：{}", said.join("，")),
        Language::En => format!("{word}: {}", said.join(", ")),
    }
}

/// The word of a verdict's name in JSON.
pub(super) fn verdict_word(key: &str) -> Text {
    match key {
        "passed" => Text { zh: "通过", en: "passed" },
        "attention" => Text { zh: "请核对", en: "attention" },
        "failed" => Text { zh: "不通过", en: "failed" },
        _ => Text { zh: "未能判定", en: "undecided" },
    }
}

/// How many reviews came out how: the last line about several files.
pub(super) fn total(reviews: usize, verdicts: [usize; 4], language: Language) -> String {
    let [passed, attention, failed, undecided] = verdicts;
    match language {
        Language::Zh => format!(
            "共 {reviews} 份：通过 {passed}，请核对 {attention}，不通过 {failed}，未能判定 {undecided}"
        ),
        Language::En => format!(
            "{reviews} files: {passed} passed, {attention} to check, {failed} failed, {undecided} undecided"
        ),
    }
}

/// Which reports were held against one another, and in what: the head over their findings.
pub(super) fn compared(kind: ComparisonKind, issuer: &str, years: &str, others: usize) -> Sentence {
    match kind {
        ComparisonKind::Years => Sentence {
            zh: format!("年度衔接：{issuer} {years}"),
            en: format!("year against year: {issuer} {years}"),
        },
        ComparisonKind::RollUp => Sentence {
            zh: format!("汇总核对：{issuer}与 {others} 个单位"),
            en: format!("roll-up: {issuer} and {others} {}", plural(others, "report", "reports")),
        },
    }
}

/// How many checks of a rule across reports hold.
pub(super) fn held(held: usize, undecided: usize, language: Language) -> String {
    let parts = match language {
        Language::Zh => [(held, "项成立"), (undecided, "项无法判定")],
        Language::En => [(held, plural(held, "holds", "hold")), (undecided, "undecided")],
    };
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {words}"))
        .listed();
    parts.join(if language == Language::Zh { "，" } else { ", " })
}

/// What settings left out or changed, a sentence each.
pub(super) fn settled(settled: &SettledDto, language: Language) -> Vec<String> {
    let mut lines: Vec<String> = settled
        .waived
        .iter()
        .map(|waived| {
            let (finding, reason) = (&waived.finding, &waived.reason);
            match language {
                Language::Zh => format!("已豁免 {}：{}（理由：{reason}）", finding.id, finding.message),
                Language::En => format!("waived {}: {} (reason: {reason})", finding.id, finding.message),
            }
        })
        .listed();
    lines.extend(settled.off.iter().map(|(code, count)| match language {
        Language::Zh => format!("按设置停用规则 {code}，略去 {count} 项"),
        Language::En => {
            format!("rule {code} is switched off: {count} {} left out", plural(*count, "finding", "findings"))
        }
    }));
    lines.extend(settled.severities.iter().map(|(code, severity)| {
        let severity = severity_of_key(severity).get(language);
        match language {
            Language::Zh => format!("按设置，规则 {code} 的级别为“{severity}”"),
            Language::En => format!("by the settings, findings of {code} are of severity “{severity}”"),
        }
    }));
    lines
}

/// How many checks came out how: the last line about one file.
pub(super) fn checks(review: &ReviewDto, language: Language) -> String {
    let checks = review.checks;
    let (blank, undecided, none) = (checks.passed_blank_as_zero, checks.undecided, checks.not_applicable);
    match language {
        Language::Zh => format!(
            "检查：成立 {}，空白按 0 计成立 {blank}，不成立 {}，无法判定 {undecided}，不适用 {none}",
            checks.passed, checks.failed
        ),
        Language::En => format!(
            "checks: {} hold, {blank} hold with blanks as 0, {} do not, {undecided} undecided, {none} not applicable",
            checks.passed, checks.failed
        ),
    }
}

/// The report year.
pub(super) fn year(year: u16, language: Language) -> String {
    match language {
        Language::Zh => format!("{year} 年"),
        Language::En => year.to_string(),
    }
}

/// The editions of tables 2 and 3, once where they are the same; `None` where neither table was found.
pub(super) fn editions(
    proactive: Option<EditionFound>,
    requests: Option<EditionFound>,
    language: Language,
) -> Option<String> {
    let label = |found: EditionFound| edition(found).get(language);
    match (proactive, requests) {
        (None, None) => None,
        (Some(one), Some(other)) if one == other => Some(label(one).to_owned()),
        (Some(one), Some(other)) => Some(match language {
            Language::Zh => format!("表二 {}，表三 {}", label(one), label(other)),
            Language::En => format!("table 2: {}, table 3: {}", label(one), label(other)),
        }),
        (Some(one), None) | (None, Some(one)) => Some(label(one).to_owned()),
    }
}

fn edition(found: EditionFound) -> Text {
    match found {
        EditionFound::Plain(edition) => edition.label(),
        EditionFound::Hybrid => Text { zh: "两版格式混用", en: "both forms mixed" },
        EditionFound::Unknown => Text { zh: "版式不明", en: "form unknown" },
    }
}

/// What one side of an equation calls for, what stands on the other, and the difference. Which of them is wrong is
/// not said: the arithmetic does not tell.
pub(super) fn difference(
    expected: &str,
    actual: &str,
    difference: Option<&str>,
    language: Language,
) -> String {
    let said = match language {
        Language::Zh => format!("按另一边应为 {expected}，这里是 {actual}"),
        Language::En => format!("{expected} by the other side, {actual} here"),
    };
    match (difference, language) {
        (None, _) => said,
        (Some(difference), Language::Zh) => format!("{said}，相差 {difference}"),
        (Some(difference), Language::En) => format!("{said}, difference {difference}"),
    }
}

/// Identities that could not be told and are not listed.
pub(super) fn undecided_left_out(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("（另有 {count} 项未判定）"),
        Language::En => format!("({count} more undecided)"),
    }
}

/// Rows of an excerpt that were left out because all their figures are nought.
pub(super) fn rows_of_noughts(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("（另有 {count} 行为 0）"),
        Language::En => format!("({count} more {} of 0)", plural(count, "row", "rows")),
    }
}

/// Rows of an excerpt that were left out to keep it short.
pub(super) fn rows_left_out(count: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("（另有 {count} 行）"),
        Language::En => format!("({count} more {})", plural(count, "row", "rows")),
    }
}

/// A page of a paged source.
pub(super) fn page(number: u32, language: Language) -> String {
    match language {
        Language::Zh => format!("第 {number} 页"),
        Language::En => format!("page {number}"),
    }
}

/// Where cells stand, in words: the table, and the row and the column that all of them share.
pub(super) fn whereabouts(cells: &[Cell], language: Language) -> Option<String> {
    let first = *cells.first()?;
    let mut words = vec![table(first).get(language).to_owned()];
    if cells.iter().any(|cell| table(*cell) != table(first)) {
        return None;
    }
    let (row, column) = row_and_column(first);
    if cells.iter().all(|cell| row_and_column(*cell).0 == row) {
        words.push(row.get(language).to_owned());
    }
    if cells.iter().all(|cell| row_and_column(*cell).1 == column) {
        words.push(column.get(language).to_owned());
    }
    Some(words.join(" · "))
}

/// The words of a check's place, such as `natural_person`; the name itself where it is none of the form's.
pub(super) fn check_place(at: &str, language: Language) -> String {
    let label = Applicant::from_key(at)
        .map(Applicant::label)
        .or_else(|| RequestRow::from_key(at).map(RequestRow::short_label))
        .or_else(|| Track::from_key(at).map(Track::label))
        .or_else(|| Item::from_key(at).map(Item::label))
        .or_else(|| Section::from_key(at).map(Section::label))
        .or_else(|| DisputeOutcome::from_key(at).map(DisputeOutcome::label));
    label.map_or_else(|| at.to_owned(), |label| label.get(language).to_owned())
}

/// The row's own words for a row whose printed label was lost, in brackets.
pub(super) fn lost_label(cell: Cell, language: Language) -> String {
    let row = row_and_column(cell).0.get(language);
    match language {
        Language::Zh => format!("（{row}）"),
        Language::En => format!("({row})"),
    }
}

fn table(cell: Cell) -> Text {
    match cell {
        Cell::Proactive(..) => Text { zh: "表二", en: "table 2" },
        Cell::Request(..) => Text { zh: "表三", en: "table 3" },
        Cell::Dispute(..) => Text { zh: "表四", en: "table 4" },
    }
}

fn row_and_column(cell: Cell) -> (Text, Text) {
    match cell {
        Cell::Proactive(item, field) => (item.label(), field.label()),
        Cell::Request(row, column) => (row.short_label(), column.label()),
        Cell::Dispute(track, outcome) => (track.label(), outcome.label()),
    }
}

fn plural(count: usize, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

/// The foot of a picture: whose report it draws, from which file, by which version.
pub fn picture_source(review: &Review, language: Language) -> String {
    let title =
        review.report.as_ref().and_then(|report| report.title.as_ref()).map(|title| title.value.as_str());
    let name = review.source.name.as_str();
    let digest = review.source.sha256.get(..12).unwrap_or(&review.source.sha256);
    let version = env!("CARGO_PKG_VERSION");
    match language {
        Language::Zh => {
            let title = title.map(|title| format!("《{title}》，")).unwrap_or_default();
            let name = if name.is_empty() { "粘贴的文字" } else { name };
            format!("来源：{title}{name}（SHA-256 {digest}…）。勾稽 gouji {version}，规则集 {RULESET}。")
        }
        Language::En => {
            let title = title.map(|title| format!("{title}, ")).unwrap_or_default();
            let name = if name.is_empty() { "pasted text" } else { name };
            format!("Source: {title}{name} (SHA-256 {digest}…). gouji {version}, rule set {RULESET}.")
        }
    }
}

/// What stands before a diagnosis.
pub(super) const DIAGNOSIS: Text = Text { zh: "诊断", en: "diagnosis" };
/// What stands before the equations that a change would mend.
pub(super) const MENDS: Text = Text { zh: "改后成立", en: "mends" };
/// What stands before another change that would do.
pub(super) const OR: Text = Text { zh: "或者", en: "or" };

/// A set of changes as an instruction.
pub(super) fn changes(changes: &[Change], language: Language) -> String {
    let one = |change: &Change| {
        let cell = change.cell.label();
        let (cell, to) = (cell.get(language), change.to);
        match (language, change.from) {
            (Language::Zh, Some(from)) => format!("把“{cell}”由 {from} 改为 {to}"),
            (Language::Zh, None) => format!("在“{cell}”填 {to}"),
            (Language::En, Some(from)) => format!("change “{cell}” from {from} to {to}"),
            (Language::En, None) => format!("fill in {to} at “{cell}”"),
        }
    };
    changes.iter().map(one).listed().join(if language == Language::Zh { "，" } else { ", " })
}

/// A settings file that is no JSON.
pub(super) fn no_json(line: usize, column: usize) -> Sentence {
    Sentence {
        zh: format!("设置文件不是 JSON（第 {line} 行第 {column} 列）"),
        en: format!("the settings file is no JSON (line {line}, column {column})"),
    }
}

/// A key that settings do not have.
pub(super) fn no_such_key(path: &str, key: &str, known: &[&str]) -> Sentence {
    let within = if path.is_empty() { String::new() } else { format!("{path}.") };
    Sentence {
        zh: format!("设置中没有“{within}{key}”这一项；可用的是 {}", known.join("、")),
        en: format!("settings have no key “{within}{key}”; they have {}", known.join(", ")),
    }
}

/// A key that settings must have.
pub(super) fn key_missing(path: &str) -> Sentence {
    Sentence { zh: format!("设置中缺少“{path}”"), en: format!("settings lack the key “{path}”") }
}

/// A code of no rule.
pub(super) fn no_such_rule(code: &str) -> Sentence {
    Sentence {
        zh: format!("设置中的“rules.{code}”：没有这个编号的规则；gouji rules 列出全部规则"),
        en: format!("“rules.{code}” in the settings: there is no such rule; gouji rules lists them all"),
    }
}

/// A value that is not of the kind it has to be: an array, or an object.
pub(super) fn wrong_kind(path: &str, array: bool) -> Sentence {
    let (zh, en) = if array { ("数组", "an array") } else { ("对象", "an object") };
    let path = if path.is_empty() { "$" } else { path };
    Sentence {
        zh: format!("设置中的“{path}”应为 JSON {zh}"),
        en: format!("“{path}” in the settings has to be {en}"),
    }
}

/// A value that is none of those allowed.
pub(super) fn not_allowed(path: &str, value: &str, allowed: &str) -> Sentence {
    Sentence {
        zh: format!("设置中的“{path}”不能是 {value}，应如 {allowed}"),
        en: format!("“{path}” in the settings cannot be {value}; it is like {allowed}"),
    }
}

/// A text that must not be empty.
pub(super) fn empty(path: &str) -> Sentence {
    Sentence {
        zh: format!("设置中的“{path}”应写明文字"),
        en: format!("“{path}” in the settings has to say something"),
    }
}

/// A finding that is waived twice.
pub(super) fn waived_twice(fingerprint: &str) -> Sentence {
    Sentence {
        zh: format!("设置中对 {fingerprint} 豁免了两次"),
        en: format!("the settings waive {fingerprint} twice"),
    }
}

/// The title over reports that were added up.
pub(super) fn roll_up_title(year: u16) -> String {
    format!("{year}年政府信息公开工作年度报告")
}

/// Which reports were added up.
pub(super) fn added_up(count: usize, names: &Sentence) -> Sentence {
    Sentence {
        zh: format!("以下三张表由 {count} 份报告逐格相加：{}。", names.zh),
        en: format!("These tables add up {count} {}: {}.", plural(count, "report", "reports"), names.en),
    }
}

/// Sums in which a blank counts as nought.
pub(super) fn blanks_added_up(count: usize) -> Sentence {
    Sentence {
        zh: format!("有 {count} 格的合计把空白按 0 计。"),
        en: format!("In {count} {} a blank counts as 0.", plural(count, "sum", "sums")),
    }
}

/// A report that could not be added up, and why.
pub(super) fn left_out(name: &str, reason: &Sentence) -> Sentence {
    Sentence {
        zh: format!("没有汇入或没有全部汇入：{name}（{}）。", reason.zh),
        en: format!("Not in them, or not in all: {name} ({}).", reason.en),
    }
}
