//! Reports added up cell by cell.

use super::wording::{LACKS, OTHER_YEAR, UNREAD};
use crate::language::Sentence;
use crate::report::form::{Cell, Edition};
use crate::report::{Certainty, EditionFound, Editions, Figure, Located, Report, State, Unit};
use crate::rules::Extract;
use crate::rules::extract::{FEES, Worth, form_cells, plus};
use crate::rules::sheet::Sheet;
use crate::sorted::SortedMap;

/// Reports of a stated set of organs, added up, and the report that they are to make up.
#[derive(Clone, Debug)]
pub struct RollUp<'a> {
    /// The report of the organ above them; `None` where they are only added up.
    pub parent: Option<&'a Extract>,
    /// The reports that were added up.
    pub children: Vec<&'a Extract>,
    /// Those that could not be, or not in every table, each with the reason.
    pub left_out: Vec<(&'a Extract, Sentence)>,
    /// The year that was added up.
    pub year: Option<u16>,
    sums: SortedMap<Cell, Worth>,
    editions: [Option<Edition>; 2],
}

impl<'a> RollUp<'a> {
    /// Adds up `reports`. Where forms are mixed, what both have is added up: of table 3 everything but the parts of
    /// （六）, of table 2 the decisions.
    pub fn new(reports: &[&'a Extract], parent: Option<&'a Extract>) -> RollUp<'a> {
        let year = parent.map_or_else(|| commonest_year(reports), |parent| parent.year);
        let mut roll_up = RollUp {
            parent,
            children: Vec::new(),
            left_out: Vec::new(),
            year,
            sums: SortedMap::new(),
            editions: [None; 2],
        };
        for report in reports {
            match reason(report, year) {
                Some(reason) => roll_up.left_out.push((report, reason)),
                None => roll_up.children.push(report),
            }
        }
        roll_up.add_up();
        roll_up
    }

    /// The sum of a cell; `None` where no such cell was added up.
    pub(crate) fn sum(&self, cell: Cell) -> Option<Worth> {
        self.sums.get(&cell).copied()
    }

    /// The cells that were added up, in the form's order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell> {
        self.sums.keys().copied()
    }

    /// The first report whose figure of `cell` is not known.
    pub(crate) fn unknown(&self, cell: Cell) -> Option<&'a Extract> {
        self.children.iter().find(|child| child.worth(cell) == Worth::Unknown).copied()
    }

    /// How many sums take a blank for nought.
    pub fn with_blanks(&self) -> usize {
        self.sums.values().filter(|worth| matches!(worth, Worth::IfBlankIsZero(_))).count()
    }

    /// The sums as a report: figures without a place. A sum that cannot be known is blank.
    pub fn report(&self) -> Report {
        let figure = |cell: Cell, worth: Worth| {
            let amount = worth.loosely();
            // Of amounts only the fee's column has its unit in its head.
            let unit = (cell.is_amount() && cell != FEES).then_some(Unit::WanYuan);
            let mut raw = amount.map_or(String::new(), |amount| amount.to_string());
            raw.push_str(amount.and(unit).and_then(Unit::money).unwrap_or_default());
            Figure {
                raw,
                state: amount.map_or(State::Blank, State::Number),
                unit,
                remark: None,
                manners: Vec::new(),
                certainty: Certainty::Label,
                place: Default::default(),
            }
        };
        let [proactive, requests] = self.editions.map(|edition| edition.map(EditionFound::Plain));
        Report {
            year: self.year.map(|value| Located { value, place: Default::default() }),
            editions: Editions { proactive, requests },
            figures: self.sums.iter().map(|(cell, worth)| (*cell, figure(*cell, *worth))).collect(),
            ..Report::default()
        }
    }

    fn add_up(&mut self) {
        let members: Vec<&Extract> = self.children.iter().copied().chain(self.parent).collect();
        let of_one = |edition: fn(&Extract) -> Option<Edition>| {
            let mut editions: Vec<Edition> = members.iter().filter_map(|member| edition(member)).collect();
            editions.dedup();
            editions
        };
        let (proactive, requests) = (of_one(|one| one.proactive), of_one(|one| one.requests));
        // The older form of table 3 is what both have, its （六） added up; of table 2 the newer has the decisions.
        self.editions = [
            if proactive.len() > 1 { Some(Edition::Y2021) } else { proactive.first().copied() },
            if requests.len() > 1 { Some(Edition::Y2019) } else { requests.first().copied() },
        ];
        let disputes = members.iter().any(|member| member.disputes);
        let common = Cell::of_table_2(Edition::Y2019);
        for cell in form_cells(self.editions[0], self.editions[1], disputes) {
            if proactive.len() > 1 && matches!(cell, Cell::Proactive(..)) && !common.contains(&cell) {
                continue;
            }
            let worths = self.children.iter().map(|child| child.worth(cell));
            if let Some(sum) = worths.reduce(plus) {
                self.sums.insert(cell, sum);
            }
        }
        for sheet in Sheet::ALL {
            let lacks = |child: &&&Extract| {
                self.sums.keys().any(|cell| Sheet::of(*cell) == sheet)
                    && !child.cells().any(|cell| Sheet::of(cell) == sheet)
            };
            let without = LACKS.fill(&[("table", sheet.label().into())]);
            let lacking: Vec<_> =
                self.children.iter().filter(lacks).map(|child| (*child, without.clone())).collect();
            self.left_out.extend(lacking);
        }
    }
}

/// Why a report cannot be added up at all.
fn reason(report: &Extract, year: Option<u16>) -> Option<Sentence> {
    if !report.is_report {
        return Some(UNREAD.into());
    }
    let other = report.year.filter(|own| year.is_some_and(|year| *own != year))?;
    Some(OTHER_YEAR.fill(&[("year", Sentence::same(other))]))
}

/// The year that most reports are of; of years that are as common, the latest.
fn commonest_year(reports: &[&Extract]) -> Option<u16> {
    let years = || reports.iter().filter_map(|report| report.year);
    years().max_by_key(|year| (years().filter(|other| other == year).count(), *year))
}
