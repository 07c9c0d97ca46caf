//! The form's words found in print. A printed label is folded to what tells it apart (no white space, no
//! punctuation, plain characters, its numbering taken off) and compared with the wordings that stand beside the
//! form's rows, columns and headings.

use super::characters::{is_of_words, plain};
use super::{
    Applicant, Article20, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow, Track,
};
use crate::sorted::{self, Listed};
use std::sync::LazyLock;

/// What a printed label of the statutory tables means. Words that stand for several things (总计, 其他, 小计) are
/// words of their own here; the table around them decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// A row of table 3 whose words tell it apart.
    Row(RequestRow),
    /// A group of rows of table 3: （三）不予公开.
    Group(OutcomeGroup),
    /// 三、本年度办理结果.
    Results,
    /// The note in the corner of table 3.
    ReconciliationNote,
    /// 申请人情况.
    Applicants,
    /// 法人或其他组织.
    LegalPersons,
    /// A column of table 3 whose words tell it apart.
    Applicant(Applicant),
    /// 第二十条第（一）项 and its kin.
    Article(Article20),
    /// 信息内容.
    Content,
    /// A row of table 2.
    Item(Item),
    /// A column of table 2, and the edition that this wording belongs to.
    Field(ItemField, Edition),
    /// 本年新, what is left of 本年新制作数量 and 本年新公开数量 where a line break was taken for the end.
    NewField,
    /// A track of table 4.
    Track(Track),
    /// 行政诉讼, over two tracks of table 4.
    Suits,
    /// A column of table 4 whose words tell it apart.
    Outcome(DisputeOutcome),
    /// 总计, 合计.
    Total,
    /// 其他.
    Other,
    /// 小计.
    Subtotal,
}

/// How nearly a printed label has the form's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// A wording that is known.
    Exact,
    /// A known wording with more words behind or a group's name before it.
    Extended,
    /// The beginning of a known wording: the rest was cut off or stands elsewhere.
    Cut,
    /// A character or two away from one wording and from no other.
    Near,
}

/// The number printed before a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// 一、
    Top(u8),
    /// （一）
    Bracketed(u8),
    /// 1. or （1） or ①
    Digit(u8),
}

impl Numbering {
    /// The number itself.
    pub fn number(self) -> u8 {
        match self {
            Numbering::Top(number) | Numbering::Bracketed(number) | Numbering::Digit(number) => number,
        }
    }
}

/// A printed label that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it means.
    pub word: Word,
    /// How nearly it has the form's words.
    pub closeness: Closeness,
    /// The number printed before it.
    pub numbering: Option<Numbering>,
}

/// Labels longer than this many bytes are prose.
const LONGEST_LABEL: usize = 270;

impl Label {
    /// Understands a printed label; `None` where it is none of the form's, or could be several.
    pub fn of(text: &str) -> Option<Label> {
        if text.len() > LONGEST_LABEL {
            return None;
        }
        let (numbering, rest) = split_numbering(text);
        let folded = fold(rest);
        if folded.is_empty() {
            return None;
        }
        let lost_mark = || {
            // 一本年新收…: the mark behind the number is lost.
            let (number, behind) = bare_number(&folded)?;
            if numbering.is_some() || behind.is_empty() {
                return None;
            }
            Label::of_folded(Some(number), behind)
        };
        let noted = || {
            // 总计1, 自然人Natural persons: a footnote's number or a translation stands behind.
            let bare = folded.trim_end_matches(|character: char| character.is_ascii_alphanumeric());
            let (word, closeness) = known_wording(bare).filter(|_| bare.len() < folded.len())?;
            Some(Label { word: word.numbered(numbering), closeness, numbering })
        };
        Label::of_folded(numbering, &folded).or_else(lost_mark).or_else(noted)
    }

    /// Understands a label with a slip of the pen: one character in five may be wrong, missing or too many, as
    /// long as no second wording is as near.
    pub fn near(text: &str) -> Option<Label> {
        if text.len() > LONGEST_LABEL {
            return None;
        }
        let (numbering, rest) = split_numbering(text);
        let folded: Vec<char> = fold(rest).chars().listed();
        if folded.len() < 4 {
            return None;
        }
        let mut best: Option<(usize, Word)> = None;
        let mut tied = false;
        for wording in WORDINGS.iter() {
            let characters: Vec<char> = wording.text.chars().listed();
            let allowed = characters.len().min(folded.len()) / 5;
            let closest = best.map_or(allowed, |(distance, _)| allowed.min(distance));
            let Some(distance) = distance_within(&folded, &characters, closest) else { continue };
            match best {
                Some((known, other)) if known == distance => tied |= other != wording.word,
                _ => (best, tied) = (Some((distance, wording.word)), false),
            }
        }
        let (_, word) = best.filter(|_| !tied)?;
        Some(Label { word: word.numbered(numbering), closeness: Closeness::Near, numbering })
    }

    fn of_folded(numbering: Option<Numbering>, folded: &str) -> Option<Label> {
        let found =
            |word: Word, closeness| Some(Label { word: word.numbered(numbering), closeness, numbering });
        if let Some((word, closeness)) = known_wording(folded) {
            return found(word, closeness);
        }
        if let Some(article) = article(folded) {
            return found(Word::Article(article), Closeness::Exact);
        }
        if is_reconciliation_note(folded) {
            return found(Word::ReconciliationNote, Closeness::Exact);
        }
        if let Some(label) = behind_a_group(folded) {
            return Some(label);
        }
        beginning_of_one(folded).and_then(|word| found(word, Closeness::Cut))
    }
}

impl Word {
    /// The form's own numbers tell words apart that are alike: （六）其他, 3.其他, （七）总计.
    fn numbered(self, numbering: Option<Numbering>) -> Word {
        match (self, numbering) {
            (Word::Other, Some(Numbering::Bracketed(_))) => Word::Group(OutcomeGroup::Other),
            (Word::Other, Some(Numbering::Digit(_))) => Word::Row(RequestRow::OtherOther),
            (Word::Total, Some(Numbering::Bracketed(_))) => Word::Row(RequestRow::OutcomeTotal),
            _ => self,
        }
    }
}

/// Folds a text to what tells words apart: white space, punctuation and the pronunciations that mirrored pages
/// put in brackets are dropped, every character is plain.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let character = plain(character);
        if is_of_words(character) {
            folded.push(character);
        } else if character == '('
            && let Some(behind) = behind_pronunciation(rest.as_str()).or_else(|| behind_unit(rest.as_str()))
        {
            rest = behind.chars();
        }
    }
    folded
}

/// The text behind `shù)`; `None` where the bracket holds anything but small Latin letters.
fn behind_pronunciation(text: &str) -> Option<&str> {
    let end = text.find([')', '）'])?;
    let inside = &text[..end];
    let is_latin = |character: char| {
        character.is_ascii_lowercase() || matches!(character, '\u{e0}'..='\u{2af}' | '\u{300}'..='\u{36f}')
    };
    (end > 0 && end <= 16 && inside.chars().all(is_latin))
        .then(|| text[end..].trim_start_matches([')', '）']))
}

/// The text behind `件）`: the unit that some publishers add to a label.
fn behind_unit(text: &str) -> Option<&str> {
    ["单位：件", "单位:件", "件"].iter().find_map(|unit| text.strip_prefix(unit)?.strip_prefix([')', '）']))
}

/// True for folded words that name a table: …统计表.
pub fn is_name_of_a_table(folded: &str) -> bool {
    folded.ends_with('表')
}

/// Takes the number off the start of a label: `一、`, `（一）`, `1.`, `1．`, `1、`, `（1）`, `①`, `第一部分`.
pub fn split_numbering(text: &str) -> (Option<Numbering>, &str) {
    let start = text.trim_start_matches(is_skipped);
    let numbered = numbering_at_start(start);
    match numbered {
        Some((numbering, rest)) => (Some(numbering), rest),
        None => (None, start),
    }
}

fn is_skipped(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '#' | '*' | '●' | '■' | '◆')
}

fn numbering_at_start(text: &str) -> Option<(Numbering, &str)> {
    let first = text.chars().next()?;
    let behind_first = &text[first.len_utf8()..];
    let enclosed = |start: char| u8::try_from(first as u32 - start as u32 + 1).ok();
    match first {
        '①'..='⑳' => return Some((Numbering::Digit(enclosed('①')?), behind_first)),
        '⑴'..='⒇' => return Some((Numbering::Digit(enclosed('⑴')?), behind_first)),
        '⒈'..='⒛' => return Some((Numbering::Digit(enclosed('⒈')?), behind_first)),
        '㈠'..='㈩' => return Some((Numbering::Bracketed(enclosed('㈠')?), behind_first)),
        _ => {}
    }
    if matches!(plain(first), '(' | '[' | '〔' | '【' | '﹙') {
        let (number, is_digit, rest) = numeral_at_start(behind_first.trim_start())?;
        let rest = rest.trim_start();
        let mark =
            rest.chars().next().filter(|mark| matches!(plain(*mark), ')' | ']' | '〕' | '】' | '﹚'))?;
        let rest = behind_marks(&rest[mark.len_utf8()..]);
        let numbering = if is_digit { Numbering::Digit(number) } else { Numbering::Bracketed(number) };
        return Some((numbering, rest));
    }
    if first == '第' {
        let (number, _, rest) = numeral_at_start(behind_first.trim_start())?;
        let rest = rest.trim_start().strip_prefix("部分")?;
        return Some((Numbering::Top(number), behind_marks(rest)));
    }
    let (number, is_digit, rest) = numeral_at_start(text)?;
    let behind = rest.trim_start();
    let next = behind.chars().next()?;
    let numbering = if is_digit { Numbering::Digit(number) } else { Numbering::Top(number) };
    match plain(next) {
        ')' if !is_digit => Some((Numbering::Bracketed(number), behind_marks(&behind[next.len_utf8()..]))),
        '、' | '.' | ',' | ':' | ')' | ';' | '·' | '。' | '丶' | '﹑' => {
            let rest = &behind[next.len_utf8()..];
            // 2.5 is a number.
            let goes_on = rest.chars().next().is_some_and(|character| plain(character).is_ascii_digit());
            (!goes_on).then(|| (numbering, behind_marks(rest)))
        }
        _ if behind.len() < rest.len() && is_of_words(plain(next)) && !plain(next).is_ascii_digit() => {
            Some((numbering, behind))
        }
        _ => None,
    }
}

fn behind_marks(text: &str) -> &str {
    text.trim_start_matches(|mark: char| {
        is_skipped(mark) || matches!(plain(mark), '、' | '.' | ',' | ':' | '·')
    })
}

/// A number from 1 to 99 in Chinese numerals or in digits, whether it was in digits, and what follows it.
fn numeral_at_start(text: &str) -> Option<(u8, bool, &str)> {
    let is_numeral = |character: char| NUMERALS.contains(plain(character));
    let chinese = text.len() - text.trim_start_matches(is_numeral).len();
    if chinese > 0 {
        return Some((small_numeral(&text[..chinese])?, false, &text[chinese..]));
    }
    let is_digit = |character: char| plain(character).is_ascii_digit();
    let rest = text.trim_start_matches(is_digit);
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() || digits.chars().count() > 2 {
        return None;
    }
    let number = digits.chars().fold(0u8, |value, digit| value * 10 + (plain(digit) as u8 - b'0'));
    Some((number, true, rest))
}

const NUMERALS: &str = "一二三四五六七八九十";

fn small_numeral(text: &str) -> Option<u8> {
    let numeral = |character: char| {
        NUMERALS
            .chars()
            .position(|known| known == plain(character))
            .and_then(|index| u8::try_from(index + 1).ok())
    };
    let mut characters = text.chars();
    let (first, second, third) = (characters.next(), characters.next(), characters.next());
    if characters.next().is_some() {
        return None;
    }
    match (numeral(first?)?, second.map(numeral), third.map(numeral)) {
        (number, None, _) => Some(number),
        (10, Some(Some(unit)), None) if unit < 10 => Some(10 + unit),
        (tens, Some(Some(10)), None) if tens < 10 => Some(tens * 10),
        (tens, Some(Some(10)), Some(Some(unit))) if tens < 10 && unit < 10 => Some(tens * 10 + unit),
        _ => None,
    }
}

/// A number at the start of a folded text whose mark is lost.
fn bare_number(folded: &str) -> Option<(Numbering, &str)> {
    let first = folded.chars().next()?;
    let rest = &folded[first.len_utf8()..];
    if let Some(digit) = first.to_digit(10) {
        return Some((Numbering::Digit(u8::try_from(digit).ok()?), rest));
    }
    let index = NUMERALS.chars().position(|numeral| numeral == first)?;
    Some((Numbering::Bracketed(u8::try_from(index + 1).ok()?), rest))
}

/// One wording and what it means.
struct Wording {
    /// The wording without `…`.
    text: &'static str,
    /// True where more may follow.
    open: bool,
    word: Word,
}

/// Every wording, by its text, so that those with one beginning stand together.
static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let mut all: Vec<Wording> = every_wording()
        .flat_map(|(word, wordings)| {
            wordings.iter().map(move |wording| match wording.strip_suffix('…') {
                Some(text) => Wording { text, open: true, word },
                None => Wording { text: wording, open: false, word },
            })
        })
        .listed();
    sorted::sort_by_key(&mut all, |wording| wording.text);
    all
});

/// The wordings that begin with the first character of `text`.
fn beginning_like(text: &str) -> &'static [Wording] {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let first = &text[..first];
    let start = WORDINGS.partition_point(|wording| wording.text < first);
    let length = WORDINGS[start..].partition_point(|wording| wording.text.starts_with(first));
    &WORDINGS[start..start + length]
}

/// Every word whose wordings are listed, with those wordings: folded; `…` at the end stands for anything more.
fn every_wording() -> impl Iterator<Item = (Word, &'static [&'static str])> {
    let rows = RequestRow::ALL.into_iter().map(|row| (Word::Row(row), row.wordings()));
    let groups = OutcomeGroup::ALL.into_iter().map(|group| (Word::Group(group), group.wordings()));
    let applicants = Applicant::ALL.into_iter().map(|kind| (Word::Applicant(kind), kind.wordings()));
    let items = Item::ALL.into_iter().map(|item| (Word::Item(item), item.wordings()));
    let fields = Edition::ALL.into_iter().flat_map(|edition| {
        ItemField::ALL.into_iter().map(move |field| (Word::Field(field, edition), field.wordings(edition)))
    });
    let tracks = Track::ALL.into_iter().map(|track| (Word::Track(track), track.wordings()));
    let outcomes =
        DisputeOutcome::ALL.into_iter().map(|outcome| (Word::Outcome(outcome), outcome.wordings()));
    GENERAL
        .iter()
        .copied()
        .chain(rows)
        .chain(groups)
        .chain(applicants)
        .chain(items)
        .chain(fields)
        .chain(tracks)
        .chain(outcomes)
}

/// Words of the tables that are neither rows nor columns of one meaning.
const GENERAL: &[(Word, &[&str])] = &[
    (Word::Total, &["总计", "合计", "共计", "总数", "总合计"]),
    (Word::Other, &["其他"]),
    (Word::Subtotal, &["小计"]),
    (Word::Results, &["本年度办理结果", "本年办理结果", "办理结果", "年度办理结果", "本年度办理情况"]),
    (Word::Applicants, &["申请人情况", "申请人", "申请人类型", "申请人类别"]),
    (
        Word::LegalPersons,
        &[
            "法人或其他组织",
            "法人和其他组织",
            "法人及其他组织",
            "法人其他组织",
            "法人或者其他组织",
            "法人或组织",
        ],
    ),
    (Word::Content, &["信息内容", "信息类别", "公开内容"]),
    (Word::NewField, &["本年新", "本年度新"]),
    (Word::Suits, &["行政诉讼", "行政诉讼情况", "行政诉讼案件"]),
];

fn known_wording(folded: &str) -> Option<(Word, Closeness)> {
    let mut best: Option<(usize, Word, Closeness)> = None;
    for wording in beginning_like(folded).iter().filter(|wording| folded.starts_with(wording.text)) {
        let closeness = match wording.open {
            _ if folded.len() == wording.text.len() => Closeness::Exact,
            true => Closeness::Extended,
            false => continue,
        };
        if best.is_none_or(|(length, ..)| wording.text.len() > length) {
            best = Some((wording.text.len(), wording.word, closeness));
        }
    }
    best.map(|(_, word, closeness)| (word, closeness))
}

/// A row's label that is printed in one with its group's: 不予公开1属于国家秘密.
fn behind_a_group(folded: &str) -> Option<Label> {
    let mut groups = OutcomeGroup::ALL.into_iter().flat_map(|group| group.wordings().iter());
    let mut results =
        GENERAL.iter().filter(|(word, _)| *word == Word::Results).flat_map(|(_, words)| words.iter());
    let behind_results = results.find_map(|name| folded.strip_prefix(*name));
    let within = behind_results.unwrap_or(folded);
    let within = bare_number(within).map_or(within, |(_, behind)| behind);
    let rest = groups
        .find_map(|name| within.strip_prefix(*name))
        .filter(|rest| !rest.is_empty())
        .or(behind_results)?;
    let (numbering, words) = match bare_number(rest) {
        Some((numbering, words)) => (Some(numbering), words),
        None => (None, rest),
    };
    let (word, _) = known_wording(words)?;
    let word = word.numbered(numbering);
    matches!(word, Word::Row(_) | Word::Group(_) | Word::Subtotal).then_some(Label {
        word,
        closeness: Closeness::Extended,
        numbering,
    })
}

/// The only word whose wording begins with this text, if it is long enough to tell.
fn beginning_of_one(folded: &str) -> Option<Word> {
    if folded.chars().count() < 5 {
        return None;
    }
    let mut found = None;
    for wording in beginning_like(folded).iter().filter(|wording| wording.text.starts_with(folded)) {
        if found.is_some_and(|known| known != wording.word) {
            return None;
        }
        found = Some(wording.word);
    }
    found
}

/// `第二十条第（一）项`, however its numbers are printed, alone or with a few words around it.
fn article(folded: &str) -> Option<Article20> {
    let (start, length) = ["第二十条", "第20条"]
        .into_iter()
        .find_map(|name| folded.find(name).map(|start| (start, name.len())))?;
    if start > 60 {
        return None;
    }
    let rest = &folded[start + length..];
    let rest = rest.strip_prefix("第一款").unwrap_or(rest);
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let numeral = rest.chars().next()?;
    let behind = rest[numeral.len_utf8()..].strip_prefix('项')?;
    if behind.chars().count() > 12 {
        return None;
    }
    Article20::ALL.into_iter().find(|article| article.numerals().contains(&numeral))
}

fn is_reconciliation_note(folded: &str) -> bool {
    folded.contains("勾稽关系") || folded.contains("等于第三项加第四项") || folded.starts_with("本列数据的")
}

/// The words of a table's head that were printed or extracted in one: `尚未审结总计`, `信息内容本年处理决定数量`.
/// `None` where any of the text is left over.
pub fn words_in_one(text: &str) -> Option<Vec<Word>> {
    if text.len() > LONGEST_LABEL {
        return None;
    }
    let folded = fold(text);
    let mut words = Vec::new();
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let longest = beginning_like(rest)
            .iter()
            .filter(|wording| wording.word.is_of_a_head() && rest.starts_with(wording.text))
            .max_by_key(|wording| wording.text.len())?;
        let (length, word) = (longest.text.len(), longest.word);
        words.push(word);
        rest = &rest[length..];
    }
    (words.len() > 1).then_some(words)
}

impl Word {
    /// True for the words that stand in the head of a table.
    pub fn is_of_a_head(self) -> bool {
        match self {
            Word::Applicants
            | Word::LegalPersons
            | Word::Applicant(_)
            | Word::Content
            | Word::Field(..)
            | Word::NewField
            | Word::Track(_)
            | Word::Suits
            | Word::Outcome(_)
            | Word::Total
            | Word::Other
            | Word::Subtotal => true,
            Word::Row(_)
            | Word::Group(_)
            | Word::Results
            | Word::ReconciliationNote
            | Word::Article(_)
            | Word::Item(_) => false,
        }
    }
}

/// True where a text is nothing but pieces of the head of table 3, as a column of narrow squares is extracted:
/// `商业企科研机社会公法律服`.
pub fn is_debris_of_requests_head(text: &str) -> bool {
    is_debris(text, "申请人情况自然人法人或其他组织商业企业科研机构社会公益组织法律服务机构总计")
}

/// True where a text is nothing but pieces of the head of table 4: `结果结果其他尚未`.
pub fn is_debris_of_disputes_head(text: &str) -> bool {
    is_debris(text, "行政复议行政诉讼未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计")
}

fn is_debris(text: &str, head: &str) -> bool {
    let mut length = 0;
    for character in text.chars().map(plain) {
        if is_of_words(character) {
            if !head.contains(character) {
                return false;
            }
            length += 1;
        }
    }
    length >= 2
}

/// The edit distance between two words if it is at most `most`.
fn distance_within(left: &[char], right: &[char], most: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=right.len()).listed();
    for (index, character) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        let mut least = row[0];
        for column in 1..row.len() {
            let change = diagonal + usize::from(right[column - 1] != *character);
            diagonal = row[column];
            row[column] = change.min(row[column] + 1).min(row[column - 1] + 1);
            least = least.min(row[column]);
        }
        if least > most {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(label: Option<Label>) -> String {
        label.map_or("-".to_owned(), |label| format!("{:?} {:?}", label.word, label.closeness))
    }

    #[test]
    fn labels_are_understood_however_they_are_printed() {
        let cases = [
            ("一、本年新收政府信息公开申请数量", "Row(NewReceived) Exact"),
            ("一本年新收政府信息公开申请数量", "Row(NewReceived) Exact"),
            ("二、上年结转 政府信息\n公开申请数量", "Row(CarriedIn) Exact"),
            ("三、本年度办理结果", "Results Exact"),
            ("三\n、\n本\n年\n度\n办\n理\n结\n果", "Results Exact"),
            ("三 、本 年 度办 理 结果", "Results Exact"),
            ("（一）予以公开", "Row(Granted) Exact"),
            ("(一) 予以公开", "Row(Granted) Exact"),
            ("一）予以公开", "Row(Granted) Exact"),
            ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "Row(PartiallyGranted) Exact"),
            ("（二）部分公开(区分处理的,只计这一情况,不计其他情形)", "Row(PartiallyGranted) Extended"),
            ("（二）部分公开", "Row(PartiallyGranted) Exact"),
            ("（三）不予 公开", "Group(Denied) Exact"),
            ("1. 属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("1．属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("1、属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("①属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("（1）属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("1属于国家秘密", "Row(DeniedStateSecret) Exact"),
            ("（三）不予公开1.属于国家秘密", "Row(DeniedStateSecret) Extended"),
            ("三、本年度办理结果（三）不予公开1.属于国家秘密", "Row(DeniedStateSecret) Extended"),
            ("三、本年度办理结果（一）予以公开", "Row(Granted) Extended"),
            ("三、本年度办理结果（六）其他处理3.其他", "Row(OtherOther) Extended"),
            ("自然人Natural persons", "Applicant(NaturalPerson) Exact"),
            ("行政许可1", "Item(Licences) Exact"),
            ("2.其他法律、行政法规禁止公开", "Row(DeniedProhibitedByLaw) Exact"),
            ("2.其他法律行政止公开", "Row(DeniedProhibitedByLaw) Extended"),
            ("2.其他法律行政法规禁", "Row(DeniedProhibitedByLaw) Extended"),
            ("3.危及“三安全一稳定”", "Row(DeniedSecurityStability) Exact"),
            ("3.危及\"三安全一稳定\"", "Row(DeniedSecurityStability) Exact"),
            ("3.危及「三安全一穩定」", "Row(DeniedSecurityStability) Exact"),
            ("5.属于三类内容事务信息", "Row(DeniedInternalAffairs) Exact"),
            ("5.属于三类内部事务信", "Row(DeniedInternalAffairs) Extended"),
            ("7.属于行政执法案卷信息", "Row(DeniedEnforcementFile) Exact"),
            ("（四）无法提供", "Group(Unable) Exact"),
            ("4.无正当理由大量反复 申请", "Row(RejectedExcessive) Exact"),
            ("5.要求行政机关确认或重新出具已获取信息", "Row(RejectedReconfirmation) Exact"),
            ("（六）其他处理", "Group(Other) Exact"),
            ("（六）其他", "Group(Other) Exact"),
            ("1.逾期不补正", "Row(OtherCorrectionOverdue) Exact"),
            (
                "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
                "Row(OtherCorrectionOverdue) Exact",
            ),
            ("2.申请人逾期未按收费", "Row(OtherFeeOverdue) Extended"),
            ("3.其他", "Row(OtherOther) Exact"),
            ("3.其它", "Row(OtherOther) Exact"),
            ("其他", "Other Exact"),
            ("（七）总计", "Row(OutcomeTotal) Exact"),
            ("七总计", "Row(OutcomeTotal) Exact"),
            ("总 计", "Total Exact"),
            ("合计", "Total Exact"),
            ("小计", "Subtotal Exact"),
            ("四、结转下年度继续办理", "Row(CarriedOut) Exact"),
            ("四、结转下一年度继续办理", "Row(CarriedOut) Extended"),
            (
                "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                "ReconciliationNote Exact",
            ),
            ("商业 企业", "Applicant(CommercialEnterprise) Exact"),
            ("科研企业", "Applicant(ResearchInstitution) Exact"),
            ("法人或其他组织", "LegalPersons Exact"),
            ("第二十条  第(六)项", "Article(Six) Exact"),
            ("第二十条第（一）项", "Article(One) Exact"),
            ("《条例》第20条第（8）项", "Article(Eight) Exact"),
            ("规範性檔案", "Item(NormativeDocuments) Exact"),
            ("行政事业型收费", "Item(Fees) Exact"),
            ("本年新\n制作数量", "Field(NewlyMade, Y2019) Exact"),
            ("本年新", "NewField Exact"),
            ("本年增/减", "Field(ItemsChange, Y2019) Exact"),
            ("处理决定数量", "Field(Decisions, Y2019) Exact"),
            ("本年处理决定数量", "Field(Decisions, Y2021) Exact"),
            ("本年收费金额（单位：万元）", "Field(AmountWanYuan, Y2021) Exact"),
            ("现行有效件数（历史累计）", "Field(InForce, Y2021) Exact"),
            ("本年度制发数", "Field(Issued, Y2021) Exact"),
            ("行政复议", "Track(Reconsideration) Exact"),
            ("行政诉讼（未经复议直接起诉）", "Track(SuitDirect) Exact"),
            ("结果\n维持", "Outcome(Upheld) Exact"),
            ("數(shù)据", "-"),
            ("⾏政许可", "Item(Licences) Exact"),
            ("其中：网络申请", "-"),
            ("类别", "-"),
            ("数据1", "-"),
            ("", "-"),
            ("81", "-"),
            ("根据条例第二十条第（一）项的规定，本机关应当主动公开下列信息", "-"),
        ];
        for (printed, expected) in cases {
            assert_eq!(show(Label::of(printed)), expected, "{printed}");
        }
    }

    #[test]
    fn slips_of_the_pen_are_near_one_wording_or_none() {
        let cases = [
            ("8.属于行证查询事项", "Row(DeniedAdministrativeQuery) Near"),
            ("1.本机关不掌屋相关政府信息", "Row(UnableNotHeld) Near"),
            ("本年费止件数", "Field(Repealed, Y2021) Near"),
            ("3.要求提供公布出版物", "Row(RejectedPublication) Near"),
            ("属于国家利益", "-"),
            ("今年本机关主动公开政府信息", "-"),
        ];
        for (printed, expected) in cases {
            assert_eq!(show(Label::near(printed)), expected, "{printed}");
        }
    }

    #[test]
    fn the_forms_own_words_are_among_the_wordings() {
        for row in RequestRow::ALL {
            let label = row.label().zh;
            let generic = matches!(
                row,
                RequestRow::DeniedTotal
                    | RequestRow::UnableTotal
                    | RequestRow::RejectedTotal
                    | RequestRow::OtherTotal
            );
            if !generic {
                assert_eq!(Label::of(label).map(|label| label.word), Some(Word::Row(row)), "{label}");
            }
        }
        for (word, wordings) in every_wording() {
            for wording in wordings {
                let stem = wording.trim_end_matches('…');
                assert_eq!(fold(stem), stem, "a wording is folded");
                let others =
                    every_wording().filter(|(other, words)| *other != word && words.contains(wording));
                assert_eq!(others.count(), 0, "{wording} means one thing");
            }
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for text in ["一、（二）部分公開(區分)", "數(shù)量：１２.５", " \u{200b}a（b）c ", "", "((("]
        {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
        assert_eq!(fold("數(shù)量(liàng)"), "数量");
    }

    #[test]
    fn heads_are_taken_apart() {
        let words = words_in_one("尚未审结总计").unwrap();
        assert_eq!(words, [Word::Outcome(DisputeOutcome::Pending), Word::Total]);
        let words = words_in_one("信息内容本年处理决定数量").unwrap();
        assert_eq!(words, [Word::Content, Word::Field(ItemField::Decisions, Edition::Y2021)]);
        assert_eq!(words_in_one("商业企科研机社会公法律服"), None);
        assert!(is_debris_of_requests_head("商业企科研机社会公法律服"));
        assert!(is_debris_of_disputes_head("结果结果其他尚未"));
        assert!(!is_debris_of_disputes_head("规章"));
    }
}
