"""Takes image XObjects and inline images, gives size, space, resolution and heaviest pixel; draws nothing."""

from __future__ import annotations

import math

from layout.model.geometry import Matrix, Rect, meet, transform_box
from layout.model.records import replace
from layout.preflight.facts import Image, PlacedImage
from layout.preflight.graphics.colour import GRAY, UNKNOWN, Inks, Space, measure_inks, palette_inks, total
from layout.preflight.graphics.samples import is_picture_torn
from layout.preflight.reading import objects as pdf
from layout.preflight.reading.limits import Budget
from layout.preflight.reading.operators import InlineImage, Operand
from layout.preflight.sightings import SOURCE_KEY, Subject
from layout.preflight.walk.forms import note_xobject
from layout.preflight.walk.paints import fill_paint, image_paint
from layout.preflight.walk.state_operators import note_intent
from layout.preflight.walk.walker import Walker

UNIT = Rect(0.0, 0.0, 1.0, 1.0)
DEPTHS = (1, 2, 4, 8, 16)
"""Bits that a component of a pixel may have (ISO 32000-1, table 89)."""
CODED = ("DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode")
"""Filters of pictures, which are not undone here."""


def place_image(walker: Walker, value: object, name: str) -> None:
    """An image XObject where it is painted."""
    stream = pdf.stream(value)
    if stream is None:
        return
    key = pdf.identity(value)
    image = walker.library.images.get(key)
    if image is None:
        image = walker.library.images[key] = read_image(walker, stream, pdf.object_number(value))
        walker.library.kept.append(value)
    file = image.name or walker.tag.file
    if file != image.name:
        image = replace(image, name=file)
    note_xobject(walker, stream, Subject("image", file), _seen_box(walker))
    _note_entries(walker, stream, file)
    if image.masked:
        _see(walker, "transparency", "SMask", file)
        _read_mask(walker, stream)
    _place(walker, image)


def _see(walker: Walker, what: str, detail: str, file: str) -> None:
    """Notes something about an image where it is painted."""
    walker.collector.see(what, detail, walker.place, _seen_box(walker), Subject("image", file))


def _seen_box(walker: Walker) -> Rect | None:
    """Where an image painted now is seen."""
    return meet(walker.state.clip, transform_box(walker.state.ctm, UNIT))


def _note_entries(walker: Walker, stream: pdf.Stream, file: str) -> None:
    if "/Intent" in stream:
        note_intent(walker, pdf.name(pdf.entry(stream, "Intent")))
    if pdf.truth(pdf.entry(stream, "Interpolate")):
        _see(walker, "image-entry", "Interpolate", file)
    bits = pdf.integer(pdf.entry(stream, "BitsPerComponent"), 1)
    if bits not in ((1,) if pdf.truth(pdf.entry(stream, "ImageMask")) else DEPTHS):
        _see(walker, "image-entry", f"BitsPerComponent {bits}", file)


def read_image(walker: Walker, stream: pdf.Stream, number: int) -> Image:
    """What an image dictionary says, and its heaviest pixel where that can be counted."""
    filters = pdf.filters(stream)
    stencil = pdf.truth(pdf.entry(stream, "ImageMask"))
    raw = pdf.raw(stream, "ColorSpace")
    short = pdf.name(raw)
    space = GRAY
    if not stencil:
        space = UNKNOWN
        if pdf.resolve(raw) is not None:
            space = walker.space(f"/{short}") if short else walker.space_of(raw)
    width, height = pdf.integer(pdf.entry(stream, "Width")), pdf.integer(pdf.entry(stream, "Height"))
    bits = 1 if stencil else pdf.integer(pdf.entry(stream, "BitsPerComponent"), 8)
    inks = bound_inks(space, stencil)
    counted = inks is not None or space.family == "Indexed"
    if inks is None and not set(filters) & set(CODED) and bits == 8 and not stencil:
        inks = _count_pixels(walker, stream, space, width * height * space.components)
        counted = inks is not None
    inside = pdf.integer(pdf.entry(stream, "SMaskInData")) > 0
    masked = inside or pdf.stream(pdf.raw(stream, "SMask")) is not None
    return Image(
        number=number,
        name=pdf.text(pdf.entry(stream, SOURCE_KEY)),
        width=width,
        height=height,
        bits=bits,
        space=space,
        filters=filters,
        stencil=stencil,
        masked=masked,
        inks=inks,
        counted=counted,
        torn=_is_torn(stream, walker.budget),
    )


def _is_torn(stream: pdf.Stream, budget: Budget) -> bool | None:
    """Whether a picture or its mask is torn."""
    masks = (pdf.stream(pdf.raw(stream, key)) for key in ("SMask", "Mask"))
    parts = [is_picture_torn(part, budget) for part in (stream, *masks) if part is not None]
    return True if True in parts else None if None in parts else False


def bound_inks(space: Space, stencil: bool) -> Inks | None:
    """The heaviest inks that a space of one ink or a palette can give; None where pixels must be counted."""
    if stencil:
        return ()
    if space.family == "Indexed":
        known = [inks for inks in palette_inks(space) if inks is not None]
        return max(known, key=total) if known else None
    if space.components == 1 and space.names != ("All",):
        return measure_inks(space, (0.0,) if space.family in ("DeviceGray", "ICCBased") else (1.0,))
    return None


def _count_pixels(walker: Walker, stream: pdf.Stream, space: Space, size: int) -> Inks | None:
    """The heaviest pixel of an image of 8 bits whose filters are cheap to undo."""
    limit = walker.budget.limits.image_bytes
    predicted = "/DecodeParms" in stream or "/DP" in stream
    step = space.components
    if not 0 < size <= (limit // 8 if predicted else limit) or step < 2 or "/Decode" in stream:
        return None
    if measure_inks(space, (0.0,) * step) is None:
        return None
    data = pdf.decode(stream, walker.budget, size + 64)
    if data is None or len(data) < size:
        return None
    planes = [data[start:size:step] for start in range(step)]
    heaviest = max(set(zip(*planes, strict=True)), key=sum)
    return measure_inks(space, [byte / 255 for byte in heaviest])


def _read_mask(walker: Walker, stream: pdf.Stream) -> None:
    mask = pdf.stream(pdf.raw(stream, "SMask"))
    if mask is not None:
        space = walker.space(f"/{pdf.name(pdf.raw(mask, 'ColorSpace'))}")
        walker.collector.add_space(space, "mask", walker.place, None)


def place_inline(walker: Walker, inline: InlineImage) -> None:
    """An inline image where it is painted."""
    entries = inline.entries
    stencil = entries.get("/ImageMask") is True
    space = GRAY if stencil else _inline_space(walker, entries.get("/ColorSpace"))
    written = entries.get("/Filter")
    names = written if isinstance(written, list) else [written]
    filters = tuple(str(name)[1:] for name in names if isinstance(name, str))
    bits = 1 if stencil else _whole(entries.get("/BitsPerComponent"), 8)
    inks = bound_inks(space, stencil)
    image = Image(
        number=0,
        name=walker.tag.file,
        width=_whole(entries.get("/Width")),
        height=_whole(entries.get("/Height")),
        bits=bits,
        space=space,
        filters=filters,
        stencil=stencil,
        masked=False,
        inks=inks,
        counted=inks is not None,
    )
    for name in filters:
        _see(walker, "filter", name, image.name)
    if entries.get("/Interpolate") is True:
        _see(walker, "image-entry", "Interpolate", image.name)
    _place(walker, image)


def _inline_space(walker: Walker, operand: Operand) -> Space:
    if isinstance(operand, list) and len(operand) == 4 and operand[0] == "/Indexed":
        base = walker.space(operand[1])
        table = operand[3]
        palette = table if isinstance(table, bytes) else b""
        return Space(family="Indexed", components=1, base=base, palette=palette)
    return walker.space(operand) if isinstance(operand, str) else UNKNOWN


def _whole(operand: Operand, otherwise: int = 0) -> int:
    return int(operand) if isinstance(operand, float) else otherwise


def resolution(ctm: Matrix, width: int, height: int) -> tuple[float, float]:
    """Pixels an inch across and down, for an image painted on the unit square of `ctm`."""
    across, down = math.hypot(ctm[0], ctm[1]), math.hypot(ctm[2], ctm[3])
    return (
        width * 72 / across if across > 0 else math.inf,
        height * 72 / down if down > 0 else math.inf,
    )


def _place(walker: Walker, image: Image) -> None:
    state, collector = walker.state, walker.collector
    paint = fill_paint(walker) if image.stencil else image_paint(walker, image.space, image.inks)
    box = _seen_box(walker)
    role = "fill" if image.stencil else "image"
    collector.add_space(paint.space, role, walker.place, collector.over or box, image.name)
    if box is None:
        return
    collector.end_line()
    collector.add_ground(box, None)
    ppi = resolution(state.ctm, image.width, image.height)
    collector.add_placement(
        PlacedImage(
            box=collector.over or box, image=image, ppi=ppi, paint=paint, place=walker.place, tag=walker.tag
        )
    )
