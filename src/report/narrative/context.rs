//! What stood before: the year, the topic and the lists that a number's own words leave unsaid.

use super::clause::Clause;
use super::meaning::{Bag, Meaning};
use super::token::Mark;
use super::word::Word;
use crate::number::Decimal;
use crate::report::claim::Quantity;
use crate::report::form::{Item, ItemField, OutcomeGroup, Track};

/// Whose cases are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaseTrack {
    /// One track of table 4.
    One(Track),
    /// Both tracks of litigation.
    Suits,
    /// Reconsideration and litigation.
    All,
}

/// Which time the words speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Time {
    /// The report year.
    #[default]
    Whole,
    /// A part of it.
    Part,
    /// Another year.
    Other,
}

/// What a paragraph is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Topic {
    /// Not told.
    #[default]
    Unknown,
    /// Requests for information.
    Requests,
    /// Reconsideration and litigation.
    Cases,
    /// Something else.
    Other,
}

/// What stood before.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// The report year.
    pub(super) year: Option<u16>,
    /// True where the issuer's tables cover a jurisdiction, so that its own office is a part of it.
    pub(super) is_jurisdiction: bool,
    /// The time spoken of.
    pub(super) time: Time,
    /// The topic.
    pub(super) topic: Topic,
    /// True while the government's own office is spoken of.
    pub(super) office: bool,
    /// The quantity before, in the same paragraph.
    pub(super) last: Option<Quantity>,
    /// The track that outcomes of cases belong to.
    pub(super) track: Option<CaseTrack>,
    /// The tracks whose cases this sentence counted.
    pub(super) cases: Vec<CaseTrack>,
    /// True where the cases spoken of are about disclosure.
    pub(super) cases_about_disclosure: bool,
    /// The item of table 2 that the sentence speaks of.
    pub(super) item: Option<Item>,
    /// The field that the sentence's last verb named.
    pub(super) field: Option<ItemField>,
    /// True after 其中 at the head of a list.
    pub(super) including: bool,
    /// True once 上年结转 was said in this sentence, outside brackets.
    pub(super) carried_in_said: bool,
    /// True inside brackets.
    pub(super) bracketed: bool,
    /// True where the sentence said 政府信息公开.
    disclosure_said: bool,
    /// True where words before narrow what follows: 通过邮箱，….
    narrowed: bool,
    /// True until the paragraph's first clause is over.
    at_start: bool,
    /// The topic of the paragraph, where a sentence strays from it.
    paragraph_topic: Topic,
    /// The paragraph's last headline: 收到N件.
    headline: Option<Decimal>,
    /// What was counted since the headline and is tied to nothing: channels, subjects.
    parts: Vec<Decimal>,
    /// True after a headline that may count only a part.
    doubtful_headline: bool,
    /// Why something was not disclosed, told in a clause of its own: 因本机关不掌握，无法提供3件.
    reason: Vec<Word>,
    /// True where the sentence counted something else.
    strayed: bool,
    /// True where words of something else led away, without a number.
    led_away: bool,
    /// True where the sentence tells how documents are marked.
    marking: bool,
    /// True where a number of the sentence was passed over, so that what it lists may not be all.
    passed_over: bool,
    /// The time that the paragraph's first words set.
    paragraph_time: Time,
}

impl Context {
    /// Nothing stands before yet.
    pub(super) fn of(year: Option<u16>, is_jurisdiction: bool) -> Context {
        Context { year, is_jurisdiction, ..Context::default() }
    }

    /// The context at the start of a paragraph.
    pub(super) fn start_paragraph(&mut self, topic: Topic) {
        *self = Context {
            year: self.year,
            is_jurisdiction: self.is_jurisdiction,
            topic,
            paragraph_topic: topic,
            cases_about_disclosure: topic == Topic::Cases,
            at_start: true,
            ..Context::default()
        };
    }

    /// A new sentence begins.
    fn start_sentence(&mut self) {
        self.time = self.paragraph_time;
        self.item = None;
        self.carried_in_said = false;
        self.disclosure_said = false;
        self.narrowed = false;
        self.including = false;
        self.cases.clear();
        self.parts.clear();
        self.doubtful_headline = false;
        self.strayed = false;
        self.marking = false;
        if std::mem::take(&mut self.led_away) && self.topic == Topic::Other {
            self.topic = self.paragraph_topic;
        }
        self.passed_over = false;
        self.field = None;
        self.reason.clear();
    }

    /// True where the words about cases are about disclosure: here, or before in the sentence.
    pub(super) fn is_about_disclosure(&self, bag: &Bag) -> bool {
        self.disclosure_said
            || self.cases_about_disclosure
            || bag.any(|word| matches!(word, Word::Disclosure | Word::Request | Word::ByRequest))
    }

    /// True where words before narrow what follows.
    pub(super) fn is_narrowed(&self) -> bool {
        self.narrowed
    }

    /// True once the paragraph said how many requests there were.
    pub(super) fn has_headline(&self) -> bool {
        self.headline.is_some()
    }

    /// What was counted since the headline and is tied to nothing.
    pub(super) fn parts(&self) -> &[Decimal] {
        &self.parts
    }

    /// True where the sentence tells how documents are marked for disclosure.
    pub(super) fn is_marking(&self) -> bool {
        self.marking
    }

    /// The reason told in the clause before, once.
    pub(super) fn take_reason(&mut self) -> Vec<Word> {
        std::mem::take(&mut self.reason)
    }

    /// True where every number of the sentence so far was taken up.
    pub(super) fn is_complete(&self) -> bool {
        !self.passed_over
    }

    /// A number was passed over.
    pub(super) fn pass_over(&mut self) {
        self.passed_over = true;
    }

    /// True where what follows without a name of its own may speak of a part only: after 网络申请5件, unless the
    /// parts make up the whole.
    pub(super) fn is_within_a_part(&self) -> bool {
        let complete = self.headline.is_some() && total(&self.parts) == self.headline;
        self.strayed || self.doubtful_headline || (!self.parts.is_empty() && !complete)
    }

    /// Looks ahead in a sentence whose topic is not told: 无法提供 and 不予处理 are said of requests only.
    pub(super) fn foresee(&mut self, sentence: &[Clause]) {
        let tells = |word: &Word| {
            matches!(
                word,
                Word::Group(OutcomeGroup::PartiallyGranted | OutcomeGroup::Unable | OutcomeGroup::Rejected)
                    | Word::Row(..)
            )
        };
        let words = sentence.iter().flat_map(|clause| {
            clause
                .words
                .iter()
                .chain(clause.counts.iter().flat_map(|count| count.before.iter().chain(&count.after)))
        });
        // 拟发布信息审查中，予以公开300件、部分公开12件: the same words are said of what is to be published.
        let of_something_else = |word: &Word| matches!(word, Word::Foreign | Word::Marking);
        let of_requests = |word: &Word| {
            matches!(word, Word::Request | Word::ByRequest | Word::Applying | Word::Applications)
        };
        let strays = words.clone().any(of_something_else) && !words.clone().any(of_requests);
        if self.topic == Topic::Unknown && !strays && words.into_iter().any(tells) {
            self.turn_to(Topic::Requests);
        }
    }

    /// Takes up a clause before its numbers are read.
    pub(super) fn enter(&mut self, clause: &Clause) {
        self.bracketed = clause.bracketed;
        self.learn(&clause.words, clause.counts.is_empty());
        self.at_start = false;
    }

    /// Leaves a clause.
    pub(super) fn leave(&mut self, clause: &Clause) {
        if clause.counts.is_empty() && !clause.bracketed {
            self.narrowed |= narrows(&clause.words);
            let first = clause.words.iter().find(|word| !word.is_neutral());
            self.reason = match first {
                Some(Word::Cause | Word::Row(..)) => clause.words.clone(),
                _ => Vec::new(),
            };
            let is_head = clause.words.iter().all(|word| word.is_neutral());
            self.including |= is_head && clause.words.contains(&Word::Including);
        }
        match clause.end {
            Mark::Stop => self.start_sentence(),
            Mark::Semicolon => {
                self.narrowed = false;
                self.including = false;
                self.doubtful_headline = false;
                self.parts.clear();
            }
            _ => {}
        }
    }

    /// Learns from words: of a clause without a number, or of a number's own before it is read.
    pub(super) fn learn(&mut self, words: &[Word], alone: bool) {
        self.learn_time(words, alone);
        self.learn_strays(words, alone);
        for word in words {
            match word {
                Word::Request | Word::ByRequest if self.marking => {}
                Word::Request | Word::ByRequest => self.turn_to(Topic::Requests),
                Word::Reconsideration | Word::Suit | Word::Dispute => self.turn_to(Topic::Cases),
                Word::Group(_) | Word::Carry if self.topic == Topic::Other && !self.led_away => {
                    self.topic = self.paragraph_topic
                }
                Word::Office if self.is_jurisdiction => self.office = true,
                // 区政府各部门 are more than the office.
                Word::Jurisdiction | Word::Units => self.office = false,
                Word::Item(item) => self.item = Some(*item),
                _ => {}
            }
        }
        let about = |word: &Word| matches!(word, Word::Disclosure | Word::Request | Word::ByRequest);
        self.disclosure_said |= words.iter().any(about);
        if let Some(track) = super::meaning::track_of(words) {
            self.track = Some(track);
            self.cases_about_disclosure = self.disclosure_said || self.cases_about_disclosure;
        }
    }

    /// Words of something else without a number lead away for a sentence; marks on documents do so for all of it.
    fn learn_strays(&mut self, words: &[Word], alone: bool) {
        let has = |wanted: fn(Word) -> bool| words.iter().copied().any(wanted);
        if has(|word| word == Word::Marking) {
            self.marking = true;
            self.stray();
        }
        let of_the_field = has(|word| {
            matches!(
                word,
                Word::Request | Word::ByRequest | Word::Disclosure | Word::Applying | Word::Applications
            )
        });
        if alone && has(|word| word == Word::Foreign) && !of_the_field && self.topic != Topic::Other {
            self.topic = Topic::Other;
            self.led_away = true;
        }
    }

    fn learn_time(&mut self, words: &[Word], alone: bool) {
        let has = |wanted: fn(Word) -> bool| words.iter().copied().any(wanted);
        let carries = has(|word| matches!(word, Word::Carry | Word::Pending));
        let causes = has(|word| word == Word::Cause)
            && has(|word| {
                matches!(
                    word,
                    Word::Reconsideration | Word::Suit | Word::Dispute | Word::Request | Word::ByRequest
                )
            });
        if has(|word| word == Word::PartOfYear) {
            self.time = Time::Part;
        }
        if carries || causes || has(|word| word == Word::Comparing) {
            return;
        }
        let is_part = has(|word| word == Word::PartOfYear);
        for word in words {
            match (word, self.year) {
                (Word::Year(found), Some(year)) if is_part && *found == year => {}
                (Word::Year(found), Some(year)) => {
                    self.time = if *found == year { Time::Whole } else { Time::Other };
                    let is_year_alone =
                        words.iter().all(|word| word.is_neutral() || matches!(word, Word::Year(_)));
                    if *found == year || (alone && is_year_alone && self.at_start) {
                        self.paragraph_time = self.time;
                    }
                }
                (Word::ThisYear, _) if self.time == Time::Other && self.paragraph_time == Time::Whole => {
                    self.time = Time::Whole;
                }
                (Word::LastYear | Word::NextYear, _) if alone => self.time = Time::Other,
                _ => {}
            }
        }
    }

    fn turn_to(&mut self, topic: Topic) {
        self.topic = topic;
        self.paragraph_topic = topic;
    }

    /// Takes note of what a number meant.
    pub(super) fn note(&mut self, meaning: Meaning, value: Decimal) {
        match meaning.quantity {
            Quantity::CarriedIn if !self.bracketed => self.carried_in_said = true,
            Quantity::Reconsiderations => self.cases.push(CaseTrack::One(Track::Reconsideration)),
            Quantity::Suits => self.cases.push(CaseTrack::Suits),
            Quantity::Track(track) => self.cases.push(CaseTrack::One(track)),
            Quantity::Received | Quantity::NewReceived | Quantity::ReceivedAndHandled | Quantity::InHand => {
                self.headline = Some(value);
                self.parts.clear();
                self.doubtful_headline = !meaning.firm;
                self.strayed &= !meaning.firm;
            }
            Quantity::Proactive(_, field) => self.field = Some(field),
            _ => {}
        }
        self.last = Some(meaning.quantity);
    }

    /// Takes note of a number that is tied to nothing.
    pub(super) fn note_untied(&mut self, value: Decimal) {
        if !self.bracketed {
            self.parts.push(value);
            self.last = Some(Quantity::Unexplained);
        }
    }

    /// A number of something else was read: until requests are named again, nothing is taken for theirs.
    pub(super) fn stray(&mut self) {
        if !self.bracketed {
            self.topic = Topic::Other;
            self.strayed = true;
        }
    }
}

/// The sum of some numbers; `None` where it is too large.
pub(super) fn total(values: &[Decimal]) -> Option<Decimal> {
    values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))
}

/// True where a clause narrows what the next one counts: 通过邮箱, 征地拆迁方面.
fn narrows(words: &[Word]) -> bool {
    let has = |wanted: fn(Word) -> bool| words.iter().copied().any(wanted);
    let is_part = |word| matches!(word, Word::Channel | Word::Part);
    let by = matches!(words.iter().find(|word| !word.is_neutral()), Some(Word::By));
    if by && has(is_part) && !has(|word| word == Word::AllChannels) {
        return true;
    }
    let of_the_field = has(|word| {
        matches!(
            word,
            Word::Request
                | Word::ByRequest
                | Word::Disclosure
                | Word::Applying
                | Word::Applications
                | Word::AllChannels
        )
    });
    words.last() == Some(&Word::Aspect)
        && !of_the_field
        && has(|word| matches!(word, Word::Part | Word::Unknown(_)))
}
