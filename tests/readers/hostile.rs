//! No bytes make a reader panic, hang or pass its limits, and what is read is always a sound document.

use crate::reports;
use gouji::document::{Block, Document};
use gouji::read::{Limits, ReadError, Source, read, read_within};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Tight limits, so that small inputs reach them.
const TIGHT: Limits = Limits {
    bytes: 1 << 20,
    text_source: 50_000,
    text: 3000,
    blocks: 40,
    cells: 200,
    depth: 3,
    notes: 5,
    ..Limits::DEFAULT
};

/// Reads under the usual and under tight limits, and checks what comes out.
pub fn check(name: &str, bytes: &[u8]) {
    if let Ok(read) = read(Source { name, bytes }) {
        check_sound(&read.document, &Limits::DEFAULT);
    }
    if let Ok(read) = read_within(Source { name, bytes }, &TIGHT) {
        check_sound(&read.document, &TIGHT);
    }
}

fn check_sound(document: &Document, limits: &Limits) {
    let (mut text, mut cells) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Heading { text: words, .. } | Block::Paragraph { text: words, .. } => {
                assert!(!words.is_empty() && !words.contains('\n') && words.trim() == words, "{words:?}");
                text += words.len();
            }
            Block::Table(table) => {
                assert!(table.rows() > 0 && table.columns() > 0);
                cells += table.rows() * table.columns();
                let covered = table.squares().iter().map(|square| square.row_span * square.column_span);
                assert_eq!(covered.sum::<usize>(), table.rows() * table.columns());
                for square in table.squares() {
                    let last = (square.row + square.row_span - 1, square.column + square.column_span - 1);
                    assert_eq!(table.owner(square.row, square.column), Some(square));
                    assert_eq!(table.owner(last.0, last.1), Some(square));
                    text += square.text.len();
                }
            }
        }
        assert!(block.origin().line.is_none_or(|line| line > 0));
    }
    assert!(document.blocks.len() <= limits.blocks && text <= limits.text && cells <= limits.cells);
    assert!(document.notes.len() <= limits.notes + 20);
    for note in &document.notes {
        assert!(note.place.is_none_or(|place| place.block < document.blocks.len().max(1)), "{note:?}");
    }
}

/// Names whose endings ask for each reader.
const NAMES: &[&str] = &["a.html", "a.txt", "a.md", "a", "a.docx"];

const PIECES: &[&str] = &[
    "|",
    " | ",
    "\t",
    "  ",
    "　",
    "\n",
    "\n\n",
    "\r",
    "\"",
    "#",
    "## ",
    "---",
    "|---|",
    "+--+",
    "```",
    "- 3 -",
    "0",
    "81",
    "行政许可",
    "一、总体情况",
    "<table>",
    "</table>",
    "<td>",
    "<tr>",
    "<pre>",
    "</pre>",
    "<h1>",
    "<p>",
    "<img>",
    "![a](b)",
    "[",
    "](",
    ")",
    "**",
    "\\",
    "&nbsp;",
    "&#",
    "<!--",
    "-->",
    "<",
    ">",
    "</",
    "<td colspan=999 rowspan=999>",
    "<li hidden>",
    "<title>",
    "<input value='",
    "<textarea>",
    "<svg>",
    "<caption>",
    "\u{feff}",
    "\u{200b}",
    "\0",
    "?",
    "數(shù)",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in proptest::sample::select(NAMES)) {
        check(name, &bytes);
    }

    #[test]
    fn any_pieces(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..120),
        name in proptest::sample::select(NAMES),
    ) {
        check(name, pieces.concat().as_bytes());
    }

    #[test]
    fn any_pieces_in_utf16(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let bytes: Vec<u8> = pieces.concat().encode_utf16().flat_map(u16::to_le_bytes).collect();
        check("a", &bytes);
    }
}

#[test]
fn published_reports_cut_and_changed() {
    let Some(folder) = reports::folder() else { return };
    for report in reports::REPORTS {
        let bytes = std::fs::read(folder.join(report.file)).unwrap();
        // The same changes every time, from a plain linear congruence.
        let mut state = 1u32;
        let mut next = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state as usize % below
        };
        for _ in 0..40 {
            let mut changed = bytes.clone();
            changed.truncate(next(bytes.len()) + 1);
            for _ in 0..next(400) {
                let place = next(changed.len());
                changed[place] = next(256) as u8;
            }
            check(report.file, &changed);
        }
    }
}

/// Inputs that a careless reader takes the square of their length for: minutes for a quarter of a filled.
#[test]
fn bombs_are_read_in_linear_time() {
    let filled = |piece: &str| piece.repeat((1 << 18) / piece.len());
    let lines =
        ["<", "&", "<a ", "<!", "<!--", "</", "<a b='", "<div hidden>", "<div>", "</ul>", "<p>", "<title>"];
    let cells = [
        "<table>",
        "<table><tr><td>",
        "<td>",
        "<tr>",
        "<td colspan=1000 rowspan=65534>a",
        "<td><h1>a",
        "<img>",
    ];
    let text = [
        "|",
        "a|",
        "\"",
        "\"a\t",
        "\"\"\"a\t",
        "a\t\n",
        "1  ",
        "1  2\n",
        "[",
        "![",
        "![a](",
        "**",
        "\\",
        "\n",
        "a\n",
    ];
    let marks = [
        "#",
        "# a\n",
        "```\n",
        "---\n",
        "|---|\n",
        "<table>\n",
        "<table>\n</table>\n",
        "&nbsp;|\n",
        "數(shù)",
        "\r",
    ];
    let mut inputs: Vec<String> =
        [&lines[..], &cells, &text, &marks].concat().into_iter().map(filled).collect();
    inputs.push(format!("{}{}", "<div>".repeat(5000), filled("</ul>")));
    inputs.push(format!("<div hidden>{}{}", "<b>".repeat(5000), filled("</i>")));
    inputs.push(format!("<table><tr>{}{}", "<td rowspan=9999>a".repeat(1000), filled("<tr><td>b")));
    inputs.push(format!("{}{}", "<table><tr><td>".repeat(16), filled("字<br>")));
    inputs.push(format!("a\tb\n{}", filled("\"\n")));
    for (input, name) in inputs.iter().flat_map(|input| [(input, "a.html"), (input, "a.txt")]) {
        let start = Instant::now();
        check(name, input.as_bytes());
        let taken = start.elapsed();
        let shown: String = input.chars().take(40).collect();
        assert!(taken < Duration::from_secs(10), "{name} {shown:?} took {taken:?} without optimisation");
    }
}

#[test]
fn a_source_past_its_size_is_refused_and_named() {
    let large = vec![b'a'; TIGHT.bytes + 1];
    let refused = read_within(Source { name: "a.txt", bytes: &large }, &TIGHT);
    assert_eq!(refused.unwrap_err(), ReadError::TooLarge("size"));
}
