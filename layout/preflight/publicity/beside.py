"""Takes a page with emblems, gives the pictures beside them, and which is like the programme's logo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layout.model.geometry import Rect, contains, join, meet
from layout.model.products.publicity import Likeness
from layout.model.units import mm
from layout.preflight.facts import PageFacts
from layout.preflight.gathering.views import Pages, View, greys, inked, patches, tighten
from layout.preflight.graphics.emblem_sight import SeenEmblem, SeenLogo
from layout.preflight.walk.areas import finished

PPI = 100.0
JOIN = mm(1.2)
"""Parts of a logo that are no further apart belong together."""
LEAST, MOST = mm(4), mm(60)
"""A logo is neither smaller in one direction, nor larger: those are lines and photographs."""
FAR_JOIN = mm(4)
"""So far apart stand the parts of logos of several words."""
CLOSE = 600
"""Pixels across or down in which a picture's own edges are found."""
REACH = 2.5
"""Heights of the emblem above and below it in which logos stand."""
ALIKE = 0.10
"""Mean difference of light from the programme's logo, in parts of 1, up to which a picture is that logo."""
STRETCHED = 0.25
"""How much the proportions may differ for a picture still to be compared."""


def find_logos(
    opened: Pages, page: PageFacts, emblems: Sequence[SeenEmblem], logos: Sequence[Likeness]
) -> Iterator[SeenLogo]:
    """The pictures beside the emblems of one page: those of pixels, and patches of paint without words."""
    for area in _bands(page, emblems):
        view = opened.view(page.number, area, PPI / 72)
        if view is None:
            continue
        kept = [run.box.grown(0.5) for run in page.texts]
        kept += [emblem.box.grown(emblem.height / 20) for emblem in emblems]
        programme = _find_programme(opened, page, view, kept, logos)
        yield from programme
        for box in _pictures(view, kept, JOIN):
            if all(meet(box, one.box) is None for one in programme):
                yield SeenLogo(page=page.number, box=box)


def _find_programme(
    opened: Pages, page: PageFacts, view: View, kept: Sequence[Rect], logos: Sequence[Likeness]
) -> list[SeenLogo]:
    """The programme's logo, whose parts may be words and an emblem, and stand more or less apart.

    Words and emblems of others may stand close to it: pictures as they were placed are tried too, and what
    is left without all that is `kept` apart.
    """
    found: list[SeenLogo] = []
    for box in dict.fromkeys(_candidates(page, view, kept)) if logos else ():
        seen = _compare(opened, page, box, logos)
        if seen is not None and all(meet(seen.box, one.box) is None for one in found):
            found.append(seen)
    return found


def _candidates(page: PageFacts, view: View, kept: Sequence[Rect]) -> Iterator[Rect]:
    yield from (one.box for one in page.placements if contains(view.area, one.box) and _is_logo(one.box))
    for apart in (JOIN, FAR_JOIN):
        for others in ((), kept):
            yield from _pictures(view, others, apart)


def _is_logo(box: Rect) -> bool:
    """Whether a logo may be so large, and is no smaller."""
    return min(box.width, box.height) >= LEAST and max(box.width, box.height) <= MOST


def _bands(page: PageFacts, emblems: Sequence[SeenEmblem]) -> list[Rect]:
    """The strips of the page in which the emblems stand, those that meet as one."""
    whole = finished(page)
    bands: list[Rect] = []
    for emblem in emblems:
        reach = max(REACH * emblem.height, mm(25))
        if abs(emblem.up[1]) >= abs(emblem.up[0]):
            band = Rect(whole.x0, emblem.box.y0 - reach, whole.x1, emblem.box.y1 + reach)
        else:
            band = Rect(emblem.box.x0 - reach, whole.y0, emblem.box.x1 + reach, whole.y1)
        band = meet(band, whole) or emblem.box
        for other in [one for one in bands if meet(one, band)]:
            bands.remove(other)
            band = join(band, other)
        bands.append(band)
    return bands


def _pictures(view: View, kept: Sequence[Rect], apart: float) -> list[Rect]:
    """Patches of paint that may be logos: those that the view shows whole."""
    found, whole = [], view.area.grown(-0.5)
    for left, top, right, bottom, _ in patches(inked(view, kept, apart), 1):
        grown = view.box_of(left, top, right, bottom)
        box = grown.grown(-apart / 2)
        if contains(whole, grown) and _is_logo(box):
            found.append(box)
    return found


def _compare(opened: Pages, page: PageFacts, box: Rect, logos: Sequence[Likeness]) -> SeenLogo | None:
    """The programme's logo, if the picture is that."""
    close = opened.view(page.number, box.grown(JOIN / 3), CLOSE / max(box.width, box.height))
    box = (close and tighten(close)) or box
    for logo in logos:
        stretched = box.width / box.height / logo.aspect
        if abs(stretched - 1) > STRETCHED:
            continue
        view = opened.view(page.number, box, 4 * max(logo.width / box.width, logo.height / box.height))
        if view is None:
            continue
        pixels = greys(view, box, (logo.width, logo.height))
        away = sum(abs(a - b) for a, b in zip(pixels, logo.pixels, strict=True)) / len(pixels) / 255
        if away <= ALIKE:
            return SeenLogo(page=page.number, box=box, programme=True, stretched=stretched)
    return None
