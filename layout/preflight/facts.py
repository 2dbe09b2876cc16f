"""What a PDF is, as frozen records: the inspector fills them, the rules read them; nothing is judged here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from layout.model.geometry import Point, Rect
from layout.model.records import Struct, field
from layout.preflight.graphics.colour import Inks, Seen, Space
from layout.preflight.graphics.emblem_sight import PublicityFacts
from layout.preflight.sightings import Sighting


class MarkKind(Enum):
    """How a mark was painted."""

    FILL = "fill"
    STROKE = "stroke"
    SHADING = "shading"


class Paint(Struct, frozen=True, kw_only=True):
    """A colour with all that decides what it does to the colours under it.

    `inks` is None where the inks depend on a conversion (RGB), the heaviest sample for a shading.
    """

    space: Space
    inks: Inks | None
    white: bool = False
    overprint: bool = False
    nonzero: bool = False
    """Overprint mode 1: in DeviceCMYK a tint of 0 leaves what is below (ISO 32000-1, 8.6.7)."""
    alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    patterned: bool = False
    components: tuple[float, ...] = ()
    """As set, in `space`; empty for a pattern, a shading and a picture."""
    seen: Seen | None = None
    """What a screen shows where the paint covers; None where that cannot be told."""


class Tag(Struct, frozen=True):
    """The marked content around a mark; `owner` is 0 for the page's own content, else the form's object."""

    owner: int = 0
    mcid: int = -1
    artifact: bool = False
    language: str = ""
    file: str = ""
    """What it was made of, where the program that made it says so."""

    @property
    def reachable(self) -> bool:
        """True where the mark is a leaf of a structure tree or says that it is an artifact."""
        return self.artifact or self.mcid >= 0


class PaintedMark(Struct, frozen=True, kw_only=True):
    """Fills, strokes or shadings that are alike, near each other or not; `box` is the first one's."""

    kind: MarkKind
    box: Rect
    paint: Paint
    place: str
    tag: Tag
    width: float = 0.0
    """The thinnest dimension in points: a line's width, a filled bar's height; 0 is a device's hairline."""
    thin: bool = False
    """True for strokes and for fills so narrow that they are lines."""
    count: int = 1


class TextRun(Struct, frozen=True, kw_only=True):
    """Characters shown in one font and size on one line."""

    box: Rect
    font: int
    """Index in `Facts.fonts`."""
    size: float
    """Points, as seen on the page."""
    text: str
    paints: tuple[Paint, ...]
    """None for invisible text, two for filled and stroked."""
    stroke: float
    """Width of the outline in points; 0 without one."""
    place: str
    tag: Tag
    missing: tuple[int, ...] = ()
    """Codes without a glyph."""
    ground: Seen | None = None
    """The colour it stands on; None where that is a picture, or cannot be told."""
    unreadable: int = 0
    """Codes without a text of their own."""
    direction: Point = (1.0, 0.0)
    """Where the line runs, one unit long."""
    slanted: bool = False
    """Whether the glyphs are leant over."""


class SketchedPath(Struct, frozen=True, kw_only=True):
    """A painted path's straight subpaths of few points, on the page, `within` their clip; see `Collector`."""

    runs: tuple[tuple[Point, ...], ...]
    fill: Paint | None
    stroke: Paint | None
    width: float
    """Of the stroke, in points."""
    within: Rect


class Image(Struct, frozen=True, kw_only=True):
    """An image XObject or an inline image; `name` is the file it was made of, where the PDF says so."""

    number: int
    name: str
    width: int
    height: int
    bits: int
    space: Space
    filters: tuple[str, ...]
    stencil: bool
    masked: bool
    """True with a soft mask."""
    inks: Inks | None = None
    """The heaviest pixel's; None where it was not counted."""
    counted: bool = False
    torn: bool | None = False
    """Whether its data, or those of its mask, end too early or are damaged; None where nobody looked."""


class PlacedImage(Struct, frozen=True, kw_only=True):
    """An image where it is painted, with its effective resolution across and down (pixels an inch)."""

    box: Rect
    image: Image
    ppi: tuple[float, float]
    paint: Paint
    place: str
    tag: Tag


class SpaceUse(Struct, frozen=True):
    """A colour space in use; role: fill, stroke, text, image, shading, group, mask."""

    space: Space
    role: str
    name: str
    """The file of the picture it is used in, where that is known."""
    box: Rect | None


class PageAnnotation(Struct, frozen=True, kw_only=True):
    """An annotation; `action` names its action's type."""

    kind: str
    box: Rect
    number: int
    action: str
    contents: str
    hidden: bool
    struct_parent: int
    """-1 where it has none."""


class Boxes(Struct, frozen=True):
    """The page's boxes as written; None where not written (MediaBox: where broken)."""

    media: Rect | None
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    art: Rect | None

    @property
    def finished(self) -> Rect | None:
        """What is left after trimming: TrimBox, else ArtBox, else CropBox, else MediaBox."""
        return self.trim or self.art or self.crop or self.media


class PageFacts(Struct, frozen=True, kw_only=True):
    """One page and everything painted on it."""

    number: int
    boxes: Boxes
    rotate: int
    unit: float
    """UserUnit: how many points a unit of the page is."""
    marks: tuple[PaintedMark, ...]
    texts: tuple[TextRun, ...]
    placements: tuple[PlacedImage, ...]
    spaces: tuple[SpaceUse, ...]
    sightings: tuple[Sighting, ...]
    annotations: tuple[PageAnnotation, ...]
    tab_order: str
    struct_parents: int
    """-1 where the page has none."""
    form_parents: Mapping[int, int] = field(default_factory=dict)
    """Object number of a form with marked content -> its StructParents."""
    mcids: frozenset[tuple[int, int]] = frozenset()
    """(owner, MCID) of all marked content of the page."""
    sketch: tuple[SketchedPath, ...] = ()
    """In the order of painting, where one was asked for."""


class FontFacts(Struct, frozen=True, kw_only=True):
    """A font that a page selects."""

    name: str
    subtype: str
    number: int
    embedded: bool
    readable: bool
    """True where the font program tells which glyphs it has."""
    mapped: bool
    """True with a ToUnicode CMap."""
    page: int
    """The first page that shows text in it; 0 where none does but invisibly (rendering mode 3)."""
    italic: bool = False
    cap_height: float = 0.7
    """Height of its capitals in ems; what faces usually have where it does not say."""
    stem: float = 0.089
    """Thickness of its upright stems in ems; what regular faces usually have where it does not say."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What is unsound in it (composite, encoding, widths, subset), and where."""


class IccProfile(Struct, frozen=True, kw_only=True):
    """An ICC profile's header."""

    size: int
    version: str
    kind: str
    """prtr, mntr, scnr, spac…"""
    space: str
    """CMYK, `RGB `, GRAY…"""
    components: int
    """N of the stream."""
    description: str
    sound: bool


class Intent(Struct, frozen=True, kw_only=True):
    """An output intent; `profile` is None without an embedded one, `stream` its object number."""

    subtype: str
    identifier: str
    registry: str
    info: str
    profile: IccProfile | None
    stream: int


class Metadata(Struct, frozen=True, kw_only=True):
    """Info and XMP; XMP keys are `prefix:name` for the namespaces that matter here."""

    info: Mapping[str, str]
    trapped: str
    """Info's Trapped as a name; empty where it is missing or no name."""
    has_xmp: bool
    xmp_broken: bool
    xmp: Mapping[str, str]
    titles: Mapping[str, str]
    """dc:title by language, `x-default` included."""
    packet: tuple[str, ...] = ()
    """What the XMP stream or its packet says wrongly, or should not say."""
    undescribed: tuple[str, ...] = ()
    """Namespaces of XMP properties that PDF/A does not know and the file does not describe."""


class TaggedElement(Struct, frozen=True, kw_only=True):
    """A structure element; `kind` is its standard type after the RoleMap, `parent` an index or -1."""

    kind: str
    written: str
    parent: int
    language: str
    """Own or inherited, the document's at last."""
    alternative: str | None
    actual: str | None
    title: str
    scope: str
    children: int
    number: int
    identifier: str = ""
    """Its ID, as Latin-1; empty without one."""


class TaggedLeaf(Struct, frozen=True):
    """Marked content or an object (mcid -1) that an element holds, in reading order."""

    element: int
    page: int
    owner: int
    mcid: int
    target: int = 0
    """Object number of an OBJR."""


class Structure(Struct, frozen=True):
    """The structure tree, flattened in reading order, and what the ParentTree says of each MCID."""

    elements: tuple[TaggedElement, ...]
    leaves: tuple[TaggedLeaf, ...]
    parents: Mapping[tuple[int, int], int]
    """(StructParents key, MCID) -> object number of the element; (key, -1) -> that of an annotation's."""
    parent_keys: frozenset[int]


class SideCover(Struct, frozen=True):
    """One edge of a page as rendered: millimetres printed just inside the trim but not at the bleed's end."""

    side: str
    missing: float
    box: Rect


class Rendered(Struct, frozen=True):
    """One page's separations, rendered; `sums` holds (total ink of 3.0 = 300 %, mm² of it, where)."""

    page: int
    sums: tuple[tuple[float, float, Rect], ...]
    sides: tuple[SideCover, ...]
    plates: tuple[str, ...]


class Rendering(Struct, frozen=True):
    """What Ghostscript made of the pages; `problem` is a message code where it made nothing or not all."""

    pages: tuple[Rendered, ...] = ()
    problem: str = ""


class Inspection(Struct, frozen=True, kw_only=True):
    """Everything that is known about one file."""

    name: str
    size: int
    header: str
    header_at: int
    version: str
    """The later of header and catalog."""
    streamed: bool
    encrypted: bool
    identified: bool
    complaints: tuple[str, ...]
    metadata: Metadata
    intents: tuple[Intent, ...]
    language: str
    marked: bool
    """True where the file says that it is tagged, and not that its tags are doubtful."""
    display_title: bool
    bookmarks: int
    pages: tuple[PageFacts, ...]
    fonts: tuple[FontFacts, ...]
    sightings: tuple[Sighting, ...]
    """Of the document as a whole."""
    structure: Structure | None
    rendering: Rendering | None = None
    """None where no rendering was asked for."""
    publicity: PublicityFacts | None = None
    """None where publicity was not looked at."""
