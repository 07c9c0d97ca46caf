//! Markdown: a review as a heading, its verdict and a table of its findings, for comments and mails; and a read
//! document with its tables.

use super::json::{AcrossDto, FindingDto, ReviewDto, SettledDto};
use super::{outline, wording};
use crate::document::{Block, Document, Table};
use crate::language::Language;
use crate::report::Report;
use crate::report::form::Cell;
use crate::review::ComparisonKind;

/// One review.
pub fn review(review: &ReviewDto, language: Language) -> String {
    let mut text = format!(
        "## {}\n\n**{}**\n\n",
        escaped(&review.source.name),
        escaped(&wording::verdict_sentence(review, language))
    );
    if let Some(report) = &review.report {
        let title = report.title.as_deref().unwrap_or(wording::NO_TITLE.get(language));
        text.push_str(&format!("{}\n\n", escaped(title)));
    }
    text.push_str(&findings(&review.findings, language));
    text.push_str(&format!("{}\n\n", escaped(&wording::checks(review, language))));
    text.push_str(&settings(review.settings.as_ref(), language));
    text
}

/// What settings left out or changed, a point each.
fn settings(settled: Option<&SettledDto>, language: Language) -> String {
    let lines = settled.map(|settled| wording::settled(settled, language)).unwrap_or_default();
    let points: String = lines.iter().map(|line| format!("- {}\n", escaped(line))).collect();
    if points.is_empty() { points } else { points + "\n" }
}

/// What several reports say of one another: of each comparison its files, its findings, and how many checks hold.
pub fn across(across: &AcrossDto, language: Language) -> String {
    let mut text = String::new();
    let mut rest = across.findings.as_slice();
    for comparison in &across.comparisons {
        let years: Vec<String> = comparison.years.iter().map(u16::to_string).collect();
        let kind = match comparison.kind.as_str() {
            "years" => ComparisonKind::Years,
            _ => ComparisonKind::RollUp,
        };
        let head =
            wording::compared(kind, &comparison.issuer, &years.join(" → "), comparison.files.len() - 1);
        let counted =
            |key: &str| comparison.outcomes.iter().filter(|outcome| outcome.outcome.starts_with(key)).count();
        let held = wording::held(counted("passed"), counted("undecided"), language);
        text.push_str(&format!("## {}\n\n{held}\n\n", escaped(head.get(language))));
        text.extend(comparison.files.iter().map(|file| format!("- {}\n", escaped(file))));
        text.push('\n');
        let (own, others) = rest.split_at(counted("failed").min(rest.len()));
        rest = others;
        text.push_str(&findings(own, language));
    }
    text.push_str(&settings(across.settings.as_ref(), language));
    text
}

/// A table of findings; nothing for none.
fn findings(findings: &[FindingDto], language: Language) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let columns = wording::MARKDOWN_COLUMNS.map(|column| column.get(language));
    let mut text = row(columns.map(str::to_owned));
    text.push_str(&row(columns.map(|_| "---".to_owned())));
    for finding in findings {
        let cells: Vec<Cell> = finding.cells.iter().filter_map(|name| Cell::from_name(name)).collect();
        let place = finding.id.split_once('@').map(|(_, at)| wording::check_place(at, language));
        let place = wording::whereabouts(&cells, language).or(place).unwrap_or_default();
        let mut message = escaped(&finding.message);
        if let Some(equation) = &finding.equation {
            message.push_str(&format!("<br>{}", escaped(equation)));
        }
        text.push_str(&row([
            wording::severity_of_key(&finding.severity).get(language).to_owned(),
            escaped(&finding.code),
            escaped(&place),
            message,
            escaped(&finding.hint),
        ]));
    }
    text.push('\n');
    text
}

/// A read document. Markdown has no spans: words that span stand in their first square, the others are empty.
pub fn document(document: &Document, report: Option<&Report>) -> String {
    let mut pieces = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let level = outline::heading_level(index, block, report);
        pieces.push(match (block, level) {
            (Block::Table(grid), _) => table(grid),
            (Block::Heading { text, .. } | Block::Paragraph { text, .. }, Some(level)) => {
                format!("{} {}\n", "#".repeat(usize::from(level)), escaped(text))
            }
            (Block::Heading { text, .. } | Block::Paragraph { text, .. }, None) => {
                format!("{}\n", paragraph(text))
            }
        });
    }
    pieces.join("\n")
}

/// `text` escaped, its beginning too where Markdown would read a list or an underlined heading.
fn paragraph(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && [". ", ") "].iter().any(|sign| text[digits..].starts_with(sign)) {
        return format!("{}\\{}", &text[..digits], escaped(&text[digits..]));
    }
    let bullet = text.starts_with(['-', '+']) && text[1..].starts_with(' ');
    let line = text.starts_with(['-', '=']) && text.trim_start_matches(['-', '=', ' ']).is_empty();
    format!("{}{}", if bullet || line { "\\" } else { "" }, escaped(text))
}

fn table(table: &Table) -> String {
    let mut text = String::new();
    for index in 0..table.rows() {
        let mut fields = vec![String::new(); table.columns()];
        for square in table.row(index) {
            fields[square.column] = escaped(&square.text);
        }
        text.push_str(&row(fields));
        if index == 0 {
            text.push_str(&row(vec!["---".to_owned(); table.columns()]));
        }
    }
    text
}

fn row(fields: impl Into<Vec<String>>) -> String {
    format!("| {} |\n", fields.into().join(" | "))
}

/// `text` on one line with everything escaped that Markdown or the HTML inside it would read as its own.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => written.push(' '),
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '@' => {
                written.push('\\');
                written.push(character);
            }
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
    fn nothing_of_a_report_is_read_as_markup() {
        for (text, written) in [
            ("（七）总计", "（七）总计"),
            ("a|b\nc", "a\\|b c"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("[x](javascript:1)", "\\[x\\](javascript:1)"),
            ("`a` **b** \\", "\\`a\\` \\*\\*b\\*\\* \\\\"),
            ("a\u{1b}b", "a\u{fffd}b"),
        ] {
            assert_eq!(escaped(text), written);
        }
        for (text, written) in [
            ("1. 属于国家秘密", "1\\. 属于国家秘密"),
            ("1.属于国家秘密", "1.属于国家秘密"),
            ("- 3 -", "\\- 3 -"),
            ("---", "\\---"),
            ("-4", "-4"),
            ("2020年", "2020年"),
        ] {
            assert_eq!(paragraph(text), written);
        }
    }

    #[test]
    fn a_document_keeps_its_grid() {
        let mut builder = TableBuilder::new(Origin::default());
        builder.start_row();
        builder.cell("总|计".to_owned(), 2, 1, Origin::default());
        builder.cell("其\n他".to_owned(), 1, 2, Origin::default());
        builder.start_row();
        builder.cell("1".to_owned(), 1, 1, Origin::default());
        builder.cell("2".to_owned(), 1, 1, Origin::default());
        let blocks = vec![
            Block::Heading { level: 2, text: "一、总体情况".to_owned(), origin: Origin::default() },
            Block::Table(builder.finish().unwrap()),
        ];
        assert_eq!(
            document(&Document { blocks, ..Document::default() }, None),
            "## 一、总体情况\n\n| 总\\|计 | 其 他 |  |\n| --- | --- | --- |\n|  | 1 | 2 |\n"
        );
    }
}
