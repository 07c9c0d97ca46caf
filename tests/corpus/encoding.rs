//! Text as bytes in the encodings that Chinese files come in.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// An encoding and what the file says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Marked,
    /// UTF-16, little end first, with a mark.
    Utf16Little,
    /// UTF-16, big end first, with a mark.
    Utf16Big,
    /// GB18030 that the file calls gb2312 where it can.
    Gb18030Declared,
    /// GB18030 that the file says nothing of.
    Gb18030Silent,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Encoding; 6] = [
        Encoding::Utf8,
        Encoding::Utf8Marked,
        Encoding::Utf16Little,
        Encoding::Utf16Big,
        Encoding::Gb18030Declared,
        Encoding::Gb18030Silent,
    ];

    /// What a page in this encoding says of itself.
    pub fn declared(self) -> Option<&'static str> {
        match self {
            Encoding::Utf8 => Some("utf-8"),
            Encoding::Gb18030Declared => Some("gb2312"),
            _ => None,
        }
    }

    /// The bytes of `text`.
    pub fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Marked => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf16Little => {
                [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            }
            Encoding::Utf16Big => {
                [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
            }
            Encoding::Gb18030Declared | Encoding::Gb18030Silent => gb18030(text),
        }
    }
}

thread_local! {
    /// The encoder searches its tables for every letter, which is slow: each letter is asked for once.
    static LETTERS: RefCell<BTreeMap<char, Vec<u8>>> = const { RefCell::new(BTreeMap::new()) };
}

fn gb18030(text: &str) -> Vec<u8> {
    LETTERS.with_borrow_mut(|known| {
        let mut bytes = Vec::new();
        for letter in text.chars() {
            let encoded = known.entry(letter).or_insert_with(|| {
                encoding_rs::GB18030.encode(letter.encode_utf8(&mut [0; 4])).0.into_owned()
            });
            bytes.extend_from_slice(encoded);
        }
        bytes
    })
}
