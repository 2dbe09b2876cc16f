"""Takes times of day, gives them as a language writes them in figures; knows no dates."""

from __future__ import annotations

from layout.model.blocks.programme import Hours

EN_DASH = "–"
HOUR_MARKS = {
    "pl": ".",  # PWN, Nowy słownik ortograficzny (2002): a full stop between hours and minutes, 8.25, 15.10
    "cs": ":",  # EU Interinstitutional Style Guide, cs 10.5: 7:00, 8:30; ČSN 01 6910 wants the colon too
}
"""What stands between hours and minutes."""


def write_hours(hours: Hours, language: str) -> str:
    """A time or a span, hours without a leading zero: 9.00–10.30 in Polish, 9:00–10:30 in Czech (T10)."""
    ends = (hours.start,) if hours.end is None else (hours.start, hours.end)
    mark = HOUR_MARKS[language]
    return EN_DASH.join(f"{minutes // 60}{mark}{minutes % 60:02}" for minutes in ends)
