"""Maps as content says them."""

from __future__ import annotations

import pytest

from layout.model.blocks.maps import Map, Place
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span
from tests.unit.source.blocks.one_block import read_block, words

FILE = "content/sections/one.yaml"


def test_places_have_names_and_degrees() -> None:
    block = read_block(
        "- map:\n    decorative: true\n    places:\n"
        "      - {pl: Opole, cs: Opolí, at: [50.671, 17.926]}\n      - {pl: Lima, cs: Lima, at: [-12, -77]}\n"
    )
    assert isinstance(block, Map)
    assert block.places == (
        Place(Span(FILE, 4, 9), Pair("Opole", "Opolí"), 50.671, 17.926),
        Place(Span(FILE, 5, 9), Pair("Lima", "Lima"), -12.0, -77.0),
    )
    assert (block.where, block.line, block.caption, block.alternative) == (
        Span(FILE, 1, 3),
        False,
        None,
        None,
    )


@pytest.mark.parametrize(("line", "joined"), [("true", True), ("false", False)])
def test_a_route_is_joined_where_it_is_said(line: str, joined: bool) -> None:
    block = read_block(
        f"- map: {{line: {line}, caption: {{pl: a, cs: b}}, alt: {{pl: c, cs: d}},\n"
        "    places: [{pl: a, cs: b, at: [50, 17]}, {pl: c, cs: d, at: [51, 17]}]}\n"
    )
    assert isinstance(block, Map) and block.line is joined
    assert (words(block.caption), block.alternative) == (("a", "b"), Pair("c", "d"))
