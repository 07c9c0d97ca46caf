//! Traditional characters, for the reports that a site shows in 繁體 alone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The text with every simplified letter that the corpus uses turned into its traditional form.
pub fn traditional(text: &str) -> String {
    text.chars().map(|letter| TABLE.get(&letter).copied().unwrap_or(letter)).collect()
}

static TABLE: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    PAIRS.iter().flat_map(|line| line.chars().step_by(2).zip(line.chars().skip(1).step_by(2))).collect()
});

/// Simplified and traditional by turns, in the order of the simplified letter's code.
const PAIRS: &[&str] = &[
    "万萬与與专專业業两兩严嚴个個丰豐为爲举舉义義乌烏乡鄉书書于於云雲",
    "产產亿億从從众衆优優会會体體余餘偿償党黨兰蘭关關内內册冊农農决決",
    "况況准準减減划劃则則别別办辦务務动動区區医醫华華协協单單占佔卫衛",
    "厅廳历歷压壓县縣参參发發台臺号號后後听聽启啓员員咨諮园園围圍国國",
    "图圖场場坚堅处處备備复復够夠头頭实實审審宾賓对對导導将將层層属屬",
    "岗崗岭嶺广廣应應废廢开開强強归歸当當录錄彻徹征徵态態总總户戶执執",
    "扫掃护護报報据據数數断斷无無时時术術机機权權条條来來构構标標栏欄",
    "档檔桥橋检檢汇匯没沒泽澤测測济濟浏瀏湾灣满滿点點热熱环環现現电電",
    "疗療监監码碼确確碍礙称稱稳穩简簡类類纠糾级級纳納线線组組细細",
    "织織经經结結绕繞络絡统統继繼绩績续續维維编編缩縮缴繳网網罚罰",
    "职職联聯脚腳节節苍蒼苏蘇范範获獲营營补補见見规規视視览覽计計订訂",
    "认認训訓议議记記许許讼訟设設访訪评評识識诉訴词詞试試话話询詢说說",
    "请請读讀谁誰调調负負财財责責账賬质質购購贯貫费費资資转轉载載较較",
    "输輸达達迁遷过過还還这這进進适適邮郵采採里裏针針链鏈键鍵镇鎮长長",
    "门門问問间間闻聞闽閩阅閱队隊际際页頁项項预預领領频頻题題额額齐齊",
];
