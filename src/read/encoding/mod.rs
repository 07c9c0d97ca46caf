//! Bytes to text. A byte order mark decides; else what the bytes prove (valid UTF-8, UTF-16 by its shape); else
//! what the source declares; else GB18030. A declaration that the bytes disprove is not believed.

#[cfg(all(any(feature = "worker", feature = "module"), target_arch = "wasm32", not(feature = "cli")))]
#[path = "browser.rs"]
mod legacy;
#[cfg(feature = "cli")]
#[path = "native.rs"]
mod legacy;
#[cfg(not(any(feature = "cli", all(any(feature = "worker", feature = "module"), target_arch = "wasm32"))))]
#[path = "none.rs"]
mod legacy;

use crate::sorted::Listed;
use std::borrow::Cow;

/// A text encoding that reports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,
    Big5,
}

impl Encoding {
    /// The name in reviews, in lower case; also the label that `TextDecoder` knows.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
            Encoding::Big5 => "big5",
        }
    }

    /// The encoding of a declared label; `None` for one that Chinese text does not come in.
    pub(super) fn from_label(label: &[u8]) -> Option<Encoding> {
        const LABELS: &[(&str, Encoding)] = &[
            ("utf-8", Encoding::Utf8),
            ("utf8", Encoding::Utf8),
            ("gb2312", Encoding::Gb18030),
            ("gbk", Encoding::Gb18030),
            ("gb18030", Encoding::Gb18030),
            ("gb_2312-80", Encoding::Gb18030),
            ("gb_2312", Encoding::Gb18030),
            ("x-gbk", Encoding::Gb18030),
            ("cp936", Encoding::Gb18030),
            ("936", Encoding::Gb18030),
            ("euc-cn", Encoding::Gb18030),
            ("big5", Encoding::Big5),
            ("big5-hkscs", Encoding::Big5),
            ("cn-big5", Encoding::Big5),
            ("cp950", Encoding::Big5),
            ("utf-16", Encoding::Utf16Le),
            ("utf-16le", Encoding::Utf16Le),
            ("unicode", Encoding::Utf16Le),
            ("utf-16be", Encoding::Utf16Be),
        ];
        let label = label.trim_ascii();
        LABELS
            .iter()
            .find(|(name, _)| label.eq_ignore_ascii_case(name.as_bytes()))
            .map(|(_, encoding)| *encoding)
    }
}

/// Decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The text; what could not be decoded is U+FFFD. Without a byte order mark.
    pub(super) text: Cow<'a, str>,
    /// How it was decoded.
    pub(super) encoding: Encoding,
}

/// Decodes `bytes`, of which the source says that they are in `declared`.
pub(super) fn decode(bytes: &[u8], declared: Option<Encoding>) -> Decoded<'_> {
    if let Some((encoding, length)) = byte_order_mark(bytes) {
        return decode_as(&bytes[length..], encoding);
    }
    let valid = std::str::from_utf8(bytes).ok();
    let may_be_utf16 = valid.is_none() || head(bytes, UTF16_SAMPLE).contains(&0);
    if let Some(encoding) = may_be_utf16.then(|| utf16_by_shape(bytes)).flatten() {
        return decode_as(bytes, encoding);
    }
    match valid {
        Some(text) if is_proof(text, declared) => {
            return Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8 };
        }
        None if is_damaged_utf8(bytes, declared) => return decode_as(bytes, Encoding::Utf8),
        _ => {}
    }
    // UTF-16 was disproved by its shape, and UTF-8 by its sequences.
    let encoding = match declared {
        Some(Encoding::Big5) => Encoding::Big5,
        _ => Encoding::Gb18030,
    };
    let decoded = decode_as(bytes, encoding);
    if encoding == Encoding::Big5 && decoded.text.contains('\u{fffd}') {
        let other = decode_as(bytes, Encoding::Gb18030);
        if !other.text.contains('\u{fffd}') {
            return other;
        }
    }
    decoded
}

/// The text of bytes whose encoding is known; what could not be decoded is U+FFFD.
#[cfg(any(feature = "docx", feature = "sheets", feature = "fixed", feature = "rtf"))]
pub(super) fn decode_in(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    decode_as(bytes, encoding).text
}

/// The start of the source as bytes that can be searched for ASCII words: UTF-16 is narrowed, a byte order mark
/// left out.
pub(super) fn opening(bytes: &[u8], length: usize) -> Cow<'_, [u8]> {
    let encoding = match byte_order_mark(bytes) {
        Some((Encoding::Utf16Le | Encoding::Utf16Be, _)) => byte_order_mark(bytes),
        Some((_, mark)) => return Cow::Borrowed(head(&bytes[mark..], length)),
        None if !head(bytes, 64).contains(&0) => None,
        None => utf16_by_shape(bytes).map(|encoding| (encoding, 0)),
    };
    let Some((encoding, mark)) = encoding else { return Cow::Borrowed(head(bytes, length)) };
    let units = head(&bytes[mark..], length.saturating_mul(2));
    Cow::Owned(units.chunks_exact(2).map(|pair| u8::try_from(unit(pair, encoding)).unwrap_or(b'?')).listed())
}

/// True for UTF-16, by its byte order mark or its shape.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    match byte_order_mark(bytes) {
        Some((encoding, _)) => matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be),
        None => utf16_by_shape(bytes).is_some(),
    }
}

fn head(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(..length).unwrap_or(bytes)
}

fn byte_order_mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8, 3)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Encoding::Gb18030, 4)),
        _ => None,
    }
}

fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes),
        Encoding::Utf16Le | Encoding::Utf16Be => Cow::Owned(utf16(bytes, encoding)),
        Encoding::Gb18030 | Encoding::Big5 => match legacy::decode(bytes, encoding) {
            Some(text) => Cow::Owned(text),
            None => return Decoded { text: String::from_utf8_lossy(bytes), encoding: Encoding::Utf8 },
        },
    };
    Decoded { text, encoding }
}

fn unit(pair: &[u8], encoding: Encoding) -> u16 {
    let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
    if encoding == Encoding::Utf16Be { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit(pair, encoding));
    let mut text: String =
        char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Bytes looked at to tell UTF-16 without a byte order mark.
const UTF16_SAMPLE: usize = 4096;

/// UTF-16 without a byte order mark: nearly every unit is one that Chinese text or markup is made of. Text in a
/// legacy encoding read so gives units all over the plane, text in UTF-8 too.
fn utf16_by_shape(bytes: &[u8]) -> Option<Encoding> {
    let sample = head(bytes, UTF16_SAMPLE);
    if sample.len() < 4 {
        return None;
    }
    [Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|encoding| {
        let units = sample.chunks_exact(2).map(|pair| unit(pair, *encoding));
        let likely = units.filter(|unit| is_likely_unit(*unit)).count();
        likely * 20 >= (sample.len() / 2) * 19
    })
}

fn is_likely_unit(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0 | 0xb7 | 0x2010..=0x203b | 0x3000..=0x301f
        | 0x4e00..=0x9fff | 0xff00..=0xff5e)
}

/// True where well-formed UTF-8 proves that it is meant so. Chinese text is made of sequences of three bytes,
/// which no other encoding forms by chance; a text that has only sequences of two is one that some legacy
/// encoding could have formed.
fn is_proof(text: &str, declared: Option<Encoding>) -> bool {
    let is_long = |byte: &u8| *byte >= 0xe0;
    let is_short = |byte: &u8| (0xc2..=0xdf).contains(byte);
    text.as_bytes().iter().any(is_long)
        || match text.as_bytes().iter().filter(|byte| is_short(byte)).count() {
            0 => true,
            _ if matches!(declared, Some(Encoding::Gb18030 | Encoding::Big5)) => false,
            short => declared.is_some() || short < 4,
        }
}

/// True where bytes are UTF-8 with a few broken places (a title cut in the middle of a character). Text in
/// another encoding is broken at nearly every character, and hardly ever forms a sequence of three by chance.
fn is_damaged_utf8(bytes: &[u8], declared: Option<Encoding>) -> bool {
    let (mut long, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        long += chunk.valid().bytes().filter(|byte| *byte >= 0xe0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    long > broken * if declared == Some(Encoding::Utf8) { 4 } else { 16 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "云陂县政府信息公开工作年度报告，共计 12 件。";

    fn check(bytes: &[u8], declared: Option<Encoding>, text: &str, encoding: Encoding) {
        let decoded = decode(bytes, declared);
        assert_eq!((decoded.text.as_ref(), decoded.encoding), (text, encoding), "declared {declared:?}");
    }

    fn utf16_bytes(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn utf8_is_believed_whatever_is_declared() {
        for declared in [None, Some(Encoding::Utf8), Some(Encoding::Gb18030), Some(Encoding::Big5)] {
            check(WORDS.as_bytes(), declared, WORDS, Encoding::Utf8);
            check(b"<p>81</p>", declared, "<p>81</p>", Encoding::Utf8);
            check(b"", declared, "", Encoding::Utf8);
        }
        check("\u{feff}规章".as_bytes(), Some(Encoding::Gb18030), "规章", Encoding::Utf8);
    }

    #[test]
    fn utf16_is_told_by_its_mark_or_its_shape() {
        for (big, encoding) in [(false, Encoding::Utf16Le), (true, Encoding::Utf16Be)] {
            check(&utf16_bytes(WORDS, big), None, WORDS, encoding);
            check(&utf16_bytes("<table><tr><td>1", big), Some(Encoding::Utf8), "<table><tr><td>1", encoding);
            check(&utf16_bytes(&format!("\u{feff}{WORDS}"), big), None, WORDS, encoding);
            check(&utf16_bytes("行政许可行政处罚行政强制", big), None, "行政许可行政处罚行政强制", encoding);
        }
        check(b"\xff\xfea\0\x00\xd8", None, "a\u{fffd}", Encoding::Utf16Le);
        check(b"\xff\xfea\0b", None, "a\u{fffd}", Encoding::Utf16Le);
    }

    #[cfg(feature = "cli")]
    #[test]
    fn gb18030_and_big5_are_believed_over_a_wrong_declaration() {
        let (gbk, _, _) = encoding_rs::GBK.encode(WORDS);
        for declared in [None, Some(Encoding::Utf8), Some(Encoding::Gb18030), Some(Encoding::Utf16Le)] {
            check(&gbk, declared, WORDS, Encoding::Gb18030);
        }
        let traditional = "政府資訊公開年度報告";
        let (big5, _, _) = encoding_rs::BIG5.encode(traditional);
        check(&big5, Some(Encoding::Big5), traditional, Encoding::Big5);
        let (four, _, _) = encoding_rs::GB18030.encode("\u{3400}𠀀");
        check(&four, None, "\u{3400}𠀀", Encoding::Gb18030);
    }

    #[cfg(feature = "cli")]
    #[test]
    fn short_sequences_alone_are_no_proof() {
        let bytes = b"\xc2\xb7\xc2\xa0\xc4\xa3\xc4\xa4";
        assert!(std::str::from_utf8(bytes).is_ok());
        assert_eq!(decode(bytes, None).encoding, Encoding::Gb18030);
        assert_eq!(decode(bytes, Some(Encoding::Gb18030)).encoding, Encoding::Gb18030);
        assert_eq!(decode(bytes, Some(Encoding::Utf8)).encoding, Encoding::Utf8);
    }

    #[test]
    fn a_few_broken_places_are_damage() {
        let mut bytes = WORDS.repeat(4).into_bytes();
        bytes.truncate(bytes.len() - 1);
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert!(decoded.text.ends_with('\u{fffd}'));
    }

    #[test]
    fn the_opening_is_ascii_whatever_the_encoding() {
        for bytes in [b"<html>".to_vec(), b"\xef\xbb\xbf<html>".to_vec(), utf16_bytes("\u{feff}<html>", true)]
        {
            assert_eq!(opening(&bytes, 16).as_ref(), b"<html>");
        }
        assert_eq!(opening(b"<html>", 3).as_ref(), b"<ht");
    }
}
