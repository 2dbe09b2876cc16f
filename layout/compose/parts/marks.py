"""Takes the marks of a funding statement, gives each its place in rows above it; draws none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.blocks.reference import LogoRole
from layout.model.content.looks import PageChoice
from layout.model.content.pairs import Pair
from layout.model.drawing import Drawing
from layout.model.layout import Box
from layout.model.records import Struct

LOGO_GAP = 14.0
CLEAR = 1 / 3
"""The clear space beside a mark, in parts of its height, where that is more than the usual gap."""


class StatementMark(Struct, frozen=True, kw_only=True):
    """The emblem (`role` None, no `file`) or a logo in its size (points); a document's has a `choice`."""

    source: Drawing | str
    width: float
    height: float
    alternative: Pair[str]
    role: LogoRole | None = None
    file: str = ""
    choice: PageChoice | None = None


Placed = tuple[StatementMark, Box]


def clear_space(emblem: StatementMark | None, logos: Sequence[StatementMark]) -> float:
    """What keeps free below the marks: half the emblem's height where a programme's logo stands beside it.

    The Interreg brand of 2021–2027 asks for it round the programme's logo.
    """
    if emblem is None or all(logo.role is LogoRole.PARTNER for logo in logos):
        return LOGO_GAP / 2
    return max(LOGO_GAP / 2, emblem.height / 2)


def place_marks(
    emblem: StatementMark | None,
    logos: Sequence[StatementMark],
    measure: tuple[float, float],
    centre: float | None = None,
) -> tuple[tuple[Placed, ...], float]:
    """Each mark with its box, and the height of all, within a measure (x, width); y counts from the top.

    The emblem stands in the lowest row, next to the statement: on the line `centre` between two columns, so
    that it is beside the words of both, or as far left as the programme's logo lets it. That logo is to its
    left, about a flag's width away (handbook of Interreg V-A Czech Republic–Poland, 4.6), partners' are to
    its right; what has no room there, or is higher, stands in rows above.
    """
    foot, rest = _foot_row(emblem, logos, measure, centre) if emblem else ([], list(logos))
    rows = [*_upper_rows(rest, measure), foot]
    apart = max(LOGO_GAP, clear_space(emblem, logos))
    placed: list[Placed] = []
    y = 0.0
    for row in rows:
        if not row:
            continue
        y += apart if y else 0.0
        tallest = max(mark.height for mark, _ in row)
        placed += [
            (mark, Box(x, y + (tallest - mark.height) / 2, mark.width, mark.height)) for mark, x in row
        ]
        y += tallest
    return tuple(sorted(placed, key=lambda one: one[0] is not emblem)), y


def _foot_row(
    emblem: StatementMark,
    logos: Sequence[StatementMark],
    measure: tuple[float, float],
    centre: float | None,
) -> tuple[list[tuple[StatementMark, float]], list[StatementMark]]:
    """The emblem's row as (mark, x), and what does not stand in it."""
    least, most = measure[0], measure[0] + measure[1]
    programme = [logo for logo in logos if logo.role is not LogoRole.PARTNER]
    partners = [logo for logo in logos if logo.role is LogoRole.PARTNER]
    if centre is None:
        before = sum(mark.width + emblem.width for mark in programme)
        fits = before + emblem.width <= measure[1]
        centre = least + (before if fits else 0.0) + emblem.width / 2
    left, right = centre - emblem.width / 2, centre + emblem.width / 2
    row, rest = [(emblem, left)], []
    for mark in programme:
        gaps = (emblem.width, max(LOGO_GAP, emblem.height / 2))
        gap = next((gap for gap in gaps if left - gap - mark.width >= least), None)
        if gap is None:
            rest.append(mark)
            continue
        left -= gap + mark.width
        row.append((mark, left))
    beside = emblem
    for mark in partners:
        gap = _gap(beside, mark)
        if mark.height <= emblem.height and right + gap + mark.width <= most:
            row.append((mark, right + gap))
            right += gap + mark.width
            beside = mark
        else:
            rest.append(mark)
    return row, rest


def _upper_rows(
    marks: Sequence[StatementMark], measure: tuple[float, float]
) -> Iterator[list[tuple[StatementMark, float]]]:
    """Rows from the measure's left edge, as many marks in each as it holds."""
    row: list[tuple[StatementMark, float]] = []
    x, most = measure[0], measure[0] + measure[1]
    for mark in marks:
        x += _gap(row[-1][0], mark) if row else 0.0
        if row and x + mark.width > most:
            yield row
            row, x = [], measure[0]
        row.append((mark, x))
        x += mark.width
    yield row


def _gap(one: StatementMark, other: StatementMark) -> float:
    """The clear space between neighbours: most brands ask for a part of their mark's height."""
    return max(LOGO_GAP, CLEAR * max(one.height, other.height))
