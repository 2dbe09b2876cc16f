"""The tags of the languages of content, and what source must know of them; no rule."""

from __future__ import annotations

POLISH, CZECH = "pl", "cs"
PAIR = (POLISH, CZECH)
"""The languages a brochure can have; the left column's first where the content does not say."""
OWN_LETTERS = {POLISH: "ąćęłńśźż", CZECH: "áčďéěíňřšťúůýž"}
"""Letters that only one of `PAIR` has (ó is in both)."""


def other_of(language: str) -> str:
    """The language opposite one of `PAIR`."""
    first, second = PAIR
    return second if language == first else first
