//! Exact decimals, and how they are read off print. Figures are compared, added and printed without a float
//! anywhere.

use crate::sorted::Listed;
use std::cmp::Ordering;
use std::fmt;

/// An exact decimal: `mantissa / 10^scale`, with the scale as printed (`6187.40` keeps two places).
///
/// Equality and order are by value: `1.50 == 1.5`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };

    /// `mantissa / 10^scale`; `None` past nine places.
    pub const fn new(mantissa: i64, scale: u8) -> Option<Decimal> {
        if scale > 9 { None } else { Some(Decimal { mantissa, scale }) }
    }

    /// A whole number.
    pub const fn whole(value: i64) -> Decimal {
        Decimal { mantissa: value, scale: 0 }
    }

    /// The value as a whole number, or `None` if it has a fraction.
    pub fn to_whole(self) -> Option<i64> {
        let unit = 10i64.pow(self.scale.into());
        (self.mantissa % unit == 0).then_some(self.mantissa / unit)
    }

    /// The sum, or `None` if it does not fit.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.rescaled(scale)?.checked_add(other.rescaled(scale)?)?;
        Some(Decimal { mantissa, scale })
    }

    /// The difference, or `None` if it does not fit.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(other.checked_neg()?)
    }

    /// How many places were printed after the point.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Below nought.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Equal to nought.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The value times `10^power` (万 is 4, 亿 is 8), or `None` if it does not fit.
    pub fn times_ten_to(self, power: u8) -> Option<Decimal> {
        if self.scale >= power {
            return Some(Decimal { mantissa: self.mantissa, scale: self.scale - power });
        }
        let factor = 10i64.checked_pow(u32::from(power - self.scale))?;
        Some(Decimal { mantissa: self.mantissa.checked_mul(factor)?, scale: 0 })
    }

    /// The value over `10^power` with as many more places, or `None` past nine places: 元 in 万元 is `over_ten_to(4)`.
    pub fn over_ten_to(self, power: u8) -> Option<Decimal> {
        Decimal::new(self.mantissa, self.scale.checked_add(power)?)
    }

    /// The opposite value, or `None` if it does not fit.
    pub fn checked_neg(self) -> Option<Decimal> {
        Some(Decimal { mantissa: self.mantissa.checked_neg()?, scale: self.scale })
    }

    fn rescaled(self, scale: u8) -> Option<i64> {
        self.mantissa.checked_mul(10i64.checked_pow(u32::from(scale - self.scale))?)
    }

    fn wide(self, scale: u8) -> i128 {
        i128::from(self.mantissa) * 10i128.pow(u32::from(scale - self.scale))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal::whole(value)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.wide(scale).cmp(&other.wide(scale))
    }
}

impl fmt::Display for Decimal {
    /// As printed: the sign, the digits, and as many places as the scale says.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(formatter, "{}", self.mantissa);
        }
        let unit = 10u64.pow(self.scale.into());
        let magnitude = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let width = usize::from(self.scale);
        write!(formatter, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit)
    }
}

/// A number in Arabic digits as it was printed, and the unusual in its writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// What it says, unsigned; `None` where it does not fit or has more than nine significant places.
    pub value: Option<Decimal>,
    /// Length in bytes of what was read.
    pub length: usize,
    /// Some digit or mark is full-width: `１２`.
    pub full_width: bool,
    /// Thousands are set apart by commas: `1,234`, `1，234`, `1٬234`.
    pub separated: bool,
    /// Thousands are set apart by spaces: `1 234`.
    pub spaced: bool,
    /// Noughts stand before the whole part: `007`.
    pub leading_zeros: bool,
}

/// Reads the number in Arabic digits, half- or full-width, at the very start of `text`; `None` if there is none.
///
/// A separator belongs to the number only where the grouping is right (`1,234,567`, not `12,34`); a point only
/// where a digit follows. What is left over is the caller's to judge. With `spaces`, groups of three may also
/// be set apart by a space.
pub fn digits_at_start(text: &str, spaces: bool) -> Option<Digits> {
    let mut full_width = false;
    let whole = run_of_digits(text, &mut full_width);
    if whole == 0 {
        return None;
    }
    let mut length = whole;
    let mut separator = None;
    let groupable = count_digits(&text[..whole]) <= 3 && digit(text.chars().next()?) != Some(0);
    while let Some(mark) = text[length..].chars().next().filter(|_| groupable) {
        let rest = &text[length..];
        let kind = match mark {
            ',' | '，' | '٬' => ',',
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' if spaces => ' ',
            _ => break,
        };
        let mut wide = mark == '，';
        let group = run_of_digits(&rest[mark.len_utf8()..], &mut wide);
        let group_text = &rest[mark.len_utf8()..mark.len_utf8() + group];
        if count_digits(group_text) != 3 || separator.is_some_and(|known| known != kind) {
            break;
        }
        separator = Some(kind);
        full_width |= wide;
        length += mark.len_utf8() + group;
    }
    let whole_part = &text[..length];
    let leading_zeros = count_digits(&text[..whole]) > 1 && digit(text.chars().next()?) == Some(0);
    let mut fraction = "";
    let point = text[length..].chars().next().filter(|mark| matches!(mark, '.' | '．'));
    if let Some(point) = point {
        let start = length + point.len_utf8();
        let places = run_of_digits(&text[start..], &mut full_width);
        if places > 0 {
            full_width |= point == '．';
            fraction = &text[start..start + places];
            length = start + places;
        }
    }
    Some(Digits {
        value: exact(whole_part, fraction),
        length,
        full_width,
        separated: separator == Some(','),
        spaced: separator == Some(' '),
        leading_zeros,
    })
}

/// The value of an Arabic digit, half- or full-width or of the mathematical alphabets.
pub fn digit(character: char) -> Option<u8> {
    match character {
        '0'..='9' => Some(character as u8 - b'0'),
        '０'..='９' => u8::try_from(character as u32 - '０' as u32).ok(),
        '\u{1d7ce}'..='\u{1d7ff}' => u8::try_from((character as u32 - 0x1d7ce) % 10).ok(),
        _ => None,
    }
}

/// True for the characters that Chinese numerals are written with.
pub fn is_chinese_numeral(character: char) -> bool {
    chinese_digit(character).is_some() || chinese_unit(character).is_some()
}

/// The whole number that `text` says in Chinese numerals: `十二`, `一百三十`, `二〇二三`, `两千零五`.
///
/// `None` for anything else, for what says no exact number (`三五`, `一百五`) and for an empty text.
pub fn chinese_numeral(text: &str) -> Option<i64> {
    let mut digits = 0usize;
    let mut zeros = 0usize;
    let mut units = 0usize;
    for character in text.chars() {
        match chinese_digit(character) {
            Some(value) => {
                digits += 1;
                zeros += usize::from(value == 0);
            }
            None if chinese_unit(character).is_some() => units += 1,
            None => return None,
        }
    }
    match (digits, units) {
        (0, 0) => None,
        (1, 0) => text.chars().next().and_then(chinese_digit).map(i64::from),
        // Two digits side by side are as often "three to five" as a number.
        (2, 0) if zeros == 0 => None,
        (_, 0) => text.chars().try_fold(0i64, |value, character| {
            value.checked_mul(10)?.checked_add(i64::from(chinese_digit(character)?))
        }),
        _ => spelled_numeral(text),
    }
}

fn spelled_numeral(text: &str) -> Option<i64> {
    let (mut total, mut section, mut pending) = (0i64, 0i64, None::<i64>);
    let (mut last_small, mut last_large) = (10_000i64, i64::MAX);
    let mut zero_before = false;
    let mut last_unit = 1i64;
    for character in text.chars() {
        if let Some(value) = chinese_digit(character) {
            if pending.is_some() {
                return None;
            }
            if value == 0 {
                zero_before = true;
            } else {
                pending = Some(i64::from(value));
            }
            continue;
        }
        let unit = chinese_unit(character)?;
        if unit >= 10_000 {
            if unit >= last_large {
                return None;
            }
            section += pending.take().unwrap_or(0);
            if section == 0 {
                return None;
            }
            total = total.checked_add(section.checked_mul(unit)?)?;
            (section, last_large, last_small, zero_before) = (0, unit, 10_000, false);
        } else {
            // Only 十 may stand without a digit, and only where nothing larger came before it.
            let count = match pending.take() {
                Some(count) => count,
                None if unit == 10 && section == 0 => 1,
                None => return None,
            };
            if unit >= last_small {
                return None;
            }
            section += count * unit;
            (last_small, zero_before) = (unit, false);
        }
        last_unit = unit;
    }
    if let Some(rest) = pending {
        // 一百五 may mean 150: a last digit must follow 十, a nought, or stand alone.
        if last_unit > 10 && !zero_before {
            return None;
        }
        section += rest;
    }
    total.checked_add(section)
}

fn chinese_digit(character: char) -> Option<u8> {
    Some(match character {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn chinese_unit(character: char) -> Option<i64> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Length in bytes of the digits at the start of `text`.
fn run_of_digits(text: &str, full_width: &mut bool) -> usize {
    let mut length = 0;
    for character in text.chars() {
        if digit(character).is_none() {
            break;
        }
        *full_width |= character.len_utf8() > 1;
        length += character.len_utf8();
    }
    length
}

fn count_digits(text: &str) -> usize {
    text.chars().filter(|character| digit(*character).is_some()).count()
}

fn exact(whole: &str, fraction: &str) -> Option<Decimal> {
    let mut places: Vec<u8> = fraction.chars().filter_map(digit).listed();
    while places.len() > 9 && places.last() == Some(&0) {
        places.pop();
    }
    let scale = u8::try_from(places.len()).ok().filter(|scale| *scale <= 9)?;
    let mantissa = whole
        .chars()
        .filter_map(digit)
        .chain(places)
        .try_fold(0i64, |value, next| value.checked_mul(10)?.checked_add(i64::from(next)))?;
    Decimal::new(mantissa, scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_far_as_they_are_one_number() {
        // text, what is read (value as printed), what is left over
        let cases = [
            ("81", "81", ""),
            ("1,234件", "1234", "件"),
            ("1，234，567", "1234567", ""),
            ("12,34", "12", ",34"),
            ("1,2345", "1", ",2345"),
            ("0,123", "0", ",123"),
            ("1234,567", "1234", ",567"),
            ("１２．５", "12.5", ""),
            ("6187.40万元", "6187.40", "万元"),
            ("12.", "12", "."),
            ("1.属于", "1", ".属于"),
            ("1 234", "1234", ""),
            ("3 4", "3", " 4"),
            ("1,234 567", "1234", " 567"),
            ("4068.2080000000", "4068.208000000", ""),
            ("007", "7", ""),
            ("99999999999999999999", "-", ""),
            ("0.1234567891", "-", ""),
        ];
        for (text, value, rest) in cases {
            let digits = digits_at_start(text, true).unwrap();
            let read = digits.value.map_or("-".to_owned(), |value| value.to_string());
            assert_eq!((read.as_str(), &text[digits.length..]), (value, rest), "{text}");
        }
        assert_eq!(digits_at_start("1 234", false).unwrap().value, Some(Decimal::whole(1)));
        assert_eq!(digits_at_start("一", true), None);
        assert!(digits_at_start("１", true).unwrap().full_width);
        assert!(digits_at_start("007", true).unwrap().leading_zeros);
        assert!(!digits_at_start("0.7", true).unwrap().leading_zeros);
    }

    #[test]
    fn chinese_numerals_say_a_number_or_nothing() {
        let cases = [
            ("零", Some(0)),
            ("两", Some(2)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("一百三十", Some(130)),
            ("一百零五", Some(105)),
            ("一百五", None),
            ("三五", None),
            ("二〇", Some(20)),
            ("二〇二三", Some(2023)),
            ("三千四百五十六", Some(3456)),
            ("一万二千", Some(12_000)),
            ("一万零二十", Some(10_020)),
            ("二亿", Some(200_000_000)),
            ("十百", None),
            ("百", None),
            ("万", None),
            ("", None),
            ("十二件", None),
        ];
        for (text, value) in cases {
            assert_eq!(chinese_numeral(text), value, "{text}");
        }
    }

    #[test]
    fn values_not_scales_are_compared_and_places_are_kept() {
        let price = Decimal::new(618_740, 2).unwrap();
        assert_eq!(price, Decimal::new(61_874, 1).unwrap());
        assert_eq!(price.to_string(), "6187.40");
        assert_eq!(Decimal::new(-5, 2).unwrap().to_string(), "-0.05");
        assert_eq!(price.checked_sub(Decimal::whole(6187)).unwrap().to_string(), "0.40");
        assert_eq!(price.to_whole(), None);
        assert_eq!(Decimal::new(300, 2).unwrap().to_whole(), Some(3));
        assert_eq!(Decimal::new(12, 1).unwrap().times_ten_to(4).unwrap().to_whole(), Some(12_000));
        assert_eq!(Decimal::whole(251_000).over_ten_to(4).unwrap(), Decimal::new(251, 1).unwrap());
        assert_eq!(price.over_ten_to(8), None);
        assert_eq!(Decimal::whole(i64::MAX).checked_add(Decimal::whole(1)), None);
    }
}
