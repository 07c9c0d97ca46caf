//! A reader beside the engine: bytes in, a packed document out. It runs in the engine's worker, once for a file.

use crate::read::{Source, pack, read_in_module};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads one source; the engine's `check_read` takes what comes out.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Vec<u8> {
    pack(&read_in_module(Source { name, bytes }))
}
