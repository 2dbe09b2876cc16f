"""Tables as content says them."""

from __future__ import annotations

from layout.model.blocks.tables import Table
from tests.unit.source.blocks.one_block import read_block, words


def test_table() -> None:
    block = read_block(
        "- table: {caption: {pl: a, cs: b}, head: [{pl: c, cs: d}, e], rows: [[f, {pl: g, cs: h}], [i, –]]}\n"
    )
    assert isinstance(block, Table)
    assert [words(cell) for cell in block.head] == [("c", "d"), ("e", "e")]
    assert [[words(cell) for cell in row] for row in block.rows] == [
        [("f", "f"), ("g", "h")],
        [("i", "i"), ("–", "–")],
    ]
