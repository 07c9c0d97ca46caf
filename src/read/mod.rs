//! Bytes to [`Document`]: one reader a format, chosen by content first and by name last.

mod collector;
mod encoding;
mod garbled;
mod html;
mod limits;
mod magic;
mod text;
mod wording;
mod words;

pub use limits::Limits;

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

/// A reader: one format, found by its content or, where the content does not tell, by the file's name.
struct Reader {
    /// The format it reads.
    format: Format,
    /// The endings of file names, in lower case, that say so where the content does not.
    extensions: &'static [&'static str],
    /// True for bytes that can only be of this format.
    recognizes: fn(&[u8]) -> bool,
    /// Reads; bad pieces become notes, an error only where nothing can be had.
    read: fn(Source<'_>, &Limits) -> Result<Extract, ReadError>,
}

/// What a reader makes of a source.
struct Extract {
    document: Document,
    /// The text encoding's name, `None` for formats that have none.
    encoding: Option<&'static str>,
}

/// Every reader, the surest signs first. The last one takes any text.
const READERS: &[Reader] = &[html::READER, text::READER];

/// True for the ending of a file's name (`html`, `TXT`, without the dot) that a format which gouji reads goes by.
pub fn reads_extension(extension: &str) -> bool {
    let mut known = READERS.iter().flat_map(|reader| reader.extensions);
    known.any(|known| extension.eq_ignore_ascii_case(known))
}

/// Reads a source within [`Limits::DEFAULT`]: finds the format, decodes, and keeps whatever could be had.
///
/// # Errors
/// [`ReadError`] only when nothing can be had.
pub fn read(source: Source<'_>) -> Result<Read, ReadError> {
    read_within(source, &Limits::DEFAULT)
}

/// Reads a source within limits of the caller's own.
///
/// # Errors
/// [`ReadError`] only when nothing can be had.
pub fn read_within(source: Source<'_>, limits: &Limits) -> Result<Read, ReadError> {
    if source.bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge("size"));
    }
    let reader = reader_of(source)?;
    let Extract { document, encoding } = (reader.read)(source, limits)?;
    Ok(Read { format: reader.format, encoding, document })
}

/// The reader of a source: by content first, by name last.
fn reader_of(source: Source<'_>) -> Result<&'static Reader, ReadError> {
    if let Some(reader) = READERS.iter().find(|reader| (reader.recognizes)(source.bytes)) {
        return Ok(reader);
    }
    if let Some(error) = magic::foreign(source.bytes) {
        return Err(error);
    }
    let extension = source.name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let named =
        |reader: &&Reader| reader.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known));
    Ok(READERS.iter().find(named).unwrap_or(&text::READER))
}
