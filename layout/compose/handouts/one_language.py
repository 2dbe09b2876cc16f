"""Takes a Brochure, gives the same in one of its languages alone; it never touches a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layout.lang.set_brochure import passages_in
from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading, PageBreak
from layout.model.blocks.running import ItemList, Quote, Text
from layout.model.content.brochure import Brochure
from layout.model.content.pairs import Pair
from layout.model.content.prose import Prose
from layout.model.diagnostic import Span
from layout.model.records import Struct, replace


def keep_language(brochure: Brochure, language: str) -> Brochure:
    """What `brochure` says in `language`: every passage on the right side, the left side empty.

    Words without a passage of their own (titles, dates, alternative texts) stand on both sides alike; a term
    keeps its translation, a passage of its own. Blocks that speak the other language only are left out, and
    those that are true only beside it; `language` is one of the brochure's.
    """
    side = brochure.languages.index(language)
    sections = tuple(
        replace(section, blocks=tuple(_kept_blocks(section.blocks, side))) for section in brochure.sections
    )
    kept: Brochure = _keep(replace(brochure, sections=()), side)
    return replace(kept, sections=sections, languages=(language, language))


def _kept_blocks(blocks: tuple[Block, ...], side: int) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading | Text | ItemList | Quote) and block.bilingual:
            continue
        kept = _keep(block, side)
        if isinstance(block, PageBreak) or any(passages_in(kept)) or not any(passages_in(block)):
            yield kept


def _keep(value: Any, side: int) -> Any:
    """`value` with every pair in it reduced to one side."""
    if isinstance(value, Pair):
        words = value.sides[side]
        spoken = any(isinstance(one, Prose) for one in value.sides)
        return Pair(None, words) if spoken else Pair(words, words)
    if isinstance(value, tuple):
        return tuple(_keep(entry, side) for entry in value)
    if isinstance(value, Struct) and not isinstance(value, Prose | Span):
        changed = {name: _keep(getattr(value, name), side) for name in value.__struct_fields__}
        return replace(value, **changed)  # type: ignore[type-var]
    return value
