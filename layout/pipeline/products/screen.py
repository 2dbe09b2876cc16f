"""Takes composed pages, gives the PDF that is read on a screen: pages between their covers, with links."""

from __future__ import annotations

from layout.model.products.edition import Edition
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import draw_bound, prepare_drawing
from layout.pipeline.wishes import ProductWishes


def make(composed: Composed, edition: Edition, wishes: ProductWishes) -> bytes:
    """The finished PDF; raises Rejected where a cover cannot be had."""
    return draw_bound(composed, prepare_drawing(composed, edition, wishes), wishes)
