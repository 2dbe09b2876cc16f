"""Takes a day and a language, gives the day written out as a letter has it; asks no clock and no locale."""

from __future__ import annotations

from datetime import date

from layout.lang.languages import LANGUAGES
from layout.lang.rules.word_kinds import Kind


def say_date(day: date, language: str) -> str:
    """`22 listopada 2026`, `22. listopadu 2026`: months in the genitive, which stand first in each table."""
    record = LANGUAGES[language]
    month = record.words[Kind.MONTH].split()[day.month - 1]
    return record.page_words.date.format(day=day.day, month=month, year=day.year)
