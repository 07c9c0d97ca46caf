//! What is kept of a report to hold it against others: reports of other years, of the organs under it, of the one
//! above it. It is small, so that thousands of files can be kept.

use super::sketch::Sketch;
use super::{Facts, prose};
use crate::document::{Origin, Place};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, Edition, Item, ItemField, OutcomeGroup, RequestRow, Section};
use crate::report::{Certainty, Date, Figure, Issuer, Unit};
use crate::rules::{Finding, Responsibility, Role, is_such_a_report};
use crate::sorted::SortedMap;

/// What is kept of a report.
#[derive(Clone, Debug)]
pub struct Extract {
    /// The source's name.
    pub name: String,
    /// Whose report it is; `None` where nothing could be recognised.
    pub issuer: Option<Issuer>,
    /// The report year.
    pub year: Option<u16>,
    /// The publication date.
    pub published_on: Option<Date>,
    /// False where nothing of a report could be had.
    pub is_report: bool,
    /// The edition whose rows table 2 has; `None` where it is missing.
    pub(crate) proactive: Option<Edition>,
    /// The edition whose rows table 3 has; `None` where it is missing.
    pub(crate) requests: Option<Edition>,
    /// True where table 4 stands.
    pub(crate) disputes: bool,
    /// The words of sections 一 and 六, and of section 五.
    pub(crate) prose: Sketch,
    pub(crate) problems: Sketch,
    kept: SortedMap<Cell, Kept>,
}

/// What is kept of a cell.
#[derive(Clone, Copy, Debug)]
struct Kept {
    worth: Worth,
    block: u32,
    square: Option<(u16, u16)>,
    origin: Origin,
    certainty: Certainty,
}

/// What a cell is worth. Amounts of money are in 万元.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    /// Printed, or what printed parts make of a blank total.
    Certain(Decimal),
    /// This, if blanks count as nought.
    IfBlankIsZero(Decimal),
    /// It cannot be known.
    Unknown,
}

impl Worth {
    /// The figure, blanks taken for nought.
    pub fn loosely(self) -> Option<Decimal> {
        match self {
            Worth::Certain(amount) | Worth::IfBlankIsZero(amount) => Some(amount),
            Worth::Unknown => None,
        }
    }

    /// The figure without taking any blank for nought.
    pub fn certainly(self) -> Option<Decimal> {
        match self {
            Worth::Certain(amount) => Some(amount),
            Worth::IfBlankIsZero(_) | Worth::Unknown => None,
        }
    }
}

impl Extract {
    /// What is kept of the report that `facts` are about, read from the source `name`.
    pub fn new(name: &str, facts: &Facts<'_>) -> Extract {
        let report = facts.report;
        let is_report = facts.unread.is_none() && is_such_a_report(report);
        let words = |sections: &[Section]| {
            let texts = sections.iter().filter_map(|section| prose::words(facts, *section));
            Sketch::of(&texts.collect::<String>())
        };
        let mut extract = Extract {
            name: name.to_owned(),
            issuer: report.issuer.clone(),
            year: report.year.as_ref().map(|year| year.value),
            published_on: report.published_on.as_ref().map(|date| date.value),
            is_report,
            proactive: (!facts.presence.items.is_empty()).then_some(facts.presence.proactive),
            requests: facts.presence.has_requests().then_some(facts.presence.requests),
            disputes: facts.presence.has_disputes(),
            prose: words(&[Section::Overview, Section::OtherMatters]),
            problems: words(&[Section::Problems]),
            kept: report
                .figures
                .iter()
                .map(|(cell, figure)| (*cell, kept(worth(*cell, figure, facts), figure)))
                .collect(),
        };
        extract.add_up_other_outcomes();
        extract
    }

    /// What the cell is worth.
    pub(crate) fn worth(&self, cell: Cell) -> Worth {
        self.kept.get(&cell).map_or(Worth::Unknown, |kept| kept.worth)
    }

    /// The figure of a cell, printed or worked out from printed ones; `None` where that is not certain.
    pub fn certain(&self, cell: Cell) -> Option<Decimal> {
        self.worth(cell).certainly()
    }

    /// The cells that stand, in the form's order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell> {
        self.kept.keys().copied()
    }

    /// The edition whose rows and columns the cell's table has, or `None` where the table does not stand.
    pub(crate) fn edition_of(&self, cell: Cell) -> Option<Edition> {
        match cell {
            Cell::Proactive(..) => self.proactive,
            Cell::Request(..) => self.requests,
            Cell::Dispute(..) => self.disputes.then_some(Edition::Y2021),
        }
    }

    /// `finding` about `cells` of this report; it stands where the first of them is printed, and is the reader's
    /// affair where one was read by position or guess.
    pub(crate) fn about(&self, mut finding: Finding, cells: Vec<(Cell, Role)>) -> Finding {
        let kept = |(cell, _): &(Cell, Role)| self.kept.get(cell);
        finding.place = cells.iter().find_map(kept).map(|kept| Place {
            block: kept.block as usize,
            square: kept.square.map(|(row, column)| (row.into(), column.into())),
            characters: None,
            origin: kept.origin,
        });
        if cells.iter().filter_map(kept).any(|kept| kept.certainty != Certainty::Label) {
            finding.responsibility = Responsibility::Reading;
        }
        finding.cells = cells;
        finding
    }

    /// The one row of the older form in the place of the three of the newer: what both can be held against.
    fn add_up_other_outcomes(&mut self) {
        for column in Applicant::PRINTED {
            let total = Cell::Request(RequestRow::OtherTotal, column);
            let parts = OutcomeGroup::Other.rows(Edition::Y2021).iter();
            let parts: Option<Vec<Kept>> =
                parts.map(|row| self.kept.get(&Cell::Request(*row, column)).copied()).collect();
            if self.kept.contains_key(&total) || self.requests != Some(Edition::Y2021) {
                continue;
            }
            if let Some([first, rest @ ..]) = parts.as_deref() {
                let worth = rest.iter().fold(first.worth, |sum, part| plus(sum, part.worth));
                self.kept.insert(total, Kept { worth, ..*first });
            }
        }
    }
}

/// The sum of two worths.
pub(crate) fn plus(one: Worth, other: Worth) -> Worth {
    let sum = one.loosely().zip(other.loosely()).and_then(|(one, other)| one.checked_add(other));
    match (sum, one, other) {
        (Some(sum), Worth::Certain(_), Worth::Certain(_)) => Worth::Certain(sum),
        (Some(sum), ..) => Worth::IfBlankIsZero(sum),
        (None, ..) => Worth::Unknown,
    }
}

/// The cells that a form prints: of tables 2 and 3 in their editions, and table 4.
pub(crate) fn form_cells(proactive: Option<Edition>, requests: Option<Edition>, disputes: bool) -> Vec<Cell> {
    let mut cells = proactive.map(Cell::of_table_2).unwrap_or_default();
    cells.extend(requests.map(Cell::of_table_3).unwrap_or_default());
    if disputes {
        cells.extend(Cell::of_table_4());
    }
    cells
}

/// Cells that several rules speak of.
pub(crate) const NEW_TOTAL: Cell = Cell::Request(RequestRow::NewReceived, Applicant::Total);
pub(crate) const FEES: Cell = Cell::Proactive(Item::Fees, ItemField::AmountWanYuan);

fn worth(cell: Cell, figure: &Figure, facts: &Facts<'_>) -> Worth {
    if matches!(cell, Cell::Proactive(..)) {
        let number = match (figure.number(), cell.is_amount(), figure.unit) {
            (Some(number), false, _) | (Some(number), true, Some(Unit::WanYuan)) => Some(number),
            (Some(number), true, Some(Unit::Yuan)) => number.over_ten_to(4),
            (Some(number), true, Some(Unit::YiYuan)) => number.times_ten_to(4),
            // The fee's column is in 万元; any other amount says its unit itself, or cannot be known.
            (Some(number), true, _) => (cell == FEES || number.is_zero()).then_some(number),
            (None, ..) if figure.is_empty() => return Worth::IfBlankIsZero(Decimal::ZERO),
            (None, ..) => None,
        };
        return number.map_or(Worth::Unknown, Worth::Certain);
    }
    match (facts.ledger.certain(cell), facts.ledger.worth(cell)) {
        (Some(amount), _) => Worth::Certain(amount),
        (None, Some(worth)) => Worth::IfBlankIsZero(worth.amount),
        (None, None) => Worth::Unknown,
    }
}

fn kept(worth: Worth, figure: &Figure) -> Kept {
    let place = figure.place;
    let small = |number: usize| u16::try_from(number).ok();
    Kept {
        worth,
        block: u32::try_from(place.block).unwrap_or(u32::MAX),
        square: place.square.and_then(|(row, column)| Some((small(row)?, small(column)?))),
        origin: place.origin,
        certainty: figure.certainty,
    }
}
