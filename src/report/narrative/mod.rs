//! Reads the prose: which numbers speak of the tables, and which cells each can mean.
//!
//! Precision before recall: a claim is firm only where every word of its clause is understood; what is tied to
//! nothing is listed as unexplained and never held against anybody.

mod clause;
mod token;
mod vocabulary;

use super::Report;
use super::claim::{Claim, Quantity, Scope};
use super::form::{Applicant, Cell, DisputeOutcome, Edition, OutcomeGroup, RequestRow, Section, Track};
use super::{EditionFound, IssuerKind};
use crate::document::{Block, Document, Place};
use crate::number::Decimal;
use clause::{Clause, Context, Meaning};
use token::{Mark, Number, Token, Unit};
use vocabulary as words;

/// The claims of the prose, in the order of the document. `report` gives the sections, the year, the issuer and
/// the edition; its figures are not looked at.
pub fn claims(document: &Document, report: &Report) -> Vec<Claim> {
    let mut reader = Reader { report, claims: Vec::new(), sentence: 0 };
    let mut heading_about_requests = false;
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(text) = block.text() else { continue };
        let about = text.contains("申请") || text.contains("依申请");
        if is_heading(text) {
            heading_about_requests = about;
        }
        if reader.speaks_of_the_year(index) && !is_table_line(text) {
            reader.paragraph(index, block, text, about || heading_about_requests);
        }
    }
    reader.claims
}

/// A short line that stands over paragraphs.
fn is_heading(text: &str) -> bool {
    text.chars().count() <= 30 && !text.ends_with(['。', '；', '，'])
}

/// A line of a table that was not recognised as one: no prose.
fn is_table_line(text: &str) -> bool {
    text.contains('|') || text.contains('\t')
}

struct Reader<'a> {
    report: &'a Report,
    claims: Vec<Claim>,
    sentence: usize,
}

impl Reader<'_> {
    /// Sections 一 to 四 speak of the year's figures; where no section 一 was found, everything outside 五 and 六.
    fn speaks_of_the_year(&self, block: usize) -> bool {
        let inside = self
            .report
            .sections
            .iter()
            .rfind(|section| (section.blocks.0..section.blocks.1).contains(&block))
            .map(|section| section.section);
        match inside {
            Some(section) => !matches!(section, Section::Problems | Section::OtherMatters),
            None => !self.report.sections.iter().any(|section| section.section == Section::Overview),
        }
    }

    fn paragraph(&mut self, index: usize, block: &Block, text: &str, about_requests: bool) {
        let characters: Vec<char> = text.chars().collect();
        let tokens = token::tokens(&characters);
        let mut context = Context::default();
        let mut start = 0;
        let mut depth = 0usize;
        let mut sentence_start = 0;
        let mut clause_start = 0;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Words(range) => {
                    if let Some(track) = clause::track_named(&slice(&characters, range.clone())) {
                        context.track = Some(track);
                    }
                }
                Token::Mark(mark, position) => {
                    if at > start {
                        self.clause_without_number(
                            index,
                            block,
                            &characters,
                            clause_start..*position,
                            about_requests,
                        );
                    }
                    clause_start = position + 1;
                    start = at + 1;
                    match mark {
                        Mark::Open => depth += 1,
                        Mark::Close => depth = depth.saturating_sub(1),
                        Mark::Stop => {
                            self.sentence += 1;
                            sentence_start = position + 1;
                            depth = 0;
                            context.carried_in_said = false;
                        }
                        Mark::Comma | Mark::Strong => {}
                    }
                }
                Token::Number(number) if matches!(number.unit, Unit::Pieces | Unit::None | Unit::Percent) => {
                    let clause = Clause {
                        before: slice(&characters, clause_start..number.range.start),
                        after: slice(
                            &characters,
                            number.range.end..self.end_of_clause(&tokens[at + 1..], &characters),
                        ),
                        sentence: slice(&characters, sentence_start..number.range.end),
                        about_requests,
                        bracketed: depth > 0,
                        year: self.report.year.as_ref().map(|year| year.value),
                    };
                    self.number(index, block, &characters, number, clause, &mut context);
                    clause_start = number.range.end;
                    start = at + 1;
                }
                Token::Number(_) => {}
            }
        }
        if start < tokens.len() {
            let end = characters.len();
            self.clause_without_number(index, block, &characters, clause_start..end, about_requests);
        }
        self.sentence += 1;
    }

    /// Where the words after a number end: at the next mark, or at the next number, which then owns them.
    fn end_of_clause(&self, rest: &[Token], characters: &[char]) -> usize {
        for (at, token) in rest.iter().enumerate() {
            match token {
                Token::Mark(_, position) => return *position,
                Token::Number(number) if number.unit != Unit::Year => {
                    let words = rest[..at].iter().find_map(|token| match token {
                        Token::Words(range) => Some(range.start),
                        _ => None,
                    });
                    return words.unwrap_or(number.range.start);
                }
                _ => {}
            }
        }
        characters.len()
    }

    fn number(
        &mut self,
        index: usize,
        block: &Block,
        characters: &[char],
        number: &Number,
        mut clause: Clause,
        context: &mut Context,
    ) {
        clause.before = clause.before.trim().trim_start_matches(['、', '和', '及', '与']).to_owned();
        let foreign_digits = number.unit == Unit::None
            && (number.value.to_whole().is_none()
                || clause.after.starts_with(['第', '.', '-', '—', '/', '〕'])
                || clause.before.ends_with(['第', '〔', '号', '-', '.', '/']));
        if foreign_digits || number.approximate {
            return;
        }
        let meaning = match number.unit {
            Unit::Percent => clause::share(&clause, context),
            _ => clause::count(&clause, context),
        };
        let meaning = match meaning {
            Some(meaning) if number.unit == Unit::None && clause.before.is_empty() => {
                Meaning { firm: false, ..meaning }
            }
            Some(meaning) => meaning,
            None if number.unit == Unit::Pieces && clause.about_requests => {
                Meaning { quantity: Quantity::Unexplained, firm: false }
            }
            None => return,
        };
        if number.unit != Unit::Percent {
            context.carried_in_said =
                context.carried_in_said || (meaning.quantity == Quantity::CarriedIn && !clause.bracketed);
            context.last = Some(meaning.quantity);
        }
        if meaning.quantity == Quantity::CarriedIn && clause.bracketed {
            self.headline_includes_carried_in(&clause);
        }
        let office = self.speaks_of_the_office(&clause);
        let text_start = number.range.start - clause.before.chars().count().min(number.range.start);
        let text = slice(characters, text_start..number.range.end);
        self.claims.push(Claim {
            text: text.trim().to_owned(),
            quantity: meaning.quantity,
            value: number.value,
            readings: self.readings(meaning.quantity),
            firm: meaning.firm,
            negated: false,
            scope: if office { Scope::Office } else { Scope::Whole },
            sentence: self.sentence,
            place: place(index, block, number.range.clone()),
        });
    }

    /// 受理N件（含上年结转M件）: the headline counts all in hand.
    fn headline_includes_carried_in(&mut self, clause: &Clause) {
        let includes = ["含", "包括", "包含", "其中"].iter().any(|word| clause.before.contains(word));
        let sentence = self.sentence;
        let readings = self.readings(Quantity::InHand);
        if let Some(headline) = self
            .claims
            .last_mut()
            .filter(|last| includes && last.sentence == sentence && last.quantity == Quantity::Received)
        {
            headline.quantity = Quantity::InHand;
            headline.readings = readings;
        }
    }

    fn clause_without_number(
        &mut self,
        index: usize,
        block: &Block,
        characters: &[char],
        range: std::ops::Range<usize>,
        about_requests: bool,
    ) {
        let text = slice(characters, range.clone());
        let text = text.trim();
        let claim = |reader: &Reader<'_>, quantity: Quantity, firm: bool| Claim {
            text: text.to_owned(),
            quantity,
            value: Decimal::ZERO,
            readings: reader.readings(quantity),
            firm,
            negated: true,
            scope: Scope::Whole,
            sentence: reader.sentence,
            place: place(index, block, range.clone()),
        };
        for quantity in clause::denied(text, about_requests) {
            let denied = claim(self, quantity, true);
            self.claims.push(denied);
        }
        let no_carry = ["无下年度结转", "无结转下年", "无结转", "无下一年度结转", "没有结转"];
        if no_carry.iter().any(|word| text.starts_with(word)) {
            let denied = claim(self, Quantity::CarriedOut, about_requests);
            self.claims.push(denied);
        } else if clause::all_answered(text) && about_requests {
            let answered = claim(self, Quantity::CarriedOut, true);
            self.claims.push(Claim { negated: false, ..answered });
        } else if clause::all_natural(text) && about_requests {
            let natural = claim(self, Quantity::AllNatural, true);
            self.claims.push(Claim { negated: false, ..natural });
        }
    }

    /// Whether a clause of a jurisdiction's report speaks of the office alone.
    fn speaks_of_the_office(&self, clause: &Clause) -> bool {
        let kind = self.report.issuer.as_ref().map(|issuer| issuer.kind);
        let jurisdiction = words::JURISDICTION.iter().any(|word| clause.before.contains(word));
        !matches!(kind, Some(IssuerKind::Department | IssuerKind::GovernmentOffice | IssuerKind::Township))
            && !jurisdiction
            && words::OFFICE.iter().any(|word| clause.sentence.contains(word))
    }

    /// The sums of cells that a quantity can mean.
    fn readings(&self, quantity: Quantity) -> Vec<Vec<Cell>> {
        use RequestRow::*;
        let total = |row| Cell::Request(row, Applicant::Total);
        let column = |column| move |row| Cell::Request(row, column);
        let (new, all) = (vec![total(NewReceived)], vec![total(NewReceived), total(CarriedIn)]);
        let outcome = vec![total(OutcomeTotal)];
        let suits = |outcome| {
            vec![
                Cell::Dispute(Track::SuitDirect, outcome),
                Cell::Dispute(Track::SuitAfterReconsideration, outcome),
            ]
        };
        match quantity {
            Quantity::NewReceived => vec![new],
            Quantity::Received => vec![new, all],
            Quantity::CarriedIn => vec![vec![total(CarriedIn)]],
            Quantity::InHand => vec![all],
            Quantity::OutcomeTotal => vec![outcome],
            Quantity::Handled => vec![outcome, all],
            Quantity::CarriedOut => vec![vec![total(CarriedOut)]],
            Quantity::Groups(bits) | Quantity::Share(bits) => vec![self.group_cells(bits)],
            Quantity::Row(row) => vec![vec![total(row)]],
            Quantity::Kind(kind) => {
                let cell = column(kind);
                vec![vec![cell(NewReceived)], vec![cell(NewReceived), cell(CarriedIn)]]
            }
            Quantity::LegalPersons => {
                let of = |rows: &[RequestRow]| {
                    rows.iter()
                        .flat_map(|row| Applicant::LEGAL.map(|kind| Cell::Request(*row, kind)))
                        .collect::<Vec<Cell>>()
                };
                vec![of(&[NewReceived]), of(&[NewReceived, CarriedIn])]
            }
            Quantity::Reconsiderations => {
                vec![vec![Cell::Dispute(Track::Reconsideration, DisputeOutcome::Total)]]
            }
            Quantity::Suits => vec![suits(DisputeOutcome::Total)],
            Quantity::Disputes => {
                let mut cells = vec![Cell::Dispute(Track::Reconsideration, DisputeOutcome::Total)];
                cells.extend(suits(DisputeOutcome::Total));
                vec![cells]
            }
            Quantity::Track(track) => vec![vec![Cell::Dispute(track, DisputeOutcome::Total)]],
            Quantity::DisputeOutcome(track, outcome) => vec![vec![Cell::Dispute(track, outcome)]],
            Quantity::SuitOutcome(outcome) => vec![suits(outcome)],
            Quantity::Proactive(item, field) => vec![vec![Cell::Proactive(item, field)]],
            Quantity::AllNatural => vec![vec![Cell::Request(NewReceived, Applicant::NaturalPerson)]],
            Quantity::Unexplained => Vec::new(),
        }
    }

    fn group_cells(&self, bits: u8) -> Vec<Cell> {
        let edition = match self.report.editions.requests {
            Some(EditionFound::Plain(edition)) => edition,
            // A table with one row （六） is told by its cells.
            _ if self
                .report
                .figures
                .contains_key(&Cell::Request(RequestRow::OtherOther, Applicant::Total)) =>
            {
                Edition::Y2021
            }
            _ => Edition::Y2019,
        };
        Quantity::groups(bits)
            .flat_map(|group: OutcomeGroup| group.rows(edition))
            .map(|row| Cell::Request(*row, Applicant::Total))
            .collect()
    }
}

fn slice(characters: &[char], range: std::ops::Range<usize>) -> String {
    if range.start >= range.end {
        return String::new();
    }
    characters[range].iter().collect()
}

fn place(index: usize, block: &Block, range: std::ops::Range<usize>) -> Place {
    Place { block: index, square: None, characters: Some((range.start, range.end)), origin: block.origin() }
}

#[cfg(test)]
mod tests;
