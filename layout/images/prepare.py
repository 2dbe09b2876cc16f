"""Takes decoded pixels, gives them cropped, shrunk, flat, in an edition's colours; never encodes."""

from __future__ import annotations

from PIL import Image as Pictures
from PIL.Image import Dither, Image, Resampling
from PIL.ImageChops import difference, invert

from layout.images import inks
from layout.images.decode import Picture
from layout.images.fitting import crop_box, fewer_pixels
from layout.images.pixels import INK_LIMIT, INK_PROFILE, RasterInfo, Target
from layout.images.toning import set_duotone, sharpen
from layout.model.colour import Colour

_CODING = 0.1
"""Ink (parts of 1) that rounding in a JPEG may add again; the profile for 300 % leaves as much room."""


def prepare(picture: Picture, info: RasterInfo, target: Target) -> Image:
    """Pixels of mode 1, L, RGB or CMYK for `target`; nothing of them is transparent."""
    image = _resample(picture.image, info, target)
    if image.mode == "1":
        return image
    alpha = None
    if image.mode in {"LA", "RGBA"}:
        alpha = image.getchannel("A")
        image = image.convert(image.mode[:-1])
    image = _colours(image, picture.profile, target)
    if alpha is None or alpha.getextrema() == (255, 255):
        return image
    return _flatten(image, alpha, target)


def _resample(image: Image, info: RasterInfo, target: Target) -> Image:
    """The crop, shrunk where it has too many pixels; a drawing of one bit stays one."""
    left, top, right, bottom = crop_box(info, target)
    factor = fewer_pixels(info, target)
    size = (right - left, bottom - top)
    if factor:
        size = (max(1, round(size[0] * factor)), max(1, round(size[1] * factor)))
    # The decoder may have reduced the picture already, so the crop is taken in its own pixels.
    across, down = image.width / info.width, image.height / info.height
    box = (left * across, top * down, right * across, bottom * down)
    if size == image.size and box == (0, 0, *size):
        return image
    if not factor:
        return image.crop((left, top, right, bottom))
    if image.mode == "1":
        return image.convert("L").resize(size, Resampling.LANCZOS, box).convert("1", dither=Dither.NONE)
    return sharpen(image.resize(size, Resampling.LANCZOS, box, reducing_gap=3.0), target.look.sharpening)


def _colours(image: Image, profile: bytes | None, target: Target) -> Image:
    if image.mode == "L":
        return _toned(image, target)
    if target.look.duotone or target.space == "grey" or _is_neutral(image):
        return _toned(inks.to_screen(image, profile, target.intent).convert("L"), target)
    if target.space == "cmyk":
        printed = inks.to_inks(image, profile, target.inks, target.intent)
        held = printed is image or (target.inks == INK_PROFILE and target.ink_limit >= INK_LIMIT)
        return printed if held else inks.hold_limit(printed, target.ink_limit - _CODING)
    return inks.to_screen(image, profile, target.intent)


def _toned(image: Image, target: Target) -> Image:
    """Grey pixels, or the duotone that is wanted of them where there are colours."""
    if target.look.duotone is None or target.space == "grey":
        return image
    toned = set_duotone(image, target.look.duotone, target.space)
    return inks.hold_limit(toned, target.ink_limit - _CODING) if target.space == "cmyk" else toned


def _is_neutral(image: Image) -> bool:
    """Whether a picture stored in colours has none: such a one is printed with black ink alone."""
    if image.mode != "RGB":
        return False
    red, green, blue = image.split()
    return difference(red, green).getbbox() is None and difference(green, blue).getbbox() is None


def _flatten(image: Image, alpha: Image, target: Target) -> Image:
    """The picture laid on the page's own colour, whose inks stay exactly what the theme says."""
    if image.mode == "L" and target.space != "grey" and not _is_grey(target):
        image = _with_inks(image) if target.space == "cmyk" else image.convert("RGB")
    ground = Pictures.new(image.mode, image.size, _ground(target.page, image.mode, target))
    ground.paste(image, mask=alpha)
    return ground


def _is_grey(target: Target) -> bool:
    if target.space == "cmyk":
        return not any(target.page.cmyk[:3])
    return len(set(target.page.rgb)) == 1


def _with_inks(image: Image) -> Image:
    """Grey as CMYK of which only the black ink prints."""
    nothing = Pictures.new("L", image.size, 0)
    return Pictures.merge("CMYK", (nothing, nothing, nothing, invert(image)))


def _ground(page: Colour, mode: str, target: Target) -> int | tuple[int, ...]:
    """The page's colour as one sample of `mode`."""
    if mode == "CMYK":
        return tuple(round(255 * ink) for ink in page.cmyk)
    if mode == "RGB":
        return tuple(round(255 * light) for light in page.rgb)
    if target.space == "cmyk":
        return round(255 * (1 - page.cmyk[3]))
    red, green, blue = page.rgb
    return round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))
