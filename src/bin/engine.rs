//! The `engine` binary; all of it is in `gouji::worker`.

use gouji as _;

fn main() {}
