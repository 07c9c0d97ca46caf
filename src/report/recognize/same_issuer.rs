//! Which reports are one organ's: by the names in their titles, in the ways that one name is written. A name that
//! fits two organs is nobody's but its own.

use super::wording::{ISSUER_NAME_FORMS, PLACE_ENDINGS};
use crate::report::Issuer;
use crate::report::form::fold;
use crate::sorted::{self, Listed};

/// The number of each issuer's family, counted in the order in which the families first stand; `None` where no
/// name is known. One family's titles name one organ: 青岭市 and 青岭市人民政府 are one, their office
/// (青岭市人民政府办公室, 青岭市政府办) is another; 青岭省青岭市 is 青岭市 where no other city of that name is among them.
pub fn issuer_families<'a>(issuers: impl IntoIterator<Item = Option<&'a Issuer>>) -> Vec<Option<usize>> {
    let keys: Vec<Option<String>> = issuers.into_iter().map(|issuer| key(&issuer?.name)).listed();
    let mut longest: Vec<&String> = keys.iter().flatten().listed();
    sorted::sort_by(&mut longest, |one, other| (other.len(), *one).cmp(&(one.len(), *other)));
    longest.dedup();
    // The fullest way in which each organ is named, and the organ that each key is of.
    let mut roots: Vec<&String> = Vec::new();
    let mut organs: Vec<(&String, &String)> = Vec::new();
    for key in longest {
        let mut fuller = roots.iter().filter(|root| is_of(key, root));
        let root = match (fuller.next(), fuller.next()) {
            (Some(root), None) => *root,
            _ => {
                roots.push(key);
                key
            }
        };
        organs.push((key, root));
    }
    let mut families: Vec<&String> = Vec::new();
    keys.iter()
        .map(|key| {
            let (_, root) = organs.iter().find(|(known, _)| Some(*known) == key.as_ref())?;
            Some(families.iter().position(|known| known == root).unwrap_or_else(|| {
                families.push(root);
                families.len() - 1
            }))
        })
        .listed()
}

/// A name without the ways of writing it: 人民政府 left out, an office by its shortest word.
fn key(name: &str) -> Option<String> {
    let mut name = fold(name);
    if let Some((ending, short)) = ISSUER_NAME_FORMS.iter().find(|(ending, _)| name.ends_with(ending)) {
        name.truncate(name.len() - ending.len());
        name.push_str(short);
    }
    (!name.is_empty()).then_some(name)
}

/// True where `root` is `key` with the names of the places above it before.
fn is_of(key: &str, root: &str) -> bool {
    let is_place = |text: &str| {
        PLACE_ENDINGS.iter().any(|(ending, _)| {
            text.match_indices(ending).any(|(start, _)| text[..start].chars().count() >= 2)
        })
    };
    root.strip_suffix(key).is_some_and(|above| {
        PLACE_ENDINGS.iter().any(|(ending, _)| above.ends_with(ending)) && is_place(above) && is_place(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::IssuerKind;

    #[test]
    fn names_of_one_organ_are_one_family_and_of_two_are_not() {
        let cases: &[(&[&str], &[usize])] = &[
            (&["青岭市", "青岭市人民政府", "青岭市政府"], &[0, 0, 0]),
            (&["青岭市人民政府", "青岭市人民政府办公室", "青岭市政府办"], &[0, 1, 1]),
            (&["青岭市", "青岭省青岭市人民政府", "青岭省"], &[0, 0, 1]),
            (&["湖东区财政局", "青岭市湖东区财政局", "青岭省青岭市湖东区财政局"], &[0, 0, 0]),
            // Two districts of one name: the bare name is neither's.
            (&["青岭市湖东区", "岭北市湖东区", "湖东区"], &[0, 1, 2]),
            (&["青岭市财政局", "青岭市水利局", "青岭省财政局"], &[0, 1, 2]),
            (&["财政局", "青岭市财政局"], &[0, 1]),
            (&["青岭市城市管理局", "城市管理局"], &[0, 1]),
            (&["白水街道", "白水街道办事处", "白水镇"], &[0, 0, 1]),
            (&["雲陂縣", "云陂县人民政府"], &[0, 0]),
        ];
        for (names, expected) in cases {
            let issuers: Vec<Issuer> = names
                .iter()
                .map(|name| Issuer { name: (*name).to_owned(), kind: IssuerKind::Unknown, level: None })
                .collect();
            let found = issuer_families(issuers.iter().map(Some));
            assert_eq!(found, expected.iter().map(|family| Some(*family)).collect::<Vec<_>>(), "{names:?}");
        }
        let nameless = Issuer { name: String::new(), kind: IssuerKind::Government, level: None };
        assert_eq!(issuer_families([None, Some(&nameless)]), [None, None]);
    }
}
