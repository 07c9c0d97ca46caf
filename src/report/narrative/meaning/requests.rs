//! Table 3 told in words.

use super::{Bag, Meaning};
use crate::report::claim::Quantity;
use crate::report::form::{Applicant, Edition, OutcomeGroup, RequestRow};
use crate::report::narrative::clause::Count;
use crate::report::narrative::context::{Context, Topic, total};
use crate::report::narrative::word::Word;
use crate::sorted::Listed;

/// Words that name requests and leave them whole.
fn is_about_requests(word: Word) -> bool {
    matches!(
        word,
        Word::Request
            | Word::ByRequest
            | Word::Applying
            | Word::Applications
            | Word::Disclosure
            | Word::Information
            | Word::All
    )
}

fn names_requests(bag: &Bag) -> bool {
    bag.any(|word| matches!(word, Word::Request | Word::ByRequest | Word::Applying | Word::Applications))
}

fn names_cases(bag: &Bag) -> bool {
    bag.any(|word| {
        matches!(
            word,
            Word::Reconsideration
                | Word::Suit
                | Word::SuitDirect
                | Word::SuitAfter
                | Word::Dispute
                | Word::CaseOutcome(_)
                | Word::Closed
        )
    })
}

/// 上年结转, 结转下年度, 正在办理.
pub(super) fn carried(bag: &Bag, context: &Context) -> Option<Meaning> {
    let (carry, pending) = (bag.has(Word::Carry), bag.has(Word::Pending));
    let of_cases = names_cases(bag) || (context.topic == Topic::Cases && !names_requests(bag));
    if (!carry && !pending) || of_cases || bag.any(|word| matches!(word, Word::Group(_))) {
        return None;
    }
    let anchored = names_requests(bag) || context.topic == Topic::Requests;
    let allowed = |word| {
        is_about_requests(word)
            || matches!(
                word,
                Word::Carry
                    | Word::Pending
                    | Word::LastYear
                    | Word::NextYear
                    | Word::Handled
                    | Word::Answered
                    | Word::Received
            )
    };
    let whole = bag.only(allowed);
    match (bag.has(Word::LastYear), bag.has(Word::NextYear)) {
        (true, true) => None,
        // 办结上年结转3件 counts what became of them.
        (true, false) => {
            let answered = bag.has(Word::Answered) && !context.bracketed;
            Some(Meaning::of(Quantity::CarriedIn, whole && !answered && (carry || anchored)))
        }
        (false, true) => Some(Meaning::of(Quantity::CarriedOut, whole && (carry || anchored))),
        (false, false) if pending && !anchored => None,
        (false, false) if pending => {
            let of_all = names_requests(bag) || !context.is_within_a_part();
            Some(Meaning::of(Quantity::CarriedOut, whole && of_all))
        }
        (false, false) => {
            let after_answers = matches!(context.last, Some(Quantity::OutcomeTotal | Quantity::Handled));
            (after_answers && anchored).then(|| Meaning::of(Quantity::CarriedOut, false))
        }
    }
}

/// Outcome groups and rows.
pub(super) fn outcomes(bag: &Bag, context: &Context) -> Option<Meaning> {
    if context.topic == Topic::Cases && !names_requests(bag) && context.last.is_some() && !names_group(bag) {
        return None;
    }
    let rows: Vec<(RequestRow, bool)> = bag
        .iter()
        .filter_map(|word| match word {
            Word::Row(row, whole) => Some((row, whole)),
            _ => None,
        })
        .listed();
    let anchored = context.topic == Topic::Requests || names_requests(bag);
    if let Some((row, _)) = rows.first().copied()
        && !bag.has(Word::AndSo)
    {
        return this_row(bag, row, &rows, anchored && !context.is_within_a_part());
    }
    let groups = groups(bag);
    if groups == 0 {
        return disclosed_or_other(bag, context, anchored);
    }
    if bag.any(|word| matches!(word, Word::Kind(_))) {
        return None;
    }
    let allowed = |word| {
        is_about_requests(word)
            || matches!(
                word,
                Word::Group(_)
                    | Word::Answered
                    | Word::Handled
                    | Word::Cause
                    | Word::Decision
                    | Word::Deciding
                    | Word::Disclosed
                    | Word::Row(..)
                    | Word::AndSo
            )
    };
    let firm = bag.only(allowed) && anchored && !context.is_within_a_part();
    Some(Meaning::of(Quantity::Groups(groups), firm))
}

fn names_group(bag: &Bag) -> bool {
    bag.any(|word| matches!(word, Word::Group(_) | Word::Row(..)))
}

fn this_row(bag: &Bag, row: RequestRow, rows: &[(RequestRow, bool)], anchored: bool) -> Option<Meaning> {
    if rows.iter().any(|(other, _)| *other != row) {
        return None;
    }
    let allowed = |word| {
        is_about_requests(word)
            || match word {
                Word::Group(group) => is_of(row, group),
                Word::Row(..)
                | Word::Answered
                | Word::Handled
                | Word::Cause
                | Word::Disclosed
                | Word::Decision
                | Word::Deciding => true,
                _ => false,
            }
    };
    let at_most = rows.iter().any(|(_, whole)| !whole);
    let meaning = Meaning::of(Quantity::Row(row), anchored && bag.only(allowed));
    Some(Meaning { at_most, ..meaning })
}

fn is_of(row: RequestRow, group: OutcomeGroup) -> bool {
    Edition::ALL.into_iter().any(|edition| group.rows(edition).contains(&row))
}

/// 公开25件 within a list of outcomes, and 其他12件 at its end.
fn disclosed_or_other(bag: &Bag, context: &Context, anchored: bool) -> Option<Meaning> {
    let answers =
        |word| is_about_requests(word) || matches!(word, Word::Agreed | Word::Answered | Word::Deciding);
    if bag.has(Word::Agreed) && anchored {
        return Some(Meaning::of(Quantity::Agreed, bag.only(answers) && !context.is_within_a_part()));
    }
    let in_a_list = bag.has(Word::Including)
        || context.including
        || matches!(
            context.last,
            Some(
                Quantity::Groups(_)
                    | Quantity::Agreed
                    | Quantity::OutcomeTotal
                    | Quantity::Received
                    | Quantity::InHand
            )
        );
    if !anchored || !in_a_list {
        return None;
    }
    let allowed = |word| matches!(word, Word::Disclosed | Word::Answered | Word::Deciding);
    if bag.has(Word::Disclosed) && bag.only(allowed) {
        return Some(Meaning::of(Quantity::Agreed, !context.is_within_a_part()));
    }
    let after_groups = matches!(context.last, Some(Quantity::Groups(_) | Quantity::Row(_)));
    (bag.has(Word::Other) && after_groups && bag.only(|word| matches!(word, Word::Other | Word::Handled)))
        .then(|| Meaning::of(Quantity::Groups(1 << OutcomeGroup::Other as u8), false))
}

/// The outcome groups named, as the bits of [`Quantity::Groups`].
fn groups(bag: &Bag) -> u8 {
    bag.iter().fold(0, |bits, word| match word {
        Word::Group(group) => bits | 1 << group as u8,
        _ => bits,
    })
}

/// A share of outcome groups: 占45.3% after their count, 予以公开占58.5%.
pub(super) fn share(bag: &Bag, context: &Context) -> Option<Meaning> {
    if !bag.has(Word::Share) {
        return None;
    }
    let allowed = |word| {
        is_about_requests(word)
            || matches!(
                word,
                Word::Group(_)
                    | Word::Row(..)
                    | Word::AndSo
                    | Word::Share
                    | Word::Answered
                    | Word::Handled
                    | Word::Cause
                    | Word::Received
            )
    };
    let bits = match (groups(bag), context.last) {
        (0, Some(Quantity::Agreed)) if !bag.has(Word::Agreed) => return None,
        (0, Some(Quantity::Groups(bits))) if !bag.any(|word| matches!(word, Word::Row(..))) => bits,
        (0, _) => return None,
        (bits, _) => bits,
    };
    let whole_row = bag.any(|word| matches!(word, Word::Row(..))) && !bag.has(Word::AndSo);
    Some(Meaning::of(Quantity::Share(bits), bag.only(allowed) && !whole_row))
}

/// 自然人申请741件, 法人或其他组织8件.
pub(super) fn kinds(count: &Count, bag: &Bag, context: &Context) -> Option<Meaning> {
    let named: Vec<Option<Applicant>> = count
        .before
        .iter()
        .filter_map(|word| match word {
            Word::Kind(kind) => Some(*kind),
            _ => None,
        })
        .listed();
    let [kind] = named.as_slice() else { return None };
    if context.topic != Topic::Requests && !names_requests(bag) {
        return None;
    }
    let allowed = |word| {
        is_about_requests(word)
            || matches!(word, Word::Kind(_) | Word::Received | Word::NewlyReceived | Word::Cause)
    };
    // 接到公民提出的申请6件, at the head of it all, may be everybody's.
    let is_headline = bag.any(|word| matches!(word, Word::Received | Word::NewlyReceived))
        && !context.has_headline()
        && count.is_last;
    Some(Meaning::of(kind.map_or(Quantity::LegalPersons, Quantity::Kind), bag.only(allowed) && !is_headline))
}

/// 共计61件 after 收到58件，上年结转3件; 合计122件 after channels.
pub(super) fn sum(count: &Count, bag: &Bag, context: &Context) -> Option<Meaning> {
    let sums = |word: &Word| matches!(word, Word::Sum | Word::Whole);
    if !count.before.iter().any(sums)
        || !bag.only(|word| {
            matches!(word, Word::Request | Word::Applying | Word::Applications | Word::ByRequest)
        })
        || names_requests(&Bag::of(&Count { after: Vec::new(), ..count.clone() }, None))
    {
        return None;
    }
    match context.last {
        Some(Quantity::CarriedIn) if context.carried_in_said => Some(Meaning::of(Quantity::InHand, true)),
        Some(Quantity::Unexplained | Quantity::Received) if context.topic == Topic::Requests => {
            let adds_up = context.parts().len() >= 2 && total(context.parts()) == Some(count.number.value);
            Some(Meaning::of(Quantity::Received, adds_up))
        }
        _ => None,
    }
}

/// 收到81件, 办结79件, 共办理81件.
pub(super) fn headline(count: &Count, bag: &Bag, context: &Context) -> Option<Meaning> {
    let received = bag.any(|word| matches!(word, Word::Received | Word::NewlyReceived));
    let newly = bag.has(Word::NewlyReceived);
    let (answered, handled) = (bag.has(Word::Answered), bag.has(Word::Handled));
    let full_name = bag.any(|word| matches!(word, Word::Request | Word::ByRequest));
    let of_requests = context.topic == Topic::Requests;
    let named = names_requests(bag);
    let anchored = full_name
        || (bag.any(|word| matches!(word, Word::Applying | Word::Applications))
            && (bag.has(Word::Disclosure) || of_requests))
        || (!named && of_requests && !bag.has(Word::Information));
    let of_cases = names_cases(bag) || (bag.has(Word::Case) && !named);
    let of_a_kind = bag.any(|word| matches!(word, Word::Kind(_)));
    if !anchored || of_cases || of_a_kind || context.bracketed {
        return None;
    }
    let by_all_channels = bag.has(Word::AllChannels);
    // A channel or a subject: counted, but in no cell.
    if bag.has(Word::Part) || (bag.has(Word::Channel) && !by_all_channels) {
        return None;
    }
    let allowed = |word| {
        is_about_requests(word)
            || match word {
                Word::Received | Word::NewlyReceived | Word::Answered | Word::Handled => true,
                Word::Deciding => answered,
                Word::Channel | Word::By | Word::AllChannels => by_all_channels,
                _ => false,
            }
    };
    // 其中收到…: a part of what was named before.
    let within = bag.has(Word::Including) || context.including;
    let of_all = named || bag.has(Word::Whole) || !context.is_within_a_part();
    let firm = bag.only(allowed) && !count.before.is_empty() && !(within && received) && of_all;
    let quantity = match (newly, received, answered, handled) {
        (true, _, false, false) => Quantity::NewReceived,
        (_, true, true, _) | (_, true, _, true) => Quantity::ReceivedAndHandled,
        (_, true, ..) => Quantity::Received,
        (_, _, true, _) if within => Quantity::AnsweredOf,
        (_, _, true, _) => Quantity::OutcomeTotal,
        (_, _, _, true) if within => return None,
        (_, _, _, true) => Quantity::Handled,
        _ if !named => return None,
        _ => {
            let plainly = bag.has(Word::Applications)
                || bag.any(|word| matches!(word, Word::Whole | Word::Sum | Word::Amount))
                    && bag.any(|word| matches!(word, Word::Request | Word::Applying));
            return Some(Meaning::of(Quantity::Received, firm && plainly && !within));
        }
    };
    Some(Meaning::of(quantity, firm))
}
