"""Key figures and timelines as content says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.blocks.displays import Facts, Timeline
from layout.model.content.pairs import Pair
from tests.unit.source.blocks.one_block import read_block, words
from tests.unit.source.test_every_field import mistakes_of


def test_facts() -> None:
    block = read_block(
        "- facts: [{value: 130 km, label: {pl: a, cs: b}}, {value: {pl: 1, cs: 2}, label: {pl: c, cs: d}}]\n"
    )
    assert isinstance(block, Facts)
    assert [fact.value for fact in block.facts] == [Pair("130 km", "130 km"), Pair("1", "2")]
    assert words(block.facts[1].label) == ("c", "d")


def test_timeline() -> None:
    block = read_block("- timeline: [{when: 2016, pl: a, cs: b}]\n")
    assert isinstance(block, Timeline)
    assert (block.events[0].when, words(block.events[0].text)) == (Pair("2016", "2016"), ("a", "b"))


@pytest.mark.parametrize(
    ("place", "spread"), [("", False), ("place: columns, ", False), ("place: spread, ", True)]
)
def test_a_timeline_may_say_where_it_stands(place: str, spread: bool) -> None:
    block = read_block(f"- timeline: {{{place}events: [{{when: 2016, pl: a, cs: b}}]}}\n")
    assert isinstance(block, Timeline)
    assert block.spread is spread and len(block.events) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{place: spread}", "missing-key"),
        ("{place: spread, events: []}", "block-empty"),
        ("{place: spread, event: [{when: 1, pl: a, cs: b}]}", "misspelt-key"),
        ("{place: float, events: [{when: 1, pl: a, cs: b}]}", "unknown-choice"),
        ("{place: spraed, events: [{when: 1, pl: a, cs: b}]}", "unknown-choice"),
        ("word", "expected-list"),
    ],
)
def test_what_is_wrong_with_its_place_is_told(text: str, code: str, tmp_path: Path) -> None:
    assert [found.code for found in mistakes_of(f"- timeline: {text}", tmp_path)] == [code]
