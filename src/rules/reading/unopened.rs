//! E07: the file cannot be opened.

use crate::language::{Sentence, Text};
use crate::read::ReadError;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Rule, Severity};

/// *What it checks*: the file could be opened.
///
/// *Why*: what was not opened has not been checked.
///
/// *Basis*: the file.
///
/// *Passes*: a file that opens. *Fails*: one with a password.
pub const UNOPENED: Rule = Rule {
    code: "E07",
    name: "cannot-be-opened",
    family: Family::Reading,
    severity: Severity::Error,
    editions: Editions::Both,
    title: Text {
        zh: "文件打不开：加密、损坏或残缺",
        en: "The file cannot be opened: encrypted, damaged or cut",
    },
    why: Text {
        zh: "打不开就没有核对，不能说对或不对。",
        en: "What was not opened has not been checked: it is neither right nor wrong.",
    },
    basis: Text { zh: "文件本身", en: "The file itself" },
    message: Text { zh: "文件无法打开：{cause}。", en: "The file cannot be opened: {cause}." },
    hint: Text {
        zh: "去掉密码、换一份完好的文件，或另存为常用格式（docx、xlsx、pdf、html、txt）后再核对。",
        en: "Take off the password, take a good copy, or save it in a common format (docx, xlsx, pdf, html, txt).",
    },
    passes: Example { text: Text { zh: "文件正常打开。", en: "The file opens." }, case: "" },
    fails: Example {
        text: Text { zh: "文件有密码。", en: "The file has a password." },
        case: "unread encrypted",
    },
    check: Check::Custom(check),
};

const ENCRYPTED: Text = Text { zh: "文件有密码保护", en: "it is protected by a password" };
const DAMAGED: Text = Text { zh: "文件损坏或不完整", en: "it is damaged or incomplete" };
const TOO_LARGE: Text = Text { zh: "文件超过读取限制", en: "it is past a limit" };
const UNSUPPORTED: Text =
    Text { zh: "不支持的格式（{format}）", en: "its format is not supported ({format})" };
const MISSING: Text = Text { zh: "文件不存在", en: "there is no such file" };
const DENIED: Text = Text { zh: "没有读取权限", en: "reading it is not permitted" };
const FOLDER: Text = Text { zh: "这是文件夹，不是文件", en: "it is a folder, not a file" };
const EMPTY: Text =
    Text { zh: "文件夹里没有可读的文件", en: "the folder holds no file that can be read" };
const MODULE: Text = Text {
    zh: "读这种格式的程序没有载入，刷新页面后重试",
    en: "the part of gouji that reads this format was not loaded; reload the page and try again",
};
const FAULT: Text = Text { zh: "程序内部出错", en: "the program itself failed" };
const UNREADABLE: Text = Text { zh: "文件无法读取", en: "it cannot be read" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &UNOPENED;
    let cause: Sentence = match facts.unread {
        None => return Outcome::whole(rule, None),
        Some(ReadError::NoText) => return Outcome::not_applicable(rule),
        Some(ReadError::Encrypted) => ENCRYPTED.into(),
        Some(ReadError::Damaged(_)) => DAMAGED.into(),
        Some(ReadError::TooLarge(_)) => TOO_LARGE.into(),
        Some(ReadError::Unsupported(format)) => UNSUPPORTED.fill(&[("format", Sentence::same(format))]),
        Some(ReadError::Unopened("missing")) => MISSING.into(),
        Some(ReadError::Unopened("denied")) => DENIED.into(),
        Some(ReadError::Unopened("folder")) => FOLDER.into(),
        Some(ReadError::Unopened("empty")) => EMPTY.into(),
        Some(ReadError::Unopened("module")) => MODULE.into(),
        Some(ReadError::Unopened("fault")) => FAULT.into(),
        Some(ReadError::Unopened(_)) => UNREADABLE.into(),
    };
    Outcome::whole(rule, Some(Finding::of(rule, rule.message.fill(&[("cause", cause)]))))
}
