"""Takes files that are no good PDFs and jobs that cannot be, expects words for the user or right sheets."""

from __future__ import annotations

import re
import time
import tomllib
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

import layout.resources
from layout.model.diagnostic import Rejected, Severity
from layout.model.products.imposition import Imposed, Job
from layout.output.imposition.impose import impose
from layout.resources.messages import explain
from tests.told import texts
from tests.unit.output.imposition.imposition_files import (
    FIXTURES,
    pages_pdf,
    raw_pdf,
    read,
    render,
    simple_pdf,
    stream,
)

A5 = "/MediaBox[0 0 420 596]"


def refused(data: bytes | Path, job: Job | None = None) -> dict[str, dict[str, str]]:
    with pytest.raises(Rejected) as caught:
        impose(data, job or Job(), "visit.pdf")
    assert all(d.severity is Severity.ERROR for d in caught.value.diagnostics)
    assert {d.where.file for d in caught.value.diagnostics} == {"visit.pdf"}
    return {d.code: texts(d) for d in caught.value.diagnostics}


def codes(imposed: Imposed) -> dict[str, dict[str, str]]:
    return {d.code: texts(d) for d in imposed.diagnostics}


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(simple_pdf(4)))
    writer.encrypt(password, "owner", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


NO_PAGES = raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"])
PAGES_IN_A_CIRCLE = raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"])
BILLION_PAGES = raw_pdf(
    ["<</Type/Catalog/Pages 2 0 R>>"]
    + [f"<</Type/Pages/Kids[{' '.join([f'{at + 3} 0 R'] * 10)}]/Count 10>>" for at in range(12)]
    + [f"<</Type/Page{A5}>>"]
)


@pytest.mark.parametrize(("data", "code"), [
    (b"", "impose-not-pdf"),
    (b"PK\3\4 a zip", "impose-not-pdf"),
    (b"%PDF-1.7\n", "impose-broken"),
    (simple_pdf(4)[:180], "impose-broken"),
    (encrypted("secret"), "impose-encrypted"),
    (encrypted(""), "impose-encrypted"),
    (NO_PAGES, "impose-no-pages"),
    (PAGES_IN_A_CIRCLE, "impose-broken"),
    (BILLION_PAGES, "impose-broken"),
    (raw_pdf(["<</Type/Catalog>>"]), "impose-broken"),
    (simple_pdf(4, (0, 596)), "impose-page-size"),
    (pages_pdf([A5, "/MediaBox[0 0 1 x]"], ["", ""]), "impose-page-size"),
    (pages_pdf([A5, "/MediaBox[0 0 9e30 9]"], ["", ""]), "impose-page-size"),
    (pages_pdf(["", A5], ["", ""]), "impose-page-size"),
])  # fmt: skip
def test_unusable_files(data: bytes, code: str) -> None:
    assert list(refused(data)) == [code]


def test_pages_without_size_are_named() -> None:
    data = pages_pdf([A5, "/MediaBox[5 5 5 5]", A5, "/MediaBox[0 0 9 0]", "/MediaBox 7"], [""] * 5)
    assert refused(data)["impose-page-size"] == {"pages": "2, 4–5"}


def test_missing_file(tmp_path: Path) -> None:
    assert list(refused(tmp_path / "none.pdf")) == ["impose-no-file"]


def test_impossible_jobs_are_named_at_once() -> None:
    job = Job(sheet=(3, 800), paper=-1, signature=0, unprintable=float("nan"), bleed=999)
    with pytest.raises(Rejected) as caught:
        impose(simple_pdf(4), job)
    names = [texts(d)["name"] for d in caught.value.diagnostics]
    assert names == ["sheet", "paper", "signature", "unprintable", "bleed"]


def test_boxes_that_miss_the_page_are_passed_over() -> None:
    entries = f"{A5}/CropBox[900 900 999 999]/TrimBox[1 2 3]/BleedBox null/Rotate/x/UserUnit -4"
    imposed = impose(pages_pdf([entries], ["0 g 0 0 420 596 re f"]), Job(sheet=(840, 596)))
    assert render(imposed.pdf, 0)[:, 420:].max() < 5


def test_odd_rotation_is_reported() -> None:
    found = codes(impose(pages_pdf([A5, f"{A5}/Rotate 45"], ["", ""]), Job()))
    assert found["impose-rotation"] == {"pages": "2"}


def test_a_damaged_object_is_reported_and_the_rest_printed() -> None:
    broken = pages_pdf(
        [f"{A5}/Resources<</Font<</F 5 0 R>>/ExtGState<</G 99 0 R>>>>"],
        ["0 0 100 100 re f"],
        ["<</Bad"],
    )
    imposed = impose(broken, Job(sheet=(840, 596)))
    assert codes(imposed)["impose-damaged"] == {"objects": "1"}
    assert render(imposed.pdf, 0)[500:, 420:520].max() < 5


def test_split_content_is_joined_and_damage_in_it_reported() -> None:
    good = zlib.compress(b"0 0 100 100 re")
    more = [stream(good, "/Filter/FlateDecode"), stream(b"f"), stream(b"garbage", "/Filter/Bogus")]
    parts = f"{A5}/Contents[5 0 R 6 0 R 7 0 R 1 0 R 3]"
    data = pages_pdf([parts], [""], more).replace(b"/Contents 4 0 R", b"")
    imposed = impose(data, Job(sheet=(840, 596)))
    assert codes(imposed)["impose-damaged-content"] == {"streams": "1"}
    assert render(imposed.pdf, 0)[500:, 420:520].max() < 5


def test_resources_in_a_circle_and_ways_back_to_the_pages() -> None:
    back = "/Parent 2 0 R/P 3 0 R/Resources<</XObject<</X 5 0 R>>>>"
    more = [stream("/X Do", f"/Subtype/Form/BBox[0 0 9 9]{back}")]
    page = f"{A5}/Resources<</XObject<</X 5 0 R/Y 3 0 R/Z 1 0 R/Q 2 0 R>>>>"
    imposed = impose(pages_pdf([page] * 3, ["/X Do"] * 3, [*more, more[0], more[0]]), Job())
    assert imposed.pdf.count(b"/Type /Page\n") == 2, "no page of the source came along"


def test_deep_nesting_is_no_stack_overflow() -> None:
    deep = "[" * 5000 + "]" * 5000
    data = pages_pdf([f"{A5}/Resources 5 0 R"], ["0 0 100 100 re f"], [f"<</ColorSpace<</C {deep}>>>>"])
    assert codes(impose(data, Job()))["impose-sheets-short"]
    chain = [f"<</Next {number} 0 R>>" for number in range(6, 3005)]
    long = pages_pdf([f"{A5}/Resources<</Properties<</P 5 0 R>>>>"], [""], [*chain, "<<>>"])
    assert len(read(impose(long, Job()).pdf).pages) == 2


def test_bombs_are_refused_in_time() -> None:
    bomb = zlib.compress(bytes(30_000_000), 9)
    more = [stream(bomb, "/Filter/FlateDecode")]
    parts = " ".join(["5 0 R"] * 400)
    split = pages_pdf([A5], [""], more).replace(b"/Contents 4 0 R", f"/Contents[{parts}]".encode())
    start = time.process_time()
    assert list(refused(split)) == ["impose-too-big"]
    single = pages_pdf([A5], [""], more).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")
    assert len(impose(single, Job()).pdf) < 100_000, "a single stream is passed on packed"
    assert time.process_time() - start < 10


def test_misplaced_and_missing_objects_are_looked_for_once() -> None:
    data = simple_pdf(1500).replace(b"/Resources<<>>", b"/Resources<</Font<</A 90001 0 R/B 90002 0 R>>>>")
    start = time.process_time()
    imposed = impose(data, Job())
    assert len(read(imposed.pdf).pages) == 750
    missing = " ".join(f"/A{number} {number} 0 R" for number in range(90_000, 110_000))
    page = f"{A5}/Resources<</Properties<<{missing}>>>>"
    assert codes(impose(pages_pdf([page], ["0 g"]), Job()))
    assert time.process_time() - start < 12


def test_time_is_linear_in_pages() -> None:
    """Ten times the pages take less than thirty times as long; quadratic work would take a hundred."""
    seconds = []
    for pages in (100, 1000):
        data = simple_pdf(pages)
        start = time.process_time()
        impose(data, Job(signature=8))
        seconds.append(time.process_time() - start)
    assert seconds[1] < seconds[0] * 30


def test_five_thousand_pages() -> None:
    imposed = impose(simple_pdf(5000), Job(signature=10))
    assert len(read(imposed.pdf).pages) == 2500
    assert imposed.plan.sheets[-1].signature == 124


def test_every_word_exists_in_three_languages() -> None:
    folder = Path(layout.resources.__file__).parent / "messages"
    words = tomllib.loads((folder / "imposition.toml").read_text(encoding="utf-8"))
    program = Path(layout.resources.__file__).parents[1]
    rooms = (program / "output" / "imposition", program / "output" / "pdf", program / "pdfreading")
    files = [*(path for room in rooms for path in room.glob("*.py")), program / "pipeline" / "imposing.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall(r'"(impose-[a-z-]+)"', source)) <= set(words)
    for code, entry in words.items():
        stem = code.removeprefix("impose-")
        assert code in source or f'"{stem}"' in source or code.startswith("impose-sheets-")
        filled = [set(_placeholders(f"{entry[tongue]}")) for tongue in ("en", "pl", "cs")]
        assert filled[0] == filled[1] == filled[2]
        assert all(set(entry[tongue]) == {"what", "do"} for tongue in ("en", "pl", "cs"))


def _placeholders(text: str) -> list[str]:
    return [re.split("[:}]", part)[0] for part in text.split("{")[2:] if part[0].isalpha()]


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_diagnostics_have_words_and_values(path: Path) -> None:
    folder = Path(layout.resources.__file__).parent / "messages"
    words = tomllib.loads((folder / "imposition.toml").read_text(encoding="utf-8"))
    for diagnostic in impose(path, Job(press=True, signature=1)).diagnostics:
        for tongue in ("en", "pl", "cs"):
            assert explain(diagnostic, tongue)
        assert words[diagnostic.code]["severity"] == diagnostic.severity.value
