//! The `gouji` binary; all of it is in `gouji::cli`.

fn main() {}
