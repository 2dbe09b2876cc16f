"""Takes composed pages and an edition, draws them, alone or between their covers; finishes no product."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from layout.draw.document import DocumentInfo, Drawn, draw_document
from layout.model.colour import Colour
from layout.model.content.brochure import Brochure
from layout.model.layout import Layout
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.model.records import replace
from layout.pipeline.composing import Composed
from layout.pipeline.pictures import convert_pictures, settle_drawings
from layout.pipeline.wishes import ProductWishes

if TYPE_CHECKING:
    from layout.pipeline.artworks import PlacedArtworks

Draw = Callable[[Layout], Drawn]
"""Draws one layout of a brochure, the body or a cover, as one edition wants it."""


def prepare_drawing(
    composed: Composed,
    edition: Edition,
    wishes: ProductWishes,
    printer: PrinterProfile | None = None,
    greys: Mapping[Colour, float] | None = None,
) -> Draw:
    """What draws the layouts of `composed`, for a screen or a `printer`; an edition in grey has `greys`."""
    watch = wishes.watch
    info = document_info(composed.brochure)
    records = composed.faces.records()
    fonts = composed.faces.files(composed.theme.styles["caption"].family)

    def draw(layout: Layout) -> Drawn:
        with watch("convert"):
            layout, parts = settle_drawings(composed.brochure, layout, edition, printer, fonts)
            pictures = convert_pictures(composed.brochure, layout, edition, printer) | parts
            artworks = _place_artworks(composed, layout, edition, printer)
        if artworks is None:
            with watch("draw"):
                return draw_document(layout, edition, info, records, pictures, printer, greys)
        for note in artworks.notes:
            wishes.report(note)
        with watch("draw"):
            drawn = draw_document(layout, edition, info, records, pictures | artworks.shown, printer, greys)
            return replace(drawn, pdf=artworks.finish(drawn.pdf))

    return draw


def _place_artworks(
    composed: Composed, layout: Layout, edition: Edition, printer: PrinterProfile | None
) -> PlacedArtworks | None:
    """The pages of documents on `layout`; None where there are none."""
    if not any(layout.artworks):
        return None
    # Few brochures show documents, and reading them takes pypdf and the judge.
    from layout.pipeline.artworks import prepare_artworks

    return prepare_artworks(composed.brochure, layout, edition, printer)


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
