//! Counts of table 3 as pictures take them: what is printed, the sums of it, and what was missing in them.
//!
//! A blank is missing, never nought: it adds nothing and is remembered. A blank total is what its parts make it.

use crate::report::Report;
use crate::report::form::{Applicant, Cell, Edition, OutcomeGroup, RequestRow};

/// The largest count that is drawn. A larger one is a slip or an attack, and is missing here.
const LARGEST: i64 = 999_999_999;

/// A printed count or a sum of printed counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The sum of what is printed.
    pub count: i64,
    /// The cells that it adds up, noughts included.
    pub cells: Vec<Cell>,
    /// The cells that it should add up but that hold no count: blank, a dash, unreadable, negative, a fraction,
    /// or not in the document.
    pub missing: Vec<Cell>,
}

impl Amount {
    /// The sum of several amounts.
    pub fn sum(amounts: impl IntoIterator<Item = Amount>) -> Amount {
        let mut sum = Amount::default();
        for amount in amounts {
            sum.count += amount.count;
            sum.cells.extend(amount.cells);
            sum.missing.extend(amount.missing);
        }
        sum
    }

    /// True where at least one of its cells holds a count.
    pub fn is_printed(&self) -> bool {
        !self.cells.is_empty()
    }

    /// True where every one of its cells holds a count: only then may a claim rest on it.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.is_printed()
    }
}

/// Table 3 of a report.
#[derive(Clone, Copy, Debug)]
pub struct Requests<'a> {
    report: &'a Report,
    edition: Edition,
}

impl<'a> Requests<'a> {
    /// Table 3 of `report`; `None` where none of its cells stands in the document.
    pub fn of(report: &'a Report) -> Option<Requests<'a>> {
        let stands = |row: RequestRow| Applicant::ALL.map(|column| Cell::Request(row, column));
        let any = |rows: &[RequestRow]| {
            rows.iter().flat_map(|row| stands(*row)).any(|cell| report.figures.contains_key(&cell))
        };
        // A hybrid table has whichever rows of （六） it prints.
        let edition = if any(OutcomeGroup::Other.rows(Edition::Y2021)) {
            Edition::Y2021
        } else if any(&[RequestRow::OtherTotal]) {
            Edition::Y2019
        } else {
            report.editions.requests.and_then(|found| found.plain()).unwrap_or(Edition::Y2021)
        };
        any(&RequestRow::printed(edition)).then_some(Requests { report, edition })
    }

    /// What is printed in one cell.
    pub fn cell(&self, row: RequestRow, column: Applicant) -> Amount {
        let cell = Cell::Request(row, column);
        let number = self.report.figures.get(&cell).and_then(|figure| figure.number());
        match number.and_then(|number| number.to_whole()).filter(|count| (0..=LARGEST).contains(count)) {
            Some(count) => Amount { count, cells: vec![cell], missing: Vec::new() },
            None => Amount { count: 0, cells: Vec::new(), missing: vec![cell] },
        }
    }

    /// The six kinds of applicant of a row together.
    pub fn kinds(&self, row: RequestRow) -> Amount {
        Amount::sum(Applicant::KINDS.map(|kind| self.cell(row, kind)))
    }

    /// A row's 总计 as printed or, where it is blank, what its kinds make it.
    pub fn total(&self, row: RequestRow) -> Amount {
        let printed = self.cell(row, Applicant::Total);
        if printed.is_printed() { printed } else { self.kinds(row) }
    }

    /// The rows of a group that this table prints.
    pub fn rows(&self, group: OutcomeGroup) -> &'static [RequestRow] {
        group.rows(self.edition)
    }

    /// The rows that say why, for a group that is divided: none for one that is a single row.
    pub fn grounds(&self, group: OutcomeGroup) -> &'static [RequestRow] {
        match self.rows(group) {
            [_] => &[],
            rows => rows,
        }
    }

    /// A group of outcomes of one kind of applicant, or of all by their totals.
    pub fn group(&self, group: OutcomeGroup, column: Applicant) -> Amount {
        Amount::sum(self.rows(group).iter().map(|row| match column {
            Applicant::Total => self.total(*row),
            _ => self.cell(*row, column),
        }))
    }

    /// All outcomes of a column, added up.
    pub fn outcomes(&self, column: Applicant) -> Amount {
        Amount::sum(OutcomeGroup::ALL.map(|group| self.group(group, column)))
    }

    /// A row of the balance as printed or, where a total is blank, as its parts make it: 新收, 结转 and 结转下年
    /// from their kinds, （七）总计 from the outcomes above it.
    pub fn balance_term(&self, row: RequestRow, column: Applicant) -> Amount {
        let printed = self.cell(row, column);
        match (row, column) {
            _ if printed.is_printed() => printed,
            (RequestRow::OutcomeTotal, Applicant::Total) => {
                let kinds = self.kinds(row);
                if kinds.is_complete() { kinds } else { self.outcomes(column) }
            }
            (RequestRow::OutcomeTotal, _) => self.outcomes(column),
            (_, Applicant::Total) => self.kinds(row),
            _ => printed,
        }
    }

    /// What a column had in hand: 新收 and 上年结转.
    pub fn in_hand(&self, column: Applicant) -> Amount {
        Amount::sum(
            [RequestRow::NewReceived, RequestRow::CarriedIn].map(|row| self.balance_term(row, column)),
        )
    }
}
