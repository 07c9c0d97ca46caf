//! The pictures by name, and all of a review's.

use super::count::Requests;
use super::scene::{DataTable, Scene};
use super::{applicants, balance, flow, waffle, wording};
use crate::language::Language;
use crate::report::form::Applicant;
use crate::review::Review;
use crate::sorted::Listed;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Does it balance? Two bars on one scale.
    Balance,
    /// Where did they go? Four columns and the bands between them.
    Flow,
    /// Who asked? A small picture for each kind of applicant.
    Applicants,
    /// How many is that? A dot for each request.
    Waffle,
}

impl View {
    /// Every one, in the order they are shown.
    pub const ALL: [View; 4] = [View::Balance, View::Flow, View::Applicants, View::Waffle];

    /// The name in [`Scene::name`], in addresses and in programs.
    pub const fn key(self) -> &'static str {
        match self {
            View::Balance => "balance",
            View::Flow => "flow",
            View::Applicants => "applicants",
            View::Waffle => "waffle",
        }
    }

    /// The one of this name, if there is one.
    pub fn from_key(key: &str) -> Option<View> {
        View::ALL.into_iter().find(|candidate| candidate.key() == key)
    }
}

/// Every picture of a review, in the order they are shown. Without table 3 there is one scene without marks: its
/// sentence says why.
pub fn scenes(review: &Review, language: Language) -> Vec<Scene> {
    let has_requests = review.report.as_ref().and_then(Requests::of).is_some();
    let views: &[View] = if has_requests { &View::ALL } else { &[View::Flow] };
    views.iter().map(|view| scene(review, *view, language)).listed()
}

/// One picture of a review. Where there is nothing to draw, its sentence says why and it has no marks.
pub fn scene(review: &Review, view: View, language: Language) -> Scene {
    let Some(requests) = review.report.as_ref().and_then(Requests::of) else {
        let title = match view {
            View::Balance => wording::balance_title(language).to_owned(),
            View::Flow => wording::flow_title(None, language),
            View::Applicants => wording::applicants_title(language).to_owned(),
            View::Waffle => wording::waffle_title_of_none(language).to_owned(),
        };
        return Scene::of_words(view, title, wording::no_table(language).to_owned(), DataTable::default());
    };
    match view {
        View::Balance => balance::whole(&requests, language),
        View::Flow => flow::draw(&requests, language),
        View::Applicants => applicants::draw(&requests, language),
        View::Waffle => waffle::draw(&requests, language),
    }
}

/// The small balance of one column of table 3, as a finding card shows it; `None` without table 3.
pub fn balance_of_column(review: &Review, column: Applicant, language: Language) -> Option<Scene> {
    let requests = review.report.as_ref().and_then(Requests::of)?;
    Some(balance::of_column(&requests, column, language))
}

impl Scene {
    /// A picture without marks: its sentence says why there is nothing to draw.
    pub fn of_words(view: View, title: String, sentence: String, table: DataTable) -> Scene {
        let name = view.key().to_owned();
        Scene { name, title, sentence, width: 0.0, height: 0.0, marks: Vec::new(), table }
    }
}
