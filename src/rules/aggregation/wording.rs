//! Why a report could not be added up.

use crate::language::Text;

/// Nothing of a report could be had.
pub(super) const UNREAD: Text = Text { zh: "读不出报告", en: "no report could be read" };

/// It is of another year.
pub(super) const OTHER_YEAR: Text = Text { zh: "是 {year} 年的报告", en: "its year is {year}" };

/// A statutory table is missing.
pub(super) const LACKS: Text = Text { zh: "没有{table}", en: "{table} is missing" };
