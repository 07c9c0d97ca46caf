//! What the words after `gouji` ask for.

use super::wording;
use crate::language::Language;
use crate::rules::Severity;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::{OsStr, OsString};

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Say how gouji is used.
    Help(Topic),
    /// Say which gouji this is.
    Version,
    /// Review files.
    Check(CheckOptions),
    /// Print the catalogue, or one rule's page.
    Rules {
        /// The rule's code, or all.
        code: Option<String>,
        /// The language of the words.
        language: Language,
    },
    /// Write what was read in another format.
    Convert(ConvertOptions),
}

/// What help is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// All of gouji.
    Gouji,
    /// `gouji check`.
    Check,
    /// `gouji rules`.
    Rules,
    /// `gouji convert`.
    Convert,
}

/// How to review files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckOptions {
    /// How the result is written.
    pub format: CheckFormat,
    /// The language of the sentences.
    pub language: Language,
    /// The least severity that makes the exit status 1.
    pub deny: Severity,
    /// The file with the settings.
    pub settings: Option<OsString>,
    /// The report that the others add up to.
    pub roll_up: Option<OsString>,
    /// Files, folders and `-`, in the order given.
    pub inputs: Vec<OsString>,
}

/// How the result of a check is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CheckFormat {
    /// For people at a terminal.
    Text,
    /// One JSON value, `gouji-review/1`.
    Json,
    /// One review a line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// One finding a line.
    Csv,
    /// Headings and tables.
    Markdown,
}

/// How to convert a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ConvertOptions {
    /// The file, or `-`; of a roll-up, files and folders.
    pub inputs: Vec<OsString>,
    /// True where the tables of all inputs are added up.
    pub roll_up: bool,
    /// What to write.
    pub to: ConvertFormat,
    /// The language of complaints.
    pub language: Language,
}

/// What a file is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConvertFormat {
    /// Blocks, tables and cells as one JSON value.
    Json,
    /// Every printed square a line.
    Csv,
    /// A page with headings, paragraphs and tables.
    Html,
    /// The same as Markdown.
    Markdown,
}

/// Why the words were not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum UsageError {
    /// Nothing was asked.
    NoCommand,
    /// No such command.
    UnknownCommand(String),
    /// No such option here.
    UnknownOption(String),
    /// An option stands without its value.
    ValueMissing(String),
    /// An option that takes no value has this one.
    ValueUnwanted(String),
    /// An option's value is none of those it takes.
    UnknownValue {
        /// The option.
        option: &'static str,
        /// What was given.
        value: String,
        /// What it takes.
        allowed: &'static [&'static str],
    },
    /// No file was named.
    NoInput,
    /// More was named than the command takes.
    Surplus(String),
    /// An option has to be given.
    OptionMissing(&'static str),
    /// Standard input was named twice.
    StandardInputTwice,
    /// No rule of this code; the one that may be meant.
    UnknownRule(String),
}

impl UsageError {
    /// The complaint, with the way out.
    pub(super) fn sentence(&self, language: Language) -> String {
        wording::usage_error(self, language)
    }
}

/// The language asked for anywhere among the words, so that a complaint about any of them comes in it.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|code| code.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(language) = code.and_then(|code| Language::from_code(&code)) {
            return language;
        }
    }
    Language::default()
}

/// Understands the words after `gouji`.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Command, UsageError> {
    let mut parser = Parser::from_args(arguments);
    let mut about_language = false;
    while let Some(argument) = next(&mut parser)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return alone(&mut parser, Command::Help(Topic::Gouji)),
            Arg::Short('V') | Arg::Long("version") => return alone(&mut parser, Command::Version),
            Arg::Long("lang") => {
                language_value(&mut parser)?;
                about_language = true;
            }
            Arg::Value(word) => {
                return match word.to_string_lossy().as_ref() {
                    "check" => check(&mut parser),
                    "rules" => rules(&mut parser),
                    "convert" => convert(&mut parser),
                    "help" => help(&mut parser),
                    other => Err(UsageError::UnknownCommand(other.to_owned())),
                };
            }
            other => return Err(unknown(&other)),
        }
    }
    if about_language { Ok(Command::Help(Topic::Gouji)) } else { Err(UsageError::NoCommand) }
}

fn help(parser: &mut Parser) -> Result<Command, UsageError> {
    let mut topic = Topic::Gouji;
    while let Some(argument) = next(parser)? {
        match argument {
            Arg::Long("lang") => drop(language_value(parser)?),
            Arg::Value(word) => {
                topic = match word.to_string_lossy().as_ref() {
                    "check" => Topic::Check,
                    "rules" => Topic::Rules,
                    "convert" => Topic::Convert,
                    other => return Err(UsageError::UnknownCommand(other.to_owned())),
                }
            }
            other => return Err(unknown(&other)),
        }
    }
    Ok(Command::Help(topic))
}

fn check(parser: &mut Parser) -> Result<Command, UsageError> {
    let mut options = CheckOptions {
        format: CheckFormat::Text,
        language: Language::default(),
        deny: Severity::Error,
        settings: None,
        roll_up: None,
        inputs: Vec::new(),
    };
    while let Some(argument) = next(parser)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return alone(parser, Command::Help(Topic::Check)),
            Arg::Long("lang") => options.language = language_value(parser)?,
            Arg::Long("format") => options.format = choice(parser, "--format", &CHECK_FORMATS)?,
            Arg::Long("deny") => options.deny = choice(parser, "--deny", &DENIALS)?,
            Arg::Long("settings") => options.settings = Some(path_value(parser, "--settings")?),
            Arg::Long("roll-up") => options.roll_up = Some(path_value(parser, "--roll-up")?),
            Arg::Value(input) => options.inputs.push(input),
            other => return Err(unknown(&other)),
        }
    }
    if options.inputs.is_empty() {
        return Err(UsageError::NoInput);
    }
    let named = options.inputs.iter().chain(&options.roll_up);
    if named.filter(|input| input.as_os_str() == OsStr::new("-")).count() > 1 {
        return Err(UsageError::StandardInputTwice);
    }
    Ok(Command::Check(options))
}

fn rules(parser: &mut Parser) -> Result<Command, UsageError> {
    let (mut code, mut language) = (None, Language::default());
    while let Some(argument) = next(parser)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return alone(parser, Command::Help(Topic::Rules)),
            Arg::Long("lang") => language = language_value(parser)?,
            Arg::Value(word) if code.is_none() => code = Some(word.to_string_lossy().into_owned()),
            Arg::Value(word) => return Err(UsageError::Surplus(word.to_string_lossy().into_owned())),
            other => return Err(unknown(&other)),
        }
    }
    if let Some(code) = &code
        && crate::rules::rule(&code.to_uppercase()).is_none()
    {
        return Err(UsageError::UnknownRule(code.clone()));
    }
    Ok(Command::Rules { code: code.map(|code| code.to_uppercase()), language })
}

fn convert(parser: &mut Parser) -> Result<Command, UsageError> {
    let (mut inputs, mut roll_up, mut to, mut language) = (Vec::new(), false, None, Language::default());
    while let Some(argument) = next(parser)? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return alone(parser, Command::Help(Topic::Convert)),
            Arg::Long("lang") => language = language_value(parser)?,
            Arg::Long("to") => to = Some(choice(parser, "--to", &CONVERT_FORMATS)?),
            Arg::Long("roll-up") => roll_up = true,
            Arg::Value(word) => inputs.push(word),
            other => return Err(unknown(&other)),
        }
    }
    if let (Some(word), false) = (inputs.get(1), roll_up) {
        return Err(UsageError::Surplus(word.to_string_lossy().into_owned()));
    }
    if inputs.is_empty() {
        return Err(UsageError::NoInput);
    }
    let to = to.ok_or(UsageError::OptionMissing("--to json|csv|html|md"))?;
    Ok(Command::Convert(ConvertOptions { inputs, roll_up, to, language }))
}

const CHECK_FORMATS: Choices<CheckFormat, 6> = Choices {
    names: ["text", "json", "jsonl", "sarif", "csv", "markdown"],
    values: [
        CheckFormat::Text,
        CheckFormat::Json,
        CheckFormat::Jsonl,
        CheckFormat::Sarif,
        CheckFormat::Csv,
        CheckFormat::Markdown,
    ],
};
const DENIALS: Choices<Severity, 2> =
    Choices { names: ["error", "warning"], values: [Severity::Error, Severity::Warning] };
const CONVERT_FORMATS: Choices<ConvertFormat, 4> = Choices {
    names: ["json", "csv", "html", "md"],
    values: [ConvertFormat::Json, ConvertFormat::Csv, ConvertFormat::Html, ConvertFormat::Markdown],
};
const LANGUAGES: &[&str] = &["zh", "en"];

/// The values that an option takes, name and meaning side by side.
struct Choices<T, const N: usize> {
    names: [&'static str; N],
    values: [T; N],
}

fn choice<T: Copy, const N: usize>(
    parser: &mut Parser,
    option: &'static str,
    choices: &'static Choices<T, N>,
) -> Result<T, UsageError> {
    let value = value(parser, option)?;
    match choices.names.iter().position(|name| *name == value) {
        Some(index) => Ok(choices.values[index]),
        None => Err(UsageError::UnknownValue { option, value, allowed: &choices.names }),
    }
}

fn language_value(parser: &mut Parser) -> Result<Language, UsageError> {
    let value = value(parser, "--lang")?;
    match Language::from_code(&value) {
        Some(language) => Ok(language),
        None => Err(UsageError::UnknownValue { option: "--lang", value, allowed: LANGUAGES }),
    }
}

/// `command`, whose option stood without `=value`.
fn alone(parser: &mut Parser, command: Command) -> Result<Command, UsageError> {
    match parser.optional_value() {
        None => Ok(command),
        Some(value) => Err(UsageError::ValueUnwanted(value.to_string_lossy().into_owned())),
    }
}

fn value(parser: &mut Parser, option: &'static str) -> Result<String, UsageError> {
    let value = parser.value().map_err(|_| UsageError::ValueMissing(option.to_owned()))?;
    Ok(value.string().unwrap_or_else(|_| "\u{fffd}".to_owned()))
}

fn path_value(parser: &mut Parser, option: &'static str) -> Result<OsString, UsageError> {
    parser.value().map_err(|_| UsageError::ValueMissing(option.to_owned()))
}

fn next(parser: &mut Parser) -> Result<Option<Arg<'_>>, UsageError> {
    parser.next().map_err(|error| match error {
        lexopt::Error::UnexpectedValue { value, .. } => {
            UsageError::ValueUnwanted(value.to_string_lossy().into_owned())
        }
        other => UsageError::UnknownOption(other.to_string()),
    })
}

fn unknown(argument: &Arg<'_>) -> UsageError {
    UsageError::UnknownOption(match argument {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    })
}
