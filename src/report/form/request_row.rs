//! The rows of table 3: what came in and what became of it.

use super::Edition;
use crate::language::Text;

/// A row of table 3. Sub-group totals (小计) are printed by some publishers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequestRow {
    /// 一、本年新收政府信息公开申请数量: Requests newly received this year.
    NewReceived,
    /// 二、上年结转政府信息公开申请数量: Requests carried in from last year.
    CarriedIn,
    /// （一）予以公开: Disclosed.
    Granted,
    /// （二）部分公开（区分处理的，只计这一情形，不计其他情形）: Partly disclosed (counted here only).
    PartiallyGranted,
    /// 1.属于国家秘密: Refused: state secret.
    DeniedStateSecret,
    /// 2.其他法律行政法规禁止公开: Refused: barred by other law or administrative regulation.
    DeniedProhibitedByLaw,
    /// 3.危及“三安全一稳定”: Refused: would endanger national, public or economic security or social stability.
    DeniedSecurityStability,
    /// 4.保护第三方合法权益: Refused: third party's lawful rights.
    DeniedThirdParty,
    /// 5.属于三类内部事务信息: Refused: internal affairs (three kinds).
    DeniedInternalAffairs,
    /// 6.属于四类过程性信息: Refused: deliberative information (four kinds).
    DeniedProcessInformation,
    /// 7.属于行政执法案卷: Refused: enforcement case file.
    DeniedEnforcementFile,
    /// 8.属于行政查询事项: Refused: matter for an administrative query service.
    DeniedAdministrativeQuery,
    /// 小计: Refused, subtotal.
    DeniedTotal,
    /// 1.本机关不掌握相关政府信息: Cannot provide: not held by this organ.
    UnableNotHeld,
    /// 2.没有现成信息需要另行制作: Cannot provide: would have to be created.
    UnableNeedsCreation,
    /// 3.补正后申请内容仍不明确: Cannot provide: still unclear after correction.
    UnableUnclear,
    /// 小计: Cannot provide, subtotal.
    UnableTotal,
    /// 1.信访举报投诉类申请: Not processed: petition, report or complaint.
    RejectedPetition,
    /// 2.重复申请: Not processed: repeated request.
    RejectedDuplicate,
    /// 3.要求提供公开出版物: Not processed: asks for a public publication.
    RejectedPublication,
    /// 4.无正当理由大量反复申请: Not processed: many or repeated requests without good reason.
    RejectedExcessive,
    /// 5.要求行政机关确认或重新出具已获取信息: Not processed: asks to confirm or reissue information already obtained.
    RejectedReconfirmation,
    /// 小计: Not processed, subtotal.
    RejectedTotal,
    /// 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请: Other: correction not supplied in time.
    OtherCorrectionOverdue,
    /// 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请: Other: fee not paid in time.
    OtherFeeOverdue,
    /// 3.其他: Other: other.
    OtherOther,
    /// （六）其他处理: Other handling.
    OtherTotal,
    /// （七）总计: Outcomes, total.
    OutcomeTotal,
    /// 四、结转下年度继续办理: Carried to next year.
    CarriedOut,
}

impl RequestRow {
    /// Every one, in the form's order.
    pub const ALL: [RequestRow; 29] = [
        RequestRow::NewReceived,
        RequestRow::CarriedIn,
        RequestRow::Granted,
        RequestRow::PartiallyGranted,
        RequestRow::DeniedStateSecret,
        RequestRow::DeniedProhibitedByLaw,
        RequestRow::DeniedSecurityStability,
        RequestRow::DeniedThirdParty,
        RequestRow::DeniedInternalAffairs,
        RequestRow::DeniedProcessInformation,
        RequestRow::DeniedEnforcementFile,
        RequestRow::DeniedAdministrativeQuery,
        RequestRow::DeniedTotal,
        RequestRow::UnableNotHeld,
        RequestRow::UnableNeedsCreation,
        RequestRow::UnableUnclear,
        RequestRow::UnableTotal,
        RequestRow::RejectedPetition,
        RequestRow::RejectedDuplicate,
        RequestRow::RejectedPublication,
        RequestRow::RejectedExcessive,
        RequestRow::RejectedReconfirmation,
        RequestRow::RejectedTotal,
        RequestRow::OtherCorrectionOverdue,
        RequestRow::OtherFeeOverdue,
        RequestRow::OtherOther,
        RequestRow::OtherTotal,
        RequestRow::OutcomeTotal,
        RequestRow::CarriedOut,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            RequestRow::NewReceived => "new_received",
            RequestRow::CarriedIn => "carried_in",
            RequestRow::Granted => "granted",
            RequestRow::PartiallyGranted => "partially_granted",
            RequestRow::DeniedStateSecret => "denied_state_secret",
            RequestRow::DeniedProhibitedByLaw => "denied_prohibited_by_law",
            RequestRow::DeniedSecurityStability => "denied_security_stability",
            RequestRow::DeniedThirdParty => "denied_third_party",
            RequestRow::DeniedInternalAffairs => "denied_internal_affairs",
            RequestRow::DeniedProcessInformation => "denied_process_information",
            RequestRow::DeniedEnforcementFile => "denied_enforcement_file",
            RequestRow::DeniedAdministrativeQuery => "denied_administrative_query",
            RequestRow::DeniedTotal => "denied_total",
            RequestRow::UnableNotHeld => "unable_not_held",
            RequestRow::UnableNeedsCreation => "unable_needs_creation",
            RequestRow::UnableUnclear => "unable_unclear",
            RequestRow::UnableTotal => "unable_total",
            RequestRow::RejectedPetition => "rejected_petition",
            RequestRow::RejectedDuplicate => "rejected_duplicate",
            RequestRow::RejectedPublication => "rejected_publication",
            RequestRow::RejectedExcessive => "rejected_excessive",
            RequestRow::RejectedReconfirmation => "rejected_reconfirmation",
            RequestRow::RejectedTotal => "rejected_total",
            RequestRow::OtherCorrectionOverdue => "other_correction_overdue",
            RequestRow::OtherFeeOverdue => "other_fee_overdue",
            RequestRow::OtherOther => "other_other",
            RequestRow::OtherTotal => "other_total",
            RequestRow::OutcomeTotal => "outcome_total",
            RequestRow::CarriedOut => "carried_out",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            RequestRow::NewReceived => Text {
                zh: "一、本年新收政府信息公开申请数量",
                en: "Requests newly received this year",
            },
            RequestRow::CarriedIn => Text {
                zh: "二、上年结转政府信息公开申请数量",
                en: "Requests carried in from last year",
            },
            RequestRow::Granted => Text { zh: "（一）予以公开", en: "Disclosed" },
            RequestRow::PartiallyGranted => Text {
                zh: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                en: "Partly disclosed (counted here only)",
            },
            RequestRow::DeniedStateSecret => Text { zh: "1.属于国家秘密", en: "Refused: state secret" },
            RequestRow::DeniedProhibitedByLaw => Text {
                zh: "2.其他法律行政法规禁止公开",
                en: "Refused: barred by other law or administrative regulation",
            },
            RequestRow::DeniedSecurityStability => Text {
                zh: "3.危及“三安全一稳定”",
                en: "Refused: would endanger national, public or economic security or social stability",
            },
            RequestRow::DeniedThirdParty => {
                Text { zh: "4.保护第三方合法权益", en: "Refused: third party's lawful rights" }
            }
            RequestRow::DeniedInternalAffairs => {
                Text { zh: "5.属于三类内部事务信息", en: "Refused: internal affairs (three kinds)" }
            }
            RequestRow::DeniedProcessInformation => Text {
                zh: "6.属于四类过程性信息",
                en: "Refused: deliberative information (four kinds)",
            },
            RequestRow::DeniedEnforcementFile => {
                Text { zh: "7.属于行政执法案卷", en: "Refused: enforcement case file" }
            }
            RequestRow::DeniedAdministrativeQuery => Text {
                zh: "8.属于行政查询事项",
                en: "Refused: matter for an administrative query service",
            },
            RequestRow::DeniedTotal => Text { zh: "小计", en: "Refused, subtotal" },
            RequestRow::UnableNotHeld => Text {
                zh: "1.本机关不掌握相关政府信息",
                en: "Cannot provide: not held by this organ",
            },
            RequestRow::UnableNeedsCreation => Text {
                zh: "2.没有现成信息需要另行制作",
                en: "Cannot provide: would have to be created",
            },
            RequestRow::UnableUnclear => Text {
                zh: "3.补正后申请内容仍不明确",
                en: "Cannot provide: still unclear after correction",
            },
            RequestRow::UnableTotal => Text { zh: "小计", en: "Cannot provide, subtotal" },
            RequestRow::RejectedPetition => Text {
                zh: "1.信访举报投诉类申请",
                en: "Not processed: petition, report or complaint",
            },
            RequestRow::RejectedDuplicate => {
                Text { zh: "2.重复申请", en: "Not processed: repeated request" }
            }
            RequestRow::RejectedPublication => Text {
                zh: "3.要求提供公开出版物",
                en: "Not processed: asks for a public publication",
            },
            RequestRow::RejectedExcessive => Text {
                zh: "4.无正当理由大量反复申请",
                en: "Not processed: many or repeated requests without good reason",
            },
            RequestRow::RejectedReconfirmation => Text {
                zh: "5.要求行政机关确认或重新出具已获取信息",
                en: "Not processed: asks to confirm or reissue information already obtained",
            },
            RequestRow::RejectedTotal => Text { zh: "小计", en: "Not processed, subtotal" },
            RequestRow::OtherCorrectionOverdue => Text {
                zh: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                en: "Other: correction not supplied in time",
            },
            RequestRow::OtherFeeOverdue => Text {
                zh: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                en: "Other: fee not paid in time",
            },
            RequestRow::OtherOther => Text { zh: "3.其他", en: "Other: other" },
            RequestRow::OtherTotal => Text { zh: "（六）其他处理", en: "Other handling" },
            RequestRow::OutcomeTotal => Text { zh: "（七）总计", en: "Outcomes, total" },
            RequestRow::CarriedOut => {
                Text { zh: "四、结转下年度继续办理", en: "Carried to next year" }
            }
        }
    }

    /// A short label for messages and charts, plain without its group.
    pub const fn short_label(self) -> Text {
        match self {
            RequestRow::NewReceived => Text { zh: "本年新收", en: "newly received" },
            RequestRow::CarriedIn => Text { zh: "上年结转", en: "carried in" },
            RequestRow::Granted => Text { zh: "予以公开", en: "Disclosed" },
            RequestRow::PartiallyGranted => {
                Text { zh: "部分公开", en: "Partly disclosed (counted here only)" }
            }
            RequestRow::DeniedStateSecret => Text { zh: "属于国家秘密", en: "Refused: state secret" },
            RequestRow::DeniedProhibitedByLaw => Text {
                zh: "其他法律行政法规禁止公开",
                en: "Refused: barred by other law or administrative regulation",
            },
            RequestRow::DeniedSecurityStability => Text {
                zh: "危及“三安全一稳定”",
                en: "Refused: would endanger national, public or economic security or social stability",
            },
            RequestRow::DeniedThirdParty => {
                Text { zh: "保护第三方合法权益", en: "Refused: third party's lawful rights" }
            }
            RequestRow::DeniedInternalAffairs => {
                Text { zh: "属于三类内部事务信息", en: "Refused: internal affairs (three kinds)" }
            }
            RequestRow::DeniedProcessInformation => Text {
                zh: "属于四类过程性信息",
                en: "Refused: deliberative information (four kinds)",
            },
            RequestRow::DeniedEnforcementFile => {
                Text { zh: "属于行政执法案卷", en: "Refused: enforcement case file" }
            }
            RequestRow::DeniedAdministrativeQuery => Text {
                zh: "属于行政查询事项",
                en: "Refused: matter for an administrative query service",
            },
            RequestRow::DeniedTotal => Text { zh: "不予公开小计", en: "Refused, subtotal" },
            RequestRow::UnableNotHeld => Text {
                zh: "本机关不掌握相关政府信息",
                en: "Cannot provide: not held by this organ",
            },
            RequestRow::UnableNeedsCreation => Text {
                zh: "没有现成信息需要另行制作",
                en: "Cannot provide: would have to be created",
            },
            RequestRow::UnableUnclear => Text {
                zh: "补正后申请内容仍不明确",
                en: "Cannot provide: still unclear after correction",
            },
            RequestRow::UnableTotal => Text { zh: "无法提供小计", en: "Cannot provide, subtotal" },
            RequestRow::RejectedPetition => {
                Text { zh: "信访举报投诉类申请", en: "Not processed: petition, report or complaint" }
            }
            RequestRow::RejectedDuplicate => {
                Text { zh: "重复申请", en: "Not processed: repeated request" }
            }
            RequestRow::RejectedPublication => {
                Text { zh: "要求提供公开出版物", en: "Not processed: asks for a public publication" }
            }
            RequestRow::RejectedExcessive => Text {
                zh: "无正当理由大量反复申请",
                en: "Not processed: many or repeated requests without good reason",
            },
            RequestRow::RejectedReconfirmation => Text {
                zh: "要求确认或重新出具已获取信息",
                en: "Not processed: asks to confirm or reissue information already obtained",
            },
            RequestRow::RejectedTotal => Text { zh: "不予处理小计", en: "Not processed, subtotal" },
            RequestRow::OtherCorrectionOverdue => {
                Text { zh: "逾期不补正", en: "Other: correction not supplied in time" }
            }
            RequestRow::OtherFeeOverdue => Text { zh: "逾期不缴费", en: "Other: fee not paid in time" },
            RequestRow::OtherOther => Text { zh: "其他", en: "Other: other" },
            RequestRow::OtherTotal => Text { zh: "其他处理", en: "Other handling" },
            RequestRow::OutcomeTotal => Text { zh: "结果总计", en: "outcomes, total" },
            RequestRow::CarriedOut => Text { zh: "结转下年度", en: "carried to next year" },
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<RequestRow> {
        RequestRow::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

/// A group of outcomes under 三、本年度办理结果.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutcomeGroup {
    /// （一）予以公开.
    Granted,
    /// （二）部分公开.
    PartiallyGranted,
    /// （三）不予公开.
    Denied,
    /// （四）无法提供.
    Unable,
    /// （五）不予处理.
    Rejected,
    /// （六）其他处理.
    Other,
}

impl OutcomeGroup {
    /// Every group, in the form's order.
    pub const ALL: [OutcomeGroup; 6] = [
        OutcomeGroup::Granted,
        OutcomeGroup::PartiallyGranted,
        OutcomeGroup::Denied,
        OutcomeGroup::Unable,
        OutcomeGroup::Rejected,
        OutcomeGroup::Other,
    ];

    /// The form's wording without its number, and its English.
    pub const fn label(self) -> Text {
        match self {
            OutcomeGroup::Granted => Text { zh: "予以公开", en: "Disclosed" },
            OutcomeGroup::PartiallyGranted => Text { zh: "部分公开", en: "Partly disclosed" },
            OutcomeGroup::Denied => Text { zh: "不予公开", en: "Refused" },
            OutcomeGroup::Unable => Text { zh: "无法提供", en: "Cannot provide" },
            OutcomeGroup::Rejected => Text { zh: "不予处理", en: "Not processed" },
            OutcomeGroup::Other => Text { zh: "其他处理", en: "Other handling" },
        }
    }

    /// The outcome rows of the group in an edition, without subtotals.
    pub fn rows(self, edition: Edition) -> &'static [RequestRow] {
        use RequestRow::*;
        match (self, edition) {
            (OutcomeGroup::Granted, _) => &[Granted],
            (OutcomeGroup::PartiallyGranted, _) => &[PartiallyGranted],
            (OutcomeGroup::Denied, _) => &[
                DeniedStateSecret,
                DeniedProhibitedByLaw,
                DeniedSecurityStability,
                DeniedThirdParty,
                DeniedInternalAffairs,
                DeniedProcessInformation,
                DeniedEnforcementFile,
                DeniedAdministrativeQuery,
            ],
            (OutcomeGroup::Unable, _) => &[UnableNotHeld, UnableNeedsCreation, UnableUnclear],
            (OutcomeGroup::Rejected, _) => &[
                RejectedPetition,
                RejectedDuplicate,
                RejectedPublication,
                RejectedExcessive,
                RejectedReconfirmation,
            ],
            (OutcomeGroup::Other, Edition::Y2019) => &[OtherTotal],
            (OutcomeGroup::Other, Edition::Y2021) => &[OtherCorrectionOverdue, OtherFeeOverdue, OtherOther],
        }
    }

    /// The group that a row belongs to, its subtotal included; `None` for the rows outside 三（一） to （六）.
    pub fn of(row: RequestRow) -> Option<OutcomeGroup> {
        OutcomeGroup::ALL.into_iter().find(|group| {
            Edition::ALL
                .into_iter()
                .any(|edition| group.rows(edition).contains(&row) || group.subtotal(edition) == Some(row))
        })
    }

    /// The optional 小计 row of the group; `None` where a group is one row.
    pub const fn subtotal(self, edition: Edition) -> Option<RequestRow> {
        match (self, edition) {
            (OutcomeGroup::Denied, _) => Some(RequestRow::DeniedTotal),
            (OutcomeGroup::Unable, _) => Some(RequestRow::UnableTotal),
            (OutcomeGroup::Rejected, _) => Some(RequestRow::RejectedTotal),
            (OutcomeGroup::Other, Edition::Y2021) => Some(RequestRow::OtherTotal),
            _ => None,
        }
    }
}

impl RequestRow {
    /// The outcome rows that （七）总计 adds up, in the form's order: 19 in the 2019 form, 21 in the 2021 form.
    pub fn outcomes(edition: Edition) -> impl Iterator<Item = RequestRow> {
        OutcomeGroup::ALL.into_iter().flat_map(move |group| group.rows(edition).iter().copied())
    }

    /// The rows the form prints, top to bottom: 23 in the 2019 form, 25 in the 2021 form.
    pub fn printed(edition: Edition) -> Vec<RequestRow> {
        let mut rows = vec![RequestRow::NewReceived, RequestRow::CarriedIn];
        rows.extend(RequestRow::outcomes(edition));
        rows.extend([RequestRow::OutcomeTotal, RequestRow::CarriedOut]);
        rows
    }
}

impl OutcomeGroup {
    /// The folded wordings it is printed with.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            // Groups of one row: the row's own wordings stand for them.
            OutcomeGroup::Granted | OutcomeGroup::PartiallyGranted => &[],
            OutcomeGroup::Denied => &["不予公开", "不予公开情形"],
            OutcomeGroup::Unable => &["无法提供", "无法提供情形"],
            OutcomeGroup::Rejected => &["不予处理", "不予处理情形"],
            OutcomeGroup::Other => &["其他处理", "其他处理情况", "其他处理结果"],
        }
    }
}

impl RequestRow {
    /// The folded wordings it is printed with, its number left off; `…` at the end stands for anything more.
    /// Empty where only 小计, 其他处理 or 总计 stand, which mean more than one thing.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            RequestRow::NewReceived => &[
                "本年新收政府信息公开申请数量",
                "本年新收…",
                "本年度新收…",
                "年新收政府信息公开申请数量",
                "新收政府信息公开申请数量",
                "新收申请数量",
                "本年收到政府信息公开申请数量",
            ],
            RequestRow::CarriedIn => {
                &["上年结转政府信息公开申请数量", "上年结转…", "上年度结转…", "上一年结转…", "上一年度结转…"]
            }
            RequestRow::Granted => &["予以公开", "予以公开数", "予以公开的"],
            RequestRow::PartiallyGranted => &[
                "部分公开区分处理的只计这一情形不计其他情形",
                "部分公开",
                "部分公开区分处理…",
                "予以部分公开",
            ],
            RequestRow::DeniedStateSecret => {
                &["属于国家秘密", "国家秘密", "属国家秘密", "属于国家秘密的", "涉及国家秘密"]
            }
            RequestRow::DeniedProhibitedByLaw => &[
                "其他法律行政法规禁止公开",
                "法律行政法规禁止公开",
                "其他法律行政…",
                "其他法律法规…",
                "其他法律及行政法规…",
            ],
            RequestRow::DeniedSecurityStability => &[
                "危及三安全一稳定",
                "危及三安全一稳定…",
                "危及三安全…",
                "危及3安全1稳定",
                "影响三安全一稳定",
                "三安全一稳定",
            ],
            RequestRow::DeniedThirdParty => &[
                "保护第三方合法权益",
                "保护第三方…",
                "保护第三人合法权益",
                "第三方合法权益",
                "涉及第三方合法权益",
            ],
            RequestRow::DeniedInternalAffairs => &[
                "属于三类内部事务信息",
                "三类内部事务信息",
                "属于三类内部…",
                "属三类内部事务信息",
                "属于3类内部事务信息",
                "属于内部事务信息",
                "内部事务信息",
                "属于三类内容事务信息",
                "属于三类内部管理信息",
            ],
            RequestRow::DeniedProcessInformation => &[
                "属于四类过程性信息",
                "四类过程性信息",
                "属于四类过程…",
                "属四类过程性信息",
                "属于4类过程性信息",
                "属于过程性信息",
                "过程性信息",
            ],
            RequestRow::DeniedEnforcementFile => &[
                "属于行政执法案卷",
                "行政执法案卷",
                "属于行政执法案卷信息",
                "行政执法案卷信息",
                "属于行政执法…",
            ],
            RequestRow::DeniedAdministrativeQuery => {
                &["属于行政查询事项", "行政查询事项", "属于行政查询…", "属行政查询事项"]
            }
            RequestRow::UnableNotHeld => &[
                "本机关不掌握相关政府信息",
                "本机关不掌握…",
                "本行政机关不掌握…",
                "本单位不掌握…",
                "不掌握相关政府信息",
                "机关不掌握相关政府信息",
            ],
            RequestRow::UnableNeedsCreation => &[
                "没有现成信息需要另行制作",
                "没有现成信息…",
                "没有现成的信息…",
                "无现成信息…",
                "现成信息需要另行制作",
            ],
            RequestRow::UnableUnclear => &[
                "补正后申请内容仍不明确",
                "补正后申请…",
                "补正后仍不明确",
                "补正后内容仍不明确",
                "补正后…",
                "经补正后…",
            ],
            RequestRow::RejectedPetition => &[
                "信访举报投诉类申请",
                "信访举报投诉…",
                "信访投诉举报…",
                "属于信访举报投诉类申请",
                "信访类申请",
            ],
            RequestRow::RejectedDuplicate => &["重复申请", "重复申请的", "属于重复申请"],
            RequestRow::RejectedPublication => {
                &["要求提供公开出版物", "要求提供公开出版…", "提供公开出版物", "申请公开出版物"]
            }
            RequestRow::RejectedExcessive => &[
                "无正当理由大量反复申请",
                "无正当理由大量…",
                "没有正当理由大量…",
                "无正当理由反复…",
                "大量反复申请",
            ],
            RequestRow::RejectedReconfirmation => &[
                "要求行政机关确认或重新出具已获取信息",
                "要求行政机关确认…",
                "要求确认或重新出具…",
                "要求行政机关重新…",
                "确认或重新出具已获取信息",
                "重新出具已获取信息",
            ],
            RequestRow::OtherCorrectionOverdue => &[
                "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
                "申请人无正当理由逾期…",
                "申请人无正当理由不补正…",
                "申请人逾期不补正…",
                "申请人逾期未补正…",
                "无正当理由逾期不补正…",
                "逾期不补正…",
                "逾期未补正…",
            ],
            RequestRow::OtherFeeOverdue => &[
                "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
                "申请人逾期未按…",
                "申请人逾期未缴…",
                "申请人逾期不缴…",
                "申请人未按收费…",
                "逾期未按收费…",
                "逾期不缴…",
                "逾期未缴…",
                "未按收费通知…",
            ],
            RequestRow::OutcomeTotal => &["办理结果总计", "结果总计", "处理结果总计"],
            RequestRow::CarriedOut => &[
                "结转下年度继续办理",
                "结转下年…",
                "结转下一年…",
                "结转至下年…",
                "结转至下一年…",
                "结转到下年…",
                "结转到下一年…",
                "结转次年…",
            ],
            RequestRow::DeniedTotal => &["不予公开小计"],
            RequestRow::UnableTotal => &["无法提供小计"],
            RequestRow::RejectedTotal => &["不予处理小计"],
            RequestRow::OtherTotal => &["其他处理小计"],
            RequestRow::OtherOther => &["其他情形", "其他情况"],
        }
    }
}
