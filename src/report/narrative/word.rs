//! Cuts words out of running text and says what each is to the reading.

use super::token::{Mark, Number, Token, Unit};
use super::vocabulary;
use crate::report::form::{Applicant, DisputeOutcome, Item, OutcomeGroup, RequestRow, plain};
use crate::sorted::{Listed, SortedMap};
use std::ops::Range;
use std::sync::LazyLock;

/// What a word of the prose is to the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Says nothing about what is counted.
    Filler,
    /// 共, 全年, 总数: the whole of the year.
    Whole,
    /// 合计, 共计: the sum of what stands before.
    Sum,
    /// The organ itself: 我局, its name.
    Own,
    /// A government's own office.
    Office,
    /// A whole jurisdiction: 全市, 各级各部门.
    Jurisdiction,
    /// 各部门, 各乡镇: all of a jurisdiction's organs where it is named, else a part of it.
    Units,
    /// 和, 及, 或.
    Conjunction,
    /// 其中, 含, 包括.
    Including,
    /// 另, 加上, 除: beside what stands before, not within it.
    Beside,
    /// 本年度, 今年.
    ThisYear,
    /// 上年, 去年.
    LastYear,
    /// 下年, 次年.
    NextYear,
    /// A year by its number.
    Year(u16),
    /// A request by its full name: 政府信息公开申请, 依申请公开件.
    Request,
    /// 依申请公开: the field, and what is counted in it.
    ByRequest,
    /// 申请 alone.
    Applying,
    /// 申请量: how many there were in all.
    Applications,
    /// 量, 数量: what follows counts the whole of what is named.
    Amount,
    /// 政府信息公开: the field.
    Disclosure,
    /// 信息 alone.
    Information,
    /// 新收.
    NewlyReceived,
    /// 收到, 受理.
    Received,
    /// 办结, 答复.
    Answered,
    /// 办理, 处理.
    Handled,
    /// 结转.
    Carry,
    /// 正在办理.
    Pending,
    /// An outcome group by its name.
    Group(OutcomeGroup),
    /// 同意公开: disclosed, in full or in part.
    Agreed,
    /// 公开 alone.
    Disclosed,
    /// 其他 alone.
    Other,
    /// A row of table 3 by its name; false where the name is a part of the row only.
    Row(RequestRow, bool),
    /// 等, 等原因: what is named stands for more.
    AndSo,
    /// A kind of applicant; `None` for all legal persons and organisations.
    Kind(Option<Applicant>),
    /// 行政复议.
    Reconsideration,
    /// 行政诉讼.
    Suit,
    /// 未经复议直接起诉.
    SuitDirect,
    /// 复议后起诉.
    SuitAfter,
    /// 行政争议: reconsideration and litigation together.
    Dispute,
    /// 案件.
    Case,
    /// An outcome of cases.
    CaseOutcome(DisputeOutcome),
    /// 已审结.
    Closed,
    /// 因, 引发, 涉及, 属于: why or about what.
    Cause,
    /// 举报, 投诉: named beside cases in denials.
    Complaint,
    /// An item of table 2.
    Item(Item),
    /// 文件 alone.
    Document,
    /// 制发, 制定.
    Issued,
    /// 废止.
    Repealed,
    /// 现行有效.
    InForce,
    /// 新制作.
    NewlyMade,
    /// 新公开.
    NewlyDisclosed,
    /// 决定.
    Decision,
    /// 作出, 实施.
    Deciding,
    /// 占.
    Share,
    /// 均, 全部.
    All,
    /// 各.
    Each,
    /// 分别.
    Respectively,
    /// 通过, 针对: what follows narrows.
    By,
    /// 方面: what stands before narrows, unless it is the field itself.
    Aspect,
    /// A way by which requests come: 网络, 信函.
    Channel,
    /// 等渠道: every way.
    AllChannels,
    /// Narrows to a part that the tables do not show.
    Part,
    /// 上半年, 一季度.
    PartOfYear,
    /// 同比, 较上年.
    Comparing,
    /// Something else altogether.
    Foreign,
    /// 公开属性, 公文: documents marked for disclosure or not, in the words of the outcome groups.
    Marking,
    /// 未, 没有, 无.
    Deny,
    /// 败诉, 纠错率: of some only.
    Lost,
    /// Not in the vocabulary: so many characters.
    Unknown(usize),
}

impl Word {
    /// True for words that any clause may have without counting something else.
    pub(super) fn is_neutral(self) -> bool {
        matches!(
            self,
            Word::Filler
                | Word::Whole
                | Word::Amount
                | Word::Sum
                | Word::Own
                | Word::Office
                | Word::Jurisdiction
                | Word::Conjunction
                | Word::Including
                | Word::Beside
                | Word::ThisYear
                | Word::Aspect
        )
    }
}

/// Words looked up by their first character, the longest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon(SortedMap<char, Vec<(Vec<char>, Word)>>);

static VOCABULARY: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (words, meaning) in vocabulary::WORDS {
        words.split_whitespace().for_each(|word| lexicon.add(word, *meaning));
    }
    for kind in Applicant::LEGAL.into_iter().filter(|kind| *kind != Applicant::OtherOrg) {
        lexicon.add(kind.label().zh, Word::Kind(Some(kind)));
    }
    for (words, row, whole) in vocabulary::ROWS {
        words.split_whitespace().for_each(|word| lexicon.add(word, Word::Row(*row, *whole)));
    }
    lexicon
});

impl Lexicon {
    /// Words that only one report has, such as its issuer's names.
    pub(super) fn of(words: impl IntoIterator<Item = (String, Word)>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        words.into_iter().for_each(|(word, meaning)| lexicon.add(&word, meaning));
        lexicon
    }

    fn add(&mut self, word: &str, meaning: Word) {
        let letters: Vec<char> = word.chars().map(plain).listed();
        let Some(first) = letters.first().copied() else { return };
        let entries = self.0.entry(first).or_default();
        let at = entries.partition_point(|(other, _)| other.len() > letters.len());
        entries.insert(at, (letters, meaning));
    }

    /// The longest word at the start of `text`.
    fn longest(&self, text: &[char]) -> Option<(usize, Word)> {
        let entries = self.0.get(text.first()?)?;
        entries.iter().find(|(word, _)| text.starts_with(word)).map(|(word, meaning)| (word.len(), *meaning))
    }
}

/// The words of a range of tokens, in their order. `own` are the report's own words.
pub(super) fn words(text: &[char], tokens: &[Token], own: &Lexicon) -> Vec<Word> {
    let mut out = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for token in tokens {
        // Words on both sides of a pause may be one: 公民、法人和其他组织.
        let range = match token {
            Token::Words(range) => range.clone(),
            Token::Mark(Mark::Pause, at) => *at..at + 1,
            Token::Number(_) | Token::Mark(..) => {
                cut(&text[open.take().unwrap_or_default()], own, &mut out);
                if let Token::Number(number) = token {
                    out.push(of_number(text, number));
                }
                continue;
            }
        };
        open = match open {
            Some(before) if before.end == range.start => Some(before.start..range.end),
            Some(before) => {
                cut(&text[before], own, &mut out);
                Some(range)
            }
            None => Some(range),
        };
    }
    cut(&text[open.unwrap_or_default()], own, &mut out);
    out
}

fn cut(text: &[char], own: &Lexicon, out: &mut Vec<Word>) {
    let mut at = 0;
    while at < text.len() {
        if text[at].is_whitespace() || "“”‘’《》<>\"'「」、".contains(text[at]) {
            at += 1;
            continue;
        }
        let rest = &text[at..];
        let found = [VOCABULARY.longest(rest), own.longest(rest)]
            .into_iter()
            .flatten()
            .max_by_key(|(length, _)| *length);
        match found {
            Some((length, word)) => {
                out.push(word);
                at += length;
            }
            None => {
                match out.last_mut() {
                    Some(Word::Unknown(count)) => *count += 1,
                    _ => out.push(Word::Unknown(1)),
                }
                at += 1;
            }
        }
    }
}

/// A number that counts nothing here: a year, a date, a sum of money.
fn of_number(text: &[char], number: &Number) -> Word {
    let whole = number.value.to_whole();
    match number.unit {
        Unit::Year => whole.and_then(|year| u16::try_from(year).ok()).map_or(Word::Unknown(1), Word::Year),
        // 1月1日至12月31日 and 截至12月底 are the whole year; 12月 alone is a part of it.
        Unit::Month if matches!(whole, Some(1 | 12)) && is_of_a_date(text, number) => Word::Filler,
        Unit::Month => Word::PartOfYear,
        Unit::Day => Word::Filler,
        Unit::Pieces | Unit::Percent | Unit::None | Unit::Foreign => Word::Unknown(1),
    }
}

/// A month with its day, its end, or another month beside it.
fn is_of_a_date(text: &[char], month: &Number) -> bool {
    const BETWEEN_MONTHS: [char; 7] = ['至', '到', '-', '—', '–', '~', '起'];
    let behind = text[month.range.end..].iter().find(|one| !one.is_whitespace());
    let before = text[..month.range.start].iter().rfind(|one| !one.is_whitespace());
    behind.is_some_and(|one| {
        one.is_ascii_digit() || "底末一二三".contains(*one) || BETWEEN_MONTHS.contains(one)
    }) || before.is_some_and(|one| BETWEEN_MONTHS.contains(one))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::narrative::token::tokens;

    #[test]
    fn the_longest_word_is_cut_first_and_what_is_not_known_is_counted() {
        use Word::*;
        let cases: &[(&str, &[Word])] = &[
            ("全年共受理政府信息公开申请", &[Whole, Whole, Received, Request]),
            ("不予公开", &[Group(OutcomeGroup::Denied)]),
            ("依申请公开信息", &[ByRequest]),
            ("主动公开政府信息", &[Foreign, Information]),
            ("住房保障申请", &[Unknown(4), Applying]),
            ("2023年结转", &[Year(2023), Carry]),
            ("結轉下年度繼續辦理", &[Carry, NextYear, Handled]),
        ];
        for (text, expected) in cases {
            let text: Vec<char> = text.chars().map(plain).collect();
            let found = words(&text, &tokens(&text), &Lexicon::default());
            assert_eq!(found, *expected, "{}", text.iter().collect::<String>());
        }
    }

    #[test]
    fn no_word_stands_twice_with_two_meanings() {
        let mut twice = Vec::new();
        for entries in VOCABULARY.0.values() {
            for (index, (word, meaning)) in entries.iter().enumerate() {
                let again = entries[..index].iter().find(|(other, _)| other == word);
                if let Some((_, other)) = again.filter(|(_, other)| other != meaning) {
                    twice.push(format!("{}: {meaning:?}, {other:?}", word.iter().collect::<String>()));
                }
            }
        }
        assert!(twice.is_empty(), "{}", twice.join("\n"));
    }
}
