//! Cuts a paragraph into words, numbers and the marks between them.

use crate::number::Decimal;

/// A piece of a paragraph. Ranges are half-open, in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Words without a number or a mark.
    Words(std::ops::Range<usize>),
    /// A number.
    Number(Number),
    /// A mark that ends a clause.
    Mark(Mark, usize),
}

/// The marks between clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `，`.
    Comma,
    /// `；` or `：`.
    Strong,
    /// `。`, `！`, `？`.
    Stop,
    /// `（`.
    Open,
    /// `）`.
    Close,
}

/// A number in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The digits with what belongs to them (万, spaces, the unit).
    pub(super) range: std::ops::Range<usize>,
    pub(super) value: Decimal,
    pub(super) unit: Unit,
    /// 余, 近, 约, …: never compared.
    pub(super) approximate: bool,
}

/// What follows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// 件, 份, 封, 条, 宗, 起, 项, 个, 次: what requests and cases are counted in.
    Pieces,
    /// `%`.
    Percent,
    /// 年, with a number that can be one.
    Year,
    /// 元 and 万元.
    Money,
    /// No unit.
    None,
    /// A unit of other things: 月, 日, 号, 人, 篇, 次数, …
    Foreign,
}

const MEASURES: &str = "件份封条宗起项个";
const FOREIGN: &str = "月日号时分秒人篇期场家户名位所级部章页款届类种批轮岁亩米点步次天周栏级号版幅幅处";
const APPROXIMATE_BEFORE: &[&str] = &["约", "近", "逾", "超", "超过", "将近", "大约", "不足", "不少于", "余"];

/// Cuts a paragraph.
pub(super) fn tokens(text: &[char]) -> Vec<Token> {
    let mut out = Vec::new();
    let mut words = 0;
    let mut at = 0;
    let flush = |out: &mut Vec<Token>, from: usize, to: usize| {
        if from < to {
            out.push(Token::Words(from..to));
        }
    };
    while at < text.len() {
        if let Some(mark) = mark(text, at) {
            flush(&mut out, words, at);
            out.push(Token::Mark(mark, at));
            at += 1;
            words = at;
        } else if let Some(number) = number(text, at) {
            flush(&mut out, words, at);
            at = number.range.end;
            words = at;
            out.push(Token::Number(number));
        } else {
            at += 1;
        }
    }
    flush(&mut out, words, at);
    out
}

fn mark(text: &[char], at: usize) -> Option<Mark> {
    let between_digits =
        || at > 0 && text[at - 1].is_ascii_digit() && text.get(at + 1).is_some_and(char::is_ascii_digit);
    match text[at] {
        '，' => Some(Mark::Comma),
        ',' if !between_digits() => Some(Mark::Comma),
        '；' | ';' | '：' | ':' => Some(Mark::Strong),
        '。' | '！' | '？' | '!' | '?' | '\n' => Some(Mark::Stop),
        '（' | '(' | '〔' | '[' | '【' => Some(Mark::Open),
        '）' | ')' | '〕' | ']' | '】' => Some(Mark::Close),
        _ => None,
    }
}

fn number(text: &[char], at: usize) -> Option<Number> {
    if at > 0 && (digit(text[at - 1]).is_some() || text[at - 1] == '.' || text[at - 1].is_ascii_alphabetic())
    {
        return None;
    }
    let (value, mut end) = match digit(text[at]) {
        Some(_) => digits(text, at)?,
        None => numerals(text, at)?,
    };
    let arabic = digit(text[at]).is_some();
    let mut approximate = before_is_approximate(text, at);
    let skip_spaces = |mut end: usize| {
        while text.get(end).is_some_and(|one| one.is_whitespace()) {
            end += 1;
        }
        end
    };
    let after = skip_spaces(end);
    let mut value = value;
    let mut next = after;
    if arabic
        && let Some(power) = match text.get(next) {
            Some('万') => Some(4),
            Some('亿') => Some(8),
            _ => None,
        }
    {
        value = value.times_ten_to(power)?;
        next += 1;
    }
    if matches!(text.get(next), Some('余' | '多' | '来')) {
        approximate = true;
        next += 1;
    }
    next = skip_spaces(next);
    let unit = match text.get(next) {
        Some('%' | '％') => Unit::Percent,
        Some('年') if value.to_whole().is_some_and(|year| (1949..=2100).contains(&year)) => Unit::Year,
        Some('元') => Unit::Money,
        Some('人') if text.get(next + 1) == Some(&'次') => Unit::Foreign,
        Some('个') if matches!(text.get(next + 1), Some('月' | '工' | '百' | '部' | '单' | '乡' | '镇')) => {
            Unit::Foreign
        }
        Some('项') if matches!(text.get(next + 1), Some('第' | '规')) => Unit::Foreign,
        Some(one) if MEASURES.contains(*one) => Unit::Pieces,
        Some(one) if FOREIGN.contains(*one) => Unit::Foreign,
        Some('—' | '-' | '－' | '~' | '～' | '至' | '/' | '.' | '、') if !arabic => Unit::Foreign,
        _ => Unit::None,
    };
    if !arabic && matches!(unit, Unit::None | Unit::Foreign | Unit::Year) {
        return None;
    }
    if unit != Unit::None {
        end = next + 1;
    } else if next > after {
        end = next;
    }
    Some(Number { range: at..end, value, unit, approximate })
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

fn digit(one: char) -> Option<i64> {
    match one {
        '0'..='9' => Some(one as i64 - '0' as i64),
        '０'..='９' => Some(one as i64 - '０' as i64),
        _ => None,
    }
}

/// ASCII or full-width digits with thousands separators and decimals.
fn digits(text: &[char], at: usize) -> Option<(Decimal, usize)> {
    let (mut mantissa, mut scale, mut end, mut point) = (0i64, 0u8, at, false);
    while let Some(one) = text.get(end) {
        if let Some(value) = digit(*one) {
            mantissa = mantissa.checked_mul(10)?.checked_add(value)?;
            scale = if point { scale.checked_add(1)? } else { 0 };
            end += 1;
        } else if matches!(one, '.' | '．') && !point && text.get(end + 1).copied().and_then(digit).is_some()
        {
            point = true;
            end += 1;
        } else if matches!(one, ',' | '，')
            && !point
            && (1..=3).all(|offset| text.get(end + offset).copied().and_then(digit).is_some())
            && text.get(end + 4).copied().and_then(digit).is_none()
            && (*one == ',' || end - at <= 3)
        {
            end += 1;
        } else {
            break;
        }
    }
    Some((Decimal::new(mantissa, scale)?, end))
}

/// Chinese numerals up to 9999 and 万: 八十一, 一百三十, 两.
fn numerals(text: &[char], at: usize) -> Option<(Decimal, usize)> {
    let mut end = at;
    let (mut total, mut section, mut current) = (0i64, 0i64, 0i64);
    while let Some(one) = text.get(end) {
        match one {
            '零' | '〇' => {}
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
                current = current * if current > 0 { 10 } else { 0 }
                    + "一二三四五六七八九".chars().position(|digit| digit == *one)? as i64
                    + 1;
            }
            '两' => current = 2,
            '十' => section += current.max(1) * 10,
            '百' => section += current.max(1) * 100,
            '千' => section += current.max(1) * 1000,
            '万' => {
                total = (total + section + current) * 10_000;
                section = 0;
            }
            _ => break,
        }
        if matches!(one, '十' | '百' | '千' | '万') {
            current = 0;
        }
        end += 1;
        if end - at > 12 {
            return None;
        }
    }
    (end > at).then_some((Decimal::whole(total + section + current), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(String, Unit, bool)> {
        let text: Vec<char> = text.chars().collect();
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
        let cases: &[(&str, &[(&str, Unit, bool)])] = &[
            ("收到申请81件", &[("81", Unit::Pieces, false)]),
            ("收到申请１，４６６ 件", &[("1466", Unit::Pieces, false)]),
            ("2022年,共收到10件", &[("2022", Unit::Year, false), ("10", Unit::Pieces, false)]),
            ("占45.3%", &[("45.3", Unit::Percent, false)]),
            ("八十一件", &[("81", Unit::Pieces, false)]),
            ("一百三十件，两件", &[("130", Unit::Pieces, false), ("2", Unit::Pieces, false)]),
            ("十余件，近百件", &[("10", Unit::Pieces, true), ("100", Unit::Pieces, true)]),
            ("1.2万件", &[("12000", Unit::Pieces, false)]),
            ("一是加强，二是改进；三审三校", &[]),
            ("部分公开67，占4.61%", &[("67", Unit::None, false), ("4.61", Unit::Percent, false)]),
            ("2月19日", &[("2", Unit::Foreign, false), ("19", Unit::Foreign, false)]),
            ("共1,234件,5件", &[("1234", Unit::Pieces, false), ("5", Unit::Pieces, false)]),
        ];
        for (text, expected) in cases {
            let expected: Vec<_> =
                expected.iter().map(|(value, unit, about)| ((*value).to_owned(), *unit, *about)).collect();
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
