//! Reads the prose: which numbers speak of the tables, and which cells each can mean.
//!
//! A paragraph is cut into words and numbers ([`token`], [`word`]), parted into clauses that give each number its
//! words ([`clause`]), and read clause by clause with what stood before ([`context`], [`meaning`], [`silence`]).
//! Precision before recall: a claim is firm only where every word of its clause was understood; what is tied to
//! nothing is listed as unexplained and never held against anybody.

mod clause;
mod context;
mod meaning;
mod readings;
mod silence;
mod token;
mod vocabulary;
mod word;

use super::claim::{Claim, Parts, Quantity, Scope};
use super::form::{Section, plain};
use super::{Issuer, IssuerKind, Report};
use crate::document::{Block, Document, Place};
use crate::number::Decimal;
use crate::sorted::Listed;
use clause::{Clause, Count};
use context::{Context, Topic};
use meaning::{Meaning, Reading};
use readings::Readings;
use silence::Saying;
use std::ops::Range;
use token::{Mark, Unit, tokens};
use word::{Lexicon, Word, words};

/// The claims of the prose, in the order of the document. `report` gives the sections, the year, the issuer and
/// the edition; its figures are not compared.
pub fn claims(document: &Document, report: &Report) -> Vec<Claim> {
    let mut reader = Reader::of(report);
    for (index, block) in document.blocks.iter().enumerate() {
        if let Some(text) = block.text()
            && speaks_of_the_year(report, index)
        {
            reader.block(index, block, text);
        }
    }
    reader.claims
}

/// Sections 一 to 四 speak of the year's figures; where no section 一 was found, everything outside 五 and 六.
fn speaks_of_the_year(report: &Report, block: usize) -> bool {
    let inside = report
        .sections
        .iter()
        .rfind(|section| (section.blocks.0..section.blocks.1).contains(&block))
        .map(|section| section.section);
    match inside {
        Some(section) => !matches!(section, Section::Problems | Section::OtherMatters),
        None => !report.sections.iter().any(|section| section.section == Section::Overview),
    }
}

struct Reader<'a> {
    report: &'a Report,
    /// The issuer's own names.
    own: Lexicon,
    readings: Readings,
    context: Context,
    /// The topic that headings and paragraphs before set.
    topic: Topic,
    claims: Vec<Claim>,
    sentence: usize,
    /// The first claim of the paragraph.
    paragraph_start: usize,
}

impl<'a> Reader<'a> {
    fn of(report: &'a Report) -> Reader<'a> {
        let kind = report.issuer.as_ref().map_or(IssuerKind::Unknown, |issuer| issuer.kind);
        let is_jurisdiction =
            !matches!(kind, IssuerKind::Department | IssuerKind::GovernmentOffice | IssuerKind::Township);
        let context = Context::of(report.year.as_ref().map(|year| year.value), is_jurisdiction);
        Reader {
            report,
            own: Lexicon::of(own_words(report.issuer.as_ref(), is_jurisdiction)),
            readings: Readings::of(report),
            context,
            topic: Topic::Unknown,
            claims: Vec::new(),
            sentence: 0,
            paragraph_start: 0,
        }
    }

    /// A heading or a paragraph.
    fn block(&mut self, index: usize, block: &Block, text: &str) {
        let characters: Vec<char> = text.chars().map(plain).listed();
        if is_heading(&characters) {
            self.topic = self.topic_of_heading(index, &characters);
        } else if is_prose(&characters) {
            self.paragraph(index, block, text, &characters);
        }
        self.sentence += 1;
    }

    fn topic_of_heading(&self, index: usize, characters: &[char]) -> Topic {
        let heading = words(characters, &tokens(characters), &self.own);
        if heading.iter().any(|word| matches!(word, Word::Request | Word::ByRequest)) {
            Topic::Requests
        } else if meaning::track_of(&heading).is_some() {
            Topic::Cases
        } else if heading.contains(&Word::Foreign) {
            Topic::Other
        } else {
            let section = self.report.sections.iter().rfind(|section| section.blocks.0 <= index);
            match section.map(|section| section.section) {
                Some(Section::Requests) => Topic::Requests,
                Some(Section::Disputes) => Topic::Cases,
                _ => Topic::Unknown,
            }
        }
    }

    fn paragraph(&mut self, index: usize, block: &Block, text: &str, characters: &[char]) {
        let tokens = tokens(characters);
        let printed: Vec<char> = text.chars().listed();
        let clauses = clause::clauses(characters, &tokens, &self.own);
        if begins_an_item(characters) || clauses.first().is_some_and(names_another_aspect) {
            self.topic = Topic::Unknown;
        }
        self.context.start_paragraph(self.topic);
        self.paragraph_start = self.claims.len();
        let spot = Spot { index, block, printed: &printed };
        for sentence in clauses.split_inclusive(|clause| clause.end == Mark::Stop) {
            self.context.foresee(sentence);
            for clause in sentence {
                self.clause(&spot, characters, clause);
            }
        }
        if self.context.topic != Topic::Other {
            self.topic = self.context.topic;
        }
        self.weaken_all_answered(characters);
    }

    /// 均已办结 says nothing firm where the same paragraph speaks of requests under way.
    fn weaken_all_answered(&mut self, characters: &[char]) {
        let here = &mut self.claims[self.paragraph_start..];
        let counts_some =
            here.iter().any(|claim| claim.quantity == Quantity::CarriedOut && !claim.value.is_zero());
        let paragraph: String = characters.iter().collect();
        if counts_some || vocabulary::UNDER_WAY.iter().any(|word| paragraph.contains(word)) {
            let all_answered = here.iter_mut().filter(|claim| claim.quantity == Quantity::AllAnswered);
            all_answered.for_each(|claim| claim.firm = false);
        }
    }

    fn clause(&mut self, spot: &Spot<'_>, characters: &[char], clause: &Clause) {
        self.context.enter(clause);
        for (position, count) in clause.counts.iter().enumerate() {
            if position > 0 {
                self.context.learn(&count.before, false);
            }
            let reason = self.context.take_reason();
            let is_group = |word: &Word| matches!(word, Word::Group(_));
            if !reason.is_empty() && count.before.iter().chain(&count.after).any(is_group) {
                let before = [reason, count.before.clone()].concat();
                self.count(spot, &Count { before, ..count.clone() }, clause);
            } else {
                self.count(spot, count, clause);
            }
            self.context.learn(&count.after, false);
        }
        if clause.counts.is_empty() {
            let ends_openly = characters[..clause.range.end].ends_with(&['的']);
            for saying in silence::read(&clause.words, &self.context, ends_openly) {
                self.saying(spot, clause, saying);
            }
        }
        if clause.end == Mark::Stop {
            self.sentence += 1;
        }
        self.context.leave(clause);
    }

    fn count(&mut self, spot: &Spot<'_>, count: &Count, clause: &Clause) {
        let value = count.number.value;
        if count.before.iter().chain(&count.after).any(|word| *word == Word::Foreign) {
            self.context.stray();
        }
        if count.number.approximate {
            self.context.pass_over();
            return;
        }
        match meaning::read(count, &self.context) {
            Reading::Foreign if count.number.unit == Unit::Pieces => self.context.pass_over(),
            Reading::Foreign => {}
            Reading::OtherTime => {
                self.push(spot, count, Meaning::of(Quantity::Unexplained, false), None);
                self.context.pass_over();
            }
            Reading::Untied => {
                self.split_headline(count);
                self.push(spot, count, Meaning::of(Quantity::Unexplained, false), None);
                self.context.note_untied(value);
            }
            Reading::Means(meaning) => {
                let parts = self.parts(meaning.quantity, count);
                if meaning.quantity == Quantity::CarriedIn {
                    self.relate_to_headline(count, clause.bracketed);
                } else if meaning.quantity == Quantity::InHand {
                    self.narrow_headline();
                }
                self.push(spot, count, meaning, parts);
                self.context.note(meaning, value);
            }
        }
    }

    /// What a sum says it adds up.
    fn parts(&self, quantity: Quantity, count: &Count) -> Option<Parts> {
        let sums = count.before.contains(&Word::Sum);
        let values = match quantity {
            Quantity::InHand if sums => {
                let mine = self.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
                let mut values: Vec<Decimal> = mine
                    .filter(|claim| {
                        matches!(
                            claim.quantity,
                            Quantity::Received | Quantity::NewReceived | Quantity::CarriedIn
                        )
                    })
                    .map(|claim| claim.value)
                    .listed();
                values.reverse();
                values
            }
            Quantity::Received if sums => self.context.parts().to_vec(),
            _ => return None,
        };
        (values.len() >= 2 && self.context.is_complete()).then_some(Parts { values, whole: true })
    }

    /// 收到12件，其中网络申请5件，信函申请8件: the channels of a headline can be no more than it.
    fn split_headline(&mut self, count: &Count) {
        let has = |word| count.before.contains(&word);
        let is_channel = has(Word::Channel)
            && !count
                .before
                .iter()
                .any(|word| matches!(word, Word::Part | Word::Unknown(_) | Word::AllChannels));
        let begins = has(Word::Including) || self.context.including;
        let sentence = self.sentence;
        let Some(last) = self.claims.last().filter(|last| last.sentence == sentence && is_channel) else {
            return;
        };
        let follows = last.quantity == Quantity::Unexplained && !has(Word::Including);
        let value = count.number.value;
        let bracketed = self.context.bracketed;
        if let Some(headline) = self.headline().filter(|headline| headline.firm) {
            match &mut headline.parts {
                Some(parts) if follows && !parts.whole => parts.values.push(value),
                None if !follows && (begins || bracketed) => {
                    headline.parts = Some(Parts { values: vec![value], whole: false });
                }
                _ => {}
            }
        }
    }

    /// 受理N件（含上年结转M件） counts all in hand; 收到N件，另有上年结转M件 only what is new.
    fn relate_to_headline(&mut self, count: &Count, bracketed: bool) {
        let has = |word| count.before.contains(&word);
        if has(Word::Including) || (self.context.including && !bracketed) {
            let in_hand = self.readings.of_quantity(Quantity::InHand);
            if let Some(headline) = self.headline().filter(|headline| headline.quantity == Quantity::Received)
            {
                headline.quantity = Quantity::InHand;
                headline.readings = in_hand;
            }
        } else if has(Word::Beside) {
            self.narrow_headline();
        }
    }

    /// 收到N件，上年结转M件，共计K件: the first counts only what is new.
    fn narrow_headline(&mut self) {
        let new = self.readings.of_quantity(Quantity::NewReceived);
        if let Some(headline) = self.headline().filter(|headline| headline.quantity == Quantity::Received) {
            headline.readings = new;
        }
    }

    /// The last claim of this sentence that counts requests as a whole.
    fn headline(&mut self) -> Option<&mut Claim> {
        let sentence = self.sentence;
        self.claims.iter_mut().rev().take_while(|claim| claim.sentence == sentence).find(|claim| {
            matches!(
                claim.quantity,
                Quantity::Received
                    | Quantity::NewReceived
                    | Quantity::ReceivedAndHandled
                    | Quantity::InHand
                    | Quantity::OutcomeTotal
                    | Quantity::Handled
            )
        })
    }

    fn push(&mut self, spot: &Spot<'_>, count: &Count, meaning: Meaning, parts: Option<Parts>) {
        self.claims.push(Claim {
            text: spot.text(count.range.clone()),
            quantity: meaning.quantity,
            value: count.number.value,
            readings: self.readings.of_quantity(meaning.quantity),
            firm: meaning.firm,
            negated: false,
            at_most: meaning.at_most,
            parts,
            scope: self.scope(),
            sentence: self.sentence,
            place: spot.place(count.number.range.clone()),
        });
    }

    fn saying(&mut self, spot: &Spot<'_>, clause: &Clause, saying: Saying) {
        self.claims.push(Claim {
            text: spot.text(clause.range.clone()),
            quantity: saying.quantity,
            value: saying.value,
            readings: self.readings.of_quantity(saying.quantity),
            firm: true,
            negated: saying.denies,
            at_most: false,
            parts: None,
            scope: self.scope(),
            sentence: self.sentence,
            place: spot.place(clause.range.clone()),
        });
    }

    fn scope(&self) -> Scope {
        if self.context.office { Scope::Office } else { Scope::Whole }
    }
}

/// A block and its text as printed.
struct Spot<'a> {
    index: usize,
    block: &'a Block,
    printed: &'a [char],
}

impl Spot<'_> {
    fn text(&self, range: Range<usize>) -> String {
        let text: String = self.printed[range].iter().collect();
        text.trim().trim_matches(['、', '，', ',']).trim().to_owned()
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place {
            block: self.index,
            square: None,
            characters: Some((range.start, range.end)),
            origin: self.block.origin(),
        }
    }
}

/// A short line without an end: it stands over paragraphs.
fn is_heading(text: &[char]) -> bool {
    const LONGEST: usize = 30;
    text.len() <= LONGEST && !text.iter().any(|one| matches!(one, '。' | ';' | ','))
}

/// Sentences, not a line of a table that was not recognised as one.
fn is_prose(text: &[char]) -> bool {
    text.iter().any(|one| matches!(one, '。' | ';' | ','))
        && !text.iter().any(|one| matches!(one, '|' | '\t'))
}

/// （三）政府信息管理。… begins something new.
fn begins_an_item(text: &[char]) -> bool {
    let ordinal = |one: &char| "一二三四五六七八九十".contains(*one) || one.is_ascii_digit();
    match text {
        ['(', rest @ ..] => {
            rest.iter().take(3).position(|one| *one == ')').is_some_and(|end| rest[..end].iter().all(ordinal))
        }
        [first, '、' | '.', ..] | [first, '是', ..] => ordinal(first),
        _ => false,
    }
}

/// 平台建设方面，… begins something new.
fn names_another_aspect(clause: &Clause) -> bool {
    let of_requests =
        |word: &Word| matches!(word, Word::Request | Word::ByRequest | Word::Applying | Word::Applications);
    clause.counts.is_empty()
        && clause.words.last() == Some(&Word::Aspect)
        && !clause.words.iter().any(of_requests)
}

/// The names by which the issuer speaks of itself: its whole name, and what follows a place in it.
fn own_words(issuer: Option<&Issuer>, is_jurisdiction: bool) -> Vec<(String, Word)> {
    let mut out = Vec::new();
    if is_jurisdiction {
        out.extend(["我办", "本办", "我厅", "本厅"].map(|word| (word.to_owned(), Word::Office)));
    }
    let Some(name) = issuer.map(|issuer| issuer.name.as_str()).filter(|name| !name.is_empty()) else {
        return out;
    };
    let word = if is_jurisdiction { Word::Jurisdiction } else { Word::Own };
    let characters: Vec<char> = name.chars().listed();
    out.push((name.to_owned(), word));
    for (at, one) in characters.iter().enumerate() {
        if at == 0 || !"省市区县旗州盟镇乡".contains(*one) {
            continue;
        }
        let place: String = characters[..=at].iter().collect();
        let rest: String = characters[at + 1..].iter().collect();
        let is_government = rest.is_empty() || rest.starts_with("人民政府");
        if is_government {
            out.push((place, word));
        }
        if rest.chars().count() >= 2 && !is_jurisdiction {
            out.push((format!("{one}{rest}"), Word::Own));
            out.push((rest, Word::Own));
        }
    }
    out
}

#[cfg(test)]
mod tests;
