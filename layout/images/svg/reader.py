"""Takes an SVG's normalised tree, gives its shapes in points, and what of it only a picture can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property

from layout.images.svg.bounds import outline_box, painted_box, place, shows_all
from layout.images.svg.document.serial import is_written
from layout.images.svg.document.style import INITIAL, Style, SvgStyles
from layout.images.svg.document.tree import MAX_DEPTH, SvgElement
from layout.images.svg.document.vetting import check_part, has_words, letters_in
from layout.images.svg.flaw import Flaw, NoShapes
from layout.images.svg.numbers import invert
from layout.images.svg.painting.clip import Clipped, Clips
from layout.images.svg.painting.gradient import Gradients
from layout.images.svg.painting.lettering import Lettering
from layout.images.svg.painting.paint import Palette, is_opaque, is_seen, read_flat, read_opacity
from layout.images.svg.painting.painter import Painter
from layout.images.svg.painting.path import MAX_SEGMENTS, TooManySegments
from layout.images.svg.painting.shapes import SHAPES, Viewport, length_of, read_shape
from layout.images.svg.transform import transform_of
from layout.images.svg.view import view_matrix
from layout.model.drawing import Group, Outline, Part, Path, Shape, rectangle
from layout.model.geometry import Matrix, Rect, multiply

_GROUPS = frozenset({"g", "a", "svg", "symbol"})
_SILENT = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "linearGradient", "radialGradient"}
    | {"filter", "style", "title", "desc", "metadata", "view", "cursor", "script", "tref"}
    | {"animate", "animateTransform", "animateMotion", "animateColor", "set", "mpath", "font", "font-face"}
)
"""Elements that paint nothing where they stand, or whose first moment is what is printed."""
_PICTURED = ("mask", "mask-image", "filter")
_MAX_VISITS = 60_000


class SvgReader:
    """Walks the tree once; `note` hears flaws, `tell` what becomes a picture and why."""

    def __init__(
        self,
        root: SvgElement,
        styles: SvgStyles,
        palette: Palette,
        note: Callable[[Flaw, SvgElement], None],
        tell: Callable[[SvgElement, str], None],
        write: Callable[[], str],
    ) -> None:
        """`write` gives the whole as a document for a renderer, once it is needed."""
        self.root, self.palette = root, palette
        self._write = cache(write)
        self._styles, self._note, self._tell = styles, note, tell
        self._ids: dict[str, SvgElement] = {}
        self._above: dict[int, SvgElement] = {}
        for element in root.walk():
            self._ids.setdefault(element.attributes.get("id", ""), element)
            self._above.update((id(child), element) for child in element.children)
        self._clips = Clips(self._ids, self.style_of)
        self._painter = Painter(self._ids, Gradients(self._ids, self.style_of, palette), palette)
        self._page = Rect(0.0, 0.0, 0.0, 0.0)
        self._segments = self._visits = self._closed = 0
        self._used: list[SvgElement] = []

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """The place of each element in the document, by identity."""
        return {id(one): number for number, one in enumerate(_written(self.root))}

    def style_of(self, element: SvgElement) -> Style:
        """An element's computed style where it stands in the file."""
        way = [element]
        while id(way[-1]) in self._above:
            way.append(self._above[id(way[-1])])
        style = INITIAL
        for one in reversed(way):
            style = self._styles.compute(one, style)
        return style

    def read(self, page: tuple[float, float], matrix: Matrix, viewport: Viewport) -> tuple[Shape, ...]:
        """All shapes of a `page` in points, whose units `matrix` leads from."""
        self._page = Rect(0.0, 0.0, *page)
        shapes = self._draw(self.root, matrix, viewport, INITIAL, 0)
        return (*self._ground(page), *shapes)

    def _ground(self, page: tuple[float, float]) -> list[Shape]:
        """The colour that the whole page has under its drawing."""
        try:
            style = self._styles.compute(self.root, INITIAL)
            value = style["background-color"]
            flat = read_flat(style["background"] if value == "transparent" else value, style, self.palette)
        except Flaw as flaw:
            self._note(flaw, self.root)
            return []
        if flat is None or not is_seen(flat[1]) or style["display"] == "none":
            return []
        path = Path(rectangle(0.0, 0.0, *page), fill=flat[0])
        return (
            [path] if is_opaque(flat[1]) else [Group((path,), opacity=flat[1], picture=self.part(self.root))]
        )

    def _draw(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, parent: Style, depth: int
    ) -> list[Shape]:
        """An element and what it contains, in the units of its parent."""
        self._visits += 1
        if self._visits > _MAX_VISITS or depth > MAX_DEPTH:
            raise TooManySegments
        if element.tag in _SILENT:
            return []
        try:
            style = self._styles.compute(element, parent)
            if style["display"] == "none":
                return []
            try:
                return self._shapes(element, matrix, viewport, style, depth)
            except NoShapes as reason:
                if self._used or (reason.blends and self._closed):
                    raise
                self._tell(element, reason.what)
                return [self.part(element, blends=style["mix-blend-mode"] != "normal")]
        except Flaw as flaw:
            self._note(flaw, element)
            return []

    def part(self, element: SvgElement, blends: bool = False) -> Part:
        """The element as what only a picture shows; raises `Flaw` where no picture would be right."""
        check_part(element, self._ids)
        name = element.attributes.get("id") or element.tag
        return Part(
            document=self._write(),
            element=self._numbers[id(element)],
            name=name,
            letters=letters_in(element, self._ids),
            blends=blends,
        )

    def _shapes(
        self,
        element: SvgElement,
        matrix: Matrix,
        viewport: Viewport,
        style: Style,
        depth: int,
        sized: SvgElement | None = None,
    ) -> list[Shape]:
        """An element's shapes with all that its style does to them; `sized` gives a used one its box."""
        opacity = read_opacity(style["opacity"], "opacity")
        if not is_seen(opacity):
            return []
        self._refuse(element, style)
        segments = read_shape(element, viewport) if element.tag in SHAPES else []
        asked = style["clip-path"] != "none" or style["transform-box"] != "view-box"
        box = outline_box(segments) if asked else None
        matrix = multiply(transform_of(element, style, viewport, box), matrix)
        if invert(matrix) is None:
            return []
        clips = self._clips.read(style, Clipped(box, matrix, viewport))
        with self._inside(not is_opaque(opacity) or bool(clips) or style["isolation"] == "isolate"):
            if element.tag in SHAPES:
                self._count(len(segments))
                shapes = self._painter.paint(element, segments, matrix, viewport, style)
            else:
                shapes = self._descend(element, matrix, viewport, style, depth, sized)
        return self._group(element, shapes, self._needed(clips, shapes), opacity)

    @contextmanager
    def _inside(self, closed: bool) -> Iterator[None]:
        """While it is open, colours cannot blend with what lies below a `closed` group."""
        self._closed += closed
        try:
            yield
        finally:
            self._closed -= closed

    def _count(self, segments: int) -> None:
        self._segments += segments
        if self._segments > MAX_SEGMENTS:
            raise TooManySegments

    def _refuse(self, element: SvgElement, style: Style) -> None:
        """Raises `NoShapes` for effects that only a picture shows."""
        for name in _PICTURED:
            if style[name] not in {"none", ""}:
                raise NoShapes(name)
        if style["mix-blend-mode"] != "normal":
            raise NoShapes("mix-blend-mode", blends=True)
        if style["clip"] not in {"auto", ""} and element.tag in {"svg", "symbol", "image"}:
            raise NoShapes("clip")

    def _group(
        self, element: SvgElement, shapes: list[Shape], clips: tuple[Outline, ...], opacity: float
    ) -> list[Shape]:
        own = element.tag in SHAPES or element.tag == "use"
        veiled = not is_opaque(opacity) or (own and _is_veiled(shapes))
        if not shapes or not (clips or veiled):
            return shapes
        picture = self.part(element) if veiled and not self._used else None
        return [Group(tuple(shapes), clips, 1.0 if is_opaque(opacity) else opacity, picture=picture)]

    def _needed(self, clips: tuple[Outline, ...], shapes: list[Shape]) -> tuple[Outline, ...]:
        """The clips that take something away."""
        if not clips:
            return ()
        box = painted_box(shapes)
        if box is None:
            return clips
        return tuple(clip for clip in clips if not shows_all(clip, box, self._page))

    def _descend(
        self,
        element: SvgElement,
        matrix: Matrix,
        viewport: Viewport,
        style: Style,
        depth: int,
        sized: SvgElement | None,
    ) -> list[Shape]:
        if element.tag == "use":
            return self._use(element, matrix, viewport, style, depth)
        if element.tag in {"text", "flowRoot", "image", "foreignObject"}:
            return self._foreign(element, matrix, viewport, style)
        if element.tag not in _GROUPS:
            raise Flaw("svg-element", name=element.tag)
        if element.tag in {"svg", "symbol"} and depth:
            return self._nested(element, sized or element, matrix, viewport, style, depth)
        return self._children(element, matrix, viewport, style, depth)

    def _children(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style, depth: int
    ) -> list[Shape]:
        drawn = (self._draw(child, matrix, viewport, style, depth + 1) for child in element.children)
        return [shape for shapes in drawn for shape in shapes]

    def _foreign(self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style) -> list[Shape]:
        """Words and pictures: nothing where there are none, labels of plain words, else a picture of them."""
        if element.tag == "image":
            sides = (("width", viewport.width), ("height", viewport.height))
            empty = any(length_of(element, name, whole, 1.0) <= 0 for name, whole in sides)
            if empty or not element.attributes.get("href", "").strip():
                return []
            raise NoShapes("image")
        if element.tag == "foreignObject" or has_words(element):
            if element.tag != "text":
                raise Flaw("svg-text")
            if self._used:
                raise NoShapes("text")
            lettering = Lettering(self._styles, self.palette, self.part(element), viewport, matrix)
            return lettering.read(element, style)
        return []

    def _use(
        self, element: SvgElement, matrix: Matrix, viewport: Viewport, style: Style, depth: int
    ) -> list[Shape]:
        """A copy of another element of this file (SVG 1.1, 5.6)."""
        reference = element.attributes.get("href", "").strip()
        source = self._ids.get(reference[1:]) if reference.startswith("#") else None
        if source is None or any(source is one for one in self._used) or self._is_within(element, source):
            raise Flaw("svg-reference", name=reference)
        x, y = length_of(element, "x", viewport.width), length_of(element, "y", viewport.height)
        matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), matrix)
        self._used.append(source)
        try:
            if source.tag not in {"symbol", "svg"}:
                return self._draw(source, matrix, viewport, style, depth + 1)
            inner = self._styles.compute(source, style)
            if inner["display"] == "none":
                return []
            return self._shapes(source, matrix, viewport, inner, depth + 1, element)
        finally:
            self._used.pop()

    def _is_within(self, element: SvgElement, source: SvgElement) -> bool:
        """Whether a copy stands in what it copies."""
        while id(element) in self._above:
            element = self._above[id(element)]
            if element is source:
                return True
        return False

    def _nested(
        self,
        source: SvgElement,
        sized: SvgElement,
        matrix: Matrix,
        viewport: Viewport,
        style: Style,
        depth: int,
    ) -> list[Shape]:
        """What stands in an inner `svg` or a used `symbol`, cut at its box (SVG 1.1, 7.9 and 14.3.3)."""
        sizes = []
        for name, whole in (("width", viewport.width), ("height", viewport.height)):
            own = length_of(source, name, whole, whole) if source.tag == "svg" else whole
            sizes.append(length_of(sized, name, whole, own))
        width, height = sizes
        if width <= 0 or height <= 0:
            return []
        if source.tag == "svg":
            x, y = length_of(source, "x", viewport.width), length_of(source, "y", viewport.height)
            matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), matrix)
        cut = style["overflow"] not in {"visible", "auto"}
        edge = Outline(place(rectangle(0.0, 0.0, width, height), matrix))
        inner, inside = view_matrix(source, width, height)
        with self._inside(cut):
            shapes = self._children(source, multiply(inner, matrix), inside, style, depth)
        clips = self._needed((edge,), shapes) if cut else ()
        return [Group(tuple(shapes), clips)] if clips and shapes else shapes


def _is_veiled(shapes: Iterable[Shape]) -> bool:
    """Whether something see-through has no picture of its own."""
    return any(
        isinstance(shape, Group) and shape.picture is None and (shape.opacity < 1 or _is_veiled(shape.shapes))
        for shape in shapes
    )


def _written(element: SvgElement) -> Iterator[SvgElement]:
    yield element
    for child in element.children:
        if is_written(child):
            yield from _written(child)
