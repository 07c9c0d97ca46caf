//! Columns set apart by spaces, as plain-text listings and `pdftotext -layout` print them.

use super::line::Line;
use super::row::PrintedRow;
use crate::read::words::{character_width, fold, is_blank, is_empty_mark, is_figure};
use crate::sorted::Listed;

/// A piece of a line between wide gaps, with the columns of the view that it covers (half-open).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

/// True for a line that has a gap of two columns or more in its midst.
pub(super) fn is_set_apart(text: &str) -> bool {
    pieces(text).len() > 1
}

/// The table that lines set apart by spaces are; `None` where nothing says so: a table has figures past its
/// first column, and more than one row unless that has several.
pub(super) fn grid(lines: &[Line<'_>]) -> Option<Vec<PrintedRow>> {
    let rows: Vec<Vec<Piece<'_>>> = lines.iter().map(|line| pieces(line.text)).listed();
    let is_value = |piece: &&Piece<'_>| is_figure(piece.text) || is_empty_mark(piece.text);
    let figures = |row: &Vec<Piece<'_>>| row.iter().skip(1).filter(is_value).count();
    let enough = if rows.len() > 1 { 1 } else { 3 };
    if !rows.iter().any(|row| figures(row) >= enough) {
        return None;
    }
    let bands = bands(&rows);
    let rows = lines.iter().zip(&rows).map(|(line, row)| {
        let cells = bands.as_ref().and_then(|bands| placed(row, bands));
        let cells = cells.unwrap_or_else(|| row.iter().map(|piece| (piece.text, 1)).listed());
        let cells = cells.into_iter().map(|(text, columns)| (fold(text), columns)).listed();
        PrintedRow { origin: line.origin(), cells }
    });
    Some(rows.listed())
}

/// The pieces of a line between gaps of two columns or more.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut column = 0;
    let mut open: Option<(usize, usize)> = None;
    let (mut end, mut end_column) = (0, 0);
    for (at, character) in text.char_indices() {
        let width = if character == '\u{3000}' { 2 } else { character_width(character) };
        if !is_blank(character) {
            if let Some((start, from)) = open.filter(|_| column - end_column > 1) {
                pieces.push(Piece { text: &text[start..end], from, to: end_column });
                open = None;
            }
            open.get_or_insert((at, column));
            end = at + character.len_utf8();
            end_column = column + width;
        }
        column += width;
    }
    if let Some((start, from)) = open {
        pieces.push(Piece { text: &text[start..end], from, to: end_column });
    }
    pieces
}

/// Grid columns that are placed by where they stand; no table has more on a line of text.
const BANDS_MAX: usize = 100;

/// The columns of the view that each grid column covers, by the rows that have the most pieces; `None` where
/// those do not stand under one another.
fn bands(rows: &[Vec<Piece<'_>>]) -> Option<Vec<(usize, usize)>> {
    let most = rows.iter().map(Vec::len).max().filter(|most| *most <= BANDS_MAX)?;
    let mut bands = vec![(usize::MAX, 0); most];
    for row in rows.iter().filter(|row| row.len() == most) {
        for (band, piece) in bands.iter_mut().zip(row) {
            *band = (band.0.min(piece.from), band.1.max(piece.to));
        }
    }
    bands.windows(2).all(|pair| pair[0].1 <= pair[1].0).then_some(bands)
}

/// A row's cells placed under the bands, gaps as empty cells; `None` where a piece could belong to either of two.
fn placed<'a>(row: &[Piece<'a>], bands: &[(usize, usize)]) -> Option<Vec<(&'a str, usize)>> {
    let mut cells = Vec::new();
    let mut next = 0;
    for piece in row {
        let overlaps = |band: &(usize, usize)| piece.from < band.1 && band.0 < piece.to;
        let first = bands.iter().position(overlaps).or_else(|| {
            // Between two bands: right of the one that ends before it, if the next is farther.
            let right = bands.partition_point(|band| band.1 <= piece.from);
            let left_gap = right.checked_sub(1).map(|left| piece.from - bands[left].1);
            let right_gap = bands.get(right).map(|band| band.0.saturating_sub(piece.to));
            match (left_gap, right_gap) {
                (Some(left), Some(gap)) if left == gap => None,
                (Some(left), Some(gap)) if left < gap => Some(right - 1),
                (_, Some(_)) => Some(right),
                (Some(_), None) => Some(right - 1),
                (None, None) => None,
            }
        })?;
        let count = bands[first..].iter().take_while(|band| overlaps(band)).count().max(1);
        if first < next {
            return None;
        }
        cells.extend((next..first).map(|_| ("", 1)));
        cells.push((piece.text, count));
        next = first + count;
    }
    cells.extend((next..bands.len()).map(|_| ("", 1)));
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<String>> {
        let lines: Vec<Line<'_>> = text.lines().map(|text| Line { text, number: 1, at: 0 }).collect();
        let cell = |(text, columns): &(String, usize)| {
            if *columns > 1 { format!("{text}×{columns}") } else { text.clone() }
        };
        let written = |row: &PrintedRow| row.cells.iter().map(cell).collect::<Vec<_>>().join("|");
        Some(grid(&lines)?.iter().map(written).collect())
    }

    #[test]
    fn columns_stand_under_one_another() {
        let text = "\
信息内容          本年制发件数   本年废止件数   现行有效件数
规章                   0                            0
行政规范性文件         6              1            32";
        assert_eq!(
            rows(text).unwrap(),
            ["信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0||0", "行政规范性文件|6|1|32"]
        );
        let spanned = "\
自然人    法人或其他组织           总计
          企业     机构     其他
81        0        1        0      82";
        assert_eq!(
            rows(spanned).unwrap(),
            ["自然人|法人或其他组织×2||总计", "|企业|机构|其他|", "81|0|1|0|82"]
        );
        assert_eq!(rows("行政许可　97\n行政处罚　0").unwrap(), ["行政许可|97", "行政处罚|0"]);
        assert_eq!(rows("0   0   0   0").unwrap(), ["0|0|0|0"]);
    }

    #[test]
    fn prose_with_wide_spaces_is_no_table() {
        for text in [
            "云陂县人民政府    2024年1月23日",
            "发布机构：办公室   字体：大 中 小",
            "一、  二、\n三、  四、",
            "共计  12",
        ] {
            assert_eq!(rows(text), None, "{text}");
        }
    }

    #[test]
    fn columns_that_do_not_stand_under_one_another_keep_their_order() {
        assert_eq!(rows("甲  1  2  3\n长长长长长长长长的乙  4  5  6\n丙  7").unwrap()[2], "丙|7");
    }
}
