//! The findings, told from the gravest: each diagnosis with the equations it mends, then the others.

use super::{Hands, button, sketch};
use crate::app::state::{Action, Group, Route, State, Target, Weight};
use crate::app::wording;
use crate::export::json::{ChangeDto, DiagnosisDto, FindingDto};
use crate::export::page::Envelope;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, classes, html};

/// The column of findings.
pub fn findings(state: &State, envelope: &Envelope, hands: &Hands) -> Html {
    let language = state.language;
    let told = state.story();
    let act = hands.act.clone();
    let filtered = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Filtered(field.value()));
        }
    });
    let teller = Teller { state, envelope, hands };
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading" class="hidden">{ wording::FINDINGS.get(language) }</h2>
            if envelope.review.findings.len() > FEW {
                <input type="search" class="text search" value={state.filter.clone()} oninput={filtered}
                    placeholder={wording::SEARCH.get(language)} aria-label={wording::SEARCH.get(language)} />
            }
            if told.groups.is_empty() {
                <p class="card calm">
                    { if state.filter.is_empty() { wording::NO_FINDINGS } else { wording::NO_MATCH }.get(language) }
                </p>
            }
            { for told.groups.iter().map(|group| teller.group(group)) }
            { teller.claims() }
        </section>
    }
}

/// So many findings are seen at a glance; more are folded, and can be searched.
const FEW: usize = 3;

struct Teller<'a> {
    state: &'a State,
    envelope: &'a Envelope,
    hands: &'a Hands,
}

impl Teller<'_> {
    fn group(&self, group: &Group) -> Html {
        let findings = group
            .findings
            .iter()
            .filter_map(|index| Some((*index, self.envelope.review.findings.get(*index)?)));
        let diagnosis = group.diagnosis.and_then(|index| self.envelope.review.diagnoses.get(index));
        match diagnosis {
            Some(diagnosis) => html! {
                <section class="card diagnosis">
                    { self.diagnosis(diagnosis, group) }
                    <details class="fold" open={group.findings.len() <= FEW || self.is_at(group)}>
                        <summary>{ wording::broken_sums(group.findings.len(), self.state.language) }</summary>
                        { for findings.map(|(index, finding)| self.card(index, finding, "equation")) }
                    </details>
                    { self.alternatives(diagnosis) }
                </section>
            },
            None => html! {
                <section class={classes!("group", group.weight.key())}>
                    <h3 class="group-heading">
                        { wording::weight(group.weight).get(self.state.language) }
                        <span class="count">{ group.findings.len() }</span>
                    </h3>
                    { for findings.map(|(index, finding)| self.card(index, finding, "card")) }
                </section>
            },
        }
    }

    /// Whether the finding that was clicked last is of this group.
    fn is_at(&self, group: &Group) -> bool {
        self.state.selected_finding().is_some_and(|index| group.findings.contains(&index))
    }

    /// The least change, as an instruction.
    fn diagnosis(&self, diagnosis: &DiagnosisDto, group: &Group) -> Html {
        let language = self.state.language;
        let label = |cell: &str| self.label(cell);
        let first = group.findings.first().copied().unwrap_or_default();
        html! {
            <>
                <h3>
                    { wording::diagnosis_heading(diagnosis, language) }
                    { for diagnosis.changes.iter().map(|change| {
                        let [before, from, between, to, after] = wording::change(change, &label(&change.cell), language);
                        html! {
                            <span class="change">{ before }<del>{ from }</del>{ between }<ins>{ to }</ins>{ after }</span>
                        }
                    }) }
                </h3>
                if !diagnosis.why.is_empty() {
                    <p class="why">{ &diagnosis.why }</p>
                }
                <div class="actions">
                    { button("button", wording::ADOPT.get(language), self.hands.does(adopted(&diagnosis.changes))) }
                    { button("second", wording::SHOW_IN_TABLE.get(language), self.hands.does(Action::Selected(Target::Finding(first)))) }
                </div>
            </>
        }
    }

    fn alternatives(&self, diagnosis: &DiagnosisDto) -> Html {
        if diagnosis.alternatives.is_empty() {
            return Html::default();
        }
        let language = self.state.language;
        html! {
            <details class="fold">
                <summary>{ wording::OTHER_CHANGES.get(language) }{ " " }{ diagnosis.alternatives.len() }</summary>
                <ul>
                    { for diagnosis.alternatives.iter().map(|other| html! {
                        <li>
                            { for other.changes.iter().map(|change| {
                                wording::change(change, &self.label(&change.cell), language).concat()
                            }) }
                            <span class="fine">{ &other.why }</span>
                            { button("second", wording::ADOPT.get(language), self.hands.does(adopted(&other.changes))) }
                        </li>
                    }) }
                </ul>
            </details>
        }
    }

    /// A finding: of its own, or a broken identity under its diagnosis.
    fn card(&self, index: usize, finding: &FindingDto, kind: &'static str) -> Html {
        html! {
            <article key={index} class={self.class(index, finding, kind)} id={format!("finding-{index}")}
                data-testid="finding" data-code={finding.code.clone()} tabindex="-1"
                onmouseover={self.hands.does(Action::Pointed(Some(Target::Finding(index))))}
                onmouseleave={self.hands.does(Action::Pointed(None))}>
                <h4>
                    <button type="button" class="plain"
                        onclick={self.hands.does(Action::Selected(Target::Finding(index)))}>
                        <span class="code">{ &finding.code }</span>{ &finding.message }
                    </button>
                </h4>
                { self.sum(finding) }
                if !finding.hint.is_empty() {
                    <p>{ &finding.hint }</p>
                }
                { self.sketch(index, finding) }
                { self.notes(finding) }
            </article>
        }
    }

    /// The small picture of the column that a finding is about.
    fn sketch(&self, index: usize, finding: &FindingDto) -> Html {
        let scene = self.envelope.sketches.get(&finding.id);
        scene.map(|scene| sketch(scene, &self.state.lit(), &format!("hatch-{index}"))).unwrap_or_default()
    }

    /// The equation with its numbers, and how far it is off.
    fn sum(&self, finding: &FindingDto) -> Html {
        let Some(equation) = wording::equation(finding) else { return Html::default() };
        let difference = wording::difference(finding, self.state.language);
        html! {
            <p class="sum">
                { equation }
                if let Some(difference) = difference {
                    { " " }<em>{ difference }</em>
                }
            </p>
        }
    }

    /// Basis, whose fault it may be, where to go from here.
    fn notes(&self, finding: &FindingDto) -> Html {
        let language = self.state.language;
        html! {
            <>
                if finding.responsibility == "reading" && finding.equation.is_some() {
                    <p class="fine reading">{ wording::READING_FIRST.get(language) }</p>
                }
                <p class="fine">
                    if !finding.basis.is_empty() {
                        { wording::BASIS.get(language) }{ wording::colon(language) }{ &finding.basis }{ "　" }
                    }
                    <a href={Route::Rules(Some(finding.code.clone())).fragment()}>
                        { wording::ABOUT_RULE.get(language) }
                    </a>
                </p>
            </>
        }
    }

    /// The figures of the prose that were tied to cells.
    fn claims(&self) -> Html {
        let claims = &self.envelope.review.claims;
        if claims.is_empty() {
            return Html::default();
        }
        let language = self.state.language;
        html! {
            <section class="card claims">
                <h3>{ wording::CLAIMS.get(language) }{ " " }<span class="count">{ claims.len() }</span></h3>
                <ul>
                    { for claims.iter().map(|claim| html! {
                        <li class={claim.outcome.clone()}>
                            <button type="button" class="plain"
                                onclick={self.hands.does(Action::Selected(Target::Block(claim.place.block)))}>
                                <q>{ &claim.text }</q>
                            </button>
                            <span class="fine">{ wording::claim_outcome(&claim.outcome).get(language) }</span>
                        </li>
                    }) }
                </ul>
            </section>
        }
    }

    fn class(&self, index: usize, finding: &FindingDto, kind: &'static str) -> yew::Classes {
        let selected = self.state.selected_finding() == Some(index);
        let pointed = match &self.state.pointed {
            Some(Target::Cell(name)) => finding.cells.contains(name),
            Some(Target::Cells(names)) => names.iter().any(|name| finding.cells.contains(name)),
            _ => false,
        };
        classes!(
            "finding",
            kind,
            Weight::of(&finding.severity).key(),
            selected.then_some("selected"),
            pointed.then_some("pointed"),
        )
    }

    fn label(&self, cell: &str) -> String {
        self.envelope.marks.get(cell).map_or_else(|| cell.to_owned(), |mark| mark.label.clone())
    }
}

/// The changes, made in one step.
fn adopted(changes: &[ChangeDto]) -> Action {
    Action::Filled(changes.iter().map(|change| (change.cell.clone(), wording::figure(&change.to))).collect())
}
