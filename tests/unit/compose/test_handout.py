"""What a handout makes of a brochure and its theme, and how pages of one language are furnished."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.desk import Desk, Picture
from layout.compose.furniture import furnish
from layout.compose.handouts.handout import adapt
from layout.compose.handouts.one_language import keep_language
from layout.compose.handouts.reflow import LEAST_SIZE, reflow
from layout.lang.hyphenation.divide import Hyphenator
from layout.model.blocks.headings import Heading, PageBreak
from layout.model.blocks.pictures import Figure, Placement
from layout.model.content.brochure import Brochure
from layout.model.diagnostic import Diagnostic
from layout.model.layout import DrawingItem, LayoutPage, TextItem
from layout.model.products.handout import Form, Handout
from layout.model.products.imposition import A4
from layout.model.records import replace
from layout.model.theme import Page, Theme
from layout.model.units import mm
from layout.pipeline.composing import compose_folder
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.conftest import FOLDER
from tests.golden.test_blocks import PICTURE, SECTION

Writer = Callable[..., Path]

ONE, TWO = Handout(language="cs"), Handout(language="cs", columns=2)
NARROW = Page(width=mm(105), height=mm(148), inner=mm(10), outer=mm(9))


@pytest.fixture
def write_blocks(write_folder: Writer) -> Writer:
    def write(section: str = SECTION) -> Path:
        folder = write_folder(sections__a_yaml=section)
        (folder / "images").mkdir(exist_ok=True)
        (folder / "images" / "a.svg").write_text(PICTURE, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def brochure(write_blocks: Writer) -> Brochure:
    section = SECTION + "- figure: {file: images/a.svg, place: bleed, height: 48pt, decorative: true}\n"
    return compose_folder(write_blocks(section)).brochure


def blocks(brochure: Brochure, kind: type) -> list[object]:
    return [block for section in brochure.sections for block in section.blocks if isinstance(block, kind)]


# Themes


def test_nothing_asked_changes_nothing(theme: Theme) -> None:
    assert reflow(theme, Handout()) == reflow(theme, Handout(Form.TWO_UP, grey=True)) == theme


@pytest.mark.parametrize("size", [(105, 148), (99, 210), (148, 210), (210, 148), (216, 279), (297, 420)])
@pytest.mark.parametrize(("body", "leading"), [(6.0, 8.0), (9.2, 12.0), (14.0, 18.0)])
def test_a4_keeps_its_promises_for_every_page(
    theme: Theme, size: tuple[float, float], body: float, leading: float
) -> None:
    page = replace(theme.page, width=mm(size[0]), height=mm(size[1]), grid=leading)
    styles = {**theme.styles, "paragraph": replace(theme.styles["paragraph"], size=body, leading=leading)}
    found = reflow(replace(theme, page=page, styles=styles), Handout(Form.A4))
    assert (found.page.width, found.page.height) == A4
    assert min(style.size for style in found.styles.values()) >= LEAST_SIZE
    assert found.styles["paragraph"].size >= body
    assert found.page.grid == pytest.approx(round(found.page.grid)), "whole points"
    assert found.styles["paragraph"].leading == pytest.approx(found.page.grid)
    for role, style in found.styles.items():
        assert style.leading >= min(1.2, styles[role].leading / styles[role].size) * style.size - 1e-9, role


def test_one_column_has_the_river_in_its_margin(theme: Theme) -> None:
    page = reflow(theme, ONE).page
    assert page.column_widths[0] == 0
    assert page.flows == 1
    assert page.measure == pytest.approx(page.width - page.inner - page.outer - page.hang)
    assert page.hang * 2 == page.gutter


def test_the_cover_keeps_its_type_in_one_wide_column(theme: Theme) -> None:
    found = reflow(theme, ONE).styles
    covers = [role for role in theme.styles if role.startswith("cover-")]
    assert covers and all(found[role] == theme.styles[role] for role in covers)
    assert found["paragraph"].size > theme.styles["paragraph"].size


def test_two_columns_are_alike_and_fill_the_page(theme: Theme) -> None:
    page = reflow(theme, TWO).page
    wide = page.width - page.inner - page.outer
    assert page.flows == 2
    assert page.measure == pytest.approx((wide - page.gutter) / 2)
    assert page.text_width * 2 - page.hang == pytest.approx(wide)
    assert reflow(theme, TWO).styles == theme.styles


def test_ink_save_changes_the_cover_alone(theme: Theme) -> None:
    saved = reflow(theme, Handout(ink_save=True))
    assert saved.colour(saved.cover.ground) == theme.colours["paper"]
    assert replace(saved, cover=theme.cover) == theme


# Brochures


def test_page_breaks_are_kept_in_one_language_where_they_may_be(brochure: Brochure, theme: Theme) -> None:
    for handout, may in ((Handout(Form.A4), False), (ONE, True), (TWO, True)):
        (found,) = blocks(adapt(brochure, theme, handout)[0], PageBreak)
        assert found.may is may  # type: ignore[attr-defined]


def test_in_two_columns_nothing_is_wider_than_one(brochure: Brochure, theme: Theme) -> None:
    found = adapt(brochure, theme, TWO)[0]
    assert not any(heading.opener for heading in blocks(found, Heading))  # type: ignore[attr-defined]
    assert {figure.placement for figure in blocks(found, Figure)} == {Placement.BOTH}  # type: ignore[attr-defined]
    kept = adapt(brochure, theme, ONE)[0]
    assert any(heading.opener for heading in blocks(kept, Heading))  # type: ignore[attr-defined]
    assert Placement.BLEED in {figure.placement for figure in blocks(kept, Figure)}  # type: ignore[attr-defined]


def test_pictures_grow_with_their_columns(brochure: Brochure, theme: Theme) -> None:
    found, reset, _ = adapt(brochure, theme, Handout(Form.A4))
    for figure, before in zip(blocks(found, Figure), blocks(brochure, Figure), strict=True):
        taller = figure.height / before.height  # type: ignore[attr-defined]
        assert taller == pytest.approx(reset.page.measure / theme.page.measure)


def test_only_booklets_are_filled_up_to_whole_sheets(brochure: Brochure, theme: Theme) -> None:
    wanted = replace(brochure, page_multiple=4)
    for form in Form:
        found = adapt(wanted, theme, Handout(form, ink_save=True))[0]
        assert found.page_multiple == (4 if form is Form.BOOKLET else 1)


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_each_language_is_the_brochures_side(brochure: Brochure, language: str) -> None:
    kept = keep_language(brochure, language)
    side = brochure.languages.index(language)
    assert kept.languages == (language, language)
    assert kept.title.left == kept.title.right == brochure.title.sides[side]
    there = [heading.text.sides[side] for heading in blocks(brochure, Heading)]  # type: ignore[attr-defined]
    assert [heading.text.sides for heading in blocks(kept, Heading)] == [  # type: ignore[attr-defined]
        (None, words) for words in there
    ]


@pytest.mark.parametrize("language", ["pl", "cs"])
def test_what_needs_both_languages_is_left_out_of_one(write_blocks: Writer, language: str) -> None:
    section = "- heading: {pl: a, cs: b}\n" + "".join(
        f"- {kind}: {{only: both, {said}}}\n"
        for kind, said in (
            ("heading", "level: 2, pl: c, cs: d"),
            ("lead", "pl: c, cs: d"),
            ("paragraph", "pl: c, cs: d"),
            ("quote", "pl: c, cs: d, attribution: {pl: e, cs: f}"),
            ("list", "items: [{pl: c, cs: d}]"),
        )
    )
    brochure = compose_folder(write_blocks(section)).brochure
    assert len(brochure.sections[0].blocks) == 6
    (heading,) = keep_language(brochure, language).sections[0].blocks
    assert isinstance(heading, Heading) and heading.text.right is not None
    assert heading.text.right.text == {"pl": "a", "cs": "b"}[language]


def test_keeping_a_language_twice_changes_no_more(brochure: Brochure) -> None:
    once = keep_language(brochure, "pl")
    assert keep_language(replace(once, languages=("cs", "pl")), "pl").sections == once.sections


# Pages


@pytest.mark.parametrize("page", [Page(), NARROW], ids=["A5", "A6"])
@pytest.mark.parametrize("form", [Form.PLAIN, Form.A4])
@pytest.mark.parametrize("number", [2, 3, 10, 111])
def test_the_folio_keeps_clear_of_an_openers_river(
    theme: Theme, faces: Faces, page: Page, form: Form, number: int
) -> None:
    wide = reflow(replace(theme, page=page), Handout(form, language="cs"))
    found: list[Diagnostic] = []
    typesetter = Typesetter(faces, wide, {"cs": Hyphenator("cs")}, found.append)
    desk = Desk(typesetter=typesetter, theme=wide, languages=("cs", "cs"), load=no_picture)
    items = tuple(furnish(number, ("", "Řeka"), True, desk))
    (river,) = (item for item in items if isinstance(item, DrawingItem))
    (folio,) = (item for item in items if isinstance(item, TextItem))
    middle = river.box.x + river.box.width / 2
    reach = 0.12 * river.box.width + 1
    left, right = folio.x + folio.line.x, folio.x + folio.line.x + folio.line.width
    assert right < middle - reach or left > middle + reach
    assert left > 0 and right < wide.page.width


def no_picture(file: str) -> Picture:
    raise FileNotFoundError(file)


def texts(page: LayoutPage) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem)]


@pytest.mark.parametrize("handout", [ONE, TWO, replace(ONE, form=Form.A4), replace(TWO, form=Form.A4)])
@pytest.mark.parametrize("page", ["A5", "A6"])
def test_all_words_keep_to_their_measure(write_folder: Writer, handout: Handout, page: str) -> None:
    settings = FOLDER["brochure.yaml"].replace("theme: two-banks", f"theme: {{page: {{size: {page}}}}}")
    folder = write_folder(brochure_yaml=settings, sections__a_yaml=SECTION)
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "a.svg").write_text(PICTURE, encoding="utf-8")
    composed = compose_folder(folder, handout=handout)
    kept = composed.theme.page
    for leaf in composed.body.pages:
        margin = kept.inner if leaf.number % 2 else kept.outer
        start = margin + (kept.hang if kept.flows == 1 else 0.0)
        last = start + kept.measure + (kept.flows - 1) * kept.text_width
        foot = kept.top + kept.lines * kept.grid
        for item in texts(leaf):
            if item.y <= foot:
                assert item.x + item.line.x >= start - 0.12 * item.line.runs[0].ink.size - 0.01
                assert item.x + item.line.x + item.line.width <= last + 4


def test_a_cover_is_as_wide_as_in_the_brochure(write_folder: Writer) -> None:
    long = FOLDER["brochure.yaml"].replace("Dwa brzegi", "Nasze cztery brzegi jednej wspólnej rzeki")
    folder = write_folder(brochure_yaml=long + "covers: {front: generated}\n")
    lines = []
    for handout in (None, Handout(Form.PLAIN, language="pl", columns=2)):
        front = compose_folder(folder, handout=handout).covers[0]
        assert front is not None
        polish = [item.line.text for item in texts(front.pages[0])]
        lines.append(polish[: polish.index("Aglomeracja") if handout else 4])
    both, alone = lines
    assert 1 < len(alone) <= 4
    assert both[: len(alone)] == alone


@pytest.mark.parametrize("handout", [None, ONE, TWO, Handout(Form.A4)])
@pytest.mark.parametrize("place", ["left", "both"])
def test_a_drawing_is_never_cut_at_its_sides(
    write_blocks: Writer, handout: Handout | None, place: str
) -> None:
    figure = f"- figure: {{file: images/a.svg, place: {place}, decorative: true}}\n"
    folder = write_blocks(figure)
    wide = PICTURE.replace('height="20mm"', 'height="7.77mm"')
    (folder / "images" / "a.svg").write_text(wide, encoding="utf-8")
    (page,) = compose_folder(folder, handout=handout).body.pages
    (seen,) = [(item.box, item.clip) for item in page.items if isinstance(item, DrawingItem)]
    whole, clip = seen
    assert clip is not None
    assert whole.width == pytest.approx(clip.width)
    assert clip.height <= whole.height + 1e-6
