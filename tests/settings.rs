//! The settings file: what is understood, what is refused by name, and what a run makes of it.

#![expect(clippy::unwrap_used, reason = "a test reads its data and stops at the first fault")]

use gouji::export::settings::settings;
use gouji::language::Language;
use gouji::review::{Setting, Settings};
use gouji::rules::Severity;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const BROKEN: &str = "yunpi-2023.html";

#[test]
fn settings_are_understood_or_refused_by_name() {
    let schema: Value = serde_json::from_str(include_str!("../docs/settings.schema.json")).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let one = r#""schema": "gouji-settings/1""#;
    for (rest, zh, en) in [
        ("", "", ""),
        (r#", "rules": {}, "waivers": []"#, "", ""),
        (r#", "rules": {"P04": "off", "S14": "info", "Y01": "error"}"#, "", ""),
        (r#", "waivers": [{"fingerprint": "0123456789abcdef", "reason": "已核实"}]"#, "", ""),
        (r#", "rule": {}"#, "没有“rule”这一项", "no key “rule”"),
        (r#", "rules": []"#, "“rules”应为 JSON 对象", "“rules” in the settings has to be an object"),
        (r#", "rules": {"P04": "none"}"#, "“rules.P04”不能是", "“rules.P04” in the settings cannot be"),
        (r#", "rules": {"P04": false}"#, "“rules.P04”不能是 false", "like off, info, warning, error"),
        (r#", "waivers": {}"#, "“waivers”应为 JSON 数组", "has to be an array"),
        (r#", "waivers": ["0123456789abcdef"]"#, "“waivers[0]”应为 JSON 对象", "“waivers[0]”"),
        (r#", "waivers": [{"fingerprint": "0123456789abcdef"}]"#, "缺少“waivers[0].reason”", "lack the key"),
        (
            r#", "waivers": [{"fingerprint": "0123456789abcdef", "reason": " "}]"#,
            "“waivers[0].reason”应写明文字",
            "has to say something",
        ),
        (r#", "waivers": [{"reason": "x"}]"#, "缺少“waivers[0].fingerprint”", "waivers[0].fingerprint"),
        (
            r#", "waivers": [{"fingerprint": "R01@total", "reason": "x"}]"#,
            "“waivers[0].fingerprint”不能是 \"R01@total\"",
            "waivers[0].fingerprint",
        ),
        (
            r#", "waivers": [{"fingerprint": "0123456789abcdef", "reason": "x", "until": "2027"}]"#,
            "没有“waivers[0].until”这一项",
            "no key “waivers[0].until”",
        ),
    ] {
        let text = format!("{{{one}{rest}}}");
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator.is_valid(&value), zh.is_empty(), "{text}");
        check(&text, zh, en);
    }
    // What a schema cannot know, or is not asked.
    for (text, zh, en) in [
        ("{", "不是 JSON（第 1 行第 1 列）", "no JSON (line 1, column 1)"),
        ("[]", "“$”应为 JSON 对象", "has to be an object"),
        ("{}", "缺少“schema”", "lack the key “schema”"),
        (r#"{"schema": "gouji-settings/2"}"#, "“schema”不能是", "like gouji-settings/1"),
        (
            r#"{"schema": "gouji-settings/1", "rules": {"Q01": "off"}}"#,
            "“rules.Q01”",
            "there is no such rule",
        ),
        (
            r#"{"schema": "gouji-settings/1", "waivers": [{"fingerprint": "0123456789abcdef", "reason": "x"}, {"fingerprint": "0123456789abcdef", "reason": "y"}]}"#,
            "豁免了两次",
            "waive 0123456789abcdef twice",
        ),
    ] {
        check(text, zh, en);
    }
    let read = settings(
        "\u{feff}{\"schema\": \"gouji-settings/1\", \"rules\": {\"P04\": \"off\", \"S14\": \"error\"}}",
    );
    let rules = [("P04", Setting::Off), ("S14", Setting::Severity(Severity::Error))].into();
    assert_eq!(read, Ok(Settings { rules, ..Settings::default() }));
}

#[test]
fn what_is_left_out_is_counted_in_every_format_and_the_exit_status_follows() {
    let folder = scratch("left-out");
    let whole = json_of(&folder, &[]);
    let review = &whole["reviews"][0];
    let errors: Vec<&Value> = findings(review).filter(|finding| finding["severity"] == "error").collect();
    assert!(errors.len() > 1);
    assert_eq!(review["verdict"], "failed");
    let waivers: Vec<Value> = errors
        .iter()
        .map(|finding| json!({"fingerprint": finding["fingerprint"], "reason": "已向省里说明"}))
        .collect();
    write(&folder, &json!({"schema": "gouji-settings/1", "waivers": waivers}));
    let settled = json_of(&folder, &["--settings", "settings.json"]);
    let settled = &settled["reviews"][0];
    assert_eq!(settled["settings"]["waived"].as_array().unwrap().len(), errors.len());
    assert_eq!(settled["settings"]["waived"][0]["finding"], *errors[0]);
    assert_eq!(settled["diagnoses"], json!([]), "what is waived asks for no change");
    assert!(findings(settled).all(|finding| finding["severity"] != "error"));
    assert_ne!(settled["verdict"], "failed");
    for (format, words) in [
        ("text", "waived "),
        ("json", "\"reason\": \"已向省里说明\""),
        ("jsonl", "\"reason\":\"已向省里说明\""),
        ("sarif", "\"justification\": \"已向省里说明\""),
        ("csv", ",waived: 已向省里说明"),
        ("markdown", "- waived "),
    ] {
        let words_before = ["check", "--lang", "en", "--format", format];
        let run = run(&folder, &[&words_before[..], &["--settings", "settings.json", BROKEN]].concat());
        assert_eq!(run.0, 0, "{format}");
        assert!(run.1.contains(words), "{format}: {}", run.1);
    }
}

#[test]
fn rules_are_switched_off_or_weighed_anew_and_say_so() {
    let folder = scratch("rules");
    let before = json_of(&folder, &[]);
    let code = findings(&before["reviews"][0]).next().unwrap()["code"].as_str().unwrap().to_owned();
    let of_rule = |review: &Value| findings(review).filter(|finding| finding["code"] == *code).count();
    let count = of_rule(&before["reviews"][0]);
    assert!(count > 0);
    write(&folder, &json!({"schema": "gouji-settings/1", "rules": {&*code: "off"}}));
    let off = json_of(&folder, &["--settings", "settings.json"]);
    assert_eq!(of_rule(&off["reviews"][0]), 0);
    assert_eq!(off["reviews"][0]["settings"]["off"][&code], count);
    let passed = |value: &Value| value["reviews"][0]["checks"]["passed"].as_u64();
    assert!(passed(&off) < passed(&before), "a rule that is off has passed nothing");
    for (format, words) in [
        ("text", format!("rule {code} is switched off: {count} ")),
        ("csv", format!("off: {count}")),
        ("markdown", format!("- rule {code} is switched off")),
        ("sarif", "\"enabled\": false".to_owned()),
    ] {
        let words_before = ["check", "--lang", "en", "--format", format, "--settings", "settings.json"];
        let output = run(&folder, &[&words_before[..], &[BROKEN]].concat()).1;
        assert!(output.contains(&words), "{format}: {output}");
    }
    write(&folder, &json!({"schema": "gouji-settings/1", "rules": {&*code: "info"}}));
    let weighed = json_of(&folder, &["--settings", "settings.json"]);
    let severities: Vec<&Value> = findings(&weighed["reviews"][0])
        .filter(|finding| finding["code"] == *code)
        .map(|finding| &finding["severity"])
        .collect();
    assert_eq!(severities, vec!["info"; count]);
    assert_eq!(weighed["reviews"][0]["settings"]["severities"][&code], "info");
}

#[test]
fn settings_that_cannot_be_used_and_waivers_that_match_nothing_are_told() {
    let folder = scratch("told");
    for (words, complaint) in [
        (vec!["--settings", "missing.json"], "missing.json cannot be used: it cannot be opened"),
        (vec!["--settings", BROKEN], "no JSON"),
        (vec!["--settings"], "--settings needs a value"),
    ] {
        let run = run(&folder, &[&["check", "--lang", "en", BROKEN], &words[..]].concat());
        assert_eq!((run.0, run.1.as_str()), (2, ""), "{words:?}");
        assert!(run.2.contains(complaint), "{words:?}: {}", run.2);
    }
    write(
        &folder,
        &json!({"schema": "gouji-settings/1", "waivers": [{"fingerprint": "0123456789abcdef", "reason": "x"}]}),
    );
    let run = run(&folder, &["check", "--lang", "en", "--settings", "settings.json", BROKEN]);
    assert_eq!(run.0, 1);
    assert!(run.2.contains("1 waivers of the settings match no finding: 0123456789abcdef"), "{}", run.2);
}

/// What cannot be read is not made readable by a decision.
#[test]
fn an_unread_file_stays_unread() {
    let folder = scratch("unread");
    fs::write(folder.join("empty.txt"), "").unwrap();
    write(&folder, &json!({"schema": "gouji-settings/1", "rules": {"E01": "off", "E07": "off"}}));
    let run = run(&folder, &["check", "--format", "json", "--settings", "settings.json", "empty.txt"]);
    let value: Value = serde_json::from_str(&run.1).unwrap();
    assert_eq!((run.0, &value["reviews"][0]["verdict"]), (2, &json!("undecided")));
}

fn check(text: &str, zh: &str, en: &str) {
    match settings(text) {
        Ok(_) => assert_eq!(zh, "", "{text}"),
        Err(error) => {
            let (said_zh, said_en) = (error.sentence(Language::Zh), error.sentence(Language::En));
            assert!(!zh.is_empty() && said_zh.contains(zh), "{text}: {said_zh}");
            assert!(said_en.contains(en), "{text}: {said_en}");
        }
    }
}

fn findings(review: &Value) -> impl Iterator<Item = &Value> {
    review["findings"].as_array().unwrap().iter()
}

fn json_of(folder: &Path, words: &[&str]) -> Value {
    serde_json::from_str(&run(folder, &[&["check", "--format", "json"], words, &[BROKEN]].concat()).1)
        .unwrap()
}

/// The exit status, the output and the complaints of gouji in `folder`.
fn run(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_gouji")).current_dir(folder).args(words).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ran.status.code().unwrap(), text(ran.stdout), text(ran.stderr))
}

fn write(folder: &Path, settings: &Value) {
    fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
}

/// A folder of this name with a report that fails.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("settings").join(name);
    fs::create_dir_all(&folder).unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cli").join(BROKEN);
    fs::copy(fixture, folder.join(BROKEN)).unwrap();
    folder
}
