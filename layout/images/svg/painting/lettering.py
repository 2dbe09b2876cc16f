"""Takes a `text` element, gives its words as labels to be set in a face; chooses and measures none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from layout.images.svg.document.style import INITIAL, Style, SvgStyles
from layout.images.svg.document.tree import SvgElement
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import read_length
from layout.images.svg.painting.paint import (
    Palette,
    is_opaque,
    is_seen,
    read_flat,
    read_opacity,
    split_server,
)
from layout.images.svg.painting.shapes import Viewport
from layout.model.drawing import Group, Label, LabelWords, Part, Shape
from layout.model.geometry import Matrix
from layout.model.patterns import late_pattern
from layout.model.records import Struct, field

_PLAIN = {
    "writing-mode": frozenset({"horizontal-tb", "lr", "lr-tb"}),
    "dominant-baseline": frozenset({"auto", "alphabetic"}),
    "alignment-baseline": frozenset({"auto", "baseline", "alphabetic"}),
    "baseline-shift": frozenset({"baseline", "0"}),
    "text-decoration": frozenset({"none"}),
    "font-kerning": frozenset({"auto", "normal"}),
} | {
    name: frozenset({INITIAL[name]})
    for name in (
        *("word-spacing", "direction", "unicode-bidi", "font-variant", "font-stretch", "font-size-adjust"),
        *("font-feature-settings", "font-variation-settings", "text-orientation"),
        *(
            "glyph-orientation-vertical",
            "white-space",
            "font",
            "filter",
            "mask",
            "clip-path",
            "mix-blend-mode",
        ),
    )
}
"""What properties may be for plain words; anything else is for the renderer."""
_PLAIN_ATTRIBUTES = frozenset({"rotate", "textLength", "lengthAdjust", "transform"})
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_WEIGHTS = {"normal": 400, "bold": 700}
_SIZES = {
    "xx-small": 9.26,
    "x-small": 11.11,
    "small": 13.33,
    "medium": 16.0,
    "large": 19.2,
    "x-large": 23.04,
    "xx-large": 27.65,
}
"""CSS pixels (CSS Fonts 4, 2.5.1: by 1.2 a step from 16)."""
_SPACES = late_pattern(r"[ \t\r\n]+")


class _Run(Struct):
    """Characters with the style of their element, and where its attributes put their start."""

    text: str
    style: Style
    size: float
    place: dict[str, float] = field(default_factory=dict)


class Lettering:
    """Reads one `text` element of a drawing."""

    def __init__(
        self, styles: SvgStyles, palette: Palette, picture: Part, viewport: Viewport, matrix: Matrix
    ) -> None:
        self._styles, self._palette, self._picture = styles, palette, picture
        self._viewport, self._matrix = viewport, matrix
        self._size = 16.0

    def read(self, element: SvgElement, style: Style) -> list[Shape]:
        """The labels of the element; raises `NoShapes` for whatever is more than words on level lines."""
        runs = list(self._runs(element, style, 16.0, element.attributes.get("xml:space") == "preserve"))
        shapes: list[Shape] = []
        for chunk in _chunks(_collapse(runs)):
            shapes += self._label(chunk)
        return shapes

    def _runs(self, element: SvgElement, style: Style, above: float, keep: bool) -> Iterator[_Run]:
        for name, allowed in _PLAIN.items():
            if style[name].lower() not in allowed and not (element.tag == "text" and name in _OF_THE_GROUP):
                raise NoShapes(f"text, {name}")
        if any(name in element.attributes for name in _PLAIN_ATTRIBUTES if element.tag != "text") or any(
            name in element.attributes for name in ("rotate", "textLength")
        ):
            raise NoShapes("text")
        size = self._font_size(style, above)
        place: dict[str, float] = {
            name: self._place(element, name) for name in ("x", "y", "dx", "dy") if name in element.attributes
        }
        kept = _kept if keep else _spaced
        yield _Run(kept(element.text), style, size, place)
        for child in element.children:
            if child.tag in {"title", "desc"}:
                continue
            if child.tag not in {"tspan", "a"}:
                raise NoShapes(f"text, {child.tag}")
            own = self._styles.compute(child, style)
            if own["display"] != "none":
                preserved = child.attributes.get("xml:space", "preserve" if keep else "") == "preserve"
                yield from self._runs(child, own, size, preserved)
            yield _Run(kept(child.tail), style, size)

    def _place(self, element: SvgElement, name: str) -> float:
        """A coordinate; one a letter is for the renderer."""
        text = element.attributes[name]
        whole = self._viewport.width if name in {"x", "dx"} else self._viewport.height
        try:
            return read_length(text, whole)
        except ValueError:
            if len(text.replace(",", " ").split()) > 1:
                raise NoShapes(f"text, {name}") from None
            raise Flaw("svg-number", attribute=name, value=text) from None

    def _font_size(self, style: Style, above: float) -> float:
        text = style["font-size"].lower()
        if text in _SIZES:
            return _SIZES[text]
        if text.endswith("%") or text.endswith("em"):
            raise NoShapes("font-size")
        try:
            return read_length(text, above)
        except ValueError:
            raise NoShapes("font-size") from None

    def _label(self, runs: list[_Run]) -> list[Shape]:
        if not "".join(run.text for run in runs).strip():
            return []
        words = [word for run in runs for word in self._words(run)]
        if not words:
            return []
        wanted = next(run for run in runs if run.text).style["text-anchor"]
        anchor = _ANCHORS.get(wanted)
        if anchor is None:
            raise Flaw("svg-number", attribute="text-anchor", value=wanted)
        opacities = {opacity for _, opacity in words}
        if len(opacities) > 1:
            raise NoShapes("fill-opacity")
        x, y = (runs[0].place.get(name, 0.0) for name in ("x", "y"))
        label = Label(
            words=tuple(word for word, _ in words),
            x=x,
            y=y,
            anchor=anchor,
            matrix=self._matrix,
            picture=self._picture,
        )
        (opacity,) = opacities
        return [label] if opacity == 1 else [Group((label,), opacity=opacity, picture=self._picture)]

    def _words(self, run: _Run) -> Iterator[tuple[LabelWords, float]]:
        """The words of a run with their opacity; none where there is no character."""
        style = run.style
        if not run.text:
            if run.place.keys() & {"dx", "dy"}:
                raise NoShapes("text, dx, dy")
            return
        text = unicodedata.normalize("NFC", run.text)
        if any(
            unicodedata.bidirectional(one) in _RIGHT_TO_LEFT or unicodedata.combining(one) for one in text
        ):
            raise NoShapes("text")
        stroke = style["stroke"]
        fill = style["fill"]
        if split_server(fill) or fill.startswith("context-") or style["visibility"] != "visible":
            raise NoShapes("text")
        if stroke != "none" and style["stroke-width"] not in {"0", "0px"}:
            raise NoShapes("text, stroke")
        flat = read_flat(fill, style, self._palette)
        opacity = read_opacity(style["fill-opacity"], "fill-opacity") * (flat[1] if flat else 0.0)
        if flat is None or not is_seen(opacity) or not is_seen(read_opacity(style["opacity"], "opacity")):
            raise NoShapes("text")
        tracking = self._tracking(style)
        families = tuple(one.strip().strip("\"'") for one in style["font-family"].split(",") if one.strip())
        weight = _weight(style["font-weight"])
        italic = style["font-style"].split(" ")[0] in {"italic", "oblique"}
        yield (
            LabelWords(
                text=text,
                families=families,
                weight=weight,
                italic=italic,
                size=run.size,
                colour=flat[0],
                tracking=tracking,
                dx=run.place.get("dx", 0.0),
                dy=run.place.get("dy", 0.0),
            ),
            1.0 if is_opaque(opacity) else opacity,
        )

    def _tracking(self, style: Style) -> float:
        text = style["letter-spacing"]
        if text == "normal":
            return 0.0
        try:
            return read_length(text, 1.0)
        except ValueError:
            raise Flaw("svg-number", attribute="letter-spacing", value=text) from None


_OF_THE_GROUP = frozenset({"filter", "mask", "clip-path", "mix-blend-mode"})
"""What is done to the whole element by those who read it."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})


def _weight(text: str) -> int:
    if text in _WEIGHTS:
        return _WEIGHTS[text]
    if text.isdecimal():
        return int(text)
    raise NoShapes("font-weight")


def _spaced(text: str) -> str:
    """Runs of spaces as one (SVG 1.1, 10.15)."""
    return _SPACES.sub(" ", text)


def _kept(text: str) -> str:
    return re.sub(r"\r\n|[\t\r\n]", "\u00a0", text).replace(" ", "\u00a0")


def _collapse(runs: list[_Run]) -> list[_Run]:
    """Runs without spaces at the ends of the whole and without two in a row."""
    last = " "
    for run in runs:
        if last == " " and run.text.startswith(" "):
            run.text = run.text[1:]
        last = run.text[-1] if run.text else last
    for run in reversed(runs):
        if run.text:
            run.text = run.text.removesuffix(" ")
            break
    return runs


def _chunks(runs: list[_Run]) -> Iterator[list[_Run]]:
    """Runs that stand on one line, each line begun by coordinates of its own (SVG 1.1, 10.4)."""
    chunk: list[_Run] = []
    at = {"x": 0.0, "y": 0.0}
    for run in runs:
        if chunk and run.place.keys() & {"x", "y"}:
            if "x" not in run.place or not run.text:
                raise NoShapes("text, y")
            yield chunk
            chunk = []
        if not chunk:
            at = at | {name: value for name, value in run.place.items() if name in at}
            run.place = run.place | at
        chunk.append(run)
    yield chunk
