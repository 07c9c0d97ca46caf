//! Table 4: reconsideration and litigation over disclosure.

use crate::language::Text;

/// A track of table 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// 行政复议: Administrative reconsideration.
    Reconsideration,
    /// 未经复议直接起诉: Litigation: sued directly.
    SuitDirect,
    /// 复议后起诉: Litigation: sued after reconsideration.
    SuitAfterReconsideration,
}

impl Track {
    /// Every one, in the form's order.
    pub const ALL: [Track; 3] = [Track::Reconsideration, Track::SuitDirect, Track::SuitAfterReconsideration];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Track::Reconsideration => "reconsideration",
            Track::SuitDirect => "suit_direct",
            Track::SuitAfterReconsideration => "suit_after_reconsideration",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Track::Reconsideration => Text { zh: "行政复议", en: "Administrative reconsideration" },
            Track::SuitDirect => Text { zh: "未经复议直接起诉", en: "Litigation: sued directly" },
            Track::SuitAfterReconsideration => {
                Text { zh: "复议后起诉", en: "Litigation: sued after reconsideration" }
            }
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<Track> {
        Track::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

/// A column of each track of table 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisputeOutcome {
    /// 结果维持: Upheld.
    Upheld,
    /// 结果纠正: Corrected.
    Corrected,
    /// 其他结果: Other result.
    Other,
    /// 尚未审结: Pending.
    Pending,
    /// 总计: Total.
    Total,
}

impl DisputeOutcome {
    /// Every one, in the form's order.
    pub const ALL: [DisputeOutcome; 5] = [
        DisputeOutcome::Upheld,
        DisputeOutcome::Corrected,
        DisputeOutcome::Other,
        DisputeOutcome::Pending,
        DisputeOutcome::Total,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            DisputeOutcome::Upheld => "upheld",
            DisputeOutcome::Corrected => "corrected",
            DisputeOutcome::Other => "other",
            DisputeOutcome::Pending => "pending",
            DisputeOutcome::Total => "total",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            DisputeOutcome::Upheld => Text { zh: "结果维持", en: "Upheld" },
            DisputeOutcome::Corrected => Text { zh: "结果纠正", en: "Corrected" },
            DisputeOutcome::Other => Text { zh: "其他结果", en: "Other result" },
            DisputeOutcome::Pending => Text { zh: "尚未审结", en: "Pending" },
            DisputeOutcome::Total => Text { zh: "总计", en: "Total" },
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<DisputeOutcome> {
        DisputeOutcome::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

impl DisputeOutcome {
    /// The four parts that the total adds up.
    pub const PARTS: [DisputeOutcome; 4] =
        [DisputeOutcome::Upheld, DisputeOutcome::Corrected, DisputeOutcome::Other, DisputeOutcome::Pending];
}

impl Track {
    /// The folded wordings it is printed with.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            Track::Reconsideration => &["行政复议", "行政复议情况", "行政复议案件"],
            Track::SuitDirect => &[
                "未经复议直接起诉",
                "未经行政复议直接起诉",
                "未经复议直接诉讼",
                "未复议直接起诉",
                "直接起诉",
                "行政诉讼未经复议直接起诉",
                "未经复议直接起诉行政诉讼",
            ],
            Track::SuitAfterReconsideration => &[
                "复议后起诉",
                "经复议后起诉",
                "行政复议后起诉",
                "复议后诉讼",
                "行政诉讼复议后起诉",
                "复议后起诉行政诉讼",
            ],
        }
    }
}

impl DisputeOutcome {
    /// The folded wordings it is printed with; empty for 总计, which means more than one thing.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            DisputeOutcome::Upheld => &["结果维持", "维持结果", "维持"],
            DisputeOutcome::Corrected => &["结果纠正", "纠正结果", "结果纠错", "纠正", "纠错"],
            DisputeOutcome::Other => &["其他结果"],
            DisputeOutcome::Pending => &["尚未审结", "未审结", "尚未结案", "尚未办结"],
            DisputeOutcome::Total => &[],
        }
    }
}
