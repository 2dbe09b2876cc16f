"""Rows of plain slabs and of passages with hyphens, and what stands on the pages made of them."""

from __future__ import annotations

from collections.abc import Sequence

from layout.compose.blocks.running import cut_prices, stagger_cuts
from layout.compose.desk import SetPassage, lines_of
from layout.compose.flow import PagePlan
from layout.compose.rows import Lines, Row
from layout.model.diagnostic import Span
from layout.model.layout import StructNode
from layout.model.shapes import Line, SetText

HERE = Span("a.yaml", 1, 1)
GRID = 12.0


def row(count: int, *, cuts: Sequence[float] | None = None, **more: object) -> Row:
    prices = tuple(cuts) if cuts is not None else (0.0,) * (count - 1)
    return Row(where=HERE, step=GRID, count=count, pieces=(), cuts=prices, **more)  # type: ignore[arg-type]


def ends(plans: Sequence[PagePlan]) -> list[tuple[int, int]]:
    """(row, slabs of it) at the end of each page; (-1, 0) for one without text."""
    last = (plan.stretches[-1] if plan.stretches else None for plan in plans)
    return [(-1, 0) if stretch is None else (stretch.row, stretch.stop) for stretch in last]


def height(plan: PagePlan, rows: Sequence[Row]) -> float:
    total = 0.0
    for order, stretch in enumerate(plan.stretches):
        part = rows[stretch.row]
        if stretch.start == 0:
            total += part.before if order else part.sink
        total += part.step * stretch.slabs
        total += part.pad if stretch.stop == part.count else 0.0
    return total


def paragraph(left: Sequence[bool], right: Sequence[bool]) -> Row:
    """A row of two passages; for each line whether it ends with a hyphen."""
    sides = [passage(left), passage(right)]
    pieces = (*lines_of(sides[0]), *lines_of(sides[1]))
    count = max(len(left), len(right))
    return Row(
        where=HERE,
        step=GRID,
        count=count,
        pieces=pieces,
        cuts=cut_prices(*sides),
        staggers=stagger_cuts(*sides),
        before=GRID,
    )


def passage(hyphens: Sequence[bool]) -> SetPassage:
    lines = tuple(Line(runs=(), x=0.0, width=100.0, hyphenated=hyphen) for hyphen in (*hyphens[:-1], False))
    return SetPassage(SetText(lines, GRID, HERE), 0, StructNode(tag="P"), 0.0)


def parts(plan: PagePlan, rows: Sequence[Row], order: int) -> list[tuple[int, list[int]]]:
    """For each row on the page which lines of its column `order` stand there."""
    found = []
    for stretch in plan.stretches:
        piece = rows[stretch.row].pieces[order]
        assert isinstance(piece, Lines)
        numbers = list(range(len(piece.lines)))[stretch.lines(order)]
        assert len(numbers) <= stretch.slabs
        found.append((stretch.row, numbers))
    return found
