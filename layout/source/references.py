"""Takes the sections of a brochure, tells keys without a place or with two, and notes without a partner."""

from __future__ import annotations

from collections.abc import Iterable

from layout.model.blocks.block import Block
from layout.model.blocks.index import Index
from layout.model.content.prose import Prose
from layout.model.content.sides import list_notes, list_pairs, list_words
from layout.model.diagnostic import Span
from layout.model.values import Count, Listed
from layout.source.nodes.reading import Reading, nearest


def check_references(blocks: Iterable[Block], reading: Reading, *, whole: bool) -> None:
    """Reports what is wrong; where the content is not `whole`, what lacks may stand in what was not read."""
    there = list(blocks)
    _check_keys(there, reading)
    for block in there:
        for pair in list_pairs(block):
            if pair.left is not None and pair.right is not None:
                _check_partners(pair.left, pair.right, reading)
    if whole:
        _check_index(there, reading)
    for target in reading.targets if whole else ():
        key = target.key
        if key in reading.keys:
            continue
        near = nearest(key, reading.keys)
        if near is not None:
            reading.report("misspelt-target", target.where, key=key, nearest=near)
        else:
            known = Listed(tuple(sorted(reading.keys)) or ("–",))
            reading.report("unknown-target", target.where, key=key, known=known)


def _check_index(blocks: Iterable[Block], reading: Reading) -> None:
    """An index lists something."""
    there = tuple(blocks)
    words = (one for pair in list_pairs(there) for side in pair.sides for one in list_words(side))
    if any(run.style.entry for one in words for run in one.runs):
        return
    for block in there:
        if isinstance(block, Index):
            reading.warn("index-empty", block.where)


def _check_keys(blocks: Iterable[Block], reading: Reading) -> None:
    """A key stands once in each language."""
    first: tuple[dict[str, Span], ...] = ({}, {})
    for block in blocks:
        own = getattr(block, "key", None)
        found = [(own, block.where, side) for side in (0, 1)] if own else []
        for pair in list_pairs(block):
            for side, prose in enumerate(pair.sides):
                words = [run for one in list_words(prose) for run in one.runs]
                marked = dict.fromkeys(run.style.anchor for run in words if run.style.anchor)
                found += [(key, prose.where, side) for key in marked if prose is not None]
        twice: dict[str, tuple[Span, Span]] = {}
        for key, where, side in found:
            before = first[side].setdefault(key, where)
            if before is not where:
                twice[key] = (where, before)
        for key, (where, before) in twice.items():
            reading.report("key-twice", where, key=key, line=before.line)


def _check_partners(left: Prose, right: Prose, reading: Reading) -> None:
    """Both sides of a pair have as many notes, but for those that are meant to stand alone."""
    counts = [sum(not note.lone for note in list_notes(prose)) for prose in (left, right)]
    if counts[0] != counts[1]:
        lacking = left if counts[0] < counts[1] else right
        values = {"count": Count(min(counts)), "other": Count(max(counts))}
        reading.report("note-without-partner", lacking.where, **values)
