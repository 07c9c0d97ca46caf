//! The head of table 3: which columns there are, in which order, and whether their words are all there.

use super::super::lines::{Lines, Piece};
use super::super::rows::Row;
use crate::report::Certainty;
use crate::report::form::{self, Applicant, Label, Word};
use crate::sorted::{self, Listed};

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
        let word_lines = word_lines(lines, heads);
        let found: Vec<Word> = word_lines.iter().flatten().copied().listed();
        let names = |column: &Applicant| found.iter().any(|word| applicant(*word) == Some(*column));
        let names_a_kind = Applicant::LEGAL.iter().any(|kind| *kind != Applicant::OtherOrg && names(kind));
        let columns = if !names_a_kind && found.contains(&Word::LegalPersons) && narrow == Some(3) {
            vec![Applicant::NaturalPerson, Applicant::LegalPersonSubtotal, Applicant::Total]
        } else if let Some(columns) = narrow.and_then(|slots| fewer_columns(&word_lines, slots)) {
            columns
        } else {
            columns_by_place(lines, heads).unwrap_or_else(|| columns_by_words(&word_lines))
        };
        let foreign = heads.iter().filter(|row| is_foreign(lines, row)).map(|row| row.block).listed();
        RequestsHead { columns, complete: Applicant::PRINTED.iter().all(names), foreign }
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

/// The words of the head, line by line; words that are broken over two lines are put together.
fn word_lines(lines: &Lines<'_>, heads: &[&Row]) -> Vec<Vec<Word>> {
    let mut word_lines = Vec::with_capacity(heads.len());
    let mut index = 0;
    while index < heads.len() {
        let row = heads[index];
        if let Some(words) = heads.get(index + 1).and_then(|below| stacked(lines, row, below)) {
            word_lines.push(words.into_iter().map(|(_, word)| word).listed());
            index += 2;
        } else if let Some((words, taken)) = broken_over_lines(lines, &heads[index..]) {
            word_lines.push(words);
            index += taken;
        } else {
            word_lines.push(row.labels.iter().flat_map(|piece| words(lines.piece(*piece))).listed());
            index += 1;
        }
    }
    word_lines
}

/// `商业 | 科研` over `企业 | 机构`: two rows of a table whose squares make one word each, with their grid columns.
fn stacked(lines: &Lines<'_>, above: &Row, below: &Row) -> Option<Vec<(usize, Word)>> {
    const ENOUGH: usize = 3;
    if !above.grid || above.block != below.block {
        return None;
    }
    let mut joined = 0;
    let words: Vec<(usize, Word)> = own(lines, above)
        .filter_map(|piece| {
            let under = own(lines, below)
                .find(|under| under.column == piece.column && under.columns == piece.columns);
            let both = under.and_then(|under| Label::of(&[piece.text, under.text].concat()));
            joined += usize::from(both.is_some_and(|label| applicant(label.word).is_some()));
            both.or(piece.label()).map(|label| (piece.column, label.word))
        })
        .listed();
    (joined >= ENOUGH).then_some(words)
}

/// Lines of text that are the head's words only when they are read on: `商业`, `企业`, `科研`, `机构`. With the number
/// of lines taken.
fn broken_over_lines(lines: &Lines<'_>, heads: &[&Row]) -> Option<(Vec<Word>, usize)> {
    let text_lines = heads
        .iter()
        .take_while(|row| !row.grid && row.words(lines).all(|label| label.word != Word::ReconciliationNote))
        .count();
    let texts = |count: usize| -> String {
        let pieces = heads[..count].iter().flat_map(|row| &row.labels);
        pieces.map(|piece| lines.piece(*piece).text).collect()
    };
    (text_lines > 1).then(|| Some((form::words_in_one(&texts(text_lines))?, text_lines))).flatten()
}

/// The words that begin in the row itself.
fn own<'l, 'a>(lines: &'l Lines<'a>, row: &'l Row) -> impl Iterator<Item = &'l Piece<'a>> {
    row.labels.iter().map(|piece| lines.piece(*piece)).filter(|piece| !piece.from_above)
}

/// A row of words, one over each column, of which the form has next to none.
fn is_foreign(lines: &Lines<'_>, row: &Row) -> bool {
    let known = row.labels.iter().flat_map(|piece| words(lines.piece(*piece))).filter_map(applicant).count();
    row.grid && own(lines, row).count() > 4 && known < 3
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
    let rows: Vec<&Row> = heads.iter().copied().filter(|row| row.block == block).listed();
    let spans = rows.iter().any(|row| own(lines, row).any(|piece| piece.columns > 1 || piece.rows > 1));
    let mut placed: Vec<(usize, Applicant)> = Vec::new();
    let mut index = 0;
    while let Some(row) = rows.get(index) {
        let stacked = rows.get(index + 1).and_then(|below| stacked(lines, row, below));
        index += 1 + usize::from(stacked.is_some());
        let words = stacked.unwrap_or_else(|| {
            let single = own(lines, row).filter(|piece| piece.columns == 1);
            single.filter_map(|piece| Some((piece.column, piece.label()?.word))).listed()
        });
        for (column, word) in words {
            let Some(applicant) = applicant(word).filter(|known| !placed.contains(&(column, *known))) else {
                continue;
            };
            if placed.iter().any(|(other, known)| *other == column || *known == applicant) {
                return None;
            }
            placed.push((column, applicant));
        }
    }
    sorted::sort_by_key(&mut placed, |(column, _)| *column);
    let complete = Applicant::PRINTED.iter().all(|column| placed.iter().any(|(_, known)| known == column));
    // A head that leaves kinds out still stands over every column there is.
    let whole = placed.len() > 2
        && placed.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1)
        && placed.first().is_some_and(|(_, column)| *column == Applicant::NaturalPerson)
        && placed.last().is_some_and(|(_, column)| *column == Applicant::Total);
    let told = if complete { spans } else { whole };
    told.then(|| placed.into_iter().map(|(_, applicant)| applicant).listed())
}

/// The columns of a head that leaves kinds out: as many words as every row has slots, 自然人 and 总计 among them, the
/// kinds on one line.
fn fewer_columns(word_lines: &[Vec<Word>], slots: usize) -> Option<Vec<Applicant>> {
    if !(4..Applicant::PRINTED.len()).contains(&slots) {
        return None;
    }
    let applicants: Vec<Vec<Applicant>> =
        word_lines.iter().map(|words| words.iter().copied().filter_map(applicant).listed()).listed();
    // A square over several rows is a word of each of them.
    let named = |column: Applicant| {
        let times = |line: &Vec<Applicant>| line.iter().filter(|other| **other == column).count();
        applicants.iter().map(times).max() == Some(1)
    };
    let kinds = |line: &Vec<Applicant>| -> Vec<Applicant> {
        line.iter().copied().filter(|column| Applicant::LEGAL.contains(column)).listed()
    };
    let line = applicants.iter().map(kinds).max_by_key(Vec::len)?;
    let kinds = [&[Applicant::NaturalPerson], line.as_slice()].concat();
    let each_once = kinds.iter().all(|kind| named(*kind));
    // A table without its 总计 still has every kind.
    let no_total = kinds.len() == slots
        && slots == Applicant::KINDS.len()
        && !applicants.iter().flatten().any(|column| *column == Applicant::Total);
    if each_once && no_total {
        return Some(kinds);
    }
    (each_once && kinds.len() + 1 == slots && named(Applicant::Total))
        .then(|| [kinds.as_slice(), &[Applicant::Total]].concat())
}

/// The columns in the order of their words: as a line that names them all has them, otherwise 自然人, the kinds as
/// the line of kinds has them, 总计. A subtotal stands before 总计 unless that line says otherwise.
fn columns_by_words(word_lines: &[Vec<Word>]) -> Vec<Applicant> {
    let applicants: Vec<Vec<Applicant>> =
        word_lines.iter().map(|words| words.iter().copied().filter_map(applicant).listed()).listed();
    let names_all = |line: &[Applicant], wanted: &[Applicant]| {
        let once = |column: &Applicant| line.iter().filter(|other| *other == column).count() == 1;
        wanted.iter().all(once)
    };
    let closed = |line: &&Vec<Applicant>| line.last() == Some(&Applicant::Total);
    if let Some(line) = applicants.iter().filter(closed).find(|line| names_all(line, &Applicant::PRINTED)) {
        return line.clone();
    }
    let has_subtotal = applicants.iter().flatten().any(|column| *column == Applicant::LegalPersonSubtotal);
    let line_of_kinds = applicants.iter().find(|line| names_all(line, &Applicant::LEGAL));
    let mut kinds: Vec<Applicant> = match line_of_kinds {
        Some(line) => line
            .iter()
            .copied()
            .filter(|column| !matches!(column, Applicant::NaturalPerson | Applicant::Total))
            .listed(),
        None => Applicant::LEGAL.to_vec(),
    };
    if has_subtotal && !kinds.contains(&Applicant::LegalPersonSubtotal) {
        kinds.push(Applicant::LegalPersonSubtotal);
    }
    [&[Applicant::NaturalPerson], kinds.as_slice(), &[Applicant::Total]].concat()
}
