//! The built command line: what it prints, where it prints it, and how it ends.
//!
//! Whole outputs are kept in `tests/snapshots/cli`; `UPDATE=1 cargo test --test cli` writes them anew, to be
//! looked at before they are kept.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads its data and stops at the first fault"
)]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CLEAN: &str = "qingling-water-2023.html";
const BROKEN: &str = "yunpi-2023.html";
const TOWN: &str = "folder/baishui-2020.txt";
const NO_REPORT: &str = "folder/inner/not-a-report.md";

#[test]
fn whole_outputs_are_as_they_were() {
    for (snapshot, words, status) in [
        ("clean.zh.txt", vec!["check", CLEAN], 0),
        ("broken.zh.txt", vec!["check", BROKEN], 1),
        ("broken.en.txt", vec!["check", "--lang", "en", BROKEN], 1),
        ("broken.json", vec!["check", "--format", "json", BROKEN], 1),
        ("broken.csv", vec!["check", "--format=csv", "--lang=en", BROKEN], 1),
        ("broken.md", vec!["check", "--format", "markdown", BROKEN], 1),
        ("several.zh.txt", vec!["check", CLEAN, "empty.txt", "missing.txt", "folder"], 2),
        ("town.csv", vec!["convert", "--to", "csv", TOWN], 0),
        ("rule.zh.txt", vec!["rules", "R01"], 0),
        ("rule.en.txt", vec!["rules", "--lang", "en", "r01"], 0),
        ("help.zh.txt", vec!["--help"], 0),
        ("help.en.txt", vec!["help", "--lang", "en"], 0),
        ("check-help.zh.txt", vec!["check", "--help"], 0),
        ("check-help.en.txt", vec!["help", "check", "--lang", "en"], 0),
    ] {
        let ran = run(&words, b"");
        assert_eq!(ran.status, status, "{words:?} {}", ran.errors);
        compare(snapshot, &ran.output);
    }
}

#[test]
fn the_exit_status_says_how_grave_it_is() {
    for (words, status) in [
        // Nothing at or above --deny.
        (vec!["check", CLEAN], 0),
        (vec!["check", "--deny", "warning", CLEAN], 0),
        (vec!["check", TOWN], 0),
        // Something at or above it.
        (vec!["check", BROKEN], 1),
        (vec!["check", CLEAN, BROKEN], 1),
        // Not to be read, or no such report; it wins.
        (vec!["check", "missing.txt"], 2),
        (vec!["check", "noise.bin"], 2),
        (vec!["check", "empty.txt"], 2),
        (vec!["check", NO_REPORT], 2),
        (vec!["check", BROKEN, "missing.txt"], 2),
        (vec!["check", "missing.txt", BROKEN, CLEAN], 2),
        (vec!["convert", "missing.txt", "--to", "json"], 2),
        (vec!["convert", NO_REPORT, "--to", "json"], 0),
    ] {
        for format in ["text", "json", "jsonl", "csv", "markdown", "sarif"] {
            let mut words = words.clone();
            if words[0] == "check" {
                words.extend(["--format", format]);
            }
            let ran = run(&words, b"");
            assert_eq!(ran.status, status, "{words:?}");
            assert!(!ran.errors.contains("panicked"), "{words:?} {}", ran.errors);
        }
    }
}

#[test]
fn wrong_usage_is_said_in_words_and_ends_in_2() {
    for (words, zh, en) in [
        (vec![], "没有说要做什么", "nothing was asked"),
        (vec!["chekc"], "没有“chekc”这个命令", "there is no command 'chekc'"),
        (vec!["a.html"], "gouji check a.html", "gouji check a.html"),
        (vec!["check"], "没有指定文件", "no file was named"),
        (vec!["check", "--fast", "a"], "不认识的选项 --fast", "unknown option --fast"),
        (vec!["check", "-x"], "不认识的选项 -x", "unknown option -x"),
        (vec!["check", "a", "--format"], "--format 后面缺少取值", "--format needs a value"),
        (vec!["check", "a", "--format", "xml"], "只能是 text、json、jsonl", "it is one of text, json, jsonl"),
        (vec!["check", "a", "--deny=info"], "--deny 不能是“info”", "--deny cannot be 'info'"),
        (vec!["check", "--help=me"], "不带取值，多了“me”", "takes no value, not 'me'"),
        (vec!["check", "-", "-"], "只能用一次", "once only"),
        (vec!["check", "a", "--lang", "fr"], "--lang 不能是“fr”", "--lang cannot be 'fr'"),
        (vec!["rules", "Z99"], "没有编号为“Z99”的规则", "there is no rule 'Z99'"),
        (vec!["rules", "R01", "R02"], "多了“R02”", "'R02' is too much"),
        (vec!["convert", "a"], "缺少 --to", "--to json|csv|html|md|xlsx|sheet is missing"),
        (vec!["convert", "--to", "json"], "没有指定文件", "no file was named"),
        (vec!["convert", "a", "--to", "doc"], "--to 不能是“doc”", "--to cannot be 'doc'"),
    ] {
        for (sentence, language) in [(zh, "zh"), (en, "en")] {
            let mut words = words.clone();
            if let (Some(first), false) = (words.first().copied(), words.contains(&"--lang")) {
                words = [vec![first, "--lang", language], words[1..].to_vec()].concat();
            } else if language == "en" {
                continue;
            }
            let ran = run(&words, b"");
            assert_eq!(ran.status, 2, "{words:?}");
            assert!(ran.errors.contains(sentence), "{words:?}: {}", ran.errors);
            assert!(ran.errors.contains("--help"), "{words:?} names the way out");
            assert_eq!(ran.output, "", "{words:?}");
        }
    }
}

#[test]
fn a_folder_is_walked_by_path_and_every_input_is_answered_in_order() {
    let folder = scratch("walk");
    let town = fs::read(fixtures().join(TOWN)).unwrap();
    for name in ["b.txt", "a/2.html", "a/10.HTM", "a.txt", "c/deep/x.md"] {
        write(&folder.join(name), &town);
    }
    for name in [".hidden.txt", ".git/a.txt", "~$b.txt", "notes.bak", "README"] {
        write(&folder.join(name), b"not to be read");
    }
    fs::create_dir_all(folder.join("nothing/here")).unwrap();
    let ran = run_in(&folder, &["check", "--format", "jsonl", "b.txt", ".", "README", "nothing", "-"], &town);
    let reviews: Vec<Value> = ran.output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<&str> = reviews.iter().map(|review| review["source"]["name"].as_str().unwrap()).collect();
    let expected = [
        "b.txt",
        "./a/10.HTM",
        "./a/2.html",
        "./a.txt",
        "./b.txt",
        "./c/deep/x.md",
        "README",
        "nothing",
        "-",
    ];
    assert_eq!(names, expected);
    assert_eq!(ran.status, 2, "an empty folder was not read");
    assert_eq!(reviews[7]["verdict"], "undecided");
    assert_eq!(reviews[7]["findings"][0]["code"], "E07");
    assert_eq!(reviews[8]["report"]["year"], 2020, "standard input is read like a file");
}

#[test]
fn many_files_come_in_order_however_many_cores_read_them() {
    let folder = scratch("many");
    let (clean, broken) =
        (fs::read(fixtures().join(CLEAN)).unwrap(), fs::read(fixtures().join(BROKEN)).unwrap());
    let names: Vec<String> = (0..24).map(|index| format!("{index:03}.html")).collect();
    for (index, name) in names.iter().enumerate() {
        write(&folder.join(name), if index % 7 == 0 { &broken } else { &clean });
    }
    let outputs: Vec<String> = ["1", "2", "16"]
        .map(|threads| {
            let mut command = gouji(&folder, &["check", "--format", "jsonl", "."]);
            command.env("RAYON_NUM_THREADS", threads);
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        })
        .to_vec();
    assert_eq!(outputs[0], outputs[1]);
    assert_eq!(outputs[0], outputs[2]);
    let found: Vec<String> = outputs[0]
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["source"]["name"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(found, names.iter().map(|name| format!("./{name}")).collect::<Vec<_>>());
}

#[test]
fn one_json_value_and_the_lines_of_jsonl_say_the_same() {
    let inputs = [CLEAN, "noise.bin", BROKEN, "missing.txt", NO_REPORT];
    let with = |format: &str| run(&[&["check", "--format", format], inputs.as_slice()].concat(), b"").output;
    let whole: Value = serde_json::from_str(&with("json")).unwrap();
    let lines: Vec<Value> = with("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(whole["reviews"].as_array().unwrap(), &lines);
    assert_eq!(lines.len(), inputs.len());
    for (review, code) in lines.iter().zip([None, Some("E07"), None, Some("E07"), Some("E01")]) {
        if let Some(code) = code {
            assert_eq!(review["report"], Value::Null);
            assert_eq!(review["verdict"], "undecided");
            assert_eq!(review["findings"][0]["code"], code);
        }
    }
}

#[test]
fn sarif_points_at_its_rules_artifacts_and_cells() {
    let with = |format: &str| -> Value {
        let ran = run(&["check", "--format", format, "--lang", "en", "missing.txt", BROKEN], b"");
        serde_json::from_str(&ran.output).unwrap()
    };
    let (log, whole) = (with("sarif"), with("json"));
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let findings: Vec<&Value> = whole["reviews"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|review| review["findings"].as_array().unwrap())
        .collect();
    let failed: Vec<&Value> =
        run["results"].as_array().unwrap().iter().filter(|result| result["kind"] == "fail").collect();
    assert_eq!(failed.len(), findings.len());
    for (result, finding) in failed.iter().zip(findings) {
        let code = finding["code"].as_str().unwrap();
        assert_eq!(result["ruleId"], code);
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], code);
        let level = match finding["severity"].as_str().unwrap() {
            "info" => "note",
            other => other,
        };
        assert_eq!(result["level"], level);
        assert_eq!(result["partialFingerprints"]["gouji/v1"], finding["fingerprint"]);
        let location = &result["locations"][0];
        let artifact = &location["physicalLocation"]["artifactLocation"];
        assert_eq!(
            run["artifacts"][artifact["index"].as_u64().unwrap() as usize]["location"]["uri"],
            artifact["uri"]
        );
        let line = &location["physicalLocation"]["region"]["startLine"];
        assert_eq!(line, &finding["place"]["line"], "{code}");
        let named: Vec<&Value> = location["logicalLocations"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|cell| &cell["fullyQualifiedName"])
            .collect();
        assert_eq!(named, finding["cells"].as_array().unwrap().iter().collect::<Vec<_>>());
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let told = run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(told.len(), 1, "what could not be opened is told");
}

#[test]
fn a_conversion_holds_the_tables_and_the_cells() {
    let ran = run(&["convert", TOWN, "--to", "json"], b"");
    let value: Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!(value["schema"], "gouji-document/1");
    assert_eq!(value["report"]["requests"]["new_received"]["natural_person"], 3);
    assert_eq!(value["report"]["proactive"]["procurement"]["amount"], "18.50");
    assert_eq!(value["cells"]["proactive.penalties.items_change"]["raw"], "-1");
    let cell = &value["cells"]["requests.granted.total"];
    let block = &value["blocks"][cell["place"]["block"].as_u64().unwrap() as usize];
    assert_eq!(block["kind"], "table");
    let square = block["squares"]
        .as_array()
        .unwrap()
        .iter()
        .find(|square| square["row"] == cell["place"]["row"] && square["column"] == cell["place"]["column"])
        .unwrap();
    assert_eq!(square["text"], "2");
    assert_eq!(square["cells"][0], "requests.granted.total");
    let page = run(&["convert", "--to=html", TOWN], b"").output;
    assert!(page.contains("<td data-cell=\"requests.granted.total\">2</td>"));
    assert!(run(&["convert", "--to=md", TOWN], b"").output.contains("| （六）其他处理 | 0 |"));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = scratch("pipe");
    let broken = fs::read(fixtures().join(BROKEN)).unwrap();
    for index in 0..20 {
        write(&folder.join(format!("{index:03}.html")), &broken);
    }
    for format in ["text", "jsonl", "json"] {
        let mut child = gouji(&folder, &["check", "--format", format, "."])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Nobody reads a byte.
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}");
        assert!(ended.status.code().is_some_and(|code| code < 2), "{format}: {:?}", ended.status);
    }
}

#[test]
fn no_colour_leaves_the_program_for_a_pipe() {
    for words in [["check", BROKEN], ["check", "missing.txt"]] {
        let ran = run(&words, b"");
        assert!(!ran.output.contains('\u{1b}') && !ran.errors.contains('\u{1b}'), "{words:?}");
    }
}

/// What a run left behind.
struct Ran {
    status: i32,
    output: String,
    errors: String,
}

/// Runs gouji among the fixtures.
fn run(words: &[&str], input: &[u8]) -> Ran {
    run_in(&fixtures(), words, input)
}

fn run_in(folder: &Path, words: &[&str], input: &[u8]) -> Ran {
    let mut child = gouji(folder, words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that reads no standard input may have ended already.
    drop(child.stdin.take().unwrap().write_all(input));
    let ended = child.wait_with_output().unwrap();
    Ran {
        status: ended.status.code().unwrap(),
        output: String::from_utf8(ended.stdout).unwrap(),
        errors: String::from_utf8(ended.stderr).unwrap(),
    }
}

fn gouji(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.current_dir(folder).args(words).env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

fn compare(snapshot: &str, output: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/cli").join(snapshot);
    let output: String = output.split_inclusive('\n').map(steady).collect();
    if std::env::var_os("UPDATE").is_some() {
        return write(&path, output.as_bytes());
    }
    let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{snapshot}: {error}"));
    for (number, (line, kept)) in output.lines().zip(kept.lines()).enumerate() {
        assert_eq!(line, kept, "{snapshot}, line {}", number + 1);
    }
    assert_eq!(output, kept, "{snapshot}");
}

/// The line without the counts of all checks, which grow with every rule of the catalogue. Those of the identities
/// stand in the verdict's sentence.
fn steady(line: &str) -> String {
    let counts = ["检查：", "checks: ", "\"passed\": ", "\"not_applicable\": "];
    if counts.iter().any(|start| line.trim_start().starts_with(start)) {
        let hidden = line.replace(|character: char| character.is_ascii_digit(), "#");
        hidden.replace("##", "#").replace("##", "#")
    } else {
        line.to_owned()
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cli")
}

/// An empty folder of this name.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}
