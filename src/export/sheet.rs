//! A review as a check sheet to print: one HTML page for A4 paper that stands alone, with the verdict, the findings and
//! their equations, the statutory tables with the reviewer's marks, and what it was made from and with.

use super::html::escaped;
use super::json::FindingDto;
use super::page::{CellMark, Envelope, Grid, SquareKind, Standing, Suspicion};
use super::wording;
use crate::language::Language;

const STYLE: &str = "@page{size:A4;margin:14mm}body{font:10.5pt/1.5 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',\
sans-serif;font-variant-numeric:tabular-nums;color:#1b1b1b;max-width:190mm;margin:0 auto}h1{font-size:16pt;margin:0}\
h2{font-size:12pt;margin:14pt 0 4pt;break-after:avoid}p{margin:3pt 0}.fine{color:#5a5a5a;font-size:9pt;\
overflow-wrap:anywhere}.finding{border-left:3px solid #8a5f00;padding:2pt 0 2pt 8pt;margin:8pt 0;break-inside:avoid}\
.error{border-color:#b8322a}.info{border-color:#bdb7aa}.sum{font-size:12pt}table{border-collapse:collapse;width:100%;\
font-size:8.5pt;line-height:1.35}td{border:1px solid #bdb7aa;padding:1pt 3pt}tr{break-inside:avoid}.figure{\
text-align:right;white-space:nowrap}.head{text-align:center}.broken{border-bottom:2px solid #b8322a;font-weight:700}\
.suspect{outline:2px solid #b8322a;outline-offset:-3px}del{color:#5a5a5a}";

/// The page of one envelope, whose own words are in `language` already.
pub fn page(envelope: &Envelope, language: Language) -> String {
    let review = &envelope.review;
    let title = review.report.as_ref().and_then(|report| report.title.as_deref());
    let title = escaped(title.unwrap_or_else(|| wording::NO_TITLE.get(language)));
    let mut text = String::new();
    let mut push = |pieces: &[&str]| text.push_str(&pieces.concat());
    push(&[
        "<!DOCTYPE html>\n<html lang=\"",
        wording::LANGUAGE_TAG.get(language),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
        &title,
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n<h1>",
        &escaped(&wording::verdict_sentence(review, language)),
        "</h1>\n<p>",
        &title,
        "</p>\n<p class=\"fine\">",
        &escaped(&wording::checks(review, language)),
        "</p>\n",
    ]);
    for line in wording::made_from(envelope, language) {
        push(&["<p class=\"fine\">", &escaped(&line), "</p>\n"]);
    }
    for finding in &review.findings {
        push(&[&told(finding, language)]);
    }
    for grid in &envelope.sheets {
        push(&[&table(grid, envelope)]);
    }
    push(&["<p class=\"fine\">", wording::NOT_TRUTH.get(language), "</p>\n</body>\n</html>\n"]);
    text
}

/// The equation, with the sign that says so where it does not hold.
pub(super) fn equation(finding: &FindingDto) -> Option<String> {
    let is_off = finding.difference.as_ref().is_some_and(|difference| {
        difference.to_string().contains(|character: char| matches!(character, '1'..='9'))
    });
    let equation = finding.equation.as_ref()?;
    Some(if is_off { equation.replacen('=', "≠", 1) } else { equation.clone() })
}

fn told(finding: &FindingDto, language: Language) -> String {
    let severity = wording::severity_of_key(&finding.severity).get(language);
    let mut text = format!(
        "<div class=\"finding {}\">\n<p><b>{severity} {}</b> {}</p>\n",
        escaped(&finding.severity),
        escaped(&finding.code),
        escaped(&finding.message)
    );
    if let Some(equation) = equation(finding) {
        text.push_str(&format!("<p class=\"sum\">{}</p>\n", escaped(&equation)));
    }
    for (words, said) in [(wording::HELP, &finding.hint), (wording::BASIS, &finding.basis)] {
        if !said.is_empty() {
            let (words, colon) = (words.get(language), wording::COLON.get(language));
            text.push_str(&format!("<p class=\"fine\">{words}{colon}{}</p>\n", escaped(said)));
        }
    }
    text.push_str("</div>\n");
    text
}

/// A statutory table with its marks: a tick on what holds, a stroke under what does not, a ring on what is suspected,
/// the struck-out original beside what was changed by hand.
fn table(grid: &Grid, envelope: &Envelope) -> String {
    let mut text = format!("<h2>{}</h2>\n<table>\n", escaped(grid.caption.as_deref().unwrap_or_default()));
    for row in &grid.rows {
        text.push_str("<tr>");
        for square in row {
            let mark = square.cell.as_ref().and_then(|cell| envelope.marks.get(cell));
            let class = match square.kind {
                SquareKind::Figure | SquareKind::Missing => mark.map_or("figure", class_of),
                SquareKind::ColumnHead | SquareKind::GroupHead => "head",
                SquareKind::RowHead | SquareKind::Plain => "",
            };
            let spans = [("rowspan", square.row_span), ("colspan", square.column_span)];
            let spans = spans.into_iter().filter(|(_, span)| *span > 1);
            let spans: String = spans.map(|(name, span)| format!(" {name}=\"{span}\"")).collect();
            text.push_str(&format!("<td class=\"{class}\"{spans}>"));
            if let Some(mark) = mark {
                if mark.standing == Standing::Held {
                    text.push_str("✓ ");
                }
                if let Some(was) = &mark.was {
                    text.push_str(&format!("<del>{}</del> ", escaped(was)));
                }
            }
            text.push_str(&escaped(&square.text));
            text.push_str("</td>");
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</table>\n");
    text
}

fn class_of(mark: &CellMark) -> &'static str {
    match (mark.standing, mark.suspicion) {
        (Standing::Broken, _) => "figure broken",
        (_, Suspicion::Named | Suspicion::Possible) => "figure suspect",
        _ => "figure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::page::envelope;
    use crate::read::Source;
    use crate::review::review;

    #[test]
    fn a_check_sheet_says_what_it_was_made_from_and_marks_the_cells() {
        let bytes = include_bytes!("../../www/samples/broken.txt");
        let review = review(Source { name: "<a>.txt", bytes });
        for language in [Language::Zh, Language::En] {
            let sheet = page(&envelope(&review, language), language);
            assert!(sheet.contains(&review.source.sha256) && sheet.contains("&lt;a&gt;.txt"));
            assert!(sheet.contains("<td class=\"figure broken\">55</td>"));
            assert!(sheet.contains("<td class=\"figure suspect\">14</td>"));
            assert!(sheet.contains("rowspan=\"22\"") && sheet.contains("14 + 7 + 1 + 1 + 3 + 2 ≠ 55"));
            assert!(!sheet.contains("<script") && !sheet.contains("http"));
        }
    }
}
