"""Takes an SVG file, gives its shapes as paths in points with printable colours; never clips them."""

from __future__ import annotations

from collections.abc import Mapping

from layout.images.svg.clip import cuts
from layout.images.svg.flaw import Flaw
from layout.images.svg.numbers import read_transform
from layout.images.svg.paint import Palette, is_seen, read_paint, read_pen
from layout.images.svg.path import MAX_SEGMENTS, TooManySegments
from layout.images.svg.shapes import SHAPES, Viewport, length_of, read_shape
from layout.images.svg.style import INITIAL, Style, StyleSheet
from layout.images.svg.tree import MAX_DEPTH, SvgElement, read_tree
from layout.images.svg.view import page_size, view_matrix
from layout.model.colour import Colour
from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.drawing import Close, CurveTo, Drawing, LineTo, MoveTo, Path, Segment
from layout.model.geometry import Matrix, apply, multiply
from layout.model.values import Count

_GROUPS = frozenset({"g", "a"})
_SILENT = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient"}
    | {"filter", "style", "title", "desc", "metadata", "view", "cursor", "script"}
)
"""Elements that paint nothing where they stand."""
_REFUSED = {
    "text": "svg-text",
    "image": "svg-image",
    "foreignObject": "svg-text",
}
_EFFECTS = ("mask", "filter", "marker", "marker-start", "marker-mid", "marker-end")
_MAX_VISITS = 60_000
_MAX_FLAWS = 20


def read_svg(path: str, where: Span, palette: Mapping[str, Colour]) -> Drawing:
    """The drawing in an SVG file, in points, all transforms applied.

    `palette` is the theme's colours by name. A colour equal to the screen twin of one of them, or
    named by `data-colour` or a class, becomes exactly that one; any other gets inks by LittleCMS.
    Raises `Rejected` at `where` with every feature that cannot be printed as drawn.
    """
    root = read_tree(path, where)
    reader = _Reader(path, where, Palette(palette))
    try:
        drawing = reader.read(root)
    except TooManySegments:
        raise Rejected.one("svg-too-large", where, file=path, limit=Count(MAX_SEGMENTS)) from None
    if reader.diagnostics:
        raise Rejected(reader.diagnostics.values())
    if not drawing.paths:
        raise Rejected.one("svg-empty", where, file=path)
    return drawing


class _Reader:
    """Walks the tree once, gathering paths and flaws."""

    def __init__(self, path: str, where: Span, palette: Palette) -> None:
        self.path, self.where, self.palette = path, where, palette
        self.diagnostics: dict[object, Diagnostic] = {}
        self.paths: list[Path] = []
        self.sheet = StyleSheet((), ())
        self.ids: dict[str, SvgElement] = {}
        self.page = (0.0, 0.0)
        self._segments = self._visits = 0
        self._used: list[SvgElement] = []

    def read(self, root: SvgElement) -> Drawing:
        self.ids = {one.attributes["id"]: one for one in root.walk() if "id" in one.attributes}
        try:
            self.sheet = StyleSheet(
                (one.text for one in root.walk() if one.tag == "style"), self.palette.names
            )
        except Flaw as flaw:
            self._note(flaw, next(one for one in root.walk() if one.tag == "style"))
        try:
            self.page = page_size(root)
            matrix, viewport = view_matrix(root, *self.page, unit=0.75)
        except Flaw as flaw:
            self._note(flaw, root)
            return Drawing(0, 0, ())
        self._draw(root, matrix, viewport, INITIAL, 0)
        return Drawing(*self.page, tuple(self.paths))

    def _note(self, flaw: Flaw, element: SvgElement) -> None:
        """Keeps a flaw with its first line; the same one elsewhere says nothing new."""
        key = (flaw.code, *sorted((name, str(value)) for name, value in flaw.values.items()))
        if key not in self.diagnostics and len(self.diagnostics) < _MAX_FLAWS:
            values = {"file": self.path, "line": element.line, **flaw.values}
            self.diagnostics[key] = Diagnostic(flaw.code, self.where, values)

    def _draw(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, parent: Style, depth: int
    ) -> None:
        """An element and what it contains, in the units of its parent."""
        self._visits += 1
        if self._visits > _MAX_VISITS or depth > MAX_DEPTH:
            raise TooManySegments
        if element.tag in _SILENT:
            return
        try:
            style = self.sheet.compute(element, parent)
            if style["display"] == "none" or not is_seen(style):
                return
            self._refuse(element, style)
            matrix = multiply(self._transform(element), matrix)
            first = len(self.paths)
            if element.tag in SHAPES:
                self._paint(element, matrix, viewport, style)
            else:
                self._descend(element, matrix, viewport, style, depth)
            self._check_clip(element, matrix, viewport, style, first)
        except Flaw as flaw:
            self._note(flaw, element)

    def _refuse(self, element: SvgElement, style: Style) -> None:
        if element.tag in _REFUSED:
            raise Flaw(_REFUSED[element.tag])
        for name in _EFFECTS:
            if style[name] not in {"none", ""}:
                raise Flaw("svg-effect", name=name)
        if style["mix-blend-mode"] != "normal":
            raise Flaw("svg-opacity", value=f"mix-blend-mode: {style['mix-blend-mode']}")

    def _transform(self, element: SvgElement) -> Matrix:
        text = element.attributes.get("transform", "")
        try:
            return read_transform(text)
        except ValueError:
            raise Flaw("svg-number", attribute="transform", value=text) from None

    def _descend(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style, depth: int
    ) -> None:
        children = element.children
        if element.tag == "use":
            self._use(element, matrix, viewport, style, depth)
            return
        if element.tag == "switch":
            children = [one for one in children if not _is_conditional(one)][:1]
        elif element.tag == "svg" and depth:
            matrix, viewport = _nested(element, element, matrix, viewport)
        elif element.tag not in _GROUPS and element.tag != "svg":
            raise Flaw("svg-element", name=element.tag)
        for child in children:
            self._draw(child, matrix, viewport, style, depth + 1)

    def _use(self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style, depth: int) -> None:
        """A copy of another element of this file (SVG 1.1, 5.6)."""
        reference = element.attributes.get("href", "")
        source = self.ids.get(reference.removeprefix("#")) if reference.startswith("#") else None
        if source is None or any(source is one for one in self._used):
            raise Flaw("svg-reference", name=reference)
        x, y = length_of(element, "x", viewport.width), length_of(element, "y", viewport.height)
        matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), matrix)
        self._used.append(source)
        try:
            if source.tag == "symbol":
                inner = self.sheet.compute(source, style)
                matrix, viewport = _nested(source, element, matrix, viewport)
                for child in source.children:
                    self._draw(child, matrix, viewport, inner, depth + 1)
            else:
                self._draw(source, matrix, viewport, style, depth + 1)
        finally:
            self._used.pop()

    def _paint(self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style) -> None:
        segments = place(read_shape(element, viewport), matrix)
        self._segments += len(segments)
        if self._segments > MAX_SEGMENTS:
            raise TooManySegments
        if not segments or style["visibility"] != "visible":
            return
        fill = None if element.tag == "line" else read_paint(style, "fill", self.palette)
        colour = read_paint(style, "stroke", self.palette)
        pen = read_pen(style, colour, matrix, viewport.diagonal) if colour else None
        even_odd = style["fill-rule"] == "evenodd"
        if fill and pen and style["paint-order"].startswith("stroke"):
            self.paths.append(Path(segments, stroke=pen))
            pen = None
        if fill or pen:
            self.paths.append(Path(segments, fill, pen, even_odd))

    def _check_clip(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style, first: int
    ) -> None:
        """A clipping path that takes nothing away is nothing; any other is refused."""
        reference = style["clip-path"]
        if reference == "none":
            return
        name = reference.removeprefix("url(").removesuffix(")").strip("\"' ").removeprefix("#")
        clip = self.ids.get(name)
        outline = None
        if clip is not None and len(clip.children) == 1 and clip.children[0].tag in SHAPES:
            inner = multiply(self._transform(clip.children[0]), multiply(self._transform(clip), matrix))
            if clip.attributes.get("clipPathUnits", "userSpaceOnUse") == "userSpaceOnUse":
                outline = place(read_shape(clip.children[0], viewport), inner)
        if outline is None or cuts(outline, self.paths[first:], self.page):
            raise Flaw("svg-clip", name=name)


def place(segments: list[Segment], matrix: Matrix) -> tuple[Segment, ...]:
    """Segments where a matrix takes them."""
    placed: list[Segment] = []
    for segment in segments:
        match segment:
            case MoveTo(x, y):
                placed.append(MoveTo(*apply(matrix, x, y)))
            case LineTo(x, y):
                placed.append(LineTo(*apply(matrix, x, y)))
            case CurveTo(x1, y1, x2, y2, x, y):
                first, second = apply(matrix, x1, y1), apply(matrix, x2, y2)
                placed.append(CurveTo(*first, *second, *apply(matrix, x, y)))
            case Close():
                placed.append(segment)
    return tuple(placed)


def _nested(
    source: SvgElement, sized: SvgElement, matrix: Matrix, viewport: Viewport
) -> tuple[Matrix, Viewport]:
    """The units inside a nested `svg` or a used `symbol`, whose box the element `sized` gives."""
    width = length_of(sized, "width", viewport.width, default=viewport.width)
    height = length_of(sized, "height", viewport.height, default=viewport.height)
    x = y = 0.0
    if sized is source:
        x, y = length_of(sized, "x", viewport.width), length_of(sized, "y", viewport.height)
    inner, inside = view_matrix(source, width, height)
    return multiply(inner, multiply((1.0, 0.0, 0.0, 1.0, x, y), matrix)), inside


def _is_conditional(element: SvgElement) -> bool:
    """Whether a child of `switch` is only for readers with extensions or of one language."""
    return any(name in element.attributes for name in ("requiredExtensions", "systemLanguage"))
