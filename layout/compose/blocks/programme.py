"""Takes a programme, gives a row for each entry: its time, both languages level; each day under its title."""

from __future__ import annotations

from layout.compose.desk import Desk, SetPassage, plain, text_items
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.heads import repeat_head, set_continued
from layout.compose.parts.stacks import stack_items
from layout.compose.parts.thin_rules import RULE_DROP, title_over_rule
from layout.compose.parts.titles import fit_titles
from layout.compose.rows import TOGETHER, Fixed, Row
from layout.lang.clock import write_hours
from layout.model.blocks.programme import Activity, Day, Programme
from layout.model.content.prose import Prose
from layout.model.layout import Item, StructNode
from layout.model.records import Struct, replace

TIME_GAP = 8.0
"""Points between the column of times and what happens then."""
WIDEST_TIMES = 0.45
"""Part of a column that times may take beside what happens then; wider ones stand above it."""
ENTRY_GAP = 6.0
"""Points between entries: half a line of the grid."""
DAY_GAP = RULE_DROP + ENTRY_GAP
"""Points from a day's title to its first entry, which is as far from the rule as from the next entry."""
_Sides = tuple[list[StructNode], list[StructNode]]


class _Times(Struct, frozen=True):
    """The column of times: its width, and how far a time with one figure for the hour is moved in.

    In narrow columns times stand `above` what happens then.
    """

    width: float
    figure: float
    above: bool = False

    def inset(self, activity: Activity) -> float:
        """Hours of one figure stand below the second figure of the others."""
        return self.figure if activity.hours.start < 600 else 0.0


def compose_programme(block: Programme, desk: Desk) -> ComposedBlock:
    """Every day under its title, an entry a row that is never cut; a day that goes on repeats its title."""
    times = _measure_times(block, desk)
    rows: list[Row] = []
    nodes: list[StructNode] = []
    desk = fit_titles([day.title for day in block.days], "programme-day", desk)
    for day in block.days:
        tables: _Sides = ([], [])
        rows.extend(_day_rows(block, day, times, desk, tables))
        nodes.extend(
            StructNode(tag="Table", children=tuple(tables[side]), language=desk.languages[side])
            for side in (0, 1)
            if tables[side]
        )
    return ComposedBlock(rows=tuple(rows), nodes=tuple(nodes))


def _measure_times(block: Programme, desk: Desk) -> _Times:
    """What the times of the whole programme need, so that all its days are aligned."""
    activities = [activity for day in block.days for activity in day.activities]
    two_figures = any(activity.hours.start >= 600 for activity in activities)
    figure = desk.width_of(plain("0"), 0, "programme-time") if two_figures else 0.0
    times = _Times(0.0, figure)
    widths = [
        times.inset(activity) + desk.width_of(_hours(activity, side, desk), side, "programme-time")
        for activity in activities
        for side in _spoken(activity)
    ]
    least = min(desk.columns[side][1] for side in desk.sides)
    return replace(times, width=max(widths), above=max(widths) + TIME_GAP > WIDEST_TIMES * least)


def _spoken(activity: Activity) -> list[int]:
    """The columns in which the entry stands: both, but in a product of one language."""
    return [side for side, text in enumerate(activity.text.sides) if text is not None]


def _hours(activity: Activity, side: int, desk: Desk) -> Prose:
    return plain(write_hours(activity.hours, desk.languages[side]), activity.where)


def _day_rows(block: Programme, day: Day, times: _Times, desk: Desk, tables: _Sides) -> list[Row]:
    title = _title_row(block, day, desk, tables)
    last = len(day.activities) - 1
    entries = [
        replace(
            _entry_row(activity, times, desk, tables),
            keep=number == last - 1,
            parting=TOGETHER if number < last else 0.0,
        )
        for number, activity in enumerate(day.activities)
    ]
    head, height = _continued(day, desk)
    return [title, *repeat_head(closed(entries, title.height, desk), (head,), height, desk)]


def _title_row(block: Programme, day: Day, desk: Desk, tables: _Sides) -> Row:
    passages = desk.set_pair(day.title, "programme-day", "Caption")
    for side, passage in enumerate(passages):
        if passage is not None:
            tables[side].append(passage.node)
    fixed, height = title_over_rule(passages, desk, DAY_GAP)
    before = desk.style("programme-day").before
    return Row(where=block.where, step=height, count=1, pieces=(fixed,), before=before, keep=True)


def _continued(day: Day, desk: Desk) -> tuple[Fixed, float]:
    """The day's title as it is repeated on the next page."""
    return title_over_rule(set_continued(day.title, "programme-day", desk), desk, DAY_GAP)


def _entry_row(activity: Activity, times: _Times, desk: Desk, tables: _Sides) -> Row:
    items: list[Item] = []
    height = 0.0
    inset, reach = times.inset(activity), times.width + TIME_GAP
    for side in _spoken(activity):
        x, width = desk.columns[side]
        place = (x + inset, times.width - inset)
        time = desk.set_side(_hours(activity, side, desk), side, "programme-time", "TH", place)
        assert time is not None
        box = (x, width) if times.above else (x + reach, width - reach)
        down = time.text.leading if times.above else 0.0
        stack = _stack(activity, side, box, desk)
        lines, used = stack_items(stack, down, desk)
        items.extend((*text_items(time, 0.0, desk), *lines))
        height = max(height, down + used)
        head = replace(time.node, scope="Row")
        cell = StructNode(tag="TD", children=tuple(passage.node for passage in stack))
        tables[side].append(StructNode(tag="TR", children=(head, cell)))
    return Row(where=activity.where, step=height, count=1, pieces=(Fixed(tuple(items)),), pad=ENTRY_GAP)


def _stack(activity: Activity, side: int, box: tuple[float, float], desk: Desk) -> tuple[SetPassage, ...]:
    """What happens, where and by whom, to stand one below the other."""
    parts = (
        (activity.text, "programme-activity"),
        (activity.place, "programme-place"),
        (activity.speaker, "programme-speaker"),
    )
    there = ((pair.sides[side], role) for pair, role in parts if pair is not None)
    found = (desk.set_side(prose, side, role, "P", box) for prose, role in there)
    return tuple(passage for passage in found if passage is not None)
