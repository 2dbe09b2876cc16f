"""Takes the sections of a brochure, tells keys without a place or with two, and notes without a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from layout.model.blocks.block import Block
from layout.model.blocks.index import Index
from layout.model.content.prose import Prose
from layout.model.content.sides import list_notes, list_pairs, list_words
from layout.model.diagnostic import Span
from layout.model.memo import Memo
from layout.model.records import Struct
from layout.model.values import Count, Listed, Values
from layout.source.nodes.reading import Reading, nearest


class BlockFacts(Struct, frozen=True):
    """What a block has of keys with place and side, of notes without a partner, and of index entries."""

    keys: tuple[tuple[str, Span, int], ...]
    lacking: tuple[tuple[Span, Values], ...]
    entries: bool


Facts = Memo[int, tuple[Block, BlockFacts]]
"""By the identity of blocks; with the block itself."""


def check_references(blocks: Iterable[Block], reading: Reading, known: Facts, *, whole: bool) -> None:
    """Reports what is wrong; where the content is not `whole`, what lacks may stand in what was not read."""
    there = [(block, _facts_of(block, known)) for block in blocks]
    first: tuple[dict[str, Span], ...] = ({}, {})
    for _, facts in there:
        _check_keys(facts, first, reading)
    for where, values in (fault for _, facts in there for fault in facts.lacking):
        reading.report("note-without-partner", where, **values)
    if whole and not any(facts.entries for _, facts in there):
        for block, _ in there:
            if isinstance(block, Index):
                reading.warn("index-empty", block.where)
    for target in reading.targets if whole else ():
        key = target.key
        if key in reading.keys:
            continue
        near = nearest(key, reading.keys)
        if near is not None:
            reading.report("misspelt-target", target.where, key=key, nearest=near)
        else:
            listed = Listed(tuple(sorted(reading.keys)) or ("–",))
            reading.report("unknown-target", target.where, key=key, known=listed)


def _facts_of(block: Block, known: Facts) -> BlockFacts:
    found = known.get(id(block))
    if found is None:
        found = known.keep(id(block), (block, _find_facts(block)))
    return found[1]


def _find_facts(block: Block) -> BlockFacts:
    pairs = tuple(list_pairs(block))
    own = getattr(block, "key", None)
    keys = [(own, block.where, side) for side in (0, 1)] if own else []
    entries = False
    for pair in pairs:
        for side, prose in enumerate(pair.sides):
            styles = [run.style for one in list_words(prose) for run in one.runs]
            marked = dict.fromkeys(style.anchor for style in styles if style.anchor)
            keys += [(key, prose.where, side) for key in marked if prose is not None]
            entries = entries or any(style.entry for style in styles)
    lacking = (
        fault for pair in pairs if pair.left and pair.right for fault in _find_lone(pair.left, pair.right)
    )
    return BlockFacts(tuple(keys), tuple(lacking), entries)


def _check_keys(facts: BlockFacts, first: tuple[dict[str, Span], ...], reading: Reading) -> None:
    """A key stands once in each language."""
    twice: dict[str, tuple[Span, Span]] = {}
    for key, where, side in facts.keys:
        before = first[side].setdefault(key, where)
        if before is not where:
            twice[key] = (where, before)
    for key, (where, before) in twice.items():
        reading.report("key-twice", where, key=key, line=before.line)


def _find_lone(left: Prose, right: Prose) -> Iterator[tuple[Span, Values]]:
    """Both sides of a pair have as many notes, but for those that are meant to stand alone."""
    counts = [sum(not note.lone for note in list_notes(prose)) for prose in (left, right)]
    if counts[0] != counts[1]:
        lacking = left if counts[0] < counts[1] else right
        yield lacking.where, {"count": Count(min(counts)), "other": Count(max(counts))}
