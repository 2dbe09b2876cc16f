"""Takes the node of brochure.yaml and gives its settings and the list of sections; reads no other file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from layout.model.content.brochure import (
    GENERATED,
    RULE_IDS,
    Cover,
    Covers,
    ReadingOrder,
    TypographySettings,
)
from layout.model.content.isbn import check_digit
from layout.model.content.translation import TRANSLATION_RULES
from layout.model.diagnostic import Span
from layout.model.languages import PAIR
from layout.model.records import Struct
from layout.model.values import Listed
from layout.source.blocks.reference import LOGO
from layout.source.fields.columns import ColumnShareField
from layout.source.fields.files import InnerFile
from layout.source.fields.passages import ALTERNATIVE, WORDS_PAIR
from layout.source.fields.scalars import Choice, DayField, Flag, Integer, Pattern, Schema, take_scalar
from layout.source.fields.tables import LANGUAGE, Field, Given, ListOf, Record
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.nodes.reading import Reading, Refused
from layout.source.publicity import WishReader
from layout.source.themes.read_theme import ThemeReader


class SectionFile(Struct, frozen=True):
    """A section as brochure.yaml names it."""

    file: str
    where: Span


class IsbnField:
    """An ISBN of thirteen digits, its check digit right (ISBN Users' Manual, 7th edition, 5.5)."""

    PATTERN = "97[89](?:[- ]?[0-9]){10}"

    def read(self, node: Node, reading: Reading) -> str:
        text = take_scalar(node, reading, "expected-text").text.removeprefix("ISBN").strip()
        if not re.fullmatch(self.PATTERN, text):
            reading.refuse("bad-isbn", reading.span(node), value=text)
        digits = [int(letter) for letter in text if letter.isdigit()]
        check = check_digit(digits[:12])
        if digits[12] != check:
            reading.refuse("wrong-isbn", reading.span(node), value=text, digit=check)
        return text

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:ISBN ?)?{self.PATTERN}$"}


class BothLanguages:
    """The two languages, left to right."""

    def read(self, node: Node, reading: Reading) -> tuple[str, str]:
        left, right = ListOf(LANGUAGE, 2, 2).read(node, reading)
        if left == right:
            reading.refuse("same-language-twice", reading.span(node), language=left)
        return left, right

    def schema(self) -> Schema:
        return {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "uniqueItems": True,
            "items": LANGUAGE.schema(),
        }


class Sections:
    """The list of section files, none named twice; a bad entry is reported, the rest is given still."""

    def read(self, node: Node, reading: Reading) -> tuple[SectionFile, ...]:
        if not isinstance(node, Items):
            reading.refuse("expected-list", reading.span(node))
        if not node.nodes:
            reading.refuse("no-sections", reading.span(node))
        files: dict[str, SectionFile] = {}
        for item in node.nodes:
            try:
                file = InnerFile().read(item, reading)
            except Refused:
                continue
            if file in files:
                line = files[file].where.line
                reading.report("section-twice", reading.span(item), file=file, line=line)
            files.setdefault(file, SectionFile(file, reading.span(item)))
        return tuple(files.values())

    def schema(self) -> Schema:
        return {**ListOf(InnerFile()).schema(), "uniqueItems": True}


def _build_cover(given: Given, where: Span, reading: Reading) -> Cover:
    return Cover(where, given["file"], given["page"], given["alt"])


_COVER_FILE = Record(
    _build_cover,
    {
        "file": Field(InnerFile(), "The designer's PDF, in the content folder.", True),
        "page": Field(Integer(1, 10_000), "The page of that file, from 1.", default=1),
        "alt": ALTERNATIVE,
    },
)


class CoverReader:
    """`generated`, or a page of a designer's PDF."""

    def read(self, node: Node, reading: Reading) -> Cover:
        if isinstance(node, Scalar):
            Choice({GENERATED: None}, "unknown-cover").read(node, reading)
            return Cover(reading.span(node), None, 1, None)
        return _COVER_FILE.read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [{"const": GENERATED}, _COVER_FILE.schema()]}


_COVERS = Record(
    lambda given, where, reading: Covers(given.get("front"), given.get("back")),
    {
        "front": Field(CoverReader(), "The front cover; none if not given."),
        "back": Field(CoverReader(), "The back cover; none if not given."),
    },
)
_PAGES = Record(
    lambda given, where, reading: int(given["multiple"]),
    {"multiple": Field(Integer(1, 64), "The page count is filled up to a multiple of this.", default=4)},
)
_BROKEN_WORD = Pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*", "bad-exception")
_EXCEPTIONS: Record[Mapping[str, tuple[str, ...]]] = Record(
    lambda given, where, reading: dict(given),
    {language: Field(ListOf(_BROKEN_WORD), "Words with their break points as hyphens.") for language in PAIR},
)


def _build_typography(given: Given, where: Span, reading: Reading) -> TypographySettings:
    return TypographySettings(frozenset(given.get("off", ())), given["hard-czech-a"], given.get("exceptions"))


_TYPOGRAPHY = Record(
    _build_typography,
    {
        "off": Field(
            ListOf(Choice({rule: rule for rule in RULE_IDS}, "unknown-rule"), least=0),
            "Rules of microtypography that are not applied.",
        ),
        "hard-czech-a": Field(Flag(), "No line may end with the Czech conjunction a.", default=False),
        "exceptions": Field(_EXCEPTIONS, "Words that the author breaks himself, by language."),
    },
)


def _build_translation(given: Given, where: Span, reading: Reading) -> frozenset[str]:
    return frozenset(given["off"])


_TRANSLATION = Record(
    _build_translation,
    {
        "off": Field(
            ListOf(Choice({rule: rule for rule in TRANSLATION_RULES}, "unknown-translation-rule")),
            "Rules of translation that are asked of no passage.",
            True,
        ),
    },
)
_APPROVAL = Choice({"required": True, "optional": False})

BROCHURE = Record(
    lambda given, where, reading: given,
    {
        "title": Field(WORDS_PAIR, "The title.", True),
        "subtitle": Field(WORDS_PAIR, "The subtitle."),
        "languages": Field(BothLanguages(), "The languages of the left and of the right column.", True),
        "date": Field(DayField(), "Date of publication, such as 2026-11-22.", True),
        "publisher": Field(WORDS_PAIR, "Who publishes the brochure; not named if not given."),
        "place": Field(WORDS_PAIR, "Where it is published; with the year at the foot of a generated cover."),
        "series": Field(WORDS_PAIR, "The series it belongs to, at the head of a generated cover."),
        "edition": Field(WORDS_PAIR, "Which edition it is, at the foot of a generated cover."),
        "isbn": Field(IsbnField(), "Its ISBN, with a barcode on a generated back cover."),
        "logos": Field(ListOf(LOGO, least=0, most=12), "Logos on a generated back cover."),
        "theme": Field(ThemeReader(), "A theme's name, or its base and what is changed of it."),
        "covers": Field(_COVERS, "The covers."),
        "publicity": Field(WishReader(), "The programme whose rules of publicity every edition must keep."),
        "columns": Field(
            ColumnShareField(), "How wide columns are: equal, by-length, or the left one's part."
        ),
        "pages": Field(_PAGES, "How many pages there may be."),
        "typography": Field(_TYPOGRAPHY, "Which rules of microtypography are applied."),
        "translation": Field(_TRANSLATION, "What is asked of translations."),
        "approval": Field(
            _APPROVAL,
            "Whether print and mail wait until both offices have approved every passage.",
            default="optional",
        ),
        "reading-order": Field(
            Choice({order.value: order for order in ReadingOrder}),
            "How the mail edition is read aloud: pair by pair, or one language after the other.",
            default=ReadingOrder.PAIRS.value,
        ),
        "draft": Field(
            Flag(),
            "Pages are drawn in spite of mistakes, in red; not for print or mail.",
            default=False,
        ),
        "sections": Field(Sections(), "The section files, in order.", True),
    },
)
"""The table of brochure.yaml."""
TITLE_PLACE = "where the title stands"
"""Under this key the settings tell the title's Span."""


def read_settings(node: Node, reading: Reading) -> Given:
    """What brochure.yaml says, as far as it can be read; all that cannot has been reported.

    The languages are read first, since every pair depends on their order.
    """
    reading.languages = _peek_languages(node, reading)
    if not isinstance(node, Entries):
        reading.report("expected-mapping", reading.span(node), keys=Listed(tuple(BROCHURE.fields)))
        return {}
    given = BROCHURE.gather(node, reading)[0]
    if "title" in node.keys:
        given[TITLE_PLACE] = reading.span(node.keys["title"])
    return given


def _peek_languages(node: Node, reading: Reading) -> tuple[str, str]:
    wanted = node.values.get("languages") if isinstance(node, Entries) else None
    if not isinstance(wanted, Items):
        return reading.languages
    words = tuple(item.text for item in wanted.nodes if isinstance(item, Scalar) and item.text in PAIR)
    return (words[0], words[1]) if len(set(words)) == len(words) == 2 else reading.languages
