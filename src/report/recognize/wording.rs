//! The words around the form that recognition goes by: what cells say beside a number.

use crate::report::{IssuerKind, Level, Unit};

/// The words around a page's number: 第 3 页 共 12 页.
pub(super) const PAGE_WORDS: (&str, &str, &str) = ("第", "页", "共");

/// The head of a column that holds remarks beside the form's own.
pub(super) const REMARK_HEADS: &[&str] = &["备注", "备考", "附注", "说明"];

/// Words that say there is nothing to count.
pub(super) const DASH_WORDS: &[&str] =
    &["无", "無", "暂无", "没有", "不涉及", "不适用", "未发生", "无此项", "N/A", "n/a", "NA"];

/// Words for a change downwards, longest first.
pub(super) const DOWN_WORDS: &[&str] = &["减少", "減少", "减", "減", "负", "下降"];

/// Words for a change upwards, longest first.
pub(super) const UP_WORDS: &[&str] = &["增加", "新增", "增长", "增"];

/// Words before a number that change nothing about it.
pub(super) const BEFORE_A_NUMBER: &[&str] = &["共计", "合计", "总计", "共", "人民币"];

/// Units of money, longest first; the flag marks those that say money only where money is expected.
pub(super) const AMOUNT_UNITS: &[(&str, Unit, bool)] = &[
    ("亿元", Unit::YiYuan, false),
    ("万元", Unit::WanYuan, false),
    ("萬元", Unit::WanYuan, false),
    ("元整", Unit::Yuan, false),
    ("元", Unit::Yuan, false),
    ("亿", Unit::YiYuan, true),
    ("万", Unit::WanYuan, true),
];

/// Measure words that may follow a count.
pub(super) const MEASURE_WORDS: &[char] = &[
    '件', '条', '個', '个', '项', '宗', '份', '次', '起', '人', '封', '篇', '部', '例', '批', '笔', '條',
    '項',
];

/// Units that stand in a square alone where its number was never written.
pub(super) const UNITS_ALONE: &[&str] = &["件", "个", "条", "项", "元", "万元"];

/// How a remark without brackets begins.
pub(super) const REMARK_OPENINGS: &[&str] = &["其中", "含", "包括", "包含", "注"];

/// Words that announce the statistical period.
pub(super) const PERIOD_WORDS: &[&str] = &[
    "统计期限",
    "统计周期",
    "统计时限",
    "统计时间",
    "统计期间",
    "统计时段",
    "数据期限",
    "数据时限",
    "所列数据",
    "数据统计",
    "时间范围",
    "起止时间",
    "报告期",
    "统计数据",
];

/// Words between the two ends of a period.
pub(super) const PERIOD_LINKS: &[char] = &[
    '至', '到', '起', '止', '-', '—', '–', '~', '～', '―', '－', '日', '从', '自', ' ', '\u{3000}', '\u{a0}',
    '\n',
];

/// Labels of a publication date, and of other dates of a document that stand for it where there is none.
pub(super) const PUBLISHED_WORDS: &[&str] =
    &["发布日期", "发布时间", "公开日期", "公开时间", "发表时间", "发表日期"];
pub(super) const DATED_WORDS: &[&str] =
    &["发文日期", "发文时间", "成文日期", "生成日期", "制发日期", "印发日期", "日期", "时间"];

/// Parts of a date.
pub(super) const YEAR: char = '年';
pub(super) const MONTH: char = '月';
pub(super) const DAYS: [char; 2] = ['日', '号'];

/// What a title is about, longest first.
pub(super) const SUBJECTS: &[&str] =
    &["政府信息公开", "政府信息与政务公开", "政务信息公开", "政务公开", "信息公开"];

/// How a title ends.
pub(super) const TITLE_ENDINGS: &[&str] =
    &["报告", "年报", "报告全文", "报告文字版", "报告图文版", "报告公示"];

/// How a line begins that speaks of the report and is not its title.
pub(super) const NOT_A_TITLE: &[&str] =
    &["根据", "依据", "按照", "本报告", "现将", "为", "关于印发", "附件", "上一篇", "下一篇", "表"];

/// Words before the issuer in a title.
pub(super) const BEFORE_AN_ISSUER: &[&str] =
    &["关于公布", "关于发布", "关于报送", "关于上报", "关于", "正文", "标题", "名称"];

/// Words between the issuer and the rest of a title, the outermost first.
pub(super) const BEHIND_AN_ISSUER: &[&str] = &["年度", "的", "本级", "关于"];

/// Marks with which a page's `<title>` sets the site's name apart.
pub(super) const TITLE_SEPARATORS: &[char] = &['_', '|', '-', '—', '–', '－', '｜', '/', '>', '»', '·'];

/// How an issuer's name ends, longest first within what could be confused, and the kind of organ that says.
pub(super) const ISSUER_ENDINGS: &[(&str, IssuerKind)] = &[
    ("镇人民政府办公室", IssuerKind::Township),
    ("乡人民政府办公室", IssuerKind::Township),
    ("人民政府办公厅", IssuerKind::GovernmentOffice),
    ("人民政府办公室", IssuerKind::GovernmentOffice),
    ("政府办公厅", IssuerKind::GovernmentOffice),
    ("政府办公室", IssuerKind::GovernmentOffice),
    ("政府办", IssuerKind::GovernmentOffice),
    ("镇人民政府", IssuerKind::Township),
    ("乡人民政府", IssuerKind::Township),
    ("苏木人民政府", IssuerKind::Township),
    ("镇政府", IssuerKind::Township),
    ("乡政府", IssuerKind::Township),
    ("街道办事处", IssuerKind::Township),
    ("街道办", IssuerKind::Township),
    ("街道", IssuerKind::Township),
    ("民族乡", IssuerKind::Township),
    ("苏木", IssuerKind::Township),
    ("镇", IssuerKind::Township),
    ("乡", IssuerKind::Township),
    ("人民政府", IssuerKind::Government),
    ("行政公署", IssuerKind::Government),
    ("行署", IssuerKind::Government),
    ("市政府", IssuerKind::Government),
    ("县政府", IssuerKind::Government),
    ("区政府", IssuerKind::Government),
    ("省政府", IssuerKind::Government),
    ("州政府", IssuerKind::Government),
    ("旗政府", IssuerKind::Government),
    ("管委会", IssuerKind::Other),
    ("办事处", IssuerKind::Other),
    ("管理区", IssuerKind::Other),
    ("集团", IssuerKind::Other),
    ("公司", IssuerKind::Other),
    ("医院", IssuerKind::Other),
    ("大学", IssuerKind::Other),
    ("学院", IssuerKind::Other),
    ("学校", IssuerKind::Other),
    ("自治区", IssuerKind::Government),
    ("省", IssuerKind::Government),
    ("市", IssuerKind::Government),
    ("州", IssuerKind::Government),
    ("盟", IssuerKind::Government),
    ("县", IssuerKind::Government),
    ("旗", IssuerKind::Government),
    ("区", IssuerKind::Government),
    ("联合会", IssuerKind::Department),
    ("委员会", IssuerKind::Department),
    ("合作社", IssuerKind::Department),
    ("研究室", IssuerKind::Department),
    ("办公室", IssuerKind::Department),
    ("办公厅", IssuerKind::Department),
    ("支队", IssuerKind::Department),
    ("总队", IssuerKind::Department),
    ("大队", IssuerKind::Department),
    ("中心", IssuerKind::Department),
    ("局", IssuerKind::Department),
    ("厅", IssuerKind::Department),
    ("委", IssuerKind::Department),
    ("部", IssuerKind::Department),
    ("署", IssuerKind::Department),
    ("办", IssuerKind::Department),
    ("院", IssuerKind::Department),
    ("所", IssuerKind::Department),
    ("站", IssuerKind::Department),
    ("处", IssuerKind::Department),
    ("馆", IssuerKind::Department),
    ("社", IssuerKind::Department),
    ("队", IssuerKind::Department),
    ("会", IssuerKind::Department),
];

/// Words that make a district or a committee a zone's.
pub(super) const ZONE_WORDS: &[&str] = &[
    "开发区",
    "园区",
    "高新区",
    "经开区",
    "工业区",
    "保税区",
    "度假区",
    "示范区",
    "试验区",
    "合作区",
    "风景区",
    "风景名胜区",
    "景区",
    "名胜区",
    "产业区",
    "集聚区",
    "新区",
    "新城",
    "自贸区",
    "空港",
    "农场",
    "林场",
];

/// The four municipalities that are provinces.
pub(super) const MUNICIPALITIES: &[&str] = &["北京市", "天津市", "上海市", "重庆市"];

/// Endings of an issuer's name that say the same, and the shortest way to say it; the longer first.
pub(super) const ISSUER_NAME_FORMS: &[(&str, &str)] = &[
    ("人民政府办公厅", "政府办"),
    ("人民政府办公室", "政府办"),
    ("政府办公厅", "政府办"),
    ("政府办公室", "政府办"),
    ("人民政府", ""),
    ("政府", ""),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
    ("管理委员会", "管委会"),
];

/// How the name of a place ends and the level that proves, where it proves one.
pub(super) const PLACE_ENDINGS: &[(&str, Option<Level>)] = &[
    ("自治区", Some(Level::Province)),
    ("自治州", Some(Level::Prefecture)),
    ("自治县", Some(Level::County)),
    ("自治旗", Some(Level::County)),
    ("省", Some(Level::Province)),
    ("州", None),
    ("盟", Some(Level::Prefecture)),
    ("地区", Some(Level::Prefecture)),
    ("县", Some(Level::County)),
    ("旗", Some(Level::County)),
    ("市", None),
    ("区", None),
];

/// How the name of an organ of the State Council begins.
pub(super) const NATIONAL_OPENINGS: &[&str] = &["国家", "中华人民共和国", "国务院"];

/// Words in which a whole jurisdiction speaks of itself, and those of a single organ and of a township.
pub(super) const JURISDICTION_WORDS: &[&str] =
    &["我区", "全区", "我县", "全县", "我市", "全市", "我省", "全省", "我州", "全州", "我旗", "全旗", "全盟"];
pub(super) const ORGAN_WORDS: &[&str] = &[
    "我局",
    "本局",
    "我委",
    "本委",
    "我厅",
    "本厅",
    "我办",
    "本办",
    "我单位",
    "本单位",
    "我中心",
    "我院",
    "全局",
];
pub(super) const TOWNSHIP_WORDS: &[&str] =
    &["我镇", "我乡", "我街道", "本镇", "本乡", "本街道", "全镇", "全乡"];
