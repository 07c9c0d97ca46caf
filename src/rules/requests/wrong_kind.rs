//! R06: an application under the wrong kind of applicant.

use crate::language::Text;
use crate::rules::{Check, Editions, Example, Family, Rule, Severity};

/// *What it checks*: two columns of table 3 are off by the same number, one too many and one too few, while 总计 balances. Then the
/// diagnosis says so; the rule has no finding of its own, R01 to R03 have.
///
/// *Why*: an application was booked under one kind when it came in and under another when it was answered.
///
/// *Basis*: none; it is the likeliest way to the figures that are there.
///
/// *Passes*: nothing is off. *Fails*: a natural person's application counted under 其他.
pub const WRONG_KIND: Rule = Rule {
    code: "R06",
    name: "wrong-kind",
    family: Family::Requests,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "两类申请人一多一少，总计平衡：申请记错了类别",
        en: "Two kinds off by the same number, the total balanced: booked under the wrong kind",
    },
    why: Text {
        zh: "收到时记在一类申请人名下，办结时记在另一类名下，两栏一多一少而总计不变；改一个数比改两个数更像真相时，不这样解释。",
        en: "An application was booked under one kind when it came in and under another when it was answered: two columns are off and the total is not. Where one changed figure would do, that explains it better.",
    },
    basis: Text {
        zh: "对不成立的勾稽的解释，本身不是发现",
        en: "It explains sums that do not hold; it is no finding of its own",
    },
    message: Text {
        zh: "申请记错了申请人类别（R06）",
        en: "an application booked under the wrong kind of applicant (R06)",
    },
    hint: Text {
        zh: "对照登记台账，核对该件申请的申请人类别。",
        en: "See in the register which kind of applicant it was.",
    },
    passes: Example { text: Text { zh: "各栏平衡。", en: "Every column balances." }, case: "" },
    fails: Example {
        text: Text {
            zh: "新收中自然人少 1、其他多 1，总计平衡。",
            en: "One too few under natural persons, one too many under others, the total balanced.",
        },
        case: "requests.new_received.natural_person = 163\nrequests.new_received.other_org = 7",
    },
    check: Check::Explains,
};
