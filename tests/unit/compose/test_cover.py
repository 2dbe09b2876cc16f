"""The front cover: its title keeps clear of edge, artwork and publisher, or is refused where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.compose.cover import SIZES
from layout.model.diagnostic import Rejected
from layout.model.layout import TextItem
from layout.model.products.handout import Form, Handout
from layout.model.theme import Theme
from layout.pipeline.composing import Composed, compose_folder
from tests.conftest import FOLDER

LONG = "{pl: Z wizytą w Jesioniku i Głuchołazach, cs: Na návštěvě v Jeseníku a v Hlucholazech}"
Writer = Callable[..., Path]


def compose(write: Writer, title: str, handout: Handout | None = None) -> Composed:
    text = FOLDER["brochure.yaml"].replace("title: {pl: Dwa brzegi, cs: Dva břehy}", f"title: {title}")
    text += "covers: {front: generated, back: generated}\n"
    return compose_folder(write(brochure_yaml=text), handout=handout)


def title_lines(made: Composed) -> list[TextItem]:
    """The title's lines: all but those of the publisher."""
    front = made.covers[0]
    assert front is not None
    lines = [item for item in front.pages[0].items if isinstance(item, TextItem)]
    return [item for item in lines if "Aglomer" not in item.line.text]


def size_of(item: TextItem) -> float:
    return max(run.ink.size for run in item.line.runs)


def test_a_short_title_has_the_themes_size(write_folder: Writer) -> None:
    made = compose(write_folder, "{pl: Dwa brzegi, cs: Dva břehy}")
    assert {size_of(line) for line in title_lines(made)} == {Theme().styles["cover-title"].size}


def test_a_long_title_is_smaller_and_ends_above_the_foot(write_folder: Writer) -> None:
    made = compose(write_folder, LONG)
    lines, cover = title_lines(made), Theme().cover
    assert lines[-1].y <= cover.title_foot
    assert size_of(lines[0]) / Theme().styles["cover-title"].size in [pytest.approx(s) for s in SIZES[1:]]
    assert all(item.line.x + item.line.width <= cover.title_width + 1e-6 for item in lines)


@pytest.mark.parametrize("language", ["pl", "cs"])
@pytest.mark.parametrize("form", [Form.BOOKLET, Form.A4])
def test_a_long_title_fits_the_handout_in_one_language(
    write_folder: Writer, language: str, form: Form
) -> None:
    assert title_lines(compose(write_folder, LONG, Handout(form, language=language)))


@pytest.mark.parametrize("title", ["{pl: " + "długi " * 80 + ", cs: b}", "{pl: " + "ś" * 60 + ", cs: b}"])
def test_a_title_that_no_size_helps_is_refused_where_it_stands(write_folder: Writer, title: str) -> None:
    with pytest.raises(Rejected) as caught:
        compose(write_folder, title)
    (said,) = caught.value.diagnostics
    assert (said.code, said.where.line) == ("cover-title-long", 1)
    assert said.where.file.endswith("brochure.yaml")
