"""Takes colours or pixels and ICC profiles, gives them in another condition by LittleCMS; never resizes."""

from __future__ import annotations

import io
import math
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image as Pictures
from PIL import ImageCms, ImageMath
from PIL.Image import Image
from PIL.ImageCms import ImageCmsProfile, ImageCmsTransform

from layout.images.pixels import INK_PROFILE

_SAME_SCREEN = 1.5
_SAME_PRESS = 3.0
"""Mean distance in CIELAB below which two profiles mean the same to an eye."""
_PROFILE_LIMIT = 8_000_000
_LONGEST_NAME = 60


def is_srgb(profile: bytes | None) -> bool:
    """Whether RGB with this embedded profile may be taken for sRGB; None and unusable profiles may."""
    return profile is None or _distance(profile, None, "RGB") < _SAME_SCREEN


def matches(profile: bytes | None, intent: str) -> bool:
    """Whether CMYK with this embedded profile is made for the condition of the ICC file `intent`."""
    return profile is None or _distance(profile, intent, "CMYK") < _SAME_PRESS


def profile_name(profile: bytes | None) -> str:
    """What an embedded profile calls itself, on one line; empty without one, `?` where it cannot be read."""
    if profile is None:
        return ""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile[:_PROFILE_LIMIT]))
        words = " ".join(ImageCms.getProfileDescription(opened).split())
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return "?"
    return "".join(letter for letter in words if letter.isprintable())[:_LONGEST_NAME] or "?"


def to_screen(image: Image, profile: bytes | None, intent: str) -> Image:
    """RGB or CMYK pixels as sRGB; untagged RGB is sRGB already, untagged CMYK is made for `intent`."""
    if image.mode == "RGB" and is_srgb(profile):
        return image
    return _apply(image, _transform(profile, intent if image.mode == "CMYK" else None, None, image.mode))


def to_inks(image: Image, profile: bytes | None, inks: str, intent: str) -> Image:
    """RGB or CMYK pixels as CMYK of the ICC file `inks`; CMYK made for `intent` keeps its samples."""
    if image.mode == "CMYK" and matches(profile, intent):
        return image
    return _apply(image, _transform(profile, intent if image.mode == "CMYK" else None, inks, image.mode))


def hold_limit(image: Image, limit: float) -> Image:
    """CMYK pixels with no more ink than `limit` (parts of 1): black stays, the others give way alike."""
    full = int(255 * limit)
    cyan, magenta, yellow, black = image.split()

    def held(band: Image) -> Image:
        def shrink(of: dict[str, Any]) -> Any:
            colours = of["c"] + of["m"] + of["y"]
            room = of["max"](full - of["k"], 0)
            return of["convert"](of["band"] * of["min"](room, colours) / of["max"](colours, 1), "L")

        shrunk: Image = ImageMath.lambda_eval(shrink, band=band, c=cyan, m=magenta, y=yellow, k=black)
        return shrunk

    return Pictures.merge("CMYK", (held(cyan), held(magenta), held(yellow), black))


def most_ink(image: Image) -> float:
    """The largest sum of inks (parts of 1) of a pixel of a CMYK picture."""

    def add(of: dict[str, Any]) -> Any:
        return of["c"] + of["m"] + of["y"] + of["k"]

    summed: Image = ImageMath.lambda_eval(add, **dict(zip("cmyk", image.split(), strict=True)))
    most: int = summed.getextrema()[1]  # type: ignore[assignment]
    return most / 255


@lru_cache(maxsize=1024)
def mix_inks(red: int, green: int, blue: int, inks: str = INK_PROFILE) -> tuple[float, float, float, float]:
    """Inks (0…1, whole hundredths) of one sRGB colour (0…255); a grey is black ink alone, `1 − value`."""
    if red == green == blue:
        return (0.0, 0.0, 0.0, round(1 - red / 255, 2))
    pixel = to_inks(Pictures.new("RGB", (1, 1), (red, green, blue)), None, inks, inks).tobytes()
    cyan, magenta, yellow, black = (round(value / 255, 2) for value in pixel)
    return (cyan, magenta, yellow, black)


def _apply(image: Image, transform: ImageCmsTransform) -> Image:
    changed = ImageCms.applyTransform(image, transform)
    assert changed is not None  # only `inPlace` gives None
    return changed


@lru_cache(maxsize=32)
def _transform(profile: bytes | None, default: str | None, goal: str | None, mode: str) -> ImageCmsTransform:
    """From an embedded profile (or the default file, or sRGB) to a file (or sRGB)."""
    source = (profile and _embedded(profile, mode)) or _known(default)
    return ImageCms.buildTransform(
        source,
        _known(goal),
        mode,
        "CMYK" if goal else "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@lru_cache(maxsize=8)
def _known(path: str | None) -> ImageCmsProfile:
    """A profile file of ours, or sRGB."""
    if path is None:
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    return ImageCms.ImageCmsProfile(io.BytesIO(Path(path).read_bytes()))


@lru_cache(maxsize=16)
def _embedded(data: bytes, mode: str) -> ImageCmsProfile | None:
    """The profile in a picture, None if it is broken or not for pictures of this mode."""
    if len(data) > _PROFILE_LIMIT:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        if profile.profile.xcolor_space.strip() != mode:
            return None
        _to_lab(profile, mode)
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return None
    return profile


def _to_lab(profile: ImageCmsProfile, mode: str) -> ImageCmsTransform:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return ImageCms.buildTransform(profile, lab, mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)


@lru_cache(maxsize=32)
def _distance(profile: bytes, known: str | None, mode: str) -> float:
    """Mean CIE76 difference of a grid of colours under both profiles; 0 for an unusable profile."""
    embedded = _embedded(profile, mode)
    if embedded is None:
        return 0.0
    ours, theirs = (_lab_of_patches(one, mode) for one in (_known(known), embedded))
    distances = [math.dist(one, other) for one, other in zip(ours, theirs, strict=True)]
    return sum(distances) / len(distances)


def _lab_of_patches(profile: ImageCmsProfile, mode: str) -> list[tuple[float, float, float]]:
    channels = len(mode)
    levels = (0, 85, 170, 255) if channels == 3 else (0, 102, 204)
    samples = bytes(value for patch in product(levels, repeat=channels) for value in patch)
    patches = Pictures.frombytes(mode, (len(samples) // channels, 1), samples)
    lab = _apply(patches, _to_lab(profile, mode)).tobytes()
    return [(lab[i] / 2.55, _signed(lab[i + 1]), _signed(lab[i + 2])) for i in range(0, len(lab), 3)]


def _signed(value: int) -> int:
    return value - 256 if value > 127 else value
