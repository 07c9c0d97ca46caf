//! A build without legacy encodings: UTF-8 and UTF-16 only.

use super::Encoding;

/// Always `None`: this build has no tables.
pub(super) fn decode(_bytes: &[u8], _encoding: Encoding) -> Option<String> {
    None
}
