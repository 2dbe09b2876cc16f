"""Takes a brochure's sections, gives what is wrong with their pictures, each picture once; changes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from layout.images.kinds import RASTER, SHEETS, SVG, picture_kind
from layout.images.marks.emblem import ASPECT, USUAL_HEIGHT, fit_height
from layout.images.marks.logos import size_logos
from layout.images.marks.qr import draw_qr
from layout.images.pixels import RasterInfo, SheetInfo
from layout.model.blocks.pictures import Figure, QrCode
from layout.model.blocks.reference import Logo, Publicity
from layout.model.colour import BLACK, Colour
from layout.model.content.brochure import Section
from layout.model.content.looks import FIRST, PageChoice
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.drawing import Drawing
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.model.values import Count, Extent, Millimetres, SystemReason, Values

ROUNDING = 0.05
"""Points by which two sizes may differ and be called equal."""


class _Request(Struct, frozen=True):
    """What a picture depends on: its file as it is now, and for an SVG the theme's colours."""

    path: str
    stamp: tuple[int, int]
    palette: tuple[tuple[str, Colour], ...]
    choice: PageChoice
    where: Span

    @property
    def _asked(self) -> tuple[object, ...]:
        return (self.path, self.stamp, self.palette, self.choice)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same; `where` is not asked."""
        return isinstance(other, _Request) and self._asked == other._asked

    def __hash__(self) -> int:
        return hash(self._asked)


def load_picture(
    path: str,
    where: Span | None = None,
    palette: Mapping[str, Colour] | None = None,
    choice: PageChoice = FIRST,
) -> RasterInfo | Drawing | SheetInfo:
    """What a picture file holds; a file that has not changed is read once.

    `palette` is the theme's colours by name, without it those of the standard theme; `choice` is the page of
    a document. Raises `Rejected` at `where` (or at the file) as `probe` and `read_svg` do.
    """
    where = where or Span(path)
    colours = Theme().colours if palette is None else palette
    try:
        status = Path(path).stat()
        stamp = (status.st_mtime_ns, status.st_size)
    except (OSError, ValueError):
        stamp = (0, 0)
    named = tuple(sorted(colours.items(), key=lambda entry: entry[0]))
    return _load(_Request(path, stamp, named, choice, where))


@lru_cache(maxsize=512)
def _load(request: _Request) -> RasterInfo | Drawing | SheetInfo:
    kind = picture_kind(request.path, request.where)
    if kind in SHEETS:
        return _measure_sheet(request)
    if kind == SVG:
        # Content without drawings needs no reader of SVG and CSS, content without photographs no Pillow.
        from layout.images.svg.drawing import read_svg

        try:
            return read_svg(request.path, request.where, dict(request.palette))
        except OSError as error:
            raise Rejected.one(
                "image-locked", request.where, file=request.path, reason=SystemReason.of(error)
            ) from None
    from layout.images.raster import probe

    return probe(request.path, request.where)


def _measure_sheet(request: _Request) -> SheetInfo:
    # Few brochures show documents.
    from layout.pdfreading.artwork import UnfitArtwork, measure_artwork

    try:
        return SheetInfo(*measure_artwork(request.path, request.stamp, request.choice))
    except UnfitArtwork as unfit:
        raise Rejected.one(unfit.code, request.where, file=request.path, **unfit.values) from None
    except OSError as error:
        reason = SystemReason.of(error)
        raise Rejected.one("image-locked", request.where, file=request.path, reason=reason) from None


def inspect_pictures(
    sections: Iterable[Section], folder: Path, palette: Mapping[str, Colour] | None = None
) -> tuple[Diagnostic, ...]:
    """What keeps figures, logos and QR codes from being drawn, and what becomes of drawings, at their blocks.

    Files are relative to the content's `folder`; no pixel is decoded. `palette` is as for `load_picture`.
    """
    diagnostics: list[Diagnostic] = []
    for section in sections:
        for file, where, choice in _pictures(section):
            try:
                picture = load_picture(str(folder / file), where, palette, choice)
            except Rejected as rejected:
                diagnostics.extend(rejected.diagnostics)
            else:
                diagnostics.extend(_notes(picture, file, where))
        for block in section.blocks:
            if isinstance(block, QrCode):
                diagnostics.extend(_inspect_code(block))
            elif isinstance(block, Publicity):
                diagnostics.extend(_compare_marks(block, folder, palette))
    return tuple(diagnostics)


def _notes(picture: RasterInfo | Drawing | SheetInfo, file: str, where: Span) -> Iterator[Diagnostic]:
    """What its sender should know of what becomes of a sound picture."""
    if isinstance(picture, Drawing):
        yield from (replace(note, where=where) for note in picture.notes)
    if not isinstance(picture, RasterInfo):
        return
    values: Values = {"file": file}
    if picture.frames > 1:
        yield Diagnostic("image-first", where, {**values, "count": Count(picture.frames)}, Severity.NOTE)
    if picture.layered:
        yield Diagnostic("image-layers", where, values, Severity.NOTE)
    if picture.inverted is not None:
        code = "image-inks-inverted" if picture.inverted else "image-inks-plain"
        yield Diagnostic(code, where, values, Severity.NOTE)


def _compare_marks(
    block: Publicity, folder: Path, palette: Mapping[str, Colour] | None
) -> Iterator[Diagnostic]:
    """Whether a logo is larger than the emblem as it was asked for, or makes it grow."""
    logos: list[tuple[Logo, float]] = []
    for logo in block.logos:
        try:
            picture = load_picture(str(folder / logo.file), logo.where, palette, logo.choice)
        except Rejected:
            continue
        logos.append((logo, picture.width / picture.height))
    wished = block.emblem.height if block.emblem else None
    sizes = size_logos([(aspect, logo.height) for logo, aspect in logos], wished)
    for (logo, _), size in zip(logos, sizes, strict=True):
        least = min(size[1], size[0] / ASPECT)
        if wished is not None and least > wished + ROUNDING:
            values: Values = {
                "file": logo.file,
                "logo": Extent(*size),
                "emblem": Extent(ASPECT * wished, wished),
                "least": Millimetres(least),
            }
            yield Diagnostic("logo-over-emblem", logo.where, values)
    if block.emblem and block.emblem.height is None and fit_height(sizes) > USUAL_HEIGHT + ROUNDING:
        grown = {"height": Millimetres(fit_height(sizes)), "usual": Millimetres(USUAL_HEIGHT)}
        yield Diagnostic("emblem-grown", block.where, grown, Severity.NOTE)


def inspect_pixels(sections: Iterable[Section], folder: Path) -> tuple[Diagnostic, ...]:
    """Every file of pixels that cannot be decoded, each file once, at the first block that names it.

    What `inspect_pictures` tells is not told again.
    """
    diagnostics: list[Diagnostic] = []
    for file, where in picture_places(sections).items():
        path = str(folder / file)
        if _is_sound_raster(path, where):
            # Loaded already where there is a sound one.
            from layout.images.raster import decode

            try:
                if decode(path, where):
                    diagnostics.append(Diagnostic("image-grey-end", where, {"file": file}, Severity.WARNING))
            except Rejected as rejected:
                diagnostics.extend(rejected.diagnostics)
    return tuple(diagnostics)


def _is_sound_raster(path: str, where: Span) -> bool:
    try:
        return picture_kind(path, where) in RASTER and isinstance(load_picture(path, where), RasterInfo)
    except Rejected:
        return False


def picture_places(sections: Iterable[Section]) -> dict[str, Span]:
    """Where in the content each picture's file is first named."""
    places: dict[str, Span] = {}
    for section in sections:
        for file, where, _ in _pictures(section):
            places.setdefault(file, where)
    return places


def _inspect_code(code: QrCode) -> tuple[Diagnostic, ...]:
    try:
        draw_qr(code.data, code.size, BLACK, code.where)
    except Rejected as rejected:
        return rejected.diagnostics
    return ()


def _pictures(section: Section) -> Iterator[tuple[str, Span, PageChoice]]:
    for block in section.blocks:
        if isinstance(block, Figure):
            yield block.file, block.where, block.choice
        elif isinstance(block, Publicity):
            yield from ((logo.file, logo.where, logo.choice) for logo in block.logos)
