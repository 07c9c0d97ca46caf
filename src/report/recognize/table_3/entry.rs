//! The lines of table 3, understood as far as their own words and those above them go.

use super::super::lines::Lines;
use super::super::rows::Row;
use super::head::RequestsHead;
use crate::report::form::{Closeness, Edition, Label, OutcomeGroup, RequestRow, Word};
use crate::sorted::Listed;

/// One line of the table, understood as far as its own words go.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its labels and slots.
    pub(super) row: Row,
    /// What they are.
    pub(super) what: What,
}

/// What a line of table 3 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A row of the form with slots for its values.
    Named(RequestRow, Closeness),
    /// A row's label alone.
    Label(RequestRow, Closeness),
    /// Values alone; `words` where words stand beside them that are none of the form's.
    Values { words: bool },
    /// Part of the head.
    Head,
    /// Words alone that are none of the form's: perhaps a piece of a label.
    Fragment,
}

impl Entry {
    /// The row of the form that it names, with slots for its values.
    pub(super) fn named(&self) -> Option<RequestRow> {
        match self.what {
            What::Named(row, _) => Some(row),
            _ => None,
        }
    }

    /// The row of the form that it names, with values or without.
    pub(super) fn row_meant(&self) -> Option<RequestRow> {
        match self.what {
            What::Named(row, _) | What::Label(row, _) => Some(row),
            _ => None,
        }
    }
}

/// The words that can label a row of table 3.
pub(super) fn names_a_row(word: Word) -> bool {
    matches!(word, Word::Row(_) | Word::Group(_) | Word::Results | Word::Subtotal | Word::Total | Word::Other)
}

/// Understands each row of a table 3 by its words and by the rows above it.
pub(super) fn classify(lines: &Lines<'_>, rows: Vec<Row>) -> Vec<Entry> {
    let mut context = Context::default();
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let what = context.classify(lines, &row);
        entries.extend(what.map(|what| Entry { row, what }));
    }
    entries
}

/// What the lines above tell about words that mean several things.
#[derive(Clone, Copy, Debug, Default)]
struct Context {
    group: Option<OutcomeGroup>,
    last: Option<RequestRow>,
    in_head: bool,
}

impl Context {
    fn classify(&mut self, lines: &Lines<'_>, row: &Row) -> Option<What> {
        let filled = row.filled(lines);
        let words: Vec<Label> = row.words(lines).listed();
        let rows_named =
            words.iter().filter(|label| matches!(label.word, Word::Row(_) | Word::Group(_))).count();
        let own = row.labels.iter().filter(|piece| !lines.piece(**piece).from_above).count();
        // The form has three columns of labels: four words with nothing behind them are a head.
        if is_head(lines, row, &words) || filled == 0 && (rows_named > 2 || own > 3) {
            self.in_head = true;
            return Some(What::Head);
        }
        for label in &words {
            match label.word {
                Word::Group(group) => self.group = Some(group),
                Word::Results => self.group = None,
                _ => {}
            }
        }
        let named_by = |piece: &usize| lines.piece(*piece).label().filter(|label| names_a_row(label.word));
        let is_own = |piece: &&usize| !lines.piece(**piece).from_above;
        // What spans from above may stand behind the row's own label where the spans of its table are wrong.
        let last_own = row.labels.iter().rfind(is_own);
        let label = last_own
            .or(row.labels.last())
            .and_then(named_by)
            .or_else(|| row.labels.last().and_then(named_by))
            .or_else(|| label_in_pieces(lines, row))
            .or_else(|| words.iter().rev().copied().find(|label| matches!(label.word, Word::Row(_))));
        let Some(label) = label else {
            let wordy = !row.labels.is_empty();
            if filled > 0 {
                self.in_head = false;
                return Some(What::Values { words: wordy });
            }
            return wordy.then_some(What::Fragment);
        };
        // 总计 and 其他 stand in the head as well, each on a line of its own.
        if is_generic(label.word) && filled == 0 && (self.in_head || self.last.is_none()) {
            return Some(What::Head);
        }
        let named = self.resolve(label.word, &words, filled > 0)?;
        self.in_head = false;
        self.last = Some(named);
        self.group = OutcomeGroup::of(named);
        if row.slots.is_empty() {
            Some(What::Label(named, label.closeness))
        } else {
            Some(What::Named(named, label.closeness))
        }
    }

    fn resolve(&self, word: Word, beside: &[Label], filled: bool) -> Option<RequestRow> {
        let group_beside = beside.iter().rev().find_map(|label| match label.word {
            Word::Group(group) => Some(group),
            _ => None,
        });
        match word {
            Word::Row(row) => Some(row),
            // A group's own line has numbers only where they are its subtotal; （六） is one row in the 2019 form.
            Word::Group(OutcomeGroup::Other) => Some(RequestRow::OtherTotal),
            Word::Group(group) => filled.then(|| subtotal(group)).flatten(),
            Word::Subtotal => subtotal(group_beside.or(self.group)?),
            Word::Total => match group_beside {
                Some(group) => subtotal(group),
                None => Some(RequestRow::OutcomeTotal),
            },
            // The third of three rows, or （六） without its number.
            Word::Other => match self.last {
                Some(RequestRow::OtherCorrectionOverdue | RequestRow::OtherFeeOverdue) => {
                    Some(RequestRow::OtherOther)
                }
                _ if group_beside == Some(OutcomeGroup::Other) => Some(RequestRow::OtherOther),
                _ if self.group == Some(OutcomeGroup::Other) => Some(RequestRow::OtherTotal),
                Some(RequestRow::RejectedReconfirmation | RequestRow::RejectedTotal) => {
                    Some(RequestRow::OtherTotal)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// A label with a slip of the pen, or one that is split over two squares of its row.
fn label_in_pieces(lines: &Lines<'_>, row: &Row) -> Option<Label> {
    let own: Vec<usize> = row.labels.iter().copied().filter(|piece| !lines.piece(*piece).from_above).listed();
    let last = lines.piece(*own.last()?);
    if row.slots.is_empty() {
        return None;
    }
    let joined = || {
        let text: String = own.iter().map(|piece| lines.piece(*piece).text).collect();
        (own.len() > 1).then(|| Label::of(&text)).flatten()
    };
    joined().or_else(|| Label::near(last.text)).filter(|label| names_a_row(label.word))
}

fn subtotal(group: OutcomeGroup) -> Option<RequestRow> {
    group.subtotal(Edition::Y2021)
}

/// A line of the head: the note, the applicants' words, or their debris.
fn is_head(lines: &Lines<'_>, row: &Row, words: &[Label]) -> bool {
    let of_the_head = |word: Word| {
        matches!(word, Word::ReconciliationNote | Word::Applicants | Word::LegalPersons | Word::Applicant(_))
    };
    if words.iter().any(|label| names_a_row(label.word) && !is_generic(label.word)) {
        return false;
    }
    words.iter().any(|label| of_the_head(label.word))
        || row.filled(lines) == 0
            && row
                .labels
                .iter()
                .map(|piece| lines.piece(*piece))
                .any(|piece| piece.label().is_none() && RequestsHead::is_part(piece.text))
}

/// Words that mean one thing in the head and another in a row.
fn is_generic(word: Word) -> bool {
    matches!(word, Word::Total | Word::Other | Word::Subtotal)
}
