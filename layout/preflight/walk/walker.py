"""Takes content streams with their resources, carries out their operators; paints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from layout.model.geometry import EVERYWHERE, Matrix, Rect, multiply
from layout.model.records import Struct, field, replace
from layout.preflight.facts import Image, Paint, Tag
from layout.preflight.graphics.colour import DEFAULTS, DEVICE, UNKNOWN, Inks, Space, read_space
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget, OverLimitError
from layout.preflight.reading.operators import Operand, read_content
from layout.preflight.reading.wholeness import is_cut
from layout.preflight.text.fonts import Font, read_font
from layout.preflight.walk.collector import Collector
from layout.preflight.walk.state import State, TextPlace

MAX_STATES = 2_000

Operator = Callable[["Walker", list[Operand]], None]


class Library(Struct, kw_only=True):
    """What all pages share: fonts, spaces, images and paints, each read once."""

    budget: Budget
    fonts: dict[int, Font] = field(default_factory=dict)
    selected: dict[int, Font] = field(default_factory=dict)
    """Fonts in the order in which they were first selected, by address."""
    shown: dict[int, int] = field(default_factory=dict)
    """The first page that shows text in a font, by the font's address."""
    order: dict[int, int] = field(default_factory=dict)
    spaces: dict[int, Space] = field(default_factory=dict)
    images: dict[int, Image] = field(default_factory=dict)
    paints: dict[tuple[object, ...], Paint] = field(default_factory=dict)
    forms: dict[int, bytes] = field(default_factory=dict)
    """Decoded contents of small forms used more than once."""
    shadings: dict[int, tuple[Space, Inks | None]] = field(default_factory=dict)
    glyphs: set[tuple[int, int]] = field(default_factory=set)
    """(font, code) of Type 3 glyphs already run."""
    sketching: bool = False
    """Whether pages keep a sketch of their straight paths."""
    kept: list[object] = field(default_factory=list)
    """Direct objects known by their address, held so that no other takes it."""


class BuiltPath(Struct, kw_only=True):
    """The current path on the page: the boxes of its subpaths, with the thickness of those that are bars."""

    boxes: list[tuple[Rect, float]] = field(default_factory=list)
    runs: list[list[tuple[float, float]]] = field(default_factory=list)
    """The points of each subpath, a curve's extremes among them."""
    straight: list[bool] = field(default_factory=list)
    """Whether a subpath has no curves."""
    points: list[tuple[float, float]] = field(default_factory=list)
    """Those of the subpath being drawn."""
    curved: bool = False
    at: tuple[float, float] = (0.0, 0.0)
    clip: bool = False

    def end(self) -> None:
        """Forgets the path after it was painted."""
        self.boxes, self.runs, self.straight, self.points = [], [], [], []
        self.curved, self.at, self.clip = False, (0.0, 0.0), False


class Scope(Struct, frozen=True, kw_only=True):
    """What a page, a form, a pattern's cell or a glyph has of its own; another one is in force inside it."""

    resources: pdf.Dictionary
    place: str = "page"
    base: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    """The matrix of the page or form, which pattern matrices start from."""
    owner: int = 0
    """The form's object, 0 for a page."""
    uncoloured: bool = False
    """True in an uncoloured pattern's cell or a Type 3 glyph that takes the current colour."""
    path: BuiltPath = field(default_factory=BuiltPath)
    text: TextPlace = field(default_factory=TextPlace)


class Walker(Struct, kw_only=True):
    """One page (or appearance) being walked."""

    library: Library
    collector: Collector
    operators: Mapping[bytes, Operator]
    page: int
    state: State
    scope: Scope
    depth: int = 0
    states: list[State] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    tag: Tag = field(default_factory=Tag)
    running: set[int] = field(default_factory=set)
    walked: set[tuple[object, ...]] = field(default_factory=set)
    """Soft masks and patterns' cells that this page has been through."""
    floor: int = 0
    """How many states were saved when the stream being run began."""

    @property
    def resources(self) -> pdf.Dictionary:
        return self.scope.resources

    @property
    def place(self) -> str:
        """Where the stream stands: "page", or the forms around it."""
        return self.scope.place

    @property
    def path(self) -> BuiltPath:
        return self.scope.path

    @property
    def text(self) -> TextPlace:
        return self.scope.text

    @property
    def budget(self) -> Budget:
        return self.library.budget

    def run(self, data: bytes) -> None:
        """Carries out a stream; what is wrong in it is noted and passed over. Raises OverLimitError."""
        outer, self.floor = self.floor, len(self.states)
        floor, tags = self.floor, len(self.tags)
        count = 0
        for count, (word, operands) in enumerate(read_content(data), 1):
            if not count & 255:
                self.budget.spend_operators(256)
            operator = self.operators.get(word)
            if operator is None:
                self.collector.see("operator", word.decode("latin-1"), self.place)
                continue
            if word == b"Q" and len(self.states) <= floor:
                self.collector.see("nesting", "Q", self.place)
                continue
            if word == b"EMC" and len(self.tags) <= tags:
                self.collector.see("nesting", "EMC", self.place)
                continue
            try:
                operator(self, operands)
            except MissingResourceError:
                continue
            except (TypeError, ValueError, LookupError, ArithmeticError):
                self.collector.see("operand", word.decode("latin-1"), self.place)
        self.budget.spend_operators(count & 255)
        self._settle(floor, tags)
        self.floor = outer

    def _settle(self, floor: int, tags: int) -> None:
        if len(self.states) > floor:
            self.collector.see("nesting", "q", self.place)
            self.state = self.states[floor]
            del self.states[floor:]
        if len(self.tags) > tags:
            self.collector.see("nesting", "BMC", self.place)
            self.tag = self.tags[tags]
            del self.tags[tags:]

    def push(self) -> None:
        """Saves the graphics state; raises OverLimitError when too many are saved."""
        if len(self.states) >= MAX_STATES:
            raise OverLimitError("depth")
        self.states.append(self.state)
        self.state = self.state.copy()

    def pop(self) -> None:
        """Brings back the last saved graphics state."""
        self.state = self.states.pop()

    def category(self, kind: str) -> pdf.Dictionary:
        """One dictionary of the resources: Font, XObject, ColorSpace…"""
        return pdf.dictionary(pdf.raw(self.resources, kind))

    def resource(self, kind: str, operand: Operand) -> object:
        """A named resource, unresolved; raises LookupError after noting that it is missing."""
        if not isinstance(operand, str):
            raise TypeError(kind)
        found = self.category(kind).get(operand)
        if pdf.resolve(found) is None:
            self.collector.see("resource", kind, self.place)
            raise MissingResourceError(operand)
        return found

    def space(self, operand: Operand) -> Space:
        """The colour space a name stands for."""
        named = self.category("ColorSpace")
        short = str(operand)[1:]
        value = named.get(DEFAULTS.get(short, str(operand)))
        if value is None:
            return DEVICE.get(short, UNKNOWN)
        return self.space_of(value)

    def space_of(self, value: object) -> Space:
        """The colour space of an object, read once."""
        key = pdf.identity(pdf.resolve(value) if not pdf.object_number(value) else value)
        found = self.library.spaces.get(key)
        if found is None:
            self.library.kept.append(value)
            found = self.library.spaces[key] = read_space(value, self.category("ColorSpace"), self.budget)
        return found

    def font(self, operand: Operand) -> tuple[Font, int]:
        """A font of the resources and its index in the file's fonts."""
        return self.font_of(self.resource("Font", operand))

    def font_of(self, value: object) -> tuple[Font, int]:
        """The font of an object, read once, and its index."""
        key = pdf.identity(value)
        found = self.library.fonts.get(key)
        if found is None:
            self.library.kept.append(value)
            found = self.library.fonts[key] = read_font(value, self.budget)
        return found, self.index_font(found)

    def index_font(self, font: Font) -> int:
        """The font's index among all fonts selected so far."""
        library = self.library
        if id(font) not in library.order:
            library.order[id(font)] = len(library.order)
            library.selected[id(font)] = font
        return library.order[id(font)]

    def note_shown(self, font: Font) -> None:
        """Text is shown in a font on this page; setting it, or showing text invisibly, is not enough."""
        self.library.shown.setdefault(id(font), self.page)

    def data(self, stream: pdf.Stream) -> bytes:
        """A form's or a pattern's contents, decoded; empty where they cannot be."""
        key = pdf.identity(stream)
        found = self.library.forms.get(key)
        if found is None:
            decoded = pdf.decode(stream, self.budget)
            if decoded is None or is_cut(stream, self.budget):
                self.collector.see("undecodable", "contents", self.place)
            found = decoded or b""
            if len(found) < 1 << 16 and len(self.library.forms) < 500:
                self.library.forms[key] = found
        return found

    @contextmanager
    def inside(self, value: object, place: str, resources: object, matrix: Matrix) -> Iterator[bool]:
        """Goes into a form, a pattern's cell or a glyph with its own state; False if already running.

        Raises OverLimitError where they nest too deeply.
        """
        key = pdf.identity(value)
        if key in self.running:
            self.collector.see("recursion", "contents", self.place)
            yield False
            return
        if self.depth >= self.budget.limits.depth:
            raise OverLimitError("depth")
        around = self.scope
        self.push()
        self.running.add(key)
        self.depth += 1
        self.state.ctm = multiply(matrix, self.state.ctm)
        self.scope = replace(
            around,
            resources=pdf.dictionary(resources) or around.resources,
            place=place if around.place == "page" else f"{around.place} › {place}",
            base=self.state.ctm,
            path=BuiltPath(),
            text=TextPlace(),
        )
        try:
            yield True
        finally:
            self.depth -= 1
            self.running.discard(key)
            self.pop()
            self.scope = around


class MissingResourceError(LookupError):
    """A name that the resources do not have; noted where it was asked for."""


def start_state(ctm: Matrix, clip: Rect = EVERYWHERE) -> State:
    """The graphics state a page starts with."""
    return State(ctm=ctm, clip=clip)
