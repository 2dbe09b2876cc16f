"""Takes a picture file of pixels, gives what its header says or pixels ready for a PDF; never places them."""

from __future__ import annotations

import importlib
import logging
import mmap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL.ImageFile import ImageFile

from layout.images import inks, jpeg
from layout.images.decode import read_pixels
from layout.images.encode import encode
from layout.images.kinds import RASTER, picture_kind
from layout.images.pixels import Pixels, RasterInfo, Target
from layout.images.prepare import prepare
from layout.images.refusal import refusal
from layout.model.diagnostic import Rejected, Span

__all__ = ["MAX_PIXELS", "Pixels", "RasterInfo", "Target", "convert", "decode", "probe"]

MAX_PIXELS = 80_000_000
"""Pixels a picture may have: A3 at 600 ppi has 70 million; more is a mistake or an attack."""

_PLUGINS = {
    "JPEG": ("PIL.JpegImagePlugin", "JpegImageFile"),
    "PNG": ("PIL.PngImagePlugin", "PngImageFile"),
    "TIFF": ("PIL.TiffImagePlugin", "TiffImageFile"),
    "WebP": ("PIL.WebPImagePlugin", "WebPImageFile"),
}
_BITS = {"1": 1, "I;16": 16, "I;16B": 16, "I;16L": 16, "I;16N": 16}
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"}) | frozenset(_BITS)
_SPECK = 4
"""Pixels each way that count as one place on the paper."""
_ORIENTATION = 0x0112
"""The EXIF tag that says how the camera was held (JEITA CP-3451, 4.6.4)."""


def probe(path: str, where: Span) -> RasterInfo:
    """What the header of a JPEG, PNG, TIFF or WebP file says; no pixel is decoded.

    Raises `Rejected` at `where` for whatever cannot be used: no such file, another or a broken format,
    more than `MAX_PIXELS`, several frames or pages, a cut-off file, a colour model without a meaning.
    """
    kind = picture_kind(path, where)
    if kind not in RASTER:
        raise refusal("image-format", where, file=path, kind=kind)
    with open_raster(path, kind, where) as image:
        info = describe(image, kind)
    _refuse_cut_off(path, kind, where)
    return info


def convert(path: str, target: Target, where: Span | None = None) -> Pixels:
    """The picture as `target` wants it: cropped, upright, no finer than needed, in its colours, flat.

    A JPEG that is already so keeps its bytes (less its metadata). Equal input gives equal bytes.
    Raises `Rejected` as `probe` does, and for pixels that cannot be decoded.
    """
    where = where or Span(path)
    info = probe(path, where)
    with open_raster(path, info.kind, where) as image:
        untouched = jpeg.reuse(path, image, info, target)
        if untouched and not jpeg.is_generous(image, target):
            return untouched
        picture = read_pixels(image, info, target)
    anew = encode(prepare(picture, info, target), target.quality, picture.lossy, target.space == "cmyk")
    return untouched if untouched and len(untouched.data) <= len(anew.data) else anew


@contextmanager
def open_raster(path: str, kind: str, where: Span) -> Iterator[ImageFile]:
    """An opened picture whose pixels are not read yet; whatever breaks inside is a `Rejected`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _plugin(kind)(Path(path)) as image:
                _refuse_unusable(image, path, kind, where)
                yield image
        except Rejected:
            raise
        except OSError as error:
            code = "image-truncated" if "truncated" in str(error) else "image-unreadable"
            raise refusal(code, where, file=path, kind=kind) from None
        except Exception:
            # A decoder fed with damaged data raises nearly anything: SyntaxError, struct.error, KeyError…
            raise refusal("image-unreadable", where, file=path, kind=kind) from None


def decode(path: str, where: Span) -> None:
    """Decodes every pixel once and keeps none; raises `Rejected` at `where` as `convert` does.

    A JPEG is read at an eighth of its size: all of its data is decoded still, in little memory.
    """
    with open_raster(path, probe(path, where).kind, where) as image:
        image.draft(None, (1, 1))
        image.load()


def densest_ink(path: str, intent: str, where: Span) -> float:
    """The most ink (parts of 1) of a CMYK picture made for the ICC file `intent`, whose samples are kept.

    Averaged over some `_SPECK` pixels each way, as single ones dry. 0 for pictures that are converted.
    Raises `Rejected` at `where` as `convert` does.
    """
    info = probe(path, where)
    if info.mode != "CMYK":
        return 0.0
    with open_raster(path, info.kind, where) as image:
        if not inks.matches(image.info.get("icc_profile"), intent):
            return 0.0
        coarse = Target("cmyk", info.width, info.height, 72 / _SPECK)
        pixels = read_pixels(image, info, coarse).image
        return inks.most_ink(pixels.reduce(max(1, _SPECK * pixels.width // info.width)))


def describe(image: ImageFile, kind: str) -> RasterInfo:
    """The record of an opened picture."""
    orientation = _orientation(image)
    width, height = image.size if orientation < 5 else image.size[::-1]
    return RasterInfo(
        kind=kind,
        width=width,
        height=height,
        mode=image.mode,
        bits=_BITS.get(image.mode, 8),
        ppi=_resolution(image.info.get("dpi")),
        has_alpha=image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info,
        has_profile=bool(image.info.get("icc_profile")),
        orientation=orientation,
    )


@cache
def _plugin(kind: str) -> type[ImageFile]:
    """One decoder alone: `Image.open` would first import all of them. Its log is not for our users."""
    logging.getLogger("PIL").addHandler(logging.NullHandler())
    module, name = _PLUGINS[kind]
    plugin: type[ImageFile] = getattr(importlib.import_module(module), name)
    return plugin


def _refuse_unusable(image: ImageFile, path: str, kind: str, where: Span) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise refusal(
            "image-bomb", where, file=path, width=width, height=height, limit=MAX_PIXELS // 1_000_000
        )
    if width < 1 or height < 1:
        raise refusal("image-unreadable", where, file=path, kind=kind)
    if getattr(image, "is_animated", False):
        raise refusal("image-animated", where, file=path, count=getattr(image, "n_frames", 2))
    if image.mode not in _MODES:
        raise refusal("image-mode", where, file=path, mode=image.mode)


def _orientation(image: ImageFile) -> int:
    """1…8; Pillow turns TIFF itself, and a PNG with a late eXIf chunk would have to be decoded first."""
    if image.format == "TIFF" or "exif" not in image.info:
        return 1
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:
        # EXIF is camera makers' private matter; a broken one says nothing about the picture.
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _resolution(dpi: object) -> float | None:
    try:
        across, down = (float(value) for value in dpi)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    lower = min(across, down)
    return lower if 10 <= lower <= 10_000 else None


def _refuse_cut_off(path: str, kind: str, where: Span) -> None:
    """JPEG ends with EOI, PNG with IEND; cameras append more, so the mark is sought, last bytes first."""
    mark = {"JPEG": b"\xff\xd9", "PNG": b"IEND"}.get(kind)
    if mark is None:
        return
    with Path(path).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.rfind(mark) < 0:
            raise refusal("image-truncated", where, file=path, kind=kind)
