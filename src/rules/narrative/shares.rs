//! N12: shares told in the prose.

use super::contradiction::{self, quoted};
use super::judged::{ClaimStanding, is_share, sum, total, value};
use super::wording;
use crate::language::{Sentence, Text};
use crate::number::Decimal;
use crate::report::claim::{Claim, Quantity};
use crate::report::form::RequestRow;
use crate::rules::wording::SEMICOLON;
use crate::rules::{Check, Editions, Example, Facts, Family, Finding, Outcome, Role, Rule, Severity};
use crate::sorted::Listed;

/// *What it checks*: a share of an outcome is that outcome in a hundred of the requests newly received, of all in
/// hand, or of all outcomes, within one unit of its last printed digit.
///
/// *Why*: shares are worked out by hand and stay behind when a figure is corrected.
///
/// *Basis*: the figures of table 3.
///
/// *Passes*: 79 of 221 as 35.7%. *Fails*: 53.7%.
pub const SHARES: Rule = Rule {
    code: "N12",
    name: "shares-told",
    family: Family::Narrative,
    severity: Severity::Warning,
    editions: Editions::Both,
    title: Text {
        zh: "正文所说的占比按表三算不出来",
        en: "A share in the text cannot be worked out from table 3",
    },
    why: Text {
        zh: "占比往往是手工计算的，改了件数容易漏改占比。分母可以是本年新收、新收与结转之和，或者结果总计，末位允许差一个单位。",
        en: "Shares are worked out by hand and stay behind when a figure is corrected. The whole may be what was newly received, all in hand or all outcomes; one unit of the last digit is allowed.",
    },
    basis: wording::BASIS,
    message: Text {
        zh: "正文“{text}”：表三{part} {count}，{figures}。",
        en: "The text says “{text}”: table 3 has {part} {count}; {figures}.",
    },
    hint: Text {
        zh: "按表三重新计算占比，并写明占的是什么。",
        en: "Work the share out again from table 3, and say of what it is a share.",
    },
    passes: Example {
        text: Text {
            zh: "“予以公开79件，占35.7%”：79 ÷ 221。", en: "“予以公开79件，占35.7%”: 79 of 221."
        },
        case: "text overview + 办结的政府信息公开申请中，予以公开79件，占35.7%。",
    },
    fails: Example {
        text: Text { zh: "“予以公开79件，占53.7%”。", en: "“予以公开79件，占53.7%”." },
        case: "text overview + 办结的政府信息公开申请中，予以公开79件，占53.7%。",
    },
    check: Check::Custom(check),
};

const OF: Text = Text { zh: "占{whole} {base} 的 {share}%", en: "{share}% of {whole} {base}" };

fn check(facts: &Facts<'_>) -> Vec<Outcome> {
    let rule = &SHARES;
    let is_meant =
        |claim: &Claim| matches!(claim.quantity, Quantity::Share(_)) && !follows_from_the_prose(claim, facts);
    contradiction::evaluate(rule, facts, is_meant, |claim, _| finding(claim, facts))
}

/// True where the share is right by the counts of the prose itself: then their own rules speak, not this one.
fn follows_from_the_prose(claim: &Claim, facts: &Facts<'_>) -> bool {
    let Quantity::Share(bits) = claim.quantity else { return false };
    let index = facts.report.claims.iter().position(|other| std::ptr::eq(other, claim));
    if index.is_some_and(|index| facts.claims[index].standing == ClaimStanding::Agrees) {
        return false;
    }
    let here = || facts.report.claims.iter().filter(|other| other.place.block == claim.place.block);
    let parts = here().filter(|other| match other.quantity {
        Quantity::Groups(other) => other == bits,
        Quantity::Agreed => bits & 0b11 != 0,
        _ => false,
    });
    let wholes: Vec<Decimal> = here()
        .filter(|other| {
            matches!(
                other.quantity,
                Quantity::Received
                    | Quantity::NewReceived
                    | Quantity::ReceivedAndHandled
                    | Quantity::InHand
                    | Quantity::OutcomeTotal
                    | Quantity::Handled
                    | Quantity::AnsweredOf
            )
        })
        .map(|other| other.value)
        .chain(bases(facts).map(|(_, base)| base))
        .listed();
    parts.into_iter().any(|part| wholes.iter().any(|whole| is_share(claim.value, part.value, *whole)))
}

/// What a share can be a share of.
fn bases<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = (Sentence, Decimal)> + 'a {
    let known = |row| value(total(row), facts.report, &facts.ledger);
    let new = known(RequestRow::NewReceived);
    let in_hand = new.and_then(|new| known(RequestRow::CarriedIn)?.checked_add(new));
    [
        (Quantity::NewReceived, new),
        (Quantity::InHand, in_hand.filter(|in_hand| Some(*in_hand) != new)),
        (Quantity::OutcomeTotal, known(RequestRow::OutcomeTotal)),
    ]
    .into_iter()
    .filter_map(|(quantity, base)| Some((wording::quantity(quantity), base?)))
}

fn finding(claim: &Claim, facts: &Facts<'_>) -> Finding {
    let cells = claim.readings.first().cloned().unwrap_or_default();
    let count = sum(&cells, facts.report, &facts.ledger).unwrap_or_default();
    let shares: Vec<(Sentence, Decimal, Decimal)> = bases(facts)
        .filter_map(|(whole, base)| Some((whole, base, share(count, base, claim.value.scale())?)))
        .listed();
    let figures = shares.iter().map(|(whole, base, share)| {
        OF.fill(&[("whole", whole.clone()), ("base", Sentence::same(base)), ("share", Sentence::same(share))])
    });
    let message = SHARES.message.fill(&[
        ("text", quoted(&claim.text)),
        ("part", wording::quantity(claim.quantity)),
        ("count", Sentence::same(count)),
        ("figures", Sentence::joined(figures, SEMICOLON)),
    ]);
    let nearest = shares.last();
    let role = if cells.len() == 1 { Role::Total } else { Role::Part };
    let mut finding = Finding::of(&SHARES, message)
        .about(facts.report, cells.iter().map(|cell| (*cell, role)))
        .standing(Some(claim.place));
    finding.equation = nearest
        .map(|(_, base, _)| format!("({}) / {base} = {}%", contradiction::terms(&cells, facts), claim.value));
    finding.expected = nearest.map(|(_, _, share)| *share);
    finding.actual = Some(claim.value);
    finding.difference = finding.expected.and_then(|expected| claim.value.checked_sub(expected));
    finding
}

/// `part` in a hundred of `base`, rounded half up to so many places.
fn share(part: Decimal, base: Decimal, places: u8) -> Option<Decimal> {
    let (part, base) = (i128::from(part.to_whole()?), i128::from(base.to_whole()?));
    if base <= 0 {
        return None;
    }
    let units = 100 * 10i128.checked_pow(u32::from(places))?;
    let rounded = (2 * part.checked_mul(units)? + base) / (2 * base);
    Decimal::new(i64::try_from(rounded).ok()?, places)
}
