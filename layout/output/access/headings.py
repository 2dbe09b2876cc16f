"""Takes a brochure, gives the headings that would be read after one two levels above; never changes any."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from layout.model.blocks.headings import Heading
from layout.model.content.brochure import Brochure, ReadingOrder, Section
from layout.model.diagnostic import Diagnostic


def check_headings(brochure: Brochure) -> Iterator[Diagnostic]:
    """A mistake for each heading whose level skips one in reading order (ISO 14289-1, 7.4.2).

    Headings in one language only can do that even where each language for itself skips none.
    """
    headings = [
        heading for section in brochure.sections for heading in _in_order(section, brochure.reading_order)
    ]
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            above = {"before": before.level, "line": before.where.line}
            yield Diagnostic("heading-out-of-order", heading.where, {"level": heading.level, **above})


def _in_order(section: Section, order: ReadingOrder) -> Iterator[Heading]:
    headings = [block for block in section.blocks if isinstance(block, Heading)]
    if order is ReadingOrder.PAIRS:
        yield from headings
        return
    for side in (0, 1):
        yield from (heading for heading in headings if heading.text.sides[side] is not None)
