//! The model report that every case starts from: consistent, complete, of an organ that does not exist.

use gouji::document::{Block, Document, Note, NoteKind, Origin, Place, Properties, TableBuilder};
use gouji::read::ReadError;
use gouji::report::form::{
    Applicant, Article20, Cell, DisputeOutcome, Edition, Item, RequestRow, Section, Track,
};
use gouji::report::{
    Certainty, Date, EditionFound, Editions, Figure, Issuer, IssuerKind, Level, Located, Period, Report,
    SectionFound, State, Statutory, TableFound, claims,
};
use gouji::rules::{Facts, Outcome, evaluate};
use std::collections::BTreeMap;

/// A report in the making.
#[derive(Clone, Debug)]
pub struct Model {
    pub title: Option<String>,
    pub issuer: Option<Issuer>,
    pub year: Option<u16>,
    pub editions: Editions,
    pub published_on: Option<Date>,
    pub period: Option<Period>,
    pub preamble: Vec<String>,
    pub sections: Vec<SectionDraft>,
    pub tables: Vec<(Statutory, bool)>,
    pub figures: BTreeMap<Cell, Figure>,
    pub suits_total: Option<Figure>,
    pub properties: Properties,
    pub notes: Vec<NoteKind>,
    pub pictures: Vec<Section>,
    pub unread: Option<ReadError>,
}

/// A section in the making.
#[derive(Clone, Debug)]
pub struct SectionDraft {
    pub section: Section,
    pub number: Option<u8>,
    pub title: String,
    pub exact: bool,
    pub text: Vec<String>,
}

impl Model {
    /// The model of an edition.
    pub fn of(edition: Edition) -> Model {
        let year = match edition {
            Edition::Y2019 => 2020,
            Edition::Y2021 => 2024,
        };
        let mut figures = BTreeMap::new();
        for (row, numbers) in request_rows(edition) {
            for (column, number) in Applicant::PRINTED.into_iter().zip(numbers) {
                figures.insert(Cell::Request(row, column), number_figure(number));
            }
        }
        for (track, numbers) in
            Track::ALL.into_iter().zip([[2, 1, 0, 1, 4], [1, 0, 0, 0, 1], [1, 0, 1, 0, 2]])
        {
            for (result, number) in DisputeOutcome::ALL.into_iter().zip(numbers) {
                figures.insert(Cell::Dispute(track, result), number_figure(number));
            }
        }
        for (item, numbers) in items(edition) {
            for (field, number) in item.fields(edition).iter().zip(numbers) {
                figures.insert(Cell::Proactive(item, *field), number_figure(*number));
            }
        }
        let articles = Article20::ALL.into_iter().filter(|article| !article.items(edition).is_empty());
        let mut tables: Vec<(Statutory, bool)> =
            articles.map(|article| (Statutory::Proactive(article), true)).collect();
        tables.extend([(Statutory::Requests, true), (Statutory::Disputes, true)]);
        let date = |month, day| Date { year, month, day };
        Model {
            title: Some(format!("青岭市人民政府{year}年政府信息公开工作年度报告")),
            issuer: Some(Issuer {
                name: "青岭市人民政府".to_owned(),
                kind: IssuerKind::Government,
                level: Some(Level::Prefecture),
            }),
            year: Some(year),
            editions: Editions {
                proactive: Some(EditionFound::Plain(edition)),
                requests: Some(EditionFound::Plain(edition)),
            },
            published_on: Some(Date { year: year + 1, month: 3, day: 12 }),
            period: Some(Period { from: date(1, 1), to: date(12, 31) }),
            preamble: vec![format!(
                "根据《中华人民共和国政府信息公开条例》编制本报告。本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
            )],
            sections: Section::ALL.into_iter().map(section_draft).collect(),
            tables,
            figures,
            suits_total: None,
            properties: Properties::default(),
            notes: Vec::new(),
            pictures: Vec::new(),
            unread: None,
        }
    }

    /// Nothing of a report.
    pub fn nothing() -> Model {
        let empty = Report::default();
        Model {
            title: None,
            issuer: None,
            year: None,
            editions: empty.editions,
            published_on: None,
            period: None,
            preamble: vec!["本周食堂菜单：周一红烧豆腐，周二番茄炒蛋。".to_owned()],
            sections: Vec::new(),
            tables: Vec::new(),
            figures: BTreeMap::new(),
            suits_total: None,
            properties: Properties::default(),
            notes: Vec::new(),
            pictures: Vec::new(),
            unread: None,
        }
    }

    /// What every rule says of the report.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let (report, document) = self.build();
        evaluate(&Facts::new(&report, &document, self.unread))
    }

    /// The report and the document that it stands in.
    pub fn build(&self) -> (Report, Document) {
        let mut document = Document { properties: self.properties.clone(), ..Document::default() };
        let mut report = Report {
            issuer: self.issuer.clone(),
            editions: self.editions,
            suits_total: self.suits_total.clone(),
            ..Report::default()
        };
        if let Some(title) = &self.title {
            let place = push(&mut document, title);
            report.title = Some(Located { value: title.clone(), place });
        }
        for paragraph in &self.preamble {
            push(&mut document, paragraph);
        }
        let here = Place::default();
        report.year = self.year.map(|value| Located { value, place: here });
        report.published_on = self.published_on.map(|value| Located { value, place: here });
        report.period = self.period.map(|value| Located { value, place: here });
        for draft in &self.sections {
            self.build_section(draft, &mut report, &mut document);
        }
        for table in &self.tables {
            if !report.tables.iter().any(|found| found.table == table.0) {
                self.build_table(*table, &mut report, &mut document);
            }
        }
        for (cell, figure) in &self.figures {
            let mut figure = figure.clone();
            if figure.place == Place::default() {
                figure.place = report
                    .tables
                    .iter()
                    .find(|found| found.table == table_of(*cell))
                    .map_or(here, |t| t.place);
                figure.place.square = Some(square_of(*cell));
            }
            report.figures.insert(*cell, figure);
        }
        document.notes = self.notes.iter().map(|kind| Note { kind: kind.clone(), place: None }).collect();
        for section in &self.pictures {
            let place = report
                .sections
                .iter()
                .find(|found| found.section == *section)
                .map(|found| Place { block: found.blocks.0, ..here });
            document.notes.push(Note { kind: NoteKind::Picture, place });
        }
        report.claims = claims(&document, &report);
        (report, document)
    }

    fn build_section(&self, draft: &SectionDraft, report: &mut Report, document: &mut Document) {
        let heading = match draft.number {
            Some(number) => format!("{}、{}", DIGITS[usize::from(number.clamp(1, 10)) - 1], draft.title),
            None => draft.title.clone(),
        };
        let place = push(document, &heading);
        let first = document.blocks.len();
        for paragraph in &draft.text {
            push(document, paragraph);
        }
        let is_first = !report.sections.iter().any(|found| found.section == draft.section);
        for table in self.tables.iter().filter(|(table, _)| is_first && section_of(*table) == draft.section) {
            self.build_table(*table, report, document);
        }
        report.sections.push(SectionFound {
            section: draft.section,
            number: draft.number,
            title: heading,
            exact: draft.exact,
            place,
            blocks: (first, document.blocks.len()),
        });
    }

    fn build_table(
        &self,
        (table, has_cells): (Statutory, bool),
        report: &mut Report,
        document: &mut Document,
    ) {
        let place = Place { block: document.blocks.len(), ..Place::default() };
        if has_cells {
            let mut builder = TableBuilder::new(Origin::default());
            builder.start_row();
            builder.cell("表".to_owned(), 1, 1, Origin::default());
            document.blocks.extend(builder.finish().map(Block::Table));
        }
        report.tables.push(TableFound { table, has_cells, place });
    }
}

/// A plainly printed number.
pub fn number_figure(value: i64) -> Figure {
    Figure {
        raw: value.to_string(),
        state: State::Number(value.into()),
        unit: None,
        remark: None,
        manners: Vec::new(),
        certainty: Certainty::Label,
        place: Place::default(),
    }
}

const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

fn push(document: &mut Document, text: &str) -> Place {
    let block = document.blocks.len();
    document.blocks.push(Block::Paragraph { text: text.to_owned(), origin: Origin::default() });
    Place { block, ..Place::default() }
}

fn table_of(cell: Cell) -> Statutory {
    match cell {
        Cell::Proactive(item, _) => Statutory::Proactive(item.article()),
        Cell::Request(..) => Statutory::Requests,
        Cell::Dispute(..) => Statutory::Disputes,
    }
}

fn square_of(cell: Cell) -> (usize, usize) {
    match cell {
        Cell::Proactive(item, field) => (item as usize, field as usize),
        Cell::Request(row, column) => (row as usize, column as usize),
        Cell::Dispute(track, result) => (0, track as usize * 5 + result as usize),
    }
}

fn section_of(table: Statutory) -> Section {
    match table {
        Statutory::Proactive(_) => Section::Proactive,
        Statutory::Requests => Section::Requests,
        Statutory::Disputes => Section::Disputes,
    }
}

fn section_draft(section: Section) -> SectionDraft {
    let text: &[&str] = match section {
        Section::Overview => &[
            "（一）主动公开。全市通过政府网站公开政府信息，编制并更新政府信息公开目录。",
            "（二）依申请公开。规范受理、审核、答复各环节，按期办理。",
            "（三）政府信息管理。定期清理行政规范性文件，做好政府信息的动态调整。",
            "（四）政府信息公开平台建设。完善网站专栏，方便群众查阅。",
            "（五）监督保障。政府信息公开工作纳入年度考核，开展社会评议，全年没有发生责任追究的情形。",
        ],
        Section::Proactive | Section::Requests | Section::Disputes => &[],
        Section::Problems => &[
            "存在的主要问题：个别单位公开不够及时，解读形式较为单一。",
            "改进情况：组织业务培训，定期检查通报，推动公开内容及时更新。",
        ],
        Section::OtherMatters => {
            &["按照《政府信息公开信息处理费管理办法》，本年度没有发出收费通知，没有收取信息处理费。"]
        }
    };
    SectionDraft {
        section,
        number: Some(section.number()),
        title: section.label().zh.to_owned(),
        exact: true,
        text: text.iter().map(|paragraph| (*paragraph).to_owned()).collect(),
    }
}

fn items(edition: Edition) -> Vec<(Item, &'static [i64])> {
    match edition {
        Edition::Y2019 => vec![
            (Item::Rules, &[1, 1, 3]),
            (Item::NormativeDocuments, &[6, 6, 40]),
            (Item::Licences, &[120, 3, 2210]),
            (Item::OtherServices, &[24, -1, 310]),
            (Item::Penalties, &[341, 12, 811]),
            (Item::Compulsion, &[5, 0, 7]),
            (Item::Fees, &[18, -2]),
            (Item::Procurement, &[12, 345]),
        ],
        Edition::Y2021 => vec![
            (Item::Rules, &[1, 0, 3]),
            (Item::NormativeDocuments, &[5, 2, 40]),
            (Item::Licences, &[12034]),
            (Item::Penalties, &[811]),
            (Item::Compulsion, &[7]),
            (Item::Fees, &[123]),
        ],
    }
}

fn request_rows(edition: Edition) -> Vec<(RequestRow, [i64; 7])> {
    use RequestRow::*;
    let mut rows = vec![
        (NewReceived, [164, 31, 2, 3, 14, 6, 220]),
        (CarriedIn, [9, 2, 0, 0, 1, 0, 12]),
        (Granted, [58, 11, 1, 1, 6, 2, 79]),
        (PartiallyGranted, [14, 3, 0, 1, 2, 0, 20]),
        (DeniedStateSecret, [0; 7]),
        (DeniedProhibitedByLaw, [0; 7]),
        (DeniedSecurityStability, [0; 7]),
        (DeniedThirdParty, [4, 3, 0, 0, 0, 0, 7]),
        (DeniedInternalAffairs, [9, 1, 0, 0, 0, 0, 10]),
        (DeniedProcessInformation, [6, 2, 0, 0, 1, 1, 10]),
        (DeniedEnforcementFile, [0; 7]),
        (DeniedAdministrativeQuery, [3, 0, 0, 0, 0, 0, 3]),
        (UnableNotHeld, [41, 7, 1, 1, 3, 2, 55]),
        (UnableNeedsCreation, [8, 1, 0, 0, 1, 0, 10]),
        (UnableUnclear, [3, 0, 0, 0, 0, 0, 3]),
        (RejectedPetition, [7, 0, 0, 0, 0, 0, 7]),
        (RejectedDuplicate, [5, 1, 0, 0, 0, 1, 7]),
        (RejectedPublication, [0; 7]),
        (RejectedExcessive, [2, 0, 0, 0, 0, 0, 2]),
        (RejectedReconfirmation, [0; 7]),
    ];
    match edition {
        Edition::Y2019 => rows.push((OtherTotal, [6, 1, 0, 0, 1, 0, 8])),
        Edition::Y2021 => rows.extend([
            (OtherCorrectionOverdue, [4, 1, 0, 0, 0, 0, 5]),
            (OtherFeeOverdue, [0; 7]),
            (OtherOther, [2, 0, 0, 0, 1, 0, 3]),
        ]),
    }
    rows.push((OutcomeTotal, [166, 30, 2, 3, 14, 6, 221]));
    rows.push((CarriedOut, [7, 3, 0, 0, 1, 0, 11]));
    rows
}
