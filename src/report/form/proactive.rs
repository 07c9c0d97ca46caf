//! Table 2: what was disclosed unasked (主动公开).

use super::Edition;
use crate::language::Text;

/// A row of table 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// 规章: Government rules.
    Rules,
    /// 行政规范性文件: Administrative normative documents.
    NormativeDocuments,
    /// 行政许可: Administrative licences.
    Licences,
    /// 其他对外管理服务事项: Other outward administrative services.
    OtherServices,
    /// 行政处罚: Administrative penalties.
    Penalties,
    /// 行政强制: Administrative compulsion.
    Compulsion,
    /// 行政事业性收费: Administrative fees.
    Fees,
    /// 政府集中采购: Centralised government procurement.
    Procurement,
}

impl Item {
    /// Every one, in the form's order.
    pub const ALL: [Item; 8] = [
        Item::Rules,
        Item::NormativeDocuments,
        Item::Licences,
        Item::OtherServices,
        Item::Penalties,
        Item::Compulsion,
        Item::Fees,
        Item::Procurement,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Item::Rules => "rules",
            Item::NormativeDocuments => "normative_documents",
            Item::Licences => "licences",
            Item::OtherServices => "other_services",
            Item::Penalties => "penalties",
            Item::Compulsion => "compulsion",
            Item::Fees => "fees",
            Item::Procurement => "procurement",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Item::Rules => Text { zh: "规章", en: "Government rules" },
            Item::NormativeDocuments => {
                Text { zh: "行政规范性文件", en: "Administrative normative documents" }
            }
            Item::Licences => Text { zh: "行政许可", en: "Administrative licences" },
            Item::OtherServices => {
                Text { zh: "其他对外管理服务事项", en: "Other outward administrative services" }
            }
            Item::Penalties => Text { zh: "行政处罚", en: "Administrative penalties" },
            Item::Compulsion => Text { zh: "行政强制", en: "Administrative compulsion" },
            Item::Fees => Text { zh: "行政事业性收费", en: "Administrative fees" },
            Item::Procurement => Text { zh: "政府集中采购", en: "Centralised government procurement" },
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<Item> {
        Item::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

/// A column of table 2; which ones an item has depends on the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemField {
    /// 本年新制作数量: Newly made this year.
    NewlyMade,
    /// 本年新公开数量: Newly disclosed this year.
    NewlyDisclosed,
    /// 对外公开总数量: Total disclosed.
    TotalDisclosed,
    /// 本年制发件数: Issued this year.
    Issued,
    /// 本年废止件数: Repealed this year.
    Repealed,
    /// 现行有效件数: In force.
    InForce,
    /// 上一年项目数量: Items last year.
    PriorItems,
    /// 本年增/减: Change in items.
    ItemsChange,
    /// 本年处理决定数量: Decisions this year.
    Decisions,
    /// 本年收费金额（单位：万元）: Collected this year (10,000 yuan).
    AmountWanYuan,
    /// 采购项目数量: Procurement projects.
    ProjectCount,
    /// 采购总金额: Procurement amount.
    Amount,
}

impl ItemField {
    /// Every one, in the form's order.
    pub const ALL: [ItemField; 12] = [
        ItemField::NewlyMade,
        ItemField::NewlyDisclosed,
        ItemField::TotalDisclosed,
        ItemField::Issued,
        ItemField::Repealed,
        ItemField::InForce,
        ItemField::PriorItems,
        ItemField::ItemsChange,
        ItemField::Decisions,
        ItemField::AmountWanYuan,
        ItemField::ProjectCount,
        ItemField::Amount,
    ];

    /// The name in JSON and settings.
    pub const fn key(self) -> &'static str {
        match self {
            ItemField::NewlyMade => "newly_made",
            ItemField::NewlyDisclosed => "newly_disclosed",
            ItemField::TotalDisclosed => "total_disclosed",
            ItemField::Issued => "issued",
            ItemField::Repealed => "repealed",
            ItemField::InForce => "in_force",
            ItemField::PriorItems => "prior_items",
            ItemField::ItemsChange => "items_change",
            ItemField::Decisions => "decisions",
            ItemField::AmountWanYuan => "amount_wan_yuan",
            ItemField::ProjectCount => "project_count",
            ItemField::Amount => "amount",
        }
    }

    /// The form's own wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            ItemField::NewlyMade => Text { zh: "本年新制作数量", en: "Newly made this year" },
            ItemField::NewlyDisclosed => {
                Text { zh: "本年新公开数量", en: "Newly disclosed this year" }
            }
            ItemField::TotalDisclosed => Text { zh: "对外公开总数量", en: "Total disclosed" },
            ItemField::Issued => Text { zh: "本年制发件数", en: "Issued this year" },
            ItemField::Repealed => Text { zh: "本年废止件数", en: "Repealed this year" },
            ItemField::InForce => Text { zh: "现行有效件数", en: "In force" },
            ItemField::PriorItems => Text { zh: "上一年项目数量", en: "Items last year" },
            ItemField::ItemsChange => Text { zh: "本年增/减", en: "Change in items" },
            ItemField::Decisions => Text { zh: "本年处理决定数量", en: "Decisions this year" },
            ItemField::AmountWanYuan => Text {
                zh: "本年收费金额（单位：万元）",
                en: "Collected this year (10,000 yuan)",
            },
            ItemField::ProjectCount => Text { zh: "采购项目数量", en: "Procurement projects" },
            ItemField::Amount => Text { zh: "采购总金额", en: "Procurement amount" },
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<ItemField> {
        ItemField::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

impl ItemField {
    /// True where the column holds money, not a count.
    pub const fn is_amount(self) -> bool {
        matches!(self, ItemField::AmountWanYuan | ItemField::Amount)
    }
}

/// A sub-table of table 2, named after an item of Article 20 of the Regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Article20 {
    /// 第二十条第（一）项: rules and normative documents.
    One,
    /// 第二十条第（五）项: licences and other outward services.
    Five,
    /// 第二十条第（六）项: penalties and compulsion.
    Six,
    /// 第二十条第（八）项: fees.
    Eight,
    /// 第二十条第（九）项: procurement (2019 form only).
    Nine,
}

impl Article20 {
    /// Every sub-table in the form's order.
    pub const ALL: [Article20; 5] =
        [Article20::One, Article20::Five, Article20::Six, Article20::Eight, Article20::Nine];

    /// The name as a place of findings: `article_20_1`.
    pub const fn key(self) -> &'static str {
        match self {
            Article20::One => "article_20_1",
            Article20::Five => "article_20_5",
            Article20::Six => "article_20_6",
            Article20::Eight => "article_20_8",
            Article20::Nine => "article_20_9",
        }
    }

    /// The form's wording, and its English.
    pub const fn label(self) -> Text {
        match self {
            Article20::One => Text { zh: "第二十条第（一）项", en: "Article 20 (1)" },
            Article20::Five => Text { zh: "第二十条第（五）项", en: "Article 20 (5)" },
            Article20::Six => Text { zh: "第二十条第（六）项", en: "Article 20 (6)" },
            Article20::Eight => Text { zh: "第二十条第（八）项", en: "Article 20 (8)" },
            Article20::Nine => Text { zh: "第二十条第（九）项", en: "Article 20 (9)" },
        }
    }

    /// The rows of the sub-table in an edition; empty if the edition does not have it.
    pub const fn items(self, edition: Edition) -> &'static [Item] {
        match (self, edition) {
            (Article20::One, _) => &[Item::Rules, Item::NormativeDocuments],
            (Article20::Five, Edition::Y2019) => &[Item::Licences, Item::OtherServices],
            (Article20::Five, Edition::Y2021) => &[Item::Licences],
            (Article20::Six, _) => &[Item::Penalties, Item::Compulsion],
            (Article20::Eight, _) => &[Item::Fees],
            (Article20::Nine, Edition::Y2019) => &[Item::Procurement],
            (Article20::Nine, Edition::Y2021) => &[],
        }
    }
}

impl Item {
    /// The columns of the item in an edition, left to right; empty if the edition does not have the item.
    pub const fn fields(self, edition: Edition) -> &'static [ItemField] {
        use ItemField::*;
        match (self, edition) {
            (Item::Rules | Item::NormativeDocuments, Edition::Y2019) => {
                &[NewlyMade, NewlyDisclosed, TotalDisclosed]
            }
            (Item::Rules | Item::NormativeDocuments, Edition::Y2021) => &[Issued, Repealed, InForce],
            (Item::Licences | Item::OtherServices | Item::Penalties | Item::Compulsion, Edition::Y2019) => {
                &[PriorItems, ItemsChange, Decisions]
            }
            (Item::Licences | Item::Penalties | Item::Compulsion, Edition::Y2021) => &[Decisions],
            (Item::Fees, Edition::Y2019) => &[PriorItems, ItemsChange],
            (Item::Fees, Edition::Y2021) => &[AmountWanYuan],
            (Item::Procurement, Edition::Y2019) => &[ProjectCount, Amount],
            (Item::OtherServices | Item::Procurement, Edition::Y2021) => &[],
        }
    }

    /// The sub-table that holds the item.
    pub const fn article(self) -> Article20 {
        match self {
            Item::Rules | Item::NormativeDocuments => Article20::One,
            Item::Licences | Item::OtherServices => Article20::Five,
            Item::Penalties | Item::Compulsion => Article20::Six,
            Item::Fees => Article20::Eight,
            Item::Procurement => Article20::Nine,
        }
    }
}

impl Item {
    /// The folded wordings it is printed with; `…` at the end stands for anything more.
    pub(super) const fn wordings(self) -> &'static [&'static str] {
        match self {
            Item::Rules => &["规章", "规章制度", "政府规章", "部门规章", "地方政府规章", "行政规章"],
            Item::NormativeDocuments => &[
                "行政规范性文件",
                "规范性文件",
                "行政规范性档案",
                "规范性档案",
                "行政规范文件",
                "规范文件",
                "行政性规范文件",
            ],
            Item::Licences => &["行政许可", "行政许可事项", "行政许可决定"],
            Item::OtherServices => {
                &["其他对外管理服务事项", "其他对外管理服务", "其他对外管理和服务事项", "对外管理服务事项"]
            }
            Item::Penalties => &["行政处罚", "行政处罚事项", "行政处罚决定"],
            Item::Compulsion => &["行政强制", "行政强制事项", "行政强制措施", "行政强制决定"],
            Item::Fees => &[
                "行政事业性收费",
                "行政事业型收费",
                "行政事业收费",
                "行政性事业性收费",
                "行政事业性收费项目",
                "行政性收费",
            ],
            Item::Procurement => &["政府集中采购", "集中采购", "政府采购", "政府集中采购项目"],
        }
    }
}

impl ItemField {
    /// The folded wordings it is printed with in one edition; `…` at the end stands for anything more.
    pub(super) const fn wordings(self, edition: Edition) -> &'static [&'static str] {
        match (self, edition) {
            (ItemField::NewlyMade, Edition::Y2019) => {
                &["本年新制作数量", "本年度新制作数量", "本年新制作", "新制作数量", "本年制作数量"]
            }
            (ItemField::NewlyDisclosed, Edition::Y2019) => {
                &["本年新公开数量", "本年度新公开数量", "本年新公开", "新公开数量", "本年公开数量"]
            }
            (ItemField::TotalDisclosed, Edition::Y2019) => {
                &["对外公开总数量", "对外公开总数", "对外公开数量", "对外公开总量"]
            }
            (ItemField::Issued, Edition::Y2021) => &[
                "本年制发件数",
                "本年度制发件数",
                "本年制发数",
                "本年度制发数",
                "本年制发数量",
                "制发件数",
                "本年制发",
                "本年制发件",
            ],
            (ItemField::Repealed, Edition::Y2021) => &[
                "本年废止件数",
                "本年度废止件数",
                "本年废止数",
                "本年度废止数",
                "本年废止数量",
                "废止件数",
                "本年废止",
                "本年废止件",
            ],
            (ItemField::InForce, Edition::Y2021) => &[
                "现行有效件数",
                "现行有效件数历史累计",
                "现行有效件",
                "现行有效数",
                "现行有效数量",
                "现行有效",
            ],
            (ItemField::PriorItems, Edition::Y2019) => {
                &["上一年项目数量", "上一年度项目数量", "上年项目数量", "上年度项目数量", "上一年项目数"]
            }
            (ItemField::ItemsChange, Edition::Y2019) => {
                &["本年增减", "本年度增减", "本年增减数量", "本年增减数"]
            }
            (ItemField::Decisions, Edition::Y2019) => &["处理决定数量", "处理决定数"],
            (ItemField::Decisions, Edition::Y2021) => {
                &["本年处理决定数量", "本年度处理决定数量", "本年处理决定数", "本年处理决定件数"]
            }
            (ItemField::AmountWanYuan, Edition::Y2021) => &[
                "本年收费金额单位万元",
                "本年度收费金额单位万元",
                "本年收费金额",
                "本年度收费金额",
                "本年收费金额万元",
                "本年收费总金额单位万元",
                "本年收费总金额",
                "收费金额单位万元",
                "收费金额",
                "本年收费金额…",
            ],
            (ItemField::ProjectCount, Edition::Y2019) => {
                &["采购项目数量", "采购项目数", "采购项目总数量", "采购数量"]
            }
            (ItemField::Amount, Edition::Y2019) => {
                &["采购总金额", "采购金额", "采购总额", "采购总金额单位万元", "采购总金额万元", "采购总金额…"]
            }
            _ => &[],
        }
    }
}

impl Article20 {
    /// The numerals that name it within the article, as printed in folded text.
    pub(super) const fn numerals(self) -> [char; 2] {
        match self {
            Article20::One => ['一', '1'],
            Article20::Five => ['五', '5'],
            Article20::Six => ['六', '6'],
            Article20::Eight => ['八', '8'],
            Article20::Nine => ['九', '9'],
        }
    }
}
