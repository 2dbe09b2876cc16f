"""Takes composed pages and an edition, draws them, alone or between their covers; finishes no product."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from layout.draw.document import DocumentInfo, Drawn, draw_document
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure
from layout.model.layout import Layout
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.pipeline.composing import Composed, Watch
from layout.pipeline.pictures import convert_pictures, settle_drawings
from layout.pipeline.wishes import ProductWishes

Draw = Callable[[Layout], Drawn]
"""Draws one layout of a brochure, the body or a cover, as one edition wants it."""


def prepare_drawing(
    composed: Composed,
    edition: Edition,
    watch: Watch,
    printer: PrinterProfile | None = None,
    greys: Mapping[Colour, float] | None = None,
) -> Draw:
    """What draws the layouts of `composed`, for a screen or a `printer`; an edition in grey has `greys`."""
    info = document_info(composed.brochure)
    records = composed.faces.records()
    fonts = composed.faces.files(composed.theme.styles["caption"].family)

    def draw(layout: Layout) -> Drawn:
        with watch("convert"):
            layout, parts = settle_drawings(composed.brochure, layout, edition, printer, fonts)
            pictures = convert_pictures(composed.brochure, layout, edition, printer) | parts
        with watch("draw"):
            return draw_document(layout, edition, info, records, pictures, printer, greys)

    return draw


def draw_bound(
    composed: Composed, draw: Draw, wishes: ProductWishes, printer: PrinterProfile | None = None
) -> bytes:
    """The drawn body between its covers; raises Rejected where one of them cannot be had."""
    body = draw(composed.body).pdf
    if not composed.brochure.covers.there:
        return body
    with wishes.watch("covers"):
        # Reading covers takes pypdf, a sixth of the time of a small brochure that has none.
        from layout.pipeline.covers import merge

        return merge(composed, body, draw, wishes, printer)


def document_info(brochure: Brochure) -> DocumentInfo:
    """What a product says of itself."""
    title = " / ".join(dict.fromkeys(brochure.title.sides)).replace("\u00a0", " ")
    author = brochure.publisher.left if brochure.publisher else ""
    return DocumentInfo(title, author, brochure.languages[0], brochure.date)
