"""Takes what is wrong, gives it as the page lists and marks it: in the user's words, with places on pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypedDict

from layout.live.session import Snapshot
from layout.live.view.fixes import Fix, find_fix
from layout.live.view.sheets import SeenPage
from layout.model.diagnostic import Diagnostic
from layout.model.layout import Box, TextItem
from layout.resources.messages import tell


class SheetMark(TypedDict):
    """A rectangle on a sheet, in points."""

    sheet: int
    x: float
    y: float
    width: float
    height: float


class Problem(TypedDict):
    """One mistake as it is listed, and where it is seen."""

    severity: str
    code: str
    file: str
    line: int
    column: int
    what: str
    do: str
    fix: Fix | None
    marks: list[SheetMark]


Places = dict[tuple[str, int], list[SheetMark]]


def list_problems(state: Snapshot, language: str) -> list[Problem]:
    """All that is wrong, in the order of places, each once."""
    places = list_places(state)
    found = sorted(
        dict.fromkeys(state.problems), key=lambda one: (one.where.file, one.where.line, one.where.column)
    )
    return [_describe(problem, language, places) for problem in found]


def _describe(problem: Diagnostic, language: str, places: Places) -> Problem:
    where = problem.where
    return Problem(
        severity=problem.severity.value,
        code=problem.code,
        file=where.file,
        line=where.line,
        column=where.column,
        what=tell(problem.code, "what", problem.values, language),
        do=tell(problem.code, "do", problem.values, language),
        fix=find_fix(problem),
        marks=places.get((where.file, where.line), []),
    )


def find_marks(state: Snapshot, file: str, line: int) -> list[SheetMark]:
    """PassageWhere the words that were written from a line on stand."""
    return list_places(state).get((file, line), [])


def list_places(state: Snapshot) -> Places:
    """For each line of a file that was set, where its words stand."""
    found: Places = defaultdict(list)
    for index, sheet in enumerate(state.sheets):
        for key, boxes in _boxes(state, sheet).items():
            found[key].append(around(index, boxes))
    return found


def _boxes(state: Snapshot, sheet: SeenPage) -> dict[tuple[str, int], list[Box]]:
    found: dict[tuple[str, int], list[Box]] = defaultdict(list)
    for item in sheet.page.items:
        origin = sheet.layout.origin_of(item.leaf)
        if origin is not None:
            found[(origin.where.file, origin.where.line)].append(item_box(item))
    return found


def item_box(item: object) -> Box:
    """The rectangle that an item takes, in points."""
    if isinstance(item, TextItem):
        size = max(run.ink.size for run in item.line.runs)
        return Box(item.x + item.line.x, item.y - size, item.line.width, 1.3 * size)
    box: Box = getattr(item, "clip", None) or item.box  # type: ignore[attr-defined]
    return box


def around(sheet: int, boxes: Iterable[Box]) -> SheetMark:
    """The smallest rectangle around all."""
    there = list(boxes)
    left, top = min(box.x for box in there), min(box.y for box in there)
    right = max(box.x + box.width for box in there)
    bottom = max(box.y + box.height for box in there)
    return SheetMark(sheet=sheet, x=left, y=top, width=right - left, height=bottom - top)
