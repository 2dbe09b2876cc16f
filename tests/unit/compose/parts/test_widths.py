"""Columns get what is asked, else what their words need, else an even share between least and most."""

from __future__ import annotations

import pytest

from layout.compose.parts.widths import ColumnNeed, share_out
from layout.model.blocks.tables import ColumnWidth

AUTO = ColumnWidth()
THREE = [ColumnNeed(10, 20), ColumnNeed(10, 80), ColumnNeed(10, 80)]


def test_short_columns_get_their_words_and_long_ones_share_the_rest() -> None:
    assert share_out(THREE, (), 100) == pytest.approx([20, 40, 40])


def test_where_all_words_fit_no_column_is_wider() -> None:
    assert share_out(THREE, (), 500) == [20, 80, 80]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    assert share_out([ColumnNeed(50, 60), ColumnNeed(10, 80)], (), 70) == pytest.approx([50, 20])
    assert share_out([ColumnNeed(50, 60), ColumnNeed(30, 80)], (), 70) is None


def test_widths_are_as_asked() -> None:
    asked = [ColumnWidth(points=30), ColumnWidth(part=0.2), AUTO]
    assert share_out(
        [ColumnNeed(10, 20), ColumnNeed(10, 20), ColumnNeed(10, 90)], asked, 100
    ) == pytest.approx([30, 20, 50])
    assert share_out(THREE, [ColumnWidth(share=n) for n in (3, 1, 1)], 100) == pytest.approx([60, 20, 20])
    assert share_out(THREE, [AUTO, ColumnWidth(share=1), ColumnWidth(share=2)], 80) == pytest.approx(
        [20, 20, 40]
    )


def test_widths_that_cut_words_or_go_beyond_the_table_do_not_fit() -> None:
    assert share_out(THREE, [ColumnWidth(points=9), AUTO, AUTO], 100) is None
    assert share_out(THREE, [ColumnWidth(part=0.6), ColumnWidth(part=0.6), AUTO], 100) is None
