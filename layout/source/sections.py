"""Takes the names of section files, gives the blocks and pairs of each; parses no file that is as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from layout.model.blocks.block import Block
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.memo import Memo
from layout.model.records import Struct, spell
from layout.source.blocks.block import read_blocks
from layout.source.brochure import SectionFile
from layout.source.fields.files import compose_data, is_there, read_data
from layout.source.nodes.reading import Reading, Refused, SoughtKey
from layout.source.references import BlockFacts
from layout.source.typed_pairs import find_pairs

UNREAD = (None,)
"""The blocks of a section of which nothing could be read."""


class ReadSection(Struct, frozen=True, kw_only=True):
    """What was read of a file's `data` under some conditions; None among the blocks is one that was refused.

    `exact` are its blocks by all that they hold, their places too.
    """

    conditions: tuple[object, ...]
    data: bytes
    blocks: tuple[Block | None, ...]
    pairs: tuple[TypedPair, ...]
    mistakes: tuple[Diagnostic, ...]
    keys: frozenset[str]
    targets: tuple[SoughtKey, ...]
    files: tuple[str, ...]
    exact: Mapping[bytes, Block]


class SourceMemory:
    """Sections as they were read, by their names, and what is known of their blocks."""

    def __init__(self) -> None:
        self.sections: Memo[str, ReadSection] = Memo()
        self.facts: Memo[int, tuple[Block, BlockFacts]] = Memo()

    def turn(self) -> None:
        """Ends a rebuild: what neither this one nor the last one needed is forgotten."""
        self.sections.turn()
        self.facts.turn()


def read_sections(
    files: tuple[SectionFile, ...], reading: Reading, memory: SourceMemory
) -> Iterator[tuple[str, ReadSection]]:
    """What can be read of each section, with its name; all mistakes are left in `reading`."""
    for file in files:
        section = _read_section(file.file, reading, memory)
        reading.take(section.mistakes)
        reading.keys |= section.keys
        reading.targets += section.targets
        yield file.file, section


def _read_section(name: str, reading: Reading, memory: SourceMemory) -> ReadSection:
    own = Reading(
        folder=reading.folder,
        languages=reading.languages,
        sides=reading.sides,
        draft=reading.draft,
        unsaved=reading.unsaved,
    )
    data = read_data(Path(reading.folder / name), own)
    conditions = (own.file, own.languages, own.sides, own.draft)
    known = memory.sections.get(name)
    same = known is not None and (known.data, known.conditions) == (data, conditions)
    if known is not None and same and all(is_there(file, own) for file in known.files):
        return known
    found = _read_data(name, data, own, known.exact if known is not None else {})
    if data is not None and all(own.asked.values()):
        # What is not there may come, and where it is looked for may be anywhere: that is read again.
        memory.sections.keep(name, found)
    return found


def _read_data(name: str, data: bytes | None, own: Reading, before: Mapping[bytes, Block]) -> ReadSection:
    """What `data` say; blocks that were there `before` are those."""
    blocks: tuple[Block | None, ...] = UNREAD
    pairs: tuple[TypedPair, ...] = ()
    try:
        node = None if data is None else compose_data(data, own)
        if node is not None:
            pairs = tuple(find_pairs(node, name, own))
            blocks = read_blocks(node, own)
    except Refused:
        blocks = UNREAD
    except Rejected:
        # There are too many mistakes: whoever takes them stops at the same one.
        blocks = UNREAD
    spelt = {} if blocks == UNREAD else {_spell(block): block for block in blocks if block is not None}
    same = {id(block): before.get(exact, block) for exact, block in spelt.items()}
    return ReadSection(
        conditions=(own.file, own.languages, own.sides, own.draft),
        data=data or b"",
        blocks=tuple(same.get(id(block), block) for block in blocks),
        pairs=pairs,
        mistakes=tuple(own.mistakes),
        keys=frozenset(own.keys),
        targets=tuple(own.targets),
        files=tuple(own.asked),
        exact={exact: same[id(block)] for exact, block in spelt.items()},
    )


def _spell(block: Block) -> bytes:
    """All that a block holds."""
    return type(block).__name__.encode() + spell(block)
