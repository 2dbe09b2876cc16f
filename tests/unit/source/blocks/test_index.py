"""An index as content says it."""

from __future__ import annotations

from pathlib import Path

from layout.model.blocks.index import Index
from tests.contents import read_content
from tests.unit.source.blocks.one_block import told_of, words
from tests.unit.source.content_folders import write_content

MARKED = "- paragraph: {pl: '[a]{index}', cs: b}\n"


def test_an_index_with_and_without_a_title() -> None:
    section = MARKED + "- index: {title: {pl: Skorowidz, cs: Rejstřík}}\n- index: {}\n"
    content = read_content(write_content(Path("content"), {"sections/one.yaml": section}))
    _, titled, bare = content.brochure.sections[0].blocks
    assert isinstance(titled, Index) and isinstance(bare, Index)
    assert words(titled.title) == ("Skorowidz", "Rejstřík") and bare.title is None
    assert titled.entries.sides == ((), ())


def test_other_keys_are_mistakes() -> None:
    assert told_of(MARKED + "- index: {titel: {pl: a, cs: b}}\n") == ["misspelt-key"]
    assert told_of(MARKED + "- index:\n") == ["expected-mapping"]
