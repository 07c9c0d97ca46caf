//! The `fixed` binary: what the page reads PDF and OFD with; all of it is in `gouji::module`.

use gouji as _;

fn main() {}
