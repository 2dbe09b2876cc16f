"""Faults that validators pass over, sown into the finished sample: each is caught, by its rule alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, TextStringObject

from layout.preflight import PROFILES, Verdict, preflight
from tests.conftest import ROOT
from tests.unit.output.mail_files import make

OPENING = 2
"""The part of the sample that is a heading and four paragraphs."""
PASSAGE = 8
"""A long enough Czech paragraph behind those of the cover, the contents and the imprint."""


@pytest.fixture(scope="module")
def sample() -> bytes:
    return make(ROOT / "content")[1]


def document(writer: PdfWriter) -> Any:
    return writer.root_object["/StructTreeRoot"]["/K"][0].get_object()  # type: ignore[index]


def elements(writer: PdfWriter, kind: str, language: str) -> Iterator[Any]:
    """The elements of one kind that say they are of one language."""
    waiting = [document(writer)]
    while waiting:
        found = waiting.pop(0)
        kids = found.get("/K", [])
        held = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
        waiting = [kid for kid in held if isinstance(kid, dict) and "/S" in kid] + waiting
        if found["/S"] == f"/{kind}" and found.get("/Lang", "pl") == language:
            yield found


def part(writer: PdfWriter) -> Any:
    parts = [kid.get_object() for kid in document(writer)["/K"] if kid.get_object()["/S"] == "/Part"]
    return parts[OPENING]


def mislead_passage(writer: PdfWriter) -> None:
    """A Czech paragraph tagged Polish."""
    list(elements(writer, "P", "cs"))[PASSAGE][NameObject("/Lang")] = TextStringObject("pl")


def mislead_picture(writer: PdfWriter) -> None:
    """A Czech alternative text tagged Polish."""
    list(elements(writer, "Figure", "cs"))[1][NameObject("/Lang")] = TextStringObject("pl")


def cross_parents(writer: PdfWriter) -> None:
    """Two entries of a page's ParentTree that lead to each other's element."""
    numbers = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    owners = next(held.get_object() for held in numbers[1::2] if len(held.get_object()) > 5)
    owners[1], owners[3] = owners[3], owners[1]


def orphan(writer: PdfWriter) -> None:
    """A paragraph that knows its parent and is in the ParentTree, but hangs in no K: it is not read."""
    part(writer)["/K"].pop()


def read_backwards(writer: PdfWriter) -> None:
    """A section's paragraphs from the last to the first."""
    kids = part(writer)["/K"]
    heads = [kid for kid in kids if kid.get_object()["/S"] == "/H1"]
    part(writer)[NameObject("/K")] = ArrayObject([*heads, *kids[: len(heads) - 1 : -1]])


def silence(writer: PdfWriter) -> None:
    """An alternative text of a space."""
    next(elements(writer, "Figure", "cs"))[NameObject("/Alt")] = TextStringObject(" ")


def hide(writer: PdfWriter) -> None:
    """A paragraph painted as a mere decoration, its element left in the tree."""
    page = writer.pages[2]
    content = page.get_contents()
    assert content is not None
    changed = DecodedStreamObject()
    changed.set_data(content.get_data().replace(b"/P <</MCID 3>> BDC", b"/Artifact BMC", 1))
    page[NameObject("/Contents")] = writer._add_object(changed)


def rewrite_metadata(old: str, new: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        stream = writer.root_object["/Metadata"]
        packet = stream.get_data().decode()  # type: ignore[attr-defined]
        assert old in packet
        stream.set_data(packet.replace(old, new).encode())  # type: ignore[attr-defined]

    return change


def name_as_file(writer: PdfWriter) -> None:
    """The title is the name of the layout program's file, in XMP and in Info."""
    titles = (
        "Dwa brzegi, jedna rzeka / Dva břehy, jedna řeka",
        "Dwa brzegi, jedna rzeka",
        "Dva břehy, jedna řeka",
    )
    for title in titles:
        rewrite_metadata(f">{title}<", ">broszura_v3.indd<")(writer)
    writer.add_metadata({"/Title": "broszura_v3.indd"})


FAULTS: dict[str, tuple[Callable[[PdfWriter], None], str]] = {
    "Czech tagged Polish": (mislead_passage, "access-passage"),
    "Czech alternative tagged Polish": (mislead_picture, "access-passage"),
    "wrong ParentTree entry": (cross_parents, "access-parent-tree"),
    "orphan MCID": (orphan, "access-orphan"),
    "reversed order": (read_backwards, "access-order"),
    "file name as title": (name_as_file, "access-title-words"),
    "empty Alt": (silence, "access-alternative"),
    "title without a language": (
        rewrite_metadata('<rdf:li xml:lang="cs">Dva břehy, jedna řeka</rdf:li>', ""),
        "access-title-languages",
    ),
    "unreachable text": (hide, "access-leaf"),
}


def sow(pdf: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """The file with one change."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    writer.pdf_header = "%PDF-1.7"
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_without_a_fault_it_passes(sample: bytes) -> None:
    assert (
        preflight(sow(sample, lambda writer: None), PROFILES["mail"], render=False).verdict is Verdict.PASSED
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_caught_by_its_rule_alone(sample: bytes, fault: str) -> None:
    change, rule = FAULTS[fault]
    report = preflight(sow(sample, change), PROFILES["mail"], render=False)
    assert {finding.rule for finding in report.findings} == {rule}
    assert report.verdict is Verdict.REFUSED
