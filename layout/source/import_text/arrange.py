"""Takes paired passages, gives the sections of a brochure: titles, headings, lists; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from layout.model.content.pairs import Pair
from layout.model.languages import POLISH
from layout.model.records import Struct
from layout.source.import_text.markup import protect
from layout.source.import_text.pair_text import PairedText
from layout.source.import_text.passages import Paragraph, TextSection
from layout.source.import_text.plain.titles import LONGEST_TITLE
from layout.source.import_text.write_content import PlainPair, PlainSection

_DEEPEST = 3
"""Levels of headings that a brochure has."""
Sides = tuple[Paragraph, Paragraph]


class ArrangedText(Struct, frozen=True):
    """The title of a brochure and its sections, every pair in the order of the languages."""

    title: Pair[str]
    sections: tuple[PlainSection, ...]


def arrange_text(
    sections: Sequence[TextSection], paired: Sequence[PairedText], languages: tuple[str, str]
) -> ArrangedText | None:
    """A section begins with a title in both languages or a pair of main headings; None without any title."""
    arranged: list[tuple[Pair[str], list[Sides]]] = []
    named = False
    for section, pairs in zip(sections, paired, strict=True):
        if section.title:
            arranged.append((_pair(section.title.polish, section.title.czech, languages), []))
        for number, sides in enumerate(pairs.pairs):
            opens = sides[0].heading in (0, 1) and sides[1].heading in (0, 1)
            if opens or (number == 0 and not arranged and all(map(_may_be_title, sides))):
                named = named or (not arranged and sides[0].heading == 0)
                arranged.append((_pair(sides[0].text, sides[1].text, languages), []))
            elif not arranged:
                return None
            else:
                arranged[-1][1].append(sides)
    if not arranged:
        return None
    title = arranged[0][0]
    if named and len(arranged) > 1 and not arranged[0][1]:
        del arranged[0]
    made = (PlainSection(name, tuple(_passages(sides, languages))) for name, sides in arranged)
    return ArrangedText(title, tuple(made))


def _may_be_title(passage: Paragraph) -> bool:
    return len(passage.text) <= LONGEST_TITLE and passage.text[-1] not in ".!?;," and passage.mark is None


def _passages(pairs: Sequence[Sides], languages: tuple[str, str]) -> list[PlainPair]:
    """The passages of a section; a list of one item is a paragraph as it was typed."""
    passages: list[PlainPair] = []
    for listed, group in groupby(pairs, key=lambda sides: sides[0].mark is not None):
        several = list(group)
        lone = len(several) == 1
        for polish, czech in several:
            words = _pair(_words(polish, lone), _words(czech, lone), languages)
            level = None if polish.heading is None else min(max(polish.heading, 2), _DEEPEST)
            mark = None if (lone and polish.typed) or not listed else polish.mark
            passages.append(PlainPair(words, mark, polish.level, level))
    return passages


def _words(passage: Paragraph, lone: bool) -> str:
    words = passage.markup or protect(passage.text)
    return protect(passage.typed) + words if lone else words


def _pair(polish: str, czech: str, languages: tuple[str, str]) -> Pair[str]:
    return Pair(polish, czech) if languages[0] == POLISH else Pair(czech, polish)
