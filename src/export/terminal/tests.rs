//! Whole findings as they are printed, compared line by line.

use super::{Style, finding, review, total};
use crate::document::{Block, Document, Origin, Place, TableBuilder};
use crate::export::json::review_dto;
use crate::export::width::width;
use crate::language::{Language, Sentence};
use crate::number::Decimal;
use crate::read::Format;
use crate::report::form::{Applicant, Cell, RequestRow};
use crate::report::{Certainty, Figure, Located, Report, State};
use crate::review::{Judged, Review, Settled, Verdict};
use crate::rules::{Finding, Outcome, Responsibility, Role, Severity, Status, Suspect};
use crate::sorted::SortedMap;

/// Rows of a made-up table 3: line, printed label, row, six kinds and the total as printed.
type PrintedRow = (u32, &'static str, RequestRow, [&'static str; 7]);

const BALANCE: &[PrintedRow] = &[
    (12, "一、本年新收政府信息公开申请数量", RequestRow::NewReceived, ["81", "0", "0", "0", "0", "0", "81"]),
    (13, "二、上年结转政府信息公开申请数量", RequestRow::CarriedIn, ["0", "0", "0", "0", "0", "0", "0"]),
    (34, "（七）总计", RequestRow::OutcomeTotal, ["79", "0", "0", "0", "0", "0", "79"]),
    (35, "四、结转下年度继续办理", RequestRow::CarriedOut, ["3", "", "0", "0", "0", "0", "2"]),
];

#[test]
fn a_broken_balance_shows_its_rows_in_line_with_the_cells_marked() {
    let rows = [
        (RequestRow::NewReceived, Role::Left),
        (RequestRow::CarriedIn, Role::Left),
        (RequestRow::OutcomeTotal, Role::Right),
        (RequestRow::CarriedOut, Role::Right),
    ];
    let cells = rows.map(|(row, role)| (Cell::Request(row, Applicant::NaturalPerson), role)).to_vec();
    let broken = Finding {
        equation: Some("81 + 0 = 79 + 3".to_owned()),
        expected: Some(Decimal::whole(82)),
        actual: Some(Decimal::whole(81)),
        difference: Some(Decimal::whole(-1)),
        suspects: vec![Suspect {
            cell: Cell::Request(RequestRow::CarriedOut, Applicant::NaturalPerson),
            to: Decimal::whole(2),
        }],
        ..plain("R01", Some("natural_person"), cells)
    };
    check(
        BALANCE,
        &broken,
        Language::Zh,
        &[
            "错误[R01] 收支不平",
            "  --> 青岭市.txt:12 · 表三 · 自然人",
            "   |",
            "12 | 一、本年新收政府信息公开申请数量  81  0  0  0  0  0  81",
            "   |                                   ^^",
            "13 | 二、上年结转政府信息公开申请数量   0  0  0  0  0  0   0",
            "   |                                    ^",
            "34 | （七）总计                        79  0  0  0  0  0  79",
            "   |                                   ^^",
            "35 | 四、结转下年度继续办理             3     0  0  0  0   2",
            "   |                                    ^",
            "   = 算式：81 + 0 ≠ 79 + 3",
            "   = 按另一边应为 82，这里是 81，相差 -1",
            "   = 可能的更正：结转下年度 · 自然人 → 2",
            "   = 建议：请核对这几格",
        ],
    );
}

#[test]
fn a_broken_total_is_told_from_its_parts_and_a_blank_is_seen() {
    let columns = Applicant::KINDS.iter().map(|column| (*column, Role::Part));
    let cells = columns
        .chain([(Applicant::Total, Role::Total)])
        .map(|(column, role)| (Cell::Request(RequestRow::CarriedOut, column), role))
        .collect();
    check(
        BALANCE,
        &plain("R03", Some("carried_out"), cells),
        Language::En,
        &[
            "error[R03] does not balance",
            "  --> 青岭市.txt:35 · table 3 · carried to next year",
            "   |",
            "35 | 四、结转下年度继续办理  3  ␣  0  0  0  0  2",
            "   |                         -  -  -  -  -  -  ^",
            "   = help: check these cells",
        ],
    );
}

#[test]
fn of_many_parts_those_of_nought_are_counted_and_left_out() {
    let rows: Vec<PrintedRow> = RequestRow::printed(crate::report::form::Edition::Y2021)
        .into_iter()
        .zip(12..)
        .map(|(row, line)| {
            let figure = match row {
                RequestRow::Granted | RequestRow::UnableNotHeld => "5",
                RequestRow::OutcomeTotal => "11",
                _ => "0",
            };
            (line, "", row, [figure, "0", "0", "0", "0", "0", "0"])
        })
        .collect();
    let parts = RequestRow::outcomes(crate::report::form::Edition::Y2021).map(|row| (row, Role::Part));
    let cells = parts
        .chain([(RequestRow::OutcomeTotal, Role::Total)])
        .map(|(row, role)| (Cell::Request(row, Applicant::NaturalPerson), role))
        .collect();
    let broken = Finding { equation: Some("5 + 5 = 11".to_owned()), ..plain("R02", None, cells) };
    check(
        &rows,
        &broken,
        Language::Zh,
        &[
            "错误[R02] 收支不平",
            "  --> 青岭市.txt:14 · 表三 · 自然人",
            "   |",
            "14 | （予以公开）                   5  0  0  0  0  0  0",
            "   |                                -",
            "24 | （本机关不掌握相关政府信息）   5  0  0  0  0  0  0",
            "   |                                -",
            "35 | （结果总计）                  11  0  0  0  0  0  0",
            "   |                               ^^",
            "   | （另有 19 行为 0）",
            "   = 算式：5 + 5 = 11",
            "   = 建议：请核对这几格",
        ],
    );
}

#[test]
fn words_of_the_prose_are_shown_with_what_is_around_them() {
    let place = Place { block: 0, characters: Some((7, 10)), ..Place::default() };
    let claim = Finding { place: Some(place), ..plain("N01", None, Vec::new()) };
    check(
        BALANCE,
        &claim,
        Language::Zh,
        &[
            "错误[N01] 收支不平",
            "  --> 青岭市.txt",
            "   |",
            "   | 全年共收到申请83件\u{fffd}。",
            "   |               ^^^^",
            "   = 建议：请核对这几格",
        ],
    );
}

#[test]
fn the_whole_review_starts_with_its_verdict_and_ends_with_its_counts() {
    let mut sample = sample(BALANCE);
    let failed = plain("S03", Some("problems"), Vec::new());
    sample.outcomes = vec![
        outcome("R01", "natural_person", Status::Passed),
        outcome("R03", "granted", Status::Undecided(sentence("有空白", "blanks"))),
        outcome("R03", "new_received", Status::Undecided(sentence("有空白", "blanks"))),
        outcome("S03", "problems", Status::Failed(Box::new(failed))),
    ];
    let dto = review_dto(&sample, Language::Zh);
    let text = review(&sample, &dto, Language::Zh, Style { colour: false });
    let expected = "\
青岭市.txt
  不通过：1 项勾稽成立，2 项无法判定，1 处错误
  青岭市\u{fffd}[31m 2020 年年度报告 · 2020 年

错误[S03] 收支不平
  --> 青岭市.txt · 存在的主要问题及改进情况
   = 建议：请核对这几格
   = 依据：《中华人民共和国政府信息公开条例》第五十条及年度报告格式

未判定[R03] 予以公开、本年新收：有空白

检查：成立 1，空白按 0 计成立 0，不成立 1，无法判定 2，不适用 0
";
    assert_eq!(text, expected);
    let coloured = review(&sample, &dto, Language::Zh, Style { colour: true });
    assert!(coloured.contains("\u{1b}[1;31m错误[S03]\u{1b}[0m"));
    assert_eq!(plain_text(&coloured), expected, "colours add nothing but colours");
}

#[test]
fn several_files_end_in_one_line() {
    let verdicts = ["passed", "failed", "undecided", "failed"];
    assert_eq!(
        total(verdicts.into_iter(), Language::Zh),
        "共 4 份：通过 1，请核对 0，不通过 2，未能判定 1\n"
    );
    assert_eq!(
        total(verdicts.into_iter(), Language::En),
        "4 files: 1 passed, 0 to check, 2 failed, 1 undecided\n"
    );
}

fn check(rows: &[PrintedRow], broken: &Finding, language: Language, expected: &[&str]) {
    let text = finding::finding(&sample(rows), broken, language, Style { colour: false });
    // The basis comes from the catalogue and is no matter of this room.
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.contains("= 依据：") && !line.contains("= basis: ")).collect();
    assert_eq!(lines, expected);
    assert!(lines.iter().all(|line| width(line) < 120));
}

fn sample(rows: &[PrintedRow]) -> Review {
    let mut table = TableBuilder::new(Origin::default());
    let mut figures = SortedMap::new();
    for (index, (line, label, row, printed)) in rows.iter().enumerate() {
        let origin = Origin { line: Some(*line), page: None };
        table.start_row();
        table.cell((*label).to_owned(), 1, 3, origin);
        for (column, (applicant, raw)) in Applicant::PRINTED.iter().zip(printed).enumerate() {
            table.cell((*raw).to_owned(), 1, 1, origin);
            let place = Place { block: 1, square: Some((index, column + 3)), characters: None, origin };
            figures.insert(Cell::Request(*row, *applicant), figure(raw, place));
        }
    }
    let text = "全年共收到申请83件\u{1b}。".to_owned();
    let blocks =
        vec![Block::Paragraph { text, origin: Origin::default() }, Block::Table(table.finish().unwrap())];
    let title = "青岭市\u{1b}[31m\n2020 年年度报告".to_owned();
    Review {
        settled: Settled::default(),
        source: Judged {
            name: "青岭市.txt".to_owned(),
            format: Some(Format::Text),
            bytes: 0,
            sha256: String::new(),
            encoding: Some("utf-8"),
        },
        verdict: Verdict::Failed,
        document: Document { blocks, ..Document::default() },
        report: Some(Report {
            title: Some(Located { value: title, place: Place::default() }),
            year: Some(Located { value: 2020, place: Place::default() }),
            figures,
            ..Report::default()
        }),
        diagnoses: Vec::new(),
        amended: Default::default(),
        outcomes: Vec::new(),
    }
}

fn figure(raw: &str, place: Place) -> Figure {
    let state = raw.parse().map_or(State::Blank, |number| State::Number(Decimal::whole(number)));
    Figure {
        raw: raw.to_owned(),
        state,
        unit: None,
        remark: None,
        manners: Vec::new(),
        certainty: Certainty::Label,
        place,
    }
}

fn plain(code: &'static str, at: Option<&str>, cells: Vec<(Cell, Role)>) -> Finding {
    Finding {
        code,
        at: at.map(str::to_owned),
        severity: Severity::Error,
        message: sentence("收支不平", "does not balance"),
        hint: sentence("请核对这几格", "check these cells"),
        equation: None,
        expected: None,
        actual: None,
        difference: None,
        cells,
        suspects: Vec::new(),
        responsibility: Responsibility::Author,
        place: None,
    }
}

fn sentence(zh: &str, en: &str) -> Sentence {
    Sentence { zh: zh.to_owned(), en: en.to_owned() }
}

fn outcome(code: &'static str, at: &str, status: Status) -> Outcome {
    Outcome { code, at: Some(at.to_owned()), status }
}

/// The text without the sequences that colour it.
fn plain_text(coloured: &str) -> String {
    let mut pieces = coloured.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').map_or("", |(_, rest)| rest))
}
