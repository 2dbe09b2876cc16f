"""Takes gradients, veils, groups and pictures of drawings, gives them names in the file; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from reportlab.pdfbase import pdfdoc

from layout.draw.embedding import EmbeddedFace
from layout.draw.entries import PdfEntry, PdfName, Reference, StreamEntry
from layout.draw.ink import Inks
from layout.draw.picture import Pictures, describe_picture
from layout.draw.reportlab_store import spell_entry
from layout.model.drawing import Gradient, Part
from layout.model.geometry import Matrix

_EVEN = 1e-5
"""The least part of a gradient between two of its colours: PDF wants bounds that rise."""


class DrawingResources:
    """The resources of one document's drawings."""

    def __init__(
        self,
        document: Any,
        inks: Inks,
        pictures: Pictures,
        face: Callable[[str], EmbeddedFace],
    ) -> None:
        self._document = document
        self._inks = inks
        self._pictures = pictures
        self._names: dict[object, str] = {}
        self._used: dict[str, set[str]] = {}
        self.face = face
        """Gives the face of a key."""

    def take(self) -> Mapping[str, Mapping[str, PdfEntry]]:
        """References by kind of resource to what was used since the last time."""
        taken = self._references()
        self._used = {}
        return taken

    def _references(self) -> dict[str, dict[str, PdfEntry]]:
        return {
            kind: {name: Reference(f"drawn-{name}") for name in sorted(names)}
            for kind, names in self._used.items()
        }

    def pattern(self, gradient: Gradient, matrix: Matrix) -> str:
        """A shading pattern (ISO 32000-1, 8.7.4)."""
        rounded = tuple(round(value, 6) for value in matrix)
        return self._name("Pattern", "G", (gradient, rounded), lambda: self._shading(gradient, matrix))

    def veil(self, opacity: float) -> str:
        """A graphics state with constant opacity (ISO 32000-1, 11.6.4.4)."""
        value = round(opacity, 4)
        return self._name("ExtGState", "V", value, lambda: {"ca": value, "CA": value})

    def form(self, code: str, size: tuple[float, float]) -> str:
        """A transparency group as large as its drawing, whose operators were just written (11.6.6)."""
        return self._name("XObject", "F", (code, size), lambda: self._form(code, size))

    def part(self, part: Part) -> str:
        """The picture of a part."""
        return self._name("XObject", "Q", part, lambda: describe_picture(self._pictures[part]))

    def _name(self, kind: str, letter: str, key: object, make: Callable[[], PdfEntry]) -> str:
        name = self._names.get((kind, key))
        if name is None:
            name = self._names[kind, key] = f"{letter}{len(self._names) + 1}"
            self._document.Reference(spell_entry(make(), self._document), f"drawn-{name}")
        self._used.setdefault(kind, set()).add(name)
        return name

    def _form(self, code: str, size: tuple[float, float]) -> StreamEntry:
        entries: dict[str, PdfEntry] = {
            "Type": PdfName("XObject"),
            "Subtype": PdfName("Form"),
            "BBox": (-size[0], -size[1], 2 * size[0], 2 * size[1]),
            "Group": {"S": PdfName("Transparency"), "I": True},
            "Resources": {"Font": Reference(pdfdoc.BasicFonts), **self._references()},
        }
        return StreamEntry(entries, code.encode("latin-1"))

    def _shading(self, gradient: Gradient, matrix: Matrix) -> dict[str, PdfEntry]:
        space, colours = self._inks.shades([stop.colour for stop in gradient.stops])
        offsets = _rising([stop.offset for stop in gradient.stops])
        shading: dict[str, PdfEntry] = {
            "ShadingType": 2 if len(gradient.axis) == 4 else 3,
            "ColorSpace": PdfName(space) if space.startswith("Device") else Reference(space),
            "Coords": tuple(round(value, 6) for value in gradient.axis),
            "Function": _function(offsets, colours),
            "Extend": (True, True),
        }
        values = tuple(float(f"{value:.8g}") for value in matrix)
        return {"PatternType": 2, "Shading": shading, "Matrix": values}


def _rising(offsets: list[float]) -> list[float]:
    """Offsets of which each is larger than the one before, within 0…1."""
    risen: list[float] = []
    for offset in offsets:
        risen.append(max(offset, risen[-1] + _EVEN) if risen else offset)
    over = max(risen[-1] - 1.0, 0.0)
    return [offset - over * (order + 1) / len(risen) for order, offset in enumerate(risen)] if over else risen


def _function(offsets: list[float], colours: list[tuple[float, ...]]) -> dict[str, PdfEntry]:
    """Colours along 0…1, straight from each to the next (ISO 32000-1, 7.10.3 and 7.10.4)."""
    if offsets[0] > 0:
        offsets, colours = [0.0, *offsets], [colours[0], *colours]
    if offsets[-1] < 1:
        offsets, colours = [*offsets, 1.0], [*colours, colours[-1]]
    pieces = [_straight(start, end) for start, end in pairwise(colours)]
    if len(pieces) == 1:
        return pieces[0]
    return {
        "FunctionType": 3,
        "Domain": (0, 1),
        "Functions": tuple(pieces),
        "Bounds": tuple(round(offset, 6) for offset in offsets[1:-1]),
        "Encode": (0, 1) * len(pieces),
    }


def _straight(start: tuple[float, ...], end: tuple[float, ...]) -> dict[str, PdfEntry]:
    ends = {"C0": start, "C1": end}
    return {
        "FunctionType": 2,
        "Domain": (0, 1),
        "N": 1,
        **{name: tuple(round(value, 4) for value in values) for name, values in ends.items()},
    }
