//! The `sheets` binary: what the page reads spreadsheets with; all of it is in `gouji::module`.

use gouji as _;

fn main() {}
