//! R07: figures in each other's place.

use crate::language::Text;
use crate::rules::{Check, Editions, Example, Family, Rule, Severity};

/// *What it checks*: two figures in each other's place would make every sum hold. Then the diagnosis says so; the rule has no
/// finding of its own, R01 to R03 have.
///
/// *Why*: copied into the next row or column, figures are right and stand wrong.
///
/// *Basis*: none; it is the likeliest way to the figures that are there.
///
/// *Passes*: nothing is off. *Fails*: the figures of two columns exchanged in one row.
pub const MISPLACED: Rule = Rule {
    code: "R07",
    name: "misplaced-figures",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "对调两格的数即全部成立：行或列错位",
        en: "Exchanged, two figures would make every sum hold: rows or columns out of place",
    },
    why: Text {
        zh: "誊写时错了一行或一列，数字本身是对的，只是位置不对；这时不应改数，应当移位。",
        en: "Copied into the next row or column, the figures are right and stand in the wrong place: they are to be moved, not changed.",
    },
    basis: Text {
        zh: "对不成立的勾稽的解释，本身不是发现",
        en: "It explains sums that do not hold; it is no finding of its own",
    },
    message: Text { zh: "两格的数对调（R07）", en: "the numbers of two cells exchanged (R07)" },
    hint: Text {
        zh: "对照底稿核对这两格的行和列。",
        en: "See in the records which row and column the two belong to.",
    },
    passes: Example { text: Text { zh: "各栏平衡。", en: "Every column balances." }, case: "" },
    fails: Example {
        text: Text {
            zh: "新收一行的自然人 164 与商业企业 31 对调。",
            en: "Natural persons' 164 and commercial enterprises' 31 exchanged in one row.",
        },
        case: "requests.new_received.natural_person = 31\nrequests.new_received.commercial_enterprise = 164",
    },
    check: Check::Explains,
};
