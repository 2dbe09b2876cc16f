"""Footnotes and links inside the brochure in finished files: named, listed, leading both ways."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import NullObject

from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product

SECTION = """\
- heading: {pl: Początek, cs: Začátek, id: początek}
- paragraph:
    pl: "Raz^[Pierwszy.], dwa^[Drugi.], zob. s. {page=koniec}."
    cs: "Jednou^[První.], dvakrát^[Druhý.]."
- page-break:
- paragraph: {pl: "[Koniec]{id=koniec}^[Trzeci.], [wróć](#początek).", cs: "Konec^[Třetí.]."}
"""


@pytest.fixture
def composed(write_folder: Callable[..., Path]) -> Composed:
    return compose_folder(write_folder(sections__a_yaml=SECTION))


def read(composed: Composed, edition: str) -> PdfReader:
    return PdfReader(io.BytesIO(make_product(composed, EDITIONS[edition])))


def elements(node: Any) -> Iterator[Any]:
    """The structure elements below one, itself first."""
    node = node.get_object()
    if isinstance(node, dict) and "/S" in node:
        yield node
    kids = node.get("/K", []) if isinstance(node, dict) else []
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid.get_object(), dict):
            yield from elements(kid)


def test_every_note_has_a_name_of_its_own_that_leads_to_it(composed: Composed) -> None:
    root: Any = read(composed, "mail").trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    notes = [one for one in elements(root["/K"][0]) if one["/S"] == "/Note"]
    listed = list(root["/IDTree"]["/Names"])
    assert len(notes) == 6
    assert listed[::2] == sorted(set(listed[::2])) == [note["/ID"] for note in notes]
    assert [one.get_object() for one in listed[1::2]] == notes


def test_without_notes_there_is_no_tree_of_names(write_folder: Callable[..., Path]) -> None:
    root: Any = read(compose_folder(write_folder()), "mail").trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    assert "/IDTree" not in root


def inner_links(reader: PdfReader) -> list[tuple[int, Any]]:
    """Links that lead to a place in the file, each with the index of its page."""
    found = []
    for number, page in enumerate(reader.pages):
        there = [one.get_object() for one in page.get("/Annots", [])]
        found += [(number, one) for one in there if "/Dest" in one]
    return found


def arrive(link: Any, reader: PdfReader) -> tuple[int, float]:
    """The index of the page that a link leads to, and how high on it."""
    place, kind, left, top, zoom = link["/Dest"]
    assert kind == "/XYZ" and isinstance(left, NullObject) and isinstance(zoom, NullObject)
    return [page.indirect_reference for page in reader.pages].index(place), float(top)


@pytest.mark.parametrize("edition", ["mail", "screen"])
def test_marks_and_notes_lead_to_each_other(composed: Composed, edition: str) -> None:
    reader = read(composed, edition)
    links = inner_links(reader)
    assert len(links) == 2 * 6 + 2
    tops = [(number, float(link["/Rect"][3])) for number, link in links]
    high = {number: [top for there, top in tops if there == number] for number in (0, 1)}
    places = [arrive(link, reader) for _, link in links]
    for page, top in places:
        assert any(abs(top - one) < 5 for one in high[page]) or (page, top) == places_of_heading(places)
    pairs = [(number, link) for number, link in links if float(link["/Rect"][3]) < 100]
    assert len(pairs) == 6
    for number, link in pairs:
        page, top = arrive(link, reader)
        assert page == number and top > 400


def places_of_heading(places: list[tuple[int, float]]) -> tuple[int, float]:
    """The highest place on the first page."""
    return max(place for place in places if place[0] == 0)


def test_every_link_says_where_it_leads(composed: Composed) -> None:
    said = [str(link["/Contents"]) for _, link in inner_links(read(composed, "mail"))]
    assert {"przypis 1", "strona 2", "zpět na odkaz 2", "wróć", "poznámka 3"} <= set(said)


@pytest.mark.parametrize("edition", ["print", "print-x1a"])
def test_print_has_notes_and_no_links(composed: Composed, edition: str) -> None:
    reader = read(composed, edition)
    assert not any(page.get("/Annots") for page in reader.pages)
    text = reader.pages[0].extract_text()
    assert "Pierwszy." in text and "Druhý." in text
