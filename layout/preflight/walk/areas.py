"""Takes a page's facts, gives the areas that count on it; looks at nothing painted."""

from __future__ import annotations

from layout.model.geometry import Rect, meet
from layout.preflight.facts import PageFacts


def finished(page: PageFacts) -> Rect:
    """The trimmed page; US Letter where a page has no box at all, as readers take it."""
    return page.boxes.finished or Rect(0.0, 0.0, 612.0, 792.0)


def bled(page: PageFacts) -> Rect:
    """The page with its bleed, as far as there is paper under it, else the trimmed page."""
    bleed = page.boxes.bleed or finished(page)
    return (meet(bleed, page.boxes.media) if page.boxes.media else None) or bleed
