"""Takes composed pages, gives a record of every picture on them, and thumbnails as a PDF; changes none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from layout.compose.proof.thumbnails import thumbnail_layout
from layout.images.checks import load_picture
from layout.images.kinds import picture_kind
from layout.images.pixels import RasterInfo, effective_ppi
from layout.images.svg.bounds import inks_in
from layout.model.blocks.pictures import Figure
from layout.model.blocks.reference import Publicity
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Rejected, Span
from layout.model.layout import ARTIFACT, ArtworkItem, DrawingItem, ImageItem, Layout, PlacedPicture
from layout.model.products.edition import EDITIONS
from layout.model.products.picture_list import ListedPicture
from layout.model.products.printer import PrinterProfile
from layout.pipeline.checks.resolution import ROUNDING
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import prepare_drawing
from layout.pipeline.pictures import picture_target
from layout.pipeline.wishes import ProductWishes

LOGO, COVER = "logo", "cover"
"""Places of pictures that no figure chooses."""
INK_MODELS = {"1": "grey", "L": "grey", "LA": "grey", "CMYK": "CMYK"}
"""What colour models mean; those without a row are RGB."""


def list_pictures(composed: Composed, printer: PrinterProfile) -> tuple[ListedPicture, ...]:
    """Every picture with a file, page by page. Raises Rejected where one cannot be read."""
    brochure = composed.brochure
    front, back = composed.covers
    places = _places(brochure)
    found: list[ListedPicture] = []
    for layout in (front, composed.body, back):
        for page in layout.pages if layout is not None else ():
            for item in page.items:
                if isinstance(item, DrawingItem | ImageItem | ArtworkItem) and item.file:
                    where, place = _origin(item, layout, places, brochure)
                    found.append(_describe(brochure, item, page.number, where, place, printer))
    return tuple(found)


def draw_thumbnails(
    composed: Composed, listed: Sequence[ListedPicture], said: Callable[[ListedPicture], tuple[str, ...]]
) -> bytes:
    """A PDF of A4 pages with every picture, small, and below each what is `said` of it."""
    style = composed.theme.styles["caption"]
    face = composed.faces.face(style.family, style.weight, style.italic)
    layout = thumbnail_layout([(one.item, said(one)) for one in listed], face)
    return prepare_drawing(composed, EDITIONS["screen"], ProductWishes())(layout).pdf


_Places = dict[Span | str, tuple[Span, str]]


def _places(brochure: Brochure) -> _Places:
    """Where each picture is written and how it is placed, by that place and by its file."""
    places: _Places = {}
    for section in brochure.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                placed = (block.where, block.placement.value)
                places[block.where] = placed
                places.setdefault(block.file, placed)
            elif isinstance(block, Publicity):
                for logo in block.logos:
                    places.setdefault(logo.file, (logo.where, LOGO))
    return places


def _origin(
    item: PlacedPicture, layout: Layout | None, places: _Places, brochure: Brochure
) -> tuple[Span, str]:
    origin = None if layout is None or item.leaf == ARTIFACT else layout.origin_of(item.leaf)
    if origin is not None and origin.where in places:
        return places[origin.where]
    return places.get(item.file, (brochure.where, COVER))


def _describe(
    brochure: Brochure, item: PlacedPicture, page: int, where: Span, place: str, printer: PrinterProfile
) -> ListedPicture:
    path = str(Path(brochure.folder) / item.file)
    kind, ppi, profile, ink, enlarged = picture_kind(path, where), None, "", None, False
    colours: tuple[str, ...] = ()
    if isinstance(item, ImageItem):
        info = load_picture(path, where)
        assert isinstance(info, RasterInfo)
        ppi = effective_ppi(info, item.box.width, item.box.height)
        wanted = printer.bitmap_ppi if info.bits == 1 else printer.ppi
        enlarged = ppi < wanted - ROUNDING
        colours = (INK_MODELS.get(info.mode, "grey" if info.bits == 16 else "RGB"),)
        profile, ink = _measure(path, item, printer, where)
    elif isinstance(item, DrawingItem):
        ink = max(inks_in(item.drawing.paths), default=None)
    elif isinstance(item, ArtworkItem):
        colours = _spaces(brochure, item, where)
    seen = item.clip or item.box
    return ListedPicture(
        file=item.file,
        where=where,
        page=page,
        place=place,
        kind=kind,
        width=seen.width,
        height=seen.height,
        ppi=ppi,
        colours=colours,
        profile=profile,
        ink=ink,
        enlarged=enlarged,
        item=item,
    )


def _measure(path: str, item: ImageItem, printer: PrinterProfile, where: Span) -> tuple[str, float]:
    # Content without photographs needs no decoder.
    from layout.images.raster import measure_print

    return measure_print(path, picture_target(item, EDITIONS["print"], printer), where)


def _spaces(brochure: Brochure, item: ArtworkItem, where: Span) -> tuple[str, ...]:
    """The colour models that a page of a document paints in, spot inks by their names."""
    # Few brochures show documents, and reading them takes the judge.
    from layout.pipeline.artworks import read_artwork_page
    from layout.preflight.report.fitness import list_spaces

    artwork, _ = read_artwork_page(brochure, item.file, item.choice, where)
    try:
        return list_spaces(artwork.pdf)
    except Rejected:
        return ()
