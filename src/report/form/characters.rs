//! One character for each thing that is written in several: half-width for full-width, the simplified character
//! for the traditional one, the character itself for the radical that a PDF's font gave in its place.

use std::borrow::Cow;

/// The plain form of a character: what the form's words are compared in.
pub fn plain(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{2f00}'..='\u{2fd5}' => {
            RADICALS.chars().nth(character as usize - 0x2f00).map_or(character, simplified)
        }
        '\u{2e80}'..='\u{2eff}' => looked_up(SUPPLEMENT, character),
        '\u{4e00}'..='\u{9fff}' => simplified(character),
        _ => character,
    }
}

/// True for the characters that words are made of: letters, digits and Chinese characters, in plain form.
pub fn is_of_words(character: char) -> bool {
    matches!(
        character,
        '\u{4e00}'..='\u{9fff}' | '0'..='9' | 'a'..='z' | 'A'..='Z' | '\u{3400}'..='\u{4dbf}' | '〇' | '○'
    )
}

fn simplified(character: char) -> char {
    if FIRST_LOOK[slot(character)] { looked_up(TRADITIONAL, character) } else { character }
}

/// Which slots of 4096 hold a character of [`TRADITIONAL`]: most characters need no search.
const FIRST_LOOK: [bool; 4096] = {
    let mut slots = [false; 4096];
    let mut index = 0;
    while index < TRADITIONAL.len() {
        slots[slot(TRADITIONAL[index].0)] = true;
        index += 1;
    }
    slots
};

const fn slot(character: char) -> usize {
    character as usize % 4096
}

/// `text` in plain characters; the text itself where it has no others.
pub fn plain_text(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| plain(character) == character) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(plain).collect())
    }
}

fn looked_up(table: &[(char, char)], character: char) -> char {
    table.binary_search_by_key(&character, |(from, _)| *from).map_or(character, |index| table[index].1)
}

/// Traditional and variant characters that the form's words, headings, dates and organs are printed with, by code
/// point; 它, which stands for 他 in 其它; 钩 for 勾 in 勾稽.
const TRADITIONAL: &[(char, char)] = &[
    ('並', '并'),
    ('佈', '布'),
    ('併', '并'),
    ('來', '来'),
    ('侷', '局'),
    ('係', '系'),
    ('個', '个'),
    ('傚', '效'),
    ('傢', '家'),
    ('傳', '传'),
    ('働', '动'),
    ('億', '亿'),
    ('內', '内'),
    ('兩', '两'),
    ('別', '别'),
    ('効', '效'),
    ('動', '动'),
    ('務', '务'),
    ('勝', '胜'),
    ('區', '区'),
    ('厤', '历'),
    ('叄', '叁'),
    ('咊', '和'),
    ('員', '员'),
    ('問', '问'),
    ('單', '单'),
    ('噹', '当'),
    ('囌', '苏'),
    ('囙', '因'),
    ('國', '国'),
    ('圍', '围'),
    ('園', '园'),
    ('圖', '图'),
    ('團', '团'),
    ('坿', '附'),
    ('埰', '采'),
    ('執', '执'),
    ('報', '报'),
    ('場', '场'),
    ('塲', '场'),
    ('學', '学'),
    ('它', '他'),
    ('寀', '采'),
    ('實', '实'),
    ('審', '审'),
    ('將', '将'),
    ('專', '专'),
    ('對', '对'),
    ('尙', '尚'),
    ('屬', '属'),
    ('嶺', '岭'),
    ('幣', '币'),
    ('廢', '废'),
    ('廣', '广'),
    ('廳', '厅'),
    ('強', '强'),
    ('彆', '别'),
    ('後', '后'),
    ('從', '从'),
    ('復', '复'),
    ('態', '态'),
    ('慶', '庆'),
    ('應', '应'),
    ('捲', '卷'),
    ('採', '采'),
    ('搆', '构'),
    ('據', '据'),
    ('擧', '举'),
    ('數', '数'),
    ('於', '于'),
    ('旹', '时'),
    ('時', '时'),
    ('暫', '暂'),
    ('曆', '历'),
    ('會', '会'),
    ('朞', '期'),
    ('朮', '术'),
    ('東', '东'),
    ('査', '查'),
    ('條', '条'),
    ('業', '业'),
    ('構', '构'),
    ('標', '标'),
    ('機', '机'),
    ('檔', '档'),
    ('檢', '检'),
    ('權', '权'),
    ('欵', '款'),
    ('歴', '历'),
    ('歷', '历'),
    ('決', '决'),
    ('沒', '没'),
    ('況', '况'),
    ('減', '减'),
    ('測', '测'),
    ('濟', '济'),
    ('為', '为'),
    ('無', '无'),
    ('爲', '为'),
    ('獲', '获'),
    ('現', '现'),
    ('環', '环'),
    ('產', '产'),
    ('産', '产'),
    ('甦', '苏'),
    ('當', '当'),
    ('癈', '废'),
    ('發', '发'),
    ('監', '监'),
    ('確', '确'),
    ('祕', '秘'),
    ('秊', '年'),
    ('稅', '税'),
    ('種', '种'),
    ('稱', '称'),
    ('穩', '稳'),
    ('穫', '获'),
    ('竝', '并'),
    ('筆', '笔'),
    ('範', '范'),
    ('糰', '团'),
    ('糾', '纠'),
    ('約', '约'),
    ('納', '纳'),
    ('級', '级'),
    ('組', '组'),
    ('結', '结'),
    ('絡', '络'),
    ('統', '统'),
    ('經', '经'),
    ('維', '维'),
    ('網', '网'),
    ('編', '编'),
    ('縣', '县'),
    ('總', '总'),
    ('織', '织'),
    ('繪', '绘'),
    ('繫', '系'),
    ('繳', '缴'),
    ('繼', '继'),
    ('續', '续'),
    ('纍', '累'),
    ('罰', '罚'),
    ('罸', '罚'),
    ('聞', '闻'),
    ('聯', '联'),
    ('職', '职'),
    ('脩', '修'),
    ('與', '与'),
    ('舉', '举'),
    ('舘', '馆'),
    ('華', '华'),
    ('萬', '万'),
    ('蘇', '苏'),
    ('蘓', '苏'),
    ('處', '处'),
    ('號', '号'),
    ('術', '术'),
    ('衛', '卫'),
    ('衞', '卫'),
    ('補', '补'),
    ('製', '制'),
    ('複', '复'),
    ('覆', '复'),
    ('見', '见'),
    ('規', '规'),
    ('視', '视'),
    ('覽', '览'),
    ('訂', '订'),
    ('計', '计'),
    ('訟', '讼'),
    ('訪', '访'),
    ('許', '许'),
    ('訴', '诉'),
    ('註', '注'),
    ('証', '证'),
    ('詢', '询'),
    ('試', '试'),
    ('詳', '详'),
    ('認', '认'),
    ('說', '说'),
    ('説', '说'),
    ('請', '请'),
    ('證', '证'),
    ('議', '议'),
    ('護', '护'),
    ('負', '负'),
    ('財', '财'),
    ('責', '责'),
    ('貳', '贰'),
    ('費', '费'),
    ('貿', '贸'),
    ('資', '资'),
    ('購', '购'),
    ('踰', '逾'),
    ('轉', '转'),
    ('辦', '办'),
    ('農', '农'),
    ('辳', '农'),
    ('這', '这'),
    ('週', '周'),
    ('進', '进'),
    ('過', '过'),
    ('適', '适'),
    ('鄉', '乡'),
    ('醫', '医'),
    ('鈎', '勾'),
    ('鉤', '勾'),
    ('錯', '错'),
    ('錶', '表'),
    ('鎭', '镇'),
    ('鎮', '镇'),
    ('钩', '勾'),
    ('長', '长'),
    ('門', '门'),
    ('開', '开'),
    ('間', '间'),
    ('關', '关'),
    ('陸', '陆'),
    ('隊', '队'),
    ('險', '险'),
    ('隻', '只'),
    ('雲', '云'),
    ('電', '电'),
    ('韆', '千'),
    ('響', '响'),
    ('頁', '页'),
    ('項', '项'),
    ('頟', '额'),
    ('題', '题'),
    ('額', '额'),
    ('類', '类'),
    ('風', '风'),
    ('餘', '余'),
    ('館', '馆'),
    ('騐', '验'),
    ('驗', '验'),
    ('體', '体'),
    ('髮', '发'),
    ('齣', '出'),
];

/// U+2F00 to U+2FD5, the Kangxi radicals, as the characters they stand for.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢\
    尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火\
    爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿\
    肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹\
    雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement block that stand for a character of their own, by code point.
const SUPPLEMENT: &[(char, char)] = &[
    ('\u{2e9f}', '母'),
    ('\u{2ea0}', '民'),
    ('\u{2ec4}', '西'),
    ('\u{2ec5}', '见'),
    ('\u{2ec9}', '贝'),
    ('\u{2ecb}', '车'),
    ('\u{2ed1}', '长'),
    ('\u{2ed3}', '长'),
    ('\u{2ed4}', '门'),
    ('\u{2ed8}', '青'),
    ('\u{2eda}', '页'),
    ('\u{2edb}', '风'),
    ('\u{2edc}', '飞'),
    ('\u{2ee2}', '马'),
    ('\u{2ee5}', '鱼'),
    ('\u{2ee6}', '鸟'),
    ('\u{2ee9}', '黄'),
    ('\u{2eec}', '齐'),
    ('\u{2eef}', '龙'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_differently_and_compared_alike() {
        let cases = [
            ("行政規範性檔案", "行政规范性档案"),
            ("（１）：，", "(1):,"),
            ("⾏政许可", "行政许可"),
            ("⽆法提供", "无法提供"),
            ("⻓沙", "长沙"),
            ("其它", "其他"),
            ("年月日", "年月日"),
        ];
        for (printed, expected) in cases {
            assert_eq!(printed.chars().map(plain).collect::<String>(), expected, "{printed}");
        }
        assert_eq!(RADICALS.chars().count(), 214);
        for table in [TRADITIONAL, SUPPLEMENT] {
            assert!(table.is_sorted_by_key(|(from, _)| *from));
            assert!(table.iter().all(|(_, to)| plain(*to) == *to), "plain twice is plain once");
        }
    }
}
