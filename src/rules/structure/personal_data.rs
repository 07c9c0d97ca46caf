//! S25: personal data in the text.

use crate::document::Place;
use crate::language::{Sentence, Text};
use crate::number::digit;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity, prose};
use crate::sorted::Listed;

/// *What it checks*: no identity-card number with a valid check digit and no mobile number stands in the text; a
/// number given as the organ's own contact is none.
///
/// *Why*: a published report is read by everyone.
///
/// *Basis*: Article 15 of the Regulation and the Personal Information Protection Law.
///
/// *Passes*: a contact number. *Fails*: an applicant's mobile number.
pub const PERSONAL_DATA: Rule = Rule {
    code: "S25",
    name: "personal-data",
    family: Family::Structure,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文中有身份证号或手机号码",
        en: "An identity-card or mobile number stands in the text",
    },
    why: Text {
        zh: "年度报告向社会公开，个人信息一旦公开难以收回。",
        en: "The report is public, and personal data cannot be taken back.",
    },
    basis: Text {
        zh: "《中华人民共和国政府信息公开条例》第十五条、《中华人民共和国个人信息保护法》",
        en: "Article 15 of the Regulation and the Personal Information Protection Law",
    },
    message: Text {
        zh: "正文里像是有个人信息：{numbers}。",
        en: "The text seems to hold personal data: {numbers}.",
    },
    hint: Text {
        zh: "核对后删去或遮盖；单位对外的联系电话可以保留。",
        en: "Check, and take it out or veil it; the organ's own contact number may stay.",
    },
    passes: Example {
        text: Text { zh: "单位的联系电话。", en: "The organ's contact number." },
        case: "preamble + 联系电话：13800138000。",
    },
    fails: Example {
        text: Text { zh: "申请人的手机号码。", en: "An applicant's mobile number." },
        case: "text overview + 申请人13800138000来电撤回申请。",
    },
    check: Check::Custom(check),
};

const IDENTITY_CARD: Text = Text { zh: "身份证号 {veiled}", en: "identity card {veiled}" };
const MOBILE: Text = Text { zh: "手机号码 {veiled}", en: "mobile number {veiled}" };

/// A number after these words is the organ's own.
const CONTACT: [&str; 9] =
    ["联系电话", "联系方式", "咨询电话", "电话", "传真", "热线", "手机号", "联系人", "微信"];

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &PERSONAL_DATA;
    let found: Vec<(Sentence, Place)> = prose::paragraphs(facts)
        .into_iter()
        .flat_map(|paragraph| {
            let place = paragraph.place;
            numbers(paragraph.text).into_iter().map(move |number| (number, place))
        })
        .listed();
    let finding = found.first().map(|(_, place)| {
        let numbers = Sentence::list(found.iter().map(|(number, _)| number.clone()));
        Finding::of(rule, rule.message.fill(&[("numbers", numbers)])).standing(Some(*place))
    });
    Outcome::whole(rule, finding)
}

/// The personal numbers of a text, veiled.
fn numbers(text: &str) -> Vec<Sentence> {
    let is_contact = prose::has_any(text, &CONTACT);
    let mut runs: Vec<String> = vec![String::new()];
    for character in text.chars() {
        let ended = match (digit(character), runs.last_mut()) {
            (Some(value), Some(run)) => {
                run.push(char::from(b'0' + value));
                false
            }
            (None, Some(run)) if run.len() == 17 && matches!(character, 'X' | 'x' | 'Ｘ') => {
                run.push('X');
                true
            }
            _ => true,
        };
        if ended {
            runs.push(String::new());
        }
    }
    let named = runs.iter().filter_map(|run| {
        if is_identity_card(run) {
            Some(IDENTITY_CARD.fill(&[("veiled", Sentence::same(veiled(run)))]))
        } else if !is_contact && is_mobile(run) {
            Some(MOBILE.fill(&[("veiled", Sentence::same(veiled(run)))]))
        } else {
            None
        }
    });
    named.listed()
}

/// Eleven digits that begin as mobile numbers do.
fn is_mobile(run: &str) -> bool {
    run.len() == 11 && run.starts_with('1') && matches!(run.as_bytes()[1], b'3'..=b'9')
}

/// Eighteen characters with a date of birth and a right check digit (GB 11643).
fn is_identity_card(run: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = run.as_bytes();
    if bytes.len() != 18 {
        return false;
    }
    let number = |from: usize, to: usize| run.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let born = matches!(number(6, 10), Some(1900..=2030))
        && matches!(number(10, 12), Some(1..=12))
        && matches!(number(12, 14), Some(1..=31));
    let digits = bytes[..17].iter().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    born && CHECKS[(sum % 11) as usize] == bytes[17]
}

/// The first three and the last two characters; the finding must not publish the number again.
fn veiled(run: &str) -> String {
    let stars = "*".repeat(run.len() - 5);
    format!("{}{stars}{}", &run[..3], &run[run.len() - 2..])
}
