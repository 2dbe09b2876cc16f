"""Drawn PDFs read back as facts: text, fonts, links, pictures, boxes."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest

from layout.draw.document import DocumentInfo, draw_document
from layout.images.pixels import Pixels
from layout.model.colour import Colour
from layout.model.drawing import CurveTo, Drawing, LineTo, MoveTo, Path, Stroke
from layout.model.layout import (
    ARTIFACT,
    Box,
    DrawingItem,
    ImageItem,
    Item,
    Layout,
    LayoutPage,
    Link,
    OutlineEntry,
    StructNode,
    TextItem,
)
from layout.model.products.edition import EDITIONS
from layout.text.paragraph import Typesetter
from tests.passages import prose

INFO = DocumentInfo("Tytuł / Název", "Aglomeracja", "pl", date(2026, 3, 1))
SCREEN = EDITIONS["screen"]
RIVER = Colour((0.9, 0.55, 0.35, 0.25), (0.04, 0.29, 0.39))


def text_items(typesetter: Typesetter, words: str, width: float = 165.8) -> list[Item]:
    lines = typesetter.set(prose(words), "paragraph", "pl", width).lines
    return [TextItem(40, 50 + 12 * order, line, 0) for order, line in enumerate(lines)]


def draw(
    items: list[Item],
    links: tuple[Link, ...] = (),
    typesetter: Typesetter | None = None,
    pictures: dict[ImageItem, Pixels] | None = None,
) -> pypdf.PdfReader:
    outline = (OutlineEntry("Początek", 0, 0, 20.0),)
    layout = Layout(
        width=420,
        height=595,
        bleed=8.5,
        pages=(LayoutPage(1, tuple(items), links),),
        structure=StructNode(tag="Document"),
        outline=outline,
    )
    paths = typesetter.faces.records() if typesetter else {}
    return pypdf.PdfReader(io.BytesIO(draw_document(layout, SCREEN, INFO, paths, pictures or {}).pdf))


def test_text_reads_back_as_typed(typesetter: Typesetter) -> None:
    words = "Zażółć gęślą jaźń; příliš žluťoučký kůň. Afisz filharmonii 1 234 „cytat”"
    reader = draw(text_items(typesetter, words), typesetter=typesetter)
    found = reader.pages[0].extract_text().replace("\u00ad\n", "").replace("\n", " ")
    assert " ".join(found.split()) == words


def test_one_subset_font_a_face_without_helvetica(typesetter: Typesetter) -> None:
    reader = draw(text_items(typesetter, "Jedno zdanie."), typesetter=typesetter)
    fonts = reader.pages[0]["/Resources"]["/Font"]
    (font,) = (entry.get_object() for entry in fonts.values())
    assert font["/Subtype"] == "/Type0"
    assert font["/BaseFont"].split("+")[1] == "SourceSerif4-Regular"
    descendant = font["/DescendantFonts"][0].get_object()
    size = len(descendant["/FontDescriptor"]["/FontFile2"].get_data())
    assert size < 20_000


def test_a_font_says_whether_it_slopes(typesetter: Typesetter) -> None:
    """Flags 3, symbolic, and 7, italic (ISO 32000-1, table 123)."""
    for role, flags in (("paragraph", 4), ("heading3", 4 | 64)):
        items = [TextItem(40, 50, typesetter.set(prose("Zdanie."), role, "pl", 165).lines[0], 0)]
        fonts = draw(items, typesetter=typesetter).pages[0]["/Resources"]["/Font"]
        (font,) = (entry.get_object() for entry in fonts.values())
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert descriptor["/Flags"] == flags
        assert (descriptor["/ItalicAngle"] < 0) == (flags > 4)


def test_hyphens_of_broken_lines_are_soft_and_typed_ones_are_not(typesetter: Typesetter) -> None:
    words = "Współpraca polsko-czeska przedstawicieli zintegrowanych aglomeracji przygranicznych"
    text = draw(text_items(typesetter, words, 100), typesetter=typesetter).pages[0].extract_text()
    assert "\u00ad\n" in text
    assert "polsko" in text and "-" in text


def test_document_says_what_it_is(typesetter: Typesetter) -> None:
    reader = draw(text_items(typesetter, "Zdanie."), typesetter=typesetter)
    assert reader.metadata is not None
    assert reader.metadata.title == "Tytuł / Název"
    assert reader.metadata["/CreationDate"].startswith("D:20260301")
    assert reader.root_object["/Lang"] == "pl"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [entry.title for entry in reader.outline] == ["Początek"]


def test_links_lead_out_and_inside() -> None:
    out = Link(Box(10, 20, 30, 10), "https://example.org/", ARTIFACT, "example")
    inside = Link(Box(10, 40, 30, 10), 0, ARTIFACT, "page")
    page = draw([], (out, inside)).pages[0]
    first, second = (entry.get_object() for entry in page["/Annots"])
    assert first["/A"]["/URI"] == "https://example.org/"
    assert [float(v) for v in first["/Rect"]] == pytest.approx([10, 595 - 30, 40, 595 - 20])
    assert "/Dest" in second


def test_paths_keep_their_colours_and_pens() -> None:
    segments = (MoveTo(0, 0), LineTo(10, 0), CurveTo(10, 5, 5, 10, 0, 10))
    path = Path(
        segments,
        fill=RIVER,
        stroke=Stroke(colour=RIVER, width=0.5, dash=(2, 1), cap=1, join=1),
        even_odd=True,
    )
    drawing = DrawingItem(Box(5, 5, 20, 20), Drawing(10, 10, (path,)), ARTIFACT, Box(5, 5, 10, 10))
    code = draw([drawing]).pages[0].get_contents()
    assert code is not None
    stream = code.get_data().decode()
    for operators in ("0.04 0.29 0.39 rg", "0.04 0.29 0.39 RG", "[2 1] 0 d", "re W n", "B*", "2 0 0 -2 5"):
        assert operators in stream, operators


def test_a_picture_is_embedded_once_with_its_palette() -> None:
    pixels = Pixels(
        width=2,
        height=1,
        space="rgb",
        bits=8,
        data=b"\x00\x01",
        filter="Flate",
        palette=bytes(6),
        predictor=1,
    )
    item = ImageItem(Box(0, 0, 72, 36), "a.png", ARTIFACT)
    reader = draw([item, item], pictures={item: pixels})
    images = reader.pages[0]["/Resources"]["/XObject"]
    (image,) = (entry.get_object() for entry in images.values())
    assert image["/ColorSpace"][0] == "/Indexed"
    assert image["/ColorSpace"][2] == 1
    assert image["/Width"] == 2
