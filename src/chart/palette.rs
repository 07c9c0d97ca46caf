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

/// The paint of a tone. [`Tone::Gap`] is hatched with its edge's colour.
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
        Tone::Quiet => Paint { fill: "#5A5A5A", edge: None },
        Tone::Reversed => Paint { fill: "#FFFFFF", edge: None },
        Tone::Wrong => Paint { fill: "#B8322A", edge: None },
    }
}
