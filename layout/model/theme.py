"""Every number of the design: page, grid, colours, text styles and how lines may be stretched."""

from __future__ import annotations

from collections.abc import Mapping

from layout.model.colour import BLACK, WHITE, Colour
from layout.model.languages import CZECH, POLISH
from layout.model.records import Struct, field, replace
from layout.model.units import mm

SERIF, SANS = "Source Serif 4", "Lato"
"""The families of the built-in themes."""
COMMON = "common"
"""The accent of what belongs to both languages, and the colour of a style set in it."""
OPENER_GUTTER = 1.5
"""How many times as wide the gutter of openers is."""


class Page(Struct, frozen=True, kw_only=True):
    """The trimmed page and its margins, in points; `left_share` is the left column's part of both."""

    width: float = mm(148)
    height: float = mm(210)
    inner: float = mm(14)
    outer: float = mm(12)
    top: float = mm(15)
    bottom: float = mm(18)
    gutter: float = mm(5)
    left_share: float = 0.5
    bleed: float = mm(3)
    fold: float = mm(5)
    """How far from the fold of a spread everything important keeps, on each page."""
    grid: float = 12.0
    """The distance of the baseline grid's lines."""
    flows: int = 1
    """How many times the text block stands beside itself on a page, for text that runs through columns."""
    hang: float = 0.0
    """How far the first gutter hangs into the left margin, where no column stands before it."""

    def left_edge(self, number: int) -> float:
        """Where the text block of page `number` starts: inside on odd (right-hand) pages, else outside."""
        return (self.inner if number % 2 else self.outer) - self.hang

    @property
    def block_width(self) -> float:
        """All text blocks of a page together, what hangs out included."""
        return self.width - self.inner - self.outer + self.hang

    @property
    def text_width(self) -> float:
        """Width of a text block; on a page of one flow the whole width between the margins."""
        return self.block_width / self.flows

    @property
    def measure(self) -> float:
        """Width of all columns of a text block and the gutters between them."""
        return self.text_width if self.left_share else self.column_widths[1]

    @property
    def column_widths(self) -> tuple[float, float]:
        """Widths of the left and the right column."""
        both = self.text_width - self.gutter
        return (both * self.left_share, both * (1 - self.left_share))

    @property
    def opened(self) -> Page:
        """The page with the gutter of openers, where the river runs between two columns."""
        return replace(self, gutter=self.gutter * OPENER_GUTTER) if self.left_share else self

    @property
    def lines(self) -> int:
        """Grid lines that fit between the top and the bottom margin."""
        return int((self.height - self.top - self.bottom) / self.grid + 1e-6)


class TextStyle(Struct, frozen=True, kw_only=True):
    """How one kind of text is set; lengths in points.

    `colour` names an entry of the theme's colours, or is `accent`: the accent of the text's language.
    `features` are OpenType feature tags to switch on (`onum`, `smcp`, `tnum`…).
    `before` and `after` are spaces above and below, `indent` moves the text from its column's edge.
    """

    family: str = SERIF
    weight: str = "regular"
    italic: bool = False
    size: float = 9.2
    leading: float = 12.0
    colour: str = "text"
    features: tuple[str, ...] = ()
    justified: bool = False
    hyphenated: bool = False
    balanced: bool = False
    """Whether ragged lines are made alike, the last one too: titles and headings."""
    tracking: float = 0.0
    """Extra space after each letter in thousandths of an em; not for running text."""
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0


class Justification(Struct, frozen=True, kw_only=True):
    """What a justified line may do; spaces are multiples of the natural word space."""

    stretch: float = 0.05
    """Most that a word space grows or shrinks before letters have changed as far as they may."""
    shrink: float = 0.4
    """Most that a word space shrinks at all."""
    expansion: float = 0.03
    """Largest change of letter width, as a part of it."""
    protrusion: float = 1.0
    """How far marks hang into the margin: 0 not at all, 1 as the table says."""
    hyphen_cost: float = 1.0
    """Multiplies the price of a hyphenated line."""
    ladder: int = 2
    """Most hyphenated lines in a row."""
    emergency_ladder: int = 3
    torn: float = 3.0
    """A line whose word spaces are wider than so many natural ones is torn: the paragraph is set anew."""
    emergency_shrink: float = 0.44
    """The shrink of a paragraph that would be torn."""
    emergency_tracking: float = 20.0
    """Most that letters of a torn line are parted, in thousandths of an em."""
    hole: float = 0.45
    """The part of the measure that a line of a paragraph set ragged for need may leave empty unwarned."""
    river_cost: float = 1.0
    """Multiplies the price that may be paid to be rid of a river or of a word repeated at the line ends."""
    least_characters: float = 38.0
    """Lines that hold fewer characters are set ragged."""
    variant_limit: float = 600.0
    """How much worse a paragraph may be in another number of lines, in prices of line breaking; 250 is a
    river's."""


class Paging(Struct, frozen=True, kw_only=True):
    """What pages are broken by: prices, the higher the worse."""

    empty_cost: float = 6.0
    """Of a grid line left empty at a page's foot, growing with the square of their number."""
    facing_cost: float = 90.0
    """Of one grid line's difference between the feet of facing pages."""
    blank_cost: float = 40.0
    """Of a line that the shorter of two partners is short of the longer one."""
    variant_cost: float = 0.04
    """What a price of line breaking counts where a paragraph is set in another number of lines."""
    short_page: int = 5
    """Grid lines that the last page of a text should hold at least."""
    short_cost: float = 15.0
    """Of each grid line that a text's last page lacks of them."""
    long_page: int = 1
    """Grid lines that the last page of a text or chapter may be longer, where its margin has room."""


def _styles() -> dict[str, TextStyle]:
    sans = SANS
    body = TextStyle(justified=True, hyphenated=True)
    return {
        "paragraph": body,
        "lead": TextStyle(size=12, leading=18, weight="light", after=12),
        "heading1": TextStyle(
            family=sans,
            size=18,
            leading=24,
            colour="accent",
            before=24,
            after=12,
            balanced=True,
        ),
        "heading2": TextStyle(
            family=sans, weight="bold", size=9.2, leading=12, colour="accent", before=12, balanced=True
        ),
        "heading3": TextStyle(italic=True, before=12, balanced=True),
        "opener": TextStyle(family=sans, size=24, leading=30, colour="accent", after=24, balanced=True),
        "list": TextStyle(hyphenated=True, indent=12),
        "list-marker": TextStyle(family=sans, weight="bold", size=8, leading=12, colour="accent"),
        "quote": TextStyle(
            size=12, leading=18, italic=True, colour="accent", before=12, after=12, balanced=True
        ),
        "footnote": TextStyle(size=7.4, leading=9.4, hyphenated=True),
        "side-note": TextStyle(family=sans, size=7.4, colour="muted", indent=12),
        "attribution": TextStyle(family=sans, size=8, leading=12),
        "caption": TextStyle(family=sans, size=8, leading=12),
        "credit": TextStyle(family=sans, size=6.5, leading=12, colour="muted"),
        "fact-value": TextStyle(family=sans, weight="light", size=36, leading=36, colour=COMMON),
        "fact-label": TextStyle(family=sans, size=8, leading=12),
        "event-when": TextStyle(family=sans, weight="bold", size=9.2, leading=12, colour=COMMON),
        "event-text": TextStyle(family=sans, size=8, leading=12),
        "table-head": TextStyle(family=sans, weight="bold", size=8, leading=12, colour="accent"),
        "table-cell": TextStyle(family=sans, size=8, leading=12),
        "contact-name": TextStyle(family=sans, weight="bold", size=9.2, leading=12, colour="accent"),
        "contact-line": TextStyle(family=sans, size=8, leading=12),
        "contents-title": TextStyle(
            family=sans, size=18, leading=24, colour="accent", after=12, balanced=True
        ),
        "contents-entry": TextStyle(family=sans, size=9.2, leading=12),
        "contents-folio": TextStyle(
            family=sans, weight="bold", size=9.2, leading=12, colour=COMMON, features=("tnum",)
        ),
        "index-entry": TextStyle(family=sans, size=8, leading=12),
        "statement": TextStyle(family="Ubuntu", size=8, leading=12),
        "folio": TextStyle(family=sans, weight="bold", size=8, leading=12, colour=COMMON),
        "running-title": TextStyle(family=sans, size=7, leading=12, colour="accent"),
        "cover-title": TextStyle(
            family=sans, weight="light", size=36, leading=42, colour="accent", after=18, balanced=True
        ),
        "cover-subtitle": TextStyle(family=sans, size=9.2, leading=12, colour="text"),
        "cover-publisher": TextStyle(family=sans, weight="bold", size=8, leading=12, colour=COMMON),
        **_visit_styles(sans),
    }


def _visit_styles(sans: str) -> dict[str, TextStyle]:
    """The styles of a study visit's papers."""
    return {
        "stop-number": TextStyle(family=sans, weight="light", size=26, leading=26, colour=COMMON),
        "map-label": TextStyle(family=sans, weight="bold", size=8, leading=9.6, colour="accent"),
        "map-shared": TextStyle(family=sans, weight="bold", size=8, leading=9.6, colour=COMMON),
        "map-scale": TextStyle(family=sans, size=7, leading=9.6, colour=COMMON),
        "programme-day": TextStyle(
            family=sans, weight="bold", size=12, leading=12, colour="accent", before=24, balanced=True
        ),
        "programme-time": TextStyle(
            family=sans, weight="bold", size=8, leading=12, colour=COMMON, features=("tnum",)
        ),
        "programme-activity": TextStyle(balanced=True),
        "programme-place": TextStyle(family=sans, italic=True, size=8, leading=12, colour="muted"),
        "programme-speaker": TextStyle(family=sans, size=8, leading=12),
        "delegation": TextStyle(
            family=sans, weight="bold", size=12, leading=12, colour="accent", before=24, balanced=True
        ),
        "person-name": TextStyle(family=sans, size=9.2, leading=12),
        "person-line": TextStyle(family=sans, size=8, leading=12),
        "glossary-title": TextStyle(
            family=sans, size=8, leading=12, colour="accent", before=12, after=6, balanced=True
        ),
        "term": TextStyle(family=sans, size=9.2, leading=12, colour="accent"),
        "term-explanation": TextStyle(family=sans, size=8, leading=12),
    }


def _colours() -> dict[str, Colour]:
    return {
        "text": BLACK,
        "paper": WHITE,
        "muted": Colour((0, 0, 0, 0.7), (0.36, 0.36, 0.36)),
        "river": Colour((0.90, 0.55, 0.35, 0.25), (0.04, 0.29, 0.39)),
        "brick": Colour((0, 1.0, 0.75, 0), (0.69, 0.17, 0.16)),
        "cornflower": Colour((0.82, 0.58, 0, 0), (0.16, 0.37, 0.67)),
        "sand": Colour((0.03, 0.04, 0.10, 0), (0.965, 0.95, 0.91)),
    }


RIVER, PLAIN, TYPE, PICTURE, CIRCLES = "river", "plain", "type", "picture", "circles"
MOODS = (RIVER, PLAIN, TYPE, PICTURE, CIRCLES)
"""What a theme draws: a river, nothing, two fields of colour, one picture, or two circles that meet."""


class FontChoice(Struct, frozen=True):
    """The families of running text, and of headings and all that is small or stands apart."""

    text: str = SERIF
    headings: str = SANS


class TypeScale(Struct, frozen=True, kw_only=True):
    """How sizes belong together, and how they follow the format; lengths in points."""

    text: float = 9.2
    """Running text, from which all other sizes step up and down."""
    ratio: float = 1.414
    """From one step of the scale to the next one."""
    follow: float = 0.4
    """How far text follows the measure: the power of the columns' widths that it grows by."""
    spread: float = 0.35
    """How far the steps do: on a narrow page they are closer together."""
    least: float = 7.0
    """No type gets smaller than this by following, unless it was."""


class CoverStyle(Struct, frozen=True):
    """The generated cover: artwork over back and front (twice the page wide), if any, and its ground."""

    artwork: str | None = None
    ground: str = "sand"
    title_top: float = mm(22)
    """From the trim's top to the title's first baseline."""
    title_width: float = mm(86)
    """Widest line of the title."""
    title_foot: float = mm(105)
    """From the trim's top to the title's lowest baseline: one that reaches deeper is made smaller."""


LINING, TEXT_FIGURES = "lining", "text"
CAPITALS, SMALL_CAPS = "capitals", "small-caps"
FIGURES = frozenset({"onum", "lnum", "tnum"})
"""Features by which a style chooses its figures itself."""
NUMERAL_STYLES = frozenset(
    {
        "fact-value",
        "event-when",
        "table-head",
        "table-cell",
        "list-marker",
        "contents-folio",
        "folio",
        "stop-number",
        "map-scale",
        "programme-time",
        "cover-title",
    }
)
"""Styles of numbers rather than text: their figures are always lining."""
RUNNING_STYLES = frozenset({"paragraph", "lead", "list", "quote"})
"""Styles of running text, where acronyms may stand in small capitals."""
DIVIDED_STYLES = frozenset(
    {
        *("lead", "quote", "attribution", "side-note", "caption", "credit", "statement"),
        *("fact-label", "event-when", "event-text", "contact-name", "contact-line"),
        *("contents-entry", "index-entry", "glossary-title", "term", "term-explanation"),
        *("programme-activity", "programme-place", "programme-speaker", "person-name", "person-line"),
    }
)
"""Styles whose words are divided where one is wider than its line, even if they are not `hyphenated`."""


class TitleFit(Struct, frozen=True, kw_only=True):
    """What titles that are too wide for their columns may do, both languages alike; lengths in points."""

    step: float = 1.0
    """By how much type gets smaller at a time."""
    least_part: float = 0.64
    """The part of its size that a title keeps at least."""
    least_size: float = 8.0
    """No title gets smaller than this; one whose style is smaller stays as it is."""
    hyphenated: bool = True
    """Whether words are divided where even the smallest type is too wide."""


class TableStyle(Struct, frozen=True, kw_only=True):
    """How tables are fitted into their columns and ruled; lengths in points."""

    gap: float = 12.0
    """Between the columns of a table."""
    least_gap: float = 6.0
    """The same in a table that finds no room otherwise."""
    least_size: float = 7.0
    """The smallest type that a table is set in to save it."""
    outer_rule: float = 0.8
    """Weight of the rules at the head and the foot of a table."""
    head_rule: float = 0.5
    """Weight of the rule below the column heads."""
    row_rule: float = 0.25
    """Weight of the rules between rows."""


class ColumnShare(Struct, frozen=True):
    """The left column's part of both columns' width; None where the length of the text decides."""

    left: float | None


BY_DOCUMENT, BY_SECTION, BY_PAGE = "document", "section", "page"


class FootStyle(Struct, frozen=True, kw_only=True):
    """How footnotes are counted and parted from the text; lengths in points."""

    numbering: str = BY_DOCUMENT
    """BY_DOCUMENT counts them through, BY_SECTION anew in each section file, BY_PAGE on each page."""
    space: float = 9.0
    """Between the text and the notes, with the rule in it."""
    rule: float = 0.3
    """Weight of the rule above the notes; 0: none."""


class SideStyle(Struct, frozen=True):
    """Where side notes stand in margins; lengths in points."""

    gap: float = mm(4)
    """Between the text and a note in the margin."""
    least_width: float = mm(20)
    """The narrowest note in a margin; where there is no room for it, notes stand in the columns."""


class PictureStyle(Struct, frozen=True, kw_only=True):
    """What becomes of photographs."""

    sharpening: float = 0.0
    """How much steeper edges of pictures become that were made smaller, as a part of themselves."""
    duotone: bool = False
    """Whether photographs are set in the accents of both languages."""


class Theme(Struct, frozen=True, kw_only=True):
    """One design, complete; a brochure may override any number of it."""

    name: str = "two-banks"
    mood: str = RIVER
    """What it draws on covers and openers, one of MOODS."""
    fonts: FontChoice = field(default_factory=FontChoice)
    scale: TypeScale = field(default_factory=TypeScale)
    page: Page = field(default_factory=Page)
    justification: Justification = field(default_factory=Justification)
    colours: Mapping[str, Colour] = field(default_factory=_colours)
    accents: Mapping[str, str] = field(
        default_factory=lambda: {POLISH: "brick", CZECH: "cornflower", COMMON: "river"}
    )
    styles: Mapping[str, TextStyle] = field(default_factory=_styles)
    cover: CoverStyle = field(default_factory=CoverStyle)
    titles: TitleFit = field(default_factory=TitleFit)
    table: TableStyle = field(default_factory=TableStyle)
    columns: ColumnShare | None = None
    """How wide the columns are, unless the brochure says so; as `page.left_share` where it is None."""
    paging: Paging = field(default_factory=Paging)
    footnotes: FootStyle = field(default_factory=FootStyle)
    side_notes: SideStyle = field(default_factory=SideStyle)
    pictures: PictureStyle = field(default_factory=PictureStyle)
    paragraph_space: float = 12.0
    """Space between paragraphs, in points."""
    fallback: tuple[str, ...] = (SERIF, SANS)
    """Families that lend, in this order, the letters that a style's own face has not."""
    figures: str = LINING
    """LINING figures are as high as capitals; TEXT_FIGURES go with small letters, where a face has them."""
    acronyms: str = CAPITALS
    """How acronyms of three and more letters stand in running text: CAPITALS or SMALL_CAPS."""
    ligatures: bool = True
    leaning: str | None = None
    """The language whose accent is a slope, in print without colours: its passages lean, or stand where the
    other language's lean."""

    def style(self, role: str, language: str) -> TextStyle:
        """The style of a passage of `language`."""
        own = self.styles[role]
        if own.colour != "accent" or language != self.leaning:
            return own
        # Hardly any family has a light italic: the regular one is as light as a title by its side.
        weight = "regular" if own.weight == "light" and not own.italic else own.weight
        return replace(own, italic=not own.italic, weight=weight)

    def features(self, role: str) -> tuple[str, ...]:
        """The OpenType features of a style, those it names and those of the theme; one with `-` is off."""
        own = self.styles[role].features
        figures = self.figures == TEXT_FIGURES and role not in NUMERAL_STYLES and FIGURES.isdisjoint(own)
        return own + ("onum",) * figures + ("-liga", "-clig") * (not self.ligatures)

    def colour(self, name: str, language: str = COMMON) -> Colour:
        """The colour of a style in a passage of `language`; `accent` is that language's own."""
        return self.colours[self.colour_name(name, language)]

    def colour_name(self, name: str, language: str = COMMON) -> str:
        """The entry of `colours` that a style's colour means in a passage of `language`."""
        if name == "accent":
            return self.accents[language]
        return self.accents[COMMON] if name == COMMON else name
