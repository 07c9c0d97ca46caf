//! The literate cases: `tests/rules/<family>/<code>.md`, run by one harness.

use crate::notation::{outcomes_of, whys_of};
use gouji::language::Language;
use gouji::rules::{Finding, Outcome, RULES, Responsibility, Status};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_case_comes_out_as_written_and_as_nothing_else() {
    let mut problems = Vec::new();
    let mut count = 0;
    for path in case_files() {
        for case in cases_of(&path) {
            count += 1;
            let found = outcomes_of(&case.changes);
            let explained =
                |line: &&str| line.split_once(' ').is_some_and(|(_, rest)| rest.starts_with("why"));
            let (whys, lines): (Vec<&str>, Vec<&str>) = case.expected.lines().partition(explained);
            let unexplained = whys.into_iter().filter(|why| !is_explained(why, &case.changes));
            let unexplained = unexplained.map(|why| format!("no diagnosis says so: {why}"));
            for problem in unexplained.chain(differences(&lines.join("\n"), &found)) {
                problems.push(format!("{}: {}\n    {problem}", path.display(), case.title));
            }
        }
    }
    assert!(count >= RULES.len(), "only {count} cases");
    assert!(problems.is_empty(), "{} of {count} cases differ:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_rule_has_a_file_with_a_passing_and_a_failing_case() {
    let files: BTreeSet<String> = case_files().iter().map(|path| stem(path)).collect();
    let codes: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(files, codes);
    for path in case_files() {
        let code = stem(&path);
        let fails = |case: &Case| {
            let fails = |line: &str| line.contains(" failed ") || line.contains(" why: ");
            case.expected.lines().any(|line| line.starts_with(&code) && fails(line))
        };
        let cases = cases_of(&path);
        assert!(cases.iter().any(fails), "{} has no failing case", path.display());
        assert!(cases.iter().any(|case| !fails(case)), "{} has no passing case", path.display());
    }
}

/// Whether a diagnosis of the case, or one of its alternatives, says what stands behind `R06 why: `.
fn is_explained(line: &str, changes: &str) -> bool {
    let words = line.split_once("why: ").map_or("", |(_, words)| words);
    whys_of(changes).iter().any(|why| words.split("; ").all(|word| why.contains(word)))
}

/// One case of a file.
struct Case {
    title: String,
    changes: String,
    expected: String,
}

fn case_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut files = Vec::new();
    for family in fs::read_dir(root).expect("tests/rules").flatten().map(|entry| entry.path()) {
        if family.is_dir() {
            files.extend(fs::read_dir(&family).expect("a family").flatten().map(|entry| entry.path()));
        }
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or(String::new(), |stem| stem.to_string_lossy().into_owned())
}

fn cases_of(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).expect("a case file");
    let mut cases = Vec::new();
    for part in text.split("\n## ").skip(1) {
        let title = part.lines().next().unwrap_or("").to_owned();
        let block = |name: &str| {
            let start = part.find(&format!("```{name}\n"));
            let inside = start.map(|start| &part[start + name.len() + 4..]);
            inside.and_then(|inside| inside.split_once("```")).map(|(block, _)| block.to_owned())
        };
        let changes = block("case").unwrap_or_else(|| panic!("{}: {title}: no case", path.display()));
        let expected = block("expect").unwrap_or_else(|| panic!("{}: {title}: no expect", path.display()));
        cases.push(Case { title, changes, expected });
    }
    cases
}

/// What differs between the expected lines and the outcomes: every failed, undecided and blank-as-zero outcome
/// has to be expected, of whatever rule.
fn differences(expected: &str, found: &[Outcome]) -> Vec<String> {
    let mut problems: Vec<String> =
        found.iter().flat_map(|outcome| failed(outcome).map(unfit)).flatten().collect();
    // A finding is known again by its rule and place alone.
    let mut ids = BTreeSet::new();
    for finding in found.iter().filter_map(failed) {
        if !ids.insert(finding.id()) {
            problems.push(format!("two findings are {}", finding.id()));
        }
    }
    for outcome in found.iter().filter(|outcome| failed(outcome).is_some_and(|f| f.at != outcome.at)) {
        problems.push(format!("the finding of {} stands elsewhere", id_of(outcome)));
    }
    let mut open: Vec<&Outcome> = found.iter().collect();
    let mut current: Option<&Finding> = None;
    for line in expected.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with(' ') {
            match current {
                Some(finding) => problems.extend(detail(line.trim(), finding)),
                None => problems.push(format!("a detail without a failed line: {line}")),
            }
            continue;
        }
        current = None;
        let Some((id, status)) = line.split_once(' ') else {
            problems.push(format!("not understood: {line}"));
            continue;
        };
        if let Some((count, status)) = status.strip_prefix('×').and_then(|rest| rest.split_once(' ')) {
            let before = open.len();
            open.retain(|outcome| !(outcome.code == id && status_of(outcome) == status));
            if Ok(before - open.len()) != count.parse() {
                problems.push(format!("{} instead of: {line}", before - open.len()));
            }
            continue;
        }
        let (status, words) = status.split_once(": ").unwrap_or((status, ""));
        let Some(index) = open.iter().position(|outcome| id_of(outcome) == id) else {
            problems.push(format!("no such check: {line}"));
            continue;
        };
        let outcome = open.remove(index);
        current = failed(outcome);
        if status_of(outcome) != status {
            problems.push(format!("{} instead of: {line}", described(outcome)));
        } else if !words.split("; ").all(|word| says(outcome, word)) {
            problems.push(format!("{} does not say: {words}", described(outcome)));
        }
    }
    for outcome in open {
        if matches!(outcome.status, Status::Failed(_) | Status::Undecided(_) | Status::PassedBlankAsZero) {
            problems.push(format!("not expected: {}", described(outcome)));
        }
    }
    problems
}

fn failed(outcome: &Outcome) -> Option<&Finding> {
    match &outcome.status {
        Status::Failed(finding) => Some(finding),
        _ => None,
    }
}

fn id_of(outcome: &Outcome) -> String {
    match &outcome.at {
        Some(at) => format!("{}@{at}", outcome.code),
        None => outcome.code.to_owned(),
    }
}

fn status_of(outcome: &Outcome) -> String {
    match &outcome.status {
        Status::Passed => "passed".to_owned(),
        Status::PassedBlankAsZero => "blank as zero".to_owned(),
        Status::Failed(finding) => format!("failed {}", finding.severity.key()),
        Status::Undecided(_) => "undecided".to_owned(),
        Status::NotApplicable => "not applicable".to_owned(),
    }
}

fn described(outcome: &Outcome) -> String {
    let words = match &outcome.status {
        Status::Failed(finding) => {
            format!("{} [{}]", finding.message.zh, finding.equation.as_deref().unwrap_or(""))
        }
        Status::Undecided(why) => why.zh.clone(),
        _ => String::new(),
    };
    format!("{} {} {words}", id_of(outcome), status_of(outcome))
}

fn says(outcome: &Outcome, word: &str) -> bool {
    let texts: Vec<&str> = match &outcome.status {
        Status::Failed(finding) => vec![
            &finding.message.zh,
            &finding.message.en,
            &finding.hint.zh,
            &finding.hint.en,
            finding.equation.as_deref().unwrap_or(""),
        ],
        Status::Undecided(why) => vec![&why.zh, &why.en],
        _ => Vec::new(),
    };
    word.is_empty() || texts.iter().any(|text| text.contains(word))
}

/// Compares one detail of a failed line: `expected 82, actual 81, difference -1`, `suspects cell=2, cell=3`,
/// `cells cell cell`, `reading`.
fn detail(line: &str, finding: &Finding) -> Option<String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let number = |value: Option<gouji::number::Decimal>| value.map_or("none".to_owned(), |v| v.to_string());
    let found = match word {
        "expected" => format!(
            "expected {}, actual {}, difference {}",
            number(finding.expected),
            number(finding.actual),
            number(finding.difference)
        ),
        "suspects" => {
            let all: Vec<String> =
                finding.suspects.iter().map(|suspect| format!("{}={}", suspect.cell, suspect.to)).collect();
            format!("suspects {}", all.join(", "))
        }
        "cells" => {
            let all: Vec<String> = finding.cells.iter().map(|(cell, _)| cell.to_string()).collect();
            format!("cells {}", all.join(" "))
        }
        "reading" => {
            let says = finding.message.zh.starts_with("先核对识别结果");
            let is_reading = finding.responsibility == Responsibility::Reading;
            (if says && is_reading { "reading" } else { "author" }).to_owned()
        }
        _ => return Some(format!("unknown detail {line}")),
    };
    let suspects_begin = word == "suspects" && rest.ends_with('…');
    let fits = if suspects_begin { found.starts_with(line.trim_end_matches('…')) } else { found == line };
    (!fits).then(|| format!("{found} instead of: {line}"))
}

/// What every finding must have, whatever the rule.
fn unfit(finding: &Finding) -> Vec<String> {
    let mut problems = Vec::new();
    for language in [Language::Zh, Language::En] {
        let (message, hint) = (finding.message.get(language), finding.hint.get(language));
        if message.is_empty() || hint.is_empty() || has_a_gap(message) || has_a_gap(hint) {
            problems.push(format!("{}: words missing: {message} / {hint}", finding.id()));
        }
        let numbers = [finding.expected, finding.actual].into_iter().flatten();
        for number in numbers.map(|number| number.to_string()) {
            if !message.contains(&number) {
                problems.push(format!("{}: {number} is missing in: {message}", finding.id()));
            }
        }
    }
    problems
}

/// A name in braces that was not filled.
fn has_a_gap(text: &str) -> bool {
    text.split('{').skip(1).any(|after| after.starts_with(|first: char| first.is_ascii_lowercase()))
}
