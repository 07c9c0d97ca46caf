//! What stands on `<html>`: the language, the size of type, the title.

use super::document;
use crate::app::state::State;
use crate::app::wording;
use crate::language::Language;

/// Says the state's language and size of type on the document.
pub fn dress(state: &State) {
    let Some(document) = document() else { return };
    document.set_title(wording::TITLE.get(state.language));
    if let Some(root) = document.document_element() {
        let language = match state.language {
            Language::Zh => "zh-CN",
            Language::En => "en",
        };
        let _ = root.set_attribute("lang", language);
        let _ = root.class_list().toggle_with_force("elder", state.elder);
    }
}
