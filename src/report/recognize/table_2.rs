//! Table 2: items by their words, columns by the words over them, or by the edition where those are lost.

use super::alignment::{Layout, Printed};
use super::figures::Figures;
use super::lines::{Kind, Lines, Piece};
use super::rows::{Row, rows_of};
use super::wording::AMOUNT_UNITS;
use crate::document::Place;
use crate::report::form::{self, Article20, Cell, Edition, Item, ItemField, Label, Word};
use crate::report::{Certainty, EditionFound, Unit};
use crate::sorted::Listed;

/// One table 2 of a document, its sub-tables taken together.
#[derive(Clone, Debug)]
pub(super) struct ProactiveTable {
    /// The sub-tables, in the document's order: where each starts and whether any cell of it stands there.
    pub(super) articles: Vec<(Article20, Place, bool)>,
    /// Its cells.
    pub(super) figures: Figures,
    /// Its edition.
    pub(super) edition: EditionFound,
}

/// Every table 2 that stands on these lines. `otherwise` is the edition to go by where a table has no mark of its
/// own.
pub(super) fn read(lines: &Lines<'_>, area: &[usize], otherwise: Option<Edition>) -> Vec<ProactiveTable> {
    let rows = rows_of(lines, area, |word| matches!(word, Word::Item(_)));
    let entries = entries(lines, rows);
    instances(entries).into_iter().filter_map(|instance| instance.read(lines, otherwise)).listed()
}

/// One line of the table, understood as far as its own words go.
#[derive(Clone, Debug)]
enum Entry {
    /// 第二十条第（一）项.
    Article(Article20, Place),
    /// The words over the columns.
    Head(Head),
    /// An item with its values.
    Item(Item, Row),
    /// An item's label alone.
    Label(Item, Row),
    /// Values alone.
    Values(Row),
}

/// The words over the columns of a sub-table.
#[derive(Clone, Debug)]
struct Head {
    fields: Vec<Over>,
    /// For each field the number of its slot in the line, where the line is a table's row.
    slots: Vec<usize>,
    /// Slots that say once more what the slot before them says, and that slot: a span written out.
    repeated: Vec<(usize, usize)>,
    /// Number of squares behind 信息内容, blank ones included.
    width: usize,
    /// The unit of money that its words name.
    unit: Option<Unit>,
}

/// What stands over one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Field(ItemField, Edition),
    /// 本年新…, cut off.
    Cut,
}

fn entries(lines: &Lines<'_>, rows: Vec<Row>) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let words: Vec<Word> = row.labels.iter().flat_map(|piece| words_of(lines.piece(*piece))).listed();
        let article = words.iter().find_map(|word| match word {
            Word::Article(article) => Some(*article),
            _ => None,
        });
        if let Some(article) = article {
            entries.push(Entry::Article(article, row.place(lines)));
        }
        if let Some(head) = head(lines, &row) {
            entries.push(Entry::Head(head));
            continue;
        }
        let item = words.iter().rev().find_map(|word| match word {
            Word::Item(item) => Some(*item),
            _ => None,
        });
        let item = item.or_else(|| near_item(lines, &row));
        match item {
            Some(item) if row.slots.is_empty() => entries.push(Entry::Label(item, row)),
            Some(item) => entries.push(Entry::Item(item, row)),
            None if row.labels.is_empty() && row.filled(lines) > 0 => entries.push(Entry::Values(row)),
            None => {}
        }
    }
    entries
}

fn words_of(piece: &Piece<'_>) -> Vec<Word> {
    match piece.label() {
        Some(label) => vec![label.word],
        None => form::words_in_one(piece.text).unwrap_or_default(),
    }
}

fn near_item(lines: &Lines<'_>, row: &Row) -> Option<Item> {
    let last = row.labels.last().filter(|_| row.filled(lines) > 0)?;
    match Label::near(lines.piece(*last).text)?.word {
        Word::Item(item) => Some(item),
        _ => None,
    }
}

/// The head of a sub-table, if the line is one: words for columns and no values.
fn head(lines: &Lines<'_>, row: &Row) -> Option<Head> {
    if row.filled(lines) > 0 {
        return None;
    }
    let mut head = Head { fields: Vec::new(), slots: Vec::new(), repeated: Vec::new(), width: 0, unit: None };
    let pieces: Vec<&Piece<'_>> =
        row.labels.iter().chain(&row.slots).map(|piece| lines.piece(*piece)).listed();
    let line = lines.pieces(row.line);
    let first = line.iter().position(|piece| piece.is_words()).unwrap_or(0);
    for piece in &pieces {
        head.unit = head
            .unit
            .or(AMOUNT_UNITS.iter().find(|(unit, ..)| piece.text.contains(unit)).map(|(_, unit, _)| *unit));
        for word in words_of(piece) {
            let over = match word {
                Word::Field(field, edition) => Over::Field(field, edition),
                Word::NewField => Over::Cut,
                Word::Content => continue,
                _ => continue,
            };
            let slot = line.iter().position(|other| other.place == piece.place).unwrap_or(first);
            let slot = slot.saturating_sub(first + 1);
            match head.fields.last() {
                // The same words twice, in two squares side by side.
                Some(last) if *last == over && matches!(over, Over::Field(..)) => {
                    let first = head.slots.last().copied().unwrap_or(slot);
                    head.repeated.push((slot, first));
                }
                _ => {
                    head.fields.push(over);
                    head.slots.push(slot);
                }
            }
        }
    }
    head.width = line.iter().filter(|piece| piece.printed).count().saturating_sub(first + 1);
    (!head.fields.is_empty()).then_some(head)
}

impl Head {
    /// The edition that its words belong to, if they all belong to one.
    fn edition(&self) -> Option<Edition> {
        let mut editions = self.fields.iter().map(|over| match over {
            Over::Field(_, edition) => *edition,
            Over::Cut => Edition::Y2019,
        });
        let first = editions.next()?;
        editions.all(|edition| edition == first).then_some(first)
    }

    /// The item's fields in the head's order with how surely each is told; `None` where the head is not that item's.
    fn fields_of(&self, item: Item) -> Option<Vec<(ItemField, Certainty)>> {
        let edition = self.edition()?;
        let expected = item.fields(edition);
        if self.fields.len() != expected.len() {
            return None;
        }
        let mut fields = Vec::with_capacity(expected.len());
        for (over, by_order) in self.fields.iter().zip(expected) {
            fields.push(match over {
                Over::Field(field, _) if expected.contains(field) => (*field, Certainty::Label),
                Over::Field(..) => return None,
                Over::Cut => (*by_order, Certainty::Position),
            });
        }
        let mut sorted: Vec<ItemField> = fields.iter().map(|(field, _)| *field).listed();
        crate::sorted::sort(&mut sorted);
        sorted.dedup();
        (sorted.len() == fields.len()).then_some(fields)
    }
}

/// Cuts the entries where a second table 2 begins: an item with values comes again.
fn instances(entries: Vec<Entry>) -> Vec<Instance> {
    let mut instances = vec![Instance::default()];
    let mut seen: Vec<Item> = Vec::new();
    for entry in entries {
        if let Entry::Item(item, _) | Entry::Label(item, _) = &entry {
            if seen.contains(item) && seen.len() > 2 && *item <= Item::NormativeDocuments {
                let opening = instances.last_mut().map(Instance::take_opening).unwrap_or_default();
                instances.push(Instance { entries: opening });
                seen.clear();
            }
            seen.push(*item);
        }
        if let Some(last) = instances.last_mut() {
            last.entries.push(entry);
        }
    }
    instances
}

#[derive(Clone, Debug, Default)]
struct Instance {
    entries: Vec<Entry>,
}

/// An item with its values and the head that stands over it.
struct Found {
    item: Item,
    row: Row,
    head: Option<Head>,
    /// True where the item's own words stand beside the values.
    named: bool,
}

impl Instance {
    /// The article and the head at the end, which belong to the table that begins after them.
    fn take_opening(&mut self) -> Vec<Entry> {
        let opens = |entry: &Entry| matches!(entry, Entry::Article(..) | Entry::Head(_));
        let kept = self.entries.iter().rposition(|entry| !opens(entry)).map_or(0, |last| last + 1);
        self.entries.split_off(kept)
    }

    fn read(self, lines: &Lines<'_>, otherwise: Option<Edition>) -> Option<ProactiveTable> {
        let found = self.found(lines);
        let edition = edition_of(&self.entries, &found);
        let known = edition.plain();
        let mut figures = Figures::default();
        for one in &found {
            one.read(lines, known, otherwise, &found, &mut figures);
        }
        let articles = self.articles(lines, &found);
        (!articles.is_empty()).then_some(ProactiveTable { articles, figures, edition })
    }

    /// Every item with its values: in one row, or its label and right behind it as many values as it has columns;
    /// or, where a sub-table's values stand apart from its labels, all of them in order.
    fn found(&self, lines: &Lines<'_>) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut head: Option<Head> = None;
        for (index, entry) in self.entries.iter().enumerate() {
            match entry {
                Entry::Head(next) => match &mut head {
                    // One word a line: 本年制发件数, 本年废止件数, 现行有效件数.
                    Some(known)
                        if known.width == 0 && next.width == 0 && follows_head(&self.entries, index) =>
                    {
                        known.fields.extend(&next.fields);
                        known.slots.clear();
                    }
                    _ => head = Some(next.clone()),
                },
                Entry::Item(item, row) => {
                    found.push(Found { item: *item, row: row.clone(), head: head.clone(), named: true });
                }
                Entry::Label(item, _) => {
                    let Some(Entry::Values(row)) = self.entries.get(index + 1) else { continue };
                    let over =
                        head.as_ref().and_then(|head| head.fields_of(*item)).map(|fields| fields.len());
                    let fits = |count: usize| row.slots.len() == count;
                    let fits_an_edition =
                        || Edition::ALL.into_iter().any(|edition| fits(item.fields(edition).len()));
                    if over.map_or_else(fits_an_edition, fits) {
                        found.push(Found { item: *item, row: row.clone(), head: head.clone(), named: true });
                    }
                }
                Entry::Article(..) | Entry::Values(_) => {}
            }
        }
        self.add_apart(lines, &mut found);
        found
    }

    /// The items of sub-tables whose labels and values stand apart: told by order where the number of values is
    /// just what the sub-table has.
    fn add_apart(&self, lines: &Lines<'_>, found: &mut Vec<Found>) {
        let starts: Vec<usize> = (0..self.entries.len())
            .filter(|index| matches!(self.entries[*index], Entry::Article(..)))
            .chain([self.entries.len()])
            .listed();
        for bounds in starts.windows(2) {
            let part = &self.entries[bounds[0]..bounds[1]];
            let Some(Entry::Article(article, _)) = part.first() else { continue };
            if found.iter().any(|one| one.item.article() == *article) {
                continue;
            }
            let head = part.iter().find_map(|entry| match entry {
                Entry::Head(head) => Some(head),
                _ => None,
            });
            let slots: Vec<usize> = part
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Values(row) => Some(row.slots.iter().copied()),
                    _ => None,
                })
                .flatten()
                .filter(|slot| lines.piece(*slot).kind != Kind::Empty)
                .listed();
            let Some(edition) = head.and_then(Head::edition) else { continue };
            let items = article.items(edition);
            let columns: Vec<usize> = items.iter().map(|item| item.fields(edition).len()).listed();
            // Several rows of several columns may have been taken column by column.
            let one_way = columns.len() == 1 || columns.iter().all(|columns| *columns == 1);
            if !one_way || slots.is_empty() || columns.iter().sum::<usize>() != slots.len() {
                continue;
            }
            let mut from = 0;
            for (item, columns) in items.iter().zip(columns) {
                let slots = slots[from..from + columns].to_vec();
                from += columns;
                let first = lines.piece(slots[0]);
                let row = Row { line: 0, block: first.place.block, grid: false, labels: Vec::new(), slots };
                found.push(Found { item: *item, row, head: head.cloned(), named: false });
            }
        }
    }

    fn articles(&self, lines: &Lines<'_>, found: &[Found]) -> Vec<(Article20, Place, bool)> {
        let mut articles: Vec<(Article20, Place, bool)> = Vec::new();
        let has_cells = |article: Article20| found.iter().any(|one| one.item.article() == article);
        for entry in &self.entries {
            let (article, place) = match entry {
                Entry::Article(article, place) => (*article, *place),
                Entry::Item(item, row) | Entry::Label(item, row) => (item.article(), row.place(lines)),
                Entry::Head(_) | Entry::Values(_) => continue,
            };
            let headed = matches!(entry, Entry::Article(..));
            match articles.iter_mut().find(|(known, ..)| *known == article) {
                Some(_) => {}
                // A label alone in the prose is no sub-table.
                None if headed || has_cells(article) => articles.push((article, place, has_cells(article))),
                None => {}
            }
        }
        articles
    }
}

fn follows_head(entries: &[Entry], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| matches!(entries[before], Entry::Head(_)))
}

/// The edition of a table 2: that of the heads over the sub-tables that both editions have, or, where those are
/// lost, of the rows and columns that only one has.
fn edition_of(entries: &[Entry], found: &[Found]) -> EditionFound {
    let shared = |one: &&Found| one.item.article() != Article20::Nine;
    let of_heads = found.iter().filter(shared).filter_map(|one| {
        let head = one.head.as_ref()?;
        head.fields_of(one.item)?;
        head.edition()
    });
    let mut marks: Vec<Edition> = of_heads.listed();
    if marks.is_empty() {
        marks.extend(entries.iter().filter_map(|entry| match entry {
            Entry::Head(head) => head.edition(),
            _ => None,
        }));
    }
    if marks.is_empty() && found.iter().any(|one| matches!(one.item, Item::OtherServices | Item::Procurement))
    {
        marks.push(Edition::Y2019);
    }
    match marks.split_first() {
        None => EditionFound::Unknown,
        Some((first, others)) if others.iter().all(|other| other == first) => EditionFound::Plain(*first),
        Some(_) => EditionFound::Hybrid,
    }
}

impl Found {
    fn read(
        &self,
        lines: &Lines<'_>,
        known: Option<Edition>,
        otherwise: Option<Edition>,
        all: &[Found],
        figures: &mut Figures,
    ) {
        let by_head = self.head.as_ref().and_then(|head| head.fields_of(self.item));
        let fields = match by_head {
            Some(fields) => fields,
            None => match self.fields_without_head(lines, known, otherwise) {
                Some(fields) => fields,
                None => return,
            },
        };
        let certainty = if self.named { Certainty::Label } else { Certainty::Position };
        let cells: Vec<(Cell, Certainty)> = fields
            .iter()
            .map(|(field, sure)| (Cell::Proactive(self.item, *field), certainty.max(*sure)))
            .listed();
        let printed = self.under_head(lines, fields.len()).or_else(|| {
            let same = all.iter().filter(|other| {
                other.row.block == self.row.block && other.item.article() == self.item.article()
            });
            let layout = Layout::of(lines, same.map(|other| &other.row), fields.len());
            layout.align(lines, &self.row, fields.len())
        });
        figures.add_row(lines, &self.row, printed.as_deref(), &cells);
        if let Some(unit) = self.head.as_ref().and_then(|head| head.unit) {
            figures.put_unit(&cells, unit);
        }
    }

    /// The fields by the edition, where the words over them are lost or belong to another item.
    fn fields_without_head(
        &self,
        lines: &Lines<'_>,
        known: Option<Edition>,
        otherwise: Option<Edition>,
    ) -> Option<Vec<(ItemField, Certainty)>> {
        let only: Vec<Edition> =
            Edition::ALL.into_iter().filter(|edition| !self.item.fields(*edition).is_empty()).listed();
        let filled = self.row.filled(lines);
        let by_number = || {
            let mut fitting = only.iter().filter(|edition| self.item.fields(**edition).len() == filled);
            let first = fitting.next()?;
            fitting.next().is_none().then_some(*first)
        };
        let (edition, certainty) = match (only.as_slice(), known) {
            ([edition], _) => (*edition, Certainty::Position),
            (_, Some(edition)) => (edition, Certainty::Position),
            _ => match by_number() {
                Some(edition) => (edition, Certainty::Position),
                None => (otherwise?, Certainty::Guess),
            },
        };
        Some(self.item.fields(edition).iter().map(|field| (*field, certainty)).listed())
    }

    /// The values under the words of the head, where the row has a square under each and none elsewhere.
    fn under_head<'a>(&self, lines: &Lines<'a>, columns: usize) -> Option<Vec<Printed<'a>>> {
        let head = self.head.as_ref()?;
        if !self.row.grid || head.width != self.row.slots.len() || head.slots.len() != columns {
            return None;
        }
        let text_at = |slot: usize| self.row.slots.get(slot).map(|piece| lines.piece(*piece).text);
        let repeats = |slot: usize| {
            let repeated = head.repeated.iter().find(|(repeat, _)| *repeat == slot);
            repeated.is_some_and(|(_, first)| text_at(slot) == text_at(*first))
        };
        let filled_elsewhere = self.row.slots.iter().enumerate().any(|(slot, piece)| {
            !head.slots.contains(&slot) && !repeats(slot) && lines.piece(*piece).kind != Kind::Empty
        });
        if filled_elsewhere {
            return None;
        }
        head.slots
            .iter()
            .map(|slot| {
                let piece = lines.piece(*self.row.slots.get(*slot)?);
                let shared = piece.rows > 1;
                Some(Printed { text: piece.text, place: piece.place, shared, by_order: false })
            })
            .collect()
    }
}
