//! What a clause without a number says: that nothing came in, that all was answered, how all came out.

use super::context::{CaseTrack, Context, Time, Topic};
use super::meaning::track_of;
use super::word::Word;
use crate::number::Decimal;
use crate::report::claim::Quantity;
use crate::report::form::{Applicant, DisputeOutcome, Track};
use crate::sorted::Listed;

/// Something said without a number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Saying {
    /// What it speaks of.
    pub(super) quantity: Quantity,
    /// What it comes to.
    pub(super) value: Decimal,
    /// True for a denial: 未收到, 未发生.
    pub(super) denies: bool,
}

/// What the words of a clause say. `ends_openly` is true where it ends in 的: a condition, not a statement.
pub(super) fn read(words: &[Word], context: &Context, ends_openly: bool) -> Vec<Saying> {
    let off_time = context.time != Time::Whole
        || words.iter().any(|word| matches!(word, Word::PartOfYear | Word::Comparing | Word::Foreign));
    if off_time || ends_openly || context.is_narrowed() {
        return Vec::new();
    }
    let words: Vec<Word> = words
        .iter()
        .map(|word| match word {
            Word::Year(year) if Some(*year) == context.year => Word::ThisYear,
            other => *other,
        })
        .listed();
    if words.contains(&Word::Deny) {
        return denials(&words, context);
    }
    let said = |quantity| vec![Saying { quantity, value: Decimal::ZERO, denies: false }];
    if all_answered(&words, context) {
        return said(Quantity::AllAnswered);
    }
    if all_natural(&words, context) {
        return said(Quantity::LegalPersons);
    }
    cases(&words, context)
}

fn only(words: &[Word], fits: impl Fn(Word) -> bool) -> bool {
    words.iter().copied().all(|word| word.is_neutral() || fits(word))
}

/// 未收到政府信息公开申请, 没有发生行政复议和行政诉讼, 无结转下年度的申请.
fn denials(words: &[Word], context: &Context) -> Vec<Saying> {
    let mut parts = words.split(|word| *word == Word::Deny);
    let before = parts.next().unwrap_or_default();
    let field = |word| {
        matches!(word, Word::ByRequest | Word::Disclosure | Word::All)
            // 上年无结转.
            || matches!(word, Word::LastYear)
    };
    if !only(before, field) {
        return Vec::new();
    }
    let mut quantities = Vec::new();
    for object in parts {
        let Some(mut denied) = denied(before, object, context) else { return Vec::new() };
        quantities.append(&mut denied);
    }
    quantities.into_iter().map(|quantity| Saying { quantity, value: Decimal::ZERO, denies: true }).listed()
}

/// What one denial denies; `None` where some of its words are not understood.
fn denied(before: &[Word], object: &[Word], context: &Context) -> Option<Vec<Quantity>> {
    let allowed = |word| {
        matches!(
            word,
            Word::Received
                | Word::NewlyReceived
                | Word::Handled
                | Word::Request
                | Word::ByRequest
                | Word::Applying
                | Word::Disclosure
                | Word::Information
                | Word::Cause
                | Word::Complaint
                | Word::Reconsideration
                | Word::Suit
                | Word::Dispute
                | Word::Case
                | Word::Carry
                | Word::LastYear
                | Word::NextYear
                | Word::AndSo
                | Word::All
                | Word::Each
        )
    };
    if object.is_empty() || !only(object, allowed) {
        return None;
    }
    let has = |word| object.contains(&word);
    let anchored = has(Word::Request)
        || has(Word::ByRequest)
        || (has(Word::Applying) && (has(Word::Disclosure) || context.topic == Topic::Requests));
    let mut out = Vec::new();
    if has(Word::Carry) {
        let last = has(Word::LastYear) || before.contains(&Word::LastYear);
        match (last, has(Word::NextYear)) {
            (true, false) => out.push(Quantity::CarriedIn),
            (false, true) => out.push(Quantity::CarriedOut),
            _ => {}
        }
        return Some(out);
    }
    if has(Word::LastYear) || has(Word::NextYear) || before.contains(&Word::LastYear) {
        return None;
    }
    let first_case =
        object.iter().position(|word| matches!(word, Word::Reconsideration | Word::Suit | Word::Dispute));
    let first_cause = object.iter().position(|word| *word == Word::Cause);
    let received = object.iter().any(|word| matches!(word, Word::Received | Word::NewlyReceived));
    let before_cases = &object[..first_case.unwrap_or(object.len())];
    let names_requests =
        before_cases.iter().any(|word| matches!(word, Word::Request | Word::ByRequest | Word::Applying));
    // 无因政府信息公开申请引发的…: the request is only why.
    let is_object = names_requests && first_cause.is_none();
    let handled_only = has(Word::Handled) && !received;
    if is_object && anchored && !handled_only && !has(Word::Complaint) {
        out.push(Quantity::Received);
    }
    if first_case.is_some() {
        let about = has(Word::Disclosure)
            || has(Word::Request)
            || has(Word::ByRequest)
            || context.cases_about_disclosure
            || context.topic == Topic::Requests;
        if !about {
            return None;
        }
        if has(Word::Reconsideration) || has(Word::Dispute) {
            out.push(Quantity::Reconsiderations);
        }
        if has(Word::Suit) || has(Word::Dispute) {
            out.push(Quantity::Suits);
        }
    }
    Some(out)
}

/// 均已按期答复, 所有申请均已办结: of what came in, not of what was answered.
fn all_answered(words: &[Word], context: &Context) -> bool {
    let allowed = |word| {
        matches!(
            word,
            Word::All
                | Word::Answered
                | Word::Handled
                | Word::Request
                | Word::ByRequest
                | Word::Applying
                | Word::Disclosure
        )
    };
    let position = |wanted| words.iter().position(|word| *word == wanted);
    let (Some(all), Some(answered)) = (position(Word::All), position(Word::Answered)) else { return false };
    let named = words.iter().any(|word| matches!(word, Word::Request | Word::ByRequest | Word::Applying));
    let of_what_came_in = match context.last {
        Some(Quantity::Received | Quantity::NewReceived | Quantity::InHand | Quantity::LegalPersons) => true,
        Some(_) | None => named,
    };
    all < answered && only(words, allowed) && of_what_came_in && context.topic == Topic::Requests
}

/// 申请人均为自然人.
fn all_natural(words: &[Word], context: &Context) -> bool {
    let allowed = |word| {
        matches!(
            word,
            Word::All
                | Word::Kind(Some(Applicant::NaturalPerson))
                | Word::Request
                | Word::ByRequest
                | Word::Applying
        )
    };
    words.contains(&Word::All)
        && words.contains(&Word::Kind(Some(Applicant::NaturalPerson)))
        && context.topic == Topic::Requests
        && only(words, allowed)
}

/// 均已审结, 均维持: of the cases counted before in the sentence. Where all were upheld, none was corrected; what
/// was dismissed or withdrawn may stand as another result.
fn cases(words: &[Word], context: &Context) -> Vec<Saying> {
    let allowed = |word| {
        matches!(
            word,
            Word::All
                | Word::Closed
                | Word::Case
                | Word::Reconsideration
                | Word::Suit
                | Word::CaseOutcome(DisputeOutcome::Upheld)
        )
    };
    if !only(words, allowed) || !context.cases_about_disclosure {
        return Vec::new();
    }
    let named = track_of(words);
    let counted = context.cases.iter().filter(|track| named.is_none_or(|named| named == **track));
    if words.contains(&Word::Closed) {
        return counted.map(|track| outcome(*track, DisputeOutcome::Pending)).listed();
    }
    let upheld = words.contains(&Word::CaseOutcome(DisputeOutcome::Upheld)) && words.contains(&Word::All);
    if !upheld {
        return Vec::new();
    }
    counted.map(|track| outcome(*track, DisputeOutcome::Corrected)).listed()
}

fn outcome(track: CaseTrack, outcome: DisputeOutcome) -> Saying {
    let quantity = match track {
        CaseTrack::One(track) => Quantity::DisputeOutcome(track, outcome),
        CaseTrack::Suits => Quantity::SuitOutcome(outcome),
        CaseTrack::All => Quantity::DisputeOutcome(Track::Reconsideration, outcome),
    };
    Saying { quantity, value: Decimal::ZERO, denies: false }
}
