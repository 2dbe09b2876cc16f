"""Takes an element and what attributes and rules say of it, gives its style; reads no style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw
from layout.source.nodes.reading import nearest

Style = Mapping[str, str]

_INHERITED = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "color": "black",
    "visibility": "visible",
    "paint-order": "normal",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "font-size": "16px",
    "font-family": "",
    "font-weight": "400",
    "font-style": "normal",
    "text-anchor": "start",
    "letter-spacing": "normal",
    "word-spacing": "normal",
    "writing-mode": "horizontal-tb",
    "direction": "ltr",
    "dominant-baseline": "auto",
    "font-variant": "normal",
    "font-stretch": "normal",
    "font-size-adjust": "none",
    "font-kerning": "auto",
    "font-feature-settings": "normal",
    "font-variation-settings": "normal",
    "text-orientation": "mixed",
    "glyph-orientation-vertical": "auto",
    "white-space": "normal",
    "font": "",
}
_OWN = {
    "text-decoration": "none",
    "alignment-baseline": "auto",
    "baseline-shift": "baseline",
    "unicode-bidi": "normal",
    "opacity": "1",
    "display": "inline",
    "overflow": "hidden",
    "clip-path": "none",
    "clip": "auto",
    "mask": "none",
    "mask-image": "none",
    "filter": "none",
    "mix-blend-mode": "normal",
    "isolation": "auto",
    "vector-effect": "none",
    "stop-color": "black",
    "stop-opacity": "1",
    "background-color": "transparent",
    "background": "transparent",
    "transform-origin": "",
    "transform-box": "view-box",
}
INITIAL: Style = _INHERITED | _OWN
"""Every property that is understood, with its initial value (SVG 1.1, 11 and 14; SVG 2, 13)."""

_ONLY_IN_RULES = frozenset({"mix-blend-mode", "isolation", "background-color", "background", "mask-image"})
"""Properties that are no presentation attributes (SVG 2, 6.6)."""
_MARKERS = ("marker-start", "marker-mid", "marker-end")

THEME = "theme-colour:"
"""What a paint begins with that names a colour of the theme."""


class SvgStyles:
    """Computes styles; classes that a style sheet has rules for, `classes`, name no colour of the theme."""

    def __init__(self, names: Iterable[str], classes: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._themed = self._names - frozenset(classes)

    def compute(self, element: SvgElement, parent: Style) -> Style:
        """All properties of an element; raises `Flaw` for an unknown theme colour."""
        style = {name: parent[name] for name in _INHERITED} | _OWN
        for name, value in declared(element).items():
            style[name] = _resolve(name, value, parent)
        colour = self.theme_colour(element)
        if colour is not None:
            style |= {paint: THEME + colour for paint in ("fill", "stroke") if style[paint] != "none"}
        return style

    def theme_colour(self, element: SvgElement) -> str | None:
        """The theme's colour that `data-colour` or a class without a rule of its own names, or None.

        Raises `Flaw` for one that the theme does not have.
        """
        name = element.attributes.get("data-colour")
        if name is not None:
            if name not in self._names:
                close = nearest(name, sorted(self._names), 0.0) or ""
                raise Flaw("svg-theme-colour", name=name, nearest=close)
            return name
        classes = element.attributes.get("class", "").split()
        return next((one for one in classes if one in self._themed), None)


def declared(element: SvgElement) -> dict[str, str]:
    """What is said of an element's understood properties; rules go before attributes."""
    found: dict[str, str] = {}
    for name, value in element.attributes.items():
        if name in INITIAL and name not in _ONLY_IN_RULES:
            found[name] = value.strip()
    for name, value in element.rules.items():
        if name == "marker":
            found |= dict.fromkeys(_MARKERS, value)
        elif name in INITIAL:
            found[name] = value
    return found


def _resolve(name: str, value: str, parent: Style) -> str:
    match value.lower():
        case "inherit":
            return parent[name]
        case "initial":
            return INITIAL[name]
        case "unset" | "revert":
            return parent[name] if name in _INHERITED else INITIAL[name]
    return value
