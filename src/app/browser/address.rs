//! The address: what it asks for, and what is written back to it.

use super::window;
use crate::app::state::Route;
use wasm_bindgen::JsValue;

/// The value of a parameter of the address: `sample` of `?sample=clean`. Only plain words are values.
pub fn parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    let pairs = search.strip_prefix('?')?.split('&');
    let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?.1;
    Some(value.to_owned())
}

/// What the part after `#` asks for.
pub fn read_route() -> Option<Route> {
    let fragment = window()?.location().hash().ok()?;
    let decoded = js_sys::decode_uri_component(&fragment).ok()?;
    Route::parse(&String::from(decoded))
}

/// Writes the part after `#` in the place of the present one.
pub fn write_route(route: &Route) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // A page from file:// may not write its address; it works all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.fragment()));
    }
}
