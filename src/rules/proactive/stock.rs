//! P01: what was issued is in force or repealed.

use crate::language::Text;
use crate::report::form::{Edition, Item, ItemField};
use crate::rules::{Check, Editions, Example, Family, Order, Rule, Severity};

/// *What it checks*: issued ≤ in force + repealed, for rules and for normative documents.
///
/// *Why*: otherwise the stock before the year would be below nought.
///
/// *Basis*: the meaning of the three columns.
///
/// *Passes*: issued 5, repealed 2, in force 40. *Fails*: issued 5, repealed 0, in force 3.
pub const STOCK: Rule = Rule {
    code: "P01",
    name: "document-stock",
    family: Family::Proactive,
    severity: Severity::Warning,
    editions: Editions::Only(Edition::Y2021),
    title: Text {
        zh: "规章、行政规范性文件：本年制发 ≤ 现行有效 + 本年废止",
        en: "Rules and normative documents: issued ≤ in force + repealed",
    },
    why: Text {
        zh: "本年制发的文件到年底不是有效就是废止；制发数更大，等于年初的存量为负。",
        en: "What was issued in the year is in force at its end or was repealed; more than that would make the stock at its beginning negative.",
    },
    basis: Text {
        zh: "表二“本年制发件数”“本年废止件数”“现行有效件数”的含义",
        en: "The meaning of the columns issued, repealed and in force of table 2",
    },
    message: Text {
        zh: "「{at}」：{lesser}，大于{greater} = {expected}，多 {gap}（本年制发 {actual}）。",
        en: "“{at}”: {lesser} is more than {greater} = {expected}, by {gap} ({actual} issued).",
    },
    hint: Text {
        zh: "核对现行有效件数是否只填了本年的数；应填到年底为止全部有效的件数。",
        en: "Check whether only this year's documents were counted as in force; all that are in force at the year's end count.",
    },
    passes: Example {
        text: Text {
            zh: "制发 5、废止 2、现行有效 40。", en: "Issued 5, repealed 2, in force 40."
        },
        case: "",
    },
    fails: Example {
        text: Text { zh: "制发 5、废止 0、现行有效 3。", en: "Issued 5, repealed 0, in force 3." },
        case: "proactive.normative_documents.repealed = 0\nproactive.normative_documents.in_force = 3",
    },
    check: Check::Order(&[Order::Items {
        items: &[Item::Rules, Item::NormativeDocuments],
        lesser: &[ItemField::Issued],
        greater: &[ItemField::InForce, ItemField::Repealed],
    }]),
};
