//! What is kept for the next visit. Storage may be forbidden or full: then nothing is kept.

use super::window;

const PREFIX: &str = "gouji.";

/// The kept value of a setting.
pub fn kept(name: &str) -> Option<String> {
    let storage = window()?.local_storage().ok()??;
    storage.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// Keeps a setting.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok()).flatten() {
        let _ = storage.set_item(&format!("{PREFIX}{name}"), value);
    }
}
