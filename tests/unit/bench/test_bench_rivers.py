"""Rivers are counted where a strip of white runs straight through four lines, each once."""

from __future__ import annotations

import pytest

from bench.rivers import count_rivers


@pytest.mark.parametrize(
    ("lines", "rivers"),
    [
        ([[(10, 12)]] * 4, 1),
        ([[(10, 12)]] * 3, 0),
        ([[(10, 12)]] * 9, 1),
        ([[(10, 12), (30, 32)]] * 4, 2),
        ([[(10, 12)], [(11, 13)], [(10, 12)], [(11, 13)]], 1),
        ([[(10, 12)], [(11, 13)], [(12, 14)], [(13, 15)]], 0),
        ([[(10, 12)], [(11.7, 13)], [(10, 12)], [(10, 12)]], 0),
        ([[(10, 12)], [], [(10, 12)], [(10, 12)], [(10, 12)]], 0),
    ],
)
def test_rivers(lines: list[list[tuple[float, float]]], rivers: int) -> None:
    assert count_rivers(lines, 2.0) == rivers
