//! Figures made of what stands in the columns of a row.

use super::alignment::Printed;
use super::lines::Lines;
use super::printed::{self, Measure};
use super::rows::Row;
use crate::document::Place;
use crate::report::form::{Cell, ItemField};
use crate::report::{Certainty, Figure, State, Unit};
use crate::sorted::{Listed, SortedMap};

/// Figures under construction: the first that is read of a cell stands, unless a second one contradicts it.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures(pub(super) SortedMap<Cell, Figure>);

impl Figures {
    /// Adds one row: what stands in each column, or, where that could not be told, that it cannot be known.
    pub(super) fn add_row(
        &mut self,
        lines: &Lines<'_>,
        row: &Row,
        columns: Option<&[Printed<'_>]>,
        cells: &[(Cell, Certainty)],
    ) {
        match columns {
            Some(columns) => {
                for (printed, (cell, certainty)) in columns.iter().zip(cells) {
                    self.add(*cell, figure(printed, measure_of(*cell), *certainty));
                }
            }
            None => {
                for (cell, _) in cells {
                    self.add(*cell, unknown(lines, row));
                }
            }
        }
    }

    /// Adds one figure. The same cell printed twice with two values cannot be known.
    /// Gives amounts without a unit the one that stands over them; 万元 over the column that is in 万元 is not told.
    pub(super) fn put_unit(&mut self, cells: &[(Cell, Certainty)], unit: Unit) {
        for (cell, _) in cells {
            let wanted = match cell {
                Cell::Proactive(_, ItemField::Amount) => true,
                Cell::Proactive(_, ItemField::AmountWanYuan) => unit != Unit::WanYuan,
                _ => false,
            };
            if let Some(figure) = self.0.get_mut(cell).filter(|figure| wanted && figure.number().is_some()) {
                figure.unit = figure.unit.or(Some(unit));
            }
        }
    }

    pub(super) fn add(&mut self, cell: Cell, figure: Figure) {
        match self.0.get_mut(&cell) {
            None => {
                self.0.insert(cell, figure);
            }
            // A label over two rows has its numbers in one of them.
            Some(known) if known.state == State::Blank => *known = figure,
            Some(known) => {
                let contradicts = figure.state != known.state
                    && !matches!(figure.state, State::Blank)
                    && !(figure.is_empty() && known.is_empty());
                if contradicts {
                    known.state = State::Unreadable;
                    known.certainty = Certainty::Guess;
                }
            }
        }
    }
}

/// The figure of one cell.
pub(super) fn figure(printed: &Printed<'_>, measure: Measure, certainty: Certainty) -> Figure {
    let reading = printed::read(printed.text, measure);
    let is_number = matches!(reading.state, State::Number(_));
    let unknown = printed.shared && is_number;
    let by_order = if printed.by_order { Certainty::Position } else { Certainty::Label };
    Figure {
        raw: printed.text.to_owned(),
        state: if unknown { State::Unreadable } else { reading.state },
        unit: reading.unit,
        remark: reading.remark,
        manners: reading.manners,
        certainty: if unknown { Certainty::Guess } else { certainty.max(by_order) },
        place: printed.place,
    }
}

/// A cell whose row stands in the document and whose own text cannot be told from its neighbours'.
fn unknown(lines: &Lines<'_>, row: &Row) -> Figure {
    let texts: Vec<&str> = row.slots.iter().map(|slot| lines.piece(*slot).text).listed();
    let place = row.slots.first().map_or(row.place(lines), |slot| lines.piece(*slot).place);
    Figure {
        raw: texts.join(" "),
        state: State::Unreadable,
        unit: None,
        remark: None,
        manners: Vec::new(),
        certainty: Certainty::Guess,
        place: Place { characters: None, ..place },
    }
}

/// What a cell counts.
pub(super) fn measure_of(cell: Cell) -> Measure {
    match cell {
        Cell::Proactive(_, ItemField::Amount | ItemField::AmountWanYuan) => Measure::Money,
        _ => Measure::Count,
    }
}
