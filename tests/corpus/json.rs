//! The truth of a rendered report as JSON, for scripts and people.

use super::layout::Rendered;
use super::page::{Grid, Piece};
use super::truth::Truth;
use gouji::report::form::Cell;
use gouji::report::{Date, IssuerKind, State, Unit};
use serde_json::{Map, Value, json};

/// The truth beside a rendered file.
pub fn truth(truth: &Truth, rendered: &Rendered) -> String {
    let cells: Map<String, Value> = rendered
        .cells
        .iter()
        .map(|(cell, printed)| {
            let state = match printed.state {
                State::Number(_) => "number",
                State::Blank => "blank",
                State::Dash => "dash",
                State::Unreadable => "unreadable",
            };
            let number = match printed.state {
                State::Number(value) => Value::String(value.to_string()),
                _ => Value::Null,
            };
            let unit = printed.unit.map(|unit| match unit {
                Unit::Yuan => "元",
                Unit::WanYuan => "万元",
                Unit::YiYuan => "亿元",
                Unit::Pieces => "件",
            });
            (
                cell.to_string(),
                json!({"text": printed.text, "state": state, "number": number, "unit": unit, "remark": printed.remark}),
            )
        })
        .collect();
    let values: Map<String, Value> = truth
        .values
        .iter()
        .map(|(cell, value)| (cell.to_string(), Value::String(value.to_string())))
        .collect();
    let document = json!({
        "seed": truth.seed,
        "noises": rendered.noises.iter().map(|noise| format!("{noise:?}")).collect::<Vec<_>>(),
        "layout": format!("{:?}", rendered.layout),
        "encoding": format!("{:?}", rendered.encoding),
        "edition": truth.edition.key(),
        "year": truth.year,
        "issuer": {"name": truth.organ.name, "kind": kind(truth.organ.kind)},
        "title": rendered.page.title,
        "published_on": truth.published_on.map(iso),
        "period": truth.period.map(|period| json!({"from": iso(period.from), "to": iso(period.to)})),
        "cells": cells,
        "values": values,
        "claims": truth.prose.claims.iter()
            .map(|claim| json!({"letters": claim.letters, "value": claim.value, "sentence": claim.sentence}))
            .collect::<Vec<_>>(),
        "pieces": rendered.page.pieces.iter().map(piece).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

fn piece(piece: &Piece) -> Value {
    match piece {
        Piece::Title(lines) => json!({"title": lines}),
        Piece::Paragraph(text) => json!({"paragraph": text}),
        Piece::Section(section, text) => json!({"section": text, "number": section.number()}),
        Piece::Heading(text) => json!({"heading": text}),
        Piece::Signature(lines) => json!({"signature": lines}),
        Piece::Table(grid) => json!({"table": table(grid)}),
        Piece::Hidden(text) => json!({"hidden": text}),
    }
}

fn table(grid: &Grid) -> Value {
    let rows: Vec<Vec<Value>> = grid
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|square| {
                    json!({
                        "text": square.text,
                        "rows": square.rows,
                        "columns": square.columns,
                        "cell": square.cell.as_ref().map(|(cell, _): &(Cell, _)| cell.to_string()),
                    })
                })
                .collect()
        })
        .collect();
    json!({"about": format!("{:?}", grid.about), "columns": grid.columns, "heads": grid.heads, "rows": rows})
}

fn kind(kind: IssuerKind) -> &'static str {
    match kind {
        IssuerKind::Government => "government",
        IssuerKind::GovernmentOffice => "government_office",
        IssuerKind::Department => "department",
        IssuerKind::Township => "township",
        IssuerKind::Other => "other",
        IssuerKind::Unknown => "unknown",
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}
