//! Everything that touches the browser: the engine's port, files and the clipboard, settings, the address,
//! focus. What a browser may refuse is `None` or an action, never a panic.

mod address;
mod dress;
mod engine;
mod incoming;
mod output;
mod settings;
mod sight;

pub use address::{parameter, read_route, write_route};
pub use dress::dress;
pub use engine::{Answer, Engine};
pub use incoming::{Given, Listeners, cell_at, sample};
pub use output::{copy, copy_rich, print, save_findings, save_review};
pub use settings::{keep, kept};
pub use sight::{focus, reveal, show, show_help};

use web_sys::{Document, Window};

/// The window. There is one wherever the page runs.
fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
