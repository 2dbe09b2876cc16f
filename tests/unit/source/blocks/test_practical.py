"""Places and services as content says them."""

from __future__ import annotations

import pytest

from layout.model.blocks.practical import Practical
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span
from layout.model.units import NO_BREAK_SPACE
from tests.unit.source.blocks.one_block import read_block, words


def test_a_stop_of_a_name_alone_and_one_with_everything() -> None:
    block = read_block(
        "- practical:\n    - {name: Lada}\n"
        "    - {name: {pl: Ratusz, cs: Radnice}, lines: [Rynek], number: {pl: 1, cs: 2},\n"
        "       map: 'geo:49.59,17.25'}\n"
    )
    assert isinstance(block, Practical)
    bare, full = block.stops
    assert (words(bare.name), bare.lines, bare.number, bare.map) == (("Lada", "Lada"), (), None, None)
    assert (words(full.name), [words(line) for line in full.lines]) == (
        ("Ratusz", "Radnice"),
        [("Rynek", "Rynek")],
    )
    assert (full.number, full.map) == (Pair("1", "2"), "geo:49.59,17.25")
    assert full.where == Span("content/sections/one.yaml", 3, 7)


@pytest.mark.parametrize("typed", ["112", "+48 800 123 987", "'800 12'"])
def test_a_number_stays_on_one_line(typed: str) -> None:
    block = read_block(f"- practical: [{{name: a, number: {typed}}}]\n")
    assert isinstance(block, Practical)
    wanted = typed.strip("'").replace(" ", NO_BREAK_SPACE)
    assert block.stops[0].number == Pair(wanted, wanted)
