"""Takes a cover file, gives it as a page that has no fault: what most tests of covers begin with."""

from __future__ import annotations

from pathlib import Path

from layout.model.diagnostic import Rejected, Span
from layout.output.covers.merge import CoverPage, examine_cover
from layout.output.covers.tags import Spoken


def read_cover(
    source: Path | bytes,
    page: int,
    trim: tuple[float, float],
    bleed: float,
    where: Span,
    alternative: Spoken = (),
) -> CoverPage:
    """A cover without a fault; raises Rejected with everything to ask the designer for."""
    cover, faults = examine_cover(source, page, trim, bleed, where, alternative)
    if faults:
        raise Rejected(faults)
    return cover
