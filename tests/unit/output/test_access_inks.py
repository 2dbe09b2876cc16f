"""Takes covers by what sets their colours, expects process inks to be explained there and nowhere else."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from layout.output.pdf.inks import explain_inks
from tests.unit.output.cover_files import BLED, cover_pdf
from tests.unit.output.imposition.imposition_files import stream

FORM = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]"


def explained(content: str, resources: str = "", *more: bytes) -> PdfWriter:
    """The file of one page after its inks were explained."""
    page = f"{BLED}/Resources<<{resources}>>"
    writer = PdfWriter(clone_from=PdfReader(BytesIO(cover_pdf(page, content, more))))
    place = writer.pages[0].indirect_reference
    assert place is not None
    explain_inks(writer, place)
    return writer


def is_explained(resources: DictionaryObject) -> bool:
    return "/DefaultCMYK" in resources.get("/ColorSpace", {})


@pytest.mark.parametrize(("content", "inked"), [
    ("0 0 0 1 k 0 0 9 9 re f", True),
    ("0 0 0 1 K 0 0 9 9 re S", True),
    ("/DeviceCMYK cs 0 0 0 1 sc 0 0 9 9 re f", True),
    ("BI/W 1/H 1/BPC 8/CS/CMYK ID abcd EI", True),
    ("0 g 0 0 9 9 re f", False),
    ("(0 0 0 1 k ) pop 0 g 0 0 9 9 re f", False),
    ("% 0 0 0 1 k\n0 g 0 0 9 9 re f", False),
    ("/DeviceRGB cs 0 0 0 sc 0 0 9 9 re f", False),
    ("BI/W 1/H 1/BPC 8/CS/G ID k EI 0 g", False),
])  # fmt: skip
def test_operators_that_set_inks(content: str, inked: bool) -> None:
    writer = explained(content)
    assert is_explained(writer.pages[0]["/Resources"]) is inked  # type: ignore[arg-type]


@pytest.mark.parametrize("resources", [
    "/ColorSpace<</A[/Separation/Gold/DeviceCMYK 9 0 R]>>",
    "/XObject<</A<</Subtype/Image/ColorSpace/DeviceCMYK>>>>",
    "/Shading<</A<</ShadingType 2/ColorSpace/DeviceCMYK>>>>",
])  # fmt: skip
def test_objects_that_name_inks(resources: str) -> None:
    assert is_explained(explained("0 g 0 0 9 9 re f", resources).pages[0]["/Resources"])  # type: ignore[arg-type]


@pytest.mark.parametrize(("resources", "more"), [
    ("/XObject<</A 5 0 R>>", f"{FORM}/Resources<<>>"),
    ("/ExtGState<</A<</SMask<</S/Luminosity/G 5 0 R>>>>>>", f"{FORM}/Resources<<>>"),
    ("/Font<</A<</Subtype/Type3/Resources<<>>/CharProcs<</a 5 0 R>>>>>>", ""),
    ("/Pattern<</A 5 0 R>>", "/PatternType 1/BBox[0 0 9 9]/Resources<<>>"),
])  # fmt: skip
def test_inks_in_all_a_page_is_drawn_with(resources: str, more: str) -> None:
    """Forms, groups of soft masks, glyphs and patterns: each resource dictionary has the explanation."""
    writer = explained("/A Do", resources, stream("0 0 0 1 k", more))
    held = [entry["/Resources"] for entry in walk(writer.pages[0]) if "/Resources" in entry]
    assert len(held) == 2 and all(map(is_explained, held))


def walk(entry: object) -> list[DictionaryObject]:
    found = entry.get_object() if hasattr(entry, "get_object") else entry
    if not isinstance(found, DictionaryObject):
        return []
    kids = [walk(found.raw_get(key)) for key in found if key != "/Parent"]
    return [found, *(inner for kid in kids for inner in kid)]
