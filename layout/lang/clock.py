"""Takes times of day, gives them as a language writes them in figures; knows no dates."""

from __future__ import annotations

from layout.lang.languages import LANGUAGES
from layout.lang.rules.fragments import EN_DASH
from layout.model.blocks.programme import Hours


def write_hours(hours: Hours, language: str) -> str:
    """A time or a span, hours without a leading zero: 9.00–10.30 in Polish, 9:00–10:30 in Czech (T10)."""
    ends = (hours.start,) if hours.end is None else (hours.start, hours.end)
    mark = LANGUAGES[language].numbers.hour_mark
    return EN_DASH.join(f"{minutes // 60}{mark}{minutes % 60:02}" for minutes in ends)
