//! How many columns of a terminal words take, and words made safe for one.

/// The columns that `text` takes: two for a Chinese character or full-width sign, none for a combining mark.
pub fn width(text: &str) -> usize {
    text.chars().map(character_width).sum()
}

/// `text` on one line without anything that a terminal would obey: line breaks become spaces, control
/// characters and the marks that turn the writing direction become `\u{fffd}`.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
            character if character.is_control() => '\u{fffd}',
            character => character,
        })
        .collect()
}

/// `text` cut to at most `columns` columns, with `…` where something was cut off.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for character in text.chars() {
        used += character_width(character);
        if used > columns {
            break;
        }
        kept.push(character);
    }
    kept.push('…');
    kept
}

/// `text` with spaces after it up to `columns` columns.
pub fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` with spaces before it up to `columns` columns.
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// By Unicode's East Asian Width (UAX 11), ambiguous characters narrow, as terminals in UTF-8 have it.
fn character_width(character: char) -> usize {
    match u32::from(character) {
        0x0300..=0x036f
        | 0x200b..=0x200f
        | 0x202a..=0x202e
        | 0x2060..=0x2064
        | 0x20d0..=0x20ff
        | 0x3099..=0x309a
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0xfeff => 0,
        0x1100..=0x115f
        | 0x231a..=0x231b
        | 0x2329..=0x232a
        | 0x23e9..=0x23ec
        | 0x25fd..=0x25fe
        | 0x2614..=0x2615
        | 0x26a1
        | 0x2705
        | 0x274c
        | 0x2757
        | 0x2b50
        | 0x2e80..=0x303e
        | 0x3041..=0x4dbf
        | 0x4e00..=0xa4cf
        | 0xa960..=0xa97f
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe10..=0xfe19
        | 0xfe30..=0xfe6f
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns_and_marks_none() {
        for (text, columns) in [
            ("", 0),
            ("81", 2),
            ("自然人", 6),
            ("（七）总计", 10),
            ("“三安全一稳定”", 14),
            ("𠮷", 2),
            ("e\u{301}", 1),
            ("１２", 4),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn words_are_cut_between_characters_and_never_past_the_columns() {
        assert_eq!(cut("本年新收", 8), "本年新收");
        assert_eq!(cut("本年新收", 7), "本年新…");
        assert_eq!(cut("本年新收", 6), "本年…");
        assert_eq!(pad_left(&cut("本年新收", 6), 6), " 本年…");
        assert_eq!(pad_right("人", 4), "人  ");
    }

    #[test]
    fn nothing_that_a_terminal_would_obey_is_left() {
        assert_eq!(
            visible("a\u{1b}[31mb\nc\u{202e}d\u{9b}e\u{7}"),
            "a\u{fffd}[31mb c\u{fffd}d\u{fffd}e\u{fffd}"
        );
    }
}
