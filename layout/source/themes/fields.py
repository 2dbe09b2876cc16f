"""Takes the theme's records and gives readers of their overrides; holds no number of the design.

Every field of `layout.model.theme` is a key, written with hyphens. What a key means and which values are
sane stands in `KEYS`; a field without a row there is read by its type alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from layout.model.diagnostic import Span
from layout.model.fonts import WEIGHTS
from layout.model.records import Struct, replace
from layout.model.theme import (
    BY_DOCUMENT,
    BY_PAGE,
    BY_SECTION,
    CAPITALS,
    LINING,
    MOODS,
    SMALL_CAPS,
    TEXT_FIGURES,
    Page,
    TextStyle,
    Theme,
)
from layout.model.units import mm
from layout.source.fields.colours import COLOUR
from layout.source.fields.columns import ColumnShareField
from layout.source.fields.files import InnerFile
from layout.source.fields.scalars import (
    Choice,
    Flag,
    Integer,
    Length,
    Number,
    Pattern,
    Reader,
    Schema,
    WordsField,
)
from layout.source.fields.tables import Field, Given, ListOf, Record
from layout.source.nodes.parsing import Items, Node
from layout.source.nodes.reading import Reading
from layout.source.themes.palette import (
    ACCENTED,
    NAME,
    Changes,
    ColourNames,
    NamedNumber,
    Placed,
    ThemeNumber,
)

SIZES = {
    "A4": (mm(210), mm(297)),
    "A5": (mm(148), mm(210)),
    "A6": (mm(105), mm(148)),
    "DL": (mm(99), mm(210)),
    "square": (mm(210), mm(210)),
}
"""Page sizes with a name (ISO 216; DL is a third of A4), upright, in points."""


_SPACE = Length(0, 720, bare="pt")

KEYS: Mapping[str, tuple[Reader[Any], str]] = {
    "mood": (
        Choice({mood: mood for mood in MOODS}, "unknown-mood"),
        "What covers show: a `river` (openers too), `plain` nothing, `type`, a `picture` or `circles`.",
    ),
    "fonts.text": (WordsField(100), "The family of running text."),
    "fonts.headings": (
        WordsField(100),
        "The family of headings, captions, tables and all else.",
    ),
    "scale.text": (Length(4, 72, bare="pt"), "Running text; all other sizes keep their distance from it."),
    "scale.ratio": (Number(1, 3), "From one step of sizes to the next one: 1.2 is calm, 1.6 is loud."),
    "scale.follow": (Number(0, 1), "How far text follows the measure: a power of the columns' widths."),
    "scale.spread": (Number(0, 1), "How far the steps follow it: on narrow pages they come closer together."),
    "scale.least": (Length(4, 72, bare="pt"), "No type gets smaller than this by following the measure."),
    "page.width": (Length(mm(50), mm(600)), "Width of the trimmed page."),
    "page.height": (Length(mm(50), mm(900)), "Height of the trimmed page."),
    "page.inner": (Length(0, mm(200)), "Margin at the spine."),
    "page.outer": (Length(0, mm(200)), "Margin at the outer edge."),
    "page.top": (Length(0, mm(300)), "Margin above the text."),
    "page.bottom": (Length(0, mm(300)), "Margin below the text; the folio stands in it."),
    "page.gutter": (Length(0, mm(100)), "Distance of the two columns."),
    "page.left-share": (Number(0.2, 0.8), "The left column's part of both columns' width."),
    "page.bleed": (Length(0, mm(20)), "How far artwork reaches beyond the trim."),
    "page.fold": (
        Length(0, mm(50)),
        "How far what matters in a picture or a timeline over a spread keeps from the fold, on each page.",
    ),
    "page.grid": (Length(4, 72, bare="pt"), "Distance of the baseline grid's lines."),
    "justification.stretch": (
        Number(0, 3),
        "Part of itself that a word space grows or shrinks by before letters change as far as they may.",
    ),
    "justification.shrink": (Number(0, 0.6), "Most that a word space shrinks, as a part of itself."),
    "justification.expansion": (Number(0, 0.1), "Largest change of letter width, as a part of it."),
    "justification.protrusion": (
        Number(0, 2),
        "How far marks hang into the margin: 0 not at all, 1 as drawn.",
    ),
    "justification.hyphen-cost": (Number(0, 100), "Multiplies the price of a hyphenated line."),
    "justification.ladder": (Integer(0, 20), "Most hyphenated lines in a row."),
    "justification.emergency-ladder": (Integer(0, 20), "The same where nothing else fits."),
    "justification.torn": (
        Number(1.5, 20),
        "A line with wider word spaces, in natural ones, is torn: its paragraph is set anew.",
    ),
    "justification.emergency-shrink": (Number(0, 0.6), "The shrink of a paragraph that would be torn."),
    "justification.emergency-tracking": (
        Number(0, 100),
        "Most that letters of a torn line are parted, thousandths of an em.",
    ),
    "justification.hole": (
        Number(0.1, 1),
        "Part of the measure that a ragged line may leave empty where justified ones would be torn.",
    ),
    "justification.river-cost": (
        Number(0, 100),
        "Multiplies what may be paid to be rid of a river or of a word repeated at line ends.",
    ),
    "justification.least-characters": (
        Number(0, 200),
        "Text whose lines hold fewer characters is set ragged; 0: never.",
    ),
    "justification.variant-limit": (
        Number(0, 10000),
        "How much worse a paragraph may be set to be a line longer or shorter; a river is worth 250.",
    ),
    "style.family": (WordsField(100), "Font family, one of the font catalogue."),
    "style.weight": (Choice({weight: weight for weight in WEIGHTS}), "Font weight."),
    "style.italic": (Flag(), "Italic instead of upright letters."),
    "style.size": (Length(4, 200, bare="pt"), "Type size."),
    "style.leading": (Length(4, 300, bare="pt"), "Distance of baselines."),
    "style.colour": (
        Pattern(NAME, "bad-name"),
        "A colour of the theme, `accent`: that of the text's language, or `common`: that of both.",
    ),
    "style.features": (
        ListOf(Pattern(r"[A-Za-z0-9]{4}", "bad-feature"), least=0, most=20),
        "OpenType features to switch on, such as `onum` or `smcp`.",
    ),
    "style.justified": (Flag(), "Both edges even; otherwise ragged right."),
    "style.hyphenated": (Flag(), "Whether words may be broken."),
    "style.balanced": (Flag(), "Ragged lines made alike in length, for titles."),
    "style.tracking": (Number(-100, 500), "Extra space after each letter, thousandths of an em."),
    "style.before": (_SPACE, "Space above."),
    "style.after": (_SPACE, "Space below."),
    "style.indent": (Length(0, mm(100)), "Distance from the column's edge."),
    "cover.artwork": (
        InnerFile(),
        "Drawing (SVG, twice the page wide) or photograph over back and front; else the mood draws.",
    ),
    "cover.ground": (Pattern(NAME, "bad-name"), "Colour of the cover's ground."),
    "cover.title-top": (Length(0, mm(600)), "From the trim's top to the title's first baseline."),
    "cover.title-width": (Length(mm(20), mm(600)), "Widest line of the title."),
    "cover.title-foot": (
        Length(0, mm(900)),
        "From the trim's top to the title's lowest baseline; a longer title is set smaller, down to 64 %.",
    ),
    "titles.step": (
        Length(0.1, 12, bare="pt"),
        "By how much a title too wide for its column gets smaller at a time.",
    ),
    "titles.least-part": (Number(0.3, 1), "The part of its size that a title keeps at least."),
    "titles.least-size": (Length(4, 72, bare="pt"), "The size below which no title goes."),
    "titles.hyphenated": (Flag(), "Whether titles too wide even then are divided."),
    "table.gap": (Length(2, 72, bare="pt"), "Space between the columns of a table."),
    "table.least-gap": (Length(2, 72, bare="pt"), "The same in a table that finds no room otherwise."),
    "table.least-size": (Length(4, 72, bare="pt"), "Smallest type that a table is set in to save it."),
    "table.outer-rule": (Length(0.1, 6, bare="pt"), "Weight of the rules at a table's head and foot."),
    "table.head-rule": (Length(0.1, 6, bare="pt"), "Weight of the rule below the column heads."),
    "table.row-rule": (Length(0.1, 6, bare="pt"), "Weight of the rules between rows."),
    "columns": (
        ColumnShareField(),
        "`equal`, `by-length`, or the left column's part of both; before `page.left-share`.",
    ),
    "paging.empty-cost": (
        Number(0, 1000),
        "Price of a grid line left empty at a page's foot, growing with the square.",
    ),
    "paging.facing-cost": (
        Number(0, 1000),
        "Price of a grid line's difference between the feet of facing pages.",
    ),
    "paging.blank-cost": (
        Number(0, 1000),
        "Price of a line by which one side of a pair is shorter than the other.",
    ),
    "paging.variant-cost": (
        Number(0, 100),
        "Multiplies the price of paragraphs set a line longer or shorter than is best.",
    ),
    "paging.short-page": (Integer(0, 100), "Grid lines that a text's last page should hold at least."),
    "paging.short-cost": (Number(0, 1000), "Price of each grid line that it lacks of them."),
    "paging.long-page": (
        Integer(0, 3),
        "Grid lines that the last page of a text or chapter may be longer to save another one.",
    ),
    "footnotes.numbering": (
        Choice({way: way for way in (BY_DOCUMENT, BY_SECTION, BY_PAGE)}),
        "Footnotes are counted through the whole `document`, anew in each `section` or on each `page`.",
    ),
    "footnotes.space": (Length(3, 72, bare="pt"), "Between the text and the footnotes, with the rule in it."),
    "footnotes.rule": (Length(0, 6, bare="pt"), "Weight of the rule above footnotes; 0: none."),
    "side-notes.gap": (Length(3, 72, bare="pt"), "Between the text and a side note in the margin."),
    "side-notes.least-width": (
        Length(mm(10), mm(100)),
        "The narrowest side note in a margin; with less room they stand in the columns.",
    ),
    "pictures.sharpening": (
        Number(0, 3),
        "How much steeper edges become in pictures that were made smaller: 0 not at all, 0.8 for print.",
    ),
    "pictures.duotone": (Flag(), "Whether photographs are set in the accents of both languages."),
    "paragraph-space": (_SPACE, "Space between paragraphs."),
    "fallback": (
        ListOf(WordsField(100), least=0, most=10),
        "Font families that lend, in this order, the letters a style's own face has not.",
    ),
    "figures": (
        Choice({kind: kind for kind in (LINING, TEXT_FIGURES)}),
        "`lining` figures, as high as capitals, or `text` figures that go with small letters.",
    ),
    "acronyms": (
        Choice({kind: kind for kind in (CAPITALS, SMALL_CAPS)}),
        "Acronyms of three and more letters in running text: `capitals` or `small-caps`.",
    ),
    "ligatures": (Flag(), "Whether letters such as f and i are joined; t and i never are."),
}
"""What may be said of each key, and what it is; `style` stands for each of the styles."""

_BY_TYPE: Mapping[Any, Reader[Any]] = {
    float: Length(-3000, 3000, bare="pt"),
    int: Integer(-1000, 1000),
    bool: Flag(),
    str: WordsField(200),
    tuple[str, ...]: ListOf(WordsField(200), least=0),
}
_NOT_READ = frozenset({"name", "flows", "hang", "leaning"})
"""Attributes that no author sets: a theme's name, and what handouts do with a page and its accents."""


def key_of(attribute: str) -> str:
    """An attribute's name as content writes it."""
    return attribute.replace("_", "-")


class PageSize:
    """A named page size or `[width, height]`, given as the page's two attributes."""

    def read(self, node: Node, reading: Reading) -> Changes:
        where = reading.span(node)
        if isinstance(node, Items):
            width, height = ListOf(Length(mm(50), mm(900)), 2, 2).read(node, reading)
        else:
            width, height = Choice(SIZES, "unknown-page-size").read(node, reading)
        return {"width": Placed(width, where), "height": Placed(height, where)}

    def schema(self) -> Schema:
        length = KEYS["page.width"][0].schema()
        own = {"type": "array", "minItems": 2, "maxItems": 2, "items": length}
        return {"anyOf": [{"enum": list(SIZES)}, own]}


def _collect(given: Given, where: Span, reading: Reading) -> Changes:
    size = given.get("size")
    named = size if isinstance(size, Mapping) else {}
    return {**named, **{key.replace("-", "_"): value for key, value in given.items() if value is not named}}


def _part(kind: type[Struct], path: str) -> Record[Changes]:
    """The reader of overrides of one record."""
    hints = get_type_hints(kind)
    readers = {
        key_of(name): _field(hints[name], f"{path}.{key_of(name)}".lstrip("."))
        for name in kind.__struct_fields__
        if name not in _NOT_READ
    }
    if kind is Page:
        readers["size"] = Field(PageSize(), "A4, A5, A6, DL, square, or [width, height].")
    return Record(_collect, readers)


def _field(kind: Any, path: str) -> Field:
    if path in KEYS:
        reader, about = KEYS[path]
        return Field(ThemeNumber(reader), about)
    if path in _TABLES:
        return _TABLES[path]()
    if isinstance(kind, type) and issubclass(kind, Struct):
        return Field(_part(kind, path), _PARTS.get(path, ""))
    if type(None) in get_args(kind) and get_origin(kind) is not None:
        kind = next(part for part in get_args(kind) if part is not type(None))
    return Field(ThemeNumber(_BY_TYPE[kind]), "")


_PARTS = {
    "fonts": "The two families of the design.",
    "scale": "How sizes belong together, and how they follow the format.",
    "page": "The page, its margins and columns.",
    "justification": "What a justified line may do.",
    "cover": "The generated cover.",
    "titles": "What titles too wide for their columns may do.",
    "table": "How tables are fitted and ruled.",
    "paging": "What pages are broken by: prices of empty lines, uneven feet and longer paragraphs.",
    "footnotes": "How footnotes are counted and parted from the text.",
    "side-notes": "Where side notes stand in margins.",
    "pictures": "What becomes of photographs.",
}
_TABLES = {
    "colours": lambda: Field(
        ColourNames(ThemeNumber(COLOUR)),
        "Colours by name; new ones may be added, and under pl, cs and common the accents.",
    ),
    "accents": lambda: Field(
        NamedNumber(ThemeNumber(Pattern(NAME, "bad-name")), ACCENTED, "unknown-accent"),
        "The colour of each language, and of what is common to both.",
    ),
    "styles": lambda: Field(
        NamedNumber(_part(TextStyle, "style"), tuple(Theme().styles), "unknown-style"),
        "How each kind of text is set.",
    ),
}

BASE = Field(ThemeNumber(WordsField(60)), "The theme that is changed; two-banks if not given.")


@cache
def theme_reader() -> Record[Changes]:
    """The reader of a theme file, and of the mapping under `theme` in brochure.yaml."""
    whole = _part(Theme, "")
    return replace(whole, fields={"base": BASE, **whole.fields})


def change(base: Any, changes: Changes, path: tuple[str, ...], places: dict[tuple[str, ...], Span]) -> Any:
    """A copy of a part of a theme with overrides; where each was written is added to `places`."""
    values: dict[str, Any] = {}
    for name, given in changes.items():
        if isinstance(given, Placed):
            values[name] = given.value
            places[*path, name] = given.where
        else:
            part = base.get(name, TextStyle()) if isinstance(base, Mapping) else getattr(base, name)
            values[name] = change(part, given, (*path, name), places)
    return {**base, **values} if isinstance(base, Mapping) else replace(base, **values)
