//! The hidden rows and columns of an xls, which calamine does not give: a walk over the records (MS-XLS) that say so.

use crate::read::compound::{Compound, long, short};
use std::collections::BTreeSet;

/// What one sheet hides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) rows: BTreeSet<u32>,
    pub(super) columns: BTreeSet<u32>,
}

const BOUND_SHEET: u16 = 0x85;
const COLUMN: u16 = 0x7d;
const ROW: u16 = 0x208;
const BEGIN: u16 = 0x809;
const END: u16 = 0x0a;

/// What each sheet hides, in the order of the workbook; fewer where the file is damaged or older than Excel 97.
pub(super) fn hidden(bytes: &[u8]) -> Vec<Hidden> {
    let stream = Compound::open(bytes).and_then(|compound| compound.stream("Workbook")).unwrap_or_default();
    let mut sheets = Vec::new();
    for (kind, record) in records(&stream, 0) {
        match kind {
            BOUND_SHEET => sheets.push(long(record, 0).map(|start| of_sheet(&stream, start as usize))),
            END => break,
            _ => {}
        }
    }
    sheets.into_iter().map(Option::unwrap_or_default).collect()
}

fn of_sheet(stream: &[u8], start: usize) -> Hidden {
    let mut hidden = Hidden::default();
    let mut depth = 0usize;
    for (kind, record) in records(stream, start) {
        match kind {
            BEGIN => depth += 1,
            // A chart in the sheet has a beginning and an end of its own.
            END if depth <= 1 => break,
            END => depth -= 1,
            ROW if depth == 1 => {
                if let (Some(row), Some(options)) = (short(record, 0), short(record, 12))
                    && options & 0x20 != 0
                {
                    hidden.rows.insert(row.into());
                }
            }
            COLUMN if depth == 1 => {
                if let (Some(first), Some(last), Some(options)) =
                    (short(record, 0), short(record, 2), short(record, 8))
                    && options & 1 != 0
                {
                    hidden.columns.extend(u32::from(first)..=u32::from(last.min(255)));
                }
            }
            _ => {}
        }
    }
    hidden
}

/// Kinds and contents of the records from `start` on.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let record = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((kind, record))
    })
}
