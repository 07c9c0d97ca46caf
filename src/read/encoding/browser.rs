//! Legacy encodings by the browser's own TextDecoder, whose tables cost no download.

use super::Encoding;

/// The text of bytes in a legacy encoding; `None` where the browser has no such decoder.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(encoding.name()).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
