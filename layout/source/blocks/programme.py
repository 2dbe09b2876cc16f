"""Takes the days of a programme and gives them hour by hour; says which times are wrong or go crosswise."""

from __future__ import annotations

import re
from itertools import pairwise

from layout.model.blocks.programme import Activity, Day, Hours, Programme
from layout.model.diagnostic import Span
from layout.model.patterns import late_pattern
from layout.source.fields.passages import PROSE, SHARED_PROSE, TITLE_PAIR
from layout.source.fields.scalars import Schema, take_scalar
from layout.source.fields.tables import SIDES, Field, Given, ListOf, Record, WholeList
from layout.source.nodes.parsing import Entries, Items, Node, Scalar
from layout.source.nodes.reading import Reading

_CLOCK = r"([0-9]{1,2})(?:[.:]([0-9]{2}))?"
_HOURS = late_pattern(rf"{_CLOCK}(?:\s*[-‐‑–—−]\s*{_CLOCK})?")
MIDNIGHT = 24 * 60


class TimeOfDay:
    """A time or a span of it: 9:00, 9.00–10.30, 9-10; a day ends at 24:00."""

    def read(self, node: Node, reading: Reading) -> Hours:
        scalar = take_scalar(node, reading, "expected-text")
        found = _HOURS.fullmatch(scalar.text.strip())
        if not found:
            reading.refuse("bad-time", reading.span(node), value=scalar.text)
        start = _minutes(found, 1, scalar, reading)
        if found[3] is None:
            return Hours(start, None)
        end = _minutes(found, 3, scalar, reading)
        if end <= start:
            where = reading.place_inside(scalar, scalar.text.index(found[0]) + found.start(3))
            reading.refuse("time-ends-early", where, value=scalar.text)
        return Hours(start, end)

    def schema(self) -> Schema:
        clock = _CLOCK.replace("(?:", "(")
        return {"type": ["string", "number"], "pattern": rf"^{clock}( *[-–—] *{clock})?$"}


def _minutes(found: re.Match[str], group: int, scalar: Scalar, reading: Reading) -> int:
    """Minutes after midnight of one end of a span; only the last end may be midnight itself."""
    hours, minutes = int(found[group]), int(found[group + 1] or 0)
    total = 60 * hours + minutes
    if minutes > 59 or total > MIDNIGHT - (group == 1):
        offset = scalar.text.index(found[0]) + found.start(group)
        typed = (
            found[group]
            if found[group + 1] is None
            else found.string[found.start(group) : found.end(group + 1)]
        )
        reading.refuse("no-such-time", reading.place_inside(scalar, offset), value=typed)
    return total


def _build_activity(given: Given, where: Span, reading: Reading) -> Activity:
    return Activity(where, given["time"], given[SIDES], given.get("place"), given.get("speaker"))


def _build_day(given: Given, where: Span, reading: Reading) -> Day:
    return Day(given["day"], given["entries"])


def _check_order(given: Given, node: Entries, reading: Reading) -> bool:
    """Warn of entries that stand out of order, or begin before an earlier one is over."""
    entries = node.values.get("entries")
    if "entries" not in given or not isinstance(entries, Items):
        return True
    times = [entry.values["time"] for entry in entries.nodes if isinstance(entry, Entries)]
    hours = [activity.hours for activity in given["entries"]]
    longest = 0
    for number, (before, now) in enumerate(pairwise(hours), 1):
        if _end(before) > _end(hours[longest]):
            longest = number - 1
        late = now.start < before.start
        if late or now.start < _end(hours[longest]):
            other = number - 1 if late else longest
            code = "time-out-of-order" if now.start < hours[other].start else "times-overlap"
            _warn(code, times[number], times[other], reading)
    return True


def _end(hours: Hours) -> int:
    return hours.start if hours.end is None else hours.end


def _warn(code: str, node: Node, other: Node, reading: Reading) -> None:
    assert isinstance(node, Scalar) and isinstance(other, Scalar)
    place = reading.span(other)
    reading.warn(code, reading.span(node), value=node.text, other=other.text, line=place.line)


_ACTIVITY = Record(
    _build_activity,
    {
        "time": Field(TimeOfDay(), "When: 9:00, or a span such as 9:00–10:30.", True),
        "place": Field(SHARED_PROSE, "Where."),
        "speaker": Field(SHARED_PROSE, "Who speaks or leads."),
    },
    sides=PROSE,
)
_DAY = Record(
    _build_day,
    {
        "day": Field(TITLE_PAIR, "The day; repeated where it goes on over a page.", True),
        "entries": Field(ListOf(_ACTIVITY), "What happens, hour by hour.", True),
    },
    check=_check_order,
)
PROGRAMME = WholeList(_DAY, lambda days, where, reading: Programme(where, days))
