"""Reads a section of one block, for the tests of the families."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from layout.model.blocks.block import Block
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Rejected
from tests.contents import read_content
from tests.unit.source.content_folders import write_content


def read_block(text: str) -> Block:
    """The only block of a section; content is written in the current folder, and may not be warned of."""
    content = read_content(write_content(Path("content"), {"sections/one.yaml": text}))
    assert content.warnings == ()
    (block,) = content.brochure.sections[0].blocks
    return block


def told_of(text: str) -> list[str]:
    """The codes of the mistakes that keep a section of one block from being read."""
    with pytest.raises(Rejected) as refused:
        read_content(write_content(Path("content"), {"sections/one.yaml": text}))
    return [problem.code for problem in refused.value.diagnostics]


def words(pair: Pair[Any] | None) -> tuple[str | None, ...]:
    """The letters of both sides."""
    assert pair is not None
    return tuple(getattr(side, "text", side) for side in pair.sides)
