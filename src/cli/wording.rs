//! Every sentence that the command line says itself, in both languages.

use super::arguments::{Topic, UsageError};
use crate::language::{Language, Sentence, Text};
use crate::rules::RULES;

/// What `gouji --version` prints.
pub(super) const VERSION: &str = concat!("gouji ", env!("CARGO_PKG_VERSION"), "\n");

/// How gouji, or one of its commands, is used.
pub(super) fn help(topic: Topic, language: Language) -> &'static str {
    let text = match topic {
        Topic::Gouji => Text { zh: GOUJI_ZH, en: GOUJI_EN },
        Topic::Check => Text { zh: CHECK_ZH, en: CHECK_EN },
        Topic::Rules => Text { zh: RULES_ZH, en: RULES_EN },
        Topic::Convert => Text { zh: CONVERT_ZH, en: CONVERT_EN },
    };
    text.get(language)
}

const GOUJI_ZH: &str = "\
gouji 勾稽：核对政府信息公开工作年度报告

用法：
  gouji check [选项] 文件|文件夹|-…     核对报告
  gouji rules [编号]                    列出全部规则，或一条规则的说明
  gouji convert 文件 --to json|csv|html|md
                                        输出读到的表格和单元格
  gouji help [命令]                     命令的说明（也可用 --help）

选项：
  --lang zh|en      输出语言，默认 zh
  -h, --help        显示说明
  -V, --version     显示版本
";
const GOUJI_EN: &str = "\
gouji checks annual reports on government information disclosure

Usage:
  gouji check [options] FILE|DIR|-…      check reports
  gouji rules [CODE]                     list all rules, or explain one
  gouji convert FILE --to json|csv|html|md
                                         write the tables and cells that were read
  gouji help [COMMAND]                   explain a command (or --help)

Options:
  --lang zh|en      language of the output; zh unless said otherwise
  -h, --help        show this
  -V, --version     show the version
";
const CHECK_ZH: &str = "\
核对报告：读取、识别、逐条检查

用法：gouji check [选项] 文件|文件夹|-…

  文件夹按路径逐个读取（跳过隐藏文件和不认识的格式）；- 表示标准输入。
  同一机关几年的报告一起给出时，自动核对年度之间的衔接。
  结果写到标准输出，进度写到标准错误。

选项：
  --format text|json|jsonl|sarif|csv|markdown    输出格式，默认 text
  --lang zh|en                                   输出语言，默认 zh
  --deny error|warning                           从哪一级起退出码为 1，默认 error
  --settings 文件                                设置文件（JSON）：改规则级别、停用规则、豁免发现
  --roll-up 汇总报告                             其余文件是它的全部下级单位：核对每一格是否等于各单位之和
  -h, --help                                     显示说明

退出码：
  0  没有达到 --deny 级别的问题
  1  有达到 --deny 级别的问题
  2  有文件读不了或不是年度报告，或命令用法有误（优先于 1）
";
const CHECK_EN: &str = "\
Check reports: read, recognise, test rule by rule

Usage: gouji check [options] FILE|DIR|-…

  A folder is walked by path (hidden files and formats that gouji does not read
  are passed over); - is standard input. Reports of one organ for several years
  are held against one another without being asked.
  Results go to standard output, progress to standard error.

Options:
  --format text|json|jsonl|sarif|csv|markdown    output format; text unless said otherwise
  --lang zh|en                                   language of the output; zh unless said otherwise
  --deny error|warning                           the severity from which the exit status is 1;
                                                 error unless said otherwise
  --settings FILE                                settings (JSON): severities of rules, rules switched
                                                 off, findings waived with a reason
  --roll-up PARENT                               the other files are all that PARENT adds up:
                                                 every cell is held against their sum
  -h, --help                                     show this

Exit status:
  0  nothing at or above --deny
  1  something at or above --deny
  2  an input that could not be read or is no such report, or wrong usage (wins over 1)
";
const RULES_ZH: &str = "\
列出全部规则，或一条规则的说明

用法：gouji rules [--lang zh|en] [编号]

例：gouji rules R01
";
const RULES_EN: &str = "\
List all rules, or explain one

Usage: gouji rules [--lang zh|en] [CODE]

Example: gouji rules R01 --lang en
";
const CONVERT_ZH: &str = "\
把读到的表格和单元格写到标准输出

用法：gouji convert 文件|- --to json|csv|html|md [--lang zh|en]
      gouji convert --roll-up 文件|文件夹|-… --to json|csv|html|md

  --roll-up：把所列报告逐格相加，输出合计的表二、表三、表四；
  读不出、年度不同或缺表的报告会写明，退出码为 2（读不出）或 1

  json  文档的标题、段落、表格（含合并单元格），和其中认出的报告与单元格
  csv   表格的每一格一行，认出的单元格带名称、数值和状态
  html  标题、段落、表格的网页，合并单元格不变，认出的单元格带名称
  md    同样的内容，Markdown 格式
";
const CONVERT_EN: &str = "\
Write the tables and cells that were read to standard output

Usage: gouji convert FILE|- --to json|csv|html|md [--lang zh|en]
       gouji convert --roll-up FILE|DIR|-… --to json|csv|html|md

  --roll-up: add the reports up cell by cell and write tables 2, 3 and 4 of the sums;
  reports that cannot be read, are of another year or lack a table are named, and the
  exit status is 2 (unread) or 1

  json  headings, paragraphs and tables (spans included), with the report and the cells found in them
  csv   one line a square of every table; recognised cells carry name, value and state
  html  a page with headings, paragraphs and tables, spans kept; recognised cells carry their name
  md    the same as Markdown
";

/// A complaint about the command's words, with the way out.
pub(super) fn usage_error(error: &UsageError, language: Language) -> String {
    let (sentence, topic) = match language {
        Language::Zh => usage_error_zh(error),
        Language::En => usage_error_en(error),
    };
    match language {
        Language::Zh => format!("gouji: {sentence}\n用法见 gouji {topic}--help"),
        Language::En => format!("gouji: {sentence}\nSee gouji {topic}--help --lang en"),
    }
}

fn usage_error_zh(error: &UsageError) -> (String, &'static str) {
    match error {
        UsageError::NoCommand => ("没有说要做什么".to_owned(), ""),
        UsageError::UnknownCommand(word) if word.contains(['.', '/', '\\']) => {
            (format!("“{word}”不是命令；核对文件请用 gouji check {word}"), "")
        }
        UsageError::UnknownCommand(word) => {
            (format!("没有“{word}”这个命令；有的是 check、rules、convert、help"), "")
        }
        UsageError::UnknownOption(option) => (format!("不认识的选项 {option}"), ""),
        UsageError::ValueMissing(option) => (format!("{option} 后面缺少取值"), ""),
        UsageError::ValueUnwanted(value) => (format!("这个选项不带取值，多了“{value}”"), ""),
        UsageError::UnknownValue { option, value, allowed } => {
            (format!("{option} 不能是“{value}”，只能是 {}", allowed.join("、")), "")
        }
        UsageError::NoInput => ("没有指定文件".to_owned(), ""),
        UsageError::Surplus(word) => (format!("多了“{word}”"), ""),
        UsageError::OptionMissing(option) => (format!("缺少 {option}"), ""),
        UsageError::StandardInputTwice => ("标准输入（-）只能用一次".to_owned(), ""),
        UsageError::UnknownRule(code) => (
            match nearest_rule(code) {
                Some(nearest) => format!("没有编号为“{code}”的规则；是不是 {nearest}？"),
                None => format!("没有编号为“{code}”的规则"),
            },
            "rules ",
        ),
    }
}

fn usage_error_en(error: &UsageError) -> (String, &'static str) {
    match error {
        UsageError::NoCommand => ("nothing was asked".to_owned(), ""),
        UsageError::UnknownCommand(word) if word.contains(['.', '/', '\\']) => {
            (format!("'{word}' is no command; to check a file: gouji check {word}"), "")
        }
        UsageError::UnknownCommand(word) => {
            (format!("there is no command '{word}'; there are check, rules, convert and help"), "")
        }
        UsageError::UnknownOption(option) => (format!("unknown option {option}"), ""),
        UsageError::ValueMissing(option) => (format!("{option} needs a value"), ""),
        UsageError::ValueUnwanted(value) => (format!("this option takes no value, not '{value}'"), ""),
        UsageError::UnknownValue { option, value, allowed } => {
            (format!("{option} cannot be '{value}'; it is one of {}", allowed.join(", ")), "")
        }
        UsageError::NoInput => ("no file was named".to_owned(), ""),
        UsageError::Surplus(word) => (format!("'{word}' is too much"), ""),
        UsageError::OptionMissing(option) => (format!("{option} is missing"), ""),
        UsageError::StandardInputTwice => ("standard input (-) can be named once only".to_owned(), ""),
        UsageError::UnknownRule(code) => (
            match nearest_rule(code) {
                Some(nearest) => format!("there is no rule '{code}'; is it {nearest}?"),
                None => format!("there is no rule '{code}'"),
            },
            "rules ",
        ),
    }
}

/// The rule of that name, or whose code or name starts like it.
fn nearest_rule(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let start = |text: &str| !word.is_empty() && text.to_lowercase().starts_with(&word);
    let named = RULES.iter().find(|rule| rule.name == word);
    named.or_else(|| RULES.iter().find(|rule| start(rule.code) || start(rule.name))).map(|rule| rule.code)
}

/// Standard output that takes no more.
pub(super) fn unwritable(error: &std::io::Error, language: Language) -> String {
    match language {
        Language::Zh => format!("gouji: 写不出结果：{error}"),
        Language::En => format!("gouji: the result cannot be written: {error}"),
    }
}

/// Settings that cannot be used, and why.
pub(super) fn no_settings(name: &str, reason: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("gouji: 设置文件 {name} 不能用：{reason}"),
        Language::En => format!("gouji: the settings {name} cannot be used: {reason}"),
    }
}

/// Why a settings file cannot be opened.
pub(super) fn unopened_settings(language: Language) -> &'static str {
    Text { zh: "打不开", en: "it cannot be opened" }.get(language)
}

/// Waivers that no finding matched.
pub(super) fn unused_waivers(fingerprints: &[&str], language: Language) -> String {
    let list = fingerprints.join(if language == Language::Zh { "、" } else { ", " });
    match language {
        Language::Zh => format!("gouji: 设置中有 {} 条豁免没有对应的发现：{list}", fingerprints.len()),
        Language::En => {
            format!("gouji: {} waivers of the settings match no finding: {list}", fingerprints.len())
        }
    }
}

/// A file that cannot be converted, and why.
pub(super) fn unconverted(name: &str, reasons: Vec<String>, language: Language) -> String {
    let reasons = reasons.join(if language == Language::Zh { "；" } else { "; " });
    match language {
        Language::Zh => format!("gouji: 读不了 {name}：{reasons}"),
        Language::En => format!("gouji: {name} cannot be read: {reasons}"),
    }
}

/// A report that is not among the added ones, or not in every table.
pub(super) fn left_out(name: &str, reason: &Sentence, language: Language) -> String {
    match language {
        Language::Zh => format!("gouji: 没有汇入或没有全部汇入：{name}（{}）", reason.zh),
        Language::En => format!("gouji: not added up, or not in every table: {name} ({})", reason.en),
    }
}

/// A file that was converted although it is no annual report.
pub(super) fn no_report(name: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("gouji: {name} 里没有认出年度报告；只输出读到的文字和表格"),
        Language::En => {
            format!("gouji: no annual report was recognised in {name}; its text and tables are written")
        }
    }
}
