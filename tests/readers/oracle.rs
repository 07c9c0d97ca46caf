//! The HTML reader against html5ever, which builds the standard's own tree.
//!
//! Two properties. On markup of any kind: reading it gives what reading the tree's own, well-formed text gives; so
//! missing, crossed and stray tags mean here what they mean to a browser. On tables whose words stay where they
//! are: the grids of texts are those that the standard's table model makes of the tree.

use crate::reports;
use gouji::document::Block;
use gouji::read::{Source, read};
use html5ever::serialize::{SerializeOpts, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};
use proptest::prelude::*;

fn tree(html: &str) -> RcDom {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    parse_document(RcDom::default(), options).one(html)
}

/// The tree written out as well-formed markup.
fn canonical(html: &str) -> String {
    let mut bytes = Vec::new();
    let document = SerializableHandle::from(tree(html).document);
    let options = SerializeOpts { scripting_enabled: false, ..SerializeOpts::default() };
    serialize(&mut bytes, &document, options).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What was read, white space and the borders of lines and paragraphs aside: words, and grids of words.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Table(Vec<Vec<String>>),
}

fn pieces(html: &str) -> Vec<Piece> {
    let read = read(Source { name: "a.html", bytes: html.as_bytes() }).unwrap();
    let mut pieces: Vec<Piece> = Vec::new();
    for block in &read.document.blocks {
        match (block, pieces.last_mut()) {
            (Block::Table(table), _) => {
                let cell = |row, column| bare(&table.owner(row, column).unwrap().text);
                let row = |row| (0..table.columns()).map(|column| cell(row, column)).collect();
                pieces.push(Piece::Table((0..table.rows()).map(row).collect()));
            }
            (block, Some(Piece::Words(words))) => words.push_str(&bare(block.text().unwrap())),
            (block, _) => pieces.push(Piece::Words(bare(block.text().unwrap()))),
        }
    }
    pieces
}

/// Words without white space and without what prints nothing.
fn bare(text: &str) -> String {
    let prints =
        |character: &char| !character.is_whitespace() && !matches!(character, '\0'..='\x1f' | '\u{200b}');
    text.chars().filter(prints).collect()
}

fn check_canonical(html: &str) -> Result<(), TestCaseError> {
    let canonical = canonical(html);
    prop_assert_eq!(pieces(html), pieces(&canonical), "\n{}\n-- the tree:\n{}", html, canonical);
    Ok(())
}

/// Markup as pages, editors and accidents make it.
const SOUP: &[&str] = &[
    "<table>",
    "</table>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<tr>",
    "<td>",
    "</td>",
    "<td>",
    "<td>",
    "<th>",
    "</th>",
    "<tbody>",
    "</tbody>",
    "<thead>",
    "</thead>",
    "<tfoot>",
    "<caption>",
    "</caption>",
    "<colgroup>",
    "<col>",
    "<td colspan=2>",
    "<td rowspan=2>",
    "<td rowspan=0 colspan='3'>",
    "<TD ColSpan=99999 style='width:1px'>",
    "<td rowspan=-1>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<span>",
    "</span>",
    "<b>",
    "</b>",
    "<br>",
    "</br>",
    "<li>",
    "<ul>",
    "</ul>",
    "<o:p>",
    "</o:p>",
    "<font face=\"a>b\">",
    "</font>",
    "<center>",
    "</center>",
    "甲",
    "乙丙",
    "1",
    "23",
    "&nbsp;",
    "&lt;",
    "&#31532;",
    " ",
    "\n",
    "<!-- <td> -->",
    "<![if x]>",
    "<![endif]>",
    "<script>a<td></script>",
    "<style>td{}</style>",
    "<input value=5>",
    "<img src=a>",
    "</body>",
    "</html>",
    "<a href='x>y'>",
    "</a>",
    "<div hidden>丁<p>己</div>",
    "<p hidden>",
    "<td hidden>",
    "<tr style='display:none'><td>丁</td></tr>",
    "<span style='display:none'>丁</span>",
    "<del>戊</del>",
];

/// A cell as it is written: its words by number, its spans, how it is dressed.
#[derive(Clone, Debug)]
struct Written {
    words: usize,
    row_span: usize,
    column_span: usize,
    dress: usize,
}

const WORDS: &[&str] =
    &["", "0", "81", "行政许可", "1.属于国家秘密", "&nbsp;", "6187.4万元", "&lt;3&gt;", "本年新<br>制作数量"];

/// How cells are dressed; `@` stands for the words, `#` for the spans.
const DRESSES: &[&str] = &[
    "<td#>@</td>",
    "<TD#>@",
    "<th#><p align=center>@</p></th>",
    "<td#>\n  <div><span lang=EN-US>@<o:p></o:p></span></div>\n</td>",
    "<td # style='mso-x:\"a>b\"'><!--[if x]><td>--><b>@</b>",
    "<td\n#\nnowrap=\"\"><p>@<p>",
];

/// A table of rows; a row that starts a group says so.
fn table() -> impl Strategy<Value = Vec<(bool, Vec<Written>)>> {
    let cell = (0..WORDS.len(), 0..4usize, 1..4usize, 0..DRESSES.len())
        .prop_map(|(words, row_span, column_span, dress)| Written { words, row_span, column_span, dress });
    let row = (proptest::bool::weighted(0.2), proptest::collection::vec(cell, 2..6));
    proptest::collection::vec(row, 2..8)
}

fn markup(table: &[(bool, Vec<Written>)]) -> String {
    let mut html = "<!DOCTYPE html><p>二、主动公开<table border=1>".to_owned();
    for (starts_group, row) in table {
        html.push_str(if *starts_group { "<tbody><tr>" } else { "<tr>" });
        for cell in row {
            let spans = format!(" rowspan={} colspan='{}'", cell.row_span, cell.column_span);
            html.push_str(&DRESSES[cell.dress].replace('#', &spans).replace('@', WORDS[cell.words]));
        }
    }
    html + "</table>"
}

/// The grids of the tree's tables by the standard's table model, with one rule of this house: a cell whose columns
/// run into one from above ends there.
fn grids(node: &Handle, grids: &mut Vec<Vec<Vec<String>>>) {
    if is_element(node, &["table"]) {
        grids.push(grid(node));
    }
    node.children.borrow().iter().for_each(|child| self::grids(child, grids));
}

fn grid(table: &Handle) -> Vec<Vec<String>> {
    let mut grid: Vec<Vec<Option<String>>> = Vec::new();
    for group in
        table.children.borrow().iter().filter(|child| is_element(child, &["thead", "tbody", "tfoot"]))
    {
        let children = group.children.borrow();
        let rows: Vec<&Handle> = children.iter().filter(|child| is_element(child, &["tr"])).collect();
        let first = grid.len();
        grid.resize(first + rows.len(), Vec::new());
        let end = grid.len();
        for (row, node) in (first..).zip(rows) {
            let mut column = 0;
            for cell in node.children.borrow().iter().filter(|child| is_element(child, &["td", "th"])) {
                while grid[row].get(column).is_some_and(Option::is_some) {
                    column += 1;
                }
                let row_span = match span(cell, "rowspan") {
                    Some(0) => end - row,
                    rows => rows.unwrap_or(1).min(end - row),
                };
                for _ in 0..span(cell, "colspan").unwrap_or(1).clamp(1, 1000) {
                    if grid[row].get(column).is_some_and(Option::is_some) {
                        break;
                    }
                    for line in &mut grid[row..row + row_span] {
                        line.resize(line.len().max(column + 1), None);
                        line[column] = Some(words(cell));
                    }
                    column += 1;
                }
            }
        }
    }
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    let line = |line: Vec<Option<String>>| {
        let mut texts: Vec<String> = line.into_iter().map(Option::unwrap_or_default).collect();
        texts.resize(columns, String::new());
        texts
    };
    grid.into_iter().map(line).collect()
}

fn is_element(node: &Handle, names: &[&str]) -> bool {
    matches!(&node.data, NodeData::Element { name, .. } if names.contains(&name.local.as_ref()))
}

fn span(cell: &Handle, wanted: &str) -> Option<usize> {
    let NodeData::Element { attrs, .. } = &cell.data else { return None };
    let attributes = attrs.borrow();
    let value = attributes.iter().find(|attribute| *attribute.name.local == *wanted)?;
    value.value.parse().ok()
}

fn words(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => bare(&contents.borrow()),
        _ => node.children.borrow().iter().map(words).collect(),
    }
}

fn check_grids(html: &str) -> Result<(), TestCaseError> {
    let mut expected = Vec::new();
    grids(&tree(html).document, &mut expected);
    let found: Vec<Vec<Vec<String>>> = pieces(html)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Table(grid) => Some(grid),
            Piece::Words(_) => None,
        })
        .collect();
    prop_assert_eq!(found, expected, "{}", html);
    Ok(())
}

/// Something that happens to a page: characters lost, or markup put in, at a place given in thousandths.
#[derive(Clone, Debug)]
enum Accident {
    Lost(usize, usize),
    Put(usize, &'static str),
}

fn accidents() -> impl Strategy<Value = Vec<Accident>> {
    let lost = (0..1000usize, 1..12usize).prop_map(|(place, length)| Accident::Lost(place, length));
    // A hidden element whose own tags were torn would end where only a full tree can tell.
    let is_seen = |soup: &&&str| !soup.contains("hidden") && !soup.contains("none");
    let seen: Vec<&'static str> = SOUP.iter().filter(is_seen).copied().collect();
    let put =
        (0..1000usize, proptest::sample::select(seen)).prop_map(|(place, soup)| Accident::Put(place, soup));
    proptest::collection::vec(prop_oneof![lost, put], 1..6)
}

fn after(html: &str, accidents: &[Accident]) -> String {
    let mut characters: Vec<char> = html.chars().collect();
    for accident in accidents {
        let at = |place: &usize| place * characters.len() / 1000;
        match accident {
            Accident::Lost(place, length) => {
                let start = at(place);
                characters.drain(start..(start + length).min(characters.len()));
            }
            Accident::Put(place, soup) => {
                let start = at(place);
                characters.splice(start..start, soup.chars());
            }
        }
    }
    characters.into_iter().collect()
}

/// A published page, if there is one.
fn published() -> Option<String> {
    let path = reports::folder()?.join("reports/html-shanghai-office-2019.html");
    Some(format!("<!DOCTYPE html>{}", std::fs::read_to_string(path).unwrap()))
}

#[test]
fn a_published_page_has_the_grids_of_its_tree() {
    if let Some(html) = published() {
        check_grids(&html).unwrap();
        check_canonical(&html).unwrap();
    }
}

#[test]
fn a_published_page_after_accidents_means_what_it_means_to_a_browser() {
    let Some(html) = published() else { return };
    let config = ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() };
    let run = |accidents: Vec<Accident>| check_canonical(&after(&html, &accidents));
    proptest::test_runner::TestRunner::new(config).run(&accidents(), run).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_of_any_kind_means_what_it_means_to_a_browser(
        soup in proptest::collection::vec(proptest::sample::select(SOUP), 1..40)
    ) {
        check_canonical(&format!("<!DOCTYPE html><html><body>{}", soup.concat()))?;
    }

    #[test]
    fn tables_have_the_grids_of_their_tree(table in table()) {
        check_grids(&markup(&table))?;
    }

    #[test]
    fn tables_after_accidents_mean_what_they_mean_to_a_browser(table in table(), accidents in accidents()) {
        check_canonical(&after(&markup(&table), &accidents))?;
    }
}
