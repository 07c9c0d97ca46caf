//! What an action does to the state, and what it asks of the browser.

use super::{
    Action, Editing, Edits, Effect, Engine, Entry, Incoming, Place, Problem, Route, Shared, SourceId, State,
    Step, Tab, Target, View, Weight, Work, lay, story, walk,
};
use crate::app::wording;
use crate::export::json::FindingDto;
use crate::export::page::{Envelope, Statute, Suspicion};
use crate::language::Language;

impl State {
    /// Changes the state by `action`; what the browser has to do about it, in this order, or `None` where the
    /// pointer came to nothing new and all stays as it was.
    pub fn act(&mut self, action: Action) -> Option<Vec<Effect>> {
        let is_old = match &action {
            Action::Pointed(target) => *target == self.pointed,
            Action::Dragged(over) => *over == self.dragging,
            _ => false,
        };
        (!is_old).then(|| self.apply(action))
    }

    /// The state after `action`, and what the browser has to do about it.
    #[cfg(test)]
    pub fn reduce(mut self, action: Action) -> (State, Vec<Effect>) {
        let effects = self.apply(action);
        (self, effects)
    }

    fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::EngineReady(sealed) => {
                self.engine = Engine::Ready { sealed };
                let mut effects = self.ask_next();
                if self.view == View::Rules && self.catalogue.is_none() {
                    effects.push(Effect::AskCatalogue(self.language));
                }
                effects
            }
            Action::EngineFailed => {
                self.engine = Engine::Failed;
                Vec::new()
            }
            Action::Opened(incoming) => self.open(incoming),
            Action::Answered(id, language, result) => self.take_answer(id, language, result),
            Action::CatalogueCame(language, rules) => {
                if language == self.language {
                    self.catalogue = Some(rules);
                }
                match self.awaited.take() {
                    Some(Route::Rules(Some(code))) => vec![Effect::Show(Place::Rule(code))],
                    other => {
                        self.awaited = other;
                        Vec::new()
                    }
                }
            }
            Action::Chosen(id) => {
                self.chosen = Some(id);
                self.filter.clear();
                self.drafting = false;
                self.turn_to_gravest();
                vec![Effect::Show(Place::Verdict)]
            }
            Action::Cancelled => self.cancel(),
            Action::Retried(id) => {
                if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
                    entry.work = Work::Waiting;
                    entry.problem = None;
                }
                self.ask_next()
            }
            Action::Cleared => self.clear(),
            Action::Spoken(language) => self.speak(language),
            Action::ElderSet(on) => {
                self.elder = on;
                vec![Effect::Dress, Effect::Keep("elder", if on { "on" } else { "off" })]
            }
            Action::KeysSet(on) => {
                self.keys = on;
                vec![Effect::Keep("keys", if on { "on" } else { "off" })]
            }
            Action::TabShown(tab) => {
                self.tab = tab;
                vec![Effect::WriteRoute(Route::Tab(tab))]
            }
            Action::TabStepped(tab) => {
                self.tab = tab;
                vec![Effect::WriteRoute(Route::Tab(tab)), Effect::Show(Place::Tab(tab))]
            }
            Action::Selected(target) => self.select(target),
            Action::Pointed(target) => {
                self.pointed = target;
                Vec::new()
            }
            Action::Filtered(words) => {
                self.filter = words;
                Vec::new()
            }
            Action::Stepped(step) => self.step(step),
            Action::Walked(cell, step) => {
                let next = self.grid_of(&cell).and_then(|grid| walk(grid, &cell, step));
                next.map(|next| Effect::Focus(Place::Cell(next.to_owned()))).into_iter().collect()
            }
            Action::EditStarted(cell, text) => self.start_edit(cell, text),
            Action::Edited(text) => self.edit(text),
            Action::EditEnded(counts, step) => self.end_edit(counts, step),
            Action::Filled(texts) => self.fill(texts),
            Action::Pasted(cell, block) => {
                let laid = self.grid_of(&cell).map(|grid| lay(grid, &cell, &block)).unwrap_or_default();
                let texts = laid.into_iter().map(|(cell, text)| (cell.to_owned(), text.to_owned())).collect();
                self.editing = None;
                let mut effects = self.fill(texts);
                effects.push(Effect::Focus(Place::Cell(cell)));
                effects
            }
            Action::Reverted(back) => {
                let changed = self.entry_mut().is_some_and(|entry| entry.edits.step(back));
                if changed { self.ask_again() } else { Vec::new() }
            }
            Action::Escaped => {
                self.selected = None;
                self.pointed = None;
                Vec::new()
            }
            Action::DraftShown(open) => {
                self.drafting = open;
                if open { vec![Effect::Show(Place::Draft)] } else { Vec::new() }
            }
            Action::DraftEdited(text) => {
                self.draft = text;
                Vec::new()
            }
            Action::DraftChecked => vec![Effect::OpenText(self.draft.clone())],
            Action::Dragged(over) => {
                self.dragging = over;
                Vec::new()
            }
            Action::HelpShown(open) => {
                self.help = open;
                vec![Effect::ShowHelp(open)]
            }
            Action::Navigated(route) => self.navigate(route),
            Action::Said(words) => {
                self.announcement = words;
                Vec::new()
            }
            Action::Copied(done) => {
                let words = if done { wording::COPIED } else { wording::NOT_COPIED };
                self.announcement = words.get(self.language).to_owned();
                Vec::new()
            }
        }
    }

    fn open(&mut self, incoming: Vec<Incoming>) -> Vec<Effect> {
        self.dragging = false;
        let Some(first) = incoming.first().map(|source| source.id) else { return Vec::new() };
        self.view = View::Check;
        self.chosen = Some(first);
        self.filter.clear();
        self.selected = None;
        self.pointed = None;
        self.entries.extend(incoming.into_iter().map(|source| Entry {
            id: source.id,
            name: source.name,
            pasted: source.pasted,
            work: Work::Waiting,
            edits: Edits::default(),
            stale: false,
            answer: None,
            problem: None,
        }));
        self.announcement = wording::CHECKING.get(self.language).to_owned();
        self.ask_next()
    }

    /// Gives the engine the next source: the one that is shown first, then in the order they were given.
    fn ask_next(&mut self) -> Vec<Effect> {
        if !matches!(self.engine, Engine::Ready { .. }) || self.working().is_some() {
            return Vec::new();
        }
        let waits = |entry: &Entry| entry.work == Work::Waiting;
        let chosen = self.entries.iter().position(|entry| Some(entry.id) == self.chosen && waits(entry));
        let Some(next) = chosen.or_else(|| self.entries.iter().position(waits)) else { return Vec::new() };
        let entry = &mut self.entries[next];
        entry.work = Work::Working;
        vec![Effect::Ask(entry.id, self.language)]
    }

    fn take_answer(
        &mut self,
        id: SourceId,
        language: Language,
        result: Result<Shared<Envelope>, Problem>,
    ) -> Vec<Effect> {
        let (spoken, chosen) = (self.language, self.chosen);
        let working = |entry: &&mut Entry| entry.id == id && entry.work == Work::Working;
        let Some(entry) = self.entries.iter_mut().find(working) else { return Vec::new() };
        let is_first = entry.answer.is_none();
        let done = language == spoken && !std::mem::take(&mut entry.stale);
        entry.work = if done { Work::Rest } else { Work::Waiting };
        let before = entry.answer.clone();
        match result {
            Ok(envelope) => {
                entry.answer = Some((language, envelope));
                entry.problem = None;
            }
            Err(problem) => entry.problem = Some(problem),
        }
        if let (Some((spoken_before, before)), true) = (before, chosen == Some(id)) {
            self.keep_selection(&before);
            if let (true, Some(entry)) = (spoken_before == language, self.entry()) {
                self.announcement = wording::summary(entry, self.language);
            }
        }
        let mut effects = self.ask_next();
        if is_first && chosen == Some(id) {
            effects.extend(self.show_result());
        }
        effects
    }

    /// Another answer about the source that is shown has come: its findings have other numbers.
    fn keep_selection(&mut self, before: &Envelope) {
        let moved = |target: Option<Target>, now: &Envelope| match target {
            Some(Target::Finding(index)) => {
                let id = &before.review.findings.get(index)?.id;
                now.review.findings.iter().position(|finding| finding.id == *id).map(Target::Finding)
            }
            other => other,
        };
        let Some(now) = self.envelope().cloned() else { return };
        self.selected = moved(self.selected.take(), &now);
        self.pointed = moved(self.pointed.take(), &now);
    }

    /// The first answer about the source that is shown has come.
    fn show_result(&mut self) -> Vec<Effect> {
        self.turn_to_gravest();
        self.keep_unrecognised();
        let Some(entry) = self.entry() else { return Vec::new() };
        self.announcement = wording::summary(entry, self.language);
        let awaited = self.awaited.take();
        match (awaited, self.envelope()) {
            (Some(Route::Finding(id)), Some(_)) => self.navigate(Route::Finding(id)),
            (Some(Route::Tab(tab)), Some(_)) => {
                self.tab = tab;
                vec![Effect::Show(Place::Verdict)]
            }
            _ => vec![Effect::Show(Place::Verdict)],
        }
    }

    /// Pasted words that are no report go to the text area, unless something else stands there already.
    fn keep_unrecognised(&mut self) {
        let nothing = self.envelope().is_none_or(|envelope| envelope.review.report.is_none());
        let pasted = self.entry().and_then(|entry| entry.pasted.clone());
        match pasted {
            Some(text) if nothing => {
                if self.draft.trim().is_empty() {
                    self.draft = text;
                }
                self.drafting = true;
            }
            _ => self.drafting = false,
        }
    }

    /// Shows the part of the document where the gravest finding is.
    fn turn_to_gravest(&mut self) {
        self.selected = None;
        self.pointed = None;
        let Some(envelope) = self.envelope() else { return };
        if envelope.sheets.is_empty() {
            self.tab = Tab::Original;
            return;
        }
        let story = story(&envelope.review);
        let grave = story.groups.iter().filter(|group| group.weight == Weight::Error);
        let cell = grave
            .flat_map(|group| &group.findings)
            .filter_map(|index| envelope.review.findings.get(*index))
            .find_map(|finding| finding.cells.first());
        let statute = cell.and_then(|cell| Statute::of_cell(cell)).unwrap_or(Statute::Requests);
        self.tab = Tab::Sheet(statute);
    }

    fn cancel(&mut self) -> Vec<Effect> {
        let stopped = self.working().map(|_| Effect::Stop);
        for entry in self.entries.iter_mut().filter(|entry| entry.work != Work::Rest) {
            entry.work = Work::Rest;
            if entry.answer.is_none() {
                entry.problem = Some(Problem::Cancelled);
            }
        }
        self.announcement = wording::CANCELLED.get(self.language).to_owned();
        stopped.into_iter().collect()
    }

    fn clear(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.working().map(|_| Effect::Stop).into_iter().collect();
        let fresh = State::new(self.language);
        *self = State {
            elder: self.elder,
            keys: self.keys,
            engine: self.engine.clone(),
            catalogue: self.catalogue.take(),
            announcement: wording::CLEARED.get(self.language).to_owned(),
            ..fresh
        };
        effects.extend([Effect::Forget, Effect::WriteRoute(Route::Check), Effect::Show(Place::Heading)]);
        effects
    }

    fn speak(&mut self, language: Language) -> Vec<Effect> {
        if language == self.language {
            return Vec::new();
        }
        self.language = language;
        self.announcement.clear();
        self.catalogue = None;
        for entry in &mut self.entries {
            if entry.work == Work::Rest && entry.answer.is_some() {
                entry.work = Work::Waiting;
            }
        }
        let mut effects = vec![Effect::Dress, Effect::Keep("language", language.code())];
        if self.view == View::Rules {
            effects.push(Effect::AskCatalogue(language));
        }
        effects.extend(self.ask_next());
        effects
    }

    fn select(&mut self, target: Target) -> Vec<Effect> {
        match target {
            Target::Finding(index) => {
                let Some(place) = self.turn_to(index) else { return Vec::new() };
                let mut effects = self.write_finding(index);
                effects.extend(place.map(Effect::Show));
                effects
            }
            Target::Cell(name) => match self.finding_of(&name) {
                Some(index) => {
                    self.selected = Some(Target::Finding(index));
                    self.pointed = None;
                    let finding = self.envelope().and_then(|envelope| envelope.review.findings.get(index));
                    self.announcement = finding.map(|finding| finding.message.clone()).unwrap_or_default();
                    // The focus stays in the cell, which may be what is to be changed.
                    let mut effects = self.write_finding(index);
                    effects.push(Effect::Reveal(Place::Finding(index)));
                    effects
                }
                None => {
                    let mark = self.envelope().and_then(|envelope| envelope.marks.get(&name));
                    self.announcement =
                        mark.map(|mark| wording::about_cell(mark, self.language)).unwrap_or_default();
                    self.selected = Some(Target::Cell(name));
                    self.pointed = None;
                    Vec::new()
                }
            },
            Target::Cells(names) => {
                let statute = names.first().and_then(|name| Statute::of_cell(name));
                self.tab = statute.map_or(self.tab, Tab::Sheet);
                self.selected = Some(Target::Cells(names));
                Vec::new()
            }
            Target::Block(index) => {
                self.tab = Tab::Original;
                self.selected = Some(Target::Block(index));
                vec![Effect::Show(Place::Block(index))]
            }
        }
    }

    fn step(&mut self, step: isize) -> Vec<Effect> {
        let Some(index) = self.story().step(self.selected_finding(), step) else { return Vec::new() };
        let Some(place) = self.turn_to(index) else { return Vec::new() };
        let mut effects = self.write_finding(index);
        effects.extend(place.map(Effect::Reveal));
        effects.push(Effect::Show(Place::Finding(index)));
        effects
    }

    /// Selects a finding and turns to the part of the document where it is. `None` where there is no such
    /// finding; the place is `None` for one that is about the document as a whole.
    fn turn_to(&mut self, index: usize) -> Option<Option<Place>> {
        let envelope = self.envelope()?;
        let place = place_of(envelope, envelope.review.findings.get(index)?);
        match &place {
            Some(Place::Cell(name)) => {
                self.tab = Statute::of_cell(name).map_or(self.tab, Tab::Sheet);
            }
            Some(Place::Block(_)) => self.tab = Tab::Original,
            _ => {}
        }
        self.selected = Some(Target::Finding(index));
        self.pointed = None;
        Some(place)
    }

    /// The finding that a click on a cell leads to: the first that speaks of it, or the next after the one
    /// that is selected already.
    fn finding_of(&self, name: &str) -> Option<usize> {
        let review = &self.envelope()?.review;
        let speaking: Vec<usize> = story(review)
            .order()
            .into_iter()
            .filter(|index| review.findings[*index].cells.iter().any(|cell| cell == name))
            .collect();
        let present =
            self.selected_finding().and_then(|index| speaking.iter().position(|other| *other == index));
        let next = present.map_or(0, |present| (present + 1) % speaking.len().max(1));
        speaking.get(next).copied()
    }

    fn entry_mut(&mut self) -> Option<&mut Entry> {
        let chosen = self.chosen;
        self.entries.iter_mut().find(|entry| Some(entry.id) == chosen)
    }

    /// The engine is to look at what is shown once more.
    fn ask_again(&mut self) -> Vec<Effect> {
        if let Some(entry) = self.entry_mut() {
            entry.stale = entry.work == Work::Working;
            if !entry.stale {
                entry.work = Work::Waiting;
            }
        }
        self.ask_next()
    }

    fn start_edit(&mut self, cell: String, text: Option<String>) -> Vec<Effect> {
        let squares = self.grid_of(&cell).into_iter().flat_map(|grid| grid.rows.iter().flatten());
        let mut squares = squares.filter(|square| square.cell.as_deref() == Some(&cell));
        let Some(before) = squares.next().map(|square| square.text.clone()) else { return Vec::new() };
        let typed = text.is_some();
        let text = text.unwrap_or_else(|| before.clone());
        self.editing = Some(Editing { cell, text, before });
        let mut effects = if typed { self.ask_again() } else { Vec::new() };
        effects.push(Effect::Focus(Place::Field));
        effects
    }

    /// What is typed counts at once: the findings follow.
    fn edit(&mut self, text: String) -> Vec<Effect> {
        let Some(editing) = &mut self.editing else { return Vec::new() };
        editing.text = text;
        self.ask_again()
    }

    fn end_edit(&mut self, counts: bool, step: Option<Step>) -> Vec<Effect> {
        let Some(Editing { cell, text, before }) = self.editing.take() else { return Vec::new() };
        let mut effects = Vec::new();
        if text != before {
            match self.entry_mut() {
                Some(entry) if counts => entry.edits.add(vec![(cell.clone(), text)]),
                _ => effects = self.ask_again(),
            }
        }
        let next = step.and_then(|step| walk(self.grid_of(&cell)?, &cell, step)).map(str::to_owned);
        if step.is_some() || !counts {
            effects.push(Effect::Focus(Place::Cell(next.unwrap_or(cell))));
        }
        effects
    }

    /// Several cells in one step.
    fn fill(&mut self, texts: Vec<(String, String)>) -> Vec<Effect> {
        match self.entry_mut() {
            Some(entry) if !texts.is_empty() => entry.edits.add(texts),
            _ => return Vec::new(),
        }
        self.ask_again()
    }

    fn write_finding(&self, index: usize) -> Vec<Effect> {
        let finding = self.envelope().and_then(|envelope| envelope.review.findings.get(index));
        finding.map(|finding| Effect::WriteRoute(Route::Finding(finding.id.clone()))).into_iter().collect()
    }

    fn navigate(&mut self, route: Route) -> Vec<Effect> {
        match route {
            Route::Check => {
                self.view = View::Check;
                Vec::new()
            }
            Route::Rules(code) => {
                self.view = View::Rules;
                let ready = matches!(self.engine, Engine::Ready { .. });
                if self.catalogue.is_some() {
                    return vec![Effect::Show(code.map_or(Place::Heading, Place::Rule))];
                }
                self.awaited = Some(Route::Rules(code));
                let ask = ready.then_some(Effect::AskCatalogue(self.language));
                ask.into_iter().chain([Effect::Show(Place::Heading)]).collect()
            }
            Route::Tab(tab) => {
                self.view = View::Check;
                self.tab = tab;
                if self.envelope().is_none() {
                    self.awaited = Some(Route::Tab(tab));
                }
                Vec::new()
            }
            Route::Finding(id) => {
                self.view = View::Check;
                let Some(envelope) = self.envelope() else {
                    self.awaited = Some(Route::Finding(id));
                    return Vec::new();
                };
                let index = envelope.review.findings.iter().position(|finding| finding.id == id);
                let Some(index) = index else { return Vec::new() };
                let place = self.turn_to(index).flatten();
                let reveal = place.map(Effect::Reveal);
                reveal.into_iter().chain([Effect::Show(Place::Finding(index))]).collect()
            }
        }
    }
}

/// Where to look first: the cell that the least change names, else the total, else the first cell, else where
/// the finding says.
fn place_of(envelope: &Envelope, finding: &FindingDto) -> Option<Place> {
    let named =
        |cell: &&String| envelope.marks.get(*cell).is_some_and(|mark| mark.suspicion == Suspicion::Named);
    let total = |cell: &&String| finding.roles.get(*cell).is_some_and(|role| role == "total");
    let cells = || finding.cells.iter();
    match cells().find(named).or_else(|| cells().find(total)).or_else(|| cells().next()) {
        Some(cell) => Some(Place::Cell(cell.clone())),
        None => finding.place.map(|place| Place::Block(place.block)),
    }
}
