"""Takes the pages of documents placed on a layout's pages, gives what one product shows of each of them."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from layout.draw.picture import ShownPictures
from layout.images.checks import picture_places
from layout.images.pixels import FormPlace, Pixels, Target
from layout.images.raster import convert_samples
from layout.model.content.brochure import Brochure
from layout.model.content.looks import PageChoice
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.layout import ArtworkItem, Layout
from layout.model.products.edition import Edition
from layout.model.products.printer import PrinterProfile
from layout.model.records import Struct
from layout.model.values import Listed, SystemReason, Values
from layout.output.artwork.extract import Artwork, extract_artwork
from layout.output.artwork.place import enlarge, give_inks_meaning, place_artworks
from layout.output.artwork.render import UnrenderedError, render_artwork
from layout.output.press.conversion import convert_page
from layout.pdfreading.artwork import UnfitArtwork, read_artwork
from layout.pipeline.pictures import ink_profiles
from layout.preflight.report.fitness import find_unfit

FINE = 600.0
"""Pixels per inch of a picture of lines and letters where no printer says how many it wants."""
_WARNINGS = frozenset({"artwork-annotations"})


class PlacedArtworks(Struct, frozen=True):
    """What is drawn for each placed page, the pages that are put there later, and what is told of them."""

    shown: ShownPictures
    artworks: dict[str, Artwork]
    notes: tuple[Diagnostic, ...]

    def finish(self, drawn: bytes) -> bytes:
        """The drawn file with the pages in their places."""
        return place_artworks(drawn, self.artworks) if self.artworks else drawn


def prepare_artworks(
    brochure: Brochure, layout: Layout, edition: Edition, printer: PrinterProfile | None
) -> PlacedArtworks:
    """The pages of documents on `layout` as `edition` can show them.

    In inks, or in greys, what cannot be said in them becomes a picture, as a note tells. Raises Rejected, at
    the picture's place in the content, for pages that cannot be placed.
    """
    places = picture_places(brochure.sections)
    shown: ShownPictures = {}
    artworks: dict[str, Artwork] = {}
    told: list[Diagnostic] = []
    for item in dict.fromkeys(layout.artworks):
        where = places.get(item.file, brochure.where)
        artwork, lacks = read_artwork_page(brochure, item.file, item.choice, where)
        if any(one.severity is Severity.ERROR for one in lacks):
            raise Rejected(lacks)
        told.extend(lacks)
        fitted, unfit = _fit(artwork, item, edition, printer)
        if fitted is None:
            shown[item] = _picture(artwork, item, edition, printer, where)
            if unfit:
                values: Values = {"file": item.file, "rules": Listed(unfit)}
                told.append(Diagnostic("artwork-pictured", where, values, Severity.NOTE))
        else:
            key = sha256(fitted.pdf).hexdigest()
            shown[item], artworks[key] = FormPlace(key), fitted
    return PlacedArtworks(shown, artworks, tuple(dict.fromkeys(told)))


def inspect_artworks(brochure: Brochure, layout: Layout) -> list[Diagnostic]:
    """What keeps pages of documents from being placed in any product."""
    places = picture_places(brochure.sections)
    found: list[Diagnostic] = []
    for file, choice in dict.fromkeys((item.file, item.choice) for item in layout.artworks):
        try:
            found.extend(read_artwork_page(brochure, file, choice, places.get(file, brochure.where))[1])
        except Rejected as rejected:
            found.extend(rejected.diagnostics)
    return found


def read_artwork_page(
    brochure: Brochure, file: str, choice: PageChoice, where: Span
) -> tuple[Artwork, tuple[Diagnostic, ...]]:
    """A page of a document alone, and what is wrong with it; raises Rejected `where` it cannot be had."""
    try:
        artwork, lacks = _extract(read_artwork(str(Path(brochure.folder) / file)), choice)
    except UnfitArtwork as unfit:
        raise Rejected.one(unfit.code, where, file=file, **unfit.values) from None
    except OSError as error:
        raise Rejected.one("image-locked", where, file=file, reason=SystemReason.of(error)) from None
    return artwork, tuple(
        Diagnostic(
            lack.code,
            where,
            {"file": file, **lack.values},
            Severity.WARNING if lack.code in _WARNINGS else Severity.ERROR,
        )
        for lack in lacks
    )


@lru_cache(maxsize=8)
def _extract(data: bytes, choice: PageChoice) -> tuple[Artwork, list[UnfitArtwork]]:
    return extract_artwork(data, choice)


def _fit(
    artwork: Artwork, item: ArtworkItem, edition: Edition, printer: PrinterProfile | None
) -> tuple[Artwork | None, tuple[str, ...]]:
    """The page in what the edition can say, or None, and the rules that hold it back."""
    if edition.space == "grey":
        return None, ()
    if printer is not None:
        pdf, _ = convert_page(artwork.pdf, *ink_profiles(printer))
        fitted = Artwork(pdf, artwork.size)
    elif edition.tagged:
        fitted = give_inks_meaning(artwork)
    else:
        return artwork, ()
    try:
        unfit = find_unfit(enlarge(fitted, item.box.width, item.box.height).pdf, printer)
    except Rejected as rejected:
        unfit = tuple(one.code for one in rejected.diagnostics)
    return (None if unfit else fitted), unfit


def _picture(
    artwork: Artwork, item: ArtworkItem, edition: Edition, printer: PrinterProfile | None, where: Span
) -> Pixels:
    """A picture of the whole page as large as it stands there."""
    ppi = max(edition.ppi, FINE) if printer is None else max(printer.ppi, FINE)
    box = item.box
    wish = Target(space=edition.space, width=box.width, height=box.height, ppi=ppi, quality=edition.quality)
    if printer is not None:
        inks, intent = ink_profiles(printer)
        wish = Target(
            space=edition.space,
            width=box.width,
            height=box.height,
            ppi=ppi,
            quality=edition.quality,
            inks=inks,
            intent=intent,
            ink_limit=printer.ink_limit,
        )
    try:
        samples, across, down = render_artwork(artwork, ppi * box.width / artwork.size[0])
    except UnrenderedError:
        raise Rejected.one("artwork-not-rendered", where, file=item.file) from None
    return convert_samples(samples, across, down, wish, Span(item.file))
