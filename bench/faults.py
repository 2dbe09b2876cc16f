"""Takes tracked lines of a column, names every typographic fault among them; measures no spaces.

Definitions. A *break* is the place between a line and the next one of the same paragraph; *typed* is what the
source has there. All counts are of body text; headings count only as stranded headings.

one-letter word     a line, not its paragraph's last, ends with a word of one letter: a i o u w z in Polish,
                    k s v z o u i in Czech (Czech `a` may end a line: T01). An initial (`J.`) is no word.
compound            a break at a typed hyphen where the next line does not start with the hyphen.
dash                a line, not its paragraph's first, starts with an en or em dash.
range               a break on either side of a dash or hyphen typed without spaces between two digits.
capitals            a break inside a part of a word, between its hyphens, that has two capitals or more;
                    or at a hyphen beside such a part (`ZIT-/u`).
fragment            a paragraph's last line is only the second part of a broken word.
runt                the last line of a paragraph of two lines or more has fewer than four letters and digits.
widow               a paragraph's last line stands alone at the top of a column on a new page.
orphan              a paragraph's first line stands alone at the foot of a column.
stranded heading    a heading's line is the last one in its column on a page, and text follows on the next.
hyphen across page  a word is broken from one page to the next.
outside column      a letter or digit reaches more than a tenth of an em beyond its column's edge, or a mark
                    more than its own width and a tenth of an em.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.alignment import Stream, letters_of
from bench.columns import Frame
from bench.tracked import Break, Tracked, find_breaks

ONE_LETTER = {"pl": frozenset("aiouwz"), "cs": frozenset("ksvzoui")}

KINDS = (
    "one-letter word at a line end",
    "compound broken, hyphen not repeated",
    "dash starts a line",
    "number range broken",
    "capitals hyphenated",
    "paragraph ends on a word fragment",
    "runt",
    "widow",
    "orphan",
    "stranded heading",
    "hyphen across a page",
    "text outside its column",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: which of KINDS, on which page and side (0 left), in which line."""

    kind: str
    page: int
    side: int
    text: str


def find_faults(
    tracked: Sequence[Tracked], stream: Stream, language: str, frames: Mapping[int, Frame]
) -> Iterator[Fault]:
    """All faults of one column of text."""
    body = [line for line in tracked if not line.heading]
    for found in find_breaks(body, stream):
        for kind, is_fault in _AT_BREAKS:
            if is_fault(found, stream):
                yield _fault(kind, found.line)
        if _ends_with_one_letter(found, language):
            yield _fault(KINDS[0], found.line)
        if found.after.starts_with_dash:
            yield _fault("dash starts a line", found.after)
    for paragraph in split_paragraphs(body, stream):
        yield from _paragraph_faults(paragraph)
    yield from _stranded(tracked)
    for line in tracked:
        if _is_outside(line, frames[line.line.page % 2]):
            yield _fault("text outside its column", line)


def _fault(kind: str, line: Tracked) -> Fault:
    return Fault(kind, line.line.page, line.line.side, line.line.words)


def _ends_with_one_letter(found: Break, language: str) -> bool:
    if found.inside_word or found.line.line.glyphs[-1].text != found.token[found.at]:
        return False
    letters = letters_of(found.token)
    return len(letters) == 1 and letters.lower() in ONE_LETTER.get(language, frozenset())


def _loses_hyphen(found: Break, _: Stream) -> bool:
    hyphen = found.typed.strip() == "-"
    return hyphen and found.line.ends_with_hyphen and not found.after.starts_with_hyphen


def _breaks_range(found: Break, stream: Stream) -> bool:
    before, after = stream.letters[found.line.last], stream.letters[found.after.first]
    dashed = re.fullmatch(r"\.?[-–]\.?", found.typed) is not None
    return dashed and before.isdigit() and after.isdigit()


def _breaks_capitals(found: Break, _: Stream) -> bool:
    if not found.inside_word:
        return False
    parts = re.split(r"[-–/]", found.token[: found.at + 1]), re.split(r"[-–/]", found.token[found.at + 1 :])
    at_hyphen = bool(re.search(r"[-–/]", found.typed))
    if at_hyphen:
        rest = found.token[found.at + 1 + len(found.typed) :]
        beside = [parts[0][-1], re.split(r"[-–/]", rest)[0]]
    else:
        beside = [parts[0][-1] + parts[1][0]]
    return any(sum(letter.isupper() for letter in part) > 1 for part in beside)


def _crosses_page(found: Break, _: Stream) -> bool:
    return found.inside_word and found.line.line.page != found.after.line.page


_AT_BREAKS: tuple[tuple[str, Callable[[Break, Stream], bool]], ...] = (
    ("compound broken, hyphen not repeated", _loses_hyphen),
    ("number range broken", _breaks_range),
    ("capitals hyphenated", _breaks_capitals),
    ("hyphen across a page", _crosses_page),
)


def split_paragraphs(body: Sequence[Tracked], stream: Stream) -> list[list[Tracked]]:
    """Lines of each block together."""
    paragraphs: list[list[Tracked]] = []
    block = -1
    for line in body:
        if stream.places[line.first][0] != block:
            block = stream.places[line.first][0]
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _paragraph_faults(paragraph: Sequence[Tracked]) -> Iterator[Fault]:
    if len(paragraph) < 2:
        return
    first, second = paragraph[:2]
    before, last = paragraph[-2:]
    if last.ends_block and _is_fragment(before, last):
        yield _fault("paragraph ends on a word fragment", last)
    if last.ends_block and len(letters_of(last.line.text)) < 4:
        yield _fault("runt", last)
    if last.ends_block and before.line.page != last.line.page:
        yield _fault("widow", last)
    if first.line.page != second.line.page:
        yield _fault("orphan", first)


def _is_fragment(before: Tracked, last: Tracked) -> bool:
    """Whether the last line goes on with a broken word and has no second word."""
    joined = last.first == before.last + 1 and before.ends_with_hyphen
    return joined and " " not in last.line.words


def _stranded(tracked: Sequence[Tracked]) -> Iterator[Fault]:
    for line, after in pairwise(tracked):
        if line.heading and after.line.page != line.line.page:
            yield _fault("stranded heading", line)


def _is_outside(line: Tracked, frame: Frame) -> bool:
    left, right = frame.edges[line.line.side]
    for glyph in line.line.glyphs:
        slack = glyph.size / 10
        if not glyph.text.isalnum():
            slack += glyph.right - glyph.left
        if glyph.left < left - slack or glyph.right > right + slack:
            return True
    return False
