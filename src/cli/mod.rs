//! The command line: arguments and files in, texts and an exit status out.
//!
//! Results go to standard output, progress and complaints to standard error. The exit status is 0 where nothing
//! at or above `--deny` was found, 1 where something was, 2 where an input could not be read or the command was
//! not understood; 2 wins over 1.

mod arguments;
mod catalogue;
mod check;
mod convert;
mod input;
mod output;
mod wording;

use arguments::Command;
use output::{Output, Stop};
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let language = arguments::language(&arguments);
    let command = match arguments::parse(arguments) {
        Ok(command) => command,
        Err(error) => {
            output::complain(&error.sentence(language));
            return ExitCode::from(UNREAD);
        }
    };
    let mut output = Output::standard();
    let status = match command {
        Command::Help(topic) => output.write(wording::help(topic, language)).map(|()| CLEAN),
        Command::Version => output.write(wording::VERSION).map(|()| CLEAN),
        Command::Check(options) => check::run(&options, &mut output),
        Command::Rules { code, language } => catalogue::run(code.as_deref(), language, &mut output),
        Command::Convert(options) => convert::run(&options, &mut output),
    };
    match status.and_then(|status| output.flush().map(|()| status)) {
        Ok(status) => ExitCode::from(status),
        Err(Stop::ReaderGone { status }) => ExitCode::from(status),
        Err(Stop::Unwritable(error)) => {
            output::complain(&wording::unwritable(&error, language));
            ExitCode::from(UNREAD)
        }
    }
}

/// Exit status: nothing at or above `--deny`.
const CLEAN: u8 = 0;
/// Exit status: something at or above `--deny`.
const DENIED: u8 = 1;
/// Exit status: an input that could not be read, or wrong usage.
const UNREAD: u8 = 2;
