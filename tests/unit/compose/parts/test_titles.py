"""Titles too wide for their columns get smaller together, then are divided; their last lines are level."""

from __future__ import annotations

import pytest

from layout.compose.desk import Desk
from layout.compose.parts.heads import set_continued
from layout.compose.parts.titles import fit_titles, fits, stand_titles
from layout.model.content.pairs import Pair, ProsePair
from layout.model.content.prose import Prose, Run
from layout.model.records import replace

ROLES = ("opener", "heading1", "heading2", "contents-title", "programme-day", "delegation")


def pair(left: str, right: str) -> ProsePair:
    return Pair(Prose((Run(left),)), Prose((Run(right),)))


def widened(role: str, part: float, desk: Desk) -> str:
    """A word `part` as wide as a column in style `role`, of a kind that no pattern divides."""
    letters = "m"
    while desk.width_of(Prose((Run(letters),)), 0, role) < part * desk.columns[0][1]:
        letters += "m"
    return letters


def narrowed(desk: Desk, **fit: float) -> Desk:
    theme = replace(desk.theme, titles=replace(desk.theme.titles, **fit))
    return replace(desk, theme=theme)


@pytest.mark.parametrize("role", ROLES)
def test_a_title_that_fits_keeps_its_style(desk: Desk, role: str) -> None:
    assert fit_titles([pair("Rzeka", "Řeka")], role, desk) is desk


@pytest.mark.parametrize("role", ["opener", "heading1", "programme-day", "delegation"])
@pytest.mark.parametrize("side", [0, 1])
def test_both_languages_get_smaller_by_the_wider_one(desk: Desk, role: str, side: int) -> None:
    wide = widened(role, 1.1, desk)
    title = pair(wide, "Řeka") if side == 0 else pair("Rzeka", wide)
    fitted = fit_titles([title], role, desk)
    sizes = {
        run.ink.size
        for passage in fitted.set_pair(title, role, "P")
        if passage is not None
        for line in passage.text.lines
        for run in line.runs
    }
    (size,) = sizes
    full = desk.style(role)
    assert size < full.size
    assert (full.size - size) % desk.theme.titles.step == pytest.approx(0, abs=1e-6)
    assert fitted.style(role).leading == pytest.approx(full.leading * size / full.size)


def test_titles_of_one_block_are_alike(desk: Desk) -> None:
    wide = pair(widened("programme-day", 1.1, desk), "den")
    fitted = fit_titles([pair("dzień", "den"), wide], "programme-day", desk)
    assert fits(wide, "programme-day", fitted) and not fits(wide, "programme-day", desk)


LONG = "Ponadregionalnych najneobhospodařovávatelnějšími"


def test_words_are_divided_only_below_the_floor_and_if_the_theme_allows_it(desk: Desk) -> None:
    title = pair("Voda", LONG)
    style = fit_titles([title], "opener", desk).style("opener")
    assert style.hyphenated and style.size == pytest.approx(desk.style("opener").size * 0.64)
    kept = fit_titles([title], "opener", narrowed(desk, hyphenated=False))
    assert not kept.style("opener").hyphenated and not fits(title, "opener", kept)


@pytest.mark.parametrize(("least_size", "size"), [(20.0, 20.0), (30.0, 24.0), (8.0, 15.36)])
def test_no_title_is_smaller_than_the_floor(desk: Desk, least_size: float, size: float) -> None:
    title = pair("m" * 99, "m")
    assert fit_titles([title], "opener", narrowed(desk, least_size=least_size)).style("opener").size == size


def test_the_last_lines_of_both_languages_are_level(desk: Desk) -> None:
    title = pair("Krótko", "Dlouhý název, který má nejméně tři řádky, aby bylo co porovnávat")
    passages = desk.set_pair(title, "heading1", "H1")
    lines, height = stand_titles(passages, desk)
    left = [item for item in lines if item.x < desk.columns[1][0]]
    right = [item for item in lines if item.x >= desk.columns[1][0]]
    assert len(left) < len(right)
    assert left[-1].y == right[-1].y
    assert height == len(right) * desk.style("heading1").leading


@pytest.mark.parametrize(("part", "lines"), [(0.4, 1), (0.87, 2)])
def test_the_programs_own_word_never_makes_a_title_too_wide(desk: Desk, part: float, lines: int) -> None:
    title = pair(widened("delegation", part, desk), "Hosté")
    left, right = set_continued(title, "delegation", desk)
    assert left is not None and right is not None
    assert len(left.text.lines) == lines
    assert left.text.lines[-1].text.endswith("(cd.)")


def test_the_programs_own_word_is_left_out_where_it_is_too_wide(desk: Desk) -> None:
    narrow = replace(desk.theme, page=replace(desk.theme.page, width=desk.theme.page.width * 0.36))
    cramped = replace(desk, theme=narrow)
    assert 0 < cramped.columns[0][1] < 40
    left, right = set_continued(pair("Ty", "Ty"), "delegation", cramped)
    assert left is not None and right is not None
    assert [line.text for line in (*left.text.lines, *right.text.lines)] == ["Ty", "Ty"]
