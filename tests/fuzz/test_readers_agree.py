"""Takes PDFs with bytes changed, moved and cut, expects judge and imposer to see the same objects in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import IndirectObject, PdfObject

from layout.pdfreading.opening import Unreadable, open_pdf, tolerate
from layout.preflight.reading import objects as judge
from tests.unit.output.cover_files import BLED, cover_pdf

ROOT = Path(__file__).parents[1]
FILES = [
    path.read_bytes()
    for folder in ("unit/output/imposition/fixtures", "faults/producers")
    for path in sorted((ROOT / folder).glob("*.pdf"))
]
TOKENS = [
    b"5 0 obj",
    b"9 0 obj",
    b"endobj",
    b"endstream",
    b"1 0 R",
    b"<<",
    b">>",
    b"[",
    b"(",
    b"null",
    b"\n",
    b"  ",
]

edits = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(TOKENS), st.integers(0, 20)), min_size=1, max_size=6
)


def spell(value: object) -> bytes:
    """A value as it stands in a file, a stream with its packed data."""
    out = BytesIO()
    if isinstance(value, PdfObject):
        value.write_to_stream(out)
    return out.getvalue()


def updated() -> bytes:
    """A cover whose content was written anew behind it, the place of the old one stated wrongly."""
    first = cover_pdf(BLED, "old")
    writer = PdfWriter(BytesIO(first), incremental=True)
    writer.pages[0]["/Contents"].set_data(b"new")  # type: ignore[attr-defined]
    out = BytesIO()
    writer.write(out)
    stated = b"%010d 00000 n" % first.index(b"4 0 obj")
    moved = b"%010d 00000 n" % (first.index(b"4 0 obj") + 7)
    table = first.rindex(b"startxref\n") + len(b"startxref\n")
    old, new = first[table:].split()[0], out.getvalue()
    assert stated in new
    return new.replace(stated, moved)[: new.rindex(b"startxref")] + b"startxref\n" + old + b"\n%%EOF\n"


def test_of_two_objects_of_one_number_both_take_the_last() -> None:
    with judge.overheard() as heard:
        found = judge.stream(judge.reference(judge.open_reader(updated()), 4))
    assert found is not None and found.get_data() == b"new"
    content = open_pdf(updated()).pages[0]["/Contents"]
    assert content.get_data() == b"new"  # type: ignore[attr-defined]
    assert "Object 4 0 found" in heard


@pytest.mark.parametrize("data", FILES)
def test_a_sound_file_is_read_without_complaint(data: bytes) -> None:
    with judge.overheard() as heard:
        reader = judge.open_reader(data)
        for number in reader.xref.get(0, {}):
            judge.resolve(judge.reference(reader, number))
    assert heard == []


@given(st.sampled_from(FILES), edits, st.floats(0.5, 1))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_see_the_same_objects(data: bytes, changes: list[tuple[float, bytes, int]], kept: float) -> None:
    for part, inserted, removed in changes:
        at = int(part * len(data))
        data = data[:at] + inserted + data[at + removed :]
    data = data if kept > 0.9 else data[: int(kept * len(data))]
    try:
        judged = judge.open_reader(data)
    except judge.BROKEN:
        with pytest.raises(Unreadable):
            open_pdf(data)
        return
    try:
        imposed = open_pdf(data).reader
    except Unreadable:
        return
    for number in {*judged.xref.get(0, {}), *judged.xref_objStm}:
        seen = judge.resolve(judge.reference(judged, number))
        placed = tolerate(lambda: IndirectObject(number, 0, imposed).get_object(), None)  # noqa: B023
        assert spell(seen) == spell(judge.resolve(placed)), number
