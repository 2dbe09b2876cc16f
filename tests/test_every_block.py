"""Every kind of block is whole: read, composed, described, dumped, and under one name in every stage."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from layout.compose.blocks.block import COMPOSERS, composer_of
from layout.model.blocks.block import Block
from layout.source.blocks.block import BLOCKS, read_blocks
from layout.source.nodes.parsing import compose_nodes
from layout.source.nodes.reading import Reading
from tests.golden.test_blocks import PICTURE, SECTION, dump_section

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "content.md").read_text("utf-8")
DUMP = (ROOT / "tests" / "golden" / "every-block.txt").read_text("utf-8")
RECORDS: tuple[type, ...] = get_args(Block)
STAGES = ("model", "source", "compose")
SHOWN = re.findall(r"^- ([a-z-]+):", SECTION, re.MULTILINE)
"""The kinds of the blocks of the section, in its order."""


def family_of(record: type) -> str:
    """The name of the file that a kind of block has in every stage."""
    stage, family = record.__module__.removeprefix("layout.").split(".blocks.")
    assert stage == "model"
    return family


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> dict[type, set[str]]:
    """Under which names content has each record, as the section of every block is read."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "images").mkdir()
    (folder / "images" / "a.svg").write_text(PICTURE, "utf-8")
    node = compose_nodes(SECTION, "a.yaml")
    assert node is not None
    blocks = read_blocks(node, Reading(folder=folder, file="a.yaml", text=SECTION))
    names: dict[type, set[str]] = {}
    for block, kind in zip(blocks, SHOWN, strict=True):
        names.setdefault(type(block), set()).add(kind)
    return names


def test_the_section_of_every_block_shows_all_of_them(readers: dict[type, set[str]]) -> None:
    assert set(readers) == set(RECORDS)
    assert set().union(*readers.values()) == set(BLOCKS)


@pytest.mark.parametrize("record", RECORDS)
def test_a_block_is_read_in_its_family(record: type, readers: dict[type, set[str]]) -> None:
    family = vars(import_module(f"layout.source.blocks.{family_of(record)}")).values()
    for kind in readers[record]:
        assert any(reader is BLOCKS[kind].reader for reader in family), kind


@pytest.mark.parametrize("record", RECORDS)
def test_a_block_is_composed_in_its_family_and_in_one_way(record: type) -> None:
    assert set(COMPOSERS) == set(RECORDS)
    assert composer_of(record).__module__ == f"layout.compose.blocks.{family_of(record)}"


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_is_described(kind: str) -> None:
    title = "lead and paragraph" if kind in ("lead", "paragraph") else kind
    assert re.search(rf"^### {title}$", GUIDE, re.MULTILINE)
    assert BLOCKS[kind].about.endswith(".")


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_has_its_lines_in_the_dump(kind: str, write_folder: Callable[..., Path]) -> None:
    others = re.sub(rf"^- {kind}:(?:.|\n(?!- ))*\n", "", SECTION, flags=re.MULTILINE)
    assert others != SECTION
    without = dump_section(others, write_folder)
    assert set(without.splitlines()) != set(DUMP.splitlines())


def test_every_stage_and_its_tests_have_the_same_families() -> None:
    families = {family_of(record) for record in RECORDS}
    for stage in STAGES:
        modules = {path.stem for path in (ROOT / "layout" / stage / "blocks").glob("*.py")}
        assert modules - {"__init__", "block"} == families, stage
    for stage in STAGES[1:]:
        tests = {path.stem for path in (ROOT / "tests" / "unit" / stage / "blocks").glob("test_*.py")}
        assert tests == {f"test_{family}" for family in families}, stage


@pytest.mark.parametrize("stage", STAGES)
def test_no_family_knows_another_one(stage: str) -> None:
    for path in (ROOT / "layout" / stage / "blocks").glob("*.py"):
        known = set(re.findall(rf"layout\.{stage}\.blocks\.(\w+)", path.read_text("utf-8")))
        assert path.stem == "block" or not known, path
