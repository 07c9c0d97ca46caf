//! The rule catalogue.

use crate::app::state::{State, Weight};
use crate::app::wording;
use crate::export::page::RuleDto;
use crate::language::Language;
use yew::{Html, classes, html};

/// Every rule, by family.
pub fn rules(state: &State) -> Html {
    let language = state.language;
    html! {
        <div class="rules">
            <h1 id="heading" tabindex="-1">{ wording::RULES.get(language) }</h1>
            <p class="lead">{ wording::RULES_LEAD.get(language) }</p>
            if let Some(catalogue) = &state.catalogue {
                { for families(catalogue).into_iter().map(|(letter, members)| html! {
                    <section key={letter.to_string()}>
                        <h2>{ wording::family(letter).get(language) }</h2>
                        { for members.into_iter().map(|rule| card(rule, language)) }
                    </section>
                }) }
            } else {
                <p>{ wording::RULES_LOADING.get(language) }</p>
            }
        </div>
    }
}

/// The rules with their family's letter, in the catalogue's order.
fn families(catalogue: &[RuleDto]) -> Vec<(char, Vec<&RuleDto>)> {
    let mut families: Vec<(char, Vec<&RuleDto>)> = Vec::new();
    for rule in catalogue {
        let letter = rule.code.chars().next().unwrap_or_default();
        match families.last_mut() {
            Some((last, members)) if *last == letter => members.push(rule),
            _ => families.push((letter, vec![rule])),
        }
    }
    families
}

fn card(rule: &RuleDto, language: Language) -> Html {
    let weight = Weight::of(&rule.severity);
    let edition = match rule.edition.as_deref() {
        Some("2019") => Some(wording::ONLY_2019),
        Some("2021") => Some(wording::ONLY_2021),
        _ => None,
    };
    html! {
        <article key={rule.code.clone()} id={format!("rule-{}", rule.code)} class="card rule" tabindex="-1">
            <h3><span class="code">{ &rule.code }</span>{ &rule.title }</h3>
            <p class="fine">
                <span class={classes!("severity", weight.key())}>{ wording::severity(weight).get(language) }</span>
                { " " }<code>{ &rule.name }</code>
                if let Some(edition) = edition {
                    { " · " }{ edition.get(language) }
                }
            </p>
            <dl>
                { entry(wording::WHY.get(language), &rule.why) }
                { entry(wording::BASIS.get(language), &rule.basis) }
                { entry(wording::HINT.get(language), &rule.hint) }
            </dl>
        </article>
    }
}

fn entry(term: &str, words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <div><dt>{ term }</dt><dd>{ words }</dd></div> }
}
