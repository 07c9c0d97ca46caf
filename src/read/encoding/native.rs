//! Legacy encodings by encoding_rs.

use super::Encoding;

/// The text of bytes in a legacy encoding; `None` for an encoding that is none.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let decoder = match encoding {
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Big5 => encoding_rs::BIG5,
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => return None,
    };
    Some(decoder.decode_without_bom_handling(bytes).0.into_owned())
}
