"""Takes an SVG's tree, gives it with rules cascaded and conditions decided; draws nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from layout.images.svg.document.cascade import Cascade
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern

_GEOMETRY: dict[str, tuple[str, ...]] = {
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "image": ("x", "y", "width", "height"),
    "use": ("x", "y", "width", "height"),
    "svg": ("x", "y", "width", "height"),
    "symbol": ("x", "y", "width", "height"),
    "foreignObject": ("x", "y", "width", "height"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "path": ("d",),
}
"""Attributes of elements that are properties as well (SVG 2, 6.7)."""
_LANGUAGES = (*PAIR, "en")
"""Readers' languages, and the one that drawing programs write when nobody told them another."""
_READERS = frozenset(_LANGUAGES[:2])
_CHOSEN = frozenset(
    {"g", "a", "svg", "switch", "use", "text", "tspan", "textPath", "image", "foreignObject", "path", "rect"}
    | {"circle", "ellipse", "line", "polyline", "polygon"}
)
"""Elements that conditions are about (SVG 2, 5.9.1); definitions are there for everybody."""
_STYLES = frozenset({"", "text/css"})
_CONDITIONS = ("systemLanguage", "requiredExtensions", "requiredFeatures")


def normalise(
    root: SvgElement,
    is_colour: Callable[[str], bool],
    note: Callable[[Flaw, SvgElement], None],
    flaws: Callable[[Flaw, SvgElement], None],
) -> set[str]:
    """Changes the tree in place and gives the classes that style sheets have rules for.

    Raises `Flaw` for style sheets that are not understood; `note` hears what of them is passed over, `flaws`
    what is wrong with single elements.
    """
    sheets = [one for one in root.walk() if one.tag == "style"]
    sources = [one.text for one in sheets if one.attributes.get("type", "").strip().lower() in _STYLES]
    cascade = Cascade(sources, lambda flaw: note(flaw, sheets[0]))
    cascade.apply(root, is_colour)
    for element in root.walk():
        try:
            _lift(element)
        except Flaw as flaw:
            flaws(flaw, element)
    if not _is_shown(root):
        root.children = []
    _decide(root)
    return cascade.classes


def _lift(element: SvgElement) -> None:
    """Transforms that rules give, as attributes; raises `Flaw` for sizes, which not all programs take."""
    for name in _GEOMETRY.get(element.tag, ()):
        value = element.rules.get(name, "auto")
        if value not in {"auto", element.attributes.get(name)}:
            raise Flaw("svg-geometry", name=f"{name}: {value}")
    steps = [element.rules.get(name) for name in ("translate", "rotate", "scale")]
    if "transform" not in element.rules and not any(steps):
        return
    names = ("translate", "rotate", "scale")
    calls = [f"{name}({step})" for name, step in zip(names, steps, strict=True) if step and step != "none"]
    whole = element.rules.get("transform", element.attributes.get("transform", ""))
    if whole != "none":
        calls.append(whole)
    element.attributes["transform"] = plain_transform(" ".join(calls))


_CALL = late_pattern(r"([a-zA-Z]+)\s*\(([^()]*)\)")
_UNIT = late_pattern(r"([+-]?[\d.]+(?:[eE][+-]?\d+)?)(px|deg|rad|grad|turn)?(?![\w%])")
_DEGREES = {"rad": 57.29577951308232, "grad": 0.9, "turn": 360.0}
_NAMES = {"translatex": "translate({}, 0)", "translatey": "translate(0, {})"} | {
    "scalex": "scale({}, 1)",
    "scaley": "scale(1, {})",
    "skewx": "skewX({})",
    "skewy": "skewY({})",
}


def plain_transform(text: str) -> str:
    """A CSS transform as an SVG attribute spells it; raises `Flaw` for lengths other than pixels."""

    def spell(match: re.Match[str]) -> str:
        parts = [part for part in re.split(r"[\s,]+", match[2].strip()) if part]
        numbers = []
        for part in parts:
            unit = _UNIT.fullmatch(part)
            if unit is None:
                raise Flaw("svg-number", attribute="transform", value=text)
            numbers.append(f"{float(unit[1]) * _DEGREES.get(unit[2] or '', 1.0):.9g}")
        joined = ", ".join(numbers)
        return _NAMES.get(match[1].lower(), f"{match[1]}({{}})").format(joined)

    return _CALL.sub(spell, text)


def _decide(root: SvgElement) -> None:
    """Takes out what is for other readers; a `switch` keeps the one child it shows (SVG 1.1, 5.8)."""
    for element in root.walk():
        if element.tag == "switch":
            element.tag = "g"
            fitting = [one for one in element.children if one.tag in _CHOSEN and _is_shown(one)]
            first = [one for one in fitting if _speaks(one, _READERS)] or fitting
            rest = [one for one in element.children if one.tag not in _CHOSEN]
            element.children = rest + first[:1]
        else:
            element.children = [one for one in element.children if _is_shown(one)]
        for name in _CONDITIONS:
            element.attributes.pop(name, None)


def _is_shown(element: SvgElement) -> bool:
    if element.tag not in _CHOSEN:
        return True
    if element.attributes.get("requiredExtensions", "").strip():
        return False
    return "systemLanguage" not in element.attributes or _speaks(element, frozenset(_LANGUAGES))


def _speaks(element: SvgElement, languages: frozenset[str]) -> bool:
    wanted = element.attributes.get("systemLanguage", "").lower().split(",")
    return any(one.strip().split("-")[0] in languages for one in wanted)
