//! Reports made by hand for the tests of the pictures. The organs are invented.

use crate::document::{Document, Place};
use crate::number::Decimal;
use crate::report::form::{Applicant, Cell, OutcomeGroup, RequestRow};
use crate::report::{Certainty, Figure, Issuer, IssuerKind, Located, Report, State};
use crate::review::{Judged, Review, Settled, Verdict};
use std::fmt;

/// Table 3, built row by row. Rows that are not named are nought in every column.
#[derive(Clone)]
pub struct Specimen {
    report: Report,
}

impl fmt::Debug for Specimen {
    /// The cells that are not nought.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let zero = State::Number(Decimal::whole(0));
        let cells = self.report.figures.iter().filter(|(_, figure)| figure.state != zero);
        formatter.debug_map().entries(cells.map(|(cell, figure)| (cell.to_string(), &figure.state))).finish()
    }
}

impl Specimen {
    /// A table of the 2021 form from the six kinds of each outcome row; the new requests of each kind make up what
    /// the outcomes and `carried_out` take, `carried_in` apart.
    pub fn consistent(
        outcomes: &[(RequestRow, [i64; 6])],
        carried_in: [i64; 6],
        carried_out: [i64; 6],
    ) -> Specimen {
        let mut specimen = Specimen::zero();
        let mut total = [0; 6];
        for (row, counts) in outcomes {
            specimen = specimen.row(*row, *counts);
            for (sum, count) in total.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        let mut new_received = [0; 6];
        for (index, new) in new_received.iter_mut().enumerate() {
            *new = total[index] + carried_out[index] - carried_in[index];
            assert!(*new >= 0, "more carried in than dealt with");
        }
        specimen
            .row(RequestRow::OutcomeTotal, total)
            .row(RequestRow::CarriedIn, carried_in)
            .row(RequestRow::CarriedOut, carried_out)
            .row(RequestRow::NewReceived, new_received)
    }

    /// A table of the 2021 form with noughts.
    pub fn zero() -> Specimen {
        let mut report = Report {
            title: Some(Located {
                value: "青岭市人民政府2024年政府信息公开工作年度报告".to_owned(),
                place: Place::default(),
            }),
            issuer: Some(Issuer {
                name: "青岭市人民政府".to_owned(),
                kind: IssuerKind::Government,
                level: None,
            }),
            year: Some(Located { value: 2024, place: Place::default() }),
            ..Report::default()
        };
        for cell in Cell::of_table_3(crate::report::form::Edition::Y2021) {
            report.figures.insert(cell, figure(State::Number(Decimal::whole(0))));
        }
        Specimen { report }
    }

    /// A report that has no table 3.
    pub fn without_table() -> Specimen {
        let mut specimen = Specimen::zero();
        specimen.report.figures.clear();
        specimen
    }

    /// Prints a row: six kinds and their sum.
    pub fn row(self, row: RequestRow, counts: [i64; 6]) -> Specimen {
        let total = counts.iter().sum();
        let mut specimen = self.number(row, Applicant::Total, total);
        for (kind, count) in Applicant::KINDS.into_iter().zip(counts) {
            specimen = specimen.number(row, kind, count);
        }
        specimen
    }

    /// Prints one number.
    pub fn number(self, row: RequestRow, column: Applicant, count: i64) -> Specimen {
        self.state(row, column, State::Number(Decimal::whole(count)))
    }

    /// Leaves one cell blank.
    pub fn blank(self, row: RequestRow, column: Applicant) -> Specimen {
        self.state(row, column, State::Blank)
    }

    /// Turns every nought among the kinds blank, and the 总计 of every outcome row: as one city's office did.
    pub fn without_noughts_and_totals(mut self) -> Specimen {
        for row in RequestRow::outcomes(crate::report::form::Edition::Y2021) {
            self = self.blank(row, Applicant::Total);
        }
        for figure in self.report.figures.values_mut() {
            if figure.number().is_some_and(Decimal::is_zero) {
                figure.state = State::Blank;
            }
        }
        self
    }

    /// What stands in one cell.
    pub fn state(mut self, row: RequestRow, column: Applicant, state: State) -> Specimen {
        self.report.figures.insert(Cell::Request(row, column), figure(state));
        self
    }

    /// Another title and organ.
    pub fn called(mut self, name: &str) -> Specimen {
        self.report.title = Some(Located { value: name.to_owned(), place: Place::default() });
        self.report.issuer = Some(Issuer { name: name.to_owned(), kind: IssuerKind::Unknown, level: None });
        self
    }

    /// The review of it; without rules, since pictures draw numbers and not judgements.
    pub fn review(self) -> Review {
        Review {
            settled: Settled::default(),
            source: Judged {
                name: "青岭年报.docx".to_owned(),
                format: None,
                bytes: 39_490,
                sha256: "0123456789abcdef".repeat(4),
                encoding: None,
            },
            verdict: Verdict::Undecided,
            document: Document::default(),
            report: Some(self.report),
            diagnoses: Vec::new(),
            amended: Default::default(),
            outcomes: Vec::new(),
        }
    }
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

/// 232 requests, well mixed; consistent.
pub fn mixed() -> Specimen {
    use RequestRow::*;
    Specimen::consistent(
        &[
            (Granted, [58, 11, 1, 1, 6, 2]),
            (PartiallyGranted, [14, 3, 0, 1, 2, 0]),
            (DeniedThirdParty, [4, 3, 0, 0, 0, 0]),
            (DeniedInternalAffairs, [9, 1, 0, 0, 0, 0]),
            (DeniedProcessInformation, [6, 2, 0, 0, 1, 1]),
            (DeniedAdministrativeQuery, [3, 0, 0, 0, 0, 0]),
            (UnableNotHeld, [41, 7, 1, 1, 3, 2]),
            (UnableNeedsCreation, [8, 1, 0, 0, 1, 0]),
            (UnableUnclear, [3, 0, 0, 0, 0, 0]),
            (RejectedPetition, [7, 0, 0, 0, 0, 0]),
            (RejectedDuplicate, [5, 1, 0, 0, 0, 1]),
            (RejectedExcessive, [2, 0, 0, 0, 0, 0]),
            (OtherCorrectionOverdue, [4, 1, 0, 0, 0, 0]),
            (OtherOther, [2, 0, 0, 0, 1, 0]),
        ],
        [9, 2, 0, 0, 1, 0],
        [7, 3, 0, 0, 1, 0],
    )
}

/// The same with one slip: 不掌握·自然人 is 14 in place of 41.
pub fn broken() -> Specimen {
    mixed().number(RequestRow::UnableNotHeld, Applicant::NaturalPerson, 14)
}

/// 78 requests, all but one by natural persons.
pub fn one_kind() -> Specimen {
    use RequestRow::*;
    Specimen::consistent(
        &[
            (Granted, [31, 1, 0, 0, 0, 0]),
            (PartiallyGranted, [6, 0, 0, 0, 0, 0]),
            (DeniedInternalAffairs, [14, 0, 0, 0, 0, 0]),
            (DeniedAdministrativeQuery, [2, 0, 0, 0, 0, 0]),
            (UnableNotHeld, [21, 0, 0, 0, 0, 0]),
        ],
        [0; 6],
        [3, 0, 0, 0, 0, 0],
    )
}

/// 3,604 requests, nearly all by natural persons, with nearly every ground in use.
pub fn giant() -> Specimen {
    use RequestRow::*;
    Specimen::consistent(
        &[
            (Granted, [1102, 15, 0, 2, 2, 0]),
            (PartiallyGranted, [284, 9, 0, 0, 1, 0]),
            (DeniedProhibitedByLaw, [33, 0, 0, 0, 0, 0]),
            (DeniedSecurityStability, [5, 0, 0, 0, 0, 0]),
            (DeniedThirdParty, [41, 0, 0, 0, 0, 0]),
            (DeniedInternalAffairs, [17, 0, 0, 0, 0, 0]),
            (DeniedProcessInformation, [11, 0, 0, 0, 0, 0]),
            (DeniedEnforcementFile, [24, 0, 0, 0, 0, 0]),
            (DeniedAdministrativeQuery, [18, 2, 0, 0, 0, 0]),
            (UnableNotHeld, [1013, 66, 0, 1, 4, 1]),
            (UnableNeedsCreation, [31, 3, 0, 0, 0, 0]),
            (UnableUnclear, [2, 0, 0, 0, 0, 0]),
            (RejectedPetition, [322, 0, 0, 0, 0, 0]),
            (RejectedDuplicate, [47, 0, 0, 0, 0, 0]),
            (RejectedExcessive, [62, 0, 0, 0, 0, 0]),
            (RejectedReconfirmation, [3, 0, 0, 0, 0, 0]),
            (OtherCorrectionOverdue, [52, 0, 0, 0, 0, 0]),
            (OtherFeeOverdue, [8, 0, 0, 0, 0, 0]),
            (OtherOther, [305, 2, 0, 0, 1, 0]),
        ],
        [84, 4, 0, 0, 1, 0],
        [112, 2, 0, 0, 0, 0],
    )
}

/// One request.
pub fn single() -> Specimen {
    Specimen::consistent(&[(RequestRow::Granted, [1, 0, 0, 0, 0, 0])], [0; 6], [0; 6])
}

/// The groups of outcomes whose rows a generated table fills.
pub fn outcome_rows() -> Vec<RequestRow> {
    OutcomeGroup::ALL
        .into_iter()
        .flat_map(|group| group.rows(crate::report::form::Edition::Y2021).iter().copied())
        .collect()
}
