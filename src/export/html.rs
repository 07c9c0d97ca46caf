//! A read document as an HTML page that stands alone: its headings, paragraphs and tables, spans kept, and the
//! name of the statutory cell on every square that one was read from. No script, no style, nothing from outside.

use super::outline;
use crate::document::{Block, Document, Table};
use crate::report::Report;
use std::collections::BTreeMap;

/// The page. Its title is the report's, else the document's own.
pub fn page(document: &Document, report: Option<&Report>) -> String {
    let found = report.and_then(|report| report.title.as_ref()).map(|title| title.value.as_str());
    let title = found.or(document.properties.title.as_deref()).unwrap_or_default();
    let mut names: BTreeMap<(usize, usize, usize), String> = BTreeMap::new();
    for (cell, figure) in report.into_iter().flat_map(|report| &report.figures) {
        if let Some((row, column)) = figure.place.square {
            let name = names.entry((figure.place.block, row, column)).or_default();
            let gap = if name.is_empty() { "" } else { " " };
            name.push_str(&format!("{gap}{cell}"));
        }
    }
    let mut body = String::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let level = outline::heading_level(index, block, report);
        match (block, level) {
            (Block::Table(grid), _) => {
                body.push_str(&table(grid, |row, column| names.get(&(index, row, column))));
            }
            (Block::Heading { text, .. } | Block::Paragraph { text, .. }, Some(level)) => {
                body.push_str(&format!("<h{level}>{}</h{level}>\n", escaped(text)));
            }
            (Block::Heading { text, .. } | Block::Paragraph { text, .. }, None) => {
                body.push_str(&format!("<p>{}</p>\n", escaped(text)));
            }
        }
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(title)
    )
}

fn table<'a>(table: &Table, name: impl Fn(usize, usize) -> Option<&'a String>) -> String {
    let mut text = String::from("<table border=\"1\">\n");
    if let Some(caption) = &table.caption {
        text.push_str(&format!("<caption>{}</caption>\n", escaped(caption)));
    }
    for row in 0..table.rows() {
        text.push_str("<tr>");
        for square in table.row(row).filter(|square| square.printed) {
            let mut attributes = String::new();
            if square.row_span > 1 {
                attributes.push_str(&format!(" rowspan=\"{}\"", square.row_span));
            }
            if square.column_span > 1 {
                attributes.push_str(&format!(" colspan=\"{}\"", square.column_span));
            }
            if let Some(name) = name(square.row, square.column) {
                attributes.push_str(&format!(" data-cell=\"{name}\""));
            }
            text.push_str(&format!("<td{attributes}>{}</td>", escaped(&square.text)));
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</table>\n");
    text
}

/// `text` as words of the page: markup escaped, line breaks kept, control characters replaced.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            '\n' => written.push_str("<br>"),
            character if character.is_control() => written.push('\u{fffd}'),
            character => written.push(character),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Origin, TableBuilder};

    #[test]
    fn nothing_of_a_report_is_read_as_markup_and_spans_stay() {
        let mut builder = TableBuilder::new(Origin::default());
        builder.start_row();
        builder.cell("<script>alert(\"1\")</script>".to_owned(), 1, 2, Origin::default());
        builder.start_row();
        builder.cell("自然\n人".to_owned(), 1, 1, Origin::default());
        builder.cell("'&'".to_owned(), 1, 1, Origin::default());
        let blocks = vec![
            Block::Heading { level: 9, text: "一、<b>".to_owned(), origin: Origin::default() },
            Block::Table(builder.finish().unwrap()),
        ];
        let text = page(&Document { blocks, ..Document::default() }, None);
        let body = text.split_once("<body>\n").unwrap().1;
        assert_eq!(
            body,
            "<h6>一、&lt;b&gt;</h6>\n<table border=\"1\">\n\
             <tr><td colspan=\"2\">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</td></tr>\n\
             <tr><td>自然<br>人</td><td>&#39;&amp;&#39;</td></tr>\n</table>\n</body>\n</html>\n"
        );
    }
}
