//! Bytes to [`Document`]: one reader a format, chosen by content first and by name last.

use crate::document::Document;

/// What a reader is given.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file's name (`a.docx`, `a.zip/b.html`), or empty for pasted text.
    pub name: &'a str,
    /// The bytes as they stand in the file.
    pub bytes: &'a [u8],
}

/// A document and how it was had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The format that was recognised.
    pub format: Format,
    /// The text encoding's name in lower case (`utf-8`, `gb18030`, …), `None` for formats that have none.
    pub encoding: Option<&'static str>,
    /// What was read.
    pub document: Document,
}

/// A format that gouji reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text and Markdown.
    Text,
    /// HTML, whole or a fragment.
    Html,
}

impl Format {
    /// The name in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
        }
    }
}

/// Why nothing at all could be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Protected by a password (E07).
    Encrypted,
    /// Damaged or cut so that nothing could be had (E07); the word says what is broken.
    Damaged(&'static str),
    /// Pages without a text layer: a scan (E06).
    NoText,
    /// Past a limit before anything was read (E07); the word names the limit.
    TooLarge(&'static str),
    /// A format that gouji does not read, by the name it goes by (E07).
    Unsupported(&'static str),
    /// The bytes themselves could not be had (E07); the word says why: `missing` (no such file), `denied`, `folder`
    /// (not a file), `empty` (a folder without a file that gouji reads), `unreadable`, or `fault` (gouji's own).
    Unopened(&'static str),
}

/// Reads a source: sniffs the format, decodes, and keeps whatever could be had.
///
/// # Errors
/// [`ReadError`] only when nothing can be had.
pub fn read(source: Source<'_>) -> Result<Read, ReadError> {
    let text = std::str::from_utf8(source.bytes).map_err(|_| ReadError::Unsupported("binary"))?;
    let blocks = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| crate::document::Block::Paragraph {
            text: line.trim().to_owned(),
            origin: crate::document::Origin { line: u32::try_from(index + 1).ok(), page: None },
        })
        .collect();
    Ok(Read {
        format: Format::Text,
        encoding: Some("utf-8"),
        document: Document { blocks, ..Document::default() },
    })
}
