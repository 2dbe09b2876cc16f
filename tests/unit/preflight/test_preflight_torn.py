"""Pictures and contents that end too early or are damaged are found, sound ones of all makes are not."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image as Photograph

from layout.preflight import PROFILES, preflight
from layout.preflight.graphics.samples import is_jpeg_torn
from tests.faults.paper import Stream
from tests.faults.seeds import FORM
from tests.faults.sound import print_paper

SIZE = (240, 160)


def photograph(mode: str = "CMYK", **saving: Any) -> bytes:
    out = io.BytesIO()
    noise = [Photograph.effect_noise(SIZE, 50) for _ in Photograph.new(mode, (1, 1)).getbands()]
    Photograph.merge(mode, noise).save(out, "JPEG", **saving)
    return out.getvalue()


PLAIN = Photograph.effect_noise((4 * SIZE[0], SIZE[1]), 90).tobytes()
FLATE = zlib.compress(PLAIN)
JPEG = photograph(quality=80)
HALF = len(JPEG) // 2

TORN: dict[str, tuple[bytes, str]] = {
    "flate-cut": (FLATE[: len(FLATE) // 2], "/FlateDecode"),
    "flate-without-its-sum": (FLATE[:-4], "/FlateDecode"),
    "flate-damaged": (FLATE[:500] + bytes(40) + FLATE[540:], "/FlateDecode"),
    "flate-of-too-few-rows": (zlib.compress(PLAIN[:-960]), "/FlateDecode"),
    "flate-of-another-header": (b"\xff\xff" + FLATE[2:], "/FlateDecode"),
    "hexadecimal-of-cut-flate": (FLATE[:900].hex().encode() + b">", "[/ASCIIHexDecode /FlateDecode]"),
    "plain-too-short": (PLAIN[: len(PLAIN) // 3], ""),
    "jpeg-cut": (JPEG[:HALF], "/DCTDecode"),
    "jpeg-without-its-end": (JPEG[:-2], "/DCTDecode"),
    "jpeg-cut-and-ended": (JPEG[:HALF] + b"\xff\xd9", "/DCTDecode"),
    "jpeg-with-a-hole": (JPEG[:HALF] + b"\xff" * 30 + JPEG[HALF + 30 :], "/DCTDecode"),
    "jpeg-without-a-part": (JPEG[:HALF] + JPEG[HALF + 700 :], "/DCTDecode"),
    "jpeg-zeroed": (JPEG[:HALF] + bytes(400) + JPEG[HALF + 400 :], "/DCTDecode"),
    "jpeg-without-a-head": (JPEG[200:], "/DCTDecode"),
    "jpeg-of-another-kind": (b"\x89PNG\r\n\x1a\n" + bytes(500), "/DCTDecode"),
}
SOUND: dict[str, tuple[bytes, str]] = {
    "flate": (FLATE, "/FlateDecode"),
    "flate-and-more": (FLATE + b"\r\n\0\0", "/FlateDecode"),
    "plain": (PLAIN, ""),
    "hexadecimal": (FLATE.hex().encode() + b">", "[/ASCIIHexDecode /FlateDecode]"),
    "jpeg": (JPEG, "/DCTDecode"),
    "jpeg-progressive": (photograph(quality=60, progressive=True), "/DCTDecode"),
    "jpeg-with-restarts": (photograph(quality=90, restart_marker_blocks=3), "/DCTDecode"),
    "jpeg-of-own-tables": (photograph(quality=95, optimize=True), "/DCTDecode"),
    "jpeg-and-more": (JPEG + b"\r\n\0\0", "/DCTDecode"),
}


def picture(data: bytes, filters: str, mask: Stream | None = None) -> bytes:
    """A sound file with a picture of these data on its second page."""
    paper = print_paper()
    entries: dict[str, Any] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": SIZE[0],
        "Height": SIZE[1],
        "ColorSpace": "/DeviceCMYK",
        "BitsPerComponent": 8,
    }
    if filters:
        entries["Filter"] = filters
    if mask is not None:
        entries["Mask"] = paper.add(mask)
    shown = paper.add(Stream(entries, data, plain=True))
    paper.sheets[1].resources["XObject"] = {**paper.sheets[1].resources["XObject"], "Bad": shown}
    paper.sheets[1].content += "q 48 0 0 32 100 300 cm /Bad Do Q\n"
    return paper.build()


def told(data: bytes, profile: str = "print") -> set[str]:
    return {one.rule for one in preflight(data, PROFILES[profile], render=False).findings}


@pytest.mark.parametrize("name", TORN)
@pytest.mark.parametrize("profile", ["print", "mail", "screen"])
def test_a_torn_picture_is_found(name: str, profile: str) -> None:
    assert "image-torn" in told(picture(*TORN[name]), profile)


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_picture_is_not_torn(name: str) -> None:
    assert "image-torn" not in told(picture(*SOUND[name]))


def test_a_torn_mask_is_a_torn_picture() -> None:
    entries = {"Type": "/XObject", "Subtype": "/Image", "Width": 80, "Height": 80, "ImageMask": True}
    whole = zlib.compress(bytes(range(256)) * 4)
    masks = [Stream({**entries, "Filter": "/FlateDecode"}, data, plain=True) for data in (whole, whole[:90])]
    found = ["image-torn" in told(picture(FLATE, "/FlateDecode", mask)) for mask in masks]
    assert found == [False, True]


@pytest.mark.parametrize("cut", [2, 4, 30, 200])
def test_cut_contents_are_found(cut: int) -> None:
    body = b"".join(b"0 0 0 %.3f k 80 %d 40 4 re f\n" % (n / 100, 200 + n) for n in range(100))
    packed = zlib.compress(body)
    found = []
    for data in (packed, packed[:-cut]):
        paper = print_paper()
        form = Stream({"Type": "/XObject", **FORM, "Filter": "/FlateDecode"}, data, plain=True)
        paper.sheets[1].resources["XObject"] = {"Im1": paper.add(form)}
        paper.sheets[1].content += "q /Im1 Do Q\n"
        found.append("content-undecodable" in told(paper.build()))
    assert found == [False, True]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("size", [(1, 1), (17, 9), (64, 64), (301, 203)])
def test_plain_tints_are_whole_however_small_and_packed(mode: str, size: tuple[int, int]) -> None:
    for shade in (0, 128, 255):
        for saving in ({}, {"optimize": True}, {"progressive": True}, {"quality": 100}):
            out = io.BytesIO()
            Photograph.new("L", size, shade).convert(mode).save(out, "JPEG", **saving)
            assert not is_jpeg_torn(out.getvalue())


SCRIPTS: dict[str, Callable[[Any], object]] = {
    "open": lambda paper: paper.catalog.update(OpenAction={"S": "/JavaScript", "JS": b"app.alert(1)"}),
    "names": lambda paper: paper.catalog.update(
        Names={"JavaScript": {"Names": [b"a", {"S": "/JavaScript", "JS": b"1"}]}}
    ),
    "page": lambda paper: paper.sheets[1].entries.update(AA={"O": {"S": "/JavaScript", "JS": b"1"}}),
    "field": lambda paper: paper.sheets[1].entries.update(
        Annots=[{"Subtype": "/Widget", "Rect": [90, 90, 99, 99], "A": {"S": "/JavaScript", "JS": b"1"}}]
    ),
    "rendition": lambda paper: paper.sheets[1].entries.update(
        Annots=[{"Subtype": "/Screen", "Rect": [90, 90, 99, 99], "A": {"S": "/Rendition", "JS": b"1"}}]
    ),
    "chained": lambda paper: paper.catalog.update(
        OpenAction={"S": "/GoTo", "D": b"x", "Next": [{"S": "/JavaScript", "JS": b"1"}]}
    ),
}


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("profile", ["print", "mail", "screen"])
def test_scripts_are_found_wherever_they_stand(name: str, profile: str) -> None:
    paper = print_paper()
    SCRIPTS[name](paper)
    assert "pdf-javascript" in told(paper.build(), profile)


@pytest.mark.parametrize("kind", ["3D", "RichMedia", "Movie", "Sound", "Screen"])
@pytest.mark.parametrize("box", [[90, 90, 99, 99], [1, 1, 4, 4]], ids=["on the page", "beside it"])
def test_media_are_found(kind: str, box: list[int]) -> None:
    paper = print_paper()
    paper.sheets[1].entries["Annots"] = [paper.add({"Subtype": f"/{kind}", "Rect": box})]
    data = paper.build()
    assert "pdf-media" in told(data) and "pdf-media" in told(data, "screen")
    assert "archive-annotation" in told(data, "mail")


def test_a_field_without_a_form_is_found() -> None:
    paper = print_paper()
    paper.sheets[1].entries["Annots"] = [paper.add({"Subtype": "/Widget", "Rect": [1, 1, 4, 4]})]
    assert "pdf-form" in told(paper.build())
