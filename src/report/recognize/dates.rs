//! Dates in print: the statistical period, the publication date, years in Arabic digits and in Chinese numerals.

use super::lines::{Kind, Lines, Piece};
use super::sections::Heading;
use super::wording::{DATED_WORDS, DAYS, MONTH, PERIOD_LINKS, PERIOD_WORDS, PUBLISHED_WORDS, YEAR};
use crate::document::{Document, Place};
use crate::number;
use crate::report::form::{fold, is_of_words, plain, plain_text};
use crate::report::{Date, Located, Period};
use crate::sorted::Listed;

/// What a report says of its statistical period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PeriodFound {
    /// The period, both ends read.
    pub(super) period: Option<Located<Period>>,
    /// Where a period is stated whose dates cannot be read.
    pub(super) mangled: Option<Place>,
}

/// Finds the stated period. A statement broken over lines of text is read across them.
pub(super) fn period(lines: &Lines<'_>) -> PeriodFound {
    const MOST_LINES: usize = 3;
    let mut found = PeriodFound::default();
    for line in 0..lines.len() {
        for piece in lines.pieces(line).iter().filter(|piece| piece.is_words() && !piece.from_above) {
            let plain = plain_text(piece.text);
            let Some(word) = PERIOD_WORDS.iter().filter_map(|word| plain.find(word)).min() else {
                continue;
            };
            let mut text: String = plain[word..].to_owned();
            for next in line + 1..(line + MOST_LINES).min(lines.len()) {
                if lines.line(next).grid {
                    break;
                }
                lines.pieces(next).iter().for_each(|piece| {
                    text.push(' ');
                    text.push_str(piece.text);
                });
            }
            match period_in(&text) {
                Ok(Some(period)) => {
                    found.period = Some(Located { value: period, place: piece.place });
                    return found;
                }
                Ok(None) => {}
                Err(Mangled) => {
                    found.mangled.get_or_insert(piece.place);
                }
            }
        }
    }
    found
}

/// Two dates seem to be meant and cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mangled;

/// The first two dates of a text that are linked as the ends of a period. The second may leave out its year.
fn period_in(text: &str) -> Result<Option<Period>, Mangled> {
    const NEAR: usize = 120;
    let characters: Vec<char> = text.chars().take(NEAR).map(plain).listed();
    for start in 0..characters.len() {
        let Some((from, end)) = date_at(&characters, start) else { continue };
        let mut next = end;
        while characters.get(next).is_some_and(|character| PERIOD_LINKS.contains(character)) {
            next += 1;
        }
        if next == end {
            continue;
        }
        let second = date_at(&characters, next)
            .or_else(|| month_and_day_at(&characters, next, from.year))
            .or_else(|| month_and_day_at(&characters, next.saturating_sub(1), from.year));
        if let Some((to, _)) = second {
            return if from <= to { Ok(Some(Period { from, to })) } else { Err(Mangled) };
        }
    }
    // 统计期限为202111日至1231日: digits where dates should be.
    let sentence = characters.iter().take(60).take_while(|character| **character != '。');
    let digits = sentence.clone().filter(|character| character.is_ascii_digit()).count();
    let linked = sentence.clone().any(|character| matches!(character, '至' | '到'));
    if digits > 4 && linked { Err(Mangled) } else { Ok(None) }
}

/// A whole date at `start`: `2021年2月19日`, `2021-02-19`, `2021/2/19`, `2021.2.19`, `二〇二一年二月十九日`.
fn date_at(characters: &[char], start: usize) -> Option<(Date, usize)> {
    if start > 0 && characters[start - 1].is_ascii_digit() {
        return None;
    }
    let (year, next) = year_at(characters, start)?;
    let next = skip_spaces(characters, next);
    let mark = *characters.get(next)?;
    match mark {
        YEAR => month_and_day_at(characters, next + 1, year),
        '-' | '/' | '.' => {
            let (month, next) = small_number_at(characters, next + 1)?;
            let next = skip_spaces(characters, next);
            let same = characters.get(next) == Some(&mark);
            let (day, next) = small_number_at(characters, next + usize::from(same)).filter(|_| same)?;
            Some((date(year, month, day)?, next))
        }
        _ => None,
    }
}

/// `1月1日` at `start`.
fn month_and_day_at(characters: &[char], start: usize, year: u16) -> Option<(Date, usize)> {
    let (month, next) = small_number_at(characters, skip_spaces(characters, start))?;
    let next = skip_spaces(characters, next);
    if !matches!(characters.get(next), Some(&MONTH) | Some('.')) {
        return None;
    }
    let (day, next) = small_number_at(characters, skip_spaces(characters, next + 1))?;
    let end = skip_spaces(characters, next);
    let end = if characters.get(end).is_some_and(|mark| DAYS.contains(mark)) { end + 1 } else { next };
    Some((date(year, month, day)?, end))
}

fn skip_spaces(characters: &[char], start: usize) -> usize {
    let spaces =
        characters[start.min(characters.len())..].iter().take_while(|character| character.is_whitespace());
    start + spaces.count()
}

/// Four digits, Arabic or Chinese, that are a year from 1900 to 2999; spaces may stand between them.
fn year_at(characters: &[char], start: usize) -> Option<(u16, usize)> {
    let mut year = 0u16;
    let mut next = start;
    for index in 0..4 {
        if index > 0 {
            next = skip_spaces(characters, next);
        }
        let character = *characters.get(next)?;
        let digit = match character.to_digit(10) {
            Some(digit) => i64::from(digit),
            None => {
                number::chinese_numeral(character.encode_utf8(&mut [0; 4])).filter(|value| *value < 10)?
            }
        };
        year = year * 10 + u16::try_from(digit).ok()?;
        next += 1;
    }
    let goes_on = characters.get(next).is_some_and(char::is_ascii_digit);
    ((1900..3000).contains(&year) && !goes_on).then_some((year, next))
}

/// One or two digits, or a Chinese numeral.
fn small_number_at(characters: &[char], start: usize) -> Option<(u8, usize)> {
    let start = skip_spaces(characters, start);
    let run = |is: fn(char) -> bool| {
        characters[start.min(characters.len())..].iter().take_while(|character| is(**character)).count()
    };
    let digits = run(|character| character.is_ascii_digit());
    if digits > 0 {
        let text: String = characters[start..start + digits].iter().collect();
        return text.parse().ok().filter(|_| digits <= 2).map(|value| (value, start + digits));
    }
    let numerals = run(number::is_chinese_numeral);
    let text: String = characters[start..start + numerals].iter().collect();
    let value = number::chinese_numeral(&text)?;
    Some((u8::try_from(value).ok()?, start + numerals))
}

fn date(year: u16, month: u8, day: u8) -> Option<Date> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (1..=days).contains(&day).then_some(Date { year, month, day })
}

/// The first year in a folded text that is followed by 年, with its range of bytes up to and including 年 or 年度.
pub(super) fn year_in(folded: &str) -> Option<(u16, std::ops::Range<usize>)> {
    let positions: Vec<(usize, char)> = folded.char_indices().listed();
    let characters: Vec<char> = positions.iter().map(|(_, character)| *character).listed();
    for start in 0..characters.len() {
        if start > 0 && characters[start - 1].is_ascii_digit() {
            continue;
        }
        let Some((year, next)) = year_at(&characters, start) else { continue };
        if characters.get(next) == Some(&YEAR) {
            let degree = usize::from(characters.get(next + 1) == Some(&'度'));
            let end = positions.get(next + 1 + degree).map_or(folded.len(), |(byte, _)| *byte);
            return Some((year, positions[start].0..end));
        }
    }
    None
}

/// The year that the text of the sections speaks of most: not the years of cited documents and plans, which are
/// fewer. `None` on a tie.
pub(super) fn year_of_text(lines: &Lines<'_>, headings: &[Heading]) -> Option<Located<u16>> {
    let first = headings.first()?;
    let mut counts: Vec<(u16, usize, Place)> = Vec::new();
    for line in (first.line..lines.len()).filter(|line| !lines.line(*line).grid) {
        for piece in lines.pieces(line) {
            let folded = fold(piece.text);
            let mut rest = folded.as_str();
            while let Some((year, range)) = year_in(rest) {
                match counts.iter_mut().find(|(known, ..)| *known == year) {
                    Some((_, count, _)) => *count += 1,
                    None => counts.push((year, 1, piece.place)),
                }
                rest = &rest[range.end..];
            }
        }
    }
    let most = counts.iter().map(|(_, count, _)| *count).max()?;
    let mut leading = counts.into_iter().filter(|(_, count, _)| *count == most);
    let (value, _, place) = leading.next()?;
    leading.next().is_none().then_some(Located { value, place })
}

/// The publication date: as the page labels it, as its metadata have it, as it stands alone under the title or at
/// the end.
pub(super) fn published(
    document: &Document,
    lines: &Lines<'_>,
    title: Option<Place>,
) -> Option<Located<Date>> {
    labelled(lines, PUBLISHED_WORDS)
        .or_else(|| {
            let value = first_date(document.properties.published.as_deref()?)?;
            Some(Located { value, place: Place::default() })
        })
        .or_else(|| labelled(lines, DATED_WORDS))
        .or_else(|| alone_under_title(lines, title))
        .or_else(|| alone_at_end(lines))
}

/// A date behind one of `labels`: in the same text, or in the next square or line.
fn labelled(lines: &Lines<'_>, labels: &[&str]) -> Option<Located<Date>> {
    const BETWEEN: usize = 6;
    for line in 0..lines.len() {
        let pieces = lines.pieces(line);
        for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.is_words()) {
            let text = plain_text(piece.text);
            for label in labels {
                let Some(start) = text.find(label) else { continue };
                let before = text[..start].chars().next_back();
                // 统计时间 is another matter than 时间.
                if label.len() <= 6 && before.is_some_and(is_of_words) {
                    continue;
                }
                let rest = &text[start + label.len()..];
                let characters: Vec<char> = rest.chars().take(40).map(plain).listed();
                let here = (0..characters.len().min(BETWEEN))
                    .take_while(|start| *start == 0 || !is_of_words(characters[start - 1]))
                    .find_map(|start| date_at(&characters, start));
                if let Some((value, _)) = here {
                    return Some(Located { value, place: piece.place });
                }
                let ends_here =
                    rest.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, ':' | '：'));
                if !ends_here.is_empty() || start > 0 {
                    continue;
                }
                let next = match pieces.get(index + 1) {
                    Some(next) => Some(next),
                    None if line + 1 < lines.len() => lines.pieces(line + 1).first(),
                    None => None,
                };
                if let Some(value) = next.and_then(lone_date) {
                    return Some(Located { value, place: next.map_or(piece.place, |next| next.place) });
                }
            }
        }
    }
    None
}

fn first_date(text: &str) -> Option<Date> {
    let characters: Vec<char> = text.chars().take(60).map(plain).listed();
    (0..characters.len()).find_map(|start| date_at(&characters, start)).map(|(date, _)| date).or_else(|| {
        // 20210219
        let digits: String = characters.iter().take_while(|character| character.is_ascii_digit()).collect();
        if digits.len() < 8 {
            return None;
        }
        date(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..8].parse().ok()?)
    })
}

/// The date of a text that is nothing else, brackets and a time of day aside.
fn lone_date(piece: &Piece<'_>) -> Option<Date> {
    const LONGEST: usize = 60;
    if piece.text.len() > LONGEST {
        return None;
    }
    let mark = |character: char| {
        character.is_whitespace() || matches!(character, '(' | ')' | '（' | '）' | ':' | '：' | '。')
    };
    let text = piece.text.trim_matches(mark);
    let characters: Vec<char> = text.chars().map(plain).listed();
    let (date, end) = date_at(&characters, 0)?;
    characters[end..]
        .iter()
        .all(|character| character.is_ascii_digit() || matches!(character, ':' | ' ' | 'T' | '.' | '+' | 'Z'))
        .then_some(date)
}

fn alone_under_title(lines: &Lines<'_>, title: Option<Place>) -> Option<Located<Date>> {
    const LINES_UNDER: usize = 5;
    let title = title?;
    let first = (0..lines.len()).find(|line| lines.line(*line).block >= title.block)?;
    let mut under = (first..lines.len().min(first + LINES_UNDER)).flat_map(|line| lines.pieces(line));
    under.find_map(|piece| lone_date(piece).map(|value| Located { value, place: piece.place }))
}

fn alone_at_end(lines: &Lines<'_>) -> Option<Located<Date>> {
    const LINES_AT_END: usize = 15;
    let last = (lines.len().saturating_sub(LINES_AT_END)..lines.len()).rev();
    last.filter_map(|line| {
        let mut written = lines.pieces(line).iter().filter(|piece| piece.kind != Kind::Empty);
        let (Some(piece), None) = (written.next(), written.next()) else { return None };
        lone_date(piece).map(|value| Located { value, place: piece.place })
    })
    .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_or_known_to_be_mangled() {
        let period = |text: &str| match period_in(text) {
            Ok(None) => "-".to_owned(),
            Err(Mangled) => "mangled".to_owned(),
            Ok(Some(Period { from, to })) => {
                format!("{}-{}-{} {}-{}-{}", from.year, from.month, from.day, to.year, to.month, to.day)
            }
        };
        let cases = [
            ("统计期限为2022年1月1日至12月31日。", "2022-1-1 2022-12-31"),
            ("统计期限从2019年1月1日到12月31日止。", "2019-1-1 2019-12-31"),
            ("统计周期 为 2024 年 1 月 1 日至 12 月 31 日。", "2024-1-1 2024-12-31"),
            ("统计期限自 2023 年 1 月 1 日 起至 2023 年 12 月 31 日止", "2023-1-1 2023-12-31"),
            ("统计期限：2022.1.1-2022.12.31", "2022-1-1 2022-12-31"),
            ("统计期限：2022.1.1—12.31", "2022-1-1 2022-12-31"),
            ("统计期限为二〇二二年一月一日至十二月三十一日", "2022-1-1 2022-12-31"),
            ("统计期限为２０２２年１月１日－１２月３１日", "2022-1-1 2022-12-31"),
            ("统计期限为202111日至1231日", "mangled"),
            ("统计期限为2025  1  1  日至12月31日", "mangled"),
            ("统计期限为2022年度", "-"),
            ("统计数据来自各单位", "-"),
            ("统计期限为2022年12月31日至2022年1月1日", "mangled"),
        ];
        for (text, expected) in cases {
            assert_eq!(period(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_every_writing() {
        let cases = [
            ("2021-02-19", Some((2021, 2, 19))),
            ("2021/2/19", Some((2021, 2, 19))),
            ("2021.02.19", Some((2021, 2, 19))),
            ("2021 年 2 月 19 日", Some((2021, 2, 19))),
            ("二〇二一年二月十九日", Some((2021, 2, 19))),
            ("２０２１－０２－１９", Some((2021, 2, 19))),
            ("2021-02-19T08:30:00+08:00", Some((2021, 2, 19))),
            ("20210219", Some((2021, 2, 19))),
            ("2021-02-30", None),
            ("2021-13-01", None),
            ("12021-02-19", None),
            ("2021年2月", None),
        ];
        for (text, expected) in cases {
            let read = first_date(text).map(|date| (date.year, date.month, date.day));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn years_are_found_with_their_range() {
        let cases = [
            ("云陂县2023年度政府信息公开", Some((2023, "2023年度"))),
            ("二〇二三年云陂县", Some((2023, "二〇二三年"))),
            ("云陂县二零二零年年报", Some((2020, "二零二零年"))),
            ("第12023年", None),
            ("没有年份", None),
        ];
        for (text, expected) in cases {
            let read = year_in(text).map(|(year, range)| (year, &text[range]));
            assert_eq!(read, expected, "{text}");
        }
    }
}
