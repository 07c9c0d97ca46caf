//! Files of every office format, written by `tests/corpus/office.py`, are read back cell for cell.
//!
//! `GOUJI_OFFICE=DIR` names the folder with the files and the truth beside each (`a.docx` and `a.docx.json`).
//! Without it nothing can be read, and the test says so.

use gouji::number::Decimal;
use gouji::read::{self, Member, Source};
use gouji::report::form::Cell;
use gouji::report::{self, State, Unit};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn every_cell_is_read_back_from_every_office_file() {
    let Some(folder) = folder() else {
        println!("left out: GOUJI_OFFICE names no folder of generated office files");
        return;
    };
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for truth in truths(&folder) {
        let file = truth.with_extension("");
        let text = std::fs::read_to_string(&truth).expect("a truth that was listed");
        let truth: Value = serde_json::from_str(&text).expect("a truth written by office.py");
        let extension = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let style = truth["style"].as_str().unwrap_or_default().to_owned();
        let mut wrong = wrong_cells(&file, &truth);
        wrong.sort_by_key(|wrong| !wrong.is_sure);
        let tally = tallies.entry(format!("{extension} {style}")).or_default();
        tally.files += 1;
        tally.cells += truth["cells"].as_object().map_or(0, |cells| cells.len());
        tally.wrong += wrong.len();
        tally.misread += wrong.iter().filter(|wrong| wrong.is_sure).count();
        tally.whole += usize::from(wrong.is_empty());
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        tally.words.extend(wrong.into_iter().take(2).map(|wrong| format!("    {name}: {}\n", wrong.words)));
    }
    let mut summary = String::new();
    for (kind, tally) in &tallies {
        let Tally { files, whole, cells, wrong, misread, words } = tally;
        summary.push_str(&format!(
            "{kind}: {whole} of {files} files, {wrong} of {cells} cells not had, {misread} of them wrong and sure\n"
        ));
        summary.extend(words.iter().take(8).map(String::as_str));
    }
    assert!(!tallies.is_empty(), "no truths in {}", folder.display());
    assert!(tallies.values().all(|tally| tally.whole == tally.files), "{summary}");
    println!("{summary}");
}

/// How the files of one format and style fared.
#[derive(Default)]
struct Tally {
    files: usize,
    whole: usize,
    cells: usize,
    wrong: usize,
    misread: usize,
    words: Vec<String>,
}

/// A cell that is not what was printed.
struct Wrong {
    /// Read as something else; false where it was not read, or read as unreadable.
    is_sure: bool,
    words: String,
}

fn truths(folder: &Path) -> Vec<PathBuf> {
    let mut truths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("GOUJI_OFFICE names a folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    truths.sort();
    truths
}

fn wrong_cells(file: &Path, truth: &Value) -> Vec<Wrong> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let bytes = bytes(file);
    let source = Source { name: &name, bytes: &bytes };
    let held = match read::members(source).as_deref() {
        None => read::read(source),
        Some([Member { name, bytes: Ok(bytes) }]) => read::read(Source { name, bytes }),
        Some(members) => return vec![Wrong { is_sure: false, words: format!("holds {members:?}") }],
    };
    let document = match held {
        Ok(read) => read.document,
        Err(error) => return vec![Wrong { is_sure: false, words: format!("not read: {error:?}") }],
    };
    let report = report::recognize(&document);
    let mut wrong = Vec::new();
    let cells = truth["cells"].as_object().into_iter().flatten();
    let mut known = Vec::new();
    for (name, printed) in cells {
        let Some(cell) = Cell::from_name(name) else { continue };
        known.push(cell);
        let wanted = state(printed);
        match report.figures.get(&cell) {
            None => wrong.push(Wrong {
                is_sure: false,
                words: format!("{name}: printed {}, read nothing", printed["text"]),
            }),
            Some(figure) if figure.state != wanted || figure.unit != unit(printed) => wrong.push(Wrong {
                is_sure: figure.state != State::Unreadable,
                words: format!(
                    "{name}: printed {}, read {:?} {:?} {:?}",
                    printed["text"], figure.raw, figure.state, figure.unit
                ),
            }),
            Some(_) => {}
        }
    }
    for cell in report.figures.keys().filter(|cell| !known.contains(cell)) {
        wrong.push(Wrong { is_sure: true, words: format!("{cell}: printed nowhere") });
    }
    wrong
}

fn state(printed: &Value) -> State {
    match printed["state"].as_str() {
        Some("number") => State::Number(decimal(printed["number"].as_str().unwrap_or_default())),
        Some("blank") => State::Blank,
        Some("dash") => State::Dash,
        _ => State::Unreadable,
    }
}

fn decimal(text: &str) -> Decimal {
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let mantissa = text.replace('.', "").parse().expect("a decimal in a truth");
    Decimal::new(mantissa, places as u8).expect("at most nine places")
}

fn unit(printed: &Value) -> Option<Unit> {
    match printed["unit"].as_str()? {
        "元" => Some(Unit::Yuan),
        "万元" => Some(Unit::WanYuan),
        "亿元" => Some(Unit::YiYuan),
        _ => Some(Unit::Pieces),
    }
}

#[expect(clippy::disallowed_methods, reason = "the test's files lie outside the project")]
fn bytes(file: &Path) -> Vec<u8> {
    std::fs::read(file).expect("the file beside a truth")
}

#[expect(clippy::disallowed_methods, reason = "the caller says where the files lie")]
fn folder() -> Option<PathBuf> {
    std::env::var("GOUJI_OFFICE").ok().map(PathBuf::from)
}
