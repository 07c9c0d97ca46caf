//! The diagnosis against integer programming, on whole tables 3 and 4 with up to four wrong cells: as few cells, and
//! every sum holds after them.
//!
//! The oracle is `milp.py` beside this file. `GOUJI_PYTHON` names a Python that has scipy (`python3` otherwise); where
//! there is none, the problems are left out, and the test says how many. `GOUJI_CORPUS=N` solves N problems.

#[path = "../corpus/mod.rs"]
mod corpus;

use corpus::chance::Chance;
use corpus::defect::slip;
use corpus::figures::{Size, count};
use corpus::layout::Layout;
use corpus::page::{self, Shape};
use corpus::printed::Printed;
use corpus::truth::{Truth, Wish};
use corpus::wording::Wording;
use gouji::read::Source;
use gouji::report::form::{Applicant, Cell, DisputeOutcome, Edition, RequestRow, Track};
use gouji::review::{Review, review};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// Problems in an ordinary run.
const FEW: u64 = 36;

#[test]
fn as_few_cells_are_changed_as_an_integer_program_changes() {
    let problems: Vec<Problem> = (0..setting("GOUJI_CORPUS").unwrap_or(FEW)).map(Problem::of).collect();
    let json: Vec<String> = problems.iter().map(Problem::json).collect();
    let Some(least) = solved(&format!("[{}]", json.join(","))) else {
        println!("{} problems left out: no Python with scipy (GOUJI_PYTHON)", problems.len());
        return;
    };
    assert_eq!(least.len(), problems.len(), "one answer a problem");
    let mut wrong = Vec::new();
    for (problem, least) in problems.iter().zip(&least) {
        let mut mended = problem.printed.clone();
        let mut changed = 0;
        for change in problem.review.diagnoses.iter().flat_map(|diagnosis| &diagnosis.changes) {
            changed += 1;
            mended.insert(change.cell, change.to.to_whole().expect("a count"));
        }
        let broken = problem.sums.iter().filter(|(left, right)| sum(&mended, left) != sum(&mended, right));
        let broken = broken.count();
        if changed != *least || broken > 0 {
            wrong.push(format!(
                "seed {}: {changed} cells, {least} are enough, {broken} sums off",
                problem.seed
            ));
        }
    }
    let sizes: BTreeMap<usize, usize> = least.iter().fold(BTreeMap::new(), |mut sizes, least| {
        *sizes.entry(*least).or_default() += 1;
        sizes
    });
    println!("{} problems; changed cells and how often: {sizes:?}", problems.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One report with wrong cells.
struct Problem {
    seed: u64,
    printed: BTreeMap<Cell, i64>,
    sums: Vec<(Vec<Cell>, Vec<Cell>)>,
    review: Review,
}

impl Problem {
    fn of(seed: u64) -> Problem {
        let mut chance = Chance::for_purpose(seed, "solver");
        let size = chance.pick(&[Size::Few, Size::Office, Size::County]);
        let mut truth = Truth::draw(seed, Wish { size: Some(size), ..Wish::PLAIN });
        let cells = [Cell::of_table_3(truth.edition), Cell::of_table_4()].concat();
        for _ in 0..1 + seed % 3 {
            let cell = chance.pick(&cells);
            let value = count(&truth.values, cell);
            let wrong = slip(&mut chance, value).unwrap_or(value + 1);
            truth.printed.insert(cell, Printed::plain(wrong.into()));
        }
        let page = page::compose(&truth, &Wording::exact(), &Shape::default());
        let rendered = Layout::Html.render_page(&truth, page, &mut Chance::new(seed));
        let review = review(Source { name: &rendered.name, bytes: &rendered.bytes });
        let report = review.report.as_ref().expect("a report");
        let value = |cell: &Cell| report.figures.get(cell).and_then(|figure| figure.number()?.to_whole());
        let printed =
            cells.iter().map(|cell| (*cell, value(cell).expect("every cell is a number"))).collect();
        Problem { seed, printed, sums: sums(truth.edition), review }
    }

    fn json(&self) -> String {
        let numbers: BTreeMap<Cell, usize> =
            self.printed.keys().enumerate().map(|(number, cell)| (*cell, number)).collect();
        let values: Vec<i64> = self.printed.values().copied().collect();
        let side = |cells: &[Cell]| cells.iter().map(|cell| numbers[cell]).collect::<Vec<usize>>();
        let sums: Vec<_> = self.sums.iter().map(|(left, right)| [side(left), side(right)]).collect();
        serde_json::json!({ "values": values, "sums": sums }).to_string()
    }
}

/// The form's sums, written down once more.
fn sums(edition: Edition) -> Vec<(Vec<Cell>, Vec<Cell>)> {
    use RequestRow::{CarriedIn, CarriedOut, NewReceived, OutcomeTotal};
    let mut sums = Vec::new();
    for column in Applicant::PRINTED {
        let cell = |row| Cell::Request(row, column);
        sums.push((vec![cell(NewReceived), cell(CarriedIn)], vec![cell(OutcomeTotal), cell(CarriedOut)]));
        sums.push((RequestRow::outcomes(edition).map(cell).collect(), vec![cell(OutcomeTotal)]));
    }
    for row in RequestRow::printed(edition) {
        let kinds = Applicant::KINDS.map(|kind| Cell::Request(row, kind)).to_vec();
        sums.push((kinds, vec![Cell::Request(row, Applicant::Total)]));
    }
    for track in Track::ALL {
        let parts = DisputeOutcome::PARTS.map(|part| Cell::Dispute(track, part)).to_vec();
        sums.push((parts, vec![Cell::Dispute(track, DisputeOutcome::Total)]));
    }
    sums
}

fn sum(values: &BTreeMap<Cell, i64>, cells: &[Cell]) -> i64 {
    cells.iter().map(|cell| values[cell]).sum()
}

/// What the integer program says; `None` where there is no scipy.
fn solved(problems: &str) -> Option<Vec<usize>> {
    let python = python();
    let probe = Command::new(&python).args(["-c", "import scipy.optimize"]).stderr(Stdio::null()).status();
    if !probe.is_ok_and(|status| status.success()) {
        return None;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/solver/milp.py");
    let mut child = Command::new(&python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a Python that was just there");
    child.stdin.take().expect("a pipe").write_all(problems.as_bytes()).expect("the solver reads");
    let output = child.wait_with_output().expect("the solver ends");
    assert!(output.status.success(), "the solver failed");
    let text = String::from_utf8(output.stdout).expect("numbers");
    Some(text.lines().map(|line| line.parse().expect("a number")).collect())
}

#[expect(clippy::disallowed_methods, reason = "the caller names the Python")]
fn python() -> String {
    std::env::var("GOUJI_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

#[expect(clippy::disallowed_methods, reason = "the length of a run is the caller's to say")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
