"""Takes a page's runs of text, gives where phrases stand in them, hyphens joined; knows no profile."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from layout.model.geometry import Rect, join
from layout.model.records import Struct
from layout.model.units import SOFT_HYPHEN
from layout.preflight.facts import TextRun

HYPHENS = (SOFT_HYPHEN, "-", "\u2010")
"""What may part a word at a line's end."""
LINES_APART = 1.8
"""Sizes of type by which the lines of one passage stand apart at most."""


class FoundPhrase(Struct, frozen=True):
    """A phrase on a page: the runs that hold it, and those of the passage around it."""

    runs: tuple[TextRun, ...]
    passage: tuple[TextRun, ...]

    @property
    def box(self) -> Rect:
        """The smallest box round all of it."""
        box = self.runs[0].box
        for run in self.runs[1:]:
            box = join(box, run.box)
        return box


def find_phrases(texts: Sequence[TextRun], phrases: Iterable[str]) -> list[FoundPhrase]:
    """Each place of one of `phrases` in text that can be seen; upper and lower case are alike."""
    shown = [run for run in texts if run.paints and run.text]
    found: dict[tuple[int, ...], FoundPhrase] = {}
    columns = _columns(shown)
    homes = {id(run): column for column in columns for run in column}
    for passage in (shown, *columns):
        text, starts = _joined(passage)
        for phrase in phrases:
            for match in _pattern(phrase).finditer(text):
                runs = tuple(_runs_at(passage, starts, match.start(), match.end()))
                key = tuple(sorted(id(run) for run in runs))
                found.setdefault(key, FoundPhrase(runs, tuple(homes[id(runs[0])])))
    return list(found.values())


def says(words: str, phrases: Iterable[str]) -> bool:
    """Whether plain words hold one of the phrases."""
    return any(_pattern(phrase).search(_plain(words)) for phrase in phrases)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
        for word in _plain(phrase).split()
    )
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _joined(runs: Sequence[TextRun]) -> tuple[str, list[int]]:
    """The text of runs one after the other, words at line ends made whole, and where each begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for run in runs:
        text = " ".join(_plain(run.text).split())
        before = parts[-1] if parts else ""
        if before.endswith(HYPHENS):
            parts[-1] = before[:-1]
            length -= 1
        elif before and not before.endswith(" "):
            parts.append(" ")
            length += 1
        starts.append(length)
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1:]
        parts.append(text)
        length += len(text)
    return "".join(parts), starts


def _runs_at(runs: Sequence[TextRun], starts: Sequence[int], begin: int, end: int) -> Iterator[TextRun]:
    for at, run in enumerate(runs):
        after = starts[at + 1] if at + 1 < len(starts) else float("inf")
        if starts[at] < end and after > begin:
            yield run


def _columns(runs: Sequence[TextRun]) -> list[list[TextRun]]:
    """Runs as passages of lines one below the other, for files that are painted in another order."""
    passages: list[list[TextRun]] = []
    for run in sorted(runs, key=lambda one: (-one.box.y1, one.box.x0)):
        home = next((one for one in passages if _goes_on(one[-1], run)), None)
        if home is None:
            passages.append([run])
        else:
            home.append(run)
    return passages


def _goes_on(before: TextRun, run: TextRun) -> bool:
    down = before.box.y1 - run.box.y1
    size = max(before.size, run.size)
    if abs(down) < 0.4 * size:
        return 0 <= run.box.x0 - before.box.x1 + 0.1 * size < 1.0 * size
    overlaps = run.box.x0 < before.box.x1 and run.box.x1 > before.box.x0
    return 0 < down < LINES_APART * size and overlaps
