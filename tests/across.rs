//! Several reports held against one another: an organ's years, and organs added up; by the library and on the
//! command line.
//!
//! `GOUJI_CORPUS=N` reads N series and families instead of the few of an ordinary run.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads its data and stops at the first fault"
)]

mod corpus;

use corpus::figures::Size;
use corpus::layout::Layout;
use corpus::series;
use corpus::truth::Truth;
use gouji::number::Decimal;
use gouji::read::Source;
use gouji::report::State;
use gouji::report::form::{Cell, Edition};
use gouji::review::{self, Comparison, ComparisonKind, Review};
use gouji::rules::{Extract, RollUp, Severity, Status};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Series and families in an ordinary run.
const FEW: u64 = 6;

#[test]
fn years_that_go_on_from_each_other_hold_and_nothing_is_held_against_them() {
    for seed in 0..count() {
        for size in [Size::Few, Size::County] {
            let series = series::years(seed, size, 2019..=2024);
            let extracts: Vec<Extract> = series.iter().map(extract).collect();
            let comparisons = review::years(&extracts);
            let pairs: Vec<_> = comparisons.iter().map(|one| one.files.clone()).collect();
            assert_eq!(pairs, (1..6).map(|later| vec![later - 1, later]).collect::<Vec<_>>());
            for (comparison, year) in comparisons.iter().zip(2020..) {
                // The corpus has few phrases for section 五: there, years may well be copies of each other.
                let grave = comparison.findings().find(|finding| {
                    finding.severity > Severity::Info && finding.at.as_deref() != Some("problems")
                });
                assert_eq!(grave.map(|finding| &finding.message.zh), None, "seed {seed}, {year}");
                let held = |code| outcomes(comparison, code, &Status::Passed);
                assert_eq!(held("Y01"), 7, "seed {seed}, {year}");
                assert_eq!(held("Y02"), if year > 2021 { 2 } else { 0 }, "seed {seed}, {year}");
                assert_eq!(held("Y03"), if year == 2020 { 5 } else { 0 }, "seed {seed}, {year}");
                assert_eq!(held("Y09"), if year == 2021 { 0 } else { 2 }, "seed {seed}, {year}");
            }
        }
    }
}

#[test]
fn departments_add_up_to_their_county_and_one_that_is_missing_does_not_pass() {
    for seed in 0..count() {
        for edition in Edition::ALL {
            let (parent, children) = series::family(seed, edition, 5);
            let extracts: Vec<Extract> = [&parent].into_iter().chain(&children).map(extract).collect();
            let whole = review::roll_up(&extracts, 0, &[1, 2, 3, 4, 5]);
            assert_eq!(whole.kind, ComparisonKind::RollUp);
            assert_eq!(whole.findings().next().map(|finding| &finding.message.zh), None, "seed {seed}");
            assert!(outcomes(&whole, "A01", &Status::Passed) > 180, "seed {seed}");
            let part = review::roll_up(&extracts, 0, &[1, 2, 3, 4]);
            assert!(part.findings().any(|finding| finding.code == "A01"), "seed {seed}");
        }
    }
}

#[test]
fn only_reports_of_one_organ_are_held_against_one_another() {
    let series = series::years(7, Size::Few, 2022..=2024);
    let (county, departments) = series::family(3, Edition::Y2021, 2);
    let mut extracts: Vec<Extract> =
        [&series[2], &county, &series[0], &departments[0], &series[1], &series[2]]
            .into_iter()
            .map(extract)
            .collect();
    let pairs = |extracts: &[Extract]| -> Vec<Vec<usize>> {
        review::years(extracts).into_iter().map(|comparison| comparison.files).collect()
    };
    // The last file of 2024 stands for its year; the other is held against it.
    assert_eq!(pairs(&extracts), [[2, 4], [0, 5], [4, 5]]);
    extracts[4].year = None;
    assert_eq!(pairs(&extracts), [[0, 5], [2, 5]]);
    extracts[0].issuer = None;
    assert_eq!(pairs(&extracts), [[2, 5]]);
}

#[test]
fn every_format_tells_what_the_years_say() {
    let folder = scratch("years");
    let mut series = series::years(11, Size::County, 2022..=2024);
    let carried = "requests.carried_in.total";
    for truth in &series {
        write(&folder, &format!("{}.html", truth.year), truth);
    }
    let clean = run(&folder, &["check", "--format", "json", "2024.html", "2022.html", "2023.html"]);
    let value: Value = serde_json::from_str(&clean.1).unwrap();
    assert_eq!(value["comparisons"][0]["files"], serde_json::json!(["2022.html", "2023.html"]));
    assert_eq!(value["comparisons"][1]["years"], serde_json::json!([2023, 2024]));
    let told = value["comparisons"][0]["outcomes"].as_array().unwrap();
    assert!(told.iter().any(|one| one["id"] == "Y01@total" && one["outcome"] == "passed"));

    let cell = Cell::from_name(carried).unwrap();
    let before = series[2].values[&cell];
    let after = before.checked_add(3.into()).unwrap();
    let printed = series[2].printed.get_mut(&cell).unwrap();
    printed.text = after.to_string();
    printed.state = State::Number(after);
    write(&folder, "2024.html", &series[2]);
    let words = ["2024.html", "2023.html"];
    let with = |more: &[&str]| run(&folder, &[&["check"], more, &words].concat());
    let value: Value = serde_json::from_str(&with(&["--format", "json"]).1).unwrap();
    let finding = &value["findings"][0];
    assert_eq!(finding["id"], "Y01@total");
    assert_eq!(finding["files"], serde_json::json!(["2023.html", "2024.html"]));
    assert_eq!(finding["cells"][0], carried);
    assert_eq!(finding["difference"], 3);
    let lines = with(&["--format", "jsonl"]).1;
    let last: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!(last["findings"][0], *finding);
    assert_eq!(last["comparisons"], value["comparisons"]);
    let log: Value = serde_json::from_str(&with(&["--format", "sarif"]).1).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "Y01").unwrap();
    let uris: Vec<&Value> = result["locations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|location| &location["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert_eq!(uris, ["2024.html", "2023.html"], "the one that it is about comes first");
    for (format, words) in [
        ("text", "warning[Y01]"),
        ("text", "year against year: "),
        ("csv", "2023.html; 2024.html"),
        ("markdown", "| warning | Y01 |"),
    ] {
        let output = with(&["--format", format, "--lang", "en"]).1;
        assert!(output.contains(words), "{format}: {output}");
    }
    assert_eq!(run(&folder, &["check", "--deny", "warning", "2023.html", "2022.html"]).0, 0);
    series[1].printed = series[0].printed.clone();
    write(&folder, "2023-again.html", &series[1]);
    assert_eq!(run(&folder, &["check", "--deny", "warning", "2023-again.html", "2023.html"]).0, 1);
    assert_eq!(run(&folder, &["check", "2023-again.html", "2023.html"]).0, 0);
}

/// The same wrong number in a kind and in the total: arithmetic cannot name the row, last year's report can.
#[test]
fn last_years_report_tells_which_row_a_twin_error_is_in() {
    let folder = scratch("twin");
    let cells = ["natural_person", "total"].map(|column| format!("requests.carried_in.{column}"));
    for seed in 0..count() {
        let mut series = series::years(seed, Size::County, 2023..=2024);
        write(&folder, "2023.html", &series[0]);
        let mut changes = Vec::new();
        for name in &cells {
            let cell = Cell::from_name(name).unwrap();
            let right = series[1].values[&cell].to_whole().unwrap();
            let printed = series[1].printed.get_mut(&cell).unwrap();
            printed.text = (right + 40).to_string();
            printed.state = State::Number((right + 40).into());
            changes.push(serde_json::json!({"cell": name, "from": right + 40, "to": right}));
        }
        write(&folder, "2024.html", &series[1]);
        let diagnosis = |words: &[&str]| -> Value {
            let output = run(&folder, &[&["check", "--format", "json"], words].concat()).1;
            let value: Value = serde_json::from_str(&output).unwrap();
            let review =
                value["reviews"].as_array().unwrap().iter().find(|one| one["report"]["year"] == 2024);
            review.unwrap()["diagnoses"][0].clone()
        };
        let informed = diagnosis(&["2024.html", "2023.html"]);
        assert_eq!(informed["changes"], Value::Array(changes), "seed {seed}");
        assert!(informed["why"].as_str().unwrap().contains("上年报告"), "seed {seed}: {}", informed["why"]);
        let alone = diagnosis(&["2024.html"]);
        assert!(!alone["why"].as_str().unwrap().contains("上年报告"), "seed {seed}");
    }
}

#[test]
fn a_roll_up_is_checked_against_the_files_named() {
    let folder = scratch("roll-up");
    let (parent, children) = series::family(5, Edition::Y2021, 3);
    write(&folder, "county.html", &parent);
    for (number, child) in children.iter().enumerate() {
        write(&folder.join("departments"), &format!("{number}.html"), child);
    }
    let (status, output) =
        run(&folder, &["check", "--format", "json", "--roll-up", "county.html", "departments"]);
    let value: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((status, value["reviews"].as_array().unwrap().len()), (0, 4));
    assert_eq!(value["reviews"][0]["source"]["name"], "county.html");
    let comparison = value["comparisons"].as_array().unwrap().last().unwrap();
    assert_eq!(comparison["kind"], "roll_up");
    assert_eq!(comparison["files"][0], "county.html");
    assert_eq!(comparison["files"].as_array().unwrap().len(), 4);
    assert_eq!(value["findings"], serde_json::json!([]));
    // The parent among the files is not its own child; an unread child is named.
    fs::write(folder.join("departments/3.html"), b"<p>lost").unwrap();
    let (status, output) = run(
        &folder,
        &["check", "--roll-up", "./county.html", "./county.html", "departments", "--lang", "en"],
    );
    assert_eq!(status, 2);
    assert!(output.contains("warning[A02]") && output.contains("departments/3.html (no report"), "{output}");
    assert!(!output.contains("warning[A01]"), "{output}");
}

#[test]
fn the_sums_are_written_as_statutory_tables_and_read_back() {
    let folder = scratch("sums");
    for edition in Edition::ALL {
        let (parent, children) = series::family(9, edition, 4);
        let names = ["0.html", "1.html", "2.html", "3.html"];
        for (name, child) in names.iter().zip(&children) {
            write(&folder, name, child);
        }
        let with = |words: &[&str]| run(&folder, &[&["convert", "--roll-up"], words, &names].concat());
        let (status, output) = with(&["--to", "json"]);
        let value: Value = serde_json::from_str(&output).unwrap();
        assert_eq!((status, &value["report"]["year"]), (0, &serde_json::json!(parent.year)));
        let form = [Cell::of_table_2(edition), Cell::of_table_3(edition), Cell::of_table_4()].concat();
        for (cell, sum) in parent.values.iter().filter(|(cell, _)| form.contains(cell)) {
            let raw = value["cells"][cell.to_string()]["raw"].as_str().unwrap_or_else(|| panic!("{cell}"));
            let unit = if cell.is_amount() && edition == Edition::Y2019 { "万元" } else { "" };
            assert_eq!(raw, format!("{sum}{unit}"), "{cell}");
        }
        let page = with(&["--to", "html"]).1;
        fs::write(folder.join("sum.html"), &page).unwrap();
        let check =
            ["check", "--format", "json", "--roll-up", "sum.html", "0.html", "1.html", "2.html", "3.html"];
        let value: Value = serde_json::from_str(&run(&folder, &check).1).unwrap();
        assert_eq!(
            value["reviews"][0]["checks"]["failed"],
            value["reviews"][0]["findings"].as_array().unwrap().len()
        );
        assert_eq!(value["findings"], serde_json::json!([]));
        assert!(with(&["--to", "csv"]).1.contains("requests.outcome_total.total,"));
        fs::remove_file(folder.join("3.html")).unwrap();
        let (status, page) = with(&["--to", "html", "--lang", "en"]);
        assert_eq!(status, 2);
        assert!(page.contains("Not in them, or not in all: 3.html (no report could be read)."), "{page}");
    }
}

/// Of mixed forms, what both have is added up.
#[test]
fn children_of_both_forms_are_added_up_in_what_both_have() {
    let (of_2019, of_2021) = (series::family(2, Edition::Y2019, 2).1, series::family(2, Edition::Y2021, 2).1);
    let mut extracts: Vec<Extract> = of_2019.iter().chain(&of_2021).map(extract).collect();
    extracts.iter_mut().for_each(|extract| extract.year = Some(2021));
    let report = RollUp::new(&extracts.iter().collect::<Vec<_>>(), None).report();
    let sum = |cells: &[&str]| {
        let cells = cells.iter().map(|name| Cell::from_name(name).unwrap());
        let values: Vec<_> = cells
            .flat_map(|cell| of_2019.iter().chain(&of_2021).filter_map(move |truth| truth.values.get(&cell)))
            .collect();
        values.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))
    };
    let found = |name: &str| {
        report.figures.get(&Cell::from_name(name).unwrap()).and_then(gouji::report::Figure::number)
    };
    for name in
        ["requests.new_received.total", "proactive.licences.decisions", "disputes.reconsideration.total"]
    {
        assert_eq!(found(name), sum(&[name]), "{name}");
    }
    // The truth of the newer form knows the sum of its three rows, too.
    assert_eq!(found("requests.other_total.total"), sum(&["requests.other_total.total"]));
    for name in ["proactive.rules.in_force", "proactive.fees.amount_wan_yuan", "requests.other_other.total"] {
        assert_eq!(found(name), None, "{name}");
    }
}

/// 2023's published tables, and a report for 2024 written for this test with the published figures of that year.
#[test]
fn a_published_series_holds_and_says_so() {
    let Some(folder) = std::env::var_os("GOUJI_REPORTS") else {
        eprintln!("GOUJI_REPORTS is not set: no published series was checked");
        return;
    };
    let of_2023 = fs::read_to_string(PathBuf::from(folder).join("reports/txt-suqian-2023.txt")).unwrap();
    let review = |text: &str| review::review(Source { name: "suqian.txt", bytes: text.as_bytes() });
    let before = review(&of_2023);
    let after = |rules: &str, documents: &str| {
        let mut text = of_2023.replace("2023年", "2024年");
        for (row, with) in [
            ("规章 | 2 | 0 | 11", format!("规章 | {rules}")),
            ("行政规范性文件 | 109 | 489 | 597", format!("行政规范性文件 | {documents}")),
            ("3402 | 99 | 0 | 4 | 5 | 1 | 3511", "3424 | 95 | 0 | 2 | 3 | 1 | 3525".to_owned()),
            ("91 | 3 | 0 | 0 | 2 | 0 | 96", "118 | 3 | 0 | 0 | 0 | 0 | 121".to_owned()),
            ("3375 | 99 | 0 | 4 | 7 | 1 | 3486", "3420 | 95 | 0 | 2 | 3 | 1 | 3521".to_owned()),
            ("118 | 3 | 0 | 0 | 0 | 0 | 121\n四、政府", "122 | 3 | 0 | 0 | 0 | 0 | 125\n四、政府".to_owned()),
        ] {
            assert!(text.contains(row), "{row}");
            text = text.replace(row, &with);
        }
        review(&text)
    };
    let told = |later: &Review| {
        let extracts = [review::extract(&before), review::extract(later)];
        let [comparison] = review::years(&extracts).try_into().unwrap();
        comparison
    };
    let year = told(&after("1 | 0 | 12", "56 | 233 | 420"));
    let grave = year.findings().filter(|finding| finding.severity > Severity::Info);
    let failing: Vec<String> = grave.map(|finding| finding.id()).collect();
    assert_eq!(failing, [""; 0]);
    assert_eq!((outcomes(&year, "Y01", &Status::Passed), outcomes(&year, "Y02", &Status::Passed)), (7, 2));
    // 15 = 12 + 3 - 0 and 422 = 420 + 61 - 59 go on from the year between, not from 2023's 11 and 597.
    let gap = told(&after("3 | 0 | 15", "61 | 59 | 422"));
    assert_eq!(outcomes(&gap, "Y01", &Status::Passed), 7);
    let grave = gap.findings().filter(|finding| finding.severity > Severity::Info);
    let failing: Vec<String> = grave.map(|finding| finding.id()).collect();
    assert_eq!(failing, ["Y02@rules", "Y02@normative_documents"]);
}

fn outcomes(comparison: &Comparison, code: &str, status: &Status) -> usize {
    comparison.outcomes.iter().filter(|outcome| outcome.code == code && outcome.status == *status).count()
}

fn extract(truth: &Truth) -> Extract {
    let rendered = Layout::Html.render(truth);
    let name = format!("{}.html", truth.year);
    review::extract(&review::review(Source { name: &name, bytes: &rendered.bytes }))
}

fn write(folder: &Path, name: &str, truth: &Truth) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), Layout::Html.render(truth).bytes).unwrap();
}

/// The exit status and the output of gouji in `folder`.
fn run(folder: &Path, words: &[&str]) -> (i32, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_gouji")).current_dir(folder).args(words).output().unwrap();
    (ran.status.code().unwrap(), String::from_utf8(ran.stdout).unwrap())
}

/// An empty folder of this name.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("across").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn count() -> u64 {
    std::env::var("GOUJI_CORPUS").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW)
}
