//! A review as a workbook: a sheet of findings, the statutory tables with marked cells, and what it was made from.
//!
//! Texts are written as texts, never as formulas, whatever they start with. The same review gives the same bytes.

use super::json::FindingDto;
use super::page::{CellMark, Envelope, Grid, Square, SquareKind, Standing, Suspicion};
use super::sheet::equation;
use super::wording;
use crate::language::Language;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

const RED: Color = Color::RGB(0xB8_32_2A);
const WASH: Color = Color::RGB(0xFB_EE_EA);
const BLUE: Color = Color::RGB(0x12_43_6D);

/// The workbook of one envelope, whose own words are in `language` already; fails only where a sheet cannot hold it.
pub fn workbook(envelope: &Envelope, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // No clock: the day on which the form was first prescribed.
    let day = ExcelDateTime::from_ymd(2019, 11, 19)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    findings(book.add_worksheet(), envelope, language)?;
    for grid in &envelope.sheets {
        table(book.add_worksheet(), grid, envelope)?;
    }
    facts(book.add_worksheet(), envelope, language)?;
    book.save_to_buffer()
}

fn findings(sheet: &mut Worksheet, envelope: &Envelope, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(wording::FINDINGS_SHEET.get(language))?;
    let head = Format::new().set_bold().set_border(FormatBorder::Thin);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    for (column, (words, width)) in (0u16..).zip(wording::FINDINGS_COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, words.get(language), &head)?;
    }
    for (row, finding) in (1u32..).zip(&envelope.review.findings) {
        for (column, words) in (0u16..).zip(fields(finding, envelope, language)) {
            sheet.write_string_with_format(row, column, words, &wrapped)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn fields(finding: &FindingDto, envelope: &Envelope, language: Language) -> [String; 7] {
    let label =
        |cell: &String| envelope.marks.get(cell).map_or_else(|| cell.clone(), |mark| mark.label.clone());
    let cells: Vec<String> = finding.cells.iter().map(label).collect();
    [
        wording::severity_of_key(&finding.severity).get(language).to_owned(),
        finding.code.clone(),
        cells.join("\n"),
        finding.message.clone(),
        equation(finding).unwrap_or_default(),
        finding.hint.clone(),
        finding.basis.clone(),
    ]
}

fn table(sheet: &mut Worksheet, grid: &Grid, envelope: &Envelope) -> Result<(), XlsxError> {
    // A sheet's name takes 31 characters and none of these.
    let caption = grid.caption.as_deref().unwrap_or_default();
    let name: String =
        caption.chars().filter(|character| !"[]:*?/\\".contains(*character)).take(31).collect();
    sheet.set_name(name)?;
    // For each column, how many rows are still covered from above.
    let mut covered: Vec<usize> = Vec::new();
    for (row, squares) in (0u32..).zip(&grid.rows) {
        let mut column = 0;
        for square in squares {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let end = column + square.column_span;
            covered.resize(covered.len().max(end), 0);
            covered[column..end].fill(square.row_span);
            put(sheet, row, column, square, envelope)?;
            column = end;
        }
        covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: usize,
    square: &Square,
    envelope: &Envelope,
) -> Result<(), XlsxError> {
    let mark = square.cell.as_ref().and_then(|cell| envelope.marks.get(cell));
    let format = mark.map_or_else(|| head(square.kind), marked);
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    let span = |count: usize| u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
    let (rows, columns) = (span(square.row_span), span(square.column_span));
    if rows > 0 || columns > 0 {
        let last = (row + u32::from(rows), column.saturating_add(columns));
        sheet.merge_range(row, column, last.0, last.1, "", &format)?;
    }
    match square.text.parse::<u32>().ok().filter(|_| mark.is_some()) {
        Some(number) => sheet.write_number_with_format(row, column, number, &format)?,
        None => sheet.write_string_with_format(row, column, &square.text, &format)?,
    };
    if let Some(was) = mark.and_then(|mark| mark.was.as_ref()) {
        sheet.insert_note(row, column, &rust_xlsxwriter::Note::new(was))?;
    }
    Ok(())
}

fn head(kind: SquareKind) -> Format {
    let format =
        Format::new().set_text_wrap().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    match kind {
        SquareKind::ColumnHead | SquareKind::GroupHead => format.set_align(FormatAlign::Center),
        SquareKind::RowHead | SquareKind::Figure | SquareKind::Missing | SquareKind::Plain => format,
    }
}

/// Red ground where a sum does not hold, a red frame where the figure is suspected, blue ink where it was changed.
fn marked(mark: &CellMark) -> Format {
    let mut format = Format::new().set_align(FormatAlign::Right).set_border(FormatBorder::Thin);
    if mark.standing == Standing::Broken {
        format = format.set_background_color(WASH).set_font_color(RED).set_bold();
    }
    if mark.suspicion != Suspicion::None {
        format = format.set_border(FormatBorder::Medium).set_border_color(RED).set_bold();
    }
    if mark.was.is_some() {
        format = format.set_font_color(BLUE).set_bold();
    }
    format
}

fn facts(sheet: &mut Worksheet, envelope: &Envelope, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(wording::FACTS_SHEET.get(language))?;
    sheet.set_column_width(0, 90)?;
    let mut lines = vec![
        wording::verdict_sentence(&envelope.review, language),
        wording::checks(&envelope.review, language),
    ];
    lines.extend(wording::made_from(envelope, language));
    lines.push(wording::NOT_TRUTH.get(language).to_owned());
    for (row, line) in (0u32..).zip(lines) {
        sheet.write_string(row, 0, line)?;
    }
    Ok(())
}

#[cfg(all(test, feature = "sheets"))]
mod tests {
    use super::*;
    use crate::export::page::envelope;
    use crate::read::Source;
    use crate::report::form::Cell;
    use crate::review::review;

    fn of(name: &str, bytes: &[u8]) -> (Envelope, Vec<u8>) {
        let envelope = envelope(&review(Source { name, bytes }), Language::Zh);
        let book = workbook(&envelope, Language::Zh).expect("a workbook");
        (envelope, book)
    }

    #[test]
    fn the_tables_of_a_workbook_are_read_back_figure_by_figure() {
        let (envelope, book) = of("clean.html", include_bytes!("../../www/samples/clean.html"));
        let back = review(Source { name: "a.xlsx", bytes: &book });
        let report = back.report.expect("a report");
        let squares = envelope.sheets.iter().flat_map(|grid| grid.rows.iter().flatten());
        let mut compared = 0;
        for square in squares.filter(|square| square.kind == SquareKind::Figure) {
            let cell = square.cell.as_deref().and_then(Cell::from_name).expect("a cell");
            let figure = report.figures.get(&cell).map(|figure| figure.raw.as_str());
            assert_eq!(figure, Some(square.text.as_str()), "{cell}");
            compared += 1;
        }
        assert_eq!(compared, 200);
    }

    #[test]
    fn the_same_review_gives_the_same_bytes_and_no_text_is_a_formula() {
        let bytes = include_bytes!("../../www/samples/broken.txt");
        let (_, first) = of("=1+1.txt", bytes);
        assert_eq!(first, of("=1+1.txt", bytes).1);
    }
}
