//! A scene as a picture file: one SVG text that stands alone, with its title, its sentence and its source.
//!
//! Everything is in presentation attributes: no style sheet, no script, no font, no reference to anything
//! outside. Every word is escaped.
#![expect(clippy::float_arithmetic, reason = "geometry in pixels around the scene")]

use super::wording;
use crate::chart::measure::{LINE, wrapped};
use crate::chart::palette::{PAPER, paint};
use crate::chart::{Anchor, FIGURE_GAP, FONT_SIZE, Mark, Scene, Shape, Tone, Weight};
use crate::language::Language;
use crate::review::Review;
use std::borrow::Cow;
use std::fmt::Write;

const FONTS: &str = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";
const MARGIN: f64 = 24.0;
const NARROWEST: f64 = 456.0;
const TITLE_SIZE: f64 = 18.0;
const TITLE_LINE: f64 = 26.0;
const FOOTER_SIZE: f64 = 12.0;

/// The picture of a scene of `review`. Words of the scene are in the language it was made in; `language` is that of
/// the footer.
pub fn render(scene: &Scene, review: &Review, language: Language) -> String {
    let room = scene.width.max(NARROWEST);
    let titles = wrapped(&scene.title, room * FONT_SIZE / TITLE_SIZE);
    let sentences = wrapped(&scene.sentence, room);
    let footers = wrapped(&wording::picture_source(review, language), room * FONT_SIZE / FOOTER_SIZE);
    let scene_top = MARGIN + titles.len() as f64 * TITLE_LINE + sentences.len() as f64 * (LINE + 2.0) + 14.0;
    let footer_top = scene_top + scene.height + 12.0;
    let (width, height) = (room + 2.0 * MARGIN, footer_top + footers.len() as f64 * LINE + MARGIN);

    let mut svg = String::new();
    push(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" lang=\"{}\" font-family=\"{FONTS}\" font-size=\"{FONT_SIZE}\">\n",
            language.code(),
        ),
    );
    push(
        &mut svg,
        format_args!("<title>{}</title>\n<desc>{}</desc>\n", escaped(&scene.title), escaped(&scene.sentence)),
    );
    let line = paint(Tone::Gap).edge.unwrap_or(PAPER);
    push(
        &mut svg,
        format_args!(
            "<defs><pattern id=\"gouji-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{PAPER}\"/>\
         <rect width=\"1.6\" height=\"6\" fill=\"{line}\"/></pattern></defs>\n"
        ),
    );
    push(&mut svg, format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n"));

    let mut baseline = MARGIN - 6.0;
    for title in &titles {
        baseline += TITLE_LINE;
        plain_text(
            &mut svg,
            baseline,
            title,
            Tone::Ink,
            &format!("font-size=\"{TITLE_SIZE}\" font-weight=\"600\""),
        );
    }
    baseline += 2.0;
    for sentence in &sentences {
        baseline += LINE + 2.0;
        plain_text(&mut svg, baseline, sentence, Tone::Quiet, "");
    }
    push(&mut svg, format_args!("<g transform=\"translate({MARGIN} {scene_top})\">\n"));
    for mark in &scene.marks {
        push_mark(&mut svg, mark);
    }
    svg.push_str("</g>\n");
    let mut baseline = footer_top;
    for footer in &footers {
        baseline += LINE;
        plain_text(&mut svg, baseline, footer, Tone::Quiet, &format!("font-size=\"{FOOTER_SIZE}\""));
    }
    svg.push_str("</svg>\n");
    svg
}

/// Writing to a string cannot fail.
fn push(svg: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = svg.write_fmt(words);
}

fn plain_text(svg: &mut String, baseline: f64, words: &str, tone: Tone, attributes: &str) {
    let space = if attributes.is_empty() { "" } else { " " };
    let fill = paint(tone).fill;
    push(
        svg,
        format_args!(
            "<text x=\"{MARGIN}\" y=\"{baseline}\" fill=\"{fill}\"{space}{attributes}>{}</text>\n",
            escaped(words)
        ),
    );
}

fn push_mark(svg: &mut String, mark: &Mark) {
    let element = match &mark.shape {
        Shape::Rectangle { x, y, width, height } => {
            push(svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""));
            "rect"
        }
        Shape::Area { path } => {
            push(svg, format_args!("<path d=\"{}\"", escaped(path)));
            "path"
        }
        Shape::Line { x1, y1, x2, y2 } => {
            push(svg, format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\""));
            "line"
        }
        Shape::Dot { x, y, radius } => {
            push(svg, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\""));
            "circle"
        }
        Shape::Label { x, y, anchor, text, figure } => {
            push_label(svg, (*x, *y), *anchor, text, figure, mark.tone);
            return;
        }
    };
    svg.push_str(&colours(mark));
    if !mark.cells.is_empty() {
        push(svg, format_args!(" data-cells=\"{}\"", escaped(&mark.cells.join(" "))));
    }
    match &mark.title {
        Some(title) => push(svg, format_args!("><title>{}</title></{element}>\n", escaped(title))),
        None => svg.push_str("/>\n"),
    }
}

fn push_label(svg: &mut String, at: (f64, f64), anchor: Anchor, text: &str, figure: &str, tone: Tone) {
    let (x, y) = at;
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if tone == Tone::Wrong { " font-weight=\"600\"" } else { "" };
    let fill = paint(tone).fill;
    push(
        svg,
        format_args!("<text x=\"{x}\" y=\"{y}\" fill=\"{fill}\"{anchor}{weight} pointer-events=\"none\">"),
    );
    svg.push_str(&escaped(text));
    if !figure.is_empty() {
        let gap = if text.is_empty() { 0.0 } else { FIGURE_GAP };
        push(svg, format_args!("<tspan dx=\"{gap}\" font-weight=\"700\">{}</tspan>", escaped(figure)));
    }
    svg.push_str("</text>\n");
}

fn colours(mark: &Mark) -> String {
    let paint = paint(mark.tone);
    if matches!(mark.shape, Shape::Line { .. }) {
        return format!(" stroke=\"{}\"", paint.edge.unwrap_or(paint.fill));
    }
    if mark.tone == Tone::Gap {
        return format!(" fill=\"url(#gouji-hatch)\" stroke=\"{}\"", paint.edge.unwrap_or(paint.fill));
    }
    match (mark.weight, paint.edge) {
        (Weight::Full, None) => format!(" fill=\"{}\"", paint.fill),
        (Weight::Full, Some(edge)) => format!(" fill=\"{}\" stroke=\"{edge}\"", paint.fill),
        (Weight::Band, edge) => format!(" fill=\"{}\" fill-opacity=\"0.38\"", edge.unwrap_or(paint.fill)),
        (Weight::Wash, edge) => format!(" fill=\"{}\" fill-opacity=\"0.14\"", edge.unwrap_or(paint.fill)),
    }
}

/// Words as XML text or attribute; characters that XML forbids become U+FFFD.
fn escaped(words: &str) -> Cow<'_, str> {
    let special = |character: char| {
        matches!(character, '&' | '<' | '>' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || character.is_control()
    };
    if !words.contains(special) {
        return Cow::Borrowed(words);
    }
    let mut escaped = String::with_capacity(words.len() + 16);
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            character if special(character) => escaped.push('\u{FFFD}'),
            character => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::specimen::{self, Specimen};
    use crate::chart::{balance_of_column, scenes};
    use crate::report::form::{Applicant, RequestRow};
    use std::path::{Path, PathBuf};

    fn specimens() -> Vec<(&'static str, Specimen)> {
        let unknown = specimen::mixed().blank(RequestRow::UnableNotHeld, Applicant::NaturalPerson);
        vec![
            ("mixed", specimen::mixed()),
            ("broken", specimen::broken()),
            ("one-kind", specimen::one_kind()),
            ("giant", specimen::giant()),
            ("single", specimen::single()),
            ("zero", Specimen::zero()),
            ("blank", specimen::mixed().without_noughts_and_totals()),
            ("unknown", unknown),
            ("no-table", Specimen::without_table()),
            ("hostile", specimen::mixed().called("</title><script>alert(\"1\")</script>&\u{0}\u{FFFF}]]>")),
        ]
    }

    fn pictures(specimen: Specimen, language: Language) -> Vec<(String, String)> {
        let review = specimen.review();
        let card = balance_of_column(&review, Applicant::NaturalPerson, language);
        let named = |name: &str, scene: &Scene| (name.to_owned(), render(scene, &review, language));
        let mut pictures: Vec<_> =
            scenes(&review, language).iter().map(|scene| named(&scene.name, scene)).collect();
        pictures.extend(card.iter().map(|scene| named("card", scene)));
        pictures
    }

    #[test]
    fn every_picture_is_sealed_xml_whatever_the_report_is_called() {
        let known = [
            "svg", "title", "desc", "defs", "pattern", "rect", "path", "line", "circle", "g", "text", "tspan",
        ];
        for (name, specimen) in specimens() {
            for language in [Language::Zh, Language::En] {
                for (view, svg) in pictures(specimen.clone(), language) {
                    let document = roxmltree::Document::parse(&svg)
                        .unwrap_or_else(|error| panic!("{name} {view}: {error}"));
                    for node in document.descendants().filter(roxmltree::Node::is_element) {
                        assert!(known.contains(&node.tag_name().name()), "{name} {view}: {node:?}");
                        for attribute in node.attributes() {
                            let value = attribute.value();
                            assert!(!attribute.name().starts_with("on") && attribute.name() != "style");
                            assert!(!value.contains("url(") || value == "url(#gouji-hatch)", "{value}");
                            assert!(!attribute.name().ends_with("href"));
                        }
                    }
                    let titles = document.descendants().filter(|node| node.has_tag_name("title")).count();
                    assert!(titles >= 1, "{name} {view} has no title");
                }
            }
        }
    }

    #[test]
    fn a_hostile_title_is_text_in_the_foot() {
        let (_, specimen) = specimens().pop().unwrap();
        for (_, svg) in pictures(specimen, Language::En) {
            let document = roxmltree::Document::parse(&svg).unwrap();
            let words: String = document.descendants().filter_map(|node| node.text()).collect();
            assert!(words.contains("</title><script>alert(\"1\")</script>&\u{FFFD}\u{FFFD}]]>"), "{words}");
        }
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        let (_, svg) = pictures(specimen::single(), Language::Zh).swap_remove(1);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/flow-of-one-request.svg");
        if std::env::var_os("GOUJI_BLESS").is_some() {
            std::fs::write(&file, &svg).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(
            kept == svg,
            "{} has changed; look at it, then set GOUJI_BLESS=1 to keep it:\n{svg}",
            file.display()
        );
    }

    /// Writes every picture to the folder `GOUJI_PICTURES`, for eyes: `cargo test --lib pictures_to_look_at`.
    #[test]
    fn pictures_to_look_at() {
        let Some(folder) = std::env::var_os("GOUJI_PICTURES").map(PathBuf::from) else {
            println!("GOUJI_PICTURES is not set: nothing was written");
            return;
        };
        for (name, specimen) in specimens() {
            for language in [Language::Zh, Language::En] {
                for (view, svg) in pictures(specimen.clone(), language) {
                    std::fs::write(folder.join(format!("{name}-{view}-{}.svg", language.code())), svg)
                        .unwrap();
                }
            }
        }
    }
}
