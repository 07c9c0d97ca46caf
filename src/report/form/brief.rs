//! Labels for pictures, where there is room for two or three words and the group is plain from the place.

use super::{Applicant, RequestRow};
use crate::language::Text;

impl Applicant {
    /// The column's words in a picture.
    pub const fn brief_label(self) -> Text {
        let en = match self {
            Applicant::NaturalPerson => "Natural persons",
            Applicant::CommercialEnterprise => "Enterprises",
            Applicant::ResearchInstitution => "Research bodies",
            Applicant::PublicWelfareOrg => "Public welfare",
            Applicant::LegalServicesOrg => "Legal services",
            Applicant::OtherOrg => "Other bodies",
            Applicant::LegalPersonSubtotal => "All organisations",
            Applicant::Total => "All applicants",
        };
        Text { zh: self.label().zh, en }
    }
}

impl RequestRow {
    /// The row's words in a picture, without its group.
    pub const fn brief_label(self) -> Text {
        let en = match self {
            RequestRow::NewReceived => "New this year",
            RequestRow::CarriedIn => "Carried in",
            RequestRow::Granted => "Disclosed",
            RequestRow::PartiallyGranted => "Partly disclosed",
            RequestRow::DeniedStateSecret => "State secret",
            RequestRow::DeniedProhibitedByLaw => "Barred by other law",
            RequestRow::DeniedSecurityStability => "Security and stability",
            RequestRow::DeniedThirdParty => "Third party's rights",
            RequestRow::DeniedInternalAffairs => "Internal affairs",
            RequestRow::DeniedProcessInformation => "Deliberative information",
            RequestRow::DeniedEnforcementFile => "Enforcement case file",
            RequestRow::DeniedAdministrativeQuery => "Administrative query",
            RequestRow::DeniedTotal => "Refused, subtotal",
            RequestRow::UnableNotHeld => "Not held",
            RequestRow::UnableNeedsCreation => "Would have to be made",
            RequestRow::UnableUnclear => "Still unclear",
            RequestRow::UnableTotal => "Cannot provide, subtotal",
            RequestRow::RejectedPetition => "Petition or complaint",
            RequestRow::RejectedDuplicate => "Repeated request",
            RequestRow::RejectedPublication => "Published already",
            RequestRow::RejectedExcessive => "Excessive requests",
            RequestRow::RejectedReconfirmation => "Confirm or reissue",
            RequestRow::RejectedTotal => "Not processed, subtotal",
            RequestRow::OtherCorrectionOverdue => "Correction overdue",
            RequestRow::OtherFeeOverdue => "Fee unpaid",
            RequestRow::OtherOther => "Other",
            RequestRow::OtherTotal => "Other handling",
            RequestRow::OutcomeTotal => "All outcomes",
            RequestRow::CarriedOut => "Carried over",
        };
        let zh = match self {
            RequestRow::OutcomeTotal => "（七）总计",
            RequestRow::RejectedReconfirmation => "要求确认或重新出具",
            _ => self.short_label().zh,
        };
        Text { zh, en }
    }
}
