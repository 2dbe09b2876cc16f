"""Tables as content says them."""

from __future__ import annotations

import pytest

from layout.model.blocks.tables import Alignment, ColumnWidth, Table, TablePlace
from layout.model.units import mm
from tests.unit.source.blocks.one_block import read_block, told_of, words


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


CELLS = "head: [a, b, c], rows: [[d, e, f]]"


def test_what_is_said_of_columns() -> None:
    block = read_block(
        f"- table: {{{CELLS}, align: [left, decimal, right], widths: [auto, 20%, 1.5], place: both}}\n"
    )
    assert isinstance(block, Table)
    assert block.align == (Alignment.LEFT, Alignment.DECIMAL, Alignment.RIGHT)
    assert block.widths == (ColumnWidth(), ColumnWidth(part=0.2), ColumnWidth(share=1.5))
    assert block.place is TablePlace.BOTH


@pytest.mark.parametrize(
    ("width", "meant"),
    [
        ("18mm", ColumnWidth(points=mm(18))),
        ("1.5 cm", ColumnWidth(points=mm(15))),
        ("40pt", ColumnWidth(points=40)),
        ("100%", ColumnWidth(part=1)),
        ("2", ColumnWidth(share=2)),
        ("auto", ColumnWidth()),
    ],
)
def test_widths(width: str, meant: ColumnWidth) -> None:
    block = read_block(f"- table: {{{CELLS}, widths: [{width}, auto, auto]}}\n")
    assert isinstance(block, Table)
    assert block.widths[0].points == pytest.approx(meant.points)
    assert (block.widths[0].part, block.widths[0].share) == (meant.part, meant.share)


@pytest.mark.parametrize("width", ["0", "-3", "101%", "20 px", "szeroko", "1e3", "0mm"])
def test_no_width(width: str) -> None:
    assert told_of(f"- table: {{{CELLS}, widths: [{width}, auto, auto]}}\n") == ["bad-column-width"]


@pytest.mark.parametrize("key", ["align: [left, left]", "widths: [1, 1, 1, 1]", "align: [left]"])
def test_each_column_is_told(key: str) -> None:
    assert told_of(f"- table: {{{CELLS}, {key}}}\n") == ["column-count"]


def test_unknown_alignment() -> None:
    assert told_of(f"- table: {{{CELLS}, align: [left, middle, right]}}\n") == ["unknown-choice"]
