//! Files that hold other files: zip archives that are no office file, and mails with something attached.

#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed"))]
use super::archive::Archive;
#[cfg(feature = "mail")]
use super::mail;
#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed", feature = "mail"))]
use super::reads_extension;
use super::{Limits, ReadError, Source, magic};
#[cfg(feature = "mail")]
use crate::document::Block;

/// A source within another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, with the name of what holds it before it: `a.zip/b.docx`.
    pub name: String,
    /// Its bytes, or why they cannot be had.
    pub bytes: Result<Vec<u8>, ReadError>,
}

/// The sources within a source, by path, for a caller that reads each of them; `None` for one that is itself to be
/// read. A zip in a zip is opened too, no deeper. Files that gouji does not read by their names are passed over, as
/// in a folder. A mail whose own words have no table and to which such files are attached stands for them.
pub fn members(source: Source<'_>) -> Option<Vec<Member>> {
    members_within(source, &Limits::DEFAULT)
}

/// The sources within a source, within limits of the caller's own.
pub fn members_within(source: Source<'_>, limits: &Limits) -> Option<Vec<Member>> {
    if source.bytes.len() > limits.bytes {
        return None;
    }
    let mut members = Vec::new();
    let mut left = limits.inflated;
    opened(source, NESTED, limits, &mut left, &mut members)?;
    if members.is_empty() {
        members.push(Member { name: source.name.to_owned(), bytes: Err(ReadError::Unopened("empty")) });
    }
    Some(members)
}

/// How many containers may stand in each other.
const NESTED: usize = 2;

/// Adds what a container holds; `None` for a source that is none. `left` is what all of it may still come to.
fn opened(
    source: Source<'_>,
    depth: usize,
    limits: &Limits,
    left: &mut usize,
    members: &mut Vec<Member>,
) -> Option<()> {
    let held = match held(source, limits, left)? {
        Ok(held) => held,
        Err(error) => {
            members.push(Member { name: source.name.to_owned(), bytes: Err(error) });
            return Some(());
        }
    };
    for (path, bytes) in held {
        let name = format!("{}/{path}", source.name);
        match bytes {
            Ok(bytes) if magic::is_plain_zip(&bytes) && depth > 1 => {
                opened(Source { name: &name, bytes: &bytes }, depth - 1, limits, left, members)?;
            }
            bytes => members.push(Member { name, bytes }),
        }
    }
    Some(())
}

/// Paths and bytes of what a container holds.
type Held = Vec<(String, Result<Vec<u8>, ReadError>)>;

#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed"))]
fn held(source: Source<'_>, limits: &Limits, left: &mut usize) -> Option<Result<Held, ReadError>> {
    if !magic::is_plain_zip(source.bytes) {
        return attached(source, limits).map(Ok);
    }
    let archive = match Archive::open(source.bytes, &Limits { inflated: *left, ..*limits }) {
        Ok(archive) => archive,
        Err(error) => return Some(Err(error)),
    };
    let wanted = archive.names().filter(|path| is_wanted(path));
    let held = wanted.map(|path| (path.to_owned(), archive.part(path).map_err(ReadError::from))).collect();
    *left = archive.left();
    Some(Ok(held))
}

#[cfg(not(any(feature = "docx", feature = "sheets", feature = "fixed")))]
fn held(source: Source<'_>, limits: &Limits, _left: &mut usize) -> Option<Result<Held, ReadError>> {
    attached(source, limits).map(Ok)
}

/// What is attached to a mail, if its own words are not what is to be read.
#[cfg(feature = "mail")]
fn attached(source: Source<'_>, limits: &Limits) -> Option<Held> {
    if !mail::recognizes(source.bytes) {
        return None;
    }
    let attached = mail::attached(source.bytes, limits);
    let wanted: Held = attached
        .into_iter()
        .filter(|(name, _)| is_wanted(name))
        .map(|(name, bytes)| (name, bytes.ok_or(ReadError::Damaged("mail"))))
        .collect();
    let own = super::read_within(source, limits);
    let has_table =
        own.is_ok_and(|own| own.document.blocks.iter().any(|block| matches!(block, Block::Table(_))));
    (!wanted.is_empty() && !has_table).then_some(wanted)
}

#[cfg(not(feature = "mail"))]
fn attached(_source: Source<'_>, _limits: &Limits) -> Option<Held> {
    None
}

/// True for a path that something which gouji reads goes by; what systems leave behind is passed over.
#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed", feature = "mail"))]
fn is_wanted(path: &str) -> bool {
    let mut folders = path.split('/').rev();
    let name = folders.next().unwrap_or_default();
    let is_left_behind = |name: &str| name.starts_with('.') || name.starts_with("~$") || name == "__MACOSX";
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    !is_left_behind(name) && !folders.any(|folder| folder == "__MACOSX") && reads_extension(extension)
}
