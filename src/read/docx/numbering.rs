//! Automatic numbers of a docx: 一、 and （一） and 1. are often no text but a list's count.

use crate::read::Limits;
use crate::read::wording::{NUMERALS, STEMS};
use crate::read::xml::{Piece, Pieces};
use std::collections::{BTreeMap, BTreeSet};

/// A paragraph's place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The list (`numId`); 0 is none.
    pub(super) list: u32,
    /// Its level, 0 to 8.
    pub(super) level: usize,
}

/// The lists and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: BTreeMap<u32, Vec<Level>>,
    lists: BTreeMap<u32, List>,
    counts: BTreeMap<u32, [Option<u32>; 9]>,
    begun: BTreeSet<u32>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    text: String,
}

#[derive(Debug, Default)]
struct List {
    kind: u32,
    starts: BTreeMap<usize, u32>,
}

impl Default for Level {
    fn default() -> Level {
        Level { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

impl Numbering {
    pub(super) fn new(text: &str, limits: &Limits) -> Numbering {
        let mut numbering = Numbering::default();
        let (mut kind, mut list, mut level) = (None, None, 0);
        let mut pieces = Pieces::new(text, limits.xml_depth);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Start(element) => {
                    let number = element.number::<u32>("val");
                    match element.name.as_str() {
                        "abstractNum" => {
                            kind = element.number::<u32>("abstractNumId");
                            if let Some(kind) = kind {
                                numbering.kinds.insert(kind, vec![Level::default(); 9]);
                            }
                        }
                        "num" => {
                            kind = None;
                            list = element.number::<u32>("numId");
                        }
                        "abstractNumId" => {
                            if let (Some(list), Some(kind)) = (list, number) {
                                numbering.lists.entry(list).or_default().kind = kind;
                            }
                        }
                        "lvl" | "lvlOverride" => level = element.number::<usize>("ilvl").unwrap_or(0).min(8),
                        "startOverride" => {
                            if let (Some(list), Some(start)) = (list, number) {
                                numbering.lists.entry(list).or_default().starts.insert(level, start);
                            }
                        }
                        name => {
                            let levels = kind.and_then(|kind| numbering.kinds.get_mut(&kind));
                            if let Some(level) = levels.and_then(|levels| levels.get_mut(level)) {
                                match name {
                                    "start" => level.start = number.unwrap_or(1),
                                    "numFmt" => level.format = element.attribute("val").unwrap_or_default(),
                                    "lvlText" => level.text = element.attribute("val").unwrap_or_default(),
                                    _ => {}
                                }
                            }
                        }
                    }
                }
                Piece::End(name) if name == "abstractNum" => kind = None,
                _ => {}
            }
        }
        numbering
    }

    /// Counts on and gives the number's text; empty for bullets and for no list.
    pub(super) fn next(&mut self, reference: Reference) -> String {
        let Some(list) = self.lists.get(&reference.list) else { return String::new() };
        let Some(levels) = self.kinds.get(&list.kind) else { return String::new() };
        let at = reference.level.min(8);
        let counts = self.counts.entry(list.kind).or_insert([None; 9]);
        // A list that starts anew does so when it is first used.
        if self.begun.insert(reference.list) {
            for (level, start) in &list.starts {
                counts[*level] = start.checked_sub(1);
                if *start == 0 {
                    counts[*level] = None;
                }
            }
        }
        counts[at] = Some(counts[at].map_or(levels[at].start, |count| count.saturating_add(1)));
        counts[at + 1..].fill(None);
        if matches!(levels[at].format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut out = String::new();
        let mut characters = levels[at].text.chars().peekable();
        while let Some(one) = characters.next() {
            match (one, characters.peek().and_then(|next| next.to_digit(10))) {
                ('%', Some(digit @ 1..=9)) => {
                    characters.next();
                    let level = digit as usize - 1;
                    let count = counts[level].unwrap_or(levels[level].start);
                    out.push_str(&counted(count, &levels[level].format));
                }
                _ => out.push(one),
            }
        }
        out
    }
}

/// A count in a number format, by the name that docx has for it.
pub(in crate::read) fn counted(count: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanDigital2" => chinese(count),
        "ideographDigital" | "taiwaneseDigital" => digits(count),
        "ideographTraditional" => nth(STEMS, count),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => within(count, '①', 20),
        "decimalEnclosedParen" => within(count, '⑴', 20),
        "decimalEnclosedFullstop" => within(count, '⒈', 20),
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |digit: char| char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap_or(digit);
            count.to_string().chars().map(wide).collect()
        }
        "decimalZero" => format!("{count:02}"),
        "upperLetter" => letter(count, b'A'),
        "lowerLetter" => letter(count, b'a'),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_ascii_lowercase(),
        _ => count.to_string(),
    }
}

/// 一 to 九十九 as they are counted; beyond, the digits.
fn chinese(count: u32) -> String {
    let Some(ten) = NUMERALS.get(9) else { return count.to_string() };
    let unit = |number: u32| nth(NUMERALS, number);
    match (count / 10, count % 10) {
        (0, 1..=9) => unit(count),
        (1, 0) => ten.to_string(),
        (1, ones) => format!("{ten}{}", unit(ones)),
        (tens @ 2..=9, 0) => format!("{}{ten}", unit(tens)),
        (tens @ 2..=9, ones) => format!("{}{ten}{}", unit(tens), unit(ones)),
        _ => count.to_string(),
    }
}

/// The digits in Chinese numerals, nought as 〇.
fn digits(count: u32) -> String {
    let digit = |one: char| match one.to_digit(10) {
        Some(digit @ 1..=9) => nth(NUMERALS, digit),
        _ => "〇".to_owned(),
    };
    count.to_string().chars().map(digit).collect()
}

fn nth(row: &[char], count: u32) -> String {
    let at = (count as usize).checked_sub(1).and_then(|at| row.get(at));
    at.map_or_else(|| count.to_string(), char::to_string)
}

fn within(count: u32, first: char, most: u32) -> String {
    let one = (1..=most).contains(&count).then(|| char::from_u32(first as u32 + count - 1)).flatten();
    one.map_or_else(|| count.to_string(), |one| one.to_string())
}

fn letter(count: u32, first: u8) -> String {
    let Some(index) = count.checked_sub(1) else { return count.to_string() };
    let letter = char::from(first + (index % 26) as u8);
    letter.to_string().repeat((index / 26 + 1).min(8) as usize)
}

fn roman(mut count: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count > 3999 {
        return count.to_string();
    }
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while count >= *value {
            out.push_str(sign);
            count -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_the_formats_of_the_file() {
        for (count, format, expected) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (21, "japaneseCounting", "二十一"),
            (30, "chineseCounting", "三十"),
            (10, "ideographDigital", "一〇"),
            (3, "decimalEnclosedCircle", "③"),
            (12, "decimalFullWidth", "１２"),
            (4, "upperRoman", "IV"),
            (27, "lowerLetter", "aa"),
            (2, "ideographTraditional", "乙"),
            (7, "decimal", "7"),
        ] {
            assert_eq!(counted(count, format), expected, "{count} as {format}");
        }
    }

    #[test]
    fn lists_count_restart_and_name_their_parents() {
        let text = r#"<w:numbering>
            <w:abstractNum w:abstractNumId="4">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
              <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
          </w:numbering>"#;
        let mut numbering = Numbering::new(text, &Limits::DEFAULT);
        let mut next = |list, level| numbering.next(Reference { list, level });
        assert_eq!(next(1, 0), "一、");
        assert_eq!(next(1, 1), "一.1");
        assert_eq!(next(1, 1), "一.2");
        assert_eq!(next(1, 0), "二、");
        assert_eq!(next(1, 1), "二.1");
        assert_eq!(next(2, 0), "五、");
        assert_eq!(next(2, 0), "六、");
        assert_eq!(next(9, 0), "");
    }
}
