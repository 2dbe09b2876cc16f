"""Handouts read back from their finished files: sizes, breaks, languages, greys and places on the sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from layout.model.diagnostic import Rejected
from layout.model.products.edition import EDITIONS
from layout.model.products.handout import SCHEMES, Form, Handout
from layout.model.products.imposition import A4, Job
from layout.pipeline.composing import compose_folder
from layout.pipeline.product import make_product
from tests.conftest import FOLDER, ROOT
from tests.golden.test_blocks import PICTURE, SECTION
from tests.unit.output.cover_files import boxed, cover_pdf
from tests.unit.output.imposition.imposition_files import read, read_placements, render
from tests.unit.pipeline.products.handouts import (
    NUMBERED,
    Glyph,
    hand,
    letters,
    read_glyphs,
    within,
    write_numbered,
)

Writer = Callable[..., Path]

COVERS = "covers: {front: generated, back: generated}\n"
CZECH, POLISH = set("ěščřžýáíéúůťďňĚŠČŘŽÝÁÍÉÚŮŤĎŇ"), set("ąćęłńśźżĄĆĘŁŃŚŹŻ")
ODD_PAGES = {
    "A6": "{size: A6, inner: 10mm, outer: 10mm, top: 10mm, bottom: 14mm}",
    "DL": "{size: [99mm, 210mm], inner: 9mm, outer: 9mm}",
    "square": "{size: [180mm, 180mm]}",
    "letter": "{size: [215.9mm, 279.4mm], inner: 25mm, outer: 20mm}",
    "A4": "{size: A4, inner: 25mm, outer: 20mm}",
}


@pytest.fixture
def write_blocks(write_folder: Writer) -> Writer:
    """A folder of `section`, with covers and a picture, on the page named."""

    def write(section: str, covers: str = COVERS, theme: str = "two-banks", settings: str = "") -> Path:
        written = FOLDER["brochure.yaml"].replace("theme: two-banks", f"theme: {theme}")
        folder = write_folder(brochure_yaml=written + covers + settings, sections__a_yaml=section)
        (folder / "images").mkdir(exist_ok=True)
        (folder / "images" / "a.svg").write_text(PICTURE, encoding="utf-8")
        return folder

    return write


def place_letters(pdf: bytes) -> dict[int, str]:
    """For each page the letters that stand within its place on the sheet."""
    sides = read_glyphs(pdf)
    places = read_placements(pdf)
    return {page: letters(within(sides[side], trim)) for page, (side, trim, _) in places.items()}


# Larger type on A4


def content_folders() -> list[object]:
    return [pytest.param(name, id=name) for name in ("sample", "blocks")]


@pytest.fixture
def folder(request: pytest.FixtureRequest, write_blocks: Writer) -> Path:
    return ROOT / "content" if request.param == "sample" else write_blocks(SECTION)


@pytest.mark.parametrize("folder", content_folders(), indirect=True)
@pytest.mark.parametrize(("language", "columns"), [(None, 1), ("pl", 1), ("cs", 2)])
def test_a4_is_a4_and_nothing_in_it_is_smaller_than_twelve_points(
    folder: Path, language: str | None, columns: int
) -> None:
    pdf = hand(folder, Handout(Form.A4, language=language, columns=columns)).pdf
    boxes = {tuple(round(float(side), 1) for side in page.mediabox) for page in read(pdf).pages}
    assert boxes == {(0.0, 0.0, 595.3, 841.9)}
    placed = read_placements(pdf)
    assert all(trim == pytest.approx((0, 0, *A4), abs=0.1) for _, trim, _ in placed.values())
    glyphs = [glyph for page in read_glyphs(pdf) for glyph in page]
    assert len(glyphs) > 300
    assert min(glyph.size for glyph in glyphs) >= 11.995


@pytest.mark.parametrize("name", ["letter", "DL", "A3"])
def test_a4_is_so_whatever_the_brochures_size(write_blocks: Writer, name: str) -> None:
    page = {**ODD_PAGES, "A3": "{size: [297mm, 420mm], inner: 30mm, outer: 30mm}"}[name]
    handed = hand(write_blocks(SECTION, theme=f"{{base: two-banks, page: {page}}}"), Handout(Form.A4))
    assert not {code for code in handed.said if code.startswith("impose-scaled")}
    assert min(glyph.size for page in read_glyphs(handed.pdf) for glyph in page) >= 11.995


def test_a4_is_larger_than_the_brochure_in_all_that_is_read(write_blocks: Writer) -> None:
    folder = write_blocks(SECTION)
    small = {glyph.size for page in read_glyphs(hand(folder).pdf) for glyph in page}
    assert min(small) < 9


# The same pages as on the screen


@pytest.mark.parametrize("folder", content_folders(), indirect=True)
@pytest.mark.parametrize("form", [Form.BOOKLET, Form.TWO_UP, Form.PLAIN])
def test_pages_break_as_on_the_screen(folder: Path, form: Form) -> None:
    screen = [letters(page) for page in read_glyphs(make_product(compose_folder(folder), EDITIONS["screen"]))]
    found = place_letters(hand(folder, Handout(form)).pdf)
    assert [found[number] for number in sorted(found)] == screen


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("name", list(ODD_PAGES))
def test_pages_of_any_size_lie_where_their_form_puts_them(
    write_blocks: Writer, form: Form, name: str
) -> None:
    folder = write_blocks(SECTION, theme=f"{{base: two-banks, page: {ODD_PAGES[name]}, "
                          "styles: {cover-title: {size: 20pt, leading: 24pt}}}")  # fmt: skip
    handed = hand(folder, Handout(form))
    layout = handed.composed.body
    sheet = [float(side) for side in read(handed.pdf).pages[0].mediabox[2:]]
    cells = 2 if form in (Form.BOOKLET, Form.TWO_UP) else 1
    room = (max(A4) / 2, min(A4)) if cells == 2 else A4
    assert form is not Form.A4 or (layout.width, layout.height) == A4
    scale = min(1.0, room[0] / layout.width, room[1] / layout.height)
    placed = read_placements(handed.pdf)
    assert sorted(placed) == list(range(1, len(layout.pages) + 3))
    for side, trim, _ in placed.values():
        assert trim[2] - trim[0] == pytest.approx(layout.width * scale, abs=0.1)
        assert trim[3] - trim[1] == pytest.approx(layout.height * scale, abs=0.1)
        assert (trim[1] + trim[3]) / 2 == pytest.approx(sheet[1] / 2, abs=0.1)
        middle = (trim[0] + trim[2]) / 2
        if form is Form.BOOKLET:
            assert min(abs(edge - sheet[0] / 2) for edge in (trim[0], trim[2])) < 0.1
        else:
            middles = [sheet[0] * part for part in ((0.25, 0.75) if cells == 2 else (0.5,))]
            assert min(abs(middle - wanted) for wanted in middles) < 0.1, side
    assert (scale < 1) == bool({"impose-scaled", "impose-scaled-to-margin"} & set(handed.said))


def test_a_brochure_without_covers_starts_on_page_one(write_blocks: Writer) -> None:
    folder = write_blocks(SECTION, covers="")
    for form in Form:
        handed = hand(folder, Handout(form))
        assert sorted(read_placements(handed.pdf)) == list(range(1, len(handed.composed.body.pages) + 1))


def test_a_thick_booklet_is_divided_into_signatures(write_blocks: Writer) -> None:
    blank = "- notes: {ruling: ruled, pages: 18}\n" * 11
    handed = hand(write_blocks(blank), job=Job(scheme=SCHEMES[Form.BOOKLET], signature=7))
    placed = read_placements(handed.pdf)
    assert sorted(placed) == list(range(1, 201))
    sheets = {page: side // 2 for page, (side, _, _) in placed.items()}
    assert len(set(sheets.values())) == 50
    for first in range(1, 201):
        partners = [page for page in sheets if sheets[page] == sheets[first]]
        assert max(partners) - min(partners) < 4 * 7


# One language


def walk(value: object) -> Iterator[int]:
    """Every position of the numbers in some letters."""
    for _, number in NUMBERED.findall(str(value)):
        yield int(number)


@pytest.mark.parametrize("form", [Form.PLAIN, Form.A4])
@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("language", "word"), [("pl", "łąka"), ("cs", "řeka")])
def test_one_language_is_there_in_order_and_the_other_is_not(
    write_blocks: Writer, form: Form, columns: int, language: str, word: str
) -> None:
    section, last = write_numbered()
    handed = hand(write_blocks(section), Handout(form, language=language, columns=columns))
    body = read_glyphs(handed.pdf)[1:-1]
    text = "".join(letters(page) for page in body)
    assert {found for found, _ in NUMBERED.findall(text)} == {word}
    assert not set(text) & (POLISH if language == "cs" else CZECH)
    whole = "".join(letters(running_apart(page, handed.composed.theme.page.bottom)) for page in body)
    assert list(walk(whole)) == list(range(1, last + 1))


def running_apart(glyphs: list[Glyph], foot: float) -> list[Glyph]:
    """What stands above the bottom margin of a page in the middle of its A4 sheet, without running titles."""
    lowest = min((glyph.y for glyph in glyphs), default=0.0)
    return [glyph for glyph in glyphs if glyph.y > lowest + foot / 4]


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize("form", [Form.BOOKLET, Form.A4])
def test_two_columns_are_read_down_the_left_then_down_the_right(
    write_blocks: Writer, form: Form, language: str
) -> None:
    section, _ = write_numbered()
    section = "\n".join([*section.splitlines(), *(f"- paragraph: {{pl: łąka {n}, cs: řeka {n}}}"
                         for n in range(100, 300))]) + "\n"  # fmt: skip
    handed = hand(
        write_blocks(section), Handout(form, language=language, columns=2), Job(scheme=SCHEMES[Form.A4])
    )
    page = handed.composed.theme.page
    glyphs = read_glyphs(handed.pdf)
    order: list[int] = []
    for number, (side, trim, _) in sorted(read_placements(handed.pdf).items()):
        if number in (1, len(glyphs)):
            continue
        left = trim[0] + (page.inner if number % 2 else page.outer)
        bottom = trim[1] + page.bottom
        width = page.column_widths[1]
        right = left + width + page.gutter
        text = [g for g in within(glyphs[side], trim) if g.y > bottom - page.grid / 2]
        columns = ([g for g in text if g.x < right - 4], [g for g in text if g.x >= right - 4])
        for start, column in zip((left, right), columns, strict=True):
            assert all(start - 4 <= g.x <= start + width for g in column), "large figures hang out a little"
            order.extend(walk(letters(sorted(column, key=lambda g: -round(g.y)))))
    assert len(order) > 200
    assert order == sorted(order)


def test_what_only_the_other_language_says_is_left_out(write_blocks: Writer) -> None:
    section = (
        "- paragraph: {only: cs, cs: řeka 001}\n- paragraph: {pl: łąka 002, cs: řeka 002}\n"
        "- list: {items: [{pl: łąka 003, cs: řeka 003}]}\n- paragraph: {only: pl, pl: łąka 004}\n"
    )
    handed = hand(write_blocks(section), Handout(Form.PLAIN, language="pl"))
    assert list(walk("".join(place_letters(handed.pdf).values()))) == [2, 3, 4]


def test_a_glossary_keeps_its_translations(write_blocks: Writer) -> None:
    section = "- glossary: [{pl: łącznik, cs: styčnáosoba}, {pl: żuraw, cs: jeřáb}]\n"
    text = "".join(place_letters(hand(write_blocks(section), Handout(language="pl")).pdf).values())
    for word in ("łącznik", "styčnáosoba", "żuraw", "jeřáb"):
        assert text.count(word) == 1
    assert text.index("łącznik") < text.index("styčnáosoba") < text.index("żuraw")


@pytest.mark.parametrize("covers", [COVERS, ""])
def test_a_language_that_says_nothing_is_refused(write_blocks: Writer, covers: str) -> None:
    folder = write_blocks("- paragraph: {only: cs, cs: řeka 001}\n- page-break:\n", covers=covers)
    with pytest.raises(Rejected) as caught:
        hand(folder, Handout(Form.PLAIN, language="pl"))
    assert [one.code for one in caught.value.diagnostics] == ["handout-silent"]
    assert list(walk("".join(place_letters(hand(folder, Handout(language="cs")).pdf).values()))) == [1]


# Grey and ink


def colours_of(pdf: bytes) -> set[str]:
    """Every operator that sets a colour, and every image's space, on all pages of a file."""
    found: set[str] = set()
    for page in read(pdf).pages:
        found.update(_colours(page.get_contents(), page["/Resources"]))
    return found


def _colours(content: StreamObject | None, resources: PdfObject) -> Iterator[str]:
    text = content.get_data().decode("latin-1") if content is not None else ""
    yield from re.findall(r"(?<=[\d.] )(rg|RG|k|K|g|G)(?=\s)", text)
    yield from re.findall(r"(?:/\S+ (?:cs|CS|sh)|BI)(?=\s)", text)
    assert isinstance(resources, DictionaryObject)
    for entry in resources.get("/XObject", {}).values():
        found = entry.get_object()
        if found["/Subtype"] == "/Image":
            yield str(found["/ColorSpace"])
        else:
            yield from _colours(found, found["/Resources"].get_object())


@pytest.mark.parametrize("form", [Form.BOOKLET, Form.A4])
def test_grey_has_no_colour_in_it(form: Form) -> None:
    assert "rg" in colours_of(hand(ROOT / "content", Handout(form)).pdf)
    assert colours_of(hand(ROOT / "content", Handout(form, grey=True)).pdf) == {"g", "G", "/DeviceGray"}


def grounds(pdf: bytes) -> list[tuple[int, float]]:
    """Of each page's corner on its sheet, the page and its pixel's darkness (0…255)."""
    found = []
    for page, (side, trim, _) in read_placements(pdf).items():
        pixels = render(pdf, side, 1.0, trim)
        found.append((page, 255 - float(pixels[3:9, 3:9].mean())))
    return found


def test_ink_save_drops_full_grounds() -> None:
    inked = dict(grounds(hand(ROOT / "content").pdf))
    saved = dict(grounds(hand(ROOT / "content", Handout(ink_save=True)).pdf))
    assert {page for page, dark in inked.items() if dark > 5} >= {1, 12}
    assert saved[1] == saved[12] == 0
    assert {page: dark for page, dark in saved.items() if page not in (1, 12)} == {
        page: dark for page, dark in inked.items() if page not in (1, 12)
    }


# Covers by a designer

DESIGNED = "covers: {front: {file: covers/a.pdf, alt: {pl: okładka, cs: obálka}}, back: generated}\n"
COLOURED = "1 0 0 rg 40 40 9 9 re f"


@pytest.fixture
def designed(write_blocks: Writer) -> Path:
    folder = write_blocks(SECTION, covers=DESIGNED)
    (folder / "covers").mkdir()
    cover = cover_pdf(boxed(MediaBox=(0, 0, 154, 216), TrimBox=(3, 3, 151, 213)), COLOURED)
    (folder / "covers" / "a.pdf").write_bytes(cover)
    return folder


@pytest.mark.parametrize(
    ("handout", "said", "kept"),
    [
        (Handout(), None, True),
        (Handout(Form.PLAIN, language="pl"), None, True),
        (Handout(Form.TWO_UP, grey=True), "handout-cover-coloured", True),
        (Handout(Form.A4), "handout-cover-drawn", False),
        (Handout(Form.A4, grey=True), "handout-cover-drawn", False),
        (Handout(ink_save=True), "handout-cover-drawn", False),
    ],
)
def test_a_designers_cover_is_printed_where_it_fits(
    designed: Path, handout: Handout, said: str | None, kept: bool
) -> None:
    handed = hand(designed, handout)
    assert [code for code in handed.said if code.startswith("handout-cover")] == ([said] if said else [])
    assert ("DwabrzegiDvabřehy" in place_letters(handed.pdf)[1]) != kept
    content = b"".join(found.get_data() for page in read(handed.pdf).pages for found in forms(page))
    assert (COLOURED.encode() in content) == kept


def _shown(holder: DictionaryObject) -> Iterator[StreamObject]:
    resources = holder["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    for entry in resources.get("/XObject", {}).values():
        yield entry.get_object()


def forms(holder: DictionaryObject) -> Iterator[StreamObject]:
    """Every form that a page, or a form, shows."""
    for found in _shown(holder):
        if str(found["/Subtype"]) == "/Form":
            yield found
            yield from forms(found)


# Files


@pytest.mark.parametrize(
    "handout", [Handout(), Handout(Form.A4, grey=True), Handout(Form.PLAIN, False, True, "cs", 2)]
)
def test_the_same_wishes_give_the_same_bytes(write_blocks: Writer, handout: Handout) -> None:
    folder = write_blocks(SECTION)
    assert hand(folder, handout).pdf == hand(folder, handout).pdf


def test_a_handout_has_bookmarks_and_no_links(write_blocks: Writer) -> None:
    pdf = hand(write_blocks(SECTION)).pdf
    reader = read(pdf)
    assert reader.outline
    assert not any(page.get("/Annots") for page in reader.pages)
