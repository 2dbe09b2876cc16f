"""The print editions whole: what the file says of itself, its boxes, its pages beside the screen's."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from layout.images.jpeg import read_frame
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterMark, PrinterProfile, Standard
from layout.model.records import replace
from layout.model.units import mm
from layout.output.pdf.identity import PRODUCER
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.wishes import ProductWishes
from layout.preflight.inspection import inspect_file
from layout.preflight.rules.judgement import Report, Verdict, judge
from layout.preflight.rules.rule import profile_for
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.printer import read_printer
from tests.conftest import ROOT
from tests.told import texts

Writer = Callable[..., Path]
ALL_MARKS = PrinterProfile(marks=frozenset(PrinterMark), one_ink_text=0.0)
SHOPS: dict[str, PrinterProfile | None] = {
    "nobody": None,
    "opole": read_printer("opole"),
    "olomouc": read_printer("olomouc"),
    "all marks": ALL_MARKS,
}


@cache
def sample() -> Composed:
    return compose_folder(ROOT / "content")


@cache
def built(edition: str, shop: str = "nobody") -> bytes:
    return make_product(sample(), EDITIONS[edition], ProductWishes(shop=SHOPS[shop]))


def read(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf))


def build(folder: Path, printer: PrinterProfile | None = None) -> tuple[bytes, list[Diagnostic]]:
    remarks: list[Diagnostic] = []
    wishes = ProductWishes(shop=printer, report=remarks.append)
    return make_product(compose_folder(folder), EDITIONS["print"], wishes), remarks


def refusal(folder: Path, printer: PrinterProfile | None = None) -> list[Diagnostic]:
    with pytest.raises(Rejected) as caught:
        build(folder, printer)
    for diagnostic in caught.value.diagnostics:
        for language in LANGUAGES:
            assert explain(diagnostic, language)
    return [found for found in caught.value.diagnostics if found.severity is Severity.ERROR]


def report_of(pdf: bytes, printer: PrinterProfile, render: bool = False) -> Report:
    return judge(inspect_file(pdf, render=render), profile_for(printer))


@pytest.mark.parametrize(
    ("edition", "shop", "version"),
    [
        ("print", "nobody", "1.6"),
        ("print-x1a", "nobody", "1.4"),
        ("print", "olomouc", "1.4"),
    ],
)
def test_header_and_claim_follow_the_standard(edition: str, shop: str, version: str) -> None:
    pdf = built(edition, shop)
    assert pdf.startswith(f"%PDF-{version}\n".encode())
    reader = read(pdf)
    packet = reader.root_object["/Metadata"].get_data().decode()
    x1a = version == "1.4"
    assert ("pdfxid:GTS_PDFXVersion>PDF/X-4<" in packet) is not x1a
    assert ("pdfx:GTS_PDFXVersion>PDF/X-1a:2003<" in packet) is x1a
    assert reader.trailer["/Info"].get("/GTS_PDFXVersion") == ("PDF/X-1a:2003" if x1a else None)
    assert "/Version" not in reader.root_object


def test_information_and_packet_agree() -> None:
    reader = read(built("print"))
    info = reader.trailer["/Info"]
    packet = reader.root_object["/Metadata"].get_data().decode()
    assert "/Filter" not in reader.root_object["/Metadata"]
    assert info["/Title"] == "Dwa brzegi, jedna rzeka / Dva břehy, jedna řeka"
    assert f">{info['/Title']}</rdf:li>" in packet
    assert f"<rdf:li>{info['/Author']}</rdf:li>" in packet
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261122000000Z"
    assert packet.count("2026-11-22T00:00:00Z") == 3
    assert info["/Trapped"] == "/False" and "<pdf:Trapped>False<" in packet
    assert info["/Producer"] == PRODUCER and f"<pdf:Producer>{PRODUCER}<" in packet


def test_the_output_intent_embeds_the_condition() -> None:
    (intent,) = (entry.get_object() for entry in read(built("print")).root_object["/OutputIntents"])
    assert intent["/S"] == "/GTS_PDFX"
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    assert intent["/RegistryName"] == "http://www.color.org"
    profile = ROOT / "layout" / "resources" / "icc" / "FOGRA39L_coated.icc"
    assert intent["/DestOutputProfile"]["/N"] == 4
    assert intent["/DestOutputProfile"].get_data() == profile.read_bytes()


@pytest.mark.parametrize("shop", list(SHOPS))
def test_boxes_are_exact_on_every_page_covers_included(shop: str) -> None:
    printer = SHOPS[shop] or PrinterProfile()
    pages = read(built("print", shop)).pages
    assert len(pages) == len(sample().body.pages) + 2
    for page in pages:
        media, bleed, trim = (
            [float(side) for side in page[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert trim[2] - trim[0] == pytest.approx(mm(148), abs=0.001)
        assert trim[3] - trim[1] == pytest.approx(mm(210), abs=0.001)
        wanted = [trim[0] - printer.bleed, trim[1] - printer.bleed]
        assert bleed == pytest.approx([*wanted, trim[2] + printer.bleed, trim[3] + printer.bleed], abs=0.001)
        room = bleed[0] - media[0]
        assert room > mm(5) if printer.marks else room == pytest.approx(0, abs=0.001)
        assert not {"/ArtBox", "/Annots", "/Group", "/Trans", "/AA"} & set(page)


def test_nothing_in_it_is_live() -> None:
    catalog = read(built("print")).root_object
    assert not {"/Outlines", "/Names", "/Dests", "/OpenAction", "/AcroForm", "/StructTreeRoot"} & set(catalog)


def test_identifiers_follow_from_what_is_in_the_file() -> None:
    parts = [read(built(edition, shop)).trailer["/ID"] for edition, shop in (("print", "nobody"),) * 2]
    assert parts[0] == parts[1] and len(parts[0]) == 2
    others = [read(built("print", "olomouc")).trailer["/ID"], read(built("print-x1a")).trailer["/ID"]]
    assert parts[0] not in others


def test_building_twice_gives_the_same_bytes() -> None:
    again = make_product(compose_folder(ROOT / "content"), EDITIONS["print"], ProductWishes(shop=ALL_MARKS))
    assert again == built("print", "all marks")


def test_x1a_has_the_same_pages() -> None:
    contents = [
        [page.get_contents().get_data() for page in read(built(edition)).pages]
        for edition in ("print", "print-x1a")
    ]
    assert contents[0] == contents[1]


_LINE = re.compile(rb"1 0 0 1 (\S+) (\S+) Tm (\[.*?\])TJ")


def lines_of(pdf: bytes) -> list[list[tuple[bytes, ...]]]:
    """Place and glyphs of every line of text of each inner page, from the trim's corner."""
    pages = list(read(pdf).pages)[1:-1]
    return [_LINE.findall(page.get_contents().get_data()) for page in pages]


@pytest.mark.parametrize("shop", ["nobody", "olomouc"])
def test_lines_and_pages_break_as_on_the_screen(shop: str) -> None:
    screen, printed = lines_of(built("screen")), lines_of(built("print", shop))
    assert sum(map(len, screen)) > 300
    assert printed == screen


@pytest.mark.parametrize(
    ("edition", "shop"),
    [("print", "nobody"), ("print", "opole"), ("print", "olomouc"), ("print-x1a", "nobody")],
)
def test_the_judge_finds_no_error_and_no_warning(edition: str, shop: str) -> None:
    printer = SHOPS[shop] or PrinterProfile()
    if edition == "print-x1a":
        printer = replace(printer, standard=Standard.X1A)
    report = report_of(built(edition, shop), printer)
    assert (report.errors, report.warnings) == ((), ())


def test_all_marks_and_coloured_small_text_are_what_was_asked_for() -> None:
    report = report_of(built("print", "all marks"), replace(ALL_MARKS, one_ink_text=14.0))
    assert {finding.rule for finding in report.findings} == {"text-inks"}
    slug = read(built("print", "all marks")).pages[2]["/Resources"]["/XObject"]["/Marks"]
    assert slug["/Resources"]["/Font"]


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not here")
def test_rendered_it_passes_and_body_text_is_on_the_black_plate_alone(tmp_path: Path) -> None:
    pdf = built("print")
    assert report_of(pdf, PrinterProfile(), render=True).verdict is Verdict.PASSED
    source = tmp_path / "in.pdf"
    source.write_bytes(pdf)
    options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r72", "-dFirstPage=4", "-dLastPage=4"]
    subprocess.run(
        ["gs", *options, "-sDEVICE=tiffsep", "-sCompression=none", "-sOutputFile=p.tif", "in.pdf"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    from PIL import Image

    below_the_heading = (60, 120, 460, 620)
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(tmp_path / f"p({plate}).tif") as image:
            darkest = min(image.convert("L").crop(below_the_heading).tobytes())
        assert (darkest < 100) is (plate == "Black"), plate


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not here")
def test_qpdf_finds_it_sound(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(built("print", "all marks"))
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def themed(write_folder: Writer, theme: str, sections: str | None = None) -> Path:
    folder = write_folder()
    settings = (folder / "brochure.yaml").read_text(encoding="utf-8")
    files = {"brochure_yaml": settings.replace("theme: two-banks\n", f"theme:\n{theme}\n")}
    return write_folder(**files, **({"sections__a_yaml": sections} if sections else {}))


@pytest.mark.parametrize("trim", [(mm(210), mm(297)), (mm(210), mm(148)), (mm(148), mm(213))])
def test_pages_of_another_size_than_the_shop_prints_are_refused(
    write_folder: Writer, trim: tuple[float, float]
) -> None:
    (found,) = refusal(write_folder(), replace(PrinterProfile(), trim=trim))
    assert found.code == "press-trim"
    assert f"size: [{round(trim[0] / mm(1))}mm, {round(trim[1] / mm(1))}mm]" in explain(found, "en")


def test_more_bleed_than_the_theme_has_is_refused(write_folder: Writer) -> None:
    (found,) = refusal(write_folder(), replace(PrinterProfile(), bleed=mm(5)))
    assert (found.code, texts(found)["wanted"], texts(found)["found"]) == ("press-bleed", "5", "3")
    assert "bleed: 5mm" in explain(found, "en")


def test_less_bleed_than_the_theme_has_is_cut_to_it() -> None:
    page = read(built("print", "olomouc")).pages[0]
    assert float(page["/TrimBox"][0]) == pytest.approx(mm(2), abs=0.001)


def test_a_rich_black_within_the_limit_may_fill_the_cover(write_folder: Writer) -> None:
    night = '  colours: {night: {cmyk: [60, 40, 40, 100], rgb: "#101010"}}\n  cover: {ground: night}'
    folder = themed(write_folder, night)
    covers = "covers: {front: generated, back: generated}\n"
    settings = (folder / "brochure.yaml").read_text(encoding="utf-8") + covers
    pdf, remarks = build(write_folder(brochure_yaml=settings))
    assert all(remark.severity is Severity.NOTE for remark in remarks)
    cover = read(pdf).pages[0]["/Resources"]["/XObject"]["/Cover"].get_data()
    assert b"0.6 0.4 0.4 1 k" in cover
    (found,) = refusal(write_folder(brochure_yaml=settings), replace(PrinterProfile(), ink_limit=2.25))
    assert (found.code, texts(found)["colour"], texts(found)["found"]) == ("press-ink", "night", "240")


GOLD = '  colours: {brick: {cmyk: [20, 30, 90, 10], rgb: "#806010", spot: Orlice Gold}}'
HEADING = "- heading: {pl: Początek, cs: Začátek, level: 1}\n- paragraph: {pl: Akapit., cs: Odstavec.}\n"


def inks_of(pdf: bytes) -> set[str]:
    found = set()
    for page in read(pdf).pages:
        for space in page["/Resources"].get("/ColorSpace", {}).values():
            found.add(str(space.get_object()[1]))
    return found


def test_a_spot_ink_is_printed_where_the_shop_takes_it(write_folder: Writer) -> None:
    folder = themed(write_folder, GOLD, HEADING)
    pdf, remarks = build(folder, SHOPS["olomouc"])
    assert inks_of(pdf) == {"/Orlice Gold"}
    assert "press-spot" not in {remark.code for remark in remarks}
    pdf, remarks = build(folder, SHOPS["opole"])
    assert inks_of(pdf) == set()
    assert "press-spot" in {remark.code for remark in remarks}
    assert b"0.2 0.3 0.9 0.1 k" in read(pdf).pages[0].get_contents().get_data()


def test_one_spot_ink_has_one_substitute(write_folder: Writer) -> None:
    two = GOLD[:-1] + ', gold: {cmyk: [0, 20, 90, 10], rgb: "#907010", spot: Orlice Gold}}'
    (found,) = refusal(themed(write_folder, two, HEADING), SHOPS["olomouc"])
    assert found.code == "press-spot-unequal"


def test_small_coloured_text_in_black_is_told_once(write_folder: Writer) -> None:
    _, remarks = build(write_folder())
    (note,) = (remark for remark in remarks if remark.code == "press-small-text")
    assert note.severity is Severity.NOTE
    assert "brick" in texts(note)["colours"] and "text" not in texts(note)["colours"].split(", ")
    _, remarks = build(write_folder(), replace(PrinterProfile(), one_ink_text=6.0))
    assert "press-small-text" not in {remark.code for remark in remarks}


def test_what_only_rendering_tells_is_said(write_folder: Writer) -> None:
    _, remarks = build(write_folder())
    (note,) = (remark for remark in remarks if remark.code == "press-unrendered")
    assert note.severity is Severity.NOTE
    assert "bleed-rendered" in texts(note)["rules"]


def test_pictures_become_inks_at_the_printers_resolution() -> None:
    images = [
        entry.get_object()
        for page in read(built("print")).pages
        for entry in page["/Resources"].get("/XObject", {}).values()
        if entry.get_object()["/Subtype"] == "/Image"
    ]
    assert {image["/ColorSpace"] for image in images} == {"/DeviceCMYK"}


FIGURE = "- figure:\n    file: river.png\n    place: both\n    alt: {pl: Rzeka, cs: Řeka}\n"


def with_picture(write_folder: Writer, width: int, mode: str = "RGB") -> Path:
    """A folder whose one figure is `width` pixels wide, three quarters of that high."""
    folder = write_folder()
    image = Image.new(mode, (width, width * 3 // 4))
    image.putpixel((3, 3), 1)
    image.save(folder / "river.png")
    section = next((folder / "sections").glob("*.yaml"))
    section.write_text(section.read_text(encoding="utf-8") + FIGURE, encoding="utf-8")
    return folder


def about_pictures(found: list[Diagnostic]) -> list[Diagnostic]:
    return [one for one in found if "picture" in one.code or "image" in one.code]


@pytest.mark.parametrize(
    ("width", "code"), [(400, "press-picture-low"), (1200, "press-picture-soft"), (1700, "")]
)
def test_a_coarse_picture_is_told_once_at_its_block(width: int, code: str, write_folder: Writer) -> None:
    folder = with_picture(write_folder, width)
    found = about_pictures(refusal(folder) if code.endswith("low") else build(folder)[1])
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        assert one.where.file.endswith(".yaml") and one.where.line > 1
        assert texts(one)["file"] == "river.png"
        assert float(texts(one)["widest"]) == pytest.approx(
            25.4 * width / float(texts(one)["wanted"]), abs=1.01
        )


@pytest.mark.parametrize(("mode", "space"), [("CMYK", "/DeviceCMYK"), ("L", "/DeviceGray")])
def test_a_jpeg_in_inks_keeps_its_bytes_though_a_part_is_shown(
    mode: str, space: str, write_folder: Writer
) -> None:
    folder = with_picture(write_folder, 1700)
    Image.new(mode, (1700, 1280), 90 if mode == "L" else (90, 60, 0, 20)).save(folder / "river.png", "JPEG")
    frame = read_frame((folder / "river.png").read_bytes())
    assert frame is not None
    pdf, _ = build(folder)
    (image,) = (
        entry.get_object()
        for page in read(pdf).pages
        for entry in page["/Resources"].get("/XObject", {}).values()
        if entry.get_object()["/Subtype"] == "/Image"
    )
    assert (image["/ColorSpace"], image._data) == (space, frame.data)
    assert not report_of(pdf, PrinterProfile(page_multiple=1)).errors


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize(
    ("inks", "shop", "refused"),
    [
        ((255, 255, 255, 255), "opole", True),
        ((255, 255, 255, 0), "opole", False),
        ((255, 255, 255, 0), "olomouc", True),
    ],
)
def test_a_kept_picture_with_too_much_ink_is_told_at_its_block(
    kind: str, inks: tuple[int, ...], shop: str, refused: bool, write_folder: Writer
) -> None:
    folder = with_picture(write_folder, 1700)
    image = Image.new("CMYK", (1700, 1280), (90, 60, 0, 20))
    image.paste(inks, (100, 100, 200, 200))
    image.save(folder / "river.png", kind)
    if not refused:
        assert not about_pictures(build(folder, SHOPS[shop])[1])
        return
    (found,) = about_pictures(refusal(folder, SHOPS[shop]))
    assert (found.code, texts(found)["found"]) == ("press-picture-ink", f"{sum(inks) / 2.55:.0f}")
    assert found.where.file.endswith(".yaml") and found.where.line > 1


def test_a_drawing_of_one_bit_needs_more(write_folder: Writer) -> None:
    (found,) = about_pictures(build(with_picture(write_folder, 1700, "1"))[1])
    assert (found.code, texts(found)["wanted"]) == ("press-picture-bitmap", "1200")


def printed_pages(pdf: bytes) -> Iterator[bytes]:
    for page in read(pdf).pages:
        yield page.get_contents().get_data()


def test_pages_are_clipped_to_the_bleed_before_marks_are_laid() -> None:
    for content in printed_pages(built("print", "all marks")):
        assert re.match(rb"q\n\S+ \S+ \S+ \S+ re W n\n", content)
        assert content.endswith(b"Q\nq\n/Marks Do\nQ\n") or content.endswith(b"Q\nq\n/Marks Do\nQ")
