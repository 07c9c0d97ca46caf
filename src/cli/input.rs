//! Files, folders and standard input, as sources to be read.

use crate::read::{self, Limits, ReadError};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// One source that was named or found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// Its name in every output: the path as given, with what a folder adds.
    pub name: String,
    /// Where its bytes are, or why there are none.
    from: Result<Origin, ReadError>,
}

/// What standard input held, once it was read.
static STANDARD_INPUT: OnceLock<Result<Vec<u8>, ReadError>> = OnceLock::new();

#[derive(Clone, Debug, PartialEq, Eq)]
enum Origin {
    File(PathBuf),
    StandardInput,
}

impl Input {
    /// A file, or `-`.
    pub(super) fn one(word: &OsStr) -> Input {
        let from = if word == "-" { Origin::StandardInput } else { Origin::File(PathBuf::from(word)) };
        Input { name: word.to_string_lossy().into_owned(), from: Ok(from) }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// A [`ReadError`] that says why the file cannot be had.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, ReadError> {
        match &self.from {
            Ok(Origin::File(path)) => {
                let file = File::open(path).map_err(|error| unopened(&error))?;
                if file.metadata().is_ok_and(|facts| facts.is_dir()) {
                    return Err(ReadError::Unopened("folder"));
                }
                bytes_of(file)
            }
            // It can be had once only, and may be asked for again.
            Ok(Origin::StandardInput) => STANDARD_INPUT.get_or_init(|| bytes_of(io::stdin().lock())).clone(),
            Err(error) => Err(*error),
        }
    }
}

/// What `words` name, in their order; a folder stands for its files by path.
pub(super) fn expand(words: &[OsString]) -> Vec<Input> {
    let mut inputs = Vec::new();
    for word in words {
        let path = Path::new(word);
        if word != "-" && path.is_dir() {
            let before = inputs.len();
            walk(path, &mut inputs);
            if inputs.len() == before {
                inputs.push(Input { name: name(path), from: Err(ReadError::Unopened("empty")) });
            }
        } else {
            inputs.push(Input::one(word));
        }
    }
    inputs
}

/// The files of a folder by path: hidden ones and those of formats that gouji does not read are passed over,
/// folders behind links are not entered.
fn walk(folder: &Path, inputs: &mut Vec<Input>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            inputs.push(Input { name: name(folder), from: Err(unopened(&error)) });
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if is_hidden(&entry.file_name()) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, inputs);
        } else if path.is_file() && is_known(&path) {
            inputs.push(Input { name: name(&path), from: Ok(Origin::File(path)) });
        }
    }
}

/// Dot files, and the lock files that Word and WPS leave beside an open document.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_known(path: &Path) -> bool {
    path.extension().is_some_and(|extension| read::reads_extension(&extension.to_string_lossy()))
}

fn name(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

fn bytes_of(from: impl Read) -> Result<Vec<u8>, ReadError> {
    // No more is taken into memory than the readers take, and one byte to tell.
    let largest = Limits::DEFAULT.bytes;
    let mut bytes = Vec::new();
    from.take(largest as u64 + 1).read_to_end(&mut bytes).map_err(|error| unopened(&error))?;
    if bytes.len() > largest { Err(ReadError::TooLarge("size")) } else { Ok(bytes) }
}

fn unopened(error: &io::Error) -> ReadError {
    ReadError::Unopened(match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::IsADirectory => "folder",
        _ => "unreadable",
    })
}
