//! The statutory tables as grids, as the form draws them and as publishers do.

use super::page::{About, Grid, Piece, Proactive, Shape, Square};
use super::truth::Truth;
use super::wording::Wording;
use gouji::report::form::{
    Applicant, Article20, Cell, DisputeOutcome, OutcomeGroup, RequestRow, Section, Track,
};

/// Table 2, in one piece or several.
pub fn proactive(truth: &Truth, wording: &Wording, shape: &Shape) -> Vec<Piece> {
    let columns = if shape.five_columns { 5 } else { 4 };
    let articles = || Article20::ALL.into_iter().filter(|article| !article.items(truth.edition).is_empty());
    match shape.proactive {
        Proactive::Stacked => {
            let rows =
                articles().flat_map(|article| article_rows(truth, wording, article, columns, true)).collect();
            vec![Piece::Table(Grid { about: About::Proactive, columns, heads: 0, rows })]
        }
        Proactive::Separate => articles()
            .map(|article| {
                let rows = article_rows(truth, wording, article, columns, true);
                Piece::Table(Grid { about: About::Article(article), columns, heads: 2, rows })
            })
            .collect(),
        Proactive::Headed => articles()
            .flat_map(|article| {
                let width = 1 + article
                    .items(truth.edition)
                    .iter()
                    .map(|item| item.fields(truth.edition).len())
                    .max()
                    .unwrap_or(1);
                let rows = article_rows(truth, wording, article, width, false);
                let table = Grid { about: About::Article(article), columns: width, heads: 1, rows };
                [Piece::Heading(wording.article(article)), Piece::Table(table)]
            })
            .collect(),
    }
}

/// Table 3.
pub fn requests(truth: &Truth, wording: &Wording, shape: &Shape) -> Grid {
    let applicants = columns(shape);
    let mut rows = request_heads(wording, shape, &applicants);
    let heads = rows.len();
    rows.extend(request_rows(truth, wording, shape, &applicants));
    Grid { about: About::Requests, columns: 3 + applicants.len(), heads, rows }
}

/// Table 4, as one table or as three.
pub fn disputes(truth: &Truth, wording: &Wording, shape: &Shape) -> Vec<Piece> {
    if !shape.three_tracks {
        let (heads, rows) = dispute_rows(truth, wording);
        return vec![Piece::Table(Grid { about: About::Disputes, columns: 15, heads, rows })];
    }
    Track::ALL
        .into_iter()
        .flat_map(|track| {
            let words = match track {
                Track::Reconsideration => wording.track(track),
                _ => format!("{}（{}）", wording.fixed("行政诉讼"), wording.track(track)),
            };
            let heads = DisputeOutcome::ALL.map(|column| Square::words(wording.dispute(column), 1, 1));
            let figures = DisputeOutcome::ALL.map(|column| {
                let cell = Cell::Dispute(track, column);
                Square::figure(cell, &truth.printed[&cell], 1)
            });
            let rows = vec![heads.to_vec(), figures.to_vec()];
            let grid = Grid { about: About::Track(track), columns: 5, heads: 1, rows };
            [Piece::Heading(words), Piece::Table(grid)]
        })
        .collect()
}

/// All three tables in one grid of 15 columns, the sections' headings as rows.
pub fn everything(truth: &Truth, wording: &Wording, shape: &Shape) -> Grid {
    const WIDTH: usize = 15;
    let mut rows: Vec<Vec<Square>> = Vec::new();
    for piece in proactive(truth, wording, &Shape { proactive: Proactive::Stacked, ..shape.clone() }) {
        if let Piece::Table(grid) = piece {
            rows.extend(stretched(grid, WIDTH));
        }
    }
    rows.push(vec![Square::words(wording.section(Section::Requests), 1, WIDTH)]);
    rows.extend(stretched(requests(truth, wording, shape), WIDTH));
    rows.push(vec![Square::words(wording.section(Section::Disputes), 1, WIDTH)]);
    rows.extend(dispute_rows(truth, wording).1);
    Grid { about: About::Everything, columns: WIDTH, heads: 0, rows }
}

fn columns(shape: &Shape) -> Vec<Applicant> {
    let mut columns = Applicant::PRINTED.to_vec();
    if shape.legal_subtotal {
        columns.insert(6, Applicant::LegalPersonSubtotal);
    }
    columns
}

fn article_rows(
    truth: &Truth,
    wording: &Wording,
    article: Article20,
    columns: usize,
    titled: bool,
) -> Vec<Vec<Square>> {
    let edition = truth.edition;
    let mut rows = Vec::new();
    if titled {
        rows.push(vec![Square::words(wording.article(article), 1, columns)]);
    }
    for (index, item) in article.items(edition).iter().enumerate() {
        let fields = item.fields(edition);
        let (heads, figures) = widths(fields.len(), columns - 1, article == Article20::One);
        if index == 0 {
            let mut row = vec![Square::words(wording.fixed("信息内容"), 1, 1)];
            row.extend(
                fields
                    .iter()
                    .zip(heads)
                    .map(|(field, width)| Square::words(wording.field(edition, *field), 1, width)),
            );
            rows.push(row);
        }
        let mut row = vec![Square::words(wording.item(edition, *item), 1, 1)];
        row.extend(fields.iter().zip(figures).map(|(field, width)| {
            let cell = Cell::Proactive(*item, *field);
            Square::figure(cell, &truth.printed[&cell], width)
        }));
        rows.push(row);
    }
    rows
}

/// The widths of heads and of figures. In five columns they differ, as in a published table.
fn widths(fields: usize, width: usize, same: bool) -> (Vec<usize>, Vec<usize>) {
    match (fields, width) {
        (3, 4) if same => (vec![1, 2, 1], vec![1, 2, 1]),
        (3, 4) => (vec![1, 2, 1], vec![2, 1, 1]),
        (2, 4) => (vec![2, 2], vec![2, 2]),
        (2, 3) => (vec![1, 2], vec![1, 2]),
        (1, wide) => (vec![wide], vec![wide]),
        (many, _) => (vec![1; many], vec![1; many]),
    }
}

fn request_heads(wording: &Wording, shape: &Shape, applicants: &[Applicant]) -> Vec<Vec<Square>> {
    let legal = applicants.len() - 2;
    let depth = if shape.cut_columns { 4 } else { 3 };
    let mut rows = vec![vec![
        Square::words(wording.corner(), depth, 3),
        Square::words(wording.fixed("申请人情况"), 1, applicants.len()),
    ]];
    let words = |applicant| Square::words(wording.applicant(applicant), 1, 1);
    let between = || applicants[1..=legal].iter().map(|applicant| words(*applicant));
    let legal_head = Square::words(wording.fixed("法人或其他组织"), 1, legal);
    if shape.low_heads {
        rows.push(vec![Square::words("", 1, 1), legal_head, Square::words("", 1, 1)]);
        let mut low = vec![words(Applicant::NaturalPerson)];
        low.extend(between());
        low.push(words(Applicant::Total));
        rows.push(low);
        if shape.cut_columns {
            rows.push(applicants.iter().map(|_| Square::words("", 1, 1)).collect());
        }
        return rows;
    }
    let tall = |applicant| Square::words(wording.applicant(applicant), depth - 1, 1);
    rows.push(vec![tall(Applicant::NaturalPerson), legal_head, tall(Applicant::Total)]);
    if shape.cut_columns {
        let mut lower = Vec::new();
        let upper = between()
            .map(|square| {
                let letters: Vec<char> = square.line().chars().filter(|letter| *letter != ' ').collect();
                if letters.len() < 4 {
                    return Square { rows: 2, ..square };
                }
                let (front, back) = letters.split_at(letters.len() / 2);
                lower.push(Square::words(back.iter().collect::<String>(), 1, 1));
                Square::words(front.iter().collect::<String>(), 1, 1)
            })
            .collect();
        rows.push(upper);
        rows.push(lower);
    } else {
        rows.push(between().collect());
    }
    rows
}

fn request_rows(
    truth: &Truth,
    wording: &Wording,
    shape: &Shape,
    applicants: &[Applicant],
) -> Vec<Vec<Square>> {
    let edition = truth.edition;
    let figures = |row: RequestRow| {
        applicants.iter().map(move |applicant| {
            let cell = Cell::Request(row, *applicant);
            Square::figure(cell, &truth.printed[&cell], 1)
        })
    };
    let simple = |row: RequestRow, width: usize| -> Vec<Square> {
        std::iter::once(Square::words(wording.row(row), 1, width)).chain(figures(row)).collect()
    };
    let mut results: Vec<Vec<Square>> = Vec::new();
    for group in OutcomeGroup::ALL {
        let rows = group.rows(edition);
        if let [only] = rows {
            results.push(simple(*only, 2));
            continue;
        }
        let mut rows = rows.to_vec();
        if let Some(subtotal) = group.subtotal(edition).filter(|_| shape.subtotals) {
            rows.push(subtotal);
        }
        for (index, row) in rows.iter().enumerate() {
            let mut squares = simple(*row, 1);
            if Some(*row) == group.subtotal(edition) {
                squares[0] = Square::words(wording.applicant(Applicant::LegalPersonSubtotal), 1, 1);
            }
            if index == 0 {
                squares.insert(0, Square::words(wording.group(group), rows.len(), 1));
            }
            results.push(squares);
        }
    }
    results.push(simple(RequestRow::OutcomeTotal, 2));
    let height = results.len();
    results[0].insert(0, Square::words(wording.fixed("三、本年度办理结果"), height, 1));
    let mut rows = vec![simple(RequestRow::NewReceived, 3), simple(RequestRow::CarriedIn, 3)];
    rows.extend(results);
    rows.push(simple(RequestRow::CarriedOut, 3));
    rows
}

fn dispute_rows(truth: &Truth, wording: &Wording) -> (usize, Vec<Vec<Square>>) {
    let heads =
        |rows: usize| DisputeOutcome::ALL.map(|column| Square::words(wording.dispute(column), rows, 1));
    let first = vec![
        Square::words(wording.track(Track::Reconsideration), 1, 5),
        Square::words(wording.fixed("行政诉讼"), 1, 10),
    ];
    let mut second = heads(2).to_vec();
    second.push(Square::words(wording.track(Track::SuitDirect), 1, 5));
    second.push(Square::words(wording.track(Track::SuitAfterReconsideration), 1, 5));
    let third = [heads(1), heads(1)].concat();
    let figures =
        Cell::of_table_4().into_iter().map(|cell| Square::figure(cell, &truth.printed[&cell], 1)).collect();
    (3, vec![first, second, third, figures])
}

/// The rows of a narrower grid, its last squares stretched to `width` columns.
fn stretched(grid: Grid, width: usize) -> Vec<Vec<Square>> {
    let extra = width - grid.columns;
    let height = grid.rows.len();
    let mut last = vec![(0, 0); height];
    for (row, positions) in grid.positions().iter().enumerate() {
        let Some(Some((owner, _))) = positions.last() else { continue };
        for (start, squares) in grid.rows.iter().enumerate().take(row + 1) {
            if let Some(index) = squares.iter().position(|square| std::ptr::eq(square, *owner)) {
                last[row] = (start, index);
            }
        }
    }
    last.sort_unstable();
    last.dedup();
    let mut rows = grid.rows;
    for (row, index) in last {
        rows[row][index].columns += extra;
    }
    rows
}
