"""Reads a section of one block, for the tests of the families."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from layout.model.blocks.block import Block
from layout.model.content.pairs import Pair
from tests.contents import read_content
from tests.unit.source.content_folders import write_content


def read_block(text: str) -> Block:
    """The only block of a section; content is written in the current folder, and may not be warned of."""
    content = read_content(write_content(Path("content"), {"sections/one.yaml": text}))
    assert content.warnings == ()
    (block,) = content.brochure.sections[0].blocks
    return block


def words(pair: Pair[Any] | None) -> tuple[str | None, ...]:
    """The letters of both sides."""
    assert pair is not None
    return tuple(getattr(side, "text", side) for side in pair.sides)
