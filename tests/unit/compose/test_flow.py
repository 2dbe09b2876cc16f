"""What is told of pages that could not be broken well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from layout.model.products.handout import Handout
from layout.pipeline.composing import compose_folder
from tests.told import texts

FILLER = "- paragraph: {pl: Krótki akapit., cs: Krátký odstavec.}\n"
Folder = Callable[..., Path]


def test_a_bad_break_is_told_by_its_page_not_its_column(write_folder: Folder) -> None:
    titles = "".join(
        f"- heading: {{pl: Tytuł {n}, cs: Titul {n}, level: {1 if not n else 2}}}\n" for n in range(90)
    )
    handout = Handout(language="pl", columns=2)
    made = compose_folder(write_folder(sections__a_yaml=titles + FILLER), handout=handout)
    pages = [int(texts(found)["page"]) for found in made.diagnostics if found.code == "poor-page-break"]
    assert len(pages) > 2
    assert max(pages) <= len([page for page in made.body.pages if page.items])
