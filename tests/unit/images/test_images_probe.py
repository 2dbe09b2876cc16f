"""What a picture's header says, and every reason to refuse one."""

from __future__ import annotations

import os
import struct
import tracemalloc
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from layout.images import kinds, raster
from layout.images.pixels import RasterInfo, centred_crop, effective_ppi
from layout.images.raster import probe
from tests.told import texts
from tests.unit.images.picture_files import (
    WHERE,
    chart,
    chunk,
    intent_profile,
    jpeg_bytes,
    photograph,
    png,
    rejected,
    save,
    srgb_profile,
    write,
)

refuse = partial(rejected, call=lambda path: probe(path, WHERE))


@pytest.mark.parametrize(
    ("name", "mode", "kind", "stored"),
    [
        ("a.jpg", "RGB", "JPEG", "RGB"),
        ("a.jpg", "L", "JPEG", "L"),
        ("a.jpg", "CMYK", "JPEG", "CMYK"),
        ("a.png", "RGB", "PNG", "RGB"),
        ("a.png", "RGBA", "PNG", "RGBA"),
        ("a.png", "LA", "PNG", "LA"),
        ("a.png", "L", "PNG", "L"),
        ("a.png", "P", "PNG", "P"),
        ("a.png", "1", "PNG", "1"),
        ("a.tif", "RGB", "TIFF", "RGB"),
        ("a.tif", "CMYK", "TIFF", "CMYK"),
        ("a.webp", "RGB", "WebP", "RGB"),
        ("a.webp", "RGBA", "WebP", "RGBA"),
        ("a.avif", "RGB", "AVIF", "RGB"),
        ("a.avif", "RGBA", "AVIF", "RGBA"),
        ("a.jp2", "RGB", "JPEG 2000", "RGB"),
        ("a.j2k", "L", "JPEG 2000", "L"),
        ("a.jp2", "RGBA", "JPEG 2000", "RGBA"),
        ("a.gif", "P", "GIF", "P"),
    ],
)
def test_every_kind_and_mode_is_known(tmp_path: Path, name: str, mode: str, kind: str, stored: str) -> None:
    image = photograph().convert(mode)
    if mode.endswith("A"):
        image.putalpha(128)
    info = probe(save(image, tmp_path / name), WHERE)
    assert (info.kind, info.width, info.height, info.mode) == (kind, 60, 40, stored)
    assert info.has_alpha == (stored in {"RGBA", "LA"})
    assert info.bits == (1 if mode == "1" else 8)
    assert info.ppi is None
    assert not info.has_profile


def test_resolution_and_profile_are_read(tmp_path: Path) -> None:
    path = save(photograph(), tmp_path / "a.jpg", dpi=(300, 240), icc_profile=srgb_profile())
    info = probe(path, WHERE)
    assert info.ppi == 240
    assert info.has_profile


@pytest.mark.parametrize("dpi", [(0, 0), (1, 1), (60000, 60000)])
def test_an_absurd_resolution_counts_as_none(tmp_path: Path, dpi: tuple[int, int]) -> None:
    assert probe(save(photograph(), tmp_path / "a.jpg", dpi=dpi), WHERE).ppi is None


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (60, 40)), (3, (60, 40)), (6, (40, 60)), (8, (40, 60))]
)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.avif"])
def test_the_size_is_that_of_the_upright_picture(
    tmp_path: Path, name: str, orientation: int, size: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    info = probe(save(photograph(), tmp_path / name, exif=exif), WHERE)
    assert (info.width, info.height) == size


def test_a_broken_exif_block_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = save(
        photograph(), tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12\0\3\xff\xff\xff\xff"
    )
    assert probe(path, WHERE).orientation == 1


def test_sixteen_bits_a_channel_are_told(tmp_path: Path) -> None:
    grey = png(4, 2, 16, 0, (b"\0" + b"\x12\x34" * 4) * 2)
    assert probe(write(tmp_path / "a.png", grey), WHERE).bits == 16


def test_transparency_by_one_colour_is_alpha(tmp_path: Path) -> None:
    data = png(4, 1, 8, 2, b"\0" + bytes(12), chunk(b"tRNS", bytes(6)))
    assert probe(write(tmp_path / "a.png", data), WHERE).has_alpha


def test_the_content_counts_and_not_the_name(tmp_path: Path) -> None:
    assert probe(write(tmp_path / "a.png", jpeg_bytes(photograph())), WHERE).kind == "JPEG"


def test_a_missing_file(tmp_path: Path) -> None:
    diagnostic = refuse(str(tmp_path / "none.jpg"))
    assert (diagnostic.code, diagnostic.where) == ("image-missing", WHERE)
    assert refuse(str(tmp_path / "none.jpg" / "deeper.jpg")).code == "image-missing"


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert refuse(str(tmp_path)).code == "image-not-a-file"
    assert refuse(str(tmp_path / "pipe.jpg")).code == "image-not-a-file"


def test_a_name_that_no_system_takes() -> None:
    assert refuse("a\0b.jpg").code == "image-locked"


def test_an_empty_file(tmp_path: Path) -> None:
    assert refuse(write(tmp_path / "a.jpg", b"")).code == "image-empty"


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 100)
    assert refuse(write(tmp_path / "a.jpg", jpeg_bytes(photograph()))).code == "image-too-heavy"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"8BPS", "Photoshop"),
        (b"%PDF-1.4", "PDF"),
        (b"%!PS-Adobe", "EPS"),
        (b"RIFF\0\0\0\0CDR9", "CorelDRAW"),
        (b"PK\x03\x04", "ZIP / Microsoft Office"),
        (b"\x1f\x8b", "SVGZ / GZIP"),
        (b"BM", "BMP"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"<svg/>", "SVG"),
    ],
)
def test_other_formats_are_called_by_their_name(tmp_path: Path, head: bytes, kind: str) -> None:
    diagnostic = refuse(write(tmp_path / "a.jpg", head + bytes(100)))
    assert (diagnostic.code, texts(diagnostic)["kind"]) == ("image-format", kind)


@pytest.mark.parametrize("data", [b"hello", b"\0" * 100, b"<a/>", b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_picture_at_all(tmp_path: Path, data: bytes) -> None:
    assert refuse(write(tmp_path / "a.jpg", data)).code == "image-not-a-picture"


def test_a_decompression_bomb_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", png(60_000, 60_000, 8, 2, b"\0"))
    tracemalloc.start()
    diagnostic = refuse(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (diagnostic.code, texts(diagnostic)["width"]) == ("image-bomb", "60000")
    assert peak < 1_000_000


def test_the_largest_picture_allowed(tmp_path: Path) -> None:
    assert raster.MAX_PIXELS == 10_000 * 8_000
    assert probe(write(tmp_path / "a.png", png(10_000, 8_000, 8, 2, b"\0")), WHERE).width == 10_000
    assert refuse(write(tmp_path / "b.png", png(10_000, 8_001, 8, 2, b"\0"))).code == "image-bomb"


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_cut_off_file(tmp_path: Path, name: str) -> None:
    whole = Path(save(photograph(200, 200), tmp_path / name)).read_bytes()
    assert refuse(write(tmp_path / name, whole[: len(whole) // 2])).code == "image-truncated"


def test_what_cameras_append_to_a_jpeg_is_no_harm(tmp_path: Path) -> None:
    assert probe(write(tmp_path / "a.jpg", jpeg_bytes(photograph()) + bytes(200_000)), WHERE).width == 60


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"GIF89a", "GIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "AVIF"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf", "HEIC"),
        (b"\0\0\0\x0cjP  \r\n", "JPEG 2000"),
    ],
)
def test_what_is_no_more_than_its_first_bytes(tmp_path: Path, head: bytes, kind: str) -> None:
    diagnostic = refuse(write(tmp_path / "a.jpg", head + bytes(100)))
    assert (diagnostic.code, texts(diagnostic)["kind"]) == ("image-unreadable", kind)


def test_a_header_alone_is_unreadable(tmp_path: Path) -> None:
    assert refuse(write(tmp_path / "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40))).code == "image-unreadable"
    assert refuse(write(tmp_path / "a.tif", b"II*\0" + bytes(40))).code == "image-unreadable"


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tif", "a.gif", "a.avif"])
def test_of_animations_and_several_pages_the_first_counts(tmp_path: Path, name: str) -> None:
    frames = [chart(), photograph()]
    info = probe(save(frames[0], tmp_path / name, save_all=True, append_images=frames[1:]), WHERE)
    assert info.frames == 2
    assert probe(save(frames[0], tmp_path / name), WHERE).frames == 1


def test_colour_models_without_a_meaning_in_print(tmp_path: Path) -> None:
    assert refuse(save(Image.new("F", (3, 3)), tmp_path / "a.tif")).code == "image-mode"
    assert refuse(save(Image.new("LAB", (3, 3)), tmp_path / "b.tif")).code == "image-mode"


def test_probing_decodes_no_pixel(tmp_path: Path) -> None:
    assert probe(write(tmp_path / "a.png", png(500, 400, 8, 2, b"")), WHERE).height == 400


def test_a_large_profile_is_only_noticed(tmp_path: Path) -> None:
    cmyk = photograph().convert("CMYK")
    assert probe(save(cmyk, tmp_path / "a.jpg", icc_profile=intent_profile()), WHERE).has_profile


def test_an_unterminated_tiff_directory(tmp_path: Path) -> None:
    loop = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 256, 3, 1, 5, 8)
    assert refuse(write(tmp_path / "a.tif", loop)).code == "image-unreadable"


def _info(width: int, height: int) -> RasterInfo:
    return RasterInfo(
        kind="JPEG",
        width=width,
        height=height,
        mode="RGB",
        bits=8,
        ppi=None,
        has_alpha=False,
        has_profile=False,
    )


def test_a_centred_crop_takes_the_same_from_both_sides() -> None:
    assert centred_crop(_info(400, 100), 100, 100) == (0.375, 0.0, 0.625, 1.0)
    assert centred_crop(_info(100, 400), 200, 100) == (0.0, 0.4375, 1.0, 0.5625)
    assert centred_crop(_info(100, 50), 30, 15) == (0.0, 0.0, 1.0, 1.0)


def test_the_effective_resolution_counts_what_is_seen() -> None:
    assert effective_ppi(_info(600, 300), 144, 72) == 300
    assert effective_ppi(_info(600, 300), 72, 72, (0.25, 0.0, 0.75, 1.0)) == 300
    assert effective_ppi(_info(600, 300), 144, 36) == 300
