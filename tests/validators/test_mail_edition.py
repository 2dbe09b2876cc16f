"""The mail edition of many kinds of content passes both outside judges, and the project's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from bench.corpus import write_corpus
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import compose_folder
from layout.pipeline.posting.cover_lines import personalise
from layout.pipeline.product import make_product
from layout.preflight import PROFILES, Verdict, preflight
from layout.source.import_text.import_folder import import_text
from layout.source.recipients.recipients import read_recipients
from tests.conftest import FOLDER, ROOT
from tests.golden.test_blocks import PICTURE, SECTION
from tests.unit.compose.programmes import write_programme
from tests.unit.output.cover_files import BLED, cover_pdf
from tests.validators.validators import Result, page_validation, verapdf

PAGES_OF_PROSE = 40
LEAST_PAGES = 500
LONG_TEXT = 142
"""A5 pages of prose that fill as many as `LEAST_PAGES` of A6 in larger type: quick to set and to judge."""
SMALL_PAGES = (
    ("size: A5, inner: 13mm, outer: 11mm, gutter: 5mm", "size: A6, inner: 9mm, outer: 8mm, gutter: 4mm"),
    ("size: 9pt, leading: 12pt", "size: 12pt, leading: 15pt"),
)
COVERED = ("content", "rgb-cover", "cmyk-cover")
READERS = "e-mail;nazwa;język\nanna@example.org;Anna Żak;polski\njiri@example.com;Jiří Řehoř;čeština\n"
HEADED = ("contents", "heading2", "page-break")
"""Blocks that make sense after a heading only."""
RGB_COVER = "0.2 0.4 0.7 rg 0 0 500 700 re f 1 0 0 rg 100 100 50 50 re f"
CMYK_COVER = "0.9 0.4 0 0.1 k 0 0 500 700 re f 0 0 0 1 k 100 100 50 50 re f"
LANGUAGES = "\nreading-order: languages\n"
COVERS = """
covers:
  front: {file: covers/front.pdf, alt: {pl: Rzeka, cs: Řeka}}
  back: {file: covers/front.pdf, alt: {pl: Rzeka z tyłu, cs: Řeka zezadu}}
"""


def write(folder: Path, section: str, more: str = "") -> Path:
    """A content folder of one section, with a picture for whatever names it."""
    for name, text in {
        "brochure.yaml": FOLDER["brochure.yaml"] + more,
        "sections/a.yaml": section,
        "images/a.svg": PICTURE,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def blocks_alone() -> Iterator[tuple[str, str]]:
    """Each block of the golden section by its name, alone in a section."""
    first, *_ = blocks = yaml.safe_load(SECTION)
    for block in blocks:
        (kind,) = block
        level = block[kind].get("level", 1) if kind == "heading" else 1
        name = f"heading{level}" if level > 1 else kind
        section = [first, block] if name in HEADED else [block]
        yield f"{name}-{blocks.index(block)}", yaml.safe_dump(section, allow_unicode=True)


def write_long(folder: Path) -> Path:
    """A content folder whose text fills five hundred small pages."""
    write_corpus(folder, LONG_TEXT)
    brochure = folder / "brochure.yaml"
    text = brochure.read_text(encoding="utf-8")
    for old, new in SMALL_PAGES:
        assert old in text
        text = text.replace(old, new)
    brochure.write_text(text, encoding="utf-8")
    return folder


def write_noted(count: int) -> str:
    """A section with footnotes, side notes, page numbers and an index over several pages."""
    paragraphs = (
        f"""- paragraph:
    pl: "Do [Opola]{{index=Opole}} {number}^[Nota *{number}*, [adres](https://a.org).], s. {{page=end}}."
    cs: "Do [Opole]{{index=Opolí}} {number}^[Bod *{number}*, [adresa](https://a.org).], s. {{page=end}}."
    side-note: {{pl: "obok^[Dopisek do uwagi.]", cs: "vedle^[Dodatek k poznámce.]"}}
"""
        for number in range(count)
    )
    start = "- heading: {pl: Początek, cs: Začátek}\n"
    end = "- heading: {pl: Koniec, cs: Konec, id: end}\n- index: {title: {pl: Skorowidz, cs: Rejstřík}}\n"
    return start + "".join(paragraphs) + end


def write_contents(folder: Path) -> Iterator[Path]:
    """Every content folder to be judged."""
    yield ROOT / "content"
    supplied = ROOT / "tests/fixtures/wspolpraca-spoluprace.txt"
    import_text([supplied], folder / "import", False, datetime.date(2026, 3, 1))
    yield folder / "import"
    write_corpus(folder / "prose", PAGES_OF_PROSE)
    yield folder / "prose"
    yield write_long(folder / "long")
    yield write(folder / "languages", SECTION, LANGUAGES)
    for name, content in (("rgb-cover", RGB_COVER), ("cmyk-cover", CMYK_COVER)):
        covered = write(folder / name, SECTION, COVERS)
        (covered / "covers").mkdir()
        (covered / "covers/front.pdf").write_bytes(cover_pdf(BLED, content))
        yield covered
    yield write(folder / "notes", write_noted(30))
    yield write(folder / "programme", write_programme(3, 20))
    for name, section in blocks_alone():
        yield write(folder / "blocks" / name, section)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The mail edition of every content folder, by the folder's name."""
    folder = tmp_path_factory.mktemp("mail")
    (folder / "list.csv").write_text(READERS, encoding="utf-8")
    listed = read_recipients(folder / "list.csv")
    made = {}
    for content in write_contents(folder):
        composed = compose_folder(content)
        pdf = make_product(composed, EDITIONS["mail"])
        made[content.name] = folder / f"{content.name}.pdf"
        made[content.name].write_bytes(pdf)
        if content.name in COVERED:
            readers, own = personalise(composed, pdf, listed)
            for reader in readers.recipients:
                name = f"{content.name}-for-{reader.language}"
                made[name] = folder / f"{name}.pdf"
                made[name].write_bytes(own(reader))
    return made


@pytest.mark.parametrize("gate", [verapdf, page_validation])
def test_every_mail_edition_is_pdf_ua_1_and_pdf_a_2a(built: dict[str, Path], gate: object) -> None:
    assert callable(gate)
    said: dict[Path, Result] = gate(built.values())
    failed = {name: str(said[path]) for name, path in built.items() if not said[path].passed}
    assert not failed
    blocks = SECTION.count("\n- ") + 1
    assert len(built) == 9 + 2 * len(COVERED) + blocks
    assert len(PdfReader(built["long"]).pages) >= LEAST_PAGES


def test_the_own_judge_passes_every_mail_edition(built: dict[str, Path]) -> None:
    for name, path in built.items():
        report = preflight(path, PROFILES["mail"])
        assert report.verdict in (Verdict.PASSED, Verdict.WARNED), (name, report)
