//! Whose report it is: kind and level, only as far as the name proves them; content words only break ties.

use super::lines::Lines;
use super::wording::{
    ISSUER_ENDINGS, JURISDICTION_WORDS, MUNICIPALITIES, NATIONAL_OPENINGS, ORGAN_WORDS, PLACE_ENDINGS,
    TOWNSHIP_WORDS, ZONE_WORDS,
};
use crate::report::form::{fold, plain_text};
use crate::report::{Issuer, IssuerKind, Level};

/// The issuer by its printed name, or, where no name was found, by the words in which the report speaks of itself.
pub(super) fn issuer(lines: &Lines<'_>, name: Option<&str>) -> Option<Issuer> {
    let (kind, level) = name.map_or((IssuerKind::Unknown, None), kind_and_level);
    let kind = if kind == IssuerKind::Unknown && name.is_none() { kind_by_words(lines) } else { kind };
    match name {
        Some(name) => Some(Issuer { name: name.to_owned(), kind, level }),
        None if kind != IssuerKind::Unknown => {
            let level = (kind == IssuerKind::Township).then_some(Level::Township);
            Some(Issuer { name: String::new(), kind, level })
        }
        None => None,
    }
}

/// Kind and level of an organ by its name.
fn kind_and_level(name: &str) -> (IssuerKind, Option<Level>) {
    let name = fold(name);
    if names_two(&name) {
        return (IssuerKind::Unknown, None);
    }
    let Some(&(ending, mut kind)) = ISSUER_ENDINGS
        .iter()
        .filter(|(ending, _)| name.ends_with(ending))
        .max_by_key(|(ending, _)| ending.len())
    else {
        return (IssuerKind::Unknown, None);
    };
    let zone = ZONE_WORDS.iter().any(|word| name.contains(word));
    let bare_place = kind == IssuerKind::Government && !ending.contains("政府") && !ending.contains('署');
    if zone && (bare_place || name.ends_with("管理委员会")) {
        kind = IssuerKind::Other;
    }
    let level = match kind {
        IssuerKind::Township => Some(Level::Township),
        IssuerKind::Government | IssuerKind::GovernmentOffice => government_level(&name, bare_place),
        IssuerKind::Department => department_level(&name),
        IssuerKind::Other | IssuerKind::Unknown => None,
    };
    (kind, level)
}

/// 某市人民政府（市人民政府办公厅）: two organs in one name, with two deadlines.
fn names_two(name: &str) -> bool {
    name.match_indices("人民政府").count() > 1 && name.contains("办公")
}

fn government_level(name: &str, bare_place: bool) -> Option<Level> {
    let place = match name.find("人民政府").or_else(|| name.find("行政公署")).or_else(|| name.find("行署"))
    {
        Some(end) => &name[..end],
        None if bare_place => name,
        None => return None,
    };
    if MUNICIPALITIES.contains(&place) {
        return Some(Level::Province);
    }
    // Only a district has a people's government; a bare 区 may be a zone.
    if place.ends_with('区') && !place.ends_with("自治区") && !bare_place {
        return Some(Level::County);
    }
    level_of_place(place)
}

fn level_of_place(place: &str) -> Option<Level> {
    PLACE_ENDINGS.iter().find(|(ending, _)| place.ends_with(ending)).and_then(|(_, level)| *level)
}

/// The level of a department by the lowest place in its name: 某县财政局.
fn department_level(name: &str) -> Option<Level> {
    if NATIONAL_OPENINGS.iter().any(|opening| name.starts_with(opening)) {
        return Some(Level::National);
    }
    let lowest = PLACE_ENDINGS
        .iter()
        .filter_map(|(ending, level)| {
            let start = name.rfind(ending)?;
            let end = start + ending.len();
            (start > 0 && end < name.len()).then_some((end, ending.len(), *level))
        })
        .max_by_key(|(end, length, _)| (*end, *length));
    lowest.and_then(|(_, _, level)| level)
}

/// The kind by the words in which the report speaks of itself, where one kind of organ speaks so far more
/// than another.
fn kind_by_words(lines: &Lines<'_>) -> IssuerKind {
    let mut counts = [0usize; 3];
    let vocabularies = [JURISDICTION_WORDS, ORGAN_WORDS, TOWNSHIP_WORDS];
    for line in (0..lines.len()).filter(|line| !lines.line(*line).grid) {
        for piece in lines.pieces(line) {
            let text = plain_text(piece.text);
            for (count, words) in counts.iter_mut().zip(vocabularies) {
                *count += words.iter().map(|word| text.matches(word).count()).sum::<usize>();
            }
        }
    }
    match counts {
        [jurisdiction, organ, 0] if jurisdiction > 1 && jurisdiction >= 3 * organ => IssuerKind::Government,
        [_, organ, 0] if organ > 1 => IssuerKind::Department,
        [_, 0, township] if township > 1 => IssuerKind::Township,
        _ => IssuerKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_prove_a_kind_and_sometimes_a_level() {
        use IssuerKind::*;
        let cases = [
            ("青岭省", Government, Some(Level::Province)),
            ("青岭省人民政府", Government, Some(Level::Province)),
            ("青岭市", Government, None),
            ("青岭市人民政府", Government, None),
            ("上海市人民政府办公厅", GovernmentOffice, Some(Level::Province)),
            ("青岭市人民政府办公室", GovernmentOffice, None),
            ("云陂县人民政府", Government, Some(Level::County)),
            ("云陂县人民政府办公室", GovernmentOffice, Some(Level::County)),
            ("云陂县政府办", GovernmentOffice, None),
            ("青岭市湖东区人民政府", Government, Some(Level::County)),
            ("青岭市湖东区", Government, None),
            ("青岭经济技术开发区", Other, None),
            ("青岭市高新区管理委员会", Other, None),
            ("青岭市高新区管委会", Other, None),
            ("青岭市国有资产监督管理委员会", Department, None),
            ("青岭省财政厅", Department, Some(Level::Province)),
            ("云陂县财政局", Department, Some(Level::County)),
            ("青岭市云陂县财政局", Department, Some(Level::County)),
            ("青岭市财政局", Department, None),
            ("青岭市湖东区财政局", Department, None),
            ("青岭市科委", Department, None),
            ("国家测绘局", Department, Some(Level::National)),
            ("白水镇", Township, Some(Level::Township)),
            ("云陂县白水镇人民政府", Township, Some(Level::Township)),
            ("白水街道办事处", Township, Some(Level::Township)),
            ("青岭市人民政府（市人民政府办公厅）", Unknown, None),
            ("岭北自治州", Government, Some(Level::Prefecture)),
            ("岭北盟行政公署", Government, Some(Level::Prefecture)),
            ("岭北自治县", Government, Some(Level::County)),
            ("岭北自治州财政局", Department, Some(Level::Prefecture)),
            ("某某", Unknown, None),
        ];
        for (name, kind, level) in cases {
            assert_eq!(kind_and_level(name), (kind, level), "{name}");
        }
    }
}
