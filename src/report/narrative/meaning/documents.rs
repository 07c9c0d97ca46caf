//! Table 2 told in words.

use super::{Bag, Meaning};
use crate::report::claim::Quantity;
use crate::report::form::{Item, ItemField};
use crate::report::narrative::clause::Count;
use crate::report::narrative::context::Context;
use crate::report::narrative::word::Word;
use crate::sorted::Listed;

/// Documents issued, repealed and in force; decisions made.
pub(super) fn item(bag: &Bag, context: &Context, count: &Count) -> Option<Meaning> {
    let named: Vec<Item> = bag
        .iter()
        .filter_map(|word| match word {
            Word::Item(item) => Some(item),
            _ => None,
        })
        .listed();
    let item = match (named.as_slice(), context.item) {
        ([item], _) => *item,
        // 制定行政规范性文件5件，废止2件.
        ([], Some(item)) if verbs(bag).next().is_some() => item,
        _ => return None,
    };
    match item {
        Item::Licences | Item::Penalties | Item::Compulsion => decisions(item, bag, count),
        _ => documents(item, bag, context, !named.is_empty()),
    }
}

fn documents(item: Item, bag: &Bag, context: &Context, is_named: bool) -> Option<Meaning> {
    let mut fields = verbs(bag);
    // 制定规章2部、行政规范性文件9件: the verb stands once.
    let field = fields.next().or(context.field.filter(|_| is_named))?;
    let several = fields.any(|other| other != field);
    let allowed = |word| {
        matches!(
            word,
            Word::Issued
                | Word::Repealed
                | Word::InForce
                | Word::NewlyMade
                | Word::NewlyDisclosed
                | Word::Item(_)
                | Word::Office
        ) || (word == Word::Document && is_named)
    };
    let narrowed = bag.has(Word::Including) || context.bracketed;
    Some(Meaning::of(Quantity::Proactive(item, field), !several && !narrowed && bag.only(allowed)))
}

/// The fields that the verbs name. The 2019 form counts what was made where the later one counts what was issued.
fn verbs(bag: &Bag) -> impl Iterator<Item = ItemField> {
    bag.iter().filter_map(|word| match word {
        Word::Issued => Some(ItemField::Issued),
        Word::Repealed => Some(ItemField::Repealed),
        Word::InForce => Some(ItemField::InForce),
        Word::NewlyMade => Some(ItemField::NewlyMade),
        Word::NewlyDisclosed => Some(ItemField::NewlyDisclosed),
        _ => None,
    })
}

fn decisions(item: Item, bag: &Bag, count: &Count) -> Option<Meaning> {
    // 受理行政许可申请, 公示行政处罚信息 count something else.
    if bag.any(|word| {
        matches!(
            word,
            Word::Applying | Word::Applications | Word::Request | Word::Disclosed | Word::Information
        )
    }) {
        return None;
    }
    let allowed = |word| {
        matches!(
            word,
            Word::Item(_)
                | Word::Decision
                | Word::Deciding
                | Word::Handled
                | Word::Answered
                | Word::Case
                | Word::Office
        )
    };
    let counted_as_decisions = !matches!(count.measure, Some('条' | '项' | '个'));
    let firm = counted_as_decisions && !bag.has(Word::Including) && bag.only(allowed);
    Some(Meaning::of(Quantity::Proactive(item, ItemField::Decisions), firm))
}
