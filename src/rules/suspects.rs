//! Which single cell could be wrong where an identity does not hold, ranked by what arithmetic proves.

use super::Suspect;
use super::ledger::{Entry, Gap, Ledger, Source, Standing};
use crate::number::Decimal;
use crate::report::form::Cell;
use crate::sorted::{self, Listed, SortedMap};

/// Every identity that was decided, as a sum over cells that stand on their own.
pub(crate) struct Web<'a> {
    ledger: &'a Ledger,
    strands: Vec<Strand>,
}

/// One decided identity: by how much it does not hold, and the factor of each cell in it.
struct Strand {
    difference: Decimal,
    factors: SortedMap<Cell, i64>,
}

impl<'a> Web<'a> {
    /// The web of the decided identities of `ledger`.
    pub fn of(ledger: &'a Ledger) -> Web<'a> {
        let strands = ledger.entries.iter().enumerate().filter_map(|(index, entry)| {
            let difference = match entry.standing {
                Standing::Holds { .. } => Decimal::ZERO,
                Standing::Broken(gap) => gap.difference,
                Standing::NotApplicable | Standing::Undecided(_) => return None,
            };
            Some(Strand { difference, factors: ledger.expanded(index) })
        });
        Web { ledger, strands: strands.listed() }
    }

    /// The cells of `entry` of which a change to one value, not below nought, would close `gap`, with that value.
    ///
    /// A change that breaks another identity comes after one that does not, one that mends more comes first, and
    /// a blank before a printed figure.
    /// Where some change breaks nothing, changes that do are left out: arithmetic speaks against them. What
    /// arithmetic cannot tell apart stands in the form's order.
    pub fn suspects(&self, entry: &Entry, gap: Gap) -> Vec<Suspect> {
        let Some(index) = self.ledger.entries.iter().position(|other| std::ptr::eq(other, entry)) else {
            return Vec::new();
        };
        let mut ranked: Vec<(Rank, Suspect)> = self
            .ledger
            .expanded(index)
            .into_iter()
            .filter_map(|(cell, factor)| {
                let to = self.mended(cell, factor, gap)?;
                let change = to.checked_sub(self.ledger.worth(cell)?.amount)?;
                Some((self.rank(cell, change), Suspect { cell, to }))
            })
            .listed();
        if ranked.iter().any(|(rank, _)| rank.broken == 0) {
            ranked.retain(|(rank, _)| rank.broken == 0);
        }
        sorted::sort_by_key(&mut ranked, |(rank, _)| *rank);
        ranked.into_iter().map(|(_, suspect)| suspect).listed()
    }

    /// The value of `cell` that closes `gap`, where it can have one. Of blanks only the one that alone is blank.
    fn mended(&self, cell: Cell, factor: i64, gap: Gap) -> Option<Decimal> {
        let worth = self.ledger.worth(cell)?;
        match worth.source {
            Source::Printed => {}
            Source::Blank => return gap.closing.filter(|(blank, _)| *blank == cell).map(|(_, value)| value),
            Source::Derived(_) => return None,
        }
        let to = match factor {
            1 => worth.amount.checked_sub(gap.difference)?,
            -1 => worth.amount.checked_add(gap.difference)?,
            _ => return None,
        };
        (!to.is_negative()).then_some(to)
    }

    fn rank(&self, cell: Cell, change: Decimal) -> Rank {
        let (mut broken, mut left) = (0, 0);
        for strand in &self.strands {
            let factor = strand.factors.get(&cell).copied().unwrap_or(0);
            let after = match factor {
                0 => Some(strand.difference),
                1 => strand.difference.checked_add(change),
                -1 => strand.difference.checked_sub(change),
                _ => None,
            };
            let mended = after.is_some_and(Decimal::is_zero);
            match (strand.difference.is_zero(), mended) {
                (true, false) => broken += 1,
                (false, false) => left += 1,
                (_, true) => {}
            }
        }
        let is_printed = self.ledger.worth(cell).is_some_and(|worth| worth.source == Source::Printed);
        Rank { broken, left, is_printed }
    }
}

/// How well a change would do: the less the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// How many identities that hold it would break.
    broken: usize,
    /// How many broken identities it would leave so.
    left: usize,
    /// A printed figure would have to be changed rather than a blank filled.
    is_printed: bool,
}
