//! Brings a place of the page into view and puts the focus on it.

use super::{document, window};
use crate::app::state::Place;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Brings a place into view.
pub fn reveal(place: &Place) {
    if let Some(element) = element(place) {
        scroll(place, &element);
    }
}

/// Brings a place into view and puts the focus on it.
pub fn show(place: &Place) {
    let Some(element) = element(place) else { return };
    scroll(place, &element);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Puts the focus on a place; the browser scrolls no further than it must.
pub fn focus(place: &Place) {
    let element = element(place).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Opens or closes the list of keys.
pub fn show_help(open: bool) {
    let dialog = document().and_then(|document| document.get_element_by_id("help"));
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
        && dialog.open() != open
    {
        if open {
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    }
}

fn element(place: &Place) -> Option<Element> {
    if let Place::Cell(name) = place {
        // The same cell stands in the form and in the document; one of them is shown.
        let shown = format!(".panel:not([hidden]) [data-cell=\"{name}\"]");
        return document()?.query_selector(&shown).ok()?;
    }
    let id = match place {
        Place::Verdict | Place::Cell(_) => "verdict".to_owned(),
        Place::Finding(index) => format!("finding-{index}"),
        Place::Block(index) => format!("block-{index}"),
        Place::Heading => "heading".to_owned(),
        Place::Rule(code) => format!("rule-{code}"),
        Place::Field => "field".to_owned(),
        Place::Draft => "draft".to_owned(),
        Place::Tab(tab) => format!("tab-{}", tab.key()),
    };
    document()?.get_element_by_id(&id)
}

fn scroll(place: &Place, element: &Element) {
    if *place == Place::Verdict {
        // The verdict stands at the top; the bar above it belongs to the view.
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        return;
    }
    let still = window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_none_or(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if still { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_block(match place {
        Place::Cell(_) | Place::Block(_) => ScrollLogicalPosition::Center,
        Place::Verdict | Place::Heading | Place::Rule(_) => ScrollLogicalPosition::Start,
        Place::Finding(_) | Place::Field | Place::Draft | Place::Tab(_) => ScrollLogicalPosition::Nearest,
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
