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
pub(super) const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
";
