//! Cuts a paragraph into words, numbers and the marks between them.

use crate::number::{Decimal, chinese_numeral, digit, digits_at_start, is_chinese_numeral};
use std::ops::Range;

/// A piece of a paragraph. Ranges are half-open, in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Words without a number or a mark.
    Words(Range<usize>),
    /// A number.
    Number(Number),
    /// A mark, and where it stands.
    Mark(Mark, usize),
}

/// The marks between words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `、`: between the items of a list.
    Pause,
    /// `，`.
    Comma,
    /// `：`.
    Colon,
    /// `；`.
    Semicolon,
    /// `。`, `！`, `？`.
    Stop,
    /// `（` and its like.
    Open,
    /// `）` and its like.
    Close,
}

/// A number in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The digits with what belongs to them (万, spaces, the unit).
    pub(super) range: Range<usize>,
    /// What it says, 万 and 亿 worked in.
    pub(super) value: Decimal,
    /// What is counted.
    pub(super) unit: Unit,
    /// 余, 近, 约, 左右, …: never compared.
    pub(super) approximate: bool,
}

/// What a number counts, by what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// 件, 份, 封, 条, 宗, 起, 项, 个 and 例: what requests, cases and documents are counted in.
    Pieces,
    /// `%`.
    Percent,
    /// 年, with a number that can be one.
    Year,
    /// 月.
    Month,
    /// 日 and 号.
    Day,
    /// No unit.
    None,
    /// Anything else: 元, 人, 篇, 次, a version, a telephone number, …
    Foreign,
}

const MEASURES: &str = "件份封条宗起项个例部";
const FOREIGN: &str = "时分秒人篇期场家户名位所级章页款届类种批轮岁亩米点步次天周栏版幅处元字册门区";
/// What follows a measure word and makes it another word: 一件事, 3个月, 5项规定.
const OTHER_WORDS: &[(char, &str)] = &[
    ('件', "事套"),
    ('条', "例款龙线规"),
    ('起', "来草"),
    ('项', "目第规"),
    ('个', "月工百部单乡镇街村社人体别方小"),
    ('部', "门委分署"),
    ('份', "额"),
    ('例', "会外如"),
];
const APPROXIMATE_BEFORE: &[&str] =
    &["约", "近", "逾", "超", "超过", "将近", "大约", "不足", "不少于", "突破", "至少", "最多", "接近"];
const APPROXIMATE_AFTER: &[&str] = &["左右", "以上", "以内", "以下", "上下", "余", "多"];

/// Cuts a paragraph, given in plain characters.
pub(super) fn tokens(text: &[char]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut words = 0;
    let mut at = 0;
    while at < text.len() {
        let (token, end) = if let Some(number) = number(text, at) {
            let end = number.range.end;
            (Token::Number(number), end)
        } else if let Some(mark) = mark(text, at) {
            (Token::Mark(mark, at), at + 1)
        } else {
            at += 1;
            continue;
        };
        if words < at {
            out.push(Token::Words(words..at));
        }
        out.push(token);
        (at, words) = (end, end);
    }
    if words < at {
        out.push(Token::Words(words..at));
    }
    out
}

fn mark(text: &[char], at: usize) -> Option<Mark> {
    match text[at] {
        '、' => Some(Mark::Pause),
        ',' => Some(Mark::Comma),
        ';' => Some(Mark::Semicolon),
        ':' => Some(Mark::Colon),
        '。' | '!' | '?' | '\n' => Some(Mark::Stop),
        '(' | '〔' | '[' | '【' => Some(Mark::Open),
        ')' | '〕' | ']' | '】' => Some(Mark::Close),
        _ => None,
    }
}

fn number(text: &[char], at: usize) -> Option<Number> {
    let before = at.checked_sub(1).map(|index| text[index]);
    if before.is_some_and(|one| digit(one).is_some() || one == '.' || one.is_ascii_alphabetic()) {
        return None;
    }
    match digit(text[at]) {
        Some(_) => arabic(text, at),
        None if is_chinese_numeral(text[at]) && !before.is_some_and(is_chinese_numeral) => chinese(text, at),
        None => None,
    }
}

/// `1,466 件`, `1.2万件`, `45.3%`.
fn arabic(text: &[char], at: usize) -> Option<Number> {
    // In plain characters a number is ASCII: as many bytes as characters.
    let printed: String = text[at..]
        .iter()
        .take(32)
        .take_while(|one| one.is_ascii_digit() || matches!(one, ',' | '.'))
        .collect();
    let digits = digits_at_start(&printed, false)?;
    let end = at + digits.length;
    let mut next = after_spaces(text, end);
    // 1 4 件: one number broken by a space, or two; not to be known.
    let broken = next > end && text.get(next).copied().and_then(digit).is_some();
    let mut value = digits.value?;
    let mut approximate = broken || before_is_approximate(text, at);
    if let Some(power) = match text.get(next) {
        Some('万') => Some(4),
        Some('亿') => Some(8),
        _ => None,
    } {
        value = value.times_ten_to(power)?;
        next += 1;
    }
    if matches!(text.get(next), Some('余' | '多' | '来')) {
        approximate = true;
        next += 1;
    }
    next = after_spaces(text, next);
    let unit = match text.get(next) {
        Some('%') => Unit::Percent,
        Some('年') if value.to_whole().is_some_and(is_year) => Unit::Year,
        Some('月') => Unit::Month,
        Some('日' | '号') => Unit::Day,
        Some(_) => measure(text, next),
        None => Unit::None,
    };
    if unit == Unit::None && is_joined(text, next) {
        return Some(Number { range: at..end, value, unit: Unit::Foreign, approximate });
    }
    let end = if unit == Unit::None { end } else { next + 1 };
    if matches!(unit, Unit::Pieces | Unit::Percent | Unit::None) && is_range_end(text, at) {
        return Some(Number { range: at..end, value, unit: Unit::Foreign, approximate });
    }
    approximate |= after_is_approximate(text, end);
    Some(Number { range: at..end, value, unit, approximate })
}

/// 八十一件, 两件, 二〇二四年. Only before a unit: numerals are in many words.
fn chinese(text: &[char], at: usize) -> Option<Number> {
    let end = at + text[at..].iter().take(24).take_while(|one| is_chinese_numeral(**one)).count();
    let printed: String = text[at..end].iter().collect();
    let mut next = after_spaces(text, end);
    let mut approximate = before_is_approximate(text, at);
    if matches!(text.get(next), Some('余' | '多' | '来')) {
        approximate = true;
        next += 1;
    }
    let value = chinese_numeral(&printed);
    let unit = match text.get(next) {
        Some('年') if value.is_some_and(is_year) => Unit::Year,
        Some('月') => Unit::Month,
        Some('日') => Unit::Day,
        Some(_) => measure(text, next),
        None => Unit::None,
    };
    if matches!(unit, Unit::None | Unit::Foreign) || text.get(at.wrapping_sub(1)) == Some(&'第') {
        return None;
    }
    approximate |= after_is_approximate(text, next + 1);
    // 三五件 is a number all the same: what it says is not to be known.
    let value = Decimal::whole(value.unwrap_or_else(|| {
        approximate = true;
        0
    }));
    Some(Number { range: at..next + 1, value, unit, approximate })
}

fn measure(text: &[char], at: usize) -> Unit {
    let one = text[at];
    let next = text.get(at + 1).copied();
    let other = OTHER_WORDS
        .iter()
        .any(|(measure, followers)| *measure == one && next.is_some_and(|next| followers.contains(next)));
    if other || FOREIGN.contains(one) {
        Unit::Foreign
    } else if MEASURES.contains(one) {
        Unit::Pieces
    } else {
        Unit::None
    }
}

fn is_year(value: i64) -> bool {
    (1949..=2100).contains(&value)
}

/// A number that is part of something longer: a range, a telephone number, a version, 35kV.
fn is_joined(text: &[char], next: usize) -> bool {
    match text.get(next) {
        Some('至' | '到') => text.get(next + 1).copied().and_then(digit).is_some(),
        Some(one) => {
            matches!(one, '-' | '—' | '~' | '/' | '.' | '+' | '第' | '〔') || one.is_ascii_alphabetic()
        }
        None => false,
    }
}

/// The second number of 10至20件, 1-6件.
fn is_range_end(text: &[char], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|index| text[index]);
    matches!(before(1), Some('至' | '到' | '-' | '—' | '~' | '/')) && before(2).and_then(digit).is_some()
}

fn after_spaces(text: &[char], mut at: usize) -> usize {
    while text.get(at).is_some_and(|one| one.is_whitespace()) {
        at += 1;
    }
    at
}

fn before_is_approximate(text: &[char], at: usize) -> bool {
    let mut end = at;
    while end > 0 && text[end - 1].is_whitespace() {
        end -= 1;
    }
    APPROXIMATE_BEFORE.iter().any(|word| {
        let length = word.chars().count();
        end >= length && text[end - length..end].iter().copied().eq(word.chars())
    })
}

fn after_is_approximate(text: &[char], at: usize) -> bool {
    let rest = &text[at.min(text.len())..];
    APPROXIMATE_AFTER.iter().any(|word| {
        let length = word.chars().count();
        rest.len() >= length && rest[..length].iter().copied().eq(word.chars())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form::plain;

    fn numbers(text: &str) -> Vec<(String, Unit, bool)> {
        let text: Vec<char> = text.chars().map(plain).collect();
        tokens(&text)
            .into_iter()
            .filter_map(|token| match token {
                Token::Number(number) => Some((number.value.to_string(), number.unit, number.approximate)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn numbers_come_with_their_units() {
        use Unit::*;
        type Read = &'static [(&'static str, Unit, bool)];
        let cases: &[(&str, Read)] = &[
            ("收到申请81件", &[("81", Pieces, false)]),
            ("收到申请１，４６６ 件", &[("1466", Pieces, false)]),
            ("2022年,共收到10件", &[("2022", Year, false), ("10", Pieces, false)]),
            ("占45.3%", &[("45.3", Percent, false)]),
            ("占４５．３％", &[("45.3", Percent, false)]),
            ("八十一件", &[("81", Pieces, false)]),
            ("一百三十件，两件", &[("130", Pieces, false), ("2", Pieces, false)]),
            ("二〇二四年，一万零五十件", &[("2024", Year, false), ("10050", Pieces, false)]),
            ("十余件，近百件", &[("10", Pieces, true), ("0", Pieces, true)]),
            ("三五件，30多件，20件左右", &[("0", Pieces, true), ("30", Pieces, true), ("20", Pieces, true)]),
            ("1.2万件", &[("12000", Pieces, false)]),
            ("一是加强，二是改进；三审三校；第三条；高效办成一件事", &[]),
            ("部分公开67，占4.61%", &[("67", None, false), ("4.61", Percent, false)]),
            ("2月19日", &[("2", Month, false), ("19", Day, false)]),
            ("共1,234件,5件", &[("1234", Pieces, false), ("5", Pieces, false)]),
            ("0599-6812321", &[("599", Foreign, false), ("6812321", Foreign, false)]),
            (
                "3个月，20个工作日，10至20件",
                &[
                    ("3", Foreign, false),
                    ("20", Foreign, false),
                    ("10", Foreign, false),
                    ("20", Foreign, false),
                ],
            ),
        ];
        for (text, expected) in cases {
            let expected: Vec<_> =
                expected.iter().map(|(value, unit, about)| ((*value).to_owned(), *unit, *about)).collect();
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
