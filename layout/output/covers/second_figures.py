"""Takes a page and the place of what two languages share, adds marked content for the second; paints nothing.

What is read in two languages needs two elements, each with its language, and no marked content can be in both
(ISO 32000-1, 14.7.4.2). The second one holds a rectangle where the first is, clipped away as a whole.
"""

from __future__ import annotations

from pypdf.generic import IndirectObject, StreamObject

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's origin."""

NOWHERE = "-9 -9 1 1 re W n"
"""A clipping path outside the page."""


def add_echo(page: IndirectObject, mcid: int, tag: str, box: Corners) -> None:
    """Adds the marked content `mcid` of an element `tag` behind all that the page paints."""
    left, bottom, right, top = box
    content = page["/Contents"]
    assert isinstance(content, StreamObject)
    place = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f"
    echo = f"/{tag} <</MCID {mcid}>> BDC q {NOWHERE} {place} Q EMC"
    content.set_data(b"\n".join((content.get_data(), echo.encode("ascii"))))
