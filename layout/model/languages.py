"""The tags of the languages a brochure may be in, as content and PDF write them; no other fact about them."""

from __future__ import annotations

POLISH, CZECH = "pl", "cs"
PAIR = (POLISH, CZECH)
"""The languages of a brochure that names none, the left column's first."""


def other_of(language: str) -> str:
    """The language that stands opposite `language`, which is one of `PAIR`."""
    first, second = PAIR
    return second if language == first else first
