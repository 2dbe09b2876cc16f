"""Takes a picture file of pixels, gives what its header says or pixels ready for a PDF; never places them."""

from __future__ import annotations

import importlib
import io
import logging
import mmap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

from PIL import Image
from PIL.ImageFile import ImageFile

from layout.images import inks, jpeg
from layout.images.damage import EMPTY_SECTOR, ends_grey, guess_inverted, has_gap
from layout.images.decode import Picture, read_pixels
from layout.images.encode import encode
from layout.images.kinds import RASTER, picture_kind
from layout.images.pixels import Pixels, RasterInfo, Target
from layout.images.prepare import prepare
from layout.model.diagnostic import Rejected, Span
from layout.model.records import replace
from layout.model.values import Count

__all__ = ["MAX_PIXELS", "Pixels", "RasterInfo", "Target", "convert", "decode", "probe"]

MAX_PIXELS = 80_000_000
"""Pixels a picture may have: A3 at 600 ppi has 70 million; more is a mistake or an attack."""

_PLUGINS = {
    "JPEG": ("PIL.JpegImagePlugin", "JpegImageFile"),
    "PNG": ("PIL.PngImagePlugin", "PngImageFile"),
    "TIFF": ("PIL.TiffImagePlugin", "TiffImageFile"),
    "WebP": ("PIL.WebPImagePlugin", "WebPImageFile"),
    "AVIF": ("PIL.AvifImagePlugin", "AvifImageFile"),
    "HEIC": ("pi_heif", "HeifImageFile"),
    "JPEG 2000": ("PIL.Jpeg2KImagePlugin", "Jpeg2KImageFile"),
    "GIF": ("PIL.GifImagePlugin", "GifImageFile"),
}
_BITS = {"1": 1, "I;16": 16, "I;16B": 16, "I;16L": 16, "I;16N": 16}
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"}) | frozenset(_BITS)
_SPECK = 4
"""Pixels each way that count as one place on the paper."""
_ORIENTATION = 0x0112
"""The EXIF tag that says how the camera was held (JEITA CP-3451, 4.6.4)."""
_LAYERS = 37724
"""The TIFF tag in which Photoshop keeps layers (ImageSourceData, Adobe's TIFF technical notes of 2002)."""


def probe(path: str, where: Span) -> RasterInfo:
    """What the header of a picture file says; of pixels those of a CMYK JPEG that tells no inks.

    Raises `Rejected` at `where` for whatever cannot be used: no such file, another or a broken format,
    more than `MAX_PIXELS`, a cut-off or visibly damaged file, a colour model without a meaning.
    """
    kind = picture_kind(path, where)
    if kind not in RASTER:
        raise Rejected.one("image-format", where, file=path, kind=kind)
    with open_raster(path, kind, where) as image:
        info = describe(image, kind)
    _refuse_cut_off(path, kind, where)
    if kind == "JPEG" and info.mode == "CMYK":
        with open_raster(path, kind, where) as image:
            info = replace(info, inverted=guess_inverted(image))
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
        anew = _convert_anew(image, info, target)
    return untouched if untouched and len(untouched.data) <= len(anew.data) else anew


def _convert_anew(image: ImageFile, info: RasterInfo, target: Target) -> Pixels:
    """An opened picture's pixels as `target` wants them."""
    return _encode_picture(read_pixels(image, info, target), info, target)


def _encode_picture(picture: Picture, info: RasterInfo, target: Target) -> Pixels:
    return encode(prepare(picture, info, target), target.quality, picture.lossy, target.space == "cmyk")


def convert_jpeg(data: bytes, target: Target, where: Span) -> Pixels:
    """As `convert`, for a JPEG in memory, whose bytes are not kept; raises `Rejected` at `where`."""
    with _opened(io.BytesIO(data), where.file, "JPEG", where) as image:
        return _convert_anew(image, describe(image, "JPEG"), target)


def convert_samples(samples: bytes, width: int, height: int, target: Target, where: Span) -> Pixels:
    """As `convert`, for rows of sRGB samples of eight bits; raises `Rejected` for too many or too few."""
    needed = 3 * width * height
    if not 0 < needed <= min(3 * MAX_PIXELS, len(samples)):
        raise Rejected.one("image-unreadable", where, file=where.file, kind="RGB")
    picture = Picture(Image.frombytes("RGB", (width, height), samples[:needed]), None, lossy=False)
    info = RasterInfo(
        kind="RGB",
        width=width,
        height=height,
        mode="RGB",
        bits=8,
        ppi=None,
        has_alpha=False,
        has_profile=False,
    )
    return _encode_picture(picture, info, target)


@contextmanager
def open_raster(path: str, kind: str, where: Span) -> Iterator[ImageFile]:
    """An opened picture whose pixels are not read yet; whatever breaks inside is a `Rejected`."""
    with _opened(Path(path), path, kind, where) as image:
        yield image


@contextmanager
def _opened(source: Path | IO[bytes], path: str, kind: str, where: Span) -> Iterator[ImageFile]:
    """A picture in a file or in memory, which messages call `path`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _plugin(kind)(source) as image:
                _refuse_unusable(image, path, kind, where)
                yield image
        except Rejected:
            raise
        except OSError as error:
            code = "image-truncated" if "truncated" in str(error) else "image-unreadable"
            raise Rejected.one(code, where, file=path, kind=kind) from None
        except Exception:
            # A decoder fed with damaged data raises nearly anything: SyntaxError, struct.error, KeyError…
            raise Rejected.one("image-unreadable", where, file=path, kind=kind) from None


def decode(path: str, where: Span) -> bool:
    """Decodes every pixel once and keeps none; whether a JPEG's lower part looks lost.

    A JPEG is read at an eighth of its size: all of its data is decoded still, in little memory. Raises
    `Rejected` at `where` as `convert` does.
    """
    with open_raster(path, probe(path, where).kind, where) as image:
        image.draft(None, (1, 1))
        image.load()
        return image.format == "JPEG" and ends_grey(image)


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
        coarse = Target(space="cmyk", width=info.width, height=info.height, ppi=72 / _SPECK)
        pixels = read_pixels(image, info, coarse).image
        return inks.most_ink(pixels.reduce(max(1, _SPECK * pixels.width // info.width)))


def measure_print(path: str, target: Target, where: Span) -> tuple[str, float]:
    """The name of a picture's profile, empty without one, and the most ink (parts of 1) it prints with.

    `target` is a press's; ink is averaged over some `_SPECK` pixels each way, as single ones dry. Raises
    `Rejected` at `where` as `convert` does.
    """
    info = probe(path, where)
    coarse = replace(target, ppi=target.ppi / _SPECK)
    with open_raster(path, info.kind, where) as image:
        profile = inks.profile_name(image.info.get("icc_profile"))
        printed = prepare(read_pixels(image, info, coarse), info, coarse)
        if printed.mode == "CMYK":
            return profile, inks.most_ink(printed)
        darkest = float(printed.convert("L").getextrema()[0])  # type: ignore[arg-type]
        return profile, 1 - darkest / 255


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
        frames=getattr(image, "n_frames", 1) if getattr(image, "is_animated", False) else 1,
        layered=_LAYERS in getattr(image, "tag_v2", ()),
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
        raise Rejected.one(
            "image-bomb",
            where,
            file=path,
            width=Count(width),
            height=Count(height),
            limit=Count(MAX_PIXELS // 1_000_000),
        )
    if width < 1 or height < 1:
        raise Rejected.one("image-unreadable", where, file=path, kind=kind)
    if image.mode not in _MODES:
        raise Rejected.one("image-mode", where, file=path, mode=image.mode)


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
            raise Rejected.one("image-truncated", where, file=path, kind=kind)
        if kind == "JPEG" and content.find(EMPTY_SECTOR) >= 0 and has_gap(content[:]):
            raise Rejected.one("image-damaged", where, file=path, kind=kind)
