//! The tables that the page shows as text for other programs: HTML with spans for Word and WPS, fields between tabs
//! for spreadsheets.

use super::shape::{Grid, SquareKind};

/// Tables as HTML, captions above, spans kept, borders drawn.
pub fn html(grids: &[Grid]) -> String {
    let mut text = String::from("<meta charset=\"utf-8\">");
    for grid in grids {
        if let Some(caption) = &grid.caption {
            push(&mut text, &["<p><b>", &escaped(caption), "</b></p>"]);
        }
        text.push_str("<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse\">");
        for row in &grid.rows {
            text.push_str("<tr>");
            for square in row {
                let is_head = matches!(square.kind, SquareKind::ColumnHead | SquareKind::GroupHead);
                text.push_str(if is_head { "<td align=\"center\"" } else { "<td" });
                for (name, span) in [("rowspan", square.row_span), ("colspan", square.column_span)] {
                    if span > 1 {
                        push(&mut text, &[" ", name, "=\"", &span.to_string(), "\""]);
                    }
                }
                push(&mut text, &[">", &escaped(&square.text), "</td>"]);
            }
            text.push_str("</tr>");
        }
        text.push_str("</table>");
    }
    text
}

/// Tables as lines of fields between tabs; a square that covers several fields has its words in the first.
pub fn tabbed(grids: &[Grid]) -> String {
    let mut text = String::new();
    for grid in grids {
        push(&mut text, &[grid.caption.as_deref().unwrap_or_default(), "\n"]);
        // For each column, how many rows are still covered from above.
        let mut covered: Vec<usize> = Vec::new();
        for row in &grid.rows {
            let mut fields: Vec<&str> = Vec::new();
            for square in row {
                skip(&mut fields, &mut covered);
                for column in 0..square.column_span {
                    covered.resize(covered.len().max(fields.len() + 1), 0);
                    covered[fields.len()] = square.row_span - 1;
                    fields.push(if column == 0 { square.text.as_str() } else { "" });
                }
            }
            skip(&mut fields, &mut covered);
            let fields: Vec<String> = fields.iter().map(|field| field.replace(['\n', '\t'], "")).collect();
            push(&mut text, &[&fields.join("\t"), "\n"]);
        }
    }
    text
}

/// Passes over the columns that are covered from above.
fn skip(fields: &mut Vec<&str>, covered: &mut [usize]) {
    while let Some(rows) = covered.get_mut(fields.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        fields.push("");
    }
}

fn push(text: &mut String, pieces: &[&str]) {
    text.push_str(&pieces.concat());
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::super::shape::Square;
    use super::*;

    fn square(text: &str, kind: SquareKind, row_span: usize, column_span: usize) -> Square {
        Square { text: text.to_owned(), kind, row_span, column_span, cell: None }
    }

    fn grid() -> Grid {
        let rows = vec![
            vec![square("a\nb", SquareKind::ColumnHead, 2, 1), square("<c>", SquareKind::ColumnHead, 1, 2)],
            vec![square("d", SquareKind::Plain, 1, 1), square("=1", SquareKind::Plain, 1, 1)],
        ];
        Grid { statute: None, caption: Some("表".to_owned()), found: 0, rows }
    }

    #[test]
    fn spans_stay_in_html_and_leave_gaps_between_tabs() {
        let text = html(&[grid()]);
        assert!(text.contains("<td align=\"center\" rowspan=\"2\">a<br>b</td>"), "{text}");
        assert!(text.contains("<td align=\"center\" colspan=\"2\">&lt;c></td></tr><tr><td>d</td>"), "{text}");
        assert_eq!(tabbed(&[grid()]), "表\nab\t<c>\t\n\td\t=1\n");
    }
}
