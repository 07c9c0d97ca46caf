//! The sentences that several rules share. What one rule says stands in the rule's own file.

use super::{Editions, Family, Severity};
use crate::language::{Sentence, Text};
use crate::report::form::{Cell, Edition};

/// The table of what was disclosed unasked.
pub(crate) const TABLE_2: Text = Text { zh: "表二", en: "Table 2" };

/// The table of requests.
pub(crate) const TABLE_3: Text = Text { zh: "表三", en: "Table 3" };

/// The table of reconsiderations and suits.
pub(crate) const TABLE_4: Text = Text { zh: "表四", en: "Table 4" };

/// Heads of a rule's page.
pub(crate) const FAMILY: Text = Text { zh: "类别", en: "Family" };
pub(crate) const SEVERITY: Text = Text { zh: "级别", en: "Severity" };
pub(crate) const EDITIONS: Text = Text { zh: "适用格式", en: "Forms" };
pub(crate) const WHY: Text = Text { zh: "为什么", en: "Why" };
pub(crate) const BASIS: Text = Text { zh: "依据", en: "Basis" };
pub(crate) const HINT: Text = Text { zh: "怎么办", en: "What to do" };
pub(crate) const PASSES: Text = Text { zh: "通过的例子", en: "Passes" };
pub(crate) const FAILS: Text = Text { zh: "不通过的例子", en: "Fails" };

/// A line of the facts on a rule's page.
pub(crate) const FACT: Text = Text { zh: "- {head}：{words}", en: "- {head}: {words}" };

/// A blank in an equation.
pub(crate) const BLANK_IN_EQUATION: &str = "□";

/// A blank in a sentence.
pub(crate) const BLANK: Text = Text { zh: "（空白）", en: "(blank)" };

/// A figure with its name.
pub(crate) const NAMED: Text = Text { zh: "{cell} {value}", en: "{cell} {value}" };

/// What is printed in a cell.
pub(crate) const AS_PRINTED: Text = Text { zh: "{cell}“{value}”", en: "{cell} “{value}”" };

/// Between the terms of a sum in a sentence.
pub(crate) const PLUS: Text = Text { zh: " + ", en: " + " };

/// The figure is larger than it should be.
pub(crate) const TOO_MANY: Text = Text { zh: "多", en: "too many" };

/// The figure is smaller than it should be.
pub(crate) const TOO_FEW: Text = Text { zh: "少", en: "too few" };

/// A blank total stands in the equation with the value that its parts give it.
pub(crate) const DERIVED: Text = Text {
    zh: "其中总计原为空白、按其他数字推算的有：{cells}。",
    en: "Blank totals that were worked out from other figures: {cells}.",
};

/// The value that would close the gap, where exactly one blank is involved.
pub(crate) const CLOSING: Text = Text {
    zh: "空白处「{cell}」按 0 计仍不相等；若应为 {value}，两边即相等。",
    en: "With the blank “{cell}” taken for 0 it still does not hold; with {value} there it would.",
};

/// Blanks were taken for nought and it still does not hold.
pub(crate) const EVEN_WITH_BLANKS_AS_ZERO: Text =
    Text { zh: "空白已按 0 计，仍不相等。", en: "It does not hold even with blanks taken for 0." };

/// What stands before a message where a cell was read by position or by guess.
pub(crate) const CHECK_THE_READING_FIRST: Text =
    Text { zh: "先核对识别结果：{message}", en: "Check the reading first: {message}" };

/// An operand is no number.
pub(crate) const UNREADABLE: Text = Text {
    zh: "「{cell}」不是可以读出的数字。",
    en: "“{cell}” holds no number that can be read.",
};

/// An operand was not found though its row and column stand.
pub(crate) const LOST: Text = Text {
    zh: "文件中没有找到「{cell}」这一格。",
    en: "The cell “{cell}” was not found in the document.",
};

/// No operand is printed.
pub(crate) const ALL_BLANK: Text = Text {
    zh: "有关各格全部空白，无从核对。",
    en: "Every cell involved is blank; there is nothing to check.",
};

/// The total is blank and cannot be worked out for certain.
pub(crate) const BLANK_TOTAL: Text = Text {
    zh: "总计为空白，组成它的数字也不全，无从核对。",
    en: "The total is blank, and the figures that make it up are not complete.",
};

/// An operand of an order is blank.
pub(crate) const BLANK_IN_ORDER: Text = Text {
    zh: "「{cell}」为空白，大小无从比较。",
    en: "“{cell}” is blank and cannot be compared.",
};

/// The numbers do not fit.
pub(crate) const TOO_LARGE: Text =
    Text { zh: "数字过大，无法相加。", en: "The numbers are too large to be added up." };

/// Blanks among the parts were taken for nought.
pub(crate) const BLANKS_AS_ZERO: Text =
    Text { zh: "组成部分中的空白按 0 计。", en: "Blank parts were taken for 0." };

/// A figure that cannot be worked out.
pub(crate) const NOT_TO_BE_KNOWN: Text = Text { zh: "（无法推算）", en: "(not to be worked out)" };

/// A cell whose value is not known.
pub(crate) const UNKNOWN: Text =
    Text { zh: "「{cell}」的值无从得知。", en: "The value of “{cell}” cannot be known." };

/// So many identities hold only with what a cell rule lists taken for nought.
pub(crate) const HOLDS_AS_ZERO: Text = Text {
    zh: "若按 0 计，有关的 {count} 项勾稽相等。",
    en: "Taken for 0, {count} identities that they take part in hold.",
};

/// The names of some cells, of which the first few are written out.
pub(crate) fn cells(cells: &[Cell]) -> Sentence {
    const WRITTEN_OUT: usize = 6;
    let names = Sentence::list(cells.iter().take(WRITTEN_OUT).map(|cell| cell.label()));
    if cells.len() <= WRITTEN_OUT {
        return names;
    }
    Text { zh: "{names} 等", en: "{names} and others" }.fill(&[("names", names)])
}

/// What stands behind a list that is not written out.
pub(crate) const MORE: Text = Text { zh: "等", en: "and others" };

/// Between the parts of a sentence.
pub(crate) const COMMA: Text = Text { zh: "，", en: ", " };

/// Between the parts of a sentence that have commas of their own.
pub(crate) const SEMICOLON: Text = Text { zh: "；", en: "; " };

/// Sentences one after another.
pub(crate) fn paragraph(sentences: impl IntoIterator<Item = Sentence>) -> Sentence {
    Sentence::joined(sentences, Text { zh: "", en: " " })
}

/// A day as people write it.
pub(crate) const DAY: Text = Text { zh: "{year} 年 {month} 月 {day} 日", en: "{day} {month} {year}" };

impl Family {
    /// The letter and the words for people.
    pub const fn label(self) -> Text {
        match self {
            Family::Structure => Text { zh: "S 结构", en: "S Structure" },
            Family::Cells => Text { zh: "C 单元格", en: "C Cells" },
            Family::Requests => Text { zh: "R 依申请公开（表三）", en: "R Requests (table 3)" },
            Family::Disputes => Text { zh: "D 复议诉讼（表四）", en: "D Disputes (table 4)" },
            Family::Proactive => {
                Text { zh: "P 主动公开（表二）", en: "P Proactive disclosure (table 2)" }
            }
            Family::Narrative => Text { zh: "N 文字表述", en: "N Narrative" },
            Family::Years => Text { zh: "Y 年度衔接", en: "Y Year against year" },
            Family::Aggregation => Text { zh: "A 汇总", en: "A Aggregation" },
            Family::Reading => Text { zh: "E 读取", en: "E Reading" },
        }
    }
}

impl Severity {
    /// The word for people.
    pub const fn label(self) -> Text {
        match self {
            Severity::Error => Text { zh: "错误", en: "error" },
            Severity::Warning => Text { zh: "警告", en: "warning" },
            Severity::Info => Text { zh: "提示", en: "note" },
        }
    }
}

impl Editions {
    /// The words for people.
    pub const fn label(self) -> Text {
        match self {
            Editions::Both => Text { zh: "2019 版和 2021 版", en: "2019 and 2021" },
            Editions::Only(Edition::Y2019) => Text { zh: "2019 版", en: "2019" },
            Editions::Only(Edition::Y2021) => Text { zh: "2021 版", en: "2021" },
        }
    }
}
