//! Prose that agrees with the tables, with traps between: fills the phrases and keeps what each number claims.

use super::chance::Chance;
use super::figures::{Values, count, group_sum};
use super::organ::Organ;
use super::phrases::{self, Phrase};
use super::printed::{full_width, grouped};
use gouji::report::IssuerKind;
use gouji::report::form::{
    Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow, Track,
};

/// The prose of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Before section 一.
    pub preamble: Vec<String>,
    /// Paragraphs of the six sections; 二, 三 and 四 hold what stands beside the table.
    pub sections: [Vec<String>; 6],
    /// What the numbers claim.
    pub claims: Vec<Claim>,
}

/// A number of the prose whose meaning is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it counts, by the letters of the phrase.
    pub letters: String,
    /// The number as printed.
    pub value: String,
    /// The sentence.
    pub sentence: String,
    /// Where the number starts in the sentence, in bytes.
    pub start: usize,
}

/// How prose writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// `81`.
    Plain,
    /// ` 81 `.
    SpacedAround,
    /// `８１`.
    FullWidth,
    /// `1,466`.
    Separated,
    /// `八十一`.
    Chinese,
}

/// What the prose is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The edition of the form.
    pub edition: Edition,
    /// The report year.
    pub year: u16,
    /// Who reports.
    pub organ: &'a Organ,
    /// The true figures.
    pub values: &'a Values,
}

/// Writes the prose of a report.
pub fn write(chance: &mut Chance, subject: Subject<'_>) -> Prose {
    let digits = chance.pick(&[
        Digits::Plain,
        Digits::Plain,
        Digits::Plain,
        Digits::SpacedAround,
        Digits::FullWidth,
        Digits::Separated,
        Digits::Chinese,
    ]);
    let mut writer = Writer { chance, subject, digits, claims: Vec::new() };
    let preamble = writer.some(phrases::PREAMBLES, 1);
    let overview = writer.overview();
    let beside_requests =
        if writer.chance.odds(1, 4) { writer.some(phrases::TRAPS_REQUESTS, 1) } else { Vec::new() };
    let problems = [writer.some(phrases::PROBLEMS, 1), writer.some(phrases::IMPROVEMENTS, 1)].concat();
    let fee_unpaid = count(subject.values, Cell::Request(RequestRow::OtherFeeOverdue, Applicant::Total)) > 0;
    let told = subject.edition == Edition::Y2021 && (fee_unpaid || writer.chance.odds(2, 3));
    let other = writer.some(if told { phrases::FEES } else { phrases::NOTHING_ELSE }, 1);
    let sections = [overview, Vec::new(), beside_requests, Vec::new(), problems, other];
    Prose { preamble, sections, claims: writer.claims }
}

struct Writer<'a> {
    chance: &'a mut Chance,
    subject: Subject<'a>,
    digits: Digits,
    claims: Vec<Claim>,
}

impl Writer<'_> {
    fn overview(&mut self) -> Vec<String> {
        let heads = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
        let mut proactive = self.some(phrases::TRAPS_PROACTIVE, 2);
        proactive.extend(self.some(phrases::PROACTIVE, 1));
        let mut requests = self.some(phrases::RECEIVED, 1);
        requests.extend(self.some(phrases::OUTCOMES, 1));
        requests.extend(self.some(phrases::TRAPS_REQUESTS, 1));
        if self.chance.odds(2, 3) {
            requests.extend(self.some(phrases::DISPUTES, 1));
        }
        let management = self.some(phrases::MANAGEMENT, 2);
        let platforms = self.some(phrases::PLATFORMS, 1);
        let safeguards = self.some(phrases::SAFEGUARDS, 1);
        let parts = [proactive, requests, management, platforms, safeguards];
        let mut paragraphs = vec![format!(
            "{}年，{}认真贯彻《条例》，围绕中心、服务大局，持续推进政府信息公开工作。",
            self.subject.year, self.subject.organ.self_name
        )];
        let numbered = self.chance.odds(3, 4);
        for (index, (head, sentences)) in heads.into_iter().zip(parts).enumerate() {
            let text = sentences.concat();
            let ordinal = ["一", "二", "三", "四", "五"][index];
            if numbered && self.chance.odds(1, 3) {
                paragraphs.push(format!("（{ordinal}）{head}"));
                paragraphs.push(text);
            } else if numbered {
                paragraphs.push(format!("（{ordinal}）{head}。{text}"));
            } else {
                paragraphs.push(format!("{head}方面，{text}"));
            }
        }
        paragraphs
    }

    /// Up to `many` phrases whose conditions hold, each filled.
    fn some(&mut self, phrases: &[Phrase], many: usize) -> Vec<String> {
        let mut fitting: Vec<Phrase> = phrases
            .iter()
            .filter(|(condition, _)| condition.split_whitespace().all(|word| self.holds(word)))
            .copied()
            .collect();
        let mut sentences = Vec::new();
        while sentences.len() < many && !fitting.is_empty() {
            let (_, text) = fitting.remove(self.chance.below(fitting.len()));
            sentences.push(self.fill(text));
        }
        sentences
    }

    fn holds(&self, word: &str) -> bool {
        let known = |letters: &str| self.quantity(letters).unwrap_or(0);
        match word {
            "2019" => self.subject.edition == Edition::Y2019,
            "2021" => self.subject.edition == Edition::Y2021,
            "GOV" => self.subject.organ.kind == IssuerKind::Government,
            "C" => true,
            _ => match (word.split_once('='), word.split_once('>')) {
                (Some((letters, number)), _) => known(letters).to_string() == number,
                (_, Some((letters, number))) => known(letters) > number.parse().unwrap_or(0),
                _ => unreachable!("a condition that no phrase has: {word}"),
            },
        }
    }

    fn fill(&mut self, phrase: &str) -> String {
        let mut text = String::new();
        let mut claims = Vec::new();
        let channels = {
            let received = self.quantity("N").unwrap_or(0);
            self.chance.scatter(received, &[6, 3, 1])
        };
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (token, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            match token {
                "全" => text.push_str(self.subject.organ.whole_name),
                "我" => text.push_str(self.subject.organ.self_name),
                "称" => text.push_str(&self.subject.organ.name),
                "格式" => text.push_str(match self.subject.edition {
                    Edition::Y2019 => "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告格式的通知（国办公开办函〔2019〕60号）",
                    Edition::Y2021 => "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
                }),
                "Y" => text.push_str(&self.subject.year.to_string()),
                "Y-1" => text.push_str(&(self.subject.year - 1).to_string()),
                "Y+1" => text.push_str(&(self.subject.year + 1).to_string()),
                "C1" => text.push_str(&self.number(channels[0])),
                "C2" => text.push_str(&self.number(channels[1])),
                "C3" => text.push_str(&self.number(channels[2])),
                "半" => {
                    let half = self.quantity("N").unwrap_or(0) / 2;
                    text.push_str(&self.number(half));
                }
                "清单" => self.list(&mut text, &mut claims),
                _ if token.starts_with('?') => {
                    let most = token[1..].parse().unwrap_or(9);
                    text.push_str(&self.chance.between(2.min(most), most).to_string());
                }
                _ if token.starts_with('%') => {
                    let share = self.share(&token[1..]);
                    claims.push((format!("share:{}", &token[1..]), share.clone(), text.len()));
                    text.push_str(&share);
                }
                _ => {
                    let value = self.quantity(token).unwrap_or_else(|| unreachable!("no such letters: {token}"));
                    let number = self.number(value);
                    claims.push((token.to_owned(), number.clone(), text.len()));
                    text.push_str(&number);
                }
            }
        }
        text.push_str(rest);
        for (letters, value, start) in claims {
            self.claims.push(Claim { letters, value, sentence: text.clone(), start });
        }
        text
    }

    /// The outcome groups that are not nought: 予以公开25件、部分公开8件.
    fn list(&mut self, text: &mut String, claims: &mut Vec<(String, String, usize)>) {
        let groups = [
            ("G", OutcomeGroup::Granted),
            ("P", OutcomeGroup::PartiallyGranted),
            ("D", OutcomeGroup::Denied),
            ("U", OutcomeGroup::Unable),
            ("R", OutcomeGroup::Rejected),
            ("X", OutcomeGroup::Other),
        ];
        let mut separator = "";
        for (letters, group) in groups {
            let value = self.quantity(letters).unwrap_or(0);
            if value > 0 {
                text.push_str(separator);
                text.push_str(group.label().zh);
                let number = self.number(value);
                claims.push((letters.to_owned(), number.clone(), text.len()));
                text.push_str(&number);
                text.push('件');
                separator = "、";
            }
        }
    }

    /// A share of all outcomes, rounded half up to two places.
    fn share(&self, letters: &str) -> String {
        let whole = self.quantity("T").unwrap_or(0).max(1);
        let part = self.quantity(letters).unwrap_or(0);
        let hundredths = (part * 20_000 + whole) / (2 * whole);
        format!("{}.{:02}%", hundredths / 100, hundredths % 100)
    }

    fn number(&self, value: i64) -> String {
        match self.digits {
            Digits::Plain => value.to_string(),
            Digits::SpacedAround => format!(" {value} "),
            Digits::FullWidth => value.to_string().chars().map(full_width).collect(),
            Digits::Separated => grouped(value, ","),
            Digits::Chinese if value == 0 => "0".to_owned(),
            Digits::Chinese => chinese(value),
        }
    }

    /// The value behind the letters of a phrase.
    fn quantity(&self, letters: &str) -> Option<i64> {
        let Subject { edition, values, .. } = self.subject;
        let row = |row| count(values, Cell::Request(row, Applicant::Total));
        let group = |group| group_sum(values, edition, group, Applicant::Total);
        let received = |kind| count(values, Cell::Request(RequestRow::NewReceived, kind));
        let track = |track, column| count(values, Cell::Dispute(track, column));
        let item = |item, field| count(values, Cell::Proactive(item, field));
        let documents = Item::NormativeDocuments;
        Some(match letters {
            "N" => row(RequestRow::NewReceived),
            "I" => row(RequestRow::CarriedIn),
            "A" => row(RequestRow::NewReceived) + row(RequestRow::CarriedIn),
            "T" => row(RequestRow::OutcomeTotal),
            "O" => row(RequestRow::CarriedOut),
            "G" => row(RequestRow::Granted),
            "P" => row(RequestRow::PartiallyGranted),
            "GP" => row(RequestRow::Granted) + row(RequestRow::PartiallyGranted),
            "D" => group(OutcomeGroup::Denied),
            "U" => group(OutcomeGroup::Unable),
            "R" => group(OutcomeGroup::Rejected),
            "X" => group(OutcomeGroup::Other),
            "NP" => received(Applicant::NaturalPerson),
            "LG" => received(Applicant::Total) - received(Applicant::NaturalPerson),
            "NH" => row(RequestRow::UnableNotHeld),
            "DUP" => row(RequestRow::RejectedDuplicate),
            "PET" => row(RequestRow::RejectedPetition),
            "MAKE" => row(RequestRow::UnableNeedsCreation),
            "IA" => row(RequestRow::DeniedInternalAffairs),
            "EF" => row(RequestRow::DeniedEnforcementFile),
            "V" => track(Track::Reconsideration, DisputeOutcome::Total),
            "VU" => track(Track::Reconsideration, DisputeOutcome::Upheld),
            "VC" => track(Track::Reconsideration, DisputeOutcome::Corrected),
            "VO" => track(Track::Reconsideration, DisputeOutcome::Other),
            "VP" => track(Track::Reconsideration, DisputeOutcome::Pending),
            "S" => {
                track(Track::SuitDirect, DisputeOutcome::Total)
                    + track(Track::SuitAfterReconsideration, DisputeOutcome::Total)
            }
            "F" | "FF" => item(documents, ItemField::InForce),
            "FI" => item(documents, ItemField::Issued),
            "FR" => item(documents, ItemField::Repealed),
            "FM" => item(documents, ItemField::NewlyMade),
            "FD" => item(documents, ItemField::NewlyDisclosed),
            "LIC" => item(Item::Licences, ItemField::Decisions),
            "PEN" => item(Item::Penalties, ItemField::Decisions),
            "COM" => item(Item::Compulsion, ItemField::Decisions),
            _ => return None,
        })
    }
}

/// A count in Chinese numerals: 两 is not used; 一百三十, 一万零五.
pub fn chinese(value: i64) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |value: i64| DIGITS[usize::try_from(value).unwrap_or(0) % 10];
    if value >= 10_000 {
        let (high, low) = (value / 10_000, value % 10_000);
        let gap = if low > 0 && low < 1_000 { "零" } else { "" };
        let low = if low > 0 { below_ten_thousand(low, digit) } else { String::new() };
        return format!("{}万{gap}{low}", chinese(high));
    }
    let text = below_ten_thousand(value, digit);
    match text.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => text,
    }
}

fn below_ten_thousand(value: i64, digit: impl Fn(i64) -> char) -> String {
    if value == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let place = value / unit % 10;
        if place == 0 {
            gap = !text.is_empty();
        } else {
            if gap {
                text.push('零');
                gap = false;
            }
            text.push(digit(place));
            text.push_str(name);
        }
    }
    text
}
