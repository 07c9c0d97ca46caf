//! The head of table 3: which columns there are, in which order, and whether their words are all there.

use super::lines::{Lines, Piece};
use super::rows::Row;
use crate::report::Certainty;
use crate::report::form::{self, Applicant, Word};

/// What the head of one table 3 says.
#[derive(Clone, Debug)]
pub(super) struct RequestsHead {
    /// The columns, left to right.
    pub(super) columns: Vec<Applicant>,
    /// True where the words of every column were found.
    complete: bool,
    /// Blocks with a head of their own that has none of the form's words.
    foreign: Vec<usize>,
}

impl RequestsHead {
    /// Reads the head off its lines. `narrow` is the number of slots that every row has, where all have the same.
    pub(super) fn of(lines: &Lines<'_>, heads: &[&Row], narrow: Option<usize>) -> RequestsHead {
        let mut found: Vec<Applicant> = Vec::new();
        let mut has_legal_persons = false;
        for word in
            heads.iter().flat_map(|row| row.labels.iter()).flat_map(|piece| words(lines.piece(*piece)))
        {
            has_legal_persons |= word == Word::LegalPersons;
            found.extend(applicant(word).filter(|applicant| !found.contains(applicant)));
        }
        let complete = Applicant::PRINTED.iter().all(|column| found.contains(column));
        let foreign = heads.iter().filter(|row| is_foreign(lines, row)).map(|row| row.block).collect();
        let names_a_kind =
            Applicant::LEGAL.iter().any(|kind| *kind != Applicant::OtherOrg && found.contains(kind));
        let columns = if !names_a_kind && has_legal_persons && narrow == Some(3) {
            vec![Applicant::NaturalPerson, Applicant::LegalPersonSubtotal, Applicant::Total]
        } else {
            columns_by_place(lines, heads).unwrap_or_else(|| columns_by_words(lines, heads))
        };
        RequestsHead { columns, complete, foreign }
    }

    /// How sure the columns of a block are.
    pub(super) fn certainty(&self, block: usize) -> Certainty {
        let narrow = self.columns.len() < Applicant::PRINTED.len();
        if (self.complete || narrow) && !self.foreign.contains(&block) {
            Certainty::Label
        } else {
            Certainty::Position
        }
    }

    /// True for a text that is several words of the head in one, or its debris.
    pub(super) fn is_part(text: &str) -> bool {
        let several = form::words_in_one(text).is_some_and(|words| {
            words
                .iter()
                .any(|word| matches!(word, Word::Applicants | Word::LegalPersons | Word::Applicant(_)))
        });
        several || form::is_debris_of_requests_head(text)
    }
}

/// A row of words, one over each column, of which the form has next to none.
fn is_foreign(lines: &Lines<'_>, row: &Row) -> bool {
    let own = row.labels.iter().filter(|piece| !lines.piece(**piece).from_above);
    let known = row.labels.iter().flat_map(|piece| words(lines.piece(*piece))).filter_map(applicant).count();
    row.grid && own.count() > 4 && known < 3
}

fn words(piece: &Piece<'_>) -> Vec<Word> {
    match piece.label() {
        Some(label) => vec![label.word],
        None => form::words_in_one(piece.text).unwrap_or_default(),
    }
}

fn applicant(word: Word) -> Option<Applicant> {
    match word {
        Word::Applicant(applicant) => Some(applicant),
        Word::Other => Some(Applicant::OtherOrg),
        Word::Total => Some(Applicant::Total),
        Word::Subtotal => Some(Applicant::LegalPersonSubtotal),
        _ => None,
    }
}

/// The columns by the grid columns of their words, where a table with spans has each over a column of its own.
fn columns_by_place(lines: &Lines<'_>, heads: &[&Row]) -> Option<Vec<Applicant>> {
    let block = heads.iter().find(|row| row.grid)?.block;
    let pieces = || heads.iter().filter(|row| row.block == block).flat_map(|row| row.labels.iter().copied());
    let spans = pieces().any(|piece| lines.piece(piece).columns > 1 || lines.piece(piece).rows > 1);
    let mut placed: Vec<(usize, Applicant)> = Vec::new();
    for piece in
        pieces().map(|piece| lines.piece(piece)).filter(|piece| piece.columns == 1 && !piece.from_above)
    {
        let Some(applicant) = piece.label().and_then(|label| applicant(label.word)) else { continue };
        if placed.contains(&(piece.column, applicant)) {
            continue;
        }
        if placed.iter().any(|(column, known)| *column == piece.column || *known == applicant) {
            return None;
        }
        placed.push((piece.column, applicant));
    }
    placed.sort_unstable_by_key(|(column, _)| *column);
    let complete = Applicant::PRINTED.iter().all(|column| placed.iter().any(|(_, known)| known == column));
    (spans && complete).then(|| placed.into_iter().map(|(_, applicant)| applicant).collect())
}

/// The columns in the order of their words: 自然人, the kinds as the line of kinds has them, 总计.
fn columns_by_words(lines: &Lines<'_>, heads: &[&Row]) -> Vec<Applicant> {
    let line_of_kinds = heads.iter().find_map(|row| {
        let mut named: Vec<Applicant> = Vec::new();
        for applicant in row.labels.iter().flat_map(|piece| words(lines.piece(*piece))).filter_map(applicant)
        {
            if named.contains(&applicant) {
                return None;
            }
            named.push(applicant);
        }
        Applicant::LEGAL.iter().all(|kind| named.contains(kind)).then_some(named)
    });
    let Some(mut columns) = line_of_kinds else { return Applicant::PRINTED.to_vec() };
    if !columns.contains(&Applicant::NaturalPerson) {
        columns.insert(0, Applicant::NaturalPerson);
    }
    if !columns.contains(&Applicant::Total) {
        columns.push(Applicant::Total);
    }
    let subtotal_elsewhere = !columns.contains(&Applicant::LegalPersonSubtotal)
        && heads.iter().flat_map(|row| row.words(lines)).any(|label| {
            matches!(label.word, Word::Applicant(Applicant::LegalPersonSubtotal) | Word::Subtotal)
        });
    if subtotal_elsewhere {
        columns.insert(columns.len() - 1, Applicant::LegalPersonSubtotal);
    }
    columns
}
