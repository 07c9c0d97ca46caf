//! One file a format and oddity (`tests/fixtures/oddities`), whatever its name says: what it is read as stands beside it,
//! the format and the encoding first.

use crate::drawing::draw;
use gouji::read::{Source, read};
use std::path::{Path, PathBuf};

/// The files, each with its name.
pub fn files() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/oddities");
    let mut files: Vec<(String, PathBuf)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .filter(|(name, _)| name.matches('.').count() == 1)
        .collect();
    files.sort();
    files
}

#[test]
fn every_format_is_told_by_its_content_and_read() {
    let mut failures = Vec::new();
    for (name, path) in files() {
        let bytes = std::fs::read(&path).unwrap();
        let found = match read(Source { name: &name, bytes: &bytes }) {
            Ok(read) => {
                let encoding = read.encoding.map(|encoding| format!(" {encoding}")).unwrap_or_default();
                format!("{}{encoding}\n{}\n", read.format.key(), draw(&read.document))
            }
            Err(error) => format!("{error:?}\n"),
        };
        let expected =
            std::fs::read_to_string(path.with_file_name(format!("{name}.txt"))).unwrap_or_default();
        if found != expected {
            failures.push(format!("==== {name}\n{found}-- expected\n{expected}"));
        }
    }
    assert!(files().len() > 20, "only {} files", files().len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
