//! A table, marked like a reviewer marks it: ticks on what was reconciled, strokes under what does not hold, a
//! ring around what may be wrong.

use super::{Hands, button};
use crate::app::browser::cell_at;
use crate::app::state::{Action, Editing, Shared, Target, action_of_key};
use crate::app::wording;
use crate::export::page::{
    BlockDto, CellMark, Envelope, Grid, Square, SquareKind, Standing, Statute, Suspicion,
};
use crate::language::Language;
use web_sys::HtmlInputElement;
use yew::{
    Callback, Classes, Component, Context, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent,
    Properties, TargetCast, classes, html,
};

/// Rows of a document's table that are drawn before the reader asks for more.
const FIRST_ROWS: usize = 200;

/// A head over more rows than this is set in a narrow column.
const TALL: usize = 12;

/// A table of the envelope.
pub struct GridTable {
    /// The cell that the tab key leads to.
    home: Option<String>,
    all_rows: bool,
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// A statutory table, by its index among the sheets.
    Sheet(usize),
    /// A table of the document, by its block.
    Block(usize),
}

/// What the table is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// Where the table and its marks are.
    pub envelope: Shared<Envelope>,
    /// Which table.
    pub which: Which,
    /// The language.
    pub language: Language,
    /// The names of the cells that are lit.
    pub lit: Vec<String>,
    /// The cell that is being typed into, if it may be one of this table.
    pub editing: Option<Editing>,
    /// How it makes itself heard.
    pub hands: Hands,
}

/// What the table is told.
pub enum Message {
    /// The focus came to a cell.
    Focused(String),
    /// The other rows are wanted.
    AllRows,
}

impl Component for GridTable {
    type Message = Message;
    type Properties = Given;

    fn create(_: &Context<Self>) -> GridTable {
        GridTable { home: None, all_rows: false }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Focused(name) => self.home = Some(name),
            Message::AllRows => self.all_rows = true,
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, old: &Given) -> bool {
        let new = context.props();
        if new.envelope != old.envelope {
            self.home = None;
        }
        new != old
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let given = context.props();
        let Some(grid) = given.grid() else { return Html::default() };
        let first = || grid.rows.iter().flatten().find_map(|square| square.cell.as_deref());
        let home = self.home.as_deref().or_else(first);
        let shown = if self.all_rows { grid.rows.len() } else { grid.rows.len().min(FIRST_ROWS) };
        let rows = grid.rows.iter().take(shown).enumerate().map(|(index, row)| {
            let lit =
                row.iter().any(|square| square.cell.as_ref().is_some_and(|cell| given.lit.contains(cell)));
            html! {
                <tr key={index} class={classes!(lit.then_some("lit-row"))}>
                    { for row.iter().enumerate().map(|(column, square)| given.square(column, square, home)) }
                </tr>
            }
        });
        let class = classes!("form", grid.statute.map(Statute::key));
        html! {
            <div class="scroller" onclick={given.clicked()} ondblclick={given.opened()} onmouseover={given.hovered()}
                onmouseleave={given.hands.does(Action::Pointed(None))} onkeydown={given.pressed()}
                onfocusin={self.focused(context)} oninput={given.typed()} onfocusout={given.left()}>
                <table {class}>
                    if let Some(caption) = &grid.caption {
                        <caption>{ caption }</caption>
                    }
                    { columns(grid) }
                    <tbody>{ for rows }</tbody>
                </table>
                if shown < grid.rows.len() {
                    { button("second", wording::MORE_ROWS.get(given.language), context.link().callback(|_| Message::AllRows)) }
                }
            </div>
        }
    }
}

impl GridTable {
    /// Remembers the cell that has the focus, and lights it.
    fn focused(&self, context: &Context<Self>) -> Callback<FocusEvent> {
        let act = context.props().hands.act.clone();
        let link = context.link().clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(name) = cell_of(&event) {
                act.emit(Action::Pointed(Some(Target::Cell(name.clone()))));
                link.send_message(Message::Focused(name));
            }
        })
    }
}

impl Given {
    fn grid(&self) -> Option<&Grid> {
        match self.which {
            Which::Sheet(index) => self.envelope.sheets.get(index),
            Which::Block(index) => match self.envelope.document.get(index) {
                Some(BlockDto::Table(grid)) => Some(grid),
                _ => None,
            },
        }
    }

    fn square(&self, column: usize, square: &Square, home: Option<&str>) -> Html {
        let spans = (span(square.row_span), span(square.column_span));
        let (rowspan, colspan) = spans;
        let text = square.text.as_str();
        match square.kind {
            SquareKind::ColumnHead => {
                let scope = if square.column_span > 1 { "colgroup" } else { "col" };
                html! { <th key={column} {scope} class="column" {rowspan} {colspan}>{ text }</th> }
            }
            SquareKind::RowHead => {
                html! { <th key={column} scope="row" class="row" {rowspan} {colspan}>{ text }</th> }
            }
            SquareKind::GroupHead => {
                html! { <th key={column} scope="rowgroup" class={classes!("group", (square.row_span > TALL).then_some("tall"))} {rowspan} {colspan}>{ text }</th> }
            }
            SquareKind::Plain => html! { <td key={column} {rowspan} {colspan}>{ text }</td> },
            SquareKind::Missing => html! { <td key={column} class="missing" {rowspan} {colspan} /> },
            SquareKind::Figure => {
                let name = square.cell.clone().unwrap_or_default();
                let mark = self.envelope.marks.get(&name).cloned().unwrap_or_default();
                let words = wording::mark_words(&mark, self.language);
                let is_sheet = matches!(self.which, Which::Sheet(_));
                let id = is_sheet.then(|| format!("cell-{name}"));
                let tabindex = if home == Some(name.as_str()) { "0" } else { "-1" };
                let lit = self.lit.contains(&name).then_some("lit");
                let class = classes!("figure", mark_classes(&mark), lit);
                if let Some(editing) = self.editing.as_ref().filter(|editing| editing.cell == name) {
                    return html! {
                        <td key={column} {class} {rowspan} {colspan}>
                            <input id="field" class="text" data-cell={name} value={editing.text.clone()} inputmode="decimal"
                                autocomplete="off" aria-label={mark.label} />
                        </td>
                    };
                }
                html! {
                    <td key={column} {class} {rowspan} {colspan}>
                        <button type="button" id={id.clone()} data-testid={id} data-cell={name} {tabindex}
                            title={wording::cell_title(&mark, self.language)}>
                            if let Some(was) = &mark.was {
                                <del aria-hidden="true">{ if was.is_empty() { "□" } else { was } }</del>
                            }
                            if text.is_empty() {
                                <span class="hidden">{ wording::BLANK.get(self.language) }</span>
                            } else {
                                <span class="number">{ text }</span>
                            }
                            if let (Suspicion::None, Some(to)) = (mark.suspicion, &mark.to) {
                                <span class="pencil" aria-hidden="true">{ to }</span>
                            }
                            if !words.is_empty() {
                                <span class="hidden">{ words }</span>
                            }
                        </button>
                    </td>
                }
            }
        }
    }

    fn clicked(&self) -> Callback<MouseEvent> {
        let act = self.hands.act.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(name) = cell_of(&event) {
                act.emit(Action::Selected(Target::Cell(name)));
            }
        })
    }

    fn hovered(&self) -> Callback<MouseEvent> {
        let act = self.hands.act.clone();
        Callback::from(move |event: MouseEvent| {
            act.emit(Action::Pointed(cell_of(&event).map(Target::Cell)));
        })
    }

    fn opened(&self) -> Callback<MouseEvent> {
        let act = self.hands.act.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(name) = cell_of(&event) {
                act.emit(Action::EditStarted(name, None));
            }
        })
    }

    fn typed(&self) -> Callback<InputEvent> {
        let act = self.hands.act.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                act.emit(Action::Edited(field.value()));
            }
        })
    }

    /// What was typed counts when the focus leaves its field.
    fn left(&self) -> Callback<FocusEvent> {
        let act = self.hands.act.clone();
        Callback::from(move |event: FocusEvent| {
            if event.target_dyn_into::<HtmlInputElement>().is_some() {
                act.emit(Action::EditEnded(true, None));
            }
        })
    }

    fn pressed(&self) -> Callback<KeyboardEvent> {
        let given = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let Some(name) = cell_of(&event) else { return };
            let typing = event.target_dyn_into::<HtmlInputElement>().is_some();
            if let Some(action) = action_of_key(&event.key(), event.shift_key(), typing, name) {
                event.prevent_default();
                given.hands.act.emit(action);
            }
        })
    }
}

/// The name of the cell that an event came from.
fn cell_of(event: &impl TargetCast) -> Option<String> {
    event.target_dyn_into().and_then(cell_at)
}

/// The columns of a statutory table, so that all figures have the same width.
fn columns(grid: &Grid) -> Html {
    let heads: &[&str] = match grid.statute {
        Some(Statute::Requests) => &["tall", "group", "words"],
        Some(Statute::Disputes) => &[],
        Some(Statute::Proactive) | None => return Html::default(),
    };
    let figures = grid.rows.last().map_or(0, |row| row.iter().filter(|square| square.cell.is_some()).count());
    html! {
        <colgroup>
            { for heads.iter().map(|class| html! { <col class={*class} /> }) }
            { for (0..figures).map(|_| html! { <col class="figure" /> }) }
        </colgroup>
    }
}

fn mark_classes(mark: &CellMark) -> Classes {
    let standing = match mark.standing {
        Standing::Open => None,
        Standing::Held => Some("held"),
        Standing::HeldBlankAsZero => Some("held-as-zero"),
        Standing::Undecided => Some("undecided"),
        Standing::Broken => Some("broken"),
    };
    let suspicion = match mark.suspicion {
        Suspicion::None => None,
        Suspicion::Possible => Some("possible"),
        Suspicion::Named => Some("suspect"),
    };
    classes!(mark.zero.then_some("zero"), mark.was.is_some().then_some("amended"), standing, suspicion)
}

fn span(count: usize) -> Option<String> {
    (count > 1).then(|| count.to_string())
}
