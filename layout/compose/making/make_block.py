"""Takes one block after the other, gives what is made of each; makes nothing twice of the same."""

from __future__ import annotations

from collections.abc import Callable

from layout.compose.apparatus.foot import attach_notes
from layout.compose.apparatus.marks import Marks
from layout.compose.blocks.block import compose_block
from layout.compose.blocks.headings import Anchors
from layout.compose.desk import Desk, Leaves, Picture
from layout.compose.making.memory import MadeBlock, Memory
from layout.compose.parts.composed import ComposedBlock
from layout.compose.parts.draft_marks import mark_gap
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Contents, Heading
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.records import replace


class BlockMaker:
    """Makes blocks with the tools of one desk, but leaves, marks and reports of each block's own."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        self._desk = desk
        self._opened = desk.opened()
        self._known = memory.blocks
        self._settings = desk.typesetter.settings
        if self._settings is not None:
            self._settings.held = []

    def make(self, block: Block, leaf: int, anchors: Anchors, *, by_river: bool) -> MadeBlock:
        """What is made of `block`, whose leaves count from `leaf`, for an opener's page or another."""
        key: tuple[object, ...] = (id(block), leaf, by_river)
        headings: tuple[tuple[int, Heading], ...] = ()
        if isinstance(block, Heading):
            key += (anchors.number(block),)
        elif isinstance(block, Contents):
            headings = anchors.headings
            key += tuple((number, id(heading)) for number, heading in headings)
        known = self._known.get(key)
        if known is None or not self._shows(known):
            known = self._known.keep(
                key, replace(self._make(block, leaf, anchors, by_river), headings=headings)
            )
        return known

    def _shows(self, made: MadeBlock) -> bool:
        """Whether the pictures of a block are what they were; they are asked for in any case."""
        for file, picture in made.read:
            try:
                if self._desk.load(file) is not picture:
                    return False
            except Rejected:
                return False
        return True

    def _make(self, block: Block, leaf: int, anchors: Anchors, by_river: bool) -> MadeBlock:
        told: list[Diagnostic] = []
        read: list[tuple[str, Picture]] = []
        tools = self._opened if by_river else self._desk
        desk = replace(
            tools,
            typesetter=tools.typesetter.telling(told.append),
            leaves=Leaves(leaf),
            marks=Marks(),
            load=_noting(tools.load, read),
        )
        if self._settings is not None:
            self._settings.held = []
        composed = _try_block(block, desk, anchors, told)
        return MadeBlock(
            block=block,
            headings=(),
            composed=composed,
            told=tuple(told),
            marks=None if desk.marks.is_empty else desk.marks,
            origins=desk.leaves.origins,
            after=desk.leaves.following,
            read=tuple(read),
            held=() if self._settings is None else tuple(self._settings.held),
        )


def _noting(load: Callable[[str], Picture], read: list[tuple[str, Picture]]) -> Callable[[str], Picture]:
    """`load`, with each picture noted in `read`."""

    def noting(file: str) -> Picture:
        picture = load(file)
        read.append((file, picture))
        return picture

    return noting


def _try_block(block: Block, desk: Desk, anchors: Anchors, told: list[Diagnostic]) -> ComposedBlock | None:
    """The rows of a block with their footnotes; None where it found no room."""
    try:
        composed = compose_block(block, desk, anchors)
    except Rejected as rejected:
        told.extend(rejected.diagnostics)
        return ComposedBlock(rows=(mark_gap(block.where, desk),), nodes=()) if desk.draft else None
    told.extend(composed.notes)
    notes = desk.marks.notes
    if not notes:
        return composed
    return replace(composed, rows=tuple(attach_notes(row, notes) for row in composed.rows))
