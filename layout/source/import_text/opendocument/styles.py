"""Takes the styles of an .odt, tells what a paragraph is and how its words look; reads no words."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model.records import Struct
from layout.source.import_text.office.names import names_caption, names_heading
from layout.source.import_text.office.stretches import ParagraphShape
from layout.source.import_text.opendocument.names import FO, OFFICE, STYLE, TEXT
from layout.source.import_text.passages import Mark

_DEEPEST_STYLE = 20
_MOST_LEVELS = 10


class ListPlace(Struct, frozen=True):
    """Where a list stands: the style of the outermost one, and its level from 0."""

    style: str
    level: int


class Look(Struct, frozen=True):
    """How words look; what is None is as around them."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    language: str | None = None


class TextStyles:
    """The styles of a document, those it names and those it makes by the way."""

    def __init__(self, named: Element | None, content: Element) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._own: set[tuple[str, str]] = set()
        self._marks: dict[str, dict[int, Mark | None]] = {}
        for root in (named, content):
            for style in () if root is None else root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                self._styles[key] = style
            for listed in () if root is None else root.iter(f"{TEXT}list-style"):
                self._marks[listed.get(f"{STYLE}name", "")] = dict(_read_levels(listed))
        for automatic in content.iter(f"{OFFICE}automatic-styles"):
            self._own |= {
                (style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))
                for style in automatic.findall(f"{STYLE}style")
            }

    def shape(self, paragraph: Element, place: ListPlace | None) -> ParagraphShape:
        """What a paragraph is: a heading by element or style, a caption by style, an item by its list."""
        names = self._names(paragraph.get(f"{TEXT}style-name", ""))
        heading = next((level for name in names if (level := names_heading(name)) is not None), None)
        outline = paragraph.get(f"{TEXT}outline-level", "")
        if paragraph.tag == f"{TEXT}h" and outline.isdecimal() and len(outline) == 1:
            heading = heading or int(outline)
        if heading is not None:
            return ParagraphShape(heading)
        if any(map(names_caption, names)):
            return ParagraphShape(caption=True)
        if place is None:
            return ParagraphShape()
        return ParagraphShape(
            None, self._marks.get(place.style, {}).get(place.level, Mark.BULLET), place.level
        )

    def _names(self, name: str) -> list[str]:
        """The names of a paragraph's style and of those it is based on, as people see them."""
        chain = list(self._chain("paragraph", name))
        shown = [one.get(f"{STYLE}display-name") or one.get(f"{STYLE}name") or "" for one in chain]
        return [one.replace("_20_", " ") for one in shown or [name]]

    def enter_list(self, element: Element, outer: ListPlace | None) -> ListPlace:
        """The place of a list inside another; one without a style goes on in that of the outer one."""
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else "")
        return ListPlace(style, min(outer.level + 1, _MOST_LEVELS) if outer else 0)

    def look_of_words(self, name: str) -> Look:
        """How words of a character style look."""
        return self._look("text", self._chain("text", name))

    def look_of_paragraph(self, name: str) -> Look:
        """How a paragraph's own formatting makes its words look; a named style is the document's design."""
        own = ("paragraph", name) in self._own
        chain = list(self._chain("paragraph", name))
        looks = self._look("paragraph", iter(chain[:1] if own else []))
        return Look(looks.bold, looks.italic, looks.hidden, self._look("paragraph", iter(chain)).language)

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(_DEEPEST_STYLE):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{STYLE}parent-style-name", "")

    def _look(self, family: str, chain: Iterator[Element]) -> Look:
        found: dict[str, str] = {}
        for style in chain:
            properties = style.find(f"{STYLE}text-properties")
            for name, value in {} if properties is None else properties.attrib.items():
                found.setdefault(name, value)
        weight, slant = found.get(f"{FO}font-weight"), found.get(f"{FO}font-style")
        display = found.get(f"{TEXT}display")
        return Look(
            None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) > 500),
            None if slant is None else slant in ("italic", "oblique"),
            None if display is None else display == "none",
            found.get(f"{FO}language"),
        )


def _read_levels(listed: Element) -> Iterator[tuple[int, Mark | None]]:
    for level in listed:
        depth = level.get(f"{TEXT}level", "1")
        place = int(depth) - 1 if depth.isdecimal() and len(depth) < 3 else 0
        if level.tag == f"{TEXT}list-level-style-number":
            yield place, Mark.NUMBER if level.get(f"{STYLE}num-format") else None
        else:
            yield place, Mark.BULLET
