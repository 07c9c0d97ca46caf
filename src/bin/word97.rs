//! The `word97` binary: what the page reads doc, wps and rtf with; all of it is in `gouji::module`.

use gouji as _;

fn main() {}
