//! What every sum of the form comes to, with blanks kept apart from noughts.
//!
//! A blank *part* is unknown first and nought second. A blank *total* is never nought: it is what its parts make
//! it, or failing that what another identity makes it; the identity that gave the value has then nothing left to
//! check. "Total" means the 总计 columns of tables 3 and 4 and row （七）.

use super::identity::{Instance, Spot, instances};
use super::presence::Presence;
use super::{Identity, RULES, Role};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, DisputeOutcome, RequestRow};
use crate::report::{Report, State};
use crate::sorted::{self, Listed, SortedMap, SortedSet};

/// Every identity of the form and what it comes to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    /// The identities in the order of the rules.
    pub entries: Vec<Entry>,
    /// What each cell of tables 3 and 4 is worth for certain: printed, or derived from printed cells.
    firm: SortedMap<Cell, Worth>,
    /// The same with blank parts taken for nought.
    loose: SortedMap<Cell, Worth>,
    /// The totals of the form that are blank, in the form's order.
    blank_totals: Vec<Cell>,
}

/// An identity, its place, and what it comes to.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub identity: Identity,
    pub spot: Spot,
    pub standing: Standing,
}

/// What an identity comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its place does not stand, or it was spent on deriving a blank total.
    NotApplicable,
    /// It cannot be told.
    Undecided(Doubt),
    /// It holds, perhaps only with blanks as nought.
    Holds { blank_as_zero: bool },
    /// It does not hold, not even with blanks as nought.
    Broken(Gap),
}

/// Why an identity cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The cell holds something that is no number.
    Unreadable(Cell),
    /// The cell's row and column stand, but it was not found.
    Lost(Cell),
    /// Not one operand is printed.
    AllBlank,
    /// The total is blank, and so is at least one part.
    BlankTotal,
    /// The numbers are too large to add up.
    TooLarge,
}

/// By how much an identity does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// Of a balance the right side, of a total the sum of its parts.
    pub expected: Decimal,
    /// Of a balance the left side, of a total the total.
    pub actual: Decimal,
    /// `actual - expected`, never nought.
    pub difference: Decimal,
    /// Blanks were taken for nought.
    pub blank_as_zero: bool,
    /// Where exactly one blank is involved: the blank and the value, not below nought, that would close the gap.
    pub closing: Option<(Cell, Decimal)>,
}

/// What a cell is worth and how that is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Worth {
    pub amount: Decimal,
    pub source: Source,
    /// At least one printed number stands behind it.
    grounded: bool,
}

/// How a worth is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// It is printed.
    Printed,
    /// It follows from the entry of this index, the cell itself being blank.
    Derived(usize),
    /// It is blank and taken for nought.
    Blank,
}

/// A blank total of which at least one part is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BlankTotalFound {
    pub cell: Cell,
    /// The value its parts, or failing them another identity, give it; `None` where some part cannot be read.
    pub amount: Option<Decimal>,
    /// False where blank parts were taken for nought.
    pub is_certain: bool,
}

/// A blank total and the entries that can say what it is.
#[derive(Clone, Debug)]
struct BlankTotal {
    cell: Cell,
    /// Entries in which it is the total.
    by_parts: Vec<usize>,
    /// Other entries that it takes part in: the second derivations.
    otherwise: Vec<usize>,
}

/// A blank total's worth and the entry that gave it.
struct Derived {
    total: Cell,
    entry: usize,
    worth: Worth,
}

impl Ledger {
    /// Works out every identity of the form on `report`.
    pub fn new(report: &Report, presence: &Presence) -> Ledger {
        let mut ledger = Ledger::default();
        let mut absent = Vec::new();
        for rule in RULES {
            for instance in instances(rule, presence) {
                absent.push(!instance.stands(report, presence));
                let Instance { identity, spot } = instance;
                ledger.entries.push(Entry { identity, spot, standing: Standing::NotApplicable });
            }
        }
        for (cell, figure) in &report.figures {
            if matches!(cell, Cell::Proactive(..)) {
                continue;
            }
            if let State::Number(amount) = figure.state {
                ledger.firm.insert(*cell, Worth { amount, source: Source::Printed, grounded: true });
            } else if figure.is_empty() && is_total(*cell) && !presence.is_additional(*cell) {
                ledger.blank_totals.push(*cell);
            }
        }
        let blank_totals = ledger.derivations_of_blank_totals(&absent);
        let spent = ledger.derive_from_print(blank_totals.clone());
        let spent_loosely = ledger.derive_with_blanks_as_zero(report, blank_totals);
        for (index, is_absent) in absent.iter().enumerate() {
            if !is_absent && !spent.contains(&index) {
                ledger.entries[index].standing = ledger.judge(report, index, spent_loosely.contains(&index));
            }
        }
        ledger
    }

    /// The entries of the rule with this code.
    pub fn of(&self, code: &str) -> impl Iterator<Item = &Entry> {
        let code = code.to_owned();
        self.entries.iter().filter(move |entry| entry.identity.code == code)
    }

    /// What the cell is worth with blank parts taken for nought; `None` where that cannot be known.
    pub fn worth(&self, cell: Cell) -> Option<Worth> {
        self.loose.get(&cell).copied()
    }

    /// The blank totals of tables 3 and 4 of which at least one part is printed, with the value they must have.
    pub fn blank_totals_with_parts(&self) -> Vec<BlankTotalFound> {
        self.blank_totals
            .iter()
            .filter(|cell| self.has_printed_part(**cell, &self.loose))
            .map(|cell| BlankTotalFound {
                cell: *cell,
                amount: self.worth(*cell).map(|worth| worth.amount),
                is_certain: self.firm.contains_key(cell),
            })
            .listed()
    }

    /// What the cell is worth for certain: printed, or derived from printed cells alone.
    pub fn certain(&self, cell: Cell) -> Option<Decimal> {
        self.firm.get(&cell).map(|worth| worth.amount)
    }

    /// `actual - expected` of an entry as a sum over cells that stand on their own, each with its factor: derived
    /// totals are replaced by what they are derived from.
    pub fn expanded(&self, index: usize) -> SortedMap<Cell, i64> {
        let mut factors = SortedMap::new();
        for (cell, role) in self.entries[index].identity.terms() {
            self.expand(cell, role.sign(), &mut factors);
        }
        factors.retain(|_, factor| *factor != 0);
        factors
    }

    fn expand(&self, cell: Cell, factor: i64, factors: &mut SortedMap<Cell, i64>) {
        match self.loose.get(&cell).map(|worth| worth.source) {
            Some(Source::Derived(index)) => {
                let terms: Vec<_> = self.entries[index].identity.terms().listed();
                let own = terms.iter().find(|(other, _)| *other == cell).map_or(1, |(_, role)| role.sign());
                for (other, role) in terms {
                    if other != cell {
                        self.expand(other, -own * role.sign() * factor, factors);
                    }
                }
            }
            _ => *factors.entry(cell).or_insert(0) += factor,
        }
    }

    /// Derives blank totals from printed cells, from their own parts first; returns the entries spent on it.
    fn derive_from_print(&mut self, mut open: Vec<BlankTotal>) -> SortedSet<usize> {
        let mut spent = SortedSet::new();
        loop {
            let free = |index: &&usize| !spent.contains(*index);
            let by_parts = open.iter().find_map(|total| {
                let mut indices = total.by_parts.iter().filter(free);
                indices.find_map(|index| self.solve(*index, total.cell, &self.firm))
            });
            // A row or column that is blank from end to end has no second derivation: it says nothing.
            let mut with_a_part = open.iter().filter(|total| self.has_printed_part(total.cell, &self.firm));
            let derived = by_parts.or_else(|| {
                with_a_part.find_map(|total| {
                    let mut indices = total.otherwise.iter().filter(free);
                    indices
                        .find_map(|index| self.solve(*index, total.cell, &self.firm))
                        .filter(|derived| !derived.worth.amount.is_negative())
                })
            });
            let Some(Derived { total, entry, worth }) = derived else { return spent };
            self.firm.insert(total, worth);
            spent.insert(entry);
            open.retain(|blank| blank.cell != total);
        }
    }

    /// Takes blank parts for nought and derives what blank totals are left from their parts; returns the entries
    /// spent on it.
    fn derive_with_blanks_as_zero(&mut self, report: &Report, mut open: Vec<BlankTotal>) -> SortedSet<usize> {
        self.loose = self.firm.clone();
        let blank = Worth { amount: Decimal::ZERO, source: Source::Blank, grounded: false };
        for (cell, figure) in &report.figures {
            if figure.is_empty() && !is_total(*cell) && !matches!(cell, Cell::Proactive(..)) {
                self.loose.insert(*cell, blank);
            }
        }
        let mut spent = SortedSet::new();
        open.retain(|blank| !self.loose.contains_key(&blank.cell));
        while let Some(Derived { total, entry, worth }) = open.iter().find_map(|total| {
            total.by_parts.iter().find_map(|index| self.solve(*index, total.cell, &self.loose))
        }) {
            self.loose.insert(total, worth);
            spent.insert(entry);
            open.retain(|blank| blank.cell != total);
        }
        spent
    }

    /// The blank totals and the entries that can say what they are: 总计 of a row comes from its kinds before its
    /// column. The 小计 that a publisher added derive nothing.
    fn derivations_of_blank_totals(&self, absent: &[bool]) -> Vec<BlankTotal> {
        self.blank_totals
            .iter()
            .map(|cell| {
                let with = |wanted: &dyn Fn(Role) -> bool| -> Vec<usize> {
                    let entries = self.entries.iter().enumerate();
                    let own = entries.filter(|(index, entry)| {
                        !absent[*index]
                            && !matches!(entry.spot, Spot::Cell(..))
                            && entry.identity.terms().any(|(other, role)| other == *cell && wanted(role))
                    });
                    own.map(|(index, _)| index).listed()
                };
                let mut by_parts = with(&|role| role == Role::Total);
                sorted::sort_by_key(&mut by_parts, |index| {
                    matches!(self.entries[*index].spot, Spot::Column(_))
                });
                BlankTotal { cell: *cell, by_parts, otherwise: with(&|role| role != Role::Total) }
            })
            .listed()
    }

    fn has_printed_part(&self, total: Cell, known: &SortedMap<Cell, Worth>) -> bool {
        self.entries.iter().any(|entry| {
            entry.identity.right.contains(&(total, Role::Total))
                && entry
                    .identity
                    .left
                    .iter()
                    .any(|(part, _)| known.get(part).is_some_and(|worth| worth.grounded))
        })
    }

    /// The value of `total` under which the entry holds, if all its other cells are known.
    fn solve(&self, index: usize, total: Cell, known: &SortedMap<Cell, Worth>) -> Option<Derived> {
        let mut rest = Decimal::ZERO;
        let mut own = 1;
        let mut grounded = false;
        for (cell, role) in self.entries[index].identity.terms() {
            if cell == total {
                own = role.sign();
                continue;
            }
            let worth = known.get(&cell)?;
            rest = if role.sign() > 0 {
                rest.checked_add(worth.amount)?
            } else {
                rest.checked_sub(worth.amount)?
            };
            grounded |= worth.grounded;
        }
        let amount = if own > 0 { Decimal::ZERO.checked_sub(rest)? } else { rest };
        let worth = Worth { amount, source: Source::Derived(index), grounded };
        Some(Derived { total, entry: index, worth })
    }

    fn judge(&self, report: &Report, index: usize, spent_loosely: bool) -> Standing {
        let identity = &self.entries[index].identity;
        for (cell, _) in identity.terms() {
            match report.figures.get(&cell).map(|figure| figure.state) {
                Some(State::Unreadable) => return Standing::Undecided(Doubt::Unreadable(cell)),
                None => return Standing::Undecided(Doubt::Lost(cell)),
                Some(State::Number(_) | State::Blank | State::Dash) => {}
            }
        }
        let grounded = |cell: Cell| self.loose.get(&cell).is_some_and(|worth| worth.grounded);
        if !identity.terms().any(|(cell, _)| grounded(cell)) {
            return Standing::Undecided(Doubt::AllBlank);
        }
        if spent_loosely || !identity.terms().all(|(cell, _)| self.loose.contains_key(&cell)) {
            return Standing::Undecided(Doubt::BlankTotal);
        }
        let blank_as_zero = identity.terms().any(|(cell, _)| !self.firm.contains_key(&cell));
        match self.gap(identity, blank_as_zero) {
            None => Standing::Undecided(Doubt::TooLarge),
            Some(gap) if gap.difference.is_zero() => Standing::Holds { blank_as_zero },
            Some(gap) => Standing::Broken(gap),
        }
    }

    fn gap(&self, identity: &Identity, blank_as_zero: bool) -> Option<Gap> {
        let (mut expected, mut actual) = (Decimal::ZERO, Decimal::ZERO);
        for (cell, role) in identity.terms() {
            let side = if role.sign() > 0 { &mut actual } else { &mut expected };
            *side = side.checked_add(self.loose.get(&cell)?.amount)?;
        }
        let difference = actual.checked_sub(expected)?;
        let mut uncertain = identity.terms().filter(|(cell, _)| !self.firm.contains_key(cell));
        let closing = match (uncertain.next(), uncertain.next()) {
            (Some((cell, role)), None) if self.loose.get(&cell)?.source == Source::Blank => {
                let value = if role.sign() > 0 { Decimal::ZERO.checked_sub(difference)? } else { difference };
                (!value.is_negative()).then_some((cell, value))
            }
            _ => None,
        };
        Some(Gap { expected, actual, difference, blank_as_zero, closing })
    }
}

/// True for what principle 3 of the catalogue calls a total.
pub(crate) fn is_total(cell: Cell) -> bool {
    match cell {
        Cell::Request(row, column) => row == RequestRow::OutcomeTotal || column == Applicant::Total,
        Cell::Dispute(_, result) => result == DisputeOutcome::Total,
        Cell::Proactive(..) => false,
    }
}
