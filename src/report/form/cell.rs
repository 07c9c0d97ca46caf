//! The name of every statutory cell.

use super::{Applicant, DisputeOutcome, Edition, Item, ItemField, RequestRow, Track};
use crate::language::{Language, Sentence};
use crate::sorted::Listed;
use std::fmt;

/// A cell of the statutory tables, by what it means. Its order is the form's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Table 2: an item and its field.
    Proactive(Item, ItemField),
    /// Table 3: a row and its column.
    Request(RequestRow, Applicant),
    /// Table 4: a track and its column.
    Dispute(Track, DisputeOutcome),
}

impl Cell {
    /// The cell of a name such as `requests.new_received.total`; `None` for any other text.
    pub fn from_name(name: &str) -> Option<Cell> {
        let mut parts = name.split('.');
        let (table, row, column) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        match table {
            "proactive" => Some(Cell::Proactive(Item::from_key(row)?, ItemField::from_key(column)?)),
            "requests" => Some(Cell::Request(RequestRow::from_key(row)?, Applicant::from_key(column)?)),
            "disputes" => Some(Cell::Dispute(Track::from_key(row)?, DisputeOutcome::from_key(column)?)),
            _ => None,
        }
    }

    /// The row's and the column's words for messages: 「予以公开 · 自然人」.
    pub fn label(self) -> Sentence {
        let (row, column) = match self {
            Cell::Proactive(item, field) => (item.label(), field.label()),
            Cell::Request(row, column) => (row.short_label(), column.label()),
            Cell::Dispute(track, column) => (track.label(), column.label()),
        };
        let join = |language: Language| format!("{} · {}", row.get(language), column.get(language));
        Sentence { zh: join(Language::Zh), en: join(Language::En) }
    }

    /// True where the cell holds money, not a count.
    pub const fn is_amount(self) -> bool {
        matches!(self, Cell::Proactive(_, field) if field.is_amount())
    }

    /// The cells that table 2 prints in an edition.
    pub fn of_table_2(edition: Edition) -> Vec<Cell> {
        Item::ALL
            .into_iter()
            .flat_map(|item| item.fields(edition).iter().map(move |field| Cell::Proactive(item, *field)))
            .listed()
    }

    /// The cells that table 3 prints in an edition: 161 or 175.
    pub fn of_table_3(edition: Edition) -> Vec<Cell> {
        RequestRow::printed(edition)
            .into_iter()
            .flat_map(|row| Applicant::PRINTED.into_iter().map(move |column| Cell::Request(row, column)))
            .listed()
    }

    /// The 15 cells of table 4.
    pub fn of_table_4() -> Vec<Cell> {
        Track::ALL
            .into_iter()
            .flat_map(|track| DisputeOutcome::ALL.into_iter().map(move |column| Cell::Dispute(track, column)))
            .listed()
    }
}

impl fmt::Display for Cell {
    /// The name in JSON: `requests.new_received.total`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Proactive(item, field) => write!(formatter, "proactive.{}.{}", item.key(), field.key()),
            Cell::Request(row, column) => write!(formatter, "requests.{}.{}", row.key(), column.key()),
            Cell::Dispute(track, column) => write!(formatter, "disputes.{}.{}", track.key(), column.key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_the_tables_have_the_forms_size() {
        for edition in Edition::ALL {
            let cells = [Cell::of_table_2(edition), Cell::of_table_3(edition), Cell::of_table_4()].concat();
            for cell in &cells {
                assert_eq!(Cell::from_name(&cell.to_string()), Some(*cell));
            }
        }
        assert_eq!(Cell::of_table_2(Edition::Y2019).len(), 22);
        assert_eq!(Cell::of_table_2(Edition::Y2021).len(), 10);
        assert_eq!(Cell::of_table_3(Edition::Y2019).len(), 161);
        assert_eq!(Cell::of_table_3(Edition::Y2021).len(), 175);
        assert_eq!(Cell::from_name("requests.new_received"), None);
    }
}
