//! Reports added up, as a document: the statutory tables in the form's own layout, and what was added up. Read again,
//! it gives the same figures.

use super::page::sheets;
use super::wording;
use crate::document::{Block, Document, Origin, TableBuilder};
use crate::language::{Language, Sentence};
use crate::rules::RollUp;

/// The document of the sums.
pub fn document(roll_up: &RollUp<'_>, language: Language) -> Document {
    let report = roll_up.report();
    let mut blocks = Vec::new();
    if let Some(year) = roll_up.year {
        blocks.push(heading(1, wording::roll_up_title(year)));
    }
    let names = |names: Vec<String>| Sentence::list(names.into_iter().map(Sentence::same));
    let children = names(roll_up.children.iter().map(|child| child.name.clone()).collect());
    let mut told = vec![wording::added_up(roll_up.children.len(), &children)];
    told.extend((roll_up.with_blanks() > 0).then(|| wording::blanks_added_up(roll_up.with_blanks())));
    told.extend(roll_up.left_out.iter().map(|(child, reason)| wording::left_out(&child.name, reason)));
    blocks.extend(told.into_iter().map(|sentence| Block::Paragraph {
        text: sentence.get(language).to_owned(),
        origin: Origin::default(),
    }));
    // The form's own words are Chinese: what is written here is to be read as a report again.
    for grid in sheets(&report, Language::Zh) {
        blocks.extend(grid.caption.map(|caption| heading(2, caption)));
        let mut builder = TableBuilder::new(Origin::default());
        for row in grid.rows {
            builder.start_row();
            for square in row {
                builder.cell(square.text, square.row_span, square.column_span, Origin::default());
            }
        }
        blocks.extend(builder.finish().map(Block::Table));
    }
    Document { blocks, ..Document::default() }
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text, origin: Origin::default() }
}
