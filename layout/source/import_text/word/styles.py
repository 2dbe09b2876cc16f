"""Takes the styles and lists of a Word document, tells what a paragraph is: heading, item or running text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from layout.source.import_text.office.names import names_caption, names_contents, names_heading
from layout.source.import_text.office.stretches import ParagraphShape
from layout.source.import_text.passages import Mark
from layout.source.import_text.word.package import LISTS, STYLES, W, WordPackage

_DEEPEST_STYLE = 20


class WordStyles:
    """What each style and each list of a document means."""

    def __init__(self, package: WordPackage) -> None:
        styles = package.part(STYLES)
        self._styles = {
            style.get(f"{W}styleId", ""): style
            for style in (() if styles is None else styles.iter(f"{W}style"))
        }
        self._lists = _read_lists(package.part(LISTS))

    def shape(self, paragraph: Element) -> ParagraphShape:
        """What a paragraph is by its own properties, else by its style and those it is based on."""
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        chain = self._chain(style)
        heading = self._heading(properties, chain)
        if heading is not None:
            return ParagraphShape(heading)
        names = [_value(one, "name") or "" for one in chain]
        if any(map(names_caption, names)):
            return ParagraphShape(caption=True)
        if any(map(names_contents, names)):
            return ParagraphShape(contents=True)
        sources = [properties, *(one.find(f"{W}pPr") for one in chain)]
        numbering = next((found for one in sources if (found := _find(one, "numPr")) is not None), None)
        number = _value(numbering, "numId")
        if numbering is None or number in (None, "0"):
            return ParagraphShape()
        level = int(_value(numbering, "ilvl") or 0) if (_value(numbering, "ilvl") or "0").isdigit() else 0
        return ParagraphShape(None, self._lists.get((number, level), Mark.BULLET), level)

    def _chain(self, style: str | None) -> list[Element]:
        chain: list[Element] = []
        while style in self._styles and len(chain) < _DEEPEST_STYLE:
            chain.append(self._styles[style])
            style = _value(chain[-1], "basedOn")
        return chain

    def _heading(self, properties: Element | None, chain: list[Element]) -> int | None:
        outline = _value(properties, "outlineLvl")
        for one in chain:
            level = names_heading(_value(one, "name") or "")
            if level is not None:
                return level
            outline = outline or _value(one.find(f"{W}pPr"), "outlineLvl")
        return int(outline) + 1 if outline and outline.isdigit() and int(outline) < 9 else None


def _read_lists(root: Element | None) -> dict[tuple[str | None, int], Mark | None]:
    """The mark of each level of each list; None where Word shows none."""
    if root is None:
        return {}
    formats: dict[tuple[str, int], Mark | None] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            kind = _value(level, "numFmt") or "decimal"
            mark = {"bullet": Mark.BULLET, "none": None}.get(kind, Mark.NUMBER)
            depth = level.get(f"{W}ilvl", "0")
            formats[abstract.get(f"{W}abstractNumId", ""), int(depth) if depth.isdigit() else 0] = mark
    return {
        (number.get(f"{W}numId"), depth): mark
        for number in root.iter(f"{W}num")
        for (name, depth), mark in formats.items()
        if name == _value(number, "abstractNumId")
    }


def _find(element: Element | None, name: str) -> Element | None:
    return None if element is None else element.find(f"{W}{name}")


def _value(element: Element | None, name: str) -> str | None:
    found = _find(element, name)
    return None if found is None else found.get(f"{W}val")
