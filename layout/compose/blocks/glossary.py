"""Takes the terms of a glossary, gives in each column a dictionary from its language, by its alphabet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

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
from layout.model.shapes import Line, SetText
from layout.model.units import NO_BREAK_SPACE

DASH = f"{NO_BREAK_SPACE}– "
"""Between a term and its translation; no line starts with a dash (T11)."""


def compose_glossary(block: Glossary, desk: Desk) -> ComposedBlock:
    """A list a language, each sorted by its alphabet; entries of one number stand level."""
    lists = [_sorted(block.terms, side, desk) for side in (0, 1)]
    head, nodes = _head(block, lists, desk)
    gap = desk.theme.page.grid / 2 if any(term.explanation for term in block.terms) else 0.0
    last = max(map(len, lists)) - 1
    rows = [
        replace(_entry_row(entries, nodes, desk), pad=gap, keep=number in (0, last - 1) and number < last)
        for number, entries in enumerate(zip_longest(*lists))
    ]
    rows = closed(rows, head.height, desk)
    elements = tuple(
        StructNode(tag="L", children=tuple(nodes[side]), language=desk.languages[side])
        for side in (0, 1)
        if nodes[side]
    )
    return ComposedBlock((head, *repeat_head(rows, silent(head), head.height, desk)), elements)


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


def _entry_row(
    entries: Sequence[tuple[Prose, Term] | None], lists: tuple[list[StructNode], ...], desk: Desk
) -> Row:
    """An entry of either list; their elements go to `lists`."""
    items: list[Item] = []
    height = 0.0
    there = [(side, *entry) for side, entry in enumerate(entries) if entry is not None]
    for side, text, term in there:
        stack, node = _entry(text, term, side, desk)
        lines, used = stack_items(stack, 0.0, desk)
        items.extend(lines)
        height = max(height, used)
        lists[side].append(node)
    return Row(where=there[0][1].where, step=height, count=1, pieces=(Fixed(tuple(items)),))


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
