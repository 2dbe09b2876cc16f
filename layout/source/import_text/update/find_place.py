"""Takes what is new in a text, tells where it belongs in the files of a folder; puts nothing there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.content.translation import Route
from layout.model.records import Struct
from layout.source.import_text.update.match_units import Matches
from layout.source.import_text.update.new_pictures import NewPictures
from layout.source.import_text.update.new_units import NewText
from layout.source.import_text.update.units import NewUnit, OldUnit

_ITEMS, _ROWS = "items", "rows"


class NewPlace(Struct, frozen=True, kw_only=True):
    """Where something new belongs: the route it will have, empty where only a person can find one.

    `beside` is the piece it was placed by, `start` begins its words, `number` tells the order of the text.
    """

    file: str
    route: Route
    written: str
    start: str
    number: int
    beside: OldUnit

    @property
    def order(self) -> tuple[tuple[tuple[int, str], ...], int]:
        """What sorts places of one file; of those with one route the first in the text comes first."""
        steps = tuple((step, "") if isinstance(step, int) else (-1, step) for step in self.route)
        return steps, self.number


def find_places(
    old: Sequence[OldUnit], new: NewText, matches: Matches, pictures: NewPictures
) -> list[NewPlace]:
    """The place of every new block, item and row, each behind what stands before it in the new text."""
    finder = _Finder(old, new, matches, pictures)
    blocks: dict[int, list[int]] = {}
    for number, unit in enumerate(new.units):
        blocks.setdefault(unit.block, []).append(number)
    return [place for block, numbers in blocks.items() for place in finder.places(block, numbers)]


class _Finder:
    """Finds the places of one text's new pieces."""

    def __init__(self, old: Sequence[OldUnit], new: NewText, matches: Matches, pictures: NewPictures) -> None:
        self._old = old
        self._new = new
        self._pictures = pictures
        self._settled = {
            number: old[other] for number, other in matches.old_of.items() if number not in matches.moved
        }
        self._there = matches.old_of

    def places(self, block: int, numbers: Sequence[int]) -> Iterator[NewPlace]:
        """The places of what is new in a block: of all of it, or of single items and rows."""
        fresh = [number for number in numbers if number not in self._there]
        if not fresh:
            return
        if len(fresh) == len(numbers):
            yield from self._whole(block, fresh[0])
            return
        for number in fresh:
            unit = self._new.units[number]
            beside, behind = self._neighbour(numbers, number)
            if beside is None:
                yield from self._whole(block, number)
                return
            route = _route_of_item(unit, beside, behind) if unit.written else ()
            yield self._place(number, beside, route, unit.written)

    def _neighbour(self, numbers: Sequence[int], number: int) -> tuple[OldUnit | None, bool]:
        """The nearest piece of the same block that is there, and whether it stands before this one."""
        before = [one for one in numbers if one < number and one in self._settled]
        after = [one for one in numbers if one > number and one in self._settled]
        if before:
            return self._settled[before[-1]], True
        return (self._settled[after[0]], False) if after else (None, True)

    def _whole(self, block: int, number: int) -> Iterator[NewPlace]:
        """The place of a new block, behind the one before it; a picture that is there already needs none."""
        name = self._new.blocks[block].picture
        before = [one for one in self._settled if one < number]
        after = [one for one in self._settled if one > number]
        beside = self._settled[max(before) if before else min(after)] if before or after else self._old[0]
        if name and self._shows(name, beside):
            return
        written = self._new.blocks[block].written
        if name:
            written = written.replace(f"file: {name}", f"file: {self._pictures.take(name)}", 1)
        yield self._place(number, beside, (int(beside.seat[0]) + bool(before),), written)

    def _shows(self, name: str, beside: OldUnit) -> bool:
        """Whether the folder has the picture, or one of the designer's where it would stand."""
        return self._pictures.is_known(name) or self._pictures.stands_behind(beside)

    def _place(self, number: int, beside: OldUnit, route: Route, written: str) -> NewPlace:
        cells = self._new.units[number].cells
        start = cells[0].words[0] if cells else self._new.blocks[self._new.units[number].block].picture
        return NewPlace(
            file=beside.file, route=route, written=written, start=start, number=number, beside=beside
        )


def _route_of_item(unit: NewUnit, beside: OldUnit, behind: bool) -> Route:
    """The route of a new item or row next to another one; empty where no list has its level."""
    if beside.kind == "table":
        if _ROWS not in beside.seat:
            return (*beside.seat, "table", _ROWS, 0)
        return (*beside.seat[:-1], int(beside.seat[-1]) + behind)
    levels = [place for place, step in enumerate(beside.seat) if step == _ITEMS]
    if unit.level >= len(levels):
        return ()
    end = levels[unit.level] + 1
    return (*beside.seat[:end], int(beside.seat[end]) + behind)
