//! What the tables say to each claim of the prose.

use crate::number::Decimal;
use crate::report::Report;
use crate::report::claim::{Claim, Quantity};
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::rules::ledger::Ledger;
use crate::rules::presence::Presence;
use crate::sorted::Listed;

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimStanding {
    /// It is what the cells come to.
    Agrees,
    /// It is not, and every word of it was understood.
    Differs,
    /// It cannot be told: not every word was understood, or a cell is not known.
    Unexplained,
}

impl ClaimStanding {
    /// The name in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            ClaimStanding::Agrees => "agrees",
            ClaimStanding::Differs => "differs",
            ClaimStanding::Unexplained => "unexplained",
        }
    }
}

/// A claim as the tables settle it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimOutcome {
    /// What becomes of it.
    pub standing: ClaimStanding,
    /// What it counts: a claim that fits only one of several meanings has that one; one that is tied to nothing,
    /// [`Quantity::Unexplained`].
    pub quantity: Quantity,
    /// The cells whose sum it states.
    pub cells: Vec<Cell>,
}

/// What the tables of `report` say to each of its claims, in their order.
pub fn claim_outcomes(report: &Report) -> Vec<ClaimOutcome> {
    let ledger = Ledger::new(report, &Presence::of(report));
    let judged = judge(report, &ledger);
    report.claims.iter().zip(judged).map(|(claim, judged)| judged.outcome(claim)).listed()
}

/// A claim weighed against the cells.
#[derive(Clone, Debug)]
pub(crate) struct JudgedClaim {
    /// What becomes of it.
    pub standing: ClaimStanding,
    /// The sum of each reading's cells; `None` where one of them is not known.
    pub sums: Vec<Option<Decimal>>,
    /// The reading that fits, or that comes closest.
    pub reading: usize,
}

impl JudgedClaim {
    fn outcome(&self, claim: &Claim) -> ClaimOutcome {
        let is_tied = claim.firm || self.standing == ClaimStanding::Agrees;
        if !is_tied || claim.readings.is_empty() {
            let standing = ClaimStanding::Unexplained;
            return ClaimOutcome { standing, quantity: Quantity::Unexplained, cells: Vec::new() };
        }
        let settled = self.standing == ClaimStanding::Agrees;
        let quantity = match (claim.quantity, self.reading) {
            (Quantity::Received | Quantity::ReceivedAndHandled | Quantity::Handled, 1) if settled => {
                Quantity::InHand
            }
            (Quantity::ReceivedAndHandled, 2) if settled => Quantity::OutcomeTotal,
            (quantity, _) => quantity,
        };
        let cells = claim.readings.get(self.reading).cloned().unwrap_or_default();
        ClaimOutcome { standing: self.standing, quantity, cells }
    }
}

/// Weighs every claim of `report`.
pub(crate) fn judge(report: &Report, ledger: &Ledger) -> Vec<JudgedClaim> {
    let mut judged: Vec<JudgedClaim> =
        report.claims.iter().map(|claim| judge_one(claim, report, ledger)).listed();
    // 均已办结 here and 结转下年度2件 there: the second says what the first left out.
    let tells_the_rest = report.claims.iter().zip(&judged).any(|(claim, judged)| {
        claim.quantity == Quantity::CarriedOut
            && !claim.value.is_zero()
            && judged.standing == ClaimStanding::Agrees
    });
    for (claim, judged) in report.claims.iter().zip(&mut judged) {
        if tells_the_rest
            && claim.quantity == Quantity::AllAnswered
            && judged.standing == ClaimStanding::Differs
        {
            judged.standing = ClaimStanding::Unexplained;
        }
    }
    judged
}

fn judge_one(claim: &Claim, report: &Report, ledger: &Ledger) -> JudgedClaim {
    let sums: Vec<Option<Decimal>> = claim.readings.iter().map(|cells| sum(cells, report, ledger)).listed();
    let fits = |sum: &Option<Decimal>| sum.is_some_and(|sum| agrees(claim, sum, report, ledger));
    if let Some(reading) = sums.iter().position(fits) {
        return JudgedClaim { standing: ClaimStanding::Agrees, sums, reading };
    }
    let is_known = !sums.is_empty() && sums.iter().all(Option::is_some);
    let standing = if claim.firm && is_known { ClaimStanding::Differs } else { ClaimStanding::Unexplained };
    JudgedClaim { standing, sums, reading: 0 }
}

fn agrees(claim: &Claim, sum: Decimal, report: &Report, ledger: &Ledger) -> bool {
    match claim.quantity {
        Quantity::Share(_) => bases(report, ledger).into_iter().any(|base| is_share(claim.value, sum, base)),
        // 其中已办结N件 may leave out those of last year.
        Quantity::AnsweredOf => {
            let carried_in = value(total(RequestRow::CarriedIn), report, ledger);
            claim.value == sum
                || carried_in.and_then(|carried_in| sum.checked_sub(carried_in)) == Some(claim.value)
        }
        _ if claim.at_most || is_told_in_parts(claim, report) => claim.value <= sum,
        _ => claim.value == sum,
    }
}

/// True where the same paragraph names the same row again: each names a part of it.
fn is_told_in_parts(claim: &Claim, report: &Report) -> bool {
    matches!(claim.quantity, Quantity::Row(_))
        && report.claims.iter().any(|other| {
            other.quantity == claim.quantity
                && other.place.block == claim.place.block
                && other.place != claim.place
        })
}

/// What shares are shares of: newly received, all in hand, all outcomes.
fn bases(report: &Report, ledger: &Ledger) -> Vec<Decimal> {
    let known = |row| value(total(row), report, ledger);
    let new = known(RequestRow::NewReceived);
    let in_hand = new.and_then(|new| known(RequestRow::CarriedIn)?.checked_add(new));
    [new, in_hand, known(RequestRow::OutcomeTotal)].into_iter().flatten().listed()
}

/// True where `percent` is `part` in a hundred of `base`, within one unit of its last printed digit.
pub(crate) fn is_share(percent: Decimal, part: Decimal, base: Decimal) -> bool {
    let units = |number: Decimal, places: u8| number.times_ten_to(places)?.to_whole().map(i128::from);
    let places = percent.scale();
    let (Some(percent), Some(part), Some(base)) = (units(percent, places), part.to_whole(), base.to_whole())
    else {
        return false;
    };
    let (part, base) = (i128::from(part), i128::from(base));
    let whole = 100 * 10i128.pow(u32::from(places));
    base > 0 && (percent * base - part * whole).abs() <= base
}

/// The sum of some cells; `None` where one of them is not known.
pub(crate) fn sum(cells: &[Cell], report: &Report, ledger: &Ledger) -> Option<Decimal> {
    cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(value(*cell, report, ledger)?))
}

/// What a cell is worth: a blank total as its parts make it, a blank part as nought.
pub(crate) fn value(cell: Cell, report: &Report, ledger: &Ledger) -> Option<Decimal> {
    match cell {
        Cell::Proactive(..) => report.figures.get(&cell)?.number(),
        Cell::Request(..) | Cell::Dispute(..) => ledger.worth(cell).map(|worth| worth.amount),
    }
}

/// The cell of a row's 总计.
pub(crate) fn total(row: RequestRow) -> Cell {
    Cell::Request(row, Applicant::Total)
}
