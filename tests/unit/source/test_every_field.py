"""No field of a block answers a list or a mapping in the place of a word with anything but an explanation."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.model.diagnostic import Diagnostic
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.blocks.block import BLOCKS, read_blocks
from layout.source.nodes.parsing import compose_nodes
from layout.source.nodes.reading import Reading, Refused
from tests.unit.source.content_folders import write_content
from tests.unit.source.test_content_guide import EXAMPLES, files_of

SECTIONS = [text for kind, text in EXAMPLES if kind == "section"]
ODD = ([], {}, ["9"], {"a": "b"}, [["9"], {"a": "b"}])


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each value stands, from the outermost to the single words."""
    if path:
        yield path
    for key, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from paths_of(inner, (*path, key))


def replaced(blocks: Any, path: tuple[Any, ...], odd: Any) -> str:
    whole = deepcopy(blocks)
    holder = whole
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = odd
    return yaml.safe_dump(whole, allow_unicode=True)


def mistakes_of(text: str, folder: Path) -> list[Diagnostic]:
    reading = Reading(folder=folder, file="one.yaml", text=text)
    node = compose_nodes(text, "one.yaml")
    assert node is not None
    try:
        read_blocks(node, reading)
    except Refused:
        assert reading.mistakes
    return reading.mistakes


def test_the_examples_show_every_block() -> None:
    shown = {kind for text in SECTIONS for block in yaml.load(text, yaml.BaseLoader) for kind in block}
    assert shown >= set(BLOCKS)


@pytest.mark.parametrize("text", SECTIONS, ids=[text.split(":")[0][:20] for text in SECTIONS])
def test_a_value_of_another_kind_is_explained(text: str, tmp_path: Path) -> None:
    folder = write_content(tmp_path, files_of("section", text))
    blocks = yaml.load(text, yaml.BaseLoader)
    for path in paths_of(blocks):
        for odd in ODD:
            for found in mistakes_of(replaced(blocks, path, odd), folder):
                for language in LANGUAGES:
                    assert explain(found, language), (path, odd)


@pytest.mark.parametrize("time", ["[9]", "{a: b}"])
def test_a_time_that_is_no_word_is_told_as_such(time: str, tmp_path: Path) -> None:
    text = f"- programme: [{{day: {{pl: a, cs: b}}, entries: [{{time: {time}, pl: a, cs: b}}]}}]"
    assert [found.code for found in mistakes_of(text, tmp_path)] == ["expected-text"]
