//! Writing, and when to stop it.

use crate::export::width::visible;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

/// Standard output.
pub(super) struct Output {
    to: BufWriter<StdoutLock<'static>>,
    /// The exit status if the reader goes away now.
    status: u8,
}

/// Why writing ended early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The reader has had enough (`gouji … | head`): no error, the status is that of what was written.
    ReaderGone {
        /// The exit status so far.
        status: u8,
    },
    /// A full disk and the like.
    Unwritable(io::Error),
}

impl Output {
    /// The process's own.
    pub(super) fn standard() -> Output {
        Output { to: BufWriter::new(io::stdout().lock()), status: 0 }
    }

    /// Writes `text`.
    pub(super) fn write(&mut self, text: &str) -> Result<(), Stop> {
        self.write_bytes(text.as_bytes())
    }

    /// Writes what is no text.
    pub(super) fn write_bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let written = self.to.write_all(bytes);
        self.stopped(written)
    }

    /// Hands on what was written so far, so that a reader of the stream sees it now.
    pub(super) fn flush(&mut self) -> Result<(), Stop> {
        let flushed = self.to.flush();
        self.stopped(flushed)
    }

    /// Remembers the exit status so far.
    pub(super) fn note_status(&mut self, status: u8) {
        self.status = self.status.max(status);
    }

    /// The gravest exit status noted.
    pub(super) fn status(&self) -> u8 {
        self.status
    }

    fn stopped(&self, result: io::Result<()>) -> Result<(), Stop> {
        result.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::ReaderGone { status: self.status },
            _ => Stop::Unwritable(error),
        })
    }
}

/// True where standard output is a terminal that wants colours: `NO_COLOR` (no-color.org) and `TERM=dumb` say no.
pub(super) fn wants_colour() -> bool {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    io::stdout().is_terminal() && !plain
}

/// Says `sentences` on standard error, a line each, without anything in a file's name or in the words given that
/// a terminal would obey. A closed standard error is nobody's trouble.
pub(super) fn complain(sentences: &str) {
    for sentence in sentences.lines() {
        drop(writeln!(io::stderr(), "{}", visible(sentence)));
    }
}

/// A bar on standard error that shows how far many files have come; only for a person who waits there and sees
/// nothing else move.
pub(super) struct Progress {
    total: usize,
    shown: bool,
}

impl Progress {
    /// Of `total` files.
    pub(super) fn new(total: usize) -> Progress {
        let shown = total >= 8 && io::stderr().is_terminal() && !io::stdout().is_terminal();
        Progress { total, shown }
    }

    /// `done` files are done.
    pub(super) fn show(&self, done: usize) {
        if !self.shown {
            return;
        }
        let filled = 24 * done / self.total.max(1);
        let bar: String = (0..24).map(|index| if index < filled { '#' } else { '.' }).collect();
        let end = if done == self.total { "\r\u{1b}[K" } else { "" };
        drop(write!(io::stderr(), "\r[{bar}] {done}/{}{end}", self.total));
    }
}
