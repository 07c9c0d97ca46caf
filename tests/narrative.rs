//! The prose of invented reports: what agrees with the tables is never held against it, and a changed number is
//! found.
//!
//! `GOUJI_CORPUS=N` draws N reports instead of the few of an ordinary run.

mod corpus;

use corpus::chance::Chance;
use corpus::defect::slip;
use corpus::figures::{Values, count, group_sum};
use corpus::layout::Layout;
use corpus::organ::Organ;
use corpus::page::{self, Shape};
use corpus::prose::chinese;
use corpus::truth::{Truth, Wish};
use corpus::wording::Wording;
use gouji::read::Source;
use gouji::report::IssuerKind;
use gouji::report::form::{
    Applicant, Cell, DisputeOutcome, Edition, Item, ItemField, OutcomeGroup, RequestRow, Track,
};
use gouji::review;
use gouji::rules::{Finding, Severity};

/// Reports in an ordinary run.
const FEW: u64 = 60;

#[test]
fn prose_that_agrees_is_held_against_nobody() {
    let mut wrong = Vec::new();
    let reports = setting("GOUJI_CORPUS").unwrap_or(FEW);
    for seed in 0..reports {
        let truth = Truth::draw(seed, Wish::PLAIN);
        let told = Telling::of(&truth, seed);
        wrong.extend(accusations(&truth).into_iter().map(|one| format!("seed {seed}, corpus: {one}")));
        wrong.extend(
            accusations(&told.report(&truth, None)).into_iter().map(|one| format!("seed {seed}: {one}")),
        );
    }
    assert!(wrong.is_empty(), "{} in {reports} reports:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_changed_number_of_the_corpus_is_found() {
    let reports = setting("GOUJI_CORPUS").unwrap_or(FEW);
    let (mut changed, mut missed) = (0, Vec::new());
    for seed in 0..reports {
        let truth = Truth::draw(seed, Wish::PLAIN);
        let mut chance = Chance::for_purpose(seed, "changed numbers");
        for claim in &truth.prose.claims {
            let value = claim.value.trim();
            let Some(wrong) = value.parse().ok().and_then(|value| slip(&mut chance, value)) else { continue };
            let end = claim.start + claim.value.len();
            let number = claim.value.replace(value, &wrong.to_string());
            let sentence = format!("{}{number}{}", &claim.sentence[..claim.start], &claim.sentence[end..]);
            let mut spoiled = truth.clone();
            for paragraph in spoiled.prose.sections.iter_mut().flatten() {
                *paragraph = paragraph.replace(&claim.sentence, &sentence);
            }
            if is_true_as_well(&claim.letters, wrong, &truth) {
                continue;
            }
            changed += 1;
            if accusations(&spoiled).is_empty() {
                missed.push(format!("seed {seed}, {} is {value}: {sentence}", claim.letters));
            }
        }
    }
    report_misses(changed, &missed, 100);
}

#[test]
fn a_changed_number_of_other_phrases_is_found() {
    let reports = setting("GOUJI_CORPUS").unwrap_or(FEW);
    let (mut changed, mut missed) = (0, Vec::new());
    for seed in 0..reports {
        let truth = Truth::draw(seed, Wish::PLAIN);
        let told = Telling::of(&truth, seed);
        let mut chance = Chance::for_purpose(seed, "other phrases");
        for (index, number) in told.numbers.iter().enumerate() {
            let Some(wrong) = slip(&mut chance, number.value) else { continue };
            if is_true_as_well(&number.letters, wrong, &truth) {
                continue;
            }
            changed += 1;
            if accusations(&told.report(&truth, Some((index, wrong)))).is_empty() {
                missed.push(format!(
                    "seed {seed}, {} is {}, not {wrong}: {}",
                    number.letters,
                    number.value,
                    told.text(None)
                ));
            }
        }
    }
    report_misses(changed, &missed, 50);
}

/// Fails where more than one in `one_in` was missed.
fn report_misses(changed: usize, missed: &[String], one_in: usize) {
    println!("{} of {changed} changed numbers were missed", missed.len());
    assert!(changed > 100, "only {changed} numbers were changed");
    let few: Vec<&str> = missed.iter().take(12).map(String::as_str).collect();
    assert!(
        missed.len() * one_in <= changed,
        "{} of {changed} were missed:\n{}",
        missed.len(),
        few.join("\n")
    );
}

/// The warnings and errors about the prose.
fn accusations(truth: &Truth) -> Vec<String> {
    let page = page::compose(truth, &Wording::exact(), &Shape::default());
    let rendered = Layout::Bars.render_page(truth, page, &mut Chance::new(truth.seed));
    let review = review::review(Source { name: &rendered.name, bytes: &rendered.bytes });
    let of_the_prose =
        |finding: &&Finding| finding.code.starts_with('N') && finding.severity > Severity::Info;
    review
        .findings()
        .filter(of_the_prose)
        .map(|finding| format!("{} {}", finding.id(), finding.message.zh))
        .collect()
}

/// True where a changed number happens to be true in another lawful meaning.
fn is_true_as_well(letters: &str, value: i64, truth: &Truth) -> bool {
    let known = |letters| quantity(letters, truth);
    match letters {
        "N" | "收" => value == known("N") || value == known("A"),
        "办" => value == known("T") || value == known("A"),
        "NP" => value == known("NP") || value == known("NPA"),
        "LG" => value == known("LG") || value == known("LGA"),
        "不在" => value <= known("NH"),
        "LIC" | "PEN" | "COM" => value == known(&format!("{letters}上")),
        _ => false,
    }
}

/// Sentences of our own about one report.
struct Telling {
    /// Pieces of text, a number after each but the last.
    pieces: Vec<String>,
    numbers: Vec<Number>,
    digits: usize,
}

struct Number {
    letters: String,
    value: i64,
}

impl Telling {
    /// Draws some sentences that fit the report.
    fn of(truth: &Truth, seed: u64) -> Telling {
        let mut chance = Chance::for_purpose(seed, "telling");
        let mut telling =
            Telling { pieces: vec![String::new()], numbers: Vec::new(), digits: chance.below(4) };
        for phrases in [RECEIVED, OUTCOMES, TRAPS, DISPUTES, DOCUMENTS] {
            let fitting: Vec<&(&str, &str)> =
                phrases.iter().filter(|(condition, _)| holds(condition, truth)).collect();
            if !fitting.is_empty() {
                let (_, phrase) = fitting[chance.below(fitting.len())];
                telling.fill(phrase, truth, &mut chance);
            }
        }
        telling
    }

    fn fill(&mut self, phrase: &str, truth: &Truth, chance: &mut Chance) {
        let Organ { self_name, whole_name, .. } = &truth.organ;
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            let (token, after) = after.split_once('}').expect("a closed brace");
            self.words(before);
            match token {
                "全" => self.words(whole_name),
                "我" => self.words(self_name),
                "Y" => self.words(&truth.year.to_string()),
                "Y-1" => self.words(&(truth.year - 1).to_string()),
                "Y+1" => self.words(&(truth.year + 1).to_string()),
                _ if token.starts_with('?') => {
                    let most = token[1..].parse().expect("a bound");
                    self.words(&chance.between(2, most).to_string());
                }
                letters => {
                    self.numbers
                        .push(Number { letters: letters.to_owned(), value: quantity(letters, truth) });
                    self.pieces.push(String::new());
                }
            }
            rest = after;
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        if let Some(last) = self.pieces.last_mut() {
            last.push_str(words);
        }
    }

    /// The sentences, one number changed.
    fn text(&self, changed: Option<(usize, i64)>) -> String {
        let mut text = String::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            text.push_str(piece);
            if let Some(number) = self.numbers.get(index) {
                let value = match changed {
                    Some((at, value)) if at == index => value,
                    _ => number.value,
                };
                text.push_str(&match self.digits {
                    0 if value > 0 => chinese(value),
                    1 => format!(" {value} "),
                    _ => value.to_string(),
                });
            }
        }
        text
    }

    /// The report with the sentences in place of the corpus's own.
    fn report(&self, truth: &Truth, changed: Option<(usize, i64)>) -> Truth {
        let mut truth = truth.clone();
        truth.prose.sections[0] = vec![
            "（一）主动公开。全年通过政府网站公开信息1200条。".to_owned(),
            format!("（二）依申请公开。{}", self.text(changed)),
        ];
        truth.prose.sections[2] = Vec::new();
        truth
    }
}

fn holds(condition: &str, truth: &Truth) -> bool {
    condition.split_whitespace().all(|word| match word {
        "2019" => truth.edition == Edition::Y2019,
        "2021" => truth.edition == Edition::Y2021,
        "GOV" => truth.organ.kind == IssuerKind::Government,
        _ => match (word.split_once('='), word.split_once('>')) {
            (Some((letters, number)), _) => quantity(letters, truth).to_string() == number,
            (_, Some((letters, number))) => quantity(letters, truth) > number.parse().expect("a number"),
            _ => panic!("no such condition: {word}"),
        },
    })
}

fn quantity(letters: &str, truth: &Truth) -> i64 {
    use RequestRow::*;
    let values: &Values = &truth.values;
    let row = |row| count(values, Cell::Request(row, Applicant::Total));
    let group = |group| group_sum(values, truth.edition, group, Applicant::Total);
    let of = |rows: &[RequestRow], column| {
        rows.iter().map(|row| count(values, Cell::Request(*row, column))).sum::<i64>()
    };
    let track = |track, column| count(values, Cell::Dispute(track, column));
    let suits = |column| track(Track::SuitDirect, column) + track(Track::SuitAfterReconsideration, column);
    let item = |item, field| count(values, Cell::Proactive(item, field));
    let natural = Applicant::NaturalPerson;
    match letters {
        "N" | "收" => row(NewReceived),
        "I" => row(CarriedIn),
        "A" => row(NewReceived) + row(CarriedIn),
        "T" | "办" => row(OutcomeTotal),
        "O" => row(CarriedOut),
        "G" => row(Granted),
        "P" => row(PartiallyGranted),
        "GP" => row(Granted) + row(PartiallyGranted),
        "D" => group(OutcomeGroup::Denied),
        "U" => group(OutcomeGroup::Unable),
        "R" => group(OutcomeGroup::Rejected),
        "X" => group(OutcomeGroup::Other),
        "DUR" => group(OutcomeGroup::Denied) + group(OutcomeGroup::Unable) + group(OutcomeGroup::Rejected),
        "NP" => of(&[NewReceived], natural),
        "NPA" => of(&[NewReceived, CarriedIn], natural),
        "LG" => row(NewReceived) - of(&[NewReceived], natural),
        "LGA" => row(NewReceived) + row(CarriedIn) - of(&[NewReceived, CarriedIn], natural),
        "NH" | "不在" => row(UnableNotHeld),
        "DUP" => row(RejectedDuplicate),
        "PET" => row(RejectedPetition),
        "IA" => row(DeniedInternalAffairs),
        "PI" => row(DeniedProcessInformation),
        "MAKE" => row(UnableNeedsCreation),
        "V" => track(Track::Reconsideration, DisputeOutcome::Total),
        "VU" => track(Track::Reconsideration, DisputeOutcome::Upheld),
        "VC" => track(Track::Reconsideration, DisputeOutcome::Corrected),
        "VO" => track(Track::Reconsideration, DisputeOutcome::Other),
        "VP" => track(Track::Reconsideration, DisputeOutcome::Pending),
        "S" => suits(DisputeOutcome::Total),
        "SU" => suits(DisputeOutcome::Upheld),
        "S1" => track(Track::SuitDirect, DisputeOutcome::Total),
        "S2" => track(Track::SuitAfterReconsideration, DisputeOutcome::Total),
        "FI" => item(Item::NormativeDocuments, ItemField::Issued),
        "FR" => item(Item::NormativeDocuments, ItemField::Repealed),
        "FF" => item(Item::NormativeDocuments, ItemField::InForce),
        "FM" => item(Item::NormativeDocuments, ItemField::NewlyMade),
        "FD" => item(Item::NormativeDocuments, ItemField::NewlyDisclosed),
        "LIC" => item(Item::Licences, ItemField::Decisions),
        "PEN" => item(Item::Penalties, ItemField::Decisions),
        "COM" => item(Item::Compulsion, ItemField::Decisions),
        "LIC上" => item(Item::Licences, ItemField::PriorItems),
        "PEN上" => item(Item::Penalties, ItemField::PriorItems),
        "COM上" => item(Item::Compulsion, ItemField::PriorItems),
        _ => panic!("no such letters: {letters}"),
    }
}

const RECEIVED: &[(&str, &str)] = &[
    ("N>0", "{Y}年，{我}共接收政府信息公开申请{N}件，比上年增加{?30}件。"),
    ("N>0", "本年度共登记依申请公开件{N}件。"),
    ("A>0", "{全}全年新收依申请公开{N}件，上年度结转{I}件，已办结{T}件，{O}件转入下年度继续办理。"),
    (
        "A>0",
        "新受理政府信息公开申请{N}件，加上{Y-1}年结转的{I}件，合计{A}件；年内办结{T}件，尚有{O}件未办结。",
    ),
    (
        "I>0",
        "{全}共受理政府信息公开申请{A}件，其中{Y-1}年结转{I}件，截至12月31日办结{T}件，结转{Y+1}年{O}件。",
    ),
    ("I>0", "共受理信息公开申请{A}件（包括上一年度结转申请{I}件），按期答复{T}件，{O}件结转次年办理。"),
    ("A>0", "全年共处理政府信息公开申请{办}件。"),
    ("N>0 I=0 O=0", "收到{N}件政府信息公开申请，均在法定时限内办结答复。"),
    ("N>0", "通过网络、信函、当面等多种渠道收到政府信息公开申请{N}件，同比下降{?60}%。"),
    ("N>0", "{Y}年度收到依申请公开政府信息申请{N}件，其中公民{NP}件，法人和其他组织{LG}件。"),
    ("N>0", "全年收到申请{N}件。按申请人分，自然人申请{NP}件，法人或者其他组织申请{LG}件。"),
    ("N>0 O>0", "受理政府信息公开申请{N}件，其中{O}件正在办理。"),
    ("N>0", "依申请公开申请量为{N}件，上年结转量为{I}件，办结量为{T}件。"),
    ("N>0", "政府信息公开申请总数{N}件，结转下一年度办理{O}件。"),
    ("N=0 I=0", "{我}全年未收到依申请公开政府信息的申请。"),
];

const OUTCOMES: &[(&str, &str)] = &[
    (
        "T>0",
        "答复结果如下：予以公开{G}件；部分公开{P}件；不予公开{D}件；无法提供{U}件；不予处理{R}件；其他处理{X}件。",
    ),
    (
        "T>0",
        "其中，{G}件予以公开，{P}件部分公开，{D}件不予公开，{U}件无法提供，{R}件不予处理，{X}件作其他处理。",
    ),
    (
        "T>0",
        "答复的{T}件申请中，属于予以公开的{G}件，属于部分公开的{P}件，属于不予公开的{D}件，属于无法提供的{U}件。",
    ),
    (
        "T>0",
        "办理结果中，予以公开（含部分公开）{GP}件，不予公开、无法提供和不予处理共{DUR}件，其他处理{X}件。",
    ),
    ("T>0", "依申请公开答复中，予以公开、部分公开、不予公开分别为{G}件、{P}件、{D}件。"),
    (
        "T>0",
        "在依法作出的{T}件答复中，“予以公开”{G}件、“部分公开”{P}件、“不予公开”{D}件、“无法提供”{U}件、“不予处理”{R}件、“其他处理”{X}件。",
    ),
    ("NH>0", "因本机关不掌握相关政府信息，无法提供{NH}件。"),
    ("PET>0 DUP>0", "不予处理{R}件，其中信访举报投诉类申请{PET}件，重复申请{DUP}件。"),
    ("IA>0", "不予公开{D}件，其中属于三类内部事务信息的{IA}件。"),
    ("PI>0", "属于四类过程性信息不予公开{PI}件，没有现成信息需要另行制作的{MAKE}件。"),
];

const TRAPS: &[(&str, &str)] = &[
    ("", "其中通过政务服务网提交的申请占{?90}%，平均办理用时{?19}个工作日。"),
    ("", "12345热线受理群众诉求{?9000}件，办结{?9000}件，正在办理{?90}件。"),
    ("", "对{?900}件公文开展公开属性认定，其中主动公开{?500}件、依申请公开{?90}件、不予公开{?90}件。"),
    ("", "县长信箱办理来信{?300}件，答复{?300}件。"),
    ("", "政务大厅受理各类行政许可申请{?9000}件，办结{?9000}件，予以许可{?9000}件。"),
    ("", "受理住房保障申请{?300}件，办结{?300}件，其中予以公开名单{?300}件。"),
    ("", "办理人大代表建议{?60}件、政协提案{?60}件，均已答复。"),
    ("", "{Y-1}年共收到申请{?900}件，办结{?900}件，不予公开{?90}件。"),
    ("", "{Y}年上半年收到申请{?90}件，答复{?90}件；三季度收到申请{?90}件。"),
    ("", "申请内容主要涉及征地拆迁{?90}件、城乡规划{?90}件、户籍管理{?90}件。"),
    ("", "延期答复申请{?20}件，出具补正告知书{?20}份，转办申请{?20}件，申请人撤回{?20}件。"),
    ("", "接待现场查阅{?300}余人次，接听咨询电话近{?300}次，寄送答复邮件约{?300}封。"),
    ("GOV", "县财政局、县教育局分别收到政府信息公开申请{?90}件、{?90}件。"),
    ("GOV", "{我}政府办公室收到申请{?90}件，办结{?90}件，予以公开{?90}件。"),
    ("", "未收到涉及国家秘密的申请，未发生因答复超期被投诉的情形，上半年未收到申请。"),
    ("", "指导下属单位办理政府信息公开申请{?90}件，协助上级机关答复申请{?90}件。"),
    ("", "近三年累计收到政府信息公开申请{?900}件，每件平均答复时间{?19}天。"),
];

const DISPUTES: &[(&str, &str)] = &[
    ("V>0", "全年因政府信息公开被提起行政复议{V}件，被提起行政诉讼{S}件。"),
    (
        "V>0",
        "政府信息公开行政复议案件{V}件，其中结果维持{VU}件，结果纠正{VC}件，其他结果{VO}件，尚未审结{VP}件。",
    ),
    ("S>0", "涉及政府信息公开的行政诉讼{S}件，其中未经复议直接起诉{S1}件，复议后起诉{S2}件。"),
    ("V>0 S>0", "政府信息公开类行政复议和行政诉讼分别为{V}件和{S}件。"),
    ("V=0 S=0", "没有发生因政府信息公开引发的行政复议和行政诉讼案件。"),
    ("", "作为复议机关，全年受理行政复议案件{?900}件，审结{?900}件，维持{?900}件。"),
];

const DOCUMENTS: &[(&str, &str)] = &[
    ("2021", "全年印发行政规范性文件{FI}件，宣布废止{FR}件，目前有效{FF}件。"),
    (
        "2021",
        "{Y}年，制定出台行政规范性文件{FI}件，废止行政规范性文件{FR}件，截至年底现行有效行政规范性文件{FF}件。",
    ),
    ("2019", "全年新制作规范性文件{FM}件，新公开{FD}件。"),
    ("2021", "作出行政许可决定{LIC}件、行政处罚决定{PEN}件、行政强制决定{COM}件。"),
    (
        "",
        "清理规范性文件{?90}件，备案审查规范性文件{?90}件，解读规范性文件{?90}件，公示行政许可信息{?900}条。",
    ),
];

#[expect(clippy::disallowed_methods, reason = "the length of a run is the caller's to say")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
