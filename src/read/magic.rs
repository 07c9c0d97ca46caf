//! Formats that no reader takes, told by their first bytes, so that the message can name them.

use super::ReadError;
use crate::sorted::Listed;

/// What is wrong with a source in a format that no reader takes; `None` where nothing is known against reading
/// it as text.
pub(super) fn foreign(bytes: &[u8]) -> Option<ReadError> {
    const STARTS: &[(&[u8], &str)] = &[
        (b"{\\rtf", "rtf"),
        (b"\x1f\x8b", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
        (b"MIME-Version:", "mhtml"),
        (b"<?mso-application", "word xml"),
    ];
    const PICTURES: &[&[u8]] =
        &[b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*"];
    if is_pdf(bytes) {
        return Some(ReadError::Unsupported("pdf"));
    }
    if is_zip(bytes) {
        return Some(ReadError::Unsupported(zip_kind(bytes)));
    }
    if bytes.starts_with(COMPOUND) {
        return Some(compound_kind(bytes));
    }
    if let Some((_, name)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(ReadError::Unsupported(name));
    }
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if is_webp || PICTURES.iter().any(|start| bytes.starts_with(start)) && is_binary(bytes) {
        return Some(ReadError::NoText);
    }
    is_binary(bytes).then_some(ReadError::Unsupported("binary"))
}

/// True for PDF, whose sign may have other bytes before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    bytes.get(..1024).unwrap_or(bytes).windows(5).any(|window| window == b"%PDF-")
}

/// Bytes looked at to tell binary from text.
const SAMPLE: usize = 8192;

/// True where bytes are no text in any encoding: control characters that no text has, in numbers. UTF-16 has
/// noughts and is asked before.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let control = |byte: &&u8| matches!(**byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    sample.iter().filter(control).count() * 50 > sample.len() && !super::encoding::is_utf16(bytes)
}

/// True for a zip archive that has a part of this path, or parts in this folder where the path ends with `/`.
#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed"))]
pub(super) fn is_zip_with(bytes: &[u8], path: &[u8]) -> bool {
    is_zip(bytes) && has_part(bytes, path)
}

/// True for a zip archive that says at its beginning, as OpenDocument does, that it is of this kind.
#[cfg(any(feature = "odt", feature = "sheets"))]
pub(super) fn is_zip_of(bytes: &[u8], kind: &[u8]) -> bool {
    is_zip(bytes) && contains(bytes.get(..KIND).unwrap_or(bytes), kind)
}

/// True for XML with this near its beginning, as its first element says what it is.
#[cfg(any(feature = "odt", feature = "sheets"))]
pub(super) fn is_xml_with(bytes: &[u8], kind: &[u8]) -> bool {
    let opening = super::encoding::opening(bytes, SAMPLE);
    opening.trim_ascii_start().starts_with(b"<?xml") && contains(&opening, kind)
}

/// True for a zip archive that is no office file: one that only holds others.
pub(super) fn is_plain_zip(bytes: &[u8]) -> bool {
    is_zip(bytes) && zip_kind(bytes) == "zip"
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Where the kind of an OpenDocument file stands: in its first part, which is not packed.
const KIND: usize = 256;

/// True if an archive has a part of this path: by its directory, or, where that is cut off, if the path stands
/// anywhere. The directory of an archive within this one does not count.
fn has_part(bytes: &[u8], path: &[u8]) -> bool {
    let Some(directory) = directory(bytes) else { return contains(bytes, path) };
    let mut rest = directory;
    while let Some(head) = rest.get(..46).filter(|head| head.starts_with(b"PK\x01\x02")) {
        let length = |at: usize| usize::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let name = rest.get(46..46 + length(28)).unwrap_or_default();
        let name = name.strip_prefix(b"./").unwrap_or(name);
        let name = name.strip_prefix(b"/").unwrap_or(name);
        let is_slash = |byte: u8| if byte == b'\\' { b'/' } else { byte };
        if name.len() >= path.len() && name.iter().zip(path).all(|(one, other)| is_slash(*one) == *other) {
            return true;
        }
        rest = rest.get(46 + length(28) + length(30) + length(32)..).unwrap_or_default();
    }
    false
}

/// The directory at the end of an archive.
fn directory(bytes: &[u8]) -> Option<&[u8]> {
    const END: &[u8] = b"PK\x05\x06";
    let from = bytes.len().saturating_sub(22 + 0xffff);
    let tail = &bytes[from..];
    let end = tail.get(tail.windows(4).rposition(|window| window == END)?..)?;
    let long = |at: usize| {
        Some(u32::from_le_bytes([*end.get(at)?, *end.get(at + 1)?, *end.get(at + 2)?, *end.get(at + 3)?]))
    };
    let (size, start) = (long(12)? as usize, long(16)? as usize);
    let directory = bytes.get(start..start.checked_add(size)?)?;
    (size == 0 || directory.starts_with(b"PK\x01\x02")).then_some(directory)
}

/// The first bytes of a compound file (OLE2).
pub(super) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// True for a compound file (OLE2) with a stream of one of these names in its root.
#[cfg(any(feature = "word97", feature = "xls"))]
pub(super) fn is_compound_with(bytes: &[u8], streams: &[&str]) -> bool {
    // What is embedded in a document lies deeper than its root.
    let compound = super::compound::Compound::open(bytes);
    compound.is_some_and(|compound| streams.iter().any(|name| compound.has(name)))
}

/// What a zip archive is, by its first part and the names of all.
fn zip_kind(bytes: &[u8]) -> &'static str {
    const PARTS: &[(&[u8], &str)] =
        &[(b"word/", "docx"), (b"xl/", "xlsx"), (b"OFD.xml", "ofd"), (b"ppt/", "pptx")];
    const KINDS: &[(&[u8], &str)] = &[
        (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
        (b"application/vnd.oasis.opendocument.text", "odt"),
        (b"application/vnd.oasis.opendocument", "odf"),
    ];
    let start = bytes.get(..KIND).unwrap_or(bytes);
    let of_kind = KINDS.iter().find(|(kind, _)| contains(start, kind));
    of_kind.or_else(|| PARTS.iter().find(|(part, _)| has_part(bytes, part))).map_or("zip", |(_, name)| name)
}

/// What a compound file (OLE2) is, by the names in its directory, which are in UTF-16.
fn compound_kind(bytes: &[u8]) -> ReadError {
    const STREAMS: &[(&str, ReadError)] = &[
        ("EncryptedPackage", ReadError::Encrypted),
        ("WordDocument", ReadError::Unsupported("doc")),
        ("Workbook", ReadError::Unsupported("xls")),
        ("PowerPoint Document", ReadError::Unsupported("ppt")),
        ("Book", ReadError::Unsupported("xls")),
    ];
    let wide = |name: &str| name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).listed();
    let found = STREAMS.iter().find(|(name, _)| contains(bytes, &wide(name)));
    found.map_or(ReadError::Unsupported("ole2"), |(_, error)| *error)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let Some((first, rest)) = part.split_first() else { return true };
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|tail| tail.iter().position(|byte| byte == first)) {
        from += at + 1;
        if bytes[from..].starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_named_by_their_first_bytes() {
        let compound = |name: &str| {
            let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec();
            bytes.extend(name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
            bytes
        };
        for (bytes, expected) in [
            (b"PK\x03\x04..word/document.xml".to_vec(), Some(ReadError::Unsupported("docx"))),
            (
                b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml".to_vec(),
                Some(ReadError::Unsupported("xlsx")),
            ),
            (b"PK\x03\x04..OFD.xml".to_vec(), Some(ReadError::Unsupported("ofd"))),
            (b"PK\x03\x04..a.txt".to_vec(), Some(ReadError::Unsupported("zip"))),
            (compound("WordDocument"), Some(ReadError::Unsupported("doc"))),
            (compound("Workbook"), Some(ReadError::Unsupported("xls"))),
            (compound("EncryptedPackage"), Some(ReadError::Encrypted)),
            (compound("Other"), Some(ReadError::Unsupported("ole2"))),
            (b"%PDF-1.4".to_vec(), Some(ReadError::Unsupported("pdf"))),
            (b"\xef\xbb\xbf\r\n%PDF-1.4".to_vec(), Some(ReadError::Unsupported("pdf"))),
            (b"{\\rtf1\\ansi".to_vec(), Some(ReadError::Unsupported("rtf"))),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Some(ReadError::NoText)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec(), Some(ReadError::NoText)),
            (b"\0\x01\x02\x03".to_vec(), Some(ReadError::Unsupported("binary"))),
            (b"BMI 2024".to_vec(), None),
            ("规章 | 0".as_bytes().to_vec(), None),
            (b"\xb9\xe6\xd5\xc2".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(foreign(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
