"""Times of day as each language writes them."""

from __future__ import annotations

import pytest

from layout.lang.clock import write_hours
from layout.model.blocks.programme import Hours


@pytest.mark.parametrize(
    ("hours", "polish", "czech"),
    [
        (Hours(540, 630), "9.00–10.30", "9:00–10:30"),
        (Hours(5, None), "0.05", "0:05"),
        (Hours(1320, 1440), "22.00–24.00", "22:00–24:00"),
    ],
)
def test_hours(hours: Hours, polish: str, czech: str) -> None:
    assert write_hours(hours, "pl") == polish
    assert write_hours(hours, "cs") == czech
