"""The theme of these tests: lines of any length are justified where their style is."""

from __future__ import annotations

import pytest

from layout.model.records import replace
from layout.model.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    theme = Theme()
    return replace(theme, justification=replace(theme.justification, least_characters=0))
