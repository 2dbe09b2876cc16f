"""Takes bodies and covers, expects one file in which the body is whole and the covers stand outside."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from layout.model.diagnostic import Span
from layout.model.units import mm
from layout.output.covers.merge import CoverPage, merge_covers
from tests.unit.output.cover_files import BLED, BLEED, TRIM, cover_pdf
from tests.unit.output.cover_reading import read_cover
from tests.unit.output.imposition.imposition_files import raw_pdf, read, render, stream

INK = "0.5 g 0 0 999 999 re f"
NO_INK = "0.5 g 90 90 99 99 re f"


def cover(polish: str = "", czech: str = "", content: str = INK) -> CoverPage:
    alternative = tuple((language, words) for language, words in (("pl", polish), ("cs", czech)) if words)
    return read_cover(cover_pdf(BLED, content), 1, TRIM, BLEED, Span("brochure.yaml"), alternative)


SCREEN = f"/MediaBox[0 0 {TRIM[0]:.4f} {TRIM[1]:.4f}]"


def press_boxes(slug: float) -> str:
    media = (0, 0, TRIM[0] + 2 * slug, TRIM[1] + 2 * slug)
    trim = (slug, slug, slug + TRIM[0], slug + TRIM[1])
    bleed = (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED)
    names = (("MediaBox", media), ("TrimBox", trim), ("BleedBox", bleed))
    return "".join(f"/{name}[{' '.join(f'{side:.4f}' for side in box)}]" for name, box in names)


def body_pdf(boxes: str = SCREEN, catalog: str = "", more: tuple[str | bytes, ...] = ()) -> bytes:
    """Two tagged pages: objects 3 and 4 with contents 5 and 6; the tree from 7 on."""
    content = stream("/P <</MCID 0>> BDC 0 g 9 9 50 50 re f EMC")
    return raw_pdf(
        [
            f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
            f"<</Type/Page/Parent 2 0 R/Contents 5 0 R/StructParents 0/Tabs/S{boxes}>>",
            f"<</Type/Page/Parent 2 0 R/Contents 6 0 R/StructParents 1{boxes}>>",
            content,
            content,
            *more,
        ],
        "%PDF-1.6",
    )


TREE = (
    "<</Type/StructTreeRoot/K 8 0 R/ParentTree 9 0 R/ParentTreeNextKey 2>>",
    "<</Type/StructElem/S/Document/P 7 0 R/K[10 0 R 11 0 R]>>",
    "<</Nums[0 12 0 R 1 13 0 R]>>",
    "<</Type/StructElem/S/P/P 8 0 R/Pg 3 0 R/K 0>>",
    "<</Type/StructElem/S/P/P 8 0 R/Pg 4 0 R/K 0>>",
    "[10 0 R]",
    "[11 0 R]",
)
TAGGED = "/StructTreeRoot 7 0 R/MarkInfo<</Marked true>>/Lang(pl)"


def merged(body: bytes, front: CoverPage | None = None, back: CoverPage | None = None) -> Any:
    return read(merge_covers(body, front, back))


def reportlab_body(pages: int = 3) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, TRIM, invariant=1)
    canvas.setTitle("Dwa brzegi")
    for number in range(pages):
        canvas.bookmarkPage(f"page{number}")
        canvas.addOutlineEntry(f"Strona {number}", f"page{number}")
        canvas.linkRect("", f"page{pages - 1}", (9, 9, 50, 50))
        canvas.drawString(50, 50, str(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_covers_stand_outside_and_targets_stay() -> None:
    body = reportlab_body()
    result = merged(body, cover(), cover())
    assert len(result.pages) == 5
    assert result.metadata.title == "Dwa brzegi"
    assert [result.get_destination_page_number(item) for item in result.outline] == [1, 2, 3]
    assert all(len(result.pages[at]["/Annots"]) == 1 for at in (1, 2, 3))
    assert [page.extract_text().strip() for page in result.pages] == ["", "0", "1", "2", ""]
    data = merge_covers(body, cover(), cover())
    for at, source in ((1, 0), (2, 1), (3, 2)):
        assert (render(data, at) == render(body, source)).all()


def test_named_destinations_stay() -> None:
    names = "/Names<</Dests<</Names[(end)[4 0 R/Fit](start)[3 0 R/XYZ 0 9 0]]>>>>/OpenAction[3 0 R/Fit]"
    result = merged(body_pdf(catalog=names), cover(), cover())
    found = result.named_destinations
    assert result.get_destination_page_number(found["start"]) == 1
    assert result.get_destination_page_number(found["end"]) == 2
    assert result.root_object["/OpenAction"][0].get_object() == result.pages[1]


def test_one_cover_or_none() -> None:
    body = reportlab_body()
    assert len(merged(body).pages) == 3
    assert "/Cover" in merged(body, cover()).pages[0]["/Resources"]["/XObject"]
    assert "/Cover" in merged(body, None, cover()).pages[3]["/Resources"]["/XObject"]


def test_a_long_outline_is_cloned() -> None:
    result = merged(reportlab_body(1200), cover())
    assert len(result.pages) == 1201
    assert len(result.outline) == 1200


def test_same_input_same_bytes() -> None:
    body = body_pdf(catalog=TAGGED, more=TREE)
    one = merge_covers(body, cover("Rzeka / Řeka"), cover())
    assert one == merge_covers(body, cover("Rzeka / Řeka"), cover())
    assert one.startswith(b"%PDF-1.6")
    other = merge_covers(body, cover("Rzeka / Řeka"), None)
    assert read(one).trailer["/ID"] != read(other).trailer["/ID"]


@pytest.mark.parametrize("slug", [BLEED, BLEED + mm(8)])
def test_covers_take_the_bodys_boxes(slug: float) -> None:
    data = merge_covers(body_pdf(press_boxes(slug)), cover(), cover())
    result = read(data)
    for at in (0, 3):
        for name in ("mediabox", "trimbox", "bleedbox"):
            assert getattr(result.pages[at], name) == getattr(result.pages[1], name)
    pixels = render(data, 0, scale=4)
    outside = round((slug - BLEED) * 4)
    assert pixels[outside + 2 : -outside - 2, outside + 2 : -outside - 2].max() < 200
    if outside:
        assert pixels[: outside - 1].min() > 250 and pixels[:, : outside - 1].min() > 250


def test_where_pages_show_no_bleed_covers_are_cut_to_their_trim() -> None:
    marks = f"0.5 g 0 0 999 999 re f 0 g {mm(11)} {mm(10)} {mm(148)} {mm(210)} re f"
    data = merge_covers(body_pdf(), cover(content=marks), None)
    page = read(data).pages[0]
    assert page.mediabox == read(data).pages[1].mediabox and "/TrimBox" not in page
    assert render(data, 0)[1:-1, 1:-1].max() < 5, "the trim and nothing of the bleed"


def test_structure_gets_a_figure_at_each_end() -> None:
    result = merged(body_pdf(catalog=TAGGED, more=TREE), cover("Rzeka", "Řeka"), cover("Źródło", "Pramen"))
    root = result.root_object["/StructTreeRoot"]
    document = root["/K"]
    kids = [kid.get_object() for kid in document["/K"]]
    figures = [(kid["/Lang"], kid["/Alt"]) for kid in kids if kid["/S"] == "/Figure"]
    assert [kid["/S"] for kid in kids] == ["/Figure"] * 2 + ["/P"] * 2 + ["/Figure"] * 2
    assert figures == [("pl", "Rzeka"), ("cs", "Řeka"), ("pl", "Źródło"), ("cs", "Pramen")]
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(parents) == [0, 1, 2, 3] and root["/ParentTreeNextKey"] == 4
    for page, held in zip(result.pages, (kids[:2], kids[2:3], kids[3:4], kids[4:]), strict=True):
        assert all(kid["/Pg"] == page and kid["/P"] == document for kid in held)
        assert [kid["/K"] for kid in held] == [*range(len(held))]
        leaf = parents[page["/StructParents"]].get_object()
        assert [entry.get_object() for entry in leaf] == held
        content = page["/Contents"].get_data()
        assert [content.count(b"/MCID %d>>" % mcid) for mcid in range(3)] == [1, len(held) - 1, 0]
        assert content.strip().endswith(b"EMC")
    assert kids[0]["/A"]["/BBox"] == pytest.approx([0, 0, *TRIM], abs=0.01)
    assert result.root_object["/MarkInfo"]["/Marked"] and result.root_object["/Lang"] == "pl"
    assert result.pages[0]["/Tabs"] == "/S"


def test_the_second_language_paints_nothing() -> None:
    body = body_pdf(catalog=TAGGED, more=TREE)
    one, both = (merge_covers(body, cover("Rzeka", czech, NO_INK), None) for czech in ("", "Řeka"))
    assert len(both) > len(one)
    assert (render(one, 0) == render(both, 0)).all()


def test_a_cover_without_words_is_an_artifact() -> None:
    result = merged(body_pdf(catalog=TAGGED, more=TREE), cover())
    assert result.pages[0]["/Contents"].get_data().startswith(b"/Artifact BMC")
    assert "/StructParents" not in result.pages[0]
    assert len(result.root_object["/StructTreeRoot"]["/K"]["/K"]) == 2


def test_an_untagged_body_stays_untagged() -> None:
    result = merged(body_pdf(), cover("Rzeka"))
    assert b"BDC" not in result.pages[0]["/Contents"].get_data()
    assert "/StructTreeRoot" not in result.root_object


@pytest.mark.parametrize(("changed", "with_what", "kids"), [
    ("/K 8 0 R", "/K[8 0 R]", ["/Figure", "/P", "/P"]),
    ("/K[10 0 R 11 0 R]", "/K 10 0 R", ["/Figure", "/P"]),
    ("<</Nums[0 12 0 R 1 13 0 R]>>", "<</Kids[14 0 R]>>", ["/Figure", "/P", "/P"]),
    ("/ParentTreeNextKey 2", "", ["/Figure", "/P", "/P"]),
])  # fmt: skip
def test_other_shapes_of_trees(changed: str, with_what: str, kids: list[str]) -> None:
    leaf = "<</Limits[0 1]/Nums[0 12 0 R 1 13 0 R]>>"
    tree = tuple(part.replace(changed, with_what) for part in (*TREE, leaf))
    result = merged(body_pdf(catalog=TAGGED, more=tree), cover("Rzeka"))
    root = result.root_object["/StructTreeRoot"]
    top = root["/K"][0].get_object() if isinstance(root["/K"], list) else root["/K"]
    assert [kid.get_object()["/S"] for kid in top["/K"]] == kids
    assert result.pages[0]["/StructParents"] == 2 and root["/ParentTreeNextKey"] == 3
    parents = root["/ParentTree"]
    last = parents["/Kids"][-1].get_object() if "/Kids" in parents else parents
    assert last["/Nums"][-2] == 2


def test_several_elements_at_the_top() -> None:
    tree = tuple(part.replace("/K 8 0 R", "/K[8 0 R 10 0 R]") for part in TREE)
    root = merged(body_pdf(catalog=TAGGED, more=tree), None, cover("Rzeka")).root_object["/StructTreeRoot"]
    assert [kid.get_object()["/S"] for kid in root["/K"]] == ["/Document", "/P", "/Figure"]


def test_page_labels_move_behind_the_cover() -> None:
    labels = "/PageLabels<</Nums[0<</S/D/St 2>>]>>"
    moved = merged(body_pdf(catalog=labels), cover(), cover()).root_object["/PageLabels"]["/Nums"]
    assert moved[0] == 0 and moved[2] == 1 and moved[3]["/St"] == 2
    kept = merged(body_pdf(catalog=labels), None, cover()).root_object["/PageLabels"]["/Nums"]
    assert kept[0] == 0 and kept[1]["/St"] == 2


def test_intents_and_metadata_stay() -> None:
    more = (*TREE, "<</Type/OutputIntent/S/GTS_PDFX/DestOutputProfile 15 0 R>>", stream("icc", "/N 4"))
    catalog = f"{TAGGED}/OutputIntents[14 0 R]/Metadata 15 0 R/ViewerPreferences<</DisplayDocTitle true>>"
    root = merged(body_pdf(catalog=catalog, more=more), cover()).root_object
    assert root["/OutputIntents"][0]["/DestOutputProfile"].get_data() == b"icc"
    assert root["/Metadata"].get_data() == b"icc"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
