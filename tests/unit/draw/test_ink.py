"""Inks of a press: black overprints, small text has one ink, spot inks by agreement, lines that hold."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
import pytest

from layout.draw.document import DocumentInfo, draw_document
from layout.draw.ink import ALL, KNOCKOUT, OVERPRINT, PressInks, ScreenInks, ink_count, takes_spot
from layout.model.colour import BLACK, WHITE, Colour
from layout.model.drawing import Close, Drawing, LineTo, MoveTo, Path, Stroke
from layout.model.layout import ARTIFACT, Box, DrawingItem, Item, Layout, LayoutPage, StructNode, TextItem
from layout.model.products.edition import EDITIONS
from layout.model.products.printer import PrinterProfile, SpotPolicy
from layout.model.records import replace
from layout.text.paragraph import Typesetter
from tests.passages import prose

BRICK = Colour((0.15, 0.88, 0.75, 0.08), (0.69, 0.17, 0.16))
GREY = Colour((0, 0, 0, 0.7), (0.36, 0.36, 0.36))
SAND = Colour((0.03, 0.04, 0.10, 0), (0.965, 0.95, 0.91))
ORANGE = Colour((0, 0.5, 1, 0), (0.95, 0.58, 0.05))
GOLD = Colour((0.2, 0.3, 0.9, 0.1), (0.7, 0.6, 0.1), "Orlice Gold")
PLAIN = PrinterProfile()
INFO = DocumentInfo("Tytuł", "Aglomeracja", "pl", date(2026, 3, 1))


def only_page(pdf: bytes) -> Any:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return page


def content(items: list[Item], printer: PrinterProfile, typesetter: Typesetter | None = None) -> str:
    layout = Layout(
        width=420,
        height=595,
        bleed=8.5,
        pages=(LayoutPage(1, tuple(items)),),
        structure=StructNode(tag="Document"),
        outline=(),
    )
    paths = typesetter.faces.records() if typesetter else {}
    drawn = draw_document(layout, EDITIONS["print"], INFO, paths, {}, printer)
    page = only_page(drawn.pdf)
    code: str = page.get_contents().get_data().decode()
    return code


def square(fill: Colour | None = None, pen: Stroke | None = None, size: float = 10.0) -> DrawingItem:
    corners = (MoveTo(0, 0), LineTo(size, 0), LineTo(size, size), Close())
    return DrawingItem(Box(50, 50, 10, 10), Drawing(size, size, (Path(corners, fill, pen),)), ARTIFACT)


@pytest.mark.parametrize(("colour", "state"), [(BLACK, OVERPRINT), (GREY, KNOCKOUT), (WHITE, KNOCKOUT)])
def test_only_full_black_overprints(colour: Colour, state: str) -> None:
    assert PressInks(PLAIN).text(colour, 9.2)[0] == state


def test_a_screen_overprints_nothing() -> None:
    assert ScreenInks().text(BLACK, 9.2) == (KNOCKOUT, "0.1 0.1 0.1 rg")


@pytest.mark.parametrize(
    ("colour", "size", "operators"),
    [
        (BRICK, 13.9, "0 0 0 1 k"),
        (BRICK, 14, "0.15 0.88 0.75 0.08 k"),
        (GREY, 8, "0 0 0 0.7 k"),
        (ORANGE, 8, "0 0 0 1 k"),
        (SAND, 8, "0 0 0 0 k"),
    ],
)
def test_small_text_has_one_ink(colour: Colour, size: float, operators: str) -> None:
    assert PressInks(PLAIN).text(colour, size)[1] == operators


def test_a_shop_may_hold_small_colours() -> None:
    assert PressInks(replace(PLAIN, one_ink_text=7)).text(BRICK, 8)[1] == "0.15 0.88 0.75 0.08 k"


@pytest.mark.parametrize(
    ("policy", "names", "taken"),
    [
        (SpotPolicy.REFUSED, (), False),
        (SpotPolicy.REFUSED, ("Orlice Gold",), False),
        (SpotPolicy.LISTED, ("Orlice Gold",), True),
        (SpotPolicy.LISTED, ("Pantone 300",), False),
        (SpotPolicy.ALLOWED, (), True),
    ],
)
def test_spot_inks_by_the_printers_policy(policy: SpotPolicy, names: tuple[str, ...], taken: bool) -> None:
    printer = replace(PLAIN, spots=policy, spot_names=names)
    inks = PressInks(printer)
    assert takes_spot("Orlice Gold", printer) is taken
    assert inks.fill(GOLD) == ("/Spot1 cs 1 scn" if taken else "0.2 0.3 0.9 0.1 k")
    assert inks.stroke(GOLD) == ("/Spot1 CS 1 SCN" if taken else "0.2 0.3 0.9 0.1 K")
    assert list(inks.separations) == (["Orlice Gold"] if taken else [])
    assert ink_count(GOLD, printer) == (1 if taken else 4)
    assert inks.text(GOLD, 8) == ((KNOCKOUT, "/Spot1 cs 1 scn") if taken else (OVERPRINT, "0 0 0 1 k"))


def test_every_plate_is_taken_by_every_printer() -> None:
    assert takes_spot(ALL, PLAIN)


def test_what_follows_black_text_knocks_out(typesetter: Typesetter) -> None:
    line = typesetter.set(prose("Słowa"), "paragraph", "pl", 165.8).lines[0]
    text = [TextItem(40, y, line, ARTIFACT) for y in (50, 62, 90)]
    stream = content([text[0], text[1], square(SAND), text[2]], PLAIN, typesetter)
    states = [word for word in stream.split() if word in ("/Overprint", "/Knockout", "f")]
    assert states == ["/Overprint", "/Knockout", "f", "/Overprint"]


def test_white_never_overprints(typesetter: Typesetter) -> None:
    assert content([square(WHITE)], PLAIN).count("/Overprint") == 0


def test_thin_lines_are_drawn_as_thin_as_the_press_holds() -> None:
    pen = Stroke(colour=BLACK, width=0.5)
    assert " 0.5 w" in content([square(pen=pen)], PLAIN)
    assert " 1.5 w" in content([square(pen=pen, size=50.0)], PLAIN)


def test_a_drawings_colour_gives_way_to_the_printers_limit() -> None:
    heavy = Colour((0.9, 0.6, 0.6, 0.8), (0, 0, 0))
    assert PressInks(PLAIN).fill(heavy) == "0.9 0.6 0.6 0.8 k"
    *colours, black, _ = PressInks(replace(PLAIN, ink_limit=2.0)).fill(heavy).split()
    assert black == "0.8"
    assert 1.19 < sum(map(float, colours)) <= 1.2


def test_a_separation_has_its_substitute() -> None:
    printer = replace(PLAIN, spots=SpotPolicy.ALLOWED)
    gold = replace(GOLD, spot="Złoto (orła) #1")
    layout = Layout(
        width=420,
        height=595,
        bleed=8.5,
        pages=(LayoutPage(1, (square(gold),)),),
        structure=StructNode(tag="Document"),
        outline=(),
    )
    drawn = draw_document(layout, EDITIONS["print"], INFO, {}, {}, printer)
    page = only_page(drawn.pdf)
    ((family, name, alternate, tint),) = page["/Resources"]["/ColorSpace"].values()
    assert (family, name, alternate) == ("/Separation", "/Złoto (orła) #1", "/DeviceCMYK")
    assert tint["/FunctionType"] == 2
    assert [float(part) for part in tint["/C1"]] == [0.2, 0.3, 0.9, 0.1]
    assert [float(part) for part in tint["/C0"]] == [0, 0, 0, 0]
