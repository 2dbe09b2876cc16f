"""What `check` lets through every edition builds: damage that viewers pass over is mended, other is told."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.diagnostic import Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.pipeline.checking import check_folder
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from tests.unit.output.cover_files import BLED, INKED, cover_pdf
from tests.unit.output.imposition.imposition_files import stream

Writer = Callable[..., Path]
GROUND = b"0 0 0 1 k 40 40 90 90 re f\n" * 400
GOOD = zlib.compress(GROUND)
HARMLESS = {
    "sound": GOOD,
    "wrong checksum": GOOD[:-4] + b"\0\1\2\3",
    "no checksum": GOOD[:-4],
    "half a checksum": GOOD[:-2],
    "wrong header": b"\x78\x00" + GOOD[2:],
    "more behind": GOOD + b"rubbish",
    "a line end behind": GOOD + b"\r\n",
}
HARMFUL = {
    "breaks off": GOOD[: len(GOOD) // 2],
    "spoiled": GOOD[:20] + bytes(8) + GOOD[28:],
    "no deflated data": b"rubbish" * 9,
    "deflated twice": zlib.compress(GOOD)[:9],
}


def with_cover(cover: bytes, write_folder: Writer) -> Path:
    """A content folder with a designer's front cover."""
    folder = write_folder()
    (folder / "front.pdf").write_bytes(cover)
    words = "covers: {front: {file: front.pdf, alt: {pl: Okładka, cs: Obálka}}}\n"
    settings = (folder / "brochure.yaml").read_text(encoding="utf-8")
    return write_folder(brochure_yaml=settings + words)


def told(folder: Path) -> set[str]:
    """The codes of the errors and warnings that `check` gives."""
    try:
        found = check_folder(folder).diagnostics
    except Rejected as rejected:
        found = rejected.diagnostics
    return {one.code for one in found if one.severity is not Severity.NOTE}


def build_all(folder: Path) -> None:
    """Makes every edition; each may object, none may fail otherwise."""
    for edition in EDITIONS.values():
        assert make_product(compose_folder(folder), edition).startswith(b"%PDF-")


@pytest.mark.parametrize("packed", HARMLESS.values(), ids=HARMLESS)
def test_a_checksum_that_viewers_pass_over_is_mended(packed: bytes, write_folder: Writer) -> None:
    folder = with_cover(cover_pdf(BLED, stream(packed, "/Filter/FlateDecode")), write_folder)
    assert not told(folder)
    build_all(folder)


@pytest.mark.parametrize("packed", HARMFUL.values(), ids=HARMFUL)
def test_data_that_are_lost_are_told(packed: bytes, write_folder: Writer) -> None:
    folder = with_cover(cover_pdf(BLED, stream(packed, "/Filter/FlateDecode")), write_folder)
    assert told(folder) == {"cover-broken"}


@pytest.mark.parametrize(
    "program",
    [stream(b""), stream(b"", "/Filter/FlateDecode"), stream(zlib.compress(b""), "/Filter/FlateDecode")],
)
@pytest.mark.parametrize("key", ["FontFile", "FontFile2", "FontFile3"])
def test_an_empty_font_program_is_no_font(program: bytes, key: str, write_folder: Writer) -> None:
    page = BLED + "/Resources<</Font<</F 5 0 R>>>>"
    more = [
        "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+X/FontDescriptor 6 0 R>>",
        f"<</Type/FontDescriptor/FontName/ABCDEF+X/{key} 7 0 R>>",
        program,
    ]
    folder = with_cover(cover_pdf(page, f"{INKED} BT /F 20 Tf 60 60 Td (a) Tj ET", more), write_folder)
    assert "cover-fonts" in told(folder)


def chain(length: int, kind: str = "<</N {} 0 R>>") -> list[str]:
    """Objects from 5 of which each holds the next."""
    return [kind.format(number + 6) for number in range(length)] + ["null"]


@pytest.mark.parametrize("kind", ["<</N {} 0 R>>", "[{} 0 R]", "[<</A[{} 0 R]>>]"])
@pytest.mark.parametrize("length", [10, 40, 300, 500, 5000])
def test_objects_in_objects_are_built_or_told(length: int, kind: str, write_folder: Writer) -> None:
    cover = cover_pdf(BLED + "/Resources<</Deep 5 0 R>>", INKED, chain(length, kind))
    folder = with_cover(cover, write_folder)
    found = told(folder)
    assert found == (set() if length <= 40 else {"cover-too-complex"})
    if not found:
        build_all(folder)


LAYER = "/OCProperties<</OCGs[5 0 R]/D<<>>>>"


@pytest.mark.parametrize(
    ("group", "hidden"),
    [
        ("<</Type/OCG/Name(x)/Usage<</Print<</PrintState/OFF>>>>>>", True),
        ("<</Type/OCG/Name(x)/Usage<</View<</ViewState/OFF>>>>>>", True),
        ("<</Type/OCG/Name(x)/Usage<</Export<</ExportState/OFF>>>>>>", True),
        ("<</Type/OCG/Name(x)/Usage<</Print<</PrintState/OFF>>/View<</ViewState/ON>>>>>>", True),
        ("<</Type/OCMD/OCGs[6 0 R]/P/AllOff>>", True),
        ("<</Type/OCMD/OCGs[6 0 R]/VE[/Not 6 0 R]>>", True),
        ("<</Type/OCG/Name(x)/Usage<</Print<</PrintState/ON>>>>>>", False),
        ("<</Type/OCG/Name(x)/Usage<</Print 7>>>>", False),
        ("<</Type/OCMD/OCGs[6 0 R]/P/AnyOn>>", False),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_a_layer_that_some_use_hides_is_told(
    group: str, hidden: bool, listed: bool, write_folder: Writer
) -> None:
    page = BLED + "/Resources<</Properties<</L 5 0 R>>>>"
    more = [group, "<</Type/OCG/Name(y)>>"]
    cover = cover_pdf(page, f"/OC /L BDC {INKED} EMC", more, LAYER if listed else "")
    assert told(with_cover(cover, write_folder)) == ({"cover-layers"} if hidden else set())


@pytest.mark.parametrize(
    ("page", "catalog", "code"),
    [
        *((f"/Annots[<</Subtype/{kind}/Rect[0 0 9 9]>>]", "", "cover-annotations") for kind in
          ("Stamp", "FreeText", "Text", "3D", "RichMedia", "Screen", "Movie", "FileAttachment", "Watermark")),
        ("", "/Names<</EmbeddedFiles<</Names[]>>>>", "cover-attachments"),
        ("", "/AF[]", "cover-attachments"),
        ("/AF[]", "", "cover-attachments"),
        ("/Annots[<</Subtype/Link/Rect[0 0 9 9]>><</Subtype/Popup>><</Subtype/PrinterMark>>]", "", ""),
    ],
)  # fmt: skip
def test_what_is_left_out_of_a_cover_is_told(
    page: str, catalog: str, code: str, write_folder: Writer
) -> None:
    cover = cover_pdf(BLED + page, INKED, catalog=catalog)
    assert told(with_cover(cover, write_folder)) == ({code} if code else set())
