"""Photographs as partners have them: deep, wide in gamut, from a telephone, in inks, damaged, animated."""

from __future__ import annotations

import base64
import io
import random
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageStat

from layout.images.checks import inspect_pictures, inspect_pixels
from layout.images.inks import most_ink
from layout.images.jpeg import read_frame
from layout.images.pixels import Pixels, Space, Target
from layout.images.raster import convert, probe
from layout.model.blocks.pictures import Figure, Placement
from layout.model.colour import Colour
from layout.model.content.brochure import Section
from layout.model.content.looks import PictureLook
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.records import replace
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from tests.unit.images.picture_files import (
    WHERE,
    chart,
    intent_profile,
    jpeg_bytes,
    odd_cmyk_profile,
    photograph,
    png,
    rejected,
    save,
    seen,
    without_segment,
    write,
)

HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAXxtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9j"
    "AAAAAERAAAEAAQAAAAABoAABAAAAAAAAAGcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/Glw"
    "cnAAAADcaXBjbwAAAHVodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQApQgEBA3AA"
    "AAMAkAAAAwAAAwAeoCCBBZbqrprm4CGgwIAAAAyAAAADAIRiAAEABkQBwXPBiQAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABA"
    "AAAAQAAAAChjbGFwAAAAIAAAAAEAAAAYAAAAAf///+AAAAAC////2AAAAAIAAAAQcGl4aQAAAAADCAgIAAAAGGlwbWEAAAAAAAAAAQABBYEC"
    "AwWEAAAAb21kYXQAAABjKAGvUhpHzIDm/iFoY28KXV1DPIQgxpTjlYZlogt9xdpuHmNYkvsmbG5cVJz01z9GySGOAmOK0mxIAyg9qL/i/YXm"
    "d3oToQWzvv39H/2tEcCd9Z02daKsmyaAMW65/WYLPbrw"
)
"""`photograph(32, 24)` as telephones store it (H.265, quality 40): no library of the project writes it."""

SCREEN = Target(space="rgb", width=60, height=40, ppi=72, quality=90)
PRESS = replace(SCREEN, space="cmyk")
GREY = replace(SCREEN, space="grey")
ACCENTS = (
    Colour((0.9, 0.55, 0.35, 0.25), (0.04, 0.29, 0.39)),
    Colour((0.15, 0.88, 0.75, 0.08), (0.69, 0.17, 0.16)),
)

RED_GREEN_BLUE = {
    "Display P3": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
    "Adobe RGB": ((0.640, 0.330), (0.210, 0.710), (0.150, 0.060)),
    "ProPhoto": ((0.7347, 0.2653), (0.1596, 0.8404), (0.0366, 0.0001)),
}
"""Primaries as (x, y), which profiles are made of here."""


def wide_profile(name: str, gamma: float = 2.2) -> bytes:
    """A matrix profile with these primaries and the white of D50 (ICC.1, 8.3.3), all made here."""
    x, y = 0.3457, 0.3585
    white = (x / y, 1.0, (1 - x - y) / y)
    columns = [(px / py, 1.0, (1 - px - py) / py) for px, py in RED_GREEN_BLUE[name]]
    shares = solve(columns, white)
    tags: dict[bytes, bytes] = {b"wtpt": xyz((0.9642, 1.0, 0.8249))}
    for letter, column, share in zip(b"rgb", columns, shares, strict=True):
        tags[bytes([letter]) + b"XYZ"] = xyz(tuple(part * share for part in column))
        tags[bytes([letter]) + b"TRC"] = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + b"\0\0"
    text = name.encode() + b"\0"
    tags[b"desc"] = b"desc" + struct.pack(">II", 0, len(text)) + text + bytes(78)
    tags[b"cprt"] = b"text" + bytes(4) + b"none\0"
    index, body = b"", b""
    start = 132 + 12 * len(tags)
    for tag, data in tags.items():
        index += tag + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += (
        struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
        + b"acsp"
        + bytes(28)
        + xyz((0.9642, 1.0, 0.8249))[8:]
        + bytes(48)
    )
    return head + struct.pack(">I", len(tags)) + index + body


def xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def solve(columns: list[tuple[float, float, float]], wanted: tuple[float, float, float]) -> list[float]:
    """Cramer's rule."""

    def det(a: Any) -> float:
        return float(
            a[0][0] * (a[1][1] * a[2][2] - a[2][1] * a[1][2])
            - a[1][0] * (a[0][1] * a[2][2] - a[2][1] * a[0][2])
            + a[2][0] * (a[0][1] * a[1][2] - a[1][1] * a[0][2])
        )

    whole = det(columns)
    return [det([wanted if i == k else column for i, column in enumerate(columns)]) / whole for k in range(3)]


def deep_tiff(samples: list[int], width: int, height: int, photometric: int, compression: int = 1) -> bytes:
    """A TIFF of 16 bits a channel, made by hand (TIFF 6.0, section 2): Pillow writes none in colours."""
    channels = len(samples) // (width * height)
    data = struct.pack(f"<{len(samples)}H", *samples)
    data = zlib.compress(data) if compression == 8 else data
    entries = [
        (256, 3, 1, width), (257, 3, 1, height), (258, 3, channels, 0), (259, 3, 1, compression),
        (262, 3, 1, photometric), (273, 4, 1, 0), (277, 3, 1, channels), (278, 3, 1, height),
        (279, 4, 1, len(data)),
    ]  # fmt: skip
    depths = 8 + 2 + 12 * len(entries) + 4
    start = depths + 2 * channels
    written = struct.pack("<H", len(entries))
    for tag, kind, count, value in entries:
        value = {258: depths if channels > 1 else 16, 273: start}.get(tag, value)
        written += struct.pack("<HHII", tag, kind, count, value)
    return (
        b"II*\0"
        + struct.pack("<I", 8)
        + written
        + bytes(4)
        + struct.pack(f"<{channels}H", *[16] * channels)
        + data
    )


def mean(pixels: Pixels) -> list[float]:
    return [round(one) for one in ImageStat.Stat(seen(pixels)).mean]


def told(folder: Path, file: str) -> list[Diagnostic]:
    """All that a check says of a picture, in words of each language too."""
    figure = Figure(
        where=WHERE,
        file=file,
        placement=Placement.BOTH,
        height=None,
        caption=None,
        credit=None,
        alternative=None,
    )
    sections = (Section("a", (figure,)),)
    found = [*inspect_pictures(sections, folder), *inspect_pixels(sections, folder)]
    for one in found:
        assert all(explain(one, language) for language in LANGUAGES)
    return found


# --- kinds and depths ------------------------------------------------------------------------------


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("space", ["rgb", "cmyk", "grey"])
def test_tiff_is_placed_however_it_is_packed(
    tmp_path: Path, compression: str, mode: str, space: Space
) -> None:
    image = photograph().convert(mode)
    path = save(
        image,
        tmp_path / "a.tif",
        compression=compression,
        **({"quality": 95} if compression == "jpeg" else {}),
    )
    plain = convert(save(image, tmp_path / "b.tif"), replace(SCREEN, space=space))
    assert all(
        abs(a - b) <= 2
        for a, b in zip(mean(convert(path, replace(SCREEN, space=space))), mean(plain), strict=True)
    )


@pytest.mark.parametrize("compression", [1, 8])
@pytest.mark.parametrize(
    ("photometric", "levels", "space", "expected"),
    [
        (1, [0x8000], "rgb", [128]),
        (2, [0xFFFF, 0x8000, 0x0000], "rgb", [255, 128, 0]),
        (5, [0x8000, 0x0000, 0xFFFF, 0x0000], "cmyk", [128, 0, 255, 0]),
    ],
)
def test_sixteen_bits_of_a_tiff_become_eight(
    tmp_path: Path, compression: int, photometric: int, levels: list[int], space: Space, expected: list[int]
) -> None:
    path = write(tmp_path / "a.tif", deep_tiff(levels * 600, 30, 20, photometric, compression))
    assert all(
        abs(a - b) <= 2
        for a, b in zip(mean(convert(path, replace(SCREEN, space=space))), expected, strict=True)
    )


@pytest.mark.parametrize(
    ("colour", "sample", "expected"),
    [
        (0, b"\x80\x00", [128]),
        (2, b"\xff\xff\x80\x00\x00\x00", [255, 128, 0]),
        (4, b"\x80\x00\xff\xff", [128]),
        (6, b"\xff\xff\x80\x00\x00\x00\xff\xff", [255, 128, 0]),
        (6, b"\x00\x00\x00\x00\x00\x00\x00\x00", [255]),
    ],
)
def test_sixteen_bits_of_a_png_become_eight(
    tmp_path: Path, colour: int, sample: bytes, expected: list[int]
) -> None:
    path = write(tmp_path / "a.png", png(30, 20, 16, colour, (b"\0" + sample * 30) * 20))
    assert all(abs(a - b) <= 1 for a, b in zip(mean(convert(path, SCREEN)), expected, strict=True))


@pytest.mark.parametrize("name", ["a.webp", "a.avif", "a.jp2", "a.gif", "a.j2k"])
@pytest.mark.parametrize("space", ["rgb", "cmyk", "grey"])
def test_pictures_of_the_web_look_as_their_png(tmp_path: Path, name: str, space: Space) -> None:
    target = replace(SCREEN, space=space)
    found, plain = (
        convert(save(photograph(), tmp_path / name), target),
        convert(save(photograph(), tmp_path / "b.png"), target),
    )
    assert found.space == plain.space
    assert all(abs(a - b) <= 6 for a, b in zip(mean(found), mean(plain), strict=True))


@pytest.mark.parametrize("space", ["rgb", "cmyk", "grey"])
def test_a_telephones_picture_looks_as_its_png(tmp_path: Path, space: Space) -> None:
    target = replace(SCREEN, space=space, width=32, height=24)
    info = probe(write(tmp_path / "a.jpg", HEIC), WHERE)
    assert (info.kind, info.width, info.height, info.mode) == ("HEIC", 32, 24, "RGB")
    plain = convert(save(photograph(32, 24), tmp_path / "b.png"), target)
    assert all(
        abs(a - b) <= 12
        for a, b in zip(mean(convert(str(tmp_path / "a.jpg"), target)), mean(plain), strict=True)
    )


@pytest.mark.parametrize("orientation", [2, 3, 4, 5, 6, 7, 8])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.avif"])
def test_pictures_stand_upright(tmp_path: Path, name: str, orientation: int) -> None:
    """The corner that the camera's hold brings to the upper left is red."""
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    upright = Image.new("RGB", (80, 64), "white")
    upright.paste((255, 0, 0), (0, 0, 40, 32))
    held = upright.transpose(Image.Transpose(turns[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save(held, tmp_path / name, exif=exif)
    pixels = seen(convert(path, replace(SCREEN, width=80, height=64))).convert("RGB")
    assert pixels.size == (80, 64)
    red, green, _ = pixels.getpixel((12, 10))  # type: ignore[misc]
    assert red > 220 and green < 60
    assert min(pixels.getpixel((66, 52))) > 220  # type: ignore[type-var]


# --- profiles --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(RED_GREEN_BLUE))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp", "avif"])
def test_wide_colours_are_converted_by_their_own_profile(tmp_path: Path, name: str, suffix: str) -> None:
    profile = wide_profile(name)
    colour = (120, 180, 90)
    image = Image.new("RGB", (60, 40), colour)
    options = {"quality": 98} if suffix in {"jpg", "avif"} else {"lossless": True} if suffix == "webp" else {}
    path = save(image, tmp_path / f"a.{suffix}", icc_profile=profile, **options)
    expected = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert expected is not None
    wanted = ImageStat.Stat(expected).mean
    assert max(abs(a - b) for a, b in zip(wanted, colour, strict=True)) > 8
    off = 12 if suffix == "avif" else 4  # colours far outside sRGB magnify what AVIF rounds
    assert all(abs(a - b) <= off for a, b in zip(mean(convert(path, SCREEN)), wanted, strict=True))


@pytest.mark.parametrize("name", sorted(RED_GREEN_BLUE))
def test_blacks_of_wide_profiles_keep_their_shades_in_print(tmp_path: Path, name: str) -> None:
    """Without black point compensation everything darker than the press's black would be one black."""
    inked = []
    for level in (0, 24):
        image = Image.new("RGB", (60, 40), (level, level + 1, level))
        pixels = convert(save(image, tmp_path / "a.tif", icc_profile=wide_profile(name)), PRESS)
        assert pixels.space == "cmyk" and most_ink(seen(pixels)) <= 3.02
        inked.append(sum(ImageStat.Stat(seen(pixels)).mean))
    assert inked[0] - inked[1] > 5


@pytest.mark.parametrize("suffix", ["tif", "jpg"])
def test_inks_of_another_condition_are_converted_and_those_of_ours_kept(tmp_path: Path, suffix: str) -> None:
    image = Image.new("CMYK", (60, 40), (100, 40, 20, 10))
    own = convert(save(image, tmp_path / f"a.{suffix}", icc_profile=intent_profile(), quality=100), PRESS)
    other = convert(save(image, tmp_path / f"b.{suffix}", icc_profile=odd_cmyk_profile(), quality=100), PRESS)
    assert all(abs(a - b) <= 2 for a, b in zip(mean(own), (100, 40, 20, 10), strict=True))
    assert max(abs(a - b) for a, b in zip(mean(own), mean(other), strict=True)) > 8


# --- CMYK JPEG that says nothing ---------------------------------------------------------------------


def bare_cmyk(image: Image.Image, *, inverted: bool) -> bytes:
    """A CMYK JPEG without Adobe's marker; Pillow writes inverted inks."""
    stored = image if inverted else image.point(lambda ink: 255 - ink)
    return without_segment(jpeg_bytes(stored, quality=95), 0xEE)


INKED = {
    "photograph": photograph().convert("CMYK"),
    "pale": Image.new("CMYK", (60, 40), (20, 10, 10, 0)),
    "drawing": chart().convert("CMYK"),
    "dark on white": Image.merge(
        "CMYK",
        [
            chart().convert("L").point(lambda level, most=most: most if level < 200 else 0)
            for most in (180, 150, 140, 200)
        ],
    ),
    "half": Image.linear_gradient("L").resize((60, 40)).convert("CMYK"),
}


@pytest.mark.parametrize("name", INKED)
@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("ppi", [72, 20])
def test_inks_are_taken_the_way_that_makes_sense(
    tmp_path: Path, name: str, inverted: bool, ppi: float
) -> None:
    path = write(tmp_path / "a.jpg", bare_cmyk(INKED[name], inverted=inverted))
    assert probe(path, WHERE).inverted is inverted
    wanted = ImageStat.Stat(INKED[name]).mean
    assert all(
        abs(a - b) <= 6 for a, b in zip(mean(convert(path, replace(PRESS, ppi=ppi))), wanted, strict=True)
    )
    (note,) = told(tmp_path, "a.jpg")
    assert note.code == ("image-inks-inverted" if inverted else "image-inks-plain")


def test_nothing_is_guessed_where_the_file_says_it(tmp_path: Path) -> None:
    save(INKED["photograph"], tmp_path / "a.jpg", quality=95)
    frame = read_frame((tmp_path / "a.jpg").read_bytes())
    assert frame is not None and frame.adobe is not None
    assert told(tmp_path, "a.jpg") == []


# --- damage ------------------------------------------------------------------------------------------


def large(mode: str = "RGB") -> bytes:
    return jpeg_bytes(photograph(600, 450).convert(mode), quality=88)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("length", [1024, 4096])
def test_a_jpeg_with_empty_sectors_is_refused(tmp_path: Path, mode: str, place: float, length: int) -> None:
    data = large(mode)
    at = int(len(data) * place)
    path = write(tmp_path / "a.jpg", data[:at] + bytes(length) + data[at + length :])
    assert rejected(path, lambda path: probe(path, WHERE)).code == "image-damaged"


@pytest.mark.parametrize("fill", [b"\xff", b"\xf0\xff\x11", random.Random(3).randbytes(4096)])
def test_a_jpeg_with_foreign_data_is_refused(tmp_path: Path, fill: bytes) -> None:
    data = large()
    at = len(data) // 2
    filled = (fill * 4096)[:4096]
    path = write(tmp_path / "a.jpg", data[:at] + filled + data[at + 4096 :])
    assert rejected(path, lambda path: convert(path, PRESS)).code in {"image-unreadable", "image-truncated"}


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_jpeg_whose_foot_is_lost_is_warned_of(tmp_path: Path, mode: str, kept: float) -> None:
    data = large(mode)
    write(tmp_path / "a.jpg", data[: int(len(data) * kept)] + b"\xff\xd9")
    assert "image-grey-end" in [one.code for one in told(tmp_path, "a.jpg")]


@pytest.mark.parametrize("optimize", [False, True])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("colour", [(255, 255, 255), (128, 128, 128), (0, 0, 0), (30, 90, 200)])
def test_even_areas_are_no_damage(
    tmp_path: Path, optimize: bool, progressive: bool, colour: tuple[int, int, int]
) -> None:
    flat = Image.new("RGB", (3000, 3000), colour)
    flat.paste(photograph(), (100, 100))
    save(flat, tmp_path / "a.jpg", optimize=optimize, progressive=progressive, quality=90)
    wanted = ["image-grey-end"] if colour == (128, 128, 128) else []
    assert [one.code for one in told(tmp_path, "a.jpg")] == wanted


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp", "a.avif", "a.jp2", "a.gif"])
def test_damage_in_the_middle_of_other_files_is_told_or_harmless(tmp_path: Path, name: str) -> None:
    options = {"compression": "tiff_lzw"} if name == "a.tif" else {}
    data = Path(save(photograph(300, 200), tmp_path / name, **options)).read_bytes()
    at = len(data) // 2
    for seed in range(8):
        spoiled = data[:at] + random.Random(seed).randbytes(700) + data[at + 700 :]
        path = write(tmp_path / name, spoiled)
        try:
            convert(path, SCREEN)
        except Rejected as caught:
            assert {one.code for one in caught.diagnostics} <= {"image-unreadable", "image-truncated"}


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.avif", "a.jp2", "a.gif", "a.heic"])
def test_hostile_files_are_refused_and_never_crash(tmp_path: Path, name: str) -> None:
    data = HEIC if name == "a.heic" else Path(save(photograph(64, 48), tmp_path / name)).read_bytes()
    dice = random.Random(name)
    for _ in range(30):
        spoiled = bytearray(data)
        for _ in range(dice.randrange(1, 12)):
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
        path = write(tmp_path / name, bytes(spoiled[: dice.randrange(len(spoiled) // 2, len(spoiled) + 1)]))
        try:
            convert(path, SCREEN)
        except Rejected as caught:
            assert all(one.code.startswith("image-") for one in caught.diagnostics)


# --- what is left out --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif", "a.gif", "a.avif"])
def test_the_first_picture_of_several_is_told(tmp_path: Path, name: str) -> None:
    path = save(chart(), tmp_path / name, save_all=True, append_images=[photograph(), photograph()])
    (note,) = told(tmp_path, name)
    assert (note.code, str(note.severity.value)) == ("image-first", "note")
    assert all(
        abs(a - b) <= 6
        for a, b in zip(mean(convert(path, SCREEN)), ImageStat.Stat(chart()).mean, strict=True)
    )


def test_layers_of_a_tiff_are_passed_over_and_told(tmp_path: Path) -> None:
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    tags = ImageFileDirectory_v2()
    tags[37724] = b"Adobe Photoshop Document Data Block\0"
    tags.tagtype[37724] = 7
    save(photograph(), tmp_path / "a.tif", tiffinfo=tags)
    assert [one.code for one in told(tmp_path, "a.tif")] == ["image-layers"]


# --- sharpening and duotone --------------------------------------------------------------------------


def test_only_reduced_pictures_are_sharpened(tmp_path: Path) -> None:
    edge = Image.new("L", (240, 160), 80)
    edge.paste(180, (0, 0, 121, 160))
    path = save(edge, tmp_path / "a.png")
    look = PictureLook(sharpening=1.5)
    small, sharp = convert(path, SCREEN), convert(path, replace(SCREEN, look=look))
    assert (small.width, small.height) == (sharp.width, sharp.height)
    extremes = [seen(one).convert("L").getextrema() for one in (small, sharp)]
    assert extremes[1][0] < extremes[0][0] and extremes[1][1] > extremes[0][1]  # type: ignore[operator]
    whole = replace(SCREEN, ppi=300)
    assert convert(path, whole) == convert(path, replace(whole, look=look))


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK", "RGBA"])
@pytest.mark.parametrize("space", ["rgb", "cmyk"])
def test_a_duotone_has_its_two_inks_and_white_paper(tmp_path: Path, mode: str, space: Space) -> None:
    ramp = Image.linear_gradient("L").resize((60, 256))
    path = save(ramp.convert(mode), tmp_path / ("a.tif" if mode == "CMYK" else "a.png"))
    target = replace(SCREEN, space=space, width=60, height=256, look=PictureLook(duotone=ACCENTS))
    toned = seen(convert(path, target))
    white, black = toned.getpixel((30, 254)), toned.getpixel((30, 1))
    assert isinstance(white, tuple) and isinstance(black, tuple)
    if space == "rgb":
        assert min(white) > 240 and max(black) < 60
    else:
        assert sum(white) < 40 and 400 < sum(black) <= 3 * 255


def test_grey_editions_and_drawings_of_one_bit_have_no_duotone(tmp_path: Path) -> None:
    path = save(photograph(), tmp_path / "a.png")
    assert convert(path, replace(GREY, look=PictureLook(duotone=ACCENTS))) == convert(path, GREY)
    line = save(photograph().convert("1"), tmp_path / "b.png")
    assert convert(line, replace(SCREEN, look=PictureLook(duotone=ACCENTS))) == convert(line, SCREEN)
