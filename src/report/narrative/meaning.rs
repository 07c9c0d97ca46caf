//! What one number means, by its words and by what stood before.

mod documents;
mod requests;

use super::clause::Count;
use super::context::{CaseTrack, Context, Time, Topic};
use super::token::Unit;
use super::word::Word;
use crate::report::claim::Quantity;
use crate::report::form::Track;
use crate::sorted::Listed;

/// What a number means, and whether every word around it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// What is counted.
    pub(super) quantity: Quantity,
    /// True where nothing about it is left open.
    pub(super) firm: bool,
    /// True where the words name only a part of what the cells hold.
    pub(super) at_most: bool,
}

impl Meaning {
    pub(super) fn of(quantity: Quantity, firm: bool) -> Meaning {
        Meaning { quantity, firm, at_most: false }
    }
}

/// What becomes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// It says something about the tables.
    Means(Meaning),
    /// It counts requests or cases in a way that the tables do not show.
    Untied,
    /// The same in another year or a part of it.
    OtherTime,
    /// It counts something else, or compares.
    Foreign,
}

/// The words of one number, looked at as a whole.
#[derive(Clone, Debug)]
pub(super) struct Bag {
    words: Vec<Word>,
}

impl Bag {
    /// The words before and after a number. Years are told apart here: the report's own says nothing, the one
    /// before and the one after do so beside 结转.
    pub(super) fn of(count: &Count, year: Option<u16>) -> Bag {
        let words: Vec<Word> = count.before.iter().chain(&count.after).copied().listed();
        let carries = words.iter().any(|word| matches!(word, Word::Carry | Word::Pending));
        let causes = words.contains(&Word::Cause)
            && words.iter().any(|word| matches!(word, Word::Reconsideration | Word::Suit | Word::Dispute));
        let of_jurisdiction = words.contains(&Word::Jurisdiction);
        let plain = |word: Word| match (word, year) {
            (Word::Units, _) if of_jurisdiction => Word::Filler,
            (Word::Units, _) => Word::Part,
            (Word::Year(found), Some(year)) if found == year => Word::ThisYear,
            (Word::Year(found), Some(year)) if carries && found + 1 == year => Word::LastYear,
            (Word::Year(found), Some(year)) if carries && found == year + 1 => Word::NextYear,
            (Word::Year(_), _) if causes => Word::Filler,
            (Word::Year(_), None) if !carries => Word::ThisYear,
            (Word::Year(_), _) => Word::Unknown(1),
            (word, _) => word,
        };
        Bag { words: words.into_iter().map(plain).listed() }
    }

    /// True where the word stands.
    pub(super) fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// True where some word fits.
    pub(super) fn any(&self, fits: impl Fn(Word) -> bool) -> bool {
        self.words.iter().copied().any(fits)
    }

    /// True where every word that says something fits.
    pub(super) fn only(&self, fits: impl Fn(Word) -> bool) -> bool {
        self.words.iter().copied().all(|word| word.is_neutral() || fits(word))
    }

    /// The words in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Word> {
        self.words.iter().copied()
    }
}

/// What a number means.
pub(super) fn read(count: &Count, context: &Context) -> Reading {
    let bag = Bag::of(count, context.year);
    if bag.has(Word::Foreign) || context.is_marking() || (bag.has(Word::Comparing) && !has_carry_in(&bag)) {
        return Reading::Foreign;
    }
    let is_time = |word| matches!(word, Word::PartOfYear);
    let off_time = context.time != Time::Whole || bag.any(is_time) || is_of_last_year(&bag);
    // 没有一起案件: what is denied is not counted.
    if count.before.contains(&Word::Deny) {
        return Reading::Foreign;
    }
    let meaning = match count.number.unit {
        Unit::Percent => requests::share(&bag, context),
        Unit::None if !count.is_last || count.before.is_empty() => None,
        Unit::None => meaning_of_count(count, &bag, context)
            .filter(|meaning| matches!(meaning.quantity, Quantity::Groups(_) | Quantity::Kind(_))),
        _ => meaning_of_count(count, &bag, context),
    };
    match meaning {
        // Another year's or half a year's: nothing that the tables could show.
        Some(_) if off_time => Reading::OtherTime,
        Some(meaning) => Reading::Means(Meaning { firm: meaning.firm && !context.is_narrowed(), ..meaning }),
        None if count.number.unit == Unit::Pieces
            && matches!(context.topic, Topic::Requests | Topic::Cases) =>
        {
            Reading::Untied
        }
        None => Reading::Foreign,
    }
}

fn meaning_of_count(count: &Count, bag: &Bag, context: &Context) -> Option<Meaning> {
    documents::item(bag, context, count)
        .or_else(|| requests::carried(bag, context))
        .or_else(|| cases(count, bag, context))
        .or_else(|| requests::outcomes(bag, context))
        .or_else(|| requests::kinds(count, bag, context))
        .or_else(|| requests::sum(count, bag, context))
        .or_else(|| requests::headline(count, bag, context))
}

/// 上年 that no 结转 goes with: 上年度收到80件.
fn is_of_last_year(bag: &Bag) -> bool {
    bag.any(|word| matches!(word, Word::LastYear | Word::NextYear))
        && !bag.any(|word| matches!(word, Word::Carry | Word::Pending))
}

fn has_carry_in(bag: &Bag) -> bool {
    bag.has(Word::Carry) && bag.any(|word| matches!(word, Word::LastYear | Word::NextYear))
}

/// Reconsideration and litigation.
fn cases(count: &Count, bag: &Bag, context: &Context) -> Option<Meaning> {
    let own = track_of(&count.before).or_else(|| track_of(&count.after));
    let outcomes: Vec<_> = bag
        .iter()
        .filter_map(|word| match word {
            Word::CaseOutcome(outcome) => Some(outcome),
            _ => None,
        })
        .listed();
    let about = context.is_about_disclosure(bag);
    if let Some(outcome) = outcomes.first().copied() {
        let track = own.or(context.track)?;
        let quantity = match track {
            CaseTrack::One(track) => Quantity::DisputeOutcome(track, outcome),
            CaseTrack::Suits => Quantity::SuitOutcome(outcome),
            CaseTrack::All => return None,
        };
        let allowed = |word| is_about_cases(word) || matches!(word, Word::CaseOutcome(_) | Word::Closed);
        let firm = outcomes.iter().all(|other| *other == outcome) && bag.only(allowed);
        return Some(Meaning::of(quantity, firm && context.cases_about_disclosure));
    }
    let is_case = bag.has(Word::Case) && context.topic == Topic::Cases;
    let track = own.or(context.track.filter(|_| is_case))?;
    if bag.any(|word| matches!(word, Word::Deny | Word::Decision | Word::Lost)) {
        return None;
    }
    let quantity = match track {
        CaseTrack::One(Track::Reconsideration) => Quantity::Reconsiderations,
        CaseTrack::One(track) => Quantity::Track(track),
        CaseTrack::Suits => Quantity::Suits,
        CaseTrack::All => Quantity::Disputes,
    };
    // 行政复议 and 行政诉讼 side by side are counted together only where the words say so.
    let together = quantity != Quantity::Disputes
        || bag.any(|word| matches!(word, Word::Dispute | Word::Conjunction | Word::Sum | Word::Whole));
    // 因不服政府信息公开答复引发的…
    let because = |word| word == Word::Answered && bag.has(Word::Cause);
    let firm = about && own.is_some() && together && bag.only(|word| is_about_cases(word) || because(word));
    Some(Meaning::of(quantity, firm))
}

/// Words that leave a count of cases whole.
fn is_about_cases(word: Word) -> bool {
    matches!(
        word,
        Word::Reconsideration
            | Word::Suit
            | Word::SuitDirect
            | Word::SuitAfter
            | Word::Dispute
            | Word::Case
            | Word::Cause
            | Word::Disclosure
            | Word::Information
            | Word::Request
            | Word::ByRequest
            | Word::Applying
            | Word::Applications
            | Word::Received
            | Word::NewlyReceived
            | Word::Handled
            | Word::Deciding
            | Word::All
            | Word::By
    )
}

/// The track that some words name; both together where they are named side by side.
pub(super) fn track_of(words: &[Word]) -> Option<CaseTrack> {
    let has = |word| words.contains(&word);
    if has(Word::SuitDirect) {
        return Some(CaseTrack::One(Track::SuitDirect));
    }
    if has(Word::SuitAfter) {
        return Some(CaseTrack::One(Track::SuitAfterReconsideration));
    }
    match (has(Word::Reconsideration), has(Word::Suit), has(Word::Dispute)) {
        (_, _, true) | (true, true, _) => Some(CaseTrack::All),
        (true, false, false) => Some(CaseTrack::One(Track::Reconsideration)),
        (false, true, false) => Some(CaseTrack::Suits),
        (false, false, false) => None,
    }
}
