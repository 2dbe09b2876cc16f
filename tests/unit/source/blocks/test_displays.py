"""Key figures and timelines as content says them."""

from __future__ import annotations

from layout.model.blocks.displays import Facts, Timeline
from layout.model.content.pairs import Pair
from tests.unit.source.blocks.one_block import read_block, words


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
