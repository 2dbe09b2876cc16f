"""Hostile files end in a refusal or a report within bounded time: bombs, loops, abysses, locked files."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfWriter

from layout.model.diagnostic import Rejected
from layout.preflight import PROFILES, Limits, inspect_file, judge
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from tests.faults.paper import Paper, Ref, Stream
from tests.faults.sound import print_paper
from tests.told import texts

SMALL = Limits(
    seconds=30,
    operators=50_000,
    stream_bytes=4 << 20,
    total_bytes=16 << 20,
    records=3_000,
    objects=5_000,
    pages=100,
)
PATIENCE = 40.0
"""Seconds after which a case has taken too long on a busy machine."""


def refusal(data: bytes, limits: Limits = SMALL) -> tuple[str, str]:
    """The code and the limit of the refusal; ("", "") for a file that is judged."""
    started = time.monotonic()
    try:
        judge(inspect_file(data, limits, render=False), PROFILES["print"])
        found = ("", "")
    except Rejected as rejected:
        (one,) = rejected.diagnostics
        assert all(explain(one, language) for language in LANGUAGES)
        found = (one.code, texts(one).get("limit", ""))
    assert time.monotonic() - started < PATIENCE
    return found


def page(content: str) -> bytes:
    paper = print_paper(1)
    paper.sheets[0].content = content
    return paper.build()


def altered(change: Callable[[Paper], None]) -> bytes:
    paper = print_paper(1)
    change(paper)
    return paper.build()


def forms(count: int, body: bytes) -> bytes:
    """A form that paints a form that paints a form…, each `body`."""

    def change(paper: Paper) -> None:
        inner = paper.add(_form(b"0 0 1 1 re f"))
        for _ in range(count):
            inner = paper.add(_form(body, Resources={"XObject": {"A": inner}}))
        paper.sheets[0].resources["XObject"] = {"A": inner}
        paper.sheets[0].content = "/A Do"

    return altered(change)


def _form(body: bytes, **more: Any) -> Stream:
    return Stream({"Type": "/XObject", "Subtype": "/Form", "BBox": [0, 0, 50, 50], **more}, body)


OVER_LIMITS: dict[str, tuple[Callable[[], bytes], str]] = {
    "saved states without end": (lambda: page("q " * 100_000), "depth"),
    "marked content without end": (lambda: page("/P BMC " * 100_000), "depth"),
    "operators without end": (lambda: page("0 0 m 1 1 l S\n" * 30_000), "operators"),
    "marks all unlike": (
        lambda: page("\n".join(f"{i / 1e5:.5f} g 0 0 1 1 re f" for i in range(5_000))),
        "records",
    ),
    "forms that multiply": (lambda: forms(12, b"/A Do " * 10), "operators"),
    "forms too deep": (lambda: forms(60, b"/A Do"), "depth"),
}


@pytest.mark.parametrize("case", OVER_LIMITS)
def test_what_never_ends_is_refused_by_its_limit(case: str) -> None:
    make, limit = OVER_LIMITS[case]
    assert refusal(make()) == ("pdf-over-limit", limit)


def test_more_pages_than_the_limit_are_refused() -> None:
    data = print_paper(1).build()
    number = data.split(b"/Kids [")[1].split(b" ")[0]
    many = data.replace(b"/Kids [%s 0 R]" % number, b"/Kids [" + (number + b" 0 R ") * 400 + b"]")
    assert refusal(many) == ("pdf-over-limit", "pages")


def test_a_structure_tree_without_bottom_is_refused() -> None:
    def change(paper: Paper) -> None:
        inner: Ref = paper.add({"S": "/P"})
        for _ in range(500):
            inner = paper.add({"S": "/Div", "K": [inner]})
        paper.catalog["StructTreeRoot"] = paper.add({"K": inner})

    assert refusal(altered(change)) == ("pdf-over-limit", "depth")


def test_a_bomb_is_not_unpacked() -> None:
    packed = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)

    def change(paper: Paper) -> None:
        bomb = paper.add(Stream({"Filter": ["/FlateDecode", "/FlateDecode"]}, packed))
        paper.sheets[0].entries["Contents"] = bomb

    paper = print_paper(1)
    change(paper)
    facts = inspect_file(paper.build(), SMALL, render=False)
    assert "content-undecodable" in {one.rule for one in judge(facts, PROFILES["print"]).findings}


@pytest.mark.parametrize("content", ["[" * 90_000, "<<" * 90_000, "(" * 90_000, "/" * 90_000, "1 " * 300_000])
def test_contents_without_an_operator_are_no_contents(content: str) -> None:
    facts = inspect_file(page(content), SMALL, render=False)
    assert "operator" in {sighting.what for sighting in facts.pages[0].sightings}


@pytest.mark.parametrize(
    "xmp",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        "<a>" * 100_000,
        "\0",
    ],
)
def test_hostile_metadata_count_as_broken(xmp: str) -> None:
    facts = inspect_file(altered(lambda paper: setattr(paper, "xmp", xmp)), SMALL, render=False)
    assert facts.metadata.xmp_broken


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pdf-no-header"),
        (b"PK\3\4 a document that was only renamed", "pdf-no-header"),
        (b"%PDF-1.4\n", "pdf-unreadable"),
        (b"%PDF-1.4\n" + b"\0" * 100_000, "pdf-unreadable"),
        (b"%PDF-1.4\n" + b"1 0 obj " * 20_000 + b"startxref\n0\n%%EOF", "pdf-unreadable"),
        (
            b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            b"2 0 obj\n<</Type/Pages/Kids[]>>\nendobj\n"
            b"trailer <</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF",
            "pdf-no-pages",
        ),
    ],
)
def test_what_is_no_pdf_or_broken_is_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


def test_a_page_tree_that_bites_its_tail_ends() -> None:
    data = print_paper(1).build()
    root = data.index(b"/Type /Pages")
    number = int(data[: data.rindex(b" 0 obj", 0, root)].split()[-1])
    loop = data.replace(b"/Kids [", b"/Kids [%d 0 R " % number)
    assert refusal(loop)[0] in ("", "pdf-unreadable")


def test_a_file_locked_with_a_password_is_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(print_paper(1).build()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert refusal(out.getvalue())[0] == "pdf-encrypted-shut"


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert refusal(print_paper(1).build(), Limits(file_bytes=1000)) == ("pdf-over-limit", "file_bytes")


def test_a_clock_that_runs_out_stops_even_another_library() -> None:
    from layout.preflight.reading.limits import OutOfTime, alarm

    started = time.monotonic()
    with pytest.raises(OutOfTime), alarm(0.2):
        while True:
            pass
    assert time.monotonic() - started < PATIENCE
