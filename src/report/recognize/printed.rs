//! What stands in one cell: the printed text to a state, a unit, a remark and the manner of its writing.

use super::wording::{
    AMOUNT_UNITS, BEFORE_A_NUMBER, DASH_WORDS, DOWN_WORDS, MEASURE_WORDS, REMARK_OPENINGS, UNITS_ALONE,
    UP_WORDS,
};
use crate::number::{self, Decimal};
use crate::report::{Manner, State, Unit};
use crate::sorted;

/// What a cell counts, which decides what 万 means in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Things.
    Count,
    /// Money.
    Money,
}

/// What one cell's text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) state: State,
    pub(super) unit: Option<Unit>,
    pub(super) remark: Option<String>,
    /// In order, no doubles.
    pub(super) manners: Vec<Manner>,
}

/// Reads a cell's text. Whatever is not plainly one number is [`State::Unreadable`], never a guess.
pub(super) fn read(raw: &str, measure: Measure) -> Reading {
    if is_blank(raw) {
        return Reading::of(State::Blank);
    }
    let text = without_blank(raw);
    if let Some(remark) = dash(text) {
        return Reading { remark: remark.map(str::to_owned), ..Reading::of(State::Dash) };
    }
    number(text, measure).unwrap_or_else(|| {
        let mut reading = Reading::of(State::Unreadable);
        if holds_several(text) {
            reading.manners.push(Manner::Several);
        }
        reading
    })
}

/// True where nothing is printed: white space of any kind, leftovers of markup, a lone `|`, a line to write on, a unit
/// whose number was never written.
pub(super) fn is_blank(text: &str) -> bool {
    let mark = |character: char| {
        is_blank_character(character)
            || opens_bracket(character)
            || closes_bracket(character)
            || matches!(character, '_' | '＿')
    };
    let text = without_blank(text).trim_matches(mark);
    text.is_empty() || UNITS_ALONE.contains(&text)
}

/// True where the text begins as a number, a sign before a number, a dash or a word for nothing does, so that
/// it belongs among the values of a row and not among its labels.
pub(super) fn looks_like_value(text: &str) -> bool {
    let text = without_blank(text);
    let Some(first) = text.chars().next() else { return false };
    if number::digit(first).is_some() {
        // `1.属于国家秘密` and `2023年…` begin with digits and are words.
        return number::digits_at_start(text, true)
            .is_some_and(|digits| !read_on_as_words(&text[digits.length..]));
    }
    !matches!(read(text, Measure::Money).state, State::Unreadable | State::Blank)
}

/// True for a unit or a bracketed remark alone, as it stands apart from its number in a line of text.
pub(super) fn is_unit_or_remark(text: &str) -> bool {
    let text = without_blank(text);
    if text.starts_with(opens_bracket) {
        return text.ends_with(closes_bracket);
    }
    matches!(unit_at_start(text, Measure::Money), (Some(_), ""))
}

/// True where what follows the digits is not a unit, a remark or more digits.
fn read_on_as_words(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_blank_character);
    let Some(first) = rest.chars().next() else { return false };
    if !is_word(first) {
        // `1.` and `1、` alone are the numbers of labels that stand elsewhere.
        let after = rest[first.len_utf8()..].trim_start_matches(is_blank_character);
        return matches!(first, '.' | '．' | '、' | '，' | ',' | ')' | '）')
            && after.chars().next().is_none_or(is_word);
    }
    let (unit, after) = unit_at_start(rest, Measure::Money);
    let after = after.trim_start_matches(is_blank_character);
    unit.is_none() && !REMARK_OPENINGS.iter().any(|opening| rest.starts_with(opening))
        || after.chars().next().is_some_and(is_word)
            && !REMARK_OPENINGS.iter().any(|opening| after.starts_with(opening))
}

fn is_word(character: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&character) || character.is_ascii_alphabetic()
}

impl Reading {
    fn of(state: State) -> Reading {
        Reading { state, unit: None, remark: None, manners: Vec::new() }
    }
}

/// The text without white space, zero-width characters and leftovers of markup at its ends.
fn without_blank(text: &str) -> &str {
    const LEFTOVERS: [&str; 5] = ["&nbsp;", "&nbsp", "<o:p>", "</o:p>", "<o:p/>"];
    let mut text = text.trim_matches(is_blank_character);
    while text.starts_with(['&', '<']) || text.ends_with([';', '>', 'p']) {
        let before = text;
        for leftover in LEFTOVERS {
            text = text.strip_prefix(leftover).unwrap_or(text);
            text = text.strip_suffix(leftover).unwrap_or(text);
        }
        if text == before {
            break;
        }
        text = text.trim_matches(is_blank_character);
    }
    text
}

fn is_blank_character(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '|' | '｜' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
                | '\u{feff}' | '\u{ad}' | '"' | '\'' | '“' | '”' | '‘' | '’' | '\u{3164}' | '\u{2800}' | '\0'..='\u{1f}'
        )
}

/// A dash or a word for nothing, with the remark beside it if there is one; `None` for anything else.
fn dash(text: &str) -> Option<Option<&str>> {
    if !text.is_empty() && text.chars().all(|character| is_dash(character) || is_blank_character(character)) {
        return Some(None);
    }
    let word = DASH_WORDS.iter().find(|word| text.starts_with(**word))?;
    let rest = text[word.len()..].trim_matches(is_blank_character);
    match rest.chars().next() {
        None => Some(None),
        Some('。') if rest.chars().nth(1).is_none() => Some(None),
        Some(first) if opens_bracket(first) && rest.ends_with(closes_bracket) => Some(Some(rest)),
        Some(_) => None,
    }
}

fn is_dash(character: char) -> bool {
    matches!(
        character,
        '/' | '\\' | '-' | '／' | '＼' | '－' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2215}'
                | '\u{2571}'
                | '\u{2572}'
    )
}

fn opens_bracket(character: char) -> bool {
    matches!(character, '(' | '（' | '[' | '［' | '【' | '〔' | '﹙')
}

fn closes_bracket(character: char) -> bool {
    matches!(character, ')' | '）' | ']' | '］' | '】' | '〕' | '﹚')
}

/// One number with whatever may stand around it; `None` where it is not plainly one.
fn number(text: &str, measure: Measure) -> Option<Reading> {
    let mut reading = Reading::of(State::Unreadable);
    let mut rest = text;
    let mut negative = false;
    let mut full_width = false;
    let mut word_sign = false;
    let mut currency = false;
    if let Some(sign) = sign_at_start(rest) {
        (negative, full_width, word_sign) = (sign.negative, sign.full_width, sign.in_words);
        rest = rest[sign.length..].trim_start_matches(is_blank_character);
    } else if let Some(word) = BEFORE_A_NUMBER.iter().find(|word| rest.starts_with(**word)) {
        rest = rest[word.len()..].trim_start_matches(is_blank_character);
    }
    if let Some(symbol) = rest.chars().next().filter(|symbol| matches!(symbol, '¥' | '￥')) {
        currency = true;
        rest = rest[symbol.len_utf8()..].trim_start_matches(is_blank_character);
    }
    let (value, length) = match number::digits_at_start(rest, true) {
        Some(digits) => {
            full_width |= digits.full_width;
            reading.manners.extend(digits.spaced.then_some(Manner::Spaced));
            reading.manners.extend(digits.separated.then_some(Manner::Separated));
            reading.manners.extend(digits.leading_zeros.then_some(Manner::LeadingZeros));
            (digits.value?, digits.length)
        }
        None if rest.starts_with(['.', '．']) => {
            let point = rest.chars().next().map_or(0, char::len_utf8);
            let digits = number::digits_at_start(&rest[point..], false)?;
            let places = u8::try_from(rest[point..point + digits.length].chars().count()).ok()?;
            let whole = digits.value?.to_whole()?;
            full_width |= digits.full_width || point > 1;
            (Decimal::new(whole, places)?, point + digits.length)
        }
        None => {
            let length = chinese_length(rest);
            // A lone 一 is as often a dash as a one.
            if rest[..length] == *"一" && rest.len() == length {
                return None;
            }
            reading.manners.push(Manner::Chinese);
            (Decimal::whole(number::chinese_numeral(&rest[..length])?), length)
        }
    };
    let value = if negative { value.checked_neg()? } else { value };
    reading.state = State::Number(value);
    if full_width {
        reading.manners.insert(0, Manner::FullWidth);
    }
    reading.manners.extend(word_sign.then_some(Manner::WordSign));
    sorted::sort(&mut reading.manners);

    let (unit, after) = unit_at_start(rest[length..].trim_start_matches(is_blank_character), measure);
    reading.unit = unit.or(currency.then_some(Unit::Yuan));
    let after = after.trim_matches(is_blank_character);
    remark(after, &mut reading)?;
    Some(reading)
}

/// Takes what stands behind the number and its unit as a remark; `None` where it is no remark, so that the
/// number is not certain.
fn remark(after: &str, reading: &mut Reading) -> Option<()> {
    let Some(first) = after.chars().next() else { return Some(()) };
    if opens_bracket(first) {
        if !after.ends_with(closes_bracket) {
            return None;
        }
        let inside = after.trim_matches(|mark| opens_bracket(mark) || closes_bracket(mark));
        if reading.unit.is_none()
            && let (Some(unit), "") = unit_at_start(inside.trim(), Measure::Money)
        {
            reading.unit = Some(unit);
        } else if inside.trim_matches(is_blank_character).is_empty() {
            return Some(());
        } else {
            reading.remark = Some(after.to_owned());
        }
        return Some(());
    }
    let words = after.trim_start_matches(['，', ',', '；', ';', '。', ' ', '\n']);
    if words.is_empty() && first != ',' {
        return Some(());
    }
    let is_raised = |mark: char| matches!(mark, '*' | '＊' | '※' | '①'..='⑨' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '[' | ']');
    let mark_of_a_note = after.chars().count() <= 3 && after.chars().all(is_raised);
    if mark_of_a_note || REMARK_OPENINGS.iter().any(|opening| words.starts_with(opening)) {
        reading.remark = Some(words.to_owned());
        return Some(());
    }
    None
}

struct Sign {
    negative: bool,
    full_width: bool,
    in_words: bool,
    length: usize,
}

fn sign_at_start(text: &str) -> Option<Sign> {
    let first = text.chars().next()?;
    let mark = |negative: bool, in_words: bool| {
        let full_width = matches!(first, '＋' | '－');
        Some(Sign { negative, full_width, in_words, length: first.len_utf8() })
    };
    match first {
        '+' | '＋' => return mark(false, false),
        '-' | '－' | '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' => {
            return mark(true, false);
        }
        '↑' => return mark(false, true),
        '↓' => return mark(true, true),
        _ => {}
    }
    let word = |words: &[&str], negative: bool| {
        let found = words.iter().find(|word| text.starts_with(**word))?;
        let after = &text[found.len()..];
        let gap = after.len() - after.trim_start_matches([':', '：', ' ']).len();
        Some(Sign { negative, full_width: false, in_words: true, length: found.len() + gap })
    };
    word(DOWN_WORDS, true).or_else(|| word(UP_WORDS, false))
}

fn chinese_length(text: &str) -> usize {
    text.chars().take_while(|character| number::is_chinese_numeral(*character)).map(char::len_utf8).sum()
}

/// The unit at the start of `text` and what follows it.
fn unit_at_start(text: &str, measure: Measure) -> (Option<Unit>, &str) {
    for (word, unit, money_only) in AMOUNT_UNITS {
        if let Some(rest) = strip_spaced(text, word)
            && (measure == Measure::Money || !money_only)
        {
            return (Some(*unit), rest);
        }
    }
    match text.chars().next() {
        Some(first) if MEASURE_WORDS.contains(&first) => (Some(Unit::Pieces), &text[first.len_utf8()..]),
        _ => (None, text),
    }
}

/// `text` behind `word`, which may have white space between its characters.
fn strip_spaced<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in word.chars() {
        rest = rest.trim_start_matches(is_blank_character).strip_prefix(wanted)?;
    }
    Some(rest)
}

/// More than one run of digits outside brackets.
fn holds_several(text: &str) -> bool {
    let (mut runs, mut depth, mut inside) = (0, 0usize, false);
    for character in text.chars() {
        if opens_bracket(character) {
            depth += 1;
        } else if closes_bracket(character) {
            depth = depth.saturating_sub(1);
        }
        let is_digit = depth == 0 && number::digit(character).is_some();
        if is_digit && !inside {
            runs += 1;
        }
        inside = is_digit || (inside && matches!(character, '.' | '．'));
    }
    runs > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(reading: &Reading) -> String {
        let mut parts = vec![match reading.state {
            State::Number(value) => value.to_string(),
            State::Blank => "blank".to_owned(),
            State::Dash => "dash".to_owned(),
            State::Unreadable => "unreadable".to_owned(),
        }];
        parts.extend(reading.unit.map(|unit| format!("{unit:?}")));
        parts.extend(reading.remark.as_ref().map(|remark| format!("[{remark}]")));
        parts.extend(reading.manners.iter().map(|manner| format!("{manner:?}")));
        parts.join(" ")
    }

    #[test]
    fn cells_say_a_number_or_nothing_or_cannot_be_read() {
        // what is printed, what it says
        let cases = [
            ("", "blank"),
            ("  ", "blank"),
            ("\u{a0}", "blank"),
            ("\u{3000}\u{200b}\u{feff}", "blank"),
            ("<o:p></o:p>", "blank"),
            ("<o:p>&nbsp;</o:p>", "blank"),
            ("&nbsp;", "blank"),
            ("|", "blank"),
            ("____", "blank"),
            ("____件", "blank"),
            ("（件）", "blank"),
            ("（ ）", "blank"),
            ("万元", "blank"),
            ("件件", "unreadable"),
            ("/", "dash"),
            ("\\", "dash"),
            ("-", "dash"),
            ("--", "dash"),
            ("—", "dash"),
            ("——", "dash"),
            ("— —", "dash"),
            ("–", "dash"),
            ("－", "dash"),
            ("／", "dash"),
            ("无", "dash"),
            (" 无 ", "dash"),
            ("無", "dash"),
            ("无。", "dash"),
            ("不涉及", "dash"),
            ("无（本机关无此职能）", "dash [（本机关无此职能）]"),
            ("无法统计", "unreadable"),
            ("81", "81"),
            ("      0", "0"),
            ("\u{a0}7\u{a0}", "7"),
            ("３５", "35 FullWidth"),
            ("1,234", "1234 Separated"),
            ("1，234", "1234 FullWidth Separated"),
            ("1٬234", "1234 Separated"),
            ("1,234,567.80", "1234567.80 Separated"),
            ("12,34", "unreadable Several"),
            ("1 234", "1234 Spaced"),
            ("1\u{a0}234", "1234 Spaced"),
            ("14 件", "14 Pieces"),
            ("007", "7 LeadingZeros"),
            ("00", "0 LeadingZeros"),
            ("+1", "1"),
            ("＋1", "1 FullWidth"),
            ("-2", "-2"),
            ("−2", "-2"),
            ("－2", "-2 FullWidth"),
            ("–2", "-2"),
            ("减4", "-4 WordSign"),
            ("减少 2", "-2 WordSign"),
            ("增加8", "8 WordSign"),
            ("增8", "8 WordSign"),
            ("↑8", "8 WordSign"),
            ("↓2", "-2 WordSign"),
            ("-0", "0"),
            ("增8/减2", "unreadable Several"),
            ("增/减", "unreadable"),
            ("12件", "12 Pieces"),
            ("12条", "12 Pieces"),
            ("十二", "12 Chinese"),
            ("十二件", "12 Pieces Chinese"),
            ("零", "0 Chinese"),
            ("一", "unreadable"),
            ("一件", "1 Pieces Chinese"),
            ("三五件", "unreadable"),
            ("251000元", "251000 Yuan"),
            ("6187.4万元", "6187.4 WanYuan"),
            ("6187.4 万 元", "6187.4 WanYuan"),
            ("6187.4（万元）", "6187.4 WanYuan"),
            ("1.5亿元", "1.5 YiYuan"),
            ("￥251,000.00", "251000.00 Yuan Separated"),
            ("251000元整", "251000 Yuan"),
            ("22（其中修订 16 件）", "22 [（其中修订 16 件）]"),
            ("55(含自然失效 29 件)", "55 [(含自然失效 29 件)]"),
            ("22，其中修订16件", "22 [其中修订16件]"),
            ("22件（含修订）", "22 Pieces [（含修订）]"),
            ("共12件", "12 Pieces"),
            ("约12件", "unreadable"),
            ("12余件", "unreadable"),
            ("3 4", "unreadable Several"),
            ("3/4", "unreadable Several"),
            ("3\n4", "unreadable Several"),
            ("1\n234", "unreadable Several"),
            ("3-4", "unreadable Several"),
            ("2023-01-01", "unreadable Several"),
            ("12.0", "12.0"),
            ("0.5", "0.5"),
            (".5", "0.5"),
            ("59237.2449", "59237.2449"),
            ("12.", "unreadable"),
            ("12%", "unreadable"),
            ("(2)", "unreadable"),
            ("O", "unreadable"),
            ("1O", "unreadable"),
            ("99999999999999999999", "unreadable"),
            ("1E+05", "unreadable Several"),
            ("*", "unreadable"),
            ("12*", "12 [*]"),
            ("34¹", "34 [¹]"),
            ("34。", "34"),
            ("34,", "unreadable"),
            ("'34", "34"),
            ("\"34\"", "34"),
            ("XX", "unreadable"),
            ("？", "unreadable"),
            ("详见附件", "unreadable"),
            ("12（", "unreadable"),
            ("6187.4万", "6187.4 WanYuan"),
        ];
        for (raw, expected) in cases {
            assert_eq!(show(&read(raw, Measure::Money)), expected, "{raw:?}");
        }
        assert_eq!(show(&read("1.2万", Measure::Count)), "unreadable");
        assert_eq!(show(&read("12万元", Measure::Count)), "12 WanYuan");
    }

    #[test]
    fn values_are_told_from_words() {
        let values =
            ["0", "12件", "/", "无", "22（其中修订 16 件）", "3 4", "1,234", "-2", "减4", "251000元"];
        let words = [
            "",
            "1.属于国家秘密",
            "2023年",
            "1、本机关不掌握",
            "规章",
            "一、本年新收",
            "3.其他",
            "项目",
            "1.",
        ];
        for text in values {
            assert!(looks_like_value(text), "{text}");
        }
        for text in words {
            assert!(!looks_like_value(text), "{text}");
        }
    }
}
