//! Parts a paragraph into clauses, and gives each number the words that belong to it.

use super::token::{Mark, Number, Token, Unit};
use super::word::{Lexicon, Word, words};
use crate::sorted::Listed;
use std::ops::Range;

/// What stands between two marks.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its numbers that count something, in their order.
    pub(super) counts: Vec<Count>,
    /// The words of a clause without such a number; of others, the words before the first.
    pub(super) words: Vec<Word>,
    /// Where it stands, in characters.
    pub(super) range: Range<usize>,
    /// True inside brackets.
    pub(super) bracketed: bool,
    /// The mark that ends it; a stop at the paragraph's end.
    pub(super) end: Mark,
}

/// A number and its words.
#[derive(Clone, Debug)]
pub(super) struct Count {
    /// The number.
    pub(super) number: Number,
    /// The words before it.
    pub(super) before: Vec<Word>,
    /// The words after it.
    pub(super) after: Vec<Word>,
    /// The number with its words, in characters.
    pub(super) range: Range<usize>,
    /// True where the number stands last in its clause.
    pub(super) is_last: bool,
    /// The measure word, if one stands.
    pub(super) measure: Option<char>,
}

/// The clauses of a paragraph.
pub(super) fn clauses(text: &[char], tokens: &[Token], own: &Lexicon) -> Vec<Clause> {
    let tokens = without_idle_brackets(text, tokens);
    let mut out: Vec<Clause> = Vec::new();
    let (mut start, mut depth) = (0, 0usize);
    // A label before a colon belongs to the number after it: 予以公开：25件.
    let mut label: Option<Range<usize>> = None;
    for (at, token) in tokens.iter().enumerate() {
        let mark = match token {
            Token::Mark(Mark::Pause, _) => continue,
            Token::Mark(mark, _) => *mark,
            Token::Words(_) | Token::Number(_) => continue,
        };
        if at > start {
            let from = match label.take() {
                Some(label) if tokens.get(start).is_some_and(is_count) => label.start,
                _ => start,
            };
            out.extend(clause(text, &tokens[from..at], own, depth > 0, mark));
        }
        let has_no_count = !tokens[start..at].iter().any(is_count);
        label = (mark == Mark::Colon && at > start && has_no_count).then_some(start..at);
        match mark {
            Mark::Open => depth += 1,
            Mark::Close => depth = depth.saturating_sub(1),
            Mark::Stop => depth = 0,
            Mark::Pause | Mark::Comma | Mark::Colon | Mark::Semicolon => {}
        }
        start = at + 1;
    }
    if start < tokens.len() {
        let from = label.filter(|_| is_count(&tokens[start])).map_or(start, |label| label.start);
        out.extend(clause(text, &tokens[from..], own, depth > 0, Mark::Stop));
    }
    out
}

/// Brackets without a number in the midst of a clause say no more than their words: 予以公开（含部分公开）59件.
fn without_idle_brackets(text: &[char], tokens: &[Token]) -> Vec<Token> {
    const LONGEST: usize = 16;
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if matches!(tokens[at], Token::Mark(Mark::Open, _))
            && let [Token::Words(inside), Token::Mark(Mark::Close, _), next, ..] = &tokens[at + 1..]
            && matches!(next, Token::Words(_) | Token::Number(_))
            && matches!(out.last(), Some(Token::Words(_)))
            && inside.len() <= LONGEST
            && !text[inside.clone()].iter().any(|one| one.is_ascii_digit())
        {
            out.push(Token::Words(inside.clone()));
            at += 3;
        } else {
            out.push(tokens[at].clone());
            at += 1;
        }
    }
    out
}

/// A number that counts something: the others are words.
fn is_count(token: &Token) -> bool {
    matches!(token, Token::Number(number) if matches!(number.unit, Unit::Pieces | Unit::Percent | Unit::None))
}

fn clause(text: &[char], tokens: &[Token], own: &Lexicon, bracketed: bool, end: Mark) -> Option<Clause> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let range = span(first).start..span(last).end;
    let positions: Vec<usize> =
        tokens.iter().enumerate().filter(|(_, token)| is_count(token)).map(|(at, _)| at).listed();
    let leading = &tokens[..positions.first().copied().unwrap_or(tokens.len())];
    let words_before = words(text, leading, own);
    let mut counts = Vec::new();
    let mut before: Range<usize> = 0..leading.len();
    for (index, position) in positions.iter().copied().enumerate() {
        let Token::Number(number) = &tokens[position] else { continue };
        let next = positions.get(index + 1).copied();
        let gap = position + 1..next.unwrap_or(tokens.len());
        let has_words = tokens[before.clone()].iter().any(|token| matches!(token, Token::Words(_)));
        // Between two numbers: what belongs to this one, and what to the next.
        let after_end = match next {
            None => gap.end,
            Some(_) if has_words => gap.start,
            Some(_) => {
                let is_pause = |at: &usize| matches!(tokens[*at], Token::Mark(Mark::Pause, _));
                gap.clone().find(is_pause).unwrap_or(gap.end)
            }
        };
        let after = gap.start..after_end;
        let touched = before.start.min(position)..after.end.max(position + 1);
        counts.push(Count {
            number: number.clone(),
            before: words(text, &tokens[before.clone()], own),
            after: words(text, &tokens[after.clone()], own),
            range: span(&tokens[touched.start]).start..span(&tokens[touched.end - 1]).end,
            is_last: next.is_none(),
            measure: (number.unit == Unit::Pieces).then(|| text[number.range.end - 1]),
        });
        before = after.end..gap.end;
    }
    respectively(text, tokens, own, &mut counts);
    Some(Clause { counts, words: words_before, range, bracketed, end })
}

/// A、B分别为1件、2件: each number takes the name at its place in the list.
fn respectively(text: &[char], tokens: &[Token], own: &Lexicon, counts: &mut [Count]) {
    let Some(at) = counts.first().and_then(|first| {
        first.before.iter().position(|word| matches!(word, Word::Respectively | Word::Each))
    }) else {
        return;
    };
    let is_each = counts[0].before[at] == Word::Each;
    let leading: Vec<&Token> = tokens.iter().take_while(|token| !is_count(token)).listed();
    let start = leading.first().map_or(0, |token| span(token).start);
    let end = leading.last().map_or(start, |token| span(token).end);
    let names: Vec<Range<usize>> = split_list(text, start..end);
    let poison = |count: &mut Count| count.before.push(Word::Unknown(1));
    if is_each {
        // 部分公开和不予公开各2件 counts two things at once; 各 elsewhere is told by its own longer words.
        counts.iter_mut().for_each(poison);
        return;
    }
    if names.len() != counts.len() || names.len() < 2 {
        counts.iter_mut().for_each(poison);
        return;
    }
    for (count, name) in counts.iter_mut().zip(names) {
        let mut named = words(text, &[Token::Words(name.clone())], own);
        named.retain(|word| *word != Word::Respectively);
        count.before = named;
        count.after.retain(|word| *word != Word::Respectively);
        count.range = name.start..count.range.end;
    }
}

/// The items of a list joined by 、, 和, 及 and 与.
fn split_list(text: &[char], range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        if matches!(text[at], '、' | '和' | '及' | '与') {
            if at > start {
                out.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < range.end {
        out.push(start..range.end);
    }
    out
}

fn span(token: &Token) -> Range<usize> {
    match token {
        Token::Words(range) => range.clone(),
        Token::Number(number) => number.range.clone(),
        Token::Mark(_, at) => *at..at + 1,
    }
}
