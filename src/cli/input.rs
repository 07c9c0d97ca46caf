//! Files, folders and standard input, as sources to be read.

use crate::read::{self, Limits, Member, ReadError, Source};
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
    /// A file within another.
    Held(Vec<u8>),
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
            Ok(Origin::Held(bytes)) => Ok(bytes.clone()),
            // It can be had once only, and may be asked for again.
            Ok(Origin::StandardInput) => STANDARD_INPUT.get_or_init(|| bytes_of(io::stdin().lock())).clone(),
            Err(error) => Err(*error),
        }
    }
}

/// What `words` name, in their order; a folder stands for its files by path, and a zip or a mail for what it holds.
pub(super) fn expand(words: &[OsString]) -> Vec<Input> {
    let mut room = HELD;
    named(words).into_iter().flat_map(|input| opened(input, &mut room)).collect()
}

/// What a word names, or the one file that it holds.
pub(super) fn only(word: &OsStr) -> Input {
    let input = Input::one(word);
    let mut held = opened(input.clone(), &mut HELD.clone());
    if held.len() == 1 { held.swap_remove(0) } else { input }
}

/// Bytes of files within others that are kept until their turn comes.
const HELD: usize = 512 << 20;

/// What an input holds, or itself. Only what begins like an archive or goes by the name of a mail is looked into.
fn opened(input: Input, room: &mut usize) -> Vec<Input> {
    let may_hold = match &input.from {
        Ok(Origin::File(path)) => path.is_file() && (begins_as_archive(path) || is_mail(path)),
        Ok(Origin::StandardInput) => true,
        _ => false,
    };
    if !may_hold {
        return vec![input];
    }
    let Ok(bytes) = input.bytes() else { return vec![input] };
    let Some(members) = read::members(Source { name: &input.name, bytes: &bytes }) else {
        return vec![input];
    };
    let held = members.into_iter().map(|Member { name, bytes }| {
        let from = bytes.and_then(|bytes| match room.checked_sub(bytes.len()) {
            Some(left) => {
                *room = left;
                Ok(Origin::Held(bytes))
            }
            None => Err(ReadError::TooLarge("inflated")),
        });
        Input { name, from }
    });
    held.collect()
}

fn begins_as_archive(path: &Path) -> bool {
    let mut start = [0; 2];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"PK"
}

fn is_mail(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml"))
}

/// What `words` name, unopened.
fn named(words: &[OsString]) -> Vec<Input> {
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
