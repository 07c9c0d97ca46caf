//! Every sentence of the page, in both languages. The words of the first screen stand in index.html too, where
//! they do not wait for this program; a test holds the two together.

mod cell;
mod finding;
mod verdict;

pub use cell::{about_cell, cell_title, mark_words};
pub use finding::{change, claim_outcome, diagnosis_heading, difference, equation, figure};
pub use verdict::{Tone, check_counts, copied_findings, source_line, summary, understanding, verdict};

use crate::app::state::{Problem, Tab, Weight};
use crate::export::page::Statute;
use crate::language::{Language, Text};

// The frame.
pub const TITLE: Text =
    text("勾稽 · 政府信息公开工作年度报告校验", "gouji 勾稽 · checks annual disclosure reports");
pub const SKIP: Text = text("跳到正文", "Skip to the content");
pub const NAVIGATION: Text = text("主导航", "Main navigation");
pub const CHECK: Text = text("核对", "Check");
pub const RULES: Text = text("规则", "Rules");
pub const SEALED: Text = text("已封网 · 自检通过", "Network sealed · self-test passed");
pub const ELDER: Text = text("长辈模式", "Large type");
pub const OTHER_LANGUAGE: Text = text("English", "中文");
pub const KEYS: Text = text("快捷键", "Keys");

// The first screen.
pub const LEAD: Text = text(
    "拖入年度报告，几十项勾稽关系、单元格与结构当场核对；哪一格错了、应是多少，直接指出来。",
    "Drop in an annual report. Its sums, cells and structure are checked on the spot; what is wrong is pointed \
     out, with the figure it should be.",
);
pub const DROP_HERE: Text = text("把报告拖到这里，或直接粘贴", "Drop the report here, or just paste it");
pub const FORMATS: Text = text(
    "docx、Excel、PDF、OFD、网页、文本；从 Word、WPS、Excel 复制粘贴也可以",
    "docx, Excel, PDF, OFD, web pages, text; or paste from Word, WPS or Excel",
);
pub const CHOOSE_FILES: Text = text("选择文件", "Choose files");
pub const TYPE_TEXT: Text = text("粘贴文字", "Paste as text");
pub const SAMPLES: Text = text("样例", "Samples");
pub const LET_GO: Text = text("松手即核对", "Let go to check");

/// The three samples and the two empty forms: file, name in the address, heading, what it is.
pub const SAMPLE_LIST: [Sample; 5] = [
    Sample {
        name: "clean",
        file: "clean.html",
        heading: text("样例：全部成立", "Sample: all sums hold"),
        about: text("云陂县人民政府 2024，网页", "A county, 2024, web page"),
    },
    Sample {
        name: "broken",
        file: "broken.txt",
        heading: text("样例：两项不成立", "Sample: two sums do not hold"),
        about: text("青岭市人民政府 2024，文本", "A city, 2024, plain text"),
    },
    Sample {
        name: "messy",
        file: "messy.html",
        heading: text("样例：旧版格式、空格与脏标记", "Sample: old form, blanks, messy markup"),
        about: text("白水镇人民政府 2020，Word 另存的网页", "A town, 2020, saved from Word"),
    },
    Sample {
        name: "form-2021",
        file: "form-2021.html",
        heading: text("空白表：2021 版格式", "Empty form of 2021"),
        about: text(
            "从头填写，边填边核对，再复制回 Word",
            "Fill it in, checked as you type, then copy it back",
        ),
    },
    Sample {
        name: "form-2019",
        file: "form-2019.html",
        heading: text("空白表：2019 版格式", "Empty form of 2019"),
        about: text("2019、2020 年度的报告", "For the reports of 2019 and 2020"),
    },
];

/// What gouji promises: heading and sentence.
pub const PROMISES: [(Text, Text); 3] = [
    (
        text("不上传", "Nothing is uploaded"),
        text(
            "全程在您的浏览器里完成；读文件前先封网，并自检给您看。",
            "All of it happens in your browser. Before a file is read the page closes itself to the network, and \
             tests that it did.",
        ),
    ),
    (
        text("不误伤", "No false alarms"),
        text(
            "只有算术上不可能成立的才叫错；拿不准的写明“请核对”，读不清的不装作通过。",
            "Only what arithmetic rules out is called wrong. Doubtful cases say “please check”; what could not be \
             read never passes.",
        ),
    ),
    (
        text("说得清", "Every finding explains itself"),
        text(
            "每一项都写出算式、出处与改法；点一下就到那一格。",
            "Each shows its equation, its legal ground and what to do; one click leads to the cell.",
        ),
    ),
];

// Work in progress.
pub const CHECKING: Text = text("正在核对……", "Checking…");
pub const ENGINE_STARTING: Text =
    text("引擎载入中，载入完毕即开始核对", "The engine is loading; the check starts at once when it has");
pub const CANCEL: Text = text("取消", "Cancel");
pub const CANCELLED: Text = text("已取消", "Cancelled");
pub const CLEARED: Text = text("已全部清除", "Everything was cleared");
pub const CLEAR_ALL: Text = text("全部清除", "Clear all");
pub const SOURCES: Text = text("已打开的报告", "Open reports");
pub const PASTED: Text = text("粘贴的内容", "Pasted content");

// The text area.
pub const DRAFT_LABEL: Text = text("报告文字（可编辑）", "Text of the report (editable)");
pub const DRAFT_CHECK: Text = text("核对这段文字", "Check this text");
pub const DRAFT_EDIT: Text = text("编辑文字", "Edit the text");
pub const DRAFT_CLOSE: Text = text("收起", "Close");
pub const DRAFT_HINT: Text = text(
    "从 Word、WPS、Excel 或网页复制表格，粘贴到这里时会连同表格结构一起核对。",
    "Tables copied from Word, WPS, Excel or a web page keep their structure when pasted here.",
);

// The result.
pub const RETRY: Text = text("重试", "Try again");
pub const ANOTHER: Text = text("再核对一份", "Check another");
pub const EXPORT: Text = text("导出", "Export");
pub const COPY: Text = text("复制核对结果", "Copy the findings");
pub const COPY_TABLES: Text = text("复制三张表", "Copy the three tables");
pub const ADOPT: Text = text("采用此改动", "Make this change");
pub const UNDO: Text = text("撤销", "Undo");
pub const REDO: Text = text("重做", "Redo");
pub const COPIED: Text = text("已复制到剪贴板", "Copied to the clipboard");
pub const NOT_COPIED: Text =
    text("浏览器不允许复制，请手动选择文字", "The browser does not allow copying; please select the text");
pub const SAVE_JSON: Text = text("下载 JSON（全部结果）", "Download JSON (everything)");
pub const SAVE_CSV: Text = text("下载 CSV（核对发现）", "Download CSV (findings)");
pub const PRINT: Text = text("打印核对单", "Print a check sheet");
pub const PARTS: Text = text("报告的各部分", "Parts of the report");
pub const FINDINGS: Text = text("核对发现", "Findings");
pub const NO_FINDINGS: Text = text("没有发现问题。", "Nothing was found.");
pub const SEARCH: Text = text("在发现中查找", "Search the findings");
pub const NO_MATCH: Text = text("没有相符的发现。", "No finding matches.");
pub const SHOW_IN_TABLE: Text = text("在表中查看", "Show in the table");
pub const HINT: Text = text("怎么办", "What to do");
pub const BASIS: Text = text("依据", "Basis");
pub const ABOUT_RULE: Text = text("规则说明", "About the rule");
pub const READING_FIRST: Text = text(
    "算式中有按位置认出的单元格：请先核对识别结果",
    "A cell of this equation was read by its position: check the reading first",
);
pub const OTHER_CHANGES: Text = text("同样小的其他改动", "Other changes as small");
pub const CLAIMS: Text = text("正文中的数字", "Figures of the text");
pub const NO_TABLE: Text = text(
    "文中没有认出这张表；下面是格式规定的样子。",
    "This table was not recognised in the document; below is what the form prescribes.",
);
pub const BLANK: Text = text("空白", "blank");
pub const MORE_ROWS: Text = text("显示其余各行", "Show the other rows");
pub const DATA_TABLE: Text = text("数据表", "Data table");
pub const PICTURE_KEYS: Text =
    text("按方向键逐个查看图中各部分。", "Arrow keys go through the parts of the picture.");
pub const LEGEND: [(&str, Text); 6] = [
    ("held", text("已勾对", "reconciled")),
    ("suspect", text("疑误", "suspect")),
    ("possible", text("可能有误", "possibly wrong")),
    ("broken", text("不成立", "does not hold")),
    ("undecided", text("无法判定", "undecided")),
    ("amended", text("已改动", "changed by hand")),
];

// The rules.
pub const RULES_LEAD: Text = text(
    "每一条规则查什么、为什么、依据什么、怎么办。“错误”只用于算术上或格式上不可能成立的情形。",
    "What each rule checks, why, on what ground, and what to do. “Error” is kept for what cannot be true.",
);
pub const RULES_LOADING: Text = text("规则载入中……", "Loading the rules…");
pub const WHY: Text = text("为什么", "Why");
pub const ONLY_2019: Text = text("仅 2019 版格式", "2019 form only");
pub const ONLY_2021: Text = text("仅 2021 版格式", "2021 form only");

// The keys.
pub const CLOSE: Text = text("关闭", "Close");
pub const KEYS_ON: Text = text("启用单键快捷键（n、p、j、k、?）", "Single keys are on (n, p, j, k, ?)");
pub const KEY_LIST: [(&str, Text); 10] = [
    ("n  j", text("下一项发现", "Next finding")),
    ("p  k", text("上一项发现", "Previous finding")),
    ("↑ ↓ ← →", text("在表格、图和标签之间移动", "Move within a table, a picture or the tabs")),
    ("Enter  F2", text("修改这一格（也可直接键入数字）", "Change a cell (or just type a figure)")),
    ("Space", text("看这一格的发现", "Show the findings of a cell")),
    ("Tab", text("改完，到下一格", "Done with a cell, on to the next")),
    ("Ctrl V", text("从这一格起粘贴整行、整块数字", "Paste rows or blocks of figures from a cell on")),
    ("Ctrl Z  Ctrl Y", text("撤销、重做", "Undo, redo")),
    ("Esc", text("放弃修改、取消点亮、关闭本窗", "Give up a change, put out the light, close this sheet")),
    ("?", text("打开本窗", "Open this sheet")),
];

/// A sample report.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its name in the address: `?sample=clean`.
    pub name: &'static str,
    /// Its file's name.
    pub file: &'static str,
    /// Its heading on the first screen.
    pub heading: Text,
    /// What it is.
    pub about: Text,
}

/// A tab's words.
pub const fn tab(tab: Tab) -> Text {
    match tab {
        Tab::Original => text("原文", "Document"),
        Tab::Sheet(Statute::Proactive) => text("表二 主动公开", "Table 2 Disclosed"),
        Tab::Sheet(Statute::Requests) => text("表三 申请办理", "Table 3 Requests"),
        Tab::Sheet(Statute::Disputes) => text("表四 复议诉讼", "Table 4 Disputes"),
    }
}

/// The heading over the findings of a weight.
pub const fn weight(weight: Weight) -> Text {
    match weight {
        Weight::Error => text("不成立", "Does not hold"),
        Weight::Warning => text("请核对", "Please check"),
        Weight::Info => text("提示", "Worth knowing"),
    }
}

/// A rule's severity in one word.
pub const fn severity(weight: Weight) -> Text {
    match weight {
        Weight::Error => text("错误", "Error"),
        Weight::Warning => text("请核对", "Please check"),
        Weight::Info => text("提示", "Note"),
    }
}

/// A family of rules, by the first letter of its codes.
pub const fn family(letter: char) -> Text {
    match letter {
        'S' => text("结构与文档", "Structure and document"),
        'C' => text("单元格", "Cells"),
        'R' => text("申请办理（表三）", "Requests (table 3)"),
        'D' => text("复议诉讼（表四）", "Disputes (table 4)"),
        'P' => text("主动公开（表二）", "Proactive disclosure (table 2)"),
        'N' => text("正文与表格", "Text and tables"),
        'Y' => text("今年与去年", "Year against year"),
        'A' => text("汇总", "Aggregation"),
        _ => text("识别", "The reading"),
    }
}

/// What went wrong with a source, and what to do.
pub const fn problem(problem: Problem) -> (Text, Text) {
    match problem {
        Problem::Unreadable => (
            text("文件读不出来", "The file could not be read"),
            text(
                "它可能已被移动、改名，或在打开后又改动过。请重新拖入。",
                "It may have been moved, renamed or changed since. Please drop it in again.",
            ),
        ),
        Problem::TooLarge => (
            text("文件太大", "The file is too large"),
            text(
                "最多读取 64 MB。可以只复制年报正文与三张表，再粘贴。",
                "At most 64 MB are read. Try to copy and paste only the report and its three tables.",
            ),
        ),
        Problem::Engine => (
            text("核对时出了意外", "Something went wrong during the check"),
            text(
                "引擎已重新启动，其他报告不受影响。可以再试一次；仍然如此，请把内容复制后粘贴。",
                "The engine was started anew; other reports are not affected. Try again, or copy and paste the \
                 content.",
            ),
        ),
        Problem::Time => (
            text("用时过长，已停下", "It took too long and was stopped"),
            text(
                "文件可能过大或已损坏。可以只复制年报正文与三张表，再粘贴。",
                "The file may be too large or damaged. Try to copy and paste only the report and its three tables.",
            ),
        ),
        Problem::Cancelled => (
            text("已取消", "Cancelled"),
            text("没有核对完，因此没有结论。", "The check was not finished, so there is no verdict."),
        ),
    }
}

/// The engine cannot be had.
pub const NO_ENGINE: (Text, Text) = (
    text("引擎没有载入", "The engine could not be loaded"),
    text(
        "请刷新本页；仍然如此，请换用较新的浏览器，或切换到极速模式。",
        "Please reload the page; if that does not help, use a newer browser.",
    ),
);

/// What stands between a word and its explanation.
pub const fn colon(language: Language) -> &'static str {
    match language {
        Language::Zh => "：",
        Language::En => ": ",
    }
}

/// How figures are changed, or how many were.
pub fn amended(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Zh, 0) => "双击单元格或直接键入即可修改；可粘贴整行、整块数字".to_owned(),
        (Language::En, 0) => {
            "Double-click a cell or just type to change it; rows and blocks can be pasted".to_owned()
        }
        (Language::Zh, _) => format!("已改 {count} 处，原值划去；结论按改后的数字"),
        (Language::En, 1) => {
            "1 cell changed, the original struck out; the verdict is on the changed figures".to_owned()
        }
        (Language::En, _) => {
            format!("{count} cells changed, the originals struck out; the verdict is on the changed figures")
        }
    }
}

/// The sums that a change would mend.
pub fn broken_sums(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Zh, _) => format!("不成立的 {count} 项勾稽"),
        (Language::En, 1) => "The sum that does not hold".to_owned(),
        (Language::En, _) => format!("The {count} sums that do not hold"),
    }
}

/// How far the work is: `正在核对 a.html（第 2 份，共 5 份）`.
pub fn working(name: &str, number: usize, count: usize, language: Language) -> String {
    let name = if name.is_empty() { PASTED.get(language) } else { name };
    match (language, count) {
        (Language::Zh, 1) => format!("正在核对 {name}"),
        (Language::En, 1) => format!("Checking {name}"),
        (Language::Zh, _) => format!("正在核对 {name}（第 {number} 份，共 {count} 份）"),
        (Language::En, _) => format!("Checking {name} ({number} of {count})"),
    }
}

/// The heading of the first screen in three parts, the second in vermilion.
pub const fn headline(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::Zh => ("政府信息公开年报，", "勾", "对清楚再发布"),
        Language::En => ("Annual disclosure reports, ", "checked", " before they are published"),
    }
}

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

#[cfg(test)]
mod tests;
