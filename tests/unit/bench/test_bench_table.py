"""The table of what speed is promised of: how growth is told, and how its history is kept."""

from __future__ import annotations

import pytest

from bench.table import FIGURES, README, Cost, growth, keep_row


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        ((0.5, 1.5, 5.5), 1.0),
        ((0.5, 1.5, 25.5), 5.0),
        ((0.0, 2.0, 5.0), 0.5),
    ],
)
def test_growth_is_that_of_a_page(seconds: tuple[float, ...], found: float) -> None:
    assert growth([Cost(one, 0.0) for one in seconds], 5) == pytest.approx(found)


def test_a_row_is_added_behind_the_last_one() -> None:
    kept = keep_row("| a |\n|---|\n| 1 |\n\n<!-- history: end -->\nrest\n", ["2"])
    assert kept == "| a |\n|---|\n| 1 |\n| 2 |\n\n<!-- history: end -->\nrest\n"
    with pytest.raises(ValueError, match="history"):
        keep_row("no table", ["2"])


def test_the_history_has_a_column_for_each_figure() -> None:
    head = next(
        line
        for line in README.read_text("utf-8").splitlines()
        if line.startswith("| day | of | one page, s | 50 pages, of")
    )
    assert head.count("|") - 1 == len(FIGURES) + 2
