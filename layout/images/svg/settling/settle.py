"""Takes a drawing and an edition's wishes, gives it with pictures of what shapes cannot say; places none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil, floor

from PIL import Image, ImageChops

from layout.images.encode import encode
from layout.images.inks import hold_limit, to_inks
from layout.images.pixels import INK_LIMIT, INK_PROFILE, Pixels, Space
from layout.images.svg.bounds import is_rectangle, outline_box, parts_in
from layout.images.svg.document.serial import alone, has_shares, unit_of, up_to
from layout.images.svg.settling.flat import flatten
from layout.images.svg.settling.render import MOST_PIXELS, Frame, RenderJob, render
from layout.model.colour import WHITE, Colour
from layout.model.drawing import Drawing, Group, Label, Part, Path, Shape
from layout.model.geometry import Rect, contains
from layout.model.records import Struct, replace

_PROBE = 800
"""Pixels of the longer side of a page on which a part's extent is looked for."""
_MARGIN = 2
"""Pixels of a probe round what it shows."""
_TRACE = 2
"""Steps of 255 from which opacity is seen."""
_FAINT = [255 if value >= 8 else 0 for value in range(256)]
"""Opacities that a press shows: paper with less of an ink differs from paper by its edge alone."""
_NEAR = 1e-6
_LINE_ART = 1200.0
"""Pixels to the inch of flat colours on a press, whose edges are sharp."""
_FLAT_COLOURS = 12
_FLAT_SHARE = 0.94
"""Few colours that make up so much of a part show that it is flat; the rest are smoothed edges."""


class DrawingWish(Struct, frozen=True, kw_only=True):
    """What an edition wants of a drawing placed at `scale` (points of the page for one of its own).

    `live` editions may have something see-through. Colours become `space`, by the ICC file `inks` and with no
    more than `ink_limit`. Letters are set in the font files `fonts`, those of unknown families in the first.
    """

    space: Space
    ppi: float
    scale: float
    live: bool
    quality: int = 85
    inks: str = INK_PROFILE
    ink_limit: float = INK_LIMIT
    fonts: tuple[str, ...] = ()


def settle(drawing: Drawing, wish: DrawingWish) -> tuple[Drawing, dict[Part, Pixels]]:
    """The drawing as it can be drawn, and the pixels of each part in it that is a picture.

    Raises `RenderingFailed` where a part takes too much time or memory.
    """
    shapes = drawing.paths if wish.live else flatten(drawing.paths)
    parts = list(dict.fromkeys(parts_in(shapes)))
    if not parts:
        return (drawing if shapes == drawing.paths else replace(drawing, paths=shapes)), {}
    page = (drawing.width, drawing.height)
    frames = _find(parts, page, wish)
    pictures = {
        part: (replace(part, box=(f.left, f.top, f.width, f.height), ppi=f.across * 72 / f.width), f)
        for part, f in frames.items()
    }
    pixels = _picture(pictures, page, _paper(shapes, page), wish)
    settled = {part: made for part, (made, _) in pictures.items()}
    return replace(drawing, paths=tuple(_replaced(shapes, settled))), pixels


def _replaced(shapes: Iterable[Shape], settled: Mapping[Part, Part]) -> list[Shape]:
    """Shapes with parts that have their box; one that shows nothing is left out."""
    made: list[Shape] = []
    for shape in shapes:
        match shape:
            case Part() | Label():
                part = shape.picture if isinstance(shape, Label) else shape
                if part in settled:
                    made.append(settled[part])
            case Group():
                made.append(replace(shape, shapes=tuple(_replaced(shape.shapes, settled))))
            case _:
                made.append(shape)
    return made


def _paper(shapes: Sequence[Shape], page: tuple[float, float]) -> Colour:
    """What the drawing begins with where that covers its page, else paper."""
    first = shapes[0]
    if isinstance(first, Path) and isinstance(first.fill, Colour) and is_rectangle(first.segments):
        box = outline_box(first.segments)
        if box is not None and contains(box, Rect(0.0, 0.0, *page), 0.1):
            return first.fill
    return WHITE


def _find(parts: list[Part], page: tuple[float, float], wish: DrawingWish) -> dict[Part, Frame]:
    """Where each part shows something, and how finely it is to be drawn."""
    longer = max(page)
    across, down = (max(1, round(_PROBE * side / longer)) for side in page)
    whole = _whole(page, across, down)
    jobs = (RenderJob(alone(part.document, part.element), page, whole) for part in parts)
    frames = {}
    for part, probe in zip(parts, render(jobs, wish.fonts), strict=True):
        opacity = probe.getchannel("A").point(_seen)
        seen = opacity.getbbox()
        if seen is None:
            continue
        left, top = max(0, seen[0] - _MARGIN), max(0, seen[1] - _MARGIN)
        right, foot = min(across, seen[2] + _MARGIN), min(down, seen[3] + _MARGIN)
        x, y = page[0] / across, page[1] / down
        ppi = wish.ppi
        if wish.space == "cmyk" and _is_flat(probe.crop(seen)):
            ppi = max(ppi, _LINE_ART)
        box = Rect(left * x, top * y, right * x, foot * y)
        if has_shares(part.document):
            box = Rect(0.0, 0.0, *page)
        frames[part] = _frame(box, page, wish.scale * ppi / 72, unit_of(part.document, page))
    return frames


_seen: list[int] = [255 if value >= _TRACE else 0 for value in range(256)]


def _frame(box: Rect, page: tuple[float, float], density: float, unit: float) -> Frame:
    """A box drawn with `density` pixels to the point, fewer where they would be too many.

    A user unit (`unit` points) is whole pixels where it is at least one: filters round to them.
    """
    density = min(density, (MOST_PIXELS / (box.width * box.height)) ** 0.5)
    if density * unit >= 1:
        density = ceil(density * unit - _NEAR) / unit
    if (box.width, box.height) == page:
        return _whole(page, max(1, round(page[0] * density)), max(1, round(page[1] * density)))
    left, top = floor(box.x0 * density), floor(box.y0 * density)
    across, down = ceil(box.x1 * density) - left, ceil(box.y1 * density) - top
    return Frame(
        left=left / density,
        top=top / density,
        width=across / density,
        height=down / density,
        across=across,
        down=down,
    )


def _whole(page: tuple[float, float], across: int, down: int) -> Frame:
    return Frame(left=0.0, top=0.0, width=page[0], height=page[1], across=across, down=down)


def _is_flat(picture: Image.Image) -> bool:
    colours = picture.getcolors(picture.width * picture.height) or []
    counts = sorted((count for count, value in colours if value[3] >= _TRACE), reverse=True)  # type: ignore[index]
    return sum(counts[:_FLAT_COLOURS]) >= _FLAT_SHARE * sum(counts)


def _picture(
    pictures: Mapping[Part, tuple[Part, Frame]], page: tuple[float, float], paper: Colour, wish: DrawingWish
) -> dict[Part, Pixels]:
    jobs = []
    for part, (_, frame) in pictures.items():
        jobs.append(RenderJob(alone(part.document, part.element), page, frame))
        if part.blends or not wish.live:
            jobs.append(RenderJob(up_to(part.document, part.element), page, frame))
    drawn = iter(render(jobs, wish.fonts))
    finish: Callable[[Image.Image, Image.Image, Colour, DrawingWish], Pixels] = (
        _live if wish.live else _opaque
    )
    pixels = {}
    for part, (made, _) in pictures.items():
        own = next(drawn)
        below = next(drawn) if part.blends or not wish.live else own
        pixels[made] = finish(own, below, paper, wish)
    return pixels


def _live(own: Image.Image, below: Image.Image, _paper: Colour, wish: DrawingWish) -> Pixels:
    """Colours and how opaque they are; what is below the part is repeated only where it shows something."""
    opacity = below.getchannel("A")
    if below is not own:
        opacity = ImageChops.multiply(opacity, own.getchannel("A").point(_seen))
    colours = Image.new("RGB", own.size, "white")
    colours.paste(below.convert("RGB"), mask=opacity.point(_seen))
    base = encode(colours.convert("L") if wish.space == "grey" else colours, wish.quality, False, False)
    if opacity.getextrema()[0] == 255:
        return base
    return replace(base, mask=encode(opacity, 100, False, False, exact=True))


def _opaque(own: Image.Image, below: Image.Image, paper: Colour, wish: DrawingWish) -> Pixels:
    """What a press prints: everything up to the part on paper, and which pixels of it are the part's."""
    red, green, blue = (round(255 * value) for value in paper.rgb)
    ground = Image.new("RGBA", own.size, (red, green, blue, 255))
    ground.alpha_composite(below)
    flat = ground.convert("RGB")
    colours = flat.convert("L") if _is_grey(flat) else _inked(flat, wish)
    base = encode(colours, wish.quality, False, True)
    opacity = own.getchannel("A").point(_FAINT)
    if opacity.getextrema()[0] == 255:
        return base
    hidden = opacity.point([255 - value for value in range(256)]).convert("1", dither=Image.Dither.NONE)
    return replace(base, mask=encode(hidden, 100, False, True))


def _inked(flat: Image.Image, wish: DrawingWish) -> Image.Image:
    return hold_limit(to_inks(flat, None, wish.inks, wish.inks), wish.ink_limit)


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return not any(ImageChops.difference(red, other).getbbox() for other in (green, blue))
