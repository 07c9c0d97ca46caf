//! Reviews as Markdown: a heading a file, its verdict, its findings as a table. For comments and mails.

use super::json::ReviewDto;
use super::wording;
use crate::language::Language;
use crate::report::form::Cell;

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
    if !review.findings.is_empty() {
        let columns = wording::MARKDOWN_COLUMNS.map(|column| column.get(language));
        text.push_str(&row(columns.map(str::to_owned)));
        text.push_str(&row(columns.map(|_| "---".to_owned())));
        for finding in &review.findings {
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
    }
    text.push_str(&format!("{}\n\n", escaped(&wording::checks(review, language))));
    text
}

fn row(fields: [String; 5]) -> String {
    format!("| {} |\n", fields.join(" | "))
}

/// `text` on one line with everything escaped that Markdown or the HTML inside it would read as its own.
pub(super) fn escaped(text: &str) -> String {
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
    use super::escaped;

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
    }
}
