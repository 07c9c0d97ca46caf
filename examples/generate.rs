//! Writes invented reports in every layout, each with its truth as JSON beside it:
//! `cargo run --example generate -- --count 100 --seed 1 --layouts Html,Bars --out DIR`.

#[path = "../tests/corpus/mod.rs"]
mod corpus;

use corpus::layout::Layout;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut count, mut seed, mut out) = (1u64, 1u64, None);
    let mut layouts = Layout::ALL.to_vec();
    while let Some(argument) = arguments.next() {
        let Some(value) = arguments.next() else { return usage() };
        match (argument.as_str(), value.parse()) {
            ("--count", Ok(number)) => count = number,
            ("--seed", Ok(number)) => seed = number,
            ("--layouts", _) => {
                layouts.retain(|layout| value.split(',').any(|name| name == format!("{layout:?}")));
            }
            ("--out", _) => out = Some(PathBuf::from(value)),
            _ => return usage(),
        }
    }
    let Some(out) = out else { return usage() };
    match write(&out, &layouts, seed, count) {
        Ok(files) => {
            eprintln!("{files} reports in {}", out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", out.display());
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generate --out DIR [--count REPORTS] [--seed FIRST] [--layouts NAME,NAME]");
    ExitCode::from(2)
}

fn write(out: &Path, layouts: &[Layout], first: u64, count: u64) -> std::io::Result<usize> {
    std::fs::create_dir_all(out)?;
    let mut files = 0;
    for seed in first..first + count {
        for layout in layouts {
            let (truth, rendered) = corpus::case(seed, *layout);
            let path = out.join(&rendered.name);
            std::fs::write(&path, &rendered.bytes)?;
            let json = corpus::json::truth(&truth, &rendered);
            std::fs::write(path.with_added_extension("json"), json)?;
            files += 1;
        }
    }
    Ok(files)
}
