//! The columns of table 3: who applied.

use crate::language::Text;

/// A column of table 3 (申请人情况).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicant {
    /// 自然人: Natural persons.
    NaturalPerson,
    /// 商业企业: Commercial enterprises.
    CommercialEnterprise,
    /// 科研机构: Research institutions.
    ResearchInstitution,
    /// 社会公益组织: Public-welfare organisations.
    PublicWelfareOrg,
    /// 法律服务机构: Legal-services organisations.
    LegalServicesOrg,
    /// 其他: Other legal persons or organisations.
    OtherOrg,
    /// 法人或其他组织小计: Legal persons and other organisations, subtotal.
    LegalPersonSubtotal,
    /// 总计: Total.
    Total,
}

impl Applicant {
    /// Every one, in the form's order.
    pub const ALL: [Applicant; 8] = [
        Applicant::NaturalPerson,
        Applicant::CommercialEnterprise,
        Applicant::ResearchInstitution,
        Applicant::PublicWelfareOrg,
        Applicant::LegalServicesOrg,
        Applicant::OtherOrg,
        Applicant::LegalPersonSubtotal,
        Applicant::Total,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Applicant::NaturalPerson => "natural_person",
            Applicant::CommercialEnterprise => "commercial_enterprise",
            Applicant::ResearchInstitution => "research_institution",
            Applicant::PublicWelfareOrg => "public_welfare_org",
            Applicant::LegalServicesOrg => "legal_services_org",
            Applicant::OtherOrg => "other_org",
            Applicant::LegalPersonSubtotal => "legal_person_subtotal",
            Applicant::Total => "total",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Applicant::NaturalPerson => Text { zh: "自然人", en: "Natural persons" },
            Applicant::CommercialEnterprise => Text { zh: "商业企业", en: "Commercial enterprises" },
            Applicant::ResearchInstitution => Text { zh: "科研机构", en: "Research institutions" },
            Applicant::PublicWelfareOrg => {
                Text { zh: "社会公益组织", en: "Public-welfare organisations" }
            }
            Applicant::LegalServicesOrg => {
                Text { zh: "法律服务机构", en: "Legal-services organisations" }
            }
            Applicant::OtherOrg => Text { zh: "其他", en: "Other legal persons or organisations" },
            Applicant::LegalPersonSubtotal => Text {
                zh: "法人或其他组织小计",
                en: "Legal persons and other organisations, subtotal",
            },
            Applicant::Total => Text { zh: "总计", en: "Total" },
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<Applicant> {
        Applicant::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

impl Applicant {
    /// The six kinds of applicant: every column but the total and the optional subtotal.
    pub const KINDS: [Applicant; 6] = [
        Applicant::NaturalPerson,
        Applicant::CommercialEnterprise,
        Applicant::ResearchInstitution,
        Applicant::PublicWelfareOrg,
        Applicant::LegalServicesOrg,
        Applicant::OtherOrg,
    ];

    /// The five kinds under 法人或其他组织.
    pub const LEGAL: [Applicant; 5] = [
        Applicant::CommercialEnterprise,
        Applicant::ResearchInstitution,
        Applicant::PublicWelfareOrg,
        Applicant::LegalServicesOrg,
        Applicant::OtherOrg,
    ];

    /// The seven columns that the form prints, left to right.
    pub const PRINTED: [Applicant; 7] = [
        Applicant::NaturalPerson,
        Applicant::CommercialEnterprise,
        Applicant::ResearchInstitution,
        Applicant::PublicWelfareOrg,
        Applicant::LegalServicesOrg,
        Applicant::OtherOrg,
        Applicant::Total,
    ];
}

impl Applicant {
    /// The folded wordings it is printed with; empty where only 其他 and 总计 stand, which mean more than one thing.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            Applicant::NaturalPerson => &["自然人", "公民", "自然人公民"],
            Applicant::CommercialEnterprise => &["商业企业", "商业机构", "企业"],
            Applicant::ResearchInstitution => &["科研机构", "科研企业", "科研单位", "科研院所"],
            Applicant::PublicWelfareOrg => {
                &["社会公益组织", "社会公益", "社会公益机构", "公益组织", "社会公益团体"]
            }
            Applicant::LegalServicesOrg => &["法律服务机构", "法律服务", "法律服务组织", "法律机构"],
            Applicant::LegalPersonSubtotal => {
                &["法人或其他组织小计", "法人和其他组织小计", "法人及其他组织小计", "法人小计", "组织小计"]
            }
            Applicant::OtherOrg => &["其他组织", "其他机构"],
            Applicant::Total => &[],
        }
    }
}
