"""Takes rows laid end to end and where a page starts, gives the ways worth following in which it may end.

A way says how the rows on the page are set: each may be in another number of lines, for its price.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from math import floor, inf
from operator import itemgetter
from typing import NamedTuple

from layout.compose.apparatus.foot import note_room
from layout.compose.floats import Load
from layout.compose.making.page_memory import KnownRow
from layout.compose.rows import FORBIDDEN, Footnote, Row, Stagger
from layout.model.records import Struct, replace
from layout.model.theme import Paging

SPLIT_EMPTY_COST = 40.0
"""Price of each line left empty below a paragraph that is cut there, but for the first few."""
SPLIT_EMPTY_FREE = 4
MOST_EMPTY = 14
"""Grid lines at a page's foot that are looked at as places for a break before all others are."""
WELCOME_COST = 30.0
"""Most that empty lines cost before a row that a page may start with."""
LATE_FROM = 0.6
LATE_COST = 200.0
"""Price of such a row that stands below this part of a page's height."""
LONG_COST = 60.0
"""Price of a page that is longer than the others so that what it ends with needs no page of its own."""
FAR_DEARER = 240.0
"""A page's end that costs so much more than its cheapest one is not followed."""
MOST_WAYS = 8
"""Ends of a page that are followed."""
HAIR = 0.01
"""Points by which heights may differ unseen."""


Choices = tuple[tuple[int, int], ...]
"""(row, setting) of each row on a page that is not set as it is."""


class End(NamedTuple):
    """How a page may end: before position `stop`, `empty` grid lines above its foot (-1: no matter)."""

    stop: int
    empty: int
    price: float
    stagger: bool
    choices: Choices


class Flow:
    """The rows in all their settings; a position is a row's start, a place where it is cut, or the end."""

    def __init__(self, rows: Sequence[Row], height: float, known: Callable[[Row], KnownRow]) -> None:
        """Asks `known` for each row in all its settings."""
        self._height = height
        self._known = [known(row) for row in rows]
        self.numbers = [row.number.value for row in self._known]
        self.settings = [row.settings for row in self._known]
        self.prices = [row.prices for row in self._known]
        self.starts = [0, *accumulate(len(row.places) for row in self._known)]
        self.end = self.starts[-1]

    def opens(self, position: int) -> bool:
        """Whether a heading starts there, or what is asked to start a page."""
        if position == self.end:
            return False
        index, _, slab = self.place(position)
        row = self.settings[index][0]
        return not slab and (row.fresh or row.anchor is not None)

    def place(self, position: int) -> tuple[int, int, int]:
        """(row, setting, slab) of a position."""
        index = bisect_right(self.starts, position) - 1
        setting, slab = self._known[index].places[position - self.starts[index]]
        return index, setting, slab

    def cut(self, row: int, setting: int, slab: int) -> int:
        """The position before slab `slab`, not the first one, of a row."""
        return self.starts[row] + self._known[row].cuts[setting] + slab

    def stagger(self, position: int) -> Stagger | None:
        """The uneven cut there, if there is one whose rest needs no other cut."""
        index, setting, slab = self.place(position)
        row = self.settings[index][setting]
        stagger = row.staggers[slab - 1] if slab and row.staggers else None
        if stagger is None or row.step * (row.count - slab + stagger.extra) > self._height:
            return None
        return stagger

    def price(self, position: int) -> float:
        """That of a level page break there."""
        if position == self.end:
            return 0.0
        index, setting, slab = self.place(position)
        return self.settings[index][setting].cuts[slab - 1] if slab else self.settings[index - 1][0].after


class Portion(Struct, frozen=True, kw_only=True):
    """A row in one setting, from slab `start` on; its slab 0 would be at `y` below the page's head."""

    row: Row
    index: int
    setting: int
    start: int
    y: float
    bottom: float
    price: float
    choices: Choices
    notes: tuple[Footnote, ...] = ()


class Foot(Struct, frozen=True):
    """The foot of pages of `height` points, where notes stand with `space` above them.

    A page that ends a text or chapter may be `longer`, where it has no notes.
    """

    height: float
    space: float = 0.0
    longer: float = 0.0

    def taken_by(self, row: Row) -> float:
        """The height of a row that floats with that of its notes."""
        return row.height + note_room(tuple(chain.from_iterable(row.footnotes)), self.space)

    def room(self, part: Portion, slab: int) -> float:
        """What notes leave of a page down to before `slab` of a part."""
        if not part.notes and not part.row.footnotes:
            return self.height
        return self.height - note_room(self.notes(part, slab), self.space)

    def notes(self, part: Portion, slab: int) -> tuple[Footnote, ...]:
        """The notes of a page down to there."""
        return (*part.notes, *chain.from_iterable(part.row.footnotes[part.start : slab]))


class Found:
    """The ways found for a page's end: of those that end alike the cheapest."""

    def __init__(self) -> None:
        self.ways: dict[tuple[int, int, bool], End] = {}
        self.least = inf

    def add(self, stop: int, empty: int, price: float, stagger: bool, part: Portion) -> None:
        """Adds the way that ends before position `stop`, in or after the row of `part`."""
        if price > self.least + FAR_DEARER:
            return
        self.least = min(self.least, price)
        key = (stop, empty, stagger)
        known = self.ways.get(key)
        if known is None or price < known.price:
            self.ways[key] = End(stop, empty, price, stagger, part.choices)


class Ends:
    """Finds the ways in which a page with a `load` may end that has some text."""

    def __init__(self, flow: Flow, foot: Foot, grid: float, paging: Paging, load: Load) -> None:
        self._flow = flow
        self._load = load
        self._foot = foot
        self._height = foot.height
        self._grid = grid
        self._paging = paging
        self._empty_cost = paging.empty_cost
        self.reach = 0
        """The last row that was looked at; one behind the last row is the end."""

    def find(self, at: int, staggered: bool) -> list[End]:
        """Each end worth following of the page that starts at `at`, uneven if `staggered`."""
        found = self._walk(at, staggered, MOST_EMPTY * self._grid)
        if found.least >= FORBIDDEN:
            found = self._walk(at, staggered, inf)
        if not found.ways:
            return [] if self._load.halves else [self._lone(at, staggered)]
        near = (way for way in found.ways.values() if way.price <= found.least + FAR_DEARER)
        return sorted(near, key=itemgetter(2))[:MOST_WAYS]

    def _walk(self, at: int, staggered: bool, most: float) -> Found:
        """The ways that leave at most `most` points empty; those alone where all goes on the page."""
        flow = self._flow
        found = Found()
        parts = self._first_parts(at, staggered)
        index, _, _ = flow.place(at)
        while parts:
            self.reach = max(self.reach, index + 1)
            whole: dict[int, Portion] = {}
            ends = index + 1 == len(flow.settings) or flow.settings[index + 1][0].fresh
            for part in parts:
                bottom, room = part.bottom, self._foot.room(part, part.row.count)
                if not (staggered and part.start) and bottom > room - most:
                    self._cut(part, most, found)
                if bottom <= room + self._foot.longer * (ends and room == self._height) + HAIR:
                    known = whole.get(round(bottom))
                    if known is None or part.price < known.price:
                        whole[round(bottom)] = part
            index += 1
            if whole and ends:
                return self._end(whole.values(), index)
            parts = []
            for part in whole.values():
                if (
                    flow.settings[index][0].welcome
                    or part.bottom >= self._foot.room(part, part.row.count) - most
                ):
                    self._end_after(part, index, found)
                self._lay_next(part, index, parts)
        return found

    def _first_parts(self, at: int, staggered: bool) -> list[Portion]:
        flow = self._flow
        index, setting, slab = flow.place(at)
        rows = flow.settings[index]
        if slab:
            stagger = flow.stagger(at) if staggered else None
            row = rows[setting]
            y = row.step * ((stagger.extra if stagger else 0) - slab)
            return [_portion(row, (index, setting, slab), y, 0.0, ())]
        return [
            _portion(
                row,
                (index, number, 0),
                row.sink + row.slack,
                flow.prices[index][number],
                _chosen(index, number),
            )
            for number, row in enumerate(rows)
        ]

    def _lay_next(self, before: Portion, index: int, parts: list[Portion]) -> None:
        """Adds the row `index` in all its settings, below the part before it."""
        rows = self._flow.settings[index]
        y = before.bottom + rows[0].before
        if y >= self._height:
            return
        if rows[0].welcome and y > LATE_FROM * self._height:
            before = replace(before, price=before.price + LATE_COST)
        notes = self._foot.notes(before, before.row.count)
        parts.append(_portion(rows[0], (index, 0, 0), y, before.price, before.choices, notes))
        for number in range(1, len(rows)):
            row, price = rows[number], before.price + self._flow.prices[index][number]
            choices = (*before.choices, (index, number))
            parts.append(_portion(row, (index, number, 0), y, price, choices, notes))

    def _cut(self, part: Portion, most: float, found: Found) -> None:
        """Adds the ways that cut the row of `part`, the fullest first."""
        row, flow, height, step, grid = part.row, self._flow, self._height, part.row.step, self._grid
        last = min(row.count - 1, floor((height + HAIR - part.y) / step))
        position = flow.cut(part.index, part.setting, 0)
        noted = bool(part.notes or row.footnotes)
        for slab in range(last, part.start, -1):
            left = (self._foot.room(part, slab) if noted else height) - part.y - step * slab
            if left < -HAIR:
                continue
            empty = max(0, round(left / grid))
            price = self._empty_cost * empty * empty
            if left > most or price > found.least + FAR_DEARER:
                break
            price += part.price + (
                SPLIT_EMPTY_COST * (empty - SPLIT_EMPTY_FREE) if empty > SPLIT_EMPTY_FREE else 0.0
            )
            found.add(position + slab, empty, price + row.cuts[slab - 1], False, part)
            if row.staggers and row.staggers[slab - 1] is not None:
                stagger = flow.stagger(position + slab)
                if stagger is not None:
                    found.add(position + slab, empty, price + stagger.price, True, part)

    def _end_after(self, part: Portion, index: int, found: Found) -> None:
        """Adds the way that ends with the row of `part`, before row `index`."""
        left = self._foot.room(part, part.row.count) - part.bottom
        empty = max(0, round(left / self._grid))
        price = self._empty_cost * empty * empty
        if self._flow.settings[index][0].welcome:
            empty, price = -1, min(price, WELCOME_COST)
        found.add(self._flow.starts[index], empty, part.price + price + part.row.after, False, part)

    def _end(self, parts: Iterable[Portion], index: int) -> Found:
        """The ways that end with one of `parts`, where the text or a chapter ends."""
        found = Found()
        for part in parts:
            lines = round((part.bottom + self._load.height) / self._grid)
            lacking = max(0, self._paging.short_page - lines)
            price = part.price + self._paging.short_cost * lacking
            price += LONG_COST * (part.bottom > self._height + HAIR)
            found.add(self._flow.starts[index], -1, price, False, part)
        return found

    def _lone(self, at: int, staggered: bool) -> End:
        """The way of a page whose first slab is too high for it: that slab alone."""
        part = self._first_parts(at, staggered)[0]
        following = part.start + 1
        if staggered or following == part.row.count:
            return End(self._flow.starts[part.index + 1], 0, part.row.after, False, ())
        stop = self._flow.cut(part.index, part.setting, following)
        return End(stop, 0, part.row.cuts[following - 1], False, ())


def _portion(
    row: Row,
    place: tuple[int, int, int],
    y: float,
    price: float,
    choices: Choices,
    notes: tuple[Footnote, ...] = (),
) -> Portion:
    """The row at `place` (its number, its setting, the slab it starts with), its slab 0 at `y`."""
    index, setting, start = place
    bottom = y + row.height
    return Portion(
        row=row,
        index=index,
        setting=setting,
        start=start,
        y=y,
        bottom=bottom,
        price=price,
        choices=choices,
        notes=notes,
    )


def _chosen(index: int, setting: int) -> Choices:
    return ((index, setting),) if setting else ()
