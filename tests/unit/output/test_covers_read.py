"""Takes cover files good and bad, expects a normalised page, or words a designer can act on."""

from __future__ import annotations

import time
import tomllib
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pypdf import PdfWriter

import layout.resources
from layout.model.diagnostic import Rejected, Span
from layout.model.units import mm
from layout.output.covers.merge import CoverPage
from tests.told import texts
from tests.unit.output.cover_files import BLED, BLEED, INKED, PLAIN, TRIM, boxed, cover_pdf, packed
from tests.unit.output.cover_reading import read_cover
from tests.unit.output.imposition.imposition_files import raw_pdf, read, render, stream

WHERE = Span("content/brochure.yaml", 9, 3)


def cover(data: bytes | Path, page: int = 1) -> CoverPage:
    return read_cover(data, page, TRIM, BLEED, WHERE)


def refused(data: bytes | Path, page: int = 1) -> dict[str, dict[str, str]]:
    with pytest.raises(Rejected) as caught:
        cover(data, page)
    assert all(d.where == WHERE for d in caught.value.diagnostics)
    return {d.code: texts(d) for d in caught.value.diagnostics}


QUARTERS = "0 g {x} {y} {w} {h} re f"
"""One dark quarter tells which way up a page is."""


def quarter(x: float, y: float, w: float, h: float) -> str:
    return QUARTERS.format(x=mm(x), y=mm(y), w=mm(w), h=mm(h))


@pytest.mark.parametrize(("page", "content"), [
    (boxed(MediaBox=(0, 0, 148, 210)), quarter(0, 0, 74, 105)),
    (boxed(MediaBox=(0, 0, 154, 216)), quarter(3, 3, 74, 105)),
    (boxed(MediaBox=(0, 0, 154, 216), TrimBox=(0, 0, 154, 216)), quarter(3, 3, 74, 105)),
    (boxed(MediaBox=(-50, 40, 120, 270), TrimBox=(-39, 50, 109, 260)), quarter(-39, 50, 74, 105)),
    (boxed(MediaBox=(-50, 40, 300, 400), CropBox=(10, 60, 158, 270)), quarter(10, 60, 74, 105)),
    (boxed(MediaBox=(0, 0, 210, 148)) + "/Rotate 90", quarter(105, 0, 105, 74)),
    (boxed(MediaBox=(0, 0, 210, 148)) + "/Rotate -90", quarter(0, 74, 105, 74)),
    (boxed(MediaBox=(0, 0, 148, 210)) + "/Rotate 180", quarter(74, 105, 74, 105)),
    (boxed(MediaBox=(0, 0, 74, 105)) + "/UserUnit 2", quarter(0, 0, 37, 52.5)),
    (boxed(MediaBox=(0, 0, 148.4, 209.6)), quarter(0, 0, 74.2, 104.8)),
])  # fmt: skip
def test_page_is_put_right(page: str, content: str) -> None:
    found = cover(cover_pdf(page, content))
    result: Any = read(found.pdf).pages[0]
    assert result.mediabox == pytest.approx((0, 0, TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED), abs=0.01)
    assert result.trimbox == pytest.approx((BLEED, BLEED, BLEED + TRIM[0], BLEED + TRIM[1]), abs=0.01)
    assert result.bleedbox == result.mediabox
    assert "/Rotate" not in result and "/UserUnit" not in result
    rows, columns = np.nonzero(render(found.pdf, scale=2) < 128)
    height, width = render(found.pdf, scale=2).shape
    edges = (columns.min(), columns.max(), height - rows.max(), height - rows.min())
    expected = (BLEED, BLEED + mm(74), BLEED, BLEED + mm(105))
    assert edges == pytest.approx([2 * edge for edge in expected], abs=3), "the lower left quarter"
    assert width == pytest.approx(2 * (TRIM[0] + 2 * BLEED), abs=1.5)


def test_bleed_is_kept_and_marks_outside_it_are_not() -> None:
    ink = "0 g 0 0 999 999 re f"
    found = cover(cover_pdf(BLED, ink))
    assert found.bled
    assert render(found.pdf).max() < 5, "black up to the bleed's edge"
    bare = cover(cover_pdf(PLAIN, ink))
    assert not bare.bled
    pixels = render(bare.pdf, scale=4)
    assert pixels[:, : round(4 * BLEED) - 2].min() > 250, "white where there is no bleed"
    assert pixels[40:-40, 40:-40].max() < 5


@pytest.mark.parametrize(("page", "found"), [
    (boxed(MediaBox=(0, 0, 210, 297)), "210 × 297"),
    (boxed(MediaBox=(0, 0, 210, 148)), "210 × 148"),
    (boxed(MediaBox=(0, 0, 148.6, 210)), "148.6 × 210"),
    (boxed(MediaBox=(0, 0, 308, 216), TrimBox=(3, 3, 305, 213)), "302 × 210"),
    (boxed(MediaBox=(0, 0, 148, 210)) + "/Rotate 90", "210 × 148"),
])  # fmt: skip
def test_other_sizes_are_refused(page: str, found: str) -> None:
    values = refused(cover_pdf(page))["cover-size"]
    assert values["found"] == found
    assert (values["wanted"], values["bled"]) == ("148 × 210", "154 × 216")


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(cover_pdf()))
    writer.encrypt("", "owner", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("data", "code"), [
    (b"", "cover-not-pdf"),
    (b"\x89PNG", "cover-not-pdf"),
    (cover_pdf()[:150], "cover-broken"),
    (encrypted(), "cover-encrypted"),
    (raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"]), "cover-no-pages"),
    (cover_pdf("/MediaBox[0 0 0 0]"), "cover-page-size"),
    (cover_pdf(content=stream("x", "/Filter/Bogus")), "cover-broken"),
    (cover_pdf(f"{BLED}/Resources<</Font<</F 5 0 R>>>>", "/F 9 Tf", [")"]), "cover-broken"),
])  # fmt: skip
def test_unreadable_covers(data: bytes, code: str) -> None:
    assert list(refused(data)) == [code]


def test_missing_page_and_file(tmp_path: Path) -> None:
    assert refused(cover_pdf(), 2)["cover-page-missing"] == {
        "file": "content/brochure.yaml", "page": "2", "pages": "1"
    }  # fmt: skip
    assert refused(cover_pdf(), 0)
    assert refused(tmp_path / "back.pdf") == {"cover-no-file": {"file": "back.pdf"}}
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert list(refused(path)) == ["cover-too-big"]


@pytest.mark.parametrize(("page", "catalog", "code"), [
    ("", "/OpenAction<</S/JavaScript/JS(app.alert)>>", "cover-scripted"),
    ("", "/OpenAction<</S/Launch/F(x)>>", "cover-scripted"),
    ("", "/AA<<>>", "cover-scripted"),
    ("", "/Names<</JavaScript<</Names[]>>>>", "cover-scripted"),
    ("/AA<</O<</S/JavaScript>>>>", "", "cover-scripted"),
    ("/Annots[<</Subtype/Link/A<</S/SubmitForm>>>>]", "", "cover-scripted"),
    ("/Annots[<</Subtype/Screen/AA<<>>>>]", "", "cover-scripted"),
    ("", "/AcroForm<</Fields[3 0 R]>>", "cover-form"),
    ("", "/AcroForm<</XFA(x)>>", "cover-form"),
    ("/Annots[<</Subtype/Widget>>]", "", "cover-form"),
    ("", "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>", "cover-layers"),
    ("", "/OCProperties<</OCGs[5 0 R]/D<</BaseState/OFF>>>>", "cover-layers"),
])  # fmt: skip
def test_active_covers(page: str, catalog: str, code: str) -> None:
    assert list(refused(cover_pdf(BLED + page, INKED, ["<</Type/OCG/Name(x)>>"], catalog))) == [code]


def test_links_are_left_out_quietly() -> None:
    page = f"{BLED}/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>]"
    result: Any = read(cover(cover_pdf(page, catalog="/OpenAction[3 0 R/Fit]")).pdf)
    assert "/Annots" not in result.pages[0]
    assert b"example.org" not in cover(cover_pdf(page)).pdf


def test_everything_wrong_is_said_at_once() -> None:
    page = boxed(MediaBox=(0, 0, 100, 100)) + "/Resources<</Font<</F 5 0 R>>>>"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    found = refused(cover_pdf(page, "BT /F 9 Tf (x) Tj ET", [font], "/AcroForm<</Fields[3 0 R]>>/AA<<>>"))
    assert set(found) == {"cover-size", "cover-form", "cover-scripted", "cover-fonts"}


BARE = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Arial/FontDescriptor<</Type/FontDescriptor>>>>"
TEXT = "BT /F 9 Tf (x) Tj ET"
TYPE0 = "/Subtype/Type0/BaseFont/ABCDEF+Arial/DescendantFonts[5 0 R]"
FONT = "/Resources<</Font<</F 5 0 R>>>>"


@pytest.mark.parametrize(("page", "content", "more"), [
    (FONT, TEXT, []),
    ("/Resources<</Font<</F#20 5 0 R>>>>", "BT /F#20 9 Tf (x) Tj ET", []),
    ("/Resources<</XObject<</X 6 0 R>>>>", "/X Do", [stream(TEXT, f"/Subtype/Form/BBox[0 0 9 9]{FONT}")]),
    (f"{FONT[:-2]}/XObject<</X 6 0 R>>>>", "/X Do", [stream(TEXT, "/Subtype/Form/BBox[0 0 9 9]")]),
    ("/Resources<</Pattern<</P 6 0 R>>>>", "", [stream(TEXT, f"/PatternType 1{FONT}")]),
    ("/Resources<</ExtGState<</G<</SMask<</G 6 0 R>>>>>>>>", "", [stream(TEXT, f"/Subtype/Form{FONT}")]),
    (f"/Resources<</Font<</T<</Subtype/Type3/CharProcs<</a 6 0 R>>{FONT}>>>>>>", "/T 1 Tf", [stream(TEXT)]),
    ("/Resources<</ExtGState<</G<</Font[5 0 R 9]>>>>>>", "/G gs", []),
    (f"/Resources<</Font<</Z<<{TYPE0}>>>>>>", "/Z 9 Tf (x) Tj", []),
    (f"/Resources<</Font<</F 5 0 R/Z<<{TYPE0}>>>>>>", "/F 9 Tf q /Z 9 Tf Q (x) '", []),
    (f"{FONT[:-2]}/XObject<</X 6 0 R>>>>", "/F 9 Tf /X Do", [stream("q /Z 9 Tf Q (x) Tj", "/Subtype/Form")]),
    (f"{FONT[:-2]}/XObject<</X 6 0 R>>>>", "/F 9 Tf /X Do", [stream("(x) Tj", "/Subtype/Form")]),
])  # fmt: skip
def test_fonts_not_embedded_are_found_everywhere(page: str, content: str, more: list[bytes]) -> None:
    found = refused(cover_pdf(BLED + page, content, [BARE, *more]))
    assert found["cover-fonts"]["fonts"] == "ABCDEF+Arial"


def test_embedded_fonts_pass_and_unused_ones_go() -> None:
    embedded = "<</Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2 6 0 R>>>>"
    page = f"{BLED}/Resources<</Font<</F 5 0 R/Unused 7 0 R>>>>"
    result: Any = read(cover(cover_pdf(page, TEXT, [embedded, stream("font"), BARE])).pdf)
    form = result.pages[0]["/Resources"]["/XObject"]["/Cover"]
    assert list(form["/Resources"]["/Font"]) == ["/F"]


def test_a_font_that_is_set_but_shows_nothing_goes() -> None:
    embedded = "<</Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2 6 0 R>>>>"
    page = f"{BLED}/Resources<</Font<</F 5 0 R/F1 7 0 R>>>>"
    found = cover(cover_pdf(page, f"BT /F1 12 Tf 14.4 TL ET {TEXT}", [embedded, stream("font"), BARE]))
    form: Any = read(found.pdf).pages[0]["/Resources"]["/XObject"]["/Cover"]
    assert list(form["/Resources"]["/Font"]) == ["/F"]
    assert form.get_data().split() == f"BT 14.4 TL ET {TEXT}".encode().split()


def test_what_strings_and_comments_hold_sets_no_font() -> None:
    embedded = "<</Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2 6 0 R>>>>"
    page = f"{BLED}/Resources<</Font<</F 5 0 R/F1 7 0 R>>>>"
    content = "BT /F 9 Tf (/F1 9 Tf EMC ') Tj % /F1 9 Tf (x) Tj\nET"
    form: Any = read(cover(cover_pdf(page, content, [embedded, stream("font"), BARE])).pdf)
    form = form.pages[0]["/Resources"]["/XObject"]["/Cover"]
    assert list(form["/Resources"]["/Font"]) == ["/F"]
    assert form.get_data().split() == content.encode().split()


@pytest.mark.parametrize("content", ["", "q Q BT ET", "0 g 9 9 50 50 re W n", "/X Do", "% f\n(f)"])
def test_a_page_on_which_nothing_is_drawn_is_no_cover(content: str) -> None:
    form = stream("0 0 9 9 re n", "/Subtype/Form/BBox[0 0 9 9]")
    page = f"{BLED}/Resources<</XObject<</X 5 0 R>>>>"
    assert refused(cover_pdf(page, content, [form]))["cover-empty"]["page"] == "1"


@pytest.mark.parametrize(
    "content", ["0 0 0 0 k 9 9 50 50 re f", "/X Do", "/Y Do", "BI /W 1 /H 1 /IM true ID 0 EI"]
)
def test_white_and_pictures_alone_are_drawn(content: str) -> None:
    form = stream("0 0 9 9 re S", "/Subtype/Form/BBox[0 0 9 9]")
    pixel = stream(b"x", "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    page = f"{BLED}/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>"
    assert cover(
        cover_pdf(page, content, [form if content == "/X Do" else stream("", "/Subtype/Form"), pixel])
    )


def test_a_type_that_is_no_name_is_passed_over() -> None:
    """Found by mutating: a list where a name should stand."""
    assert cover(cover_pdf(f"{BLED}/Resources<</ExtGState<</G<</Type[1]/ca 1>>>>>>"))


@pytest.mark.parametrize("turn", ["45", "0.5", "-89"])
def test_a_page_turned_oddly_is_refused(turn: str) -> None:
    assert refused(cover_pdf(f"{BLED}/Rotate {turn}"))["cover-turned"]["turn"] == turn


def test_a_crop_box_that_differs_from_the_trim_by_rounding_leaves_the_bleed() -> None:
    x0, y0, x1, y1 = (mm(side) for side in (11, 10, 159, 220))
    page = f"{BLED}/CropBox[{x0 + 0.004} {y0 + 0.004} {x1 - 0.004} {y1 - 0.004}]"
    assert cover(cover_pdf(page)).bled


def test_tags_and_shown_layers_are_flattened() -> None:
    inner = stream("/Span <</MCID 7>> BDC 9 9 9 9 re f EMC", "/Subtype/Form/BBox[0 0 99 99]/OC 6 0 R")
    page = f"{BLED}/StructParents 0/Resources<</XObject<</X 5 0 R>>/Properties<</L 6 0 R>>>>"
    content = "/Artifact BMC /OC /L BDC 0 0 200 200 re f EMC EMC /P MP (EMC) pop /X Do"
    layers = "/OCProperties<</OCGs[6 0 R]/D<<>>>>/MarkInfo<</Marked true>>"
    result: Any = read(cover(cover_pdf(page, content, [inner, "<</Type/OCG/Name(x)>>"], layers)).pdf)
    form = result.pages[0]["/Resources"]["/XObject"]["/Cover"]
    nested = form["/Resources"]["/XObject"]["/X"]
    for drawn in (form, nested):
        data = drawn.get_data()
        assert b"BDC" not in data and b"BMC" not in data and b"MP" not in data.replace(b"(EMC)", b"")
    assert b"(EMC)" in form.get_data()
    assert "/OC" not in nested
    assert render(cover(cover_pdf(page, content, [inner, "<<>>"], layers)).pdf).min() < 5


@pytest.mark.parametrize(("resources", "kept"), [
    ("", False),
    ("/ExtGState<</G<</ca 1/CA 1.0/BM/Normal/SMask/None>>>>", False),
    ("/ExtGState<</G<</ca 0.5>>>>", True),
    ("/ExtGState<</G<</BM[/Multiply]>>>>", True),
    ("/ExtGState<</G<</SMask<</S/Alpha/G 5 0 R>>>>>>", True),
    ("/XObject<</I 6 0 R>>", True),
])  # fmt: skip
def test_a_transparency_group_stays_where_something_is_seen_through(resources: str, kept: bool) -> None:
    form = stream("0 0 9 9 re f", "/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>")
    image = stream(
        b"x", "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 7 0 R"
    )
    mask = stream(b"x", "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    page = f"{BLED}/Resources<<{resources}>>/Group<</S/Transparency/CS/DeviceCMYK>>"
    found: Any = read(cover(cover_pdf(page, more=[form, image, mask])).pdf).pages[0]["/Resources"]
    group = found["/XObject"]["/Cover"].get("/Group")
    assert (group is not None) is kept
    assert group is None or (group["/CS"] == "/DeviceCMYK" and group["/I"])


def bomb(entries: str = "") -> bytes:
    return packed(bytes(70_000_000), entries)


@pytest.mark.parametrize(("page", "content", "more", "code"), [
    ("", bomb(), [], "cover-too-complex"),
    ("/Resources<</XObject<</X 5 0 R>>>>", "/X Do",
     [stream(zlib.compress(bytes(450_000_000), 1), "/Subtype/Image/Filter/FlateDecode")], "cover-too-big"),
    ("/Resources 5 0 R", "0 g", ["[" * 60_000 + "]" * 60_000], "cover-broken"),
    ("/Resources<</Properties 5 0 R>>", "0 g",
     [f"<<{' '.join(f'/A{n} {n} 0 R' for n in range(100, 60_100))}>>"], "cover-too-complex"),
    ("", "/P BMC " + "0 0 m 9 9 l S " * 3_000_000 + "EMC", [], "cover-too-complex"),
])  # fmt: skip
def test_bombs_are_refused_in_time(
    page: str, content: str | bytes, more: list[str | bytes], code: str
) -> None:
    data = cover_pdf(BLED + page, content, more)
    start = time.process_time()
    assert list(refused(data)) == [code]
    assert time.process_time() - start < 15


def test_every_word_exists_in_three_languages() -> None:
    folder = Path(layout.resources.__file__).parent / "messages"
    words = tomllib.loads((folder / "covers.toml").read_text(encoding="utf-8"))
    for code, entry in words.items():
        assert code.startswith("cover-")
        for tongue in ("en", "pl", "cs"):
            assert "{file}" in entry[tongue]["what"]
            assert set(entry[tongue]) == {"what", "do"}
    assert {"cover-size", "cover-fonts", "cover-scripted", "cover-form", "cover-layers"} <= set(words)
