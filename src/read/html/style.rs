//! What an inline style says about whether the element's words count: not if nobody sees them or they are struck out.

/// True for `display: none`, `visibility: hidden`, Word's `mso-hide: all` and for words struck out; of several declarations of one property the last counts.
pub(super) fn hides(style: &str) -> bool {
    let (mut undisplayed, mut invisible, mut struck, mut hidden) = (false, false, false, false);
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (property, value) = (property.trim(), value.trim_start());
        let says = |word: &str| value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if property.eq_ignore_ascii_case("display") {
            undisplayed = says("none");
        } else if property.eq_ignore_ascii_case("visibility") {
            invisible = says("hidden") || says("collapse");
        } else if property.eq_ignore_ascii_case("text-decoration")
            || property.eq_ignore_ascii_case("text-decoration-line")
        {
            struck = says("line-through");
        } else if property.eq_ignore_ascii_case("mso-hide") {
            hidden = says("all");
        }
    }
    undisplayed || invisible || struck || hidden
}

#[cfg(test)]
mod tests {
    use super::hides;

    #[test]
    fn hidden_elements_are_told() {
        for style in [
            "display:none",
            "color:red; DISPLAY : None !important;",
            "mso-hide:all",
            "a;b:;display:none",
            "visibility:hidden",
            "text-decoration:line-through",
        ] {
            assert!(hides(style), "{style}");
        }
        for style in
            ["", "display:block", "display:none;display:block", "mso-display:none", "font:'display:none'"]
        {
            assert!(!hides(style), "{style}");
        }
    }
}
