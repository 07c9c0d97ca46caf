//! Diagnoses on whole tables of the form.

use super::*;
use crate::document::Place;
use crate::report::form::{Applicant, DisputeOutcome, Edition, RequestRow, Track};
use crate::report::{Certainty, State};
use proptest::prelude::*;

/// The sums of tables 3 and 4 of an edition: what the rules R01–R03 and D01 list for a whole report.
fn identities(edition: Edition) -> Vec<Identity> {
    let part = |row, column| (Cell::Request(row, column), Role::Part);
    let mut all = Vec::new();
    for column in Applicant::PRINTED {
        let cell = |row, role| (Cell::Request(row, column), role);
        all.push(Identity {
            code: "R01",
            at: column.key().into(),
            left: vec![cell(RequestRow::NewReceived, Role::Left), cell(RequestRow::CarriedIn, Role::Left)],
            right: vec![
                cell(RequestRow::OutcomeTotal, Role::Right),
                cell(RequestRow::CarriedOut, Role::Right),
            ],
        });
        all.push(Identity {
            code: "R02",
            at: column.key().into(),
            left: RequestRow::outcomes(edition).map(|row| part(row, column)).collect(),
            right: vec![cell(RequestRow::OutcomeTotal, Role::Total)],
        });
    }
    for row in RequestRow::printed(edition) {
        all.push(Identity {
            code: "R03",
            at: row.key().into(),
            left: Applicant::KINDS.into_iter().map(|column| part(row, column)).collect(),
            right: vec![(Cell::Request(row, Applicant::Total), Role::Total)],
        });
    }
    for track in Track::ALL {
        all.push(Identity {
            code: "D01",
            at: track.key().into(),
            left: DisputeOutcome::PARTS
                .into_iter()
                .map(|column| (Cell::Dispute(track, column), Role::Part))
                .collect(),
            right: vec![(Cell::Dispute(track, DisputeOutcome::Total), Role::Total)],
        });
    }
    all
}

fn figure(state: State) -> Figure {
    Figure {
        raw: String::new(),
        state,
        unit: None,
        remark: None,
        manners: Vec::new(),
        certainty: Certainty::Label,
        place: Place::default(),
    }
}

/// A consistent report: outcome counts per kind in the form's order, what is carried in and out; zeros elsewhere.
fn report(
    edition: Edition,
    outcomes: &[i64],
    carried: [i64; 12],
    disputes: [i64; 12],
) -> SortedMap<Cell, i64> {
    let mut cells = SortedMap::new();
    let rows: Vec<RequestRow> = RequestRow::outcomes(edition).collect();
    for (kind, column) in Applicant::KINDS.into_iter().enumerate() {
        let mut total = 0;
        for (index, row) in rows.iter().enumerate() {
            let value = outcomes[(index * 6 + kind) % outcomes.len()];
            cells.insert(Cell::Request(*row, column), value);
            total += value;
        }
        let (carried_in, carried_out) = (carried[kind].min(total), carried[kind + 6]);
        cells.insert(Cell::Request(RequestRow::OutcomeTotal, column), total);
        cells.insert(Cell::Request(RequestRow::CarriedIn, column), carried_in);
        cells.insert(Cell::Request(RequestRow::CarriedOut, column), carried_out);
        cells.insert(Cell::Request(RequestRow::NewReceived, column), total + carried_out - carried_in);
    }
    for row in RequestRow::printed(edition) {
        let sum = Applicant::KINDS.iter().map(|column| cells[&Cell::Request(row, *column)]).sum();
        cells.insert(Cell::Request(row, Applicant::Total), sum);
    }
    for (index, track) in Track::ALL.into_iter().enumerate() {
        let parts = &disputes[index * 4..index * 4 + 4];
        for (column, value) in DisputeOutcome::PARTS.into_iter().zip(parts) {
            cells.insert(Cell::Dispute(track, column), *value);
        }
        cells.insert(Cell::Dispute(track, DisputeOutcome::Total), parts.iter().sum());
    }
    cells
}

fn printed(cells: &SortedMap<Cell, i64>) -> SortedMap<Cell, Figure> {
    cells.iter().map(|(cell, value)| (*cell, figure(State::Number(Decimal::whole(*value))))).collect()
}

fn sample() -> SortedMap<Cell, i64> {
    report(
        Edition::Y2021,
        &[58, 11, 1, 1, 6, 2, 14, 3, 0, 1, 2, 0, 41, 7, 1],
        [9, 2, 0, 0, 1, 0, 7, 3, 0, 0, 1, 0],
        [2, 1, 0, 1, 0, 0, 0, 0, 5, 1, 0, 0],
    )
}

#[test]
fn swapped_digits_are_one_story_with_its_cell_and_value() {
    let mut cells = sample();
    let cell = Cell::Request(RequestRow::DeniedThirdParty, Applicant::NaturalPerson);
    let truth = cells.insert(cell, 85).unwrap();
    assert_eq!(truth, 58);
    let found = diagnose(&identities(Edition::Y2021), &printed(&cells), &[]);
    let [diagnosis] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(diagnosis.changes, [Change { cell, from: Some(Decimal::whole(85)), to: Decimal::whole(58) }]);
    assert_eq!(
        diagnosis.clears,
        [("R02", "natural_person".to_owned()), ("R03", "denied_third_party".to_owned())]
    );
    assert!(!diagnosis.tied && diagnosis.alternatives.is_empty());
    assert!(diagnosis.why.zh.contains("颠倒") && diagnosis.why.en.contains("swapped"));
}

#[test]
fn unrelated_slips_are_two_stories() {
    let mut cells = sample();
    let request = Cell::Request(RequestRow::UnableUnclear, Applicant::CommercialEnterprise);
    let dispute = Cell::Dispute(Track::Reconsideration, DisputeOutcome::Total);
    *cells.get_mut(&request).unwrap() += 30;
    cells.insert(dispute, 0);
    let found = diagnose(&identities(Edition::Y2021), &printed(&cells), &[]);
    assert_eq!(found.len(), 2, "{found:#?}");
    let by_dispute = found.iter().find(|one| one.clears == [("D01", "reconsideration".to_owned())]).unwrap();
    assert_eq!(by_dispute.changes[0].cell, dispute);
    assert_eq!(by_dispute.changes[0].to, Decimal::whole(4));
    let by_request = found.iter().find(|one| one.changes[0].cell == request).unwrap();
    assert_eq!(by_request.clears.len(), 2);
}

#[test]
fn a_twin_slip_is_a_tie_until_the_prose_speaks() {
    let outcomes = [12, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0];
    let mut cells = report(Edition::Y2021, &outcomes, [0; 12], [0; 12]);
    let twin = [Applicant::NaturalPerson, Applicant::Total];
    for column in twin {
        *cells.get_mut(&Cell::Request(RequestRow::Granted, column)).unwrap() += 5;
    }
    let identities = identities(Edition::Y2021);
    let unsure = diagnose(&identities, &printed(&cells), &[]);
    assert_eq!(unsure.len(), 1);
    assert!(unsure[0].others > 5);
    let stated = Statement {
        cells: vec![Cell::Request(RequestRow::Granted, Applicant::Total)],
        value: 12,
        source: StatementSource::Narrative,
        text: "予以公开12件".into(),
    };
    let sure = diagnose(&identities, &printed(&cells), &[stated]);
    let changed: Vec<Cell> = sure[0].changes.iter().map(|change| change.cell).collect();
    assert_eq!(changed, twin.map(|column| Cell::Request(RequestRow::Granted, column)));
    assert!(!sure[0].tied && sure[0].why.zh.contains("予以公开12件"));
}

#[test]
fn an_application_under_the_wrong_kind_is_named_as_such() {
    let mut cells = sample();
    *cells.get_mut(&Cell::Request(RequestRow::NewReceived, Applicant::NaturalPerson)).unwrap() -= 1;
    *cells.get_mut(&Cell::Request(RequestRow::NewReceived, Applicant::OtherOrg)).unwrap() += 1;
    let found = diagnose(&identities(Edition::Y2021), &printed(&cells), &[]);
    assert_eq!(found.len(), 1);
    assert!(found[0].why.zh.contains("类别"), "{}", found[0].why.zh);
}

#[test]
fn blank_parts_may_be_filled_and_blank_totals_are_no_cells_to_change() {
    let cells = sample();
    let mut figures = printed(&cells);
    let part = Cell::Request(RequestRow::Granted, Applicant::CommercialEnterprise);
    figures.insert(part, figure(State::Blank));
    for row in [RequestRow::Granted, RequestRow::UnableNotHeld] {
        figures.insert(Cell::Request(row, Applicant::Total), figure(State::Blank));
    }
    let found = diagnose(&identities(Edition::Y2021), &figures, &[]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0]
            .changes
            .iter()
            .all(|change| matches!(change.cell, Cell::Request(_, column) if column != Applicant::Total)
                || matches!(change.cell, Cell::Request(RequestRow::OutcomeTotal, _)))
    );
    assert!(
        std::iter::once(&found[0].changes)
            .chain(found[0].alternatives.iter().map(|one| &one.changes))
            .any(|changes| changes == &[Change { cell: part, from: None, to: Decimal::whole(cells[&part]) }])
    );
}

#[test]
fn many_slips_that_stand_apart_are_told_one_by_one() {
    let mut cells = sample();
    let outcomes: Vec<RequestRow> = RequestRow::outcomes(Edition::Y2021).collect();
    let wrong: Vec<Cell> = (0..6).map(|at| Cell::Request(outcomes[at * 3], Applicant::PRINTED[at])).collect();
    let truth: Vec<i64> = wrong.iter().map(|cell| cells[cell]).collect();
    for (nth, cell) in wrong.iter().enumerate() {
        *cells.get_mut(cell).unwrap() += 100 + 7 * nth as i64;
    }
    let found = diagnose(&identities(Edition::Y2021), &printed(&cells), &[]);
    assert_eq!(found.len(), 6, "{found:#?}");
    for (cell, truth) in wrong.iter().zip(truth) {
        assert!(
            found
                .iter()
                .any(|one| one.changes[0].cell == *cell && one.changes[0].to == Decimal::whole(truth))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_slip_in_table_3_is_its_own_diagnosis(
        outcomes in proptest::collection::vec(0i64..300, 30..126),
        carried in proptest::array::uniform12(0i64..20),
        which in 0usize..175,
        slip in prop_oneof![-40i64..-1, 1i64..400],
    ) {
        let mut cells = report(Edition::Y2021, &outcomes, carried, [0; 12]);
        let cell = Cell::of_table_3(Edition::Y2021)[which];
        let truth = cells[&cell];
        let wrong = (truth + slip).max(0);
        prop_assume!(wrong != truth);
        cells.insert(cell, wrong);
        let found = diagnose(&identities(Edition::Y2021), &printed(&cells), &[]);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(
            found[0].changes.as_slice(),
            &[Change { cell, from: Some(Decimal::whole(wrong)), to: Decimal::whole(truth) }][..]
        );
        prop_assert_eq!(found[0].others, 0);
    }

    #[test]
    fn one_slip_in_table_4_is_among_the_tied(
        disputes in proptest::array::uniform12(0i64..40),
        which in 0usize..15,
        slip in 1i64..30,
    ) {
        let mut cells = report(Edition::Y2019, &[3, 0, 1], [0; 12], disputes);
        let cell = Cell::of_table_4()[which];
        let truth = cells[&cell];
        cells.insert(cell, truth + slip);
        let found = diagnose(&identities(Edition::Y2019), &printed(&cells), &[]);
        prop_assert_eq!(found.len(), 1);
        let wanted = Change { cell, from: Some(Decimal::whole(truth + slip)), to: Decimal::whole(truth) };
        let named = found[0].changes == [wanted] || found[0].alternatives.iter().any(|one| one.changes == [wanted]);
        prop_assert!(named);
    }
}
