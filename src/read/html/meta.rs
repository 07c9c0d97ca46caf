//! What a page says about itself in its head: title, publication date, publisher.

use super::reference;
use super::token::Attributes;
use crate::document::Properties;
use crate::read::words::fold;

/// Names of `<meta>` that give the title of the text itself, the date and the publisher; the earlier of a list is
/// the better. The names of Chinese government sites come first (国务院办公厅's rules for their pages).
const TITLE: &[&str] = &["ArticleTitle", "og:title"];
const PUBLISHED: &[&str] =
    &["PubDate", "article:published_time", "publishdate", "DC.Date", "createDate", "others"];
const PUBLISHER: &[&str] = &["ContentSource", "SiteName", "og:site_name", "author"];

/// What was found so far, with the rank of the name that gave it.
#[derive(Debug, Default)]
pub(super) struct Head {
    properties: Properties,
    title: usize,
    published: usize,
    publisher: usize,
}

impl Head {
    /// Nothing found yet.
    pub(super) fn new() -> Head {
        let last = usize::MAX;
        Head { properties: Properties::default(), title: last, published: last, publisher: last }
    }

    /// Takes the text of a `<title>`; the first one that has words counts.
    pub(super) fn title(&mut self, text: &str) {
        if self.properties.title.is_none() {
            self.properties.title = Some(fold(&reference::kept(text))).filter(|title| !title.is_empty());
        }
    }

    /// Takes a `<meta>`.
    pub(super) fn meta(&mut self, attributes: &Attributes<'_>) {
        let (Some(attribute), Some(content)) = (attributes.name, attributes.content) else { return };
        let content = || Some(fold(&reference::attribute(content))).filter(|words| !words.is_empty());
        for (names, rank, place) in [
            (TITLE, &mut self.title, &mut self.properties.title),
            (PUBLISHED, &mut self.published, &mut self.properties.published),
            (PUBLISHER, &mut self.publisher, &mut self.properties.publisher),
        ] {
            let found = names.iter().position(|name| attribute.eq_ignore_ascii_case(name));
            if let (Some(found), Some(words)) = (found.filter(|found| found < rank), content()) {
                *rank = found;
                *place = Some(words);
            }
        }
    }

    /// What was found.
    pub(super) fn finish(self) -> Properties {
        self.properties
    }
}
