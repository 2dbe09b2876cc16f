"""Takes an SVG's style sheets, `style` and presentation attributes, gives each element's computed style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from layout.images.svg.flaw import Flaw
from layout.images.svg.tree import SvgElement
from layout.source.nodes.reading import nearest

Style = Mapping[str, str]

_INHERITED = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
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
    "marker": "none",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
}
_OWN = {
    "opacity": "1",
    "display": "inline",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
    "mix-blend-mode": "normal",
    "vector-effect": "none",
}
INITIAL: Style = _INHERITED | _OWN
"""Every property that is understood, with its initial value (SVG 1.1, 11 and 14)."""

THEME = "theme-colour:"
"""What a paint begins with that names a colour of the theme."""

_COMPOUND = re.compile(r"(\*|[a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)", re.ASCII)
_HARMLESS_RULES = frozenset({"charset", "font-face", "namespace"})
_MAX_RULES = 2_000


@dataclass(frozen=True, slots=True)
class _Rule:
    """Declarations for elements of a tag, an id and classes; heavier rules win."""

    weight: tuple[int, int, int]
    tag: str
    marks: frozenset[str]
    declarations: tuple[tuple[str, str, bool], ...]

    def fits(self, tag: str, marks: frozenset[str]) -> bool:
        return self.tag in {"", "*", tag} and self.marks <= marks


class StyleSheet:
    """The rules of all `style` elements of a file, and the theme's colour names."""

    def __init__(self, sources: Iterable[str], names: Iterable[str]) -> None:
        """Raises `Flaw` for a selector or rule that is not understood."""
        self._rules: dict[str, list[tuple[int, _Rule]]] = {}
        self._names = frozenset(names)
        for order, rule in enumerate(rule for source in sources for rule in _read_rules(source)):
            if order >= _MAX_RULES:
                raise Flaw("svg-selector", selector=f"> {_MAX_RULES}")
            self._rules.setdefault(min(rule.marks, default=rule.tag or "*"), []).append((order, rule))

    def compute(self, element: SvgElement, parent: Style) -> Style:
        """All properties of an element; raises `Flaw` for an unknown theme colour or unreadable style."""
        style = {name: parent[name] for name in _INHERITED} | _OWN
        for name, value in self._declarations(element).items():
            if name == "transform":
                raise Flaw("svg-effect", name="style: transform")
            if name in INITIAL:
                style[name] = parent[name] if value == "inherit" else value
        colour = self._theme_colour(element)
        if colour is not None:
            style |= {paint: THEME + colour for paint in ("fill", "stroke") if style[paint] != "none"}
        return style

    def _declarations(self, element: SvgElement) -> dict[str, str]:
        """From the weakest to the strongest: attributes, rules by weight, `style`, what is `!important`."""
        found = [(name, value, False) for name, value in element.attributes.items() if name in INITIAL]
        for rule in self._fitting(element):
            found.extend(rule.declarations)
        found.extend(_read_declarations(element.attributes.get("style", "")))
        return {name: value.strip() for name, value, _ in sorted(found, key=lambda entry: entry[2])}

    def _fitting(self, element: SvgElement) -> list[_Rule]:
        """The lightest rule first; of equal ones, the first of the file."""
        if not self._rules:
            return []
        marks = _marks(element)
        keys = [*marks, element.tag, "*"]
        entries = [entry for key in keys for entry in self._rules.get(key, ())]
        fitting = [(rule.weight, order, rule) for order, rule in entries if rule.fits(element.tag, marks)]
        return [rule for _, _, rule in sorted(fitting, key=lambda entry: entry[:2])]

    def _theme_colour(self, element: SvgElement) -> str | None:
        """The theme's colour that `data-colour` or a class without a rule of its own names."""
        name = element.attributes.get("data-colour")
        if name is not None:
            if name not in self._names:
                close = nearest(name, sorted(self._names), 0.0) or ""
                raise Flaw("svg-theme-colour", name=name, nearest=close)
            return name
        classes = element.attributes.get("class", "").split()
        return next((one for one in classes if one in self._names and f".{one}" not in self._rules), None)


def _marks(element: SvgElement) -> frozenset[str]:
    marks = {f".{name}" for name in element.attributes.get("class", "").split()}
    if "id" in element.attributes:
        marks.add(f"#{element.attributes['id']}")
    return frozenset(marks)


def _read_rules(source: str) -> Iterable[_Rule]:
    # Few drawings have a style sheet.
    import tinycss2  # type: ignore[import-untyped]

    try:
        parsed = tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)
        for rule in parsed:
            if rule.type == "qualified-rule":
                yield from _split_rule(tinycss2.serialize(rule.prelude), tinycss2.serialize(rule.content))
            elif rule.type == "error":
                raise Flaw("svg-selector", selector=rule.message)
            elif rule.lower_at_keyword not in _HARMLESS_RULES:
                raise Flaw("svg-selector", selector=f"@{rule.at_keyword}")
    except RecursionError:
        raise Flaw("svg-selector", selector="((((…") from None


def _split_rule(prelude: str, content: str) -> Iterable[_Rule]:
    for selector in prelude.split(","):
        match = _COMPOUND.fullmatch(selector.strip())
        if match is None or not match[0]:
            raise Flaw("svg-selector", selector=selector.strip())
        marks = frozenset(re.findall(r"[.#][\w-]+", match[2], re.ASCII))
        ids = sum(mark.startswith("#") for mark in marks)
        tag = match[1] or ""
        weight = (ids, len(marks) - ids, int(tag not in {"", "*"}))
        yield _Rule(weight, tag, marks, _read_declarations(content))


@lru_cache(maxsize=4096)
def _read_declarations(text: str) -> tuple[tuple[str, str, bool], ...]:
    """Names, values and `!important` of CSS declarations; raises `Flaw` where they are broken."""
    if not text.strip():
        return ()
    # Few have style attributes either.
    import tinycss2

    try:
        parsed = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
        return tuple(
            (one.lower_name, tinycss2.serialize(one.value).strip(), one.important)
            for one in parsed
            if one.type == "declaration"
        )
    except RecursionError:
        raise Flaw("svg-selector", selector="((((…") from None
