//! A scene as SVG. Its colours are classes: the style sheet has one palette for each scheme.

use crate::chart::{Anchor, Mark, Scene, Shape, Tone, Weight};
use yew::{Html, classes, html};

/// The marks of a scene, those of lit cells lit; `at` is the mark that the keys are at, `hatch` an id for the
/// pattern of gaps.
pub fn drawing(scene: &Scene, lit: &[String], at: Option<usize>, hatch: &str) -> Html {
    let is_lit = |mark: &Mark| mark.cells.iter().any(|cell| lit.contains(cell));
    html! {
        <>
            <defs>
                <pattern id={hatch.to_owned()} width="7" height="7" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <line class="hatch" x1="0" y1="0" x2="0" y2="7" />
                </pattern>
            </defs>
            { for scene.marks.iter().enumerate().map(|(index, mark)| {
                draw(index, mark, is_lit(mark), at == Some(index), hatch)
            }) }
        </>
    }
}

/// The canvas of a scene, as SVG writes it.
pub fn view_box(scene: &Scene) -> String {
    format!("0 0 {} {}", length(scene.width), length(scene.height))
}

/// A length to a tenth, which is how exact scenes are. The library's own way of writing a float would bring
/// more than all of this module.
#[expect(clippy::float_arithmetic, reason = "coordinates of pictures are no figures of a report")]
#[expect(clippy::cast_possible_truncation, reason = "a canvas is a few thousand pixels wide")]
pub fn length(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// A small scene beside a finding: its sentence is its text alternative.
pub fn sketch(scene: &Scene, lit: &[String], hatch: &str) -> Html {
    if scene.marks.is_empty() {
        return Html::default();
    }
    html! {
        <svg class="sketch" role="img" aria-label={scene.sentence.clone()}
            viewBox={view_box(scene)}
            width={length(scene.width)} height={length(scene.height)}>
            { drawing(scene, lit, None, hatch) }
        </svg>
    }
}

fn draw(index: usize, mark: &Mark, lit: bool, at: bool, hatch: &str) -> Html {
    let class = classes!(tone(mark.tone), weight(mark.weight), lit.then_some("lit"), at.then_some("at"));
    let fill = (mark.tone == Tone::Gap).then(|| format!("url(#{hatch})"));
    let key = (!mark.cells.is_empty()).then(|| index.to_string());
    let title = mark.title.as_ref().map(|title| html! { <title>{ title }</title> });
    match &mark.shape {
        Shape::Rectangle { x, y, width, height } => html! {
            <rect key={index} data-mark={key} class={classes!("box", class)} {fill} x={length(*x)}
                y={length(*y)} width={length(*width)} height={length(*height)}>{ title }</rect>
        },
        Shape::Area { path } => html! {
            <path key={index} data-mark={key} class={classes!("area", class)} {fill} d={path.clone()}>{ title }</path>
        },
        Shape::Line { x1, y1, x2, y2 } => html! {
            <line key={index} data-mark={key} class={classes!("line", class)} x1={length(*x1)} y1={length(*y1)}
                x2={length(*x2)} y2={length(*y2)}>{ title }</line>
        },
        Shape::Dot { x, y, radius } => html! {
            <circle key={index} data-mark={key} class={classes!("dot", class)} cx={length(*x)} cy={length(*y)}
                r={length(*radius)}>{ title }</circle>
        },
        Shape::Label { x, y, anchor, text, figure } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            html! {
                <text key={index} data-mark={key} class={classes!("label", class)} x={length(*x)} y={length(*y)}
                    text-anchor={anchor}>
                    { text }
                    if !figure.is_empty() {
                        <tspan class="number" dx={if text.is_empty() { "0" } else { "5" }}>{ figure }</tspan>
                    }
                </text>
            }
        }
    }
}

const fn weight(weight: Weight) -> Option<&'static str> {
    match weight {
        Weight::Full => None,
        Weight::Band => Some("band"),
        Weight::Wash => Some("wash"),
    }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Received => "received",
        Tone::CarriedIn => "carried-in",
        Tone::Applicant => "applicant",
        Tone::Granted => "granted",
        Tone::PartiallyGranted => "partially-granted",
        Tone::Denied => "denied",
        Tone::Unable => "unable",
        Tone::Rejected => "rejected",
        Tone::Other => "other",
        Tone::CarriedOut => "carried-out",
        Tone::Outcomes => "outcomes",
        Tone::Gap => "gap",
        Tone::Ink => "ink",
        Tone::Quiet => "quiet-ink",
        Tone::Reversed => "reversed",
        Tone::Wrong => "wrong-ink",
    }
}
