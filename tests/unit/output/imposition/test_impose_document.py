"""Takes finished sheets, reads what of the document came along, what did not, and what the report says."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, StreamObject

from layout.model.diagnostic import Severity
from layout.model.products.imposition import Imposed, Job, Scheme
from layout.model.units import mm
from layout.output.imposition.impose import impose
from tests.told import texts
from tests.unit.output.imposition.imposition_files import (
    FIXTURES,
    entry,
    pages_pdf,
    read,
    render,
    simple_pdf,
    stream,
)

A5 = "/MediaBox[0 0 420 596]"


def codes(imposed: Imposed) -> dict[str, dict[str, str]]:
    return {d.code: texts(d) for d in imposed.diagnostics}


def contents(pdf: bytes) -> list[str]:
    streams = [page["/Contents"] for page in read(pdf).pages]
    return [found.get_data().decode() for found in streams if isinstance(found, StreamObject)]


def test_same_input_same_bytes() -> None:
    data = (FIXTURES / "typst.pdf").read_bytes()
    job = Job(fold_marks=True, staple_marks=True, press=True, alignment=True)
    assert impose(data, job).pdf == impose(data, job).pdf
    first, other = read(impose(data, job).pdf), read(impose(data, Job()).pdf)
    assert first.trailer["/ID"][0] == other.trailer["/ID"][0] == read(data).trailer["/ID"][0]  # type: ignore[index]
    assert first.trailer["/ID"][1] != other.trailer["/ID"][1]  # type: ignore[index]


def test_printer_is_told_how_to_turn_the_sheet() -> None:
    flat = read(impose(simple_pdf(4), Job()).pdf)
    assert entry(flat.root_object, "/ViewerPreferences", "/Duplex") == "/DuplexFlipShortEdge"
    assert entry(flat.root_object, "/ViewerPreferences", "/PrintScaling") == "/None"
    upright = read(impose(simple_pdf(4), Job(scheme=Scheme.PLAIN)).pdf)
    assert entry(upright.root_object, "/ViewerPreferences", "/Duplex") == "/DuplexFlipLongEdge"


def test_report_tells_sheets_and_blanks() -> None:
    found = codes(impose(simple_pdf(6), Job()))
    assert found["impose-sheets-short"] == {"pages": "6", "sheets": "2"}
    assert found["impose-blanks"] == {"blanks": "2"}
    assert "impose-blanks" not in codes(impose(simple_pdf(8), Job()))


def test_thick_booklets_are_warned_of_and_signatures_help() -> None:
    assert "impose-thick" not in codes(impose(simple_pdf(80), Job()))
    assert codes(impose(simple_pdf(84), Job()))["impose-thick"]["sheets"] == "21"
    assert "impose-thick" not in codes(impose(simple_pdf(84), Job(signature=8)))


def test_metadata_stays() -> None:
    xmp = stream("<x:xmpmeta>Zażółć</x:xmpmeta>".encode().decode("latin-1"), "/Type/Metadata/Subtype/XML")
    info = "<</Title(Dwa brzegi)/CreationDate(D:20261122)/GTS_PDFXVersion(PDF/X-4)>>"
    intent = "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/DestOutputProfile 8 0 R>>"
    data = pages_pdf(
        [A5],
        ["0 g"],
        [xmp, info, intent, stream("profile", "/N 4")],
        "/Metadata 5 0 R/OutputIntents[7 0 R]/Lang(pl)",
    ).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 6 0 R")
    imposed = impose(data, Job())
    result = read(imposed.pdf)
    found = {key: str(value) for key, value in (result.metadata or {}).items()}
    assert found == {
        "/Title": "Dwa brzegi", "/CreationDate": "D:20261122", "/GTS_PDFXVersion": "PDF/X-4"
    }  # fmt: skip
    root: Any = result.root_object
    assert root["/Metadata"].get_data().decode() == "<x:xmpmeta>Zażółć</x:xmpmeta>"
    assert root["/OutputIntents"][0]["/DestOutputProfile"].get_data() == b"profile"
    assert root["/Lang"] == "pl"
    assert imposed.pdf.startswith(b"%PDF-1.7")
    assert "impose-claims-dropped" not in codes(imposed)
    assert b"pypdf" not in imposed.pdf


def test_claims_that_are_no_longer_true_go() -> None:
    packet = (
        '<rdf:Description pdfaid:part="2" pdfaid:conformance=\'A\' xmlns:pdfaid="http://a"/>'
        "<pdfuaid:part>1</pdfuaid:part><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    )
    tags = "/StructTreeRoot<</Type/StructTreeRoot>>/MarkInfo<</Marked true>>"
    data = pages_pdf([A5], ["0 g"], [stream(packet)], f"/Metadata 5 0 R{tags}")
    imposed = impose(data, Job())
    root: Any = read(imposed.pdf).root_object
    assert root["/Metadata"].get_data().decode() == (
        '<rdf:Description xmlns:pdfaid="http://a"/><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>'
    )
    assert {"impose-claims-dropped", "impose-tags-dropped"} <= set(codes(imposed))
    assert "/StructTreeRoot" not in root and "/MarkInfo" not in root


@pytest.mark.parametrize(("header", "catalog", "written"), [
    ("%PDF-1.3", "", b"%PDF-1.3"), ("%PDF-1.4", "/Version/1.6", b"%PDF-1.6"), ("%PDF-x", "", b"%PDF-1.7"),
])  # fmt: skip
def test_version(header: str, catalog: str, written: bytes) -> None:
    data = pages_pdf([A5], [""], (), catalog).replace(b"%PDF-1.7", header.encode())
    assert impose(data, Job()).pdf.startswith(written)


def test_links_go_and_what_prints_stays() -> None:
    stamp = stream("0 0 5 10 re f", "/Subtype/Form/BBox[0 0 10 10]/Matrix[0 1 -1 0 0 0]")
    annotations = (
        "[<</Subtype/Link/Rect[0 0 9 9]/F 4>>"
        "<</Subtype/Stamp/Rect[100 100 300 300]/F 4/AP<</N 5 0 R>>>>"
        "<</Subtype/Stamp/Rect[0 300 420 596]/F 6/AP<</N 5 0 R>>>>"
        "<</Subtype/Stamp/Rect[0 300 420 596]/AP<</N 5 0 R>>>>"
        "<</Subtype/Widget/Rect[310 10 410 60]/F 4/AS/On/AP<</N<</On 5 0 R/Off null>>>>>>"
        "<</Subtype/Popup/Rect[0 300 420 596]/F 4/AP<</N 5 0 R>>>> 99 0 R 7]"
    )
    data = pages_pdf([f"{A5}/Annots{annotations}"], ["0 g"], [stamp])
    imposed = impose(data, Job(sheet=(840, 596)))
    found = codes(imposed)
    assert found["impose-links-dropped"] == {"links": "1"}
    assert found["impose-annotations-drawn"] == {"annotations": "2"}
    assert all("/Annots" not in page for page in read(imposed.pdf).pages)
    expected = np.full((596, 840), 255)
    expected[396:496, 520:720] = 0
    expected[561:586, 730:830] = 0
    assert (render(imposed.pdf, 0) == expected).all(), "the stamp's turned half, the filled field"


def test_forms_and_attachments_are_reported() -> None:
    data = pages_pdf([A5], ["0 g"], (), "/AcroForm<</Fields[]>>/Names<</EmbeddedFiles<<>>>>")
    imposed = impose(data, Job())
    assert "impose-interactive-dropped" in codes(imposed)
    root = read(imposed.pdf).root_object
    assert "/AcroForm" not in root and "/Names" not in root


def test_hidden_layers_stay_hidden() -> None:
    layers = "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>"
    page = f"{A5}/Resources<</Properties<</L 5 0 R>>>>"
    data = pages_pdf([page], ["/OC /L BDC 0 0 420 596 re f EMC"], ["<</Type/OCG/Name(x)>>"], layers)
    assert render(impose(data, Job()).pdf, 0).min() > 250
    assert render(impose(data.replace(b"/OFF[5 0 R]", b"/ON [5 0 R]"), Job()).pdf, 0).min() < 5


def test_transparency_group_is_kept() -> None:
    page = f"{A5}/Group<</S/Transparency/CS/DeviceCMYK/K true/I false>>"
    form: Any = read(impose(pages_pdf([page], ["0 g"]), Job()).pdf).pages[0]["/Resources"]
    group = form["/XObject"]["/P1"]["/Group"]
    expected = {"/S": "/Transparency", "/CS": "/DeviceCMYK", "/K": True, "/I": True}
    assert {key: group[key] for key in group} == expected


def test_inherited_resources_reach_the_page() -> None:
    data = pages_pdf([A5, ""], ["/G gs 0 0 9 9 re f"] * 2).replace(
        b"/Type/Pages", b"/Type/Pages/MediaBox[0 0 420 596]/Resources<</ExtGState<</G<</LW 3>>>>>>"
    )
    pages: Any = read(impose(data, Job()).pdf).pages
    for name in ("/P1", "/P2"):
        forms = [p["/Resources"]["/XObject"][name] for p in pages if name in p["/Resources"]["/XObject"]]
        assert forms[0]["/Resources"]["/ExtGState"]["/G"]["/LW"] == 3


def test_what_pages_share_is_written_once() -> None:
    shared = "/Resources<</XObject<</X 103 0 R>>>>"
    image = stream(b"\x55" * 50_000, "/Type/XObject/Subtype/Image/Width 100/Height 500/BitsPerComponent 8")
    data = pages_pdf([A5 + shared] * 50, ["/X Do"] * 50, [image])
    assert len(impose(data, Job()).pdf) < len(data) + 40_000
    same = b"4 0 R"
    one_content = re.sub(rb"/Contents \d+ 0 R", b"/Contents " + same, data)
    assert len(impose(one_content, Job()).pdf) < len(data) + 40_000


def outline(reader: PdfReader) -> list[tuple[int, str, int | None, int]]:
    """Level, title, side (from 0) and visible descendants of each bookmark."""
    found = []

    def walk(items: Any, level: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, level + 1)
                continue
            assert isinstance(item, Destination)
            side = reader.get_destination_page_number(item)
            found.append((level, str(item.title), side, item.outline_count or 0))

    walk(reader.outline, 0)
    return found


BOOKMARKS = [
    "<</First 13 0 R/Last 16 0 R>>",
    "<</Title(A)/Dest[3 0 R/XYZ 0 0 0]/First 14 0 R/Last 15 0 R/Count 2/Next 16 0 R/C[1 0 0]/F 2>>",
    "<</Title(B)/A<</S/GoTo/D(name)>>/Next 15 0 R>>",
    "<</Title(C)/Dest/old/First 17 0 R/Last 17 0 R/Count -1>>",
    "<</Title<FEFF017B>/A<</S/URI/URI(https://example.org)>>/Next 13 0 R>>",
    "<</Title(D)/Dest[3/Fit]/Next 17 0 R>>",
]


def test_bookmarks_lead_to_the_sheet_side() -> None:
    """Sides are 4|1 and 2|3; targets by page, by name, in the old dictionary, by number; and a circle."""
    more = ["<</Kids[<</Names[(name)[5 0 R/Fit]]>>]>>", *BOOKMARKS]
    catalog = "/Outlines 12 0 R/Names<</Dests 11 0 R>>/Dests<</old<</D[7 0 R/Fit]>>>>"
    result = read(impose(pages_pdf([A5] * 4, ["0 g"] * 4, more, catalog), Job()).pdf)
    assert outline(result)[:4] == [(0, "A", 0, 2), (1, "B", 1, 0), (1, "C", 1, -1), (2, "D", 0, 0)]
    root: Any = result.root_object["/Outlines"]
    assert root["/Count"] == 4
    last = root["/Last"]
    assert last["/Title"] == "Ż" and "/Dest" not in last
    assert root["/First"]["/C"] == [1, 0, 0] and root["/First"]["/F"] == 2
    shifted = read(impose(pages_pdf([A5] * 4, ["0 g"] * 4, more, catalog), Job(alignment=True)).pdf)
    assert outline(shifted)[0][2] == 2


def test_marks_only_where_asked() -> None:
    plain = contents(impose(simple_pdf(8), Job()).pdf)
    assert all(" l S" not in content for content in plain)
    sides = contents(impose(simple_pdf(8), Job(fold_marks=True)).pdf)
    assert [content.count(" l S") for content in sides] == [2, 0, 2, 0]
    staples = contents(impose(simple_pdf(16), Job(staple_marks=True, signature=2)).pdf)
    assert [content.count(" l S") for content in staples] == [6, 0, 0, 0, 6, 0, 0, 0]
    assert all(" l S" not in c for c in contents(impose(simple_pdf(4), Job(
        scheme=Scheme.TWO_UP, fold_marks=True, staple_marks=True)).pdf))  # fmt: skip


PRESS = "/MediaBox[0 0 480 660]/TrimBox[30 32 450 628]/BleedBox[21 23 459 637]"


def test_press_sheets_have_boxes_bleed_and_crop_marks() -> None:
    imposed = impose(pages_pdf([PRESS] * 4, ["0 g 0 0 480 660 re f"] * 4), Job(press=True, sheet=None))
    page = read(imposed.pdf).pages[0]
    slug = mm(3) + mm(0.5) + mm(5)
    assert page.mediabox == pytest.approx((0, 0, 840 + 2 * slug, 596 + 2 * slug), abs=0.01)
    assert page.trimbox == pytest.approx((slug, slug, slug + 840, slug + 596), abs=0.01)
    edge = slug - mm(3)
    assert page.bleedbox == pytest.approx((edge, edge, edge + 840 + mm(6), edge + 596 + mm(6)), abs=0.01)
    assert contents(imposed.pdf)[0].count(" l S") == 8
    assert not {"impose-no-bleed", "impose-sheet-tight"} & set(codes(imposed))
    dark = render(imposed.pdf, 0, scale=4) < 100
    for offset, inked in ((mm(2.8), True), (mm(3.3), False)):
        assert dark[round((slug - offset) * 4), 1700] == inked, "bleed kept to 3 mm above the trim"
        assert dark[800, round((slug - offset) * 4)] == inked, "and outside the fore edge"
    marks = dark[: round((slug - mm(3) - 1) * 4)]
    assert set(np.nonzero(marks.max(axis=0))[0] // 4) <= {23, 24, 863, 864}, "crop marks at the trim's edges"


def test_press_without_bleed_or_room_is_reported() -> None:
    bare = impose(simple_pdf(4), Job(press=True, sheet=None))
    assert codes(bare)["impose-no-bleed"] == {"pages": "1–4"}
    tight = impose(pages_pdf([PRESS] * 4, ["0 g"] * 4), Job(press=True))
    assert codes(tight)["impose-sheet-tight"] == {"sheet": "297 × 210"}


def test_two_up_for_press_cuts_each_page() -> None:
    imposed = impose(pages_pdf([PRESS] * 4, ["0 g"] * 4), Job(scheme=Scheme.TWO_UP, press=True, sheet=None))
    assert contents(imposed.pdf)[0].count(" l S") == 16


def test_no_colour_but_grey_is_added() -> None:
    job = Job(press=True, fold_marks=True, staple_marks=True, alignment=True, sheet=None)
    imposed = impose(pages_pdf([PRESS] * 4, ["0 0 0 1 k"] * 4), job)
    for content in contents(imposed.pdf):
        assert not re.search(r"\b(RG|rg|K|k|sc|SC|cs)\b", content)
    assert b"RGB" not in imposed.pdf
    space: Any = read(imposed.pdf).pages[2]["/Resources"]
    separation = space["/ColorSpace"]["/Registration"]
    assert list(separation[:3]) == ["/Separation", "/All", "/DeviceGray"]
    assert b"/Font" not in imposed.pdf


def test_alignment_sheet() -> None:
    imposed = impose(simple_pdf(4), Job(alignment=True))
    front, back = render(imposed.pdf, 0, 4) < 200, render(imposed.pdf, 1, 4) < 200
    assert len(read(imposed.pdf).pages) == 4
    assert codes(imposed)["impose-sheets-short"]["sheets"] == "2"
    middle = (slice(1100, 1280), slice(1600, 1770))
    crosses = front[middle] & back[middle][:, ::-1]
    assert crosses.sum() > 200, "held against the light, the crosses meet"
    assert front.sum() > back.sum() * 1.5, "rulers and stairs on the front only"


@pytest.mark.parametrize("producer", ["typst", "weasyprint"])
def test_report_of_real_files(producer: str) -> None:
    imposed = impose(FIXTURES / f"{producer}.pdf", Job())
    assert codes(imposed)["impose-links-dropped"] == {"links": "5"}
    assert all(d.where.file == f"{producer}.pdf" for d in imposed.diagnostics)
    assert all(d.severity is not Severity.ERROR for d in imposed.diagnostics)
    assert [title for _, title, _, _ in outline(read(imposed.pdf))] != []
