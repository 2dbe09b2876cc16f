"""Takes a page and a picture's place on it, adds marked content for its second language; paints nothing.

A picture's words in two languages need two elements, each with its language, and no marked content can be in
both (ISO 32000-1, 14.7.4.2). The second one holds a rectangle where the picture is, clipped away as a whole.
"""

from __future__ import annotations

from pypdf.generic import IndirectObject, StreamObject

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's origin."""

NOWHERE = "-9 -9 1 1 re W n"
"""A clipping path outside the page."""


def add_echo(page: IndirectObject, mcid: int, box: Corners) -> None:
    """Adds the marked content `mcid` behind all that the page paints."""
    left, bottom, right, top = box
    content = page["/Contents"]
    assert isinstance(content, StreamObject)
    place = f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f"
    echo = f"/Figure <</MCID {mcid}>> BDC q {NOWHERE} {place} Q EMC"
    content.set_data(b"\n".join((content.get_data(), echo.encode("ascii"))))
