"""Takes rows and the plan of their pages, tells what could not be paged well; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from layout.compose.apparatus.foot import note_room
from layout.compose.flow import PagePlan
from layout.compose.rows import FORBIDDEN, Row
from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.theme import Theme
from layout.model.values import Count, Millimetres

SPARSE = 0.25
"""The part of a page that may stay empty before what finds no room, unremarked."""


def tell_bad_breaks(rows: Sequence[Row], plans: Sequence[PagePlan], flows: int) -> list[Diagnostic]:
    """A warning for each page break that only need could excuse, at the place of its paragraph."""
    found = []
    for number, plan in enumerate(plans):
        if plan.price >= FORBIDDEN * 0.5:
            where = rows[plan.stretches[-1].row].where
            values = {"page": number // flows + 1}
            found.append(Diagnostic("poor-page-break", where, values, Severity.WARNING))
    return found


def tell_too_tall(rows: Sequence[Row], height: float, space: float) -> list[Diagnostic]:
    """A mistake for each row, or line with its footnotes, that no page has room for."""
    found = []
    for row in rows:
        notes = max((note_room(there, space) for there in row.footnotes), default=0.0)
        if row.step + row.sink > height + 0.01:
            found.append(Diagnostic("taller-than-page", row.where, {"height": Millimetres(row.step, 0)}))
        elif row.step + row.sink + notes > height + 0.01:
            values = {"height": Millimetres(notes, 0), "room": Millimetres(height - row.step - row.sink, 0)}
            found.append(Diagnostic("notes-taller-than-page", row.where, values))
    return found


def tell_sparse_pages(
    rows: Sequence[Row], plans: Sequence[PagePlan], theme: Theme, first: int
) -> list[Diagnostic]:
    """A note for each last page of a text or chapter with a few lines, and each page that ends far too early.

    Of columns that text runs through none is told, since the next one stands beside it,
    nor of pages with footnotes.
    """
    if theme.page.flows > 1:
        return []
    followers = [plan.stretches[0].row if plan.stretches else None for plan in plans[1:]]
    return [
        remark
        for number, (plan, after) in enumerate(zip_longest(plans, followers), first)
        if plan.stretches and not (plan.head or plan.foot or _has_notes(rows, plan))
        for remark in _judge_page(rows, plan, None if after is None else rows[after], theme, number)
    ]


def _judge_page(
    rows: Sequence[Row], plan: PagePlan, follows: Row | None, theme: Theme, number: int
) -> Iterator[Diagnostic]:
    """What is to be said of the page `number`, which the row `follows` comes after, if one does."""
    begins = rows[plan.stretches[0].row]
    opens = plan.stretches[0].start == 0 and (begins.fresh or plan.stretches[0].row == 0)
    lines = round(_used(rows, plan) / theme.page.grid)
    if follows is None or follows.fresh:
        if 0 < lines < theme.paging.short_page and not opens:
            yield _remark("page-of-few-lines", begins.where, number, lines)
    elif not (follows.welcome or follows.footnotes) and lines < (1 - SPARSE) * theme.page.lines:
        yield _remark("page-ends-early", follows.where, number, theme.page.lines - lines)


def _has_notes(rows: Sequence[Row], plan: PagePlan) -> bool:
    return any(rows[stretch.row].footnotes for stretch in plan.stretches)


def _remark(code: str, where: Span, page: int, count: int) -> Diagnostic:
    return Diagnostic(code, where, {"page": page, "count": Count(count)}, Severity.NOTE)


def _used(rows: Sequence[Row], plan: PagePlan) -> float:
    """How far down a page its rows reach, in points."""
    height = 0.0
    for order, stretch in enumerate(plan.stretches):
        row = rows[stretch.row]
        if stretch.start == 0:
            height += row.before if order else row.sink
        height += row.step * stretch.slabs + (row.pad if stretch.stop == row.count else 0.0)
    return height
