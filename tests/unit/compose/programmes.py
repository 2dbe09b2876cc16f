"""Programmes for tests, as records and as content."""

from __future__ import annotations

from collections.abc import Sequence

from layout.model.blocks.programme import Activity, Day, Hours, Programme
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.diagnostic import Span

HERE = Span("a.yaml", 1, 1)
LANGUAGES = ("pl", "cs")


def both(words: str) -> ProsePair:
    """`words` in both languages, each marked with its own."""
    left, right = (Prose((Run(f"{language} {words}"),), HERE) for language in LANGUAGES)
    return Pair(left, right)


def make_programme(days: Sequence[Sequence[int]]) -> Programme:
    """A programme with an activity of so many words for each number; the words tell day and entry."""
    return Programme(HERE, tuple(_make_day(number, lengths) for number, lengths in enumerate(days)))


def _make_day(day: int, lengths: Sequence[int]) -> Day:
    activities = tuple(
        Activity(
            HERE,
            Hours(480 + 10 * entry, 485 + 10 * entry),
            both(" ".join([f"d{day}e{entry}"] * words)),
            both("miejsce") if words % 2 else None,
            both("mówca") if words % 3 else None,
        )
        for entry, words in enumerate(lengths)
    )
    return Day(both(f"dzień {day}"), activities)


def write_programme(days: int, entries: int) -> str:
    """A section file with a programme of so many days of so many entries, and a paragraph after it."""
    lines = ["- programme:"]
    for day in range(1, days + 1):
        lines += [f"    - day: {{pl: {day} listopada, cs: {day}. listopadu}}", "      entries:"]
        for entry in range(entries):
            lines += [
                f"        - time: {8 + entry // 2}:{entry % 2 * 30:02}",
                f"          pl: Spotkanie {entry} z [programem](https://example.org/)",
                f"          cs: Setkání {entry} s [programem](https://example.org/)",
                "          place: {pl: sala, cs: sál}",
                "          speaker: {pl: gospodarz, cs: hostitel}",
            ]
    return "\n".join([*lines, "- paragraph: {pl: Koniec., cs: Konec.}", ""])
