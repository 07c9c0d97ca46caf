//! Numbers in attributes, by HTML's rules.

/// The whole number that an attribute starts with, after white space; too large a one is the largest there is.
pub(super) fn number(value: &str) -> Option<u32> {
    let value = value.trim_start_matches([' ', '\t', '\n', '\x0c', '\r']);
    let value = value.strip_prefix('+').unwrap_or(value);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    Some(value[..digits].parse().unwrap_or(u32::MAX))
}

/// The columns that a cell asks for.
pub(super) fn column_span(value: Option<&str>) -> usize {
    value.and_then(number).unwrap_or(1) as usize
}

/// The rows that a cell asks for; nought is all of its row group.
pub(super) fn row_span(value: Option<&str>) -> usize {
    match value.and_then(number) {
        None => 1,
        Some(0) => usize::MAX,
        Some(rows) => rows as usize,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_htmls_rules() {
        for (value, expected) in [
            ("3", Some(3)),
            (" +2px", Some(2)),
            ("007", Some(7)),
            ("99999999999", Some(u32::MAX)),
            ("", None),
            ("-1", None),
            ("x1", None),
        ] {
            assert_eq!(number(value), expected, "{value:?}");
        }
        assert_eq!((row_span(Some("0")), row_span(Some("-1")), row_span(None)), (usize::MAX, 1, 1));
        assert_eq!((column_span(Some("0")), column_span(None)), (0, 1));
    }
}
