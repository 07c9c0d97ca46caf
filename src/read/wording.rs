//! The characters by which the readers tell what became of a text, and the marks of its outline. Not one word
//! of the statutory form is here.

/// Characters that Chinese in UTF-8 turns into when it is read as GBK, and that no text of today has:
/// 「，」, 「。」, 的, 政, 公, 可, 分, 本, 年, 因, 信, 议, 行, 规, 结, 新, 报, 申, and what a replacement
/// character becomes.
pub(super) const MISREAD: &[char] = &[
    '锛', '銆', '鐨', '鏀', '鍏', '鍙', '鍒', '鏈', '骞', '鍥', '淇', '璁', '琛', '瑙', '缁', '鏂', '鎶',
    '鐢', '锟',
];

/// Characters of traditional Chinese for which simplified text always has another.
pub(super) const TRADITIONAL: &[char] = &[
    '開', '報', '規', '範', '檔', '關', '總', '計', '數', '處', '決', '訴', '訟', '議', '結', '轉', '請',
    '類', '項', '屬', '國', '書', '對', '與', '為', '辦', '區', '縣', '鎮', '鄉', '機', '構', '務', '業',
    '會', '經', '產', '發', '動', '專', '員', '應', '當', '還', '進', '過', '設', '監', '證', '維', '護',
    '級', '復', '實', '點', '種', '條', '無', '從', '導', '據', '統', '編', '劃', '網',
];

/// Chinese numerals that number a heading.
pub(super) const NUMERALS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// What stands before the number of an article or a part: 第.
pub(super) const ORDINAL: char = '第';

/// Marks that end a sentence or a line of its own.
pub(super) const ENDS: &[char] = &['。', '！', '？', '；', '：', '!', '?', ';', ':', '…'];

/// The colon of a label, which makes a row of a table out of a line of metadata only seemingly.
pub(super) const COLON: char = '：';

/// The shapes of page numbers, blanks and slashes left out, each run of digits as one nought.
pub(super) const PAGE_NUMBERS: &[&str] = &["第0页", "第0页共0页", "共0页第0页", "page0", "page0of0"];

/// The ten stems that number an item: 甲, 乙, 丙.
#[cfg(feature = "docx")]
pub(super) const STEMS: &[char] = &['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// The ideographs of the 214 Kangxi radicals (U+2F00 on), in their order.
#[cfg(feature = "fixed")]
pub(super) const RADICALS: &[char] = &[
    '一', '丨', '丶', '丿', '乙', '亅', '二', '亠', '人', '儿', '入', '八', '冂', '冖', '冫', '几', '凵',
    '刀', '力', '勹', '匕', '匚', '匸', '十', '卜', '卩', '厂', '厶', '又', '口', '囗', '土', '士', '夂',
    '夊', '夕', '大', '女', '子', '宀', '寸', '小', '尢', '尸', '屮', '山', '巛', '工', '己', '巾', '干',
    '幺', '广', '廴', '廾', '弋', '弓', '彐', '彡', '彳', '心', '戈', '戶', '手', '支', '攴', '文', '斗',
    '斤', '方', '无', '日', '曰', '月', '木', '欠', '止', '歹', '殳', '毋', '比', '毛', '氏', '气', '水',
    '火', '爪', '父', '爻', '爿', '片', '牙', '牛', '犬', '玄', '玉', '瓜', '瓦', '甘', '生', '用', '田',
    '疋', '疒', '癶', '白', '皮', '皿', '目', '矛', '矢', '石', '示', '禸', '禾', '穴', '立', '竹', '米',
    '糸', '缶', '网', '羊', '羽', '老', '而', '耒', '耳', '聿', '肉', '臣', '自', '至', '臼', '舌', '舛',
    '舟', '艮', '色', '艸', '虍', '虫', '血', '行', '衣', '襾', '見', '角', '言', '谷', '豆', '豕', '豸',
    '貝', '赤', '走', '足', '身', '車', '辛', '辰', '辵', '邑', '酉', '釆', '里', '金', '長', '門', '阜',
    '隶', '隹', '雨', '靑', '非', '面', '革', '韋', '韭', '音', '頁', '風', '飛', '食', '首', '香', '馬',
    '骨', '高', '髟', '鬥', '鬯', '鬲', '鬼', '魚', '鳥', '鹵', '鹿', '麥', '麻', '黃', '黍', '黑', '黹',
    '黽', '鼎', '鼓', '鼠', '鼻', '齊', '齒', '龍', '龜', '龠',
];

/// The words of a date, and the code by which spreadsheets show one in them.
#[cfg(feature = "sheets")]
pub(super) const YEAR: char = '年';
#[cfg(feature = "sheets")]
pub(super) const MONTH: char = '月';
#[cfg(feature = "sheets")]
pub(super) const DAY: char = '日';
#[cfg(feature = "sheets")]
pub(super) const DATE_CODE: &str = "yyyy\"年\"m\"月\"d\"日\"";

/// What may stand beside the figures of a page number.
#[cfg(feature = "fixed")]
pub(super) const PAGE_NUMBER: &[char] = &['-', '—', '–', '－', '/', '·', '.', '~', '～', '第', '页', '共'];

/// Marks after which, and marks before which, no line breaks.
#[cfg(feature = "fixed")]
pub(super) const OPENING: &[char] =
    &['（', '(', '「', '『', '“', '‘', '”', '’', '"', '《', '〈', '〔', '【', '['];
#[cfg(feature = "fixed")]
pub(super) const CLOSING: &[char] = &[
    '）', ')', '」', '』', '”', '’', '》', '〉', '〕', '】', ']', '，', ',', '。', '、', '；', ';', '：',
    ':', '？', '！', '．', '.', '%', '％', '"', '“', '‘',
];

/// What stands after the number of an item.
#[cfg(feature = "fixed")]
pub(super) const AFTER_ITEM: &[char] = &['、', '.', '．', ')', '）'];

/// Characters without width: joiners, marks of direction and of order, a hyphen that is not shown.
#[cfg(feature = "fixed")]
pub(super) const INVISIBLE: &[char] =
    &['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];
