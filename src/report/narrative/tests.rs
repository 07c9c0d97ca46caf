//! Sentences of the prose and what is read out of them: one line a case in `tests/narrative/*.tsv`.

use super::*;
use crate::document::Origin;
use crate::report::{Issuer, IssuerKind, Located};

/// What a paragraph of a report for `year` claims: `quantity=value`, with `?` where it is not firm.
fn read(text: &str, year: u16) -> Vec<String> {
    let blocks = text
        .split('¶')
        .map(|text| Block::Paragraph { text: text.trim().to_owned(), origin: Origin::default() })
        .collect();
    let document = Document { blocks, ..Document::default() };
    let report = Report {
        year: Some(Located { value: year, place: Place::default() }),
        issuer: Some(Issuer { name: String::new(), kind: IssuerKind::Department, level: None }),
        ..Report::default()
    };
    claims(&document, &report)
        .into_iter()
        .filter(|claim| claim.quantity != Quantity::Unexplained)
        .map(|claim| {
            let sign = if claim.firm { "" } else { "?" };
            let equals = if claim.at_most { "<=" } else { "=" };
            format!("{}{equals}{}{sign}", name(claim.quantity), claim.value)
        })
        .collect()
}

fn name(quantity: Quantity) -> String {
    match quantity {
        Quantity::Received => "received".into(),
        Quantity::Handled => "handled".into(),
        Quantity::ReceivedAndHandled => "received_and_handled".into(),
        Quantity::Agreed => "agreed".into(),
        Quantity::AnsweredOf => "answered_of".into(),
        Quantity::AllAnswered => "all_answered".into(),
        Quantity::Proactive(item, field) => format!("{}.{}", item.key(), field.key()),
        other => other.key(),
    }
}

#[test]
fn sentences_are_read_as_written_down() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in include_str!("../../../tests/narrative/sentences.tsv").lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let [year, text, expected] = fields.as_slice() else { panic!("line {}: three fields", number + 1) };
        let found = read(text, year.parse().unwrap());
        let expected: Vec<String> = expected.split_whitespace().map(str::to_owned).collect();
        count += 1;
        if found != expected {
            wrong.push(format!("{year}\t{text}\t{}\n  wanted {}", found.join(" "), expected.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
