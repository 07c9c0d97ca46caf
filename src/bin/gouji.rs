//! The `gouji` binary; all of it is in `gouji::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    gouji::cli::main()
}
