//! The two languages of gouji and the words that come in both.

/// A language that gouji speaks. Chinese comes first: the reports and their readers are Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Simplified Chinese (`zh`).
    #[default]
    Zh,
    /// English (`en`).
    En,
}

impl Language {
    /// The language of a code such as `zh`, `zh-CN`, `en` or `en-GB`; `None` for any other.
    pub fn from_code(code: &str) -> Option<Language> {
        match code.split(['-', '_']).next() {
            Some("zh") => Some(Language::Zh),
            Some("en") => Some(Language::En),
            _ => None,
        }
    }

    /// The code used in settings and addresses: `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }
}

/// Fixed words in both languages. A missing translation cannot be compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The words in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }

    /// The words with each `{name}` replaced by the value of that name, each language by its own. A name
    /// without a value stays as it is written, so that a slip is seen.
    pub fn fill(self, values: &[(&str, Sentence)]) -> Sentence {
        let filled = |language: Language| {
            let mut text = String::new();
            let mut rest = self.get(language);
            while let Some((before, after)) = rest.split_once('{') {
                text.push_str(before);
                let named = after.split_once('}').and_then(|(name, tail)| {
                    values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, tail))
                });
                match named {
                    Some((value, tail)) => {
                        text.push_str(value.get(language));
                        rest = tail;
                    }
                    None => {
                        text.push('{');
                        rest = after;
                    }
                }
            }
            text.push_str(rest);
            text
        };
        Sentence { zh: filled(Language::Zh), en: filled(Language::En) }
    }
}

/// A composed sentence in both languages, made from the same data at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Sentence {
    /// The same characters in both languages: a number, a printed word, an address.
    pub fn same(value: impl std::fmt::Display) -> Sentence {
        let text = value.to_string();
        Sentence { zh: text.clone(), en: text }
    }

    /// The items one after another: with 、 in Chinese, with commas in English.
    pub fn list(items: impl IntoIterator<Item = Sentence>) -> Sentence {
        Sentence::joined(items, Text { zh: "、", en: ", " })
    }

    /// The items one after another with `between` between them.
    pub fn joined(items: impl IntoIterator<Item = Sentence>, between: Text) -> Sentence {
        let mut whole = Sentence::default();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                whole.zh.push_str(between.zh);
                whole.en.push_str(between.en);
            }
            whole.zh.push_str(&item.zh);
            whole.en.push_str(&item.en);
        }
        whole
    }

    /// The sentence in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl From<Text> for Sentence {
    fn from(text: Text) -> Sentence {
        Sentence { zh: text.zh.to_owned(), en: text.en.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_in_each_language_and_unknown_ones_stay() {
        let text = Text { zh: "{row}为 {n}{unknown}", en: "{row}: {n} {" };
        let row = Sentence::from(Text { zh: "新收", en: "received" });
        let filled = text.fill(&[("row", row), ("n", Sentence::same(81))]);
        assert_eq!(filled.zh, "新收为 81{unknown}");
        assert_eq!(filled.en, "received: 81 {");
        let list = Sentence::list([Sentence::same(1), Sentence::same(2)]);
        assert_eq!((list.zh.as_str(), list.en.as_str()), ("1、2", "1, 2"));
    }
}
