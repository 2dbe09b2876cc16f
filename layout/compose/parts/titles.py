"""Takes titles in both languages, gives a size in which all fit their columns, and stands them level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from layout.compose.desk import Desk, SetPassage, text_items
from layout.model.content.pairs import ProsePair
from layout.model.diagnostic import Diagnostic
from layout.model.layout import TextItem
from layout.model.records import replace
from layout.model.theme import TextStyle, TitleFit
from layout.text.paragraph import OVERFULL

UNFIT = (OVERFULL, "loosened-bond")
"""What is said of a title that is too wide as it is."""


def fit_titles(titles: Iterable[ProsePair], role: str, desk: Desk) -> Desk:
    """A desk whose style `role` lets every one of `titles` fit its column, in both languages alike.

    Type gets smaller in steps down to the theme's floor; only then words are divided, if the theme allows
    it. Where nothing helps it is the last style tried.
    """
    pairs = tuple(titles)
    trial = desk
    for style in _ways(desk.style(role), desk.theme.titles):
        trial = desk if style == desk.style(role) else desk.restyled({role: style})
        if all(fits(pair, role, trial) for pair in pairs):
            break
    return trial


def _ways(style: TextStyle, fit: TitleFit) -> Iterator[TextStyle]:
    """Styles to be tried in order; divided titles are not balanced, for that would divide more words."""
    least = min(style.size, max(style.size * fit.least_part, fit.least_size))
    steps = ceil((style.size - least) / fit.step)
    for step in range(steps + 1):
        size = max(least, style.size - step * fit.step)
        smaller = replace(style, size=size, leading=style.leading * size / style.size)
        yield smaller
    if fit.hyphenated:
        yield replace(smaller, hyphenated=True, balanced=False)


def fits(title: ProsePair, role: str, desk: Desk) -> bool:
    """Whether a title fits its column with its bonds kept; nothing is reported."""
    said: list[Diagnostic] = []
    quiet = desk.typesetter.telling(said.append)
    for side, prose in enumerate(title.sides):
        if prose is not None:
            quiet.set(prose, role, desk.languages[side], desk.columns[side][1])
    return not any(problem.code in UNFIT for problem in said)


def stand_titles(passages: Iterable[SetPassage | None], desk: Desk) -> tuple[list[TextItem], float]:
    """The lines of a title, the languages' last ones level, and the height of the longer one."""
    there = [passage for passage in passages if passage is not None]
    heights = [len(passage.text.lines) * passage.text.leading for passage in there]
    foot = max(heights, default=0.0)
    items = [
        item
        for passage, height in zip(there, heights, strict=True)
        for item in text_items(passage, foot - height, desk)
    ]
    return items, foot
