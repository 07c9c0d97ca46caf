//! Invented organs of every kind and level. No name here is a real organ's.

use super::chance::Chance;
use gouji::report::{IssuerKind, Level};

/// An invented organ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organ {
    /// The name that the title carries.
    pub name: String,
    /// Its kind.
    pub kind: IssuerKind,
    /// Its true level, which the name need not prove.
    pub level: Level,
    /// How it speaks of itself: 我县, 我局.
    pub self_name: &'static str,
    /// How it speaks of its whole field: 全县, 全局.
    pub whole_name: &'static str,
}

impl Organ {
    /// Draws an organ.
    pub fn draw(chance: &mut Chance) -> Organ {
        let make = chance.pick(&[
            government as fn(&mut Chance) -> Organ,
            government,
            office,
            department,
            department,
            township,
            zone,
        ]);
        make(chance)
    }

    /// The county of [`Organ::departments_of_county`], whose report sums up theirs.
    pub fn county() -> Organ {
        Organ {
            name: "云陂县".to_owned(),
            kind: IssuerKind::Government,
            level: Level::County,
            self_name: "我县",
            whole_name: "全县",
        }
    }

    /// Up to twelve departments of one county.
    pub fn departments_of_county(many: usize) -> Vec<Organ> {
        DEPARTMENTS
            .iter()
            .take(many)
            .map(|department| Organ {
                name: format!("云陂县{department}"),
                kind: IssuerKind::Department,
                level: Level::County,
                self_name: "我单位",
                whole_name: "全系统",
            })
            .collect()
    }

    /// True where the law lets it make 规章: the governments of provinces and of cities with districts, and
    /// their offices, which speak for them.
    pub fn makes_rules(&self) -> bool {
        matches!(self.kind, IssuerKind::Government | IssuerKind::GovernmentOffice)
            && matches!(self.level, Level::Province | Level::Prefecture)
    }

    /// The last month in which Article 49 and local custom want the report: 1 or 3.
    pub fn deadline_month(&self) -> u8 {
        if self.kind == IssuerKind::Government { 3 } else { 1 }
    }
}

/// A place, its level and how one speaks of it.
type Place = (&'static str, Level, &'static str, &'static str);

const PLACES: [Place; 12] = [
    ("云岭省", Level::Province, "我省", "全省"),
    ("海岱自治区", Level::Province, "我区", "全区"),
    ("青岭市", Level::Prefecture, "我市", "全市"),
    ("泽川市", Level::Prefecture, "我市", "全市"),
    ("苍霞自治州", Level::Prefecture, "我州", "全州"),
    ("云陂县", Level::County, "我县", "全县"),
    ("石漳县", Level::County, "我县", "全县"),
    ("麻岭自治县", Level::County, "我县", "全县"),
    ("青岭市南汀区", Level::County, "我区", "全区"),
    ("泽川市柳浦区", Level::County, "我区", "全区"),
    ("乌兰敖旗", Level::County, "我旗", "全旗"),
    ("青岭市云陂县", Level::County, "我县", "全县"),
];

fn government(chance: &mut Chance) -> Organ {
    let (place, level, self_name, whole_name) = chance.pick(&PLACES);
    let name = if chance.odds(1, 2) { place.to_owned() } else { format!("{place}人民政府") };
    Organ { name, kind: IssuerKind::Government, level, self_name, whole_name }
}

fn office(chance: &mut Chance) -> Organ {
    let (place, level, ..) = chance.pick(&PLACES);
    let (word, self_name, whole_name) = if level == Level::Province || chance.odds(1, 4) {
        ("人民政府办公厅", "我厅", "全厅")
    } else {
        ("人民政府办公室", "我办", "全办")
    };
    Organ { name: format!("{place}{word}"), kind: IssuerKind::GovernmentOffice, level, self_name, whole_name }
}

const DEPARTMENTS: [&str; 12] = [
    "财政局",
    "自然资源和规划局",
    "住房和城乡建设局",
    "卫生健康委员会",
    "发展和改革委员会",
    "市场监督管理局",
    "教育体育局",
    "公安局",
    "信访局",
    "农业农村局",
    "医疗保障局",
    "水利局",
];

fn department(chance: &mut Chance) -> Organ {
    const OF_PROVINCES: [&str; 4] = ["教育厅", "财政厅", "自然资源厅", "卫生健康委员会"];
    let (place, level, ..) = chance.pick(&PLACES);
    let name = if level == Level::Province { chance.pick(&OF_PROVINCES) } else { chance.pick(&DEPARTMENTS) };
    let (self_name, whole_name) = match name.chars().last() {
        Some('厅') => ("我厅", "全厅"),
        Some('会') => ("我委", "全委"),
        _ => ("我局", "全局"),
    };
    Organ { name: format!("{place}{name}"), kind: IssuerKind::Department, level, self_name, whole_name }
}

fn township(chance: &mut Chance) -> Organ {
    let (name, self_name, whole_name) = chance.pick(&[
        ("白水镇人民政府", "我镇", "全镇"),
        ("云陂县白水镇人民政府", "我镇", "全镇"),
        ("云陂县石桥头乡人民政府", "我乡", "全乡"),
        ("青岭市南汀区柳湾街道办事处", "我街道", "全街道"),
        ("石漳县古渡口镇人民政府", "我镇", "全镇"),
        ("乌兰敖旗沙日布苏木人民政府", "我苏木", "全苏木"),
    ]);
    Organ { name: name.to_owned(), kind: IssuerKind::Township, level: Level::Township, self_name, whole_name }
}

fn zone(chance: &mut Chance) -> Organ {
    let (name, whole_name) = chance.pick(&[
        ("青岭经济技术开发区管理委员会", "全区"),
        ("泽川高新技术产业开发区管委会", "全区"),
        ("云陂工业园区管理委员会", "全园区"),
    ]);
    Organ {
        name: name.to_owned(),
        kind: IssuerKind::Other,
        level: Level::County,
        self_name: "我委",
        whole_name,
    }
}
