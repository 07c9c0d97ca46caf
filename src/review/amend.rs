//! A report with some of its figures changed by hand, judged again.

use super::{Review, conclude};
use crate::document::{Block, Place};
use crate::report::form::Cell;
use crate::report::{Figure, Report, Statutory, figure_of};
use crate::sorted::SortedMap;

/// The review of what `review` judged, with these cells saying something else. Nothing is read or recognised
/// again: the prose and its claims stay, and so does everything that a report says outside its figures. A text
/// that a cell had already changes nothing. A cell that is not in the document is put at its table's place.
pub fn amend(review: &Review, texts: &SortedMap<Cell, String>) -> Review {
    let Some(report) = &review.report else { return review.clone() };
    let (mut report, mut document) = (report.clone(), review.document.clone());
    let mut amended = review.amended.clone();
    for (cell, text) in texts {
        let before = report.figures.get(cell);
        let raw = before.map(|figure| figure.raw.trim());
        if raw.unwrap_or_default() == text.trim() {
            continue;
        }
        amended.entry(*cell).or_insert_with(|| raw.unwrap_or_default().to_owned());
        let place = before.map_or_else(|| place_of_table(&report, *cell), |figure| figure.place);
        if stands_alone(&report.figures, place)
            && let (Some(Block::Table(table)), Some((row, column))) =
                (document.blocks.get_mut(place.block), place.square)
        {
            table.rewrite(row, column, text.clone());
        }
        report.figures.insert(*cell, figure_of(*cell, text, place));
    }
    Review { amended, ..conclude(review.source.clone(), document, report, None) }
}

/// True where no two cells were read from the square at `place`: only then can one be written over.
fn stands_alone(figures: &SortedMap<Cell, Figure>, place: Place) -> bool {
    let same = |figure: &&Figure| figure.place.block == place.block && figure.place.square == place.square;
    figures.values().filter(same).count() == 1
}

fn place_of_table(report: &Report, cell: Cell) -> Place {
    let is_its = |table: Statutory| {
        matches!(
            (table, cell),
            (Statutory::Proactive(_), Cell::Proactive(..))
                | (Statutory::Requests, Cell::Request(..))
                | (Statutory::Disputes, Cell::Dispute(..))
        )
    };
    let table = report.tables.iter().find(|found| is_its(found.table));
    table.map(|found| Place { square: None, ..found.place }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Source;
    use crate::review::{Verdict, review};

    const BROKEN: &[u8] = include_bytes!("../../www/samples/broken.txt");
    const CLEAN: &[u8] = include_bytes!("../../www/samples/clean.html");

    fn of(name: &str) -> Review {
        let bytes = if name == "broken.txt" { BROKEN } else { CLEAN };
        review(Source { name, bytes })
    }

    fn texts(changes: &[(&str, &str)]) -> SortedMap<Cell, String> {
        let cell = |name: &str| Cell::from_name(name).expect("a cell of the form");
        changes.iter().map(|(name, text)| (cell(name), (*text).to_owned())).collect()
    }

    fn failed(review: &Review) -> Vec<String> {
        let errors = review.outcomes.iter().filter(|outcome| {
            matches!(&outcome.status, crate::rules::Status::Failed(_)) && outcome.code.starts_with('R')
        });
        errors.map(|outcome| format!("{}@{}", outcome.code, outcome.at.as_deref().unwrap_or(""))).collect()
    }

    #[test]
    fn the_suggested_change_makes_the_sums_hold() {
        let before = of("broken.txt");
        let change = &before.diagnoses[0].changes[0];
        let mended = amend(&before, &SortedMap::from([(change.cell, change.to.to_string())]));
        assert_eq!(failed(&before), ["R02@natural_person", "R03@unable_not_held"]);
        assert_eq!(failed(&mended), [""; 0]);
        assert_eq!(mended.diagnoses, []);
        assert_eq!(mended.amended, SortedMap::from([(change.cell, "14".to_owned())]));
        assert_eq!(mended.source, before.source);
    }

    #[test]
    fn what_a_cell_said_already_changes_nothing() {
        let before = of("clean.html");
        let same = before
            .report
            .as_ref()
            .map(|report| report.figures.iter().map(|(cell, figure)| (*cell, figure.raw.clone())).collect());
        let after = amend(&before, &same.expect("a report"));
        assert_eq!((after.verdict, after.amended.len()), (Verdict::Passed, 0));
        assert_eq!(after, before);
    }

    #[test]
    fn a_changed_figure_is_judged_and_stands_in_the_document() {
        let before = of("clean.html");
        let after = amend(&before, &texts(&[("requests.new_received.total", "9x")]));
        assert_eq!(after.verdict, Verdict::Failed);
        let document = crate::export::html::page(&after.document, after.report.as_ref());
        assert!(document.contains("data-cell=\"requests.new_received.total\">9x<"), "{document}");
    }
}
