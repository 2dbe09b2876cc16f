"""Takes the terms of a glossary, gives in each column a dictionary from its language, by its alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from layout.compose.desk import Desk, SetPassage, nodes_of, plain
from layout.compose.parts.composed import ComposedBlock, closed
from layout.compose.parts.heads import repeat_head, silent
from layout.compose.parts.stacks import stack_items, stack_of
from layout.compose.rows import Fixed, Row
from layout.lang.collation import sort_key
from layout.lang.languages import LANGUAGES
from layout.model.blocks.glossary import Glossary, Term
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.languages import other_of
from layout.model.layout import Item, StructNode
from layout.model.records import Struct, replace
from layout.model.shapes import Line, SetText
from layout.model.units import NO_BREAK_SPACE

DASH = f"{NO_BREAK_SPACE}– "
"""Between a term and its translation; no line starts with a dash (T11)."""
FEW_LINES = 72.0
"""Points after which the two lists may be parted where they are not quite level,"""
HARDLY_SEEN = 6.0
"""by so many points;"""
LONGEST_STRETCH = 216.0
"""points after which they are parted where they were most nearly so."""


def compose_glossary(block: Glossary, desk: Desk) -> ComposedBlock:
    """A list a language, each sorted by its alphabet and set by itself: neither waits for the other.

    Pages may part them only where both lists have come to the same line.
    """
    lists = [_sorted(block.terms, side, desk) for side in (0, 1)]
    head, nodes = _head(block, lists, desk)
    gap = desk.theme.page.grid / 2 if any(term.explanation for term in block.terms) else 0.0
    columns = [[_set_entry(*entry, side, gap, desk) for entry in lists[side]] for side in (0, 1)]
    for side, column in enumerate(columns):
        nodes[side].extend(entry.node for entry in column)
    rows = [_stretch_row(block, stretch, desk) for stretch in _level_stretches(columns)]
    rows = closed(_in_company(rows), head.height, desk)
    elements = tuple(
        StructNode(tag="L", children=tuple(nodes[side]), language=desk.languages[side])
        for side in (0, 1)
        if nodes[side]
    )
    return ComposedBlock(rows=(head, *repeat_head(rows, silent(head), head.height, desk)), nodes=elements)


class _SetEntry(Struct, frozen=True):
    """One entry of a list: its passages, the height it takes with the space below it, and its element."""

    stack: tuple[SetPassage, ...]
    height: float
    node: StructNode


_Stretch = tuple[list[_SetEntry], list[_SetEntry]]
"""Entries of both lists that begin and end level."""


def _set_entry(text: Prose, term: Term, side: int, gap: float, desk: Desk) -> _SetEntry:
    stack, node = _entry(text, term, side, desk)
    _, used = stack_items(stack, 0.0, desk)
    return _SetEntry(stack, used + gap, node)


def _level_stretches(columns: Sequence[Sequence[_SetEntry]]) -> Iterator[_Stretch]:
    """The lists parted where both have come to the same line, or, far from one, nearly so."""
    rest = [list(column) for column in columns]
    while any(rest):
        left, right = _first_level(*rest)
        yield rest[0][:left], rest[1][:right]
        rest = [rest[0][left:], rest[1][right:]]


def _first_level(left: Sequence[_SetEntry], right: Sequence[_SetEntry]) -> tuple[int, int]:
    """How many entries of either list come to the same line, or to the nearest lines up to the limit."""
    counts, heights = [0, 0], [0.0, 0.0]
    best, least = (1 if left else 0, 1 if right else 0), inf
    columns = (left, right)
    while max(heights) < LONGEST_STRETCH:
        side = 0 if heights[0] <= heights[1] else 1
        if counts[side] == len(columns[side]):
            side = 1 - side
        if counts[side] == len(columns[side]):
            return len(left), len(right)
        heights[side] += columns[side][counts[side]].height
        counts[side] += 1
        apart = abs(heights[0] - heights[1])
        if apart < least - 0.01 and (all(counts) or not (left and right)):
            best, least = (counts[0], counts[1]), apart
        if apart < 0.01 or not (left and right) or (max(heights) > FEW_LINES and apart <= HARDLY_SEEN):
            break
    return best


def _stretch_row(block: Glossary, stretch: _Stretch, desk: Desk) -> Row:
    items: list[Item] = []
    height = 0.0
    for column in stretch:
        y = 0.0
        for entry in column:
            lines, _ = stack_items(entry.stack, y, desk)
            items.extend(lines)
            y += entry.height
        height = max(height, y)
    alone = max(map(len, stretch)) == 1
    return Row(where=block.where, step=height, count=1, pieces=(Fixed(tuple(items)),), keep=alone)


def _in_company(rows: list[Row]) -> list[Row]:
    """The first and the last entry of a list are not parted from their neighbour; all others may be."""
    last = len(rows) - 1
    found = [replace(row, keep=row.keep and number == 0) for number, row in enumerate(rows)]
    if last and rows[last].keep:
        found[last - 1] = replace(found[last - 1], keep=True)
    found[last] = replace(found[last], keep=False)
    return found


def _sorted(terms: Sequence[Term], side: int, desk: Desk) -> list[tuple[Prose, Term]]:
    """The terms of one language in the order of its alphabet."""
    there = ((term.text.sides[side], term) for term in terms)
    named = [(text, term) for text, term in there if text is not None]
    return sorted(named, key=lambda entry: sort_key(entry[0].text, desk.languages[side]))


def _direction(side: int, desk: Desk) -> str:
    """What stands above the list of a side, in its language: from which into which it leads."""
    own = desk.languages[side]
    return LANGUAGES[own].page_words.glossary_to[other_of(own)]


def _head(
    block: Glossary, lists: list[list[tuple[Prose, Term]]], desk: Desk
) -> tuple[Row, tuple[list[StructNode], ...]]:
    """From which language into which, above each list that is there; kept with the first entries."""
    style = desk.style("glossary-title")
    items: list[Item] = []
    nodes: tuple[list[StructNode], ...] = ([], [])
    height = 0.0
    for side, entries in enumerate(lists):
        words = plain(_direction(side, desk), block.where) if entries else None
        title = desk.set_side(words, side, "glossary-title", "Caption")
        lines, used = stack_items(stack_of(title), 0.0, desk)
        items.extend(lines)
        height = max(height, used)
        nodes[side].extend(nodes_of(title))
    height += style.after
    return Row(
        where=block.where, step=height, count=1, pieces=(Fixed(tuple(items)),), before=style.before, keep=True
    ), nodes


def _entry(text: Prose, term: Term, side: int, desk: Desk) -> tuple[tuple[SetPassage, ...], StructNode]:
    """The term with its translation, and the explanation below; the term is the label of the element."""
    translation = term.translation.sides[side]
    words = _joined(text, translation, desk.languages[side])
    passage = desk.set_side(words, side, "term", "P")
    assert passage is not None
    meaning = None if term.explanation is None else term.explanation.sides[side]
    explanation = desk.set_side(meaning, side, "term-explanation", "P")
    label, body = passage.node.children, nodes_of(explanation)
    if translation is not None:
        dash = words.parts[len(text.runs)]
        foreign = StructNode(tag="P", children=(passage.leaf + dash, *label[dash + 1 :]))
        label, body = label[:dash], (foreign, *body)
        passage = replace(passage, text=_tinted(passage.text, dash, other_of(desk.languages[side]), desk))
    element = StructNode(
        tag="LI",
        children=(StructNode(tag="Lbl", children=label), StructNode(tag="LBody", children=body))
        if body
        else (StructNode(tag="LBody", children=label),),
    )
    return (passage, *stack_of(explanation)), element


def _joined(text: Prose, translation: Prose | None, language: str) -> Prose:
    """Term, dash and translation as one passage; the dash, of `language`, is a part of its own."""
    term = tuple(replace(run, style=replace(run.style, strong=True)) for run in text.runs)
    if translation is None:
        return replace(text, runs=term)
    dash = Run(DASH, RunStyle(language=language))
    return replace(text, runs=(*term, dash, *translation.runs))


def _tinted(text: SetText, part: int, language: str, desk: Desk) -> SetText:
    """`text` with all from `part` on in the colour of `language`."""
    colour = desk.theme.colour(desk.style("term").colour, language)

    def tint(line: Line) -> Line:
        runs = tuple(
            replace(run, ink=replace(run.ink, colour=colour)) if run.ink.part >= part else run
            for run in line.runs
        )
        return replace(line, runs=runs)

    return replace(text, lines=tuple(map(tint, text.lines)))
