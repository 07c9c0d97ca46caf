//! Bytes to [`Document`]: one reader a format, chosen by content first and by name last.

#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed"))]
#[cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "a program with some of the formats uses some of it")
)]
mod archive;
mod collector;
#[cfg(any(feature = "word97", feature = "xls"))]
mod compound;
mod container;
#[cfg(feature = "word97")]
mod doc;
#[cfg(feature = "docx")]
mod docx;
mod encoding;
#[cfg(any(feature = "docx", feature = "rtf", feature = "word97"))]
mod flow;
mod garbled;
#[cfg(any(feature = "worker", feature = "module", test))]
mod handover;
mod html;
mod json;
#[cfg(feature = "fixed")]
mod layout;
mod limits;
mod magic;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "odt")]
mod odt;
#[cfg(feature = "fixed")]
mod ofd;
#[cfg(any(feature = "docx", feature = "sheets"))]
mod office;
#[cfg(feature = "fixed")]
mod pdf;
#[cfg(feature = "rtf")]
mod rtf;
#[cfg(feature = "sheets")]
mod sheet;
mod text;
mod wording;
mod words;
#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed"))]
#[cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "a program with some of the formats uses some of it")
)]
mod xml;

pub use container::{Member, members, members_within};
#[cfg(any(feature = "worker", feature = "module", test))]
pub use handover::{pack, unpack};
pub use limits::Limits;

use crate::document::{Document, Word, word, word_or_none};
use serde::{Deserialize, Serialize};

/// What a reader is given.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file's name (`a.docx`, `a.zip/b.html`), or empty for pasted text.
    pub name: &'a str,
    /// The bytes as they stand in the file.
    pub bytes: &'a [u8],
}

/// A document and how it was had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The format that was recognised.
    pub format: Format,
    /// The text encoding's name in lower case (`utf-8`, `gb18030`, …), `None` for formats that have none.
    #[serde(deserialize_with = "word_or_none")]
    pub encoding: Option<Word>,
    /// What was read.
    pub document: Document,
}

/// A format that gouji reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Format {
    /// Plain text and Markdown.
    Text,
    /// HTML, whole or a fragment.
    Html,
    /// Word documents since 2007, WPS's too.
    Docx,
    /// Word documents until 2003, and WPS's wps, which is the same.
    Doc,
    /// Rich text, by any word processor.
    Rtf,
    /// Excel workbooks since 2007.
    Xlsx,
    /// OpenDocument text, flat or not.
    Odt,
    /// Word's and Excel's XML of 2003.
    Xml,
    /// OpenDocument spreadsheets.
    Ods,
    /// Excel workbooks until 2003.
    Xls,
    /// Comma or tab separated values.
    Csv,
    /// Mails, and web pages saved as one (eml, mhtml).
    Mail,
    /// PDF.
    Pdf,
    /// OFD, the national fixed-layout format (GB/T 33190).
    Ofd,
}

impl Format {
    /// The name in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Doc => "doc",
            Format::Rtf => "rtf",
            Format::Xlsx => "xlsx",
            Format::Odt => "odt",
            Format::Xml => "xml",
            Format::Ods => "ods",
            Format::Xls => "xls",
            Format::Csv => "csv",
            Format::Mail => "mail",
            Format::Pdf => "pdf",
            Format::Ofd => "ofd",
        }
    }
}

/// Why nothing at all could be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadError {
    /// Protected by a password (E07).
    Encrypted,
    /// Damaged or cut so that nothing could be had (E07); the word says what is broken.
    Damaged(#[serde(deserialize_with = "word")] Word),
    /// Pages without a text layer: a scan (E06).
    NoText,
    /// Past a limit before anything was read (E07); the word names the limit.
    TooLarge(#[serde(deserialize_with = "word")] Word),
    /// A format that gouji does not read, by the name it goes by (E07).
    Unsupported(#[serde(deserialize_with = "word")] Word),
    /// The bytes themselves could not be had (E07); the word says why: `missing` (no such file), `denied`, `folder`
    /// (not a file), `empty` (a folder without a file that gouji reads), `unreadable`, `module` (the part of gouji that
    /// reads this format was not loaded), or `fault` (gouji's own).
    Unopened(#[serde(deserialize_with = "word")] Word),
}

/// A reader: one format, found by its content or, where the content does not tell, by the file's name.
struct Reader {
    /// The format it reads.
    format: Format,
    /// The endings of file names, in lower case, that say so where the content does not.
    extensions: &'static [&'static str],
    /// True for a format that is text: only such a one is chosen by its name, for content that is text.
    is_text: bool,
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

/// The readers that in the page stand in modules beside the engine; a program has those of its features.
const BESIDE: &[Reader] = &[
    #[cfg(feature = "fixed")]
    pdf::READER,
    #[cfg(feature = "fixed")]
    ofd::READER,
    #[cfg(feature = "word97")]
    doc::READER,
    #[cfg(feature = "rtf")]
    rtf::READER,
    #[cfg(feature = "sheets")]
    sheet::XLSX,
    #[cfg(feature = "sheets")]
    sheet::ODS,
    #[cfg(feature = "sheets")]
    sheet::XML_2003,
    #[cfg(feature = "xls")]
    sheet::XLS,
    #[cfg(feature = "sheets")]
    sheet::CSV,
];

/// The other readers. The last one takes any text.
const OWN: &[Reader] = &[
    #[cfg(feature = "docx")]
    docx::READER,
    #[cfg(feature = "odt")]
    odt::READER,
    #[cfg(feature = "odt")]
    odt::FLAT,
    #[cfg(feature = "odt")]
    docx::XML_2003,
    #[cfg(feature = "mail")]
    mail::READER,
    html::READER,
    text::READER,
];

/// Every reader of this program, the surest signs first.
fn readers() -> impl Iterator<Item = &'static Reader> + Clone {
    BESIDE.iter().chain(OWN)
}

/// Where the page keeps its readers: those of the engine itself, and the programs beside it that are loaded behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Module {
    /// Word documents until 2003, and rtf.
    Word97,
    /// Spreadsheets.
    Sheets,
    /// Pages of fixed layout.
    Fixed,
}

impl Module {
    /// The name of its program.
    pub const fn key(self) -> &'static str {
        match self {
            Module::Word97 => "word97",
            Module::Sheets => "sheets",
            Module::Fixed => "fixed",
        }
    }

    /// The module that reads a format by the name that it goes by (as in [`ReadError::Unsupported`]).
    fn of_format(name: &str) -> Option<Module> {
        match name {
            "doc" | "rtf" => Some(Module::Word97),
            "xlsx" | "ods" | "xls" | "et" | "csv" | "tsv" => Some(Module::Sheets),
            "pdf" | "ofd" => Some(Module::Fixed),
            _ => None,
        }
    }
}

/// The module that reads a source, where this program has no reader for it: by content first and by name last, as
/// everywhere.
pub fn module_for(source: Source<'_>) -> Option<Module> {
    match reader_of(source) {
        Err(ReadError::Unsupported(name)) => Module::of_format(name),
        // Nothing in its content tells text with separators from other text.
        Ok(reader) if reader.format == Format::Text => {
            Module::of_format(&extension(source.name).to_ascii_lowercase())
                .filter(|module| *module == Module::Sheets)
        }
        _ => None,
    }
}

/// Reads a source with the readers that this program has beyond the engine's, within [`Limits::DEFAULT`].
///
/// # Errors
/// [`ReadError`] only when nothing can be had.
#[cfg(feature = "module")]
pub fn read_in_module(source: Source<'_>) -> Result<Read, ReadError> {
    let limits = &Limits::DEFAULT;
    if source.bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge("size"));
    }
    let reader = known(BESIDE.iter(), source.bytes)
        .or_else(|| named(BESIDE.iter(), source.name, true))
        .ok_or(ReadError::Unsupported("binary"))?;
    let Extract { document, encoding } = (reader.read)(source, limits)?;
    Ok(Read { format: reader.format, encoding, document })
}

/// True for the ending of a file's name (`html`, `TXT`, without the dot) that a format which gouji reads goes by, or a
/// container that it opens ([`members`]).
pub fn reads_extension(extension: &str) -> bool {
    if cfg!(any(feature = "docx", feature = "sheets", feature = "fixed"))
        && extension.eq_ignore_ascii_case("zip")
    {
        return true;
    }
    let mut known = readers().flat_map(|reader| reader.extensions);
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
    let page = json::page(source.bytes);
    let source = page.as_ref().map_or(source, |page| Source { name: "", bytes: page.as_bytes() });
    let reader = reader_of(source)?;
    let Extract { document, encoding } = (reader.read)(source, limits)?;
    Ok(Read { format: reader.format, encoding, document })
}

/// The reader of a source: by content first, by name last.
fn reader_of(source: Source<'_>) -> Result<&'static Reader, ReadError> {
    if let Some(reader) = known(readers(), source.bytes) {
        return Ok(reader);
    }
    let error = match magic::foreign(source.bytes) {
        Some(error) => error,
        None => return Ok(named(readers(), source.name, true).unwrap_or(&text::READER)),
    };
    // A file of no known kind under the name of one is one that was damaged.
    Err(match named(readers(), source.name, false) {
        Some(reader) if matches!(error, ReadError::Unsupported("binary" | "ole2")) => {
            ReadError::Damaged(reader.format.key())
        }
        _ => error,
    })
}

/// The reader among `readers` that knows bytes by what they are.
fn known(mut readers: impl Iterator<Item = &'static Reader>, bytes: &[u8]) -> Option<&'static Reader> {
    readers.find(|reader| (reader.recognizes)(bytes))
}

/// The reader among `readers` that a file of this name is for, of those for text or of the others.
fn named(
    readers: impl Iterator<Item = &'static Reader>,
    name: &str,
    is_text: bool,
) -> Option<&'static Reader> {
    let extension = extension(name);
    let goes_by =
        |reader: &&Reader| reader.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known));
    readers.filter(|reader| reader.is_text == is_text).find(goes_by)
}

/// What stands behind the last dot of a file's name.
fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_by_content_first_and_by_name_last() {
        let html = "<p>规章</p><p>许可</p>";
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for (name, bytes, expected) in [
            ("a.doc", b"<html><body>1</body></html>".to_vec(), Ok(Format::Html)),
            ("a.xls", b"\xef\xbb\xbf\r\n<table><tr><td>1".to_vec(), Ok(Format::Html)),
            (
                "a.txt",
                b"<!--[if gte mso 9]><xml></xml><![endif]--><p class=MsoNormal>a".to_vec(),
                Ok(Format::Html),
            ),
            ("", format!("云陂县{html}<div>").into_bytes(), Ok(Format::Html)),
            ("a.txt", utf16(&format!("<html>{html}")), Ok(Format::Html)),
            ("a.txt", utf16(&format!("\u{feff}{html}")), Ok(Format::Html)),
            ("a.html", "云陂县<br>规章".into(), Ok(Format::Html)),
            ("a.txt", "云陂县<br>规章".into(), Ok(Format::Text)),
            ("a.md", "## 一\n<table><tr><td>1</table>".into(), Ok(Format::Text)),
            ("a.txt", "<3 件".into(), Ok(Format::Text)),
            ("", Vec::new(), Ok(Format::Text)),
            ("a.html", b"PK\x03\x04....a.txt".to_vec(), Err(ReadError::Unsupported("zip"))),
            #[cfg(feature = "rtf")]
            ("a.txt", b"{\\rtf1".to_vec(), Ok(Format::Rtf)),
            #[cfg(feature = "fixed")]
            ("a.txt", b"%PDF-1.7".to_vec(), Ok(Format::Pdf)),
            #[cfg(feature = "docx")]
            ("a.zip", b"PK\x03\x04..word/document.xml".to_vec(), Ok(Format::Docx)),
            #[cfg(feature = "sheets")]
            ("a.txt", b"PK\x03\x04..xl/workbook.xml".to_vec(), Ok(Format::Xlsx)),
            #[cfg(feature = "sheets")]
            ("a.csv", "规章,1".into(), Ok(Format::Csv)),
            ("a", vec![0, 1, 2, 3], Err(ReadError::Unsupported("binary"))),
        ] {
            let found = reader_of(Source { name, bytes: &bytes }).map(|reader| reader.format);
            assert_eq!(found, expected, "{name}: {}", String::from_utf8_lossy(&bytes));
        }
    }
}
