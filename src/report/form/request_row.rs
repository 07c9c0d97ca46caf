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
