//! The `engine` binary; all of it is in `gouji::worker`.

fn main() {}
