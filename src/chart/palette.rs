//! The colours of the tones on white paper.
//!
//! Every fill or edge keeps 3:1 to the paper. What is only half disclosed or carried over to or from another
//! year is pale with an edge, so that it is told from its neighbours without colour.

use super::scene::Tone;

/// The colour of the paper.
pub const PAPER: &str = "#FFFFFF";

/// A fill, and an edge where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// The colour inside, `#RRGGBB`.
    pub fill: &'static str,
    /// The colour of the outline, `#RRGGBB`.
    pub edge: Option<&'static str>,
}

/// The paint of a tone. [`Tone::Gap`] is hatched with its edge's colour; a line of [`Tone::Quiet`] has its edge's.
pub const fn paint(tone: Tone) -> Paint {
    match tone {
        Tone::Received | Tone::Applicant => Paint { fill: "#12436D", edge: None },
        Tone::Outcomes => Paint { fill: "#5B7C99", edge: None },
        Tone::CarriedIn | Tone::CarriedOut => Paint { fill: "#D5DEE6", edge: Some("#5B7C99") },
        Tone::Granted => Paint { fill: "#28A197", edge: None },
        Tone::PartiallyGranted => Paint { fill: "#BDE3DF", edge: Some("#28A197") },
        Tone::Denied => Paint { fill: "#801650", edge: None },
        Tone::Unable => Paint { fill: "#F46A25", edge: None },
        Tone::Rejected => Paint { fill: "#3D3D3D", edge: None },
        Tone::Other => Paint { fill: "#A285D1", edge: None },
        Tone::Gap => Paint { fill: "#FFFFFF", edge: Some("#B8322A") },
        Tone::Ink => Paint { fill: "#1B1B1B", edge: None },
        Tone::Quiet => Paint { fill: "#5A5A5A", edge: Some("#8C877C") },
        Tone::Reversed => Paint { fill: "#FFFFFF", edge: None },
        Tone::Wrong => Paint { fill: "#B8322A", edge: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let channel = |start: usize| {
            let value = f64::from(u8::from_str_radix(&colour[start..start + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_mark_stands_out_from_the_paper_and_words_are_easy_to_read() {
        use Tone::*;
        for tone in
            [Received, CarriedIn, Applicant, Granted, PartiallyGranted, Denied, Unable, Rejected, Other]
        {
            let paint = paint(tone);
            assert!(contrast(paint.edge.unwrap_or(paint.fill), PAPER) >= 3.0, "{tone:?}");
        }
        for tone in [CarriedOut, Outcomes, Gap] {
            let paint = paint(tone);
            assert!(contrast(paint.edge.unwrap_or(paint.fill), PAPER) >= 3.0, "{tone:?}");
        }
        for tone in [Ink, Quiet, Wrong] {
            assert!(contrast(paint(tone).fill, PAPER) >= 4.5, "{tone:?}");
        }
    }

    #[test]
    fn neighbouring_outcomes_are_told_apart_without_hue() {
        use Tone::*;
        // The edge or the fill of each differs by 3:1 from the fill of the next, or one of the two is a ring.
        for pair in [Granted, PartiallyGranted, Denied, Unable, Rejected, Other, CarriedOut].windows(2) {
            let (left, right) = (paint(pair[0]), paint(pair[1]));
            let is_ring = left.edge.is_some() != right.edge.is_some();
            assert!(is_ring || contrast(left.fill, right.fill) >= 3.0, "{pair:?}");
        }
    }
}
