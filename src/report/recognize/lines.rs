//! A document as lines: each paragraph, heading and table row with its pieces from left to right, every piece
//! told to be nothing, a value, or words. What comes after looks at lines only, so that a table read as a grid, as
//! text with separators or as bare paragraphs is recognised by the same steps.

use super::printed;
use super::wording::{PAGE_WORDS, REMARK_HEADS};
use crate::document::{Block, Document, Place, Square, Table};
use crate::number;
use crate::report::form::{self, Closeness, Label};
use crate::sorted::Listed;
use std::ops::Range;

/// All lines of a document.
pub(super) struct Lines<'a> {
    lines: Vec<Line>,
    pieces: Vec<Piece<'a>>,
}

/// One paragraph, heading or table row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Index of its block.
    pub(super) block: usize,
    /// True for a row of a table.
    pub(super) grid: bool,
    /// True for a heading by the markup's own word.
    pub(super) heading: bool,
    pieces: Range<usize>,
}

/// A piece of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The words as printed.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) place: Place,
    /// What it is.
    pub(super) kind: Kind,
    /// First grid column.
    pub(super) column: usize,
    /// Grid columns covered.
    pub(super) columns: usize,
    /// Grid rows covered.
    pub(super) rows: usize,
    /// True where the square began in a row above.
    pub(super) from_above: bool,
    /// False where the grid was only filled up.
    pub(super) printed: bool,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing printed.
    Empty,
    /// A number, a dash or a word for nothing.
    Value,
    /// Words, and what they mean where they are the form's.
    Words(Option<Label>),
}

impl<'a> Piece<'a> {
    fn of(text: &'a str, place: Place) -> Piece<'a> {
        Piece {
            text,
            place,
            kind: Kind::Empty,
            column: 0,
            columns: 1,
            rows: 1,
            from_above: false,
            printed: true,
        }
    }

    /// What its words mean, if they are the form's.
    pub(super) fn label(&self) -> Option<Label> {
        match self.kind {
            Kind::Words(label) => label,
            Kind::Empty | Kind::Value => None,
        }
    }

    pub(super) fn is_words(&self) -> bool {
        matches!(self.kind, Kind::Words(_))
    }
}

impl<'a> Lines<'a> {
    /// Takes a document apart. Page numbers between its lines are left out.
    pub(super) fn of(document: &'a Document) -> Lines<'a> {
        let mut lines = Lines { lines: Vec::new(), pieces: Vec::new() };
        for (index, block) in document.blocks.iter().enumerate() {
            match block {
                Block::Table(table) => lines.add_table(index, table),
                Block::Heading { text, .. } => lines.add_text(index, block, text),
                Block::Paragraph { text, .. } if !is_page_number(text) => lines.add_text(index, block, text),
                Block::Paragraph { .. } => {}
            }
        }
        lines
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn line(&self, index: usize) -> &Line {
        &self.lines[index]
    }

    /// The pieces of a line from left to right.
    pub(super) fn pieces(&self, line: usize) -> &[Piece<'a>] {
        &self.pieces[self.lines[line].pieces.clone()]
    }

    /// The number of grid columns of a table's row; 0 for a line of text.
    pub(super) fn width(&self, line: usize) -> usize {
        let last = self.pieces(line).last().filter(|_| self.lines[line].grid);
        last.map_or(0, |last| last.column + last.columns)
    }

    /// The index of a line's first piece among all pieces.
    pub(super) fn first_piece(&self, line: usize) -> usize {
        self.lines[line].pieces.start
    }

    /// A piece by its index among all pieces.
    pub(super) fn piece(&self, index: usize) -> &Piece<'a> {
        &self.pieces[index]
    }

    fn add_text(&mut self, index: usize, block: &Block, text: &'a str) {
        let place = Place { block: index, origin: block.origin(), ..Place::default() };
        let start = self.pieces.len();
        let rest = self.add_split(text, place);
        let heading = matches!(block, Block::Heading { .. });
        self.lines.push(Line { block: index, grid: false, heading, pieces: start..self.pieces.len() });
        if let Some(rest) = rest {
            // The end of a label that has its numbers in the middle.
            let start = self.pieces.len();
            self.pieces.push(Piece { kind: kind(rest), ..Piece::of(rest, place) });
            self.lines.push(Line { block: index, grid: false, heading, pieces: start..self.pieces.len() });
        }
    }

    fn add_table(&mut self, index: usize, table: &'a Table) {
        let kinds: Vec<Kind> = table.squares().iter().map(|square| kind(&square.text)).listed();
        let kind_of = |square: &Square| {
            let position = (square.row, square.column);
            let found = table.squares().binary_search_by_key(&position, |other| (other.row, other.column));
            found.map_or(Kind::Empty, |index| kinds[index])
        };
        let remarks = remark_column(table);
        for row in 0..table.rows() {
            let start = self.pieces.len();
            let mut column = 0;
            while let Some(square) = table.owner(row, column) {
                column = square.column + square.column_span;
                if Some(square.column) == remarks {
                    continue;
                }
                self.pieces.push(Piece {
                    text: &square.text,
                    place: square_place(index, square),
                    kind: kind_of(square),
                    column: square.column,
                    columns: square.column_span,
                    rows: square.row_span,
                    from_above: square.row < row,
                    printed: square.printed,
                });
            }
            self.split_lone_square(start);
            self.lines.push(Line {
                block: index,
                grid: true,
                heading: false,
                pieces: start..self.pieces.len(),
            });
        }
    }

    /// A row whose only square holds a label and its numbers: they are taken apart as in a paragraph.
    fn split_lone_square(&mut self, start: usize) {
        let mut written = (start..self.pieces.len()).filter(|piece| self.pieces[*piece].kind != Kind::Empty);
        let (Some(only), None) = (written.next(), written.next()) else { return };
        let piece = self.pieces[only];
        if piece.from_above || !piece.is_words() || values_in(piece.text).is_empty() {
            return;
        }
        self.pieces.truncate(start);
        self.add_split(piece.text, piece.place);
    }

    /// Adds a text as one piece, or as words and the values behind them; the words behind the values are left to the
    /// caller.
    fn add_split(&mut self, text: &'a str, place: Place) -> Option<&'a str> {
        let whole = Piece::of(text, place);
        let values = values_in(text);
        let Some(first) = values.first() else {
            self.pieces.push(Piece { kind: kind(text), ..whole });
            return None;
        };
        let end = values.last().map_or(text.len(), |last| last.end);
        let words = text[..first.start].trim_end();
        if !words.is_empty() {
            self.pieces.push(Piece { text: words, kind: kind(words), ..whole });
        }
        let (mut byte, mut character) = (0, 0);
        let mut characters_to = |to: usize| {
            character += text[byte..to].chars().count();
            byte = to;
            character
        };
        for (column, value) in values.into_iter().enumerate() {
            let characters = (characters_to(value.start), characters_to(value.end));
            self.pieces.push(Piece {
                text: &text[value],
                place: Place { characters: Some(characters), ..place },
                kind: Kind::Value,
                column: column + 1,
                ..whole
            });
        }
        let rest = text[end..].trim();
        (rest.chars().nth(1).is_some()).then_some(rest)
    }
}

/// The last column of a table where its head says that it holds remarks: numbers in it are none of the form's.
fn remark_column(table: &Table) -> Option<usize> {
    const FEWEST: usize = 3;
    let last = table.columns().checked_sub(1).filter(|last| *last >= FEWEST)?;
    let top = (0..table.rows())
        .filter_map(|row| table.owner(row, last))
        .find(|square| square.column == last && square.printed && !printed::is_blank(&square.text))?;
    REMARK_HEADS.contains(&form::fold(&top.text).as_str()).then_some(last)
}

fn square_place(block: usize, square: &Square) -> Place {
    Place { block, square: Some((square.row, square.column)), characters: None, origin: square.origin }
}

fn kind(text: &str) -> Kind {
    if printed::is_blank(text) {
        Kind::Empty
    } else if printed::looks_like_value(text) {
        Kind::Value
    } else {
        Kind::Words(Label::of(text))
    }
}

/// The values in a text, as ranges of bytes: those at its end (`一、本年新收… 32 2 0 0 0 0 34`), or a whole row of them
/// in its middle. A bracket belongs to the number before it, a measure word likewise.
fn values_in(text: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 400;
    const WHOLE_ROW: usize = 5;
    if text.len() > LONGEST {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut values = values_at_end(text, &tokens);
    // 三 behind 二、上年结转… 815 78 5 11 7 1 917 is a piece of a label that runs down beside the rows.
    let ends_in_numeral = values.len() > WHOLE_ROW
        && values.last().is_some_and(|last| text[last.clone()].chars().all(number::is_chinese_numeral));
    if (values.is_empty() || ends_in_numeral) && tokens.len() > WHOLE_ROW {
        let mut shorter = (1..tokens.len()).rev().map(|end| values_at_end(text, &tokens[..end]));
        values = shorter.find(|values| values.len() >= WHOLE_ROW).unwrap_or_default();
    }
    let before = match values.first() {
        Some(first) => first.start,
        None if tokens.len() == 1 => text.len(),
        None => return values,
    };
    if let Some(glued) = glued_number(text[..before].trim_end()) {
        values.insert(0, glued);
    }
    values
}

fn values_at_end(text: &str, tokens: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut values: Vec<Range<usize>> = Vec::new();
    let mut unit: Option<Range<usize>> = None;
    for token in tokens.iter().rev() {
        let with_unit = token.start..unit.as_ref().map_or(token.end, |unit| unit.end);
        if printed::looks_like_value(&text[with_unit.clone()]) {
            values.push(with_unit);
            unit = None;
        } else if unit.is_none() && printed::is_unit_or_remark(&text[token.clone()]) {
            unit = Some(token.clone());
        } else {
            break;
        }
    }
    values.reverse();
    values
}

/// The number that stands right behind a label without a space: `行政许可97`.
fn glued_number(words: &str) -> Option<Range<usize>> {
    let start = words.trim_end_matches(|character| number::digit(character).is_some()).len();
    if start == words.len() || start == 0 {
        return None;
    }
    let label = Label::of(&words[..start])?;
    (label.closeness == Closeness::Exact).then_some(start..words.len())
}

/// The words between white space, brackets kept in one.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut depth = 0usize;
    for (index, character) in text.char_indices() {
        match character {
            '(' | '（' if text[index..].contains([')', '）']) => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if character.is_whitespace() && depth == 0 {
            if let Some(start) = start.take() {
                tokens.push(start..index);
            }
        } else if start.is_none() {
            start = Some(index);
        }
    }
    tokens.extend(start.map(|start| start..text.len()));
    tokens
}

/// `- 3 -`, `—3—`, `第 3 页`, `3 / 12`: a page's number between the lines.
fn is_page_number(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let is_dash = |character: char| {
        matches!(character, '-' | '—' | '–' | '－' | '―' | '·' | '~' | '\u{2212}')
            || character.is_whitespace()
    };
    let inside = text.trim_matches(is_dash);
    let framed = text.starts_with(is_dash) && text.ends_with(is_dash) && inside.len() < text.len();
    let is_number = |text: &str| {
        !text.is_empty()
            && text.len() <= 9
            && text.chars().all(|character| number::digit(character).is_some())
    };
    if framed && is_number(inside) {
        return true;
    }
    if let Some((page, pages)) = inside.split_once('/')
        && is_number(page.trim())
        && is_number(pages.trim())
        && page.ends_with(' ')
    {
        return true;
    }
    let (opening, closing, total) = PAGE_WORDS;
    let Some(rest) = inside.strip_prefix(opening) else { return false };
    let Some((page, rest)) = rest.split_once(closing) else { return false };
    is_number(page.trim())
        && (rest.is_empty() || rest.trim_start_matches([' ', '，', ',', '/']).starts_with(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_off_the_end_of_a_line() {
        // a line, its values
        let cases: [(&str, &[&str]); 17] = [
            ("行政许可 97", &["97"]),
            ("行政许可97", &["97"]),
            ("一、本年新收政府信息公开申请数量 32 2 0 0 0 0 34", &["32", "2", "0", "0", "0", "0", "34"]),
            ("一、本年新收政府信息公开申请数量32 2 0", &["32", "2", "0"]),
            ("1. 属于国家秘密 0 0 /", &["0", "0", "/"]),
            ("0 0 0", &["0", "0", "0"]),
            ("5", &["5"]),
            ("（二）部分公开 0 0 6 11 24 26 67 情形，不", &["0", "0", "6", "11", "24", "26", "67"]),
            ("2024 年 1 月 1 日至 12 月 31 日", &[]),
            ("二、上年结转 815 78 5 11 7 1 917 三", &["815", "78", "5", "11", "7", "1", "917"]),
            ("行政许可 97 件", &["97 件"]),
            ("（二）部分公开（区分 101 0 5", &["101", "0", "5"]),
            ("规章 22（其中修订 16 件） 3", &["22（其中修订 16 件）", "3"]),
            ("政府集中采购 40 6187.4 万元", &["40", "6187.4 万元"]),
            ("1.属于国家秘密", &[]),
            ("第二十条第（一）项", &[]),
            ("2023 年政府信息公开工作年度报告", &[]),
        ];
        for (line, expected) in cases {
            let values: Vec<&str> = values_in(line).into_iter().map(|range| &line[range]).collect();
            assert_eq!(values, expected, "{line}");
        }
    }

    #[test]
    fn page_numbers_are_no_values() {
        for text in ["- 3 -", "-3-", "— 12 —", "第 3 页", "第3页 共12页", "3 / 12", "－ 5 －"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3", "-3", "3/12", "-", "- -", "第三页是", "/ / /", "-1 - 2"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
