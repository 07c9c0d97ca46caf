//! eml and mhtml: mails, and web pages that a browser or Word saved as one. Their HTML is read, or their text where
//! they have none; what is attached to them are members of their own (`container`).
//!
//! mail_parser finds the parts and takes off their transfer encoding; the text is decoded here, because what a
//! Chinese mail says of its encoding is often wrong or nothing.

use super::encoding::{self, Encoding};
use super::{Extract, Format, Limits, ReadError, Reader, Source, html, text};
use crate::document::{Block, Note, NoteKind};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

pub(super) const READER: Reader =
    Reader { format: Format::Mail, extensions: &["eml", "mhtml", "mht"], is_text: true, recognizes, read };

/// Bytes at the start of a source that are searched for the head of a mail.
const HEAD: usize = 16 << 10;

/// True for bytes that start with fields, one of which says that it is MIME.
pub(super) fn recognizes(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let mut is_mime = false;
    for line in head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end) {
        if line.is_empty() {
            break;
        }
        // A field that goes on.
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
        let name = &line[..colon];
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
            return false;
        }
        is_mime |= [&b"mime-version"[..], b"content-type", b"content-transfer-encoding"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
    }
    is_mime
}

fn read(source: Source<'_>, limits: &Limits) -> Result<Extract, ReadError> {
    let message = MessageParser::default().parse(source.bytes).ok_or(ReadError::Damaged("mail"))?;
    let mut parts = Vec::new();
    let broken = gather(&message, NESTED, limits.parts, &mut parts);
    let is_shown = |part: &&Part<'_>| part.kind != Kind::File && !part.attached;
    let mut shown: Vec<&Part<'_>> = parts.iter().filter(is_shown).collect();
    // Text beside HTML says the same once more.
    if shown.iter().any(|part| part.kind == Kind::Html) {
        shown.retain(|part| part.kind == Kind::Html);
    }
    let mut first = None;
    for part in shown {
        let mut extract = part.read(limits)?;
        if broken {
            extract.document.notes.push(Note { kind: NoteKind::Damaged("mail"), place: None });
        }
        let title = &mut extract.document.properties.title;
        *title = title.take().or_else(|| message.subject().map(str::to_owned));
        // A page of frames has its tables in another part than the first.
        let has_table = extract.document.blocks.iter().any(|block| matches!(block, Block::Table(_)));
        if has_table {
            return Ok(extract);
        }
        first = first.or(Some(extract));
    }
    first.ok_or(ReadError::Damaged("mail"))
}

/// What is attached to a mail: name and bytes of each part that has a name. `None` for the bytes that cannot be
/// decoded.
pub(super) fn attached(bytes: &[u8], limits: &Limits) -> Vec<(String, Option<Vec<u8>>)> {
    let Some(message) = MessageParser::default().parse(bytes) else { return Vec::new() };
    let mut parts = Vec::new();
    gather(&message, NESTED, limits.parts, &mut parts);
    let named = parts.into_iter().filter(|part| part.attached || part.kind == Kind::File);
    named.filter_map(|part| Some((part.name?, part.bytes.map(Cow::into_owned)))).collect()
}

/// Mails within each other.
const NESTED: usize = 3;

/// A part that is not made of parts.
struct Part<'a> {
    kind: Kind,
    attached: bool,
    name: Option<String>,
    declared: Option<Encoding>,
    /// Without its transfer encoding; `None` where that is broken.
    bytes: Option<Cow<'a, [u8]>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Html,
    Text,
    File,
}

impl Part<'_> {
    fn read(&self, limits: &Limits) -> Result<Extract, ReadError> {
        let bytes = self.bytes.as_deref().ok_or(ReadError::Damaged("mail"))?;
        let decoded = encoding::decode(bytes, self.declared);
        // With a mark that it is UTF-8, what the page says of its own encoding no longer counts.
        let marked = format!("\u{feff}{}", decoded.text);
        let source = Source { name: "", bytes: marked.as_bytes() };
        let reader = if self.kind == Kind::Html { &html::READER } else { &text::READER };
        let extract = (reader.read)(source, limits)?;
        Ok(Extract { encoding: Some(decoded.encoding.name()), ..extract })
    }
}

/// Adds the parts of a mail in order; true if one of them is broken.
fn gather<'a>(message: &'a Message<'_>, depth: usize, most: usize, parts: &mut Vec<Part<'a>>) -> bool {
    let mut broken = false;
    for part in &message.parts {
        if parts.len() >= most {
            return true;
        }
        let kind = match &part.body {
            PartType::Html(_) => Kind::Html,
            PartType::Text(_) => Kind::Text,
            PartType::Binary(_) | PartType::InlineBinary(_) => Kind::File,
            PartType::Message(inner) => {
                broken |= depth == 0 || gather(inner, depth - 1, most, parts);
                continue;
            }
            PartType::Multipart(_) => continue,
        };
        let bytes = raw(message, part);
        broken |= bytes.is_none();
        let declared = part.content_type().and_then(|kind| kind.attribute("charset"));
        parts.push(Part {
            kind,
            attached: part.content_disposition().is_some_and(|disposition| disposition.is_attachment()),
            name: part.attachment_name().map(str::to_owned),
            declared: declared.and_then(|label| Encoding::from_label(label.as_bytes())),
            bytes,
        });
    }
    broken
}

/// A part's bytes without their transfer encoding.
fn raw<'a>(message: &'a Message<'_>, part: &MessagePart<'_>) -> Option<Cow<'a, [u8]>> {
    let (start, end) = (part.offset_body as usize, part.offset_end as usize);
    let bytes = message.raw_message().get(start..end)?;
    match part.encoding {
        mail_parser::Encoding::None => Some(Cow::Borrowed(bytes)),
        mail_parser::Encoding::QuotedPrintable => quoted_printable_decode(bytes).map(Cow::Owned),
        mail_parser::Encoding::Base64 => base64_decode(bytes).map(Cow::Owned),
    }
}
