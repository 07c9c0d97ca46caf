//! Literate cases: `tests/read/*.cases`, each an input and what is drawn of it.
//!
//! A case starts with `==== name`, its input ends with `----`, what is expected follows. In inputs `␉` stands for
//! a tab, `␠` for a space at a line's end, `␀` for nothing at all (a case whose input would start with `====`).

use crate::drawing::drawn;
use std::path::Path;

fn check_all(file: &str, source_name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut failures = Vec::new();
    let mut count = 0;
    for case in text.split("\n==== ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (input, expected) =
            rest.split_once("\n----\n").unwrap_or_else(|| panic!("{file}: {name}: no ----"));
        let input = input.replace('␉', "\t").replace('␠', " ").replace('␀', "");
        let found = drawn(source_name, input.as_bytes());
        count += 1;
        if found != expected.trim_end() {
            failures.push(format!("==== {name}\n{found}\n-- expected\n{}", expected.trim_end()));
        }
    }
    assert!(count > 10, "{file}: only {count} cases");
    assert!(failures.is_empty(), "{} of {count} cases of {file}:\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn html() {
    check_all("html.cases", "case.html");
}

#[test]
fn text() {
    check_all("text.cases", "case.txt");
}

#[test]
fn rtf() {
    check_all("rtf.cases", "case.rtf");
}
