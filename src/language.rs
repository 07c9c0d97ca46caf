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
