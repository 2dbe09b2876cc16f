"""The tables by which key figures and timelines are read."""

from __future__ import annotations

from layout.model.blocks.displays import Event, Fact, Facts, Timeline
from layout.model.diagnostic import Span
from layout.source.fields.passages import PROSE, PROSE_PAIR, SHARED_WORDS
from layout.source.fields.scalars import Choice
from layout.source.fields.tables import SIDES, Field, Given, ListOf, ListOrRecord, Record, WholeList
from layout.source.nodes.reading import Reading


def _build_fact(given: Given, where: Span, reading: Reading) -> Fact:
    return Fact(given["value"], given["label"])


def _build_event(given: Given, where: Span, reading: Reading) -> Event:
    return Event(given["when"], given[SIDES])


_FACT = Record(
    _build_fact,
    {
        "value": Field(SHARED_WORDS, "The key figure with its unit, as it is to be set.", True),
        "label": Field(PROSE_PAIR, "What the figure counts.", True),
    },
)
_EVENT = Record(_build_event, {"when": Field(SHARED_WORDS, "Year, date or span.", True)}, sides=PROSE)
FACTS = WholeList(_FACT, lambda facts, where, reading: Facts(where, facts))
_LISTED = WholeList(_EVENT, lambda events, where, reading: Timeline(where, events))
_PLACED = Record(
    lambda given, where, reading: Timeline(where, given["events"], given["place"]),
    {
        "place": Field(
            Choice({"columns": False, "spread": True}),
            "Between the columns, or over the foot of both pages of a spread.",
            default="columns",
        ),
        "events": Field(ListOf(_EVENT, short="block-empty"), "The events, in order.", True),
    },
)


TIMELINE = ListOrRecord(_LISTED, _PLACED)
