//! A paragraph cut into plain words and the numbers that speak of the tables.

use crate::export::json::ClaimDto;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Words.
    Plain(String),
    /// A number with the words that belong to it.
    Claim(&'a ClaimDto, String),
}

/// The pieces of a block's text, in its order. Of claims that overlap, the first is marked.
pub fn pieces<'a>(text: &str, block: usize, claims: &'a [ClaimDto]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text.chars();
    let mut at = 0;
    let mut take = |until: usize| -> String {
        let words = rest.by_ref().take(until.saturating_sub(at)).collect();
        at = at.max(until);
        words
    };
    let mut end_before = 0;
    for claim in claims.iter().filter(|claim| claim.place.block == block && claim.place.row.is_none()) {
        let (Some(start), Some(end)) = (claim.place.start, claim.place.end) else { continue };
        if start < end_before || end <= start {
            continue;
        }
        pieces.push(Piece::Plain(take(start)));
        pieces.push(Piece::Claim(claim, take(end)));
        end_before = end;
    }
    pieces.push(Piece::Plain(take(usize::MAX)));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json::PlaceDto;
    use serde_json::Value;

    fn claim(block: usize, start: usize, end: usize) -> ClaimDto {
        ClaimDto {
            text: String::new(),
            quantity: String::new(),
            value: Value::Null,
            cells: Vec::new(),
            place: PlaceDto { block, start: Some(start), end: Some(end), ..PlaceDto::default() },
            outcome: "agrees".to_owned(),
        }
    }

    #[test]
    fn every_character_is_in_one_piece() {
        let claims = [claim(1, 0, 1), claim(0, 1, 3), claim(0, 2, 4), claim(0, 4, 5), claim(0, 9, 12)];
        let said = pieces("全年收到件数", 0, &claims).into_iter().map(|piece| match piece {
            Piece::Plain(words) => words,
            Piece::Claim(_, words) => format!("[{words}]"),
        });
        assert_eq!(said.collect::<Vec<_>>(), ["全", "[年收]", "到", "[件]", "数", "[]", ""]);
    }
}
