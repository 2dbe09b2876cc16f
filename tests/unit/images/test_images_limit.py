"""Pictures for a printer who takes less ink than the profile gives: held to it, black kept."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import pytest
from PIL import Image

from layout.images.inks import hold_limit
from layout.images.pixels import INTENT_PROFILE, Target
from layout.images.raster import convert, densest_ink
from layout.model.diagnostic import Span


def sums(image: Image.Image) -> list[int]:
    return [sum(pixel) for pixel in zip(*(band.tobytes() for band in image.split()), strict=True)]


def test_the_sum_of_inks_is_held_and_black_kept() -> None:
    size = (16, 16)
    levels = [(i * 37 % 256, i * 91 % 256, i * 53 % 256, i * 29 % 256) for i in range(256)]
    image = Image.merge(
        "CMYK", [Image.frombytes("L", size, bytes(level[band] for level in levels)) for band in range(4)]
    )
    held = hold_limit(image, 2.0)
    assert max(sums(held)) <= 2.0 * 255 < max(sums(image))
    assert held.getchannel("K").tobytes() == image.getchannel("K").tobytes()
    pairs = zip(levels, zip(*(band.tobytes() for band in held.split()), strict=True), strict=True)
    for before, after in pairs:
        if sum(before) <= 2.0 * 255:
            assert before == after


@pytest.mark.parametrize("limit", [3.0, 2.4])
def test_a_dark_picture_is_converted_within_the_printers_limit(tmp_path: Path, limit: float) -> None:
    draw = random.Random(7)
    levels = bytes(draw.randrange(60) for _ in range(3 * 128 * 128))
    dark = Image.frombytes("RGB", (128, 128), levels).resize((512, 512), Image.Resampling.BICUBIC)
    dark.save(tmp_path / "a.png")
    target = Target(space="cmyk", width=123, height=123, ppi=300, ink_limit=limit, quality=92)
    pixels = convert(str(tmp_path / "a.png"), target)
    assert (pixels.filter, pixels.space) == ("DCT", "cmyk")
    most = max(sums(Image.open(io.BytesIO(pixels.data))))
    assert limit - 0.4 < most / 255 <= limit + 0.012


def test_a_shops_own_profile_is_held_to_its_limit_too(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64), (3, 0, 1)).save(tmp_path / "a.png")
    found = []
    for limit in (4.0, 3.0):
        target = Target(
            space="cmyk", width=15, height=15, ppi=300, inks=INTENT_PROFILE, ink_limit=limit, quality=92
        )
        pixels = convert(str(tmp_path / "a.png"), target)
        assert (pixels.filter, pixels.predictor, pixels.palette) == ("Flate", 1, None)
        found.append(sum(zlib.decompress(pixels.data)[:4]) / 255)
    assert found[0] > 3.05 and found[1] <= 3.012


def test_ink_is_counted_where_samples_are_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "a.tif")
    image = Image.new("CMYK", (64, 48), (10, 20, 30, 40))
    image.putpixel((5, 5), (255, 255, 255, 255))
    image.save(path)
    speck = densest_ink(path, INTENT_PROFILE, Span(path))
    assert 100 / 255 < speck < 0.7
    image.paste((255, 255, 255, 51), (8, 8, 24, 24))
    image.save(path)
    assert densest_ink(path, INTENT_PROFILE, Span(path)) == pytest.approx(3.2, abs=0.01)
    image.convert("RGB").save(path)
    assert densest_ink(path, INTENT_PROFILE, Span(path)) == 0
