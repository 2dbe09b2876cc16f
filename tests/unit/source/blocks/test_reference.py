"""Contacts and the funding statement as content says them."""

from __future__ import annotations

from layout.model.blocks.reference import Contacts, Publicity
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Span
from layout.model.units import mm
from tests.unit.source.blocks.one_block import read_block, words


def test_contacts() -> None:
    block = read_block(
        "- contacts: [{name: {pl: a, cs: b}, lines: [x@example.org, {pl: c, cs: d}]}, {name: e}]\n"
    )
    assert isinstance(block, Contacts)
    first, second = block.entries
    assert [words(line) for line in first.lines] == [("x@example.org", "x@example.org"), ("c", "d")]
    assert (words(second.name), second.lines) == (("e", "e"), ())


def test_publicity() -> None:
    block = read_block(
        "- publicity:\n    statement: {pl: a, cs: b}\n    emblem: false\n    logos:\n"
        "      - {file: images/map.png, height: 1cm, alt: {pl: c, cs: d}}\n"
    )
    assert isinstance(block, Publicity) and not block.emblem
    (logo,) = block.logos
    assert (logo.file, logo.height, logo.alternative) == ("images/map.png", mm(10), Pair("c", "d"))
    assert logo.where == Span("content/sections/one.yaml", 5, 9)
