//! Rows of cells: lines that follow one another with the same separator are a table.

use super::aligned;
use super::line::Line;
use crate::document::Origin;
use crate::read::wording::COLON;
use crate::read::words::{is_empty_mark, is_figure};
use crate::sorted::Listed;
use std::borrow::Cow;

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Separator {
    /// `|` and its full-width and drawn kin.
    #[default]
    Bar,
    /// A tab.
    Tab,
    /// Two spaces or more, or an ideographic space.
    Spaces,
}

impl Separator {
    /// The separator of a line, if it has one.
    pub(super) fn of(text: &str) -> Option<Separator> {
        if text.len() > LINE_MAX {
            None
        } else if text.contains(is_bar) {
            Some(Separator::Bar)
        } else if text.trim_start_matches('\t').trim_end_matches(' ').contains('\t') {
            Some(Separator::Tab)
        } else if aligned::is_set_apart(text) {
            Some(Separator::Spaces)
        } else {
            None
        }
    }
}

/// Bytes of a line past which it is no row.
const LINE_MAX: usize = 20_000;

fn is_bar(character: char) -> bool {
    matches!(character, '|' | '｜' | '│' | '┃' | '║')
}

/// The rows of a table that goes on.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    separator: Separator,
    rows: Vec<Row<'a>>,
}

/// A printed row: a line, or several where a quoted cell has line breaks in it.
#[derive(Debug)]
struct Row<'a> {
    line: Line<'a>,
    text: Cow<'a, str>,
    /// A drawn line rather than a row.
    is_rule: bool,
}

/// Lines and bytes that a quoted cell may have.
const QUOTED_LINES_MAX: usize = 30;
const QUOTED_MAX: usize = 4000;

impl<'a> Rows<'a> {
    /// True if a row with this separator belongs to the same table.
    pub(super) fn goes_on_with(&self, separator: Separator) -> bool {
        self.rows.is_empty() || self.separator == separator
    }

    /// True for a line that is a row only because rows go on: one that has nothing but its last cell.
    pub(super) fn takes(&self, line: &Line<'_>) -> bool {
        self.separator == Separator::Tab && !self.rows.is_empty() && line.text.contains('\t')
    }

    /// Adds a row; gives how many of the lines `after` it belong to it.
    pub(super) fn push(&mut self, separator: Separator, line: Line<'a>, after: &[Line<'a>]) -> usize {
        self.separator = separator;
        let (text, taken) = match separator {
            Separator::Tab => with_quoted_lines(line, after),
            Separator::Bar | Separator::Spaces => (Cow::Borrowed(line.text), 0),
        };
        self.rows.push(Row { line, text, is_rule: false });
        taken
    }

    /// Takes a drawn line if rows with bars go on, or if it draws the border of a table to come.
    pub(super) fn rule(&mut self, line: Line<'a>) -> bool {
        let is_border = line.text.contains(|character: char| character == '+' || !character.is_ascii());
        let goes_on = !self.rows.is_empty() && self.separator == Separator::Bar;
        if goes_on || is_border && self.rows.is_empty() {
            self.separator = Separator::Bar;
            self.rows.push(Row { line, text: Cow::Borrowed(line.text), is_rule: true });
            return true;
        }
        false
    }

    /// The tables that the rows are, and the lines that are none after all.
    pub(super) fn pieces(self, words: impl Fn(&str) -> String) -> Vec<Piece<'a>> {
        match self.separator {
            Separator::Spaces => {
                let lines: Vec<Line<'a>> = self.rows.iter().map(|row| row.line).listed();
                match aligned::grid(&lines) {
                    Some(rows) => vec![Piece::Table(rows)],
                    None => lines.into_iter().map(Piece::Line).listed(),
                }
            }
            Separator::Bar => {
                let tables = split_at_alignment(self.rows);
                tables.iter().flat_map(|rows| cells(rows, bar_cells, &words)).listed()
            }
            Separator::Tab => cells(&self.rows, |text, _| tab_cells(text), &words),
        }
    }
}

/// What rows turn out to be.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// A line of prose.
    Line(Line<'a>),
    /// A table's rows.
    Table(Vec<PrintedRow>),
}

/// A row of a table: where it stands, and its cells with the number of grid columns that each covers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PrintedRow {
    pub(super) origin: Origin,
    pub(super) cells: Vec<(String, usize)>,
}

/// How the rows of a table with bars begin and end. A bar at every row's end ends its last cell; where some rows
/// have none, a bar at the end stands before an empty cell. So at the start.
#[derive(Clone, Copy, Debug)]
struct Ends {
    opened: bool,
    closed: bool,
}

impl Ends {
    fn of(rows: &[Row<'_>]) -> Ends {
        let opened = rows.iter().all(|row| row.text.trim_start().starts_with(is_bar));
        let ends_with_bar = |row: &Row<'_>| row.text.trim_end().ends_with(is_bar);
        // The last row of a text often lost its end.
        let (last, before) = match rows.split_last() {
            Some((last, before)) => (ends_with_bar(last), before),
            None => (false, rows),
        };
        let closed = before.iter().all(ends_with_bar) && (last || !before.is_empty());
        Ends { opened, closed }
    }
}

fn cells<'a>(
    rows: &[Row<'a>],
    cells_of: impl Fn(&str, Ends) -> Vec<String>,
    words: impl Fn(&str) -> String,
) -> Vec<Piece<'a>> {
    let ends = Ends::of(rows);
    let printed: Vec<PrintedRow> = rows
        .iter()
        .map(|row| PrintedRow {
            origin: row.line.origin(),
            cells: cells_of(&row.text, ends).iter().map(|cell| (words(cell), 1)).listed(),
        })
        .listed();
    match &printed[..] {
        [only] if !(ends.opened && ends.closed && only.cells.len() > 1) && is_mere_line(&only.cells) => {
            rows.iter().map(|row| Piece::Line(row.line)).listed()
        }
        [] => Vec::new(),
        _ => vec![Piece::Table(printed)],
    }
}

/// True for a single row that is rather a line with bars in it: two cells without a figure, or metadata.
fn is_mere_line(cells: &[(String, usize)]) -> bool {
    let is_value = |(cell, _): &(String, usize)| is_figure(cell) || is_empty_mark(cell) && !cell.is_empty();
    let is_labelled = cells.iter().any(|(cell, _)| cell.contains([COLON, ':']));
    is_labelled || cells.len() < 3 && !cells.iter().any(is_value)
}

/// Markdown's alignment rows: the row before one is a header, so a table starts there. They and other drawn lines
/// are left out.
fn split_at_alignment(rows: Vec<Row<'_>>) -> Vec<Vec<Row<'_>>> {
    let mut tables = Vec::new();
    let mut table: Vec<Row<'_>> = Vec::new();
    for row in rows {
        if !row.is_rule {
            table.push(row);
        } else if row.text.contains('|')
            && row.text.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
        {
            let header = table.pop();
            if !table.is_empty() {
                tables.push(std::mem::take(&mut table));
            }
            table.extend(header);
        }
    }
    if !table.is_empty() {
        tables.push(table);
    }
    tables
}

/// The cells between bars. `\|` is no bar.
fn bar_cells(text: &str, ends: Ends) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for character in text.trim().chars() {
        if is_bar(character) && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            if escaped && character == '|' {
                cell.pop();
            }
            cell.push(character);
        }
        escaped = character == '\\';
    }
    let is_empty = |cell: Option<&String>| cell.is_some_and(|cell| cell.trim().is_empty());
    if ends.closed && cells.len() > 1 && is_empty(cells.last()) {
        cells.pop();
    }
    if ends.opened && cells.len() > 1 && is_empty(cells.first()) {
        cells.remove(0);
    }
    cells
}

/// The cells between tabs; quotation marks around a cell as spreadsheets write them are taken off.
fn tab_cells(text: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = match quoted(rest) {
            Some((cell, after)) => (cell, after),
            None => match rest.split_once('\t') {
                Some((cell, after)) => (cell.to_owned(), Some(after)),
                None => (rest.to_owned(), None),
            },
        };
        cells.push(cell);
        match after {
            Some(after) => rest = after,
            None => return cells,
        }
    }
}

/// A quoted cell at the start of `text` and what follows its tab; `None` where there is no such cell.
fn quoted(text: &str) -> Option<(String, Option<&str>)> {
    let inner = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + inner[from..].bytes().take(QUOTED_MAX).position(|byte| byte == b'"')?;
        if at > QUOTED_MAX {
            return None;
        }
        let after = &inner[at + 1..];
        if after.starts_with('"') {
            from = at + 2;
        } else if after.is_empty() {
            return Some((inner[..at].replace("\"\"", "\""), None));
        } else if let Some(after) = after.strip_prefix('\t') {
            return Some((inner[..at].replace("\"\"", "\""), Some(after)));
        } else {
            return None;
        }
    }
}

/// A row as one text where its last quoted cell goes on in the lines after it; and how many of them.
fn with_quoted_lines<'a>(line: Line<'a>, after: &[Line<'a>]) -> (Cow<'a, str>, usize) {
    let opens = |text: &str| {
        let last = text.rsplit('\t').next().unwrap_or(text);
        last.starts_with('"') && quoted(last).is_none()
    };
    if !opens(line.text) {
        return (Cow::Borrowed(line.text), 0);
    }
    let mut text = line.text.to_owned();
    for (index, next) in after.iter().take(QUOTED_LINES_MAX).enumerate() {
        if text.len() + next.text.len() > line.text.len() + QUOTED_MAX {
            break;
        }
        text.push('\n');
        text.push_str(next.text);
        if !is_open_quote(&text) {
            return (Cow::Owned(text), index + 1);
        }
    }
    (Cow::Borrowed(line.text), 0)
}

/// True if the last quoted cell of `text` has no end.
fn is_open_quote(text: &str) -> bool {
    let mut rest = text;
    loop {
        if rest.starts_with('"') {
            match quoted(rest) {
                Some((_, Some(after))) => rest = after,
                Some((_, None)) => return false,
                None => return true,
            }
        } else {
            match rest.split_once('\t') {
                Some((_, after)) => rest = after,
                None => return false,
            }
        }
    }
}
