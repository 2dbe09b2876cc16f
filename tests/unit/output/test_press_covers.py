"""Designers' covers in print: held to the printer before they are merged, with words to send back."""

from __future__ import annotations

import base64
import io
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest

from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterMark, PrinterProfile
from layout.model.records import replace
from layout.model.units import mm
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight.inspection import inspect_file
from layout.preflight.reading.limits import Limits
from layout.preflight.rules.judgement import judge
from layout.preflight.rules.rule import profile_for
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from tests.told import texts
from tests.unit.output.cover_files import BLED, PLAIN, boxed, cover_pdf
from tests.unit.output.imposition.imposition_files import stream

Writer = Callable[..., Path]
SHOP = PrinterProfile(marks=frozenset({PrinterMark.CROP}), page_multiple=1)
GROUND = "0 1 1 0 k 0 0 600 800 re f"
HALF = "<</Type/ExtGState/ca 0.5>>"


def folder_with(cover: bytes, write_folder: Writer) -> Path:
    folder = write_folder()
    (folder / "front.pdf").write_bytes(cover)
    words = "covers: {front: {file: front.pdf, alt: {pl: Okładka, cs: Obálka}}}\n"
    settings = (folder / "brochure.yaml").read_text(encoding="utf-8")
    return write_folder(brochure_yaml=settings + words)


def build(
    cover: bytes, write_folder: Writer, printer: PrinterProfile = SHOP, edition: str = "print"
) -> bytes:
    return make_product(
        compose_folder(folder_with(cover, write_folder)), EDITIONS[edition], ProductWishes(shop=printer)
    )


def refusal(cover: bytes, write_folder: Writer, printer: PrinterProfile = SHOP) -> list[Diagnostic]:
    with pytest.raises(Rejected) as caught:
        build(cover, write_folder, printer)
    for diagnostic in caught.value.diagnostics:
        for language in LANGUAGES:
            assert "front.pdf" in explain(diagnostic, language)
    return [found for found in caught.value.diagnostics if found.severity is Severity.ERROR]


def read(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf))


def test_a_sound_cover_is_merged_with_boxes_and_marks(write_folder: Writer) -> None:
    pdf = build(cover_pdf(BLED, GROUND), write_folder)
    report = judge(inspect_file(pdf, render=False), profile_for(SHOP))
    assert (report.errors, report.warnings) == ((), ())
    cover, page = read(pdf).pages
    for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
        assert cover[key] == page[key]
    assert cover["/Resources"]["/XObject"].keys() == {"/Cover", "/Marks"}
    assert read(pdf).pdf_header == "%PDF-1.6"
    assert len(read(pdf).root_object["/OutputIntents"]) == 1


@pytest.mark.parametrize(
    ("page", "content", "more", "code"),
    [
        (BLED, "1 0 0 rg 0 0 600 800 re f", [], "colour-rgb"),
        (BLED, "1 1 1 1 k 0 0 600 800 re f", [], "ink-object"),
        (f"{BLED}/Resources<</ExtGState<</H {HALF}>>>>", f"/H gs {GROUND}", [], "pdf-transparency"),
        (f"{BLED}/Resources<</ColorSpace<</S 5 0 R>>>>", "/S cs 1 scn 0 0 600 800 re f",
         ["[/Separation/Gold/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 1 0]/N 1>>]"],
         "spot-policy"),
        (BLED, f"{GROUND} 0 0 0 1 K 0.1 w 60 60 m 300 300 l S", [], "line-thin"),
        (BLED, "0 1 1 0 k 31.2 28.3 419.6 595.3 re f", [], "bleed-cover"),
        (PLAIN, GROUND, [], "press-cover-bleed"),
        (boxed(MediaBox=(0, 0, 150, 212), TrimBox=(1, 1, 149, 211)), GROUND, [], "press-cover-bleed"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_told_before_merging(
    page: str, content: str, more: list[str | bytes], code: str, write_folder: Writer
) -> None:
    assert code in {found.code for found in refusal(cover_pdf(page, content, more), write_folder)}


@pytest.mark.parametrize("edition", ["print", "mail"])
def test_a_cover_beyond_the_limits_is_named_at_its_place(
    edition: str, write_folder: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = partial(inspect_file, limits=Limits(seconds=0.0))
    monkeypatch.setattr("layout.preflight.report.products.inspect_file", slow)
    with pytest.raises(Rejected) as caught:
        build(cover_pdf(BLED, GROUND), write_folder, edition=edition)
    (found,) = (one for one in caught.value.diagnostics if one.severity is Severity.ERROR)
    assert (found.code, texts(found)["file"]) == ("pdf-over-limit", "front.pdf")
    assert found.where.file.endswith("brochure.yaml") and found.where.line > 1


def test_a_coarse_picture_is_told(write_folder: Writer) -> None:
    pixels = stream(
        b"\x00\x40\x40\x00" * 100 * 140,
        "/Type/XObject/Subtype/Image/Width 100/Height 140/BitsPerComponent 8/ColorSpace/DeviceCMYK",
    )
    page = f"{BLED}/Resources<</XObject<</I 5 0 R>>>>"
    cover = cover_pdf(page, "500 0 0 700 0 0 cm /I Do", [pixels])
    assert "image-low" in {found.code for found in refusal(cover, write_folder)}


def test_a_warning_names_the_designers_file_and_page(write_folder: Writer) -> None:
    pixels = stream(
        b"\x00\x40\x40\x00" * 1500 * 2000,
        "/Type/XObject/Subtype/Image/Width 1500/Height 2000/BitsPerComponent 8/ColorSpace/DeviceCMYK",
    )
    page = f"{BLED}/Resources<</XObject<</I 5 0 R>>>>"
    folder = folder_with(cover_pdf(page, "500 0 0 700 0 0 cm /I Do", [pixels]), write_folder)
    twice = pypdf.PdfWriter()
    for _ in range(2):
        twice.append(folder / "front.pdf")
    twice.write(folder / "front.pdf")
    settings = folder / "brochure.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("front.pdf,", "front.pdf, page: 2,"))
    remarks: list[Diagnostic] = []
    make_product(compose_folder(folder), EDITIONS["print"], ProductWishes(shop=SHOP, report=remarks.append))
    (warning,) = (remark for remark in remarks if remark.severity is Severity.WARNING)
    assert warning.code == "image-soft"
    assert warning.where.file.startswith("front.pdf#2 (")


@pytest.mark.parametrize(("condition", "refused"), [("FOGRA39", False), ("FOGRA51", True)])
def test_a_cover_for_another_condition_is_refused(
    condition: str, refused: bool, write_folder: Writer
) -> None:
    intent = f"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier({condition})>>"
    cover = cover_pdf(BLED, GROUND, catalog=f"/OutputIntents[{intent}]")
    if not refused:
        assert read(build(cover, write_folder)).root_object["/OutputIntents"][0]["/S"] == "/GTS_PDFX"
        return
    (found,) = refusal(cover, write_folder)
    assert (found.code, texts(found)["found"]) == ("press-cover-condition", condition)


def test_the_screen_takes_what_print_refuses(write_folder: Writer) -> None:
    cover = cover_pdf(BLED, "1 0 0 rg 0 0 600 800 re f")
    assert len(read(build(cover, write_folder, edition="screen")).pages) == 2


def test_all_faults_of_both_sides_come_at_once(write_folder: Writer) -> None:
    cover = cover_pdf(PLAIN, "1 0 0 rg 0 0 600 800 re f")
    codes = {found.code for found in refusal(cover, write_folder)}
    assert {"press-cover-bleed", "colour-rgb"} <= codes


def test_less_bleed_is_enough_where_the_printer_wants_less(write_folder: Writer) -> None:
    narrow = boxed(MediaBox=(0, 0, 152, 214), TrimBox=(2, 2, 150, 212))
    pdf = build(cover_pdf(narrow, GROUND), write_folder, replace(SHOP, bleed=mm(2)))
    assert len(read(pdf).pages) == 2


def convert(
    cover: bytes, write_folder: Writer, printer: PrinterProfile = SHOP
) -> tuple[bytes, list[Diagnostic]]:
    remarks: list[Diagnostic] = []
    composed = compose_folder(folder_with(cover, write_folder))
    pdf = make_product(
        composed, EDITIONS["print"], ProductWishes(shop=printer, report=remarks.append, convert_covers=True)
    )
    return pdf, [remark for remark in remarks if remark.code == "press-cover-converted"]


def drawn(pdf: bytes) -> str:
    content: bytes = read(pdf).pages[0]["/Resources"]["/XObject"]["/Cover"].get_data()
    return " ".join(word.removesuffix(".0") for word in content.decode().split())


FULL = "0 0 600 800 re f"
CAL = "[/CalRGB<</WhitePoint[0.95 1 1.09]/Gamma[2.2 2.2 2.2]>>]"


@pytest.mark.parametrize(
    ("content", "wanted", "count"),
    [
        (f"0 0 0 rg {FULL}", f"0 0 0 1 k {FULL}", 1),
        (f"q 1 1 1 RG 0 0 0 rg {FULL} Q 0.5 g {FULL}", f"q 0 0 0 0 K 0 0 0 1 k {FULL} Q 0.5 g {FULL}", 2),
        (f"/DeviceRGB cs 0 0 0 sc {FULL}", f"0 0 0 1 k 0 0 0 1 k {FULL}", 2),
        (f"/C cs 1 1 1 scn {FULL} q /DeviceCMYK cs 0 1 0 0 scn Q 0 0 0 scn {FULL}",
         f"0 0 0 1 k 0 0 0 0 k {FULL} q /DeviceCMYK cs 0 1 0 0 scn Q 0 0 0 1 k {FULL}", 3),
        (f"/DeviceCMYK CS 0 1 0 0 SCN 0 1 0 0 k {FULL}", f"/DeviceCMYK CS 0 1 0 0 SCN 0 1 0 0 k {FULL}", 0),
    ],
)  # fmt: skip
def test_colours_set_in_light_become_inks(
    content: str, wanted: str, count: int, write_folder: Writer
) -> None:
    page = f"{BLED}/Resources<</ColorSpace<</C {CAL}>>>>"
    pdf, remarks = convert(cover_pdf(page, content), write_folder)
    assert wanted in drawn(pdf)
    assert [texts(remark)["count"] for remark in remarks] == ([str(count)] if count else [])


def test_a_converted_colour_keeps_the_ink_limit_and_passes(write_folder: Writer) -> None:
    pdf, (remark,) = convert(cover_pdf(BLED, f"0.1 0.05 0.2 rg {FULL}"), write_folder)
    report = judge(inspect_file(pdf, render=False), profile_for(SHOP))
    assert not report.errors
    assert remark.severity is Severity.WARNING
    for language in LANGUAGES:
        assert "front.pdf" in explain(remark, language)


def picture(entries: str, samples: bytes) -> bytes:
    size = "/Type/XObject/Subtype/Image/Width 4/Height 2/BitsPerComponent 8"
    return stream(samples, f"{size}{entries}")


def test_content_in_any_packing_becomes_inks(write_folder: Writer) -> None:
    packed = base64.a85encode(zlib.compress(f"0 0 0 rg {FULL}".encode())) + b"~>"
    cover = cover_pdf(BLED, stream(packed, "/Filter[/ASCII85Decode/FlateDecode]/DecodeParms[null null]"))
    assert f"0 0 0 1 k {FULL}" in drawn(convert(cover, write_folder)[0])


@pytest.mark.parametrize("kind", ["flat", "palette", "jpeg", "packed", "packed jpeg"])
def test_pictures_in_light_become_inks(kind: str, write_folder: Writer) -> None:
    from PIL import Image

    red = Image.new("RGB", (4, 2), (200, 30, 30))
    code = io.BytesIO()
    red.save(code, "JPEG", quality=95)
    made = {
        "flat": picture("/ColorSpace/DeviceRGB", red.tobytes()),
        "palette": picture("/ColorSpace[/Indexed/DeviceRGB 0<c81e1e>]", b"\0" * 8),
        "jpeg": picture("/ColorSpace/DeviceRGB/Filter/DCTDecode", code.getvalue()),
        "packed": picture(
            "/ColorSpace/DeviceRGB/Decode[0 1 0 1 0 1]/Filter/ASCIIHexDecode", red.tobytes().hex().encode()
        ),
        "packed jpeg": picture(
            "/ColorSpace/DeviceRGB/Filter[/ASCII85Decode/DCTDecode]",
            base64.a85encode(code.getvalue()) + b"~>",
        ),
    }[kind]
    page = f"{BLED}/Resources<</XObject<</I 5 0 R>>>>"
    coarse = replace(SHOP, ppi=0.1, minimum_ppi=0.1)
    pdf, (remark,) = convert(cover_pdf(page, "500 0 0 700 0 0 cm /I Do", [made]), write_folder, coarse)
    cover = read(pdf).pages[0]["/Resources"]["/XObject"]["/Cover"]
    space = cover["/Resources"]["/XObject"]["/I"]["/ColorSpace"]
    assert (space[1] if isinstance(space, list) else space) == "/DeviceCMYK"
    assert texts(remark)["count"] == "1"


@pytest.mark.parametrize(
    ("resources", "content", "code"),
    [
        (f"/ExtGState<</H {HALF}>>", f"/H gs {FULL}", "pdf-transparency"),
        ("/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]"
         "/Function<</FunctionType 2/Domain[0 1]/C0[0 0 1]/C1[1 0 0]/N 1>>>>>>", "/S sh", "colour-rgb"),
        ("/XObject<</I 5 0 R>>", "500 0 0 700 0 0 cm /I Do", "colour-rgb"),
    ],
)  # fmt: skip
def test_what_cannot_be_converted_safely_is_refused(
    resources: str, content: str, code: str, write_folder: Writer
) -> None:
    masked = picture("/ColorSpace/DeviceRGB/SMask 6 0 R", bytes(24))
    mask = picture("/ColorSpace/DeviceGray", bytes(8))
    cover = cover_pdf(f"{BLED}/Resources<<{resources}>>", content, [masked, mask])
    with pytest.raises(Rejected) as caught:
        convert(cover, write_folder)
    assert code in {found.code for found in caught.value.diagnostics}


@pytest.mark.parametrize(
    ("content", "picture_entries"),
    [
        ("1 0 rg 0 0 9 9 re f", ""),
        ("/N cs 1 1 1 scn 0 0 9 9 re f", ""),
        ("(a) (b) (c) rg", ""),
        ("500 0 0 700 0 0 cm /I Do", "/Width(x)/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB"),
        ("500 0 0 700 0 0 cm /I Do", "/Width 90000/Height 90000/BitsPerComponent 8/ColorSpace/DeviceRGB"),
        ("500 0 0 700 0 0 cm /I Do", "/Width 4/Height 2/ColorSpace[/Indexed/DeviceRGB 1 null]"),
        ("500 0 0 700 0 0 cm /I Do", "/Width 4/Height 2/BitsPerComponent 8/ColorSpace[/ICCBased 3 0 R]"),
    ],
)
def test_damaged_colours_end_in_words(content: str, picture_entries: str, write_folder: Writer) -> None:
    broken = stream(b"abc", f"/Type/XObject/Subtype/Image{picture_entries}")
    cover = cover_pdf(f"{BLED}/Resources<</XObject<</I 5 0 R>>>>", content, [broken])
    try:
        convert(cover, write_folder)
    except Rejected as rejected:
        assert all(explain(found, "en") for found in rejected.diagnostics)
