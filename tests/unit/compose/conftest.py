"""A desk as the pipeline lays it, for blocks that are composed by themselves."""

from __future__ import annotations

import pytest

from layout.compose.desk import Desk, Picture
from layout.lang.hyphenation.divide import Hyphenator
from layout.model.content.looks import PageChoice
from layout.model.theme import Theme
from layout.text.faces import Faces
from layout.text.paragraph import Typesetter
from tests.unit.compose.programmes import LANGUAGES


def no_picture(path: str, choice: PageChoice) -> Picture:
    raise AssertionError(path)


@pytest.fixture(scope="module")
def desk(faces: Faces, theme: Theme) -> Desk:
    hyphenators = {language: Hyphenator(language) for language in LANGUAGES}
    typesetter = Typesetter(faces, theme, hyphenators, lambda problem: pytest.fail(str(problem)))
    return Desk(typesetter=typesetter, theme=theme, languages=("pl", "cs"), load=no_picture)
