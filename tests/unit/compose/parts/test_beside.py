"""Pictures in one column beside the text of the other language, or beside each other; holes are not left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.model.layout import ARTIFACT, DrawingItem, LayoutPage, TextItem
from layout.model.theme import Theme
from layout.pipeline.composing import compose_folder
from tests.golden.test_blocks import PICTURE

PAGE = Theme().page
SHORT = "- paragraph: {pl: Krótko., cs: Krátce.}\n"
Pages = Callable[..., tuple[LayoutPage, ...]]


@pytest.fixture
def pages(write_folder: Callable[..., Path]) -> Pages:
    """The pages of a section that may show the picture."""

    def compose(section: str) -> tuple[LayoutPage, ...]:
        folder = write_folder(sections__a_yaml=section, images__a_svg=PICTURE)
        (folder / "images" / "a_svg").rename(folder / "images" / "a.svg")
        return compose_folder(folder).body.pages

    return compose


def text(**lines: int) -> str:
    """A paragraph that takes about so many lines in each language; in one alone if the other is not named."""
    sides = {language: "slovo slova slovem " * (2 * count) for language, count in lines.items()}
    only = f"    only: {next(iter(lines))}\n" if len(lines) == 1 else ""
    return f"- paragraph:\n{only}" + "".join(f"    {side}: {words}\n" for side, words in sides.items())


def figure(place: str, height: int = 84, caption: str = "podpis") -> str:
    return (
        f"- figure: {{file: images/a.svg, place: {place}, height: {height}pt, decorative: true,"
        f" caption: {{pl: {caption} pl, cs: {caption} cs}}}}\n"
    )


def drawn(page: LayoutPage) -> list[DrawingItem]:
    return [item for item in page.items if isinstance(item, DrawingItem)]


def words(page: LayoutPage) -> list[TextItem]:
    return [item for item in page.items if isinstance(item, TextItem) and item.leaf != ARTIFACT]


def column(page: LayoutPage, side: int) -> tuple[float, float]:
    """Where a column starts and ends."""
    left, right = PAGE.column_widths
    start = PAGE.left_edge(page.number) + (left + PAGE.gutter if side else 0.0)
    return start, start + (right if side else left)


def beside(page: LayoutPage, picture: DrawingItem, side: int) -> list[TextItem]:
    """Lines of the other column that are level with a picture in column `side`."""
    assert picture.clip is not None
    start, end = column(page, 1 - side)
    top, foot = picture.clip.y, picture.clip.y + picture.clip.height
    return [item for item in words(page) if start - 1 <= item.x < end and top < item.y <= foot + 1]


def overlaps(page: LayoutPage) -> list[str]:
    """Lines that stand on a picture."""
    boxes = [item.clip for item in drawn(page) if item.clip is not None]
    return [
        item.line.text
        for item in words(page)
        for box in boxes
        if box.x - 1 <= item.x < box.x + box.width and box.y + 3 < item.y < box.y + box.height
    ]


@pytest.mark.parametrize(("place", "side", "spoken"), [("left", 0, "cs"), ("right", 1, "pl")])
@pytest.mark.parametrize("lines", [7, 12, 30])
def test_text_of_one_language_stands_beside_a_picture_in_the_other_column(
    pages: Pages, place: str, side: int, spoken: str, lines: int
) -> None:
    (page,) = pages(SHORT + text(**{spoken: lines}) + figure(place) + SHORT)
    (picture,) = drawn(page)
    assert len(beside(page, picture, side)) >= 6
    assert not overlaps(page)


@pytest.mark.parametrize(("place", "side", "lines"), [("left", 0, (3, 14)), ("right", 1, (14, 3))])
def test_it_stands_below_the_shorter_text_of_a_pair(
    pages: Pages, place: str, side: int, lines: tuple[int, int]
) -> None:
    (page,) = pages(SHORT + text(pl=lines[0], cs=lines[1]) + figure(place) + SHORT)
    (picture,) = drawn(page)
    assert len(beside(page, picture, side)) >= 6
    assert not overlaps(page)


def test_its_captions_keep_to_it(pages: Pages) -> None:
    (page,) = pages(SHORT + text(cs=14) + figure("left") + SHORT)
    (picture,) = drawn(page)
    assert picture.clip is not None
    foot = picture.clip.y + picture.clip.height
    captions = [item for item in words(page) if item.line.text.startswith("podpis")]
    assert [round(item.y - foot) for item in captions] == [12, 24]
    assert {item.x for item in captions} == {column(page, 0)[0]}


@pytest.mark.parametrize("lines", [(9, 9), (9, 8), (8, 9)])
def test_between_pairs_of_equal_length_captions_stand_opposite(pages: Pages, lines: tuple[int, int]) -> None:
    (page,) = pages(text(pl=lines[0], cs=lines[1]) + figure("left") + SHORT)
    captions = [item for item in words(page) if item.line.text.startswith("podpis")]
    assert {item.x for item in captions} == {column(page, 1)[0]}
    assert not overlaps(page)


@pytest.mark.parametrize("order", [("left", "right"), ("right", "left")])
def test_a_left_and_a_right_picture_stand_beside_each_other(pages: Pages, order: tuple[str, str]) -> None:
    (page,) = pages(SHORT + figure(order[0], 84, "jeden") + figure(order[1], 96, "dva") + SHORT)
    first, second = drawn(page)
    assert first.clip is not None and second.clip is not None
    assert first.clip.y == second.clip.y
    sides = [0 if place == "left" else 1 for place in order]
    assert [item.clip.x for item in (first, second) if item.clip] == [column(page, side)[0] for side in sides]
    for name, side, picture in (("jeden", sides[0], first), ("dva", sides[1], second)):
        captions = [item for item in words(page) if item.line.text.startswith(name)]
        assert len(captions) == 2 and {item.x for item in captions} == {column(page, side)[0]}
        assert picture.clip is not None
        assert captions[0].y > picture.clip.y + picture.clip.height


def test_two_pictures_in_one_column_stand_below_each_other(pages: Pages) -> None:
    (page,) = pages(SHORT + figure("left") + figure("left") + SHORT)
    first, second = drawn(page)
    assert first.clip is not None and second.clip is not None and second.clip.y > first.clip.y


@pytest.mark.parametrize("above", range(18, 32))
def test_a_page_that_has_the_picture_has_the_lines_beside_it(pages: Pages, above: int) -> None:
    made = pages(text(pl=above, cs=above) + text(cs=16) + figure("left") + text(pl=9, cs=9))
    (page,) = (page for page in made if drawn(page))
    (picture,) = drawn(page)
    assert picture.clip is not None and picture.clip.y >= PAGE.top
    assert len(beside(page, picture, 0)) >= 6
    assert all(not overlaps(one) for one in made)
    assert all(item.y < PAGE.height - PAGE.bottom + 1 for one in made for item in words(one))


@pytest.mark.parametrize(("place", "side", "spoken"), [("left", 0, "cs"), ("right", 1, "pl")])
@pytest.mark.parametrize("lines", [2, 5, 12, 30])
def test_text_of_one_language_that_follows_a_picture_rises_beside_it(
    pages: Pages, place: str, side: int, spoken: str, lines: int
) -> None:
    (page,) = pages(SHORT + figure(place) + text(**{spoken: lines}) + SHORT)
    (picture,) = drawn(page)
    assert picture.clip is not None
    there = beside(page, picture, side)
    assert len(there) >= min(lines, 6)
    assert min(item.y for item in there) - picture.clip.y < 12, (
        "its first line is level with the picture's top"
    )
    captions = [item for item in words(page) if item.line.text.startswith("podpis")]
    assert {item.x for item in captions} == {column(page, side)[0]}
    assert not overlaps(page)


@pytest.mark.parametrize(
    "following",
    [
        "- heading: {only: cs, cs: Nadpis, level: 1}\n" + text(cs=3),
        text(cs=2) + text(cs=2),
        "- list: {only: cs, items: [{cs: jedna}, {cs: dvě}, {cs: tři}]}\n",
        "- quote: {only: cs, cs: Řeka spojuje břehy.}\n",
    ],
    ids=["heading", "paragraphs", "list", "quote"],
)
def test_all_blocks_of_one_language_rise_beside_it(pages: Pages, following: str) -> None:
    (page,) = pages(SHORT + figure("left", 120) + following + SHORT)
    (picture,) = drawn(page)
    own = [item for item in words(page) if item.x >= column(page, 1)[0] - 15][1:-1]
    assert set(map(id, own)) <= set(map(id, beside(page, picture, 0)))
    assert not overlaps(page)
    last = [item for item in words(page) if item.line.text.startswith("Krát")]
    assert max(item.y for item in last) > max(item.y for item in own), "what both say comes after it"


def test_a_pair_after_a_picture_stays_below_it(pages: Pages) -> None:
    (page,) = pages(SHORT + figure("left") + text(pl=4, cs=4))
    (picture,) = drawn(page)
    assert [item.line.text for item in beside(page, picture, 0)] == ["podpis pl", "podpis cs"]


@pytest.mark.parametrize("above", range(22, 36))
def test_a_page_that_has_the_picture_has_the_lines_that_rise_beside_it(pages: Pages, above: int) -> None:
    made = pages(text(pl=above, cs=above) + figure("left") + text(cs=16) + text(pl=9, cs=9))
    (page,) = (page for page in made if drawn(page))
    (picture,) = drawn(page)
    there = beside(page, picture, 0)
    assert len(there) in (0, 7) or len(there) > 5, "all of them, or the text starts on the next page"
    assert all(not overlaps(one) for one in made)
    assert all(item.y < PAGE.height - PAGE.bottom + 1 for one in made for item in words(one))
