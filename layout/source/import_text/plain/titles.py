"""Takes a line of an office's text, gives the title in both languages that it is; joins no paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layout.model.languages import CZECH, POLISH
from layout.model.patterns import late_pattern
from layout.source.import_text.align import stems_of
from layout.source.import_text.passages import Paragraph, TextSection, Title
from layout.source.import_text.tell_language import tell_language

LONGEST_TITLE = 120
_MOST_WORDS = 14
SURE = "/|"
"""What stands between both languages anywhere; it also parts names without a language, or one name twice."""
_SEPARATORS = late_pattern(r"/|\||(?<=\s)[–—-](?=\s)|:(?=\s)")
"""A dash between spaces and a colon part sentences too: they count in the first line, and after its model."""
_ADDRESS = late_pattern(r"\S*(?:://|www\.|\w\.\w+/)\S*")
_SENTENCE_END = late_pattern(r"(?<!\d)[.!?…]\s+\S")

Rating = tuple[int, int, int, int]


def own_separator(line: Paragraph) -> str:
    """What parts the languages in a text whose first line is this: what is sure, and its own separator."""
    own = (sign for sign in "–—-:" if split_title(line, sign))
    return SURE if split_title(line) else SURE + next(own, "")


def split_title(line: Paragraph, separators: str = SURE) -> Title | None:
    """The title that a line is, or None: both languages around a separator, short, and no sentence."""
    text = line.text.rstrip(":").rstrip() if line.text.count(":") == 1 else line.text
    if len(text) > 2 * LONGEST_TITLE:
        return None
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    best: tuple[Rating, Title] | None = None
    for found in _SEPARATORS.finditer(text):
        if found[0] not in separators or any(start <= found.start() < end for start, end in addresses):
            continue
        rated = _rate_split(text, found, line.line)
        if rated and (best is None or rated[0] > best[0]):
            best = rated
    return best[1] if best else None


def join_title(first: Paragraph, second: Paragraph) -> Title | None:
    """The title that two short lines make, one in each language; they must show which."""
    sides = first.text.rstrip(" :"), second.text.rstrip(" :")
    if not all(_is_side(side) and side[-1] not in ".!?" and _opens(side) for side in sides):
        return None
    languages = tuple(
        line.language or tell_language(side) for line, side in zip((first, second), sides, strict=True)
    )
    if None in languages or languages[0] == languages[1]:
        return None
    return _order(sides, first.line, languages[0] == CZECH)


def _order(sides: tuple[str, str], line: int, czech_first: bool) -> Title:
    polish, czech = sides[::-1] if czech_first else sides
    return Title(polish, czech, line, czech_first)


def _rate_split(text: str, found: re.Match[str], line: int) -> tuple[Rating, Title] | None:
    """The title made by one separator, and how convincing it is."""
    left, right = text[: found.start()].strip(" \u00a0"), text[found.end() :].strip(" \u00a0")
    if not _is_side(left) or not _is_side(right) or (left[-1] == ".") != (right[-1] == "."):
        return None
    if left[-1].isdigit() and right[0].isdigit():
        return None
    languages = (tell_language(left), tell_language(right))
    known = {language for language in languages if language}
    sure = found[0] in SURE
    if len(known) < 2 and not (sure or _are_related(left, right)):
        return None
    if len(known) < 2 and not _may_be_neutral(left, right, languages):
        return None
    if not known and sure and ":" in text:
        return None
    czech_first = left != right and (languages[0] == CZECH or languages[1] == POLISH)
    spaced = int(text[found.start() - 1].isspace()) + int(text[found.end()].isspace())
    balance = -abs(len(left.split()) - len(right.split()))
    return (len(known), int(sure), spaced, balance), _order((left, right), line, czech_first)


def _may_be_neutral(left: str, right: str, languages: tuple[str | None, str | None]) -> bool:
    """Whether sides that show no two languages can be a title: one name twice, or both begin as titles do."""
    if left.casefold() == right.casefold():
        return True
    return not all(languages) and _opens(left) and _opens(right)


def _are_related(left: str, right: str) -> bool:
    """Whether half of the words of either side have a relative on the other."""
    one, other = stems_of(left), stems_of(right)
    return 2 * sum((one & other).values()) >= max(one.total(), other.total()) > 0


def _is_side(side: str) -> bool:
    """Whether one side can be a title: letters, not many words, no end of a sentence inside."""
    return (
        0 < len(side) <= LONGEST_TITLE
        and len(side.split()) <= _MOST_WORDS
        and side[-1] not in ",;:/|"
        and any(character.isalpha() for character in side)
        and not _SENTENCE_END.search(side)
    )


def _opens(side: str) -> bool:
    """Whether a side begins as titles do."""
    first = next((character for character in side if character.isalnum()), "")
    return first.isupper() or first.isdigit()


def order_neutral_titles(sections: list[TextSection]) -> Iterator[TextSection]:
    """Titles that show no language are taken in the order of the others."""
    shown = [
        section.title.czech_first for section in sections if section.title and _shows_language(section.title)
    ]
    czech_first = sum(shown) > len(shown) / 2
    for section in sections:
        title = section.title
        if title and czech_first and not _shows_language(title):
            title = Title(title.czech, title.polish, title.line, True)
        yield TextSection(title, section.paragraphs)


def _shows_language(title: Title) -> bool:
    sides = (title.polish, title.czech)
    return title.polish != title.czech and any(map(tell_language, sides))
