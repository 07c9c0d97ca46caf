//! One character for each thing that is written in several: half-width for full-width, the simplified character
//! for the traditional one, the character itself for the radical that a PDF's font gave in its place.

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
    looked_up(TRADITIONAL, character)
}

fn looked_up(table: &[(char, char)], character: char) -> char {
    table.binary_search_by_key(&character, |(from, _)| *from).map_or(character, |index| table[index].1)
}

/// Traditional characters that the form's words, headings, dates and organs are printed with, by code point;
/// and 它, which stands for 他 in 其它.
const TRADITIONAL: &[(char, char)] = &[
    ('佈', '布'),
    ('係', '系'),
    ('個', '个'),
    ('億', '亿'),
    ('優', '优'),
    ('內', '内'),
    ('別', '别'),
    ('創', '创'),
    ('動', '动'),
    ('務', '务'),
    ('區', '区'),
    ('協', '协'),
    ('員', '员'),
    ('問', '问'),
    ('單', '单'),
    ('國', '国'),
    ('團', '团'),
    ('執', '执'),
    ('報', '报'),
    ('學', '学'),
    ('它', '他'),
    ('實', '实'),
    ('審', '审'),
    ('寫', '写'),
    ('將', '将'),
    ('對', '对'),
    ('導', '导'),
    ('屬', '属'),
    ('廠', '厂'),
    ('廢', '废'),
    ('廳', '厅'),
    ('強', '强'),
    ('後', '后'),
    ('從', '从'),
    ('復', '复'),
    ('態', '态'),
    ('應', '应'),
    ('戶', '户'),
    ('採', '采'),
    ('據', '据'),
    ('數', '数'),
    ('於', '于'),
    ('時', '时'),
    ('曆', '历'),
    ('書', '书'),
    ('會', '会'),
    ('東', '东'),
    ('條', '条'),
    ('業', '业'),
    ('構', '构'),
    ('標', '标'),
    ('機', '机'),
    ('檔', '档'),
    ('權', '权'),
    ('歷', '历'),
    ('沒', '没'),
    ('況', '况'),
    ('減', '减'),
    ('漁', '渔'),
    ('濟', '济'),
    ('灣', '湾'),
    ('為', '为'),
    ('無', '无'),
    ('營', '营'),
    ('爲', '为'),
    ('獲', '获'),
    ('現', '现'),
    ('環', '环'),
    ('產', '产'),
    ('畝', '亩'),
    ('發', '发'),
    ('監', '监'),
    ('確', '确'),
    ('種', '种'),
    ('稱', '称'),
    ('穩', '稳'),
    ('範', '范'),
    ('糾', '纠'),
    ('納', '纳'),
    ('組', '组'),
    ('結', '结'),
    ('統', '统'),
    ('經', '经'),
    ('維', '维'),
    ('網', '网'),
    ('線', '线'),
    ('縣', '县'),
    ('總', '总'),
    ('織', '织'),
    ('繳', '缴'),
    ('繼', '继'),
    ('續', '续'),
    ('罰', '罚'),
    ('聽', '听'),
    ('臺', '台'),
    ('與', '与'),
    ('舉', '举'),
    ('萬', '万'),
    ('處', '处'),
    ('號', '号'),
    ('術', '术'),
    ('衛', '卫'),
    ('裏', '里'),
    ('補', '补'),
    ('裡', '里'),
    ('製', '制'),
    ('複', '复'),
    ('覆', '复'),
    ('見', '见'),
    ('規', '规'),
    ('計', '计'),
    ('訟', '讼'),
    ('訪', '访'),
    ('許', '许'),
    ('訴', '诉'),
    ('詢', '询'),
    ('話', '话'),
    ('認', '认'),
    ('請', '请'),
    ('議', '议'),
    ('護', '护'),
    ('變', '变'),
    ('貝', '贝'),
    ('負', '负'),
    ('財', '财'),
    ('責', '责'),
    ('費', '费'),
    ('貿', '贸'),
    ('資', '资'),
    ('質', '质'),
    ('購', '购'),
    ('車', '车'),
    ('轉', '转'),
    ('辦', '办'),
    ('農', '农'),
    ('這', '这'),
    ('進', '进'),
    ('過', '过'),
    ('鄉', '乡'),
    ('鎮', '镇'),
    ('長', '长'),
    ('門', '门'),
    ('閉', '闭'),
    ('開', '开'),
    ('間', '间'),
    ('關', '关'),
    ('險', '险'),
    ('電', '电'),
    ('韋', '韦'),
    ('頁', '页'),
    ('項', '项'),
    ('題', '题'),
    ('額', '额'),
    ('類', '类'),
    ('風', '风'),
    ('飛', '飞'),
    ('馬', '马'),
    ('體', '体'),
    ('鬥', '斗'),
    ('魚', '鱼'),
    ('鳥', '鸟'),
    ('鹵', '卤'),
    ('麥', '麦'),
    ('黃', '黄'),
    ('點', '点'),
    ('黽', '黾'),
    ('齊', '齐'),
    ('齒', '齿'),
    ('龍', '龙'),
    ('龜', '龟'),
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
