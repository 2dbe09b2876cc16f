"""Pictures made ready for an edition: size, colours, alpha, coding; read back as a PDF reader would."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from layout.images.jpeg import read_frame
from layout.images.pixels import Pixels, Space, Target
from layout.images.raster import convert
from layout.model.colour import Colour
from layout.model.records import replace
from tests.unit.images.picture_files import (
    WHERE,
    chart,
    chunk,
    intent_profile,
    jpeg_bytes,
    odd_cmyk_profile,
    odd_rgb_profile,
    photograph,
    png,
    rejected,
    save,
    seen,
    srgb_profile,
    with_segment,
    without_segment,
    write,
)

SCREEN = Target(space="rgb", width=60, height=40, ppi=72, quality=90)
PRESS = replace(SCREEN, space="cmyk")
GREY = replace(SCREEN, space="grey")
SAND = Colour((0.03, 0.04, 0.10, 0.0), (0.965, 0.95, 0.91))


def _near(one: Image.Image, other: Image.Image, most: float) -> bool:
    """Whether two pictures differ by at most so much on average in every channel."""
    assert (one.mode, one.size) == (other.mode, other.size)
    histogram = ImageChops.difference(one, other).histogram()
    count = one.width * one.height
    means = [
        sum(level * histogram[256 * band + level] for level in range(256)) / count
        for band in range(len(one.getbands()))
    ]
    return max(means) <= most


def _pixel(pixels: Pixels, x: int = 0, y: int = 0) -> tuple[int, ...] | int:
    value = seen(pixels).getpixel((x, y))
    assert value is not None and not isinstance(value, float)
    return value


# --- a JPEG that needs nothing --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "space", "expected"),
    [
        ("RGB", "rgb", "rgb"),
        ("L", "rgb", "grey"),
        ("L", "cmyk", "grey"),
        ("L", "grey", "grey"),
        ("CMYK", "cmyk", "cmyk"),
    ],
)
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_that_fits_keeps_its_picture_bit_by_bit(
    tmp_path: Path, mode: str, space: Space, expected: str, progressive: bool
) -> None:
    image = photograph().convert(mode)
    path = save(image, tmp_path / "a.jpg", quality=90, progressive=progressive, comment="by hand")
    pixels = convert(path, replace(SCREEN, space=space))
    assert (pixels.filter, pixels.space, pixels.bits) == ("DCT", expected, 8)
    assert pixels.data == without_segment(Path(path).read_bytes(), 0xFE)
    assert ImageChops.difference(seen(pixels), Image.open(path)).getbbox() is None


def test_metadata_stay_behind(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "name of the photographer"
    options = {"exif": exif, "comment": "remark", "icc_profile": srgb_profile(), "quality": 90}
    data = jpeg_bytes(photograph(), **options) + b"appended film"
    pixels = convert(write(tmp_path / "a.jpg", data), SCREEN)
    for secret in (b"photographer", b"remark", b"ICC_PROFILE", b"appended film"):
        assert secret in data
        assert secret not in pixels.data
    assert ImageChops.difference(seen(pixels), Image.open(tmp_path / "a.jpg")).getbbox() is None


def test_a_cmyk_jpeg_of_the_same_condition_is_untouched(tmp_path: Path) -> None:
    image = photograph().convert("CMYK")
    path = save(image, tmp_path / "a.jpg", quality=90, icc_profile=intent_profile())
    pixels = convert(path, PRESS)
    frame = read_frame(Path(path).read_bytes())
    assert frame is not None
    assert pixels.data == frame.data
    assert len(pixels.data) < len(Path(path).read_bytes()) - 100_000
    assert pixels.inverted


def test_cmyk_of_another_condition_is_converted(tmp_path: Path) -> None:
    image = Image.new("CMYK", (60, 40), (0, 255, 255, 0))
    path = save(image, tmp_path / "a.jpg", quality=95, icc_profile=odd_cmyk_profile())
    pixels = convert(path, PRESS)
    assert not _near(seen(pixels), image, 8)


FEWER = replace(PRESS, crop=(0.5, 0, 1, 1), width=6, height=8, ppi=100)
"""Half of a picture of 60 × 40 pixels, at 360 ppi too fine to stay."""


@pytest.mark.parametrize(("target", "whole"), [(PRESS, True), (SCREEN, False)])
def test_a_part_of_a_jpeg_is_shown_of_the_whole_on_a_press_alone(
    tmp_path: Path, target: Target, whole: bool
) -> None:
    path = save(Image.new("L", (60, 40), 90), tmp_path / "a.jpg", quality=70)
    pixels = convert(path, replace(target, crop=(0.5, 0, 1, 1)))
    assert (pixels.whole, pixels.width) == ((True, 60) if whole else (False, 30))


def test_inks_without_adobes_marker_that_look_right_are_not_inverted(tmp_path: Path) -> None:
    image = Image.new("CMYK", (60, 40), (255, 215, 0, 250))
    plain = without_segment(jpeg_bytes(image, quality=95), 0xEE)
    path = write(tmp_path / "a.jpg", plain)
    untouched = convert(path, PRESS)
    assert not untouched.inverted
    assert _near(seen(untouched), image.point(lambda ink: 255 - ink), 3)
    anew = convert(path, FEWER)
    assert _near(seen(anew), image.point(lambda ink: 255 - ink).crop((0, 0, 8, 11)), 3)


def test_adobes_inverted_inks_come_out_right_either_way(tmp_path: Path) -> None:
    image = Image.new("CMYK", (60, 40), (255, 40, 0, 0))
    path = save(image, tmp_path / "a.jpg", quality=95)
    assert _near(seen(convert(path, PRESS)), image, 3)
    assert _near(seen(convert(path, FEWER)), image.crop((0, 0, 8, 11)), 3)
    tiff = save(image, tmp_path / "a.tif")
    assert _pixel(convert(tiff, PRESS)) == (255, 40, 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        lambda jpeg: without_segment(jpeg, 0xE0),  # nothing tells RGB from YCbCr
        lambda jpeg: with_segment(jpeg, 0xEE, b"Adobe\0\x64\0\0\0\0\0"),  # two markers that disagree
    ],
)
def test_a_jpeg_whose_colours_are_ambiguous_is_coded_anew(tmp_path: Path, change: object) -> None:
    assert callable(change)
    data = change(jpeg_bytes(photograph(), quality=90))
    pixels = convert(write(tmp_path / "a.jpg", data), SCREEN)
    frame = read_frame(pixels.data)
    assert frame is not None and frame.unambiguous
    assert pixels.data != data


def test_a_jpeg_of_wasteful_quality_is_coded_anew_only_if_that_is_shorter(tmp_path: Path) -> None:
    path = save(photograph(300, 200), tmp_path / "a.jpg", quality=95)
    target = Target(space="rgb", width=300, height=200, ppi=72, quality=60)
    assert len(convert(path, target).data) < len(Path(path).read_bytes()) / 2
    assert convert(path, replace(target, quality=90)).data == Path(path).read_bytes()


# --- size and part --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_pixels_are_made_fewer_only_above_one_and_a_half(tmp_path: Path, name: str) -> None:
    path = save(photograph(600, 400), tmp_path / name)  # 300 ppi at 2 inches
    just = convert(path, Target(space="rgb", width=144, height=96, ppi=200))
    above = convert(path, Target(space="rgb", width=144, height=96, ppi=199))
    assert (just.width, just.height) == (600, 400)
    assert (above.width, above.height) == (398, 265)
    assert _near(seen(above), photograph(600, 400).resize((398, 265), Image.Resampling.LANCZOS), 6)


def test_the_poorer_direction_decides(tmp_path: Path) -> None:
    path = save(photograph(600, 100), tmp_path / "a.png")
    assert convert(path, Target(space="rgb", width=72, height=72, ppi=100)).width == 600


def test_line_art_keeps_four_times_the_pixels_and_its_one_bit(tmp_path: Path) -> None:
    image = chart(1200, 800).convert("1")
    path = save(image, tmp_path / "a.png")
    kept = convert(path, Target(space="rgb", width=72, height=48, ppi=200))
    fewer = convert(path, Target(space="rgb", width=72, height=48, ppi=150))
    assert (kept.width, kept.bits, kept.space) == (1200, 1, "grey")
    assert (fewer.width, fewer.height, fewer.bits) == (600, 400, 1)
    assert ImageChops.difference(seen(kept).convert("L"), image.convert("L")).getbbox() is None
    assert seen(fewer).getpixel((200, 300)) == 0


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_crop_shows_that_part(tmp_path: Path, name: str) -> None:
    path = save(photograph(), tmp_path / name, quality=95)
    pixels = convert(path, replace(SCREEN, crop=(0.25, 0.5, 0.75, 1.0), width=30, height=20))
    assert _near(seen(pixels), photograph().crop((15, 20, 45, 40)), 5)


def test_a_crop_and_fewer_pixels_at_once(tmp_path: Path) -> None:
    path = save(photograph(1200, 800), tmp_path / "a.jpg", quality=95)
    pixels = convert(
        path, Target(space="rgb", width=72, height=72, ppi=72, crop=(0.5, 0.25, 1.0, 1.0), quality=95)
    )
    part = photograph(1200, 800).crop((600, 200, 1200, 800)).resize((72, 72), Image.Resampling.LANCZOS)
    assert _near(seen(pixels), part, 6)


def test_the_thinnest_crop_still_has_a_pixel(tmp_path: Path) -> None:
    path = save(photograph(), tmp_path / "a.png")
    assert convert(path, replace(SCREEN, crop=(0.999, 0.999, 1.0, 1.0))).width == 1
    assert convert(path, replace(SCREEN, crop=(0.0, 0.0, 0.001, 0.001))).height == 1


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_the_picture_stands_upright(tmp_path: Path, orientation: int, name: str) -> None:
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = photograph()
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = image if undo is None else image.transpose(undo)
    path = save(stored, tmp_path / name, exif=exif, **({} if name == "a.tif" else {"quality": 95}))
    assert _near(seen(convert(path, replace(SCREEN, quality=95))), image, 5)


# --- colours --------------------------------------------------------------------------------------


def test_colours_become_inks_within_the_limit(tmp_path: Path) -> None:
    image = Image.new("RGB", (64, 1))
    image.putdata(
        [(r, g, b) for r in range(0, 256, 85) for g in range(0, 256, 85) for b in range(0, 256, 85)]
    )
    pixels = convert(save(image, tmp_path / "a.png"), PRESS)
    assert pixels.space == "cmyk"
    inks = seen(pixels)
    assert inks.getpixel((63, 0)) == (0, 0, 0, 0)
    data = inks.tobytes()
    assert max(sum(data[i : i + 4]) for i in range(0, len(data), 4)) <= 3.0 * 255 + 2


def test_an_embedded_profile_is_honoured(tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 40), (200, 40, 40))
    plain = save(image, tmp_path / "a.png")
    tagged = save(image, tmp_path / "b.png", icc_profile=odd_rgb_profile())
    for target in (SCREEN, PRESS):
        assert not _near(seen(convert(plain, target)), seen(convert(tagged, target)), 20)
    red, green, _ = _rgb(convert(tagged, SCREEN))
    assert green > red


def _rgb(pixels: Pixels) -> tuple[int, ...]:
    value = _pixel(pixels)
    assert isinstance(value, tuple)
    return value


@pytest.mark.parametrize("profile", [b"", b"rubbish", srgb_profile()[:200], intent_profile()])
def test_a_broken_or_foreign_profile_is_as_none(tmp_path: Path, profile: bytes) -> None:
    image = Image.new("RGB", (60, 40), (200, 40, 40))
    path = save(image, tmp_path / "a.png", icc_profile=profile)
    assert _pixel(convert(path, SCREEN)) == (200, 40, 40)
    plain = save(image, tmp_path / "b.png")
    assert _pixel(convert(path, PRESS)) == _pixel(convert(plain, PRESS))


def test_inks_become_light_for_a_screen(tmp_path: Path) -> None:
    path = save(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), tmp_path / "a.tif")
    red, green, blue = _rgb(convert(path, SCREEN))
    assert red > 200 and green < 60 and blue < 60


@pytest.mark.parametrize("target", [SCREEN, PRESS, GREY])
@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_grey_stays_grey_sample_by_sample(tmp_path: Path, target: Target, name: str) -> None:
    image = photograph().convert("L")
    pixels = convert(save(image, tmp_path / name), replace(target, quality=95))
    assert pixels.space == "grey"
    assert _near(seen(pixels), image, 1.5)


@pytest.mark.parametrize("target", [SCREEN, PRESS])
def test_grey_stored_as_colours_is_grey_too(tmp_path: Path, target: Target) -> None:
    image = photograph().convert("L").convert("RGB")
    assert convert(save(image, tmp_path / "a.png"), target).space == "grey"


def test_everything_can_become_grey(tmp_path: Path) -> None:
    for mode, name in (("RGB", "a.png"), ("CMYK", "b.tif"), ("RGBA", "c.png"), ("P", "d.png")):
        pixels = convert(save(chart().convert(mode), tmp_path / name), GREY)
        assert pixels.space == "grey"
        assert seen(pixels).getpixel((0, 0)) == 255


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    row = b"\0" + b"".join(value.to_bytes(2, "big") for value in (0, 0x1234, 0x8080, 0xFFFF))
    path = write(tmp_path / "a.png", png(4, 1, 16, 0, row))
    assert list(seen(convert(path, SCREEN)).tobytes()) == [0, 0x12, 0x80, 0xFF]


def test_palettes_are_followed(tmp_path: Path) -> None:
    image = chart().convert("P", palette=Image.Palette.ADAPTIVE, colors=8)
    pixels = convert(save(image, tmp_path / "a.png"), SCREEN)
    assert ImageChops.difference(seen(pixels), chart()).getbbox() is None


# --- transparency ---------------------------------------------------------------------------------


def _half_transparent() -> Image.Image:
    image = chart().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size).point(lambda v: 0 if v < 64 else v))
    return image


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif"])
def test_what_is_transparent_shows_the_page(tmp_path: Path, name: str) -> None:
    options = {"lossless": True} if name == "a.webp" else {}
    path = save(_half_transparent(), tmp_path / name, **options)
    assert _pixel(convert(path, replace(SCREEN, page=SAND))) == (246, 242, 232)
    assert _pixel(convert(path, replace(PRESS, page=SAND))) == (8, 10, 26, 0)
    assert _pixel(convert(path, SCREEN)) == (255, 255, 255)
    assert _pixel(convert(path, PRESS)) == (0, 0, 0, 0)


def test_the_pages_inks_are_exact_and_opaque_parts_unchanged(tmp_path: Path) -> None:
    image = chart().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 10, 10))
    path = save(image, tmp_path / "a.png")
    plain = convert(save(chart(), tmp_path / "b.png"), PRESS)
    flat = convert(path, replace(PRESS, page=SAND))
    assert _pixel(flat, 5, 5) == (8, 10, 26, 0)
    assert _pixel(flat, 20, 30) == _pixel(plain, 20, 30)


def test_half_opacity_mixes(tmp_path: Path) -> None:
    path = save(Image.new("RGBA", (60, 40), (0, 0, 0, 128)), tmp_path / "a.png")
    assert _pixel(convert(path, SCREEN)) == 127
    assert _pixel(convert(path, replace(SCREEN, page=SAND))) == (123, 121, 116)


def test_grey_with_alpha_stays_grey_on_a_grey_page_only(tmp_path: Path) -> None:
    path = save(Image.new("LA", (60, 40), (0, 128)), tmp_path / "a.png")
    assert convert(path, PRESS).space == "grey"
    on_sand = convert(path, replace(PRESS, page=SAND))
    assert on_sand.space == "cmyk"
    assert _pixel(on_sand) == (4, 5, 13, 128)
    assert convert(path, replace(GREY, page=SAND)).space == "grey"


def test_one_colour_or_palette_entry_may_be_transparent(tmp_path: Path) -> None:
    rgb = png(2, 1, 8, 2, b"\0\1\2\3\4\5\6", chunk(b"tRNS", b"\0\1\0\2\0\3"))
    assert _rgb(convert(write(tmp_path / "a.png", rgb), replace(SCREEN, page=SAND))) == (246, 242, 232)
    bits = png(2, 1, 1, 0, b"\0\x40", chunk(b"tRNS", b"\0\1"))
    assert seen(convert(write(tmp_path / "b.png", bits), SCREEN)).tobytes() == b"\0\xff"
    indexed = png(2, 1, 8, 3, b"\0\0\1", chunk(b"PLTE", b"\1\2\3\4\5\6") + chunk(b"tRNS", b"\xff\0"))
    pixels = convert(write(tmp_path / "c.png", indexed), SCREEN)
    assert seen(pixels).tobytes() == b"\1\2\3\xff\xff\xff"


def test_transparent_black_leaves_no_fringe(tmp_path: Path) -> None:
    image = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (0, 0, 300, 400))
    pixels = convert(save(image, tmp_path / "a.png"), Target(space="rgb", width=60, height=40, ppi=72))
    extrema = seen(pixels).convert("L").getextrema()
    assert extrema[0] == 255


# --- coding ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", [SCREEN, PRESS, GREY])
def test_the_shorter_coding_wins(tmp_path: Path, target: Target) -> None:
    large = replace(target, width=600, height=400)
    assert convert(save(photograph(600, 400), tmp_path / "a.png"), large).filter == "DCT"
    assert convert(save(chart(600, 400), tmp_path / "b.png"), large).filter == "Flate"


def test_a_lossless_picture_is_exact(tmp_path: Path) -> None:
    image = chart(300, 200)
    for x in range(300):
        image.putpixel((x, x % 200), (x % 256, 255 - x % 256, 7))
    pixels = convert(save(image, tmp_path / "a.png"), replace(SCREEN, width=300, height=200, quality=95))
    assert pixels.filter == "Flate"
    assert ImageChops.difference(seen(pixels), image).getbbox() is None


def test_few_colours_get_a_palette(tmp_path: Path) -> None:
    pixels = convert(save(chart(), tmp_path / "a.png"), SCREEN)
    assert (pixels.bits, pixels.palette is not None, pixels.predictor) == (1, True, 15)
    assert len(pixels.data) < 100


def test_a_picture_that_was_a_jpeg_stays_one(tmp_path: Path) -> None:
    path = save(chart(600, 400), tmp_path / "a.jpg")
    assert convert(path, replace(PRESS, width=600, height=400)).filter == "DCT"


def test_quality_makes_the_size(tmp_path: Path) -> None:
    path = save(photograph(600, 400), tmp_path / "a.png")
    sizes = [
        len(convert(path, Target(space="rgb", width=600, height=400, ppi=72, quality=q)).data)
        for q in (30, 60, 90)
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2] / 2


def test_the_press_gets_no_progressive_jpeg(tmp_path: Path) -> None:
    for mode in ("RGB", "L"):
        path = save(photograph(600, 400).convert(mode), tmp_path / f"{mode}.png")
        frame = read_frame(convert(path, replace(PRESS, width=600, height=400)).data)
        assert frame is not None and frame.coding == 0xC0


@pytest.mark.parametrize("target", [SCREEN, PRESS, GREY])
def test_equal_input_gives_equal_bytes(tmp_path: Path, target: Target) -> None:
    path = save(_half_transparent(), tmp_path / "a.png")
    assert convert(path, target) == convert(path, target)


def test_a_noisy_photograph_of_megapixels_is_coded(tmp_path: Path) -> None:
    path = save(photograph(1800, 1200).convert("CMYK"), tmp_path / "a.tif")
    pixels = convert(path, Target(space="cmyk", width=1800, height=1200, ppi=72, quality=95))
    assert pixels.filter == "DCT"


def test_a_strip_too_long_for_jpeg_is_lossless(tmp_path: Path) -> None:
    path = save(Image.new("RGB", (66_000, 2), (9, 8, 7)), tmp_path / "a.png")
    for target in (SCREEN, PRESS, GREY):
        pixels = convert(path, replace(target, width=66_000, height=2))
        assert (pixels.width, pixels.filter) == (66_000, "Flate")


# --- refusals -------------------------------------------------------------------------------------


def test_pixels_that_break_off(tmp_path: Path) -> None:
    refuse = partial(rejected, call=lambda path: convert(path, PRESS, WHERE))
    whole = jpeg_bytes(photograph(300, 300), quality=95)
    thumbnail = with_segment(whole, 0xE1, b"Exif\0\0" + b"\xff\xd9")
    assert refuse(write(tmp_path / "a.jpg", thumbnail[: len(whole) // 2])).code == "image-truncated"
    short = png(200, 200, 8, 2, bytes(500))
    assert refuse(write(tmp_path / "a.png", short)).code in {"image-truncated", "image-unreadable"}
    assert refuse(write(tmp_path / "b.png", short)).where == WHERE
    assert refuse(str(tmp_path / "none.png")).code == "image-missing"
