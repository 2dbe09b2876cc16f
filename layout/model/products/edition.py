"""What tells one product from another: a table row an edition; nothing before drawing sees it."""

from __future__ import annotations

from typing import Literal

from layout.model.products.printer import Standard
from layout.model.records import Struct, replace


class Edition(Struct, frozen=True, kw_only=True):
    """One product made from a layout.

    `product` names the module of `layout/pipeline/products/` that makes it. `space` is the colour space
    everything is drawn in, `bleed` whether pages show theirs, `links` and `outline` whether it is live,
    `tagged` whether it carries its structure; pictures get `ppi` and `quality`. An edition with bleed is for
    a press, and its printer's profile has a say in all this; `standard` is the one it keeps whatever the
    printer takes. A `hosted` one has the pages that a host asks for (`Handout`), and a file name to tell.
    """

    name: str
    product: str
    space: Literal["rgb", "cmyk", "grey"]
    bleed: bool
    links: bool
    outline: bool
    tagged: bool
    ppi: float
    quality: int
    version: tuple[int, int]
    standard: Standard | None = None
    hosted: bool = False
    asked: bool = False
    """Whether it is made only where it is asked for by its name."""


_SCREEN = Edition(
    name="screen",
    product="screen",
    space="rgb",
    bleed=False,
    links=True,
    outline=True,
    tagged=False,
    ppi=220,
    quality=88,
    version=(1, 7),
)
_PRINT = Edition(
    name="print",
    product="press",
    space="cmyk",
    bleed=True,
    links=False,
    outline=False,
    tagged=False,
    ppi=300,
    quality=92,
    version=(1, 6),
)
EDITIONS = {
    edition.name: edition
    for edition in (
        _SCREEN,
        replace(_SCREEN, name="mail", product="mail", tagged=True, ppi=150, quality=78),
        replace(
            _SCREEN,
            name="proof",
            product="proof",
            links=False,
            outline=False,
            ppi=150,
            quality=80,
            asked=True,
        ),
        replace(_SCREEN, name="handout", product="handout", links=False, ppi=300, hosted=True),
        _PRINT,
        replace(_PRINT, name="print-x1a", version=(1, 4), standard=Standard.X1A),
    )
}
"""Every edition there is, by name."""
