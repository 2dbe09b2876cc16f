"""Takes an SVG file, gives its shapes in points with printable colours, and notes on them; draws nothing."""

from __future__ import annotations

from collections.abc import Mapping

from layout.images.svg.bounds import parts_in
from layout.images.svg.document.normal import normalise
from layout.images.svg.document.serial import write_document
from layout.images.svg.document.style import INITIAL, Style, SvgStyles
from layout.images.svg.document.tree import SvgElement, read_tree
from layout.images.svg.flaw import Flaw
from layout.images.svg.painting.paint import Palette, is_colour
from layout.images.svg.painting.path import MAX_SEGMENTS, TooManySegments
from layout.images.svg.reader import SvgReader
from layout.images.svg.view import page_size, view_matrix
from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.drawing import Drawing, Shape
from layout.model.values import Count, Value

_MAX_FLAWS = 20
_MAX_PARTS = 40
"""So many pictures are made of one drawing; one with more of them is a picture as a whole."""


def read_svg(path: str, where: Span, palette: Mapping[str, Colour]) -> Drawing:
    """The drawing in an SVG file, in points, all transforms applied.

    `palette` is the theme's colours by name. A colour equal to the screen twin of one of them, or
    named by `data-colour` or a class, becomes exactly that one; any other gets inks by LittleCMS.
    Raises `Rejected` at `where` with every feature that cannot be printed as drawn.
    """
    root = read_tree(path, where)
    reading = _Reading(path, where, Palette(palette))
    try:
        drawing = reading.read(root)
    except TooManySegments:
        raise Rejected.one("svg-too-large", where, file=path, limit=Count(MAX_SEGMENTS)) from None
    flaws = [one for one in reading.diagnostics.values() if one.severity is Severity.ERROR]
    if flaws:
        raise Rejected(flaws)
    if not drawing.paths:
        raise Rejected.one("svg-empty", where, file=path)
    return drawing


class _Reading:
    """One file being read: gathers what is wrong and what should be known."""

    def __init__(self, path: str, where: Span, palette: Palette) -> None:
        self.path, self.where, self.palette = path, where, palette
        self.diagnostics: dict[object, Diagnostic] = {}

    def read(self, root: SvgElement) -> Drawing:
        classes: set[str] = set()
        try:
            classes = normalise(root, is_colour, self._note, self._tell)
        except Flaw as flaw:
            self._tell(flaw, next((one for one in root.walk() if one.tag == "style"), root))
        styles = SvgStyles(self.palette.names, classes)
        try:
            page = page_size(root)
            matrix, viewport = view_matrix(root, *page, unit=0.75)
        except Flaw as flaw:
            self._tell(flaw, root)
            return Drawing(0, 0, ())
        reader = SvgReader(
            root, styles, self.palette, self._tell, self._pictured, lambda: self._write(root, styles)
        )
        shapes: tuple[Shape, ...] = reader.read(page, matrix, viewport)
        if sum(1 for _ in parts_in(shapes)) > _MAX_PARTS:
            try:
                shapes = (reader.part(root),)
            except Flaw as flaw:
                self._tell(flaw, root)
        notes = [one for one in self.diagnostics.values() if one.severity is Severity.NOTE]
        return Drawing(*page, shapes, tuple(notes))

    def _write(self, root: SvgElement, styles: SvgStyles) -> str:
        """The document with the theme's colours in the rules of elements that name them."""
        stack: list[tuple[SvgElement, Style]] = [(root, INITIAL)]
        while stack:
            element, parent = stack.pop()
            try:
                style = styles.compute(element, parent)
            except Flaw:
                continue  # The reader meets it again and tells it.
            themed = styles.theme_colour(element)
            if themed is not None:
                spelt = self.palette.spell(themed)
                element.rules |= {name: spelt for name in ("fill", "stroke") if style[name] != "none"}
            stack.extend((child, style) for child in element.children)
        return write_document(root)

    def _tell(self, flaw: Flaw, element: SvgElement, severity: Severity = Severity.ERROR) -> None:
        """Keeps a flaw with its first line; the same one elsewhere says nothing new."""
        key = (flaw.code, *sorted(flaw.values.items()))
        if key not in self.diagnostics and len(self.diagnostics) < _MAX_FLAWS:
            values: dict[str, Value] = {"file": self.path, "line": element.line, **flaw.values}
            self.diagnostics[key] = Diagnostic(flaw.code, self.where, values, severity)

    def _note(self, flaw: Flaw, element: SvgElement) -> None:
        self._tell(flaw, element, Severity.NOTE)

    def _pictured(self, element: SvgElement, what: str) -> None:
        name = element.attributes.get("id") or element.tag
        self._note(Flaw("svg-pictured", name=name, what=what), element)
