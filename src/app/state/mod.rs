//! What the page knows, as a plain value. [`State::reduce`] takes an action and gives the next state and what
//! the browser has to do about it; nothing here touches the browser.

mod reduce;
mod route;
mod shared;
mod story;
mod walk;

#[cfg(test)]
mod tests;

pub use route::Route;
pub use shared::Shared;
pub use story::{Group, Story, Weight, story};
pub use walk::{Step, walk};

use crate::export::page::{Envelope, RuleDto, Statute};
use crate::language::Language;

/// The name of one source for as long as the page is open.
pub type SourceId = u32;

/// Everything that the page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The language it speaks.
    pub language: Language,
    /// What it shows.
    pub view: View,
    /// Large type, large targets, strong contrast (长辈模式).
    pub elder: bool,
    /// Whether single keys (`n`, `p`, `?`) do something.
    pub keys: bool,
    /// Whether the engine can be asked.
    pub engine: Engine,
    /// The sources, in the order they were given.
    pub entries: Vec<Entry>,
    /// The one that is shown.
    pub chosen: Option<SourceId>,
    /// What stands in the text area; kept until everything is cleared.
    pub draft: String,
    /// Whether the text area is open.
    pub drafting: bool,
    /// Which part of the document is shown.
    pub tab: Tab,
    /// What was clicked last: stays lit.
    pub selected: Option<Target>,
    /// What the pointer or the focus is on: lit for the moment.
    pub pointed: Option<Target>,
    /// True while something is dragged over the page.
    pub dragging: bool,
    /// Whether the list of keys is open.
    pub help: bool,
    /// The rule catalogue in the language spoken, once it was asked for.
    pub catalogue: Option<Shared<Vec<RuleDto>>>,
    /// A part of the address that waits for its result to come.
    pub awaited: Option<Route>,
    /// What the one live region says.
    pub announcement: String,
}

/// What the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Checking: the first screen, or a result.
    #[default]
    Check,
    /// The rule catalogue.
    Rules,
}

/// Whether the engine can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Not yet.
    Starting,
    /// Yes.
    Ready {
        /// The page is closed to the network, and tried it.
        sealed: bool,
    },
    /// Never.
    Failed,
}

/// One source and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name within the page.
    pub id: SourceId,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// The words that were pasted, so that they can be edited.
    pub pasted: Option<String>,
    /// What is being done.
    pub work: Work,
    /// The engine's answer, in the language it was asked in.
    pub answer: Option<(Language, Shared<Envelope>)>,
    /// Why there is no answer.
    pub problem: Option<Problem>,
}

/// What is being done about a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// It waits for its turn.
    Waiting,
    /// The engine is at it.
    Working,
    /// Nothing.
    Rest,
}

/// Why a source has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file could not be read (moved, changed or forbidden).
    Unreadable,
    /// The file is larger than what is read.
    TooLarge,
    /// The engine stopped at it.
    Engine,
    /// It took too long.
    Time,
    /// The user cancelled it.
    Cancelled,
}

/// A part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The document as it was read.
    Original,
    /// A statutory table.
    Sheet(Statute),
}

/// Something that can be pointed at and lights what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A finding, by its index.
    Finding(usize),
    /// A cell, by its name.
    Cell(String),
    /// The cells of a mark in a picture.
    Cells(Vec<String>),
    /// A block of the document, by its index.
    Block(usize),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The engine can be asked; whether the page is sealed.
    EngineReady(bool),
    /// The engine cannot be had.
    EngineFailed,
    /// Sources were given.
    Opened(Vec<Incoming>),
    /// The engine answered, or could not.
    Answered(SourceId, Language, Result<Shared<Envelope>, Problem>),
    /// The rule catalogue came.
    CatalogueCame(Language, Shared<Vec<RuleDto>>),
    /// Another source is to be shown.
    Chosen(SourceId),
    /// What is being worked on is to be given up.
    Cancelled,
    /// A source without an answer is to be tried again.
    Retried(SourceId),
    /// Everything is to be forgotten.
    Cleared,
    /// Another language.
    Spoken(Language),
    /// Large type on or off.
    ElderSet(bool),
    /// Single keys on or off.
    KeysSet(bool),
    /// Another part of the document.
    TabShown(Tab),
    /// Another part of the document, by the arrow keys: the focus goes along.
    TabStepped(Tab),
    /// A finding, a cell or a place was clicked.
    Selected(Target),
    /// The pointer or the focus is on something, or on nothing.
    Pointed(Option<Target>),
    /// The next finding (1) or the one before (-1).
    Stepped(isize),
    /// Escape was pressed.
    Escaped,
    /// The text area was opened or closed.
    DraftShown(bool),
    /// The text area was changed.
    DraftEdited(String),
    /// What stands in the text area is to be checked.
    DraftChecked,
    /// Something is dragged over the page, or no longer.
    Dragged(bool),
    /// The list of keys was opened or closed.
    HelpShown(bool),
    /// The address changed.
    Navigated(Route),
    /// Something was copied, or could not be.
    Copied(bool),
    /// Something is to be said in the live region.
    Said(String),
}

/// A source that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its name within the page.
    pub id: SourceId,
    /// The file's name; empty for pasted text.
    pub name: String,
    /// The words that were pasted.
    pub pasted: Option<String>,
}

/// Something for the browser to do after the state has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the engine about a source.
    Ask(SourceId, String, Language),
    /// Ask the engine for the rule catalogue.
    AskCatalogue(Language),
    /// Stop the engine's present work.
    Stop,
    /// Give these words to be checked as if they had been pasted.
    OpenText(String),
    /// Forget the bytes of every source.
    Forget,
    /// Keep a setting for the next visit.
    Keep(&'static str, &'static str),
    /// Say the document's language and size of type on `<html>`.
    Dress,
    /// Write the address.
    WriteRoute(Route),
    /// Open or close the list of keys.
    ShowHelp(bool),
    /// Bring something into view and put the focus on it.
    Show(Place),
    /// Bring something into view.
    Reveal(Place),
}

/// Something on the page that can be brought into view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The verdict.
    Verdict,
    /// A cell in its statutory table.
    Cell(String),
    /// A finding's card, by its index.
    Finding(usize),
    /// A block of the document.
    Block(usize),
    /// The heading of the present view.
    Heading,
    /// A rule in the catalogue, by its code.
    Rule(String),
    /// The text area.
    Draft,
    /// A tab.
    Tab(Tab),
}

impl State {
    /// The state before anything happened.
    pub fn new(language: Language) -> State {
        State {
            language,
            view: View::Check,
            elder: false,
            keys: true,
            engine: Engine::Starting,
            entries: Vec::new(),
            chosen: None,
            draft: String::new(),
            drafting: false,
            tab: Tab::Sheet(Statute::Requests),
            selected: None,
            pointed: None,
            dragging: false,
            help: false,
            catalogue: None,
            awaited: None,
            announcement: String::new(),
        }
    }

    /// The source that is shown.
    pub fn entry(&self) -> Option<&Entry> {
        self.chosen.and_then(|id| self.entries.iter().find(|entry| entry.id == id))
    }

    /// The answer that is shown.
    pub fn envelope(&self) -> Option<&Shared<Envelope>> {
        self.entry().and_then(|entry| entry.answer.as_ref()).map(|(_, envelope)| envelope)
    }

    /// The source that the engine is at.
    pub fn working(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.work == Work::Working)
    }

    /// The names of the cells that are lit: those of what is pointed at, or else of what was clicked.
    pub fn lit(&self) -> Vec<String> {
        let cells = |target: Option<&Target>| match target {
            Some(Target::Finding(index)) => {
                let finding = self.envelope().and_then(|envelope| envelope.review.findings.get(*index));
                finding.map(|finding| finding.cells.clone()).unwrap_or_default()
            }
            Some(Target::Cell(name)) => vec![name.clone()],
            Some(Target::Cells(names)) => names.clone(),
            Some(Target::Block(_)) | None => Vec::new(),
        };
        let mut lit = cells(self.pointed.as_ref().or(self.selected.as_ref()));
        // A mouse that rests on a cell adds that cell to those of a chosen finding, and does not put them out.
        if let (Some(Target::Cell(_)), Some(Target::Finding(_))) = (&self.pointed, &self.selected) {
            lit.extend(cells(self.selected.as_ref()));
        }
        lit
    }

    /// The block of the document that is lit: that of a finding without cells.
    pub fn lit_block(&self) -> Option<usize> {
        match self.pointed.as_ref().or(self.selected.as_ref()) {
            Some(Target::Block(index)) => Some(*index),
            Some(Target::Finding(index)) => {
                let finding = self.envelope()?.review.findings.get(*index)?;
                finding.place.filter(|_| finding.cells.is_empty()).map(|place| place.block)
            }
            _ => None,
        }
    }

    /// The finding that was clicked last.
    pub fn selected_finding(&self) -> Option<usize> {
        match self.selected {
            Some(Target::Finding(index)) => Some(index),
            _ => None,
        }
    }
}
