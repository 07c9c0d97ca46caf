//! Reviews as SARIF 2.1.0 (OASIS), for tools that gather findings: the catalogue as the driver's rules, failed
//! checks as `fail`, identities that could not be told as `open`.

use super::json::{AcrossDto, FindingDto, ReviewDto, SettledDto, pretty};
use super::wording;
use crate::language::Language;
use crate::report::form::Cell;
use crate::review::{RULESET, Review};
use crate::rules::{self, Family, RULES, Severity, Status};
use serde_json::{Value, json};

/// What one review adds to a log.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    artifact: Value,
    results: Vec<Value>,
    notifications: Vec<Value>,
    overrides: SettledDto,
}

/// The part of one review, its sentences in `language`; `dto` is the same review in the same language.
pub fn part(review: &Review, dto: &ReviewDto, language: Language) -> Part {
    let uri = uri(&dto.source.name);
    let mut artifact = json!({
        "location": {"uri": uri},
        "length": dto.source.bytes,
        "hashes": {"sha-256": dto.source.sha256},
    });
    if let Some(encoding) = &dto.source.encoding {
        artifact["encoding"] = json!(encoding);
    }
    let failed = review.findings_by_gravity().into_iter().zip(&dto.findings).map(|(finding, dto)| {
        let cells: Vec<Cell> = finding.cells.iter().map(|(cell, _)| *cell).collect();
        let place = dto.place;
        json!({
            "ruleId": dto.code,
            "ruleIndex": rule_index(&dto.code),
            "kind": "fail",
            "level": level(finding.severity),
            "message": {"text": message(&dto.message, dto.equation.as_deref())},
            "locations": [location(&uri, place.and_then(|place| place.line), &cells, language)],
            "partialFingerprints": {"gouji/v1": dto.fingerprint},
            "properties": {
                "id": dto.id,
                "hint": dto.hint,
                "responsibility": dto.responsibility,
                "expected": dto.expected,
                "actual": dto.actual,
                "difference": dto.difference,
                "roles": dto.roles,
                "suspects": dto.suspects,
                "page": place.and_then(|place| place.page),
            },
        })
    });
    let open = review.outcomes.iter().filter_map(|outcome| {
        let Status::Undecided(reason) = &outcome.status else { return None };
        let id = outcome.id();
        Some(json!({
            "ruleId": outcome.code,
            "ruleIndex": rule_index(outcome.code),
            "kind": "open",
            "level": "none",
            "message": {"text": reason.get(language)},
            "locations": [location(&uri, None, &[], language)],
            "properties": {"id": id},
        }))
    });
    let waived = waived(&uri, dto.settings.as_ref(), language);
    let notifications = if dto.source.format.is_none() {
        let told = dto.findings.iter().map(|finding| {
            json!({
                "level": "error",
                "message": {"text": finding.message},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}],
            })
        });
        told.collect()
    } else {
        Vec::new()
    };
    let overrides = dto.settings.clone().unwrap_or_default();
    Part { results: failed.chain(open).chain(waived).collect(), artifact, notifications, overrides }
}

/// The findings that were waived: results that are suppressed, with the reason.
fn waived(uri: &str, settled: Option<&SettledDto>, language: Language) -> Vec<Value> {
    let waived = settled.map(|settled| settled.waived.as_slice()).unwrap_or_default();
    waived
        .iter()
        .map(|waived| {
            let finding = &waived.finding;
            let cells: Vec<Cell> = finding.cells.iter().filter_map(|name| Cell::from_name(name)).collect();
            let line = finding.place.and_then(|place| place.line);
            json!({
                "ruleId": finding.code,
                "ruleIndex": rule_index(&finding.code),
                "kind": "fail",
                "level": level_of_key(&finding.severity),
                "message": {"text": message(&finding.message, finding.equation.as_deref())},
                "locations": [location(uri, line, &cells, language)],
                "partialFingerprints": {"gouji/v1": finding.fingerprint},
                "suppressions": [{"kind": "external", "justification": waived.reason}],
                "properties": {"id": finding.id},
            })
        })
        .collect()
}

/// What settings made of the rules.
fn overrides(settled: &SettledDto) -> Vec<Value> {
    let rule = |code: &String, configuration: Value| json!({"descriptor": {"id": code, "index": rule_index(code)}, "configuration": configuration});
    let off = settled
        .off
        .iter()
        .map(|(code, count)| rule(code, json!({"enabled": false, "properties": {"findings": count}})));
    let severities = settled
        .severities
        .iter()
        .map(|(code, severity)| rule(code, json!({"level": level_of_key(severity)})));
    off.chain(severities).collect()
}

/// A finding across files: the file that it is about comes first.
fn result_across(finding: &FindingDto, uris: &[String], language: Language) -> Value {
    let cells: Vec<Cell> = finding.cells.iter().filter_map(|name| Cell::from_name(name)).collect();
    let about = finding.about().map(uri);
    let mut locations = Vec::new();
    for name in &finding.files {
        let here = uri(name);
        let is_about = about.as_ref() == Some(&here);
        let line = finding.place.filter(|_| is_about).and_then(|place| place.line);
        let mut location = location(&here, line, if is_about { &cells } else { &[] }, language);
        if let Some(index) = uris.iter().position(|known| *known == here) {
            location["physicalLocation"]["artifactLocation"]["index"] = json!(index);
        }
        locations.insert(if is_about { 0 } else { locations.len() }, location);
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": rule_index(&finding.code),
        "kind": "fail",
        "level": level_of_key(&finding.severity),
        "message": {"text": message(&finding.message, finding.equation.as_deref())},
        "locations": locations,
        "partialFingerprints": {"gouji/v1": finding.fingerprint},
        "properties": {
            "id": finding.id,
            "hint": finding.hint,
            "responsibility": finding.responsibility,
            "expected": finding.expected,
            "actual": finding.actual,
            "difference": finding.difference,
            "roles": finding.roles,
            "suspects": finding.suspects,
        },
    })
}

/// Findings across files that were waived.
fn waived_across(across: &AcrossDto, uris: &[String], language: Language) -> Vec<Value> {
    let waived = across.settings.iter().flat_map(|settled| &settled.waived);
    waived
        .map(|waived| {
            let mut result = result_across(&waived.finding, uris, language);
            result["suppressions"] = json!([{"kind": "external", "justification": waived.reason}]);
            result
        })
        .collect()
}

/// The whole log as indented JSON; `across` is what the files say of one another.
pub fn log(parts: Vec<Part>, across: &AcrossDto, language: Language) -> String {
    let (mut artifacts, mut results, mut notifications) = (Vec::new(), Vec::new(), Vec::new());
    let mut settled = across.settings.clone().unwrap_or_default();
    for (index, part) in parts.into_iter().enumerate() {
        settled.add(part.overrides);
        artifacts.push(part.artifact);
        results.extend(part.results.into_iter().map(|mut result| {
            result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] = json!(index);
            result
        }));
        notifications.extend(part.notifications);
    }
    let uris: Vec<String> = artifacts
        .iter()
        .filter_map(|artifact| Some(artifact["location"]["uri"].as_str()?.to_owned()))
        .collect();
    results.extend(across.findings.iter().map(|finding| result_across(finding, &uris, language)));
    results.extend(waived_across(across, &uris, language));
    let successful = notifications.is_empty();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "gouji",
                "fullName": "gouji 勾稽",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": wording::LANGUAGE_TAG.get(language),
                "rules": RULES.iter().map(|rule| descriptor(rule, language)).collect::<Vec<_>>(),
                "properties": {"ruleset": RULESET},
            }},
            "language": wording::LANGUAGE_TAG.get(language),
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts,
            "results": results,
            "invocations": [{
                "executionSuccessful": successful,
                "ruleConfigurationOverrides": overrides(&settled),
                "toolExecutionNotifications": notifications,
            }],
        }],
    }))
}

fn descriptor(rule: &rules::Rule, language: Language) -> Value {
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.get(language)},
        "fullDescription": {"text": rule.why.get(language)},
        "help": {"text": rule.hint.get(language), "markdown": rules::page(rule, language)},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"basis": rule.basis.get(language), "family": family(rule.family)},
    })
}

/// The artifact and its line; of every cell its name, and the words of its row and column.
fn location(uri: &str, line: Option<u32>, cells: &[Cell], language: Language) -> Value {
    let mut location = json!({"physicalLocation": {"artifactLocation": {"uri": uri}}});
    if let Some(line) = line {
        location["physicalLocation"]["region"] = json!({"startLine": line});
    }
    if !cells.is_empty() {
        let named = cells.iter().map(|cell| {
            json!({
                "name": cell.label().get(language),
                "fullyQualifiedName": cell.to_string(),
                "kind": "member",
            })
        });
        location["logicalLocations"] = named.collect();
    }
    location
}

fn message(message: &str, equation: Option<&str>) -> String {
    match equation {
        Some(equation) if !message.contains(equation) => format!("{message} ({equation})"),
        _ => message.to_owned(),
    }
}

/// The rule's index in the driver's list; -1, SARIF's word for none, where it is not there.
fn rule_index(code: &str) -> i64 {
    RULES.iter().position(|rule| rule.code == code).and_then(|index| i64::try_from(index).ok()).unwrap_or(-1)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn level_of_key(severity: &str) -> &str {
    if severity == "info" { "note" } else { severity }
}

fn family(family: Family) -> &'static str {
    match family {
        Family::Structure => "structure",
        Family::Cells => "cells",
        Family::Requests => "requests",
        Family::Disputes => "disputes",
        Family::Proactive => "proactive",
        Family::Narrative => "narrative",
        Family::Years => "years",
        Family::Aggregation => "aggregation",
        Family::Reading => "reading",
    }
}

/// A path as a URI reference (RFC 3986): relative as it is, absolute under `file:`; everything but plain letters,
/// digits and `-._~/` by its bytes.
fn uri(name: &str) -> String {
    let mut uri = String::from(if name.starts_with('/') { "file://" } else { "" });
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uri_references() {
        for (name, written) in [
            ("reports/a.html", "reports/a.html"),
            ("/tmp/a b.txt", "file:///tmp/a%20b.txt"),
            ("青.txt", "%E9%9D%92.txt"),
            ("a:b.txt", "a%3Ab.txt"),
            ("-", "-"),
        ] {
            assert_eq!(uri(name), written);
        }
    }
}
