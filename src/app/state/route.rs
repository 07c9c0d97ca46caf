//! The part of the address after `#`: which view, which tab, which finding.

use super::Tab;
use crate::export::page::Statute;

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen or the result.
    Check,
    /// Many reports.
    Many,
    /// The catalogue, and the rule that is meant.
    Rules(Option<String>),
    /// A part of the document.
    Tab(Tab),
    /// A finding, by its id (`R01@natural_person`).
    Finding(String),
}

impl Route {
    /// The route of a fragment with or without its `#`; `None` for one that is no route (a skip link's target).
    pub fn parse(fragment: &str) -> Option<Route> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        match fragment {
            "" | "check" => Some(Route::Check),
            "many" => Some(Route::Many),
            "rules" => Some(Route::Rules(None)),
            "original" => Some(Route::Tab(Tab::Original)),
            _ => {
                if let Some(code) = fragment.strip_prefix("rule-") {
                    return Some(Route::Rules(Some(code.to_owned())));
                }
                if let Some(id) = fragment.strip_prefix("finding-") {
                    return Some(Route::Finding(id.to_owned()));
                }
                let statute = Statute::ALL.into_iter().find(|statute| statute.key() == fragment)?;
                Some(Route::Tab(Tab::Sheet(statute)))
            }
        }
    }

    /// The fragment, with its `#`.
    pub fn fragment(&self) -> String {
        match self {
            Route::Check => "#check".to_owned(),
            Route::Many => "#many".to_owned(),
            Route::Rules(None) => "#rules".to_owned(),
            Route::Rules(Some(code)) => format!("#rule-{code}"),
            Route::Tab(tab) => format!("#{}", tab.key()),
            Route::Finding(id) => format!("#finding-{id}"),
        }
    }
}

impl Tab {
    /// Every tab, in the order they are shown.
    pub const ALL: [Tab; 4] = [
        Tab::Original,
        Tab::Sheet(Statute::Proactive),
        Tab::Sheet(Statute::Requests),
        Tab::Sheet(Statute::Disputes),
    ];

    /// Its name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Tab::Original => "original",
            Tab::Sheet(statute) => statute.key(),
        }
    }
}
