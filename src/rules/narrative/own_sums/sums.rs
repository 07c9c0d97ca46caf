//! The sums that the prose makes by its own words.

use crate::language::Text;
use crate::number::Decimal;
use crate::report::Figure;
use crate::report::claim::{Claim, Quantity};
use crate::report::form::{Applicant, Cell, DisputeOutcome, OutcomeGroup, RequestRow, Track};
use crate::rules::Facts;
use crate::rules::narrative::judged::{ClaimStanding, sum, total, value};
use crate::rules::narrative::wording;
use crate::sorted::{self, Listed, SortedSet};

/// A sum of the prose.
#[derive(Clone, Debug)]
pub(super) struct OwnSum<'a> {
    /// The name after the `@`.
    pub at: &'static str,
    /// What is added up, in words.
    pub what: Text,
    /// The number that the parts should come to.
    pub head: &'a Claim,
    /// The parts.
    pub parts: Vec<Decimal>,
    /// The claims that the parts are, where they are tied to cells.
    pub claims: Vec<&'a Claim>,
    /// What the parts come to.
    pub sum: Decimal,
    /// True where the parts need not be all.
    pub at_most: bool,
    /// Whether it holds, or the tables bear out every number of it.
    pub holds: bool,
}

/// Every sum that the prose makes.
pub(super) fn own_sums<'a>(facts: &'a Facts<'_>) -> Vec<OwnSum<'a>> {
    let told: Vec<Told<'a>> = facts
        .report
        .claims
        .iter()
        .zip(&facts.claims)
        .map(|(claim, judged)| Told { claim, agrees: judged.standing == ClaimStanding::Agrees })
        .listed();
    let mut sums: Vec<OwnSum<'a>> = told.iter().filter_map(|one| stated(*one)).listed();
    let sentences: SortedSet<usize> = told.iter().map(|one| one.claim.sentence).collect();
    for sentence in sentences {
        let here: Vec<Told<'a>> = told.iter().filter(|one| one.claim.sentence == sentence).copied().listed();
        sums.extend(outcomes(&here, &told, facts));
        sums.extend(kinds(&here));
        sums.extend(cases(&here));
    }
    let blocks: SortedSet<usize> = told.iter().map(|one| one.claim.place.block).collect();
    for block in blocks {
        let here: Vec<Told<'a>> = told.iter().filter(|one| one.claim.place.block == block).copied().listed();
        sums.extend(flow(&here, facts));
    }
    sorted::sort_by_key(&mut sums, |sum| sum.head.place);
    sums
}

/// A claim, and whether the tables bear it out.
#[derive(Clone, Copy)]
struct Told<'a> {
    claim: &'a Claim,
    agrees: bool,
}

/// 共计61件 after its parts; 收到12件，其中网络5件、信函8件.
fn stated(told: Told<'_>) -> Option<OwnSum<'_>> {
    let claim = told.claim;
    let parts = claim.parts.as_ref()?;
    let sum = added(parts.values.iter().copied())?;
    let holds = if parts.whole { sum == claim.value } else { sum <= claim.value };
    Some(OwnSum {
        at: "sum",
        what: if parts.whole { wording::ADDED } else { wording::SPLIT },
        head: claim,
        parts: parts.values.clone(),
        claims: Vec::new(),
        sum,
        at_most: !parts.whole,
        holds,
    })
}

/// A list of outcomes against what the same paragraph says was answered or received.
fn outcomes<'a>(here: &[Told<'a>], told: &[Told<'a>], facts: &Facts<'_>) -> Option<OwnSum<'a>> {
    const FEWEST: usize = 3;
    let list: Vec<Told<'a>> = here.iter().filter(|one| group_bits(one.claim) != 0).copied().listed();
    let first = list.first()?;
    let bits = list.iter().fold(0, |bits, one| bits | group_bits(one.claim));
    let named: u32 = list.iter().map(|one| group_bits(one.claim).count_ones()).sum();
    let is_other = |claim: &Claim| group_bits(claim) == 1 << OutcomeGroup::Other as u8;
    let understood = list.iter().all(|one| one.claim.firm || is_other(one.claim));
    // Rows told among the groups may stand for groups of their own.
    let rows = here
        .iter()
        .any(|one| matches!(one.claim.quantity, Quantity::Row(_)) && !is_within(one.claim, bits, facts));
    if list.len() < FEWEST || named != bits.count_ones() || !understood || rows || !covers(bits, facts) {
        return None;
    }
    let before: Vec<&Told<'a>> = told
        .iter()
        .filter(|one| one.claim.place.block == first.claim.place.block && one.claim.place < first.claim.place)
        .filter(|one| is_headline(one.claim.quantity))
        .listed();
    let head = before.last()?;
    let counted = list.iter().chain(here.iter().filter(|one| is_number(one.claim, Quantity::CarriedOut)));
    let with_rest: Vec<Decimal> = counted.map(|one| one.claim.value).listed();
    let parts: Vec<Decimal> = list.iter().map(|one| one.claim.value).listed();
    let sum = added(parts.iter().copied())?;
    let sums = [Some(sum), added(with_rest.into_iter())];
    let block = || told.iter().filter(|one| one.claim.place.block == first.claim.place.block);
    let stated = |quantity| block().find(|one| is_number(one.claim, quantity)).map(|one| one.claim.value);
    let printed =
        |row| facts.report.figures.get(&Cell::Request(row, Applicant::Total)).and_then(Figure::number);
    let of_the_prose = (stated(Quantity::CarriedIn), stated(Quantity::CarriedOut));
    let of_the_table = (printed(RequestRow::CarriedIn), printed(RequestRow::CarriedOut));
    let fits = |head: Decimal, (carried_in, carried_out): (Option<Decimal>, Option<Decimal>)| {
        let with = |more: Option<Decimal>| more.and_then(|more| head.checked_add(more));
        let without = |whole: Option<Decimal>| whole.and_then(|whole| whole.checked_sub(carried_out?));
        let wholes = [Some(head), with(carried_in), without(Some(head)), without(with(carried_in))];
        wholes.iter().flatten().any(|whole| sums.contains(&Some(*whole)))
    };
    let borne_out = list.iter().all(|one| one.agrees);
    // What came in is not what was answered: between them lies what was carried, told here or there.
    let unknown = |one: &Told<'_>| {
        !matches!(one.claim.quantity, Quantity::OutcomeTotal | Quantity::Handled)
            && (of_the_prose.0.or(of_the_table.0).is_none() || of_the_prose.1.or(of_the_table.1).is_none())
    };
    let holds = borne_out
        || before.iter().any(|one| {
            unknown(one) || fits(one.claim.value, of_the_prose) || fits(one.claim.value, of_the_table)
        });
    let claims = list.iter().map(|one| one.claim).collect();
    Some(OwnSum {
        at: "outcomes",
        what: wording::OUTCOMES_ADDED,
        head: head.claim,
        parts,
        claims,
        sum,
        at_most: false,
        holds,
    })
}

fn group_bits(claim: &Claim) -> u8 {
    match claim.quantity {
        Quantity::Groups(bits) => bits,
        Quantity::Agreed => 1 << OutcomeGroup::Granted as u8,
        _ => 0,
    }
}

/// True where the row belongs to one of the groups.
fn is_within(claim: &Claim, bits: u8, facts: &Facts<'_>) -> bool {
    let Quantity::Row(row) = claim.quantity else { return false };
    Quantity::groups(bits).any(|group| group.rows(facts.presence.requests).contains(&row))
}

/// True where the groups are all six, or all that the table has.
fn covers(bits: u8, facts: &Facts<'_>) -> bool {
    OutcomeGroup::ALL.into_iter().all(|group| {
        let cells: Vec<_> = group.rows(facts.presence.requests).iter().map(|row| total(*row)).listed();
        bits & (1 << group as u8) != 0
            || sum(&cells, facts.report, &facts.ledger).is_some_and(|sum| sum.is_zero())
    })
}

fn is_headline(quantity: Quantity) -> bool {
    matches!(
        quantity,
        Quantity::Received
            | Quantity::NewReceived
            | Quantity::ReceivedAndHandled
            | Quantity::InHand
            | Quantity::OutcomeTotal
            | Quantity::AnsweredOf
            | Quantity::Handled
    )
}

/// A number of that quantity, not a denial.
fn is_number(claim: &Claim, quantity: Quantity) -> bool {
    claim.quantity == quantity && !claim.negated
}

/// Natural persons and organisations against what was received.
fn kinds<'a>(here: &[Told<'a>]) -> Option<OwnSum<'a>> {
    let one = |quantity| {
        let mut found = here.iter().filter(|one| one.claim.quantity == quantity && one.claim.firm);
        found.next().filter(|_| found.next().is_none())
    };
    let natural = one(Quantity::Kind(Applicant::NaturalPerson))?;
    let legal = one(Quantity::LegalPersons)?;
    let heads: Vec<&Told<'a>> = here
        .iter()
        .filter(|one| {
            matches!(one.claim.quantity, Quantity::Received | Quantity::NewReceived | Quantity::InHand)
                && one.claim.place < natural.claim.place
                && one.claim.firm
        })
        .listed();
    let [head] = heads.as_slice() else { return None };
    let parts = vec![natural.claim.value, legal.claim.value];
    let sum = added(parts.iter().copied())?;
    let borne_out = natural.agrees && legal.agrees && head.agrees;
    Some(OwnSum {
        at: "applicants",
        what: wording::APPLICANTS_ADDED,
        head: head.claim,
        parts,
        claims: vec![natural.claim, legal.claim],
        sum,
        at_most: false,
        holds: borne_out || sum == head.claim.value,
    })
}

/// The four outcomes of a track against its count, and reconsideration with litigation against disputes.
fn cases<'a>(here: &[Told<'a>]) -> Option<OwnSum<'a>> {
    let one = |quantity| {
        let mut found =
            here.iter().filter(|one| one.claim.quantity == quantity && one.claim.firm && !one.claim.negated);
        found.next().filter(|_| found.next().is_none()).copied()
    };
    let of_track = |outcome| Quantity::DisputeOutcome(Track::Reconsideration, outcome);
    let whole = |head: Quantity, parts: &[Quantity]| -> Option<(Told<'a>, Vec<Told<'a>>)> {
        Some((one(head)?, parts.iter().map(|part| one(*part)).collect::<Option<Vec<_>>>()?))
    };
    let (head, parts) = whole(Quantity::Disputes, &[Quantity::Reconsiderations, Quantity::Suits])
        .or_else(|| whole(Quantity::Reconsiderations, &DisputeOutcome::PARTS.map(of_track)))
        .or_else(|| whole(Quantity::Suits, &DisputeOutcome::PARTS.map(Quantity::SuitOutcome)))?;
    let values: Vec<Decimal> = parts.iter().map(|part| part.claim.value).listed();
    let sum = added(values.iter().copied())?;
    let borne_out = head.agrees && parts.iter().all(|part| part.agrees);
    Some(OwnSum {
        at: "disputes",
        what: wording::CASES_ADDED,
        head: head.claim,
        parts: values,
        claims: parts.iter().map(|part| part.claim).listed(),
        sum,
        at_most: false,
        holds: borne_out || sum == head.claim.value,
    })
}

/// What came in against what became of it, where one paragraph tells both.
fn flow<'a>(here: &[Told<'a>], facts: &Facts<'_>) -> Option<OwnSum<'a>> {
    let one = |wanted: &[Quantity]| -> Option<Told<'a>> {
        let mut found = here.iter().filter(|one| wanted.contains(&one.claim.quantity) && !one.claim.negated);
        let first = found.next().filter(|one| one.claim.firm)?;
        found.all(|other| other.claim.value == first.claim.value).then_some(*first)
    };
    let answered = one(&[Quantity::OutcomeTotal])?;
    let left = one(&[Quantity::CarriedOut])?;
    let received = one(&[Quantity::Received, Quantity::NewReceived, Quantity::InHand])?;
    let carried_in = match here.iter().any(|one| one.claim.quantity == Quantity::CarriedIn) {
        true => Some(one(&[Quantity::CarriedIn])?.claim.value),
        false => value(total(RequestRow::CarriedIn), facts.report, &facts.ledger),
    };
    let parts = vec![answered.claim.value, left.claim.value];
    let sum = added(parts.iter().copied())?;
    let came = received.claim.value;
    let with = carried_in.and_then(|carried_in| came.checked_add(carried_in));
    let holds = match received.claim.quantity {
        Quantity::InHand => came == sum,
        Quantity::NewReceived => with.is_none_or(|with| with == sum),
        _ => came == sum || with.is_none_or(|with| with == sum),
    };
    let borne_out = [received, answered, left].iter().all(|one| one.agrees);
    Some(OwnSum {
        at: "flow",
        what: wording::FLOW,
        head: received.claim,
        parts,
        claims: vec![answered.claim, left.claim],
        sum,
        at_most: false,
        holds: borne_out || holds,
    })
}

fn added(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut values = values;
    values.try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
}
