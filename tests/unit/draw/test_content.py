"""What a page's stream says of its structure: every mark is closed, in tagged text a space ends each word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import pytest

from layout.draw.content import ContentWriter
from layout.draw.embedding import EmbeddedFace
from layout.draw.ink import ScreenInks
from layout.draw.shapes import Resources
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.layout import ARTIFACT, Box, ImageItem, StructNode, TextItem
from layout.model.shapes import Line
from layout.text.paragraph import Typesetter

TAGS = {0: StructNode(tag="P"), 1: StructNode(tag="P")}
WORDS = Prose((Run("most"), Run("owa", RunStyle(strong=True)), Run("rzeka", RunStyle(emphasis=True))))


class Page:
    """A page being written, and the faces its text is set in."""

    def __init__(self, typesetter: Typesetter, tags: Mapping[int, StructNode] | None) -> None:
        self._records = typesetter.faces.records()
        self.faces: dict[str, EmbeddedFace] = {}
        # Text alone asks for no resources.
        self.writer = ContentWriter(
            595.0, ScreenInks(), self.face, no_picture, tags, cast(Resources, None), 0.0
        )

    def face(self, key: str) -> EmbeddedFace:
        return self.faces.setdefault(key, EmbeddedFace(f"S{len(self.faces) + 1}", self._records[key]))

    def write(self, line: Line, *leaves: int) -> list[str]:
        for order, leaf in enumerate(leaves):
            self.writer.write(TextItem(40.0, 50.0 + 12 * order, line, leaf))
        return self.writer.stream().splitlines()


def no_picture(item: ImageItem) -> tuple[str, Box]:
    raise AssertionError(item)


@pytest.fixture(name="line")
def set_line(typesetter: Typesetter) -> Line:
    (line,) = typesetter.set(WORDS, "paragraph", "pl", 165.8).lines
    assert len(line.runs) == 3
    return line


@pytest.mark.parametrize("leaves", [(0,), (ARTIFACT,), (0, 0), (0, 1), (0, ARTIFACT, 1)])
def test_every_mark_is_closed_before_the_next_one_opens(
    typesetter: Typesetter, line: Line, leaves: tuple[int, ...]
) -> None:
    code = Page(typesetter, TAGS).write(line, *leaves)
    marks = [words.rpartition(" ")[2] for words in code if words.endswith(("BDC", "EMC"))]
    count = len(dict.fromkeys(leaves))
    assert marks == ["BDC", "EMC"] * count
    assert code[0].endswith("BDC") and code[-1] == "EMC"


def test_a_page_without_structure_has_no_marks(typesetter: Typesetter, line: Line) -> None:
    code = Page(typesetter, None).write(line, 0, ARTIFACT)
    assert len(code) == 6 and all(words.endswith("ET") for words in code)


def test_the_space_behind_a_word_of_many_styles_stands_at_its_end(typesetter: Typesetter, line: Line) -> None:
    tagged, plain = Page(typesetter, TAGS), Page(typesetter, None)
    shown = [words for words in tagged.write(line, 0) if words.endswith("ET")]
    untagged = plain.write(line, 0)
    space = tagged.face(line.runs[-1].shapes[0].face).word_space()
    assert shown[:-1] == untagged[:-1]
    assert shown[-1] == untagged[-1].replace("]TJ", f"{space}]TJ")
