//! The notation of the cases: lines that change the model report. `tests/rules/README.md` explains it.

use crate::model::{Model, SectionDraft, number_figure};
use gouji::document::{NoteKind, Place};
use gouji::language::Sentence;
use gouji::number::Decimal;
use gouji::read::ReadError;
use gouji::report::form::{Applicant, Article20, Cell, Edition, Item, ItemField, RequestRow, Section};
use gouji::report::{
    Certainty, Date, EditionFound, Figure, Issuer, IssuerKind, Level, Manner, Period, State, Statutory, Unit,
};
use gouji::review::diagnose;
use gouji::rules::{
    Extract, Facts, Outcome, RollUp, Years, evaluate, evaluate_roll_up, evaluate_years, identities,
};

/// What the rules say of `case`: of one report, or, behind a line `and …`, what those across reports say of several.
pub fn outcomes_of(case: &str) -> Vec<Outcome> {
    let mut parts: Vec<(&str, String)> = vec![("", String::new())];
    for line in case.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("and ").or((line == "after last year").then_some("its report")) {
            Some(what) => parts.push((what, String::new())),
            None => {
                let (_, text) = parts.last_mut().expect("the first part");
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    let mut others = parts.split_off(1).into_iter().peekable();
    let (_, first) = &parts[0];
    let own = extract("report.html", &model_of(first));
    match others.peek().map(|(what, _)| *what) {
        None => model_of(first).outcomes(),
        Some("its report") => {
            let (_, changes) = others.next().expect("a second part");
            let last_year = extract("other.html", &changed(last_year_of(first), &changes));
            let (report, document) = model_of(first).build();
            evaluate(&Facts::new(&report, &document, None).after(&last_year))
        }
        Some(what @ ("last year" | "another file")) => {
            let start = if what == "last year" { last_year_of(first) } else { model_of("") };
            let (_, changes) = others.next().expect("a second part");
            let start = if changes.starts_with("edition 2019") {
                joined(Model::of(Edition::Y2019), &model_of(""))
            } else {
                start
            };
            let other = extract("other.html", &changed(start, &changes));
            evaluate_years(Years { earlier: &other, later: &own })
        }
        Some(_) => {
            let edition = first.lines().find(|line| *line == "edition 2019").unwrap_or_default();
            let mut children = vec![extract("child-1.html", &model_of(edition))];
            for (number, (what, changes)) in others.enumerate() {
                assert_eq!(what, "child");
                let nought = format!("{edition}\n*.*.* = 0");
                children.push(extract(
                    &format!("child-{}.html", number + 2),
                    &changed(model_of(&nought), &changes),
                ));
            }
            evaluate_roll_up(&RollUp::new(&children.iter().collect::<Vec<_>>(), Some(&own)))
        }
    }
}

/// What the diagnoses of `case` and their alternatives say, both languages in one.
pub fn whys_of(case: &str) -> Vec<String> {
    let (report, _) = model_of(case).build();
    let both = |why: &Sentence| format!("{} {}", why.zh, why.en);
    diagnose(&identities(&report), &report.figures, &[])
        .iter()
        .flat_map(|diagnosis| {
            let others = diagnosis.alternatives.iter().map(|other| both(&other.why));
            others.chain([both(&diagnosis.why)]).collect::<Vec<_>>()
        })
        .collect()
}

fn extract(name: &str, model: &Model) -> Extract {
    let (report, document) = model.build();
    Extract::new(name, &Facts::new(&report, &document, model.unread))
}

/// The report of the year before the model's, which the model's joins on to.
fn last_year_of(case: &str) -> Model {
    let base = model_of(case.lines().find(|line| *line == "edition 2019").unwrap_or_default());
    let edition = if case.contains("edition 2019") { Edition::Y2019 } else { Edition::Y2021 };
    let mut model = joined(Model::of(edition), &base);
    let year = base.year.expect("a year") - 1;
    model.year = Some(year);
    model.title = Some(format!("青岭市人民政府{year}年政府信息公开工作年度报告"));
    for (item, field, of) in [
        (Item::Rules, ItemField::InForce, [ItemField::Issued, ItemField::Repealed]),
        (Item::NormativeDocuments, ItemField::InForce, [ItemField::Issued, ItemField::Repealed]),
        (Item::Licences, ItemField::PriorItems, [ItemField::ItemsChange, ItemField::PriorItems]),
        (Item::OtherServices, ItemField::PriorItems, [ItemField::ItemsChange, ItemField::PriorItems]),
        (Item::Penalties, ItemField::PriorItems, [ItemField::ItemsChange, ItemField::PriorItems]),
        (Item::Compulsion, ItemField::PriorItems, [ItemField::ItemsChange, ItemField::PriorItems]),
        (Item::Fees, ItemField::PriorItems, [ItemField::ItemsChange, ItemField::PriorItems]),
    ] {
        let number = |field| base.figures.get(&Cell::Proactive(item, field)).and_then(Figure::number);
        let (Some(now), Some(more)) = (number(field), number(of[0])) else { continue };
        let less = (field == ItemField::InForce).then(|| number(of[1])).flatten().unwrap_or_default();
        let before = now.checked_sub(more).and_then(|rest| rest.checked_add(less)).expect("small numbers");
        model.figures.insert(Cell::Proactive(item, field), number_figure(before.to_whole().expect("whole")));
    }
    model
}

/// `model` with other words, carrying out what `later` carries in.
fn joined(mut model: Model, later: &Model) -> Model {
    for column in Applicant::PRINTED {
        let carried_in = later.figures[&Cell::Request(RequestRow::CarriedIn, column)].clone();
        model.figures.insert(Cell::Request(RequestRow::CarriedOut, column), carried_in);
    }
    for draft in &mut model.sections {
        if !draft.text.is_empty() {
            draft.text = vec![format!("这是{}的文字，每年另写，与下一年没有一句相同。", draft.title)];
        }
    }
    model
}

fn changed(mut model: Model, changes: &str) -> Model {
    for line in changes.lines().filter(|line| *line != "edition 2019") {
        apply(&mut model, line).unwrap_or_else(|why| panic!("{why} in the line: {line}"));
    }
    model
}

/// The model report with the changes of `case`.
pub fn model_of(case: &str) -> Model {
    let mut lines = case.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let mut model = match lines.peek().copied() {
        Some("edition 2019") => Model::of(Edition::Y2019),
        Some("nothing") => Model::nothing(),
        _ => Model::of(Edition::Y2021),
    };
    for line in lines {
        if !matches!(line, "edition 2019" | "nothing") {
            apply(&mut model, line).unwrap_or_else(|why| panic!("{why} in the line: {line}"));
        }
    }
    model
}

fn apply(model: &mut Model, line: &str) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').ok_or("a line of one word")?;
    match word {
        "-" => remove(model, rest),
        "section" => section(model, rest),
        "text" => text(model, rest),
        "preamble" => {
            model.preamble = match rest.split_once(' ') {
                Some(("=", text)) => vec![text.to_owned()],
                Some(("+", text)) => [model.preamble.clone(), vec![text.to_owned()]].concat(),
                _ => return Err("expected = or +".to_owned()),
            };
            Ok(())
        }
        "table" => table(model, rest),
        "copy" => copy(model, rest),
        "picture" => {
            model.pictures.push(Section::from_key(rest).ok_or("no such section")?);
            Ok(())
        }
        "note" => {
            model.notes.push(match rest.split_once(' ') {
                Some(("replaced", count)) => NoteKind::Replaced(count.parse().map_err(|_| "no count")?),
                _ => match rest {
                    "cut pages" => NoteKind::CutAtLimit("pages"),
                    "cut cells" => NoteKind::CutAtLimit("cells"),
                    "damaged" => NoteKind::Damaged("end"),
                    "garbled" => NoteKind::Garbled("mojibake"),
                    "picture" => NoteKind::Picture,
                    _ => return Err("no such note".to_owned()),
                },
            });
            Ok(())
        }
        "unread" => {
            model.unread = Some(match rest {
                "encrypted" => ReadError::Encrypted,
                "damaged" => ReadError::Damaged("zip"),
                "no-text" => ReadError::NoText,
                "too-large" => ReadError::TooLarge("size"),
                "unsupported" => ReadError::Unsupported("image"),
                _ => return Err("no such error".to_owned()),
            });
            Ok(())
        }
        name => {
            let (sign, value) = rest.split_once(' ').ok_or("expected = value")?;
            match sign {
                "=" => assign(model, name, value),
                "+=" => add(model, name, value),
                _ => Err("expected = or +=".to_owned()),
            }
        }
    }
}

fn assign(model: &mut Model, name: &str, value: &str) -> Result<(), String> {
    let words: Vec<&str> = value.split(' ').collect();
    match name {
        "title" => model.title = (value != "none").then(|| value.to_owned()),
        "page_title" => model.properties.title = Some(value.to_owned()),
        "year" => model.year = value.parse().ok(),
        "published" => model.published_on = date(value),
        "period" => {
            model.period = match words.as_slice() {
                [from, "to", to] => {
                    Some(Period { from: date(from).ok_or("no date")?, to: date(to).ok_or("no date")? })
                }
                _ => None,
            };
        }
        "issuer" => {
            model.issuer = match words.as_slice() {
                ["none"] => None,
                [name, kind, level @ ..] => Some(Issuer {
                    name: (*name).to_owned(),
                    kind: kind_of(kind)?,
                    level: level.first().map(|level| level_of(level)).transpose()?,
                }),
                _ => return Err("expected a name and a kind".to_owned()),
            };
        }
        "editions.proactive" => model.editions.proactive = edition_of(value)?,
        "editions.requests" => model.editions.requests = edition_of(value)?,
        "suits_total" => model.suits_total = Some(figure(&words)?),
        _ => {
            let figure = figure(&words)?;
            for cell in cells(model, name)? {
                model.figures.insert(cell, figure.clone());
            }
        }
    }
    Ok(())
}

fn add(model: &mut Model, name: &str, value: &str) -> Result<(), String> {
    let change = decimal(value).ok_or("no number")?;
    for cell in cells(model, name)? {
        let old = model.figures.get(&cell).and_then(Figure::number).ok_or("the cell has no number")?;
        let new = old.checked_add(change).ok_or("too large")?;
        let mut figure = number_figure(0);
        figure.raw = new.to_string();
        figure.state = State::Number(new);
        model.figures.insert(cell, figure);
    }
    Ok(())
}

fn remove(model: &mut Model, what: &str) -> Result<(), String> {
    if let Some(key) = what.strip_prefix("section ") {
        let section = Section::from_key(key).ok_or("no such section")?;
        model.sections.retain(|draft| draft.section != section);
        return Ok(());
    }
    if let Some(key) = what.strip_prefix("table ") {
        let gone = tables_of(key)?;
        model.tables.retain(|(table, _)| !gone.contains(table));
        model.figures.retain(|cell, _| !gone.contains(&table_of(*cell)));
        for table in gone {
            match table {
                Statutory::Requests => model.editions.requests = None,
                Statutory::Proactive(_) if key == "proactive" => model.editions.proactive = None,
                _ => {}
            }
        }
        return Ok(());
    }
    let gone: Vec<Cell> =
        model.figures.keys().copied().filter(|cell| matches(&cell.to_string(), what)).collect();
    if gone.is_empty() {
        return Err("no such cell".to_owned());
    }
    model.figures.retain(|cell, _| !gone.contains(cell));
    Ok(())
}

fn section(model: &mut Model, line: &str) -> Result<(), String> {
    let mut words = line.splitn(3, ' ');
    let key = words.next().unwrap_or("");
    let section = Section::from_key(key).ok_or("no such section")?;
    let index =
        model.sections.iter().position(|draft| draft.section == section).ok_or("the section is gone")?;
    let draft: SectionDraft = model.sections[index].clone();
    match (words.next(), words.next()) {
        (Some("number"), Some("none")) => model.sections[index].number = None,
        (Some("number"), Some(number)) => {
            model.sections[index].number = Some(number.parse().map_err(|_| "no number")?);
        }
        (Some("title"), Some(title)) => {
            model.sections[index].title = title.to_owned();
            model.sections[index].exact = false;
        }
        (Some("again"), None) => model.sections.push(draft),
        (Some("before"), Some(other)) => {
            let other = Section::from_key(other).ok_or("no such section")?;
            model.sections.remove(index);
            let place = model.sections.iter().position(|draft| draft.section == other).ok_or("gone")?;
            model.sections.insert(place, draft);
        }
        _ => return Err("unknown change of a section".to_owned()),
    }
    Ok(())
}

fn text(model: &mut Model, line: &str) -> Result<(), String> {
    let mut words = line.splitn(3, ' ');
    let section = words.next().and_then(Section::from_key).ok_or("no such section")?;
    let draft = model.sections.iter_mut().find(|draft| draft.section == section).ok_or("gone")?;
    match (words.next(), words.next()) {
        (Some("="), None) => draft.text.clear(),
        (Some("="), Some(text)) => draft.text = vec![text.to_owned()],
        (Some("+"), Some(text)) => draft.text.push(text.to_owned()),
        _ => return Err("expected = or +".to_owned()),
    }
    Ok(())
}

fn table(model: &mut Model, line: &str) -> Result<(), String> {
    let (key, change) = line.split_once(' ').ok_or("expected a table and a change")?;
    let tables = tables_of(key)?;
    match change {
        "empty" => {
            model.figures.retain(|cell, _| !tables.contains(&table_of(*cell)));
            for (table, has_cells) in &mut model.tables {
                if tables.contains(table) {
                    *has_cells = false;
                }
            }
        }
        "again" => model.tables.extend(tables.into_iter().map(|table| (table, true))),
        _ => return Err("unknown change of a table".to_owned()),
    }
    Ok(())
}

/// Copies a column of table 3 over another, 总计 following.
fn copy(model: &mut Model, line: &str) -> Result<(), String> {
    let (from, to) = line.split_once(" to ").ok_or("expected a column to a column")?;
    let from = Applicant::from_key(from).ok_or("no such column")?;
    let to = Applicant::from_key(to).ok_or("no such column")?;
    for row in RequestRow::ALL {
        let number = |column| model.figures.get(&Cell::Request(row, column)).and_then(Figure::number);
        let (Some(new), Some(old), Some(total)) = (number(from), number(to), number(Applicant::Total)) else {
            continue;
        };
        let total = total.checked_add(new).and_then(|sum| sum.checked_sub(old)).ok_or("too large")?;
        for (column, value) in [(to, new), (Applicant::Total, total)] {
            let whole = value.to_whole().ok_or("no whole number")?;
            model.figures.insert(Cell::Request(row, column), number_figure(whole));
        }
    }
    Ok(())
}

fn tables_of(key: &str) -> Result<Vec<Statutory>, String> {
    if let Some(article) = Article20::ALL.into_iter().find(|article| article.key() == key) {
        return Ok(vec![Statutory::Proactive(article)]);
    }
    match key {
        "proactive" => Ok(Article20::ALL.into_iter().map(Statutory::Proactive).collect()),
        "requests" => Ok(vec![Statutory::Requests]),
        "disputes" => Ok(vec![Statutory::Disputes]),
        _ => Err("no such table".to_owned()),
    }
}

fn table_of(cell: Cell) -> Statutory {
    match cell {
        Cell::Proactive(item, _) => Statutory::Proactive(item.article()),
        Cell::Request(..) => Statutory::Requests,
        Cell::Dispute(..) => Statutory::Disputes,
    }
}

/// The cells of a name; `*` stands for any row or column that the report has.
fn cells(model: &Model, name: &str) -> Result<Vec<Cell>, String> {
    if !name.contains('*') {
        return Cell::from_name(name).map(|cell| vec![cell]).ok_or("no such cell".to_owned());
    }
    let found: Vec<Cell> =
        model.figures.keys().copied().filter(|cell| matches(&cell.to_string(), name)).collect();
    if found.is_empty() { Err("no such cell".to_owned()) } else { Ok(found) }
}

fn matches(name: &str, pattern: &str) -> bool {
    let mut parts = name.split('.');
    pattern.split('.').all(|wanted| parts.next().is_some_and(|part| wanted == "*" || wanted == part))
}

/// A figure such as `81`, `blank`, `251000 yuan`, `22 remark 其中修订16件`, `1234 separated`, `3 guess`.
fn figure(words: &[&str]) -> Result<Figure, String> {
    let mut figure = number_figure(0);
    let (first, mut rest) = words.split_first().ok_or("no value")?;
    (figure.raw, figure.state) = match *first {
        "blank" => (String::new(), State::Blank),
        "dash" => ("/".to_owned(), State::Dash),
        "unreadable" => ("见附件".to_owned(), State::Unreadable),
        printed if rest.first() == Some(&"unknown") => {
            rest = &rest[1..];
            (printed.to_owned(), State::Unreadable)
        }
        number => (number.to_owned(), State::Number(decimal(number).ok_or("no number")?)),
    };
    while let Some((word, after)) = rest.split_first() {
        rest = after;
        match *word {
            "yuan" => figure.unit = Some(Unit::Yuan),
            "wan" => figure.unit = Some(Unit::WanYuan),
            "pieces" => figure.unit = Some(Unit::Pieces),
            "position" => figure.certainty = Certainty::Position,
            "guess" => figure.certainty = Certainty::Guess,
            "full-width" => figure.manners.push(Manner::FullWidth),
            "spaced" => figure.manners.push(Manner::Spaced),
            "separated" => figure.manners.push(Manner::Separated),
            "leading-zeros" => figure.manners.push(Manner::LeadingZeros),
            "several" => {
                figure.manners.push(Manner::Several);
                figure.state = State::Unreadable;
            }
            "word-sign" => figure.manners.push(Manner::WordSign),
            "chinese" => figure.manners.push(Manner::Chinese),
            "remark" => {
                figure.remark = Some(rest.join(" "));
                rest = &[];
            }
            other => return Err(format!("unknown word {other}")),
        }
    }
    figure.place = Place::default();
    Ok(figure)
}

fn decimal(text: &str) -> Option<Decimal> {
    let digits: String = text.chars().filter(|character| *character != '.').collect();
    let scale = text.split_once('.').map_or(0, |(_, places)| places.len());
    Decimal::new(digits.parse().ok()?, u8::try_from(scale).ok()?)
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Some(Date { year, month, day })
}

fn edition_of(text: &str) -> Result<Option<EditionFound>, String> {
    Ok(match text {
        "2019" => Some(EditionFound::Plain(Edition::Y2019)),
        "2021" => Some(EditionFound::Plain(Edition::Y2021)),
        "hybrid" => Some(EditionFound::Hybrid),
        "unknown" => Some(EditionFound::Unknown),
        "none" => None,
        _ => return Err("no such edition".to_owned()),
    })
}

fn kind_of(text: &str) -> Result<IssuerKind, String> {
    Ok(match text {
        "government" => IssuerKind::Government,
        "office" => IssuerKind::GovernmentOffice,
        "department" => IssuerKind::Department,
        "township" => IssuerKind::Township,
        "other" => IssuerKind::Other,
        "unknown" => IssuerKind::Unknown,
        _ => return Err("no such kind".to_owned()),
    })
}

fn level_of(text: &str) -> Result<Level, String> {
    Ok(match text {
        "national" => Level::National,
        "province" => Level::Province,
        "prefecture" => Level::Prefecture,
        "county" => Level::County,
        "township" => Level::Township,
        _ => return Err("no such level".to_owned()),
    })
}
