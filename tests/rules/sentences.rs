//! Sentences told of the model report: which are held against it, and which never.

use crate::notation::model_of;
use gouji::rules::{Severity, Status};
use std::collections::BTreeSet;

#[test]
fn sentences_are_held_against_the_tables_as_written_down() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in include_str!("../narrative/findings.tsv").lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        count += 1;
        let (text, expected) =
            line.split_once('\t').unwrap_or_else(|| panic!("line {}: two fields", number + 1));
        let found = held_against(text);
        let expected: BTreeSet<String> = expected.split_whitespace().map(str::to_owned).collect();
        if found != expected {
            wrong.push(format!("line {}: {text}\n  wanted {expected:?}\n  found  {found:?}", number + 1));
        }
    }
    assert!(count > 80, "only {count} sentences");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// The warnings and errors about the prose where section 一 of the model says `text`.
fn held_against(text: &str) -> BTreeSet<String> {
    let outcomes = model_of(&format!("text overview = （二）依申请公开。{text}")).outcomes();
    outcomes
        .iter()
        .filter_map(|outcome| match &outcome.status {
            Status::Failed(finding) if finding.code.starts_with('N') && finding.severity > Severity::Info => {
                Some(finding.id())
            }
            _ => None,
        })
        .collect()
}
