//! What the page knows, as a plain value. [`State::reduce`] takes an action and gives the next state and what
//! the browser has to do about it; nothing here touches the browser.

mod edits;
mod prose;
mod reduce;
mod route;
mod shared;
mod story;
mod walk;

#[cfg(test)]
mod tests;

pub use edits::{Editing, Edits, block};
pub use prose::{Piece, pieces};
pub use route::Route;
pub use shared::Shared;
pub use story::{Group, Story, Weight, story};
pub use walk::{Step, action_of_key, lay, walk};

use crate::export::page::{BlockDto, Envelope, Grid, RuleDto, Statute};
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
    /// What the findings are searched for.
    pub filter: String,
    /// What was clicked last: stays lit.
    pub selected: Option<Target>,
    /// What the pointer or the focus is on: lit for the moment.
    pub pointed: Option<Target>,
    /// The cell that is being typed into.
    pub editing: Option<Editing>,
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
    /// What was changed by hand.
    pub edits: Edits,
    /// True where more was changed since the engine was asked.
    pub stale: bool,
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
    /// The findings are searched for something else.
    Filtered(String),
    /// The next finding (1) or the one before (-1).
    Stepped(isize),
    /// The focus is to go from a cell to another.
    Walked(String, Step),
    /// A cell is to be typed into: from what stands in it, or from this text.
    EditStarted(String, Option<String>),
    /// The text of the cell that is being typed into was changed.
    Edited(String),
    /// The typing is over: whether it counts, and where to go from there.
    EditEnded(bool, Option<Step>),
    /// Cells are to have these texts, in one step.
    Filled(Vec<(String, String)>),
    /// A block of texts is to be laid on the table, its first on this cell.
    Pasted(String, Vec<Vec<String>>),
    /// The last change is to be taken back (`true`), or made again.
    Reverted(bool),
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
    Ask(SourceId, Language),
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
    /// Put the focus on something.
    Focus(Place),
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
    /// The field of the cell that is being typed into.
    Field,
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
            filter: String::new(),
            selected: None,
            pointed: None,
            editing: None,
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

    /// The changes of a source, as the engine takes them.
    pub fn edits_of(&self, entry: &Entry) -> String {
        entry.edits.lines(self.editing.as_ref().filter(|_| self.chosen == Some(entry.id)))
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

    /// Whether one of these cells is lit.
    pub fn lights(&self, cells: &[String]) -> bool {
        self.lit().iter().any(|lit| cells.contains(lit))
    }

    /// The findings as they are told, as far as the filter lets them through.
    pub fn story(&self) -> Story {
        let Some(envelope) = self.envelope() else { return Story::default() };
        let wanted = self.filter.trim().to_ascii_lowercase();
        let mut story = story(&envelope.review);
        for group in &mut story.groups {
            group.findings.retain(|index| {
                envelope.review.findings.get(*index).is_some_and(|finding| {
                    let labels = finding.cells.iter().filter_map(|cell| envelope.marks.get(cell));
                    let words = [&finding.id, &finding.message, &finding.hint, &finding.basis];
                    words
                        .into_iter()
                        .chain(labels.map(|mark| &mark.label))
                        .any(|words| words.to_ascii_lowercase().contains(&wanted))
                })
            });
        }
        story.groups.retain(|group| !group.findings.is_empty());
        story
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

    /// The table that is shown and has this cell.
    pub fn grid_of(&self, cell: &str) -> Option<&Grid> {
        let envelope = self.envelope()?;
        let has =
            |grid: &&Grid| grid.rows.iter().flatten().any(|square| square.cell.as_deref() == Some(cell));
        match self.tab {
            Tab::Sheet(_) => envelope.sheets.iter().find(has),
            Tab::Original => envelope.document.iter().find_map(|block| match block {
                BlockDto::Table(grid) => Some(grid).filter(has),
                _ => None,
            }),
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
