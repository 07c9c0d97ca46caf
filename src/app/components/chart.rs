//! A picture: its question, one sentence, the drawing, and its numbers as a table.

use super::{Hands, drawing, length, view_box};
use crate::app::state::{Action, Shared, Target};
use crate::app::wording;
use crate::chart::{Mark, Scene};
use crate::export::page::Envelope;
use crate::language::Language;
use web_sys::Element;
use yew::{
    Callback, Component, Context, Html, KeyboardEvent, MouseEvent, Properties, TargetCast, classes, html,
};

/// A picture of the envelope.
pub struct Chart {
    /// The mark that the keys are at.
    at: Option<usize>,
}

/// What the picture is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// Where the picture is.
    pub envelope: Shared<Envelope>,
    /// Which one.
    pub index: usize,
    /// The language.
    pub language: Language,
    /// The names of the cells that are lit.
    pub lit: Vec<String>,
    /// How it makes itself heard.
    pub hands: Hands,
}

impl Component for Chart {
    /// The keys go to a mark.
    type Message = Option<usize>;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Chart {
        Chart { at: None }
    }

    fn update(&mut self, context: &Context<Self>, at: Option<usize>) -> bool {
        self.at = at;
        let given = context.props();
        let mark = at.and_then(|at| given.scene()?.marks.get(at));
        given.hands.act.emit(Action::Pointed(mark.map(|mark| Target::Cells(mark.cells.clone()))));
        if let Some(title) = mark.and_then(|mark| mark.title.clone()) {
            given.hands.act.emit(Action::Said(title));
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, old: &Given) -> bool {
        if context.props().envelope != old.envelope {
            self.at = None;
        }
        context.props() != old
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let given = context.props();
        let Some(scene) = given.scene() else { return Html::default() };
        let language = given.language;
        let id = |part: &str| format!("{}-{part}", scene.name);
        let pointing = scene.marks.iter().any(|mark| given.lights(mark));
        html! {
            <section class={classes!("chart", scene.name.clone())} data-testid={format!("chart-{}", scene.name)}>
                <h2 id={id("title")}>{ &scene.title }</h2>
                <p class="sentence">{ &scene.sentence }</p>
                if !scene.marks.is_empty() {
                    <div class="scroller">
                        <svg role="img" class={classes!(pointing.then_some("pointing"))} tabindex="0"
                            aria-labelledby={id("title")} aria-describedby={id("desc")}
                            viewBox={view_box(scene)}
                            width={length(scene.width)} height={length(scene.height)}
                            onclick={given.clicked()} onmouseover={given.hovered()}
                            onmouseleave={given.hands.does(Action::Pointed(None))}
                            onkeydown={self.pressed(context)} onblur={context.link().callback(|_| None)}>
                            <title>{ &scene.title }</title>
                            <desc id={id("desc")}>{ &scene.sentence }{ wording::PICTURE_KEYS.get(language) }</desc>
                            { drawing(scene, &given.lit, self.at, &id("hatch")) }
                        </svg>
                    </div>
                    { data_table(scene, language) }
                }
            </section>
        }
    }
}

impl Chart {
    /// The arrow keys go from mark to mark.
    fn pressed(&self, context: &Context<Self>) -> Callback<KeyboardEvent> {
        let (link, given, at) = (context.link().clone(), context.props().clone(), self.at);
        Callback::from(move |event: KeyboardEvent| {
            let forward = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => true,
                "ArrowLeft" | "ArrowUp" => false,
                _ => return,
            };
            event.prevent_default();
            let Some(scene) = given.scene() else { return };
            let speaks = |index: &usize| scene.marks.get(*index).is_some_and(|mark| mark.title.is_some());
            let next = match (at, forward) {
                (Some(at), true) => (at + 1..scene.marks.len()).find(speaks),
                (Some(at), false) => (0..at).rev().find(speaks),
                (None, _) => (0..scene.marks.len()).find(speaks),
            };
            if next.is_some() {
                link.send_message(next);
            }
        })
    }
}

impl Given {
    fn scene(&self) -> Option<&Scene> {
        self.envelope.scenes.get(self.index)
    }

    fn lights(&self, mark: &Mark) -> bool {
        mark.cells.iter().any(|cell| self.lit.contains(cell))
    }

    fn cells_at(&self, element: Option<Element>) -> Option<Vec<String>> {
        let index: usize = element?.closest("[data-mark]").ok()??.get_attribute("data-mark")?.parse().ok()?;
        let mark = self.scene()?.marks.get(index)?;
        (!mark.cells.is_empty()).then(|| mark.cells.clone())
    }

    fn hovered(&self) -> Callback<MouseEvent> {
        let given = self.clone();
        Callback::from(move |event: MouseEvent| {
            let cells = given.cells_at(event.target_dyn_into());
            given.hands.act.emit(Action::Pointed(cells.map(Target::Cells)));
        })
    }

    fn clicked(&self) -> Callback<MouseEvent> {
        let given = self.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(cells) = given.cells_at(event.target_dyn_into()) {
                given.hands.act.emit(Action::Selected(Target::Cells(cells)));
            }
        })
    }
}

fn data_table(scene: &Scene, language: Language) -> Html {
    let table = &scene.table;
    html! {
        <details class="data">
            <summary>{ wording::DATA_TABLE.get(language) }</summary>
            <div class="scroller">
                <table>
                    <caption>{ &table.caption }</caption>
                    <thead>
                        <tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr>
                    </thead>
                    <tbody>
                        { for table.rows.iter().map(|row| html! {
                            <tr>
                                { for row.iter().enumerate().map(|(index, words)| if index == 0 {
                                    html! { <th scope="row">{ words }</th> }
                                } else {
                                    html! { <td>{ words }</td> }
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
