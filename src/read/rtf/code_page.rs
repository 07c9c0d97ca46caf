//! The code pages that bytes of an rtf stand in.

use crate::read::encoding::{self, Encoding};
use std::borrow::Cow;

/// What the bytes of a font are text in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodePage {
    /// One of the encodings that Chinese text comes in.
    Chinese(Encoding),
    /// Windows 1252, for Latin letters.
    Latin,
    /// Symbols by the font's own shapes: nothing is known of them.
    Symbols,
    /// Another one, whose letters are not told.
    Other,
}

impl CodePage {
    /// By the number of a Windows code page (`\ansicpg`).
    pub(super) fn from_number(number: i32) -> CodePage {
        match number {
            936 | 54936 => CodePage::Chinese(Encoding::Gb18030),
            950 => CodePage::Chinese(Encoding::Big5),
            65001 => CodePage::Chinese(Encoding::Utf8),
            1252 | 0 | 437 | 850 | 10000 => CodePage::Latin,
            _ => CodePage::Other,
        }
    }

    /// By a font's character set (`\fcharset`); `usual` is the document's own code page. Fonts that are said to
    /// be Latin or nothing are used for Chinese bytes too where the document's code page is a Chinese one.
    pub(super) fn from_character_set(number: i32, usual: CodePage) -> CodePage {
        match number {
            134 => CodePage::Chinese(Encoding::Gb18030),
            136 => CodePage::Chinese(Encoding::Big5),
            2 => CodePage::Symbols,
            0 | 1 | 77 | 255 => usual,
            _ => CodePage::Other,
        }
    }

    /// The text of bytes.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            _ if bytes.is_ascii() && self != CodePage::Symbols => String::from_utf8_lossy(bytes),
            CodePage::Chinese(encoding) => encoding::decode_in(bytes, encoding),
            CodePage::Latin => Cow::Owned(bytes.iter().map(|byte| latin(*byte)).collect()),
            CodePage::Symbols => Cow::Borrowed(""),
            CodePage::Other => String::from_utf8_lossy(bytes),
        }
    }
}

/// A letter of Windows 1252: where it differs from Latin 1, the marks of punctuation.
fn latin(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x99 => '™',
        _ => char::from(byte),
    }
}
